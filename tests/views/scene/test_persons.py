"""Without persons, nobody is named anywhere in the scene."""

from __future__ import annotations

import json
import re

import pytest
from tests.views.scene.conftest import org

from remit.model.text import Text
from remit.views.scene.findings import _Unnamed
from remit.views.scene.sides import Sides

TEXT = """
remit: 1
model: {id: here, title: Here, as_of: 2020-01-01}
levels: [near]
principals: {region: {name: Region, kind: region}, ask: {name: Ask, kind: municipality}}
functions: {head: {name: Head of care, principal: ask}}
persons:
  anna: {name: Anna Svensson, note: on leave, holds: [head]}
  bo-ek: {name: Bo}
sets: {people: {name: the members, members: [anna, bo-ek]}}
groups:
  team:
    name: Team Bodens vänner
    level: near
    kind: officials
    seats: [region, {principal: ask, function: head}, {person: anna}, {person: bo-ek, vacant: yes}]
"""


@pytest.fixture
def shown(look):
    return look(TEXT)


@pytest.fixture
def hidden(look):
    return look(TEXT, persons=False)


def test_with_persons_they_are_there(shown):
    assert shown.scene["entities"]["anna"]["name"] == "Anna Svensson"
    assert shown.scene["entities"]["anna"]["note"] == "on leave"
    assert shown.scene["entities"]["team:anna"]["card"] == "team"
    assert shown.scene["entities"]["people"]["members"] == ["anna", "bo-ek"]


def test_without_persons_no_name_and_no_id_of_one_is_left(hidden):
    text = json.dumps(hidden.scene, ensure_ascii=False)
    for word in ("Anna", "Svensson", "anna", "bo-ek", "Bo", "on leave"):
        assert not re.search(rf"\b{word}\b", text)


def test_the_rest_stays(shown, hidden):
    gone = set(shown.scene["entities"]) - set(hidden.scene["entities"])
    assert gone == {"anna", "anna:head", "bo-ek", "team:anna", "team:bo-ek"}
    assert [one["id"] for one in hidden.scene["cards"]] == [one["id"] for one in shown.scene["cards"]]
    assert len(hidden.scene["findings"]) == len(shown.scene["findings"])
    assert "Team Bodens vänner" in json.dumps(hidden.scene, ensure_ascii=False)  # Bo is a name, not a part of a word


def test_a_finding_about_a_seat_that_a_person_fills_is_told_without_the_name(shown, hidden):
    (told,) = shown.found("COV506")
    assert "Bo" in told["message"][0]
    (untold,) = hidden.found("COV506")
    assert untold["message"][0] == told["message"][0].replace("Team Bodens vänner: Bo", "en person")
    assert untold["subject"] == []
    assert untold["cards"] == ["team"]


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Anna Svenssons plats är vakant.", "en persons plats är vakant."),
        ("Anna Svensson's plats är vakant.", "en persons plats är vakant."),
        ("Anna Svensson har en plats.", "en person har en plats."),
        ("Bos plats, inte Bodens och inte Boss plats.", "en persons plats, inte Bodens och inte Boss plats."),
    ],
)
def test_a_name_in_the_genitive_is_a_name_too(written, left):
    """What is hidden must not come back because a sentence says whose something is."""
    unnamed = _Unnamed(Sides(org(TEXT), None, persons=False))
    assert unnamed.of(Text(written, written)).sv == left
    assert "a person's" in unnamed.of(Text("Anna Svenssons seat", "Anna Svensson's seat")).en
