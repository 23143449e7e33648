"""Why a change does not apply, where it stands, and what would be right."""

from __future__ import annotations

from dataclasses import dataclass

from remit.model.changes.texts import TEXTS
from remit.model.files.problems import ModelErrors, Problem, shown


@dataclass(frozen=True, slots=True)
class ChangeProblem(Problem):
    """One reason why a change does not apply; its codes have their texts in ``changes/texts.py``."""

    def text(self, lang: str) -> str:
        """Why, and what would be right, in one language."""
        return TEXTS[self.code].get(lang).format_map({name: shown(one, lang) for name, one in self.values.items()})


class ChangeErrors(ModelErrors):
    """Everything that is wrong with a scenario, or that keeps its changes from applying to a model."""
