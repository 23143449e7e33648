"""STR210: a manager's direct reports fall outside the set limits."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from remit.graph.holders import single
from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of
from remit.graph.org import Org, Thing
from remit.graph.ways import fully_told
from remit.model.facts import Degree, State
from remit.model.text import Text
from remit.queries.cypher import Record, proof_of
from remit.queries.rule import Condition, Row, Rule, Setting, Settings, count_of

RULE = Rule(
    code="STR210",
    name="span-of-control",
    severity="warning",
    title=Text("Kontrollspann", "Span of control"),
    definition=Text(
        "Fler, eller färre, rapporterar direkt till en chef än de satta gränserna. Chef är den befattning som leder en "
        "enhet eller som någon rapporterar till. Den som rapporterar till en enhet rapporterar till den som leder den; "
        "den som har en angiven närmast överordnad räknas bara där. Vakanta befattningar räknas: platsen finns.",
        "More, or fewer, report directly to a manager than the set limits. A manager is a post that manages a unit or "
        "that somebody reports to. Who reports to a unit reports to whoever manages it; who has a main superior told "
        "counts there alone. Vacant posts count: the place is there.",
    ),
    rationale=Text(
        "Den som har för många hinner inte lyssna på dem, och den som har för få lägger till en nivå som frågor ska "
        "passera.",
        "Who has too many has no time to hear them, and who has too few adds a level that matters must pass.",
    ),
    harm=Text(
        "Det som personalen närmast invånaren ser når inte upp, eller når upp för sent.",
        "What the staff nearest the citizen see does not get up, or gets up too late.",
    ),
    repair=Text(
        "Dela enheten eller ge chefen stöd; lägg ihop nivåer där de är för få.",
        "Divide the unit or give the manager support; join levels where they are too few.",
    ),
    origin=Text(
        "Kontrollspann: Graicunas (1933), Relationship in Organization, och Urwick (1956), The Manager's Span of "
        "Control.",
        "Span of control: Graicunas (1933), Relationship in Organization, and Urwick (1956), The Manager's Span of "
        "Control.",
    ),
    conditions=(
        Condition(
            "context", Text("chefen och de som rapporterar är kvar", "the manager and those who report are there")
        ),
        Condition(
            "defect",
            Text(
                "de som är angivna att rapportera till chefen är fler än den övre gränsen",
                "those who are told to report to the manager are more than the upper limit",
            ),
        ),
        Condition(
            "defect",
            Text(
                "eller: de är färre än den nedre, och alla befattningar är redovisade med vem de rapporterar till och "
                "vad de leder",
                "or: they are fewer than the lower one, and all posts are listed with whom they report to and what "
                "they manage",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "befattningar i enheten, eller som leder en enhet närmast under den, och inte säger vem de rapporterar "
                "till, kan rapportera till chefen: att de är för få är då öppet",
                "posts in the unit, or managing one just below it, that do not say whom they report to may report to "
                "the manager: that they are too few is then open",
            ),
        ),
        Condition(
            "excuse",
            Text("en annan är angiven som närmast överordnad", "another is told to be the main superior"),
        ),
    ),
    messages={
        "finding": Text(
            "Fler rapporterar direkt ({number}) än gränsen {limit}: {subject}.",
            "More report directly ({number}) than the limit {limit}: {subject}.",
        ),
        "few": Text(
            "Färre rapporterar direkt ({number}) än gränsen {limit}: {subject}.",
            "Fewer report directly ({number}) than the limit {limit}: {subject}.",
        ),
    },
    looked_at=Text("befattningar", "posts"),
    looks_at=count_of("function"),
    settings=(
        Setting(
            "most",
            20,
            Text("hur många som högst rapporterar direkt", "how many report directly at the most"),
            Text(
                "en halvtimme i veckan med var och en av tjugo är tio timmar, en fjärdedel av en arbetsvecka om fyrtio",
                "half an hour a week with each of twenty is ten hours, a quarter of a working week of forty",
            ),
        ),
        Setting(
            "least",
            2,
            Text("hur många som minst rapporterar direkt", "how many report directly at the least"),
            Text(
                "att leda flera är att samordna dem; med en enda finns ingen att samordna med",
                "to lead several is to coordinate them; with a single one there is nobody to coordinate with",
            ),
        ),
    ),
)


class Report(NamedTuple):
    """Somebody who reports: to what degree, and how many it stands for, from the least to the most."""

    id: str
    proof: Proof
    low: int
    high: float


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each manager with too many or too few direct reports."""
    functions = [function for function in org.things("function") if org.in_force(function)]
    listed = all_of(
        org.resolver.listed("function"),
        *(Proof(fully_told(f.fact(path)).degree) for f in functions for path in ("reports_to", "manages")),
        *(OPEN for f in functions if _silent(f) and _may_stand_anywhere(org, f)),
    )
    reports = _reports(org, functions)
    for manager in org.things("function"):
        here = all_of(org.in_force(manager), single(org, manager) or OPEN)
        units = manager.fact("manages")
        manages = units.has(lambda _: True) if units.items else OPEN if units.left_open else NO
        yield from _rows(manager.id, here, manages, reports.get(manager.id, ()), listed, settings)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; how many report, and how surely, is known when each of them is weighed."""
    for record in records:
        reports = [
            Report(one["id"], proof_of(one["proof"]), one["low"], math.inf if one["high"] is None else one["high"])
            for one in record["reports"]
        ]
        here, manages = proof_of(record["here"]), proof_of(record["manages"])
        yield from _rows(record["subject"], here, manages, reports, proof_of(record["listed"]), settings)


def _rows(
    manager: str, here: Proof, manages: Proof, reports: Iterable[Report], listed: Proof, settings: Settings
) -> Iterator[Row]:
    best: dict[str, Report] = {}
    for report in reports:
        if report.proof:
            told = best.setdefault(report.id, report)
            best[report.id] = report._replace(proof=any_of(told.proof, report.proof))
    every = sorted(best.values())
    yield _many(manager, here, every, settings["most"])
    is_one = any_of(manages, *(report.proof for report in every))
    yield _few(manager, all_of(here, is_one.context()), every, listed, settings["least"])


def _many(manager: str, here: Proof, reports: list[Report], most: float) -> Row:
    """As surely as there is a degree at which they are too many; where a number is not told, they may be."""
    for degree in (Degree.ESTABLISHED, Degree.REPORTED, Degree.OPEN):
        told = [report for report in reports if report.proof.degree >= degree]
        number = sum(report.low for report in told)
        if number > most:
            return _row(manager, all_of(here, *(report.proof for report in told)), "finding", number, most)
    perhaps = sum(report.high for report in reports) > most
    proof = all_of(here, OPEN, *(report.proof for report in reports)) if perhaps else NO
    return _row(manager, proof, "finding", sum(report.low for report in reports), most)


def _few(manager: str, here: Proof, reports: list[Report], listed: Proof, least: float) -> Row:
    """As surely as all that may report are told; where those that only may report would be enough, it is open."""
    sure = [report for report in reports if report.proof.degree > Degree.OPEN]
    number = sum(report.low for report in sure)
    if sum(report.high for report in sure) >= least:
        return _row(manager, NO, "few", number, least)
    enough = sum(report.high for report in reports) >= least
    return _row(manager, all_of(here, listed, OPEN if enough else YES), "few", number, least)


def _row(manager: str, proof: Proof, message: str, number: int, limit: float) -> Row:
    seen = Evidence(manager, "direct reports", f"{number}, limit {limit:g}")
    whole = proof.on(Ground.COUNTED).seen(seen)
    return Row(manager, whole, message, values={"number": number, "limit": round(limit)})


def _reports(org: Org, functions: list[Thing]) -> Mapping[str, list[Report]]:
    """For each post those who report to it, or may: told of it, or of a unit that it manages."""
    managers: dict[str, dict[str, Proof]] = defaultdict(dict)
    for function in functions:
        units = function.fact("manages")
        for unit in {item.value for item in units.items}:
            if proof := units.has(unit):
                managers[unit][function.id] = proof
    found: dict[str, list[Report]] = defaultdict(list)
    for function in functions:
        for manager, proof in _superiors(org, function, managers):
            if manager != function.id:
                found[manager].append(Report(function.id, all_of(org.in_force(function), proof), *_size(org, function)))
    return found


def _superiors(org: Org, function: Thing, managers: Mapping[str, dict[str, Proof]]) -> Iterator[tuple[str, Proof]]:
    """Whom a post reports to; where nobody tells, those who manage its unit, or the one above that which it manages,
    may be.
    """
    superiors, primary = function.fact("reports_to"), function.fact("primary")
    for target in sorted({item.value for item in superiors.items}):
        if primary.known and primary.value != target:
            continue
        proof = superiors.has(target)
        yield target, proof
        for manager, manages in managers.get(target, {}).items():
            yield manager, all_of(proof, manages, YES if len(managers[target]) == 1 else OPEN)
    if not _silent(function):
        return
    near = {function.fact("unit").value}
    near.update(org.thing(unit).fact("parent").value for unit, by in managers.items() if function.id in by)
    for unit in near:
        for manager in managers.get(unit, ()):
            yield manager, OPEN


def _silent(function: Thing) -> bool:
    """Whether nobody tells to whom a post reports, or that it reports to nobody."""
    superiors = function.fact("reports_to")
    return not (any(item.holds for item in superiors.items) or (superiors.stated and superiors.state == State.NONE))


def _may_stand_anywhere(org: Org, function: Thing) -> bool:
    """Whether it is left open in what unit a post stands, or under what unit one is that it manages."""
    units = function.fact("manages")
    led = (org.thing(item.value) for item in units.items if units.has(item.value))
    return function.fact("unit").left_open or any(unit.fact("parent").left_open for unit in led)


def _size(org: Org, function: Thing) -> tuple[int, float]:
    """How many a post stands for, from the least to the most."""
    count = function.fact("count").value
    if isinstance(count, int):
        return count, count
    return 1, 1 if single(org, function) == YES else math.inf
