"""From a structure and its findings to alternatives: think out candidates, search, audit, explain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from remit.graph.org import Org
from remit.model.changes import ChangeErrors, Scenario, apply
from remit.model.facts import Degree
from remit.model.files.problems import ModelErrors
from remit.model.text import Text
from remit.model.whole import Model
from remit.queries.catalogue import catalogue, matching
from remit.queries.engine import audit as audited
from remit.queries.finding import Audit, Finding
from remit.queries.rule import SEVERITIES, Severity
from remit.queries.suggest.alternatives import alternatives
from remit.queries.suggest.candidate import DROPPED, Candidate, Case
from remit.queries.suggest.program import solver
from remit.queries.suggest.repairs import candidates
from remit.queries.suggest.result import Alternative, Move, Suggestions, Unrepaired
from remit.queries.suggest.scenario import scenario
from remit.queries.suggest.search import Answer, Option, Search
from remit.queries.suggest.standing import Mark, rows_in, standing
from remit.queries.suggest.weights import Cost, price
from remit.queries.waivers import Accepted

ALTERNATIVES = 3
ROUNDS = 4
"""How often repairs are sought for what candidates break, those of the round before included."""
MOST = 300
"""With more candidates than this no further ones are thought out."""
MENDED = 3
"""A candidate that gives new findings of more rules than this is not mended."""
BUDGET = 2000
"""How many combinations are audited at most: minutes for a county, where some hundreds are usual."""

Settings = Mapping[str, Mapping[str, int | float]]


def suggest(
    org: Org,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    severity: Severity = "warning",
    certainty: Degree = Degree.REPORTED,
    by: Cost = "changes",
    most: int = ALTERNATIVES,
    settings: Settings | None = None,
    severities: Mapping[str, Severity] | None = None,
    accepted: Accepted | None = None,
    weights: Mapping[str, int] | None = None,
    exact: bool = False,
    budget: int = BUDGET,
    progress: Callable[[int, int], None] | None = None,
) -> Suggestions:
    """Alternatives that clear the findings of some rules and create none at or above a severity.

    ``select``: codes or prefixes whose findings are to be cleared (else all at or above ``severity``, at least so sure
    as ``certainty``). ``by``: what is to be least; ``weights``: other weights by the names of the table. ``exact``:
    take every change to matter for every finding, so that the first answer is proved cheapest whatever they do
    together (for few candidates). ``budget``: audits at most. ``progress``: told (audits made, about how many). Raises
    :class:`~remit.queries.suggest.program.NoSolver` where the solver is missing.
    """
    solver()
    watched = _watched(select, ignore, severity, severities)
    known = {"settings": settings, "severities": severities, "accepted": accepted}
    audit = audited(org, ignore=ignore, certainty=certainty, **known)  # type: ignore[arg-type]
    wanted = matching(select) if select else None
    rank = SEVERITIES.index(severity)
    asked = [
        f for f in audit.findings if (f.code in wanted if wanted is not None else SEVERITIES.index(f.severity) <= rank)
    ]
    work = _Work(
        org=org,
        audit=audit,
        asked=asked,
        watched=watched,
        certainty=certainty,
        by=by,
        severity=severity,
        settings=settings,
        severities=severities,
        weights=weights,
        exact=exact,
        budget=budget,
        progress=progress,
    )
    return work.run(most)


def _watched(
    select: tuple[str, ...], ignore: tuple[str, ...], severity: Severity, severities: Mapping[str, Severity] | None
) -> frozenset[str]:
    """The rules of which no new finding may come: those at or above the severity, and those that are to be cleared."""
    rank = SEVERITIES.index(severity)
    harmful = {
        code
        for code, (rule, _) in catalogue().items()
        if SEVERITIES.index((severities or {}).get(code, rule.severity)) <= rank
    }
    return frozenset((harmful | (matching(select) if select else set())) - matching(ignore))


@dataclass
class _Work:
    """One run: the candidates, what they do, and the answers in words."""

    org: Org
    audit: Audit
    asked: list[Finding]
    watched: frozenset[str]
    certainty: Degree
    by: Cost
    severity: Severity
    settings: Settings | None
    severities: Mapping[str, Severity] | None
    weights: Mapping[str, int] | None
    exact: bool
    budget: int
    progress: Callable[[int, int], None] | None
    known: list[Candidate] = field(default_factory=list)
    expected: int = 0
    sought: frozenset[Mark] = frozenset()
    """What is to be cleared: it must be gone for certain; what then is merely not known is not cleared."""

    def run(self, most: int) -> Suggestions:
        """Think out the candidates, search, and tell."""
        before = standing(self.org, self.watched, self.certainty, self.settings)
        goals = {finding.identity: rows_in(finding, before) for finding in self.asked}
        for finding in self.asked:
            self._take(candidates(Case(self.org, finding, goals[finding.identity])))
        self.expected = 3 * len(self.known) + 20
        # a finding that no candidate aims at is no goal: something else may clear it, but nothing is sought
        aimed = {mark for one in self.known for mark in one.aims}
        sought = [f for f in self.asked if goals[f.identity] and set(goals[f.identity]) <= aimed]
        self.sought = frozenset(mark for finding in sought for mark in goals[finding.identity])
        search = Search(
            self._options(0),
            [frozenset(goals[f.identity]) for f in sought],
            frozenset(before),
            self._effect,
            self.budget,
            self.exact,
            self._told,
            lambda chosen: self._after(chosen) is not None,
        )
        search.survey()
        first = len(self.known)
        for turn in range(1, ROUNDS + 1):
            number = len(self.known)
            self._mend(search, first, turn)
            if len(self.known) == number or number > MOST:
                break
            search.extend(self._options(number))
            search.survey()
        search.probe()
        answers = alternatives(search, most) if self.known else []
        proved = bool(answers) and not search.exhausted
        bound = answers[0].cost if proved else search.bound()
        made = tuple(self._alternative(search, number, one, goals) for number, one in enumerate(answers, 1))
        if self.progress:
            self.progress(1, 1)
        return Suggestions(
            self.audit,
            tuple(self.asked),
            made,
            tuple(self._unrepaired(search, answers, goals)),
            self.by,
            self.severity,
            self.certainty,
            len(self.known),
            search.tries,
            search.conflicts,
            proved,
            bound,
            self.exact,
        )

    def _take(self, found: Iterable[Candidate]) -> None:
        """Further candidates; what several findings give is one that makes the steps of all."""
        places = {one.id: place for place, one in enumerate(self.known)}
        for one in found:
            if one.id in places:
                self.known[places[one.id]] = _together(self.known[places[one.id]], one)
            else:
                places[one.id] = len(self.known)
                self.known.append(one)

    def _options(self, start: int) -> list[Option]:
        """The candidates from a number on, as the search sees them."""
        places = {one.id: place for place, one in enumerate(self.known)}
        return [
            Option(
                price(one.counts, self.by, self.weights),
                one.kind,
                frozenset(one.aims),
                frozenset(places[other] for other in one.needs if other in places),
                frozenset(places[other] for other in one.excludes if other in places),
            )
            for one in self.known[start:]
        ]

    def _mend(self, search: Search, first: int, turn: int) -> None:
        """Candidates for what single candidates break: repairs of the new findings, in the model after them.

        ``first``: how many candidates there are that were thought of for what is to be cleared.
        """
        new: list[Candidate] = []
        places = {one.id: place for place, one in enumerate(self.known)}
        for at in range(len(self.known)):
            alone = search.closure([at])
            marks = search.audited.get(alone, search.before)
            broken = [mark for mark in marks - search.before if isinstance(mark, Mark)]
            idle = at < first and not search.before - marks
            if not broken or len({mark.code for mark in broken}) > MENDED or idle:
                continue
            model = self._after(alone)
            if model is None:
                continue
            org = Org(model, self.org.on)
            rows = standing(org, {mark.code for mark in broken}, self.certainty, self.settings)
            found = audited(
                org,
                select=tuple(sorted({mark.code for mark in broken})),
                certainty=self.certainty,
                settings=self.settings,
                severities=self.severities,
            )
            for finding in found.findings:
                own = {mark: row for mark, row in rows_in(finding, rows).items() if mark in broken}
                if own:
                    # what mends is made where the break is: without it, it may name what is not there
                    breaker = frozenset({self.known[at].id})
                    given = candidates(Case(org, finding, own))
                    new += [replace(other, needs=other.needs | breaker, round=turn) for other in given]
        for one in new:
            if one.id in places:  # it was thought of for something else, and may mend this too
                for mark in one.aims:
                    search.matters[mark].add(places[one.id])
        firsts = {one.id: one for one in reversed(new) if one.id not in places}
        self._take(one for one in new if firsts.get(one.id) is one)

    def _told(self, tries: int) -> None:
        if self.progress:
            self.expected = max(self.expected, tries + 10)
            self.progress(tries, self.expected)

    def _effect(self, chosen: frozenset[int]) -> frozenset[Mark] | None:
        """The findings that stand after some changes; None where these do not apply together."""
        model = self._after(chosen)
        if model is None:
            return None
        rows = standing(Org(model, self.org.on), self.watched, Degree.OPEN, self.settings)
        return frozenset(
            mark for mark, row in rows.items() if row.proof.degree >= self.certainty or mark in self.sought
        )

    def _after(self, chosen: frozenset[int]) -> Model | None:
        """The model after some changes; None where they do not apply together."""
        try:
            return apply(self.org.model, self._scenario("tried", Text("prövas", "tried"), chosen))
        except (ChangeErrors, ModelErrors):
            return None

    def _scenario(self, identifier: str, title: Text, chosen: frozenset[int]) -> Scenario:
        picked = [self.known[at] for at in sorted(chosen)]
        return scenario(identifier, title, self.org.model.head.id, picked)

    def _alternative(
        self, search: Search, number: int, answer: Answer, goals: Mapping[tuple[str, ...], Mapping[Mark, object]]
    ) -> Alternative:
        marks = search.marks(answer.chosen)
        cleared = tuple(f for f in self.asked if not set(goals[f.identity]) & marks)
        needed = search.needed_for(answer.chosen)
        moves = []
        for at in sorted(answer.chosen):
            clears = tuple(f for f in cleared if set(goals[f.identity]) & needed[at])
            new = sorted({mark.code for mark in needed[at] if isinstance(mark, Mark) and mark not in search.before})
            moves.append(Move(self.known[at], search.options[at].cost, clears, tuple(new)))
        head = self.org.model.head
        title = Text(f"Förslag {number}: {head.title.sv}", f"Alternative {number}: {head.title.en}")
        hours = sum(price(self.known[at].counts, "hours", None) for at in answer.chosen)
        return Alternative(
            number,
            tuple(moves),
            answer.cost,
            cleared,
            tuple(f for f in self.asked if f not in cleared),
            self._scenario(f"{head.id}-suggestion-{number}", title, answer.chosen),
            hours,
        )

    def _unrepaired(
        self, search: Search, answers: Sequence[Answer], goals: Mapping[tuple[str, ...], Mapping[Mark, object]]
    ) -> list[Unrepaired]:
        marks = search.marks(answers[0].chosen) if answers else search.before
        found = []
        for finding in self.asked:
            own = set(goals[finding.identity])
            if own and not own & marks:
                continue
            tried = [at for at, one in enumerate(self.known) if one.aims & own]
            new: set[str] = set()
            for at in tried:
                stands = search.audited.get(search.closure([at]), search.before)
                if own - stands:
                    new |= {mark.code for mark in stands - search.before if isinstance(mark, Mark)}
            found.append(Unrepaired(finding, tuple(self.known[at].id for at in tried), tuple(sorted(new))))
        return found


def _together(one: Candidate, other: Candidate) -> Candidate:
    """A candidate that two findings gave: it aims at both, and makes the steps of both."""
    keys = {step.key for step in one.steps}
    steps = (*one.steps, *(step for step in other.steps if step.key not in keys))
    drops = tuple(dict.fromkeys((*one.drops, *other.drops)))
    counts = dict(one.counts) | ({DROPPED: len(drops)} if drops else {})
    return replace(
        one, steps=steps, aims=one.aims | other.aims, needs=one.needs | other.needs, drops=drops, counts=counts
    )
