"""What of one model has been taken over by something in another: several that become one. Asked backwards, of the
second model and the first, it tells what was split.

Something that is gone has been taken over by something that is there where at least :data:`TAKES_OVER` of it is there
and was not before: its **members** (seats, parties, topics, ways for matters …), its **places** (where others named
it they name the other), and its name, where the other is called otherwise than it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from remit.model.difference.content import Atom, Features, Incoming, called, features
from remit.model.difference.likeness import CONTENT, NAME, Names
from remit.model.kind import Entity
from remit.model.whole import RELATIONS, SYSTEM, Model

PAIRS = 200_000
"""Up to how many pairs of a kind are all compared; beyond, those that share something that few have."""
FEW = 50
MERGEABLE = ("principal", "unit", "function", "group", "agreement")
"""The kinds whose entities can be merged and split."""
MEMBERS = (
    "seats", "parties", "topics", "populations", "remit", "territory", "mandates", "serves", *RELATIONS,
)  # fmt: skip
"""The fields that tell who is in something, what it is about and where matters go; whoever takes it over has them."""
TAKES_OVER = 0.7
"""How much of what is gone must be there for the two to be taken for merged."""
MOVED = 2
"""How many members and places must have come over to something that there was before: one alone (a seat, a topic) may
be there by chance, unless its new name has that of the one that is gone in it."""
SUPERIOR = frozenset({("function", "reports_to"), ("function", "primary")})
"""Being reported to: that others get another superior tells of the line, not that two posts are one."""


class Taken(NamedTuple):
    """How much of something another has that it had not: a share, and how many members and places that is."""

    share: float
    number: int
    named: bool
    """Whether its name stands in the new name of the other."""


class Taking:
    """What has gone from one model to things in the other.

    ``ids``: the ids of the second model of what was renamed; ``incoming``: who names what in each.
    """

    def __init__(self, a: Model, b: Model, ids: Mapping[str, str], incoming: tuple[Incoming, Incoming]) -> None:
        self.a, self.b, self.ids = a, b, ids
        ours, theirs = whole(a), whole(b)
        self.kept = {name for name, one in ours.items() if name in theirs and type(theirs[name]) is type(one)}
        self.left = [
            one
            for name, one in ours.items()
            if name not in self.kept and name not in ids and one.kind_meta.name in MERGEABLE
        ]
        self.before = {new: old for old, new in ids.items()}
        self.both = self.kept | set(ids) | (a.sets.keys() & b.sets.keys())
        self.incoming = incoming
        self._known: dict[tuple[int, str], set[tuple[str, Atom]]] = {}

    def found(self) -> list[tuple[tuple[str, ...], str]]:
        """Those that have become one, and which, in the order of the ids."""
        taking: dict[str, list[str]] = defaultdict(list)
        theirs = by_kind(one for one in whole(self.b).values() if one.kind_meta.name in MERGEABLE)
        for kind, ours in by_kind(self.left).items():
            names = names_of(self.a, self.b, kind)
            there = theirs.get(kind, [])
            by_place = self._by_place(there) if len(ours) * len(there) > PAIRS else None
            for old in ours:
                takers = there if by_place is None else self._takers(old, by_place)
                found = [(-self._share(old, one, names), one.id) for one in takers]
                best = min(found, default=(0.0, ""))
                if -best[0] >= TAKES_OVER:
                    taking[best[1]].append(old.id)
        merged: list[tuple[tuple[str, ...], str]] = []
        for into, these in sorted(taking.items()):
            was = self._was(into)
            if was or len(these) > 1:
                merged.append((tuple(sorted({*these, *([was] if was else [])})), into))
        return merged

    def _was(self, name: str) -> str:
        """The id in the first model of something in the second; empty where it is new."""
        return self.before.get(name) or (name if name in self.kept else "")

    def _share(self, old: Entity, new: Entity, names: Names) -> float:
        told = self.taken(old, new, names)
        enough = told.number >= (1 if told.named else MOVED)
        return told.share if enough or not self._was(new.id) else 0.0

    def _by_place(self, entities: list[Entity]) -> dict[tuple[str, str], list[Entity]]:
        """The entities that are named in each place of the second model."""
        found: dict[tuple[str, str], list[Entity]] = defaultdict(list)
        for one in entities:
            for place in sorted(self.incoming[1].found.get(one.id, ())):
                found[place].append(one)
        return found

    def _takers(self, old: Entity, by_place: dict[tuple[str, str], list[Entity]]) -> list[Entity]:
        """Where all pairs would be too many: those named where the one that is gone was named, unless many are."""
        places = sorted({(self.ids.get(who, who), at) for who, at in self.incoming[0].found.get(old.id, ())})
        found = {one.id: one for place in places if len(by_place.get(place, ())) <= FEW for one in by_place[place]}
        return [found[name] for name in sorted(found)]

    def taken(self, old: Entity, new: Entity, names: Names) -> Taken:
        """How much of the name, the members and the places of one that is gone another has that it had not."""
        was = self.a.entities.get(self._was(new.id))
        places, members = self._places(old), self._members(0, old)
        if was is not None:
            places = places - self._places(was)
            members = members - self._members(0, was)
        weights: list[tuple[float, float]] = []
        number, named = 0, False
        if called(old) and called(new) and (was is None or called(was) != called(new)):
            share = names.within(called(old), called(new))
            weights.append((NAME, share))
            named = share >= TAKES_OVER
        if places:
            come = places & self.incoming[1].found.get(new.id, set())
            weights.append((CONTENT / 2, len(come) / len(places)))
            number += len(come)
        if members:
            there = members & self._members(1, new)
            weights.append((CONTENT / 2, len(there) / len(members)))
            number += len(there)
        whole_ = sum(weight for weight, _ in weights)
        share = sum(weight * part for weight, part in weights) / whole_ if whole_ else 0.0
        return Taken(share, number, named)

    def _places(self, entity: Entity) -> set[tuple[str, str]]:
        """Where those that both models have name it, under the names of the second."""
        kind = entity.kind_meta.name
        return {
            (self.ids.get(who, who), at)
            for who, at in self.incoming[0].found.get(entity.id, ())
            if who in self.both and (kind, at) not in SUPERIOR
        }

    def _members(self, side: int, entity: Entity) -> set[tuple[str, Atom]]:
        """Who is in it and what it is about; the powers of a remit aside, which many have alike."""
        found = self._known.get((side, entity.id))
        if found is None:
            told: Features = features(entity, lambda name: self.ids.get(name, name) if side == 0 else name)
            found = {(path, atom) for path in MEMBERS for atom in told.get(path, ()) if atom[0] != "powers"}
            self._known[side, entity.id] = found
        return found


def names_of(a: Model, b: Model, kind: str) -> Names:
    """The names of one kind in two models."""
    return Names(
        (one for one in a.entities.values() if one.kind_meta.name == kind),
        (one for one in b.entities.values() if one.kind_meta.name == kind),
    )


def whole(model: Model) -> dict[str, Entity]:
    """The entities that are not parts of others, the system aside."""
    return {name: one for name, one in model.entities.items() if name not in model.parents and name != SYSTEM}


def by_kind(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    """Entities by kind, in the order of their ids."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for one in sorted(entities, key=lambda one: one.id):
        found[one.kind_meta.name].append(one)
    return found
