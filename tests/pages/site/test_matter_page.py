"""The page "where does my matter go?" in a real browser, as somebody at the front line meets it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from remit.api import Organisation, load
from remit.views.pages.site import Site, matter

Open = Callable[..., Any]
UMEA = "#from=umea&topic=barns-psykiska-halsa"


def html_of(organisation: Organisation, lang: str = "sv", *, persons: bool = True, most: int = 16_000) -> str:
    site = Site(organisation.org, None, lang=lang, persons=persons)
    site.paths.update({"index.html", matter.PATH, *site.addresses.values()})
    return site.render(matter.page(site, most))


@pytest.fixture(scope="module")
def county() -> str:
    return html_of(load("vasterbotten-2017"))


@pytest.fixture(scope="module")
def made_up() -> str:
    return html_of(load("made-up-forms-of-cooperation"))


def answer(opened: Any) -> str:
    return " ".join(opened.page.inner_text(".matter-answer").split())


def test_the_same_model_gives_the_same_bytes(county: str) -> None:
    assert html_of(load("vasterbotten-2017")) == county


def test_a_link_shows_its_answer_and_nothing_is_asked_for(open_page: Open, county: str) -> None:
    opened = open_page(county, fragment=UMEA)
    text = answer(opened)
    assert text.startswith("Barns och ungdomars psykiska hälsa")
    assert "Frågan stannar på vägen" in text
    assert "Frågan tas upp i SÖK, barn och unga. Sedan tar det stopp: det finns ingen väg upp" in text
    assert "Nej. Det finns ingen väg upp till nivån för AC Konsensus. uppgivet av intervjuade Här stannar" in text
    assert "En väg från SÖK, barn och unga till AC Konsensus. Den som kan ordna det: Umeå." in text
    assert "Det är inte känt vem som beslutar." in text
    assert "Det går inte att säga: hur ofta grupperna på vägen möts är inte känt." in text
    assert "Börja hos din närmaste chef" in text
    assert (opened.requests, opened.console) == ([], [])


def test_names_lead_to_their_pages(open_page: Open, county: str) -> None:
    opened = open_page(county, fragment=UMEA)
    links = opened.page.eval_on_selector_all(".matter-answer a", "all => all.map(one => one.getAttribute('href'))")
    assert "groups/sok-barn-unga.html" in links
    opened.page.click("#language")
    links = opened.page.eval_on_selector_all(".matter-answer a", "all => all.map(one => one.getAttribute('href'))")
    assert "groups/sok-barn-unga.html?lang=en" in links


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("rorelse", ["5 huvudmän beslutar, var och en för sig", "Det behövs 5 beslut.", "kan ensam stoppa frågan"]),
        ("syn", ["Gemensamma hjälpmedelsnämnden beslutar för", "en gemensam nämnd", "Det räcker med ett beslut."]),
        ("horsel", ["Hjälpmedelsförbundet Mellanmark beslutar för", "ett kommunalförbund", "bara tillsammans"]),
        ("kommunikation", ["tagit över uppgiften: Region Mellanmark", "Region Mellanmark kan stoppa frågan."]),
    ],
)
def test_who_decides_and_who_can_stop_it(open_page: Open, made_up: str, topic: str, said: list[str]) -> None:
    text = answer(open_page(made_up, fragment=f"#from=stenby&topic={topic}"))
    for one in said:
        assert one in text
    assert "Frågan kommer hela vägen fram" in text
    assert "Räkna med i snitt 30 dagar" in text
    assert "möts 6 gånger om året" in text


def test_somebody_who_only_has_a_keyboard_gets_an_answer(open_page: Open, county: str) -> None:
    opened = open_page(county)
    press, typed = opened.page.keyboard.press, opened.page.keyboard.type

    def focused() -> str:
        return opened.page.evaluate("document.activeElement.id || document.activeElement.className")

    def until(there: str) -> None:
        for _ in range(60):
            press("Tab")
            if focused() == there:
                return
        pytest.fail(f"{there} is not reached")

    assert "Svaret visas här" in answer(opened)
    until("matter-employer")
    typed("Umeå")
    assert "Välj också vad det gäller." in answer(opened)
    until("matter-closer")
    typed("hälso")
    until("matter-find")
    typed("psyk häl")
    assert opened.page.inner_text(".matter-count") == "1 av 22 frågor visas"
    assert opened.page.inner_text(".matter-topics").split("\n")[-1] == "barns och ungdomars psykiska hälsa"
    press("Tab")
    press("Space")
    text = answer(opened)
    assert "Du har valt hälso- och sjukvård i hemmet (HSIH), Umeå." in text
    assert "Frågan stannar på vägen" in text
    assert opened.page.evaluate("location.hash") == "#from=hsih&in=umea&topic=barns-psykiska-halsa"
    assert opened.page.inner_text("[role=status].unseen") == "Svar: Frågan stannar på vägen"


def test_what_is_chosen_stands_in_the_address_and_comes_back_from_it(open_page: Open, county: str) -> None:
    opened = open_page(county)
    opened.page.select_option("#matter-employer", label="Västerbottens läns landsting")
    opened.page.select_option("#matter-closer", label="hälsocentralerna (primärvården)")
    opened.page.select_option("#matter-place", label="Lycksele")
    opened.page.check("input[name=topic] >> nth=3")
    address = opened.page.evaluate("location.hash")
    assert address.startswith("#from=halsocentraler&in=lycksele&topic=")
    again = open_page(county, fragment=address)
    assert answer(again) == answer(opened)
    assert "Det gäller Lycksele." in answer(again)
    chosen = [again.page.eval_on_selector(f"#matter-{one}", "one => one.value") for one in ("closer", "place")]
    assert chosen == [opened.page.eval_on_selector(f"#matter-{one}", "one => one.value") for one in ("closer", "place")]


def test_a_member_begins_in_the_group(open_page: Open, county: str) -> None:
    text = answer(open_page(county, fragment="#from=sok-barn-unga&in=umea&topic=barns-psykiska-halsa"))
    assert "Du sitter i SÖK, barn och unga, för Umeå." in text
    assert "Ta upp det vid nästa möte i SÖK, barn och unga." in text


@pytest.mark.parametrize(
    "address", ["#from=nowhere&topic=barns-psykiska-halsa", "#from=umea&topic=x", "#from=hsih&topic=%"]
)
def test_a_link_to_what_is_not_there_is_told(open_page: Open, county: str, address: str) -> None:
    opened = open_page(county, fragment=address)
    assert "Länken pekar på något som inte finns" in answer(opened)
    assert opened.console == []


def test_the_language_is_switched_and_the_answer_stays(open_page: Open, county: str) -> None:
    opened = open_page(county, fragment=UMEA)
    opened.page.click("#language")
    text = answer(opened)
    assert "The matter stops on the way" in text
    assert "Frågan" not in text
    assert opened.page.inner_text("#matter-closer option >> nth=0") == "Umeå as a whole"
    assert opened.page.evaluate("location.hash") == UMEA


def test_the_answer_can_be_mailed_with_its_link(open_page: Open, county: str) -> None:
    opened = open_page(county, fragment=UMEA)
    opened.page.focus("a[href^=mailto]")
    link = opened.page.evaluate("decodeURIComponent(document.querySelector('a[href^=mailto]').href)")
    assert "subject=Vart tar ärendet vägen: barns och ungdomars psykiska hälsa" in link
    assert "Frågan stannar på vägen" in link
    assert link.endswith(UMEA)


def test_a_proposal_is_told_as_one(open_page: Open) -> None:
    html = html_of(load("vasterbotten-2019"))
    text = answer(open_page(html, fragment=UMEA))
    assert "Enligt förslaget kommer frågan hela vägen fram" in text
    assert "inte hur det är i dag" in text


def test_without_scripts_a_list_of_all_answers_stands_there(browser: Any, county: str, tmp_path: Path) -> None:
    path = tmp_path / "matter.html"
    path.write_text(county, encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert "Utan skript i webbläsaren kan du inte välja ovan" in page.inner_text("main")
    page.click("#brief summary")
    told = " ".join(page.inner_text("#brief").split())
    context.close()
    begin = told.index("barns och ungdomars psykiska hälsa")
    of_topic = told[begin : begin + 1200]
    assert "Frågan stannar på vägen. Det tar stopp: det finns ingen väg upp till nivån" in of_topic
    assert "Umeå" in of_topic


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_axe_objects_to_nothing(open_page: Open, made_up: str, lang: str, dark: bool, width: int) -> None:
    html = made_up if lang == "sv" else html_of(load("made-up-forms-of-cooperation"), "en")
    opened = open_page(html, fragment="#from=stenby&topic=syn", dark=dark, width=width)
    opened.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert opened.violations() == []


@pytest.mark.parametrize("dark", [False, True])
def test_axe_objects_to_nothing_where_it_stops_or_is_unclear(open_page: Open, county: str, dark: bool) -> None:
    opened = open_page(county, fragment=UMEA, dark=dark)
    assert opened.violations() == []
    opened.page.goto(opened.page.url.split("#")[0] + "#from=asele&topic=aldre")
    assert opened.violations() == []


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
def test_nothing_is_wider_than_the_screen(open_page: Open, county: str, width: int, height: int) -> None:
    opened = open_page(county, fragment=UMEA, width=width, height=height)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    # who follows a link on a telephone sees the answer, not the choices above it
    top = opened.page.eval_on_selector(".matter-answer", "one => one.getBoundingClientRect().top")
    assert top < height / 2


def test_what_is_printed_is_the_answer(open_page: Open, county: str) -> None:
    opened = open_page(county, fragment=UMEA)
    opened.page.emulate_media(media="print")
    assert opened.page.is_visible(".matter-verdict")
    assert not opened.page.is_visible(".matter-choose")
    assert not opened.page.is_visible("text=Mejla svaret")


def test_names_that_look_like_code_are_shown_as_text(open_page: Open, tmp_path: Path) -> None:
    hostile = "</script><script>document.title='no'</script><b>{principal}\"'&" + chr(0x202E) + "x" * 300
    document = {
        "remit": 1,
        "model": {"id": "m", "title": "M", "as_of": "2026-01-01", "represents": "current"},
        "topics": {"t": {"name": f"{hostile} t"}},
        "principals": {"a": {"name": f"{hostile} a"}, "b": {"name": f"{hostile} b"}},
        "units": {"u": {"name": f"{hostile} u", "principal": "a", "kind": "front_line"}},
        "groups": {
            "g": {
                "name": f"{hostile} g",
                "territory": ["a", "b"],
                "remit": {"topics": ["t"]},
                "convener": hostile,
                "seats": [{"principal": "a"}],
                "meetings_per_year": 4,
            }
        },
    }
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    opened = open_page(html_of(load(path)), fragment="#from=u&in=a&topic=t", width=390)
    text = answer(opened)
    assert opened.page.title().startswith("Vart tar mitt ärende vägen?")
    assert "<b>{principal}" in text
    assert chr(0x202E) not in opened.page.inner_text("body")
    assert opened.console == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_model_without_topics_says_that_there_is_nothing_to_show(open_page: Open, tmp_path: Path) -> None:
    head = {"id": "m", "title": "M", "as_of": "2026-01-01", "represents": "current"}
    path = tmp_path / "empty.json"
    path.write_text(json.dumps({"remit": 1, "model": head, "principals": {"a": {"name": "A"}}}), encoding="utf-8")
    opened = open_page(html_of(load(path)))
    assert "finns inget att visa här" in opened.page.inner_text("main")
    assert opened.console == []


def test_persons_are_named_only_where_they_may_be(open_page: Open) -> None:
    organisation = load("skane-2019")
    fragment = "#from=centralt-samverkansorgan&in=malmo&topic=sip"
    named = [organisation.org.name(one.id).sv for one in organisation.org.things("person")]
    assert named
    with_names, without = html_of(organisation), html_of(organisation, persons=False)
    assert not [one for one in named if one in without]
    assert [one for one in named if one in with_names]
    assert [one for one in named if one in answer(open_page(with_names, fragment=fragment))]
