"""Reading a real event log, XES or CSV, with every fault in its place; nothing that it names is fetched or run."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from xml.parsers import expat

from remit.model.files.nodes import Limits, Unreadable
from remit.model.files.opening import decode, read_bytes
from remit.model.files.problems import ModelErrors
from remit.model.text import Text
from remit.model.whole import Mark
from remit.simulation.eventlog.log import Event, Log, Trace, days
from remit.simulation.eventlog.texts import COLUMN_TEXTS, LogProblem

FILE_BYTES, EVENTS, DEPTH, TEXT, FAULTS = 500_000_000, 5_000_000, 32, 20_000, 50
"""What a log may cost, and how many faults are told before the rest is counted."""

NAMES = {
    "case": ("case:concept:name", "case_id", "case id", "caseid", "case", "ärende", "ärendenummer", "diarienummer"),
    "activity": ("concept:name", "activity", "aktivitet", "händelse", "event", "åtgärd"),
    "time": ("time:timestamp", "timestamp", "time", "tid", "tidpunkt", "datum", "date"),
    "entity": ("org:group", "org:resource", "group", "resource", "enhet", "grupp", "organ", "handläggare"),
    "stage": ("lifecycle:transition", "lifecycle"),
    "topic": ("case:remit:topic", "topic", "fråga"),
    "principal": ("case:remit:principal", "principal", "huvudman"),
    "step": ("remit:step", "step", "steg"),
    "branch": ("remit:branch", "branch", "gren"),
}
"""What a column may be called, the best first; capitals do not matter."""
PERFORMERS = frozenset({"org:resource", "resource", "handläggare"})
"""The columns in which a person may be named."""


class Row(NamedTuple):
    """An event and the case that it belongs to."""

    case: str
    event: Event
    topic: str
    principal: str


@dataclass(slots=True)
class _Faults:
    """What is wrong with a file; of very many the first are told and the rest counted."""

    file: str
    found: list[LogProblem] = field(default_factory=list)
    number: int = 0

    def add(self, line: int, column: int, path: str, code: str, **values: Any) -> None:
        self.number += 1
        if self.number <= FAULTS:
            self.found.append(LogProblem(Mark(self.file, line, column), path, code, values))

    def stop(self) -> None:
        """Raise ModelErrors with all of it, if there is any."""
        if self.number > FAULTS:
            last = self.found[-1].mark
            self.found.append(LogProblem(last, "", "more", {"number": self.number - FAULTS}))
        if self.found:
            raise ModelErrors(self.found)


def read_log(path: str | Path, performer: Callable[[str], str] | None = None) -> Log:
    """An event log from a file that ends in ``.xes`` or ``.csv``. ``performer``: gives what one who may be a
    person is called instead.

    Raises ModelErrors with everything that is wrong in it, UsageProblem or EnvironmentProblem where it cannot be read.
    """
    file = str(path)
    faults = _Faults(file)
    kind = Path(file).suffix.lower()
    if kind not in (".xes", ".csv"):
        faults.add(1, 1, "", "no_suffix")
        faults.stop()
    data = read_bytes(Path(path), file, Limits(file_bytes=FILE_BYTES))
    try:
        if kind == ".xes":
            for start in (b"PK\x03\x04", b"\x1f\x8b"):
                if data.startswith(start):
                    decode(data, file)  # tells that it is packed
            rows = _Xes(faults, performer).read(data)
        else:
            rows = list(_csv_rows(decode(data, file), faults, performer))
    except Unreadable as error:
        raise ModelErrors([error.problem]) from None
    if not rows and not faults.number:
        faults.add(1, 1, "", "no_events")
    faults.stop()
    return _log(rows, Path(file).stem)


def _log(rows: list[Row], name: str) -> Log:
    """The events brought to their cases, each in time; events of one instant in the order of the file."""
    cases: dict[str, list[Row]] = {}
    for row in rows:
        cases.setdefault(row.case, []).append(row)
    traces = []
    for case, found in cases.items():
        found.sort(key=lambda row: row.event.time)
        topic = next((row.topic for row in found if row.topic), "")
        principal = next((row.principal for row in found if row.principal), "")
        traces.append(Trace(case, tuple(row.event for row in found), topic, principal))
    traces.sort(key=lambda trace: (trace.events[0].time, trace.case))
    return Log(tuple(traces), name)


class _Xes:
    """Takes in XES as expat tells it. The depth is counted here, so that no nesting costs recursion."""

    def __init__(self, faults: _Faults, performer: Callable[[str], str] | None) -> None:
        self.faults = faults
        self.performer = performer
        self.rows: list[Row] = []
        self.depth = 0
        self.where = ""
        self.inside = 0
        self.trace: dict[str, str] = {}
        self.event: dict[str, str] = {}
        self.pending: list[tuple[dict[str, str], int, int]] = []
        self.traces = 0
        self.begun = (1, 1)

    def read(self, data: bytes) -> list[Row]:
        """The events; what is wrong goes to the faults."""
        parser = expat.ParserCreate()
        self.parser = parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = lambda *_: self._refuse("dtd")
        parser.EntityDeclHandler = lambda *_: self._refuse("entity")
        parser.buffer_text = True
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            why = expat.ErrorString(error.code)
            self.faults.add(error.lineno, error.offset + 1, "", "not_xml", why=why)
        except _Enough:
            pass
        return self.rows

    def _refuse(self, code: str, **values: Any) -> None:
        self.faults.add(*self._place(), "", code, **values)
        raise _Enough

    def _place(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self.depth += 1
        if self.depth == 1 and name != "log":
            self._refuse("not_a_log", found=tag)
        if self.depth > DEPTH:
            self._refuse("too_deep", limit=DEPTH)
        if self.depth == 2 and name == "trace":
            self.where, self.trace, self.pending = "trace", {}, []
            self.traces += 1
        elif self.depth == 3 and name == "event" and self.where == "trace":
            self.where, self.event, self.begun = "event", {}, self._place()
        elif "key" in attributes:
            value = attributes.get("value", "")
            if len(value) > TEXT:
                self._refuse("text_too_long", limit=TEXT)
            if self.where == "event" and self.depth == 4:
                self.event[attributes["key"]] = value
            elif self.where == "trace" and self.depth == 3:
                self.trace[attributes["key"]] = value

    def _end(self, _: str) -> None:
        if self.depth == 3 and self.where == "event":
            self.pending.append((self.event, *self.begun))
            self.where = "trace"
        elif self.depth == 2 and self.where == "trace":
            self._close()
            self.where = ""
        self.depth -= 1

    def _close(self) -> None:
        """A trace ends: its own attributes may have stood after its events."""
        # without a name, one that no other case is likely to have: not the bare number
        case = self.trace.get("concept:name", "") or f"trace[{self.traces}]"
        for told, line, column in self.pending:
            entity = next((key for key in ("org:group", "org:resource", "org:role") if told.get(key)), "")
            who = told.get(entity, "")
            event = _event(
                told.get("concept:name", ""),
                told.get("time:timestamp", ""),
                self.performer(who) if self.performer and entity in PERFORMERS else who,
                told.get("lifecycle:transition", ""),
                told.get("remit:step", ""),
                told.get("remit:branch", ""),
                (line, column, f"trace[{self.traces}]"),
                self.faults,
            )
            if event:
                self.rows.append(
                    Row(case, event, self.trace.get("remit:topic", ""), self.trace.get("remit:principal", ""))
                )
        if len(self.rows) > EVENTS:
            self._refuse("too_many_events", limit=EVENTS)


class _Enough(Exception):  # noqa: N818 - it ends a reading whose fault is told
    """Nothing more of this file is read."""


def _event(
    activity: str,
    time: str,
    entity: str,
    stage: str,
    step: str,
    branch: str,
    at: tuple[int, int, str],
    faults: _Faults,
) -> Event | None:
    if not activity.strip():
        faults.add(*at, "no_activity")
    if not time.strip():
        faults.add(*at, "no_time")
        return None
    try:
        when = days(time)
    except (ValueError, OverflowError):
        faults.add(*at, "bad_time", found=time)
        return None
    if not activity.strip():
        return None
    return Event(
        activity.strip(), when, entity.strip(), stage.strip().lower() or "complete", step.strip(), branch.strip()
    )


def _csv_rows(text: str, faults: _Faults, performer: Callable[[str], str] | None) -> Iterator[Row]:
    """The events of a CSV file with a head; comma, semicolon or tab between, whichever the head has most of."""
    head = text.partition("\n")[0]
    between = max(",;\t", key=lambda sign: (head.count(sign), sign == ","))
    csv.field_size_limit(TEXT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    names: list[str] = []
    columns: dict[str, int] = {}
    line = 1
    try:
        for number, row in enumerate(reader):
            if number == 0:
                names = [one.strip().casefold() for one in row]
                columns = _columns(names, faults)
                if faults.number:
                    return
                if names[columns.get("entity", 0)] not in PERFORMERS:
                    performer = None
            elif any(cell.strip() for cell in row):
                for one in _csv_row(row, columns, len(names), line, faults):
                    event = one.event
                    yield one._replace(event=event._replace(entity=performer(event.entity))) if performer else one
            if number > EVENTS:
                faults.add(line, 1, "", "too_many_events", limit=EVENTS)
                return
            line = reader.line_num + 1
    except csv.Error as error:
        # an unclosed quote swallows the rest: the place is where its row begins
        faults.add(line, 1, "", "bad_csv", why=str(error))


def _columns(names: list[str], faults: _Faults) -> dict[str, int]:
    """Which column tells what."""
    columns = {}
    for what, known in NAMES.items():
        found = next((name for name in known if name in names), None)
        if found is not None:
            if names.count(found) > 1:
                faults.add(1, 1, "", "same_column", found=found)
            columns[what] = names.index(found)
        elif what in COLUMN_TEXTS:
            faults.add(1, 1, "", "no_column", what=COLUMN_TEXTS[what], names=Text(", ".join(known), ", ".join(known)))
    return columns


def _csv_row(row: list[str], columns: dict[str, int], width: int, line: int, faults: _Faults) -> Iterator[Row]:
    if len(row) != width:
        faults.add(line, 1, "", "wrong_row", found=len(row), wanted=width)
        return
    told = {what: row[place].removeprefix("'") for what, place in columns.items()}
    if not told["case"].strip():
        faults.add(line, columns["case"] + 1, "", "no_case")
        return
    at = (line, columns["time"] + 1, "")
    entity, stage, step, branch = (told.get(name, "") for name in ("entity", "stage", "step", "branch"))
    event = _event(told["activity"], told["time"], entity, stage, step, branch, at, faults)
    if event:
        yield Row(told["case"].strip(), event, told.get("topic", "").strip(), told.get("principal", "").strip())


__all__ = ["NAMES", "read_log"]
