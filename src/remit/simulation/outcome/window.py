"""Which part of a run is measured, and how long each matter is followed."""

from __future__ import annotations

from dataclasses import dataclass

from remit.graph.calendar import YEAR
from remit.model.files.problems import RemitError
from remit.model.text import Text

WARM_UP = 0.2
"""The share of the run that is left out at its beginning unless another is asked for. The run begins with empty
queues; a fifth of ten years is two, longer than most matters take, and the run itself checks whether it was enough."""

GRID = 100
"""How many equal steps the distribution of times is told in."""


class SimulationError(RemitError, ValueError):
    """What was asked for cannot be simulated; the text says what would be right."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)

    def render(self, lang: str) -> str:
        """The text in one language."""
        return self.text.get(lang)


@dataclass(frozen=True, slots=True)
class Window:
    """The times of a run, in days.

    Measured are the matters raised by themselves from ``warm_up`` until ``until - follow``; each is followed for
    exactly ``follow`` days. So none is cut short by the end of the run, none counts for having had more time than
    another, and arrived + stopped + still under way is all of them. (Kaplan-Meier would count what stopped as if it
    could still arrive; Aalen-Johansen would not, but it is needed only where a run cannot be made longer: see
    :mod:`remit.simulation.eventlog.survival`.) Queues, hours and decisions are measured from ``warm_up`` to ``until``.
    """

    warm_up: float
    follow: float
    until: float

    @property
    def years(self) -> float:
        """How long queues, hours and decisions are measured."""
        return (self.until - self.warm_up) / YEAR

    @property
    def last(self) -> float:
        """Matters raised at this time or later are not followed."""
        return self.until - self.follow


def window(years: float, warm_up: float | None = None, follow: float | None = None) -> Window:
    """The window of a run of so many years.

    ``warm_up``: years left out at the beginning; a fifth where not given. ``follow``: years that each matter is
    followed; half of the rest where not given, so that matters of the other half are measured. Raises
    :class:`SimulationError` where nothing is left to measure.
    """
    if not 0 < years <= 1000:
        raise SimulationError(
            Text(
                f"antalet år måste vara större än 0 och högst 1000, inte {_sv(years)}",
                f"the number of years must be above 0 and at most 1000, not {years:g}",
            )
        )
    warm = WARM_UP * years if warm_up is None else warm_up
    if not 0 <= warm < years:
        raise SimulationError(
            Text(
                f"inkörningen ({_sv(warm)} år) måste vara kortare än hela körningen ({_sv(years)} år)",
                f"the warm-up ({warm:g} years) must be shorter than the whole run ({years:g} years)",
            )
        )
    long = (years - warm) / 2 if follow is None else follow
    if not 0 < long < years - warm:
        raise SimulationError(
            Text(
                f"uppföljningen ({_sv(long)} år) måste vara kortare än det som är kvar efter inkörningen "
                f"({_sv(years - warm)} år)",
                f"the follow-up ({long:g} years) must be shorter than what is left after the warm-up "
                f"({years - warm:g} years)",
            )
        )
    return Window(warm * YEAR, long * YEAR, years * YEAR)


def _sv(value: float) -> str:
    return f"{value:g}".replace(".", ",")


__all__ = ["GRID", "WARM_UP", "SimulationError", "Window", "window"]
