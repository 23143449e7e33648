"""Every text of the package exists in Swedish and English, with the same places to fill in."""

from __future__ import annotations

import importlib
import pkgutil
import string
from collections.abc import Iterator
from typing import Any

import remit
from remit.model.text import Text

SAME = {
    # names, signs and words that are spelt alike in both languages
    "ID",
    "IN",
    "person: {text}",
}

ARTICLE = {"a"}
"""What English has to fill in that Swedish has not: "a" or "an"."""


def modules() -> Iterator[Any]:
    for info in pkgutil.walk_packages(remit.__path__, "remit."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def texts(value: Any, place: str, seen: set[int]) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield place, value
    elif id(value) in seen:
        return
    elif isinstance(value, dict):
        seen.add(id(value))
        for key, inner in value.items():
            yield from texts(inner, f"{place}[{key!r}]", seen)
    elif isinstance(value, list | tuple):
        seen.add(id(value))
        for number, inner in enumerate(value):
            yield from texts(inner, f"{place}[{number}]", seen)


def every_text() -> list[tuple[str, Text]]:
    seen: set[int] = set()
    return [
        found
        for module in modules()
        for name, value in vars(module).items()
        if not name.startswith("__")
        for found in texts(value, f"{module.__name__}.{name}", seen)
    ]


def test_every_text_has_both_languages_and_sentences_differ() -> None:
    found = every_text()
    assert len(found) > 200
    for place, text in found:
        assert text.sv.strip(), f"{place} has no Swedish"
        assert text.en.strip(), f"{place} has no English"
        own = "".join(words for words, *_ in string.Formatter().parse(text.sv))
        if text.sv not in SAME and " " in text.sv.strip() and any(map(str.isalpha, own)):
            assert text.sv != text.en, f"{place} says the same in both languages"


def test_every_text_has_the_same_places_to_fill_in_both_languages() -> None:
    for place, text in every_text():
        fields = [{name for _, name, _, _ in string.Formatter().parse(part) if name} for part in text]
        assert fields[0] == fields[1] - ARTICLE, place


def test_every_word_that_a_field_may_hold_is_called_something_in_both_languages() -> None:
    from remit.model.kinds import registry
    from remit.model.whole import fields_of
    from remit.queries.sensitivity.otherwise import choices
    from remit.views.texts import VALUES

    words = {
        word
        for kind in registry()
        for _, cls, name in fields_of(kind)
        for word in choices(cls.model_fields[name].annotation)
    }
    assert {"standing", "joint_board", "under_way"} <= words
    assert words <= set(VALUES), sorted(words - set(VALUES))
