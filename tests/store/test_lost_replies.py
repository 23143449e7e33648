"""Commits whose reply is lost on the way: done once, whatever the pusher got to know."""

from __future__ import annotations

from tests.proxy import losing

from remit.model.files import load, resolve
from remit.store import versions as store
from remit.store.connection import Connection, connect

COUNT = "MATCH (n {version: $key}) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS relations"


def test_a_push_over_a_line_that_loses_replies_writes_everything_once(database: Connection) -> None:
    model = load(resolve("vasterbotten-2017"))
    store.push(database, model)
    address = database.address
    with losing(address.host, address.port, 2) as (port, proxy), connect(f"bolt://127.0.0.1:{port}") as connection:
        assert store.push(connection, model).number == 2
    assert proxy.lost > 3
    first, second = (database.read(COUNT, {"key": f"vasterbotten-2017@{number}"}) for number in (1, 2))
    assert first == second
    assert [(one.number, one.state, one.current) for one in store.versions(database)] == [
        (1, "whole", False),
        (2, "whole", True),
    ]
    with connect(f"{address.uri}?version=2") as connection:
        assert store.pull(connection)[0] == model


def test_a_prune_over_a_line_that_loses_replies_removes_what_is_old_and_no_more(database: Connection) -> None:
    model = load(resolve("vasterbotten-2017"))
    for _ in range(2):
        store.push(database, model)
    address = database.address
    with losing(address.host, address.port, 2) as (port, proxy), connect(f"bolt://127.0.0.1:{port}") as connection:
        assert [one.number for one in store.prune(connection)] == [1]
    assert proxy.lost > 3
    assert database.read(COUNT, {"key": "vasterbotten-2017@1"}) == [{"nodes": 0, "relations": 0}]
    assert store.pull(database)[0] == model
