"""The findings, by area and rule: first the conclusions, then the open questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from remit.model.facts import Degree
from remit.model.text import LANGUAGES, Text
from remit.queries.finding import Finding, Subject
from remit.views import texts as v
from remit.views import words
from remit.views.pages.site import texts as t
from remit.views.pages.site.facts import Facts
from remit.views.pages.site.frame import FINDINGS, Page, Site, clean

MOST_NAMED = 40
"""How many of a set's members stand by name under a finding."""


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The page of findings, where they are not left out."""
    audit = site.audit
    if audit is None:
        return
    sure, left_open = words.parted(audit)
    parts = [
        ("sure", v.FINDINGS, None, _areas(sure)),
        ("open", v.OPEN_QUESTIONS, v.OPEN_MEANS, _areas(left_open)),
    ]
    values = {
        "facts": facts,
        "parts": parts,
        "counts": (len(sure), len(left_open)),
        "about": about,
        "evidence": lambda finding: _both(lambda lang: words.evidence(finding, lang)),
        "reach": lambda finding: Text(*(words.reach(finding.reach, lang) for lang in LANGUAGES)),
    }
    yield Page(FINDINGS, t.FINDINGS, "site/findings.html", values)


def _areas(found: Sequence[Finding]) -> list[tuple[Text, list[list[Finding]]]]:
    rules = words.by_rule(found)
    return [(v.area(code), list(group)) for code, group in groupby(rules, key=lambda rule: rule[0].code[:3])]


def about(finding: Finding) -> list[str]:
    """The ids of those that a finding is about, and of those related, each once."""
    subjects: list[Subject] = [finding.subject, *finding.related]
    return list(dict.fromkeys(one for subject in subjects for one in subject.ids()))[:MOST_NAMED]


def _both(say: Callable[[str], list[str]]) -> list[Text]:
    sv, en = (say(lang) for lang in LANGUAGES)
    return [clean(Text(*pair)) for pair in zip(sv, en, strict=True)]


def count(site: Site) -> dict[Degree, int]:
    """How many findings there are of each certainty."""
    found = site.audit.findings if site.audit else ()
    return {degree: sum(one.certainty == degree for one in found) for degree in words.DEGREES}
