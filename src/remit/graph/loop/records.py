"""What the loop gives: the steps of one matter, the matrix of many, and their public forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from remit.graph.calendar import Wait
from remit.graph.logic import Evidence
from remit.graph.loop.decision import NOT_TOLD, Decision
from remit.model.facts import Degree, SourceRef
from remit.model.text import Text

STEP_NAMES: dict[str, Text] = {
    "1": Text("väckt", "raised"),
    "2": Text("ägd", "owned"),
    "3": Text("lyft genom linjen", "carried upward through the line"),
    "4": Text("beredd och rekommenderad", "prepared and recommended"),
    "5": Text("beslutad", "decided"),
    "6a": Text("återrapporterad till gruppen", "reported back to the group"),
    "6b": Text("återrapporterad dit den väcktes", "reported back to where it was raised"),
    "7": Text("genomförd hos invånaren", "carried out for the citizen"),
}
"""The steps in order, by number and part."""

STATE_NAMES: dict[str, Text] = {
    "closed": Text("sluten", "closed"),
    "open": Text("öppen", "open"),
    "broken": Text("bruten", "broken"),
    "not_needed": Text("behövs inte", "not needed"),
}


class LoopError(Exception):
    """A question about a loop that cannot be asked; :attr:`text` says why, and what would be right."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a loop: its state, where it stands, how sure that is, and why in words."""

    number: int
    part: str
    state: str
    at: str
    certainty: Degree
    sources: tuple[SourceRef, ...]
    reason: Text
    evidence: tuple[Evidence, ...] = ()
    by_pool: bool = False
    """Whether it is open only because seats are shared by principals nobody names."""

    @property
    def key(self) -> str:
        """``1`` … ``5``, ``6a``, ``6b``, ``7``."""
        return f"{self.number}{self.part}"

    def ids(self) -> Iterator[str]:
        """What it stands at, and what its proof names (not all of it are ids)."""
        yield self.at
        for edge in self.evidence:
            yield from (edge.from_, edge.to.partition(": ")[0])


@dataclass(frozen=True, slots=True)
class Missing:
    """A link that would have to exist for the matter to arrive, and who owns it."""

    from_: str
    relation: str
    to: str
    owner: str


