"""The one or two organisations that a scene shows, asked as one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from remit.graph.org import Org, Thing
from remit.model.text import Text


class Sides:
    """An organisation, and perhaps the one that it was before; an entity that both have is the later one.

    ``hidden`` are the ids that must not be shown (persons, where they are left out).
    """

    def __init__(self, after: Org, before: Org | None, *, persons: bool = True) -> None:
        self.after = after
        self.before = before
        self.persons = persons

    @property
    def orgs(self) -> tuple[Org, ...]:
        """The organisations, the later first."""
        return (self.after, self.before) if self.before else (self.after,)

    def org(self, identifier: str) -> Org:
        """The organisation that an entity or set is taken from."""
        if self.before is None or self.after.kind(identifier):
            return self.after
        return self.before if self.before.kind(identifier) else self.after

    def kind(self, identifier: str) -> str:
        """The kind of an id, ``set`` for a set, empty where neither organisation has it."""
        return self.org(identifier).kind(identifier)

    def thing(self, identifier: str) -> Thing:
        """The entity with an id; raises KeyError where there is none."""
        return self.org(identifier).thing(identifier)

    def things(self, kind: str) -> list[Thing]:
        """The entities of a kind in either organisation, in order of id, without those that are hidden."""
        found = {thing.id: thing for org in reversed(self.orgs) for thing in org.things(kind)}
        kept = (found[one] for one in sorted(found) if one not in self.hidden)
        return [thing for thing in kept if self.kind(thing.id) == kind]

    def entities(self) -> Iterator[Thing]:
        """Every entity of either organisation that is not hidden, in order of id."""
        ids = sorted({one for org in self.orgs for one in org.model.entities})
        return (self.thing(one) for one in ids if one not in self.hidden)

    def sets(self) -> list[str]:
        """The ids of the sets of either organisation."""
        return sorted({one for org in self.orgs for one in org.model.sets if self.kind(one) == "set"})

    def members(self, identifier: str) -> tuple[str, ...]:
        """The members of a set that are not hidden; an entity is its own only member."""
        return tuple(one for one in self.org(identifier).resolver.members(identifier) if one not in self.hidden)

    @cached_property
    def parts(self) -> dict[str, list[str]]:
        """The parts of each entity that has any, of either organisation, those that are hidden left out."""
        found: dict[str, set[str]] = {}
        for org in self.orgs:
            for part, (whole, _) in org.model.parents.items():
                if part not in self.hidden:
                    found.setdefault(whole, set()).add(part)
        return {whole: sorted(parts) for whole, parts in found.items()}

    def change(self, identifier: str) -> str:
        """``added``, ``removed``, or empty where both organisations have it (or there is only one)."""
        if self.before is None:
            return ""
        if not self.after.kind(identifier):
            return "removed"
        return "" if self.before.kind(identifier) else "added"

    def name(self, identifier: str) -> Text:
        """The name of an entity or set."""
        return self.org(identifier).name(identifier)

    @cached_property
    def hidden(self) -> frozenset[str]:
        """The ids that must not be shown: persons, what they hold, and the seats that they fill as themselves."""
        if self.persons:
            return frozenset()
        found: set[str] = set()
        for org in self.orgs:
            found.update(thing.id for kind in ("person", "holding") for thing in org.things(kind))
            people = {thing.id for thing in org.things("person")}
            for seat in org.things("seat"):
                if seat.id.partition(":")[2] in people or getattr(org.entity(seat.id), "person", None):
                    found.add(seat.id)
        return frozenset(found)
