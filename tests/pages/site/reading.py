"""Reading the pages of a site without a browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from remit.api import Organisation, load
from remit.model.persons import without_names
from remit.views.pages.site import made


def text_of(html: str, lang: str = "sv") -> str:
    """What a reader of a page reads, in one language, in one line."""
    main = html[html.index("<main") : html.index("</main>")]
    other = "en" if lang == "sv" else "sv"
    main = re.sub(rf'<span lang="{other}">.*?</span>', "", main)
    main = re.sub(r"</?(?:bdi|span|a|strong|small|em)\b[^>]*>", "", main)
    shown = re.sub(r"<[^>]+>", " ", main)
    for sign, entity in (("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"), ("&", "&amp;")):
        shown = shown.replace(entity, sign)
    return " ".join(shown.split())


def pages_of(organisation: Organisation, *, findings: bool = True, persons: bool = True, **more: Any) -> dict[str, str]:
    """The pages of a site by path."""
    if not persons:
        organisation = Organisation(without_names(organisation.model), organisation.on)
    audit = organisation.audit(certainty="open") if findings else None
    return dict(made(organisation.org, audit, persons=persons, **more))


def site_of(folder: Path, text: str) -> dict[str, str]:
    """The pages of a model that is written out."""
    path = folder / "model.yaml"
    path.write_text(text, encoding="utf-8")
    return pages_of(load(path))


def links_of(html: str) -> list[str]:
    """Where the links of a page lead."""
    return [one.replace("&amp;", "&") for one in re.findall(r'<a [^>]*href="([^"]*)"', html)]
