"""How two groups meet: the same value, a territory, topics, populations and principals in common.

Used by the rules that compare groups two and two. What is told is compared; what is not told leaves it open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import combinations

from remit.graph.logic import NO, OPEN, YES, Evidence, Proof, all_of, any_of, merge
from remit.graph.org import Fact, Org, Origin, Thing
from remit.graph.resolve import Item
from remit.graph.ways import fully_told
from remit.model.facts import Degree, State


def _by_id(thing: Thing) -> str:
    return thing.id


def same_value(one: Thing, other: Thing, path: str) -> Proof:
    """To what degree a field of both holds the same value; open where either is not known."""
    first, second = one.fact(path), other.fact(path)
    if first.known and second.known:
        return all_of(first.is_(first.value), second.is_(first.value))
    return _not_told(first, second)


def told_items(fact: Fact) -> tuple[Item, ...]:
    """The items of a list that are stated of the thing itself; none where its sources disagree."""
    if fact.origin == Origin.CONTRADICTION:
        return ()
    return tuple(item for item in fact.items if item.holds and not item.possibly)


def overlap(one: Fact, other: Fact, meets: Callable[[str, str], bool]) -> Proof:
    """To what degree two lists have something in common as told; open where either is not told."""
    first, second = told_items(one), told_items(other)
    if not (first and second):
        return _not_told(one, other)
    met = [(a, b) for a in first for b in second if meets(a.value, b.value)]
    best = max((min(a.degree, b.degree) for a, b in met), default=Degree.NO)
    sure = [(a, b) for a, b in met if min(a.degree, b.degree) == best]
    if not sure:
        return NO
    return Proof(
        best,
        None,
        merge(
            evidence
            for a, b in sure
            for evidence in (
                Evidence(one.subject, one.path, a.value),
                Evidence(other.subject, other.path, b.value),
            )
        ),
        merge(source for a, b in sure for source in (*a.sources, *b.sources)),
    )


def _not_told(one: Fact, other: Fact) -> Proof:
    if any(fact.state == State.NONE and fact.degree > Degree.OPEN for fact in (one, other)):
        return NO
    return OPEN.seen(
        *(Evidence(f.subject, f.path, f.state.value) for f in (one, other) if not (f.known or told_items(f)))
    )


OWNERS = ("principal", "function", "provider", "shared_by")
"""The fields of a seat that tell whose it is."""


class Pairs:
    """Compares the groups of an organisation that share principals."""

    def __init__(self, org: Org) -> None:
        self.org = org
        self._standing_for: dict[str, dict[str, Proof]] = {}
        self._left_open_of: dict[str, bool] = {}
        self._others_of: dict[str, bool] = {}

    def standing_for(self, group: Thing) -> dict[str, Proof]:
        """The principals that have a seat in a group, or share one: the whole set is represented."""
        found = self._standing_for.get(group.id)
        if found is None:
            found = {}
            pools = {pool.seat: pool.principals for pool in self.org.pools(group.id)}
            for seat in self.org.seats(group.id):
                for principal in {*self.org.principals_of(seat.id), *pools.get(seat.id, ())}:
                    found[principal] = any_of(found.get(principal, NO), self.org.in_force(seat))
            self._standing_for[group.id] = found
        return found

    @cached_property
    def everywhere(self) -> frozenset[str]:
        """The principals that sit in every group whose seats are told; sharing them tells nothing."""
        sets = [frozenset(found) for group in self.org.groups() if (found := self.standing_for(group))]
        return frozenset.intersection(*sets) if sets else frozenset()

    @cached_property
    def perhaps_everywhere(self) -> frozenset[str]:
        """Those that may sit in every group: a seat whose owner is left open may be anybody's."""
        groups = [group for group in self.org.groups() if not self._owner_left_open(group)]
        sets = [frozenset(found) for group in groups if (found := self.standing_for(group))]
        return frozenset.intersection(*sets) if sets else frozenset(self.org.care_principals)

    @cached_property
    def _unseated(self) -> bool:
        """Whether it is left open of a group whose any of its seats are: then nobody surely sits in every group."""
        return any(
            not self.standing_for(group) and (group.fact("seats").left_open or self._owner_left_open(group))
            for group in self.org.groups()
        )

    def _owner_left_open(self, group: Thing) -> bool:
        """Whether it is left open whose some seat of a group is."""
        found = self._left_open_of.get(group.id)
        if found is None:
            found = self._left_open_of[group.id] = any(
                not self.org.principals_of(seat.id) and any(seat.fact(path).left_open for path in OWNERS)
                for seat in self.org.seats(group.id)
            )
        return found

    def shared(self, one: Thing, other: Thing) -> tuple[tuple[str, ...], Proof]:
        """The principals that both stand for, and how sure it is that there are any.

        Those that sit in every group are left out, unless either of the two has no other care principal. Where it
        is left open whether that is so, it is open.
        """
        first, second = self.standing_for(one), self.standing_for(other)
        common = first.keys() & second.keys()
        if self._others(one) and self._others(other):
            common -= self.everywhere
        listed = tuple(sorted(common))
        other_left_open = any(self._owner_left_open(group) for group in (one, other))
        doubted = self.perhaps_everywhere - (frozenset() if other_left_open else self.everywhere)
        return listed, any_of(*(all_of(first[p], second[p], OPEN if p in doubted else YES) for p in listed))

    def _others(self, group: Thing) -> bool:
        """Whether a group stands for a care principal that does not sit in every group."""
        found = self._others_of.get(group.id)
        if found is None:
            seated = self.standing_for(group).keys() - self.everywhere
            found = self._others_of[group.id] = any(p in self.org.care_principals for p in seated)
        return found

    def sharing(self, groups: Iterable[Thing]) -> Iterator[tuple[Thing, Thing, tuple[str, ...], Proof]]:
        """The pairs of groups that share principals, in order of id, with those and how sure that is."""
        by_id = {group.id: group for group in groups}
        seated: dict[str, list[str]] = defaultdict(list)
        alone: set[str] = set()
        for identifier, group in sorted(by_id.items()):
            for principal in self.standing_for(group).keys() - self.everywhere:
                seated[principal].append(identifier)
            if self.standing_for(group) and not self._others(group):
                alone.add(identifier)
        pairs = {pair for listed in seated.values() for pair in combinations(listed, 2)}
        pairs |= {(min(a, b), max(a, b)) for a in alone for b in by_id if a != b}
        for a, b in sorted(pairs):
            principals, proof = self.shared(by_id[a], by_id[b])
            if proof:
                yield by_id[a], by_id[b], principals, proof

    def not_told(self, one: Thing, other: Thing, *paths: str) -> list[str]:
        """Which of these fields are not told of both: so many questions would have to be asked."""
        return [
            path
            for path in paths
            for both in ([group.fact(path) for group in (one, other)],)
            if any(fact.state not in (State.VALUE, State.NONE) and not told_items(fact) for fact in both)
        ]

    def topics(self, one: Thing, other: Thing) -> Proof:
        """To what degree a topic of one group's remit covers one of the other's."""
        first, second = sorted((one, other), key=_by_id)
        return overlap(first.fact("remit.topics"), second.fact("remit.topics"), self.org.topics_meet)

    def superior(self, one: Thing, other: Thing) -> Proof:
        """To what degree both answer to the same body, or are told to answer to none; unknown of either: open."""
        first, second = one.fact("answers_to"), other.fact("answers_to")
        if told_items(first) or told_items(second):
            return overlap(first, second, lambda a, b: a == b)
        return all_of(fully_told(first), fully_told(second))

    def populations(self, one: Thing, other: Thing) -> Proof:
        """To what degree the populations of two groups meet."""
        return overlap(one.fact("populations"), other.fact("populations"), self.org.populations_meet)

    def territory(self, one: Thing, other: Thing) -> Proof:
        """To what degree two groups are for one territory, apart from principals that sit in every group.

        Told territories (their own or their agreement's) are compared; where neither is told, the same
        principals in fully listed seats mean the same territory; else it is open.
        """
        first, sure_first = self.org.territory(one)
        second, sure_second = self.org.territory(other)
        alike = first == second
        if first - self.everywhere and second - self.everywhere:
            first, second = first - self.everywhere, second - self.everywhere
        certain = YES if alike or not self._unseated else OPEN
        if self._told(one) and self._told(other):
            named = one.fact("territory").values == other.fact("territory").values
            return all_of(sure_first, sure_second, certain) if first == second and (first or named) else NO
        if first == second and not (self._told(one) or self._told(other)):
            listed = all_of(self.org.seats_listed(one), self.org.seats_listed(other))
            return YES if listed.degree > Degree.OPEN and not self._left_open(one, other) else OPEN
        return OPEN if first & second else NO

    def _left_open(self, *groups: Thing) -> bool:
        """Whether it is left open what territory a group is for, or whose agreement it has; one agreement of all is
        one territory, whoever its parties are.
        """
        facts = [group.fact(path) for path in ("territory", "agreement") for group in groups]
        pacts = {fact.value for fact in facts if fact.path == "agreement"}
        parties = [self.org.resolver.fact(pact, "parties") for pact in pacts if pact] if len(pacts) > 1 else []
        return any(fact.left_open for fact in (*facts, *parties))

    def _told(self, group: Thing) -> bool:
        if group.fact("territory").known:
            return True
        agreement = group.fact("agreement")
        return agreement.known and self.org.resolver.fact(agreement.value, "parties").known
