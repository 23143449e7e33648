"""Suggestions as Markdown: the form that is kept; one paragraph is one line."""

from __future__ import annotations

from remit.queries.suggest.result import Suggestions
from remit.views import suggest_text as words
from remit.views import suggest_texts as s
from remit.views.harmless import markdown as safe
from remit.views.report_markdown import table
from remit.views.texts import capital, fill


def render(found: Suggestions, lang: str = "sv") -> str:
    """The whole answer; the headings are fixed."""
    lines = [f"# {safe(fill(s.HEADING, lang, title=found.audit.title))}", ""]
    for sentence in words.opening(found, lang):
        lines += [safe(sentence), ""]
    for one in found.alternatives:
        lines += [f"## {fill(s.ALTERNATIVE, lang, number=one.number)}", "", safe(words.head(found, one, lang)), ""]
        differs = words.difference(found, one, lang)
        if differs:
            lines += [safe(differs), ""]
        for place, move in enumerate(one.moves, 1):
            lines.append(f"{place}. {safe(move.candidate.text.get(lang))}")
            told = words.clears(move, lang)
            if told:
                lines.append(f"   - {s.CLEARS.get(lang)}: {safe(told)}")
            if move.holds_back:
                lines.append(f"   - {s.PREVENTS.get(lang)}: {', '.join(move.holds_back)}")
            lines.append(f"   - {s.COSTS.get(lang)}: {safe(words.takes(move, lang))}")
            lines.append(f"   - {s.ASSUMES.get(lang)}: {safe(words.assumptions(move, lang))}")
            if move.candidate.drops:
                lines.append(f"   - {s.DROPS.get(lang)}: {safe(words.drops(move, lang))}")
        lines.append("")
    for known, heading in ((False, s.NO_REPAIR), (True, s.NOT_CLEARED)):
        rows = [one for one in found.unrepaired if bool(one.tried) == known]
        if rows:
            lines += [f"## {heading.get(lang)}", ""]
            for why, many in words.reasons(rows, lang):
                lines += [f"- {safe(words.brief(row.finding, lang))}" for row in many]
                lines += ["", safe(f"{capital(why)}."), ""]
    if found.alternatives:
        lines += [f"## {s.WEIGHTS.get(lang)}", "", s.WEIGHTS_ARE.get(lang), "", *table(words.weight_rows(found, lang))]
    return "\n".join(lines).rstrip("\n") + "\n"
