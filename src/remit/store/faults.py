"""What goes wrong with a database: told in the user's language, and never with an address's secrets."""

from __future__ import annotations

from remit.model.files.problems import EnvironmentProblem, RemitError, UsageProblem, shown
from remit.store.texts import TEXTS


class StoreError(RemitError):
    """Something that is wrong with a database, its address or what is asked of it."""

    code: str
    values: dict[str, object]

    def render(self, lang: str) -> str:
        """The text of the code, filled in."""
        return TEXTS[self.code].get(lang).format_map({name: shown(value, lang) for name, value in self.values.items()})


class WrongRequest(StoreError, UsageProblem):  # noqa: N818 - named for who can help, as its parents are
    """What was asked for does not exist or cannot be read (exit status 2)."""


class NoAnswer(StoreError, EnvironmentProblem):  # noqa: N818
    """The server or its rights are in the way (exit status 3)."""
