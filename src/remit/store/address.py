"""The address of a database, and of a model in it: ``bolt://host:7687?model=ID&version=N``."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from remit.store.faults import WrongRequest

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is, and which model and version of it is meant (None: the only one, the one in force)."""

    scheme: str
    host: str
    port: int
    model: str | None = None
    version: int | None = None
    database: str | None = None

    @property
    def uri(self) -> str:
        """What the driver is given."""
        return f"{self.scheme}://{self.server}"

    @property
    def server(self) -> str:
        """Host and port, as messages name it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def is_address(text: str) -> bool:
    """Whether a text is meant as the address of a database."""
    return "://" in text


def read(text: str) -> Address:
    """The address that a text holds.

    Raises WrongRequest where it cannot be read, asks for what there is not, or holds a password (which is never told
    again).
    """
    scheme, separator, rest = text.partition("://")
    if "@" in rest or "password" in rest.casefold():
        raise WrongRequest("secret_in_address")
    if not separator or scheme.lower() not in SCHEMES:
        raise WrongRequest("bad_address")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
        asked = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError:
        raise WrongRequest("bad_address") from None
    if not host or port == 0 or parts.path not in ("", "/") or parts.fragment:
        raise WrongRequest("bad_address")
    given: dict[str, str] = {}
    for name, value in asked:
        if name not in ("model", "version", "database") or name in given or not value:
            raise WrongRequest("bad_parameter", found=name)
        given[name] = value
    return Address(
        scheme.lower(), host, port or 7687, given.get("model"), _version(given.get("version")), given.get("database")
    )


def _version(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10) or int(text) < 1:
        raise WrongRequest("bad_version", found=text)
    return int(text)
