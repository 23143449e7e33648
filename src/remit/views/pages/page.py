"""What every page shares: texts escaped, styles, scripts and data inline, and a policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from remit.model.text import LANGUAGES, Text

_ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})
"""What could end a script element, or a line of one, stands escaped in JSON."""


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


def both(text: Text | Sequence[str] | str) -> Markup:
    """A text in both languages, of which the style shows the one that the page is in."""
    return _both(Text(text, text) if isinstance(text, str) else Text(*text))


@lru_cache(maxsize=4096)
def _both(told: Text) -> Markup:
    if told.sv == told.en:
        return Markup("{}").format(told.sv)
    return Markup("").join(Markup('<span lang="{}">{}</span>').format(lang, told.get(lang)) for lang in LANGUAGES)


def pair(text: Text) -> list[str] | str:
    """A text as the scripts read it: one string where both languages have the same, else Swedish and English."""
    return text.sv if text.sv == text.en else [text.sv, text.en]


def asset(name: str) -> str:
    """A style or script that lies beside the templates."""
    return files("remit.views.pages").joinpath("assets", name).read_text(encoding="utf-8")


def render(
    template: str,
    lang: str,
    *,
    styles: Sequence[str],
    scripts: Sequence[str],
    data: Any = None,
    images: bool = False,
    **values: Any,
) -> str:
    """A page from a template, in a language from which the reader can switch.

    ``styles``/``scripts``: their texts (see :func:`asset`), put inline in this order and allowed by their hashes
    alone. ``data``: what the scripts read, in a block of JSON with the id ``data``. ``images``: whether images that
    stand in the page itself (``data:``) may be shown. The template gets ``policy``, ``style``, ``script`` and
    ``data`` and puts them where they belong.
    """
    allowed = [_source("style-src", styles), _source("script-src", scripts), *(["img-src data:"] if images else [])]
    policy = "; ".join(("default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"))
    # styles and scripts are ours, from packages: nothing of a model is in them, and in the data nothing can end it
    style = Markup("\n").join(Markup("<style>{}</style>").format(Markup(one)) for one in styles)  # noqa: S704
    script = Markup("\n").join(Markup("<script>{}</script>").format(Markup(one)) for one in scripts)  # noqa: S704
    block = Markup('<script type="application/json" id="data">{}</script>').format(Markup(dump(data)))  # noqa: S704
    found = _environment().get_template(template)
    return found.render(lang=lang, policy=policy, style=style, script=script, data=block, **values)


def dump(data: Any) -> str:
    """JSON that can stand in a script element whatever names are in it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_ESCAPES)


def _source(directive: str, contents: Sequence[str]) -> str:
    return " ".join((directive, *(f"'{_hash(one)}'" for one in contents))) if contents else f"{directive} 'none'"


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
