"""Who names what: for each thing the others whose facts name it, by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from remit.graph.resolve import Fact, owner_class
from remit.model.facts import Degree, SourceRef
from remit.model.kind import ref_of
from remit.model.kinds import registry
from remit.model.text import Text, sort_key
from remit.model.whole import fields_of

if TYPE_CHECKING:
    from remit.views.pages.site.facts import Facts


@dataclass(frozen=True, slots=True)
class Named:
    """That a field of ``by`` (or of a part of it) names something."""

    by: str
    kind: str
    path: str
    certainty: Degree
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Mentions:
    """Those that name a thing in the same field."""

    kind: str
    path: str
    label: Text
    by: tuple[Named, ...]


class References:
    """The references of a structure, read once."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._found: dict[str, list[Named]] = {}
        org = facts.org
        for kind in registry():
            paths = _naming(kind)
            for thing in org.things(kind) if paths else ():
                whole = org.model.parents.get(thing.id, (thing.id, ""))[0]
                for path in paths:
                    fact = org.resolver.fact(thing.id, path)
                    for target, degree, sources in _targets(fact):
                        told = self._found.setdefault(target, [])
                        named = Named(whole, kind, path, degree, sources)
                        if not told or (told[-1].by, told[-1].path) != (named.by, named.path):
                            told.append(named)

    def of(self, identifier: str, *left_out: tuple[str, str]) -> list[Mentions]:
        """Those that name a thing, by kind and field, without the fields (kind, path) that a page shows otherwise."""
        grouped: dict[tuple[str, str], list[Named]] = {}
        for named in self._found.get(identifier, ()):
            if (named.kind, named.path) not in left_out and named.by != identifier:
                grouped.setdefault((named.kind, named.path), []).append(named)
        site = self.facts.site
        return [
            Mentions(
                kind,
                path,
                self.facts.label(kind, path),
                tuple(sorted(rows, key=lambda one: (sort_key(site.name(one.by).sv), one.by))),
            )
            for (kind, path), rows in sorted(grouped.items())
        ]

    def by(self, identifier: str, kind: str, path: str) -> list[Named]:
        """Those of a kind that name a thing in a field, by name."""
        return [one for found in self.of(identifier) if (found.kind, found.path) == (kind, path) for one in found.by]


@cache
def _naming(kind: str) -> tuple[str, ...]:
    """The fields of a kind that name other things."""
    cls = registry()[kind]
    inside = {name for name, _ in cls.kind_meta.parts}
    found = []
    for path, _, name in fields_of(kind):
        owner, last = owner_class(cls, path)
        if name not in inside and (ref_of(owner, last) is not None):
            found.append(path)
    return tuple(found)


def _targets(fact: Fact) -> Iterator[tuple[str, Degree, tuple[SourceRef, ...]]]:
    if fact.items:
        for item in fact.items:
            if item.holds:
                yield item.value, Degree.OPEN if item.possibly else item.degree, item.sources
    elif fact.known and isinstance(fact.value, str):
        yield fact.value, fact.degree, fact.sources
