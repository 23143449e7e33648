"""Large organisations: few cards, told limits, a quick answer; and the same bytes whatever the order."""

from __future__ import annotations

import json
import random
import time
from typing import Any

import pytest
from benchmarks import generate

from remit.api import load
from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.model.files.shipped import shipped
from remit.queries.engine import audit
from remit.views.scene import entities, findings, scene


def made(principals: int, number: int, **options: Any) -> dict[str, Any]:
    org = Org(loads(json.dumps(generate.organisation(principals, number)), "made.json"))
    return scene(org, audit(org, certainty=Degree.OPEN), **options)


@pytest.mark.parametrize("most", [5, 24, 60])
def test_there_are_never_more_cards_than_asked_for(most):
    text = {
        "remit": 1,
        "model": {"id": "wide", "title": "Wide", "as_of": "2020-01-01"},
        "levels": [f"level-{n}" for n in range(4)],
        "principals": {f"p{n}": {"name": f"P {n}", "kind": "municipality"} for n in range(6)},
        "groups": {
            f"g{p}-{n}": {"name": f"Group {p} {n}", "level": f"level-{n % 4}", "seats": [f"p{p}"],
                          "kind": ("political", "officials")[n % 2], "form": ("standing", "project")[n // 2 % 2]}
            for p in range(6) for n in range(20)
        },
    }  # fmt: skip
    org = Org(loads(json.dumps(text), "wide.json"))
    found = scene(org, None, most_cards=most)
    assert 0 < len(found["cards"]) <= most
    stands = [one for card in found["cards"] for one in card["folded"] or [card["id"]]]
    assert len(stands) == len(set(stands))
    left_out = len(text["groups"]) - len(stands)
    if most == 5:  # fewer than there are cells
        assert f"Saker utan kort i bilden: {left_out};" in found["limits"][0]
    else:
        assert left_out == 0
    if most < 60:
        assert "står tillsammans" in found["limits"][0]


def test_the_most_connected_and_most_flagged_keep_their_cards():
    groups = {f"g{n:02}": {"name": f"{chr(65 + n)} thing {n} of it", "level": "near", "seats": ["p"],
                           "kind": ("political", "officials", "mixed")[n % 3]} for n in range(24)}  # fmt: skip
    groups["g17"]["informs"] = ["g20"]
    text = {"remit": 1, "model": {"id": "one", "title": "One", "as_of": "2020-01-01"}, "levels": ["near"],
            "principals": {"p": {"name": "P"}}, "groups": groups}  # fmt: skip
    found = scene(Org(loads(json.dumps(text), "one.json")), None)
    alone = [card["id"] for card in found["cards"] if not card["folded"]]
    assert {"g17", "g20"} <= set(alone)
    assert len(found["cards"]) <= 10


def test_a_country_is_a_few_cards_in_seconds():
    org = Org(loads(json.dumps(generate.organisation(310, 10_000)), "country.json"))
    found = audit(org, select=["COV502"])
    begin = time.process_time()
    told = scene(org, found)
    assert time.process_time() - begin < 10  # some 2 s on a machine of 2024
    assert len(told["cards"]) < 100
    assert len(told["columns"]) <= 14
    assert len(told["entities"]) == len(org.model.entities) + len(org.model.sets)
    assert sum(len(one["facts"]) for one in told["entities"].values()) <= entities.MOST_FACTS + 200
    assert "utelämnade" in told["limits"][0]
    assert len(json.dumps(told)) < 12_000_000


def test_too_many_findings_are_cut_and_told(monkeypatch):
    monkeypatch.setattr(findings, "MOST_FINDINGS", 5)
    told = made(16, 300)
    assert [one["number"] for one in told["findings"]] == [1, 2, 3, 4, 5]
    assert "de 5 mest angelägna" in told["limits"][0]


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_model_has_a_scene_that_fits_a_screen(name):
    org = load(name)
    told = scene(org.org, org.audit(certainty="open"))
    assert len(told["cards"]) <= 60
    cells: dict[tuple[int, int], int] = {}
    for card in told["cards"]:
        cells[card["row"], card["column"]] = cells.get((card["row"], card["column"]), 0) + 1
    assert max(cells.values()) <= 12
    assert json.dumps(told) == json.dumps(scene(load(name).org, org.audit(certainty="open")))


def test_the_order_in_which_a_model_is_written_changes_nothing():
    document = generate.organisation(16, 400)
    plain = scene(Org(loads(json.dumps(document), "a.json")), None)
    shuffled = dict(document)
    for section in ("principals", "units", "functions", "groups", "agreements"):
        entries = list(document[section].items())
        random.Random(7).shuffle(entries)  # noqa: S311 - an order, not a secret
        shuffled[section] = dict(entries)
    assert json.dumps(scene(Org(loads(json.dumps(shuffled), "a.json")), None)) == json.dumps(plain)
