"""The line of a principal, as a tree of units with their functions."""

from __future__ import annotations

from dataclasses import dataclass

from remit.views.pages.site.frame import Site

DEEPEST = 6
"""How many steps of a line one page shows under one another; what is below stands on the page of the last unit."""
MOST = 400
"""How many units and functions one page shows; the rest is counted, and is reached from the units shown."""


@dataclass(slots=True)
class Node:
    """A unit with the functions in it and the units under it; ``more``: how many below are not shown."""

    id: str
    functions: list[str]
    below: list[Node]
    more: int = 0


@dataclass(slots=True)
class Line:
    """The units that nothing of the same principal stands above, the functions that stand in no unit."""

    roots: list[Node]
    loose: list[str]
    left: int = 0
    """How many units and functions are not shown."""


class Lines:
    """All lines of a structure, read once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        org = site.org
        self.below: dict[str, list[str]] = {}
        self.functions: dict[str, list[str]] = {}
        self.roots: dict[str, list[str]] = {}
        self.loose: dict[str, list[str]] = {}
        self.reports: dict[str, list[str]] = {}
        for unit in org.things("unit"):
            parent = unit.fact("parent")
            owners = org.principals_of(unit.id)
            if parent.known:
                self.below.setdefault(parent.value, []).append(unit.id)
            above = org.principals_of(parent.value) if parent.known else ()
            for owner in owners:
                if owner not in above:
                    self.roots.setdefault(owner, []).append(unit.id)
        for function in org.things("function"):
            stands = function.fact("unit")
            if stands.known:
                self.functions.setdefault(stands.value, []).append(function.id)
            else:
                for owner in org.principals_of(function.id):
                    self.loose.setdefault(owner, []).append(function.id)
            for item in function.fact("reports_to").items:
                if item.holds:
                    self.reports.setdefault(item.value, []).append(function.id)

    def of(self, principal: str) -> Line:
        """The line of a principal."""
        left = [MOST]
        roots = [self._node(unit, 1, left, {unit}) for unit in self.site.by_name(self.roots.get(principal, []))]
        loose = self.site.by_name(self.loose.get(principal, []))
        return Line(
            [node for node in roots if node], loose[:MOST], max(0, len(loose) - MOST) + sum(n is None for n in roots)
        )

    def _node(self, unit: str, depth: int, left: list[int], seen: set[str]) -> Node | None:
        functions = self.site.by_name(self.functions.get(unit, []))
        left[0] -= 1 + len(functions)
        if left[0] < 0:
            return None
        below = [one for one in self.site.by_name(self.below.get(unit, [])) if one not in seen]
        if depth >= DEEPEST:
            return Node(unit, functions, [], len(below))
        nodes = [self._node(one, depth + 1, left, seen | {one}) for one in below]
        return Node(unit, functions, [node for node in nodes if node], sum(node is None for node in nodes))
