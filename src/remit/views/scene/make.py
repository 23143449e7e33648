"""Puts a scene together: columns, rows, cards, edges, findings and facts, as data for the page."""

from __future__ import annotations

from typing import Any

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.kinds import registry
from remit.queries.finding import Audit
from remit.views import texts as words
from remit.views.scene import extra, findings
from remit.views.scene.cards import Card
from remit.views.scene.columns import Columns, columns, family_name
from remit.views.scene.drawing import draw
from remit.views.scene.edges import drawn, endpoints, told
from remit.views.scene.entities import entities
from remit.views.scene.folding import Folding
from remit.views.scene.gaps import gaps
from remit.views.scene.places import Places
from remit.views.scene.rows import Rows, rows
from remit.views.scene.sides import Sides
from remit.views.scene.standing import standing
from remit.views.scene.wording import pair

MOST_CARDS = 300


def scene(
    organisation: Org,
    audit: Audit | None,
    loops: dict[str, Any] | None = None,
    *,
    before: Org | None = None,
    before_audit: Audit | None = None,
    persons: bool = True,
    most_cards: int = MOST_CARDS,
) -> dict[str, Any]:
    """The scene of an organisation, ready for JSON; with ``before``, of what it was and what it is.

    ``audit``/``before_audit``: the findings of each. ``loops`` is passed on as it is. ``persons``: whether persons
    and their names are in it. ``most_cards``: how many cards may be drawn; what is beyond stands in stacks.
    """
    sides = Sides(organisation, before, persons=persons)
    table = columns(sides)
    levels = rows(sides)
    places = Places(sides, table, levels)
    shown = findings.ordered(audit, before_audit)
    tells = {side: list(told(org)) for side, org in enumerate(sides.orgs)}
    every = [one for side in sorted(tells) for one in tells[side]]
    interest = endpoints(every)
    for one in shown:
        if findings.sure(one.finding) and len(one.finding.subject.ids()) == 1:
            interest[one.finding.subject.id] = interest.get(one.finding.subject.id, 0) + 1
    folding = Folding(places, interest, most_cards)
    cards = [draw(sides, pile) for pile in folding.piles()]
    cards += extra.principal_cards(sides, places, every)
    card_of = standing(sides, cards)
    cards += extra.set_cards(sides, places, every, card_of)
    absences, lacking = extra.absence_cards(sides, table, places, shown)
    cards += absences
    card_of = standing(sides, cards)
    edges = drawn(sides, card_of, tells)
    findings.light(shown, table, card_of, lacking, edges)
    facts = entities(sides, card_of, shown)
    return {
        "model": _head(organisation),
        "before": _head(before) if before else None,
        **_table(sides, table, levels, cards),
        "edges": [edge.to_json() for edge in edges],
        "findings": [one.to_json(sides) for one in shown],
        "documents": {
            one: pair(text) for org in reversed(sides.orgs) for one, text in sorted(org.document_titles().items())
        },
        "kinds": {kind: pair(cls.kind_meta.label) for kind, cls in registry().items()},
        "relations": {name: pair(text) for name, text in sorted(words.RELATIONS.items())},
        "topics": _topics(sides),
        "principals": {thing.id: pair(thing.name) for thing in sides.things("principal")},
        "entities": facts,
        "counts": _counts(facts),
        "limits": None,
        "loops": loops,
    }


def _head(org: Org) -> dict[str, Any]:
    head = org.model.head
    return {
        "id": head.id,
        "title": pair(head.title),
        "as_of": head.as_of.isoformat(),
        "represents": head.represents,
    }


def _table(sides: Sides, table: Columns, levels: Rows, cards: list[Card]) -> dict[str, Any]:
    """Rows, columns and cards, without the row of untold levels and the columns where nothing stands."""
    used = {place for card in cards for place in range(card.column, card.column + card.span)}
    kept = [n for n, column in enumerate(table.all) if column.kind == "principal" or n in used]
    new = {old: place for place, old in enumerate(kept)}
    untold = levels.untold in {card.row for card in cards}
    shown = levels.all if untold else levels.all[:-1]
    found = []
    for number in kept:
        column = table.all[number]
        identifier = column.kind if column.kind != "principal" else column.principals[0]
        found.append(
            {
                "id": f"~{identifier}",
                "name": pair(column.name),
                "short": pair(column.short),
                "kind": column.kind,
                "principals": list(column.principals),
                "tags": [],
            }
        )
    families = [
        {"name": pair(family_name(kind, len(held), sum(len(table.all[n].principals) for n in held))),
         "columns": [new[n] for n in held]}
        for kind, held in table.families
    ]  # fmt: skip
    return {
        "rows": [{"id": row.id, "name": pair(row.name)} for row in shown],
        "families": families,
        "columns": found,
        "gaps": gaps(sides, table, levels, cards, new),
        "cards": [card.to_json() | {"column": new[card.column]} for card in cards],
    }


def _topics(sides: Sides) -> dict[str, Any]:
    return {
        thing.id: {
            "name": pair(thing.name),
            "part_of": list(sides.org(thing.id).topic_line(thing.id)[1:2]),
        }
        for thing in sides.things("topic")
    }


def _counts(facts: dict[str, Any]) -> dict[str, int]:
    found = {degree.word: 0 for degree in (Degree.ESTABLISHED, Degree.REPORTED, Degree.OPEN)} | {"unknown": 0}
    for one in facts.values():
        for fact in one["facts"]:
            found["unknown" if fact["state"] == "unknown" else fact["certainty"]] += 1
    return found
