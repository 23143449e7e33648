"""The loop matrix as a page: how far each topic gets in each principal, and the way of each step by step."""

from __future__ import annotations

from remit.graph.loop import Loops
from remit.model.text import LANGUAGES, Text
from remit.views import texts as t
from remit.views.pages import loops_texts as lt
from remit.views.pages.loops_data import matrix_data, shares
from remit.views.pages.page import asset
from remit.views.pages.page import render as render_page

SCRIPTS = ("loops.js", "matrix.js", "walk.js")
"""What the picture and the walk need after ``base.js``, on this page and on any other."""
STYLES = ("loops.css",)

__all__ = ["SCRIPTS", "STYLES", "matrix_data", "render"]


def render(loops: Loops, lang: str = "sv") -> str:
    """The page. The same loops give the same bytes."""
    data = matrix_data(loops)
    closure = data["closure"]
    label = Text(*(f"{lt.CLOSURE_LABEL.get(one)} {shares(*loops.closure, one)}" for one in LANGUAGES))
    return render_page(
        "loops.html",
        lang,
        styles=[asset(name) for name in ("page.css", *STYLES, "loops_page.css")],
        scripts=[asset(name) for name in ("base.js", *SCRIPTS, "loops_page.js")],
        data=data,
        t=lt,
        title=Text(*(t.fill(lt.TITLE, one, title=loops.title) for one in LANGUAGES)),
        closure=closure["words"],
        closure_label=label,
        on_paper=t.ON_PAPER if loops.on_paper else None,
        language=t.PAGE_LANGUAGE,
        foot=Text(*(t.fill(lt.FOOT, one, model=loops.model_id) for one in LANGUAGES)),
    )
