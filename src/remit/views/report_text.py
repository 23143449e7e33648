"""The audit as text: for a reviewer who has never seen it, most harmful first, grouped by area and rule."""

from __future__ import annotations

from remit.model.text import Text
from remit.queries.finding import Audit, Finding
from remit.queries.rule import SEVERITIES
from remit.views import texts as t
from remit.views import words
from remit.views.hinges import hinges
from remit.views.layout import Page


def render(audit: Audit, lang: str = "sv", *, width: int = 100, colour: bool = False) -> str:
    """The whole report: head, summary, findings by area, open questions, what was accepted."""
    page = Page(width, colour)
    page.heading(t.fill(t.AUDIT_OF, lang, title=audit.title), underline="=")
    for sentence in words.head(audit, lang):
        page.paragraph(sentence)
    _summary(page, audit, lang)
    conclusions, questions = words.parted(audit)
    _findings(page, audit, conclusions, lang)
    if questions:
        page.heading(t.OPEN_QUESTIONS.get(lang).upper())
        page.paragraph(t.OPEN_MEANS.get(lang))
        for group in words.by_rule(questions):
            _rule(page, audit, group, lang, brief=True)
    _accepted(page, audit, lang)
    cited = words.documents(audit, lang)
    if cited:
        page.heading(t.DOCUMENTS.get(lang).upper())
        for label, title in cited:
            page.labelled(label, title)
    return page.text()


def _summary(page: Page, audit: Audit, lang: str) -> None:
    page.heading(t.SUMMARY.get(lang).upper())
    if not audit.findings:
        page.paragraph(t.NO_FINDINGS.get(lang))
    else:
        page.paragraph(words.how_many(audit, lang) + ":")
        page.blank()
        page.table(words.totals(audit, lang))
        page.blank()
        for degree in words.DEGREES:
            if degree >= audit.certainty:
                page.labelled(t.CERTAINTY[degree].get(lang), t.CERTAINTY_MEANS[degree].get(lang))
    less_sure = words.hidden(audit, lang)
    if less_sure:
        page.blank()
        page.paragraph(less_sure)
    for sentence in words.accepted(audit, lang):
        page.paragraph(sentence)


def _findings(page: Page, audit: Audit, findings: list[Finding], lang: str) -> None:
    area: Text | None = None
    for group in words.by_rule(findings):
        if t.area(group[0].code) != area:
            area = t.area(group[0].code)
            page.heading(area.get(lang).upper())
        _rule(page, audit, group, lang)


def _rule(page: Page, audit: Audit, group: list[Finding], lang: str, *, brief: bool = False) -> None:
    rule = group[0].rule
    severity = min((f.severity for f in group), key=SEVERITIES.index)
    page.blank()
    start = page.paint(rule.code, severity)
    page.raw(f"{start}  {page.paint(rule.title.get(lang), 'bold')} ({t.SEVERITY[severity].get(lang)})")
    label = t.IS_IT_SO if brief else t.FINDING  # what is open is asked, not said
    for finding in group:
        page.labelled(label.get(lang), f"{words.message(finding, lang)} [{words.sure(finding, lang)}]")
        told = words.places(finding.sources, lang)
        if told:
            page.labelled(t.SOURCE.get(lang), told)
        proof = words.evidence(finding, lang)
        if proof and not brief:
            page.labelled(t.EVIDENCE.get(lang), "; ".join(proof))
        for sentence in hinges(audit, finding, lang):
            page.labelled(t.HINGES.get(lang), sentence)
    if not brief:
        page.labelled(t.JUDGEMENT.get(lang), rule.definition.get(lang))
        page.labelled(t.HARM.get(lang), rule.harm.get(lang))
        page.labelled(t.RECOMMENDATION.get(lang), rule.repair.get(lang))


def _accepted(page: Page, audit: Audit, lang: str) -> None:
    waived = [f for f in audit.waived if not words.frozen(f)]
    if waived:
        page.heading(t.ACCEPTED.get(lang).upper())
        for finding in waived:
            page.labelled(finding.code, f"{words.message(finding, lang)} [{finding.waived}]")
    if audit.notices:
        page.heading(t.NOTICES.get(lang).upper())
        for notice in audit.notices:
            page.paragraph(f"- {notice.text.get(lang)}", hang=2)
