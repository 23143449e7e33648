"""Which entities of two models are the same: kept under their id, renamed, merged, gone or new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from remit.model.difference.content import INCOMING, Features, Incoming, features
from remit.model.difference.likeness import THRESHOLD, Score, score
from remit.model.difference.taking import FEW, PAIRS, Taking, by_kind, names_of, whole
from remit.model.kind import Entity
from remit.model.whole import Model

SURE_FIRST = (0.9, 0.75, THRESHOLD)
"""The surest renames are taken first: what they tell of references helps to judge the others."""


class Rename(NamedTuple):
    """An entity under another id in the second model."""

    old: str
    new: str
    score: Score


class Merge(NamedTuple):
    """Two or more entities of the first model that are one in the second."""

    these: tuple[str, ...]
    into: str


class Split(NamedTuple):
    """One entity of the first model that is two or more in the second."""

    this: str
    into: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """What became of the entities of the first model (parts of entities aside)."""

    renames: tuple[Rename, ...] = ()
    merges: tuple[Merge, ...] = ()
    splits: tuple[Split, ...] = ()
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    ids: dict[str, str] = field(default_factory=dict)
    """The id in the second model of each that was renamed."""
    within: dict[str, Rename] = field(default_factory=dict)
    """The rename that a merger (by what it leads to) or a split (by what it comes from) is in the place of."""

    def without(self, refused: Iterable[Merge | Split]) -> Matching:
        """The matching with some mergers and splits not taken for such: what is gone is gone, what is new is new."""
        left = set(refused)
        renames, gone, new = set(self.renames), set(self.gone), set(self.new)
        for one in left:
            kept = self.within.get(one.into if isinstance(one, Merge) else one.this)
            renames |= {kept} if kept else set()
            old = set(one.these) - {one.into} if isinstance(one, Merge) else {one.this} - set(one.into)
            late = {one.into} - set(one.these) if isinstance(one, Merge) else set(one.into) - {one.this}
            gone |= old - {kept.old if kept else ""}
            new |= late - {kept.new if kept else ""}
        ordered = tuple(sorted(renames))
        return Matching(
            ordered,
            tuple(one for one in self.merges if one not in left),
            tuple(one for one in self.splits if one not in left),
            tuple(sorted(gone)),
            tuple(sorted(new)),
            {one.old: one.new for one in ordered},
            self.within,
        )


def match(a: Model, b: Model) -> Matching:
    """Tell which entities are the same: by id where the kind is the same, the others by likeness, one to one.

    Deterministic: the surest pair first, equal ones in the order of their ids.
    """
    return _Matcher(a, b).matching()


class _Matcher:
    def __init__(self, a: Model, b: Model) -> None:
        self.a, self.b = a, b
        ours, theirs = whole(a), whole(b)
        self.kept = {name for name, one in ours.items() if name in theirs and type(theirs[name]) is type(one)}
        self.gone = {name: one for name, one in ours.items() if name not in self.kept}
        self.new = {name: one for name, one in theirs.items() if name not in self.kept}
        self.ids: dict[str, str] = {}
        self.found: dict[str, Rename] = {}
        self.incoming = (Incoming(a), Incoming(b)) if self.gone or self.new else None
        self._known: dict[tuple[int, str], Features] = {}
        """What has been worked out of features, as long as no further rename is known."""

    def matching(self) -> Matching:
        for least in SURE_FIRST:
            while self._round(least):
                pass
        merges, splits = self._taken_over()
        within: dict[str, Rename] = {}
        for merge in merges:
            kept = [self.found[old] for old in merge.these if self.ids.get(old) == merge.into]
            within |= {merge.into: kept[0]} if kept else {}
        for split in splits:
            within |= {split.this: self.found[split.this]} if split.this in self.found else {}
        old = {*self.ids, *(name for one in merges for name in one.these), *(one.this for one in splits)}
        new = {*self.ids.values(), *(one.into for one in merges), *(name for one in splits for name in one.into)}
        beside = set(within.values())
        renames = tuple(one for _, one in sorted(self.found.items()) if one not in beside)
        return Matching(
            renames,
            merges,
            splits,
            tuple(sorted(name for name in self.gone if name not in old)),
            tuple(sorted(name for name in self.new if name not in new)),
            {one.old: one.new for one in renames},
            within,
        )

    def _taken_over(self) -> tuple[tuple[Merge, ...], tuple[Split, ...]]:
        """Several that are one in the second model, and one that is several there: the same, seen backwards."""
        if self.incoming is None:
            return (), ()
        first, last = self.incoming
        merges = tuple(Merge(*one) for one in Taking(self.a, self.b, self.ids, (first, last)).found())
        back = {new: old for old, new in self.ids.items()}
        splits = tuple(Split(this, into) for into, this in Taking(self.b, self.a, back, (last, first)).found())
        merged = {name for one in merges for name in (*one.these, one.into)}
        return merges, tuple(one for one in splits if merged.isdisjoint((one.this, *one.into)))

    # --- renames -------------------------------------------------------------------------------------------

    def _round(self, least: float) -> bool:
        """Take every pair that is sure enough, the surest first; whether there was any."""
        taken = set(self.ids.values())
        ours = by_kind(one for name, one in self.gone.items() if name not in self.ids)
        theirs = by_kind(one for name, one in self.new.items() if name not in taken)
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
        names = names_of(self.a, self.b, kind)
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
