"""What the report of a reorganisation says of its flow: two chapters, sentences of the answer, a tile's figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from remit.graph.loop.records import STEP_NAMES
from remit.model.text import Text
from remit.simulation.outcome.compare import Comparison, Verdict
from remit.simulation.outcome.intervals import Estimate, estimate
from remit.simulation.outcome.measures import MEASURES, Unit
from remit.simulation.outcome.run import Simulation
from remit.simulation.outcome.tornado import End, Swing
from remit.simulation.plan import STEPS
from remit.simulation.reorganised import Flow
from remit.views import flow_texts as f
from remit.views import reorganise_texts as r
from remit.views import simulation_texts as s
from remit.views import simulation_words as w
from remit.views.reorganise_parts import Chapter, Part, Report, Table
from remit.views.texts import capital

WHOLE = ("arrived", "stopped", "within_year", "waited", "median", "p90")
OF_START = ("arrived", "stopped", "within_year", "waited", "median")
HOURS = ("meeting_hours", "preparation_hours")
SWINGS_SHOWN = 12
LEAST = 0.005
"""A share of matters below this is not told by itself."""

Row = tuple[Text, ...]
_plain = w.plain


def with_flow(report: Report, flow: Flow) -> Report:
    """A report with what the flow says, right after what is certain."""
    return replace(report, parts=tuple(_part(part, flow, number) for number, part in enumerate(report.parts)))


def _part(part: Part, flow: Flow, number: int) -> Part:
    at = next(place for place, one in enumerate(part.chapters, 1) if one.id == "certain")
    chapters = (*part.chapters[:at], _how(flow, number), _rests(flow, number), *part.chapters[at:])
    return replace(part, answer=(*part.answer, *answer(flow, number)), chapters=chapters)


# -- the answer -----------------------------------------------------------------------------------------------


def answer(flow: Flow, number: int) -> list[Text]:
    """What whoever reads only the beginning must know of the flow."""
    pair = flow.pair(number)
    difference = pair.difference(1, "waited")
    after = pair.simulations[1]
    text = f.ANSWER.get(difference.verdict, f.ANSWER["unsure"])
    told = w.filled(
        text,
        before=w.of_hundred(pair.first["arrived"].mean),
        after=w.of_hundred(after["arrived"].mean),
        follow=w.years(after.setting.window.follow),
        days=w.filled(s.DAYS, n=w.about(abs(difference.paired.mean))),
    )
    before, later = (estimate(_hours(one)).mean for one in pair.simulations)
    hours = w.filled(f.ANSWER_HOURS, before=w.about(before), after=w.about(later))
    rests = [f.OPEN_SAYS[flow.survives(number)]]
    tried = pair.tornado
    if tried is not None and any(one.survives is not None for one in tried.swings):
        text = f.ANSWER_RESTS if tried.turning else f.ANSWER_RESTS_NONE
        conclusion = f.CONCLUSION.get(difference.verdict, f.CONCLUSION["better"])
        rests.insert(0, w.filled(text, n=len(tried.swings), m=len(tried.turning), conclusion=conclusion))
    if w.notes(pair):
        rests.append(w.filled(f.ANSWER_REMARKS, heading=f.FLOW))
    named = [_named_answer(pair, start.id, flow.names[start.id]) for start in flow.in_both(number)]
    return [told, *named, hours, _sentences(rests)]


def _named_answer(pair: Comparison, start: str, name: Text) -> Text:
    before, after = (one.part("start", start, "arrived").mean for one in pair.simulations)
    unsure = f.NAMED_UNSURE if pair.difference(1, "arrived", start).verdict == "unsure" else Text("", "")
    return w.filled(f.ANSWER_NAMED, name=name, before=w.of_hundred(before), after=w.of_hundred(after), unsure=unsure)


def arrive(flow: Flow, number: int) -> tuple[float, float]:
    """The shares that get all the way, before and after."""
    pair = flow.pair(number)
    return pair.first["arrived"].mean, pair.simulations[1]["arrived"].mean


def _sentences(texts: Sequence[Text]) -> Text:
    return w.both(lambda lang: " ".join(one.get(lang) for one in texts))


def _hours(of: Simulation) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.asarray(of.of(HOURS[0]) + of.of(HOURS[1]))


# -- how matters go -------------------------------------------------------------------------------------------


def _how(flow: Flow, number: int) -> Chapter:
    pair = flow.pair(number)
    window = pair.first.setting.window
    run = w.filled(
        f.RUN,
        years=w.years(window.until),
        replications=w.number(pair.first.setting.replications),
        seed=pair.first.setting.seed,
        warm_up=w.years(window.warm_up),
        follow=w.years(window.follow),
    )
    lead = [run, w.same_matters(pair)]
    if pair.first.setting.topics:
        lead.append(w.filled(f.COMMON_TOPICS, n=len(pair.first.setting.topics)))
    both = flow.in_both(number)
    tables = [_measures(pair, f.ALL_MATTERS, WHOLE)]
    for start in flow.starts:
        name = flow.names[start.id]
        lead.append(_named(pair, start.id, name, start in both))
        if start in both:
            tables.append(_measures(pair, w.filled(f.NAMED, name=name), OF_START, start.id))
    if flow.starts:
        lead.append(w.filled(f.NAMED_RATE, n=w.number(flow.starts[0].a_year)))
    tables += [_stops(pair), _working_time(pair)]
    lead += [_length(pair), *w.notes(pair)]
    return Chapter("flow", f.FLOW, tuple(lead), tables=tuple(tables))


def _length(pair: Comparison) -> Text:
    """What the hours rest on."""
    numbers = pair.simulations[1].parameters
    told = [
        one.name
        for side in pair.simulations
        if side.parameters
        for one in side.parameters.items
        if one.name.startswith("hours:")
    ]
    if told or numbers is None:
        return f.HOURS_LEAD
    one = numbers.get("meeting_hours")
    if one.origin != "assumption":
        return f.HOURS_LEAD
    length = w.filled(
        f.HOURS_ASSUMED_LENGTH, n=_plain(one.value), low=_plain(one.low), high=_plain(one.high)
    )  # fmt: skip
    return _sentences([f.HOURS_LEAD, length])


def _measures(pair: Comparison, caption: Text, names: Sequence[str], start: str = "") -> Table:
    rows = []
    for name in names:
        unit = MEASURES[name].unit
        cells = [
            w.with_span(one.part("start", start, name) if start else one[name], unit) for one in pair.simulations
        ]  # fmt: skip
        difference = pair.difference(1, name, start)
        rows.append((_big(MEASURES[name].text), *cells, _apart(difference.paired, unit, difference.verdict)))
    return Table(caption, (s.MEASURE, r.BEFORE, r.AFTER, f.DIFFERENCE), tuple(rows))


def _apart(found: Estimate, unit: Unit, verdict: Verdict | None) -> Text:
    """A difference with its interval, and which is better where that can be told."""
    told = w.with_span(found, unit, w.signed)
    if not found.n or verdict is None:
        return told
    return w.both(lambda lang: f"{told.get(lang)} {s.VERDICT[verdict].get(lang)}")


def _big(text: Text) -> Text:
    return Text(capital(text.sv), capital(text.en))


def _named(pair: Comparison, start: str, name: Text, after: bool) -> Text:
    before = _gets(pair.first, start)
    later = _gets(pair.simulations[1], start) if after else f.NO_START
    return w.filled(f.NAMED_LEAD, name=name, before=before, after=later)


def _gets(one: Simulation, start: str) -> Text:
    arrived, median = (one.part("start", start, name).mean for name in ("arrived", "median"))
    found = np.nan_to_num(one.stops_of_start(start))
    at = int(found.argmax())
    empty = Text("", "")
    return w.filled(
        f.GETS,
        share=w.of_hundred(arrived),
        follow=w.years(one.setting.window.follow),
        median=w.filled(f.IN_MEDIAN, length=w.length(median)) if arrived > 0 else empty,
        stop=w.filled(f.STOPS_AT, step=STEPS[at], name=STEP_NAMES[STEPS[at]]) if found[at] >= LEAST else empty,
    )


def _stops(pair: Comparison) -> Table:
    """Where matters stop: step by step, and at whom."""
    where = [w.stopped_at(one) for one in pair.simulations]
    shares = [np.nan_to_num(one.moments["steps"].mean[1]) for one in pair.simulations]
    rows = []
    for at, step in enumerate(STEPS):
        if max(float(one[at]) for one in shares) < LEAST:
            continue
        cells = []
        for one, told, share in zip(pair.simulations, where, shares, strict=True):
            places = w.places(one, told[step]) if share[at] >= LEAST else Text("", "")
            number = w.of_hundred(float(share[at]))
            cells.append(Text(*(f"{n} {at_}".strip() for n, at_ in zip(number, places, strict=True))))
        rows.append((Text(f"{step} {STEP_NAMES[step].sv}", f"{step} {STEP_NAMES[step].en}"), *cells))
    return Table(f.STOPS, (s.STEP, f.STOPS_HEAD_BEFORE, f.STOPS_HEAD_AFTER), tuple(rows), numbers=False)


def _working_time(pair: Comparison) -> Table:
    rows = []
    for name in HOURS:
        cells = [w.with_span(one[name], "a year") for one in pair.simulations]
        rows.append((_big(MEASURES[name].text), *cells, _apart(pair.difference(1, name).paired, "a year", None)))
    before, after = (_hours(one) for one in pair.simulations)
    whole = (w.with_span(estimate(before), "a year"), w.with_span(estimate(after), "a year"))
    rows.append((_big(f.TOTAL_HOURS), *whole, _apart(estimate(after - before), "a year", None)))
    return Table(f.HOURS, (s.MEASURE, r.BEFORE, r.AFTER, f.DIFFERENCE), tuple(rows))


# -- what it rests on -----------------------------------------------------------------------------------------


def _rests(flow: Flow, number: int) -> Chapter:
    pair = flow.pair(number)
    enough = w.number(flow.nothing.first.setting.replications)
    assumed = {
        one.name for side in pair.simulations if side.parameters for one in side.parameters.items
        if one.origin == "assumption"
    }  # fmt: skip
    tried = pair.tornado
    more = len({one.parameter.name for one in tried.swings} - assumed) if tried else 0
    ranged = w.filled(f.RANGED, n=more) if more else Text("", "")
    lead = [w.filled(f.RESTS_LEAD if tried else f.RESTS_UNTRIED, n=len(assumed), enough=enough, ranged=ranged)]
    lead += w.survival(tried) if tried else []
    lead += [w.filled(f.OPEN_LEAD, enough=enough), f.OPEN_SAYS[flow.survives(number)]]
    tables = [_open(flow, number, w.both(lambda lang: f.ALL_MATTERS.get(lang).lower()))]
    tables += [_open(flow, number, flow.names[one.id], one.id) for one in flow.in_both(number)]
    if tried is not None and tried.difference is not None:
        lead.append(_base(flow, pair, tried.difference, tried.replications))
        rows = [_swing(one) for one in tried.swings]
        head = (s.ASSUMPTION, f.TORNADO_LOW, f.TORNADO_HIGH, s.CONCLUSION)
        # those that move the conclusion are all shown, wherever they stand
        shown = [
            place
            for place, one in enumerate(tried.swings)
            if place < SWINGS_SHOWN or one.survives in ("turns", "unsure")
        ]
        tables.append(Table(f.TORNADO, head, tuple(rows[place] for place in shown)))
        rest = tuple(row for place, row in enumerate(rows) if place not in shown)
        if rest:
            tables.append(Table(f.OTHER_ASSUMPTIONS, head, rest, more=True))
    return Chapter("rests", f.RESTS, tuple(lead), tables=tuple(tables))


def _base(flow: Flow, pair: Comparison, difference: Estimate, enough: int) -> Text:
    """What the trials are compared with, and why it is not the number above."""
    runs = pair.first.setting.replications
    why = Text("", "")
    if flow.starts or runs != enough:
        named = f.AND_NAMED if flow.starts else Text("", "")
        why = w.filled(f.OTHER_NUMBER, n=w.number(runs), named=named)
    return w.filled(f.TORNADO_BASE, n=w.with_span(difference, "days", w.signed), enough=w.number(enough), why=why)


def _open(flow: Flow, number: int, name: Text, start: str = "") -> Table:
    """All matters, or those of a named start, with nothing, as much as assumed, and all of what is left open."""
    nothing, everything = flow.ends(number)
    rows: list[Row] = []
    for key, of in (("none", nothing), ("assumed", flow.pair(number)), ("all", everything)):
        difference = of.difference(1, "waited", start)
        cells = [one.part("start", start, "arrived") if start else one["arrived"] for one in of.simulations]
        apart = _apart(difference.paired, "days", difference.verdict)
        rows.append((f.OPEN_END[key], *(w.with_span(one, "share") for one in cells), apart))
    head = (f.OPEN_IS, f.ARRIVE_BEFORE, f.ARRIVE_AFTER, f.WAIT_DIFFERENCE)
    return Table(w.filled(f.OPEN_TABLE, name=name), head, tuple(rows))


def _swing(one: Swing) -> Row:
    ends = [_end(end) for end in (one.low, one.high)]
    return (_big(one.parameter.text), *ends, f.SURVIVES[one.survives or "none"])


def _end(end: End) -> Text:
    told = w.with_span(end.difference, "days", w.signed) if end.difference else w.NO_FIGURE
    return w.filled(f.AT_VALUE, difference=told, value=_plain(end.value))


__all__ = ["answer", "arrive", "with_flow"]
