"""Models in a database, version by version: push, pull, list, choose, prune.

A version is loaded beside the others under a key of its own; readers find it only when the pointer of its model is
moved to it, in the last transaction. A load that is cut off therefore leaves the former version in force, and what
it left is told apart by its state. Versions never change once they are whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from remit.graph.org import Org
from remit.model.files import loads
from remit.model.files.writer import document
from remit.model.kinds import sections
from remit.model.whole import Model
from remit.store.connection import Connection, told
from remit.store.faults import NoAnswer, WrongRequest
from remit.store.load import all_written, batches
from remit.store.resolved import Records, records
from remit.store.schema import KEPT, SCHEMA, constraints

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

Progress = Callable[[int, int], None]
"""Told how many of how many records are written."""

DELETED_AT_ONCE = 10_000
"""Nodes removed in one transaction."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a model in a database."""

    model: str
    number: int
    state: str
    """``whole``, ``loading`` (or cut off), ``removing`` or ``scratch``."""
    current: bool
    key: str
    schema: int
    entities: int
    remit: str

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "model": self.model,
            "version": self.number,
            "state": self.state,
            "in_force": self.current,
            "entities": self.entities,
            "schema": self.schema,
            "remit": self.remit,
        }


def versions(connection: Connection, model: str | None = None) -> list[Version]:
    """The versions in a database (of one model), by model and number."""
    found = connection.read(
        "MATCH (v:Version) WHERE v.model IS NOT NULL AND ($model IS NULL OR v.model = $model) "
        "OPTIONAL MATCH (m:Model {key: v.model}) "
        "RETURN v.model AS model, v.number AS number, v.state AS state, v.key AS key, v.schema AS schema, "
        "coalesce(v.entities, 0) AS entities, coalesce(v.remit, '') AS remit, coalesce(m.current = v.key, false) AS "
        "current",
        {"model": model},
    )
    return sorted((Version(**one) for one in found), key=lambda v: (v.model, v.number, v.key))


def choose(connection: Connection) -> Version:
    """The version that an address means: of its model (or the only one) the one named, else the one in force.

    Raises WrongRequest where there is none, or it is not whole; NoAnswer where another release wrote it.
    """
    address = connection.address
    there = [one for one in versions(connection) if one.state != "scratch"]
    known = sorted({one.model for one in there})
    if not known:
        raise WrongRequest("empty", server=address.server)
    model = address.model or (known[0] if len(known) == 1 else None)
    if model is None:
        raise WrongRequest("choose_model", server=address.server, known=", ".join(known))
    if model not in known:
        raise WrongRequest("no_model", server=address.server, found=model, known=", ".join(known))
    chosen = _one_of(model, [one for one in there if one.model == model], address.version)
    if chosen.schema != SCHEMA:
        raise NoAnswer("other_schema", model=model, found=chosen.number, theirs=chosen.schema, ours=SCHEMA)
    return chosen


def _one_of(model: str, own: list[Version], number: int | None) -> Version:
    if number is None:
        chosen = next((one for one in own if one.current), None)
        if chosen is None:
            raise WrongRequest("no_whole_version", model=model)
        return chosen
    chosen = next((one for one in own if one.number == number), None)
    if chosen is None:
        known = ", ".join(str(one.number) for one in own if one.state == "whole") or "–"
        raise WrongRequest("no_version", model=model, found=number, known=known)
    if chosen.state != "whole":
        raise WrongRequest("not_whole", model=model, found=number)
    return chosen


# -- push --------------------------------------------------------------------------------------------------------


def push(connection: Connection, model: Model, progress: Progress | None = None) -> Version:
    """Load a model as a new version beside the others and let it come into force.

    Raises NoAnswer where the connection breaks (the former version is then in force), the user may not write, or
    somebody else's version came into force meanwhile (this one is then removed again).
    """
    _declare(connection)
    number, base = _begin(connection, model)
    key = f"{model.head.id}@{number}"
    with told(connection.address, "lost_push", model=model.head.id, found=number):
        _load(connection, Org(model), model, key, progress)
    with told(connection.address, "lost_pointer", model=model.head.id, found=number):
        theirs = connection.write(lambda tx: _come_into_force(tx, model.head.id, key, base))
    if theirs is not None:
        _remove(connection, key)
        raise NoAnswer("moved", model=model.head.id, theirs=theirs)
    return next(one for one in versions(connection, model.head.id) if one.key == key)


def _declare(connection: Connection) -> None:
    """Make the constraints and indexes that are not there yet."""
    with told(connection.address, "lost"):
        there = {one["name"] for one in connection.read("SHOW INDEXES YIELD name")}
        for query in constraints():
            if query.split()[2] not in there:
                connection.declare(query)


