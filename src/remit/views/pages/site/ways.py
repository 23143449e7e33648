"""The ways in and out of a body: routes, links, answering and nesting, channels, those said of sets among them."""

from __future__ import annotations

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
    """One way: ``subject`` is where it comes from (empty: the body of the page), ``piece`` where it leads."""

    subject: str
    relation: Text
    piece: Piece
    denied: bool
    certainty: Degree
    sources: tuple[SourceRef, ...]
    of: Text | None = None
    """The set of which it is said, and to what extent."""


def out(facts: Facts, body: str) -> list[Way]:
    """The ways that lead from a body, those of the sets that it belongs to, and what is said of its channels."""
    org = facts.org
    found = [_way(facts, edge, "") for edge in org.out(body) if edge.relation in SHOWN]
    for channel in org.channels(body):
        of = None
        about = org.model.statements[channel.statement].about
        if about != body:
            of = facts.site.said_of(about, channel.extent)
        target = (
            Piece(channel.to, facts.site.name(channel.to)) if org.kind(channel.to) else Piece("", v.VALUES[channel.to])
        )
        state = channel.state
        piece = target._replace(state=state)
        degree = Degree.OPEN if channel.possibly else channel.degree
        found.append(Way("", v.RELATIONS["channel"], piece, state == State.NONE, degree, channel.sources, of))
    return found


def into(facts: Facts, body: str) -> list[Way]:
    """The ways that lead to a body, those from sets among them."""
    return [_way(facts, edge, edge.source) for edge in facts.org.into(body) if edge.relation in SHOWN]


def _way(facts: Facts, edge: Edge, subject: str) -> Way:
    piece = facts.item("group", edge.relation, edge.item)
    target = edge.target if not subject else ""
    piece = piece._replace(
        id=target, text=facts.site.name(target) if target else t.HERE, certainty=None, sources=(), members=(),
        state=State.VALUE if edge.item.state == State.NONE else edge.item.state,
    )  # fmt: skip
    degree = Degree.OPEN if edge.item.possibly else edge.item.degree
    of = facts.site.said_of(edge.source, edge.extent) if edge.extent not in (None, Extent.ALL) and not subject else None
    if edge.extent not in (None, Extent.ALL) and subject:
        of = v.EXTENT[edge.extent or Extent.SOME]
    return Way(subject, v.RELATIONS[edge.relation], piece, edge.item.state == State.NONE, degree, edge.item.sources, of)
