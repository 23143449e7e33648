"""What a reviewer reads: the words, the order, the headings; and that names in it can do no harm."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import jsonschema
import pytest
from markdown_it import MarkdownIt

from remit.graph.loop import loops
from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import load as load_model
from remit.model.files import loads, resolve, shipped
from remit.model.text import Text
from remit.queries.catalogue import catalogue
from remit.queries.engine import audit
from remit.queries.finding import Audit
from remit.queries.waivers import Accepted, Waiver
from remit.views import loops_markdown, loops_text, report_json, report_markdown, report_text, rule_text
from remit.views.harmless import json_text, markdown, plain

SMALL = """\
remit: 1
model: {id: small, title: {sv: Litet exempel, en: Small example}, as_of: 2020-01-01}
sources: {report: {title: {sv: Rapporten, en: The report}}}
levels: [near, far]
principals:
  region: {name: Regionen, kind: region}
  ask: {name: Asks kommun, kind: municipality}
topics: {health: {name: {sv: hälsa, en: health}}}
sets: {local: {name: {sv: de lokala grupperna, en: the local groups}, of: group, where: {level: near}}}
groups:
  defaults: {source: report#Grupper/2}
  council: {name: {sv: Rådet, en: The council}, level: far, assignment: none, seats: [region, ask]}
  team: {name: Ödlan, level: near, assignment: {value: none, basis: interviewees}, seats: [ask]}
  circle: {name: Älgen, level: near, assignment: unknown, seats: [ask]}
  ring: {name: Ålen, level: near, assignment: unknown, seats: [ask]}
facts:
  - [local, assignment, none, "", most, author, "report#Tankar/1"]
"""


RULES = {code: rule for code, (rule, _) in catalogue().items()}
HOSTILE = [
    "\x1b[31mröd\x1b[0m",
    "\u202etfel\u202c",
    "a\x00b\x07c",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[länk](javascript:alert(1))",
    "![bild](http://example.org/x.png)",
    "http://example.org/",
    "www.example.org",
    "a@example.org",
    "*fet* _kursiv_ `kod` ~~struken~~",
    "| cell | cell |",
    "# rubrik",
    "1. punkt",
    "- punkt",
    "&lt;b&gt; &#60;",
    "rad\nny rad\n# rubrik",
    "\\<b>",
    "zero\u200bwidth\ufeff",
    "{subject} {0} %s",
    "C1\x9b31m",
]
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def audited(text: str, *codes: str, certainty: Degree = Degree.OPEN, accepted: Accepted | None = None) -> Audit:
    return audit(Org(loads(text)), select=codes or ("MAN102",), certainty=certainty, accepted=accepted)


@pytest.fixture
def small() -> Audit:
    return audited(SMALL)


@pytest.fixture
def accepted() -> Audit:
    return audited(SMALL, accepted=Accepted((Waiver("MAN102", "council", "beslutas i mars", "styrelsen"),)))


def hostile(name: str) -> Audit:
    """The small audit with a name that the loader might let through."""
    found = audited(SMALL.replace("Ödlan", "PLACE"))

    def put(value: Text) -> Text:
        return Text(value.sv.replace("PLACE", name), value.en.replace("PLACE", name))

    found.title = put(Text("PLACE", "PLACE"))
    found.findings = [
        replace(f, message=put(f.message), subject=f.subject._replace(name=put(f.subject.name))) for f in found.findings
    ]
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_acts_neither_on_a_terminal_nor_in_json(name: str) -> None:
    result = hostile(name)
    assert not ACTING.search(report_text.render(result))
    written = report_json.render(result)
    assert not ACTING.search(written)
    assert json.loads(written)["model"]["title"] == result.title.sv


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_plain_text_in_markdown(name: str) -> None:
    text = report_markdown.render(hostile(name), rules=RULES)
    assert not ACTING.search(text)
    plain_page = report_markdown.render(hostile("NAMN"), rules=RULES)

    def shape(source: str) -> list[tuple[str, list[str]]]:
        parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
        return [(token.type, [c.type for c in token.children or []]) for token in parser.parse(source)]

    assert shape(text) == shape(plain_page)


def test_bare_addresses_are_no_links_in_github_markdown() -> None:
    for name in ("http://example.org/", "www.example.org", "a@example.org", "https://x.se"):
        assert not re.search(r"https?://|(?<!\\)@|www\.", markdown(name))


def test_what_is_harmless_stays_as_it_is() -> None:
    for name in ("Åsele kommun", "HC–HSIH (lokalt)", "C & A", "1177 Vårdguiden", "a - b", "ÅÄÖ åäö é ü"):
        assert plain(name) == name
        assert markdown(name) == name


def test_acting_signs_in_json_are_written_as_escapes_that_give_them_back() -> None:
    text = "a\u202eb\x9bc\U000e0041"
    assert json.loads(json_text(json.dumps(text, ensure_ascii=False))) == text


def test_a_finding_is_told_in_the_words_of_reviewers(small: Audit) -> None:
    for text in (report_text.render(small), report_markdown.render(small, rules=RULES)):
        for word in ("Iakttagelse", "Bedömning", "Rekommendation", "Källa", "belagt", "uppgivet", "öppet"):
            assert word in text
        assert not re.search(r"\b(fel|varning|error|warning)\b", text, re.IGNORECASE)
        assert "Rapporten" in text
        assert "stycke 2" in text


def test_the_headings_of_the_markdown_report_are_fixed(small: Audit) -> None:
    wanted = {
        "sv": [
            "Sammanfattning",
            "Iakttagelser och bedömningar",
            "Rekommendationer",
            "Öppna frågor",
            "Bilaga: vad som granskades",
            "Källor",
        ],
        "en": [
            "Summary",
            "Findings and judgements",
            "Recommendations",
            "Open questions",
            "Appendix: what was looked at",
            "Sources",
        ],
    }
    for lang, headings in wanted.items():
        text = report_markdown.render(small, lang, rules=RULES)
        assert re.findall(r"^## (.*)$", text, re.MULTILINE) == headings


def test_what_is_open_is_asked_and_not_held_against_anybody(small: Audit) -> None:
    text = report_text.render(small)
    conclusions, _, questions = text.partition("ÖPPNA FRÅGOR")
    assert "Rådet" in conclusions
    assert "Älgen" not in conclusions
    assert "Älgen" in questions


def test_names_are_sorted_as_swedish_does(small: Audit) -> None:
    assert "Ålen och Älgen" in report_text.render(small)


def test_what_is_said_of_a_set_to_an_extent_is_not_held_against_its_members(small: Audit) -> None:
    text = " ".join(report_text.render(small).split())
    assert "de lokala grupperna (till större delen). [belagt; sagt om mängden som helhet" in text


def test_the_report_is_as_wide_as_it_is_told_and_not_wider(small: Audit) -> None:
    for width in (60, 80, 100):
        lines = report_text.render(small, width=width).splitlines()
        assert max(len(line) for line in lines) <= width


def test_accepted_findings_are_shown_with_their_reason(accepted: Audit) -> None:
    for text in (report_text.render(accepted), report_markdown.render(accepted, rules=RULES)):
        assert "beslutas i mars (styrelsen)" in text


def test_a_rule_is_judged_once_however_many_findings_it_has(small: Audit) -> None:
    text = report_text.render(small)
    assert text.count("Bedömning") == 1
    assert text.count("  Iakttagelse ") == sum(f.certainty > Degree.OPEN for f in small.findings)


def test_what_is_open_is_asked_and_not_said(small: Audit) -> None:
    asked = sum(f.certainty == Degree.OPEN for f in small.findings)
    assert asked
    assert report_text.render(small).count("  Stämmer det? ") == asked
    assert report_markdown.render(small, "en", rules=RULES).count("Is it so? ") == asked


def test_a_report_in_english_holds_no_swedish(small: Audit) -> None:
    text = report_text.render(small, "en") + report_markdown.render(small, "en", rules=RULES)
    for word in ("Iakttagelse", "Granskning", "belagt", "Källa", "stycke", "grupper"):
        assert word not in text


def test_the_json_meets_its_schema(small: Audit, accepted: Audit) -> None:
    schema = report_json.audit_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator(schema)
    for result in (small, accepted):
        checker.validate(json.loads(report_json.render(result)))
    broken = json.loads(report_json.render(small))
    broken["findings"][0]["certainty"] = "sure"
    assert not checker.is_valid(broken)


@pytest.mark.parametrize("name", shipped() or ["none"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_shipped_model_is_reported_in_every_form(name: str, lang: str) -> None:
    org = Org(load_model(resolve(name)))
    result = audit(org, certainty=Degree.OPEN)
    jsonschema.Draft202012Validator(report_json.audit_schema()).validate(json.loads(report_json.render(result, lang)))
    text = report_text.render(result, lang)
    assert max(len(line) for line in text.splitlines()) <= 100
    kept = report_markdown.render(result, lang, rules=RULES)
    for code in {f.code for f in result.findings}:
        assert code in text
        assert code in kept
    matrix = loops(org)
    assert max(len(line) for line in loops_text.render(matrix, lang).splitlines()) <= 100
    assert loops_markdown.render(matrix, lang).startswith("# ")


def test_every_rule_is_explained_in_both_languages() -> None:
    from remit.queries.cases import cases_of

    assert len(RULES) > 0
    for code, rule in RULES.items():
        cases = cases_of(f"{code}_{rule.name.replace('-', '_')}")
        for lang in ("sv", "en"):
            text = " ".join(rule_text.render(rule, cases, lang).split())
            for part in (rule.title, rule.definition, rule.rationale, rule.harm, rule.repair, rule.origin):
                assert " ".join(plain(part.get(lang)).split()) in text
            found = rule_text.to_dict(rule, lang, cases)
            assert found["example_found"]
            assert found["example_clean"]


def test_the_appendix_counts_nobody_whom_only_a_statement_about_a_set_speaks_of(small: Audit) -> None:
    row = next(line for line in report_markdown.render(small, rules=RULES).splitlines() if line.startswith("| MAN102"))
    assert [cell.strip() for cell in row.strip("|").split("|")] == [
        "MAN102",
        RULES["MAN102"].title.sv,
        f"4 {RULES['MAN102'].looked_at.sv}",
        "3",
        "2 av 4, en mängd som helhet",
        "1",
    ]


def test_the_underlying_facts_are_told_in_the_language_of_the_reader() -> None:
    found = audit(Org(load_model(resolve("vasterbotten-2017"))))
    told = {lang: " ".join(report_text.render(found, lang).split()) for lang in ("sv", "en")}
    assert "gemensamma frågor 10 av 10, gräns 0,5" in told["sv"]
    assert "common topics 10 of 10, limit 0.5" in told["en"]
    assert "antal år som ordförande 1" in told["sv"]
    assert not re.findall(r"\b(?:limit|no tie|deferred|less)\b", told["sv"])
