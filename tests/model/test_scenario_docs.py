"""What docs/scenarios.md shows is so."""

from __future__ import annotations

import re
from pathlib import Path

from remit.model.changes import apply, loads
from remit.model.changes.kinds import registry
from remit.model.files import dump
from remit.model.files import loads as load_model

PAGE = (Path(__file__).parents[2] / "docs" / "scenarios.md").read_text(encoding="utf-8")


def block(heading: str) -> str:
    found = re.search(rf"^### {heading}\n+```yaml\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def test_the_example_gives_what_the_page_says() -> None:
    model = load_model(block("The model"), "example-county.yaml")
    result = apply(model, loads(block("The scenario"), "to-arena.yaml"))
    assert dump(result) == block("What it gives")
    assert load_model(dump(result)) == result


def test_every_kind_of_change_has_its_heading() -> None:
    headings = {word for line in re.findall(r"^### (.+)$", PAGE, re.MULTILINE) for word in line.split(", ")}
    assert set(registry()) - headings == set()
