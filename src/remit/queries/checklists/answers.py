"""Answering a checklist from an organisation's resolved facts and the rows of its rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from remit.graph.logic import Evidence, Proof, merge
from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact
from remit.model.facts import Degree, Extent, SourceRef
from remit.model.facts import State as Told
from remit.model.text import Text
from remit.queries.catalogue import catalogue
from remit.queries.checklists.questions import Checklist, FactTest, Question, Test
from remit.queries.engine import best_of, subject_of
from remit.queries.finding import Subject
from remit.queries.rule import Row

State = Literal["yes", "no", "open"]
Rows = Mapping[str, list[Row]]
STATES: tuple[State, ...] = ("yes", "no", "open")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one question comes to for one subject.

    ``certainty`` of a yes or no: established or reported; of an open one: open. ``codes``: the rules whose findings
    stand behind it. ``looked_at``: how many things it was read from. ``extent``: how much of what is asked a no is told
    of, where it is told short of all.
    """

    question: Question
    subject: Subject
    state: State
    certainty: Degree
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    codes: tuple[str, ...] = ()
    looked_at: int = 1
    extent: Extent | None = None

    def to_dict(self, lang: str) -> dict[str, Any]:
        """The public form."""
        return {
            "question": self.question.id,
            "subject": {"id": self.subject.id, "kind": self.subject.kind, "name": self.subject.name.get(lang)},
            "answer": self.state,
            "certainty": self.certainty.word,
            "extent": self.extent,
            "rules": list(self.codes),
            "looked_at": self.looked_at,
            "evidence": [{"from": e.from_, "relation": e.relation, "to": e.to} for e in self.evidence],
            "sources": [{"document": s.document, "section": s.section} for s in self.sources],
        }


@dataclass(frozen=True, slots=True)
class Answers:
    """A checklist's answers for one model: for each question the system's first, then by kind and id."""

    checklist: Checklist
    model_id: str
    title: Text
    answers: tuple[Answer, ...]
    on_paper: bool = False
    """Whether the model represents a proposal: a yes is a yes on paper."""

    def of(self, question: str, kind: str = "") -> list[Answer]:
        """The answers to a question (of one kind)."""
        return [a for a in self.answers if a.question.id == question and kind in ("", a.subject.kind)]

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public JSON object."""
        return {
            "remit": 1,
            "checklist": {"id": self.checklist.id, "title": self.checklist.title.get(lang)},
            "model": {"id": self.model_id, "title": self.title.get(lang)},
            "questions": [{"id": q.id, "text": q.text.get(lang)} for q in self.checklist.questions],
            "answers": [answer.to_dict(lang) for answer in self.answers],
        }

    def to_frame(self, lang: str = "sv") -> Any:
        """A pandas data frame with a row per answer (needs the extra ``notebook``)."""
        import pandas

        rows = [
            {
                "question": a.question.id,
                "text": a.question.text.get(lang),
                "subject": a.subject.id,
                "kind": a.subject.kind,
                "answer": a.state,
                "certainty": a.certainty.word,
                "extent": a.extent or "",
                "rules": ", ".join(a.codes),
            }
            for a in self.answers
        ]
        return pandas.DataFrame(rows)

    def __repr__(self) -> str:
        counts = ", ".join(f"{sum(a.state == state for a in self.answers)} {state}" for state in STATES)
        return f"<Answers of {self.model_id} to {self.checklist.id}: {counts}>"


@dataclass(frozen=True, slots=True)
class _Read:
    """What one thing says of a question: how sure a no is, how sure a yes, and why."""

    no: Degree
    yes: Degree
    proofs: tuple[Proof, ...]
    code: str = ""
    """The rule that found it."""
    extent: Extent | None = None
    """How much of a set it is said of, where short of all."""


def answer(org: Org, checklist: Checklist) -> Answers:
    """The answers to a checklist, read from the model's facts and from what its rules find at any certainty."""
    rows = {code: best_of(catalogue()[code][1](org, catalogue()[code][0].defaults())) for code in checklist.codes()}
    found: list[Answer] = []
    for question in checklist.questions:
        for kind in sorted(question.asked_of, key=lambda one: (one != "system", one)):
            found.extend(_of_kind(org, question, kind, question.asked_of[kind], rows))
    head = org.model.head
    return Answers(checklist, head.id, head.title, tuple(found), head.represents == "proposal")


