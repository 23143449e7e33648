"""A reorganisation as Markdown: the report to hand on. One paragraph is one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from remit.queries.reorganise.records import Reorganisation
from remit.views import reorganise_texts as r
from remit.views import texts as t
from remit.views.harmless import markdown as safe
from remit.views.reorganise_brief import brief
from remit.views.reorganise_parts import ChangeTold, Chapter, Item, Part, Report, Table
from remit.views.reorganise_report import report

if TYPE_CHECKING:
    from remit.simulation.reorganised import Flow


def render(found: Reorganisation, lang: str = "sv", flow: Flow | None = None, *, full: bool = False) -> str:
    """The report, the answer first; ``full``: with each change, each finding and all that changes in the structure."""
    told = report(found, flow)
    lines = [f"# {safe(told.title.get(lang))}", "", safe(told.head.get(lang)), ""]
    if told.several:
        lines += [safe(told.several_lead.get(lang)), ""]
    for table in told.several:
        lines += _table(table, lang, 2)
    for part in told.parts:
        lines += _part(told, part if full else brief(part), lang)
    if not full:
        lines += [safe(r.WHOLE.get(lang)), ""]
    if told.documents:
        lines += [f"## {r.SOURCES.get(lang)}", ""]
        lines += [f"- {safe(label)} {safe(title.get(lang))}" for label, title in told.documents]
    return "\n".join(lines).rstrip("\n") + "\n"


def _part(told: Report, part: Part, lang: str) -> list[str]:
    lines = [f"## {safe(part.title.get(lang) if told.several else r.ANSWER.get(lang))}", ""]
    lines += [*(f"- {safe(sentence.get(lang))}" for sentence in part.answer), ""]
    depth = 3 if told.several else 2
    for chapter in part.chapters:
        lines += _chapter(chapter, lang, depth)
    return lines


def _chapter(chapter: Chapter, lang: str, depth: int) -> list[str]:
    lines = [f"{'#' * depth} {safe(chapter.heading.get(lang))}", ""]
    if chapter.id == "certain":
        lines += [*(f"- {safe(text.get(lang))}" for text in chapter.lead), ""]
    else:
        for text in chapter.lead:
            lines += [safe(text.get(lang)), ""]
    for change in chapter.changes:
        lines += _change(change, lang, depth + 1) if change.items else []
    idle = [change for change in chapter.changes if not change.items]
    if idle:  # a line each: that they do nothing to the findings is what there is to say
        lines += [f"{'#' * (depth + 1)} {r.IDLE.get(lang)}", "", *(_idle(change, lang) for change in idle), ""]
    for group in chapter.groups:
        if group.heading.get(lang):
            lines += [f"{'#' * (depth + 1)} {safe(group.heading.get(lang))}", ""]
        lines += [*(f"- {safe(line.get(lang))}" for line in group.lines), ""]
    if chapter.items:
        lines += [line for item in chapter.items for line in _item(item, lang)] + [""]
    for table in chapter.tables:
        lines += _table(table, lang, depth + 1)
    if chapter.empty.sv and not (chapter.items or chapter.tables or chapter.changes or chapter.groups):
        lines += [safe(chapter.empty.get(lang)), ""]
    return lines


def _change(change: ChangeTold, lang: str, depth: int) -> list[str]:
    says = change.says.get(lang)
    lines = [f"{'#' * depth} {safe(': '.join(filter(None, (change.label.get(lang), says))))}", ""]
    for label, text in ((r.REASON, change.reason), (r.BEHIND, change.behind)):
        if text.get(lang):
            lines += [f"**{label.get(lang)}.** {safe(text.get(lang))}", ""]
    if change.tied.get(lang):
        lines += [safe(change.tied.get(lang)), ""]
    lines += [line for item in change.items for line in _item(item, lang)]
    return [*lines, ""]


def _idle(change: ChangeTold, lang: str) -> str:
    says, behind = (text.get(lang) for text in (change.says, change.behind))
    told = ": ".join(filter(None, (change.label.get(lang), says)))
    more = " ".join(filter(None, (change.reason.get(lang), change.tied.get(lang))))
    return f"- {safe(told)}{f' ({safe(behind)})' if behind else ''}.{f' {safe(more)}' if more else ''}"


def _item(item: Item, lang: str) -> list[str]:
    inside = "; ".join(filter(None, (t.SEVERITY[item.severity].get(lang), item.sure.get(lang), item.notes.get(lang))))
    fate = r.FATES[item.fate.value].get(lang)
    lines = [f"- **{fate}: {item.code}** {safe(item.says.get(lang))} ({safe(inside)})"]
    return [*lines, f"  - {safe(item.why.get(lang))}"] if item.why.get(lang) else lines


def _table(table: Table, lang: str, depth: int) -> list[str]:
    lines = [f"{'#' * depth} {safe(table.caption.get(lang))}", ""]
    cells = [[safe(cell.get(lang)) or " " for cell in row] for row in (table.head, *table.rows)]
    rule = ["---"] + [("---:" if table.numbers else "---") for _ in cells[0][1:]]
    lines += ["| " + " | ".join(row) + " |" for row in (cells[0], rule, *cells[1:])]
    return [*lines, ""]
