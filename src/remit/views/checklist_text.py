"""The answers to a checklist as text and as Markdown: per question the system's answer, then how many of each kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from remit.model.facts import Degree
from remit.model.kinds import registry
from remit.model.text import sort_key
from remit.queries.checklists import Answer, Answers, Question
from remit.queries.engine import join_words
from remit.views import texts as t
from remit.views.harmless import markdown as safe
from remit.views.layout import Page, letter
from remit.views.report_markdown import table

NAMES_SHOWN = 12
"""How many names a line shows; the rest is counted, and stands in the JSON."""
EVIDENCE_SHOWN = 4


def render(found: Answers, lang: str, *, width: int = 100, colour: bool = False) -> str:
    """One model's answers as text."""
    page = Page(width, colour)
    page.heading(_title(found, lang), underline="=")
    _preface(page, [found], lang)
    for number, question in enumerate(found.checklist.questions, start=1):
        page.heading(f"{number}. {question.text.get(lang)}")
        for label, text in lines(found, question, lang):
            page.labelled(label, text)
        if question.note:
            page.paragraph(question.note.get(lang), indent=2)
    return page.text()


def render_markdown(found: Answers, lang: str) -> str:
    """One model's answers as Markdown."""
    out = [f"# {safe(_title(found, lang))}", ""]
    out += [safe(text) + "\n" for text in _words([found], lang)]
    for number, question in enumerate(found.checklist.questions, start=1):
        out += [f"## {number}. {safe(question.text.get(lang))}", ""]
        out += [f"- **{safe(label)}**: {safe(text)}" for label, text in lines(found, question, lang)]
        if question.note:
            out += ["", safe(question.note.get(lang))]
        out.append("")
    return "\n".join(out).rstrip("\n") + "\n"


def render_several(found: Sequence[Answers], lang: str, *, width: int = 100, colour: bool = False) -> str:
    """Several models' answers side by side: a row for each question, a column for each model."""
    page = Page(width, colour)
    page.heading(_side_by_side(found, lang), underline="=")
    _preface(page, found, lang)
    page.paragraph(t.CELLS_MEAN.get(lang))
    page.blank()
    for place, one in enumerate(found):
        page.labelled(letter(place), model(one, lang))
    page.blank()
    page.table(matrix(found, lang))
    return page.text()


def render_several_markdown(found: Sequence[Answers], lang: str) -> str:
    """Several models' answers side by side as Markdown."""
    out = [f"# {safe(_side_by_side(found, lang))}", "", *(safe(text) + "\n" for text in _words(found, lang))]
    out += [safe(t.CELLS_MEAN.get(lang)), ""]
    out += [*(f"- **{letter(place)}**: {safe(model(one, lang))}" for place, one in enumerate(found)), ""]
    return "\n".join([*out, *table(matrix(found, lang))]) + "\n"


def matrix(found: Sequence[Answers], lang: str) -> list[list[str]]:
    """Questions by models, the answer for the whole system in each cell; the first row is the head."""
    rows = [[t.QUESTION.get(lang), *(letter(place) for place in range(len(found)))]]
    for number, question in enumerate(found[0].checklist.questions, start=1):
        cells = [_cell(one.of(question.id, "system"), lang) for one in found]
        rows.append([f"{number}. {question.text.get(lang)}", *cells])
    return rows


def model(found: Answers, lang: str) -> str:
    """The title and id of a model, for the legend of a table."""
    return f"{found.title.get(lang)} ({found.model_id})"


def lines(found: Answers, question: Question, lang: str) -> list[tuple[str, str]]:
    """What is told under a question: label and text."""
    told: list[tuple[str, str]] = []
    for whole in found.of(question.id, "system"):
        told.append((t.capital(t.WHOLE_SYSTEM.get(lang)), said(whole, lang)))
        told += _behind(whole, lang)
    by_kind: dict[str, list[Answer]] = defaultdict(list)
    for one in found.of(question.id):
        if one.subject.kind != "system":
            by_kind[one.subject.kind].append(one)
    for kind, answers in by_kind.items():
        counts = {state: sum(a.state == state for a in answers) for state in t.ANSWERS}
        told.append((t.capital(registry()[kind].kind_meta.plural.get(lang)), t.fill(t.ANSWER_COUNTS, lang, **counts)))
        for state, label in (("no", t.ANSWERS_NO), ("yes", t.ANSWERS_YES)):
            names = sorted((a.subject.name.get(lang) for a in answers if a.state == state), key=sort_key)
            if names:
                shown = names[:NAMES_SHOWN] + ([f"+ {len(names) - NAMES_SHOWN}"] if len(names) > NAMES_SHOWN else [])
                told.append((label.get(lang), join_words(shown, lang)))
    return told


def said(answer: Answer, lang: str) -> str:
    """``nej (belagt; till större delen)``; an open answer has no certainty beside it."""
    word = t.ANSWERS[answer.state].get(lang)
    if answer.certainty == Degree.OPEN:
        return word
    sure = [t.CERTAINTY[answer.certainty].get(lang)]
    if answer.extent:
        sure.append(t.EXTENT[answer.extent].get(lang))
    return f"{word} ({'; '.join(sure)})"


def _behind(answer: Answer, lang: str) -> list[tuple[str, str]]:
    told = []
    if answer.codes:
        told.append((t.FOUND_BY.get(lang), ", ".join(answer.codes)))
    if answer.state != "open" and answer.evidence:
        shown = [f"{e.from_} {e.relation} {e.to}" for e in answer.evidence[:EVIDENCE_SHOWN]]
        more = len(answer.evidence) - len(shown)
        told.append((t.READ_FROM.get(lang), "; ".join([*shown, f"+ {more}"] if more else shown)))
    if answer.state != "open" and answer.sources:
        told.append((t.SOURCES_ARE.get(lang), "; ".join(str(source) for source in answer.sources[:EVIDENCE_SHOWN])))
    return told


def _cell(answers: list[Answer], lang: str) -> str:
    if not answers:
        return "–"
    mark = ("~" if answers[0].certainty == Degree.REPORTED else "") + ("*" if answers[0].extent else "")
    return t.ANSWERS[answers[0].state].get(lang) + mark


def _title(found: Answers, lang: str) -> str:
    return f"{found.checklist.title.get(lang)}: {found.title.get(lang)}"


def _side_by_side(found: Sequence[Answers], lang: str) -> str:
    return t.fill(t.CHECKLIST_SIDE_BY_SIDE, lang, checklist=found[0].checklist.title, n=len(found))


def _words(found: Sequence[Answers], lang: str) -> list[str]:
    source = found[0].checklist.source
    told = [t.fill(t.CHECKLIST_FROM, lang, source=source)] if source else []
    told.append(t.CHECKLIST_MEANS.get(lang))
    proposals = [one.model_id for one in found if one.on_paper]
    if proposals:
        told.append(t.fill(t.YES_ON_PAPER, lang, models=join_words(proposals, lang)))
    return told


def _preface(page: Page, found: Sequence[Answers], lang: str) -> None:
    for text in _words(found, lang):
        page.paragraph(text)
