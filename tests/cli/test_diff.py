"""``remit diff``: two models compared for a planner, as data, and as a scenario that can be applied."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from remit.model.changes import apply, loads
from remit.model.files import load, resolve

Remit = Callable[..., Any]
PAIR = ("vasterbotten-2017", "vasterbotten-2019")


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    from remit import api

    first, second = (api.load(name) for name in PAIR)
    return first.diff(second).to_dict("en")


def test_a_comparison_is_told_in_both_languages_and_ends_with_nothing_to_complain_of(remit: Remit) -> None:
    for lang, words in (
        ("sv", ("Går samman", "Tillkommer (", "Upphör (", "Ändras (", "Åtgärdade (", "Kvarstår (", "Nya (")),
        ("en", ("Merged", "New (", "Gone (", "Changed (", "Cleared (", "Kept (")),
    ):
        done = remit("diff", *PAIR, "--lang", lang)
        assert done.status == 0
        assert done.err == ""
        for word in words:
            assert word in done.out, word
        assert "Västerbottens läns landsting + Region Västerbotten → Regionkommunen i Västerbotten" in done.out
        assert "MAN105" in done.out
        assert max(len(line) for line in done.out.splitlines()) <= 100


def test_what_is_alike_but_for_the_ends_of_the_names_is_told_together(remit: Remit) -> None:
    out = remit("diff", *PAIR).out
    assert "Lokal arena för äldre (15): Bjurholm, Dorotea" in out
    assert out.count("Lokal arena för äldre") < 5


def test_a_thing_that_has_another_name_is_not_told_anew_wherever_it_is_named(remit: Remit) -> None:
    out = remit("diff", *PAIR, "--no-findings").out
    assert "Länssamordningsgruppen (LSG) → Länssamverkansgruppen (LSG)" in out
    assert out.count("Länssamordningsgruppen (LSG)") == 1
    assert "dess nivå: lokal nivå → lokal nivå (varje kommun)" not in out


def test_a_list_is_told_by_what_it_has_gained_and_lost(remit: Remit, tmp_path: Path) -> None:
    head = (
        "remit: 1\nmodel: {id: m, title: M, as_of: 2020-01-01}\nprincipals: {a: {name: Ask}, b: {name: Berg}, c: {}}\n"
    )
    before, after = tmp_path / "before.yaml", tmp_path / "after.yaml"
    before.write_text(head + "groups: {g: {name: G, territory: [a, b]}}\n", encoding="utf-8")
    after.write_text(head + "groups: {g: {name: G, territory: [b, c]}}\n", encoding="utf-8")
    out = remit("diff", str(before), str(after), "--no-findings").out
    assert "tillkommer c; utgår Ask" in out
    assert "Berg" not in out


def test_equal_models_are_said_to_be_equal(remit: Remit) -> None:
    assert "Modellerna är lika." in remit("diff", "skane-2012", "skane-2012").out
    done = remit("diff", "skane-2012", "skane-2012", "--format", "json")
    assert json.loads(done.out)["equal"] is True


def test_as_json_it_has_what_is_the_same_what_differs_the_scenario_and_every_finding(told: dict[str, Any]) -> None:
    assert told["merged"] == [{"these": ["landstinget", "region-vasterbotten"], "into": "regionen"}]
    assert told["equal"] is False
    assert "ac-konsensus" in told["gone"]
    assert "regionen" not in told["new"]
    assert told["scenario"]["scenario"]["from"] == "vasterbotten-2017"
    assert sum(told["summary"].values()) == len(told["findings"])
    assert {one["fate"] for one in told["findings"]} <= set(told["summary"])
    cleared = {one["finding"]["code"] for one in told["findings"] if one["fate"] == "cleared"}
    assert {"MAN105", "ESC301", "COV502", "ROB603"} <= cleared
    assert any(one["fate"] == "new" and one["finding"]["code"] == "SRC903" for one in told["findings"])
    json.dumps(told)


def test_a_finding_about_a_principal_that_has_merged_is_not_both_cleared_and_new(told: dict[str, Any]) -> None:
    about = [
        (one["fate"], one["finding"]["subject"]["id"])
        for one in told["findings"]
        if one["finding"]["subject"]["id"] in ("landstinget", "regionen")
    ]
    assert not {("cleared", "landstinget"), ("new", "regionen")} <= set(about)


def test_the_scenario_file_applied_to_the_first_model_gives_the_second(remit: Remit, tmp_path: Path) -> None:
    path = tmp_path / "way.yaml"
    done = remit("diff", *PAIR, "-o", str(path))
    assert (done.status, done.out) == (0, "")
    scenario = loads(path.read_text(encoding="utf-8"))
    first, second = (load(resolve(name)) for name in PAIR)
    assert apply(first, scenario) == second
    assert remit("diff", *PAIR, "--format", "yaml").out == path.read_text(encoding="utf-8")


def test_open_findings_count_where_they_are_asked_for(remit: Remit) -> None:
    def kept(*more: str) -> int:
        done = remit("diff", *PAIR, "--format", "json", *more)
        return int(json.loads(done.out)["summary"]["kept"])

    assert kept("--certainty", "open") > kept()


def test_without_findings_none_are_told(remit: Remit) -> None:
    done = remit("diff", *PAIR, "--no-findings", "--format", "json")
    assert "findings" not in json.loads(done.out)
    assert "Iakttagelserna är inte jämförda." in remit("diff", *PAIR, "--no-findings").out


def test_a_model_that_does_not_exist_is_a_wrong_request(remit: Remit) -> None:
    done = remit("diff", "vasterbotten-2017", "vasterbotten-2091")
    assert done.status == 2
    assert done.out == ""
    assert "vasterbotten-2019" in done.err


def test_names_that_act_on_terminals_lose_that_power(remit: Remit, tmp_path: Path) -> None:
    head = "remit: 1\nmodel: {id: m, title: M, as_of: 2020-01-01}\n"
    before, after = tmp_path / "before.yaml", tmp_path / "after.yaml"
    before.write_text(head + 'groups: {g: {name: "x\u202ey"}}\n', encoding="utf-8")
    after.write_text(head + 'groups: {g: {name: "z\u202ew"}, h: {name: "k\u200bl"}}\n', encoding="utf-8")
    out = remit("diff", str(before), str(after)).out
    assert "\u202e" not in out
    assert "\u200b" not in out
    assert "z\\u202ew" in out
