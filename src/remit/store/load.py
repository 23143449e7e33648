"""Writes records into Neo4j, in batches; queries are put together from the declaration alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from remit.store.resolved import Record, Records

BATCH = 5000
"""Records in one query."""


def all_written(counters: Any, rows: list[Record]) -> bool:
    """Whether a query made something of every record: one whose owner or ends are not there would go unseen."""
    return bool((counters.nodes_created or counters.relationships_created) == len(rows))


def batches(records: Records) -> Iterator[tuple[str, list[Record]]]:
    """The queries, each with a batch of records, in the order in which they must be run."""
    for labels, rows in records.nodes.items():
        yield from _each(f"UNWIND $rows AS row CREATE (n:{':'.join(labels)}) SET n = row", rows)
    # what belongs to facts comes after all facts
    for (owner, name, node, to), rows in sorted(records.owned.items(), key=lambda part: part[0][0] == "Fact"):
        query = f"UNWIND $rows AS row MATCH (o:{owner} {{key: row.of}}) CREATE (o)-[:{name}]->(n:{node}) SET n = row.p"
        if to:
            query += f" WITH n, row UNWIND row.to AS to MATCH (t:Subject {{key: to}}) CREATE (n)-[:{to}]->(t)"
        yield from _each(query, rows)
    for (source, name, target), rows in records.links.items():
        query = (
            f"UNWIND $rows AS row MATCH (a:{source} {{key: row.a}}) MATCH (b:{target} {{key: row.b}}) "
            f"CREATE (a)-[r:{name}]->(b) SET r = row.p"
        )
        yield from _each(query, rows)


def _each(query: str, rows: list[Record]) -> Iterator[tuple[str, list[Record]]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield query, batch
