"""Whose an entity is, and at which level it stands: what the place of its card follows from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact, Origin
from remit.model.facts import Degree, State

PLACED = (
    "group", "agreement", "joint_body", "unit", "function", "provider", "coordinator", "process_leader",
)  # fmt: skip
"""The kinds that have a place by whom they belong to (a principal has a column, or a card of its own)."""


def principals_in(org: Org, thing: Thing) -> frozenset[str]:
    """The principals that an entity belongs to or is for, by whom it is placed: those of whom it is told more surely
    than open, and those among whom a source says that its unnamed parties are; where there are none, all that may be.
    """
    found = belonging(org, thing)
    named = frozenset(one for one, degree in found.items() if degree > Degree.OPEN)
    if thing.kind == "agreement":
        named |= _of(org, org.resolver.expand(thing.fact("possible_parties").values))
    return named or frozenset(found)


def perhaps_in(org: Org, thing: Thing) -> frozenset[str]:
    """The principals of which it is open whether an entity belongs to them or is for them."""
    return frozenset(one for one, degree in belonging(org, thing).items() if degree <= Degree.OPEN)


def belonging(org: Org, thing: Thing) -> dict[str, Degree]:
    """The principals that an entity belongs to or is for, as far as anybody tells, and how sure each of them is."""
    found = dict(_WHOSE.get(thing.kind, _owners)(org, thing))
    itself = org.presence(thing.id).degree <= Degree.OPEN and not (
        thing.kind == "agreement" and thing.fact("possible_parties").known
    )
    if itself and all(degree <= Degree.OPEN for degree in found.values()):
        # only as open as the thing itself, which its card tells: if it is there, it is theirs
        return dict.fromkeys(found, Degree.ESTABLISHED)
    return found


def _owners(org: Org, thing: Thing) -> Mapping[str, Degree]:
    path = "members" if thing.kind == "joint_body" else "principal"
    told = _principals(org, thing.fact(path)) if path in type(org.entity(thing.id)).model_fields else {}
    return {one: told.get(one, Degree.ESTABLISHED) for one in org.principals_of(thing.id)}


def _group(org: Org, thing: Thing) -> Mapping[str, Degree]:
    seated = _seated(org, thing)
    if any(one in org.care_principals for one in seated):
        return seated
    listed = _listed(org, thing, "territory")
    if not listed:
        own = thing.fact("territory").known or thing.fact("agreement").known
        principals, proof = org.territory(thing)
        listed = dict.fromkeys(principals, proof.degree if own else Degree.ESTABLISHED)
    return _both(listed, seated)


def _seated(org: Org, group: Thing) -> dict[str, Degree]:
    """Who has a seat, or shares seats, and how sure it is that it is theirs."""
    found: dict[str, Degree] = {}
    for seat in org.seats(group.id):
        there = org.in_force(seat).degree
        fact = seat.fact("principal") if seat.fact("principal").known else seat.fact("function")
        found = _both(found, {one: min(there, fact.degree) for one in org.principals_of(seat.id)})
        shared = _principals(org, seat.fact("shared_by")) if seat.fact("shared_by").known else {}
        found = _both(found, {one: min(there, degree) for one, degree in shared.items()})
    return found


def _agreement(org: Org, thing: Thing) -> Mapping[str, Degree]:
    found: dict[str, Degree] = {}
    for path in ("parties", "possible_parties"):
        most = Degree.OPEN if path == "possible_parties" else Degree.ESTABLISHED
        for party, degree in _principals(org, thing.fact(path), any_kind=True).items():
            found = _both(found, dict.fromkeys(org.principals_of(party), min(degree, most)))
    return found


def _coordinator(org: Org, thing: Thing) -> Mapping[str, Degree]:
    return _listed(org, thing, "covers") or _of_groups(org, thing) or _employers(org, thing)


def _process_leader(org: Org, thing: Thing) -> Mapping[str, Degree]:
    return _listed(org, thing, "territory") or _of_groups(org, thing) or _employers(org, thing)


def _territory(org: Org, thing: Thing) -> Mapping[str, Degree]:
    fact = thing.fact("principals")
    return dict.fromkeys(org.expand_principals(fact), Degree.ESTABLISHED)


def _listed(org: Org, thing: Thing, path: str) -> dict[str, Degree]:
    """The principals of a list that may name territories; none where nobody tells who is in one of those."""
    fact = thing.fact(path)
    if not fact.known:
        return {}
    found: dict[str, Degree] = {}
    for value in fact.values:
        degree = min(fact.degree, fact.has(value).degree)
        meant = frozenset({value})
        if org.kind(value) == "territory":
            meant = org.expand_principals(org.resolver.fact(value, "principals"))
            if not meant:
                return {}
        found = _both(found, dict.fromkeys(meant, degree))
    return found


def _principals(org: Org, fact: Fact, *, any_kind: bool = False) -> dict[str, Degree]:
    """The principals that a field names, one or a list, and how sure each of them is."""
    if not fact.items:
        return {str(fact.value): fact.degree} if fact.known and isinstance(fact.value, str) else {}
    found: dict[str, Degree] = {}
    for value in fact.values:
        degree = fact.has(value).degree
        meant = org.resolver.expand((value,), None if any_kind else "principal")
        found = _both(found, dict.fromkeys(meant, min(degree, fact.degree) if fact.known else Degree.OPEN))
    return found


def _of(org: Org, ids: Iterable[str]) -> frozenset[str]:
    return frozenset(principal for one in ids for principal in org.principals_of(one))


def _both(one: Mapping[str, Degree], other: Mapping[str, Degree]) -> dict[str, Degree]:
    """Two answers to the same in one: each as sure as the surer."""
    return {who: max(told[who] for told in (one, other) if who in told) for who in (*one, *other)}


def _of_groups(org: Org, thing: Thing) -> dict[str, Degree]:
    found: dict[str, Degree] = {}
    for group in org.resolver.expand(thing.fact("groups").values, "group"):
        found = _both(found, _group(org, org.thing(group)))
    return found


def _employers(org: Org, thing: Thing) -> dict[str, Degree]:
    found: dict[str, Degree] = {}
    for employer, degree in _principals(org, thing.fact("employed_by"), any_kind=True).items():
        found = _both(found, dict.fromkeys(org.principals_of(employer), degree))
    return found


def others_untold(org: Org, thing: Thing) -> bool:
    """Whether others may take part in a group than those who are told: somebody has a seat, nobody tells who, or
    the seats are not listed in full.
    """
    return thing.kind == "group" and org.seats_listed(thing).degree <= Degree.OPEN


_WHOSE: dict[str, Callable[[Org, Thing], Mapping[str, Degree]]] = {
    "group": _group,
    "agreement": _agreement,
    "coordinator": _coordinator,
    "process_leader": _process_leader,
    "territory": _territory,
}


def whose_is_open(org: Org, thing: Thing) -> bool:
    """Whether an entity may belong to others than those who are told, whoever they are."""
    if not belonging(org, thing) or others_untold(org, thing) or org.owners_open(thing.id):
        return True
    fields = type(org.entity(thing.id)).model_fields
    lists = ("parties", "possible_parties", "territory", "covers", "groups", "employed_by")
    return any(path in fields and thing.fact(path).partly_open for path in lists)


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


def possible_levels(org: Org, thing: Thing) -> frozenset[str] | None:
    """The levels that an entity may be at, those included of which sources disagree; None where it may be any: no
    source tells, or one leaves it open. None at all for what has no level by its kind.
    """
    fields = type(org.entity(thing.id)).model_fields
    own = thing.fact("level") if "level" in fields else None
    if own is not None and (own.known or own.state == State.NONE or own.origin == Origin.CONTRADICTION):
        return _levels_told(own)
    if "levels" in fields and thing.fact("levels").values:
        listed = thing.fact("levels")
        return None if listed.partly_open or not listed.closed else frozenset(listed.values)
    if thing.kind == "function" and thing.fact("unit").known:
        return possible_levels(org, org.thing(str(thing.fact("unit").value)))
    if "groups" in fields and thing.fact("groups").values and not thing.fact("groups").partly_open:
        found: set[str] = set()
        for group in org.resolver.expand(thing.fact("groups").values, "group"):
            levels = possible_levels(org, org.thing(group))
            if levels is None:
                return None
            found |= levels
        return frozenset(found)
    return None if own is not None or "levels" in fields else frozenset()


def _levels_told(fact: Fact) -> frozenset[str] | None:
    """The levels that a field names, or its sources where they disagree; None where that is open."""
    if fact.origin == Origin.CONTRADICTION:
        told = [said for said in fact.said if said.state != State.NONE]
        vague = any(said.state != State.VALUE for said in told)
        return None if vague else frozenset(str(said.value) for said in told)
    if fact.degree <= Degree.OPEN:
        return None
    return frozenset({str(fact.value)}) if fact.known else frozenset()
