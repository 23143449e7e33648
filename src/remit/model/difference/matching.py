"""Which entities of two models are the same: kept under their id, renamed, merged, gone or new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from remit.model.difference.content import INCOMING, Atom, Features, Incoming, called, features
from remit.model.difference.likeness import CONTENT, NAME, THRESHOLD, Names, Score, score
from remit.model.kind import Entity
from remit.model.whole import SYSTEM, Model

SURE_FIRST = (0.9, 0.75, THRESHOLD)
"""The surest renames are taken first: what they tell of references helps to judge the others."""
PAIRS = 200_000
"""Up to how many pairs of a kind are all compared; beyond, those that share something that few have."""
FEW = 50
MERGEABLE = ("principal", "unit", "function", "group", "agreement")
"""The kinds whose entities can be merged."""
MEMBERS = ("seats", "parties", "topics", "populations", "remit", "territory", "mandates", "serves")
"""The fields that tell who is in something and what it is about; whoever takes it over has them."""
TAKES_OVER = 0.7
"""How much of what is gone must be there for the two to be taken for merged."""


class Rename(NamedTuple):
    """An entity under another id in the second model."""

    old: str
    new: str
    score: Score


class Merge(NamedTuple):
    """Two or more entities of the first model that are one in the second."""

    these: tuple[str, ...]
    into: str


@dataclass(frozen=True, slots=True)
class Matching:
    """What became of the entities of the first model (parts of entities aside)."""

    renames: tuple[Rename, ...] = ()
    merges: tuple[Merge, ...] = ()
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    ids: dict[str, str] = field(default_factory=dict)
    """The id in the second model of each that was renamed."""


def match(a: Model, b: Model) -> Matching:
    """Tell which entities are the same: by id where the kind is the same, the others by likeness, one to one.

    Deterministic: the surest pair first, equal ones in the order of their ids.
    """
    return _Matcher(a, b).matching()


class _Matcher:
    def __init__(self, a: Model, b: Model) -> None:
        self.a, self.b = a, b
        ours, theirs = _whole(a), _whole(b)
        self.kept = {name for name, one in ours.items() if name in theirs and type(theirs[name]) is type(one)}
        self.gone = {name: one for name, one in ours.items() if name not in self.kept}
        self.new = {name: one for name, one in theirs.items() if name not in self.kept}
        self.ids: dict[str, str] = {}
        self.found: dict[str, Rename] = {}
        self.incoming = (Incoming(a), Incoming(b)) if self.gone and self.new else None
        self._known: dict[tuple[int, str], Features] = {}
        """What has been worked out of features, as long as no further rename is known."""

    def matching(self) -> Matching:
        for least in SURE_FIRST:
            while self._round(least):
                pass
        merges = self._merges()
        merged = {name for one in merges for name in one.these}
        taken = {*self.ids.values(), *(one.into for one in merges)}
        return Matching(
            tuple(self.found[old] for old in sorted(self.found) if old not in merged),
            merges,
            tuple(sorted(name for name in self.gone if name not in self.ids and name not in merged)),
            tuple(sorted(name for name in self.new if name not in taken)),
            {old: new for old, new in self.ids.items() if old not in merged},
        )

    # --- renames -------------------------------------------------------------------------------------------

    def _round(self, least: float) -> bool:
        """Take every pair that is sure enough, the surest first; whether there was any."""
        taken = set(self.ids.values())
        ours = _by_kind(one for name, one in self.gone.items() if name not in self.ids)
        theirs = _by_kind(one for name, one in self.new.items() if name not in taken)
        found: list[tuple[float, str, str, Score]] = []
        for kind in sorted(ours.keys() & theirs.keys()):
            found += self._pairs(kind, ours[kind], theirs[kind], least)
        some = False
        for _, old, new, told in sorted(found, key=lambda one: one[:3]):
            if old not in self.ids and new not in taken:
                self.ids[old] = new
                taken.add(new)
                self.found[old] = Rename(old, new, told)
                self._known.clear()
                some = True
        return some

    def _pairs(
        self, kind: str, ours: list[Entity], theirs: list[Entity], least: float
    ) -> list[tuple[float, str, str, Score]]:
        names = self._names(kind)
        left = {one.id: self._features(0, one) for one in ours}
        right = {one.id: self._features(1, one) for one in theirs}
        found: list[tuple[float, str, str, Score]] = []
        for old, new in _candidates(ours, theirs, left, right):
            told = score(old, new, left[old.id], right[new.id], names)
            if told.total >= least:
                found.append((-told.total, old.id, new.id, told))
        return found

    def _features(self, side: int, entity: Entity) -> Features:
        """What an entity is made of, with the ids of the second model where they are known."""
        found = self._known.get((side, entity.id))
        if found is None:
            found = self._known[side, entity.id] = self._made_of(side, entity)
        return found

    def _made_of(self, side: int, entity: Entity) -> Features:

        def naming(name: str) -> str:
            return self.ids.get(name, name) if side == 0 else name

        assert self.incoming is not None
        both = self.kept | set(self.ids if side == 0 else self.ids.values()) | (self.a.sets.keys() & self.b.sets.keys())
        found = features(entity, naming)
        who = self.incoming[side].feature(entity.id, naming, both)
        if who:
            found[INCOMING] = who
        return found

    # --- merges --------------------------------------------------------------------------------------------

    def _merges(self) -> tuple[Merge, ...]:
        """What is gone, where something that is there takes its place."""
        if self.incoming is None:
            return ()
        before = {new: old for old, new in self.ids.items()}
        taking: dict[str, list[str]] = defaultdict(list)
        theirs = _by_kind(one for one in _whole(self.b).values() if one.kind_meta.name in MERGEABLE)
        for kind, ours in _by_kind(one for name, one in self.gone.items() if name not in self.ids).items():
            names = self._names(kind)
            there = theirs.get(kind, [])
            by_place = self._by_place(there) if len(ours) * len(there) > PAIRS else None
            for old in ours:
                takers = there if by_place is None else self._takers(old, by_place)
                found = [(-self._takes(old, one, names, before), one.id) for one in takers]
                best = min(found, default=(0.0, ""))
                if -best[0] >= TAKES_OVER:
                    taking[best[1]].append(old.id)
        merges: list[Merge] = []
        for into, these in sorted(taking.items()):
            was = before.get(into) or (into if into in self.kept else "")
            if was or len(these) > 1:
                merges.append(Merge(tuple(sorted({*these, *([was] if was else [])})), into))
        return tuple(merges)

    def _by_place(self, entities: list[Entity]) -> dict[tuple[str, str], list[Entity]]:
        """The entities that are named in each place of the second model."""
        assert self.incoming is not None
        found: dict[tuple[str, str], list[Entity]] = defaultdict(list)
        for one in entities:
            for place in sorted(self.incoming[1].found.get(one.id, ())):
                found[place].append(one)
        return found

    def _takers(self, old: Entity, by_place: dict[tuple[str, str], list[Entity]]) -> list[Entity]:
        """Where all pairs would be too many: those named where the one that is gone was named, unless many are."""
        assert self.incoming is not None
        places = sorted({(self.ids.get(who, who), at) for who, at in self.incoming[0].found.get(old.id, ())})
        found = {one.id: one for place in places if len(by_place.get(place, ())) <= FEW for one in by_place[place]}
        return [found[name] for name in sorted(found)]

    def _takes(self, old: Entity, new: Entity, names: Names, before: dict[str, str]) -> float:
        """How much of the name, the members and the places of one that is gone another has that it had not, 0 to 1."""
        assert self.incoming is not None
        was = self.a.entities.get(before.get(new.id, new.id if new.id in self.kept else ""))
        both = self.kept | set(self.ids) | (self.a.sets.keys() & self.b.sets.keys())
        places = {(self.ids.get(who, who), at) for who, at in self.incoming[0].found.get(old.id, ()) if who in both}
        members, told = _members(self._features(0, old)), _members(self._features(1, new))
        if was is not None:
            places -= {(self.ids.get(who, who), at) for who, at in self.incoming[0].found.get(was.id, ())}
            members -= _members(self._features(0, was))
        weights: list[tuple[float, float]] = []
        if called(old) and called(new) and (was is None or called(was) != called(new)):
            weights.append((NAME, names.within(called(old), called(new))))
        if places:
            taken = self.incoming[1].found.get(new.id, set())
            weights.append((CONTENT / 2, len(places & taken) / len(places)))
        if members:
            weights.append((CONTENT / 2, len(members & told) / len(members)))
        whole = sum(weight for weight, _ in weights)
        return sum(weight * part for weight, part in weights) / whole if whole else 0.0

    def _names(self, kind: str) -> Names:
        return Names(
            (one for one in self.a.entities.values() if one.kind_meta.name == kind),
            (one for one in self.b.entities.values() if one.kind_meta.name == kind),
        )


def _whole(model: Model) -> dict[str, Entity]:
    """The entities that are not parts of others."""
    return {name: one for name, one in model.entities.items() if name not in model.parents and name != SYSTEM}


def _members(told: Features) -> set[tuple[str, Atom]]:
    return {(path, atom) for path in MEMBERS for atom in told.get(path, ())}


def _by_kind(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = defaultdict(list)
    for one in sorted(entities, key=lambda one: one.id):
        found[one.kind_meta.name].append(one)
    return found


def _candidates(
    ours: list[Entity], theirs: list[Entity], left: dict[str, Features], right: dict[str, Features]
) -> Iterable[tuple[Entity, Entity]]:
    """The pairs worth comparing: all of them, or, where they are very many, those that share what few have."""
    if len(ours) * len(theirs) <= PAIRS:
        return ((old, new) for old in ours for new in theirs)
    index: dict[object, list[Entity]] = defaultdict(list)
    for one in theirs:
        for mark in _marks(one, right[one.id]):
            index[mark].append(one)
    found: dict[tuple[str, str], tuple[Entity, Entity]] = {}
    for one in ours:
        for mark in _marks(one, left[one.id]):
            sharing = index.get(mark, ())
            if len(sharing) <= FEW:
                for other in sharing:
                    found[one.id, other.id] = (one, other)
    return found.values()


def _marks(entity: Entity, told: Features) -> set[object]:
    words = entity.name.sv.casefold().split() if entity.name else []
    return {*words, *((path, atom) for path, atoms in told.items() for atom in atoms)}
