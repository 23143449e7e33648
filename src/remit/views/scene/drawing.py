"""From piles to cards: what each looks like and says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from remit.graph.org import Org, Thing
from remit.model.facts import Degree
from remit.model.kinds import registry
from remit.model.text import Text
from remit.views.scene import texts as t
from remit.views.scene.cards import Card, Tag
from remit.views.scene.folding import Pile
from remit.views.scene.force import certainty_of, has_ended, status_of
from remit.views.scene.places import Spot
from remit.views.scene.sides import Sides
from remit.views.scene.tags import MOST_TAGS, tags
from remit.views.scene.wording import by_name, fill, joined

NAMES_BESIDE = 3
SEARCHED = 60
"""So many names of what a stack stands for are searched for in it."""


def draw(sides: Sides, pile: Pile) -> Card:
    """The card of a pile."""
    return _one(sides, pile) if len(pile.ids) == 1 else _stack(sides, pile)


def _one(sides: Sides, pile: Pile) -> Card:
    identifier = pile.ids[0]
    org, thing = sides.org(identifier), sides.thing(identifier)
    return Card(
        identifier, pile.kind, thing.name, pile.spot.row, pile.spot.column, pile.spot.span,
        shape=_shape(thing),
        frame=pile.frame,
        decides=decides(org, thing),
        certainty=certainty_of(org, thing),
        status=status_of(org, thing),
        beside=with_whom(sides, pile.spot),
        tags=tags(org, thing),
        search=tuple(_searched(org, thing)),
        topics=_topics(org, [thing]),
        principals=pile.spot.principals,
    )  # fmt: skip


def _stack(sides: Sides, pile: Pile) -> Card:
    things = [sides.thing(one) for one in pile.ids]
    names = {thing.id: thing.name for thing in things}
    if pile.name is not None:
        name = fill(t.STACK_ALIKE, name=pile.name, n=len(things))
        kept = list(tags(sides.org(pile.ids[0]), things[0]))
        alike = all(tags(sides.org(thing.id), thing) == kept for thing in things[1:])
    else:
        name, kept, alike = _so_many(things), [], False
    shapes = {_shape(thing) for thing in things}
    status = {status_of(sides.org(thing.id), thing) for thing in things}
    ended = sum(has_ended(sides.org(thing.id), thing) for thing in things)
    if ended and len(status) > 1:
        kept = [Tag(fill(t.SOME_ENDED, n=ended), "none"), *(kept if alike else [])][:MOST_TAGS]
        alike = True
    return Card(
        pile.id, pile.kind, name, pile.spot.row, pile.spot.column, pile.spot.span,
        shape=shapes.pop() if pile.name is not None and len(shapes) == 1 else "stack",
        frame=pile.frame,
        decides=all(decides(sides.org(thing.id), thing) for thing in things),
        certainty=min(certainty_of(sides.org(thing.id), thing) for thing in things),
        status=status.pop() if len(status) == 1 else None,
        beside=with_whom(sides, pile.spot),
        tags=kept if alike else [],
        folded=tuple(by_name(names)),
        search=tuple(names[one] for one in by_name(names)[:SEARCHED]),
        topics=tuple(sorted({topic for thing in things for topic in _topics(sides.org(thing.id), [thing])})),
        principals=tuple(sorted({one for thing in things for one in _whose(pile, thing)})),
    )  # fmt: skip


def _so_many(things: Sequence[Thing]) -> Text:
    """How many there are of each kind: ``2 koordinatorer och 1 överenskommelse``."""
    counts = Counter(thing.kind for thing in things)
    parts = []
    for kind in sorted(counts, key=lambda one: (-counts[one], one)):
        meta = registry()[kind].kind_meta
        what = meta.label if counts[kind] == 1 else meta.plural
        parts.append(fill(t.SO_MANY, n=counts[kind], what=what))
    return joined(parts, t.AND)


def _whose(pile: Pile, thing: Thing) -> tuple[str, ...]:
    return (thing.id,) if thing.kind == "principal" else pile.spot.principals


def with_whom(sides: Sides, spot: Spot) -> Text | None:
    """Whom it is shared with, beside those of the column that it stands in."""
    if not spot.beside:
        return None
    names = {one: sides.name(one) for one in spot.beside}
    if len(names) > NAMES_BESIDE:
        return fill(t.WITH, names=fill(t.SO_MANY, n=len(names), what=t.PLAIN))
    return fill(t.WITH, names=joined([names[one] for one in by_name(names)], t.AND))


def _shape(thing: Thing) -> str:
    if thing.kind == "group":
        kind = thing.fact("kind")
        return str(kind.value) if kind.known and kind.degree > Degree.OPEN else "group"
    return thing.kind


def decides(org: Org, thing: Thing) -> bool:
    """Whether it may decide, as far as anybody tells more surely than open."""
    path = {"group": "remit", "joint_body": "mandate"}.get(thing.kind)
    if path is not None:
        return org.power(thing, path, "decide").degree > Degree.OPEN
    if thing.kind == "unit" and thing.fact("kind").is_("assembly").degree > Degree.OPEN:
        return True
    held = org.mandates(thing.id) if thing.kind in ("unit", "function") else []
    return any(org.power(one, "", "decide").degree > Degree.OPEN for one in held)


def _searched(org: Org, thing: Thing) -> Iterable[Text]:
    fields = type(org.entity(thing.id)).model_fields
    yield thing.name
    for name in ("title", "area"):
        if name in fields and isinstance(thing.fact(name).value, Text):
            yield thing.fact(name).value
    yield from (org.name(topic) for topic in _topics(org, [thing]))


def _topics(org: Org, things: Iterable[Thing]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for thing in things:
        fields = type(org.entity(thing.id)).model_fields
        path = "remit.topics" if thing.kind == "group" else "mandate.topics" if thing.kind == "joint_body" else "topics"
        if path.partition(".")[0] in fields:
            found.update(dict.fromkeys(org.resolver.expand(thing.fact(path).values, "topic")))
    return tuple(sorted(found))
