"""What a suggestion is: alternatives, each audited, each with what its changes clear, cost and take for granted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.finding import Audit, Finding
from remit.queries.rule import Severity
from remit.queries.suggest.candidate import Candidate
from remit.queries.suggest.texts import NO_MOVE, UNREPAIRABLE
from remit.queries.suggest.weights import Cost

if TYPE_CHECKING:
    from remit.model.changes import Scenario


class Move(NamedTuple):
    """One chosen change: what it costs, and which findings stand again, or newly, where it alone is left out."""

    candidate: Candidate
    cost: int
    clears: tuple[Finding, ...]
    holds_back: tuple[str, ...]
    """The codes of findings that would be new without it."""


class Unrepaired(NamedTuple):
    """A finding that is not cleared: whether no change is known for it, or none that was tried did it."""

    finding: Finding
    tried: tuple[str, ...]
    """The ids of the candidates that aim at it; empty where no repair is known."""
    hindered: tuple[str, ...] = ()
    """The codes of what those that clear it would newly create."""

    @property
    def why(self) -> Text:
        """Why no repair is known."""
        return UNREPAIRABLE.get(self.finding.code, NO_MOVE)


@dataclass(frozen=True)
class Alternative:
    """One set of changes, as audited after them."""

    number: int
    moves: tuple[Move, ...]
    cost: int
    cleared: tuple[Finding, ...]
    left: tuple[Finding, ...]
    scenario: Scenario
    hours: int
    """What it costs by hours, whatever it was chosen by."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of change in it, in order."""
        return tuple(dict.fromkeys(move.candidate.kind for move in self.moves))


@dataclass(frozen=True)
class Suggestions:
    """The answer to ``remit suggest``.

    ``proved``: no cheaper combination of these candidates clears as much and creates nothing, as far as the changes act
    on a finding only where an audit showed that they do. ``tries`` is how many combinations were audited, ``bound`` a
    cost below which none does it.
    """

    audit: Audit
    asked: tuple[Finding, ...]
    alternatives: tuple[Alternative, ...]
    unrepaired: tuple[Unrepaired, ...]
    by: Cost
    severity: Severity
    certainty: Degree
    candidates: int
    tries: int
    conflicts: int
    proved: bool
    bound: int
    exact: bool

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public JSON object."""
        return {
            "remit": 1,
            "model": {"id": self.audit.model_id, "title": self.audit.title.get(lang)},
            "asked": [_told(finding, lang) for finding in self.asked],
            "severity": self.severity,
            "certainty": self.certainty.word,
            "cost": self.by,
            "candidates": self.candidates,
            "audits": self.tries,
            "conflicts": self.conflicts,
            "cheapest_of_candidates": self.proved,
            "bound": self.bound,
            "exact": self.exact,
            "alternatives": [self._alternative(one, lang) for one in self.alternatives],
            "no_repair": [
                {**_told(one.finding, lang), "why": one.why.get(lang)} for one in self.unrepaired if not one.tried
            ],
            "not_cleared": [
                {**_told(one.finding, lang), "tried": list(one.tried), "would_create": list(one.hindered)}
                for one in self.unrepaired
                if one.tried
            ],
        }

    def _alternative(self, one: Alternative, lang: str) -> dict[str, Any]:
        return {
            "number": one.number,
            "cost": one.cost,
            "hours": one.hours,
            "changes": [
                {
                    "id": move.candidate.id,
                    "kind": move.candidate.kind,
                    "text": move.candidate.text.get(lang),
                    "cost": move.cost,
                    "takes": dict(move.candidate.counts),
                    "clears": [finding.fingerprint for finding in move.clears],
                    "prevents": list(move.holds_back),
                    "assumes": [text.get(lang) for text in move.candidate.assumes],
                    "drops": [text.get(lang) for text in move.candidate.drops],
                }
                for move in one.moves
            ],
            "cleared": [_told(finding, lang) for finding in one.cleared],
            "left": [_told(finding, lang) for finding in one.left],
            "scenario": one.scenario.id,
        }

    def __repr__(self) -> str:
        costs = ", ".join(str(one.cost) for one in self.alternatives)
        return f"<Suggestions for {self.audit.model_id}: {len(self.alternatives)} alternatives, cost {costs or '-'}>"

    def _repr_html_(self) -> str:
        from html import escape

        rows = "".join(
            f"<tr><td>{one.number}</td><td>{one.cost}</td><td>"
            + "<br>".join(escape(move.candidate.text.sv) for move in one.moves)
            + f"</td><td>{len(one.cleared)}</td></tr>"
            for one in self.alternatives
        )
        return f"<table><caption>{escape(repr(self))}</caption>{rows}</table>"


def _told(finding: Finding, lang: str) -> dict[str, str]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "certainty": finding.certainty.word,
        "message": finding.message.get(lang),
        "fingerprint": finding.fingerprint,
    }


__all__ = ["Alternative", "Move", "Suggestions", "Unrepaired"]
