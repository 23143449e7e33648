"""A reorganisation as the public JSON object; its schema is ``views/schemas/reorganise.schema.json``."""

from __future__ import annotations

from typing import Any

from remit.graph.loop import Loops
from remit.graph.measures.hierarchy import rounded
from remit.model.text import Text
from remit.queries.reorganise.attribution import By
from remit.queries.reorganise.records import Difference, Outcome, Reorganisation
from remit.queries.reorganise.sides import CellChange, LoopChange, Side
from remit.queries.reorganise.structure import FieldChange, RelationChange, ThingChange

FORMAT = 1


def to_dict(found: Reorganisation, lang: str) -> dict[str, Any]:
    """The whole object, texts in one language."""
    return {
        "remit": FORMAT,
        "certainty": found.certainty.word,
        "what_if": list(found.what_if),
        "before": _side(found.before, lang),
        "scenarios": [_outcome(one, lang) for one in found.outcomes],
    }


def _side(side: Side, lang: str) -> dict[str, Any]:
    load = side.metrics.meetings
    return {
        "model": {
            "id": side.id,
            "title": side.title.get(lang),
            "as_of": side.org.model.head.as_of.isoformat(),
            "represents": side.represents,
        },
        "on": side.on,
        "groups": side.count.groups,
        "meetings": {"a_year": _range(side.count.meetings), "groups_told": side.count.timed},
        "seats": {"number": side.count.seats, "unstated": side.count.many},
        "hours": {"a_year": _range(side.hours), "groups_counted": side.counted},
        "cost": {"a_year": _range(side.cost), "currency": side.metrics.currency or None} if side.cost else None,
        "load": [
            {"id": one.id, "hours": _range((one.low, one.high)), "cost": _range(one.cost) if one.cost else None}
            for one in load.principals
        ],
        "uncounted": [{"id": group, "not_told": list(fields)} for group, fields in load.uncounted],
        "assumed_meeting_hours": load.assumed_hours,
        "measures": {
            name: rounded(value) if isinstance(value, float) else value for name, value in side.figures().items()
        },
    }


def _range(given: tuple[float, float]) -> list[float]:
    return [round(one, 2) for one in given]


def _outcome(one: Outcome, lang: str) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title.get(lang),
        "changes": [
            {
                "number": step.number,
                "operation": step.operation,
                "says": step.says.get(lang),
                "reason": step.reason.get(lang),
                "basis": step.basis.value if step.basis else None,
                "sources": [_source(ref) for ref in step.sources],
                "place": step.place or None,
            }
            for step in one.steps
        ],
        "after": _side(one.after, lang),
        "summary": one.counts(),
        "attributed": one.attributed,
        "findings": [_difference(difference, lang) for difference in one.differences],
        "transients": [
            {"after": t.after, "until": t.until, "finding": t.finding.to_dict(lang)} for t in one.transients
        ],
        "tied": [
            {"number": number, "with": list(block) if block else None} for number, block in sorted(one.blocks.items())
        ],
        "hidden": {"before": one.hidden[0], "after": one.hidden[1]},
        "structure": {
            "counts": one.structure.counts(),
            "things": [_thing(thing, lang) for thing in one.structure.things],
            "relations": [_relation(relation, lang) for relation in one.structure.relations],
        },
        "loops": _loops(one.loops, lang),
    }


def _source(ref: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"document": ref.document, "section": ref.section}
    return found | ({"paragraph": ref.paragraph} if ref.paragraph else {})


def _difference(one: Difference, lang: str) -> dict[str, Any]:
    return {
        "fate": one.fate.value,
        "was": one.was.word if one.was else None,
        "now": one.now.word if one.now else None,
        "by": _by(one.by) if one.by else None,
        "gone": one.gone,
        "untold": one.untold,
        "accepted": one.accepted or None,
        "finding": one.finding.to_dict(lang),
    }


def _by(by: By) -> dict[str, Any]:
    return {
        "order": by.order,
        "first": by.first,
        "leaving_out": {"how": by.how.value, "changes": list(by.numbers)},
        "agree": not by.disagree,
    }


def _thing(one: ThingChange, lang: str) -> dict[str, Any]:
    return {
        "fate": one.fate,
        "kind": one.kind,
        "before": _named(one.before, one.before_names, lang),
        "after": _named(one.after, one.after_names, lang),
        "fields": [_field(field, lang) for field in one.fields],
        "parts": [
            {
                "fate": part.fate,
                "id": part.id,
                "kind": part.kind,
                "name": part.name.get(lang),
                "fields": [_field(field, lang) for field in part.fields],
            }
            for part in one.parts
        ],
    }


def _named(ids: tuple[str, ...], names: tuple[Text, ...], lang: str) -> list[dict[str, str]]:
    return [{"id": one, "name": name.get(lang)} for one, name in zip(ids, names, strict=True)]


def _field(one: FieldChange, lang: str) -> dict[str, Any]:
    return {
        "field": one.field,
        "label": one.label.get(lang),
        "before": one.before.get(lang) if one.before else None,
        "after": one.after.get(lang) if one.after else None,
    }


def _relation(one: RelationChange, lang: str) -> dict[str, Any]:
    return {
        "fate": one.fate,
        "from": one.source,
        "relation": one.relation,
        "to": one.target,
        "from_name": one.source_name.get(lang),
        "to_name": one.target_name.get(lang),
        "before": one.before or None,
        "after": one.after or None,
    }


def _loops(one: LoopChange, lang: str) -> dict[str, Any]:
    return {
        "topics": list(one.topics),
        "topics_left_out": {"before": one.left_out[0], "after": one.left_out[1]},
        "before": _closure(one.before),
        "after": _closure(one.after),
        "cells": [_cell(cell, lang) for cell in one.cells],
    }


def _closure(loops: Loops | None) -> dict[str, Any] | None:
    if loops is None:
        return None
    return {
        "closure": list(loops.closure),
        "steps": {step: list(share) for step, share in loops.steps.items()},
        "on_paper": loops.on_paper,
    }


def _cell(cell: CellChange, lang: str) -> dict[str, Any]:
    return {
        "topic": cell.topic,
        "topic_name": cell.topic_name.get(lang),
        "principal": cell.principal,
        "principal_name": cell.principal_name.get(lang),
        "before": {"gap": cell.before[0] or None, "state": cell.before[1]},
        "after": {"gap": cell.after[0] or None, "state": cell.after[1]},
    }
