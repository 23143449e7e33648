"""Who decides a matter, how many separate decisions it takes, and who can stop it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from remit.model.facts import Degree

PRINCIPAL, GROUP, SEATS, TASK = "principal", "group", "seats", "task_by_agreement"
ALONE, TOGETHER, UNKNOWN = "alone", "together", "unknown"


@dataclass(frozen=True, slots=True)
class Decider:
    """Somebody who decides, and for which of the concerned principals.

    ``form``: ``principal`` (its own bodies decide), a joint body's form (``joint_board``,
    ``association_of_municipalities``, ``task_by_agreement``; ``joint_body`` where none is told), ``group`` (it may
    decide itself), or ``seats`` (those who sit in a group each hold their principal's decision).
    """

    id: str
    form: str
    principals: tuple[str, ...]
    host: str = ""
    bodies: tuple[str, ...] = ()
    """The bodies of the principal that may decide it, where any is told."""

    @property
    def decisions(self) -> int:
        """How many separate decisions it takes: seats decide one by one, everybody else once."""
        return len(self.principals) if self.form == SEATS else 1

    @property
    def stop(self) -> Stop:
        """Who can stop it there."""
        if self.form in (PRINCIPAL, SEATS):
            return Stop(self.principals, ALONE)
        if self.form == TASK:
            return Stop((self.host,), ALONE) if self.host else Stop((), UNKNOWN)
        return Stop((), UNKNOWN) if self.form == "joint_body" else Stop(self.principals, TOGETHER)


@dataclass(frozen=True, slots=True)
class Stop:
    """Principals who can stop a matter: each alone, or only together (``unknown`` where the form is not told)."""

    who: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision that a matter needs; ``by`` is empty where the step of decision is not closed."""

    state: str
    certainty: Degree
    by: tuple[Decider, ...] = ()
    unanimous: bool | None = None
    """Whether one rejection stops it for all (None: not told), where several decide."""

    @property
    def number(self) -> int | None:
        """How many separate decisions; None where nobody tells who decides."""
        return sum(one.decisions for one in self.by) or None

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Who can stop it: those who can alone first, then the members of each body together."""
        stops = [one.stop for one in self.by]
        alone = sorted({who for stop in stops if stop.how == ALONE for who in stop.who})
        rest = sorted({stop for stop in stops if stop.how != ALONE}, key=lambda stop: (stop.how, stop.who))
        return (*((Stop(tuple(alone), ALONE),) if alone else ()), *rest)

    @property
    def shape(self) -> tuple[object, ...]:
        """What two decisions have in common that are alike but for who decides: forms, numbers, who can stop them."""
        by = tuple((one.form, len(one.principals)) for one in self.by)
        return by, tuple((stop.how, len(stop.who)) for stop in self.stops), self.unanimous

    def to_dict(self) -> dict[str, Any]:
        """The public JSON object."""
        return {
            "state": self.state,
            "certainty": self.certainty.word,
            "by": [
                {"id": one.id, "form": one.form, "host": one.host or None, "for": list(one.principals)}
                | {"bodies": list(one.bodies)}
                for one in self.by
            ],
            "decisions": self.number,
            "stopped_by": [{"who": list(stop.who), "how": stop.how} for stop in self.stops],
            "unanimous": self.unanimous,
        }

    def ids(self) -> Iterator[str]:
        """Everybody that it names."""
        for one in self.by:
            yield from (one.id, *one.principals, *one.bodies)
            if one.host:
                yield one.host


NOT_TOLD = Decision("open", Degree.OPEN)
"""The decision of a matter of which nobody tells where it goes."""