def _begin(connection: Connection, model: Model) -> tuple[int, str | None]:
    """Take the next number, and see which version is in force now."""
    from remit import __version__

    attempt = uuid4().hex  # a transaction that is tried again must not take a second number

    def work(tx: ManagedTransaction) -> tuple[int, str | None]:
        record = tx.run(
            "MERGE (m:Model {key: $id}) SET m.id = $id "
            "MERGE (v:Version {key: CASE WHEN m.attempt = $attempt THEN $id + '@' + toString(m.number) "
            "ELSE $id + '@' + toString(coalesce(m.number, 0) + 1) END}) "
            "SET m.number = CASE WHEN m.attempt = $attempt THEN m.number ELSE coalesce(m.number, 0) + 1 END "
            "SET m.attempt = $attempt "
            "SET v += {version: v.key, model: $id, number: m.number, state: 'loading', schema: $schema, "
            "remit: $remit, done: 0} "
            "RETURN m.number AS number, m.current AS base",
            {"id": model.head.id, "attempt": attempt, "schema": SCHEMA, "remit": __version__},
        ).single(strict=True)
        return record["number"], record["base"]

    with told(connection.address, "lost"):
        found: tuple[int, str | None] = connection.write(work)
        return found


def _load(connection: Connection, org: Org, model: Model, key: str, progress: Progress | None) -> None:
    """Write everything of a version; each batch once, also where a transaction is tried again."""
    content = records(org, key)
    properties = _documents(content, model) | content.version_properties
    properties["entities"] = len(model.entities)
    total = content.size()
    written = 0
    for number, (query, rows) in zip(count(1), batches(content), strict=False):
        connection.write(_once(key, number, query, rows))
        written += len(rows)
        if progress is not None:
            progress(written, total)
    connection.write(
        lambda tx: tx.run("MATCH (v:Version {key: $key}) SET v += $p", {"key": key, "p": properties}).consume()
    )


def _once(key: str, number: int, query: str, rows: list[dict[str, Any]]) -> Callable[[ManagedTransaction], None]:
    def work(tx: ManagedTransaction) -> None:
        # somebody may be removing it: what is written then would stay for ever
        done = tx.run(
            "MATCH (v:Version {key: $key}) SET v.locked = true WITH v WHERE v.state IN ['loading', 'scratch'] "
            "RETURN v.done AS done",
            {"key": key},
        ).single()
        if done is None or done["done"] is None:
            model, _, found = key.rpartition("@")
            raise NoAnswer("removed", model=model, found=found)
        if done["done"] >= number:
            return
        counters = tx.run(query, {"rows": rows}).consume().counters
        if not all_written(counters, rows):
            raise NoAnswer("server_said", server="", what=f"incomplete batch {number}")
        tx.run("MATCH (v:Version {key: $key}) SET v.done = $number", {"key": key, "number": number}).consume()

    return work


def _documents(content: Records, model: Model) -> dict[str, Any]:
    """Put what the model's file says beside the resolved graph: of each entity, set and statement on its own node,
    the rest on the version.
    """
    told_of = document(model)
    kinds = sections()
    rest: dict[str, Any] = {}
    by_key = {row["key"]: row for rows in content.nodes.values() for row in rows if "key" in row}
    for section, said in told_of.items():
        if section == "sets" or (section in kinds and isinstance(said, dict) and kinds[section] != "system"):
            for place, (identifier, one) in enumerate(said.items()):
                by_key[content.key(identifier)] |= {"written": _json(one), "place": place}
            rest.setdefault("order", []).append(section)
        elif section == "facts":
            for row, one in zip(content.nodes[("Statement",)], said, strict=True):
                row["written"] = _json(one)
        else:
            rest[section] = said
    return {"head": _json(rest)}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _come_into_force(tx: ManagedTransaction, model: str, key: str, base: str | None) -> str | None:
    """Move the pointer, unless it has moved meanwhile; gives where it points then."""
    record = tx.run(
        "MATCH (m:Model {key: $model}) SET m.locked = true WITH m "
        "MATCH (v:Version {key: $key}) "
        # one that somebody else is removing must not come into force; one that has may be asked again after a retry
        "SET v.locked = true WITH m, v, coalesce(m.current, '') = $key OR "
        "(coalesce(m.current, '') = coalesce($base, '') AND v.state = 'loading') AS free "
        "FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END | SET v.state = 'whole', m.current = v.key) "
        "RETURN free, m.current AS current, v.state AS state",
        {"model": model, "key": key, "base": base},
    ).single()
    if record is None or record["state"] == "removing":
        found = key.rpartition("@")[2]
        raise NoAnswer("removed", model=model, found=found)
    return None if record["free"] else str(record["current"])


@contextmanager
def scratch(connection: Connection, org: Org) -> Iterator[str]:
    """An organisation in a database for as long as the context lasts; gives the key of its version."""
    _declare(connection)
    key = f"{org.model.head.id}@scratch-{uuid4().hex}"

    def begin(tx: ManagedTransaction) -> None:
        properties = {"key": key, "state": "scratch", "schema": SCHEMA, "version": key, "done": 0}
        tx.run("MERGE (v:Version {key: $key}) SET v += $p", {"key": key, "p": properties}).consume()

    with told(connection.address, "lost"):
        connection.write(begin)
    try:
        with told(connection.address, "lost"):
            _load(connection, org, org.model, key, None)
        yield key
    finally:
        _remove(connection, key)


