"""How long matters take when some are still open: the estimator of Aalen and Johansen.

A real log ends on some day, and cannot be made longer: a matter that is open then has taken *at least* so long. To
leave it out would make things look quicker than they are, to count it as never done slower. Aalen-Johansen counts at
each age those who have come so far (Aalen and Johansen 1978; for one end of several, which Kaplan-Meier overstates:
Putter, Fiocco and Geskus 2007, *Tutorial in biostatistics: competing risks*).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Incidence(NamedTuple):
    """The share that had ended in the way asked for at each age, a step function: ``ages`` ascending."""

    ages: tuple[float, ...]
    shares: tuple[float, ...]

    def at(self, age: float) -> float:
        """The share at an age."""
        found = 0.0
        for one, share in zip(self.ages, self.shares, strict=True):
            if one > age:
                break
            found = share
        return found

    def quantile(self, share: float) -> float | None:
        """The age by which so many had; None where the log is too short to tell."""
        return next((age for age, one in zip(self.ages, self.shares, strict=True) if one >= share - 1e-12), None)


def incidence(durations: Sequence[float], ends: Sequence[int], wanted: int = 1) -> Incidence:
    """The cumulative incidence of the end ``wanted``.

    ``durations``: how long each was followed. ``ends``: how it ended, 0 where it is still open. Those that end and
    those that are lost to sight at the same age: the first are counted before. Raises ValueError for a negative age.
    """
    told = sorted(zip(durations, ends, strict=True))
    if told and told[0][0] < 0:
        raise ValueError("nothing lasts shorter than nothing")
    at_risk, alive, share = len(told), 1.0, 0.0
    ages, shares = [], []
    place = 0
    while place < len(told):
        age = told[place][0]
        here: list[int] = []
        while place < len(told) and told[place][0] == age:
            here.append(told[place][1])
            place += 1
        ours, ended = sum(end == wanted for end in here), sum(end != 0 for end in here)
        if ours:
            share += alive * ours / at_risk
            ages.append(age)
            shares.append(share)
        alive *= 1 - ended / at_risk
        at_risk -= len(here)
    return Incidence(tuple(ages), tuple(shares))


__all__ = ["Incidence", "incidence"]
