"""Where a matter can start: a principal, a workplace or post of it, perhaps in a certain municipality, or a group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from remit.graph.logic import Proof
from remit.graph.org import Org, Thing
from remit.model.facts import Degree
from remit.model.text import sort_key

MOST_ANSWERS = 16_000
"""How many answers a page holds at most: more would take minutes to make, and the page would be slow to open."""

NEAR = ("front_line", "operation")
"""The kinds of units where people work with the citizen."""

PARTS = ("places", "unsure", "groups", "topics", "principals")
"""What may be left out, in the order that a page tells it."""


@dataclass(frozen=True, slots=True)
class Side:
    """In whose line, arising where, beginning in which group: what can make two answers differ."""

    principal: str
    place: str = ""
    entry: str = ""

    def asked(self, where: str = "") -> tuple[str, str | None]:
        """The start and the side as `remit route` takes them (``--from``, ``--in``), from a workplace or the whole."""
        if self.entry:
            return self.entry, self.principal
        return where or self.principal, self.place or (self.principal if where else None)


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen once the principal is: its workplaces and posts, the places, and its groups."""

    principal: str
    works: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()

    @property
    def sides(self) -> Iterator[Side]:
        """All that can make its answers differ."""
        yield Side(self.principal)
        yield from (Side(self.principal, place) for place in self.places)
        yield from (Side(self.principal, "", group) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Starts:
    """All that can be chosen, in the order of the page, and what was left out because it was too much."""

    choices: tuple[Choice, ...]
    topics: tuple[str, ...]
    left_out: tuple[str, ...] = ()

    @property
    def answers(self) -> int:
        """How many answers that is."""
        return _sides(self.choices) * len(self.topics)


def starts(org: Org, most: int = MOST_ANSWERS) -> Starts:
    """What can be chosen: all of it, or without what weighs most and says least, so that ``most`` answers suffice."""
    topics = by_name(org, (t.id for t in org.things("topic")))
    choices = tuple(_choices(org))
    left: list[str] = []
    for part in ("unsure", "places", "groups"):
        if _sides(choices) * len(topics) > most:
            fewer = tuple(_without(org, one, part) for one in choices)
            left += [part] if fewer != choices else []
            choices = fewer
    if len(choices) * len(topics) > most:
        wide = tuple(one for one in topics if len(org.topic_line(one)) == 1)
        left += ["topics"] if wide != topics or len(wide) > most else []
        topics = wide[:most]
    if len(choices) * len(topics) > most:
        choices = choices[: max(1, most // len(topics))]
        left.append("principals")
    return Starts(choices, topics, tuple(part for part in PARTS if part in left))


def by_name(org: Org, ids: Iterator[str] | Sequence[str]) -> tuple[str, ...]:
    """Ids in the order of their names, as Swedish sorts them."""
    return tuple(sorted(ids, key=lambda one: (sort_key(org.name(one).sv), one)))


def _sides(choices: Sequence[Choice]) -> int:
    return sum(1 + len(one.places) + len(one.groups) for one in choices)


def _without(org: Org, choice: Choice, part: str) -> Choice:
    if part == "unsure":
        told = (g for g in choice.groups if choice.principal in org.territory(org.thing(g))[0])
        return replace(choice, groups=tuple(told))
    return replace(choice, places=()) if part == "places" else replace(choice, groups=())


def _choices(org: Org) -> Iterator[Choice]:
    works = workplaces(org)
    groups = org.groups(counted=True)
    territories = {group.id: org.territory(group) for group in groups}
    for principal in by_name(org, org.care_principals):
        own = by_name(org, (work.id for work in works if principal in org.principals_of(work.id)))
        # a group that nobody tells whom it is for may be anybody's
        seats = (g.id for g in groups if principal in territories[g.id][0] or not territories[g.id][0])
        yield Choice(principal, own, _places(org, principal, territories), by_name(org, seats))


def workplaces(org: Org) -> list[Thing]:
    """The units, posts and providers that meet the citizen, or of which nobody tells that they do not."""
    nearest = min(org.ranks.values(), default=None)

    def near(thing: Thing) -> bool:
        rank, _ = org.level(thing)
        return rank is not None and rank == nearest

    units = [u for u in org.things("unit") if org.in_force(u) and (u.fact("kind").value in NEAR or near(u))]
    ids = {unit.id for unit in units}
    posts = [f for f in org.things("function") if org.presence(f.id)]
    posts = [f for f in posts if near(f) or _may_be_near(org, f, ids)]
    return [*units, *posts, *(p for p in org.things("provider") if org.presence(p.id))]


def _may_be_near(org: Org, post: Thing, units: set[str]) -> bool:
    unit = post.fact("unit")
    if unit.known:
        return unit.value in units
    return org.level(post)[0] is None


def _places(org: Org, principal: str, territories: dict[str, tuple[frozenset[str], Proof]]) -> tuple[str, ...]:
    """Where a matter of a principal can arise, where that makes a difference: it meets some of the others in groups
    of their own. A municipality has its own place.
    """
    if org.thing(principal).fact("kind").value == "municipality":
        return ()
    care = frozenset(org.care_principals)
    parts = {
        territory - {principal}
        for territory, known in territories.values()
        if known.degree > Degree.OPEN and principal in territory and territory != care
    }
    if len(parts - {frozenset()}) < 2:
        return ()
    return by_name(org, tuple(care - {principal}))
