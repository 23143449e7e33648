"""The changes that turn one model into another, in order, each tried before it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from remit.model.changes import Change, ChangeErrors, Scenario, apply
from remit.model.changes.references import named_by
from remit.model.difference import reasons as r
from remit.model.difference.compare import Differences, compare, whole
from remit.model.difference.grouping import together
from remit.model.difference.making import alike_by, creations
from remit.model.difference.matching import Matching, Merge, Rename, Split, match
from remit.model.difference.order import BEHIND, in_order
from remit.model.difference.own import own_changes
from remit.model.difference.remaking import distance, mergers, splitters
from remit.model.difference.telling import (
    fields_to_set,
    same_values,
    setting,
    stated_entities,
    stated_head,
    stated_rows,
    stated_sets,
)
from remit.model.difference.trying import Trying, trial
from remit.model.kind import Entity
from remit.model.text import Text
from remit.model.whole import Model

PLAIN = frozenset({"id", "name", "note"})
NAMED_KINDS = ("principal", "unit", "function", "group", "agreement")
"""Kinds for which another name is a change of its own."""
ROUNDS = 5
"""How many times what could not be changed yet is tried again: a thing may first have to go, another to come."""


@dataclass(frozen=True, slots=True)
class Way:
    """How one model becomes another.

    ``middle``: the first model with the renames, mergers and splits made; ``differences``: what then differs. ``ids``:
    the ids in the second model of what has others there: one, or those that it was split into.
    """

    matching: Matching
    middle: Model
    differences: Differences
    scenario: Scenario
    ids: dict[str, tuple[str, ...]] = field(default_factory=dict)


class NotReachedError(AssertionError):
    """The changes do not give the second model: a fault of ours."""


def way(a: Model, b: Model) -> Way:
    """How ``a`` becomes ``b``. Raises NotReachedError where no changes do it, which is a fault of ours."""
    return _Steps(a, b).way()


class _Steps(Trying):
    def __init__(self, a: Model, b: Model) -> None:
        super().__init__(a, b)
        self.same: dict[str, str] = {}
        self.parted: dict[str, tuple[str, ...]] = {}

    # --- the way -------------------------------------------------------------------------------------------

    def way(self) -> Way:
        """Every step, and a check that it leads there."""
        matching = match(self.a, self.b)
        self._make_room(matching)
        self._rename(matching.renames)
        if matching.merges or matching.splits:  # what these write may cite what is new
            self._make(name for name, one in whole(self.b).items() if self._new_source(name, one))
        matching = matching.without([*self._merge(matching), *self._split(matching)])
        self._great_first()
        middle, differences = self.at, compare(self.at, self.b)
        self._create()
        self._sets()
        self._tell()
        self._facts_of_entities()
        self._dissolve()
        for number in range(ROUNDS):
            self._state(blunt=number > 0)
            self._dissolve()
            if not replace(compare(self.at, self.b), head=()):
                break
        found = replace(compare(self.at, self.b), head=())
        if found:
            raise NotReachedError(f"{self.ids[0]} to {self.ids[1]}: {found}")
        self._in_few()
        scenario = self._scenario()
        ids = {old: (new,) for old, new in self.same.items()} | self.parted
        return Way(matching, middle, differences, scenario, ids)

    def _make_room(self, matching: Matching) -> None:
        """What has an id that stands for another thing in the second model gets another one, for a while."""
        del matching
        theirs = whole(self.b)
        ours = whole(self.a)
        wrong = [name for name, one in ours.items() if name in theirs and type(theirs[name]) is not type(one)]
        wrong += [name for name in ours if name in self.b.sets]
        wrong += [name for name in self.a.sets if name in theirs]
        # a set of another kind of things: what names the old one and what names the new one cannot both find theirs
        sets = self.b.sets
        wrong += [name for name, one in self.a.sets.items() if name in sets and sets[name].of != one.of]
        for name in sorted(set(wrong)):
            free = self._free(f"{name}-former")
            self.take([self.change("rename", {"this": name, "id": free}, r.MADE_WAY)])
            self.same[name] = free

    def _make_anew(self, sets: Iterable[str]) -> None:
        """Sets that can be told neither before nor after what is new, each naming the other, are made with it."""
        for name in sets:
            self.take([self.change("rename", {"this": name, "id": self._free(f"{name}-former")}, r.MADE_WAY)])

    def _free(self, stem: str) -> str:
        taken = {*self.at.entities, *self.at.sets, *self.b.entities, *self.b.sets}
        number, name = 1, stem
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        return name

    def _merge(self, matching: Matching) -> list[Merge | Split]:
        """The mergers; gives those that are none, for they would leave more to be told otherwise."""
        refused: list[Merge | Split] = []
        for one in matching.merges:
            these = [self.same.get(old, old) for old in one.these]
            ways = mergers(self.at, self.b, these, one.into)
            kept = matching.within.get(one.into)
            there = kept is not None or one.into in one.these
            if self._better([("merge", told, r.MERGED, words) for told, words in ways], there):
                self.same.update({old: one.into for old in one.these if old != one.into})
                continue
            refused.append(one)
            if kept is not None:
                self._rename([kept])
        return refused

    def _split(self, matching: Matching) -> list[Merge | Split]:
        """The splits; gives those that are none."""
        refused: list[Merge | Split] = []
        for one in matching.splits:
            kept = matching.within.get(one.this)
            this = self.same.get(one.this, one.this)
            ways = splitters(self.at, self.b, this, one.into)
            if self._better([("split", told, r.SPLIT, words) for told, words in ways], True):
                self.parted[one.this] = one.into
                continue
            refused.append(one)
            if kept is not None:
                self._rename([kept])
        return refused

    def _better(self, ways: Iterable[tuple[str, Any, Text, Mapping[str, Any]]], judged: bool) -> bool:
        """Make the first of these changes that applies, where less is left to be changed after it than without it
        (where it is ``judged`` so); whether it was made.
        """
        before = (self.at, list(self.changes))
        for one in ways:
            if self.take([self.change(*one)]):
                if not judged or distance(self.at, self.b, before[0]) < 0:
                    return True
                self.at, self.changes = before
                return False
        return False

    def _great_first(self) -> None:
        """Mergers and splits before renames, where the order makes no difference: they are what a reader looks for."""
        later = {"rename": 1, "create": 0}
        ordered = sorted(
            self.changes, key=lambda one: later.get(one.kind, 0) if one.reason != self.why(r.MADE_WAY) else -1
        )
        if ordered != self.changes:
            self._instead(ordered)

    def _in_few(self) -> None:
        """Changes that do the same to several things in one, where that leads to the same."""
        for kinds in (("set", "move"), ("set",), ("move",)):
            few = together(self.changes, kinds)
            if len(few) == len(self.changes) or self._instead(few):
                return

    def _instead(self, changes: list[Change]) -> bool:
        """Take other changes for those that there are, where they lead to the same; whether they do."""
        try:
            reached = apply(self.a, trial("trying", changes), any_model=True)
        except ChangeErrors:
            return False
        if reached != self.at:
            return False
        self.at, self.changes = reached, changes
        return True

    def _rename(self, renames: Iterable[Rename]) -> None:
        for one in renames:
            told: dict[str, Any] = {"this": self.same.get(one.old, one.old), "id": one.new}
            old, new = self.a.entities[one.old].name, self.b.entities[one.new].name
            if old != new and new is not None:
                told["name"] = new
            if self.take([self.change("rename", told, r.RENAMED, likeness=one.score.total)]):
                self.same[one.old] = one.new

    def _create(self) -> None:
        """What is new, each thing after those that it names."""
        new = [name for name in whole(self.b) if name not in self.at.entities]
        new += [name for name in self.b.sets if name not in self.at.sets]
        self._make(new)

    def _new_source(self, name: str, entity: Entity) -> bool:
        return entity.kind_meta.name == "source" and name not in self.at.entities and name not in self.at.sets

    def _make(self, new: Iterable[str]) -> None:
        changes: list[Change | None] = []
        for told, words in creations(self.b, new):
            kind = "conclude" if set(told) == {"agreements"} else "create"
            changes.append(self.change(kind, told, r.MADE, words))
        self.take(changes)

    def _tell(self) -> None:
        """What is told otherwise of what both have: by a change of its own where there is one, else by ``set``."""
        for name, fields in compare(self.at, self.b).changed.items():
            ours, theirs = self.at.entities[name], self.b.entities[name]
            if "name" in fields and theirs.name is not None and theirs.kind_meta.name in NAMED_KINDS:
                self.take([self.change("rename", {"this": name, "name": theirs.name}, r.CALLED)])
            for path in fields:
                if path not in PLAIN and not same_values(ours, theirs, path):
                    self._own(name, path)
        changes: list[Change | None] = []
        for name, fields in compare(self.at, self.b).changed.items():
            paths = fields_to_set(self.at.entities[name], self.b.entities[name], fields)
            if paths:
                told, words = setting(self.b, name, paths)
                changes.append(self.change("set", told, r.TOLD, words))
        self.take(changes)

    def _own(self, name: str, path: str) -> None:
        """Changes that are made for just this field, where they make it say what it says in the second model."""
        for way_ in own_changes(self.at.entities[name], self.b, name, path):
            before = (self.at, list(self.changes))
            made = [self.change(one.kind, one.told, one.why, one.words) for one in way_]
            done = bool(made) and self.take(made) and name in self.at.entities
            if done and same_values(self.at.entities[name], self.b.entities[name], path):
                return
            self.at, self.changes = before

    def _dissolve(self) -> None:
        """What is gone, what names others before those."""
        gone = [name for name in whole(self.at) if name not in self.b.entities]
        gone += [name for name in self.at.sets if name not in self.b.sets]
        names: dict[str, set[str]] = {}
        place: dict[str, tuple[object, ...]] = {}
        alike: dict[str, str] = {}
        for one in gone:
            entity = self.at.entities.get(one)
            kind = entity.kind_meta.name if entity is not None else "set"
            named = named_by(entity) if entity is not None else set(self.at.sets[one].members or ())
            names[one] = named - {one}
            order = (BEHIND.index(kind), kind) if kind in BEHIND else (len(BEHIND), kind)
            place[one] = (order, one)
            alike[one] = "set" if entity is None else alike_by(entity, one)
        groups = reversed(in_order(names, place, alike))
        changes: list[Change | None] = []
        for group in groups:
            kinds = {self.at.entities[one].kind_meta.name if one in self.at.entities else "set" for one in group}
            kind = "end" if kinds == {"agreement"} else "dissolve"
            these: Any = list(group) if len(group) > 1 else group[0]
            told = {"these": these, "sets": "themselves"} if "set" in kinds else these
            changes.append(self.change(kind, told, r.ENDED))
        self.take(changes)

    def _state(self, *, blunt: bool) -> None:
        """Whatever still differs."""
        if blunt:
            self._sets()
            found = compare(self.at, self.b)
            if found.new:
                self._make_anew([name for name in found.sets_told if name in self.at.sets])
                self._make([*found.new, *(name for name in found.sets_told if name not in self.at.sets)])
        self._sets()
        self._facts_of_entities(one_by_one=blunt)
        if self.at.statements != self.b.statements:
            before = (self.at, list(self.changes))
            self.take([self.change("state", stated_rows(self.at, self.b, whole=blunt), r.FACTS)])
            if self.at.statements != self.b.statements:
                self.at, self.changes = before
                self.take([self.change("state", stated_rows(self.at, self.b, whole=True), r.FACTS)])
        found = compare(self.at, self.b)
        if found.coverage or found.defaults:
            told = stated_head(self.b, Differences(coverage=found.coverage, defaults=found.defaults))
            self.take([self.change("state", told, r.HEAD)])

    def _sets(self) -> None:
        """Sets that both have and that are told otherwise; what names them must find them so."""
        found = compare(self.at, self.b)
        told = stated_sets(self.b, replace(found, sets_gone=()))
        if told:
            self.take([self.change("state", told, r.SETS)])

    def _facts_of_entities(self, *, one_by_one: bool = False) -> None:
        """Words of source, remarks, what is no longer told, and whatever else still differs of what both have.

        ``one_by_one``: a change for each thing, where one of them keeps all from applying.
        """
        found = compare(self.at, self.b)
        each = [replace(found, changed={name: fields}) for name, fields in found.changed.items()]
        told = [stated_entities(self.b, one) for one in (each if one_by_one else [found])]
        self.take(self.change("state", one, r.WORDS) for one in told if one)

    def _scenario(self) -> Scenario:
        a, b = self.a.head, self.b.head
        titles = {lang: {"before": a.title.get(lang), "after": b.title.get(lang)} for lang in ("sv", "en")}
        title = Text(r.TITLE.sv.format(**titles["sv"]), r.TITLE.en.format(**titles["en"]))
        changed = compare(self.a, self.b).head
        result: dict[str, Any] = {name: getattr(b, name) for name in changed if getattr(b, name) or name == "made_up"}
        changes = list(self.changes)
        if "note" in changed and not b.note:
            told = {"leave_out": {"model": ["note"]}}
            changes.append(Change.of("state", told, reason=self.why(r.HEAD)))
        return trial(f"{a.id}-to-{b.id}", changes, title=title, start=a.id, result=result)
