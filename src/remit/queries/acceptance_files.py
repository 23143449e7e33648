"""The files beside a model: waivers (YAML or JSON), a baseline (JSON, written here) and ``remit.toml``.

None of them is ever part of a model. Whatever is wrong in one of them is told all at once, with its place.
"""

from __future__ import annotations

import datetime
import json
import math
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from remit.model.facts import Extent
from remit.model.files.nodes import Limits, Node, Unreadable
from remit.model.files.opening import check_text, decode, read_bytes
from remit.model.files.problems import ModelErrors, Problem
from remit.model.files.reading import FAILED, Reading, kind_of, near
from remit.model.files.write import write_text
from remit.model.text import Text
from remit.model.whole import Mark
from remit.queries.catalogue import catalogue, matching
from remit.queries.rule import Severity
from remit.queries.side_files import FORMAT, is_this_format, raise_all, text_of, tree_of
from remit.queries.waivers import BaselineRow, Waiver

_WAIVER_KEYS = ("rule", "subject", "reason", "by", "until")
_BASELINE_KEYS = ("rule", "message", "subject", "pair", "extent")


@dataclass(frozen=True, slots=True)
class Config:
    """What a ``remit.toml`` says of an audit; the files that it names are told as paths, not yet read."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    settings: Mapping[str, Mapping[str, int | float]] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    waivers: Path | None = None
    baseline: Path | None = None


# -- waivers ------------------------------------------------------------------------------------------------


def read_waivers(path: str | Path) -> tuple[Waiver, ...]:
    """The waivers of a YAML (or ``.json``) file: a list of ``{rule, subject, reason, by, until}``.

    Only ``until`` may be left out. A file with nothing but comments holds none. Raises ModelErrors with all
    that is wrong, UsageProblem or EnvironmentProblem where the file cannot be read.
    """
    reading = Reading()
    tree = tree_of(path, reading, empty_is_fine=True)
    found = list(_waivers(tree, reading)) if tree is not None else []
    raise_all(reading.problems)
    return tuple(found)


def _waivers(tree: Node, reading: Reading) -> Iterator[Waiver]:
    if tree.kind != "seq":
        reading.wrong(tree, "", "expected_list", found=kind_of(tree))
        return
    for number, row in enumerate(tree.value):
        at = f"[{number}]"
        if not reading.mapping(row, at, _WAIVER_KEYS):
            continue
        rule = _code(row, at, reading)
        subject, reason, by = (text_of(row, name, at, reading) for name in ("subject", "reason", "by"))
        until = _day(row, at, reading)
        if FAILED not in (rule, subject, reason, by, until):
            yield Waiver(rule, subject, reason, by, until)


def _code(row: Node, at: str, reading: Reading) -> Any:
    text = text_of(row, "rule", at, reading)
    if text is not FAILED and text.upper() not in catalogue():
        known = list(catalogue())
        return reading.wrong(row.value["rule"], f"{at}.rule", "unknown_id", found=text, near=near(text, known))
    return text if text is FAILED else text.upper()


def _day(row: Node, at: str, reading: Reading) -> Any:
    if "until" not in row.value:
        return None
    text = reading.scalar(row.value["until"], f"{at}.until")
    if text is FAILED:
        return FAILED
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    return reading.wrong(row.value["until"], f"{at}.until", "date", found=text)


# -- the baseline -------------------------------------------------------------------------------------------


def write_baseline(path: str | Path, rows: Iterable[BaselineRow]) -> None:
    """Write a baseline: sorted, a row on each line, the same bytes for the same rows in any order.

    Raises UsageProblem or EnvironmentProblem where it cannot be written; a former file is then untouched.
    """
    lines = [json.dumps(_as_dict(row), ensure_ascii=False) for row in sorted(set(rows), key=lambda r: r.identity)]
    body = ",\n    ".join(lines)
    inside = f"[\n    {body}\n  ]" if lines else "[]"
    write_text(path, f'{{\n  "remit": {FORMAT},\n  "baseline": {inside}\n}}\n')


def _as_dict(row: BaselineRow) -> dict[str, Any]:
    rule, message, subject, pair, extent = row.identity
    found: dict[str, Any] = {"rule": rule, "message": message, "subject": subject.split(",")}
    if pair:
        found["pair"] = pair.split(",")
    return found | ({"extent": extent} if extent else {})


def read_baseline(path: str | Path) -> tuple[BaselineRow, ...]:
    """The rows of a baseline file; raises as :func:`read_waivers`.

    A rule that is not there any more is no error: its rows are told as stale when an audit has run.
    """
    reading = Reading()
    tree = tree_of(path, reading)
    found = sorted(set(_rows(tree, reading)), key=lambda row: row.identity) if tree is not None else []
    raise_all(reading.problems)
    return tuple(found)


def _rows(tree: Node, reading: Reading) -> Iterator[BaselineRow]:
    if not reading.mapping(tree, "", ("remit", "baseline")) or not is_this_format(tree, reading):
        return
    listed = tree.value.get("baseline")
    if listed is None or listed.kind != "seq":
        at = listed or tree
        code = "missing_key" if listed is None else "expected_list"
        reading.wrong(at, "baseline", code, key="baseline", found=kind_of(at))
        return
    for number, row in enumerate(listed.value):
        at = f"baseline[{number}]"
        if not reading.mapping(row, at, _BASELINE_KEYS):
            continue
        rule, message = (text_of(row, name, at, reading) for name in ("rule", "message"))
        subject = _ids(row, "subject", at, reading) if "subject" in row.value else text_of(row, "subject", at, reading)
        pair = _ids(row, "pair", at, reading) if "pair" in row.value else ""
        extent = _extent(row, at, reading) if "extent" in row.value else ""
        if FAILED not in (rule, message, subject, pair, extent):
            yield BaselineRow((rule, message, subject, pair, extent))


def _extent(row: Node, at: str, reading: Reading) -> Any:
    return reading.one_of(row.value["extent"], f"{at}.extent", [extent.value for extent in Extent])


def _ids(row: Node, name: str, at: str, reading: Reading) -> Any:
    node = row.value[name]
    if node.kind != "seq":
        return reading.wrong(node, f"{at}.{name}", "expected_list", found=kind_of(node))
    texts = [reading.scalar(item, f"{at}.{name}[{number}]") for number, item in enumerate(node.value)]
    return FAILED if FAILED in texts else ",".join(sorted(texts))


# -- remit.toml ---------------------------------------------------------------------------------------------


def read_config(path: str | Path) -> Config:
    """What a ``remit.toml`` says: ``select``, ``ignore``, ``[settings.CODE]``, ``[severity]``, ``waivers`` and
    ``baseline`` (paths relative to the file). Raises as :func:`read_waivers`.
    """
    shown = str(path)
    try:
        text = decode(read_bytes(Path(path), shown, Limits()), shown)
        check_text(text, shown)
        data = tomllib.loads(text)
    except Unreadable as error:
        raise ModelErrors([error.problem]) from None
    except tomllib.TOMLDecodeError as error:
        line, column = _where(str(error), text)
        raise ModelErrors([Problem(Mark(shown, line, column), "", "toml_broken")]) from None
    toml = _Toml(text, shown)
    config = toml.config(data, Path(path).parent)
    raise_all(toml.problems)
    return config


def _where(message: str, text: str) -> tuple[int, int]:
    """The place that the parser names; the last line where it says that the file ended too soon."""
    found = re.search(r"at line (\d+), column (\d+)", message)
    return (int(found[1]), int(found[2])) if found else (text.rstrip("\n").count("\n") + 1, 1)


class _Toml:
    """Checks what the parser read; the parser keeps no places, so they are looked up in the text."""

    def __init__(self, text: str, shown: str) -> None:
        self.shown = shown
        self.problems: list[Problem] = []
        self.places = _places(text)

    def wrong(self, keys: tuple[str, ...], code: str, **values: Any) -> None:
        known = (self.places.get(keys[:size]) for size in range(len(keys), 0, -1))
        line, column = next((place for place in known if place), (1, 1))
        self.problems.append(Problem(Mark(self.shown, line, column), ".".join(keys), code, values))

    def unknown(self, keys: tuple[str, ...], known: Iterable[str]) -> None:
        names = sorted(known)
        close = near(keys[-1], names)
        more = {"near": close} if close else {"allowed": names}
        self.wrong(keys, "unknown_key" if close or not names else "unknown_key_of", found=keys[-1], **more)

    def config(self, data: dict[str, Any], folder: Path) -> Config:
        known = ("select", "ignore", "settings", "severity", "waivers", "baseline")
        for key in data:
            if key not in known:
                self.unknown((key,), known)
        return Config(
            select=self.codes(data, "select"),
            ignore=self.codes(data, "ignore"),
            settings=dict(self.settings(data)),
            severities=dict(self.severities(data)),
            waivers=self.path(data, "waivers", folder),
            baseline=self.path(data, "baseline", folder),
        )

    def codes(self, data: dict[str, Any], key: str) -> tuple[str, ...]:
        """Codes or their beginnings: a list, or one text."""
        found: list[str] = []
        listed = data.get(key, [])
        for one in listed if isinstance(listed, list) else [listed]:
            if not isinstance(one, str) or not one.strip():
                self.wrong((key,), "expected_text", found=_kind(one))
            elif not matching((one.strip(),)):
                self.wrong((key,), "unknown_id", found=one, near=near(one, catalogue()))
            else:
                found.append(one.strip().upper())
        return tuple(found)

    def path(self, data: dict[str, Any], key: str, folder: Path) -> Path | None:
        value = data.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.wrong((key,), "expected_text", found=_kind(value))
            return None
        return folder / value

    def by_code(self, data: dict[str, Any], key: str) -> Iterator[tuple[str, str, Any]]:
        """The entries of a table whose keys are codes: the code, the key as written, the value."""
        table = data.get(key, {})
        if not isinstance(table, dict):
            self.wrong((key,), "expected_mapping", found=_kind(table))
            return
        for written, value in table.items():
            if written.upper() in catalogue():
                yield written.upper(), written, value
            else:
                self.wrong((key, written), "unknown_id", found=written, near=near(written, catalogue()))

    def settings(self, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, int | float]]]:
        for code, written, table in self.by_code(data, "settings"):
            if not isinstance(table, dict):
                self.wrong(("settings", written), "expected_mapping", found=_kind(table))
                continue
            known = catalogue()[code][0].defaults()
            for name, value in table.items():
                keys = ("settings", written, name)
                if name not in known:
                    self.unknown(keys, known)
                elif isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
                    self.wrong(keys, "number", found=value)
            yield code, {name: value for name, value in table.items() if name in known}

    def severities(self, data: dict[str, Any]) -> Iterator[tuple[str, Severity]]:
        allowed = get_args(Severity)
        for code, written, value in self.by_code(data, "severity"):
            if value in allowed:
                yield code, value
            else:
                self.wrong(("severity", written), "not_a_choice", found=value, allowed=allowed)


_HEADER = re.compile(r"\s*\[+\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*((?:[\w\-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w\-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w\-]+|"[^"]*"|'[^']*'""")


def _places(text: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """Where each table and key of a TOML text is first written, by its whole path."""
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        key, header = _KEY.match(line), _HEADER.match(line)
        match = key or header
        if match is None:
            continue
        path = tuple(part.strip("\"'") for part in _PART.findall(match[1]))
        if key is None:
            table = path
        else:
            path = (*table, *path)
        for size in range(1, len(path) + 1):
            found.setdefault(path[:size], (number, match.start(1) + 1))
    return found


_KINDS: tuple[tuple[type | tuple[type, ...], Text], ...] = (
    (bool, Text("ja eller nej", "yes or no")),
    ((int, float), Text("ett tal", "a number")),
    (list, Text("en lista", "a list")),
    (dict, Text("en tabell", "a table")),
    (str, Text("en tom text", "an empty text")),
)


def _kind(value: Any) -> Text:
    """What a value of TOML is, in words."""
    return next((text for kind, text in _KINDS if isinstance(value, kind)), Text("ett datum", "a date"))
