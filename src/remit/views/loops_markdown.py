"""The loop matrix as Markdown."""

from __future__ import annotations

from remit.graph.loop import Loops
from remit.views import loops_text as inner
from remit.views import texts as t
from remit.views.harmless import markdown as safe
from remit.views.report_markdown import table


def render(loops: Loops, lang: str = "sv") -> str:
    """The whole page, with fixed headings."""
    lines = [f"# {safe(t.fill(t.LOOPS_OF, lang, title=loops.title))}", ""]
    lines += [f"**{inner.closure(loops, lang)}**", "", t.CLOSURE_MEANS.get(lang), ""]
    if loops.on_paper:
        lines += [t.ON_PAPER.get(lang), ""]
    lines += [f"## {t.PER_STEP.get(lang)}", "", *table(inner.steps(loops, lang)), ""]
    lines += [f"## {t.MATRIX.get(lang)}", ""]
    if not loops.cells:
        return "\n".join([*lines, t.NOTHING_TO_SHOW.get(lang)]) + "\n"
    lines += [t.MATRIX_LEGEND.get(lang), "", *table(inner.matrix(loops, lang)), ""]
    for place, group in enumerate(inner.columns(loops, lang)):
        names = ", ".join(safe(inner.name(loops, principal, lang)) for principal in group)
        lines.append(f"- **{inner.letter(place)}**: {names}")
    lines.append("")
    settled = inner.decisions(loops, lang)
    if settled:
        lines += [f"## {t.WHO_DECIDES.get(lang)}", ""]
        for topics, rows in settled:
            lines.append(f"- **{safe(topics)}**")
            lines += [f"    - {label}: {safe(text)}" for label, text in rows]
        lines.append("")
    told = inner.unnamed(loops, lang)
    if told:
        lines += [f"## {t.UNNAMED.get(lang)}", "", *(f"- {safe(one)}" for one in told), ""]
    why = inner.reasons(loops, lang)
    if why:
        lines += [f"## {t.REASONS.get(lang)}", "", *(_reason(one, lang) for one in why), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _reason(one: tuple[str, str, str], lang: str) -> str:
    shown, text, topics = (safe(part) for part in one)
    return f"- **{shown}** {text}. {t.TOPICS.get(lang)}: {topics}."
