"""The catalogue and one rule in full, as text and as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from remit.model.text import Text
from remit.queries.cases import Case
from remit.queries.rule import Rule
from remit.views import texts as t
from remit.views.harmless import plain
from remit.views.layout import Page


def render_list(
    rules: Sequence[Rule], lang: str, *, words: Sequence[str] = (), width: int = 100, colour: bool = False
) -> str:
    """Every rule on a line, by area; ``words``: those that were looked for."""
    page = Page(width, colour)
    if not rules:
        page.paragraph(t.fill(t.NO_RULE, lang, words=", ".join(plain(word) for word in words)))
        return page.text()
    area: Text | None = None
    for rule in sorted(rules, key=lambda rule: (t.area_place(rule.code), rule.code)):
        if t.area(rule.code) != area:
            area = t.area(rule.code)
            page.heading(area.get(lang).upper())
        severity = t.SEVERITY[rule.severity].get(lang)
        page.labelled(rule.code, f"{rule.title.get(lang)} ({severity})", style=rule.severity)
    page.blank()
    page.paragraph(t.fill(t.RULES_COUNT, lang, n=len(rules)))
    return page.text()


def example(cases: Sequence[Case], *, found: bool) -> Case | None:
    """The first case with a finding, or the first without."""
    return next((case for case in cases if bool(case.rows) == found), None)


def render(rule: Rule, cases: Sequence[Case], lang: str, *, width: int = 100, colour: bool = False) -> str:
    """One rule in full, with its first case that finds something and its first that is fine."""
    page = Page(width, colour)
    page.heading(f"{rule.code} {rule.title.get(lang)}", underline="=")
    page.paragraph(f"{rule.name}, {t.SEVERITY[rule.severity].get(lang)} ({rule.severity})")
    for label, text in (
        (t.DEFINITION, rule.definition),
        (t.RATIONALE, rule.rationale),
        (t.HARM_CITIZEN, rule.harm),
        (t.REPAIR, rule.repair),
    ):
        page.heading(label.get(lang))
        page.paragraph(text.get(lang), 2)
    page.heading(t.CONDITIONS.get(lang))
    for condition in rule.conditions:
        page.paragraph(f"- {condition.text.get(lang)} ({t.MARK[condition.mark].get(lang)})", 2, 2)
    page.heading(t.SETTINGS.get(lang))
    for setting in rule.settings:
        default = t.fill(t.DEFAULT, lang, value=f"{setting.default:g}")
        page.paragraph(f"- {setting.name} ({default}): {setting.text.get(lang)}. {setting.reason.get(lang)}", 2, 2)
    if not rule.settings:
        page.paragraph(t.NO_SETTINGS.get(lang), 2)
    page.heading(t.ORIGIN.get(lang))
    page.paragraph(rule.origin.get(lang), 2)
    for label, found in ((t.EXAMPLE_FOUND, True), (t.EXAMPLE_CLEAN, False)):
        case = example(cases, found=found)
        if case is not None:
            page.heading(f"{label.get(lang)}: {case.title}")
            for line in case.text.rstrip("\n").split("\n"):
                page.raw("    " + " " * (len(line) - len(line.lstrip(" "))) + plain(line))
    return page.text()


def to_dict(rule: Rule, lang: str, cases: Sequence[Case] | None = None) -> dict[str, Any]:
    """One rule as data; with its examples where cases are given."""
    found: dict[str, Any] = {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "title": rule.title.get(lang),
        "definition": rule.definition.get(lang),
        "rationale": rule.rationale.get(lang),
        "harm": rule.harm.get(lang),
        "repair": rule.repair.get(lang),
        "conditions": [{"mark": c.mark, "text": c.text.get(lang)} for c in rule.conditions],
        "settings": [
            {"name": s.name, "default": s.default, "text": s.text.get(lang), "reason": s.reason.get(lang)}
            for s in rule.settings
        ],
        "origin": rule.origin.get(lang),
    }
    if cases is not None:
        for key, wanted in (("example_found", True), ("example_clean", False)):
            case = example(cases, found=wanted)
            found[key] = {"name": case.name, "model": case.text} if case else None
        found["remit"] = 1
    return found
