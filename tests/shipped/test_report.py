"""The report of Västerbotten 2017 to 2019 under docs/reports: its figures are those that the command gives."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

import remit

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "reports"


def tool() -> Any:
    spec = importlib.util.spec_from_file_location("report_tool", ROOT / "tools" / "report.py")
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


@pytest.fixture(scope="module")
def figures() -> Any:
    return json.loads((FOLDER / "vasterbotten-2017-to-2019.json").read_text(encoding="utf-8"))


def test_the_figures_of_the_structure_are_those_of_today(figures: Any) -> None:
    report = tool()
    told = remit.load(report.MODEL).reorganise(report.SCENARIO, attribute=False).to_dict("en")
    assert figures["structure"] == json.loads(json.dumps(report.structure(told)))
    assert figures["command"] == report.COMMAND


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_text_names_the_figures_that_are_kept(figures: Any, lang: str) -> None:
    text = (FOLDER / f"vasterbotten-2017-to-2019.{lang}.md").read_text(encoding="utf-8").replace("\\", "")
    assert figures["command"] in text
    before, after = (side["arrived"][0] * 100 for side in figures["levels"])
    assert f"{after:.0f} " in text or f"{after:.0f}%" in text
    told = f"{before:.1f}".replace(".", "," if lang == "sv" else ".")
    assert told in text
    waited = next(one["mean"] for one in figures["differences"] if one["measure"] == "waited")
    assert f"\u2212{abs(waited):.0f}" in text
    for start in figures["starts"]:
        assert start["there_after"]
    assert len(figures["assumptions"]["conclusions"]) > 50


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_the_command_gives_the_same_bytes() -> None:
    report = tool()
    for name, text in report.pages(report.run()).items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, name
