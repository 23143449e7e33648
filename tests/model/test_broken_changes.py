"""Changes with something broken in them: a told fault in both languages or a sound model, never anything else."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from remit.model.changes import ChangeErrors, apply, loads
from remit.model.changes.trees import data_of
from remit.model.files import dump as dump_model
from remit.model.files import loads as load_model
from remit.model.files.nodes import Limits
from remit.model.files.yaml_reader import read_yaml

FOLDER = Path(__file__).parent / "change_cases"
JUNK: tuple[Any, ...] = (
    *("", "x", "none", "ask", "council", "1", "-3", "{m}", None, True, [], {}, ["a"], [[]], [{}], ["ask", "ask"]),
    *({"a": "b"}, {"value": "none"}, {"values": []}, {"to": "x"}),
)
KEYS = ("xx", "source", "basis", "name", "value", "of", "this", "seats", "takes", "follow", "note", "id", "itself")
Case = tuple[dict[str, Any], dict[str, Any]]


def cases() -> list[Case]:
    found: list[Case] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        tree, _ = read_yaml(path.read_text(encoding="utf-8"), path.name, Limits())
        data = json.loads(json.dumps(data_of(tree)))
        found += [(case.get("model", data["model"]), {"reason": "r", **case["change"]}) for case in data["cases"]]
    return found


CASES = cases()


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from paths(one, (*path, key))


def broken(change: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The change with one or two of its parts replaced, added or left out."""
    change = copy.deepcopy(change)
    for _ in range(chance.choice((1, 1, 2))):
        ways = [path for path in paths(change) if path]
        if not ways:
            break
        *above, last = chance.choice(ways)
        here: Any = change
        for key in above:
            here = here[key]
        what = chance.random()
        if what < 0.6:
            here[last] = copy.deepcopy(chance.choice(JUNK))
        elif what < 0.8 and isinstance(here, dict):
            here[chance.choice(KEYS)] = copy.deepcopy(chance.choice(JUNK))
        else:
            del here[last]
    return change


@pytest.mark.parametrize("seed", range(5))
def test_a_broken_change_is_told_in_its_place_or_gives_a_model_that_reads_back_equal(seed: int) -> None:
    assert len(CASES) > 100
    chance = random.Random(seed)  # noqa: S311 - nothing secret is drawn
    refused = 0
    for _ in range(400):
        sections, change = chance.choice(CASES)
        change = broken(change, chance)
        head = {"model": {"id": "m", "title": "M", "as_of": "2020-01-01"}, "remit": 1}
        model = load_model(json.dumps(head | {k: v for k, v in sections.items() if k != "coverage"}), "m.json")
        before = copy.deepcopy(model)
        text = json.dumps({"remit": 1, "scenario": {"id": "s", "title": "S"}, "changes": [change]})
        try:
            result = apply(model, loads(text, "s.json"))
        except ChangeErrors as errors:
            told = errors
        else:
            assert load_model(dump_model(result)) == result, change
            continue
        finally:
            assert model == before, change
        refused += 1
        assert all(problem.mark.file == "s.json" for problem in told.problems), change
        assert told.render("sv") != told.render("en")
    assert refused > 100
