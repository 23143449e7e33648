"""Repairs of mandates: what the members and the group may do, and what is expected of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from remit.model.facts import Degree, State
from remit.model.text import Text
from remit.queries.suggest.candidate import Candidate, Case, Step, put, say, settle, unsay
from remit.queries.suggest.repairs import repairs
from remit.queries.suggest.repairs.documents import both

HEADS = both(Text("samrådsgrupp", "consultation group"))
RENEWED = datetime.timedelta(days=4 * 365)
"""How long what has expired is renewed: a term of office."""


SPEAKING: dict[str, tuple[str, str | None]] = {
    "DEC401": ("decision_step", None),
    "DEC403": ("channel", "operations"),
    "ESC303": ("channel", "decision"),
    "MAN104": ("equal_mandates", None),
    "MAN105": ("expected.powers", None),
}
"""The field, and the end of a way, whose statements say which groups a finding of a rule is about."""


def concerned(case: Case, group: str) -> tuple[str, ...]:
    """The care principals that the topics of a group concern."""
    org, thing = case.org, case.org.thing(group)
    topics = thing.fact("remit.topics").values or ("",)
    found = {one for topic in topics for one in org.concerned(topic, thing)[0]}
    return tuple(one for one in org.care_principals if one in found)


def groups(case: Case) -> list[str]:
    """The groups that a case is about, those of seats and of all that a statement on them speaks of included."""
    org = case.org
    found = dict.fromkeys(case.ids)
    what, to = SPEAKING.get(case.code, ("", None))
    for statement in case.said(what, to=to, doubted=False):
        found |= dict.fromkeys(org.resolver.members(statement.about))
    parents = org.model.parents
    all_of = (parents[one][0] if one in parents else one for one in found)
    return [one for one in dict.fromkeys(all_of) if org.kind(one) == "group"]


@repairs("MAN103")
def mandated_seats(case: Case) -> Iterator[Candidate]:
    """Each seat is a post's, with a mandate to take matters home."""
    org = case.org
    seats = [one for one in case.ids if org.kind(one) == "seat"]
    steps: list[Step] = []
    told: set[str] = set()
    for statement in org.model.statements:
        members = org.resolver.members(statement.about)
        if statement.what in ("capacity", "mandate") and set(members) & set(seats) and _lacks(statement.said):
            steps.append(unsay(statement))
            if statement.about in org.model.sets:
                steps.append(say(statement.about, "capacity", "function"))
                told |= set(members)
    steps += _taking_home(case, seats)
    steps += [
        put(one, "capacity", "function")
        for one in seats
        if one not in told and org.thing(one).fact("capacity").value != "function"
    ]
    about = sorted({org.model.parents[one][0] for one in seats})
    if seats:
        yield case.make("mandated-seats", steps, {"mandate": len(seats)}, about=about)


def _taking_home(case: Case, seats: Iterable[str]) -> list[Step]:
    """Each seat that may not take matters home may."""
    steps = []
    for one in seats:
        powers = case.org.thing(one).fact("mandate.powers")
        if powers.has("take_home").degree <= Degree.OPEN:
            steps.append(put(one, "mandate.powers", [*powers.values, "take_home"]))
    return steps


@repairs("ESC303", "DEC401", "DEC403")
def own_mandated_seats(case: Case) -> Iterator[Candidate]:
    """Each principal concerned has a seat of its own, whose holder takes matters home."""
    org = case.org
    steps: list[Step] = []
    many: set[str] = set()
    number = added = 0
    for group in groups(case):
        principals = concerned(case, group)
        own = {p: seat.id for seat in org.seats(group) for p in org.principals_of(seat.id)}
        steps += _taking_home(case, dict.fromkeys(own[p] for p in principals if p in own))
        new = [{"principal": p, "mandate": {"powers": ["take_home"]}} for p in principals if p not in own]
        pools = [pool.seat for pool in org.pools(group)]
        if new:
            steps.append(Step("seats", {"of": group, "add": new} | ({"remove": pools} if pools else {})))
        many |= set(principals)
        number += len(principals)
        added += len(new)
    steps += ways_told(case, "decision" if case.code in ("ESC303", "DEC401") else "operations")
    steps += settle_step(case)
    if number:
        counts = {"mandate": number, "seat": added}
        yield case.make("own-mandated-seats", steps, counts, about=groups(case), n=len(many))


def _lacks(said: object) -> bool:
    return getattr(said, "value", None) == "self" or getattr(said, "state", None) != State.VALUE


def ways_told(case: Case, to: str) -> list[Step]:
    """What was said of a missing way from these groups no longer holds: the structure tells whether there is one."""
    told = case.code in ("ESC303", "DEC403", "DEC401", "ESC307")
    return [unsay(statement) for statement in case.said("channel", to=to)] if told else []


def settle_step(case: Case) -> list[Step]:
    """How what a group recommends is decided, where a source calls that unclear."""
    text = both(
        Text("varje rekommendation beslutas av varje huvudman", "each recommendation is decided by each principal")
    )
    if case.code != "DEC401":
        return []
    return settle(case, "decision_step", text)


