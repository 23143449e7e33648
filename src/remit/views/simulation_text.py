"""A simulation as text, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from remit.graph.loop.records import STEP_NAMES
from remit.model.text import Text, sort_key
from remit.simulation.outcome.compare import Comparison
from remit.simulation.outcome.measures import MEASURES
from remit.simulation.outcome.run import Simulation
from remit.simulation.outcome.told import principals, queues
from remit.simulation.outcome.tornado import Tornado
from remit.simulation.plan import STEPS
from remit.views import simulation_texts as t
from remit.views import simulation_words as w
from remit.views.harmless import json_text
from remit.views.layout import Page
from remit.views.texts import capital, count, fill

ROWS_SHOWN = 12
"""How many rows of a table a text shows; the rest is counted, and stands in the JSON."""
PRINCIPALS_SHOWN = 24
"""So many principals or topics: those of a county are all told, in the order of their names."""

Rows = list[list[str]]


def render_json(of: Comparison, lang: str) -> str:
    """The result as JSON: the same result gives the same bytes."""
    return json_text(json.dumps({"remit": 1, **of.to_dict(lang)}, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def render(of: Comparison, lang: str, *, width: int = 100, colour: bool = False) -> str:
    """The result as text."""
    page = Page(width, colour)
    page.heading(w.title(of).get(lang), underline="=")
    for line in w.head(of):
        page.paragraph(line.get(lang))
    notes = _notes(of)
    if notes:
        page.heading(t.NOTES.get(lang))
        for note in notes:
            page.paragraph(f"! {note.get(lang)}", indent=2, hang=2)
    page.heading(t.ANSWER.get(lang))
    for line in (*w.answer(of), *w.rests(of)):
        page.paragraph(line.get(lang), indent=2)
    page.heading(t.MEASURES.get(lang))
    page.table(_measures(of, lang))
    page.blank()
    page.paragraph(w.interval(of).get(lang), indent=2)
    for one, name in zip(of.simulations, w.names(of), strict=True):
        _structure(page, one, lang, name if len(of.simulations) > 1 else None)
    if of.tornado is not None:
        _tornado(page, of.tornado, of, lang)
    _assumptions(page, of, lang)
    return page.text()


def _notes(of: Comparison) -> list[Text]:
    return w.notes(of)


def _measures(of: Comparison, lang: str) -> Rows:
    called = [name.get(lang) for name in w.names(of)]
    rows = [[t.MEASURE.get(lang), *called]]
    rows[0] += [
        f"{t.DIFFERENCE_HEAD.get(lang)}: {name}" if len(called) > 2 else t.DIFFERENCE_HEAD.get(lang)
        for name in called[1:]
    ]
    for name, measure in MEASURES.items():
        row = [capital(measure.text.get(lang))]
        row += [w.with_span(one[name], measure.unit).get(lang) for one in of.simulations]
        for place in range(1, len(of.simulations)):
            found = of.difference(place, name)
            told = w.with_span(found.paired, measure.unit, w.signed).get(lang)
            row.append(f"{told} {t.VERDICT[found.verdict].get(lang)}" if found.paired.n else told)
        rows.append(row)
    return rows


def _structure(page: Page, one: Simulation, lang: str, called: Text | None) -> None:
    """What is told of each structure by itself."""

    def heading(text: Text) -> None:
        page.heading(f"{text.get(lang)}: {called.get(lang)}" if called else text.get(lang))

    heading(t.FLOW)
    page.paragraph(fill(t.FLOW_MEANS, lang, follow=w.years(one.setting.window.follow)), indent=2)
    reached, stopped, under_way, _, days = one.moments["steps"].mean
    where = w.stopped_at(one)
    for at, step in enumerate(STEPS):
        told = [fill(t.COME, lang, n=w.of_hundred(float(reached[at])))]
        if where[step]:
            stop = fill(t.STOP_HERE, lang, n=w.of_hundred(float(stopped[at])))
            told.append(f"{stop} {w.places(one, where[step]).get(lang)}")
        if under_way[at] >= 0.005:
            told.append(fill(t.STAY_HERE, lang, n=w.of_hundred(float(under_way[at]))))
        page.paragraph(f"{step:>2} {capital(STEP_NAMES[step].get(lang))}: {'; '.join(told)}.", indent=2, hang=3)
    page.paragraph(f"   {fill(t.ARRIVE, lang, n=w.of_hundred(one['arrived'].mean))}.", indent=2)
    if one["arrived"].mean > 0:
        heading(t.TIMES)
        page.paragraph(t.TIMES_MEANS.get(lang), indent=2)
        shown = [(step, float(days[at])) for at, step in enumerate(STEPS) if days[at] >= 0.5]
        page.table([[f"{step} {STEP_NAMES[step].get(lang)}", w.number(long).get(lang)] for step, long in shown])
    for kind, title in (("start", t.PARTS_START), ("topic", t.PARTS_TOPIC), ("principal", t.PARTS_PRINCIPAL)):
        rows = _parts(one, kind, lang)
        if len(rows) > (1 if kind == "start" else 2):
            heading(title)
            _table(page, rows, lang, PRINCIPALS_SHOWN)
    heading(t.QUEUES)
    page.paragraph(t.QUEUES_MEANS.get(lang), indent=2)
    _table(page, _queues(one, lang), lang)
    heading(t.HOURS)
    page.paragraph(t.HOURS_MEANS.get(lang), indent=2)
    _table(page, _hours(one, lang), lang, PRINCIPALS_SHOWN)


def _parts(one: Simulation, kind: str, lang: str) -> Rows:
    head = {"start": t.START, "topic": t.TOPIC, "principal": t.PRINCIPAL}[kind]
    rows = [[head.get(lang), t.PART_ARRIVES.get(lang), t.PART_MEDIAN.get(lang)]]
    told = [(one.name(part[1]).get(lang), part) for part in one.parts.names if part[0] == kind]
    for name, part in told if kind == "start" else sorted(told, key=lambda row: sort_key(row[0])):
        arrived, median = one.part(*part, "arrived"), one.part(*part, "median")
        rows.append([name, w.with_span(arrived, "share").get(lang), w.number(median.mean).get(lang)])
    return rows


def _queues(one: Simulation, lang: str) -> Rows:
    rows = [[text.get(lang) for text in (t.WHERE, t.Q_AVERAGE, t.Q_BEFORE, t.Q_MOST, t.Q_WAIT, t.Q_TREATED)]]
    for place, told in queues(one):
        if told["treated"].mean > 0:
            figures = (("average", 1), ("waiting", 1), ("greatest", 0), ("wait", 0), ("treated", 1))
            rows.append(
                [one.name(place).get(lang), *(w.number(told[name].mean, digits).get(lang) for name, digits in figures)]
            )
    return rows


def _hours(one: Simulation, lang: str) -> Rows:
    rows = [[text.get(lang) for text in (t.PRINCIPAL, t.H_MEETINGS, t.H_PREPARATION, t.H_DECISIONS)]]
    # those of no principal stay last
    for id_, told in sorted(principals(one), key=lambda row: (not row[0], sort_key(one.name(row[0]).get(lang)))):
        figures = [told[name].mean for name in ("meeting_hours", "preparation_hours", "decisions")]
        if any(figure > 0 for figure in figures):
            name = one.name(id_).get(lang) if id_ else t.NOBODY.get(lang)
            decided = w.number(figures[2], 1).get(lang)
            rows.append([name, *(w.number(figure).get(lang) for figure in figures[:2]), decided])
    return rows


def _table(page: Page, rows: Rows, lang: str, most: int = ROWS_SHOWN) -> None:
    page.table(rows[: most + 1])
    more = len(rows) - 1 - most
    if more > 0:
        page.paragraph(count(more, t.ROW_MORE_ONE, t.ROW_MORE_MANY, lang), indent=2)


def _tornado(page: Page, found: Tornado, of: Comparison, lang: str) -> None:
    page.heading(t.TORNADO.get(lang))
    measure = MEASURES[found.measure]
    if found.difference is None:
        page.paragraph(fill(t.TORNADO_ONE, lang, measure=measure.text), indent=2)
    else:
        called = w.names(of)
        told = {"title": called[-1], "first": called[0], "measure": measure.text}
        page.paragraph(fill(t.TORNADO_TWO, lang, **told), indent=2)
    page.paragraph(fill(t.TORNADO_RUNS, lang, n=found.replications), indent=2)
    rows = [[t.ASSUMPTION.get(lang), t.LOWEST.get(lang), t.HIGHEST.get(lang)]]
    rows[0] += [t.CONCLUSION.get(lang)] if found.difference else []
    for one in found.swings:
        ends = []
        for end in (one.low, one.high):
            level = end.difference or end.level
            show = w.signed if end.difference else w.figure
            ends.append(f"{w.plain(end.value).get(lang)}: {show(level.mean, measure.unit).get(lang)}")
        last = [t.SURVIVES[one.survives].get(lang) if one.survives else "–"] if found.difference else []
        rows.append([capital(one.parameter.text.get(lang)), *ends, *last])
    page.table(rows)


def _assumptions(page: Page, of: Comparison, lang: str) -> None:
    found = {one.name: one for sim in of.simulations if sim.parameters for one in sim.parameters.assumptions()}
    if not found:
        return
    page.heading(t.ASSUMED.get(lang))
    page.paragraph(t.ASSUMED_MEANS.get(lang), indent=2)
    rows: Sequence[list[str]] = [
        [
            capital(one.text.get(lang)),
            w.plain(one.value).get(lang),
            f"{w.plain(one.low).get(lang)}–{w.plain(one.high).get(lang)}",
            one.unit_text.get(lang),
        ]
        for one in found.values()
    ]
    page.table([[t.ASSUMPTION.get(lang), t.VALUE.get(lang), t.RANGE.get(lang), ""], *rows])


__all__ = ["render", "render_json"]
