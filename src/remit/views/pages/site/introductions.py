"""An introduction for a new member of each group: what it is for, what you may do there, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from remit.graph.org import Thing
from remit.model.text import Text
from remit.views import texts as v
from remit.views.pages.site import seats, ways
from remit.views.pages.site import texts as t
from remit.views.pages.site.facts import Facts, Piece, Told
from remit.views.pages.site.frame import Crumb, Page, Site, fill
from remit.views.pages.site.records import outcome
from remit.views.pages.site.registers import by_status

PURPOSE = ("remit.purpose", "remit.topics", "populations", "territory")
ASK = ("coordinator", "convener", "chair.holder", "introduction_owner")
MEETINGS = ("meetings_per_year", "meeting_dates", "meeting_hours", "chair.term_years")
AFTER = ("decision_step", "report_back", "answers_to")
SETTLED = (
    "remit",
    "remit.purpose",
    "remit.powers",
    "remit.topics",
    "assignment",
    "level",
    "territory",
    "populations",
    "agreement",
    "answers_to",
    "meetings_per_year",
    "convener",
    "chair.term_years",
    "coordinator",
    "introduction",
    "introduction_owner",
    "decision_step",
    "report_back",
    "indicators",
    "follow_up.duty",
    "follow_up.owner",
    "equal_mandates",
    "owner",
    "remit_known",
    "seats",
)
"""What a member would want to know: where it is not told, the introduction says so."""
STANDINGS = (
    ("none", t.NOT_THERE),
    ("unlisted", t.NOT_THERE),
    ("unclear", t.IS_UNCLEAR),
    ("contradiction", t.DISAGREES),
    ("deferred", t.LATER),
    ("unknown", t.NOT_TOLD),
    ("silent", t.NOT_TOLD),
)


class Power(NamedTuple):
    """Something that the group may or may not do, with what the word means."""

    piece: Piece
    means: Text | None


class Standing(NamedTuple):
    """What stands alike: is not there, is unclear, is not told …"""

    title: Text
    told: list[Told]


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The introductions."""
    for group in site.org.things("group"):
        yield _page(site, facts, group)


def _page(site: Site, facts: Facts, group: Thing) -> Page:
    name = site.name(group.id)
    powers = facts.told(group.id, "remit.powers")
    mine = [entry for entry in facts.register if entry.group == group.id]
    ask = [told for told in facts.many(group.id, *ASK) if told.said]
    rows = seats.in_group(facts, group.id)
    values = {
        "facts": facts,
        "group": group.id,
        "purpose": facts.many(group.id, *PURPOSE),
        "powers_told": powers,
        "powers": [Power(piece, _MEANS.get(piece.text)) for piece in powers.pieces],
        "expected": facts.told(group.id, "expected.powers"),
        "rows": rows,
        "told_mandates": sum(row.powers.state in ("value", "items") for row in rows),
        "ask": ask,
        "named": any(told.pieces and told.state in ("value", "items", "contradiction") for told in ask),
        "asked": facts.many(group.id, "introduction"),
        "meetings": [f for f in facts.many(group.id, *MEETINGS) if f.said or f.path == "meetings_per_year"],
        "ways_in": ways.into(facts, group.id),
        "ways_out": ways.out(facts, group.id),
        "after": facts.many(group.id, *AFTER),
        "statuses": [(status, outcome(status), number) for status, number in by_status(mine)],
        "standings": standings(facts, group),
    }
    above = (Crumb(t.GROUPS, "groups.html"), Crumb(name, site.addresses[group.id]))
    title = fill(t.INTRODUCTION_TO, name=name)
    return Page(
        site.introduction(group.id), title, "site/introduction.html", values, above, t.INTRODUCTION, about=group.id
    )


def standings(facts: Facts, group: Thing) -> list[Standing]:
    """What is not there, unclear, disputed, left for later or not told of what a member would want to know."""
    found: dict[Text, list[Told]] = {}
    for told in facts.many(group.id, *SETTLED):
        if told.path.startswith("remit.") and facts.told(group.id, "remit").state not in ("value", "silent"):
            continue  # the remit as a whole says it
        for state, title in STANDINGS:
            if told.state == state:
                found.setdefault(title, []).append(told)
    order = list(dict.fromkeys(title for _, title in STANDINGS))
    return [Standing(title, found[title]) for title in order if title in found]


_MEANS = {word: t.POWER_MEANS[power] for power, word in v.VALUES.items() if power in t.POWER_MEANS}
"""What each power means in plain words, by the word for it."""
