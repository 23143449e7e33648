"""The accessibility statement: what has been filled in, and marked blanks for the rest. It claims nothing itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from markupsafe import Markup

from remit.model.text import LANGUAGES, Text
from remit.views.pages.site import statement_texts as t
from remit.views.pages.site.facts import Facts
from remit.views.pages.site.frame import Page, Site, clean
from remit.views.pages.site.statement_file import Statement, blank_file
from remit.views.texts import count

PATH = "accessibility.html"
OPTION = {"sv": "remit site … --statement FIL", "en": "remit site … --statement FILE"}


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The statement."""
    del facts  # it tells of the site, not of the model
    told = site.statement or Statement()
    missing = told.missing
    draft = Text(*(count(len(missing), t.DRAFT_ONE, t.DRAFT_MANY, lang) for lang in LANGUAGES)) if missing else None
    values: dict[str, Any] = {
        "a": t,
        "told": told.answers,
        "draft": draft,
        "say": partial(_say, told),
        "lines": partial(_lines, site),
        "blank": partial(_blank, told),
        "files": {lang: blank_file(told, lang) for lang in LANGUAGES},
        "fill_option": _with_option,
    }
    yield Page(PATH, t.TITLE, "site/statement.html", values, styles=("statement.css",))


def _with_option(text: Text) -> Markup:
    """A step with the command in it."""
    option = {lang: Markup("<code>{}</code>").format(OPTION[lang]) for lang in LANGUAGES}
    return _both({lang: _filled(text.get(lang), {"option": option[lang]}) for lang in LANGUAGES})


def _both(shown: Mapping[str, Markup]) -> Markup:
    return Markup("").join(Markup('<span lang="{}">{}</span>').format(lang, shown[lang]) for lang in LANGUAGES)


def _blank(told: Statement, key: str) -> Text | None:
    """What is to be filled in where a field has no answer."""
    if key in told.answers:
        return None
    what = next(one.what for one in t.FIELDS if one.key == key)
    return Text(*(t.BLANK.get(lang).format(what=what.get(lang)) for lang in LANGUAGES))


def _say(told: Statement, text: Text, **keys: str) -> Markup:
    """A sentence of ours with the answers in it, blanks marked; each language is filled by itself."""
    return _both(
        {
            lang: _filled(text.get(lang), {name: _answer(told, key, lang) for name, key in keys.items()})
            for lang in LANGUAGES
        }
    )


def _filled(text: str, values: Mapping[str, Markup]) -> Markup:
    pieces = text.replace("}", "{").split("{")
    return Markup("").join(values.get(piece, piece) for piece in pieces)  # join escapes what is no markup


def _answer(told: Statement, key: str, lang: str) -> Markup:
    blank = _blank(told, key)
    if blank is not None:
        return Markup('<mark class="blank">{}</mark>').format(blank.get(lang))
    text = told.one(key)
    return Markup("<bdi>{}</bdi>").format(clean(text).get(lang)) if text else Markup("")


def _lines(site: Site, text: Text) -> list[Markup]:
    """The lines of an answer, each a paragraph."""
    sv, en = (text.get(lang).split("\n") for lang in LANGUAGES)
    longest = max(len(sv), len(en))
    sv, en = (lines + [""] * (longest - len(lines)) for lines in (sv, en))
    return [site.words(Text(one, other)) for one, other in zip(sv, en, strict=True)]
