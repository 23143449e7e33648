"""The loop matrix as text: the closure, each step's share, and a table of topics by principals."""

from __future__ import annotations

from remit.graph.loop import STEP_NAMES, Cell, Loops
from remit.model.text import Text
from remit.views import texts as t
from remit.views.harmless import plain
from remit.views.layout import Page

_SIGNS = {"closed": "+", "open": "?", "broken": "-"}


def name(loops: Loops, identifier: str, lang: str) -> str:
    """The name of a topic or principal."""
    return loops.names.get(identifier, Text(identifier, identifier)).get(lang)


def sign(cell: Cell) -> str:
    """``5-`` broken at step 5, ``5?`` open there, ``+`` closed all the way."""
    return f"{cell.gap}{_SIGNS[cell.state]}"


def per_cent(share: float, lang: str) -> str:
    """``48,9`` in Swedish, ``48.9`` in English; whole numbers without a fraction."""
    text = f"{share * 100:.1f}".removesuffix(".0")
    return text.replace(".", ",") if lang == "sv" else text


def closure(loops: Loops, lang: str) -> str:
    """``Slutenhet: 0 till 49 %``."""
    low, high = loops.closure
    return t.fill(t.CLOSURE, lang, low=per_cent(low, lang), high=per_cent(high, lang))


def steps(loops: Loops, lang: str) -> list[list[str]]:
    """A row per step: its name and the interval; the first row is the head."""
    rows = [[t.STEP.get(lang), t.SHARE.get(lang)]]
    for key, (low, high) in loops.steps.items():
        rows.append([f"{key} {STEP_NAMES[key].get(lang)}", f"{per_cent(low, lang)}–{per_cent(high, lang)} %"])
    return rows


def unnamed(loops: Loops, lang: str) -> list[str]:
    """A sentence for each step that is broken for some, nobody says whom."""
    return [
        t.fill(
            t.UNNAMED_ROW,
            lang,
            topic=name(loops, one.topic, lang),
            step=one.step,
            name=STEP_NAMES[one.step],
            n=one.at_least_broken,
            of=one.of,
        )
        for one in loops.unnamed
    ]


def columns(loops: Loops) -> list[tuple[str, ...]]:
    """Principals whose columns are alike stand in one column, in the order of the first."""
    alike: dict[tuple[str, ...], list[str]] = {}
    cells = {(cell.topic, cell.principal): sign(cell) for cell in loops.cells}
    for principal in loops.principals:
        alike.setdefault(tuple(cells[topic, principal] for topic in loops.topics), []).append(principal)
    return [tuple(group) for group in alike.values()]


def matrix(loops: Loops, lang: str) -> list[list[str]]:
    """Topics by columns, headed by letters; the first row is the head."""
    cells = {(cell.topic, cell.principal): sign(cell) for cell in loops.cells}
    groups = columns(loops)
    rows = [[t.TOPIC.get(lang), *(letter(place) for place in range(len(groups)))]]
    for topic in loops.topics:
        rows.append([name(loops, topic, lang), *(cells[topic, group[0]] for group in groups)])
    return rows


def letter(place: int) -> str:
    """A, B, … Z, AA, AB …

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def reasons(loops: Loops, lang: str) -> list[tuple[str, str]]:
    """For each topic why its cells are not closed: every reason once, with the columns it holds for."""
    found: list[tuple[str, str]] = []
    cells = {(cell.topic, cell.principal): cell for cell in loops.cells}
    groups = columns(loops)
    for topic in loops.topics:
        why: dict[str, list[str]] = {}
        for place, group in enumerate(groups):
            for principal in group:
                cell = cells[topic, principal]
                letters = why.setdefault(f"{sign(cell)} {cell.reason.get(lang)}", [])
                if cell.state == "closed" or letter(place) in letters:
                    continue
                letters.append(letter(place))
        told = "; ".join(f"{', '.join(letters)}: {text}" for text, letters in why.items() if letters)
        if told:
            found.append((name(loops, topic, lang), told))
    return found


def render(loops: Loops, lang: str = "sv", *, width: int = 100, colour: bool = False) -> str:
    """The whole page."""
    page = Page(width, colour)
    page.heading(t.fill(t.LOOPS_OF, lang, title=loops.title), underline="=")
    page.paragraph(closure(loops, lang))
    page.paragraph(t.CLOSURE_MEANS.get(lang))
    page.heading(t.PER_STEP.get(lang).upper())
    page.table(steps(loops, lang))
    page.heading(t.MATRIX.get(lang).upper())
    if not loops.cells:
        page.paragraph(t.NOTHING_TO_SHOW.get(lang))
        return page.text()
    page.paragraph(t.MATRIX_LEGEND.get(lang))
    page.blank()
    page.table(matrix(loops, lang))
    page.blank()
    for place, group in enumerate(columns(loops)):
        page.labelled(letter(place), ", ".join(name(loops, p, lang) for p in group))
    told = unnamed(loops, lang)
    if told:
        page.heading(t.UNNAMED.get(lang).upper())
        for sentence in told:
            page.paragraph(f"- {sentence}", 2, 2)
    why = reasons(loops, lang)
    if why:
        page.heading(t.REASONS.get(lang).upper())
        for topic, text in why:
            page.paragraph(f"{plain(topic)}: {text}", 2, 2)
    return page.text()
