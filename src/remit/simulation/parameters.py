"""Every number of the simulation in one place: its value and range, and whether a source or an assumption gives it.

``parameters.yaml`` beside this holds them all. What a model tells goes before it (:meth:`Parameters.of`), and so does a
file of a user's own (:func:`load_parameters`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from remit.model.facts import SourceRef
from remit.model.files.nodes import Node
from remit.model.files.problems import ModelErrors
from remit.model.files.reading import FAILED, Reading
from remit.model.text import Text
from remit.model.whole import Mark
from remit.queries.side_files import is_this_format, raise_all, tree_of
from remit.simulation.parameter import Parameter, ParameterError, Parameters, fault, plain, unknown
from remit.simulation.parameters_texts import ORIGINS, OWN, TOLD, UNITS, ParameterProblem

SHIPPED = Path(__file__).with_name("parameters.yaml")
"""The file that holds them all."""

_KEYS = ("value", "low", "high", "unit", "origin", "source", "sv", "en", "why")


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
    tree = tree_of(path, reading, empty_is_fine=True)
    if tree is None and not reading.problems:
        reading.wrong(Mark(str(path), 1, 1), "", "missing_key", key="parameters")
    if tree is None or not _is_file(tree, reading):
        raise ModelErrors(reading.problems)
    changed: dict[str, Parameter] = {}
    for name, node in tree.value["parameters"].value.items():
        key = tree.value["parameters"].keys[name]
        one = _known(shipped, name)
        if one is None:
            reading.problems.append(unknown(name, shipped.names, key))
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
        one = one._replace(low=min(one.low, value), high=max(one.high, value))
        if value == one.value:
            return one
        # a source of ours does not vouch for a number of the user's
        return one._replace(value=value, note=OWN, origin="assumption", sources=())
    if not reading.mapping(node, at, _KEYS):
        return None
    faults = len(reading.problems)
    if "unit" in node.value:
        unit = reading.one_of(node.value["unit"], f"{at}.unit", UNITS)
        if unit in UNITS and unit != one.unit:  # never taken as if it were the other
            values = {"found": unit, "unit": one.unit}
            reading.problems.append(ParameterProblem(node.value["unit"].mark, f"{at}.unit", "other_unit", values))
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
    ends = {"low": plain(low), "high": plain(high)}
    if low > high:
        reading.problems.append(ParameterProblem(node.mark, at, "out_of_order", ends))
        return None
    if not low <= value <= high:
        where, path = (node.value["value"], f"{at}.value") if "value" in node.value else (node, at)
        values = {"found": plain(value)} | ends
        reading.problems.append(ParameterProblem(where.mark, path, "value_outside", values))
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
    wrong = fault(one.name, one.unit, value if math.isfinite(value) else text)
    if wrong:
        reading.problems.append(ParameterProblem(node.mark, at, *wrong))
        return None
    return value


__all__ = ["SHIPPED", "Parameter", "ParameterError", "Parameters", "load_parameters"]
