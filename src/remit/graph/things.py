"""Things with resolved facts: what they are called, what is said of them, whether they are in force."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from remit.graph.logic import YES, Proof, all_of, any_of, of_set, sure
from remit.graph.resolve import Fact, Item, Origin, Resolver
from remit.model.facts import Basis, Degree, Extent, Modality, Said, State
from remit.model.kind import Entity, Part, info_of
from remit.model.kinds import registry
from remit.model.kinds.route import RouteItem
from remit.model.text import Text
from remit.model.whole import SYSTEM, Model, part_class

LIVING = ("group", "unit", "agreement", "coordinator", "process_leader", "indicator")
"""The kinds whose ``status`` tells whether they are in force."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity with its resolved facts."""

    org: Things
    id: str
    kind: str

    def fact(self, path: str) -> Fact:
        """The resolved fact of a field, by dotted path (``remit.topics``)."""
        return self.org.resolver.fact(self.id, path)

    @property
    def members(self) -> tuple[str, ...]:
        """The entities that this speaks of: itself."""
        return (self.id,)

    @property
    def extent(self) -> Extent | None:
        """None: it speaks of itself, in all its cases."""
        return None

    def speaks_of(self, *paths: str) -> bool:
        """Whether a rule that looks at these fields may ask it: always of an entity."""
        return bool(paths)

    @property
    def name(self) -> Text:
        """The name (the id where it has none)."""
        return self.org.name(self.id)

    def __repr__(self) -> str:
        return f"<{self.kind} {self.id}>"


@dataclass(frozen=True, slots=True, repr=False)
class Several(Thing):
    """A set (or the cases of one entity) that a statement speaks of to an extent short of all.

    ``kind`` is the kind of its members; a fact is what is said of the set, else what all members have in common.
    """

    of_extent: Extent = Extent.SOME

    def fact(self, path: str) -> Fact:
        """What is said of the set to this extent."""
        return self.org.resolver.set_fact(self.id, self.of_extent, path)

    @property
    def members(self) -> tuple[str, ...]:
        """The members of the set."""
        return self.org.resolver.members(self.id)

    @property
    def extent(self) -> Extent | None:
        """The extent that the statement gives."""
        return self.of_extent

    def speaks_of(self, *paths: str) -> bool:
        """Whether a statement to this extent is about one of the fields."""
        statements = self.org.model.statements
        numbers = self.org.resolver.set_subjects.get((self.id, self.of_extent), ())
        return any(statements[number].what in paths for number in numbers)


def field_text(kind: str, path: str) -> Text:
    """What a field of a kind is called, after the part that it stands in."""
    cls: Any = registry()[kind]
    texts = []
    for name in path.split("."):
        if name not in cls.model_fields:
            return Text(path, path)
        texts.append(info_of(cls, name).text)
        cls = part_class(cls, name) or cls
    return Text(" – ".join(text.sv for text in texts), " – ".join(text.en for text in texts))


def is_unsourced(said: Said) -> bool:
    """Whether something is said without a source by anybody but a planner (whose own words need none)."""
    return not said.sources and said.basis != Basis.PLANNER


