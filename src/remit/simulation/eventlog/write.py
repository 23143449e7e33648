"""The records of a replication as an event log: XES (IEEE 1849-2016) and CSV, as process mining reads them.

A case is a matter (its uid). An event is that work at a row began (``start``; waiting for a sitting is no work) or
ended (``complete``), that a child answered, or that the matter arose or ended. What a child does (a principal's own
decision) stands in its matter's case as a branch (``remit:branch``). Times are the model's date plus the day of the
run: they are no real dates.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

import numpy as np

from remit.graph.calendar import YEAR
from remit.model.text import Text
from remit.simulation.eventlog.log import EPOCH, Event, Log, Trace, stamp
from remit.simulation.outcome.window import SimulationError
from remit.simulation.plan import NOBODY, STEPS, Answer, Op, Plan, Records, What
from remit.simulation.returns import treated_after_all

COLUMNS = (
    "case:concept:name",
    "concept:name",
    "time:timestamp",
    "org:group",
    "lifecycle:transition",
    "remit:step",
    "remit:branch",
    "case:remit:topic",
    "case:remit:principal",
)
"""The columns of a CSV log, named as XES names them, which is what pm4py expects."""

_ENDS = {
    What.RAISED: "raised",
    What.COPIED: "copied",
    What.AGAIN: "raised again",
    What.DROPPED: "dropped",
    What.GIVEN_UP: "given up",
    What.ARRIVED: "carried out",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def log_of(plan: Plan, records: Records, begins: datetime.date, name: str = "") -> Log:
    """The log of a replication; ``begins``: the date of its day 0. Raises :class:`SimulationError` where it would reach
    beyond the calendar.
    """
    if begins.year + float(records.time.max(initial=0.0)) / YEAR >= datetime.MAXYEAR:
        raise SimulationError(
            Text(
                f"en händelselogg kan inte börja {begins} och räcka så många år: efter år 9999 finns inga datum",
                f"an event log cannot begin on {begins} and reach so far: there are no dates after the year 9999",
            )
        )
    offset = (datetime.datetime.combine(begins, datetime.time(), datetime.UTC) - EPOCH) / datetime.timedelta(days=1)
    told = np.isin(records.what, [*_ENDS, What.LEFT, What.RETURNED, What.BEGAN, What.ANSWERED])
    told |= (records.what == What.CAME) & np.isin(plan.rows.op[records.row], (Op.WAIT, Op.FORK))
    after_all = treated_after_all(plan, records)
    # a matter's records, its children's among them, in the order of time
    order = np.flatnonzero(told)[np.argsort(records.uid[told], kind="stable")]
    traces: list[Trace] = []
    events: list[Event] = []
    topic = principal = ""
    uid = -1
    rows = plan.rows
    for at in order.tolist():
        if int(records.uid[at]) != uid:
            if events:
                traces.append(Trace(f"{uid:016x}", tuple(events), topic, principal))
            uid, events = int(records.uid[at]), []
        what, row, child = What(int(records.what[at])), int(records.row[at]), int(records.child[at])
        if what in (What.RAISED, What.COPIED, What.AGAIN):
            klass = int(records.other[at])
            topic = plan.topics[int(plan.classes.topic[klass])]
            principal = plan.principals[int(plan.classes.principal[klass])]
        entity = plan.places[int(rows.place[row])] if rows.place[row] != NOBODY else ""
        if child != NOBODY and not entity:
            entity = plan.principals[child]
        stage = "start" if what in (What.BEGAN, What.CAME) else "complete"
        branch = plan.principals[child] if child != NOBODY else ""
        step = STEPS[int(rows.step[row])]
        # who carries out ends with an answer too, which is no decision
        carried = what is What.ANSWERED and step != "5"
        activity = (
            rows.label[row] if carried or after_all[at] else _activity(what, rows.label[row], int(records.other[at]))
        )
        events.append(Event(activity, offset + float(records.time[at]), entity, stage, step, branch))
    if events:
        traces.append(Trace(f"{uid:016x}", tuple(events), topic, principal))
    traces.sort(key=lambda trace: (trace.events[0].time, trace.case))
    return Log(tuple(traces), name)


def _activity(what: What, label: str, other: int) -> str:
    if what in _ENDS:
        return _ENDS[what]
    if what is What.RETURNED:
        return f"{label}: returned"
    if what is What.ANSWERED:
        return f"answer: {Answer(other).name.lower()}"
    return label


def to_csv(log: Log) -> str:
    """The log as CSV with a head, one event a row; no cell begins as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for trace in log.traces:
        for event in trace.events:
            row = (
                trace.case,
                event.activity,
                stamp(event.time),
                event.entity,
                event.stage,
                event.step,
                event.branch,
                trace.topic,
                trace.principal,
            )
            writer.writerow([_cell(one) for one in row])
    return out.getvalue()


