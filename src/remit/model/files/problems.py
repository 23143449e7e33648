"""What is wrong with a model file, where, and what would be right; in Swedish and English."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from remit.model.files.texts import HINTS, TEXTS
from remit.model.text import Text
from remit.model.whole import Mark

LONGEST = 80
"""How much of a value found is repeated in a message."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")


def shown(value: object, lang: str, longest: int = LONGEST) -> str:
    """A value as it stands in a message: in the language, short, and without signs that act on a terminal."""
    if isinstance(value, Text):
        return value.get(lang)
    if isinstance(value, (list, tuple)):
        words = [shown(one, lang, longest) for one in value]
        last = {"sv": " eller ", "en": " or "}[lang]
        return words[0] if len(words) == 1 else ", ".join(words[:-1]) + last + words[-1] if words else ""
    text = _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", str(value))
    return text if len(text) <= longest or isinstance(value, Mark) else text[: longest - 1] + "…"


def render_text(code: str, values: Mapping[str, Any], lang: str, longest: int = LONGEST) -> str:
    """The text of a code, filled in; ``near`` among the values adds what may have been meant."""
    filled = {name: shown(value, lang, longest) for name, value in values.items()}
    filled["a"] = "an" if filled.get("kind", "")[:1] in ("a", "e", "i", "o") else "a"
    text = TEXTS[code].get(lang).format_map(filled)
    if values.get("near"):
        text += " " + HINTS["near"].get(lang).format_map(filled)
    return text


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the place in the file, the place in the model, and a code with the values of its text."""

    mark: Mark
    path: str
    code: str
    values: dict[str, Any] = field(default_factory=dict)

    def text(self, lang: str) -> str:
        """What is wrong and what would be right, in one language."""
        return render_text(self.code, self.values, lang)

    def render(self, lang: str) -> str:
        """``file:line:column: path: text``, on one line."""
        path = shown(self.path, lang, longest=400)
        return f"{shown(self.mark, lang)}: " + (f"{path}: " if path else "") + self.text(lang)


class RemitError(Exception):
    """Something that is not the program's own fault and that is told in the user's language."""

    def render(self, lang: str) -> str:
        """The whole message in one language, without a stack."""
        raise NotImplementedError


class ModelErrors(RemitError):  # noqa: N818 - it holds several
    """Everything that is wrong with a model, in the order of the files."""

    def __init__(self, problems: Iterable[Problem], files: Iterable[str] = ()) -> None:
        order = {name: place for place, name in enumerate(files)}
        last = len(order)
        self.problems: tuple[Problem, ...] = tuple(
            sorted(
                problems,
                key=lambda p: (order.get(p.mark.file, last), p.mark.file, p.mark.line, p.mark.column, p.path),
            )
        )
        super().__init__(f"{len(self.problems)} problems")

    def render(self, lang: str) -> str:
        """One line per fault."""
        return "\n".join(problem.render(lang) for problem in self.problems)

    def __str__(self) -> str:
        return self.render("en")


class _Told(RemitError):  # noqa: N818 - its children are named for who can help
    """An error with a code of the catalogue and no place in a file."""

    def __init__(self, code: str, **values: Any) -> None:
        self.code = code
        self.values = values
        super().__init__(code)

    def render(self, lang: str) -> str:
        """The text of the code; the name of a file is told in full."""
        return render_text(self.code, self.values, lang, longest=4096)

    def __str__(self) -> str:
        return self.render("en")


class UsageProblem(_Told):
    """What was asked for does not exist or is of the wrong sort (exit status 2)."""


class EnvironmentProblem(_Told):
    """The machine refused: rights, disk, a device that does not answer (exit status 3)."""


_REASONS: dict[int, Text] = {
    errno.ENOSPC: Text("disken är full", "the disk is full"),
    errno.EDQUOT: Text("utrymmet som användaren har är slut", "the user's share of the disk is used up"),
    errno.EFBIG: Text("filen blir större än vad som är tillåtet", "the file becomes larger than is allowed"),
    errno.EROFS: Text("disken kan bara läsas", "the disk can only be read"),
    errno.EIO: Text("disken svarar med ett fel", "the disk answers with an error"),
    errno.ENAMETOOLONG: Text("namnet är för långt", "the name is too long"),
    errno.ELOOP: Text("länken leder runt", "the link goes round"),
}


def reason(error: Exception) -> Text:
    """Why the machine refused, in both languages; the name of the error where it is an unusual one."""
    number = getattr(error, "errno", None) or 0
    name = errno.errorcode.get(number, type(error).__name__)
    return _REASONS.get(number, Text(name, name))
