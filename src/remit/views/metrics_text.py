"""The structural measures as text and as Markdown."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from remit.graph.measures.metrics import Hierarchy, Metrics
from remit.graph.measures.reference import Check
from remit.model.text import Text
from remit.views import texts as t
from remit.views.harmless import markdown as safe
from remit.views.layout import Page
from remit.views.report_markdown import table

ROWS_SHOWN = 12
"""How many rows of a table a report for reading shows; the rest is counted, and stands in the JSON."""

Section = tuple[str, str, list[list[str]]]
"""Heading, explanation, rows (the first is the head)."""


def render(found: Metrics, lang: str, *, width: int = 100, colour: bool = False) -> str:
    """The measures as text."""
    page = Page(width, colour)
    page.heading(t.fill(t.METRICS_OF, lang, title=found.title), underline="=")
    page.paragraph(t.METRICS_MEANS.get(lang))
    for heading, means, rows in sections(found, lang):
        page.heading(heading)
        page.paragraph(means, indent=2)
        if len(rows) > 1:
            page.table(_cut(rows))
            _rest(page, rows, lang)
        else:
            page.paragraph(t.NOTHING_TOLD.get(lang), indent=2)
    return page.text()


def render_markdown(found: Metrics, lang: str) -> str:
    """The measures as Markdown."""
    out = [f"# {safe(t.fill(t.METRICS_OF, lang, title=found.title))}", "", safe(t.METRICS_MEANS.get(lang)), ""]
    for heading, means, rows in sections(found, lang):
        out += [f"## {safe(heading)}", "", safe(means), ""]
        out += [*(table(rows) if len(rows) > 1 else [t.NOTHING_TOLD.get(lang)]), ""]
    return "\n".join(out).rstrip("\n") + "\n"


SMALLEST = 1e-12
"""A difference below this is the machine's rounding."""


def render_checks(found: Sequence[Check], lang: str, *, width: int = 100, colour: bool = False) -> str:
    """The measures against exact values: reference, obtained, difference."""
    page = Page(width, colour)
    wrong = sum(not check.agrees for check in found)
    page.heading(t.VERIFY.get(lang), underline="=")
    page.paragraph(t.count(wrong, t.VERIFY_ONE, t.VERIFY_MANY, lang, of=len(found)) if wrong else _all(found, lang))
    page.blank()
    heads = (t.MEASURE, t.REFERENCE, t.OBTAINED, t.DIFFERENCE, t.MAY_DIFFER)
    rows = [[head.get(lang) for head in heads]]
    rows += [
        [
            c.name.get(lang),
            number(c.reference, lang),
            number(c.obtained, lang),
            _small(c.difference, lang),
            _small(c.tolerance if c.half_width is None else c.half_width, lang),
        ]
        for c in found
    ]
    page.table(rows)
    if any(check.half_width is not None for check in found):
        page.blank()
        page.paragraph(t.MAY_DIFFER_MEANS.get(lang))
    return page.text()


def _small(value: float, lang: str) -> str:
    """A difference with two digits that count; what only the rounding of the machine makes is none."""
    if abs(value) < SMALLEST:
        return "0"
    text = number(value, lang, max(0, 1 - math.floor(math.log10(abs(value)))))
    return text.replace("-", "\u2212")


def _all(found: Sequence[Check], lang: str) -> str:
    return t.fill(t.VERIFY_ALL, lang, of=len(found))


