"""The map as a page: levels by principals with the edges drawn over, findings, search, details and tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any

from remit.model.text import Text
from remit.views import texts as t
from remit.views.pages import map_texts as m
from remit.views.pages.hyphens import soft
from remit.views.pages.map_table import Table, table
from remit.views.pages.page import asset, pair
from remit.views.pages.page import render as render_page

SCRIPTS = (
    "base.js",
    "map.js",
    "map_routes.js",
    "map_lanes.js",
    "map_labels.js",
    "map_edges.js",
    "map_details.js",
    "map_findings.js",
    "map_search.js",
    "map_tables.js",
    "map_keys.js",
)
"""In this order: the first two give what the others use."""
FLAGS_SHOWN = 2
"""So many findings stand on a card by their label; the rest are counted, and all are in the list."""
LIT_FEW = 2
"""A finding about more cards than this is no mark of any one of them: it is told in the list and lit on request."""

Scene = Mapping[str, Any]


def render(scene: Scene, lang: str = "sv", *, others: Sequence[tuple[Sequence[str], Sequence[str]]] = ()) -> str:
    """The page of a scene, in a language from which the reader can switch. The same scene gives the same bytes.

    ``others``: styles and scripts of further components (the network, the loops), as texts; those that lie beside
    the page's own are taken by themselves.
    """
    laid = table(scene)
    styles = [asset("page.css"), asset("map.css"), _widths(laid)]
    scripts = [asset(name) for name in SCRIPTS]
    for more_styles, more_scripts in others:
        styles += more_styles
        scripts += more_scripts
    title = _text(scene["model"].get("title") or scene["model"].get("id") or "")
    return render_page(
        "map.html",
        lang,
        styles=styles,
        scripts=[*scripts, asset("map_start.js")],
        data={**scene, "texts": _script_texts()},
        title=Text(m.TITLE.sv.format(title=title.sv), m.TITLE.en.format(title=title.en)),
        scene=scene,
        table=laid,
        flags=_flags(scene),
        views=_views(scene),
        counts=_counts(scene),
        listed=_listed(scene),
        shapes=_shapes(scene),
        certainties={degree.name.lower(): text for degree, text in t.CERTAINTY.items()},
        soft=soft,
        m=m,
        t=t,
    )


def has_asset(name: str) -> bool:
    """Whether a style or script of that name lies beside the page's own."""
    return files("remit.views.pages").joinpath("assets", name).is_file()


def _text(told: Any) -> Text:
    return Text(told, told) if isinstance(told, str) else Text(*told)


def _script_texts() -> dict[str, Any]:
    texts: dict[str, Any] = {key: pair(text) for key, text in m.SCRIPT.items()}
    texts["certainties"] = {degree.name.lower(): pair(text) for degree, text in t.CERTAINTY.items()}
    texts["severities"] = {key: pair(text) for key, text in t.SEVERITY.items()}
    texts["certainty_signs"] = m.CERTAINTY_SIGN
    texts["severity_signs"] = m.SEVERITY_SIGN
    texts["change_words"] = {key: pair(text) for key, text in m.CHANGE.items()}
    texts["change_signs"] = m.CHANGE_SIGN
    texts["filters"] = {key: [pair(label), pair(every)] for key, (label, every) in m.FILTERS.items()}
    texts["filters"]["no_level"] = pair(m.LEVEL_NOT_TOLD)
    texts["only_changes"], texts["clear"] = pair(m.ONLY_CHANGES), pair(m.CLEAR)
    texts["shapes"] = {key: pair(text) for key, text in m.SHAPE.items()}
    return texts


def _widths(laid: Table) -> str:
    """The widths of the columns by their tracks: a column of two tracks is twice as wide, gutter included."""
    every = sum(laid.tracks)
    rules = [f"#levels {{ --tracks: {every}; }}"]
    for index, tracks in enumerate(laid.tracks):
        rules.append(f"#levels col:nth-child({index + 2}) {{ width: calc((100% - var(--head)) * {tracks} / {every}); }}")
    return "\n".join(rules)


def _views(scene: Scene) -> list[str]:
    views = ["levels"]
    if scene.get("network") is not None and has_asset("network.js"):
        views.append("network")
    if scene.get("loops") is not None and has_asset("loops.js"):
        views.append("loops")
    return [*views, "tables"]


def _counts(scene: Scene) -> list[tuple[str, int]]:
    counts = scene.get("counts") or {}
    return [(name, counts[name]) for name in ("established", "reported", "open", "unknown") if name in counts]


def _listed(scene: Scene) -> dict[str, dict[str, int]]:
    """How many findings there are by severity and by certainty."""
    told: dict[str, dict[str, int]] = {"severity": defaultdict(int), "certainty": defaultdict(int)}
    for finding in scene.get("findings", ()):
        for name in told:
            told[name][finding[name]] += 1
    return told


def _shapes(scene: Scene) -> list[str]:
    """The shapes that occur, in the order of the legend."""
    found = {card.get("shape") for card in scene["cards"]}
    return [shape for shape in m.SHAPE if shape in found]


def _flags(scene: Scene) -> dict[str, tuple[list[Mapping[str, Any]], int]]:
    """The findings that stand on a card as a mark, by card id: the first by their labels, and how many more."""
    on: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for finding in _marked(scene.get("findings", ())):
        if finding.get("label") and not finding.get("edges") and len(finding.get("cards", ())) <= LIT_FEW:
            for card in finding["cards"]:
                on[card].append(finding)
    return {card: (found[:FLAGS_SHOWN], len(found) - FLAGS_SHOWN) for card, found in on.items()}


def _marked(findings: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What the picture shows without being asked: deficiencies that are established or reported."""
    return [f for f in findings if f["severity"] != "info" and f["certainty"] != "open"]
