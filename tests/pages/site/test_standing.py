"""What has ended by its date, only may be, or stands otherwise than in force, is never shown as simply there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.pages.site.reading import site_of, text_of

MODEL = """\
remit: 1
model: {id: m, title: M, as_of: 2024-01-01}
sources: {doc: {title: D}}
principals: {a: {name: A, kind: municipality}}
agreements:
  deal: {name: Avtalet, parties: [a], valid_to: 2020-12-31}
  deal-now: {name: Nuavtalet, parties: [a], valid_to: 2024-12-31}
units: {u: {name: Enheten, principal: a, since: 2030-01-01}}
levels: {near: {name: nära}}
groups:
  now: {name: Nu, kind: political, seats: [{principal: a, modality: may}]}
  gone: {name: Borta, kind: political, until: 2019-12-31, seats: [a], escalates_to: [now]}
  said: {name: Sagd, until: 2019-12-31, status: {value: in_force, source: doc}}
  may: {name: Kanske, modality: may, kind: political}
  risk: {name: Risk, basis: risk}
  perhaps: {name: Osaker, status: {value: ended, modality: may, source: doc}}
  dim: {name: Oklar, kind: {value: officials, modality: may}, level: near, meetings_per_year: {value: 4, basis: risk},
    remit: {powers: [discuss, {to: decide, modality: may}]}, status: {value: unclear, source: doc}}
  over: {name: Slut, status: ended}
"""

STANDS = {
    "Nu": "",
    "Borta": "gällde till och med 2019-12-31",
    "Sagd": "gällde till och med 2019-12-31",
    "Kanske": "kan finnas",
    "Risk": "öppet om det finns",
    "Osaker": "kanske: har upphört",
    "Oklar": "öppet om i kraft",
    "Slut": "har upphört",
}
IDS = dict(zip(STANDS, ("now", "gone", "said", "may", "risk", "perhaps", "dim", "over"), strict=True))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return site_of(tmp_path_factory.mktemp("standing"), MODEL)


def items(html: str, tag: str) -> dict[str, str]:
    """By the name that a list item or row begins with: how it stands."""
    main = html[html.index("<main") :]
    found = {}
    for item in re.findall(rf"<{tag}(?: [^>]*)?>(.*?)</{tag}>", main, re.DOTALL):
        name = re.search(r"<a [^>]*>(.*?)</a>", item)
        if name:
            marked = re.search(r'<strong class="tag standing">(.*?)</strong>', item, re.DOTALL)
            found[text_of(f"<main>{name[1]}</main>")] = text_of(f"<main>{marked[1]}</main>") if marked else ""
    return found


@pytest.mark.parametrize(("page", "tag"), [("index.html", "li"), ("groups.html", "th"), ("a-o.html", "li")])
def test_lists_tell_how_each_group_stands(pages: dict[str, str], page: str, tag: str) -> None:
    found = items(pages[page], tag)
    assert {name: found[name] for name in STANDS} == STANDS


@pytest.mark.parametrize("folder", ["groups", "introductions"])
@pytest.mark.parametrize("name", STANDS)
def test_the_page_of_a_group_and_its_introduction_begin_with_it(pages: dict[str, str], folder: str, name: str) -> None:
    shown = text_of(pages[f"{folder}/{IDS[name]}.html"])
    title = name if folder == "groups" else f"Ny i {name}"
    assert f"{title} {STANDS[name]}".strip() in shown
    if not STANDS[name]:
        assert 'class="tag standing"' not in pages[f"{folder}/{IDS[name]}.html"].partition("</h1>")[2][:80]


@pytest.mark.parametrize(
    ("group", "status"),
    [
        ("now", "Status i kraft (inget annat sägs)"),
        ("gone", "Status gällde till och med 2019-12-31"),
        ("said", "Status i kraft (gällde till och med 2019-12-31) belagt [doc]"),
        ("may", "Status kan finnas"),
        ("over", "Status upphört"),
    ],
)
def test_the_status_is_not_in_force_where_the_date_or_the_source_says_otherwise(
    pages: dict[str, str], group: str, status: str
) -> None:
    assert status in text_of(pages[f"groups/{group}.html"])


def test_agreements_and_units_too(pages: dict[str, str]) -> None:
    assert items(pages["agreements.html"], "th") == {"Avtalet": "gällde till och med 2020-12-31", "Nuavtalet": ""}
    assert items(pages["principals/a.html"], "li")["Avtalet"] == "gällde till och med 2020-12-31"
    assert items(pages["units.html"], "th") == {"Enheten": "gäller först från 2030-01-01"}


def test_seats_and_ways_tell_it_of_where_they_lead(pages: dict[str, str]) -> None:
    rows = items(pages["principals/a.html"], "th")
    assert rows == {"Borta": "gällde till och med 2019-12-31", "Nu": "kan finnas"}
    assert "Borta gällde till och med 2019-12-31 lyfter ärenden hit" in text_of(pages["groups/now.html"])


def test_who_meets_is_marked_where_it_is_open(pages: dict[str, str]) -> None:
    shown = text_of(pages["index.html"])
    assert "Kanske politiker kan finnas" in shown  # all of it may be
    assert "Oklar kanske: tjänstepersoner öppet om i kraft" in shown
    assert "Nu politiker" in shown


def test_what_a_group_is_in_a_sentence_tells_nothing_open_as_sure(pages: dict[str, str]) -> None:
    shown = text_of(pages["groups/dim.html"])
    assert "Kanske: tjänstepersoner, nära. Får samtala. Ny i gruppen?" in shown
    assert "besluta (får eller kan) öppet" in shown


def test_it_is_told_over_which_groups_what_is_known_is_counted(pages: dict[str, str], tmp_path: Path) -> None:
    # gone, said and over are not in force
    counted = "Räknat på de 5 grupper som är, eller kan vara, i kraft. 3 till, som inte är i kraft, är inte medräknade."
    assert counted in text_of(pages["index.html"])
    alone = site_of(tmp_path, MODEL.partition("  gone:")[0])
    assert "Räknat på" not in text_of(alone["index.html"])
