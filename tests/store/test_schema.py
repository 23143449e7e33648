"""What is pushed is what the schema declares, no more and no less: labels, relationship types, ends and properties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import pytest
from tests.organisations import organisation

from remit.graph.org import LINKING, Org
from remit.model.files import load, loads, resolve, shipped
from remit.model.kind import LADDER
from remit.model.kinds import registry
from remit.queries.cases import cases_of
from remit.queries.catalogue import catalogue
from remit.store import glossary
from remit.store.resolved import POWERS, records
from remit.store.schema import KEPT, constraints, fact_type, label, names_things, paths, property_name, relation_type

PUSHED_LATER = {"written", "place", "head", "model", "number", "state", "schema", "remit", "done", "entities"}
"""What the push itself puts beside the resolved graph: see the tests of versions."""
LISTED = {f"{name}_listed" for name in LINKING}
PER_POWER = {f"{word}_{power}" for word in ("has", "lacks") for power in POWERS}


@dataclass
class Seen:
    """What stands in the records of many models."""

    of_kind: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    of_node: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    of_link: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ends: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))


def orgs() -> Iterator[Org]:
    for name in shipped():
        yield Org(load(resolve(name)))
    for _, detect in catalogue().values():
        for case in cases_of(detect.__module__.split(".")[-2]):
            yield Org(loads(case.text))
    for seed in range(20):
        yield Org(loads(organisation(seed)))


@cache
def seen() -> Seen:
    found = Seen()
    for org in orgs():
        one = records(org, "m@1")
        for labels, rows in one.nodes.items():
            for row in rows:
                (found.of_kind if labels[0] == "Subject" else found.of_node)[labels[-1]].update(row)
        for (owner, name, node, to), rows in one.owned.items():
            found.ends[name].add((owner, node))
            for row in rows:
                found.of_node[node].update(row["p"])
                if row["to"]:
                    found.ends[to].add((node, "Subject"))
        for (source, name, target), rows in one.links.items():
            found.ends[name].add((source, target))
            for row in rows:
                found.of_link[name].update(row["p"])
    found.of_node["Several"] = found.of_kind.pop("Several")
    return found


@pytest.mark.parametrize("kind", registry())
def test_an_entity_has_the_properties_that_are_declared_and_those_of_its_fields(kind: str) -> None:
    declared = {*glossary.ENTITY, *glossary.OF_KIND.get(kind, ())} | {property_name(path) for path in paths(kind)}
    assert seen().of_kind[label(kind)], f"no model has a {kind}"
    assert seen().of_kind[label(kind)] - declared <= LISTED
    assert {*glossary.ENTITY, *glossary.OF_KIND.get(kind, ())} - PUSHED_LATER <= seen().of_kind[label(kind)]


@pytest.mark.parametrize(
    "node", [one for one in glossary.NODE_TYPES if one.label not in ("Model", "Version", "Subject")]
)
def test_another_node_has_the_properties_that_are_declared_and_no_other(node: glossary.NodeType) -> None:
    told = seen().of_node[node.label]
    assert told - {*node.properties} <= (PER_POWER if node.label == "Fact" else set())
    assert {*node.properties} - PUSHED_LATER <= told | ({"number", "state"} & {*node.properties})


def test_every_relationship_comes_from_a_field_a_part_or_the_glossary() -> None:
    from_fields = {relation_type(path) for kind in registry() for path in paths(kind) if names_things(path)}
    from_parts = {relation_type(name) for cls in registry().values() for name, _ in cls.kind_meta.parts}
    facts = {fact_type(path) for kind in registry() for path in paths(kind)}
    derived = {link.name for link in glossary.LINK_TYPES}
    assert set(seen().ends) - {""} <= from_fields | from_parts | facts | derived
    assert derived <= set(seen().ends)


@pytest.mark.parametrize("link", glossary.LINK_TYPES, ids=lambda link: link.name)
def test_a_derived_relationship_has_the_ends_and_properties_that_are_declared(link: glossary.LinkType) -> None:
    assert seen().ends[link.name] == set(link.ends)
    plain = {"degree"} if link.name in {relation_type(path) for kind in registry() for path in paths(kind)} else set()
    assert seen().of_link[link.name] - plain == {*link.properties}


@pytest.mark.parametrize("relation", LINKING)
def test_a_relation_between_bodies_tells_everything_that_is_declared(relation: str) -> None:
    assert seen().of_link[relation_type(relation)] == {*glossary.EDGE}


def test_every_property_has_one_meaning_and_every_meaning_a_property() -> None:
    used = {
        *glossary.ENTITY,
        *(name for names in glossary.OF_KIND.values() for name in names),
        *(name for node in glossary.NODE_TYPES for name in node.properties),
        *(name for link in glossary.LINK_TYPES for name in link.properties),
        *glossary.EDGE,
    }
    assert used == set(glossary.PROPERTIES)
    assert all(one < other for one, other in pairwise(glossary.PROPERTIES))


@pytest.mark.parametrize("kind", registry())
def test_no_field_hides_what_is_derived(kind: str) -> None:
    derived = {*glossary.ENTITY, *glossary.OF_KIND.get(kind, ()), *LISTED}
    assert not derived & {property_name(path) for path in paths(kind)}


def test_names_are_written_as_the_field_writes_them() -> None:
    assert label("joint_body") == "JointBody"
    assert relation_type("remit.topics") == "REMIT_TOPICS"
    assert fact_type("remit.topics") == "FACT_REMIT_TOPICS"
    assert property_name("remit.topics") == "remit_topics"
    with pytest.raises(ValueError, match="no name of the declaration"):
        label("Group` DETACH DELETE n //")


def test_constraints_come_before_indexes_and_everything_of_a_version_can_be_found_by_it() -> None:
    queries = constraints()
    sorts = [query.split()[1] for query in queries]
    assert sorts == sorted(sorts)
    assert {f"FOR (n:{name}) ON (n.version)" for name in KEPT} <= {query.partition("EXISTS ")[2] for query in queries}
    assert KEPT[-1] == "Fact", "facts are shared by subjects, and go when those are gone"
    assert set(LADDER) <= set(POWERS)
