"""The audit as Markdown: the form that is kept and compared. The headings are fixed; one paragraph is one line."""

from __future__ import annotations

from collections.abc import Mapping

from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.finding import Audit, Finding
from remit.queries.rule import SEVERITIES, Rule
from remit.views import texts as t
from remit.views import words
from remit.views.harmless import markdown as safe
from remit.views.hinges import hinges


def render(audit: Audit, lang: str = "sv", *, rules: Mapping[str, Rule] | None = None) -> str:
    """The whole report; ``rules`` give their titles to the rules that found nothing."""
    lines = [f"# {safe(t.fill(t.AUDIT_OF, lang, title=audit.title))}", ""]
    lines += [*(safe(sentence) for sentence in words.head(audit, lang)), ""]
    conclusions, questions = words.parted(audit)
    _summary(lines, audit, lang)
    lines += [f"## {t.FINDINGS.get(lang)}", ""]
    _findings(lines, audit, conclusions, lang)
    lines += [f"## {t.RECOMMENDATIONS.get(lang)}", ""]
    lines += [f"- **{g[0].code}** {safe(g[0].rule.repair.get(lang))}" for g in words.by_rule(conclusions)]
    lines += [] if conclusions else [t.NO_FINDINGS.get(lang)]
    lines += ["", f"## {t.OPEN_QUESTIONS.get(lang)}", ""]
    _questions(lines, audit, questions, lang)
    _accepted(lines, audit, lang)
    _appendix(lines, audit, rules or {}, lang)
    cited = words.documents(audit, lang)
    if cited:
        lines += ["", f"## {t.DOCUMENTS.get(lang)}", ""]
        lines += [f"- {safe(label)} {safe(title)}" for label, title in cited]
    return "\n".join(lines).rstrip("\n") + "\n"


def table(rows: list[list[str]]) -> list[str]:
    """Rows as a Markdown table whose first row is the head; every cell is made harmless."""
    cells = [[safe(cell) for cell in row] for row in rows]
    rule = ["---"] + ["---:" for _ in cells[0][1:]]
    return ["| " + " | ".join(row) + " |" for row in (cells[0], rule, *cells[1:])]


def _summary(lines: list[str], audit: Audit, lang: str) -> None:
    lines += [f"## {t.SUMMARY.get(lang)}", ""]
    if audit.findings:
        lines += [f"{words.how_many(audit, lang)}:", "", *table(words.totals(audit, lang)), ""]
        for degree in words.DEGREES:
            if degree >= audit.certainty:
                lines.append(f"- **{t.CERTAINTY[degree].get(lang)}**: {t.CERTAINTY_MEANS[degree].get(lang)}")
    else:
        lines.append(t.NO_FINDINGS.get(lang))
    lines.append("")
    less_sure = words.hidden(audit, lang)
    if less_sure:
        lines += [less_sure.replace("--certainty open", "`--certainty open`"), ""]
    for sentence in words.accepted(audit, lang):
        lines += [sentence, ""]


def _findings(lines: list[str], audit: Audit, findings: list[Finding], lang: str) -> None:
    if not findings:
        lines += [t.NO_FINDINGS.get(lang), ""]
    area: Text | None = None
    for group in words.by_rule(findings):
        rule = group[0].rule
        if t.area(rule.code) != area:
            area = t.area(rule.code)
            lines += [f"### {area.get(lang)}", ""]
        severity = min((f.severity for f in group), key=SEVERITIES.index)
        lines += [f"#### {rule.code} {safe(rule.title.get(lang))} ({t.SEVERITY[severity].get(lang)})", ""]
        for finding in group:
            lines += _finding(audit, finding, lang)
        lines += [
            "",
            f"**{t.JUDGEMENT.get(lang)}.** {safe(rule.definition.get(lang))}",
            "",
            f"**{t.HARM.get(lang)}.** {safe(rule.harm.get(lang))}",
            "",
        ]


def _finding(audit: Audit, finding: Finding, lang: str) -> list[str]:
    message = safe(words.message(finding, lang))
    lines = [f"- **{t.FINDING.get(lang)}.** {message} ({safe(words.sure(finding, lang))})"]
    if words.many(finding):
        lines.append(f"  - {t.CONCERNS.get(lang)}: {safe('; '.join(words.members(finding, lang)))}")
    told = words.places(finding.sources, lang)
    if told:
        lines.append(f"  - {t.SOURCE.get(lang)}: {safe(told)}")
    proof = words.evidence(finding, lang)
    if proof:
        lines.append(f"  - {t.EVIDENCE.get(lang)}: {safe('; '.join(proof))}")
    return lines + _hinges(audit, finding, lang)


def _hinges(audit: Audit, finding: Finding, lang: str) -> list[str]:
    return [f"  - {t.HINGES.get(lang)}: {safe(sentence)}" for sentence in hinges(audit, finding, lang)]


def _questions(lines: list[str], audit: Audit, questions: list[Finding], lang: str) -> None:
    if audit.certainty > Degree.OPEN:
        lines += [t.fill(t.OPEN_HIDDEN, lang, option="`--certainty open`"), ""]
        return
    lines += [t.OPEN_MEANS.get(lang) if questions else t.NO_OPEN.get(lang), ""]
    for group in words.by_rule(questions):
        for finding in group:
            told = words.places(finding.sources, lang)
            place = f" ({t.SOURCE.get(lang)}: {safe(told)})" if told else ""
            asked = f"{t.IS_IT_SO.get(lang)} {words.message(finding, lang)}"
            lines.append(f"- **{finding.code}** {safe(asked)}{place}")
            if words.many(finding):
                lines.append(f"  - {t.CONCERNS.get(lang)}: {safe('; '.join(words.members(finding, lang)))}")
            lines += _hinges(audit, finding, lang)
    if questions:
        lines.append("")


def _accepted(lines: list[str], audit: Audit, lang: str) -> None:
    waived = [f for f in audit.waived if not words.frozen(f)]
    if waived:
        lines += [f"## {t.ACCEPTED.get(lang)}", ""]
        for finding in waived:
            reason = safe(finding.waived)
            lines.append(f"- **{finding.code}** {safe(finding.message.get(lang))} ({reason})")
        lines.append("")
    if audit.notices:
        lines += [f"## {t.NOTICES.get(lang)}", ""]
        lines += [f"- {safe(notice.text.get(lang))}" for notice in audit.notices]
        lines.append("")


def _appendix(lines: list[str], audit: Audit, rules: Mapping[str, Rule], lang: str) -> None:
    lines += [f"## {t.APPENDIX.get(lang)}", ""]
    known = dict(rules) | {f.code: f.rule for f in audit.findings}
    heads = [t.RULE, t.TITLE, t.LOOKED_AT, t.FOUND, t.REACHED]
    with_open = audit.certainty == Degree.OPEN
    rows = [[label.get(lang) for label in (*heads, *([t.OPEN_QUESTIONS] if with_open else []))]]
    for code, number in sorted(audit.looked_at.items()):
        rule = known.get(code)
        looked = f"{number} {rule.looked_at.get(lang)}" if rule else str(number)
        sure = [f for f in audit.of(code) if f.certainty > Degree.OPEN]
        row = [code, rule.title.get(lang) if rule else "", looked, str(len(sure)), words.concerned(sure, number, lang)]
        rows.append([*row, str(len(audit.of(code)) - len(sure))] if with_open else row)
    lines += table(rows)