def _of_kind(org: Org, question: Question, kind: str, test: Test, rows: Rows) -> Iterator[Answer]:
    if kind == "system":
        things = _asked(org, test.over, test, sets=True) if test.over else _system(org, test)
        reads = [_told(thing, test) for thing in things]
        behind = [(code, row) for code in test.rules for row in rows[code]]
        yield _together(question, subject_of(org, org.system.id), reads, behind)
        return
    for thing in _asked(org, kind, test):
        behind = [(code, row) for code in test.rules for row in rows[code] if _is_of(row, thing)]
        yield _together(question, subject_of(org, thing.id), [_told(thing, test)], behind)


def _system(org: Org, test: Test) -> Iterator[Thing]:
    """The system, and what statements short of all say of it: in most, some or one of its cases."""
    yield org.system
    for thing in org.subjects("system"):
        if thing.extent is not None and thing.speaks_of(*(fact.path for fact in test.facts)):
            yield thing


def _is_of(row: Row, thing: Thing) -> bool:
    return row.subject == thing.id and row.extent is None


def _asked(org: Org, kind: str, test: Test, *, sets: bool = False) -> Iterator[Thing]:
    """The things of a kind that are, or may be, in force and meet the test's conditions; ``sets``: and the sets of
    them that statements short of all speak of.
    """
    wanted = [(name, [FactTest(name, value) for value in values]) for name, values in test.where]
    for thing in org.subjects(kind) if sets else org.things(kind):
        if not org.in_force(thing):
            continue
        if thing.extent is not None and not thing.speaks_of(*(fact.path for fact in test.facts)):
            continue
        if all(org.told(thing, partial(_holds, name=name, tests=tests)) for name, tests in wanted):
            yield thing


def _holds(thing: Thing, name: str, tests: Sequence[FactTest]) -> Proof:
    """To what degree a condition holds; a set of which nothing is told itself is as its members are."""
    fact, meets = thing.fact(name), partial(_any_meets, tests)
    return fact.is_(meets) if thing.extent is None else fact.excuse(meets)


def _any_meets(tests: Sequence[FactTest], value: Any) -> bool:
    return any(one.meets(value) for one in tests)


def _told(thing: Thing, test: Test) -> _Read:
    """What the facts of one thing say."""
    no, yes = Degree.NO, Degree.ESTABLISHED if test.facts else Degree.OPEN
    proofs: list[Proof] = []
    for one in test.facts:
        fact = thing.fact(one.path)
        says_no, says_yes = _no(fact, one), fact.is_(one.meets)
        no, yes = max(no, says_no.degree), min(yes, says_yes.degree if fact.known else Degree.OPEN)
        proofs.append(says_yes if fact.known and not says_no else says_no)
    return _Read(no, yes, tuple(proofs), extent=thing.extent)


def _no(fact: Fact, test: FactTest) -> Proof:
    """To what degree a fact says no: it is missing, or it is another value."""
    if fact.state == Told.VALUE:
        return fact.is_(lambda value: not test.meets(value))
    return fact.missing()


def _together(question: Question, subject: Subject, reads: list[_Read], rows: list[tuple[str, Row]]) -> Answer:
    """One answer from what several things say and what rules find: no where any says so, yes where all do."""
    found = [_Read(row.proof.degree, Degree.OPEN, (row.proof,), code, row.extent) for code, row in rows]
    every = [*reads, *found]
    no = max((read.no for read in every), default=Degree.OPEN)
    yes = min((read.yes for read in every), default=Degree.OPEN) if reads else Degree.OPEN
    state: State
    state, certainty = ("no", no) if no > Degree.OPEN else ("yes", yes) if yes > Degree.OPEN else ("open", Degree.OPEN)
    behind = [read for read in every if state != "no" or read.no > Degree.OPEN]
    kept = [p for read in behind for p in read.proofs if state != "no" or p.degree > Degree.OPEN]
    return Answer(
        question,
        subject,
        state,
        certainty,
        merge(e for p in kept for e in p.evidence),
        tuple(sorted({source for p in kept for source in p.sources})),
        tuple(sorted({read.code for read in behind if read.code})),
        len(reads),
        _extent(read.extent for read in behind if read.no == no) if state == "no" else None,
    )


def _extent(told: Iterable[Extent | None]) -> Extent | None:
    """The widest extent that a no is told to; None where one is told of all, or of somebody."""
    extents = list(told)
    if None in extents or Extent.ALL in extents:
        return None
    return min((one for one in extents if one), key=list(Extent).index, default=None)