def sections(found: Metrics, lang: str) -> list[Section]:
    """Everything that is shown, in the order in which it is."""
    return [
        (t.HIERARCHY.get(lang), t.HIERARCHY_MEANS.get(lang), _hierarchies(found, lang)),
        (t.SPANS.get(lang), t.SPANS_MEANS.get(lang), _spans(found, lang)),
        (t.CENTRALITY.get(lang), t.CENTRALITY_MEANS.get(lang), _centrality(found, lang)),
        (t.SINGLE_CHANNELS.get(lang), t.SINGLE_CHANNELS_MEANS.get(lang), _single(found, lang)),
        (t.ABSENCE.get(lang), t.ABSENCE_MEANS.get(lang), _absence(found, lang)),
        (t.OVERLAPS.get(lang), t.OVERLAPS_MEANS.get(lang), _overlaps(found, lang)),
        (t.KNOWLEDGE.get(lang), t.KNOWLEDGE_MEANS.get(lang), _knowledge(found, lang)),
        (t.COVERAGE.get(lang), t.COVERAGE_MEANS.get(lang), _coverage(found, lang)),
        (t.MEETINGS.get(lang), _meetings_mean(found, lang), _meetings(found, lang)),
    ]


def number(value: float | None, lang: str, decimals: int = 4) -> str:
    """A figure with a decimal comma in Swedish; a dash where there is none."""
    if value is None:
        return "–"
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".") if decimals else f"{value:.0f}"
    return text.replace(".", ",") if lang == "sv" else text


def _name(found: Metrics, identifier: str, lang: str) -> str:
    return found.names.get(identifier, Text(identifier, identifier)).get(lang)


def _names(found: Metrics, ids: Iterable[str], lang: str) -> str:
    names = [_name(found, one, lang) for one in ids]
    return ", ".join(names[:3]) + (f" + {len(names) - 3}" if len(names) > 3 else "")


def _cut(rows: list[list[str]]) -> list[list[str]]:
    return rows[: ROWS_SHOWN + 1]


def _rest(page: Page, rows: list[list[str]], lang: str) -> None:
    more = len(rows) - 1 - ROWS_SHOWN
    if more > 0:
        page.paragraph(t.count(more, t.MORE_ROWS_ONE, t.MORE_ROWS_MANY, lang), indent=2)


def _hierarchies(found: Metrics, lang: str) -> list[list[str]]:
    graphs: tuple[Hierarchy, ...] = (found.line, found.collaboration)
    rows = [[t.MEASURE.get(lang), t.LINE.get(lang), t.COLLABORATION.get(lang)]]
    counts = (("nodes", t.NODES), ("edges", t.RELATIONS_COUNT), ("unsure", t.UNSURE), ("levels", t.LEVELS))
    rows += [[label.get(lang), *(str(getattr(graph, name)) for graph in graphs)] for name, label in counts]
    dimensions = (
        ("connectedness", t.CONNECTEDNESS),
        ("hierarchy", t.HIERARCHY_DEGREE),
        ("efficiency", t.EFFICIENCY),
        ("least_upper_bound", t.UPPER_BOUND),
    )
    rows += [
        [label.get(lang), *(number(getattr(graph.dimensions, name), lang) for graph in graphs)]
        for name, label in dimensions
    ]
    rows.append([t.CENTRALISATION.get(lang), *(number(graph.centralisation, lang) for graph in graphs)])
    return rows


def _spans(found: Metrics, lang: str) -> list[list[str]]:
    most = sorted(found.line.spans.items(), key=lambda one: (-one[1], one[0]))
    return [[t.SUPERIOR.get(lang), t.DIRECT_REPORTS.get(lang)], *([_name(found, i, lang), str(n)] for i, n in most)]


def _centrality(found: Metrics, lang: str) -> list[list[str]]:
    ids = sorted(
        {*found.centrality, *found.memberships},
        key=lambda one: (-found.centrality.get(one, 0), -found.memberships.get(one, 0), one),
    )
    rows = [[t.WHO_OR_WHAT.get(lang), t.BETWEENNESS.get(lang), t.SITS_IN.get(lang)]]
    return rows + [
        [_name(found, one, lang), number(found.centrality.get(one, 0.0), lang), str(found.memberships.get(one, "–"))]
        for one in ids
    ]


