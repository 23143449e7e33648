"""Defects put into sound structures by machine are found by the right rule, at the right subject, and by it alone.

Every run takes one site a rule; `./dev long` takes every site of one structure, and some twenty a rule over ten
structures (`tools/seeded_defects.py`).
"""

from __future__ import annotations

import ast
import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.seeded.defect import INJECTORS
from tests.seeded.running import GOAL, before, chosen, shares, sites, tried, wrong
from tests.seeded.structures import shape, sound

from remit.model.files import loads
from remit.queries.catalogue import catalogue

HERE = Path(__file__).parent
SMALLEST = 3
"""The seed of the smallest structure."""


def imported(path: Path) -> set[str]:
    """The modules that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_the_injectors_know_nothing_of_remit() -> None:
    """They are written from the design; one that looked into a rule would find what the rule finds."""
    files = {path.name: path for path in HERE.glob("*.py")}
    assert len(files) > 8
    for name, path in files.items():
        if name not in ("running.py", Path(__file__).name):  # these audit what has been made
            assert not [one for one in imported(path) if one.partition(".")[0] == "remit"], name
        assert not [one for one in imported(path) if one.startswith(("remit.queries.rules", "remit.queries.cases"))]


def test_every_rule_of_the_design_has_an_injector() -> None:
    """A rule that is added to its sixty needs none, and the runner says that it has none."""
    assert len(INJECTORS) == 60
    assert set(INJECTORS) <= set(catalogue())


def test_a_structure_is_the_same_each_time_and_other_seeds_give_others() -> None:
    assert sound(4) == sound(4)
    assert len({json.dumps(sound(seed), sort_keys=True) for seed in range(6)}) == 6
    assert {shape(seed).municipalities for seed in range(6)} == {3, 4, 5}


@pytest.mark.parametrize("seed", [SMALLEST, 4])
def test_no_rule_says_anything_of_a_sound_structure(seed: int) -> None:
    assert len(loads(json.dumps(sound(seed)), "sound.json").entities) > 150
    assert sorted(map(str, before(seed))) == []


def test_the_sites_are_the_same_each_time() -> None:
    for code in INJECTORS:
        assert [one.place for one in sites(code, SMALLEST)] == [one.place for one in sites(code, SMALLEST)]


@pytest.mark.parametrize("code", sorted(set(catalogue()) & set(INJECTORS)))
def test_a_seeded_defect_is_found_and_nothing_else(code: str) -> None:
    seed, one = next(site for site in chosen(code, [SMALLEST, 0], 4) if not site[1].disputed)
    result = tried(seed, one)
    assert result.found, f"{result.place}: not reported; it said {result.instead}"
    assert result.unrelated == (), result.place


def test_the_comparison_notices_what_is_missed_and_what_is_unrelated() -> None:
    one = next(site for site in sites("MAN101", SMALLEST) if site.form == "no purpose")
    other = replace(one, code="MAN105")
    assert not tried(SMALLEST, other).found
    assert tried(SMALLEST, other).unrelated == (f"MAN101 established {min(one.subjects)}",)
    elsewhere = replace(one, subjects=frozenset({"council"}), about=frozenset({"council"}))
    assert not tried(SMALLEST, elsewhere).found
    assert tried(SMALLEST, elsewhere).instead == (f"MAN101 established {min(one.subjects)}",)


@pytest.mark.long
def test_the_defects_of_every_site_of_a_structure_are_found() -> None:
    codes = sorted(set(catalogue()) & set(INJECTORS))
    results = [tried(SMALLEST, one) for code in codes for one in sites(code, SMALLEST)]
    assert len(results) > 1000
    assert min(shares(results)) >= GOAL, "\n".join(wrong(results))
