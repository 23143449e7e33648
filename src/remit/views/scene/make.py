"""Puts a scene together: columns, rows, cards, edges, findings and facts, as data for the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.kinds import registry
from remit.model.text import Text
from remit.queries.finding import Audit
from remit.queries.reorganise.following import Became
from remit.views import texts as words
from remit.views.scene import extra, findings
from remit.views.scene.absences import Absences
from remit.views.scene.cards import Card
from remit.views.scene.change import all_changes, mark
from remit.views.scene.columns import columns
from remit.views.scene.drawing import draw
from remit.views.scene.edges import Told, drawn, endpoints, told
from remit.views.scene.entities import entities
from remit.views.scene.folding import Folding
from remit.views.scene.marks import put_marks
from remit.views.scene.order import in_order
from remit.views.scene.places import Places
from remit.views.scene.rows import rows
from remit.views.scene.sides import Sides
from remit.views.scene.standing import in_force, standing
from remit.views.scene.table import lit_columns, table
from remit.views.scene.wording import pair

MOST_CARDS = 300


def scene(
    organisation: Org,
    audit: Audit | None,
    loops: dict[str, Any] | None = None,
    *,
    before: Org | None = None,
    before_audit: Audit | None = None,
    became: Sequence[Became] = (),
    persons: bool = True,
    most_cards: int = MOST_CARDS,
) -> dict[str, Any]:
    """The scene of an organisation, ready for JSON; with ``before``, of what it was and what it is.

    ``audit``/``before_audit``: the findings of each. ``became``: what things of before have merged into or been split
    to; who is only renamed has the same id in both. ``loops`` is passed on as it is. ``persons``: whether persons
    and their names are in it. ``most_cards``: how many cards may be drawn; what is beyond stands in stacks.
    """
    sides = Sides(organisation, before, persons=persons)
    limits: list[Text] = []
    places = Places(sides, columns(sides, limits), rows(sides))
    shown = findings.ordered(sides, audit, before_audit, limits)
    tells = {side: in_force(org, told(org)) for side, org in enumerate(sides.orgs)}
    cards, lacking = _cards(sides, places, shown, tells, most_cards, limits)
    card_of = standing(sides, cards)
    edges = drawn(sides, card_of, tells)
    findings.light(shown, places.columns, lit_columns(places, cards), card_of, lacking, edges)
    put_marks(sides, shown, card_of, edges)
    changes = all_changes(sides, _both(sides), became)
    mark(sides, cards, changes, card_of)
    known = entities(sides, cards, card_of, shown, changes, limits)
    return {
        "model": _head(organisation),
        "before": _head(before) if before else None,
        **table(sides, places, cards),
        "edges": [edge.to_json() for edge in edges],
        "findings": [one.to_json(sides) for one in shown],
        "rules": _rules(shown),
        "documents": {
            one: pair(text) for org in reversed(sides.orgs) for one, text in sorted(org.document_titles().items())
        },
        "kinds": {kind: pair(cls.kind_meta.label) for kind, cls in registry().items()},
        "relations": {name: pair(text) for name, text in sorted(words.RELATIONS.items())},
        "topics": _topics(sides),
        "principals": {thing.id: pair(thing.name) for thing in sides.things("principal")},
        "entities": known,
        "counts": _counts(known),
        "limits": pair(Text(*(" ".join(text) for text in zip(*limits, strict=True)))) if limits else None,
        "loops": loops,
    }


def _cards(
    sides: Sides,
    places: Places,
    shown: Sequence[findings.Shown],
    tells: Mapping[int, Sequence[Told]],
    most: int,
    limits: list[Text],
) -> tuple[list[Card], dict[tuple[int, str], str]]:
    """Every card in order, and the card of the absence that a finding tells of, by its number and the subject."""
    every = [one for side in sorted(tells) for one in tells[side]]
    interest = endpoints(every)
    for one in shown:
        if findings.sure(one.finding) and len(one.finding.subject.ids()) == 1:
            interest[one.finding.subject.id] = interest.get(one.finding.subject.id, 0) + 1
    few = most // 4  # of each sort that is no entity
    absences = Absences(places, shown, few, limits)
    cards = [*absences.cards, *extra.principal_cards(sides, places, every)[:few]]
    sets = sorted({one.source for one in every if sides.kind(one.source) == "set"})[:few]
    piles = Folding(places, interest, most - len(cards) - len(sets)).piles(limits)
    cards += [draw(sides, pile) for pile in piles]
    cards += extra.set_cards(sides, places, every, standing(sides, cards), sets)
    return in_order(cards, interest), absences.placed


def _rules(shown: Sequence[findings.Shown]) -> dict[str, Any]:
    """What the rules that found something judge by, and why: told once, not with every finding."""
    found = {one.finding.code: one.finding.rule for one in shown}
    return {
        code: {"judgement": pair(rule.definition), "why": pair(rule.rationale), "harm": pair(rule.harm)}
        for code, rule in sorted(found.items())
    }


def _both(sides: Sides) -> list[str]:
    """What may have changed: every entity and set that both organisations have."""
    if sides.before is None:
        return []
    return [one for one in (*(thing.id for thing in sides.entities()), *sides.sets()) if not sides.change(one)]


def _head(org: Org) -> dict[str, Any]:
    head = org.model.head
    return {
        "id": head.id,
        "title": pair(head.title),
        "as_of": head.as_of.isoformat(),
        "represents": head.represents,
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
