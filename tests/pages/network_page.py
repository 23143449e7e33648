"""A page with the network view alone, and a small scene by the contract of the map."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from remit.views.pages import network
from remit.views.pages.page import _source, asset, dump

SHOW = """"use strict";
const chosen = [];
const view = remit.network(document.getElementById("view"), remit.data, {
  onSelect: ([id]) => chosen.push(id),
  onDrawn: () => { document.body.dataset.drawn = "yes"; },
});
document.getElementById("language").addEventListener("click", () => {
  remit.speak(document.documentElement.lang === "sv" ? "en" : "sv");
});
"""


def page(scene: Mapping[str, Any], lang: str = "sv") -> str:
    """The view alone, under the policy that pages have; in its script: ``view``, and ``chosen`` (what it told)."""
    styles = [asset("page.css"), *network.styles(), "body { max-width: none; }"]
    scripts = [asset("base.js"), *network.scripts(), SHOW]
    sources = (_source("style-src", styles), _source("script-src", scripts))
    policy = "; ".join(("default-src 'none'", *sources, "base-uri 'none'", "form-action 'none'"))
    data = {**scene, "network": network.network(scene)}
    return "\n".join(
        [
            f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Network</title>',
            *(f"<style>{one}</style>" for one in styles),
            "</head><body><main><h1>Network</h1>",
            '<button type="button" id="language">sv/en</button><div id="view"></div></main>',
            f'<script type="application/json" id="data">{dump(data)}</script>',
            *(f"<script>{one}</script>" for one in scripts),
            "</body></html>",
        ]
    )


def card(identifier: str, row: int, column: int, **more: Any) -> dict[str, Any]:
    """A card of the contract with usual values."""
    return {
        "id": identifier,
        "kind": "group",
        "name": f"Namn {identifier}",
        "row": row,
        "column": column,
        "span": 1,
        "shape": "group",
        "frame": None,
        "decides": False,
        "certainty": "established",
        "status": None,
        "with": None,
        "tags": [],
        "folded": [],
        "search": "",
        "topics": [],
        "principals": [],
        "change": None,
        "changes": [],
        **more,
    }


def edge(start: str, end: str, **more: Any) -> dict[str, Any]:
    """An edge of the contract with usual values."""
    return {
        "from": start,
        "to": end,
        "relation": "escalates_to",
        "text": ["lyfter till", "escalates to"],
        "state": "value",
        "certainty": "established",
        "extent": None,
        "topics": [],
        "findings": [],
        "members": [],
        "sources": [],
        "change": None,
        **more,
    }


def scene(cards: list[dict[str, Any]], edges: list[dict[str, Any]], columns: int = 3) -> dict[str, Any]:
    """A scene with three levels and so many columns."""
    return {
        "rows": [
            {"id": "regional", "name": ["Regional nivå", "Regional level"]},
            {"id": "local", "name": ["Lokal nivå", "Local level"]},
            {"id": "", "name": ["Nivån inte sagd", "Level not told"]},
        ],
        "columns": [
            {"id": f"c{n}", "name": f"Kolumn {n}", "short": f"K {n}", "kind": "principal"} for n in range(columns)
        ],
        "families": [],
        "cards": cards,
        "edges": edges,
        "kinds": {"group": ["grupp", "group"], "unit": ["enhet", "unit"]},
    }


def small() -> dict[str, Any]:
    """A scene with each shape, certainty, state and change."""
    shapes = ["political", "officials", "mixed", "group", "unit", "agreement", "function", "provider", "principal"]
    shapes += ["coordinator", "set", "stack", "absence"]
    degrees = ["established", "reported", "open"]
    cards = [
        card(f"c{n}", n % 3, n // 5, shape=shape, certainty=degrees[n % 3], decides=n % 4 == 0)
        for n, shape in enumerate(shapes)
    ]
    cards[1]["change"], cards[2]["change"], cards[3]["change"] = "added", "removed", "changed"
    cards[6]["name"] = "Samordningsgruppen för gemensam verksamhetsplanering inom hälso- och sjukvårdsområdet"
    cards.append(card("wide", 1, 0, span=3, name=["Över alla", "Over all"], shape="unit"))
    cards[1]["frame"] = "c5"
    edges = [
        edge("c0", "c3"),
        edge("c0", "c3", relation="informs", text=["informerar", "informs"], certainty="reported"),
        edge("c3", "c0", certainty="open", state="unclear"),
        edge("c4", "wide", state="none", text=["lyfter till: finns inte", "escalates to: none"]),
        edge("c9", "c12", change="added"),
        edge("wide", "c6"),
        edge("c6", "c6", relation="informs"),
    ]
    return scene(cards, edges)