class Things:
    """The entities of a model with resolved facts, at the model's date (or ``on``)."""

    def __init__(self, model: Model, on: datetime.date | None = None) -> None:
        self.model = model
        self.on = on or model.head.as_of
        self.resolver = Resolver(model)
        self._forces: dict[str, Proof] = {}
        self._groups: dict[bool, tuple[Thing, ...]] = {}
        self._things: dict[str, list[Thing]] = defaultdict(list)
        self._by_id: dict[str, Thing] = {}
        for identifier in sorted(model.entities):
            entity = model.entities[identifier]
            thing = self._by_id[identifier] = Thing(self, identifier, entity.kind_meta.name)
            self._things[thing.kind].append(thing)

    # -- things ---------------------------------------------------------------------------------------------

    def things(self, kind: str) -> list[Thing]:
        """The entities of a kind, in order of id."""
        return self._things.get(kind, [])

    def thing(self, identifier: str) -> Thing:
        """The entity with an id; raises KeyError where there is none."""
        return self._by_id[identifier]

    def kind(self, identifier: str) -> str:
        """The kind of an id; ``set`` for a set, empty where it is neither."""
        thing = self._by_id.get(identifier)
        if thing is not None:
            return thing.kind
        return "set" if identifier in self.model.sets else ""

    def entity(self, identifier: str) -> Entity:
        """The unresolved entity."""
        return self.model.entities[identifier]

    def subjects(self, kind: str) -> list[Thing]:
        """The things of a kind, then the sets of them that statements short of ``all`` speak of."""
        found: list[Thing] = list(self.things(kind))
        for subject, extent in sorted(self.resolver.set_subjects):
            members = self.resolver.members(subject)
            if extent != Extent.ALL and members and all(self.kind(member) == kind for member in members):
                found.append(Several(self, subject, kind, extent))
        return found

    @property
    def system(self) -> Thing:
        """The system as a whole."""
        return self.thing(SYSTEM)

    def name(self, identifier: str) -> Text:
        """The name of an entity or set; seats and other parts are named after where they stand."""
        if identifier in self.model.sets:
            return self.model.sets[identifier].name
        entity = self.model.entities.get(identifier)
        if entity is None:
            return Text(identifier, identifier)
        if entity.name is not None:
            return entity.name
        if identifier in self.model.parents:
            head = self.name(self.model.parents[identifier][0])
            tail = identifier.partition(":")[2] or identifier
            whose = tail.removeprefix("shared-")  # a seat that several share is called after them
            first, _, number = tail.rpartition(":")  # and the second of the same after the first
            named = next((one for one in (tail, whose, first) if one != identifier and self.kind(one)), "")
            inner = self.name(named) if named else Text(tail, tail)
            if named and named == first:
                inner = Text(f"{inner.sv} ({number})", f"{inner.en} ({number})")
            return Text(f"{head.sv}: {inner.sv}", f"{head.en}: {inner.en}")
        if entity.kind_meta.singleton:
            return entity.kind_meta.label
        return Text(identifier, identifier)

    def field_text(self, identifier: str, path: str) -> Text:
        """What a field of an entity or of a set's members is called, after the part that it stands in."""
        ids = self.resolver.members(identifier)
        return field_text(self.kind(ids[0] if ids else SYSTEM), path)

    def value_text(self, value: Any) -> Text:
        """A value in words: names of what has one, days, ranges and numbers as they are, yes or no, of a part that
        it is there.
        """
        if isinstance(value, Text):
            return value
        if isinstance(value, bool) or value is None:
            return Text("ja", "yes") if value else Text("nej", "no")
        if isinstance(value, Part):
            return self.name(value.to) if isinstance(value, RouteItem) else Text("finns", "there is one")
        if isinstance(value, list):
            parts = [self.value_text(one) for one in value]
            return Text(", ".join(part.sv for part in parts), ", ".join(part.en for part in parts))
        if isinstance(value, tuple):
            text = "–".join(f"{part:g}" for part in dict.fromkeys(value))
            return Text(text.replace(".", ","), text)
        if isinstance(value, datetime.date):
            return Text(value.isoformat(), value.isoformat())
        if isinstance(value, float):
            return Text(f"{value:g}".replace(".", ","), f"{value:g}")
        return self.name(str(value))

    def is_own(self, subject: str, told: Fact | Item) -> bool:
        """Whether a fact, or an item of one, is told of the thing itself, not of a set that it belongs to."""
        if told.statement is not None:
            return self.model.statements[told.statement].about == subject
        return isinstance(told, Item) or told.origin == Origin.OWN

    def document_titles(self) -> dict[str, Text]:
        """The titles of the sources by id (the name, or the id, where one has none)."""
        return {
            thing.id: getattr(self.entity(thing.id), "title", None) or thing.name for thing in self.things("source")
        }

    def said_of(self, identifier: str) -> list[tuple[str, Said]]:
        """What is said of an entity itself, by field. The order of the levels is the model's own way of writing, and
        being listed is told by what is said; words that nobody knows are nothing said.
        """
        level = self.kind(identifier) == "level"
        return [
            (path, said)
            for path, words in self.entity(identifier).said.items()
            if path != "id" and not (level and path == "rank")
            for said in words
            if said.state != State.UNKNOWN
        ]

    # -- being in force -------------------------------------------------------------------------------------

    def presence(self, identifier: str) -> Proof:
        """To what degree the thing itself is told to be there: what *may* be is open, a risk is open."""
        said = self.model.entities[identifier].said.get("id", ())
        if not said:
            return YES
        best = max(said, key=lambda one: one.degree)
        degree = Degree.OPEN if best.modality == Modality.MAY else best.degree
        return Proof(degree, None, (), best.sources)

    def may_be(self, identifier: str) -> bool:
        """Whether all that is told of an entity's being there is that it *may* be."""
        entity = self.model.entities.get(identifier)
        said = entity.said.get("id", ()) if entity else ()
        return bool(said) and all(one.modality == Modality.MAY for one in said)

    def in_force(self, thing: Thing) -> Proof:
        """To what degree it is in force at the date; practised counts, under development and ended do not.

        For a set: to what degree any of its members is (one that has ended does not silence what is said of it).
        """
        if thing.extent is not None:
            return any_of(*(self.in_force(self.thing(member)) for member in thing.members)).context()
        found = self._forces.get(thing.id)
        if found is None:
            found = self._forces[thing.id] = self._in_force(thing)
        return found

    def _in_force(self, thing: Thing) -> Proof:
        fields = type(self.entity(thing.id)).model_fields
        proofs = [self.presence(thing.id)]
        if thing.kind in LIVING:
            proofs.append(thing.fact("status").is_(lambda v: v in ("in_force", "practised", "agreed")))
        since = thing.fact("since") if "since" in fields else None
        until = thing.fact("until") if "until" in fields else None
        if since is not None and since.known:
            proofs.append(sure(since.value <= self.on))
        if until is not None and until.known:
            proofs.append(sure(until.value >= self.on))
        whole = all_of(*proofs)
        return Proof(whole.degree)

    def told(self, thing: Thing, ask: Callable[[Thing], Proof]) -> Proof:
        """To what degree what is asked of one thing holds of it; of a set: where it is told of the set to its extent,
        or of all members that are or may be in force, else open (see :func:`~remit.graph.logic.of_set`).
        """
        if thing.extent is None:
            return ask(thing)
        members = (self.thing(member) for member in thing.members)
        return of_set(ask(thing), *(ask(member) for member in members if self.in_force(member)))

    def groups(self, *, counted: bool = False) -> list[Thing]:
        """The groups that are or may be in force; ``counted``: only those of the collaboration system."""
        if counted not in self._groups:
            self._groups[counted] = tuple(
                group for group in self.things("group") if self.in_force(group) and (not counted or self.counted(group))
            )
        return list(self._groups[counted])

    def counted(self, group: Thing) -> Proof:
        """To what degree a group (of a set: any of its members) is counted to the collaboration system."""
        if group.extent is not None:
            return any_of(*(self.counted(self.thing(member)) for member in group.members))
        return group.fact("counted").is_(True).context()

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(things)} {kind}" for kind, things in sorted(self._things.items()))
        return f"<Org {self.model.head.id} {self.on}: {counts}>"
