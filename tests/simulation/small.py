"""A small organisation whose loop is whole, with changes that break or open it; and a plan as a list of lines."""

from __future__ import annotations

from remit.graph.org import Org
from remit.model.files import loads
from remit.simulation.parameters import Parameters, load_parameters
from remit.simulation.plan import NOBODY, STEPS, Op, Plan, State

WHOLE = """\
remit: 1
model: {id: whole, title: whole, as_of: 2020-01-01}
levels: [near, middle, county]
principals:
  region: {kind: region}
  ask: {kind: municipality}
topics:
  care: {treated_at: county}
  small: {settled_at: near}
units:
  clinics: {principal: region, level: near, kind: front_line, count: many}
groups:
  local:
    level: near
    kind: officials
    territory: [region, ask]
    remit: {purpose: meet, topics: [care, small], powers: [discuss]}
    seats: [{principal: region, mandate: {powers: [discuss, take_home]}},
      {principal: ask, mandate: {powers: [discuss, take_home]}}]
  council:
    level: county
    kind: political
    territory: [region, ask]
    remit: {purpose: agree, topics: [care], powers: [recommend]}
    seats: [{principal: region, mandate: {powers: [recommend]}}, {principal: ask, mandate: {powers: [recommend]}}]
    recommends_to: [{to: region, for_decision: yes}, {to: ask, for_decision: yes}]
    unanimous: yes
    way_on: none
    report_back: to the next meeting
    meetings_per_year: 4
"""

SEAT_BELOW = ",\n      {principal: ask, mandate: {powers: [discuss, take_home]}}"
SEAT_ABOVE = ", {principal: ask, mandate: {powers: [recommend]}}"
TO_EACH = "[{to: region, for_decision: yes}, {to: ask, for_decision: yes}]"


def text(*changes: tuple[str, str]) -> str:
    """The organisation with each old text replaced by a new one."""
    found = WHOLE
    for old, new in changes:
        assert old in found, old
        found = found.replace(old, new)
    return found


def org(*changes: tuple[str, str]) -> Org:
    """The organisation, changed."""
    return Org(loads(text(*changes)))


def parameters(**values: float) -> Parameters:
    """Those that ship, some of them otherwise."""
    return load_parameters().with_(values)


def class_of(plan: Plan, topic: str, principal: str) -> int:
    """The class of the matters of a topic that arise with a principal by themselves."""
    wanted = (plan.topics.index(topic), plan.principals.index(principal))
    for number, found in enumerate(zip(plan.classes.topic, plan.classes.principal, strict=True)):
        if found == wanted and plan.classes.rate[number] > 0:
            return number
    raise AssertionError(f"no class for {topic} in {principal}")


def piece(plan: Plan, first: int, forks: bool = True) -> list[str]:
    """The rows from one on, in order, to the last that any of them leads to: step, what, label, place and state, where
    a jump leads. With ``forks`` the pieces of children stand indented below their fork.
    """
    rows = plan.rows
    lines: list[str] = []
    last, here = first, first
    while here <= last:
        op = Op(rows.op[here])
        line = f"{STEPS[rows.step[here]]} {op.name} {rows.label[here]} @{plan.places[rows.place[here]]}"
        if rows.state[here]:
            line += f" {State(rows.state[here]).name.lower()}"
        if op in (Op.CHANCE, Op.JOIN) and rows.jump[here] != here + 1:
            line += f" else {rows.label[rows.jump[here]]}"
            last = max(last, int(rows.jump[here]))
        if op == Op.MEET and rows.jump[here] != here:
            line += f" back {rows.label[rows.jump[here]]}"
        if op == Op.COPY:
            line += f" as {copied(plan, int(rows.jump[here]))}"
        if op == Op.JOIN:
            line += " of all" if rows.limit[here] == 0 else f" of {rows.limit[here]}"
            assert rows.op[rows.other[here]] == Op.FORK
        if op not in (Op.END, Op.STOP, Op.ANSWER):
            last = max(last, here + 1)
        lines.append(line)
        if op == Op.FORK and forks:
            if rows.other[here] != NOBODY:
                lines[-1] += f" approved at {rows.label[rows.other[here]]}"
            for child in range(rows.jump[here], rows.jump[here] + rows.limit[here]):
                lines.append(f"  {plan.principals[plan.children.principal[child]]}:")
                lines += [f"    {one}" for one in piece(plan, int(plan.children.first[child]))]
        here += 1
    return lines


def copied(plan: Plan, number: int) -> str:
    """A class, as topic, principal and the group where it is raised."""
    rows, first = plan.rows, int(plan.classes.first[number])
    meets = next(row for row in range(first, len(rows.op)) if rows.op[row] == Op.MEET)
    topic, principal = plan.topics[plan.classes.topic[number]], plan.principals[plan.classes.principal[number]]
    return f"{topic} {principal} in {plan.places[rows.place[meets]]}"
