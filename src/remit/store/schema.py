"""The schema in Neo4j, derived from the kinds and their fields: labels, relationship types, constraints.

This is the one declaration; queries are put together from it and never from what a model says. Labels stand in
PascalCase, relationship types in UPPER_SNAKE_CASE, properties in snake_case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from remit.model.kinds import registry
from remit.model.kinds.route import RELATIONS
from remit.model.whole import is_list, part_class

SCHEMA = 1
"""The version of this schema: a database written by another is told apart, never misread."""

SILENT_FIELDS = frozenset({"id", "name", "note", "said"})
"""What an entity carries that is no fact."""

LINKS = (*RELATIONS, "answers_to", "parent")
"""The fields whose resolved relations stand as relationships with everything that is said of them."""


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label that is no kind's: what its nodes are, and their properties by name with a word on each."""

    label: str
    meaning: str
    properties: tuple[tuple[str, str], ...]
    keyed: bool = False


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relationship type that is derived, not a field's: from which labels to which, and what it means."""

    name: str
    source: str
    target: str
    meaning: str
    properties: tuple[tuple[str, str], ...] = ()


def label(kind: str) -> str:
    """The label of a kind: ``joint_body`` gives ``JointBody``."""
    return "".join(part.capitalize() for part in _name(kind).split("_"))


def relation_type(name: str) -> str:
    """The relationship type of a field or relation: ``remit.topics`` gives ``REMIT_TOPICS``."""
    return _name(name.replace(".", "_")).upper()


def fact_type(path: str) -> str:
    """The relationship type that leads to the resolved fact of a field: ``FACT_REMIT_TOPICS``."""
    return f"FACT_{relation_type(path)}"


def property_name(path: str) -> str:
    """The property of a field: ``remit.powers`` gives ``remit_powers``."""
    return _name(path.replace(".", "_"))


def _name(name: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise ValueError(f"{name!r} is no name of the declaration")
    return name


@cache
def paths(kind: str) -> tuple[str, ...]:
    """The fields of a kind by dotted path, those of its parts included."""
    return tuple(_paths(registry()[kind], ""))


def _paths(cls: type[Any], head: str) -> Iterator[str]:
    for name in cls.model_fields:
        if name not in SILENT_FIELDS:
            yield f"{head}{name}"
            part = part_class(cls, name)
            if part is not None and not is_list(cls, name):
                yield from _paths(part, f"{head}{name}.")


PROOF = "a proof: degree, ground, evidence, sources and statement, as JSON"

NODE_TYPES: tuple[NodeType, ...] = (
    NodeType(
        "Model",
        "a model that the database keeps",
        (
            ("id", "the model's id"),
            ("current", "the key of its current version"),
            ("number", "the number of its newest version"),
        ),
        keyed=True,
    ),
    NodeType(
        "Version",
        "one version of a model",
        (
            ("key", "model@number"),
            ("model", "the model's id"),
            ("number", "its number"),
            ("state", "loading, whole or scratch"),
            ("schema", "the version of this schema"),
            ("on", "the day that it is resolved for"),
            ("head", "the head of the model, as JSON"),
            ("nearest_rank", "the least rank of a level"),
        ),
        keyed=True,
    ),
    NodeType(
        "Subject",
        "an entity, or what a statement short of all speaks of (then with an extent)",
        (
            ("key", "version/id"),
            ("version", "the key of its version"),
            ("id", "the id"),
            ("of_kind", "the kind (of the members, where it has an extent)"),
            ("extent", "most, some or one; none for an entity"),
            ("in_force", "to what degree it is in force"),
            ("presence_proof", PROOF),
        ),
        keyed=True,
    ),
    NodeType(
        "Set",
        "a set with a name",
        (("key", "version/id"), ("version", "the key of its version"), ("id", "the id")),
        keyed=True,
    ),
    NodeType(
        "Fact",
        "the resolved fact of a field of which anybody says anything",
        (
            ("path", "the field"),
            ("state", "value, none, unknown, unclear or deferred"),
            ("value", "the value"),
            ("values", "of a list: the items that are there"),
            ("degree", "1 open, 2 reported, 3 established"),
            ("origin", "own, statement, coverage, default, whole, contradiction or silence"),
        ),
        keyed=True,
    ),
    NodeType(
        "Item",
        "one item of a list",
        (
            ("value", "the id or word"),
            ("state", "value, none, unclear or deferred"),
            ("degree", "how sure"),
            ("possibly", "whether it is told of a set short of all"),
        ),
        keyed=False,
    ),
)


def constraints() -> list[str]:
    """The queries that make the constraints and indexes, each harmless where it is there already."""
    found = [
        f"CREATE CONSTRAINT remit_{t.label.lower()}_key IF NOT EXISTS FOR (n:{t.label}) REQUIRE n.key IS UNIQUE"
        for t in NODE_TYPES
        if t.keyed
    ]
    found.extend(
        f"CREATE INDEX remit_{name.lower()}_version IF NOT EXISTS FOR (n:{name}) ON (n.version)"
        for name in (*(label(kind) for kind in registry()), "Subject", "Set", "Fact", *DETAILS)
    )
    found.append("CREATE INDEX remit_subject_of_kind IF NOT EXISTS FOR (n:Subject) ON (n.version, n.of_kind)")
    found.append("CREATE INDEX remit_listing IF NOT EXISTS FOR (n:Listing) ON (n.version, n.of_kind)")
    return found


KEPT = ("Item", "Fact", "Way", "Channel", "Concern", "TakenHome", "Listing", "Statement", "Set", "Subject")
"""The labels of everything that a version holds, in the order in which it is removed."""

DETAILS = ("Item", "Way", "Channel", "Concern", "TakenHome", "Listing", "Statement")
"""The labels of nodes that belong to another and have no key."""
