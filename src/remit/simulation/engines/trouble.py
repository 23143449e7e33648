"""What can be wrong with a plan or go wrong in a run, told by name."""

from __future__ import annotations

from remit.model.files.problems import RemitError
from remit.model.text import Text
from remit.simulation.plan import NOBODY, Plan


class Runaway(RemitError):  # noqa: N818 - a word of the subject
    """A run that does not come to an end: rows passed without end at one instant, or more records than allowed.

    ``text`` says what ran away, where and when; ``row`` is the row of the plan, ``time`` the day.
    """

    def __init__(self, text: Text, row: int, time: float) -> None:
        self.text, self.row, self.time = text, row, time
        super().__init__(text, row, time)  # so that it can be copied to another process

    def render(self, lang: str) -> str:
        """What ran away, where and when."""
        return self.text.get(lang)

    def __str__(self) -> str:
        return self.text.en


def runaway(plan: Plan, row: int, time: float, at_once: int | None, cap: int) -> Runaway:
    """The error for a row and day; ``at_once`` is None where it is the cap on records that was met."""
    place = plan.places[plan.rows.place[row]] if plan.rows.place[row] != NOBODY else "–"
    label, day = plan.rows.label[row], f"{time:.0f}"
    if at_once is not None:
        text = Text(
            f"Flödet stannar dag {day}: fler än {at_once} steg tas utan att tid går, senast ”{label}” hos {place}. "
            "Ärenden går runt i en ring eller ger upphov till varandra utan slut.",
            f"The flow stops at day {day}: more than {at_once} steps are taken without time passing, last "
            f'"{label}" at {place}. Matters go round in a ring or give rise to one another without end.',
        )
    else:
        text = Text(
            f"Flödet avbröts dag {day}: fler än {cap} händelser, senast ”{label}” hos {place}. "
            "Räkna på färre år, eller se efter om ärenden ger upphov till varandra utan slut.",
            f'The flow was cut off at day {day}: more than {cap} events, last "{label}" at {place}. '
            "Take fewer years, or see whether matters give rise to one another without end.",
        )
    return Runaway(text, row, time)


class NotInstalled(RemitError):  # noqa: N818 - it says what is the matter
    """An engine that needs a package that is not there."""

    def __init__(self, engine: str, package: str) -> None:
        self.text = Text(
            f"Räknesättet ”{engine}” behöver paketet {package}, som inte är installerat.",
            f'The engine "{engine}" needs the package {package}, which is not installed.',
        )
        super().__init__(engine, package)

    def render(self, lang: str) -> str:
        """What is missing."""
        return self.text.get(lang)

    def __str__(self) -> str:
        return self.text.en
