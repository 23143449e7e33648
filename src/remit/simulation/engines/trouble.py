"""What can be wrong with a plan or go wrong in a run, told by name."""

from __future__ import annotations

from remit.model.files.problems import RemitError
from remit.model.text import Text
from remit.simulation.plan import Plan


class Runaway(RemitError):  # noqa: N818 - a word of the subject
    """A run that does not come to an end: rows passed without end at one instant, or more records than allowed."""

    def __init__(self, plan: Plan, row: int, time: float, at_once: int | None, cap: int) -> None:
        self.row, self.time = row, time
        self.place = plan.places[plan.rows.place[row]] if plan.rows.place[row] >= 0 else "-"
        self.label = plan.rows.label[row]
        day = f"{time:.0f}"
        if at_once is not None:
            self.text = Text(
                f"Flödet stannar dag {day}: fler än {at_once} steg tas utan att tid går, senast ”{self.label}” hos "
                f"{self.place}. Ärenden går runt i en ring eller föder varandra utan slut.",
                f"The flow stops at day {day}: more than {at_once} steps are taken without time passing, last "
                f'"{self.label}" at {self.place}. Matters go round in a ring or give rise to one another without end.',
            )
        else:
            self.text = Text(
                f"Flödet avbröts dag {day}: fler än {cap} händelser, senast ”{self.label}” hos {self.place}. "
                "Räkna färre år, eller pröva om ärenden föder varandra utan slut.",
                f'The flow was cut off at day {day}: more than {cap} events, last "{self.label}" at {self.place}. '
                "Take fewer years, or see whether matters give rise to one another without end.",
            )
        super().__init__(self.text.en)

    def render(self, lang: str) -> str:
        """What ran away, where and when."""
        return self.text.get(lang)
