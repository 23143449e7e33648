"""What a rule reads, and what of it is not sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from remit.graph.logic import Proof
from remit.graph.org import Org
from remit.graph.resolve import Fact, Origin, Resolver
from remit.model.facts import Degree, Extent, Modality, State
from remit.model.kind import info_of
from remit.model.whole import Model, Statement, is_list
from remit.queries.rule import Detect, Row, Settings

BEING = ("since", "until", "status")
"""Whether a thing is in force at all: where nobody speaks of it, it is no doubt about a finding."""


class Doubt(NamedTuple):
    """Facts that are not sure, alike: one field of things of one kind, or one statement, or one listing."""

    kind: str
    path: str
    """The field; empty where it is about which entities of the kind there are."""
    now: str
    """``unknown``, ``unclear``, ``deferred``, ``contradicted``, ``reported``, ``open`` (a question, a risk or what
    may be), ``items`` (some items of a list are one of these) or ``partial`` (perhaps not all are listed)."""
    subjects: tuple[str, ...]
    statement: int | None = None
    """The number of the statement about a set that it is."""


class Listening(Resolver):
    """A resolver that remembers what it was asked."""

    __slots__ = ("kinds", "read", "spoken")

    def __init__(self, model: Model) -> None:
        self.read: dict[tuple[str, str], Fact] = {}
        self.kinds: dict[str, Proof] = {}
        self.spoken: set[str] = set()
        super().__init__(model)

    def fact(self, subject: str, path: str) -> Fact:
        """The resolved fact of an entity's field."""
        found = self.read.get((subject, path))
        if found is None:
            found = self.read[subject, path] = Resolver.fact(self, subject, path)
            self.spoken.add(path)
        return found

    def set_fact(self, subject: str, extent: Extent, path: str) -> Fact:
        """What is said of a set to an extent short of all."""
        self.spoken.add(path)
        return Resolver.set_fact(self, subject, extent, path)

    def listed(self, kind: str, where: dict[str, str] | None = None) -> Proof:
        """To what degree all entities of a kind are listed."""
        found = Resolver.listed(self, kind, where)
        self.kinds[kind] = min(found, self.kinds.get(kind, found), key=lambda proof: proof.degree)
        return found


def doubts(org: Org, detect: Detect, settings: Settings) -> tuple[list[Row], list[Doubt]]:
    """The rows of a rule, and the doubts among what it read, in a defined order."""
    listening = Listening(org.model)
    heard = Org(org.model, org.on)
    heard.resolver = listening
    rows = list(detect(heard, settings))
    alike: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for (subject, path), fact in listening.read.items():
        kind = heard.kind(subject)
        for now in _of(org.model, fact):
            alike[kind, path, now].append(subject)
    found = [Doubt(*key, tuple(sorted(subjects))) for key, subjects in sorted(alike.items())]
    found += [
        Doubt(kind, "", "partial", ())
        for kind, proof in sorted(listening.kinds.items())
        if proof.degree < Degree.ESTABLISHED
    ]
    for number, statement in enumerate(org.model.statements):
        members = org.resolver.members(statement.about)
        if members and (statement.what in listening.spoken or statement.what == "channel"):
            kind = org.kind(members[0])
            found += [Doubt(kind, statement.what, now, (statement.about,), number) for now in _said(statement)]
    return rows, found


def _of(model: Model, fact: Fact) -> Iterator[str]:
    """In what ways a fact that is told of a thing itself, or of which nothing is told, is not sure."""
    if fact.origin == Origin.CONTRADICTION:
        yield "contradicted"
        return
    if fact.origin == Origin.WHOLE or fact.statement is not None:
        return
    if fact.path in BEING and not fact.left_open:
        return
    if fact.state not in (State.VALUE, State.NONE):
        yield fact.state.value
        return
    if fact.degree == Degree.REPORTED:
        yield "reported"
    elif fact.degree == Degree.OPEN:
        yield "open"
    own = [item for item in fact.items if item.statement is None]
    if any(item.state not in (State.VALUE, State.NONE) or item.degree < fact.degree for item in own):
        yield "items"
    if fact.known and not fact.closed and _is_listing(model, fact):
        yield "partial"


def _is_listing(model: Model, fact: Fact) -> bool:
    cls = type(model.entities[fact.subject])
    if "." in fact.path or fact.path not in cls.model_fields:
        return False
    return is_list(cls, fact.path) and info_of(cls, fact.path).listing


def _said(statement: Statement) -> Iterator[str]:
    """In what way a statement is not sure; one that leaves something unknown says nothing."""
    said = statement.said
    if said.state in (State.UNCLEAR, State.DEFERRED):
        yield said.state.value
    elif said.state == State.UNKNOWN:
        return
    elif said.degree == Degree.REPORTED:
        yield "reported"
    elif said.degree == Degree.OPEN or said.modality == Modality.MAY:
        yield "open"
