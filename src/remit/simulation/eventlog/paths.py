"""Hand-overs as they are lived against those that the structure has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files.reading import near
from remit.model.kinds.route import RELATIONS
from remit.model.text import LANGUAGES, Text
from remit.simulation.eventlog.lived import Lived

Ground = Literal["route", "seat", "line", "open", ""]
_CARRYING = tuple(one for one in RELATIONS if one != "linked_to")
_KINDS = ("group", "unit", "function", "principal", "joint_body", "provider")


class Path(NamedTuple):
    """A hand-over between two entities: how often it was lived, and what in the structure it goes by.

    ``ground``: a declared ``route``; the ``line`` of one principal; a ``seat`` (of one in the other, or of a principal
    that both belong to or sit in); ``open``: the structure may have it; empty: it has none.
    """

    source: str
    target: str
    number: int
    days: float
    ground: Ground


class Unknown(NamedTuple):
    """A name of the log that no entity of the model has; ``near``: what may be meant."""

    name: str
    near: str


@dataclass(frozen=True, slots=True)
class Paths:
    """Lived against designed. ``unused``: declared routes between entities that both occur in the log, never used."""

    lived: tuple[Path, ...]
    unused: tuple[tuple[str, str, str], ...]
    unknown: tuple[Unknown, ...]
    names: dict[str, Text]

    @property
    def undeclared(self) -> tuple[Path, ...]:
        """Hand-overs that the structure does not have."""
        return tuple(one for one in self.lived if not one.ground)

    @property
    def followed(self) -> float | None:
        """The share of hand-overs that go by what the structure has; None where there are none."""
        number = sum(one.number for one in self.lived)
        return sum(one.number for one in self.lived if one.ground) / number if number else None

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public form."""

        def told(id_: str) -> dict[str, str]:
            return {"id": id_, "name": self.names[id_].get(lang)}

        return {
            "followed": None if self.followed is None else round(self.followed, 6),
            "hand_overs": [
                {
                    "from": told(one.source),
                    "to": told(one.target),
                    "number": one.number,
                    "days": round(one.days, 3),
                    "ground": one.ground or "none",
                }
                for one in self.lived
            ],
            "unused": [{"from": told(a), "relation": relation, "to": told(b)} for a, relation, b in self.unused],
            "unknown": [{"name": one.name, "near": one.near or None} for one in self.unknown],
        }


def compare_paths(told: Lived, org: Org) -> Paths:
    """Compare the hand-overs of a log with a structure.

    The log's names of entities are ids or names (in either language, capitals aside) of the model. What of the log
    happens at entities that the model does not have is told as unknown, not as undeclared.
    """
    ids = entity_ids(org)
    unknown = tuple(Unknown(name, near(name, ids)) for name in told.entities if name.casefold() not in ids)
    found: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for one in told.hand_overs:
        source, target = ids.get(one.source.casefold()), ids.get(one.target.casefold())
        if source and target and source != target:
            found.setdefault((source, target), []).append((one.number, one.days))
    paths = []
    for (source, target), parts in found.items():
        number = sum(count for count, _ in parts)
        days = sum(count * mean for count, mean in parts) / number
        paths.append(Path(source, target, number, days, _ground(org, source, target)))
    paths.sort(key=lambda one: (-one.number, one.source, one.target))
    met = {ids[name.casefold()] for name in told.entities if name.casefold() in ids}
    used = {(one.source, one.target) for one in paths}
    unused = sorted(
        {
            (edge.source, edge.relation, edge.target)
            for edge in org.edges
            if edge.extent is None
            and edge.relation in _CARRYING
            and edge.holds
            and {edge.source, edge.target} <= met
            and (edge.source, edge.target) not in used
        }
    )
    mentioned = met | {one for edge in unused for one in (edge[0], edge[2])}
    return Paths(tuple(paths), tuple(unused), unknown, {one: org.name(one) for one in sorted(mentioned)})


def entity_ids(org: Org) -> dict[str, str]:
    """Ids by what an entity may be called, capitals aside; a name that several share means none of them."""
    ids = {thing.id.casefold(): thing.id for kind in _KINDS for thing in org.things(kind)}
    names: Counter[str] = Counter()
    by_name: dict[str, str] = {}
    for kind in _KINDS:
        for thing in org.things(kind):
            for name in {org.name(thing.id).get(lang).casefold() for lang in LANGUAGES}:
                names[name] += 1
                by_name[name] = thing.id
    return {**{name: by_name[name] for name in sorted(by_name) if names[name] == 1}, **ids}


def _ground(org: Org, source: str, target: str) -> Ground:
    """What in the structure a hand-over goes by; what is surest and most particular first."""
    declared = [edge for edge in org.out(source, *_CARRYING, "answers_to", "parent") if edge.target == target]
    declared += [edge for edge in org.into(source, "answers_to", "parent") if edge.source == target]
    if any(edge.holds.degree > Degree.OPEN for edge in declared):
        return "route"
    mine, theirs = set(_sides(org, source)), set(_sides(org, target))
    groups = [org.kind(one) == "group" for one in (source, target)]
    if not any(groups):
        return "line" if mine & theirs else ("open" if any(edge.holds for edge in declared) else "")
    if mine & theirs:
        # between two groups it is the line of a principal that sits in both that may carry a matter
        return "open" if all(groups) else "seat"
    return "open" if any(edge.holds for edge in declared) else ""


def _sides(org: Org, identifier: str) -> tuple[str, ...]:
    """The principals that an entity belongs to, or that sit in it."""
    if org.kind(identifier) == "group":
        return tuple(sorted(org.represented(org.thing(identifier))))
    if org.kind(identifier) == "principal":
        return (identifier,)
    return org.principals_of(identifier)


__all__ = ["Path", "Paths", "Unknown", "compare_paths"]