@repairs("MAN104")
def equal_mandates(case: Case) -> Iterator[Candidate]:
    """The mandates of a group's seats reach equally far."""
    org = case.org
    steps: list[Step] = []
    for statement in case.said("equal_mandates", doubted=False):
        if statement.said.value is False:
            steps += [unsay(statement), say(statement.about, "equal_mandates", "yes")]
    if not steps:
        for group in groups(case):
            steps.append(put(group, "equal_mandates", "yes"))
            known = [s for s in org.seats(group) if s.fact("mandate").known]
            held = {p for s in known for p in s.fact("mandate.powers").values}
            steps += [put(s.id, "mandate.powers", sorted(held)) for s in known if held]
    yield case.make("equal-mandates", steps, {"mandate": max(1, len(groups(case)))})


@repairs("MAN106")
def retitle(case: Case) -> Iterator[Candidate]:
    """The group is called after what it does: another title, or another name."""
    org = case.org
    title = Text(HEADS["sv"], HEADS["en"])
    titled = [one for one in case.ids if org.thing(one).fact("title").known]
    steps = [s for s in settle(case, "title", HEADS, doubted=False) if titled]
    for one in case.ids:
        name = org.name(one)
        if one not in titled:
            former = Text(f"{title.sv} (tidigare {name.sv})", f"{title.en} (formerly {name.en})")
            steps.append(Step("rename", {"this": one, "name": both(former)}))
    yield case.make("retitle", steps, {"document": len(case.ids)}, title=title)


@repairs("MAN105", "MAN106", "ESC303", "ESC304")
def power(case: Case) -> Iterator[Candidate]:
    """The group gets the power to decide, from each principal concerned."""
    org = case.org
    steps: list[Step] = []
    number, many = 0, set()
    for statement in case.org.model.statements:
        members = set(org.resolver.members(statement.about))
        denied = statement.what == "remit.powers" and statement.to == "decide" and statement.said.state == State.NONE
        if denied and members & set(groups(case)):
            steps.append(unsay(statement))
    for group in groups(case):
        powers = [one for one in org.thing(group).fact("remit.powers").values if one != "decide"]
        steps.append(put(group, "remit.powers", [*powers, "decide"]))
        number += len(concerned(case, group))
        many |= set(concerned(case, group))
    steps += ways_told(case, "decision")
    if groups(case):
        about = groups(case)
        yield case.make("power", steps, {"decision": number, "mandate": len(about)}, about=about, n=len(many))


@repairs("MAN105")
def prepare_only(case: Case) -> Iterator[Candidate]:
    """The group is expected to prepare and recommend; each principal is to decide."""
    steps = expected(case)
    yield case.make("prepare-only", steps, {"document": len(groups(case))}, about=groups(case))


def expected(case: Case) -> list[Step]:
    """Each group is expected to prepare and recommend, no longer to decide."""
    steps = [unsay(statement) for statement in case.said("expected.powers", doubted=False)]
    return steps + [put(one, "expected.powers", ["prepare", "recommend"]) for one in groups(case)]


@repairs("MAN105")
def deciding_seats(case: Case) -> Iterator[Candidate]:
    """Each principal concerned has a member of its own who may decide."""
    org = case.org
    for group in case.ids:
        principals = concerned(case, group)
        own = {p: s for s in org.seats(group) for p in org.principals_of(s.id)}
        steps = [put(own[p].id, "mandate.powers", ["decide", "take_home"]) for p in principals if p in own]
        new = [{"principal": p, "mandate": {"powers": ["decide", "take_home"]}} for p in principals if p not in own]
        if new:
            steps.append(Step("seats", {"of": group, "add": new}))
        counts = {"decision": len(principals), "seat": len(new)}
        yield case.make("deciding-seats", steps, counts, about=[group], n=len(principals))


@repairs("MAN107")
def limit(case: Case) -> Iterator[Candidate]:
    """What the giver does not have is taken out of the mandate."""
    steps = [Step("withdraw", {"from": one, "powers": ["decide"]}) for one in case.ids]
    yield case.make("limit-mandate", steps, {"mandate": len(case.ids)})


@repairs("MAN108")
def renew(case: Case) -> Iterator[Candidate]:
    """What is past its date gets a new last day."""
    day = case.org.on + RENEWED
    for thing in case.things:
        for path in ("valid_to", "mandate.until", "remit.until", "until"):
            head = path.partition(".")[0]
            if head in type(case.org.entity(thing.id)).model_fields and thing.fact(path).known:
                text = Text(day.isoformat(), day.isoformat())
                yield case.make(
                    "renew", [put(thing.id, path, day.isoformat())], {"decision": 1}, about=[thing.id], date=text
                )
                break


@repairs("MAN109")
def authority(case: Case) -> Iterator[Candidate]:
    """Whoever answers for something gets power over it."""
    what = case.names(subject.id for subject in case.finding.related)
    for thing in case.things:
        over = sorted({*thing.fact("power_over").values, *(subject.id for subject in case.finding.related)})
        yield case.make("power-over", [put(thing.id, "power_over", over)], {"mandate": 1}, about=[thing.id], what=what)


@repairs("MAN110")
def duty(case: Case) -> Iterator[Candidate]:
    """Collaboration is written into the manager's assignment."""
    yield case.make("duty", settle(case, "horizontal_duty", "yes", doubted=False), {"document": len(case.things)})
