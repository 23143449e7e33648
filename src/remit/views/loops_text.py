"""The loop matrix as text: the closure, each step's share, and a table of topics by principals."""

from __future__ import annotations

from collections.abc import Sequence

from remit.graph.loop import STEP_NAMES, Cell, Loops, Settled
from remit.model.text import Text, sort_key
from remit.views import decision_text
from remit.views import texts as t
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


def columns(loops: Loops, lang: str) -> list[tuple[str, ...]]:
    """Principals whose columns are alike stand in one column, all sorted by name."""
    alike: dict[tuple[str, ...], list[str]] = {}
    cells = {(cell.topic, cell.principal): sign(cell) for cell in loops.cells}
    for principal in _sorted(loops, loops.principals, lang):
        alike.setdefault(tuple(cells[topic, principal] for topic in loops.topics), []).append(principal)
    return [tuple(group) for group in alike.values()]


def _sorted(loops: Loops, ids: Sequence[str], lang: str) -> list[str]:
    return sorted(ids, key=lambda identifier: (sort_key(name(loops, identifier, lang)), identifier))


def matrix(loops: Loops, lang: str) -> list[list[str]]:
    """Topics by columns, headed by letters; the first row is the head."""
    cells = {(cell.topic, cell.principal): sign(cell) for cell in loops.cells}
    groups = columns(loops, lang)
    head = [t.TOPIC.get(lang), *(letter(at) for at in range(len(groups)))]
    return [
        head,
        *(
            [name(loops, topic, lang), *(cells[topic, group[0]] for group in groups)]
            for topic in _sorted(loops, loops.topics, lang)
        ),
    ]


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


def reasons(loops: Loops, lang: str) -> list[tuple[str, str, str]]:
    """Why matters stop: the sign and columns, the reason (of the first principal), the topics that it holds for."""
    cells = {(cell.topic, cell.principal): cell for cell in loops.cells}
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for topic in _sorted(loops, loops.topics, lang):
        for at, group in enumerate(columns(loops, lang)):
            cell = cells[topic, group[0]]
            if cell.state == "closed":
                continue
            text = cell.reason.get(lang)
            if any(cells[topic, other].reason != cell.reason for other in group):
                text = t.fill(t.FOR_EXAMPLE, lang, text=text)
            topics = found.setdefault((sign(cell), text), {})
            topics.setdefault(name(loops, topic, lang), []).append(letter(at))
    told = []
    for (shown, text), topics in sorted(found.items(), key=lambda item: item[0]):
        letters = sorted({one for some in topics.values() for one in some}, key=lambda one: (len(one), one))
        told.append((f"{shown} ({', '.join(letters)})", t.capital(text), ", ".join(topics)))
    return told


def decisions(loops: Loops, lang: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Topics that are decided alike, and in what way: label and text; sorted by the first topic's name.

    What many bodies decide in the same way, each for some (a local group in every municipality), is told once.
    """

    def called(identifier: str) -> str:
        return name(loops, identifier, lang)

    ways: dict[tuple[str, tuple[object, ...]], list[Settled]] = {}
    for one in loops.decisions:
        ways.setdefault((one.topic, one.decision.shape), []).append(one)
    alike: dict[tuple[object, ...], list[str]] = {}
    first: dict[tuple[object, ...], list[Settled]] = {}
    place = {topic: at for at, topic in enumerate(_sorted(loops, loops.topics, lang))}
    for (topic, shape), some in sorted(ways.items(), key=lambda item: place[item[0][0]]):
        single = len(some) == 1
        key = (some[0].decision, some[0].principals) if single else (shape, len(some))
        alike.setdefault(key, []).append(topic)
        first.setdefault(key, some)
    return [
        (", ".join(called(topic) for topic in topics), _ways(loops, first[key], called, lang))
        for key, topics in alike.items()
    ]


def _ways(loops: Loops, some: list[Settled], called: decision_text.Called, lang: str) -> list[tuple[str, str]]:
    decision, most = some[0].decision, decision_text.MANY
    by = decision_text.decided_by(decision, called, lang, most)
    stop = decision_text.stopped_by(decision, called, lang, most)
    if len(some) > 1:
        by, stop = (t.fill(t.FOR_EXAMPLE, lang, text=text) for text in (by, stop))
    rows = [
        (t.DECIDED_BY.get(lang), by),
        (t.SEPARATE_DECISIONS.get(lang), decision_text.number(decision)),
        (t.CAN_STOP.get(lang), stop),
    ]
    if len(some) > 1:
        rows.append((t.ALIKE.get(lang), t.fill(t.SO_MANY_ALIKE, lang, n=len(some))))
    elif some[0].principals != loops.principals:
        principals = _sorted(loops, some[0].principals, lang)
        rows.append((t.RAISED_IN.get(lang), ", ".join(called(one) for one in principals)))
    return rows


def render(loops: Loops, lang: str = "sv", *, width: int = 100, colour: bool = False) -> str:
    """The whole page."""
    page = Page(width, colour)
    page.heading(t.fill(t.LOOPS_OF, lang, title=loops.title), underline="=")
    page.paragraph(closure(loops, lang))
    page.paragraph(t.CLOSURE_MEANS.get(lang))
    if loops.on_paper:
        page.paragraph(t.ON_PAPER.get(lang))
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
    for place, group in enumerate(columns(loops, lang)):
        page.labelled(letter(place), ", ".join(name(loops, p, lang) for p in group))
    settled = decisions(loops, lang)
    if settled:
        page.heading(t.WHO_DECIDES.get(lang).upper())
        for topics, rows in settled:
            page.paragraph(t.capital(topics), 2)
            for label, text in rows:
                page.labelled(label, f"{text}.", 4)
    told = unnamed(loops, lang)
    if told:
        page.heading(t.UNNAMED.get(lang).upper())
        for sentence in told:
            page.paragraph(f"- {sentence}", 2, 2)
    why = reasons(loops, lang)
    if why:
        page.heading(t.REASONS.get(lang).upper())
        for shown, text, topics in why:
            page.labelled(shown, f"{text}.")
            page.labelled("", f"{t.TOPICS.get(lang)}: {topics}.")
    return page.text()
