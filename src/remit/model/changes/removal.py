"""What goes with something that is dissolved, what only loses a name, and what keeps it from going."""

from __future__ import annotations

import re
from collections.abc import Iterable

from remit.model.changes.draft import Draft
from remit.model.changes.references import Lost, named_by
from remit.model.changes.substitution import cited_by
from remit.model.kind import Entity
from remit.model.whole import Model

PLACING: dict[str, frozenset[str]] = {
    "unit": frozenset({"principal", "provider", "parent", "level"}),
    "function": frozenset({"unit", "principal", "level"}),
    "provider": frozenset({"principal"}),
    "group": frozenset({"parent", "agreement", "level", "remit.topics", "expected.topics"}),
    "agreement": frozenset({"level", "topics"}),
    "joint_body": frozenset({"host", "mandate.topics"}),
    "territory": frozenset({"level", "part_of", "principals"}),
    "topic": frozenset({"part_of"}),
    "population": frozenset({"part_of"}),
    "matter": frozenset({"topic", "group"}),
    "recommendation": frozenset({"group", "topic"}),
    "seat": frozenset({"mandate.topics"}),
}
"""Fields that say where a thing stands or what it is for. Losing them would leave it in the air, or let it be for
everything: what they name cannot go before it is told what becomes of the thing.
"""
THROUGH = "through"
"""The field of a route that names the steps on its way; without them it would pass the line by."""

GOES_WITH: dict[str, tuple[tuple[str, ...], ...]] = {
    "seat": (("principal",), ("principal", "provider", "function", "person", "shared_by")),
    "holding": (("function",),),
    "mandate": (("topics",),),
    "allocation": (("territory", "group"),),
    "activity_status": (("level", "territory"),),
    "decision": (("principal",), ("principal", "body")),
}
"""Parts that go with what they name: each row holds fields of which one is left, else the part goes. A row counts
where one of its fields has been lost.
"""

_NUMBER = re.compile(r"\[\d+\]")


def remove(draft: Draft, names: Iterable[str]) -> list[Lost]:
    """Take entities and sets out of the draft, with what stands inside them and what goes with them.

    Gives what keeps them from going (empty: they have gone). The draft is then half changed; the caller goes back.
    """
    obstacles: list[Lost] = []
    gone = dict.fromkeys(names)
    while gone:
        for name in list(gone):
            gone.update(dict.fromkeys(draft.inside(name)))
        _take_out(draft, list(gone))
        lost = [one for one in draft.substitute(dict.fromkeys(gone, ())) if one.entity in draft.model.entities]
        gone = {}
        for one in lost:
            entity = draft.model.entities[one.entity]
            path = _NUMBER.sub("", one.path)
            if _goes_with(entity, path):
                gone[entity.id] = None
            elif _in_the_air(entity, path):
                obstacles.append(one)
    return list(dict.fromkeys(obstacles))


def still_cited(model: Model, names: Iterable[str]) -> list[Lost]:
    """What rests on sources that are to go, and does not go itself."""
    gone = set(names)
    gone |= {part for part, (whole, _) in model.parents.items() if whole in gone}
    documents = {one for one in gone if one in model.entities and model.entities[one].kind_meta.name == "source"}
    found = [
        Lost(entity.id, "source", place.document)
        for entity in model.entities.values()
        if entity.id not in gone and documents
        for place in cited_by(entity)
        if place.document in documents
    ]
    found += [
        Lost(row.about, "source", place.document)
        for row in model.statements
        if row.about not in gone
        for place in row.said.sources
        if place.document in documents
    ]
    found += [
        Lost(one.id, "source", place.document)
        for one in model.sets.values()
        if one.id not in gone
        for place in one.sources
        if place.document in documents
    ]
    if model.defaults is not None:
        found += [Lost(model.head.id, "source", p.document) for p in model.defaults.sources if p.document in documents]
    return list(dict.fromkeys(found))


def _take_out(draft: Draft, names: list[str]) -> None:
    """Out of the tables, and out of what they stand in."""
    places: dict[tuple[str, str], None] = {}
    for name in names:
        place = draft.model.parents.get(name)
        if place is not None and place[0] not in names:
            places[place] = None
    for parent, field in places:
        draft.set_parts(parent, field, [one for one in draft.parts(parent, field) if one.id not in names])
    for name in names:
        draft.forget(name)
        draft.model.sets.pop(name, None)


def _goes_with(entity: Entity, path: str) -> bool:
    rows = GOES_WITH.get(entity.kind_meta.name, ())
    return any(path in row and all(one not in entity.said for one in row) for row in rows)


def _in_the_air(entity: Entity, path: str) -> bool:
    """Whether a thing that has lost a field cannot be left so."""
    placing = path.endswith(f".{THROUGH}") or path in PLACING.get(entity.kind_meta.name, ())
    return placing and not _stands_otherwise(entity, path)


def _stands_otherwise(entity: Entity, path: str) -> bool:
    """Whether another field still says where a unit or function belongs."""
    belongs = {"unit": ("principal", "provider", "parent"), "function": ("unit", "principal")}
    fields = belongs.get(entity.kind_meta.name, ())
    return path in fields and path != "parent" and any(one in entity.said for one in fields)


def named_still(model: Model, names: Iterable[str]) -> list[Lost]:
    """Where ids that are no longer there are named all the same."""
    gone = set(names)
    if not gone:
        return []
    found = [Lost(entity.id, "", one) for entity in model.entities.values() for one in sorted(named_by(entity) & gone)]
    for row in model.statements:
        found += [Lost(one, row.what, one) for one in (row.about, row.to) if one in gone]
        if isinstance(row.said.value, list):
            found += [Lost(row.about, row.what, one) for one in row.said.value if isinstance(one, str) and one in gone]
    for definition in model.sets.values():
        asked = [value for _, values in definition.where for value in values]
        found += [Lost(definition.id, "", one) for one in (*(definition.members or ()), *asked) if one in gone]
    return list(dict.fromkeys(found))


def line_of(model: Model, names: Iterable[str]) -> list[str]:
    """The things, with the units below them and the functions in these."""
    gone = dict.fromkeys(names)
    while True:
        more = [one.id for one in model.entities.values() if one.id not in gone and _stands_in(one, set(gone))]
        if not more:
            return list(gone)
        gone.update(dict.fromkeys(more))


def _stands_in(entity: Entity, gone: set[str]) -> bool:
    if entity.kind_meta.name not in ("unit", "function"):
        return False
    above = [one for one in (getattr(entity, "parent", None), getattr(entity, "unit", None)) if one]
    whose = list(getattr(entity, "principal", None) or ()) + [
        one for one in (getattr(entity, "provider", None),) if one
    ]
    return any(one in gone for one in above) or (bool(whose) and all(one in gone for one in whose))
