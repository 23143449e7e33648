"""One number of the simulation, and all of them together: values and ranges, and where each comes from."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple

from remit.graph.calendar import meetings
from remit.graph.org import Org
from remit.model.facts import SourceRef
from remit.model.files.nodes import Node
from remit.model.files.problems import Problem, RemitError
from remit.model.files.reading import near
from remit.model.text import Text
from remit.model.whole import Mark
from remit.simulation.parameters_texts import (
    TOLD,
    TOLD_RANGE,
    TOLD_WHY,
    UNITS,
    ParameterProblem,
)

_LIMITS: dict[str, tuple[float, float]] = {
    "days": (0, 36525),
    "hours": (0, 100_000),
    "per_year": (0, 10_000),
    "years": (0.01, 1000),
    "weeks": (0, 53),
    "share": (0, 1),
    "count": (0, 100_000),
    "times": (1, 1000),
}
"""What a number of a unit can be."""

_LIMITS_OF: dict[str, tuple[float, float]] = {
    "matters_per_year": (0, 1000),
    "generations": (0, 20),
    "rounds": (1, 10),
    "lapse_days": (1, 36525),
    "returns_most": (0, 100),
    "group_meetings": (0, 400),
    "local_meetings": (0, 400),
    "body_meetings": (0, 400),
    "summer_from": (1, 53),
    "summer_weeks": (0, 40),
    "winter_weeks": (0, 10),
    "election_years": (1, 100),
    "chair_term_years": (1, 100),
    "seats_many": (1, 1000),
    "group_seats": (1, 1000),
    "body_seats": (1, 1000),
    "urgent_first": (0, 1),
    "open_together": (0, 1),
    "meetings": (0, 10_000),
    "term": (0, 100),
}
"""What a parameter can be, where that is less than its unit says."""

_NOWHERE = Mark("", 0, 0)


class Parameter(NamedTuple):
    """One number: what it is, its value and range, and where it comes from."""

    name: str
    value: float
    low: float
    high: float
    unit: str
    """``days``, ``hours``, ``per_year``, ``years``, ``weeks``, ``share``, ``count`` (whole) or ``times``."""
    text: Text
    origin: Literal["source", "assumption"]
    sources: tuple[SourceRef, ...] = ()
    note: Text = Text("", "")
    """The reason for the value and its range."""

    @property
    def unit_text(self) -> Text:
        """The unit in words."""
        return UNITS[self.unit]

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public JSON object."""
        return {
            "name": self.name,
            "text": self.text.get(lang),
            "value": plain(self.value),
            "low": plain(self.low),
            "high": plain(self.high),
            "unit": self.unit,
            "origin": self.origin,
            "sources": [str(source) for source in self.sources],
            "note": self.note.get(lang),
        }


