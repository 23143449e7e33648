"""A sweep as text, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from remit.model.text import Text
from remit.simulation.outcome.measures import MEASURES
from remit.simulation.parameters import load_parameters
from remit.simulation.sweep import Sweep
from remit.views import simulation_texts as t
from remit.views import simulation_words as w
from remit.views.harmless import json_text
from remit.views.layout import Page
from remit.views.texts import capital

TITLE = Text("Vid olika värden av antaganden", "At various values of assumptions")
HEAD = Text(
    "{points} kombinationer ({structures} strukturer), {years} år, {n} körningar av varje; samma ärenden och samma "
    "slump i alla (frö {seed}). Inom parentes: 95 % konfidensintervall över körningarna.",
    "{points} combinations ({structures} structures), {years} years, {n} runs of each; the same matters and the same "
    "chance events in all (seed {seed}). In parentheses: 95% confidence intervals over the runs.",
)
HEAD_ONE = Text(
    "{points} kombinationer (1 struktur), {years} år, {n} körningar av varje; samma ärenden och samma slump i alla "
    "(frö {seed}). Inom parentes: 95 % konfidensintervall över körningarna.",
    "{points} combinations (1 structure), {years} years, {n} runs of each; the same matters and the same chance events "
    "in all (seed {seed}). In parentheses: 95% confidence intervals over the runs.",
)
TOPICS = Text(
    "Bara de {n} frågor räknas som alla strukturerna har.", "Only the {n} topics that all structures have count."
)
LESS = Text("{one} (skillnad mot {first})", "{one} (difference from {first})")
LEVEL = Text("Nivå", "Level")
POINTS = Text("Skillnad, procentenheter", "Difference, percentage points")
AS_IS = Text("som de är", "as they are")
POINT = Text("Antaganden", "Assumptions")
MEANING = Text("{name}: {text}", "{name}: {text}")


def render(of: Sweep, lang: str, shown: Sequence[str] = ("waited",), *, width: int = 100, colour: bool = False) -> str:
    """A table for each measure: a row per combination of values, a column per structure, then the differences from the
    first structure.
    """
    page = Page(width, colour)
    page.heading(TITLE.get(lang), underline="=")
    head = HEAD if len(of.ids) > 1 else HEAD_ONE
    setting = of.setting
    years = w.number(setting.to_dict()["years"], 0).get(lang)
    page.paragraph(
        head.get(lang).format(
            points=len(of.points), structures=len(of.ids), years=years, n=setting.replications, seed=setting.seed
        )
    )
    if len(of.ids) > 1 and setting.topics:
        page.paragraph(TOPICS.get(lang).format(n=len(setting.topics)))
    varied = dict.fromkeys(name for point in of.points for name, _ in point.changed)
    known = {one.name: one.text for one in load_parameters().items}
    for text in (MEANING.get(lang).format(name=one, text=known[one].get(lang)) for one in varied if one in known):
        page.paragraph(text, hang=2)
    titles = [title.get(lang) for title in of.titles]
    combinations = list(dict.fromkeys(point.changed for point in of.points))
    for name in shown:
        measure = MEASURES[name]
        page.heading(capital(measure.text.get(lang)))
        for number, title in enumerate(titles):
            if len(titles) > 1:
                page.blank()
                told = LESS.get(lang).format(one=title, first=titles[0]) if number else title
                page.paragraph(told, indent=2)
            rows = [[POINT.get(lang), LEVEL.get(lang)]]
            if number:
                rows[0].append((POINTS if measure.unit == "share" else t.DIFFERENCE_HEAD).get(lang))
            for changed in combinations:
                here = of.place(number, changed)
                row = [_told(changed, lang), w.with_span(of.at(here, name), measure.unit).get(lang)]
                other = of.difference(here, name)
                if other is not None:
                    row.append(w.with_span(other, measure.unit, w.signed).get(lang))
                rows.append(row)
            page.table(rows)
    return page.text()


def _told(changed: Sequence[tuple[str, float]], lang: str) -> str:
    if not changed:
        return AS_IS.get(lang)
    decimal = "," if lang == "sv" else "."
    return "; ".join(f"{name} {f'{value:g}'.replace('.', decimal)}" for name, value in changed)


def render_json(of: Sweep, lang: str) -> str:
    """The whole sweep as JSON: the same sweep gives the same bytes."""
    return json_text(json.dumps(of.to_dict(lang), ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def render_csv(of: Sweep) -> str:
    """A row per point and measure, with commas between and a point before decimals, for programs."""
    rows = of.rows()
    columns = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([["" if row.get(name) is None else row[name] for name in columns] for row in rows])
    return out.getvalue()


__all__ = ["render", "render_csv", "render_json"]
