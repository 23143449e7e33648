"""The map of a scenario, and of two models, follows what is renamed, merged and split."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_map import Remit, scene

MODEL = """\
remit: 1
model: {id: m, title: M, as_of: 2020-01-01}
levels: [near, far]
principals:
  county: {name: Landstinget, kind: region}
  union: {name: Förbundet, kind: region}
  ask: {name: Asks kommun, kind: municipality}
topics: {care: {name: vård}}
groups:
  council: {name: Rådet, level: far, remit: {powers: [discuss], topics: [care]}, seats: [county, ask]}
  wide: {name: Breda gruppen, level: near, remit: {topics: [care]}, seats: [union, ask], escalates_to: [council]}
"""
SCENARIO = """\
remit: 1
scenario: {id: s, title: S, from: m}
changes:
  - {rename: {this: council, id: board, name: Samrådet}, reason: r}
  - {merge: {these: [union, county], into: region, name: Regionen}, reason: r}
  - split:
      this: wide
      into:
        children: {name: Barngruppen}
        adults: {name: Vuxengruppen, seats: [ask]}
    reason: r
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "m.yaml").write_text(MODEL, encoding="utf-8")
    (tmp_path / "s.yaml").write_text(SCENARIO, encoding="utf-8")
    return tmp_path


def drawn(remit: Remit, place: Path, *words: str) -> Any:
    ended = remit("map", place / "m.yaml", *words, "-o", place / "map.html")
    assert ended.status == 0, ended.err
    return scene(place / "map.html")


def rows(told: Any, identifier: str) -> dict[str, tuple[Any, Any]]:
    def english(text: Any) -> Any:
        return text if text is None or isinstance(text, str) else text[1]

    found = told["entities"][identifier].get("changes", ())
    return {english(one["field"]): (english(one["before"]), english(one["after"])) for one in found}


def test_what_a_scenario_renames_is_the_same_thing_and_tells_what_it_was_called(remit: Remit, place: Path) -> None:
    told = drawn(remit, place, "--scenario", str(place / "s.yaml"))
    assert "council" not in told["entities"]
    assert told["entities"]["board"]["change"] == "changed"
    assert rows(told, "board")["name"] == ("Rådet", "Samrådet")
    [card] = [one for one in told["cards"] if one["id"] == "board"]
    assert card["change"] == "changed"


def test_a_finding_on_what_is_renamed_is_kept(remit: Remit, place: Path) -> None:
    told = drawn(remit, place, "--scenario", str(place / "s.yaml"))
    fates = {(one["code"], one["change"]) for one in told["findings"] if one["subject"] == ["board"]}
    assert ("MAN102", "kept") in fates
    assert not [one for one in fates if one[0] == "MAN102" and one[1] != "kept"]


def test_what_merges_is_told_of_all_and_one_of_them_stands_for_it_before(remit: Remit, place: Path) -> None:
    told = drawn(remit, place, "--scenario", str(place / "s.yaml"))
    entities = told["entities"]
    gone = [one for one in ("union", "county", "region") if one in entities and entities[one]["change"] == "removed"]
    assert entities["region"]["change"] == "changed"
    assert gone == ["county"]
    for one in ("region", "county"):
        assert rows(told, one)["merger"] == ("Förbundet and Landstinget", "Regionen")


def test_what_is_split_is_told_of_the_whole_and_of_each_part(remit: Remit, place: Path) -> None:
    told = drawn(remit, place, "--scenario", str(place / "s.yaml"))
    assert told["entities"]["wide"]["change"] == "removed"
    for one in ("wide", "children", "adults"):
        assert rows(told, one)["split"] == ("Breda gruppen", "Barngruppen and Vuxengruppen")


def test_of_two_models_likeness_tells_and_says_so(remit: Remit, place: Path) -> None:
    other = MODEL.replace("council", "rad").replace("Rådet", "Råd").replace("wide:", "broad:").replace("id: m", "id: n")
    (place / "n.yaml").write_text(other, encoding="utf-8")
    told = drawn(remit, place, "--after", str(place / "n.yaml"))
    assert "council" not in told["entities"]
    assert rows(told, "rad")["the same, judging by likeness"] == ("Rådet", "Råd")
    assert "wide" not in told["entities"]
    assert "the same, judging by likeness" not in rows(told, "broad")  # it is called the same


def test_nothing_is_followed_to_an_id_that_another_thing_had_before(remit: Remit, place: Path) -> None:
    (place / "s.yaml").write_text(
        "remit: 1\nscenario: {id: s, title: S, from: m}\nchanges:\n"
        "  - {merge: {these: [county, union], into: county}, reason: r}\n"
        "  - {dissolve: wide, reason: r}\n  - {rename: {this: council, id: wide}, reason: r}\n",
        encoding="utf-8",
    )
    told = drawn(remit, place, "--scenario", str(place / "s.yaml"))
    assert rows(told, "county")["merger"] == ("Förbundet and Landstinget", "Landstinget")
    assert told["entities"]["union"]["change"] == "removed"
    assert rows(told, "wide")["name"] == ("Breda gruppen", "Rådet")
