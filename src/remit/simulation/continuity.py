"""Entities that a scenario has renamed or merged keep the luck of those that they go on from.

What is drawn is named by ids (:mod:`remit.simulation.chance`), and equally good ways are told apart by them. So the
plan of a structure after a scenario is built of that structure under the ids that its entities had before, and told
under those that they have: a scenario that only renames changes no number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from remit.graph.org import Org
from remit.model.changes import renamed
from remit.simulation.parameters import Parameters
from remit.simulation.places import Place
from remit.simulation.plan import Plan, Start

_formers: WeakKeyDictionary[Org, Former] = WeakKeyDictionary()


class Former:
    """A structure under the ids that its entities had before. ``now``: by the former id, the present one."""

    def __init__(self, org: Org) -> None:
        model = org.model
        there = {*model.entities, *model.sets}
        names: dict[str, str] = {}
        for now in sorted(org.continues):
            olds = org.continues[now]
            if olds and now in model.entities and now not in model.parents and olds[0] not in names.values():
                names[now] = olds[0]
        for taken in sorted(set(names.values()) & there - names.keys()):
            # another has that id now: it is a new one, and has luck of its own
            names[taken] = next(f"{taken}-{number}" for number in range(2, len(there) + 3)
                                if f"{taken}-{number}" not in there | set(names.values()))  # fmt: skip
        names = {now: old for now, old in names.items() if now != old}
        self.org = Org(renamed(model, names), org.on) if names else org
        self.then = names
        self.now = {old: now for now, old in names.items()}

    def starts(self, starts: Sequence[Start]) -> list[Start]:
        """Named beginnings under former ids."""
        new: Callable[[str], str] = lambda id_: self.then.get(id_, id_)  # noqa: E731
        return [
            one._replace(topic=new(one.topic), start=new(one.start), principal=new(one.principal)) for one in starts
        ]

    def parameters(self, parameters: Parameters) -> Parameters:
        """Numbers told of one group or body, of it under its former id."""
        return Parameters(tuple(one._replace(name=_of(one.name, self.then)) for one in parameters.items))

    def told(self, plan: Plan, parameters: Parameters, starts: Sequence[Start]) -> Plan:
        """A plan of the former structure, told under the present ids. ``parameters``, ``starts``: under those."""
        places: tuple[Place, ...] = plan.extra["places"]  # type: ignore[assignment]
        extra = plan.extra | {"parameters": parameters, "places": tuple(self._place(one) for one in places)}
        return replace(
            plan,
            rows=plan.rows._replace(label=tuple(_of(label, self.now) for label in plan.rows.label)),
            places=self._all(plan.places),
            principals=self._all(plan.principals),
            topics=self._all(plan.topics),
            extra=extra,
            starts=tuple((klass, one) for (klass, _), one in zip(plan.starts, starts, strict=True)),
        )

    def _all(self, ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.now.get(id_, id_) for id_ in ids)

    def _place(self, place: Place) -> Place:
        owners = tuple((self.now.get(id_, id_), told, many) for id_, told, many in place.owners)
        new = replace(
            place,
            id=self.now.get(place.id, place.id),
            principal=self.now.get(place.principal, place.principal),
            owners=owners,
        )
        return replace(new, luck=place.label) if new.label != place.label else new


def _of(label: str, names: Mapping[str, str]) -> str:
    """A label with other ids; its first word is none."""
    first, *rest = label.split(":")
    return ":".join((first, *(names.get(part, part) for part in rest)))


def former(org: Org) -> Former:
    """A structure under the ids that its entities had before it came about (made once)."""
    found = _formers.get(org)
    if found is None:
        found = _formers[org] = Former(org)
    return found


__all__ = ["Former", "former"]
