"""What every page shares: texts escaped, styles and scripts inline, and a policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from remit.model.text import LANGUAGES, Text


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("remit.views.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["both"] = both
    return made


def both(text: Text) -> Markup:
    """A text in both languages, of which the style shows the one that the page is in."""
    if text.sv == text.en:
        return Markup("{}").format(text.sv)
    return Markup("").join(Markup('<span lang="{}">{}</span>').format(lang, text.get(lang)) for lang in LANGUAGES)


def render(template: str, lang: str, *, style: str, script: str, **values: Any) -> str:
    """A page from a template, in a language from which the reader can switch.

    ``style``/``script``: names of files beside the templates, put inline and allowed by their hashes alone.
    """
    styles, scripts = _asset(style), _asset(script)
    allowed = (f"style-src '{_hash(styles)}'", f"script-src '{_hash(scripts)}'")
    policy = "; ".join(("default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"))
    found = _environment().get_template(template)
    # both are ours, from the package: nothing of a model is in them
    return found.render(lang=lang, policy=policy, style=Markup(styles), script=Markup(scripts), **values)  # noqa: S704


def _asset(name: str) -> str:
    return files("remit.views.pages").joinpath("assets", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
