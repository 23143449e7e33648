"""What holds of the scene of any organisation that hangs together."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from tests.organisations import organisations

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.queries.engine import audit
from remit.views.scene import scene
from remit.views.scene.belonging import PLACED

STATES = {"value", "none", "unclear", "deferred", "unknown"}
CERTAINTIES = {"established", "reported", "open"}
HOMELESS = {"topic", "population", "level", "source", "territory", "person", "holding", "system"}
"""The kinds that stand on no card: what they are is no place in the structure."""


def check(org: Org, told: dict[str, Any], *, small: bool = False) -> None:
    cards = {card["id"]: card for card in told["cards"]}
    assert len(cards) == len(told["cards"])
    rows, columns = len(told["rows"]), len(told["columns"])
    owner: dict[str, str] = {}
    for card in cards.values():
        assert 0 <= card["row"] < rows
        assert card["column"] >= 0
        assert card["column"] + card["span"] <= columns
        assert card["certainty"] in CERTAINTIES
        assert card["frame"] is None or cards[card["frame"]]["kind"] == "agreement"
        assert len(card["tags"]) <= 3
        if card["shape"] not in ("set", "absence"):
            for one in card["folded"] or [card["id"]]:
                assert owner.setdefault(one, card["id"]) == card["id"]
    for identifier, one in told["entities"].items():
        assert one["card"] is None or one["card"] in cards
        if one["kind"] in PLACED and not (small and identifier not in owner):
            assert owner[identifier] == one["card"]
        if one["kind"] in HOMELESS:
            assert one["card"] is None
        assert all(fact["state"] in STATES and fact["certainty"] in CERTAINTIES for fact in one["facts"])
    assert set(told["entities"]) == {*org.model.entities, *org.model.sets}
    held = [one for column in told["columns"] for one in column["principals"]]
    assert sorted(held) == sorted(org.care_principals)
    for edge in told["edges"]:
        assert {edge["from"], edge["to"]} <= set(cards)
        assert edge["from"] != edge["to"]
        assert edge["members"]
    check_findings(told, set(cards))
    empty = {(card["row"], place) for card in cards.values()
             for place in range(card["column"], card["column"] + card["span"])}  # fmt: skip
    assert not any((gap["row"], gap["column"]) in empty for gap in told["gaps"])


def check_findings(told: dict[str, Any], cards: set[str]) -> None:
    for number, finding in enumerate(told["findings"], 1):
        assert finding["number"] == number
        assert set(finding["cards"]) <= cards
        assert all(0 <= place < len(told["columns"]) for place in finding["columns"])
        for place in finding["edges"]:
            assert number in told["edges"][place]["findings"]
    for place, edge in enumerate(told["edges"]):
        assert all(place in told["findings"][number - 1]["edges"] for number in edge["findings"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(organisations(), organisations())
def test_every_scene_hangs_together(text: str, other: str) -> None:
    org, old = (Org(loads(one, "any.json")) for one in (text, other))
    found, before = (audit(one, certainty=Degree.OPEN) for one in (org, old))
    told = scene(org, found)
    check(org, told)
    again = Org(loads(text, "any.json"))
    assert json.dumps(scene(again, audit(again, certainty=Degree.OPEN))) == json.dumps(told)
    few = scene(org, found, most_cards=12)
    check(org, few, small=True)
    assert len(few["cards"]) <= 12
    columns = {one for column in few["columns"] for one in column["principals"]}
    left_out = [
        one
        for identifier, one in few["entities"].items()
        if one["card"] is None and one["kind"] in (*PLACED, "principal") and identifier not in columns
    ]
    assert not left_out or f"Saker utan kort i bilden: {len(left_out)};" in few["limits"][0]
    both = scene(org, found, before=old, before_audit=before)
    json.dumps(both)
    check_findings(both, {card["id"] for card in both["cards"]})
    people = {one.id for one in org.things("person")}
    assert not people & set(scene(org, found, persons=False)["entities"])
