"""Where the spread between replications comes from: from chance, or from facts that nobody tells."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from remit.model.text import Text
from remit.simulation.outcome.facts import Facts, Unseen

MUCH = 0.5
"""From this share of the variance on the spread is told to come from open links."""

LEAST = 0.02
"""A standard deviation of shares, or a share of matters, below this is not told of."""


class Spread(NamedTuple):
    """How replications differ in the share of matters that get all the way.

    ``by_facts``: the share of its variance that goes with what is to be expected with the links that there were, the
    square of their correlation (NaN where one of them does not vary). ``deviation``: the standard deviation; ``least``,
    ``most``: the replications with the lowest and highest share.
    """

    by_facts: float
    deviation: float
    least: float
    most: float
    unseen: Unseen
    replications: int

    def notes(self) -> list[Text]:
        """What whoever reads an interval should know."""
        found = []
        if self.by_facts >= MUCH and self.deviation >= LEAST:
            part, ends = f"{self.by_facts:.0%}", (f"{self.least:.0%}", f"{self.most:.0%}")
            found.append(
                Text(
                    "Det som skiljer körningarna åt är mest inte slump utan sådant som källorna inte säger: vilka av "
                    f"de öppna länkarna som finns ({part[:-1]} % av variationen i hur många ärenden som kommer hela "
                    f"vägen). Mellan körningarna går andelen från {ends[0][:-1]} till {ends[1][:-1]} %; i verkligheten "
                    "är ett av fallen sant. Intervallen gäller medelvärdet över fallen.",
                    "What makes runs differ is for the most part not chance but what the sources do not say: which of "
                    f"the open links exist ({part} of the variance of how many matters get all the way). The share "
                    f"goes from {ends[0]} to {ends[1]} between runs; in reality one of the cases is true. Intervals "
                    "are of the mean over the cases.",
                )
            )
        for share, sv, en in (
            (self.unseen.up, "kunde inte komma hela vägen i någon av", "could get all the way in none of"),
            (
                self.unseen.down,
                "hade alla länkar som behövs i var och en av",
                "had all the links that they need in each of",
            ),
        ):
            if share >= LEAST:
                other = ("kan finnas", "may exist") if share == self.unseen.up else ("kan saknas", "may be missing")
                found.append(
                    Text(
                        f"{share * 100:.0f} av 100 ärenden {sv} de {self.replications} körningarna, fast de öppna "
                        f"länkarna {other[0]}. Intervallen är vidgade för det; fler körningar (--replications) gör dem "
                        "smalare.",
                        f"{share * 100:.0f} of 100 matters {en} the {self.replications} runs, though the open links "
                        f"{other[1]}. Intervals are widened for that; more runs (--replications) make them narrower.",
                    )
                )
        return found

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "share_of_variance": round(self.by_facts, 4) if np.isfinite(self.by_facts) else None,
            "least": round(self.least, 6),
            "most": round(self.most, 6),
            "could_in_none": round(self.unseen.up, 6),
            "could_in_all": round(self.unseen.down, 6),
        }


def spread_of(arrived: NDArray[np.float64], of: Facts, weights: NDArray[np.float64]) -> Spread | None:
    """The spread of a share over replications; None where fewer than two tell it."""
    told = np.isfinite(arrived)
    if told.sum() < 2:
        return None
    values, could = arrived[told], of.share(weights)[told]
    apart = float(values.std(ddof=1))
    goes = np.nan
    if apart > 0 and float(np.ptp(could)) > 1e-12:
        goes = float(np.corrcoef(values, could)[0, 1]) ** 2
    return Spread(goes, apart, float(values.min()), float(values.max()), of.unseen(weights), int(arrived.size))


__all__ = ["LEAST", "MUCH", "Spread", "spread_of"]