class ParameterError(RemitError, ValueError):
    """A parameter that does not exist, or a value that it cannot have; :attr:`text` says what would be right."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.text("en"))

    @property
    def text(self) -> Text:
        """What is wrong, in both languages."""
        return Text(self.problem.text("sv"), self.problem.text("en"))

    def render(self, lang: str) -> str:
        """The text in one language."""
        return self.problem.text(lang)


@dataclass(frozen=True, slots=True)
class Parameters:
    """The numbers of a simulation, in the order of the file; those that a model tells come last. Immutable."""

    items: tuple[Parameter, ...]
    _by_name: Mapping[str, Parameter] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {one.name: one for one in self.items})

    def __getitem__(self, name: str) -> float:
        """The value of a parameter; raises :class:`ParameterError` where there is none of that name."""
        return self.get(name).value

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __iter__(self) -> Iterator[Parameter]:
        return iter(self.items)

    def get(self, name: str) -> Parameter:
        """The parameter of a name; raises :class:`ParameterError` where there is none."""
        found = self._by_name.get(name)
        if found is None:
            raise ParameterError(unknown(name, self._by_name))
        return found

    def of_one(self, name: str, identifier: str, otherwise: str) -> float:
        """What is told of one group or body (``meetings:ID``), else the value of a general parameter."""
        told = self._by_name.get(f"{name}:{identifier}")
        return told.value if told else self[otherwise]

    @property
    def names(self) -> tuple[str, ...]:
        """The names, in order."""
        return tuple(self._by_name)

    def assumptions(self) -> tuple[Parameter, ...]:
        """Those that no source gives."""
        return tuple(one for one in self.items if one.origin == "assumption")

    def uncertain(self) -> tuple[Parameter, ...]:
        """Those whose range is more than a point: what a tornado tries (assumptions, and ranges that sources leave)."""
        return tuple(one for one in self.items if one.low < one.high)

    def with_(self, values: Mapping[str, float] | None = None, /, **more: float) -> Parameters:
        """The same with other values; a value outside the range widens it. Names with a colon go in a mapping.

        Raises :class:`ParameterError` where a name does not exist or a value is not possible.
        """
        new = dict(values or {}) | more
        changed: dict[str, Parameter] = {}
        for name, value in new.items():
            one = self.get(name)
            wrong = fault(one.name, one.unit, value)
            if wrong:
                raise ParameterError(ParameterProblem(_NOWHERE, name, *wrong))
            number = float(value)
            changed[name] = one._replace(value=number, low=min(one.low, number), high=max(one.high, number))
        return Parameters(tuple(changed.get(one.name, one) for one in self.items))

    def of(self, org: Org) -> Parameters:
        """With what a model tells of its groups, as parameters of their own: ``meetings:ID`` (a range has its middle as
        its value, and both ends), ``places:ID``, ``hours:ID``, ``term:ID``. What is there already stays.
        """
        told = [one for one in _told(org) if one.name not in self._by_name]
        return replace(self, items=(*self.items, *told)) if told else self

    def to_dict(self, lang: str = "sv") -> list[dict[str, Any]]:
        """The public JSON objects, in order."""
        return [one.to_dict(lang) for one in self.items]

    def to_frame(self, lang: str = "sv") -> Any:
        """A pandas data frame with a row per parameter (needs the extra ``notebook``)."""
        import pandas

        return pandas.DataFrame(self.to_dict(lang))

    def __repr__(self) -> str:
        return f"<Parameters: {len(self.items)}, of them {len(self.assumptions())} assumptions>"


def plain(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number


# -- what a model tells ----------------------------------------------------------------------------------------


def _told(org: Org) -> Iterator[Parameter]:
    for group in org.groups():
        year = meetings(group)
        if year is not None and not year.days:
            yield _of_group(org, "meetings", group.id, (year.low, year.high), "per_year", year.number.sources)
        places = group.fact("places_per_agenda")
        if places.known:
            yield _of_group(org, "places", group.id, (places.value, places.value), "count", places.sources)
        hours = group.fact("meeting_hours")
        if hours.known:
            yield _of_group(org, "hours", group.id, hours.value, "hours", hours.sources)
        term = group.fact("chair.term_years")
        if term.known:
            yield _of_group(org, "term", group.id, term.value, "years", term.sources)


def _of_group(
    org: Org, what: str, group: str, ends: tuple[float, float], unit: str, sources: tuple[SourceRef, ...]
) -> Parameter:
    low, high = float(ends[0]), float(ends[1])
    name = org.name(group)
    text = Text(TOLD[what].sv.format(name=name.sv), TOLD[what].en.format(name=name.en))
    note = TOLD_WHY if low == high else TOLD_RANGE
    return Parameter(f"{what}:{group}", (low + high) / 2, low, high, unit, text, "source", sources, note)


def fault(name: str, unit: str, value: object) -> tuple[str, dict[str, Any]] | None:
    """What is wrong with a value, if anything."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return "not_finite", {"found": value}
    least, most = _LIMITS_OF.get(name.partition(":")[0]) or _LIMITS[unit]
    if not least <= value <= most:
        return "outside", {"found": plain(value), "least": plain(least), "most": plain(most)}
    if unit == "count" and not float(value).is_integer():
        return "not_whole", {"found": value}
    return None


def unknown(name: str, known: Iterable[str], at: Node | None = None) -> ParameterProblem:
    mark = at.mark if at else _NOWHERE
    return ParameterProblem(mark, "parameters", "unknown_parameter", {"found": name, "near": near(name, known)})


__all__ = ["Parameter", "ParameterError", "Parameters", "fault", "plain", "unknown"]
