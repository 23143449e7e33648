"""The ways in and out of a body: routes, links, answering and nesting, channels, those said of sets among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from remit.graph.org import Edge
from remit.model.facts import Degree, Extent, SourceRef, State
from remit.model.kinds import registry
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text
from remit.views import texts as v
from remit.views.pages.site import texts as t
from remit.views.pages.site.facts import Facts, Piece, Told

SHOWN = (*RELATIONS, "answers_to", "parent")


class Way(NamedTuple):
    """One way: ``subject`` is where it comes from (empty: the body of the page), ``piece`` where it leads (one
    without text: to the body of the page).
    """

    subject: str
    relation: Text
    piece: Piece
    state: State
    """Whether it is there, is told not to be there, or how else it stands."""
    certainty: Degree | None
    sources: tuple[SourceRef, ...]
    of: Text | None = None
    """The set of which it is said, and to what extent."""
    told: Told | None = None
    """Where no way is named: what is told of such ways as a whole (that there are none, that it is settled later)."""


def out(facts: Facts, body: str) -> list[Way]:
    """The ways that lead from a body, those of the sets that it belongs to, and what is said of its channels."""
    org = facts.org
    found = [_out(facts, edge) for edge in org.out(body) if edge.relation in SHOWN]
    for channel in org.channels(body):
        about = org.model.statements[channel.statement].about
        of = None
        if about != body or channel.extent not in (None, Extent.ALL):
            of = facts.site.said_of(about, channel.extent)
        known = org.kind(channel.to)
        target = Piece(channel.to, facts.site.name(channel.to)) if known else Piece("", v.VALUES[channel.to])
        degree = Degree.OPEN if channel.possibly else channel.degree
        found.append(Way("", _word("channel", channel.state), target, channel.state, degree, channel.sources, of))
    return found + list(_whole(facts, body))


def _whole(facts: Facts, body: str) -> Iterator[Way]:
    """What is told of the ways of a sort as a whole: that there are none, that it is unclear or settled later …"""
    fields = registry()[facts.org.kind(body)].model_fields
    for relation in RELATIONS:
        if relation not in fields:
            continue
        fact, told = facts.org.resolver.fact(body, relation), facts.told(body, relation)
        disputed = told.state == "contradiction"
        wordless = fact.left_open or (fact.stated and fact.state == State.NONE)
        if not (disputed or wordless or told.perhaps):
            continue
        # the ways that are named stand by themselves
        word = fact.state.value if wordless and not disputed else told.state if disputed else "silent"
        whole = replace(told, state=word, pieces=told.pieces if disputed else ())
        yield Way(
            "", v.RELATIONS[relation], Piece("", Text("", "")), fact.state, told.certainty, told.sources, told=whole
        )


def _word(relation: str, state: State) -> Text:
    return t.NOT_RELATIONS[relation] if state == State.NONE else v.RELATIONS[relation]


def into(facts: Facts, body: str) -> list[Way]:
    """The ways that lead to a body. What is said of some of a set stands once, with the set as where it comes from."""
    return list(_into(facts, body))


def _into(facts: Facts, body: str) -> Iterator[Way]:
    org = facts.org
    for edge in org.into(body):
        if edge.relation not in SHOWN:
            continue
        number = edge.item.statement
        told = org.model.statements[number] if number is not None else None
        short = told is not None and told.extent not in (None, Extent.ALL)
        if edge.extent is None and short and told is not None and told.about != edge.source:
            continue  # told of the set, once
        if edge.extent is not None and (told is None or told.extent != edge.extent):
            continue  # nobody says it of the set to this extent
        piece = _piece(facts, edge)._replace(id="", text=Text("", ""), members=())
        of = v.EXTENT[edge.extent] if edge.extent is not None else None
        yield Way(
            edge.source,
            (t.NOT_RELATIONS_HERE if edge.item.state == State.NONE else t.RELATIONS_HERE)[edge.relation],
            piece,
            edge.item.state,
            Degree.OPEN if edge.item.possibly else edge.item.degree,
            edge.item.sources,
            of,
        )


def _out(facts: Facts, edge: Edge) -> Way:
    number = edge.item.statement
    told = facts.org.model.statements[number] if number is not None else None
    of = None
    if told is not None and (told.about != edge.source or told.extent not in (None, Extent.ALL)):
        of = facts.site.said_of(told.about, told.extent)
    return Way(
        "",
        _word(edge.relation, edge.item.state),
        _piece(facts, edge),
        edge.item.state,
        Degree.OPEN if edge.item.possibly else edge.item.degree,
        edge.item.sources,
        of,
    )


def _piece(facts: Facts, edge: Edge) -> Piece:
    """Where an edge leads, with its topics and the steps that it passes; how it stands is told by the way."""
    kind = facts.org.kind(edge.source)
    piece = facts.item(kind if kind != "set" else "group", edge.relation, edge.item)
    added = tuple(one for one in piece.added if one in t.MODALITY.values())
    return piece._replace(certainty=None, sources=(), state=State.VALUE, added=added)
