"""The words of the parameters: units, where they come from, and what can be wrong with a file of them."""

from __future__ import annotations

from remit.model.files.problems import Problem, shown
from remit.model.text import Text

UNITS: dict[str, Text] = {
    "days": Text("dagar", "days"),
    "hours": Text("timmar", "hours"),
    "per_year": Text("per år", "a year"),
    "years": Text("år", "years"),
    "weeks": Text("veckor", "weeks"),
    "share": Text("andel", "share"),
    "count": Text("antal", "number"),
    "times": Text("gånger", "times"),
}

ORIGINS: dict[str, Text] = {
    "source": Text("källa", "source"),
    "assumption": Text("antagande", "assumption"),
}

TOLD: dict[str, Text] = {
    "meetings": Text("möten om året i {name}", "meetings a year of {name}"),
    "places": Text("ärenden som ett möte i {name} hinner", "matters that a meeting of {name} can treat"),
    "hours": Text("timmar ett möte i {name} varar", "hours a meeting of {name} lasts"),
    "term": Text("år som ordföranden i {name} är utsedd", "years that the chair of {name} is appointed for"),
}
"""What a model tells of a group or body, by the first word of the parameter's name: ``meetings:ID``."""

TOLD_WHY = Text("Står i modellen.", "Stands in the model.")
TOLD_RANGE = Text(
    "Modellen anger ett spann; mitten används och båda ändarna prövas.",
    "The model tells a range; its middle is used and both ends are tried.",
)
OWN = Text("Angivet i en egen fil.", "Told in a file of one's own.")

_PROBLEMS: dict[str, Text] = {
    "unknown_parameter": Text(
        "det finns ingen parameter ”{found}”.",
        'there is no parameter "{found}".',
    ),
    "not_finite": Text("”{found}” är inget tal som 50 eller 2.5", '"{found}" is no number such as 50 or 2.5'),
    "outside": Text(
        "{found} är inte möjligt. Värdet måste ligga mellan {least} och {most}.",
        "{found} is not possible. The value must lie between {least} and {most}.",
    ),
    "other_unit": Text(
        "{found} är fel enhet: värdet anges i {unit}. Räkna om det, eller ta bort raden.",
        "{found} is the wrong unit: the value is given in {unit}. Convert it, or remove the line.",
    ),
    "not_whole": Text("{found} måste vara ett helt tal", "{found} must be a whole number"),
    "out_of_order": Text(
        "spannet {low} till {high} går baklänges. Skriv det minsta först (low) och det största sist (high).",
        "the range {low} to {high} goes backwards. Write the least first (low) and the greatest last (high).",
    ),
    "value_outside": Text(
        "värdet {found} ligger utanför spannet {low} till {high}. Ändra värdet eller spannet (low, high).",
        "the value {found} lies outside the range {low} to {high}. Change the value or the range (low, high).",
    ),
}

_NEAR = Text(" Menades ”{near}”?", ' Did you mean "{near}"?')


class ParameterProblem(Problem):
    """One fault of a file of parameters."""

    __slots__ = ()

    def text(self, lang: str) -> str:
        """What is wrong and what would be right, in one language."""
        filled = {name: shown(value, lang) for name, value in self.values.items()}
        text = _PROBLEMS[self.code].get(lang).format_map(filled)
        return text + (_NEAR.get(lang).format_map(filled) if self.values.get("near") else "")


__all__ = ["ORIGINS", "OWN", "TOLD", "TOLD_RANGE", "TOLD_WHY", "UNITS", "ParameterProblem"]