@dataclass(frozen=True, slots=True)
class Deferred:
    """Something on the way that a source leaves to be settled later: it is open, also where the step is closed."""

    at: str
    field: str
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """The loop of one matter."""

    start: str
    topic: str
    principal: str
    concerned: tuple[str, ...]
    outcome: str
    steps: tuple[Step, ...]
    cut: tuple[Missing, ...]
    wait: Wait | None
    deferred: tuple[Deferred, ...] = ()
    on_paper: bool = False
    """Whether the model represents a proposal: what it closes is closed on paper."""
    decision: Decision = NOT_TOLD
    """Who decides, how many separate decisions it takes, and who can stop it."""
    entry: str = ""
    """The group where it is raised; empty where there is none."""
    upper: str = ""
    """The group that it is carried to (the same where it needs to go no further); empty where there is none, or it is
    settled where it is raised."""
    recommender: str = ""
    """The group that recommends, or decides, it: ``upper`` or one that this prepares for."""
    names: dict[str, Text] = field(default_factory=dict, compare=False, repr=False)

    @property
    def first_gap(self) -> Step | None:
        """The first step that is broken, else the first that is open."""
        for state in ("broken", "open"):
            for step in self.steps:
                if step.state == state:
                    return step
        return None

    @property
    def reached(self) -> int:
        """The number of the last step before the first that is broken or open (7: all the way)."""
        for step in self.steps:
            if step.state in ("open", "broken"):
                return step.number - 1
        return 7

    def words(self, lang: str) -> list[str]:
        """Each step in a sentence."""
        return [
            f"{step.key}. {STEP_NAMES[step.key].get(lang)}: "
            f"{STATE_NAMES[step.state].get(lang)}. {step.reason.get(lang)}"
            for step in self.steps
        ]

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public JSON object (design section 5)."""
        gap = self.first_gap
        return {
            "remit": 1,
            "from": self.start,
            "in": self.principal,
            "topic": self.topic,
            "concerned": list(self.concerned),
            "outcome": self.outcome,
            "steps": [_step_dict(step, lang) for step in self.steps],
            "first_gap": _step_dict(gap, lang) if gap else None,
            "decision": self.decision.to_dict(),
            "cut": [{"from": m.from_, "relation": m.relation, "to": m.to, "owner": m.owner} for m in self.cut],
            "wait": self.wait.to_dict() if self.wait else None,
            "on_paper": self.on_paper,
            "deferred": [
                {"at": d.at, "field": d.field, "state": "open", "sources": [_source_dict(s) for s in d.sources]}
                for d in self.deferred
            ],
        }

    def to_frame(self, lang: str = "sv") -> Any:
        """A pandas data frame with a row per step (needs the extra ``notebook``)."""
        import pandas

        return pandas.DataFrame(
            [
                {
                    "step": step.key,
                    "name": STEP_NAMES[step.key].get(lang),
                    "state": step.state,
                    "at": step.at,
                    "certainty": step.certainty.word,
                    "reason": step.reason.get(lang),
                    "sources": "; ".join(str(s) for s in step.sources),
                }
                for step in self.steps
            ]
        )

    def __repr__(self) -> str:
        gap = self.first_gap
        where = f", first gap at step {gap.key} ({gap.state})" if gap else ""
        return f"<Route {self.topic} from {self.start}: {self.outcome}{where}>"


def _step_dict(step: Step, lang: str) -> dict[str, Any]:
    return {
        "step": step.number,
        "part": step.part,
        "state": step.state,
        "at": step.at,
        "certainty": step.certainty.word,
        "reason": step.reason.get(lang),
        "sources": [_source_dict(s) for s in step.sources],
    }


def _source_dict(source: SourceRef) -> dict[str, Any]:
    found: dict[str, Any] = {"document": source.document, "section": source.section}
    return found | ({"paragraph": source.paragraph} if source.paragraph else {})


@dataclass(frozen=True, slots=True)
class Cell:
    """How far matters on a topic get that start in a principal."""

    topic: str
    principal: str
    reached: int
    state: str
    reason: Text
    gap: str
    """The key of the first step that is broken or open; empty where the loop is closed."""
    steps: tuple[tuple[str, str], ...]
    certainty: Degree
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Unnamed:
    """At least so many of the principals that share seats have no way at a step, nobody says which."""

    topic: str
    step: str
    at_least_broken: int
    of: int


@dataclass(frozen=True, slots=True)
class Settled:
    """How matters on a topic are decided that start in some principals."""

    topic: str
    principals: tuple[str, ...]
    decision: Decision


@dataclass(frozen=True, slots=True)
class Loops:
    """The loop matrix of a structure and its closure."""

    model_id: str
    title: Text
    certainty: Degree
    topics: tuple[str, ...]
    principals: tuple[str, ...]
    cells: tuple[Cell, ...]
    unnamed: tuple[Unnamed, ...]
    closure: tuple[float, float]
    steps: dict[str, tuple[float, float]]
    on_paper: bool = False
    """Whether the model represents a proposal: what it closes is closed on paper."""
    decisions: tuple[Settled, ...] = ()
    """By topic, where the step of decision is closed: who decides, how many times, and who can stop it."""
    names: dict[str, Text] = field(default_factory=dict, compare=False, repr=False)
    """The name of everything that the cells, their routes and the decisions speak of."""
    routes: tuple[Route, ...] = field(default=(), compare=False, repr=False)
    """The route behind each cell, in the same order."""
    above: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    """What each topic is part of, nearest first."""
    kinds: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """What kind of thing each of those named is; of a principal what sort of organisation, where that is told."""
    documents: dict[str, Text] = field(default_factory=dict, compare=False, repr=False)
    """The titles of the sources."""

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public JSON object (design section 5)."""
        return {
            "remit": 1,
            "model": {"id": self.model_id, "title": self.title.get(lang)},
            "certainty": self.certainty.word,
            "topics": list(self.topics),
            "principals": list(self.principals),
            "cells": [
                {
                    "topic": c.topic,
                    "principal": c.principal,
                    "reached": c.reached,
                    "state": c.state,
                    "gap": c.gap,
                    "certainty": c.certainty.word,
                    "reason": c.reason.get(lang),
                    "steps": dict(c.steps),
                    "sources": [str(s) for s in c.sources],
                }
                for c in self.cells
            ],
            "unnamed": [
                {"topic": u.topic, "step": u.step, "at_least_broken": u.at_least_broken, "of": u.of}
                for u in self.unnamed
            ],
            "closure": list(self.closure),
            "on_paper": self.on_paper,
            "decisions": [
                {"topic": one.topic, "raised_in": list(one.principals)} | one.decision.to_dict()
                for one in self.decisions
            ],
            "steps": {key: list(interval) for key, interval in self.steps.items()},
        }

    def to_frame(self, lang: str = "sv") -> Any:
        """A pandas data frame with a row per cell (needs the extra ``notebook``)."""
        import pandas

        return pandas.DataFrame(
            [
                {
                    "topic": c.topic,
                    "principal": c.principal,
                    "reached": c.reached,
                    "state": c.state,
                    "gap": c.gap,
                }
                | dict(c.steps)
                | {"reason": c.reason.get(lang)}
                for c in self.cells
            ]
        )

    def __repr__(self) -> str:
        low, high = self.closure
        return (
            f"<Loops of {self.model_id}: closure [{low:.2f}, {high:.2f}] over {len(self.topics)} topics"
            f" x {len(self.principals)} care principals>"
        )
