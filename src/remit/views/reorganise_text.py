"""A reorganisation as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from remit.queries.reorganise.records import Fate, Reorganisation
from remit.views import reorganise_texts as r
from remit.views import texts as t
from remit.views.layout import Page
from remit.views.reorganise_brief import brief
from remit.views.reorganise_parts import ChangeTold, Chapter, Group, Item, Part, Report, Table
from remit.views.reorganise_report import report

if TYPE_CHECKING:
    from remit.simulation.reorganised import Flow

SIGNS: dict[Fate, str] = {Fate.CLEARED: "-", Fate.DOUBTED: "?", Fate.KEPT: "=", Fate.FIRMER: "!", Fate.NEW: "+"}
"""How a finding is marked in a list."""


def render(
    found: Reorganisation,
    lang: str,
    flow: Flow | None = None,
    *,
    full: bool = False,
    width: int = 100,
    colour: bool = False,
) -> str:
    """The report, the answer first; ``full``: with each change, each finding and all that changes in the structure."""
    told = report(found, flow)
    page = Page(width, colour)
    page.heading(told.title.get(lang), underline="=")
    page.paragraph(told.head.get(lang))
    if told.several:
        page.blank()
        page.paragraph(told.several_lead.get(lang))
    for table in told.several:
        page.heading(table.caption.get(lang))
        page.table(rows(table, lang))
    for part in told.parts:
        _part(page, told, part if full else brief(part), lang)
    if not full:
        page.blank()
        page.paragraph(r.WHOLE.get(lang))
    return page.text()


def rows(table: Table, lang: str) -> list[list[str]]:
    """A table in one language; its first row is the head."""
    return [[cell.get(lang) for cell in row] for row in (table.head, *table.rows)]


def _part(page: Page, told: Report, part: Part, lang: str) -> None:
    page.heading(part.title.get(lang) if told.several else r.ANSWER.get(lang), underline="-")
    for sentence in part.answer:
        page.paragraph(sentence.get(lang))
    for chapter in part.chapters:
        _chapter(page, chapter, lang)


def _chapter(page: Page, chapter: Chapter, lang: str) -> None:
    page.heading(chapter.heading.get(lang), underline="-")
    for text in chapter.lead:
        page.paragraph(text.get(lang), indent=2)
    for change in chapter.changes:
        _change(page, change, lang)
    for group in chapter.groups:
        _group(page, group, lang)
    for item in chapter.items:
        _item(page, item, lang, 2)
    for table in chapter.tables:
        if table.caption != chapter.heading:
            page.heading(table.caption.get(lang))
        if table.numbers:
            page.table(rows(table, lang))
        else:
            _lines(page, table, lang)
    if chapter.empty.sv and not (chapter.items or chapter.tables or chapter.changes or chapter.groups):
        page.paragraph(chapter.empty.get(lang), indent=2)


def _group(page: Page, group: Group, lang: str) -> None:
    if group.heading.get(lang):
        page.paragraph(group.heading.get(lang), indent=2)
    sign = f"{SIGNS[group.fate]} " if group.fate is not None else ""
    for line in group.lines:
        page.paragraph(f"{sign}{line.get(lang)}", 4 if sign else 2, 2)


def _lines(page: Page, table: Table, lang: str) -> None:
    """Rows of words, each as a paragraph: columns of words would not fit a terminal."""
    for row in table.rows:
        cells = [cell.get(lang) for cell in row]
        page.paragraph(": ".join((cells[0], "; ".join(cell for cell in cells[1:] if cell))).rstrip(": "), 2, 2)


def _change(page: Page, change: ChangeTold, lang: str) -> None:
    says = change.says.get(lang)
    told = ". ".join(part for part in (change.label.get(lang), says) if part)
    page.blank()
    if not change.items:  # most steps of a long scenario: their reasons stand in the scenario and on the page
        behind = f" ({change.behind.get(lang)})" if change.behind.get(lang) else ""
        tied = f" {change.tied.get(lang)}" if change.tied.get(lang) else ""
        page.paragraph(f"{told}{behind}.{tied} {r.NOTHING_BY_IT.get(lang)}", indent=2, hang=2)
        return
    page.paragraph(f"{told}." if says else told, indent=2, hang=2)
    for label, text in ((r.REASON, change.reason), (r.BEHIND, change.behind)):
        if text.get(lang):
            page.labelled(label.get(lang), text.get(lang), indent=4, style="dim")
    if change.tied.get(lang):
        page.paragraph(change.tied.get(lang), indent=4)
    for item in change.items:
        _item(page, item, lang, 4)


def _item(page: Page, item: Item, lang: str, indent: int) -> None:
    inside = "; ".join(filter(None, (t.SEVERITY[item.severity].get(lang), item.sure.get(lang), item.notes.get(lang))))
    fate = r.FATES[item.fate.value].get(lang)
    page.paragraph(f"{SIGNS[item.fate]} {fate}: {item.code} {item.says.get(lang)} ({inside})", indent, 2)
    if item.why.get(lang):
        page.paragraph(item.why.get(lang), indent + 2)
