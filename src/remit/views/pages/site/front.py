"""The front page: the whole in one screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from remit.graph.org import Thing
from remit.model.facts import Degree, Modality
from remit.model.text import Text
from remit.model.whole import SYSTEM
from remit.views import texts as v
from remit.views.pages.site import findings, matter_texts
from remit.views.pages.site import texts as t
from remit.views.pages.site.facts import Facts
from remit.views.pages.site.frame import FRONT, Page, Site, clean, fill, kinds
from remit.views.pages.site.lists import levels
from remit.views.pages.site.records import outcome
from remit.views.pages.site.registers import by_status

MOST = 60
"""How many names of a sort stand on the front page; more are folded and stand on their list."""
KNOWN = (
    "remit.purpose",
    "remit.powers",
    "remit.topics",
    "assignment",
    "seats",
    "meetings_per_year",
    "chair.term_years",
    "coordinator",
    "introduction",
    "answers_to",
    "report_back",
    "indicators",
)
"""What is asked of every group in the table of what is known."""
COLUMNS = ("established", "reported", "open", "none", "silent")


class Tile(NamedTuple):
    """How many there are of a kind."""

    number: int
    label: Text
    path: str


class Known(NamedTuple):
    """Of how many groups a field is known, and how surely."""

    label: Text
    counts: list[int]


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The front page."""
    org = site.org
    principals = site.by_name(one.id for one in org.things("principal"))
    care = [one for one in principals if one in set(org.care_principals)]
    entries = facts.register
    values = {
        "facts": facts,
        "ask": matter_texts.TITLE,
        "lead": lead(site),
        "documents": [one.id for one in org.things("source")],
        "care": care,
        "other_principals": [one for one in principals if one not in set(care)],
        "levels": levels(site, [one.id for one in org.things("group")]),
        "kinds_of": {one.id: _mark(site, one) for one in org.things("group")},
        "agreements": site.by_name(one.id for one in org.things("agreement")),
        "topics": _roots(site),
        "tiles": _tiles(site),
        "statuses": [(status, outcome(status), number) for status, number in by_status(entries)],
        "recommendations": len(org.things("recommendation")),
        "late": sum(one.late is not None for one in entries),
        "matters": _matters(site),
        "known": _known(site, facts),
        "counted": _counted(site),
        "system": facts.others(SYSTEM, ()),
        "of_system": site.findings(SYSTEM),
        "found": findings.count(site) if site.audit is not None else None,
        "note": clean(Text(org.model.head.note, org.model.head.note)).sv,
        "most": MOST,
    }
    yield Page(FRONT, org.model.head.title, "site/front.html", values)


def _mark(site: Site, group: Thing) -> Text | None:
    """Who meets in a group; marked where that is open (of a group that only may be, that is told of the whole)."""
    kind = group.fact("kind")
    if not kind.known:
        return None
    told = t.WORDS.get(("kind", kind.value)) or v.VALUES[kind.value]
    sure = kind.modality != Modality.MAY and kind.degree > Degree.OPEN
    return told if sure or site.org.may_be(group.id) else fill(t.PERHAPS_SO, what=told)


def _roots(site: Site) -> list[str]:
    """The topics that are part of no other."""
    return site.by_name(one.id for one in site.org.things("topic") if not one.fact("part_of").known)


def _tiles(site: Site) -> list[Tile]:
    found = []
    for kind in kinds():
        number = sum(one.id in site.addresses for one in site.org.things(kind))
        if number:
            crumb = site.above(kind)[0]
            found.append(Tile(number, site.label(kind) if number == 1 else crumb.title, crumb.path))
    order = ("groups.html", "principals.html", "agreements.html", "topics.html", "functions.html", "units.html")
    return sorted(found, key=lambda tile: (order.index(tile.path) if tile.path in order else len(order), tile.path))


def _matters(site: Site) -> list[tuple[Text, int]]:
    """How many matters there are of each status."""
    counted: Counter[Text] = Counter()
    for matter in site.org.things("matter"):
        status = matter.fact("status")
        counted[v.VALUES[status.value] if status.known else site.silent] += 1
    return sorted(counted.items())


def _known(site: Site, facts: Facts) -> list[Known]:
    """For each field how many groups it is known of: surely, as told by interviewees, open, none, not told."""
    groups = site.org.groups()
    found = []
    for path in KNOWN:
        counts: Counter[str] = Counter()
        for group in groups:
            told = facts.told(group.id, path)
            if told.state in ("none", "unlisted"):
                counts["none"] += 1
            elif told.state == "silent":
                counts["open" if told.perhaps else "silent"] += 1
            elif told.state in ("value", "items") and (told.certainty or Degree.ESTABLISHED) > Degree.OPEN:
                counts[(told.certainty or Degree.ESTABLISHED).word] += 1
            else:
                counts["open"] += 1
        found.append(Known(facts.label("group", path), [counts[one] for one in COLUMNS]))
    return found if groups else []


def _counted(site: Site) -> list[Text]:
    """Over how many groups that is counted, where it is not over all."""
    here, there = len(site.org.groups()), len(site.org.things("group"))
    if here == there:
        return []
    left = there - here
    return [t.count(here, t.KNOWN_OF_ONE, t.KNOWN_OF_MANY), t.count(left, t.LEFT_OUT_ONE, t.LEFT_OUT_MANY)]


def lead(site: Site) -> Text:
    """What the model is, in a sentence."""
    head = site.org.model.head
    return fill(
        t.FRONT_LEAD, represents=Text(*(v.capital(one) for one in v.REPRESENTS[head.represents])), as_of=head.as_of
    )
