"""Whose an entity is, and at which level it stands: what the place of its card follows from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from remit.graph.org import Org, Thing
from remit.model.facts import Degree

PLACED = (
    "group", "agreement", "joint_body", "unit", "function", "provider", "coordinator", "process_leader",
)  # fmt: skip
"""The kinds that have a place by whom they belong to (a principal has a column, or a card of its own)."""


def principals_in(org: Org, thing: Thing) -> frozenset[str]:
    """The principals that an entity belongs to or is for, as far as anybody tells."""
    return frozenset(_WHOSE.get(thing.kind, _owners)(org, thing))


def _owners(org: Org, thing: Thing) -> Iterable[str]:
    return org.principals_of(thing.id)


def _group(org: Org, thing: Thing) -> Iterable[str]:
    seated = org.represented(thing)
    if seated and any(one in org.care_principals for one in seated):
        return seated
    return seated | (_listed(org, thing, "territory") or org.territory(thing)[0])


def _agreement(org: Org, thing: Thing) -> Iterable[str]:
    found: set[str] = set()
    for path in ("parties", "possible_parties"):
        for party in org.resolver.expand(thing.fact(path).values):
            found.update(org.principals_of(party) or ())
    return found


def _coordinator(org: Org, thing: Thing) -> Iterable[str]:
    found = _listed(org, thing, "covers") or _of_groups(org, thing)
    return found or _employers(org, thing)


def _process_leader(org: Org, thing: Thing) -> Iterable[str]:
    found = _listed(org, thing, "territory") or _of_groups(org, thing)
    return found or _employers(org, thing)


def _territory(org: Org, thing: Thing) -> Iterable[str]:
    return org.expand_principals(thing.fact("principals"))


def _listed(org: Org, thing: Thing, path: str) -> frozenset[str]:
    """The principals of a list that may name territories; none where nobody tells who is in one of those."""
    fact = thing.fact(path)
    if not fact.known:
        return frozenset()
    for value in fact.values:
        if org.kind(value) == "territory" and not org.expand_principals(org.resolver.fact(value, "principals")):
            return frozenset()
    return org.expand_principals(fact)


def _of_groups(org: Org, thing: Thing) -> frozenset[str]:
    groups = org.resolver.expand(thing.fact("groups").values, "group")
    return frozenset(p for group in groups for p in _group(org, org.thing(group)))


def _employers(org: Org, thing: Thing) -> frozenset[str]:
    employers = org.resolver.expand(thing.fact("employed_by").values)
    return frozenset(p for one in employers for p in org.principals_of(one))


def others_untold(org: Org, thing: Thing) -> bool:
    """Whether others may take part in a group than those who are told: somebody has a seat, nobody tells who, or
    the seats are not listed in full.
    """
    return thing.kind == "group" and org.seats_listed(thing).degree <= Degree.OPEN


_WHOSE: dict[str, Callable[[Org, Thing], Iterable[str]]] = {
    "group": _group,
    "agreement": _agreement,
    "coordinator": _coordinator,
    "process_leader": _process_leader,
    "territory": _territory,
}


def levels_of(org: Org, thing: Thing) -> tuple[str, ...]:
    """The levels that an entity stands at: its own, those that it covers, else that of its unit or groups."""
    fields = type(org.entity(thing.id)).model_fields
    if "level" in fields and thing.fact("level").known:
        return (str(thing.fact("level").value),)
    if "levels" in fields and thing.fact("levels").values:
        return thing.fact("levels").values
    if thing.kind == "function" and thing.fact("unit").known:
        return levels_of(org, org.thing(str(thing.fact("unit").value)))
    if "groups" in fields:
        groups = org.resolver.expand(thing.fact("groups").values, "group")
        return tuple(dict.fromkeys(level for one in groups for level in levels_of(org, org.thing(one))))
    return ()
