"""The coverage matrix: which groups take up a topic, for a population, at a level, with whom; and its holes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from remit.graph.logic import YES, Proof, all_of
from remit.graph.org import Org, Thing
from remit.model.facts import Degree


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A topic, a population (empty: the topic names none), a level and a care principal, with the groups there."""

    topic: str
    population: str
    level: str
    principal: str
    groups: tuple[str, ...]
    perhaps: tuple[str, ...] = ()
    """Groups of which it is open whether they are there."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The cells that some group covers, and the holes.

    A hole is a cell that ought to be covered and is not: the topic must be treated at the level, or others whom the
    topic concerns are covered there. ``perhaps`` of a hole names the groups that may cover it: it is then open.
    """

    cells: tuple[Cell, ...]
    holes: tuple[Cell, ...]

    @property
    def share(self) -> tuple[float, float] | None:
        """The share of cells that ought to be covered which are: for certain, and at most; None where none ought."""
        whole = len(self.cells) + len(self.holes)
        if not whole:
            return None
        return len(self.cells) / whole, (whole - sum(not hole.perhaps for hole in self.holes)) / whole


def coverage_matrix(org: Org) -> Matrix:
    """The matrix of topics x populations x levels x care principals. A topic stands for what is part of it; groups
    that are not counted to the system, or not in force, cover nothing.
    """
    sure: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    maybe: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for group in org.groups(counted=True):
        level = group.fact("level")
        if not level.known:
            continue
        for topic in org.things("topic"):
            covered = org.covers(group.fact("remit.topics"), topic.id)
            if not covered:
                continue
            for population in _populations(topic):
                for principal in org.care_principals:
                    cell = (topic.id, population, level.value, principal)
                    there = all_of(
                        covered, org.in_force(group), org.seated(group, principal), _for(org, group, population)
                    )
                    if there.degree > Degree.OPEN and level.degree > Degree.OPEN:
                        sure[cell].add(group.id)
                    elif there:
                        maybe[cell].add(group.id)
    cells = [Cell(*cell, tuple(sorted(groups)), tuple(sorted(maybe[cell]))) for cell, groups in sure.items()]
    wanted = _wanted(org, set(sure))
    holes = [Cell(*cell, (), tuple(sorted(maybe.get(cell, ())))) for cell in wanted if cell not in sure]
    return Matrix(tuple(sorted(cells)), tuple(sorted(holes)))


def _populations(topic: Thing) -> tuple[str, ...]:
    return topic.fact("populations").values or ("",)


def _for(org: Org, group: Thing, population: str) -> Proof:
    """To what degree a group is for a population; one that names none is for all."""
    fact = group.fact("populations")
    return fact.has(lambda one: org.populations_meet(one, population)) if population and fact.values else YES


def _wanted(org: Org, covered: set[tuple[str, str, str, str]]) -> set[tuple[str, str, str, str]]:
    """The cells that ought to be covered."""
    levels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for topic, population, level, _ in covered:
        levels[topic, population].add(level)
    for thing in org.things("topic"):
        treated = thing.fact("treated_at")
        if treated.known and treated.degree > Degree.OPEN:
            for population in _populations(thing):
                levels[thing.id, population].add(treated.value)
    found = set()
    for (name, population), there in levels.items():
        concerned, known = org.concerned(name)
        if known.degree > Degree.OPEN:
            found |= {(name, population, level, principal) for level in there for principal in concerned}
    return found
