"""The schema in Neo4j, derived from the kinds and their fields: labels, relationship types, constraints.

This is the one declaration; queries are put together from it and never from what a model says. Labels stand in
PascalCase, relationship types in UPPER_SNAKE_CASE, properties in snake_case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from remit.graph.resolve import owner_class
from remit.model.kind import ref_of
from remit.model.kinds import registry
from remit.model.kinds.route import RELATIONS
from remit.model.whole import is_list, part_class
from remit.store.glossary import NODE_TYPES

SCHEMA = 1
"""The version of this schema: a database written by another is told apart, never misread."""

SILENT_FIELDS = frozenset({"id", "name", "note", "said"})
"""What an entity carries that is no fact."""


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


@cache
def names_things(path: str) -> bool:
    """Whether a field holds ids of entities, in any kind that has it."""
    if path in RELATIONS:
        return True
    owners = [owner_class(cls, path) for kind, cls in registry().items() if path in paths(kind)]
    return any(ref_of(owner, name) is not None for owner, name in owners)


def constraints() -> list[str]:
    """The queries that make the constraints and indexes, each harmless where it is there already."""
    kinds = [label(kind) for kind in registry()]
    found = [
        f"CREATE CONSTRAINT remit_{name.lower()}_key IF NOT EXISTS FOR (n:{name}) REQUIRE n.key IS UNIQUE"
        for name in (*(t.label for t in NODE_TYPES if t.keyed), *kinds)
    ]
    found.extend(
        f"CREATE INDEX remit_{name.lower()}_version IF NOT EXISTS FOR (n:{name}) ON (n.version)"
        for name in (*kinds, *KEPT)
    )
    found.append("CREATE INDEX remit_subject_of_kind IF NOT EXISTS FOR (n:Subject) ON (n.version, n.of_kind)")
    found.append("CREATE INDEX remit_several IF NOT EXISTS FOR (n:Several) ON (n.version, n.id)")
    found.append("CREATE INDEX remit_listing IF NOT EXISTS FOR (n:Listing) ON (n.version, n.of_kind)")
    return found


DETAILS = tuple(t.label for t in NODE_TYPES if not t.keyed and t.of_version)
"""The labels of nodes that belong to another and have no key."""

KEPT = (*DETAILS, *(t.label for t in NODE_TYPES if t.keyed and t.of_version))
"""The labels of everything that a version holds, in the order in which it is removed: what is shared comes last."""
