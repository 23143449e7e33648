"""Repairs of what holds the whole together: overview, indicators, funding."""

from __future__ import annotations

from collections.abc import Iterator

from remit.model.text import Text
from remit.queries.suggest.candidate import Candidate, Case, Step, put, settle, unsay
from remit.queries.suggest.repairs import repairs
from remit.queries.suggest.repairs.documents import both, responsible


@repairs("ROB603")
def coordinator(case: Case) -> Iterator[Candidate]:
    """Somebody supports all principals at all levels: a new coordinator, or one whose task is widened."""
    org = case.org
    everybody, levels = list(org.care_principals), [level.id for level in org.things("level")]
    name = "coordinator-of-the-whole"
    new = {
        "name": both(Text("koordinator för helheten", "coordinator of the whole")),
        "covers": everybody,
        "levels": levels,
        "overview": "yes",
        "assignment": both(Text("skriftlig uppdragsbeskrivning", "a written assignment")),
        "financed_by": everybody,
    }
    unsaid = [unsay(s) for s in org.model.statements if s.about == "system" and s.what == "overview"]
    # what is said of all coordinators holds of those that there are, not of the one who gets the task
    without: dict[str, None] = {}
    for statement in org.model.statements:
        members = org.resolver.members(statement.about)
        if statement.what == "overview" and statement.about in org.model.sets and statement.said.value is False:
            unsaid.append(unsay(statement))
            without |= dict.fromkeys(members)
    create = Step("create", {"coordinators": {name: new}})
    lacking = [put(one, "overview", "no") for one in without]
    steps = [create, *unsaid, *lacking, put("system", "overview", [name])]
    yield case.make("coordinator", steps, {"task": 1})
    for one in org.things("coordinator"):
        if not org.in_force(one):
            continue
        steps = [put(one.id, "covers", everybody), put(one.id, "levels", levels), put(one.id, "overview", "yes")]
        steps += [*unsaid, *(put(other, "overview", "no") for other in without if other != one.id)]
        steps.append(put("system", "overview", [one.id]))
        yield case.make("wider-coordinator", steps, {"task": 1, "mandate": 1}, about=[one.id])


@repairs("FUP701")
def indicator(case: Case) -> Iterator[Candidate]:
    """A few indicators with an owner."""
    owner = responsible(case)
    if owner is None or not case.ids:
        return
    steps: list[Step] = []
    names: list[str] = []
    for one in case.ids:
        name = f"indicator-{one}"
        told = {
            "name": both(Text(f"indikator för {case.org.name(one).sv}", f"indicator of {case.org.name(one).en}")),
            "owner": owner,
            "data": both(Text("uppgifter som redan registreras", "data that are already recorded")),
        }
        steps.append(Step("create", {"indicators": {name: told}}))
        names.append(name)
    said = case.said("indicators")
    steps += [unsay(statement) for statement in said]
    steps += [put(one, "indicators", [name]) for one, name in zip(case.ids, names, strict=True)]
    yield case.make("indicator", steps, {"measure": len(names)}, owner=case.org.name(owner))


@repairs("FUP703")
def indicator_owner(case: Case) -> Iterator[Candidate]:
    """Somebody answers for the measure, and its data are settled."""
    owner = responsible(case)
    if owner is not None:
        data = both(Text("uppgifter som redan registreras", "data that are already recorded"))
        steps = [*settle(case, "owner", owner), *settle(case, "data", data)]
        yield case.make("indicator-owner", steps, {"document": len(case.ids)}, owner=case.org.name(owner))


@repairs("ROB606")
def fund(case: Case) -> Iterator[Candidate]:
    """Working time and financing are decided."""
    payers = list(case.org.care_principals)
    for thing in case.things:
        if thing.kind in ("coordinator", "process_leader"):
            steps = [*settle(case, "financed_by", payers), *settle(case, "allocation", 100)]
            yield case.make("fund", steps, {"task": 1}, about=[thing.id])
