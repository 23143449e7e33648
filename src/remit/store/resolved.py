"""The resolved graph as records: what is pushed to Neo4j.

Everything here is what :class:`~remit.graph.org.Org` and its helpers answer, written down once for each model, so
that a question in Cypher reads resolved values. Nothing here knows a rule.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from remit.graph.org import LINKING, Edge, Org, Several, Thing, is_unsourced
from remit.graph.pairs import Pairs, same_value
from remit.graph.resolve import Channel, Fact, Item, Origin, excluding_key, shown, unordered_key
from remit.graph.ways import REACHES, Chains, through_line
from remit.model.facts import Degree, Extent, Said, State
from remit.model.kind import LADDER, Entity, Part
from remit.model.kinds import registry
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text
from remit.store.proofs import encode
from remit.store.schema import fact_type, label, names_things, paths, property_name, relation_type

Record = dict[str, Any]

NOTHING: Record = {}
"""The properties of a relationship that has none."""

POWERS = (*LADDER, "take_home")
"""The powers for which it is written down whether a mandate holds them."""


@dataclass(slots=True)
class Records:
    """Nodes, relationships and owned nodes, in the order in which they are written; keys are text."""

    version: str
    version_properties: Record = field(default_factory=dict)
    """What the Version node tells besides its key."""
    nodes: dict[tuple[str, ...], list[Record]] = field(default_factory=lambda: defaultdict(list))
    """By labels: properties, ``key`` among them."""
    links: dict[tuple[str, str, str], list[Record]] = field(default_factory=lambda: defaultdict(list))
    """By label, type and label: ``a``, ``b`` (keys) and ``p`` (properties)."""
    owned: dict[tuple[str, str, str, str], list[Record]] = field(default_factory=lambda: defaultdict(list))
    """By owner's label, type, label and type of its own links: ``of``, ``p`` and ``to`` (keys of subjects)."""

    def size(self) -> int:
        """How many records there are."""
        return sum(len(rows) for part in (self.nodes, self.owned, self.links) for rows in part.values())

    def key(self, identifier: str, extent: Extent | None = None) -> str:
        """The key of an entity, a set, or what a statement speaks of to an extent."""
        return f"{self.version}/{identifier}" + (f"#{extent.value}" if extent else "")


def records(org: Org, version: str) -> Records:
    """The resolved graph of an organisation under a version's key."""
    return _Writer(org, version).write()


