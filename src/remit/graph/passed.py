"""Whom every way from a start passes: dominators, in time that grows with the number of steps.

The method is that of K. D. Cooper, T. J. Harvey and K. Kennedy (2001), "A simple, fast dominance algorithm".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping


class Passed:
    """The nodes that steps from a start lead to, each with those that every way to it passes.

    ``order``: the place of each node that is reached; a node comes after all that every way to it passes.
    """

    def __init__(self, start: str, steps: Mapping[str, Collection[str]]) -> None:
        self.start = start
        nodes = _order(start, steps)
        self.order: dict[str, int] = {node: place for place, node in enumerate(nodes)}
        self._before: dict[str, str] = {start: start}
        self._find(nodes, steps)

    def _find(self, nodes: list[str], steps: Mapping[str, Collection[str]]) -> None:
        sources: dict[str, list[str]] = defaultdict(list)
        goes_round = False
        for node in nodes:
            for to in steps.get(node, ()):
                sources[to].append(node)
                goes_round = goes_round or self.order[to] <= self.order[node]
        changed = True
        while changed:
            changed = False
            for node in nodes[1:]:
                before = self._common(one for one in sources[node] if one in self._before)
                if self._before.get(node) != before:
                    self._before[node] = before
                    changed = goes_round  # without rings all sources of a node come before it

    def _common(self, nodes: Iterable[str]) -> str:
        """The last node that every way to any of these passes, or is."""
        found = ""
        for node in nodes:
            one = node
            while found and one != found:
                if self.order[one] > self.order[found]:
                    one = self._before[one]
                else:
                    found = self._before[found]
            found = one
        return found

    def by_all(self, ends: Iterable[str]) -> Iterator[str]:
        """Whom every way to any of these ends passes, or is, the nearest to them first; the start is left out."""
        here = self._common(ends)
        while here != self.start:
            yield here
            here = self._before[here]

    def behind(self, counted: Iterable[str]) -> dict[str, int]:
        """For each node how many of those counted are lost with it: itself, and those that every way to passes it."""
        found = dict.fromkeys(self.order, 0)
        for node in counted:
            found[node] += 1
        for node in reversed(self.order):
            if node != self.start:
                found[self._before[node]] += found[node]
        return found


def _order(start: str, steps: Mapping[str, Collection[str]]) -> list[str]:
    """All nodes that are reached, each after one that it is reached from (but where steps go round)."""
    done: list[str] = []
    seen = {start}
    left = [(start, iter(steps.get(start, ())))]
    while left:
        node, to = left[-1]
        for one in to:
            if one not in seen:
                seen.add(one)
                left.append((one, iter(steps.get(one, ()))))
                break
        else:
            done.append(node)
            left.pop()
    return done[::-1]
