"""A page per group, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from remit.graph.org import Thing
from remit.model.facts import Degree, State
from remit.model.text import Text
from remit.views import texts as v
from remit.views.pages.site import seats, ways
from remit.views.pages.site import texts as t
from remit.views.pages.site.facts import Facts, Piece, Told, clean_note
from remit.views.pages.site.frame import Crumb, Page, Site, fill
from remit.views.pages.site.records import Entry, folded

ABOVE = (Crumb(t.GROUPS, "groups.html"),)
ASSIGNMENT = (
    "title", "remit", "remit.purpose", "remit.powers", "remit.topics", "populations", "assignment", "remit.document",
    "remit.given_by", "remit.decided", "remit.until", "expected.powers", "expected.topics", "goal", "remit_known",
)  # fmt: skip
BRIEF = (
    "title",
    "remit.document",
    "remit.given_by",
    "remit.decided",
    "remit.until",
    "expected.powers",
    "expected.topics",
    "goal",
    "remit_known",
)
"""Told only where somebody says something: their silence tells nobody what to ask for."""
MEETINGS = (
    "meetings_per_year", "meeting_dates", "meeting_hours", "places_per_agenda", "convener", "chair.holder",
    "chair.term_years", "chair.rotation_years", "chair.vice", "chair.overlap",
)  # fmt: skip
BRIEF_MEETINGS = (
    "meeting_dates",
    "meeting_hours",
    "places_per_agenda",
    "chair.holder",
    "chair.rotation_years",
    "chair.vice",
    "chair.overlap",
)
BELONGS = (
    "level",
    "kind",
    "form",
    "status",
    "territory",
    "agreement",
    "answers_to",
    "parent",
    "appointed_by",
    "coordinator",
)
BRIEF_BELONGS = ("form", "parent", "appointed_by")
DECIDED = ("decision_step", "unanimous", "way_on", "report_back")
FOLLOW_UP = (
    "introduction",
    "introduction_owner",
    "indicators",
    "follow_up.duty",
    "follow_up.owner",
    "follow_up.document",
)
MEMBERS = ("equal_mandates", "owner")
SECTIONS = (
    ("assignment", t.ASSIGNMENT), ("members", t.MEMBERS), ("meetings", t.MEETINGS), ("belongs", t.BELONGS),
    ("ways", t.CONNECTIONS), ("decisions", t.DECISIONS), ("follow-up", t.FOLLOW_UP),
)  # fmt: skip


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The pages of the groups."""
    entries: dict[str, list[Entry]] = {}
    for entry in facts.register:
        entries.setdefault(entry.group, []).append(entry)
    for group in site.org.things("group"):
        yield _page(site, facts, group, entries.get(group.id, []))


def _page(site: Site, facts: Facts, group: Thing, entries: list[Entry]) -> Page:
    def brief(paths: Sequence[str], short: Sequence[str]) -> list[Told]:
        return [f for f in facts.many(group.id, *paths) if f.said or f.path not in short]

    listed = seats.in_group(facts, group.id)
    without, perhaps = unseated(site, group)
    vacant = [one for one in without if one in seats.by_principal(listed)]
    without = [one for one in without if one not in vacant]
    shown = (*ASSIGNMENT, *MEETINGS, *BELONGS, *DECIDED, *FOLLOW_UP, *MEMBERS, *ways.SHOWN)
    others = facts.others(group.id, shown)
    remit = facts.told(group.id, "remit")
    values = {
        "facts": facts,
        "group": group,
        "summary": summary(facts, group.id),
        "note": clean_note(site.org.entity(group.id).note),
        "introduction": site.introduction(group.id),
        "assignment": [
            f for f in brief(ASSIGNMENT, BRIEF) if f.path != "remit" or remit.state not in ("value", "silent")
        ],
        "seats": listed,
        "seats_told": facts.told(group.id, "seats", t.MEMBERS),
        "without": without,
        "perhaps": perhaps,
        "vacant": vacant,
        "members": [f for f in facts.many(group.id, *MEMBERS) if f.said],
        "meetings": brief(MEETINGS, BRIEF_MEETINGS),
        "belongs": brief(BELONGS, BRIEF_BELONGS),
        "ways_in": ways.into(facts, group.id),
        "ways_out": ways.out(facts, group.id),
        "decided": facts.many(group.id, *DECIDED),
        "entries": folded(entries),
        "follow_up": facts.many(group.id, *FOLLOW_UP),
        "others": others,
        "findings": site.findings(group.id),
        "sections": [
            *SECTIONS,
            *([("others", t.OTHER_FACTS)] if others else []),
            *([("findings", t.FINDINGS_ABOUT)] if site.audit is not None else []),
        ],
    }
    return Page(
        site.addresses[group.id], site.name(group.id), "site/group.html", values, ABOVE, t.GROUP, about=group.id
    )


def unseated(site: Site, group: Thing) -> tuple[list[str], list[str]]:
    """The care principals of a group's territory that have no seat of their own for certain, and those that may have
    one, nobody tells.
    """
    territory, _ = site.org.territory(group)
    without, perhaps = [], []
    for principal in site.by_name(territory):
        seated = site.org.seated(group, principal)
        if not seated:
            without.append(principal)
        elif seated.degree == Degree.OPEN:
            perhaps.append(principal)
    return without, perhaps


def summary(facts: Facts, group: str) -> Text | None:
    """What a group is, in a few sentences of what is told of it; None where nothing is. What is open is marked, or
    left to the facts below (of a group that only may be, that is told of the whole).
    """
    may_be = facts.org.may_be(group)
    kind, level = facts.told(group, "kind"), facts.told(group, "level")
    sentences = []

    def sure(told: Told, piece: Piece) -> bool:
        return may_be or (piece.certainty or told.certainty) != Degree.OPEN

    known = [
        told.pieces[0].text if may_be or told.certainty != Degree.OPEN else fill(t.PERHAPS_SO, what=told.pieces[0].text)
        for told in (kind, level)
        if told.state == "value" and told.pieces
    ]
    if len(known) == 2:
        sentences.append(fill(t.WHO_AND_WHERE, kind=_capital(known[0]), level=known[1]))
    powers = facts.told(group, "remit.powers")
    if powers.state in ("value", "items"):
        for form, state in ((t.MAY, State.VALUE), (t.MAY_NOT, State.NONE)):
            words = [piece.text for piece in powers.pieces if piece.state == state and sure(powers, piece)]
            if words:
                sentences.append(fill(form, what=Text(_listed(words, "sv"), _listed(words, "en"))))
    meetings = facts.told(group, "meetings_per_year")
    if meetings.state == "value" and meetings.pieces and sure(meetings, meetings.pieces[0]):
        sentences.append(fill(t.MEETS, n=meetings.pieces[0].text))
    return Text(" ".join(one.sv for one in sentences), " ".join(one.en for one in sentences)) if sentences else None


def _capital(text: Text) -> Text:
    return Text(v.capital(text.sv), v.capital(text.en))


def _listed(words: Sequence[Text], lang: str) -> str:
    *first, last = (one.get(lang) for one in words)
    return f"{', '.join(first)} {t.AND.get(lang)} {last}" if first else last
