"""``remit sweep``: what it prints, keeps and refuses."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Remit = Callable[..., Any]
TO = "[{to: region, for_decision: yes}, {to: ask, for_decision: yes}]"
SHORT = ("--years", "3", "--replications", "3")


pytestmark = pytest.mark.usefixtures("plain_engine")


def test_every_combination_of_values_is_a_point_of_every_structure(remit: Remit, before: Path, after: Path) -> None:
    done = remit(
        "sweep", before, "--after", after, "--vary", "prepare_days=20:60:3", "--vary", "line_days=5,10",
        *SHORT, "--format", "json",
    )  # fmt: skip
    assert (done.status, done.err) == (0, "")
    told = json.loads(done.out)
    points = [(point["structure"], *point["parameters"].values()) for point in told["points"]]
    values = [(line, prepare) for line in (5.0, 10.0) for prepare in (20.0, 40.0, 60.0)]
    assert points == [(one, *pair) for one in ("before", "after") for pair in values]
    assert "difference" not in told["points"][0]["measures"]["waited"]
    assert "difference" in told["points"][-1]["measures"]["waited"]


def test_ten_times_the_matters_are_about_ten_times_the_matters(remit: Remit, before: Path) -> None:
    done = remit("sweep", before, "--vary", "matters_per_year=0.03,0.3", "--replications", "120", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    raised = {row["matters_per_year"]: float(row["mean"]) for row in rows if row["measure"] == "raised"}
    assert raised["0.3"] / raised["0.03"] == pytest.approx(10, rel=0.4)  # four standard errors


@pytest.mark.parametrize(
    ("lang", "words"), [("sv", "line_days: dagar för ett steg uppåt"), ("en", "line_days: days for one step up")]
)
def test_the_text_tells_the_level_and_the_difference_in_both_languages(
    remit: Remit, before: Path, after: Path, lang: str, words: str
) -> None:
    done = remit(
        "sweep", before, "--after", after, "--vary", "line_days=5,10", *SHORT, "--measure", "arrived", "--lang", lang
    )
    assert done.status == 0
    assert words in done.out
    assert {"sv": "Skillnad, procentenheter", "en": "Difference, percentage points"}[lang] in done.out


def test_what_is_kept_is_not_run_again_and_gives_the_same_bytes(remit: Remit, before: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    asked = ("sweep", before, "--vary", "line_days=5,10", *SHORT, "--keep", kept, "--format", "json")
    first = remit(*asked)
    before = {path: path.stat().st_mtime_ns for path in kept.iterdir()}
    again = remit(*asked)
    assert len(before) == 2
    assert {path: path.stat().st_mtime_ns for path in kept.iterdir()} == before
    assert again.out == first.out


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--vary", "line_days"), "cannot be read"),
        (("--vary", "line_days=a,b"), "cannot be read"),
        (("--vary", "line_days=5:10:0"), "cannot be read"),
        (("--vary", "line_days=5", "--vary", "line_days=6"), "given twice"),
        (("--vary", "line_day=5"), "there is no assumption 'line_day'"),
        (("--vary", "line_days=9999"), "outside the range"),
        (("--measure", "speed"), "there is no measure"),
        (("--scheduler", "nowhere"), "no address of a Dask scheduler"),
    ],
)
def test_what_cannot_be_is_refused_in_words(remit: Remit, before: Path, asked: tuple[str, ...], words: str) -> None:
    done = remit("sweep", before, *asked, *SHORT, "--lang", "en")
    assert (done.status, done.out) == (2, "")
    assert words in done.err