# -- pull --------------------------------------------------------------------------------------------------------


def pull(connection: Connection, version: Version | None = None) -> tuple[Model, Version]:
    """The model that a version holds, equal to the one that was pushed; by default the one that the address means."""
    chosen = version or choose(connection)
    head = connection.read("MATCH (v:Version {key: $key}) RETURN v.head AS head", {"key": chosen.key})
    by_kind = connection.read(
        "MATCH (n:Subject {version: $key}) WHERE n.written IS NOT NULL "
        "RETURN n.of_kind AS kind, collect(n.id) AS ids, collect(n.place) AS places, collect(n.written) AS documents",
        {"key": chosen.key},
    )
    sets = connection.read(
        "MATCH (n:Set {version: $key}) "
        "RETURN collect(n.id) AS ids, collect(n.place) AS places, collect(n.written) AS documents",
        {"key": chosen.key},
    )
    rows = connection.read(
        "MATCH (n:Statement {version: $key}) RETURN collect(n.number) AS places, collect(n.written) AS documents",
        {"key": chosen.key},
    )
    if not head or head[0]["head"] is None:
        raise WrongRequest("not_whole", model=chosen.model, found=chosen.number)
    still_whole(connection, chosen.key)
    whole = json.loads(head[0]["head"])
    order = whole.pop("order", [])
    columns = {one["kind"]: one for one in by_kind} | {"": sets[0]}
    kinds = sections()
    for section in order:
        one = columns[kinds.get(section, "")]
        told_of = sorted(zip(one["places"], one["ids"], one["documents"], strict=True))
        whole[section] = {identifier: json.loads(text) for _, identifier, text in told_of}
    facts = sorted(zip(rows[0]["places"], rows[0]["documents"], strict=True))
    if facts:
        whole["facts"] = [json.loads(text) for _, text in facts]
    return loads(json.dumps(whole, ensure_ascii=False), f"{chosen.key}.json"), chosen


def still_whole(connection: Connection, key: str) -> None:
    """Make sure that a version has been whole all the time that it was read: versions never change while they are.

    Raises WrongRequest where somebody has begun to remove it.
    """
    model, _, number = key.rpartition("@")
    if not any(one.key == key and one.state == "whole" for one in versions(connection, model)):
        raise WrongRequest("not_whole", model=model, found=number)


def still_scratch(connection: Connection, key: str) -> None:
    """Make sure that nobody has begun to remove a scratch version while it was read; raises NoAnswer."""
    there = connection.read("MATCH (v:Version {key: $key, state: 'scratch'}) RETURN v.key AS key", {"key": key})
    if not there:
        model, _, found = key.rpartition("@")
        raise NoAnswer("removed_scratch", model=model, found=found)


# -- prune -------------------------------------------------------------------------------------------------------


def prune(connection: Connection, keep: int = 1, model: str | None = None) -> list[Version]:
    """Remove loads that were cut off, and all but the newest ``keep`` whole versions of each model (or of one); the
    one in force always stays. Gives what was removed.
    """
    everything = versions(connection, model)
    whole: dict[str, list[Version]] = {}
    for one in everything:
        if one.state == "whole":
            whole.setdefault(one.model, []).append(one)
    kept = {one.key for own in whole.values() for one in own[len(own) - max(keep, 1) :]}
    gone = []
    for one in everything:
        if one.current or one.key in kept:
            continue
        with told(connection.address, "lost_prune"):
            if _remove(connection, one.key):
                gone.append(one)
    if model is None:
        _remove_scratches(connection)
    return gone


def _remove_scratches(connection: Connection) -> None:
    left = connection.read("MATCH (v:Version) WHERE v.model IS NULL RETURN v.key AS key")
    for one in left:
        _remove(connection, one["key"])


def _remove(connection: Connection, key: str) -> bool:
    """Remove a version: first it is marked, so that nobody reads it; then its nodes; itself last.

    Gives whether it was removed: one that has come into force meanwhile is left alone.
    """

    def mark(tx: ManagedTransaction) -> bool:
        # the lock comes before the look at the pointer: a push that is about to move it holds the same lock
        record = tx.run(
            "MATCH (v:Version {key: $key}) SET v.locked = true WITH v "
            "WHERE NOT EXISTS { (m:Model) WHERE m.current = v.key } "
            "SET v.state = 'removing' RETURN v.key",
            {"key": key},
        ).single()
        return record is not None

    if not connection.write(mark):
        return False
    for label in KEPT:
        query = (
            f"MATCH (n:{label} {{version: $key}}) WITH n LIMIT {DELETED_AT_ONCE} DETACH DELETE n RETURN count(*) AS n"
        )
        while connection.write(partial(_count, query=query, key=key)):
            pass
    connection.write(lambda tx: tx.run("MATCH (v:Version {key: $key}) DETACH DELETE v", {"key": key}).consume())
    return True


def _count(tx: ManagedTransaction, query: str, key: str) -> int:
    return int(tx.run(query, {"key": key}).single(strict=True)["n"])
