"""The typed reader that rules, the loop and the views ask: things with resolved facts, and what follows from them.

Nothing here knows a rule. Everything is answered with a :class:`~remit.graph.logic.Proof`, so that the asker
combines and never re-implements coverage, sets or certainty.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused, merge, sure
from remit.graph.resolve import Channel, Fact, Item, Origin, Resolver
from remit.model.facts import Basis, Degree, Extent, Modality, Said, State
from remit.model.kind import LADDER, Entity, Part, info_of
from remit.model.kinds import registry
from remit.model.kinds.route import RELATIONS, RouteItem
from remit.model.text import Text
from remit.model.whole import SYSTEM, Model, part_class

LINKING = (*RELATIONS, "answers_to", "parent")
"""The relations by which one body is linked to another."""

LIVING = ("group", "unit", "agreement", "coordinator", "process_leader", "indicator")
"""The kinds whose ``status`` tells whether they are in force."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity with its resolved facts."""

    org: Org
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


class Edge(NamedTuple):
    """A resolved relation between two entities (or from a set, to an extent)."""

    source: str
    relation: str
    target: str
    item: Item
    extent: Extent | None = None

    @property
    def holds(self) -> Proof:
        """To what degree it is there."""
        if not self.item.holds:
            return NO if self.item.state == State.NONE else OPEN
        degree = Degree.OPEN if self.item.possibly else self.item.degree
        evidence = (Evidence(self.source, self.relation, self.target),)
        return Proof(degree, None, evidence, self.item.sources, self.item.statement)

    @property
    def denied(self) -> Proof:
        """To what degree a source says that it is not there."""
        if self.item.state == State.NONE and not self.item.possibly:
            evidence = (Evidence(self.source, f"no {self.relation}", self.target),)
            return Proof(self.item.degree, Ground.STATED, evidence, self.item.sources, self.item.statement)
        return NO

    @property
    def through(self) -> tuple[str, ...]:
        """The steps of a line that it passes (ids, or ``line``)."""
        return tuple(self.item.route.through or ()) if self.item.route else ()

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics it is for; empty: all."""
        return tuple(self.item.route.topics or ()) if self.item.route else ()

    @property
    def principals(self) -> tuple[str, ...]:
        """The principals whose matters it is for; empty: all."""
        return tuple(self.item.route.principals or ()) if self.item.route else ()

    @property
    def for_decision(self) -> bool | None:
        """Whether what goes this way goes there to be decided; None where nothing is told."""
        return self.item.route.for_decision if self.item.route else None


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


@dataclass(frozen=True, slots=True)
class Pool:
    """Seats shared by a set of principals, nobody tells whose: ``count`` seats (None: many) for ``principals``."""

    seat: str
    group: str
    principals: frozenset[str]
    count: int | None


class Org:
    """A model's organisation with resolved facts, at the model's date (or ``on``)."""

    def __init__(self, model: Model, on: datetime.date | None = None) -> None:
        self.model = model
        self.on = on or model.head.as_of
        self.resolver = Resolver(model)
        self._forces: dict[str, Proof] = {}
        self._groups: dict[bool, tuple[Thing, ...]] = {}
        self._owners: dict[str, tuple[str, ...]] = {}
        self._chains: dict[str, tuple[str, ...]] = {}
        self._reached: dict[tuple[str | None, ...], dict[str, Proof]] = {}
        self._taken: dict[tuple[str, str | None], list[tuple[frozenset[str], Proof]]] = {}
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
            named = tail != identifier and (tail in self.model.entities or tail in self.model.sets)
            inner = self.name(tail) if named else Text(tail, tail)
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

    # -- topics, populations, levels ------------------------------------------------------------------------

    def _above(self, identifier: str) -> tuple[str, ...]:
        if identifier in self._chains:
            return self._chains[identifier]
        chain: dict[str, None] = {}
        here: str | None = identifier
        while here is not None and here not in chain and here in self.model.entities:
            chain[here] = None
            fact = self.resolver.fact(here, "part_of")
            here = fact.value if fact.known else None
        self._chains[identifier] = tuple(chain)
        return self._chains[identifier]

    def topic_line(self, topic: str) -> tuple[str, ...]:
        """A topic and all that it is part of, from itself upwards."""
        return self._above(topic)

    def covers_topic(self, wide: str, narrow: str) -> bool:
        """Whether a mandate on ``wide`` covers ``narrow`` (itself or something below it)."""
        return wide in self.topic_line(narrow)

    def covers(self, fact: Fact, topic: str) -> Proof:
        """To what degree a list of topics covers ``topic``; open where it is left open what the topic is part of."""
        proof = fact.has(lambda listed: self.covers_topic(listed, topic))
        if proof or not fact.values:
            return proof
        return OPEN if self.part_left_open(topic) else proof

    def part_left_open(self, topic: str) -> bool:
        """Whether it is left open what a topic (or one above it) is part of: it may be part of any."""
        line = self.topic_line(topic)
        return bool(line) and self.resolver.fact(line[-1], "part_of").left_open

    def leaves_out(self, fact: Fact, topic: str) -> Proof:
        """To what degree a list of topics is known not to cover ``topic``; open where :meth:`covers` is."""
        proof = fact.lacks(lambda listed: self.covers_topic(listed, topic))
        return proof.at_most(Degree.OPEN) if fact.values and self.part_left_open(topic) else proof

    def topics_meet(self, one: str, other: str) -> bool:
        """Whether one of two topics covers the other."""
        return self.covers_topic(one, other) or self.covers_topic(other, one)

    def populations_meet(self, one: str, other: str) -> bool:
        """Whether one of two populations is, or is part of, the other."""
        return one in self._above(other) or other in self._above(one)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The place of every level in the order, from the citizen outwards."""
        ranked: dict[str, int] = {}
        for thing in self.things("level"):
            fact = thing.fact("rank")
            if fact.known:
                ranked[thing.id] = fact.value
        return ranked

    def rank(self, level: str | None) -> int | None:
        """The place of a level in the order, from the citizen outwards (None: not known)."""
        return self.ranks.get(level) if level else None

    def level(self, thing: Thing) -> tuple[int | None, Proof]:
        """The rank of a thing's level, and how sure that is."""
        fact = thing.fact("level")
        rank = self.rank(fact.value) if fact.known else None
        return rank, Proof(fact.degree if rank is not None else Degree.OPEN)

    # -- principals and lines -------------------------------------------------------------------------------

    @cached_property
    def care_principals(self) -> tuple[str, ...]:
        """The care principals ("all principals" of a structure), sorted."""
        return tuple(t.id for t in self.things("principal") if t.fact("role").value == "care" and self.presence(t.id))

    def principals_of(self, identifier: str) -> tuple[str, ...]:
        """The principals that a unit, function, provider, seat or principal itself belongs to."""
        found = self._owners.get(identifier)
        if found is None:
            found = self._owners[identifier] = self._owners_of(identifier)
        return found

    def _owners_of(self, identifier: str) -> tuple[str, ...]:
        kind = self.kind(identifier)
        fact = self.resolver.fact
        if kind == "principal":
            return (identifier,)
        if kind == "provider":
            commissioner = fact(identifier, "principal")
            return (commissioner.value,) if commissioner.known else ()
        if kind == "joint_body":
            return self.resolver.expand(fact(identifier, "members").values, "principal")
        if kind == "function":
            unit = fact(identifier, "unit")
            if unit.known:
                return self.principals_of(unit.value)
            return self.resolver.expand(fact(identifier, "principal").values, "principal")
        if kind == "seat":
            principal, function = fact(identifier, "principal"), fact(identifier, "function")
            if principal.known:
                return (principal.value,)
            return self.principals_of(function.value) if function.known else ()
        return self._owners_of_unit(identifier) if kind == "unit" else ()

    def _owners_of_unit(self, unit: str) -> tuple[str, ...]:
        """Its own principals, its provider's, else those of the nearest unit above that has any."""
        chain: list[str] = []
        owners: tuple[str, ...] = ()
        for here in self.line_above(unit, stop=self._owners):
            chain.append(here)
            owners = self._owners.get(here, ())
            if here not in self._owners:
                owners = self.resolver.expand(self.resolver.fact(here, "principal").values, "principal")
                provider = self.resolver.fact(here, "provider")
                if not owners and provider.known:
                    owners = self.principals_of(provider.value)
            if owners:
                break
        self._owners.update(dict.fromkeys(chain, owners))
        return owners

    def owners_open(self, identifier: str) -> bool:
        """Whether somebody leaves open whose a body is, or who else belongs to it: it may be anybody's."""
        fact, kind = self.resolver.fact, self.kind(identifier)
        if kind == "joint_body":
            return fact(identifier, "members").partly_open
        if kind == "provider":
            return fact(identifier, "principal").left_open
        if kind == "function":
            unit = fact(identifier, "unit")
            if unit.known:
                return self.owners_open(unit.value)
            return unit.left_open or fact(identifier, "principal").partly_open
        if kind != "unit":
            return False
        for here in self.line_above(identifier):
            provider = fact(here, "provider")
            if fact(here, "principal").partly_open or provider.left_open or fact(here, "parent").left_open:
                return True
            if fact(here, "principal").known:
                return False
            if provider.known:
                return self.owners_open(provider.value)
        return False

    def line_above(self, unit: str, stop: Collection[str] = ()) -> tuple[str, ...]:
        """A unit and the units above it, nearest first, to the first that is in ``stop``; a cycle ends where it
        closes.
        """
        chain: dict[str, None] = {}
        here: str | None = unit
        while here is not None and here not in chain and self.kind(here) == "unit":
            chain[here] = None
            if here in stop:
                break
            fact = self.resolver.fact(here, "parent")
            here = fact.value if fact.known else None
        return tuple(chain)

    def expand_principals(self, fact: Fact) -> frozenset[str]:
        """The principals of a list that may name territories."""
        found: set[str] = set()
        for value in fact.values:
            if self.kind(value) == "territory":
                found |= self.expand_principals(self.resolver.fact(value, "principals"))
            else:
                found.add(value)
        return frozenset(found)

    def territory(self, group: Thing) -> tuple[frozenset[str], Proof]:
        """The care principals that a group is for, and how sure: as stated, else the parties to its agreement,
        else those that its seats stand for (open).
        """
        fact = group.fact("territory")
        care = frozenset(self.care_principals)
        most = Degree.OPEN if fact.partly_open else Degree.ESTABLISHED
        if fact.known:
            return self.expand_principals(fact) & care, Proof(min(fact.degree, most), None, (), fact.sources)
        agreement = group.fact("agreement")
        if agreement.known:
            parties = self.resolver.fact(agreement.value, "parties")
            if parties.known:
                return self.expand_principals(parties) & care, Proof(
                    min(agreement.degree, parties.degree, Degree.OPEN if parties.partly_open else most),
                    None,
                    (),
                    merge((*agreement.sources, *parties.sources)),
                )
        return self.represented(group) & care, OPEN

    def concerned(self, topic: str, group: Thing | None = None) -> tuple[frozenset[str], Proof]:
        """The principals that a topic concerns: those it (or a topic above it) names, else the care principals of
        the group's territory, else all care principals (design section 3 f).
        """
        most = Degree.ESTABLISHED
        for above in self.topic_line(topic):
            fact = self.resolver.fact(above, "concerns")
            if fact.partly_open:
                most = Degree.OPEN
            if fact.known:
                return self.expand_principals(fact), Proof(min(fact.degree, most), None, (), fact.sources)
        if group is not None:
            found, proof = self.territory(group)
            if group.fact("territory").left_open:
                most = Degree.OPEN
            if found:
                return found, proof.at_most(most)
        return frozenset(self.care_principals), YES.at_most(most)

    # -- seats ----------------------------------------------------------------------------------------------

    @cached_property
    def _seats(self) -> dict[str, list[Thing]]:
        found: dict[str, list[Thing]] = defaultdict(list)
        for seat in self.things("seat"):
            if self.in_force(seat):
                found[self.model.parents[seat.id][0]].append(seat)
        return found

    def seats(self, group: str) -> list[Thing]:
        """The seats of a group that are there at the date (vacant ones included), by id."""
        return self._seats.get(group, [])

    def group_of(self, seat: Thing) -> Thing:
        """The group that a seat stands in."""
        return self.thing(self.model.parents[seat.id][0])

    def filled(self, group: str) -> list[Thing]:
        """The seats of a group that are not stated to be vacant."""
        return [seat for seat in self.seats(group) if self.is_filled(seat)]

    def is_filled(self, seat: Thing) -> bool:
        """Whether a seat is not stated to be vacant."""
        return seat.fact("vacant").excuse(True).degree <= Degree.OPEN

    def pools(self, group: str) -> list[Pool]:
        """The seats of a group that are shared by a set of principals."""
        found = []
        for seat in self.seats(group):
            shared = seat.fact("shared_by")
            if shared.known:
                count = seat.fact("count").value
                principals = frozenset(self.resolver.expand(shared.values, "principal"))
                found.append(Pool(seat.id, group, principals, count if isinstance(count, int) else None))
        return found

    def represented(self, group: Thing) -> frozenset[str]:
        """The principals with a seat of their own, and the whole set that shares seats."""
        found: set[str] = set()
        for seat in self.seats(group.id):
            found.update(self.principals_of(seat.id))
        for pool in self.pools(group.id):
            found |= pool.principals
        return frozenset(found)

    def seated(self, group: Thing, principal: str) -> Proof:
        """To what degree a principal has a seat of its own that is not vacant; a shared one is open."""
        own = [seat for seat in self.seats(group.id) if principal in self.principals_of(seat.id)]
        best = any_of(*(self._taken_by(seat) for seat in own))
        if best:
            return best
        for pool in self.pools(group.id):
            if principal in pool.principals:
                seat = self.thing(pool.seat)
                enough = pool.count is not None and pool.count >= len(pool.principals) and not self.untold(seat)
                best = any_of(best, self._taken_by(seat).at_most(Degree.ESTABLISHED if enough else Degree.OPEN))
        if best:
            return best
        if any(self.untold(seat) for seat in self.seats(group.id)):
            return OPEN
        return NO if self.seats_listed(group).degree > Degree.OPEN else OPEN

    def _taken_by(self, seat: Thing) -> Proof:
        """To what degree a seat is there and held by somebody; one that may be vacant is open."""
        vacant = seat.fact("vacant").excuse(True)
        held = excused(self.presence(seat.id), vacant)
        return held.seen(Evidence(self.model.parents[seat.id][0], "seats", seat.id)) if held else NO

    def untold(self, seat: Thing) -> bool:
        """Whether nobody tells whose seat it is, or somebody leaves open who else shares it."""
        if seat.fact("shared_by").known and seat.fact("shared_by").partly_open:
            return True  # one of whom it is left open whether it shares the seat
        told = ("principal", "provider", "shared_by", "person")
        return not self.principals_of(seat.id) and not any(seat.fact(path).known for path in told)

    def seats_listed(self, group: Thing) -> Proof:
        """To what degree all seats of a group are listed, with whose they are (complete coverage, or a source says
        that there are none).
        """
        fact = group.fact("seats")
        if fact.state == State.NONE:
            return Proof(fact.degree, None, (), fact.sources)
        if fact.known and self.resolver.covered(self.entity(group.id), "seats") == "complete":
            # a seat that nobody tells whose it is may be anybody's
            return OPEN if any(self.untold(seat) for seat in self.seats(group.id)) else YES
        return OPEN

    # -- powers ---------------------------------------------------------------------------------------------

    def power(self, thing: Thing, path: str, power: str, topic: str | None = None) -> Proof:
        """To what degree the mandate at ``path`` (``remit``, ``mandate``; empty for a mandate itself) holds a
        power, over ``topic`` where given. A mandate that names no topics, of somebody in a group, is over the
        group's; silence on topics leaves it open.
        """
        dot = f"{path}." if path else ""
        held = self.has_power(thing.fact(f"{dot}powers"), power)
        if not held:
            return held
        valid = self.still_valid(thing, path)
        return all_of(held, valid, YES if topic is None else self.covers(thing.fact(f"{dot}topics"), topic))

    def still_valid(self, thing: Thing, path: str) -> Proof:
        """To what degree a mandate still holds at the date: past its last day it is open at most (it may have been
        renewed; that it is past its date is a finding of its own).
        """
        until = thing.fact(f"{path}.until" if path else "until")
        return OPEN if until.known and until.value < self.on else YES

    def has_power(self, powers: Fact, power: str) -> Proof:
        """To what degree a list of powers holds a power; a higher one on the ladder holds the lower ones."""
        if power in LADDER:
            enough = LADDER[LADDER.index(power) :]
            return powers.has(lambda held: held in enough)
        return powers.has(power)

    def lacks_power(self, thing: Thing, path: str, power: str) -> Proof:
        """To what degree the mandate at ``path`` is known not to hold a power."""
        return self.powers_lack(thing.fact(f"{path}.powers" if path else "powers"), power)

    def powers_lack(self, powers: Fact, power: str) -> Proof:
        """To what degree a list of powers is known not to hold a power, nor a higher one."""
        return NO if self.has_power(powers, power).degree > Degree.OPEN else powers.lacks(power)

    def mandates(self, holder: str) -> list[Thing]:
        """The mandates of a unit or function, as things with ``powers``, ``topics``, ``given_by`` …"""
        return self._mandates.get(holder, [])

    @cached_property
    def _mandates(self) -> dict[str, list[Thing]]:
        found: dict[str, list[Thing]] = defaultdict(list)
        for mandate in self.things("mandate"):
            found[self.model.parents[mandate.id][0]].append(mandate)
        return found

    def may_decide(self, identifier: str, topic: str) -> Proof:
        """To what degree a body may decide on a topic by its own mandate.

        A care principal as such decides through its assembly, whose competence follows from law, unless a source
        says otherwise of its line (design section 3 a). A group decides by its remit; a unit or function by its
        mandates; a unit without any stated mandate is open, an assembly decides.
        """
        kind = self.kind(identifier)
        thing = self.thing(identifier)
        if kind == "principal":
            if thing.fact("role").value != "care":
                return OPEN
            return self.line(identifier)
        if kind == "group":
            return self.power(thing, "remit", "decide", topic)
        if kind == "joint_body":
            return self.power(thing, "mandate", "decide", topic)
        if kind in ("unit", "function"):
            held = any_of(*(self.power(m, "", "decide", topic) for m in self.mandates(identifier)))
            if held.degree > Degree.OPEN:
                return held
            if kind == "unit" and thing.fact("kind").value == "assembly":
                return any_of(held, YES)
            fact = thing.fact("mandates")
            if self.mandates(identifier) and fact.closed:
                return held
            return NO if fact.state == State.NONE and fact.degree > Degree.OPEN else any_of(held, OPEN)
        return NO

    @cached_property
    def _bodies(self) -> dict[tuple[str, str], list[Thing]]:
        """By principal and kind: the joint bodies, and the units and functions that decide anything."""
        found: dict[tuple[str, str], list[Thing]] = defaultdict(list)
        for kind in ("joint_body", "unit", "function"):
            for thing in self.things(kind):
                assembly = kind == "unit" and thing.fact("kind").value == "assembly"
                if kind == "joint_body" or assembly or self.mandates(thing.id):
                    for principal in self.principals_of(thing.id):
                        found[principal, kind].append(thing)
        return found

    def deciders(self, principal: str, topic: str) -> list[tuple[str, Proof]]:
        """Who may decide on a topic for a principal: joint bodies, units and functions of its line with a mandate,
        and the principal itself (its assembly); surest first, then by id.
        """
        found: list[tuple[str, Proof]] = []
        for kind in ("joint_body", "unit", "function"):
            for thing in self._bodies.get((principal, kind), ()):
                if self.in_force(thing):
                    proof = self.may_decide(thing.id, topic)
                    if proof.degree > Degree.OPEN or (proof and kind == "joint_body"):
                        found.append((thing.id, proof))
        itself = self.may_decide(principal, topic)
        if itself:
            found.append((principal, itself))
        return sorted(found, key=lambda pair: (-pair[1].degree, pair[0] == principal, pair[0]))

    def seats_decide(self, group: Thing, topic: str, concerned: frozenset[str]) -> Proof:
        """To what degree the seats of a group decide together: every concerned principal has a seat whose mandate
        holds the decision (design section 3 g). Fewer seats than principals never suffice.
        """
        seats = self.seats(group.id)
        total = 0
        for seat in seats:
            count = seat.fact("count").value
            total = total + count if isinstance(count, int) and total >= 0 else -1
        if seats and 0 <= total < len(concerned) and self.seats_listed(group).degree > Degree.OPEN:
            return NO
        return all_of(*(self._seat_decides(group, principal, topic) for principal in sorted(concerned)))

    def _seat_decides(self, group: Thing, principal: str, topic: str) -> Proof:
        seated = self.seated(group, principal)
        if not seated:
            return NO
        own = [s for s in self.filled(group.id) if principal in self.principals_of(s.id)]
        if not own:
            return OPEN
        return all_of(seated, any_of(*(self.seat_power(seat, "decide", topic) for seat in own)))

    def seat_power(self, seat: Thing, power: str, topic: str) -> Proof:
        """To what degree a seat's mandate, or its function's, holds a power over a topic. Where the mandate names
        no topics it is over those of the group's remit.
        """
        held = self.has_power(seat.fact("mandate.powers"), power)
        topics = seat.fact("mandate.topics")
        over = self.covers(topics, topic)
        if not (topics.stated or topics.left_open) and seat.fact("mandate").known:
            over = self.covers(self.group_of(seat).fact("remit.topics"), topic)
        own = all_of(held, over, self.still_valid(seat, "mandate")) if held and over else NO
        function = seat.fact("function")
        if function.known:
            by_line = [self.power(m, "", power, topic) for m in self.mandates(function.value)]
            own = any_of(own, *by_line)
        return own

    # -- relations ------------------------------------------------------------------------------------------

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every declared route, link, answering and nesting, stated and denied ones alike, in a defined order;
        those said of sets short of all stand under the set's id, with its extent.
        """
        found: list[Edge] = []
        for kind in ("group", "unit", "function"):
            for thing in self.things(kind):
                names = LINKING if kind == "group" else RELATIONS
                for relation in names:
                    found.extend(self._edges_of(thing, relation))
        for subject, extent in sorted(self.resolver.set_subjects):
            if extent == Extent.ALL or not self.resolver.members(subject):
                continue
            for relation in RELATIONS:
                if self.resolver.speaks_of(subject, relation):
                    fact = self.resolver.set_fact(subject, extent, relation)
                    found.extend(Edge(subject, relation, item.value, item, extent) for item in fact.items)
        return tuple(found)

    def _edges_of(self, thing: Thing, relation: str) -> Iterator[Edge]:
        fact = thing.fact(relation)
        if relation == "parent":
            if fact.known:
                item = Item(fact.value, State.VALUE, fact.degree, fact.sources, fact.modality)
                yield Edge(thing.id, relation, fact.value, item)
            return
        for item in fact.items:
            unsure = self.presence(thing.id).degree == Degree.OPEN
            resolved = item._replace(degree=Degree.OPEN) if unsure else item
            yield Edge(thing.id, relation, item.value, resolved)

    @cached_property
    def _out(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.source].append(edge)
        return found

    @cached_property
    def _in(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.target].append(edge)
        return found

    def out(self, identifier: str, *relations: str) -> list[Edge]:
        """The edges from an entity or set, of some relations (all where none is named)."""
        return [e for e in self._out.get(identifier, ()) if not relations or e.relation in relations]

    def into(self, identifier: str, *relations: str) -> list[Edge]:
        """The edges that lead to an entity."""
        return [e for e in self._in.get(identifier, ()) if not relations or e.relation in relations]

    def edge(self, source: str, relation: str, target: str) -> Proof:
        """To what degree a relation leads from one to another: a stated item, else coverage decides."""
        return self.resolver.fact(source, relation).has(target)

    def linked(self, one: str, other: str) -> Proof:
        """To what degree two bodies are linked by any route, link, answering or nesting, either way, or both
        answer to the same body; silence gives :data:`NO` (a stated link is an excuse).
        """
        proofs = [e.holds for e in self.out(one) if e.target == other]
        proofs += [e.holds for e in self.out(other) if e.target == one]
        return any_of(*proofs)

    def unlinked(self, one: str, other: str) -> Proof:
        """To what degree the link between two bodies is missing: stated to be none (the surest counts), or not
        there although all relations of both are listed; else open. :data:`NO` where a link is stated.
        """
        link = self.linked(one, other)
        if link.degree > Degree.OPEN:
            return NO
        denied = any_of(
            *(e.denied for e in self.out(one, "linked_to") if e.target == other and e.extent is None),
            *(e.denied for e in self.out(other, "linked_to") if e.target == one and e.extent is None),
        )
        if denied:
            return denied
        if link:
            return OPEN.on(Ground.STRUCTURAL)
        complete = self.links_listed(one) and self.links_listed(other)
        evidence = Evidence(one, "no link", other)
        return Proof(Degree.ESTABLISHED if complete else Degree.OPEN, Ground.STRUCTURAL, (evidence,))

    def links_listed(self, body: str) -> bool:
        """Whether all relations by which a body can be linked to another are listed."""
        names = LINKING if self.kind(body) == "group" else RELATIONS
        return all(self._relation_closed(body, name) for name in names)

    def _relation_closed(self, identifier: str, relation: str) -> bool:
        fact = self.resolver.fact(identifier, relation)
        if fact.state == State.NONE:
            return fact.degree > Degree.OPEN
        return fact.known and (fact.closed or relation == "parent")

    def routes_listed(self, identifier: str, *relations: str) -> Proof:
        """To what degree all of an entity's relations (of those named, else every route) are listed."""
        names = relations or RELATIONS
        if not all(self._relation_closed(identifier, name) for name in names):
            return OPEN
        facts = [self.resolver.fact(identifier, name) for name in names]
        return Proof(min((f.degree for f in facts if f.state == State.NONE), default=Degree.ESTABLISHED))

    def nested(self, one: str, other: str) -> Proof:
        """To what degree one group is, directly or further down, inside the other."""
        return any_of(self._inside(one, other), self._inside(other, one))

    def _inside(self, inner: str, outer: str) -> Proof:
        outers, left_open = self.nesting(inner)
        return outers.get(outer, OPEN if left_open else NO)

    def nesting(self, inner: str) -> tuple[dict[str, Proof], bool]:
        """The groups that a group is inside of, nearest first, to what degree; and whether a source leaves open what
        the outermost is inside of (an excuse that is itself open).
        """
        found: dict[str, Proof] = {}
        here, proof = inner, YES
        while True:
            fact = self.resolver.fact(here, "parent")
            if fact.state in (State.UNCLEAR, State.DEFERRED):
                return found, True
            if not fact.known or fact.value in (inner, *found):
                return found, False
            proof = all_of(proof, Proof(fact.degree, None, (Evidence(here, "parent", fact.value),), fact.sources))
            found[fact.value] = proof
            here = fact.value

    def channels(self, subject: str) -> list[Channel]:
        """What is said of ways from a group, topic, set or other subject."""
        return self.resolver.channels.get(subject, [])

    def ways_told(self, subject: Thing) -> list[Channel]:
        """What is said of ways from a subject (of a set: to its extent): to each target its own words, else those
        of the sets that it belongs to. Words that contradict each other are only possibly so.
        """
        told = self.channels(subject.id)
        if subject.extent is not None:
            return [c for c in told if c.extent == subject.extent and not c.possibly]
        about = [statement.about for statement in self.model.statements]
        whole = [c for c in told if c.possibly or c.extent in (None, Extent.ALL)]
        own = {c.to for c in whole if about[c.statement] == subject.id}
        kept = [c for c in whole if c.to not in own or about[c.statement] == subject.id]
        states: dict[str, set[State]] = defaultdict(set)
        for one in kept:
            if not one.possibly:
                states[one.to].add(one.state)
        return [c._replace(possibly=True) if len(states[c.to]) > 1 else c for c in kept]

    def way_subjects(self, kind: str) -> list[Thing]:
        """The things of a kind, then the sets (or the cases of one) that a channel short of ``all`` speaks of."""
        found: list[Thing] = list(self.things(kind))
        for subject, told in sorted(self.resolver.channels.items()):
            members = self.resolver.members(subject)
            if members and all(self.kind(member) == kind for member in members):
                extents = {c.extent for c in told if not c.possibly}
                short = sorted(e for e in extents if e is not None and e != Extent.ALL)
                found.extend(Several(self, subject, kind, extent) for extent in short)
        return found

    def onward(self, start: str, topic: str | None, *relations: str) -> dict[str, Proof]:
        """Whom a matter on a topic (None: any) reaches by following relations forward, the start included, and how
        sure the surest way is; what is not in force leads nowhere, and a line is not walked (section 3 a).
        """
        key = (start, topic if self._has_topical_routes else None, *relations)
        if key in self._reached:
            return self._reached[key]
        found = self._reached[key] = {start: YES}
        left = [start]
        while left:
            left.sort(key=lambda node: found[node].degree)
            here = left.pop()
            for edge in self.out(here, *relations):
                if edge.extent is not None:
                    continue
                proof = all_of(found[here], edge.holds, self.carries(edge, topic))
                if not proof or proof.degree <= found.get(edge.target, NO).degree:
                    continue
                proof = all_of(proof, self.in_force(self.thing(edge.target)))
                if proof.degree > found.get(edge.target, NO).degree:
                    found[edge.target] = proof
                    left.append(edge.target)
        return found

    @cached_property
    def _has_topical_routes(self) -> bool:
        return any(edge.topics for edge in self.edges)

    def carries(self, edge: Edge, topic: str | None) -> Proof:
        """To what degree a route is for a topic (None: any); one for a part of the topic only may be, and so may one
        where it is left open what either is part of.
        """
        if topic is None or not edge.topics or any(self.covers_topic(listed, topic) for listed in edge.topics):
            return YES
        meet = any(self.topics_meet(listed, topic) for listed in edge.topics)
        return OPEN if meet or any(map(self.part_left_open, (topic, *edge.topics))) else NO

    def takes_home(self, group: Thing, topic: str | None) -> list[tuple[frozenset[str], Proof]]:
        """For each filled seat that may take a matter on a topic (None: any) home, or decide it: its principals
        (several where they share it: one of them, nobody tells which), and how sure.
        """
        key = (group.id, topic)
        if key not in self._taken:
            pools = {pool.seat: pool.principals for pool in self.pools(group.id)}
            found = []
            for seat in self.seats(group.id):
                vacant = seat.fact("vacant").excuse(True)
                held = self._home_power(seat, topic) if vacant.degree <= Degree.OPEN else NO
                if held:
                    proof = all_of(held, self.presence(seat.id), OPEN if vacant else YES)
                    principals = pools.get(seat.id) or frozenset(self.principals_of(seat.id))
                    found.append((principals, proof.seen(Evidence(group.id, "seats", seat.id))))
            self._taken[key] = found
        return self._taken[key]

    def _home_power(self, seat: Thing, topic: str | None) -> Proof:
        powers = seat.fact("mandate.powers")
        held = any_of(self.has_power(powers, "take_home"), self.has_power(powers, "decide"))
        if seat.fact("function").left_open:
            return held.at_most(Degree.OPEN) or OPEN  # it may be one that decides
        if topic is None or not (held or seat.fact("function").known):
            return held
        return any_of(*(self.seat_power(seat, power, topic) for power in ("take_home", "decide")))

    def line(self, principal: str) -> Proof:
        """To what degree a principal's line is there: taken as there unless a source says otherwise (section 3 a)."""
        fact = self.resolver.fact(principal, "line")
        if fact.state == State.NONE:
            return NO if fact.degree > Degree.OPEN else OPEN
        return OPEN if fact.doubted else YES

    def recommends(self, group: Thing) -> Proof:
        """To what degree a group is told to recommend: by its powers, a route, the register, or words on how what
        it recommends is decided or reported back. Silence gives :data:`NO`.
        """
        powers = group.fact("remit.powers")
        listed = any(item.value == "recommend" for item in powers.items)
        told = [powers.has("recommend")] if listed or powers.state in (State.UNCLEAR, State.DEFERRED) else []
        told += [edge.holds for edge in self.out(group.id, "recommends_to") if edge.extent is None]
        for one in self.things("recommendation"):
            if one.fact("group").value == group.id:
                told.append(all_of(one.fact("group").is_(group.id), self.presence(one.id)))
        for name in ("decision_step", "report_back"):
            fact = group.fact(name)
            told.append(Proof(fact.degree, None, (), fact.sources) if fact.stated else OPEN if fact.doubted else NO)
        return any_of(*told).context()

    def is_decided_by_law(self, group: Thing) -> Proof:
        """To what degree a group has its powers in law (a body founded by law)."""
        return group.fact("law").excuse()

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(things)} {kind}" for kind, things in sorted(self._things.items()))
        return f"<Org {self.model.head.id} {self.on}: {counts}>"


__all__ = ["Edge", "Fact", "Org", "Origin", "Pool", "Several", "Thing", "field_text", "is_unsourced"]
