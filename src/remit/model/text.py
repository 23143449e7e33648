"""Text in the two languages that every user-facing word exists in."""

from __future__ import annotations

from typing import NamedTuple

LANGUAGES = ("sv", "en")


class Text(NamedTuple):
    """One text in Swedish and English; :meth:`get` picks one by language code."""

    sv: str
    en: str

    def get(self, lang: str) -> str:
        """Return the text in ``lang`` (``"sv"`` or ``"en"``); raises KeyError for any other."""
        if lang == "sv":
            return self.sv
        if lang == "en":
            return self.en
        raise KeyError(lang)


_SWEDISH = str.maketrans({"å": "{", "ä": "|", "ö": "}", "é": "e", "ü": "y"})


def sort_key(text: str) -> tuple[str, str]:
    """A key that sorts å, ä, ö after z in that order, as Swedish does, on any machine."""
    return (text.casefold().translate(_SWEDISH), text)
