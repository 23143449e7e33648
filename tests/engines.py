"""Puts many organisations into Neo4j in one load and compares the two engines on them, rule by rule."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from remit.graph.org import Org
from remit.queries import cypher
from remit.queries.catalogue import catalogue
from remit.queries.engine import best_of
from remit.queries.rule import Row
from remit.store.connection import Connection
from remit.store.load import all_written, batches
from remit.store.resolved import Records, records
from remit.store.schema import constraints


@dataclass
class Compared:
    """What came of comparing: rows that only one engine gives, how often each rule fired, what the server answered."""

    different: list[str] = field(default_factory=list)
    fired: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    """By rule, how many records came from the server."""
    asked: Counter[str] = field(default_factory=Counter)
    """By rule, how many organisations it was asked of."""


def put(connection: Connection, orgs: Mapping[str, Org]) -> None:
    """Load organisations under their keys, all in one load."""
    for query in constraints():
        connection.declare(query)
    together = Records("")
    for key, org in orgs.items():
        one = records(org, key)
        together.nodes[("Version",)].append({"key": key, "version": key, **one.version_properties})
        for mine, theirs in (
            (together.nodes, one.nodes),
            (together.owned, one.owned),
            (together.links, one.links),
        ):
            for place, rows in theirs.items():
                mine[place].extend(rows)  # type: ignore[index]
    for query, rows in batches(together):
        counters = connection.write(lambda tx, query=query, rows=rows: tx.run(query, {"rows": rows}).consume()).counters
        assert all_written(counters, rows), query


def compare(
    connection: Connection,
    orgs: Mapping[str, Org],
    codes: Iterable[str] = (),
    settings: Mapping[str, Mapping[str, Any]] | None = None,
    remembered: dict[tuple[str, str], list[Row]] | None = None,
) -> Compared:
    """Ask both engines of organisations that are loaded: each rule once for all of those with the same settings.

    ``settings``: by organisation, where they are not the rule's own. ``remembered``: what memory gave, by rule and
    organisation, for whoever compares the same again.
    """
    remembered = {} if remembered is None else remembered
    result = Compared()
    for code in codes or catalogue():
        rule, detect = catalogue()[code]
        module = sys.modules[detect.__module__]
        package = detect.__module__.split(".")[-2]
        alike: dict[tuple[Any, ...], list[str]] = defaultdict(list)
        for key in orgs:
            own = rule.defaults() | dict((settings or {}).get(key, {}))
            alike[tuple(sorted(own.items()))].append(key)
        for given, keys in alike.items():
            answer = cypher.ask(connection.read, package, keys, dict(given))
            result.answered[code] += sum(map(len, answer.values()))
            for key in keys:
                result.asked[code] += 1
                blind: Any = Blind(orgs[key])
                by_server = best_of(cypher.rows_of(module, blind, dict(given), answer[key]))
                in_memory = remembered.get((code, key))
                if in_memory is None:
                    in_memory = remembered[code, key] = best_of(detect(orgs[key], dict(given)))
                result.fired[code] += bool(in_memory)
                result.different.extend(differences(f"{code} {key}", by_server, in_memory))
    return result


def differences(place: str, by_server: Sequence[Row], in_memory: Sequence[Row]) -> list[str]:
    """The rows that only one of the engines gives, in words."""
    found = [f"{place}: only in Cypher: {row}" for row in by_server if row not in in_memory]
    found += [f"{place}: only in memory: {row}" for row in in_memory if row not in by_server]
    if not found and list(by_server) != list(in_memory):
        found.append(f"{place}: another order or number of the same rows")
    return found


class Blind:
    """An organisation that tells names and nothing else: whoever makes rows from the server's answer with it cannot
    have looked the answer up in memory.
    """

    TELLS = frozenset({"care_principals", "kind", "name", "on"})

    def __init__(self, org: Org) -> None:
        self._org = org

    def __getattr__(self, name: str) -> Any:
        if name in self.TELLS:
            return getattr(self._org, name)
        raise AssertionError(f"a rule asks the organisation in memory for {name} when the server is to answer")
