"""Several entities of one kind become one: their fields united, references put right, seats of both made one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from remit.model.changes.fields import (
    Sayings,
    default_of,
    item_sayings,
    put,
    relist,
    with_words,
)
from remit.model.changes.references import named_by
from remit.model.changes.site import Site, label_of
from remit.model.changes.substitution import statement_without_self
from remit.model.facts import Said, State
from remit.model.files.nodes import Node
from remit.model.files.reading import Words
from remit.model.files.shapes import Shape, shapes
from remit.model.kind import Entity
from remit.model.text import Text
from remit.model.whole import names_entities, text_of

_NOTHING = (State.UNKNOWN,)


class Merger:
    """One merger at work."""

    def __init__(
        self,
        site: Site,
        parts: list[Entity],
        into: str,
        told: Mapping[str, Node],
        at: Node,
        path: str,
        words: Words,
    ) -> None:
        self.site, self.parts, self.into, self.told = site, parts, into, dict(told)
        self.at, self.path, self.words = at, path, words
        self.names = [one.id for one in parts]
        self.origins: dict[str, tuple[str, frozenset[str]]] = {}
        """For each seat the group that it stood in, and which of the merged it named."""

    def run(self) -> None:
        """Unite them; what differs and is not told is told."""
        draft = self.site.draft
        new = self._united()
        if self.site.failed:
            return
        given = draft.given_parts(self.names)
        self.origins = {seat.id: self._origin(seat) for seat in self.site.model.of_kind("seat")}
        inside = self._inside(new)
        self._in_place(new)
        wholes = dict.fromkeys(self.names, self.into)
        others = {name: (self.into,) for name in self.names if name != self.into}
        own = {**others, self.into: (self.into,)}  # the others may have named the one that they become
        lost = draft.substitute(others, no_self=True, per=lambda name: own if name == self.into else others)
        del lost  # what named only the others now names nothing: it would name itself
        given = self._places(given, inside)
        self._unite_seats(inside)
        draft.settle({}, given, wholes)
        entity = draft.edit(self.into)
        self.site.fields(entity, self.told, self.path, self.words)
        self._once()

    # --- fields --------------------------------------------------------------------------------------------

    def _united(self) -> Entity:
        cls = type(self.parts[0])
        new = cls.made(id=self.into)
        for name, shape in shapes(cls).items():
            if shape.entity is not None or name in self.told:
                continue
            if not shape.fact:
                self._plain(new, name)
            elif shape.part is not None and not shape.many:
                self._part(new, shape)
            else:
                self._field(new, shape, name)
        if self.words != Words():
            new.said["id"] = (self.words.said(State.VALUE, self.into),)
        return new

    def _plain(self, new: Entity, name: str) -> None:
        values = [getattr(one, name) for one in self.parts]
        stays = next((value for one, value in zip(self.parts, values, strict=True) if one.id == self.into), None)
        told = [value for value in values if value is not None]
        if stays is not None:
            setattr(new, name, stays)
        elif name == "note":
            setattr(new, name, " ".join(dict.fromkeys(told)) or None)
        elif told and all(value == told[0] for value in told):
            setattr(new, name, told[0])
        elif told:
            self._differs(name, {one.id: value for one, value in zip(self.parts, values, strict=True)})

    def _part(self, new: Entity, shape: Shape) -> None:
        """A remit, a chair, …: said by those who say it, its fields one by one."""
        assert shape.part is not None
        outer = [told[0] for one in self.parts if (told := one.said.get(shape.name))]
        if not outer:
            return
        values = [one for one in outer if one.state is State.VALUE]
        if not values and len({one.state for one in outer}) > 1:
            differing = {one.id: one.said[shape.name][0].state.value for one in self.parts if shape.name in one.said}
            self._differs(shape.name, differing)
            return
        new.said[shape.name] = ((values or outer)[0]._replace(value=None),)
        for name, inner in shapes(shape.part).items():
            if f"{shape.name}.{name}" not in self.told:
                self._field(new, inner, f"{shape.name}.{name}")
        if new.said[shape.name][0].value is None and values:
            new.said[shape.name] = (values[0],)
            setattr(new, shape.name, values[0].value)

    def _field(self, new: Entity, shape: Shape, path: str) -> None:
        """A field: what is said of it where all that say something agree; of a list the items of all."""
        default = default_of(type(new), path) if "." not in path else None
        having = [one for one in self.parts if one.said.get(path)]
        outward = [one for one in having if not self._names_itself(one, path)]
        having = outward or having
        if not having:
            return
        if default is not None and len(having) < len(self.parts):
            values = {one.id: _shown(one.said[path]) if path in one.said else default for one in self.parts}
            if len({str(value) for value in values.values()}) > 1:
                self._differs(path, values)
                return
        firsts = [one.said[path] for one in having]
        counting = [told for told in firsts if not (len(told) == 1 and told[0].state in _NOTHING)] or firsts
        lists = [told for told in counting if len(told) == 1 and told[0].state is State.VALUE]
        if (
            shape.many
            and all(len(told) == 1 and told[0].state in (State.VALUE, State.NONE) for told in counting)
            and lists
        ):
            self._list(new, path, [one for one in having if one.said[path] in lists])
        elif all(_content(told) == _content(counting[0]) for told in counting):
            owner = next(one for one in having if one.said[path] is counting[0])
            inside = {name: told for name, told in owner.said.items() if name.startswith((f"{path}[", f"{path}."))}
            value = counting[0][0].value if counting[0][0].state is State.VALUE else None
            put(new, path, value, {path: counting[0], **inside})
        else:
            self._differs(path, {one.id: _shown(one.said[path]) for one in having})

    def _names_itself(self, one: Entity, path: str) -> bool:
        """Whether all that it says there is one of those that it becomes one with: that goes, and differs from nothing
        (the unit above, of one that is merged with it).
        """
        values = [said.value for said in one.said[path]]
        return names_entities(type(one), path) and all(isinstance(v, str) and v in self.names for v in values)

    def _list(self, new: Entity, path: str, having: list[Entity]) -> None:
        outer: Said = having[0].said[path][0]
        items: list[tuple[Any, Sayings]] = []
        for one in having:
            said = one.said[path][0]
            for place, value in enumerate(said.value):
                own = with_words(item_sayings(one.said, path, place), value, said, outer)
                if not any(value == other and (not isinstance(value, Entity)) for other, _ in items):
                    items.append((value, own))
        told: Sayings = {}
        values = relist(told, path, items)
        told[path] = (outer._replace(value=values),)
        put(new, path, values, told)

    def _differs(self, field: str, values: Mapping[str, Any]) -> None:
        each = "; ".join(f"{name}: {_plain(value)}" for name, value in values.items())
        self.site.no(self.at, self.path, "merge_differs", field=field, values=each)

    # --- places --------------------------------------------------------------------------------------------

    def _inside(self, new: Entity) -> dict[str, list[Entity]]:
        """What stands in the fields of all of them, by field, in their order."""
        found: dict[str, list[Entity]] = {}
        for field, _ in new.kind_meta.parts:
            if field in self.told:
                continue
            found[field] = [part for name in self.names for part in self.site.draft.parts(name, field)]
            states = [one.said[field][0] for one in self.parts if field in one.said]
            if found[field]:
                new.said[field] = (next(one for one in states if one.state is State.VALUE),)
            elif states:
                new.said[field] = (states[0],)
        return found

    def _in_place(self, new: Entity) -> None:
        """The result in the place of the first; the others are out of the model, and what stood in them is in it."""
        draft, model = self.site.draft, self.site.model
        inside = {field: [one.id for one in parts] for field, parts in self._parts_now().items()}
        model.entities = {
            (self.into if name == self.names[0] else name): (new if name == self.names[0] else entity)
            for name, entity in model.entities.items()
            if name == self.names[0] or name not in self.names
        }
        for name in self.names:
            if name != self.into:
                model.marks.pop(name, None)
        model.marks.setdefault(self.into, self.at.mark)
        if new.kind_meta.name == "source":
            draft.gone_sources.update(self.names)
        draft.own([self.into])
        for field, parts in inside.items():
            if field in self.told:
                for one in parts:
                    draft.forget(one)
                    self.site.replaced.append(one)
                continue
            draft.stand(self.into, field, parts)
            self._hold(field, parts)

    def _parts_now(self) -> dict[str, list[Entity]]:
        fields = [field for field, _ in self.parts[0].kind_meta.parts]
        return {field: [one for name in self.names for one in self.site.draft.parts(name, field)] for field in fields}

    def _hold(self, field: str, names: list[str]) -> None:
        whole = self.site.draft.edit(self.into)
        now = [self.site.model.entities[one] for one in names]
        setattr(whole, field, now or None)
        if now and field in whole.said:
            whole.said[field] = (whole.said[field][0]._replace(value=now),)

    def _places(
        self, given: dict[tuple[str, str], set[str]], inside: Mapping[str, list[Entity]]
    ) -> dict[tuple[str, str], set[str]]:
        """The ids that were given, by where the parts stand now."""
        found: dict[tuple[str, str], set[str]] = {}
        for (whole, field), names in given.items():
            place = (self.into if whole in self.names else whole, field)
            if place[0] != self.into or field in inside:
                found.setdefault(place, set()).update(names)
        return found

    # --- seats ---------------------------------------------------------------------------------------------

    def _unite_seats(self, inside: Mapping[str, list[Entity]]) -> None:
        """Seats that have become alike: in a merged group they are one, in a group of merged principals their
        numbers are added.
        """
        model, draft = self.site.model, self.site.draft
        groups = [self.into] if "seats" in inside else [one.id for one in model.of_kind("group")]
        for group in groups:
            kept: list[Entity] = []
            gone: dict[str, tuple[str, ...]] = {}
            for seat in draft.parts(group, "seats"):
                same = next((one for one in kept if _alike(one, seat) and self._met(one, seat)), None)
                if same is None:
                    kept.append(seat)
                    continue
                gone[seat.id] = (same.id,)
                if group != self.into:
                    self._add(same.id, seat)
                    kept = [model.entities[one.id] for one in kept]
                elif getattr(same, "count", 1) != getattr(seat, "count", 1):
                    who = str(getattr(seat, "principal", None) or getattr(seat, "function", None) or seat.id)
                    self.site.no(self.at, self.path, "merge_seats", who=label_of(model, who))
            if gone:
                draft.set_parts(group, "seats", [model.entities[one.id] for one in kept])
                draft.substitute(gone)

    def _origin(self, seat: Entity) -> tuple[str, frozenset[str]]:
        return self.site.model.parents[seat.id][0], frozenset(named_by(seat) & set(self.names))

    def _met(self, one: Entity, other: Entity) -> bool:
        """Whether two seats were of different groups, or named different ones of the merged, before."""
        first, second = self.origins[one.id], self.origins[other.id]
        return first != second and (first[0] != second[0] or bool(first[1] and second[1]))

    def _add(self, one: str, other: Entity) -> None:
        seat: Any = self.site.draft.edit(one)
        numbers = (seat.count, getattr(other, "count", 1))
        total: Any = "many" if "many" in numbers else sum(numbers)
        put(seat, "count", total, {"count": (self.words.said(State.VALUE, total),)})

    def _once(self) -> None:
        """Facts that have become the same are told once, and none of what the merged said of one another."""
        draft = self.site.draft
        both = [
            (new, mark)
            for row, mark in zip(draft.model.statements, draft.statement_marks(), strict=True)
            for new in (statement_without_self(draft.model, row) if row.about == self.into else [row])
        ]
        rows, marks = [row for row, _ in both], [mark for _, mark in both]
        kept = [
            (row, mark)
            for place, (row, mark) in enumerate(zip(rows, marks, strict=True))
            if not (self.into in (row.about, row.to) and row in rows[:place])
        ]
        if [row for row, _ in kept] != draft.model.statements:
            draft.set_statements([row for row, _ in kept], [mark for _, mark in kept])


def _alike(one: Entity, other: Entity) -> bool:
    """Whether two seats are the same but for their number, and who says so."""
    fields = [name for name in type(one).model_fields if name not in ("id", "said", "count", "note", "name")]
    return all(getattr(one, name) == getattr(other, name) for name in fields)


def _content(told: tuple[Said, ...]) -> list[tuple[State, Any]]:
    return [(one.state, one.value) for one in told]


def _shown(told: tuple[Said, ...]) -> Any:
    return " / ".join(_plain(one.value) if one.state is State.VALUE else one.state.value for one in told)


def _plain(value: Any) -> str:
    if isinstance(value, Text):
        return value.sv if value.sv == value.en else f"{value.sv} ({value.en})"
    if isinstance(value, tuple):
        low, high = value
        return f"{low:g}" if low == high else f"{low:g}-{high:g}"
    if isinstance(value, list):
        return ", ".join(str(getattr(one, "to", one)) for one in value)
    return "–" if value is None else text_of(value)
