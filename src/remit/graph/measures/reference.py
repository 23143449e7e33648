"""The measures against exact values: what literature or a closed form gives, what Remit gives, the difference."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from remit.graph.calendar import mean_wait_of_gaps
from remit.graph.measures.channels import absence_factor, bridges, cut_points
from remit.graph.measures.hierarchy import betweenness, degree_centralisation, graph_of, krackhardt
from remit.graph.measures.knowledge import exclusivity, jaccard
from remit.model.text import Text

TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Check:
    """One value: what it is of, where the reference comes from, what it should be and what it is.

    ``half_width``: of a value that a simulation gives, half the width of its own 99 % interval, which is then what it
    may differ by; ``widest``: how wide that may be at most.
    """

    name: Text
    origin: Text
    reference: float
    obtained: float
    tolerance: float = TOLERANCE
    half_width: float | None = None
    widest: float | None = None

    @property
    def difference(self) -> float:
        """Obtained less reference."""
        return self.obtained - self.reference

    @property
    def agrees(self) -> bool:
        """Whether the two are equal within the tolerance, or within the interval where it is narrow enough."""
        if self.half_width is not None:
            narrow = self.widest is None or self.half_width <= self.widest
            return narrow and abs(self.difference) <= self.half_width
        return abs(self.difference) <= self.tolerance

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public form."""
        return {
            "name": self.name.get(lang),
            "origin": self.origin.get(lang),
            "reference": round(self.reference, 9),
            "obtained": round(self.obtained, 9),
            "difference": round(self.difference, 9),
            "tolerance": self.tolerance if self.half_width is None else None,
            "half_width": None if self.half_width is None else round(self.half_width, 9),
            "agrees": self.agrees,
        }


_TREE = [("0", "1"), ("0", "2"), ("1", "3"), ("1", "4"), ("2", "5"), ("2", "6")]
_GRAPHS: tuple[tuple[Text, list[tuple[str, str]], tuple[Fraction | int, ...]], ...] = (
    (Text("binärt träd med 7 noder", "binary tree of 7 nodes"), _TREE, (1, 1, 1, 1)),
    (
        Text("trädet med en båge till, 1→5", "the tree with one more edge, 1→5"),
        [*_TREE, ("1", "5")],
        (1, 1, Fraction(35, 36), 1),
    ),
    (
        Text("trädet med bågen 3→0", "the tree with the edge 3→0"),
        [*_TREE, ("3", "0")],
        (1, Fraction(14, 17), Fraction(35, 36), 1),
    ),
    (
        Text("två skilda träd med 3 noder", "two separate trees of 3 nodes"),
        [("a", "b"), ("a", "c"), ("x", "y"), ("x", "z")],
        (Fraction(2, 5), 1, 1, 1),
    ),
    (
        Text("två chefer med en gemensam enhet", "two heads that share one unit"),
        [("0", "1"), ("0", "2"), ("3", "2"), ("3", "4")],
        (1, 1, 1, Fraction(1, 3)),
    ),
)
_DIMENSIONS = (
    ("connectedness", Text("sammanhållning", "connectedness")),
    ("hierarchy", Text("hierarki", "hierarchy")),
    ("efficiency", Text("effektivitet", "efficiency")),
    ("least_upper_bound", Text("minsta övre gräns", "least upper bound")),
)
_KRACKHARDT = Text(
    "Krackhardt (1994), hans skrivna definition; räknat för hand", "Krackhardt (1994), his written definition; by hand"
)
_BY_HAND = Text("räknat för hand ur definitionen", "by hand from the definition")


def checks() -> list[Check]:
    """Every measure that has an exact value, with that value."""
    return [*_of_hierarchy(), *_of_the_rest()]


def _of_hierarchy() -> Iterator[Check]:
    for graph, edges, values in _GRAPHS:
        found = krackhardt(graph_of(edges))
        for (name, label), value in zip(_DIMENSIONS, values, strict=True):
            obtained = getattr(found, name)
            yield Check(
                Text(f"{label.sv}: {graph.sv}", f"{label.en}: {graph.en}"),
                _KRACKHARDT,
                float(value),
                math.nan if obtained is None else obtained,
            )


def _of_the_rest() -> Iterator[Check]:
    star = graph_of([("0", str(n)) for n in range(1, 6)])
    yield Check(
        Text("gradcentralisering: stjärna med 6 noder", "degree centralisation: star of 6 nodes"),
        Text("Freeman (1978): en stjärna har 1", "Freeman (1978): a star has 1"),
        1.0,
        degree_centralisation(star) or math.nan,
    )
    yield Check(
        Text("mellanliggande: mitten av en väg med 3 noder", "betweenness: the middle of a path of 3 nodes"),
        _BY_HAND,
        0.5,
        betweenness(graph_of([("a", "b"), ("b", "c")]))["b"],
    )
    yield Check(
        Text(
            "kunskapsexklusivitet: en fråga ensam, en med en till", "knowledge exclusivity: one topic alone, one of two"
        ),
        Text("Carley och Reminga (2004): 1 + 1/e", "Carley and Reminga (2004): 1 + 1/e"),
        1 + 1 / math.e,
        exclusivity({"a": ["x", "y"], "b": ["y"]})["a"],
    )
    yield Check(
        Text("överlappning (Jaccard): 1 av 3", "overlap (Jaccard): 1 of 3"),
        _BY_HAND,
        1 / 3,
        jaccard("ab", "bc") or math.nan,
    )
    diamond = graph_of([("s", "a"), ("s", "b"), ("a", "m"), ("b", "m"), ("m", "t")])
    yield Check(
        Text("brytpunkter: två vägar genom en", "cut points: two ways through one"),
        _BY_HAND,
        1.0,
        float(len(cut_points(diamond, "s", "t"))),
    )
    yield Check(
        Text("broar: två vägar genom en", "bridges: two ways through one"),
        _BY_HAND,
        1.0,
        float(len(bridges(diamond, "s", "t"))),
    )
    ways = graph_of([("s", "a"), ("a", "t"), ("s", "b"), ("b", "t")])
    absence = absence_factor(ways, "s", "t")
    yield Check(
        Text("frånvarofaktor: två skilda vägar", "absence factor: two separate ways"),
        Text("Mengers sats (1927)", "Menger's theorem (1927)"),
        1.0,
        math.nan if absence is None else float(absence),
    )
    yield Check(
        Text("medelväntan: mellanrum på 3, 4, 3 och 2 månader", "mean wait: gaps of 3, 4, 3 and 2 months"),
        Text("Cox (1962): Σg²/(2Σg) = 19/12", "Cox (1962): Σg²/(2Σg) = 19/12"),
        19 / 12,
        mean_wait_of_gaps([3, 4, 3, 2]),
    )
