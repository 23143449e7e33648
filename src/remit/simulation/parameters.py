"""Every number of the simulation in one place: its value and range, and whether a source or an assumption gives it.

``parameters.yaml`` beside this holds them all. What a model tells goes before it (:meth:`Parameters.of`), and so does a
file of a user's own (:func:`load_parameters`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from remit.graph.calendar import meetings
from remit.graph.org import Org
from remit.model.facts import SourceRef
from remit.model.files.nodes import Node
from remit.model.files.problems import ModelErrors, Problem, RemitError
from remit.model.files.reading import FAILED, Reading, near
from remit.model.text import Text
from remit.model.whole import Mark
from remit.queries.side_files import is_this_format, raise_all, tree_of
from remit.simulation.parameters_texts import (
    ORIGINS,
    OWN,
    TOLD,
    TOLD_RANGE,
    TOLD_WHY,
    UNITS,
    ParameterProblem,
)

SHIPPED = Path(__file__).with_name("parameters.yaml")
"""The file that holds them all."""

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
_LEAST_OF = {"election_years": 1.0, "chair_term_years": 1.0, "rounds": 1.0, "seats_many": 1.0, "group_seats": 1.0,
             "body_seats": 1.0, "summer_from": 1.0, "summer_weeks": 0.0, "winter_weeks": 0.0}  # fmt: skip
_NOWHERE = Mark("", 0, 0)
_KEYS = ("value", "low", "high", "unit", "origin", "source", "sv", "en", "why")


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
            "value": _plain(self.value),
            "low": _plain(self.low),
            "high": _plain(self.high),
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
            raise ParameterError(_unknown(name, self._by_name))
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
            fault = _fault(one.name, one.unit, value)
            if fault:
                raise ParameterError(ParameterProblem(_NOWHERE, name, *fault))
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


def _plain(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number


# -- what a model tells ----------------------------------------------------------------------------------------


def _told(org: Org) -> Iterator[Parameter]:
    for group in org.groups():
        year = meetings(group)
        if year is not None and not year.days and year.high > 0:
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


# -- files -----------------------------------------------------------------------------------------------------


def load_parameters(path: str | Path | None = None) -> Parameters:
    """The parameters that come with Remit; ``path``: a file (YAML or ``.json``) that says some of them otherwise.

    In such a file a parameter is a number, or a mapping with ``value``, ``low``, ``high``, ``source`` and ``why``; what
    is told of one group or body has a name with a colon (``meetings:ID``). A number outside the range widens it. Raises
    ModelErrors with everything that is wrong, each with its place; UsageProblem or EnvironmentProblem where the file
    cannot be read.
    """
    shipped = _shipped()
    if path is None:
        return shipped
    reading = Reading()
    tree = tree_of(path, reading)
    if tree is None or not _is_file(tree, reading):
        raise ModelErrors(reading.problems)
    changed: dict[str, Parameter] = {}
    for name, node in tree.value["parameters"].value.items():
        key = tree.value["parameters"].keys[name]
        one = _known(shipped, name)
        if one is None:
            reading.problems.append(_unknown(name, shipped.names, key))
            continue
        read = _read(one, node, f"parameters.{name}", reading)
        if read is not None:
            changed[name] = read
    raise_all(reading.problems)
    items = [changed.pop(one.name, one) for one in shipped.items]
    return Parameters((*items, *changed.values()))


@cache
def _shipped() -> Parameters:
    reading = Reading()
    tree = tree_of(SHIPPED, reading)
    found = []
    if tree is not None and _is_file(tree, reading):
        for name, node in tree.value["parameters"].value.items():
            at = f"parameters.{name}"
            unit = reading.one_of(node.value["unit"], f"{at}.unit", UNITS)
            blank = Parameter(name, 0.0, -math.inf, math.inf, unit, Text("", ""), "assumption")
            read = _read(blank, node, at, reading)
            if read is not None:
                found.append(read)
    raise_all(reading.problems)
    return Parameters(tuple(found))


def _is_file(tree: Node, reading: Reading) -> bool:
    if not reading.mapping(tree, "", ("remit", "parameters")) or not is_this_format(tree, reading):
        return False
    if "parameters" not in tree.value:
        reading.wrong(tree, "", "missing_key", key="parameters")
        return False
    return reading.mapping(tree.value["parameters"], "parameters", tree.value["parameters"].value)


def _known(shipped: Parameters, name: str) -> Parameter | None:
    """The parameter of a name; what is told of one group or body begins as the general one."""
    if name in shipped:
        return shipped.get(name)
    what, _, identifier = name.partition(":")
    if what not in TOLD or not identifier:
        return None
    text = Text(TOLD[what].sv.format(name=identifier), TOLD[what].en.format(name=identifier))
    unit = {"meetings": "per_year", "places": "count", "hours": "hours", "term": "years"}[what]
    return Parameter(name, 0.0, math.inf, -math.inf, unit, text, "assumption")


def _read(one: Parameter, node: Node, at: str, reading: Reading) -> Parameter | None:
    """A parameter as a file says it, beginning from another; None, with faults noted, where it cannot be."""
    if node.kind == "scalar":
        value = _number(one, node, at, reading)
        if value is None:
            return None
        note = OWN if value != one.value else one.note
        return one._replace(value=value, low=min(one.low, value), high=max(one.high, value), note=note)
    if not reading.mapping(node, at, _KEYS):
        return None
    faults = len(reading.problems)
    written: dict[str, float] = {}
    for key in ("value", "low", "high"):
        if key in node.value:
            number = _number(one, node.value[key], f"{at}.{key}", reading)
            if number is not None:
                written[key] = number
    if len(reading.problems) > faults:
        return None
    ends = _ends(one, written, node, at, reading)
    if ends is None:
        return None
    words = _words(one, bool(written), node, at, reading)
    if len(reading.problems) > faults:
        return None
    value, low, high = ends
    return words._replace(value=value, low=low, high=high)


def _ends(
    one: Parameter, written: Mapping[str, float], node: Node, at: str, reading: Reading
) -> tuple[float, float, float] | None:
    """Value, least and most; a fault is noted where they do not fit."""
    value = written.get("value", one.value)
    low = written.get("low", min(one.low, value) if math.isfinite(one.low) else value)
    high = written.get("high", max(one.high, value) if math.isfinite(one.high) else value)
    ends = {"low": _plain(low), "high": _plain(high)}
    if low > high:
        reading.problems.append(ParameterProblem(node.mark, at, "out_of_order", ends))
        return None
    if not low <= value <= high:
        where = node.value.get("value", node)
        values = {"found": _plain(value)} | ends
        reading.problems.append(ParameterProblem(where.mark, at, "value_outside", values))
        return None
    return value, low, high


def _words(one: Parameter, changed: bool, node: Node, at: str, reading: Reading) -> Parameter:
    """What is said of a parameter beside its numbers. One whose numbers are ``changed`` without a source is assumed."""
    text, why = one.text, OWN if changed else one.note
    if "sv" in node.value and "en" in node.value:
        text = Text(*(str(reading.scalar(node.value[lang], f"{at}.{lang}")) for lang in ("sv", "en")))
    if "why" in node.value:
        why = _why(node.value["why"], f"{at}.why", reading)
    sources, origin = one.sources, one.origin
    if "source" in node.value:
        told = reading.scalar(node.value["source"], f"{at}.source")
        sources, origin = (() if told is FAILED else (SourceRef.parse(told),)), "source"
    elif changed:
        sources, origin = (), "assumption"
    if "origin" in node.value:
        origin = reading.one_of(node.value["origin"], f"{at}.origin", ORIGINS)
    return one._replace(text=text, note=why, sources=sources, origin=origin)


def _why(node: Node, at: str, reading: Reading) -> Text:
    if node.kind == "scalar":
        told = str(reading.scalar(node, at))
        return Text(told, told)
    if not reading.mapping(node, at, ("sv", "en")):
        return Text("", "")
    both = {lang: str(reading.scalar(node.value[lang], f"{at}.{lang}")) for lang in ("sv", "en") if lang in node.value}
    either = next(iter(both.values()), "")
    return Text(both.get("sv", either), both.get("en", either))


def _number(one: Parameter, node: Node, at: str, reading: Reading) -> float | None:
    text = reading.scalar(node, at)
    if text is FAILED:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    fault = _fault(one.name, one.unit, value if math.isfinite(value) else text)
    if fault:
        reading.problems.append(ParameterProblem(node.mark, at, *fault))
        return None
    return value


def _fault(name: str, unit: str, value: object) -> tuple[str, dict[str, Any]] | None:
    """What is wrong with a value, if anything."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return "not_finite", {"found": value}
    least, most = _LIMITS[unit]
    least = _LEAST_OF.get(name, least)
    if not least <= value <= most:
        return "outside", {"found": _plain(value), "unit": UNITS[unit], "least": _plain(least), "most": _plain(most)}
    if unit == "count" and not float(value).is_integer():
        return "not_whole", {"found": value}
    return None


def _unknown(name: str, known: Iterable[str], at: Node | None = None) -> ParameterProblem:
    mark = at.mark if at else _NOWHERE
    return ParameterProblem(mark, "parameters", "unknown_parameter", {"found": name, "near": near(name, known)})


__all__ = ["SHIPPED", "Parameter", "ParameterError", "Parameters", "load_parameters"]
