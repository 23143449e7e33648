"""What an event log tells, as text and as JSON."""

from __future__ import annotations

import json

from remit.graph.calendar import YEAR
from remit.model.text import Text
from remit.simulation.eventlog.log import stamp
from remit.simulation.eventlog.told import LogReport
from remit.views import log_texts as t
from remit.views import simulation_words as w
from remit.views.harmless import json_text
from remit.views.layout import Page
from remit.views.texts import fill

ROWS_SHOWN = 20


def render_json(found: LogReport, lang: str) -> str:
    """The result as JSON."""
    told = json.dumps({"remit": 1, **found.to_dict(lang)}, ensure_ascii=False, indent=2, allow_nan=False)
    return json_text(told) + "\n"


def render(found: LogReport, lang: str, *, width: int = 100, colour: bool = False) -> str:
    """The result as text."""
    page, told = Page(width, colour), found.lived
    page.heading(fill(t.TITLE, lang, name=told.name), underline="=")
    page.paragraph(
        fill(
            t.HEAD,
            lang,
            matters=w.number(told.matters),
            events=w.number(told.events),
            begins=stamp(told.begins)[:10],
            ends=stamp(told.ends)[:10],
        )
    )
    rate = told.rate
    page.paragraph(fill(t.RATE, lang, **{name: w.number(getattr(rate, name), 1) for name in ("a_year", "low", "high")}))
    half = told.arrival.quantile(0.5)
    page.paragraph(
        fill(
            t.ENDS,
            lang,
            done=w.number(told.carried_out),
            stopped=w.number(told.stopped),
            open=w.number(told.matters - told.carried_out - told.stopped),
        )
    )
    if told.carried_out:
        page.paragraph(
            fill(
                t.ARRIVAL,
                lang,
                year=w.figure(told.arrival.at(YEAR), "share"),
                half=t.NOT_HALF if half is None else w.filled(t.HALF, days=w.length(half)),
            )
        )
    page.paragraph(fill(t.REPEATED, lang, share=w.figure(told.repeated, "share")))
    for heading, rates in ((t.TOPICS, told.by_topic), (t.PRINCIPALS, told.by_principal)):
        if rates:
            page.heading(heading.get(lang))
            rows = [
                [name, *(w.number(one, 1).get(lang) for one in (rate.a_year, rate.low, rate.high))]
                for name, rate in rates.items()
            ]
            _table(page, [["", *(text.get(lang) for text in (t.A_YEAR, t.LOW, t.HIGH))], *rows], lang)
    page.heading(t.STEPS.get(lang))
    page.paragraph(t.STEPS_MEAN.get(lang), indent=2)
    rows = [
        [name, str(one.number), *(w.number(value, 1).get(lang) for value in (one.mean, one.median, one.p90))]
        for name, one in told.activities.items()
    ]
    _table(page, [[text.get(lang) for text in (t.ACTIVITY, t.NUMBER, t.MEAN, t.MEDIAN, t.P90)], *rows], lang)
    _paths(page, found, lang)
    return page.text()


def _paths(page: Page, found: LogReport, lang: str) -> None:
    paths = found.paths
    if paths is None:
        page.heading(t.HAND_OVERS.get(lang))
        rows = [
            [f"{one.source} → {one.target}", str(one.number), w.number(one.days, 1).get(lang)]
            for one in found.lived.hand_overs
        ]
        _table(page, [[text.get(lang) for text in (t.FROM_TO, t.NUMBER, t.MEAN)], *rows], lang)
        return
    page.heading(t.LIVED.get(lang))
    if paths.followed is not None:
        page.paragraph(fill(t.FOLLOWED, lang, share=w.figure(paths.followed, "share")), indent=2)

    def name(one: str) -> str:
        return paths.names[one].get(lang)

    groups: tuple[tuple[Text, list[str]], ...] = (
        (t.UNDECLARED, [f"{name(p.source)} → {name(p.target)} ({p.number})" for p in paths.undeclared]),
        (t.UNUSED, [f"{name(a)} → {name(b)} ({t.RELATION[relation].get(lang)})" for a, relation, b in paths.unused]),
        (t.UNKNOWN, [p.name + (f" ({fill(t.NEAR, lang, near=p.near)})" if p.near else "") for p in paths.unknown]),
    )
    for heading, lines in groups:
        if lines:
            page.heading(heading.get(lang))
            for line in lines[:ROWS_SHOWN]:
                page.paragraph(f"- {line}", indent=2, hang=2)
            if len(lines) > ROWS_SHOWN:
                page.paragraph(fill(t.MORE, lang, n=len(lines) - ROWS_SHOWN), indent=2)
    page.heading(t.HAND_OVERS.get(lang))
    rows = [
        [
            f"{name(p.source)} → {name(p.target)}",
            str(p.number),
            w.number(p.days, 1).get(lang),
            t.GROUND[p.ground].get(lang),
        ]
        for p in paths.lived
    ]
    _table(page, [[text.get(lang) for text in (t.FROM_TO, t.NUMBER, t.MEAN, t.BY)], *rows], lang)


def _table(page: Page, rows: list[list[str]], lang: str) -> None:
    if len(rows) == 1:
        page.paragraph(t.NOTHING.get(lang), indent=2)
        return
    page.table(rows[: ROWS_SHOWN + 1])
    if len(rows) - 1 > ROWS_SHOWN:
        page.paragraph(fill(t.MORE, lang, n=len(rows) - 1 - ROWS_SHOWN), indent=2)


__all__ = ["render", "render_json"]
