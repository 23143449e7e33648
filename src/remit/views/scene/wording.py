"""Texts in both languages at once: joined, filled in, and as the page reads them."""

from __future__ import annotations

from collections.abc import Sequence

from remit.model.text import LANGUAGES, Text, sort_key


def pair(text: Text | str) -> list[str] | str:
    """A text as the page reads it: one string where both languages have the same, else Swedish and English."""
    if isinstance(text, str):
        return text
    return text.sv if text.sv == text.en else [text.sv, text.en]


def unpair(text: Sequence[str] | str) -> Text:
    """The text that :func:`pair` made what a page reads of."""
    return Text(text, text) if isinstance(text, str) else Text(text[0], text[1])


def by_name(names: dict[str, Text]) -> list[str]:
    """Ids in the order of their names, as Swedish sorts; equal names by id."""
    return sorted(names, key=lambda one: (*sort_key(names[one].sv), one))


def joined(names: Sequence[Text], many: Text | str) -> Text:
    """Names in one text: ``A, B och C``; ``many`` is how the last is joined."""
    if len(names) == 1:
        return names[0]
    first = Text(", ".join(n.sv for n in names[:-1]), ", ".join(n.en for n in names[:-1]))
    return fill(many, names=first, last=names[-1])


def fill(text: Text | str, /, **values: Text | str | int) -> Text:
    """A text filled in, in both languages at once; a form that is the same in both may be given as it is."""
    told = []
    for lang in LANGUAGES:
        words = {key: value.get(lang) if isinstance(value, Text) else value for key, value in values.items()}
        told.append((text if isinstance(text, str) else text.get(lang)).format_map(words))
    return Text(*told)


def limited(text: Text, limits: Sequence[Text]) -> Text:
    """A text with what limits it after it, in one pair of brackets; as it is where nothing does."""
    if not limits:
        return text
    return fill("{text} ({limits})", text=text, limits=listed(limits, "; "))


def listed(parts: Sequence[Text], between: str = ", ") -> Text:
    """Texts one after another."""
    return Text(between.join(part.sv for part in parts), between.join(part.en for part in parts))