class _Writer:
    def __init__(self, org: Org, version: str) -> None:
        self.org = org
        self.out = Records(version)
        self.entities = org.model.entities
        self._bound = {group.id for group in org.things("group")}
        self._by_id: dict[str, Record] = {}
        self._homes: dict[str, set[str]] = defaultdict(set)
        self._titles = org.document_titles()
        self._given: dict[tuple[Any, ...], str] = {}
        self._sets_of: dict[str, list[Thing]] = defaultdict(list)
        for several in org.subjects("group"):
            for member in several.members if several.extent else ():
                self._sets_of[member].append(several)

    def write(self) -> Records:
        self._things()
        self._sets()
        self._edges()
        self._seats()
        self._topics()
        self._groups()
        self._ways()
        self._chains()
        self._pairs()
        self._listings()
        self._statements()
        self._version()
        return self.out

    def _version(self) -> None:
        """What is known of the model as a whole: the day, and the rank of the level nearest the citizen."""
        self.out.version_properties |= {
            "on": self.org.on,
            "nearest_rank": min(self.org.ranks.values(), default=None),
        }

    # -- entities, sets and what statements speak of -----------------------------------------------------------

    def _things(self) -> None:
        care = set(self.org.care_principals)
        for kind in registry():
            for thing in self.org.things(kind):
                properties = self._subject(thing) | self._plain(thing)
                if kind == "principal":
                    properties["care"] = thing.id in care
                    properties["line_proof"] = encode(self.org.line(thing.id))
                self.out.nodes["Subject", label(kind)].append(properties)
                key = self.out.key(thing.id)
                for path in paths(kind):
                    fact = thing.fact(path)
                    self._fact(key, fact)
                    self._value(properties, fact)
                for principal in self.org.principals_of(thing.id) if kind in OWNED else ():
                    self._link("BELONGS_TO", thing.id, principal)
        for child, (parent, name) in self.org.model.parents.items():
            self._link(relation_type(name), parent, child)

    def _subject(self, thing: Thing) -> Record:
        found: Record = {
            "key": self.out.key(thing.id, thing.extent),
            "version": self.out.version,
            "id": thing.id,
            "of_kind": thing.kind,
            "in_force": int(self.org.in_force(thing).degree),
        }
        if thing.extent is None:
            found["presence_proof"] = encode(self.org.presence(thing.id))
        else:
            found["extent"] = thing.extent.value
        if thing.kind == "group":
            found["counted_proof"] = encode(self.org.counted(thing))
        if thing.kind in LEVELLED:
            rank, sure = self.org.level(thing)
            found |= {"level_rank": rank, "level_degree": int(sure.degree)}
        return found

    def _plain(self, thing: Thing) -> Record:
        """The plain properties of an entity: its names, resolved values, and what is derived of it alone."""
        org, identifier = self.org, thing.id
        name = org.name(identifier)
        found: Record = {"name": name.sv, "name_en": name.en, "named": org.entity(identifier).name is not None}
        if thing.kind in OWNED:
            found["owners_open"] = org.owners_open(identifier)
        if thing.kind in ("group", "unit", "function"):
            names = LINKING if thing.kind == "group" else RELATIONS
            found |= {f"{one}_listed": int(org.routes_listed(identifier, one).degree) for one in names}
            found["links_listed"] = org.links_listed(identifier)
        if thing.kind in ("topic", "population"):
            found["part_left_open"] = org.part_left_open(identifier)
        if thing.kind == "source":
            title = self._titles[identifier]
            scenario = getattr(org.entity(identifier), "kind", None) == "scenario"
            found |= {"titled": title.sv, "titled_en": title.en, "is_scenario": scenario}
        if thing.kind == "seat":
            found["untold"] = org.untold(thing)
            found["filled"] = org.is_filled(thing)
        told, unsourced = self._said(org.entity(identifier))
        found |= {"said_count": told, "unsourced": unsourced}
        return found

    def _said(self, entity: Entity) -> tuple[int, list[str]]:
        """How many things are said of it, and the fields that somebody tells without a source."""
        words = self.org.said_of(entity.id)
        return len(words), [path for path, said in words if is_unsourced(said)]

    def _link(self, name: str, source: str, target: str, **properties: Any) -> None:
        row = {"a": self.out.key(source), "b": self.out.key(target), "p": properties}
        self.out.links["Subject", name, "Subject"].append(row)

    def _sets(self) -> None:
        model = self.org.model
        for name, definition in model.sets.items():
            properties = {"key": self.out.key(name), "version": self.out.version, "id": name}
            properties |= {"name": definition.name.sv, "name_en": definition.name.en}
            self.out.nodes[("Set",)].append(properties)
            for member in self.org.resolver.members(name):
                row = {"a": self.out.key(name), "b": self.out.key(member), "p": {}}
                self.out.links["Set", "MEMBER", "Subject"].append(row)
        for several, of_facts, of_ways in self._several():
            self.out.nodes["Subject", "Several"].append(
                self._subject(several) | {"of_facts": of_facts, "of_ways": of_ways, "speaks_of": self._spoken(several)}
            )
            key = self.out.key(several.id, several.extent)
            for member in several.members:
                row = {"a": key, "b": self.out.key(member), "p": {}}
                self.out.links["Subject", "MEMBER", "Subject"].append(row)
            kinds = sorted({self.org.kind(member) for member in several.members})
            for path in paths(kinds[0]):
                if all(path in paths(kind) for kind in kinds):
                    self._fact(key, several.fact(path))

    def _several(self) -> Iterator[tuple[Several, bool, bool]]:
        """What statements short of all speak of: of fields, of ways."""
        of_facts = {key for key in self.org.resolver.set_subjects if key[1] != Extent.ALL}
        of_ways = {
            (subject, channel.extent)
            for subject, told in self.org.resolver.channels.items()
            for channel in told
            if not channel.possibly and channel.extent not in (None, Extent.ALL)
        }
        for subject, extent in sorted(of_facts | of_ways):
            members = self.org.resolver.members(subject)
            if members and extent is not None:
                kinds = {self.org.kind(member) for member in members}
                kind = kinds.pop() if len(kinds) == 1 else "several"
                yield (
                    Several(self.org, subject, kind, extent),
                    (subject, extent) in of_facts,
                    (subject, extent) in of_ways,
                )

    def _spoken(self, several: Several) -> list[str]:
        numbers = self.org.resolver.set_subjects.get((several.id, several.of_extent), ())
        return sorted({self.org.model.statements[number].what for number in numbers})

    # -- facts ---------------------------------------------------------------------------------------------------

    def _fact(self, owner: str, fact: Fact) -> None:
        powers = fact.path.rpartition(".")[2] == "powers"
        silent = fact.state == State.UNKNOWN and fact.origin == Origin.SILENCE and not fact.items
        if silent and fact.possibly is None and not powers:
            return
        if not powers and self._shared(owner, fact):
            return
        key = f"{owner}!{fact.path}"  # a sign that no id has: ids and paths may have dots
        properties = self._resolved(fact, key)
        if powers:
            properties |= self._powers(fact)
        self.out.owned["Subject", fact_type(fact.path), "Fact", ""].append({"of": owner, "p": properties, "to": []})
        for number, item in enumerate(fact.items):
            to = [self.out.key(item.value)] if item.value in self.entities and names_things(fact.path) else []
            more = {"version": self.out.version, "place": number, "own": self.org.is_own(fact.subject, item)}
            row = {"of": key, "p": more | item_properties(item), "to": to}
            self.out.owned["Fact", "ITEM", "Item", "IS"].append(row)
        for number, said in enumerate(fact.said if len(fact.said) > 1 else ()):
            row = {"of": key, "p": {"version": self.out.version, "place": number} | self._words(said), "to": []}
            self.out.owned["Fact", "SAID", "Said", ""].append(row)
        self._plain_links(owner, fact)

    def _words(self, said: Said) -> Record:
        """What is said once of a field, by whom, and how it compares to what else is said of it."""
        value = said.value
        text = self.org.value_text(value)
        return {
            "state": said.state.value,
            "degree": int(said.degree),
            "modality": said.modality.value if said.modality else None,
            "sources": [str(one) for one in said.sources],
            "text": text.sv,
            "text_en": text.en,
            "alike": unordered_key(value),
        } | compared(value)

    def _resolved(self, fact: Fact, key: str) -> Record:
        found: Record = {"key": key, "version": self.out.version, "subject": fact.subject, "path": fact.path}
        found |= fact_properties(fact)
        found["own"] = self.org.is_own(fact.subject, fact)
        if (fact.items or isinstance(fact.value, list)) and fact.subject in self.entities:
            found["coverage"] = self.org.resolver.covered(self.org.entity(fact.subject), fact.path)
        return found

    def _shared(self, owner: str, fact: Fact) -> bool:
        """Write what nobody says, and coverage or the declaration gives, as one node for all that it is given to:
        there is one for nearly every field of every entity, and they are all alike.
        """
        if fact.origin not in (Origin.COVERAGE, Origin.DEFAULT) or fact.items or fact.possibly is not None:
            return False
        if fact.sources:
            return False  # of a set, some of whose members have it stated
        alike = (fact.path, fact.state, repr(fact.value), fact.closed)
        key = self._given.get(alike)
        if key is None:
            key = self._given[alike] = self.out.key(f".{fact.path}.{len(self._given)}")
            self.out.nodes[("Fact",)].append(self._resolved(fact, key) | {"subject": None})
        self.out.links["Subject", fact_type(fact.path), "Fact"].append({"a": owner, "b": key, "p": NOTHING})
        return True

    def _value(self, properties: Record, fact: Fact) -> None:
        """The plain value of a field as a property of the entity itself, for people who ask."""
        value = plain_value(fact.value) if fact.known else None
        if fact.items:
            value = list(fact.values)
        if value is not None and value != []:
            properties.setdefault(property_name(fact.path), value)

    def _powers(self, fact: Fact) -> Record:
        """To what degree a list of powers holds each power that rules and loops ask for."""
        found: Record = {}
        for power in POWERS:
            found[f"has_{power}"] = encode(self.org.has_power(fact, power))
            found[f"lacks_{power}"] = encode(self.org.powers_lack(fact, power))
        return found

    def _plain_links(self, owner: str, fact: Fact) -> None:
        """What a field names, as relationships: one hop from an entity to another that is there."""
        of_groups = not self._bound.isdisjoint(self.org.resolver.members(fact.subject))
        if fact.path in (LINKING if of_groups else RELATIONS):
            return  # these stand with everything that is said of them: see _edges
        if not names_things(fact.path):
            return  # a word that happens to be somebody's id
        if fact.known and isinstance(fact.value, str) and fact.value in self.entities and not fact.items:
            row = {"a": owner, "b": self.out.key(fact.value), "p": {"degree": int(fact.degree)}}
            self.out.links["Subject", relation_type(fact.path), "Subject"].append(row)
        for item in fact.items:
            if item.holds and not item.possibly and item.value in self.entities:
                row = {"a": owner, "b": self.out.key(item.value), "p": {"degree": int(item.degree)}}
                self.out.links["Subject", relation_type(fact.path), "Subject"].append(row)

    # -- relations -----------------------------------------------------------------------------------------------

    def _edges(self) -> None:
        for edge in self.org.edges:
            name = relation_type(edge.relation) if edge.holds else "DENIED"
            row = {"a": self.out.key(edge.source, edge.extent), "b": self.out.key(edge.target), "p": self._edge(edge)}
            self.out.links["Subject", name, "Subject"].append(row)

    def _edge(self, edge: Edge) -> Record:
        found: Record = {
            "relation": edge.relation,
            "degree": int(edge.holds.degree),
            "state": edge.item.state.value,
            "possibly": edge.item.possibly,
            "extent": edge.extent.value if edge.extent else None,
            "topics": list(edge.topics),
            **self._carried(edge),
            "principals": list(edge.principals),
            "through": list(edge.through),
            "through_steps": list(self.org.model.expand(edge.through)),
            "for_decision": edge.for_decision,
            "through_degree": int(through_line(self.org, edge).degree),
        }
        found["proof"] = encode(edge.holds or edge.denied)
        return found

    def _carried(self, edge: Edge) -> Record:
        """Which topics a route is for, where it is not for all: for certain, or perhaps."""
        degrees = {t.id: self.org.carries(edge, t.id).degree for t in self.org.things("topic")} if edge.topics else {}
        return {
            "carries": [topic for topic, degree in degrees.items() if degree > Degree.OPEN],
            "may_carry": [topic for topic, degree in degrees.items() if degree == Degree.OPEN],
        }

    def _chains(self) -> None:
        for source, steps in Chains(self.org).steps.items():
            for target, degree in steps:
                self._link("STEP", source, target, degree=int(degree))

    # -- seats, powers, concerns ---------------------------------------------------------------------------------

    def _seats(self) -> None:
        org = self.org
        for group in org.things("group"):
            for pool in org.pools(group.id):
                for principal in sorted(pool.principals):
                    self._link("SHARED_WITH", pool.seat, principal, count=pool.count)
            represented = org.represented(group)
            for principal in sorted(represented):
                self._link("REPRESENTS", group.id, principal)
            others = [one for one in org.care_principals if one not in represented]
            # of those whom no seat names all is told alike: they are seated nowhere, or it is open
            asked = [*represented, *(others if others and org.seated(group, others[0]) else ())]
            for principal in sorted(asked):
                proof = org.seated(group, principal)
                if proof:
                    self._link("SEATED", group.id, principal, degree=int(proof.degree), proof=encode(proof))
            found, sure = org.territory(group)
            for principal in sorted(found):
                self._link("TERRITORY_OF", group.id, principal)
            node = self._node(group.id)
            node |= {"territory_proof": encode(sure), "seats_listed_proof": encode(org.seats_listed(group))}
            node["recommends_proof"] = encode(org.recommends(group))

    def _node(self, identifier: str) -> Record:
        kind = self.org.kind(identifier)
        if identifier not in self._by_id:
            self._by_id.update({row["id"]: row for row in self.out.nodes["Subject", label(kind)]})
        return self._by_id[identifier]

    def _topics(self) -> None:
        for kind in ("topic", "population"):
            for thing in self.org.things(kind):
                for place, above in enumerate(self.org.topic_line(thing.id)):
                    if above in self.entities:
                        self._link("WITHIN", thing.id, above, steps=place)
        for topic in self.org.things("topic"):
            self._concern(topic.id, topic.id, None)

    def _asked(self, group: Thing) -> list[str]:
        """The topics that a group, or a set that it belongs to, is told to have to do with; the empty one stands for
        any.
        """
        subjects = (group, *self._sets_of.get(group.id, ()))
        found = {topic for one in subjects for path in TOPICAL for topic in one.fact(path).values}
        for edge in (*self.org.out(group.id), *self.org.into(group.id)):
            found.update(edge.topics)
        return ["", *sorted(found)]

    def _concern(self, owner: str, topic: str, group: Thing | None) -> None:
        principals, sure = self.org.concerned(topic, group)
        properties: Record = {
            "version": self.out.version,
            "topic": topic,
            "degree": int(sure.degree),
            "proof": encode(sure),
        }
        if group is not None and principals:
            properties["seats_decide"] = encode(self.org.seats_decide(group, topic, principals))
        to = [self.out.key(one) for one in sorted(principals)]
        self.out.owned["Subject", "CONCERN", "Concern", "CONCERNS"].append(
            {"of": self.out.key(owner), "p": properties, "to": to}
        )

    def _groups(self) -> None:
        org = self.org
        for group in org.things("group"):
            asked = self._asked(group)
            for topic in asked:
                self._concern(group.id, topic, group)
            for seat in org.seats(group.id):
                for topic in (one for one in asked if one in self.entities):
                    for power in ("decide", "take_home"):
                        proof = org.seat_power(seat, power, topic)
                        if proof:
                            told = {"power": power, "degree": int(proof.degree), "proof": encode(proof)}
                            self._link("HOLDS_POWER", seat.id, topic, **told)
            self._inside(group.id)
            for topic in asked:
                self._reach(group.id, topic)
        self._taken_home()

    def _inside(self, group: str) -> None:
        outers, left_open = self.org.nesting(group)
        for outer, proof in outers.items():
            self._link("INSIDE", group, outer, degree=int(proof.degree), proof=encode(proof))
        self._node(group)["inside_left_open"] = left_open

    def _reach(self, group: str, topic: str) -> None:
        """Whom a matter reaches from a group by the ways of each sort, with whether they may decide on it."""
        for name, relations in REACHES.items():
            for node, proof in self.org.onward(group, topic or None, *relations).items():
                more: Record = {"decides": encode(self.org.may_decide(node, topic))} if topic else {}
                self._link(
                    "REACHES", group, node, by=name, topic=topic, degree=int(proof.degree), proof=encode(proof), **more
                )
                if self.org.kind(node) == "group":
                    self._homes[node].add(topic)

    def _taken_home(self) -> None:
        for group, topics in sorted(self._homes.items()):
            for topic in sorted(topics):
                for principals, proof in self.org.takes_home(self.org.thing(group), topic or None):
                    properties = {"version": self.out.version, "topic": topic, "degree": int(proof.degree)}
                    properties |= {"proof": encode(proof), "number": len(principals)}
                    to = [self.out.key(one) for one in sorted(principals)]
                    self.out.owned["Subject", "TAKES_HOME", "TakenHome", "OF"].append(
                        {"of": self.out.key(group), "p": properties, "to": to}
                    )

    # -- ways ----------------------------------------------------------------------------------------------------

    def _ways(self) -> None:
        org = self.org
        for subject, channels in sorted(org.resolver.channels.items()):
            owner = ("Set" if subject in org.model.sets else "Subject", self.out.key(subject))
            for channel in channels:
                self._way(owner, "CHANNEL", "Channel", channel)
        for kind in registry():
            for subject_ in org.way_subjects(kind):
                for way in org.ways_told(subject_):
                    self._way(("Subject", self.out.key(subject_.id, subject_.extent)), "WAY", "Way", way)

    def _way(self, owner: tuple[str, str], name: str, node: str, channel: Channel) -> None:
        properties: Record = {
            "version": self.out.version,
            "subject": channel.subject,
            "target": channel.to,
            "state": channel.state.value,
            "degree": int(channel.degree),
            "possibly": channel.possibly,
            "extent": channel.extent.value if channel.extent else None,
            "statement": channel.statement,
            "holds_proof": encode(channel.holds),
            "broken_proof": encode(channel.broken()),
            "unclear_proof": encode(channel.broken(unclear_too=True)),
        }
        to = [self.out.key(channel.to)] if channel.to in self.entities else []
        self.out.owned[owner[0], name, node, "TO"].append({"of": owner[1], "p": properties, "to": to})

    # -- pairs of groups, listings, statements -------------------------------------------------------------------

    def _pairs(self) -> None:
        pairs = Pairs(self.org)
        for one, other, principals, proof in pairs.sharing(self.org.groups()):
            told: Record = {
                "principals": list(principals),
                "degree": int(proof.degree),
                "proof": encode(proof),
                "territory": encode(pairs.territory(one, other)),
                "topics": encode(pairs.topics(one, other)),
                "populations": encode(pairs.populations(one, other)),
                "superior": encode(pairs.superior(one, other)),
                "kind": encode(same_value(one, other, "kind")),
                "level": encode(same_value(one, other, "level")),
                "not_told": pairs.not_told(one, other, "kind", "level", "populations", "remit.topics", "answers_to"),
            }
            self._link("SHARES_PRINCIPALS", one.id, other.id, **told)

    def _listings(self) -> None:
        org = self.org
        levels = ["", *(level.id for level in org.things("level"))]
        for kind in registry():
            for level in levels if kind == "agreement" else [""]:
                for scope in ("", "comprehensive", "partial") if kind == "agreement" else [""]:
                    where = {name: value for name, value in (("level", level), ("scope", scope)) if value}
                    degree = int(org.resolver.listed(kind, where).degree)
                    properties = {"version": self.out.version, "of_kind": kind, "level": level, "scope": scope}
                    self.out.nodes[("Listing",)].append(properties | {"degree": degree})

    def _statements(self) -> None:
        for number, statement in enumerate(self.org.model.statements):
            said = statement.said
            self.out.nodes[("Statement",)].append(
                {
                    "version": self.out.version,
                    "number": number,
                    "about": statement.about,
                    "what": statement.what,
                    "to": statement.to,
                    "extent": statement.extent.value if statement.extent else None,
                    "unsourced": is_unsourced(said),
                }
                | self._words(said)
            )