def _single(found: Metrics, lang: str) -> list[list[str]]:
    rows = [[t.WHO_OR_WHAT.get(lang), t.GROUPS.get(lang), t.TOPICS.get(lang), t.PRINCIPALS.get(lang)]]
    return rows + [
        [_name(found, one.id, lang), *(str(len(part)) for part in (one.groups, one.topics, one.principals))]
        for one in found.single_channels
    ]


def _absence(found: Metrics, lang: str) -> list[list[str]]:
    rows = [[t.ABSENCE_FACTOR.get(lang), t.WAYS.get(lang)]]
    factors = sorted({one.absence for one in found.channels if one.absence is not None})
    rows += [[str(factor), str(sum(one.absence == factor for one in found.channels))] for factor in factors]
    direct = sum(one.absence is None for one in found.channels)
    return rows + ([[t.NOBODY_BETWEEN.get(lang), str(direct)]] if direct else [])


def _overlaps(found: Metrics, lang: str) -> list[list[str]]:
    rows = [[t.PAIR.get(lang), t.TOPICS.get(lang), t.PRINCIPALS.get(lang), t.MEMBERS.get(lang)]]
    return rows + [
        [
            " – ".join(_name(found, group, lang) for group in one.groups),
            *(number(share, lang, 2) for share in (one.topics, one.principals, one.members)),
        ]
        for one in found.overlaps
    ]


def _knowledge(found: Metrics, lang: str) -> list[list[str]]:
    alone = sorted((k for k in found.knowledge if k.alone), key=lambda k: (-len(k.alone), -k.exclusivity, k.seat))
    rows = [[t.SEAT.get(lang), t.ALONE_WITH.get(lang), t.EXCLUSIVITY.get(lang)]]
    return rows + [[_name(found, k.seat, lang), str(len(k.alone)), number(k.exclusivity, lang, 2)] for k in alone]


def _coverage(found: Metrics, lang: str) -> list[list[str]]:
    rows = [[t.HOLE.get(lang), t.WITHOUT.get(lang), t.PERHAPS.get(lang)]]
    places = sorted({(hole.topic, hole.population, hole.level) for hole in found.coverage.holes})
    for place in places:
        here = [hole for hole in found.coverage.holes if (hole.topic, hole.population, hole.level) == place]
        label = ", ".join(_name(found, one, lang) for one in place if one)
        rows.append([label, str(sum(not hole.perhaps for hole in here)), str(sum(bool(h.perhaps) for h in here))])
    return rows


def _meetings_mean(found: Metrics, lang: str) -> str:
    told = t.fill(t.MEETINGS_MEANS, lang, post=number(found.meetings.hours_of_a_post, lang, 0))
    if found.meetings.assumed_hours is not None:
        told += " " + t.fill(t.MEETINGS_ASSUMED, lang, hours=number(found.meetings.assumed_hours, lang, 2))
    if found.meetings.uncounted:
        n = len(found.meetings.uncounted)
        told += " " + t.count(n, t.MEETINGS_UNCOUNTED_ONE, t.MEETINGS_UNCOUNTED_MANY, lang, option="--meeting-hours")
    return told


def _meetings(found: Metrics, lang: str) -> list[list[str]]:
    load = found.meetings
    rows = [[t.WHO_OR_WHAT.get(lang), t.SEATS.get(lang), t.HOURS.get(lang), t.POSTS.get(lang), t.COST.get(lang)]]
    for part in (load.groups, load.principals, load.functions):
        for one in part:
            posts = _range(one.low / load.hours_of_a_post, one.high / load.hours_of_a_post, lang, 3)
            cost = f"{_range(*one.cost, lang, 0)} {found.currency}".strip() if one.cost else "–"
            name = _name(found, one.id, lang)
            rows.append([name, str(one.seats), _range(one.low, one.high, lang, 1), posts, cost])
    return rows


def _range(low: float, high: float, lang: str, decimals: int) -> str:
    first, second = number(low, lang, decimals), number(high, lang, decimals)
    return first if first == second else f"{first}–{second}"
