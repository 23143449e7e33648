"""A model under change: what is changed is copied first, so that the model that it began as stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from remit.model.changes.fields import copied
from remit.model.changes.references import Lost, Rewriter, To, named_by, named_by_for_good
from remit.model.changes.substitution import (
    cited_by,
    selection_with,
    set_with,
    sources_with,
    statement_with,
    with_sources,
)
from remit.model.files.binder import derived_id, free_id
from remit.model.files.writer import given_ids
from remit.model.kind import Entity
from remit.model.whole import Mark, Model, Statement

NOWHERE = Mark("", 0, 0)


class Draft:
    """A model that may be changed. Whoever changes an entity asks for it by :meth:`edit`, and gets a copy."""

    def __init__(self, model: Model) -> None:
        self.model = _apart(model)
        for name in (*model.entities, *model.sets):
            self.model.marks.setdefault(name, NOWHERE)  # by them readers know what is there already
        self._own: set[str] = set()
        self.gone_sources: set[str] = set()
        self.became: dict[str, tuple[str, ...]] = {}
        """Which ids have become others, what stands inside things among them; whoever applies changes sets it anew."""

    def snapshot(self) -> Model:
        """The model as it is now; what is changed after this is copied again."""
        self._own.clear()
        return _apart(self.model)

    def restore(self, model: Model) -> None:
        """Go back to a snapshot."""
        self.model = _apart(model)
        self._own.clear()

    def touched(self) -> list[Entity]:
        """The entities that have been made or changed since the last snapshot."""
        return [self.model.entities[name] for name in sorted(self._own) if name in self.model.entities]

    def cites(self, source: str) -> bool:
        """Whether something cites a source that was made or changed since the last snapshot, or a row or set does."""
        places = (place for entity in self.touched() for place in cited_by(entity))
        rows = (place for row in self.model.statements for place in row.said.sources)
        sets = (place for one in self.model.sets.values() for place in one.sources)
        return any(place.document == source for all_places in (places, rows, sets) for place in all_places)

    # --- entities ------------------------------------------------------------------------------------------

    def edit(self, name: str) -> Entity:
        """An entity as a copy that may be changed; it stands in the model, and in what it is a part of."""
        entity = self.model.entities[name]
        if name not in self._own:
            entity = copied(entity)
            self.replace(name, entity)
        return entity

    def replace(self, name: str, entity: Entity) -> None:
        """Put an entity of our own in the place of one with the same id."""
        self.model.entities[name] = entity
        self._own.add(name)
        place = self.model.parents.get(name)
        if place is not None:
            self._refresh(*place)

    def own(self, names: Iterable[str]) -> None:
        """Entities that have just been made need no copying."""
        self._own.update(names)

    def parts(self, parent: str, field: str) -> list[Entity]:
        """The entities that stand in a field of another, in their order."""
        return list(getattr(self.model.entities[parent], field) or ())

    def set_parts(self, parent: str, field: str, parts: Iterable[Entity]) -> None:
        """Let these entities stand in a field; those that stood there and do not now are out of the model."""
        new = {one.id: one for one in parts}
        for old in [one for one, place in self.model.parents.items() if place == (parent, field)]:
            if old not in new:
                self.forget(old)
        for name, entity in new.items():
            if self.model.entities.get(name) is not entity:
                self._own.add(name)
            self.model.entities[name] = entity
            self.model.marks.setdefault(name, NOWHERE)
        self.stand(parent, field, new)
        whole = self.edit(parent)
        setattr(whole, field, list(new.values()) or None)
        if field in whole.said:
            if new:
                whole.said[field] = (whole.said[field][0]._replace(value=list(new.values())), *whole.said[field][1:])
            else:
                del whole.said[field]

    def stand(self, parent: str, field: str, names: Iterable[str]) -> None:
        """Note that these stand in a field of another, in this order (files are written by it)."""
        for name in names:
            self.model.parents.pop(name, None)
            self.model.parents[name] = (parent, field)

    def _refresh(self, parent: str, field: str) -> None:
        """Let a whole hold its parts as they are now."""
        whole = self.edit(parent)
        now = [self.model.entities[one.id] for one in getattr(whole, field) or () if one.id in self.model.entities]
        setattr(whole, field, now)
        if field in whole.said:
            whole.said[field] = (whole.said[field][0]._replace(value=now), *whole.said[field][1:])

    def forget(self, name: str) -> None:
        """Take an entity out of the tables of the model; what refers to it is the caller's."""
        gone = self.model.entities.pop(name, None)
        if gone is not None and gone.kind_meta.name == "source":
            self.gone_sources.add(name)
        self.model.parents.pop(name, None)
        self.model.marks.pop(name, None)
        self._own.discard(name)

    def inside(self, name: str) -> list[str]:
        """The ids of what stands inside an entity, in their order."""
        return [part for part, (whole, _) in self.model.parents.items() if whole == name]

    # --- references ----------------------------------------------------------------------------------------

    def substitute(self, to: To, *, no_self: bool = False, per: Callable[[str], To] | None = None) -> list[Lost]:
        """Put other ids in the place of ids, wherever they stand; entities keep theirs.

        ``per`` may give another ``to`` for the fields of one entity. Gives the fields that are left with nothing, or
        of which nobody can say which of several they name. Sets and statements that are left with nothing are gone,
        and what named such a set is treated likewise.
        """
        lost: list[Lost] = []
        self._note(to)
        while to:
            documents = any(one in self.documents() for one in to)
            for name, entity in list(self.model.entities.items()):
                own_to = per(name) if per is not None else to
                new = entity
                if not own_to.keys().isdisjoint(self._named_by(name, entity)):
                    rewriter = Rewriter(own_to, no_self=no_self)
                    new = rewriter.entity(entity)
                    lost += rewriter.lost
                if documents:
                    new = with_sources(new, to)
                if new is not entity:
                    self.replace(name, self._with_parts_of(new))
            self._statements(to)
            to, per = dict.fromkeys(self._sets(to), ()), None
        return lost

    def _note(self, to: To) -> None:
        moved = {one: tuple(many) for one, many in to.items() if many and tuple(many) != (one,)}
        if moved:
            earlier = {
                one: tuple(dict.fromkeys(x for y in many for x in moved.get(y, (y,))))
                for one, many in self.became.items()
            }
            self.became = {**moved, **earlier}

    def _named_by(self, name: str, entity: Entity) -> Collection[str]:
        """What an entity names; remembered for one that is not our own, since such a one never changes again."""
        return named_by(entity) if name in self._own else named_by_for_good(entity)

    def documents(self) -> set[str]:
        """The ids that words of source can name: sources, and what is cited and gone."""
        sources = {name for name, one in self.model.entities.items() if one.kind_meta.name == "source"}
        return sources | self.gone_sources

    def _with_parts_of(self, entity: Entity) -> Entity:
        """The parts are those that stand in the model now, which may have been changed before their whole."""
        for field, _ in entity.kind_meta.parts:
            parts = getattr(entity, field)
            if parts:
                now = [self.model.entities.get(one.id, one) for one in parts]
                setattr(entity, field, now)
                if field in entity.said:
                    entity.said[field] = (entity.said[field][0]._replace(value=now), *entity.said[field][1:])
        return entity

    def _statements(self, to: To) -> None:
        marks = self.statement_marks()
        rows, places = [], []
        for row, mark in zip(self.model.statements, marks, strict=True):
            for new in statement_with(self.model, row, to):
                said = new.said._replace(sources=sources_with(new.said.sources, to))
                rows.append(new._replace(said=said) if said != new.said else new)
                places.append(mark)
        self.set_statements(rows, places)

    def statement_marks(self) -> list[Mark]:
        """Where each row of the table of facts stands."""
        return [self.model.marks.get(f"facts[{n}]", NOWHERE) for n in range(len(self.model.statements))]

    def set_statements(self, rows: list[Statement], marks: list[Mark]) -> None:
        """Let the table of facts hold these rows."""
        for number in range(len(self.model.statements)):
            self.model.marks.pop(f"facts[{number}]", None)
        self.model.statements = rows
        self.model.marks.update({f"facts[{n}]": mark for n, mark in enumerate(marks) if mark is not NOWHERE})

    def _sets(self, to: To) -> list[str]:
        """Sets, coverage and the model's own words; gives the sets that are gone."""
        gone: list[str] = []
        for name, definition in list(self.model.sets.items()):
            new = set_with(definition, to)
            if new is None:
                gone.append(name)
                del self.model.sets[name]
                self.model.marks.pop(name, None)
            else:
                self.model.sets[name] = new._replace(sources=sources_with(new.sources, to))
        coverage = self.model.coverage
        selections = tuple(one for one in (selection_with(each, to) for each in coverage.selections) if one)
        if selections != coverage.selections:
            self.model.coverage = replace(coverage, selections=selections)
        if self.model.defaults is not None:
            defaults = self.model.defaults
            self.model.defaults = defaults._replace(sources=sources_with(defaults.sources, to))
        return gone

    # --- ids -----------------------------------------------------------------------------------------------

    def rename(self, names: dict[str, str]) -> None:
        """Give entities and sets other ids; every reference follows, and so do the ids of what stands inside."""
        given = self.given_parts(names)
        lost = self.substitute({old: (new,) for old, new in names.items()})
        assert not lost
        self.settle(names, given, names)

    def given_parts(self, names: Iterable[str]) -> dict[tuple[str, str], set[str]]:
        """For each field whose parts' ids may follow from these: the ids there that do not follow, but were given."""
        return {place: given_ids(place[0], self._inside(place)) for place in self._wholes_of(set(names))}

    def settle(self, names: dict[str, str], given: dict[tuple[str, str], set[str]], wholes: dict[str, str]) -> None:
        """Give entities their new ids, and parts those that follow; references to the entities have been put right.

        ``given``: as :meth:`given_parts` told it before; ``wholes``: the old ids of what parts stand in, and the new.
        """
        parts = self._part_ids(names, given, wholes)
        if parts:
            self.substitute({old: (new,) for old, new in parts.items()})
        self._rekey({**names, **parts})

    def _inside(self, place: tuple[str, str]) -> list[Entity]:
        return [self.model.entities[part] for part, one in self.model.parents.items() if one == place]

    def _wholes_of(self, names: set[str]) -> list[tuple[str, str]]:
        """The fields whose parts' ids may follow from what is renamed."""
        found: dict[tuple[str, str], None] = {}
        for part, place in self.model.parents.items():
            if place[0] in names or not names.isdisjoint(named_by(self.model.entities[part])):
                found[place] = None
        return list(found)

    def _part_ids(
        self, names: dict[str, str], given: dict[tuple[str, str], set[str]], wholes: dict[str, str]
    ) -> dict[str, str]:
        """The new ids of parts: one that followed from the content follows from it still, one that was given keeps
        it, but for the id of its whole at the beginning.
        """
        found: dict[str, str] = {}
        for place, own in given.items():
            whole = wholes.get(place[0], place[0])
            kept: dict[str, str] = {}
            for one in own:
                start, colon, rest = one.partition(":")
                kept[one] = names.get(one, f"{wholes[start]}:{rest}" if colon and start in wholes else one)
            parts = self._inside(place)
            taken = {kept.get(one.id, names.get(one.id, "")) for one in parts}
            for part in parts:
                new = kept.get(part.id) or names.get(part.id)
                if new is None:
                    new = free_id(derived_id(whole, part), taken)
                    taken.add(new)
                if new != part.id:
                    found[part.id] = new
        return found

    def _rekey(self, names: dict[str, str]) -> None:
        model = self.model
        # all are copied before any gets its id: a copy is put into its whole by the id that it has
        for old, entity in [(old, self.edit(old)) for old in names if old in model.entities]:
            entity.id = new = names[old]
            if "id" in entity.said and entity.said["id"][0].value is not None:
                entity.said["id"] = tuple(one._replace(value=new) for one in entity.said["id"])
        model.entities = {names.get(old, old): entity for old, entity in model.entities.items()}
        model.parents = {
            names.get(part, part): (names.get(whole, whole), field) for part, (whole, field) in model.parents.items()
        }
        model.sets = {names.get(old, old): one._replace(id=names.get(old, old)) for old, one in model.sets.items()}
        model.marks = {names.get(old, old): mark for old, mark in model.marks.items()}
        self._own = {names.get(old, old) for old in self._own}


def _apart(model: Model) -> Model:
    """The same model with tables of its own (the entities are shared)."""
    return Model(
        model.head,
        dict(model.entities),
        dict(model.parents),
        dict(model.sets),
        list(model.statements),
        model.coverage,
        model.defaults,
        dict(model.marks),
        model.files,
    )
