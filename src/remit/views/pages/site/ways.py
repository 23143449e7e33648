"""The ways in and out of a body: routes, links, answering and nesting, channels, those said of sets among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from remit.graph.org import Edge
from remit.model.facts import Degree, Extent, SourceRef, State
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text
from remit.views import texts as v
from remit.views.pages.site import texts as t
from remit.views.pages.site.facts import Facts, Piece

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
    certainty: Degree
    sources: tuple[SourceRef, ...]
    of: Text | None = None
    """The set of which it is said, and to what extent."""


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
        found.append(Way("", v.RELATIONS["channel"], target, channel.state, degree, channel.sources, of))
    return found


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
            t.RELATIONS_HERE[edge.relation],
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
        v.RELATIONS[edge.relation],
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
