"""Large and odd organisations are audited in time that grows with them, and nothing ends in a recursion error."""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from remit.graph.loop import loops
from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.queries.engine import audit
from remit.queries.finding import Audit


def _load(name: str) -> ModuleType:
    place = Path(__file__).parents[2] / "benchmarks" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"benchmarks_{name}", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


generate = _load("generate")


def audited(document: dict[str, Any]) -> tuple[Audit, float, float]:
    """The audit of a document, and the seconds of loading and auditing."""
    text = json.dumps(document)
    begin = time.process_time()
    model = loads(text, "generated.json")
    loaded = time.process_time()
    result = audit(Org(model), certainty=Degree.OPEN)
    return result, loaded - begin, time.process_time() - loaded


@pytest.mark.parametrize(("principals", "entities"), [(16, 150), (16, 1000), (310, 3000)])
def test_a_generated_organisation_is_the_same_for_the_same_seed_and_has_the_wanted_size(
    principals: int, entities: int
) -> None:
    document = generate.organisation(principals, entities)
    assert document == generate.organisation(principals, entities)
    assert document != generate.organisation(principals, entities, seed=1)
    model = loads(json.dumps(document), "generated.json")
    assert len(model.of_kind("principal")) == principals
    assert abs(len(model.entities) - entities) <= 2


def test_the_audit_of_a_county_takes_no_longer_than_adding_up_some_million_numbers() -> None:
    document = generate.organisation(16, 150)
    ratios = []
    for _ in range(5):  # side by side, since others work on the same machine
        begin = time.process_time()
        assert sum(number * number for number in range(2_000_000)) > 0
        reference = time.process_time() - begin
        ratios.append(audited(document)[2] / reference)
    assert min(ratios) <= 1


def test_ten_times_the_entities_cost_no_more_than_twenty_times_the_audit() -> None:
    small = min(audited(generate.organisation(16, 600))[2] for _ in range(2))
    assert audited(generate.organisation(16, 6000))[2] <= 20 * small


SMALL = {
    "chain": generate.chain(3000),
    "ring": generate.chain(3000, ring=True),
    "star": generate.star(300),
    "rings": generate.rings(60, 5),
}


@pytest.mark.parametrize("name", sorted(SMALL))
def test_deep_wide_and_round_organisations_are_audited(name: str) -> None:
    result, _, _ = audited(SMALL[name])
    loops(Org(loads(json.dumps(SMALL[name]), "generated.json")))
    rings = [finding for finding in result.findings if finding.code == "STR208"]
    assert len(rings) == {"ring": 1, "rings": 60}.get(name, 0)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", ["chain", "ring", "star", "rings"])
def test_the_largest_shapes_are_audited_within_a_minute(name: str) -> None:
    _, load, taken = audited(dict(generate.shapes())[name])
    assert load + taken < 60, name


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_country_of_a_hundred_thousand_entities_is_audited_within_two_minutes() -> None:
    _, load, taken = audited(generate.organisation(310, 100_000))
    assert load + taken < 120
