"""Who sits in a group, in words."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import merge
from remit.graph.org import Org, Origin
from remit.graph.things import Thing, field_text
from remit.model.facts import Degree, Modality, State
from remit.model.text import Text
from remit.model.whole import part_class
from remit.views.scene import facts_texts as ft
from remit.views.scene import texts as t
from remit.views.scene.facts import Row, record, row_text, told_of
from remit.views.scene.wording import fill, listed, pair

WHOSE = ("principal", "provider", "shared_by", "function", "person", "represents")
"""The fields that tell whose a seat is and who fills it, the widest first."""
HOW = ("count", "vacant", "capacity", "mandate", "mandate.powers", "mandate.topics", "mandate.until", "since", "until")
"""The fields that tell what there is to know of a seat beside that."""
USUAL = {"count": 1, "vacant": False}
"""What nobody needs to be told of a seat."""


def members(org: Org, group: str, hidden: frozenset[str]) -> list[Row]:
    """Who sits in a group, a row for each seat: whose it is, who fills it and with which mandate, in words. What is
    less sure than that the seat is there says so. Of a hidden seat it is told that a person fills it.
    """
    seats = getattr(org.entity(group), "seats", None) or ()
    label = field_text("group", "seats")
    return [_row(org, org.thing(seat.id), label, hidden) for seat in seats]


def _row(org: Org, seat: Thing, label: Text, hidden: frozenset[str]) -> Row:
    said = org.entity(seat.id).said.get("id", ())
    best = max(said, key=lambda one: one.degree, default=None)
    presence = org.presence(seat.id)
    modality = best.modality if best else None
    told = [text for path in WHOSE for text in _field(org, seat, path, presence.degree, modality, hidden)]
    told = told or [ft.WHOSE_UNTOLD]
    told += [text for path in HOW for text in _field(org, seat, path, presence.degree, modality, hidden)]
    whose = (source for path in WHOSE for source in seat.fact(path).sources)
    return record(
        label, listed(told, "; "), State.VALUE, presence.degree, merge((*presence.sources, *whose)),
        best.basis if best else None, None, modality,
    )  # fmt: skip


def _field(
    org: Org, seat: Thing, path: str, sure: Degree, modality: Modality | None, hidden: frozenset[str]
) -> Iterator[Text]:
    """What is told of a field of a seat, after the word that it needs to be understood. What holds of the seat itself
    (``sure``, ``modality``) is not told of each field again.
    """
    fact = seat.fact(path)
    if fact.origin == Origin.COVERAGE and path != "mandate":
        return  # that a complete listing names no function says nothing of this seat that a reader asks for
    if path in USUAL and fact.known and fact.value == USUAL[path]:
        return
    powers = seat.fact("mandate.powers")
    if path == "mandate" and fact.known and powers.origin == Origin.SILENCE and not powers.items:
        yield fill(ft.SEAT[path], text=t.THERE)  # what it lets its holder do is not told
    entity = org.entity(seat.id)
    part = part_class(type(entity), path) if path == "mandate" else None
    rows = list(told_of(org, entity, path, part, hidden))
    by_set = _by_set(org, seat, path) if len(rows) == 1 else None
    for row in rows:
        shown = dict(row)
        if modality is not None and row.get("modality") == pair(t.MODALITY[modality.value]):
            del shown["modality"]
        if by_set is not None:
            shown["value"] = pair(by_set)
        plain = row["state"] == State.VALUE
        if plain and path == "vacant" and fact.value is True:
            yield row_text({**shown, "value": pair(t.VACANT)}, sure)
        elif plain and path == "count" and fact.known:
            yield row_text({**shown, "value": pair(_count(fact.value))}, sure)
        else:
            text = row_text(shown, sure)
            yield text if plain and path in ft.SEAT_PLAIN else fill(ft.SEAT[path], text=text)


def _by_set(org: Org, seat: Thing, path: str) -> Text | None:
    """The names that a list gives itself, where it names sets: a reader knows "the municipalities" better than all."""
    raw = getattr(org.entity(seat.id), path, None)
    if not isinstance(raw, list) or not any(one in org.model.sets for one in raw):
        return None
    return listed([org.name(one) for one in raw])


def _count(value: int | str) -> Text:
    return fill(ft.SO_MANY_SEATS, n=value) if isinstance(value, int) else ft.MANY_SEATS
