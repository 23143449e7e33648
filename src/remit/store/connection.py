"""A connection to a database: credentials, sessions, and the driver's errors in words."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from remit.store.address import Address, read
from remit.store.faults import NoAnswer, StoreError, WrongRequest

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session
    from neo4j.api import BookmarkManager

AskPassword = Callable[[str], str | None]
"""Asks the user for the password of a server; None where nobody can be asked."""

RETRY_SECONDS = 15.0
"""How long a transaction that failed for a passing reason is tried again."""


MAY_NOT_WRITE = (
    "Security.Forbidden", "General.ForbiddenOnReadOnlyDatabase", "General.WriteOnReadOnlyAccessDatabase", "AccessMode",
    "Schema.TokenCreateFailed",
)  # fmt: skip
"""How the codes end by which a server tells that somebody may not write."""


class Connection:
    """An open connection to the database of an address; a context manager."""

    def __init__(self, address: Address, ask: AskPassword | None = None) -> None:
        self.address = address
        self._driver = _driver(address, ask)
        # who writes and then reads must find what was written, whichever member of a cluster answers
        self._bookmarks = _bookmarks()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._driver.close()

    def read(self, query: str, parameters: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """The records of one query, by a reader; tried again where the reason for a failure may pass."""
        with told(self.address):
            found: list[dict[str, Any]] = self._reading(
                lambda tx: [record_of(one) for one in tx.run(query, parameters or {})]
            )
            return found

    def _session(self, mode: str) -> Session:
        return self._driver.session(
            database=self.address.database, default_access_mode=mode, bookmark_manager=self._bookmarks
        )

    def _reading(self, work: Callable[[ManagedTransaction], Any]) -> Any:
        def read() -> Any:
            with self._session("READ") as session:
                return session.execute_read(work)

        return _in_spite_of_lost_replies(read)

    def write(self, work: Callable[[ManagedTransaction], Any]) -> Any:
        """Do work in one transaction; it may be done again where the reason for a failure may pass, so that it
        must look at what is there. That goes for a commit whose reply is lost, too.
        """

        def write() -> Any:
            with self._session("WRITE") as session:
                return session.execute_write(work)

        return _in_spite_of_lost_replies(write)

    def declare(self, query: str) -> None:
        """Run a query that changes the schema; such a query cannot share a transaction with others."""
        with self._session("WRITE") as session:
            session.run(query).consume()


def connect(text: str | Address, ask: AskPassword | None = None) -> Connection:
    """Connect to an address; raises WrongRequest or NoAnswer where that cannot be."""
    return Connection(text if isinstance(text, Address) else read(text), ask)


def record_of(record: Any) -> dict[str, Any]:
    """A record as a plain mapping; nodes and relationships stay as they are."""
    return dict(record.items())


def _driver(address: Address, ask: AskPassword | None) -> Driver:
    try:
        import neo4j
    except ImportError:
        raise NoAnswer("no_driver") from None
    user = os.environ.get("NEO4J_USER") or os.environ.get("NEO4J_USERNAME") or "neo4j"
    password = os.environ.get("NEO4J_PASSWORD")
    with told(address):
        driver = _open(neo4j, address, (user, password) if password else None)
        try:
            driver.verify_connectivity()
        except neo4j.exceptions.AuthError:
            driver.close()
            given = ask(address.server) if ask is not None and password is None else None
            if not given:
                raise
            driver = _open(neo4j, address, (user, given))
            _verified(driver)
        except BaseException:
            driver.close()
            raise
    return driver


def _in_spite_of_lost_replies(transact: Callable[[], Any]) -> Any:
    """Do a transaction again where the reply to its commit was lost: the driver leaves that to us, since it cannot
    know that our work looks at what is there.
    """
    from neo4j.exceptions import IncompleteCommit

    until = time.monotonic() + RETRY_SECONDS
    while True:
        try:
            return transact()
        except IncompleteCommit:
            if time.monotonic() >= until:
                raise


def _bookmarks() -> BookmarkManager:
    from neo4j import GraphDatabase

    return GraphDatabase.bookmark_manager()


def _open(neo4j: Any, address: Address, auth: tuple[str, str] | None) -> Driver:
    logging.getLogger("neo4j").addHandler(logging.NullHandler())  # we tell ourselves what goes wrong
    driver: Driver = neo4j.GraphDatabase.driver(
        address.uri,
        auth=auth,
        connection_timeout=10,
        max_transaction_retry_time=RETRY_SECONDS,
        notifications_min_severity="OFF",
        telemetry_disabled=True,
        user_agent="remit",
    )
    return driver


def _verified(driver: Driver) -> None:
    try:
        driver.verify_connectivity()
    except BaseException:
        driver.close()
        raise


@contextmanager
def told(address: Address, lost: str = "no_server", **values: object) -> Iterator[None]:
    """Turn the driver's errors into ours; ``lost`` is the code where the connection breaks."""
    import neo4j.exceptions as wrong

    try:
        yield
    except StoreError:
        raise
    except wrong.AuthError:
        raise WrongRequest("wrong_password", server=address.server) from None
    except (wrong.ServiceUnavailable, wrong.SessionExpired, wrong.IncompleteCommit, OSError):
        raise NoAnswer(lost, server=address.server, **values) from None
    except wrong.Neo4jError as error:
        raise _said(error, address) from None
    except (wrong.DriverError, ValueError) as error:
        raise NoAnswer("server_said", server=address.server, what=type(error).__name__) from None


def _said(error: Any, address: Address) -> StoreError:
    code = error.code or ""
    if code.endswith(
        ("Security.Forbidden", "General.ForbiddenOnReadOnlyDatabase", "General.WriteOnReadOnlyAccessDatabase")
    ):
        return NoAnswer("read_only", server=address.server)
    if code.endswith(("AccessMode", "Schema.TokenCreateFailed")):
        return NoAnswer("read_only", server=address.server)
    if code.endswith("Database.DatabaseNotFound"):
        return WrongRequest("no_database", server=address.server, found=address.database or "neo4j")
    # the server's own message may repeat what was sent to it: only its code is told
    return NoAnswer("server_said", server=address.server, what=code or type(error).__name__)
