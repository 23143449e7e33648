"""The catalogue of rules as a page: groups, search, one rule in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from remit.queries.cases import Case
from remit.queries.rule import Rule
from remit.views import texts as t
from remit.views.pages.page import asset
from remit.views.pages.page import render as render_page
from remit.views.rule_text import example


def render(rules: Sequence[Rule], cases: Mapping[str, Sequence[Case]], lang: str = "sv") -> str:
    """The page; ``cases``: the reasoned cases of each rule, by code. The same rules give the same bytes."""
    ordered = sorted(rules, key=lambda rule: (t.area_place(rule.code), rule.code))
    areas = [
        (t.area(code), code, [_shown(rule, cases.get(rule.code, ())) for rule in group])
        for code, group in groupby(ordered, key=lambda rule: rule.code[:3])
    ]
    return render_page(
        "rules.html",
        lang,
        styles=[asset("page.css")],
        scripts=[asset("base.js"), asset("rules.js")],
        title=t.PAGE_RULES,
        areas=areas,
        t=t,
        number=len(ordered),
    )


def _shown(rule: Rule, cases: Sequence[Case]) -> dict[str, object]:
    return {
        "rule": rule,
        "severity": t.SEVERITY[rule.severity],
        "examples": [
            (label, case)
            for label, found in ((t.EXAMPLE_FOUND, True), (t.EXAMPLE_CLEAN, False))
            if (case := example(cases, found=found))
        ],
    }