def _cell(text: str) -> str:
    # the mark that says that a cell is text is doubled where a text begins with it, so that it reads back
    return f"'{text}" if text.startswith((*_FORMULA, "'")) else text


def to_xes(log: Log) -> str:
    """The log as XES: the standard extensions concept, time, lifecycle and organizational, and a classifier."""
    out = io.StringIO()
    xml = _Xml(out)
    xml.startDocument()
    xml.open("log", {"xes.version": "1849-2016", "xes.features": "", "xmlns": "http://www.xes-standard.org/"})
    for name in ("Concept", "Time", "Lifecycle", "Organizational"):
        prefix = {"Organizational": "org"}.get(name, name.lower())
        xml.leaf("extension", {"name": name, "prefix": prefix, "uri": f"http://www.xes-standard.org/{prefix}.xesext"})
    xml.open("global", {"scope": "trace"})
    xml.string("concept:name", "unknown")
    xml.close("global")
    xml.open("global", {"scope": "event"})
    for key in ("concept:name", "org:group", "remit:step"):
        xml.string(key, "unknown")
    xml.string("lifecycle:transition", "complete")
    xml.leaf("date", {"key": "time:timestamp", "value": stamp(0.0)})
    xml.close("global")
    xml.leaf("classifier", {"name": "Activity", "keys": "concept:name lifecycle:transition"})
    if log.name:
        xml.string("concept:name", log.name)
    xml.string("lifecycle:model", "standard")
    for trace in log.traces:
        xml.open("trace", {})
        xml.string("concept:name", trace.case)
        xml.string("remit:topic", trace.topic)
        xml.string("remit:principal", trace.principal)
        for event in trace.events:
            xml.open("event", {})
            xml.string("concept:name", event.activity)
            xml.leaf("date", {"key": "time:timestamp", "value": stamp(event.time)})
            xml.string("org:group", event.entity)
            xml.string("lifecycle:transition", event.stage)
            xml.string("remit:step", event.step)
            xml.string("remit:branch", event.branch)
            xml.close("event")
        xml.close("trace")
    xml.close("log")
    xml.endDocument()
    return out.getvalue()


class _Xml(XMLGenerator):
    """The writer of the standard library, one element a line, without what XML cannot hold."""

    def __init__(self, out: io.StringIO) -> None:
        super().__init__(out, "UTF-8", short_empty_elements=True)

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.startElement(name, AttributesImpl({key: _UNWRITABLE.sub("", one) for key, one in attributes.items()}))
        self.ignorableWhitespace("\n")

    def close(self, name: str) -> None:
        """An element ends."""
        self.endElement(name)
        self.ignorableWhitespace("\n")

    def leaf(self, name: str, attributes: dict[str, str]) -> None:
        """An element with nothing in it."""
        self.startElement(name, AttributesImpl({key: _UNWRITABLE.sub("", one) for key, one in attributes.items()}))
        self.close(name)

    def string(self, key: str, value: str) -> None:
        """An attribute of text, where there is any."""
        if value:
            self.leaf("string", {"key": key, "value": value})


__all__ = ["COLUMNS", "log_of", "to_csv", "to_xes"]