TOPICAL = ("remit.topics", "expected.topics")
"""The fields that tell what topics a group has to do with."""

OWNED = ("principal", "provider", "joint_body", "function", "seat", "unit")
"""The kinds of which it is told whose they are."""

LEVELLED = ("group", "unit", "function")


def fact_properties(fact: Fact) -> Record:
    """What a Fact node tells of a fact."""
    possibly = fact.possibly or (None, None)
    return {
        "state": fact.state.value,
        "value": plain_value(fact.value),
        "value_en": fact.value.en if isinstance(fact.value, Text) else None,
        **compared(fact.value),
        "shown": shown(fact.value) if fact.known else "",
        "values": list(fact.values) if fact.items else None,
        "known": fact.known,
        "stated": fact.stated,
        "doubted": fact.doubted,
        "left_open": fact.left_open,
        "partly_open": fact.partly_open,
        "closed": fact.closed,
        "degree": int(fact.degree),
        "origin": fact.origin.value,
        "sources": [str(one) for one in fact.sources],
        "statement": fact.statement,
        "modality": fact.modality.value if fact.modality else None,
        "possibly_state": possibly[0].value if possibly[0] else None,
        "possibly_value": plain_value(possibly[1]),
        "said_degree": int(max((said.degree for said in fact.said), default=fact.degree)),
        "said_count": len(fact.said),
        "said_days": [said.value for said in fact.said if isinstance(said.value, datetime.date)] or None,
    }


def compared(value: Any) -> Record:
    """How a value compares to another of its field: what excludes any other, the least and the most of a range."""
    low, high = value if isinstance(value, tuple) and not isinstance(value, Text) else (None, None)
    return {"excludes": excluding_key(value), "low": low, "high": high}


def item_properties(item: Item) -> Record:
    """What an Item node tells of an item."""
    return {
        "value": item.value,
        "state": item.state.value,
        "degree": int(item.degree),
        "holds": item.holds,
        "possibly": item.possibly,
        "sources": [str(one) for one in item.sources],
        "statement": item.statement,
    }


def plain_value(value: Any) -> Any:
    """A value as a property can hold it; None for parts, which are nodes or fields of their own."""
    if isinstance(value, Text):
        return value.sv
    if isinstance(value, (bool, int, float, str, datetime.date)):
        return value
    if isinstance(value, tuple):
        return [float(part) for part in value]
    if isinstance(value, list):
        if value and isinstance(value[0], Entity):
            return [one.id for one in value]
        if value and isinstance(value[0], Part):
            return [str(getattr(one, "to", "")) for one in value]
        return [plain_value(one) for one in value]
    return None


__all__ = ["Record", "Records", "fact_properties", "item_properties", "records"]
