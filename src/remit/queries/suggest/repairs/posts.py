"""Repairs of posts: those without whom several groups stop, those who lead too many or too few."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from remit.graph.holders import single
from remit.graph.logic import YES
from remit.graph.org import Thing
from remit.model.changes import told_field
from remit.model.kind import Part
from remit.model.text import Text
from remit.model.whole import fields_of, value_at
from remit.queries.suggest.candidate import Candidate, Case, Step, put
from remit.queries.suggest.repairs import repairs
from remit.queries.suggest.repairs.belonging import powers_there
from remit.queries.suggest.repairs.documents import both

LIMIT = 20
"""Up to how many report to a post that is set up, where the finding does not tell the limit."""
OTHERS = 3
"""How many posts are tried that may take over."""


@repairs("ROB604")
def second_seat(case: Case) -> Iterator[Candidate]:
    """The principal gets another seat in each group that would stop, or the group a vice chair."""
    org = case.org
    for mark, row in case.rows.items():
        groups = [one for one in row.related if org.kind(one) == "group"]
        steps: list[Step] = []
        seats = vices = 0
        for group in groups:
            held = _held(case, mark.subject, group)
            for principal in sorted({p for seat in held for p in org.principals_of(seat.id)}):
                like = next(seat for seat in held if principal in org.principals_of(seat.id))
                new: dict[str, Any] = {"principal": principal, "mandate": {"powers": powers_there(case, group)}}
                represents = like.fact("represents")
                new |= {"represents": represents.value} if represents.known else {}
                steps.append(Step("seats", {"of": group, "add": [new]}))
                seats += 1
            if org.thing(group).fact("chair.holder").value in _posts(case, mark.subject):
                steps.append(put(group, "chair.vice", "yes"))
                vices += 1
        if steps:
            counts = {"seat": seats, "seat_hours": 8 * seats, "document": vices}
            yield case.make("second-seat", steps, counts, about=[mark.subject], groups=case.names(groups))


@repairs("ROB604")
def other_holder(case: Case) -> Iterator[Candidate]:
    """Another post of the same principal takes over the seats in all groups but one."""
    org = case.org
    for mark, row in case.rows.items():
        groups = sorted(one for one in row.related if org.kind(one) == "group")
        posts = _posts(case, mark.subject)
        whose = {p for one in posts for p in org.principals_of(one)}
        held = {group: [s for s in _held(case, mark.subject, group) if s.fact("function").known] for group in groups}
        moving = [group for group in groups if held[group]][1:]
        busy: dict[str, int] = {}
        for seat in org.things("seat"):
            if seat.fact("function").known:
                busy[seat.fact("function").value] = busy.get(seat.fact("function").value, 0) + 1
        units = {org.thing(one).fact("unit").value for one in posts if org.kind(one) == "function"}
        may = [
            (busy.get(one.id, 0), one.fact("unit").value not in units, one.id)
            for one in org.things("function")
            if one.id not in posts and set(org.principals_of(one.id)) & whose and single(org, one) == YES
        ]
        for *_, other in sorted(may)[:OTHERS] if moving else []:
            steps = [put(seat.id, "function", other) for group in moving for seat in held[group]]
            yield case.make(
                "other-holder",
                steps,
                {"seat": len(steps), "mandate": 1},
                about=[mark.subject],
                ending=other,
                other=org.name(other),
                groups=case.names(moving),
            )


def _posts(case: Case, holder: str) -> set[str]:
    """A post, or the posts that a person holds."""
    org = case.org
    if org.kind(holder) != "person":
        return {holder}
    own = (one for one in org.things("holding") if org.model.parents[one.id][0] == holder)
    return {holder, *(one.fact("function").value for one in own if one.fact("function").known)}


def _held(case: Case, holder: str, group: str) -> list[Thing]:
    """The seats that a post or person fills in a group."""
    posts = _posts(case, holder)
    return [
        seat
        for seat in case.org.seats(group)
        if seat.fact("function").value in posts or seat.fact("person").value == holder
    ]


@repairs("STR210")
def deputies(case: Case) -> Iterator[Candidate]:
    """Posts are set up between a manager and those who report to it, each for a part of them."""
    org = case.org
    for mark, row in case.rows.items():
        if row.message != "finding":
            continue
        limit = row.values.get("limit")
        most = int(limit) if isinstance(limit, int | float) else LIMIT
        manager = org.thing(mark.subject)
        reports = [one for one in org.things("function") if _reports_to(one, manager)]
        sizes = {one.id: _size(one) for one in reports}
        parts = _divided(sizes, most)
        if not 2 <= len(parts) <= most:
            continue
        steps: list[Step] = []
        name = org.name(manager.id)
        unit = manager.fact("unit")
        for place, those in enumerate(parts, 1):
            post = f"{manager.id}-deputy-{place}"
            told: dict[str, Any] = {
                "name": both(Text(f"{name.sv}, biträdande {place}", f"{name.en}, deputy {place}")),
                "reports_to": [manager.id],
                "assignment": both(Text("skriftlig uppdragsbeskrivning", "a written assignment")),
                **({"unit": unit.value} if unit.known else {"principal": org.principals_of(manager.id)}),
            }
            steps.append(Step("create", {"functions": {post: told}}))
            for one in those:
                kept = [x for x in org.thing(one).fact("reports_to").values if x not in _targets(manager)]
                steps.append(put(one, "reports_to", [post, *kept]))
                if org.thing(one).fact("primary").value in _targets(manager):
                    steps.append(put(one, "primary", post))
        yield case.make("deputies", steps, {"task": len(parts)}, about=[manager.id], n=len(parts))


def _targets(manager: Thing) -> set[str]:
    return {manager.id, *manager.fact("manages").values}


def _reports_to(one: Thing, manager: Thing) -> bool:
    primary = one.fact("primary")
    told = {primary.value} if primary.known else set(one.fact("reports_to").values)
    return one.id != manager.id and bool(told & _targets(manager))


def _size(one: Thing) -> int:
    count = one.fact("count").value
    return count if isinstance(count, int) else 1


def _divided(sizes: dict[str, int], most: int) -> list[list[str]]:
    """Posts in parts of about the same size, none larger than the limit; nothing where one alone is larger."""
    if not sizes or max(sizes.values()) > most:
        return []
    for number in range(math.ceil(sum(sizes.values()) / most), len(sizes) + 1):
        parts: list[list[str]] = [[] for _ in range(number)]
        filled = [0] * number
        for one in sorted(sizes, key=lambda each: (-sizes[each], each)):
            place = min(range(number), key=lambda at: (filled[at], at))
            parts[place].append(one)
            filled[place] += sizes[one]
        if max(filled) <= most:
            return [sorted(part) for part in parts]
    return []


@repairs("STR210")
def join_levels(case: Case) -> Iterator[Candidate]:
    """A post that leads too few becomes one with the post above it."""
    org = case.org
    for mark, row in case.rows.items():
        superiors = [one for one in org.thing(mark.subject).fact("reports_to").values if org.kind(one) == "function"]
        if row.message != "few" or len(superiors) != 1:
            continue
        (above,) = superiors
        told: dict[str, Any] = {"these": sorted((above, mark.subject)), "into": above}
        entities = [org.model.entities[one] for one in (above, mark.subject)]
        for path, _, _ in fields_of("function"):
            values = [value_at(entity, path) for entity in entities]
            if any(isinstance(value, (list, Part)) for value in values) or values[0] == values[1]:
                continue
            if all(path in entity.said for entity in entities):
                told[path] = told_field(org.model, above, path)
        step = Step("merge", told)
        yield case.make("join-levels", [step], {"merge": 1}, about=[mark.subject], to=org.name(above))
