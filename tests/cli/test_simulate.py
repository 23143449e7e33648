"""``remit simulate`` and ``remit log``: what they print, write and refuse."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from remit.simulation.parameters import load_parameters

Remit = Callable[..., Any]
TO = "[{to: region, for_decision: yes}, {to: ask, for_decision: yes}]"


pytestmark = pytest.mark.usefixtures("plain_engine")
SHORT = ("--years", "3", "--replications", "3")


def test_the_answer_goes_to_standard_output_and_nothing_else_does(remit: Remit, before: Path) -> None:
    ended = remit("simulate", before, *SHORT, "--lang", "en")
    assert ended.status == 0
    assert "The answer" in ended.out
    assert ended.err == ""


def test_the_same_seed_gives_the_same_bytes(remit: Remit, before: Path, after: Path) -> None:
    call = ("simulate", before, "--after", after, *SHORT, "--format", "json", "--seed", "7")
    first = remit(*call).out
    assert first == remit(*call).out
    told = json.loads(first)
    assert [one["model"]["id"] for one in told["structures"]] == ["before", "after"]
    assert told["structures"][0]["setting"]["seed"] == 7
    assert told["differences"][0]["against"] == "before"
    assert first != remit(*call[:-1], "8").out


def test_a_scenario_is_compared_with_the_model_that_it_changes(remit: Remit, before: Path, tmp_path: Path) -> None:
    scenario = tmp_path / "more.yaml"
    scenario.write_text(
        "remit: 1\n"
        "scenario: {id: more, title: {sv: Fler möten, en: More meetings}, from: before, "
        "result: {id: more, title: {sv: Fler möten, en: More meetings}}}\n"
        "changes:\n  - set: {of: council, meetings_per_year: 8}\n    reason: {sv: Kortare väntan, en: Less waiting}\n",
        encoding="utf-8",
    )
    ended = remit("simulate", before, "--scenario", scenario, *SHORT, "--format", "json")
    assert ended.status == 0, ended.err
    told = json.loads(ended.out)
    by_name = {one["measure"]: one for one in told["differences"][0]["measures"]}
    assert by_name["meeting_hours"]["verdict"] == "more"
    assert by_name["raised"]["mean"] == 0


def test_what_a_scenario_makes_has_the_scenarios_title_and_is_told_from_what_it_began_as(
    remit: Remit, before: Path, tmp_path: Path
) -> None:
    scenario = tmp_path / "more.yaml"
    scenario.write_text(
        "remit: 1\nscenario: {id: more, title: {sv: Fler möten, en: More meetings}, from: before}\n"
        "changes:\n  - set: {of: council, meetings_per_year: 8}\n    reason: Less waiting\n",
        encoding="utf-8",
    )
    ended = remit("simulate", before, "--scenario", scenario, *SHORT, "--lang", "en")
    assert "More meetings" in ended.out
    assert "(2)" not in ended.out
    swept = remit("sweep", before, "--scenario", scenario, "--vary", "line_days=5", *SHORT, "--format", "csv")
    told = [line.partition(",")[0] for line in swept.out.splitlines()[1:]]
    assert list(dict.fromkeys(told)) == ["before", "before (2)"]


def test_a_tornado_and_a_page_are_written(remit: Remit, before: Path, after: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    fixed = [
        f"  {one.name}: {{value: {one.value}, low: {one.value}, high: {one.value}}}\n"
        for one in load_parameters().items
        if one.name not in ("approve", "line_days")
    ]
    own.write_text("remit: 1\nparameters:\n" + "".join(fixed), encoding="utf-8")
    out = tmp_path / "flow.html"
    ended = remit(
        "simulate", before, "--after", after, *SHORT, "--parameters", own, "--tornado", "-o", out, "--lang", "en"
    )
    assert ended.status == 0, ended.err
    html = out.read_text(encoding="utf-8")
    assert 'id="tornado-title"' in html
    assert str(out) in ended.err
    assert ended.out == ""


@pytest.mark.parametrize("suffix", ["xes", "csv"])
def test_a_run_is_written_as_a_log_that_remit_log_reads(
    remit: Remit, before: Path, tmp_path: Path, suffix: str
) -> None:
    log, own = tmp_path / f"run.{suffix}", tmp_path / "own.yaml"
    assert remit("simulate", before, "--years", "20", "--replications", "1", "--log", log).status == 0
    ended = remit("log", log, "--model", before, "--parameters", own, "--format", "json", "--lang", "en")
    assert ended.status == 0, ended.err
    told = json.loads(ended.out)
    assert told["matters"] > 5
    assert told["paths"]["unknown"] == []
    assert "matters_per_year" in own.read_text(encoding="utf-8")
    text = remit("log", log, "--model", before, "--lang", "sv")
    assert "Levda vägar mot beslutade" in text.out
    assert remit("simulate", before, *SHORT, "--parameters", own).status == 0


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--years", "0"), "0"),
        (("--years", "two"), "two"),
        (("--replications", "0"), "--replications"),
        (("--warm-up", "12"), "12"),
        (("--topic", "helth"), "health"),
        (("--principal", "nobody"), "nobody"),
        (("--log", "run.txt"), "run.txt"),
        (("--format", "html"), "-o"),
        (("--tornado", "--measure", "speed", "--replications", "2", "--years", "2"), "waited"),
    ],
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_what_cannot_be_is_one_clear_line_and_exit_status_2(
    remit: Remit, before: Path, args: tuple[str, ...], says: str, lang: str
) -> None:
    ended = remit("simulate", before, *args, "--lang", lang)
    assert ended.status == 2
    assert says in ended.err
    assert "Traceback" not in ended.err
    assert ended.out == ""


def test_a_fault_in_a_log_or_a_parameter_has_its_place(remit: Remit, before: Path, tmp_path: Path) -> None:
    log, own = tmp_path / "log.csv", tmp_path / "own.yaml"
    log.write_text("case,activity,time\n1,a,yesterday\n", encoding="utf-8")
    ended = remit("log", log, "--lang", "en")
    assert (ended.status, f"{log}:2:3:" in ended.err) == (2, True)
    own.write_text("remit: 1\nparameters:\n  aprove: 0.5\n", encoding="utf-8")
    ended = remit("simulate", before, "--parameters", own, "--lang", "en")
    assert (ended.status, f"{own}:3:" in ended.err) == (2, True)
    log.write_text("case,activity,time\n1,a,2024-01-01\n1,b,2024-01-02\n", encoding="utf-8")
    ended = remit("log", log, "--take", "c=prepare_days", "--parameters", own, "--lang", "en")
    assert (ended.status, "no activity" in ended.err) == (2, True)
