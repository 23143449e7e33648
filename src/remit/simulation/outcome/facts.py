"""What a result owes to facts that nobody tells: which open links exist in a replication, and what they let through.

Whether an open link exists is one truth for all matters of a replication, drawn with a known chance. So it is known of
each replication how likely matters were to get all the way in it, and of which matters no replication has shown the
other possibility. That is what intervals are widened by: a t interval knows only what was seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from remit.simulation import chance
from remit.simulation.many import mix, unit
from remit.simulation.outcome.intervals import Estimate, unseen
from remit.simulation.outcome.reduce import Parts
from remit.simulation.plan import Answer, Op, Plan

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

Gate = tuple[int, float, float]
"""What the truth of an open link is drawn by: salt, what it is moved on by, chance."""

CELLS = 20_000_000
"""So many rows times replications are looked through at most."""


class Unseen(NamedTuple):
    """The shares of some matters that no replication has shown otherwise, though it may be so.

    ``up``: could get all the way in none of the replications; ``down``: could in all.
    """

    up: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, eq=False)
class Facts:
    """Per class of matters and replication: how likely they were to get all the way with the links that there were.

    ``likely``: classes x replications; nobody's answer is late, nor has a meeting's calendar a part in it. ``might``,
    ``must``: whether a way could be there, and is there whatever is true of open links. ``gates``: the open links that
    a class may come to.
    """

    likely: Floats
    might: Flags
    must: Flags
    gates: tuple[frozenset[Gate], ...]

    def unseen(self, weights: Floats) -> Unseen:
        """Of matters of some classes, by ``weights`` that add up to 1."""
        return Unseen(float(weights[self.never()].sum()), float(weights[self.always()].sum()))

    def never(self) -> Flags:
        """The classes that might get all the way, and could in no replication."""
        found: Flags = self.might & ~(self.likely > 0).any(axis=1)
        return found

    def always(self) -> Flags:
        """The classes that could in every replication, and might not."""
        found: Flags = ~self.must & (self.likely > 0).all(axis=1)
        return found

    def share(self, weights: Floats) -> Floats:
        """The share of matters to be expected to get all the way, in each replication."""
        found: Floats = weights @ self.likely
        return found


def facts(plan: Plan, seed: int, replications: int) -> Facts | None:
    """What was true in each replication (counted from 0) of a seed; None where that is too much to look through."""
    if len(plan.rows.op) * replications > CELLS:
        return None
    return _Reach(plan, seed, replications).facts()


class _Reach:
    """How likely a matter is to come from each row to its end: in each replication, whatever is true, if all may be."""

    def __init__(self, plan: Plan, seed: int, replications: int) -> None:
        rows = plan.rows
        self.plan, self.number = plan, replications
        self.op, self.jump, self.limit = rows.op.tolist(), rows.jump.tolist(), rows.limit.tolist()
        self.other, self.p = rows.other.tolist(), rows.p.tolist()
        self.firsts: list[int] = plan.classes.first.tolist()
        self.gate: dict[int, Gate] = {
            row: (int(rows.salt[row]), float(rows.a[row]), self.p[row])
            for row in np.flatnonzero((rows.op == Op.CHANCE) & (rows.limit == 1) & (rows.p > 0) & (rows.p < 1)).tolist()
        }
        gates = list(dict.fromkeys(self.gate.values()))
        self.true = dict(zip(gates, _drawn(gates, seed, replications), strict=True))
        self.none, self.sure = np.zeros(replications + 2), np.ones(replications + 2)
        self.can: list[Floats] = [self.none] * (len(self.op) + 1)

    def facts(self) -> Facts:
        """What comes of it."""
        seen: Floats | None = None
        while True:
            self._pass()
            found = np.array([self.can[first] for first in self.firsts]).reshape(len(self.firsts), self.number + 2)
            if seen is not None and np.array_equal(seen > 0, found > 0):
                break
            seen = found
        gates = tuple(self._met(first) for first in self.firsts)
        return Facts(found[:, :-2], found[:, -1] > 0, found[:, -2] > 0, gates)

    def _pass(self) -> None:
        """From the last row to the first: the way goes on, so once is nearly enough."""
        can, answers = self.can, self._answers()
        for row in range(len(self.op) - 1, -1, -1):
            op = self.op[row]
            if op == Op.END:
                can[row] = self.sure
            elif op == Op.ANSWER:
                can[row] = self.sure if self.limit[row] == Answer.APPROVED else self.none
            elif op == Op.STOP:
                can[row] = self._as_another(row)
            elif op == Op.COPY:
                can[row] = 1 - (1 - can[row + 1]) * (1 - self._as_another(row))
            elif row in self.gate:
                can[row] = self._open(self.true[self.gate[row]], can[row + 1], can[self.jump[row]])
            elif op == Op.JOIN:
                all_of_them, any_of_them = answers[self.other[row]]
                p = any_of_them if self.limit[row] else all_of_them
                can[row] = p * can[row + 1] + (1 - p) * can[self.jump[row]]
            elif op == Op.CHANCE and self.p[row] < 1:
                can[row] = self.p[row] * can[row + 1] + (1 - self.p[row]) * can[self.jump[row]]
            else:
                can[row] = can[row + 1]

    def _as_another(self, row: int) -> Floats:
        """As the matter that springs from it there (COPY, STOP)."""
        if self.p[row] <= 0 or self.limit[row] <= 0:
            return self.none
        found: Floats = self.p[row] * self.can[self.firsts[self.jump[row]]]
        return found

    @staticmethod
    def _open(true: Flags, on: Floats, off: Floats) -> Floats:
        found = np.where(np.append(true, (True, True)), on, off)
        found[-2], found[-1] = min(on[-2], off[-2]), max(on[-1], off[-1])
        return found

    def _answers(self) -> dict[int, tuple[float, float]]:
        """For each fork that is joined how likely all, and any, of those who decide are to approve."""
        children, kept = self.plan.children, {}
        found = {}
        for fork in {self.other[row] for row in range(len(self.op)) if self.op[row] == Op.JOIN}:
            key = (self.jump[fork], self.limit[fork])
            if key not in kept:
                firsts = children.first[key[0] : key[0] + key[1]].tolist()
                # whoever decides comes to no open link
                approve = np.array([self.can[first][-1] for first in firsts])
                kept[key] = float(approve.prod()), float(1 - (1 - approve).prod())
            found[fork] = kept[key]
        return found

    def _met(self, first: int) -> frozenset[Gate]:
        """The open links that a matter may come to, itself or as another."""
        seen, ahead, found = {first}, [first], set()
        while ahead:
            row = ahead.pop()
            if row in self.gate:
                found.add(self.gate[row])
            op = self.op[row]
            ways = [] if op in (Op.STOP, Op.END, Op.ANSWER) else [row + 1]
            if op in (Op.CHANCE, Op.JOIN) and self.p[row] < 1:
                ways.append(self.jump[row])
            elif op in (Op.COPY, Op.STOP) and self.p[row] > 0 and self.limit[row] > 0:
                ways.append(self.firsts[self.jump[row]])
            for way in ways:
                if way not in seen:
                    seen.add(way)
                    ahead.append(way)
        return frozenset(found)


def _drawn(gates: list[Gate], seed: int, replications: int) -> Flags:
    """Whether each is true in each replication: what the engines draw."""
    keys = np.array([chance.key(seed, number) for number in range(replications)], dtype=np.uint64)
    salts = np.array([gate[0] for gate in gates], dtype=np.uint64)
    drawn = unit(mix(mix(mix(keys, np.uint64(0))[None, :], salts[:, None]), np.uint64(0)))
    drawn = drawn + np.array([gate[1] for gate in gates])[:, None]
    drawn = np.where(drawn >= 1.0, drawn - 1.0, drawn)
    true: Flags = drawn < np.array([gate[2] for gate in gates])[:, None]
    return true


def weights_of(plan: Plan, parts: Parts) -> Floats:
    """The shares of the matters of each part that are of each class (parts x classes)."""
    rates = parts.member * plan.classes.rate[None, :]
    sums = rates.sum(axis=1, keepdims=True)
    found: Floats = np.divide(rates, sums, out=np.zeros_like(rates), where=sums > 0)
    return found


def widened(found: Estimate, measure: str, more: Unseen, follow: float) -> Estimate:
    """The interval of a measure of matters with room for what no replication has shown: so many more that get all the
    way, so many fewer, each with the greatest chance that it may have and not have been seen. ``follow``: for how many
    days each matter is followed.
    """
    sign = {"arrived": 1.0, "within_year": 1.0, "stopped": -1.0, "under_way": 0.0, "waited": -follow}.get(measure)
    if sign is None or found.n < 2 or not (more.up or more.down):
        return found
    chance_of_it = unseen(found.n)
    up, down = more.up * chance_of_it, more.down * chance_of_it
    if sign == 0.0:  # what gets no further may be under way, or stop
        return Estimate(found.mean, max(found.low - up, -1.0), found.high + down, found.n)
    moved = (found.low - sign * down, found.high + sign * up) if sign > 0 else (
        found.low + sign * up, found.high - sign * down)  # fmt: skip
    return Estimate(found.mean, *moved, found.n)


def apart(after: tuple[Plan, Facts, Floats], before: tuple[Plan, Facts, Floats]) -> Unseen:
    """What no replication has shown of the difference between two structures. Matters of the same class that meet the
    same open links, and were let through or not alike, are as they are in both and make no difference.
    """
    sides = [
        {key: (share, up, down, met) for key, share, up, down, met in zip(
            keys_of(plan), weights.tolist(), of.never().tolist(), of.always().tolist(), of.gates, strict=True)}
        for plan, of, weights in (after, before)
    ]  # fmt: skip
    up = down = 0.0
    for one, other in (sides, sides[::-1]):
        mine = one is sides[0]
        for key, (share, never, always, met) in one.items():
            if not (never or always) or other.get(key) == (share, never, always, met):
                continue
            up += share * (never if mine else always)
            down += share * (always if mine else never)
    return Unseen(up, down)


def keys_of(plan: Plan) -> list[tuple[str, str, int]]:
    """What the classes of two structures are matched by: topic, principal and the stream of their matters."""
    classes = plan.classes
    return [
        (plan.topics[topic], plan.principals[principal], int(stream))
        for topic, principal, stream in zip(classes.topic, classes.principal, classes.stream, strict=True)
    ]


__all__ = ["Facts", "Unseen", "apart", "facts", "weights_of", "widened"]
