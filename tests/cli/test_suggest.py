"""``remit suggest`` on the command line."""

from __future__ import annotations

import builtins
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from remit.model.changes import apply, load
from remit.model.files import load as load_model

Remit = Callable[..., Any]


def test_alternatives_are_told_in_both_languages(remit: Remit, model: Path) -> None:
    swedish = remit("suggest", str(model), "--select", "MAN102", "--lang", "sv")
    english = remit("suggest", str(model), "--select", "MAN102", "--lang", "en")
    assert swedish.status == english.status == 0
    assert "FÖRSLAG 1" in swedish.out
    assert "Besluta arbetsordning" in swedish.out
    assert "ALTERNATIVE 1" in english.out
    assert "Decide rules of procedure" in english.out
    assert "HiGHS" not in swedish.out


def test_json_tells_what_each_change_clears_and_what_was_tried(remit: Remit, model: Path) -> None:
    ended = remit("suggest", str(model), "--select", "MAN102", "--format", "json", "--lang", "en")
    told = json.loads(ended.out)
    assert ended.status == 0
    assert told["audits"] >= told["candidates"] >= 1
    first = told["alternatives"][0]
    asked = {finding["fingerprint"] for finding in told["asked"]}
    assert asked == {finding["fingerprint"] for finding in first["cleared"]}
    assert asked == {mark for change in first["changes"] for mark in change["clears"]}
    assert all(change["assumes"] for change in first["changes"])


def test_the_first_alternative_is_written_as_a_scenario_that_applies(remit: Remit, model: Path, tmp_path: Path) -> None:
    path = tmp_path / "first.yaml"
    ended = remit("suggest", str(model), "--select", "MAN102", "-o", str(path), "--lang", "en")
    assert ended.status == 0
    assert "ALTERNATIVE 1" in ended.out
    after = apply(load_model(model), load(path))
    again = tmp_path / "after.json"
    again.write_text("", encoding="utf-8")
    assert {g.id for g in after.of_kind("group") if g.assignment is not None} >= {"council", "team"}


def test_all_alternatives_are_written_into_a_folder(remit: Remit, model: Path, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    ended = remit("suggest", str(model), "--select", "MAN102", "--write", str(folder), "--lang", "en")
    assert ended.status == 0
    written = sorted(path.name for path in folder.iterdir())
    assert written
    assert written[0] == "small-suggestion-1.yaml"
    assert all(load(folder / name).changes for name in written)


def test_a_finding_without_a_known_repair_is_told_and_the_status_is_one(remit: Remit, tmp_path: Path) -> None:
    path = tmp_path / "twice.yaml"
    path.write_text(
        "remit: 1\nmodel: {id: twice, title: twice, as_of: 2020-01-01}\n"
        "sources: {one: {title: One}, other: {title: Other}}\n"
        "groups: {council: {name: Council, meetings_per_year: {values: [{value: 2, source: one},"
        " {value: 4, source: other}]}}}\n",
        encoding="utf-8",
    )
    ended = remit("suggest", str(path), "--select", "SRC902", "--lang", "en")
    assert ended.status == 1
    assert "NO REPAIR KNOWN FOR" in ended.out
    assert "SRC902" in ended.out


def test_nothing_to_clear_is_told_and_the_status_is_one(remit: Remit, model: Path) -> None:
    ended = remit("suggest", str(model), "--select", "DEC404", "--lang", "en")
    assert (ended.status, "There are no such findings" in ended.out) == (1, True)


def test_a_missing_solver_names_the_extra_and_is_the_environments_fault(
    remit: Remit, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "highspy":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    ended = remit("suggest", str(model), "--lang", "en")
    assert (ended.status, ended.out) == (3, "")
    assert "remit[suggest]" in ended.err


def test_a_code_that_does_not_exist_is_a_usage_error(remit: Remit, model: Path) -> None:
    ended = remit("suggest", str(model), "--select", "MAN999", "--lang", "en")
    assert ended.status == 2
    assert "MAN999" in ended.err


def test_a_number_of_alternatives_below_one_is_a_usage_error_in_both_languages(remit: Remit, model: Path) -> None:
    for lang, words in (("sv", "skriv ett heltal"), ("en", "write a whole number from 1")):
        ended = remit("suggest", str(model), "--alternatives", "0", "--lang", lang)
        assert ended.status == 2
        assert words in ended.err
