"""Text from a model is data in the database, whatever it holds: it comes back unchanged and does nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.engines import compare

from remit.graph.org import Org
from remit.model.files import dump, loads
from remit.model.whole import Model
from remit.store import versions as store
from remit.store.connection import Connection, connect
from remit.store.schema import SCHEMA

NASTY = [
    "'; MATCH (n) DETACH DELETE n //",
    '"}) DETACH DELETE n //',
    "`) REMOVE n:`Group",
    "`]->() DETACH DELETE n //",
    "$key {key: 'x'} \\u0027 \\u0060 \\' \\\\",
    "'}) WITH 1 AS a CALL { MATCH (n) DETACH DELETE n } RETURN a //",
    "*/ MATCH (n) DETACH DELETE n /*",
    "radbrytning\noch\ttabb\r\n",
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u202eomvänt\u202c {{7*7}} ${7*7} #{7*7}",
    "UNWIND range(1, 1000000) AS x RETURN x",
    "[3,null,[],[],null]",
    "\ufffd 日本 🏥 e\u0301 \u200b\u200f\u2066",
    "vasterbotten@1/lsg#most",
]
IDS = (
    "å-ä",
    "Ö.x",
    "العربية",
    "עברית",
    "日本",
    "no",
    "007",
    "1e3",
    "constructor",
    "DETACH",
    "key",
    "version",
    "a.b-c_d",
)
"""The most that an id may be made of: letters and digits of any script, dots, hyphens and low lines."""

CANARY = """\
remit: 1
model: {id: canary, title: Kanariefågel, as_of: 2020-01-01}
principals: {region: {role: care}, ask: {role: care}}
groups: {council: {seats: [region, ask]}}
"""


def document(text: str, name: str) -> dict[str, Any]:
    """A model in which a text stands wherever a text may, and ids are as odd as they may be."""
    both = {"sv": text, "en": text[::-1]}
    place = "report#" + text.replace("\n", " ").replace("\r", " ").replace("#", " ").strip()
    return {
        "remit": 1,
        "model": {"id": name, "title": both, "as_of": "2020-01-01"},
        "sources": {"report": {"name": both}},
        "levels": {"near": {"name": both}, "far": {"name": text}},
        "topics": {"topic": {"name": both}},
        "principals": {one: {"name": text, "role": "care"} for one in IDS},
        "groups": {
            "first": {
                "name": both,
                "title": text,
                "level": "near",
                "kind": "political",
                "note": text,
                "remit": {"purpose": text, "powers": ["recommend"], "topics": ["topic"], "document": text},
                "assignment": {"values": [text, text[::-1]], "source": place},
                "seats": [{"principal": IDS[0]}, {"shared_by": list(IDS[1:]), "count": 2}],
                "escalates_to": [{"to": "second", "source": place, "note": text}],
            },
            "second": {"name": text, "level": "far", "kind": "political", "remit": {"topics": ["topic"]}},
        },
        "sets": {"alla": {"name": both, "members": ["first", "second"]}},
        "facts": [
            {"about": "alla", "what": "introduction", "value": "none", "extent": "most", "source": place},
            {"about": "first", "what": "channel", "value": "none", "to": "operations", "source": place, "note": text},
        ],
    }


def model_of(text: str, name: str) -> Model:
    return loads(json.dumps(document(text, name)), "nasty.json")


@pytest.mark.parametrize("number", range(len(NASTY)))
def test_a_text_full_of_cypher_comes_back_unchanged_and_does_nothing(database: Connection, number: int) -> None:
    canary = loads(CANARY)
    store.push(database, canary)
    model = model_of(NASTY[number], "nasty")
    version = store.push(database, model)
    with connect(f"{database.address.uri}?model=nasty") as one:
        found = store.pull(one)[0]
    assert found == model
    assert dump(found) == dump(model)
    compared = compare(database, {version.key: Org(model)})
    assert compared.different == []
    assert sum(compared.fired.values()) > 3
    name = model.entities["first"].name
    assert name is not None
    shown = "MATCH (g:Group {version: $key, id: 'first'}) RETURN g.name AS sv, g.name_en AS en"
    assert database.read(shown, {"key": version.key}) == [{"sv": name.sv, "en": name.en}]
    with connect(f"{database.address.uri}?model=canary") as one:
        assert store.pull(one)[0] == canary
    store.prune(database)
    assert {(one.model, one.state) for one in store.versions(database)} == {("canary", "whole"), ("nasty", "whole")}


def test_a_text_that_is_asked_for_is_never_part_of_a_query(database: Connection) -> None:
    store.push(database, loads(CANARY))
    for text in NASTY:
        assert store.versions(database, text) == []
        database.read("MATCH (n:Group {id: $text}) RETURN n", {"text": text})
    assert [one.schema for one in store.versions(database)] == [SCHEMA]


def test_labels_and_relationship_types_come_from_the_declaration_alone(database: Connection) -> None:
    store.push(database, model_of("canary", "plain"))
    names = (
        "CALL db.labels() YIELD label RETURN label AS name UNION CALL db.relationshipTypes() YIELD relationshipType "
    )
    names += "RETURN relationshipType AS name"
    before = {one["name"] for one in database.read(names)}
    for text in NASTY:
        store.push(database, model_of(text, "nasty"))
    assert {one["name"] for one in database.read(names)} == before
