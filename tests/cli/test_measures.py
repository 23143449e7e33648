"""The commands that measure, and that try the measures."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from remit import api
from remit.graph.measures import reference
from remit.graph.measures.reference import Check
from remit.model.files import shipped
from remit.model.text import Text
from remit.simulation.verification import flow

Remit = Callable[..., Any]


def test_every_measure_with_an_exact_value_agrees_with_it(remit: Remit) -> None:
    done = remit("verify", "--format", "json")
    told = json.loads(done.out)["checks"]
    assert done.status == 0
    assert len(told) > 20
    bare = [one for one in told if one["half_width"] is None]
    played = [one for one in told if one["half_width"] is not None]
    assert all(abs(one["obtained"] - one["reference"]) <= one["tolerance"] for one in bare)
    assert len(played) > 20
    assert all(abs(one["obtained"] - one["reference"]) <= one["half_width"] for one in played)
    for lang, head in (("sv", "Alla"), ("en", "All")):
        assert head in remit("verify", "--lang", lang).out


def test_a_measure_that_does_not_agree_is_told_and_ends_with_one(remit: Remit, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = [Check(Text("mått", "measure"), Text("hand", "hand"), 1.0, 1.00001)]
    monkeypatch.setattr(reference, "checks", lambda: wrong)
    monkeypatch.setattr(flow, "checks", list)
    done = remit("verify", "--lang", "en")
    assert done.status == 1
    assert "1 of 1 values does not agree" in done.out
    assert json.loads(remit("verify", "--format", "json").out)["checks"][0]["agrees"] is False


def test_a_measure_that_is_no_number_does_not_agree() -> None:
    assert not Check(Text("mått", "measure"), Text("hand", "hand"), 1.0, float("nan")).agrees


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_model_is_measured_the_same_each_time_in_every_format(remit: Remit, name: str) -> None:
    for form in ("text", "markdown", "json"):
        for lang in ("sv", "en"):
            done = remit("metrics", name, "--format", form, "--lang", lang, "--meeting-hours", "2")
            assert (done.status, done.err) == (0, "")
            assert done.out == remit("metrics", name, "--format", form, "--lang", lang, "--meeting-hours", "2").out
    assert json.loads(done.out)["meetings"]["assumed_meeting_hours"] == 2


def test_hours_may_have_a_decimal_comma_and_nothing_else_is_taken_for_hours(remit: Remit, model: object) -> None:
    told = remit("metrics", model, "--meeting-hours", "1,5", "--hours-of-a-post", "1600", "--format", "json").out
    meetings = json.loads(told)["meetings"]
    assert (meetings["assumed_meeting_hours"], meetings["hours_of_a_post"]) == (1.5, 1600)
    for wrong in ("0", "-1", "two", "inf", "nan"):
        done = remit("metrics", model, "--meeting-hours", wrong)
        assert (done.status, done.out) == (2, "")
        assert wrong in done.err


def test_the_measures_of_an_organisation_say_what_they_are() -> None:
    found = api.load("vasterbotten-2017").metrics()
    assert "vasterbotten-2017" in repr(found)
    assert set(found.to_frame()["measure"]) >= {"line.hierarchy", "single_channels", "holes"}
