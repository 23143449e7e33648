"""What became of each thing between two organisations, fact by fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from remit.model.facts import State
from remit.model.kinds import registry
from remit.model.text import Text
from remit.queries.reorganise.following import Became
from remit.views.scene import facts_texts as ft
from remit.views.scene import texts as t
from remit.views.scene.cards import Card
from remit.views.scene.facts import Row, facts_of, own_name, row_text, set_facts
from remit.views.scene.sides import Sides
from remit.views.scene.wording import fill, joined, pair, unpair


def all_changes(sides: Sides, both: Iterable[str], became: Iterable[Became]) -> dict[str, list[Row]]:
    """What is to be told of how each thing became what it is: that it has merged or been split first, then the facts
    that differ of those that ``both`` organisations have.
    """
    found: dict[str, list[Row]] = {}
    for one in became:
        row = {
            "field": pair(t.BECAME[one.how]),
            "before": pair(joined(one.before, t.AND)),
            "after": pair(joined(one.after, t.AND)),
        }
        for identifier in one.ids:
            if identifier not in sides.hidden:
                found.setdefault(identifier, []).append(row)
    for identifier in both:
        found.setdefault(identifier, []).extend(changed_facts(sides, identifier))
    return found


def changed_facts(sides: Sides, identifier: str) -> list[Row]:
    """The facts of an entity or set that both organisations have, where they differ: field, before, after; then what
    became of its parts (its seats, mandates, decisions). An id that has become another kind of thing tells that
    alone: that the one kind has not the fields of the other is no change.
    """
    if sides.before is None or sides.change(identifier):
        return []
    old_kind, new_kind = sides.before.kind(identifier), sides.after.kind(identifier)
    if old_kind != new_kind:
        return [*_kinds(old_kind, new_kind), *_names(sides, identifier)]
    return [*_names(sides, identifier), *_own(sides, identifier), *_parts(sides, identifier)]


def _kinds(before: str, after: str) -> list[Row]:
    label = {"set": ft.SET} | {kind: cls.kind_meta.label for kind, cls in registry().items()}
    return [{"field": pair(ft.WHAT_KIND), "before": pair(label[before]), "after": pair(label[after])}]


def _names(sides: Sides, identifier: str) -> list[Row]:
    """The name before and after, where it has another. A part without a name is called after what it belongs to."""
    if sides.before is None or (
        identifier in sides.after.model.parents and sides.after.entity(identifier).name is None
    ):
        return []
    before, after = sides.before.name(identifier), sides.after.name(identifier)
    return [{"field": pair(t.WHAT_NAME), "before": pair(before), "after": pair(after)}] if before != after else []


def _parts(sides: Sides, identifier: str) -> list[Row]:
    """What became of the parts: those that came and went, and what is told otherwise of those that stayed."""
    found = []
    for part in sides.parts.get(identifier, ()):
        org = sides.org(part)
        whole, path = org.model.parents[part]
        label = org.field_text(whole, path)
        name = own_name(org, part)
        fate = sides.change(part)
        if fate:
            before, after = (None, pair(name)) if fate == "added" else (pair(name), None)
            found.append({"field": pair(label), "before": before, "after": after})
        for row in changed_facts(sides, part):
            field = fill(ft.OF_PART, whole=label, part=name, field=unpair(row["field"]))
            found.append({**row, "field": pair(field)})
    return found


def _own(sides: Sides, identifier: str) -> list[Row]:
    after, before = (_facts(sides, side, identifier) for side in (0, 1))
    found = []
    for field in dict.fromkeys((*before, *after)):
        old, new = before.get(field, []), after.get(field, [])
        if sorted(map(repr, old)) != sorted(map(repr, new)):
            found.append({"field": pair(field), "before": _told(old), "after": _told(new)})
    return found


def _facts(sides: Sides, side: int, identifier: str) -> dict[Text, list[Text]]:
    org = sides.orgs[side]
    rows = set_facts(org, identifier, sides.hidden)
    if org.kind(identifier) != "set":
        rows = [*facts_of(org, identifier, sides.hidden), *rows]
    found: dict[Text, list[Text]] = {}
    for row in rows:
        if row["state"] != State.UNKNOWN:
            found.setdefault(unpair(row["field"]), []).append(row_text(row))
    return found


def _told(rows: Sequence[Text]) -> list[str] | str | None:
    if not rows:
        return None
    return pair(Text("; ".join(row.sv for row in rows), "; ".join(row.en for row in rows)))


def mark(sides: Sides, cards: Sequence[Card], changes: Mapping[str, Sequence[Row]], card_of: Mapping[str, str]) -> None:
    """Tell on each card what became of what stands on it; ``changes`` are the changed facts of each entity, ``card_of``
    the card of each. What has no card of its own (a recommendation of a group) changes the card where it is at home.
    """
    if sides.before is None:
        return
    guests: dict[str, list[str]] = {}
    for one, home in sorted(card_of.items()):
        if sides.kind(one) != "set" and _root(sides, one) == one:
            guests.setdefault(home, []).append(one)
    for card in cards:
        if card.change is not None or card.shape == "absence":
            continue
        ids = card.folded if card.folded and card.shape != "set" else (card.id,)
        fates = {sides.change(one) or ("changed" if changes.get(one) else "") for one in ids}
        visiting = [one for one in guests.get(card.id, ()) if one not in ids]
        if fates == {""} and any(sides.change(one) or changes.get(one) for one in visiting):
            fates = {"changed"}
        card.change = (fates.pop() if len(fates) == 1 else "changed") or None
        if len(ids) == 1:
            card.changes = list(changes.get(ids[0], ()))
            for one in visiting:
                card.changes += _visit(sides, one, changes.get(one, ()))


def _root(sides: Sides, identifier: str) -> str:
    """The entity that a part belongs to in the end; of what is no part, itself."""
    parents = sides.org(identifier).model.parents
    while identifier in parents:
        identifier = parents[identifier][0]
    return identifier


def _visit(sides: Sides, identifier: str, changes: Sequence[Row]) -> list[Row]:
    """What became of something that stands on the card of something else, in that card's words."""
    kind = registry()[sides.kind(identifier)].kind_meta.label
    name = sides.name(identifier)
    fate = sides.change(identifier)
    if fate:
        before, after = (None, pair(name)) if fate == "added" else (pair(name), None)
        return [{"field": pair(kind), "before": before, "after": after}]
    return [
        {**row, "field": pair(fill(ft.OF_PART, whole=kind, part=name, field=unpair(row["field"])))} for row in changes
    ]
