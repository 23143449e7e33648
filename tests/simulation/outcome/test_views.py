"""A simulation as text and as a page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from tests.simulation.outcome.conftest import busy
from tests.simulation.outcome.counties import county

from remit.model.text import Text
from remit.simulation.outcome import Comparison, Estimate
from remit.simulation.parameters import load_parameters
from remit.views import simulation_text, simulation_texts
from remit.views import simulation_words as w
from remit.views.pages import simulation as page
from remit.views.pages.simulation_pictures import bar, flow_row, scale_of


def test_every_text_is_in_both_languages() -> None:
    found = {name: one for name, one in vars(simulation_texts).items() if isinstance(one, Text)}
    assert len(found) > 60
    for name, one in found.items():
        assert one.sv.strip(), name
        assert one.en.strip(), name
        assert sorted(re.findall(r"\{(\w+)\}", one.sv)) == sorted(re.findall(r"\{(\w+)\}", one.en)), name


def test_figures_follow_the_custom_of_each_language() -> None:
    assert w.number(12345.678, 1) == ("12\u00a0345,7", "12,345.7")
    assert w.figure(0.764, "share") == ("76\u00a0%", "76%")
    assert w.figure(0.0164, "share") == ("1,6\u00a0%", "1.6%")
    assert w.signed(-0.12, "share") == ("\u221212,0", "\u221212.0")
    assert w.signed(3.0, "days") == ("+3,0", "+3.0")
    assert w.number(-0.001) == ("0", "0")
    assert w.number(float("nan")) == ("–", "–")
    assert w.of_hundred(0.004) == ("under 1", "under 1")
    assert w.length(900) == ("2,5 år", "2.5 years")


def test_an_interval_of_a_share_is_shown_within_what_is_possible() -> None:
    assert w.span(Estimate(0.9, 0.7, 1.08, 5), "share").en == "70% to 100%"
    assert w.span(Estimate(0.0, 0.0, 0.0, 5), "share") == ("", "")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_text_gives_the_answer_first_and_the_assumptions_last(compared: Comparison, lang: str) -> None:
    text = simulation_text.render(compared, lang)
    heads = [getattr(simulation_texts, name).get(lang) for name in ("ANSWER", "MEASURES", "TORNADO", "ASSUMED")]
    places = [text.index(f"\n{head}\n") for head in heads]
    assert places == sorted(places)
    assert text == simulation_text.render(compared, lang)
    other = {"sv": "matters", "en": "ärenden"}[lang]
    assert other not in text


def test_json_is_the_same_bytes_and_holds_every_structure(compared: Comparison) -> None:
    text = simulation_text.render_json(compared, "en")
    assert text == simulation_text.render_json(compared, "en")
    told = json.loads(text)
    assert told["remit"] == 1
    assert told["tornado"]["assumptions"][0]["parameter"]


def test_structures_of_one_title_are_told_apart_by_number(compared: Comparison) -> None:
    twice = Comparison((compared.first, compared.first))
    assert [name.sv for name in w.names(twice)] == ["Länet before (1)", "Länet before (2)"]
    assert [name.sv for name in w.names(compared)] == ["Länet before", "Länet after", "Länet third"]


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_page_is_the_same_bytes_and_names_nothing_outside(compared: Comparison) -> None:
    html = page.render(compared)
    assert html == page.render(compared)
    seen = Seen()
    seen.feed(html)
    assert not [(tag, attrs) for tag, attrs in seen.tags if {"src", "style", "onclick"} & attrs.keys()]
    assert all(str(attrs["href"]).startswith("#") for _, attrs in seen.tags if "href" in attrs)
    assert "default-src &#39;none&#39;" in html


def test_a_name_that_would_be_markup_is_text(compared: Comparison) -> None:
    from dataclasses import replace

    evil = "</script><img src=x onerror=alert(1)>"
    names = {id_: Text(evil, evil) for id_ in compared.first.names}
    html = page.render(Comparison((replace(compared.first, title=Text(evil, evil), names=names),)))
    assert "<img" not in html
    assert "&lt;img" in html


def test_a_band_is_as_wide_as_the_share_that_comes_and_branches_where_some_stop() -> None:
    whole, half = flow_row(1.0, 0.0, 0.0), flow_row(1.0, 0.5, 0.1)
    assert 'd="M0 0H66.00' in whole or "C66.00 40" in whole
    assert "gone" not in whole
    assert 'class="gone" d="M33.00 0H66.00' in half
    assert 'class="stay" d="M26.40 0H33.00' in half


def test_a_scale_is_round_and_holds_zero_and_every_value() -> None:
    for values in ([-135.0, -20.0], [3.0, 871.0], [0.011, 0.04], [0.0, 0.0]):
        low, high = scale_of(values)
        assert low <= min(*values, 0.0)
        assert high >= max(*values, 0.0)
        assert low < high
    assert 'x="25.00"' in bar(-50.0, 0.0, 50.0, (-100.0, 100.0))


def test_one_structure_alone_has_a_page_and_a_text_without_differences() -> None:
    from remit.simulation.outcome import compare

    one = compare([county()], replications=2, years=4, engine="plain")
    html, text = page.render(one), simulation_text.render(one, "en")
    assert "Länet before" in html
    assert simulation_texts.DIFFERENCE_HEAD.en not in text


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_where_no_matter_was_raised_nothing_is_said_of_how_many_arrive(lang: str) -> None:
    from remit.simulation.outcome import compare

    rare = load_parameters().with_(matters_per_year=1e-6)
    one = compare([county()], replications=2, years=4, engine="plain", parameters=rare)
    (told,) = w.answer(one)
    assert told.get(lang) == simulation_texts.NONE_RAISED.get(lang).format(title=w.names(one)[0].get(lang))


def test_a_share_of_none_says_in_how_many_runs_and_that_it_proves_nothing() -> None:
    from remit.simulation.outcome import compare

    one = compare([county(sent=False)], replications=2, years=4, engine="plain", parameters=busy())
    assert one.first["arrived"].mean == 0
    assert "any of the 2 runs; that does not show that none can" in w.answer(one)[0].en


def test_a_difference_in_days_says_how_long_those_that_never_arrive_are_counted(compared: Comparison) -> None:
    assert compared.difference(2, "waited").verdict == "worse"
    told = [line for line in w.answer(compared) if "worse" in line.en]
    assert told
    assert "for at most 2.4 years" in told[0].en
    assert "i högst 2,4 år" in told[0].sv


def test_every_sentence_of_the_answer_says_that_it_holds_with_the_assumptions(compared: Comparison) -> None:
    told = w.answer(compared)
    verdicts = {compared.difference(number, "waited").verdict for number in (1, 2)}
    assert "worse" in verdicts
    assert len(told) == 7
    for line in told:
        assert line.en.startswith("With the assumptions below") or "cannot be told" in line.en
        assert line.sv.startswith("Med antagandena nedan") or "Det går inte att säga" in line.sv


def test_where_a_principal_is_in_one_structure_only_the_head_does_not_say_that_all_matters_are_the_same(
    compared: Comparison,
) -> None:
    from tests.simulation.outcome.counties import COUNTY

    from remit.graph.org import Org
    from remit.model.files import loads
    from remit.simulation.outcome import compare

    assert simulation_texts.SAME_LUCK in w.head(compared)
    text = COUNTY.format(id="after", back="none", meetings=4, sent="none")
    renamed = Org(
        loads(text.replace("principal: ask", "principal: asp").replace("ask:", "asp:").replace("ask,", "asp,"))
    )
    found = compare([county(), renamed], replications=1, years=2, engine="plain")
    told = simulation_texts.NOT_THE_SAME.en.format(principals="Asks kommun")
    assert told in [line.en for line in w.head(found)]
    assert simulation_texts.SAME_LUCK not in w.head(found)


@pytest.mark.parametrize(
    ("value", "told"), [(10865.2, "11\u00a0000"), (880.4, "880"), (47.3, "47"), (3.27, "3,3"), (0.0, "0")]
)
def test_an_answer_tells_figures_to_two_digits(value: float, told: str) -> None:
    from remit.views.simulation_words import about

    assert about(value).sv == told
