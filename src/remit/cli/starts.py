"""Matters whose beginning is named on the command line: ``--from ID --in PRINCIPAL --topic ID``, once for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from remit.cli import simulate_texts as t
from remit.cli.spoken import Wrong

if TYPE_CHECKING:
    from remit.api import Organisation
    from remit.simulation.plan import Start


def starts_of(
    ctx: click.Context, first: Organisation, begins: Sequence[str], places: Sequence[str], topics: Sequence[str]
) -> list[Start]:
    """The matters asked for: the first ``--from`` with the first ``--in`` and ``--topic``, and so on. One topic, or one
    principal, for several is told once; no ``--in`` at all means nobody's territory in particular. Raises
    :class:`Wrong` where they do not go together, ``LoopError`` for one that is not there.
    """
    from remit import api

    number = len(begins)
    if not number:
        if places:
            raise Wrong(t.IN_WITHOUT_FROM, ctx)
        return []
    if len(topics) not in (1, number):
        raise Wrong(t.TOPIC_FOR_EACH, ctx, n=number, topics=len(topics))
    if len(places) not in (0, 1, number):
        raise Wrong(t.IN_FOR_EACH, ctx, n=number, places=len(places))
    about = list(topics) * (number if len(topics) == 1 else 1)
    where: list[str | None] = [None] * number
    if places:
        where = [places[at if len(places) > 1 else 0] for at in range(number)]
    found = [api.start(one, topic, place) for one, topic, place in zip(begins, about, where, strict=True)]
    for one in found:
        first.route(one.start, one.topic, one.principal or None)  # what is not there is told before anything is run
    return list({one.id: one for one in found}.values())


__all__ = ["starts_of"]
