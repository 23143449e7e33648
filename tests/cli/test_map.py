"""``remit map`` on the command line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Remit = Callable[..., Any]


def scene(path: Path) -> dict[str, Any]:
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', path.read_text(encoding="utf-8"))
    assert block
    found: dict[str, Any] = json.loads(block[1])
    return found


def codes(path: Path) -> set[str]:
    return {finding["code"] for finding in scene(path)["findings"]}


def test_the_map_is_written_to_a_file_and_the_file_is_named(remit: Remit, model: Path, tmp_path: Path) -> None:
    ended = remit("map", model, "-o", tmp_path / "map.html")
    assert (ended.status, ended.out) == (0, "")
    assert str(tmp_path / "map.html") in ended.err
    assert scene(tmp_path / "map.html")["model"]["id"] == "small"


def test_without_a_file_the_map_goes_to_standard_output(remit: Remit, model: Path) -> None:
    ended = remit("map", model, "--lang", "en")
    assert ended.status == 0
    assert ended.out.startswith("<!doctype html>")
    assert '<html lang="en">' in ended.out


def test_a_configuration_beside_the_model_counts_for_the_map(remit: Remit, model: Path, tmp_path: Path) -> None:
    remit("map", model, "-o", tmp_path / "all.html")
    assert len(codes(tmp_path / "all.html")) > 1
    (model.parent / "remit.toml").write_text('select = ["MAN102"]\n', encoding="utf-8")
    remit("map", model, "-o", tmp_path / "one.html")
    assert codes(tmp_path / "one.html") == {"MAN102"}


def test_the_findings_can_be_left_out(remit: Remit, model: Path, tmp_path: Path) -> None:
    assert remit("map", model, "--no-findings", "-o", tmp_path / "map.html").status == 0
    assert scene(tmp_path / "map.html")["findings"] == []


def test_two_models_are_compared_whichever_way_they_are_named(remit: Remit, model: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.yaml"
    other = "ring: {name: Björnen, level: far, kind: political, seats: [region]}"
    text = re.sub(r"circle: \{.*\}", other, model.read_text(encoding="utf-8"))
    later.write_text(text, encoding="utf-8")
    assert remit("map", later, "--before", model, "-o", tmp_path / "a.html").status == 0
    assert remit("map", model, "--after", later, "-o", tmp_path / "b.html").status == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    changes = {card["id"]: card["change"] for card in scene(tmp_path / "a.html")["cards"]}
    assert (changes["ring"], changes["circle"], changes["council"]) == ("added", "removed", None)


def test_before_and_after_together_are_a_usage_error(remit: Remit, model: Path) -> None:
    ended = remit("map", model, "--before", model, "--after", model)
    assert (ended.status, ended.out) == (2, "")
    assert "--before, --after och --scenario" in ended.err
