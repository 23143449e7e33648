"""Proofs as text, as a property of a node or relationship holds them."""

from __future__ import annotations

import json
from typing import Any

from remit.graph.logic import Evidence, Ground, Proof
from remit.graph.resolve import Fact, Item, Origin
from remit.model.facts import Degree, SourceRef, State


def encode(proof: Proof) -> str:
    """A proof as JSON: degree, ground, evidence, sources, statement."""
    parts = [
        int(proof.degree),
        None if proof.ground is None else proof.ground.word,
        [list(one) for one in proof.evidence],
        [str(one) for one in proof.sources],
        proof.statement,
    ]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Proof:
    """The proof that a text holds."""
    degree, ground, evidence, sources, statement = json.loads(text)
    return Proof(
        Degree(degree),
        ground_of(ground),
        tuple(Evidence(*one) for one in evidence),
        tuple(SourceRef.parse(one) for one in sources),
        statement,
    )


def ground_of(word: str | None) -> Ground | None:
    """A ground by its word."""
    return None if word is None else Ground[word.upper()]


def fact_of(subject: str, path: str, node: Any, items: list[Any]) -> Fact:
    """The fact that a node holds (None: nobody says anything), with those of its items that are meant."""
    if node is None:
        return Fact(subject, path, State.UNKNOWN, degree=Degree.OPEN)
    meant = tuple(item_of(one) for one in items)
    named = {item.value for item in meant}
    others = (Item(value, State.VALUE, Degree.ESTABLISHED) for value in node["values"] or () if value not in named)
    return Fact(
        subject,
        path,
        State(node["state"]),
        node["shown"],
        Degree(node["degree"]),
        tuple(SourceRef.parse(one) for one in node["sources"]),
        Origin(node["origin"]),
        items=(*meant, *others),
        closed=node["closed"],
        statement=node.get("statement"),
    )


def item_of(node: Any) -> Item:
    """The item that a node holds."""
    return Item(
        node["value"],
        State(node["state"]),
        Degree(node["degree"]),
        tuple(SourceRef.parse(one) for one in node["sources"]),
        statement=node.get("statement"),
        possibly=node["possibly"],
    )
