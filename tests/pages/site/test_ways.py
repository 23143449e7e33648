"""Ways that are denied, unclear, left for later or told only as a whole are told in sentences, and none is lost."""

from __future__ import annotations

import re

import pytest
from tests.pages.site.reading import site_of, text_of

from remit.model.kinds.route import RELATIONS
from remit.views import texts as v
from remit.views.pages.site import texts as t

MODEL = """\
remit: 1
model: {id: m, title: M, as_of: 2024-01-01}
sources: {doc: {title: D}, two: {title: T}}
topics: {care: {name: vård}}
levels: [near, far]
sets: {nears: {name: de nära, of: group, where: {level: near}}}
groups:
  a: {name: A, level: near, escalates_to: [{to: x, value: none, source: doc}, {to: y, value: unclear}],
    informs: {value: none, source: doc}}
  b: {name: B, level: near, escalates_to: {value: deferred, source: two}}
  c: {name: C, level: near, recommends_to: unclear}
  d: {name: D, level: far, modality: may,
    remit: {topics: [care], powers: [{to: decide, value: none}, {to: recommend, value: unclear}]}}
  e: {name: E, level: far, escalates_to: {values: [{value: [x], source: doc}, {value: none, source: two}]}}
  x: {name: X, level: far}
  y: {name: Y, level: far}
facts:
  - [nears, escalates_to, yes, d, some, author, doc]
  - [nears, prepares_for, none, "", most, author, doc]
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return site_of(tmp_path_factory.mktemp("ways"), MODEL)


def ways(html: str, heading: str, lang: str) -> list[str]:
    """The ways of a page under a heading."""
    part = html[html.index('<section id="ways"') :].partition("</section>")[0]
    part = part.partition(heading)[2].partition("<h3>")[0]
    return [text_of(f"<main>{one}</main>", lang) for one in re.findall(r"<li>(.*?)</li>", part, re.DOTALL)]


@pytest.mark.parametrize(
    ("group", "told"),
    [
        ("a", "lyfter inte till X belagt [doc]"),
        ("a", "oklart: lyfter till Y belagt"),
        ("a", "informerar: finns inte belagt [doc]"),
        ("b", "lyfter till: lämnat att bestämma senare belagt [two]"),
        ("b", "lyfter till D kan finnas (sägs om de nära, i vissa fall) öppet [doc]"),
        ("c", "rekommenderar: oklart: det sägs vara oklart belagt"),
        (
            "c",
            "bereder åt: kanske: finns inte (sägs om de nära, till större delen; om det gäller just här framgår inte)",
        ),
    ],
)
def test_what_leads_out_is_told_in_sentences(pages: dict[str, str], group: str, told: str) -> None:
    assert any(one.startswith(told) for one in ways(pages[f"groups/{group}.html"], "Härifrån leder", "sv"))


def test_in_english_too_and_from_where_it_leads(pages: dict[str, str]) -> None:
    assert "does not escalate to X established [doc]" in ways(pages["groups/a.html"], "Leads from here", "en")
    assert ways(pages["groups/x.html"], "Leads here", "en")[0] == "A does not escalate matters here established [doc]"
    assert ways(pages["groups/x.html"], "Hit leder", "sv")[0] == "A lyfter inte ärenden hit belagt [doc]"
    assert "unclear: A escalates matters here established" in ways(pages["groups/y.html"], "Leads here", "en")


def test_ways_that_sources_disagree_on_are_told_with_both(pages: dict[str, str]) -> None:
    shown = text_of(pages["groups/e.html"])
    assert "lyfter till: uppgifterna säger olika: X belagt [doc] finns inte belagt [two]" in shown


def test_a_limit_is_told_once(pages: dict[str, str]) -> None:
    for lang, twice in (("sv", "(får eller kan) (får eller kan)"), ("en", "(may) (may)")):
        for path, html in pages.items():
            assert twice not in text_of(html, lang), path
    assert "Frågor vård (får eller kan)" in text_of(pages["groups/d.html"])


def test_powers_that_are_denied_or_unclear_are_told_so(pages: dict[str, str]) -> None:
    assert "oklart: rekommendera" in text_of(pages["groups/d.html"])
    assert "not: decide" in text_of(pages["groups/d.html"], "en")


def test_every_relation_has_its_denial() -> None:
    assert set(RELATIONS) <= set(t.NOT_RELATIONS)
    assert set(t.RELATIONS_HERE) == set(t.NOT_RELATIONS_HERE)
    for relation, told in t.NOT_RELATIONS.items():
        assert told != v.RELATIONS[relation]
