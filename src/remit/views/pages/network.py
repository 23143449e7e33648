"""The network view of the map: its data as pyvis builds them, and the library that draws them.

pyvis is used for what it does well: it collects nodes and edges as vis-network reads them and carries the script of
vis-network in its package. Its own page is not used: it asks the network for files and writes what it is given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

from remit.model.facts import Extent
from remit.model.text import Text
from remit.views.pages import network_texts as t
from remit.views.pages.hyphens import soft
from remit.views.pages.network_layout import HEIGHT, WIDTH, bends, layout
from remit.views.pages.page import asset, pair
from remit.views.scene.texts import MODALITY
from remit.views.texts import EXTENT

LIMIT = 3_000
"""So many things the network draws at most; above, those of a kind in a cell are drawn as one."""
VIS = ("lib", "vis-9.1.2", "vis-network.min.js")
"""Where the package has the script."""
SCRIPTS = ("network_shapes.js", "network_signs.js", "network_list.js", "network.js", "network_map.js")
DASHES: Mapping[str, Sequence[int] | bool] = {"established": False, "reported": [10, 6], "open": [2, 6]}
ENDS: Mapping[str, str] = {"value": "arrow", "none": "bar", "unclear": "circle", "deferred": "circle"}
"""How an edge ends, by whether the relation is there."""
MIDDLES: Mapping[str, str] = {"added": "diamond", "removed": "bar", "changed": "circle"}
"""What stands on the middle of an edge, by how it changes."""

Scene = Mapping[str, Any]


def available() -> bool:
    """Whether pyvis is installed; nothing is imported."""
    return find_spec("pyvis") is not None


@cache
def vis_network() -> str:
    """The script of vis-network from the package of pyvis.

    Raises ModuleNotFoundError where pyvis is not installed, and ValueError where the file could end the script
    element that it is put into.
    """
    text = files("pyvis").joinpath(*VIS).read_text(encoding="utf-8")
    if "</script" in text.lower() or "<!--" in text:
        raise ValueError(f"{'/'.join(VIS)} of pyvis cannot stand in a script element")
    # the last line names a file that is not there, which a browser's tools would look for
    return text.partition("//# sourceMappingURL=")[0]


def styles() -> list[str]:
    """The styles that the view needs beside page.css."""
    return [asset("network.css")]


def scripts() -> list[str]:
    """The scripts that the view needs after base.js, in order; none where pyvis is not installed."""
    if not available():
        return []
    return [vis_network(), *(asset(name) for name in SCRIPTS)]


def network(scene: Scene) -> dict[str, Any] | None:
    """The data of the view; None where pyvis is not installed.

    ``nodes``/``edges`` as vis-network reads them (``edge``: the number of the edge in the scene, None for a group in
    its agreement), ``stands``: the card ids that a node stands for where cards were drawn as one, ``bands``/``lanes``:
    where rows and columns are, ``texts``, and ``limit``: what was folded here because of size.
    """
    if not available():
        return None
    from pyvis.network import Network  # type: ignore[import-untyped]

    cards, stands, limit = _cards(scene)
    node_of = {card: node for node, many in stands.items() for card in many}
    edges = _edges(scene, node_of, {card["id"] for card in cards})
    where = layout(cards, len(scene["rows"]), len(scene["columns"]))
    bent = bends(where.places, [(edge["from"], edge["to"]) for edge in edges])
    made = Network(directed=True)
    for card in cards:
        x, y = where.places[card["id"]]
        made.add_node(str(card["id"]), label=_label(card["name"]), shape="custom", x=x, y=y)
    for edge, bend in zip(edges, bent, strict=True):
        rest = {name: value for name, value in edge.items() if name not in ("from", "to")}
        made.add_edge(edge["from"], edge["to"], **rest, smooth=_smooth(bend))
    nodes, drawn, *_ = made.get_network_data()
    for node in nodes:
        del node["color"]  # the script colours by the reader's light or dark
    return {
        "nodes": nodes,
        "edges": drawn,
        "cards": {card["id"]: card for card in cards} if stands else None,
        "stands": stands,
        "bands": [list(band) for band in where.bands],
        "lanes": [list(lane) for lane in where.lanes],
        "size": [WIDTH, HEIGHT],
        "limit": limit,
        "texts": {name: pair(text) for name, text in t.TEXTS.items()},
        "certainty": {name: pair(text) for name, text in t.CERTAINTY.items()},
        "states": {name: pair(text) for name, text in t.STATES.items()},
        "changes": {name: pair(text) for name, text in t.CHANGES.items()},
        "ends": dict(ENDS),
        "middles": dict(MIDDLES),
        "shapes": {name: pair(text) for name, text in t.SHAPES.items()},
    }


def _cards(scene: Scene) -> tuple[list[Mapping[str, Any]], dict[str, list[str]], Any]:
    """The cards to draw, what each stands for where they were too many, and the sentence that says so."""
    cards = list(scene["cards"])
    if len(cards) <= LIMIT:
        return cards, {}, None
    alike: dict[tuple[Any, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for card in cards:
        alike[card["row"], card["column"], card.get("span", 1), card["shape"], card.get("certainty")].append(card)
    drawn: list[Mapping[str, Any]] = []
    stands: dict[str, list[str]] = {}
    for key, many in alike.items():
        if len(many) == 1:
            drawn.append(many[0])
            stands[many[0]["id"]] = [many[0]["id"]]
            continue
        row, column, span, shape, certainty = key
        what = t.SHAPES.get(shape, Text(str(shape), str(shape)))
        name = Text(*(t.TEXTS["folded"].get(lang).format(n=len(many), what=what.get(lang)) for lang in ("sv", "en")))
        one = {
            "id": f"folded:{row}:{column}:{span}:{shape}:{certainty}",
            "kind": many[0]["kind"],
            "name": pair(name),
            "row": row,
            "column": column,
            "span": span,
            "shape": "stack",
            "frame": None,
            "decides": False,
            "certainty": certainty,
            "change": None,
        }
        drawn.append(one)
        stands[one["id"]] = [card["id"] for card in many]
    words = {"n": len(cards), "shown": len(drawn), "limit": LIMIT}
    told = Text(*(t.TEXTS["too_many"].get(lang).format(**words) for lang in ("sv", "en")))
    return drawn, stands, pair(told)


def _edges(scene: Scene, node_of: Mapping[str, str], drawn: set[str]) -> list[dict[str, Any]]:
    """The edges between what is drawn, and one from each card that stands inside an agreement to that agreement."""
    edges: list[dict[str, Any]] = []
    seen: set[tuple[Any, ...]] = set()
    related = {(edge["from"], edge["to"]) for edge in scene["edges"]}
    framed = [
        {"from": card["id"], "to": card["frame"], "relation": "agreement", "text": pair(t.RESTS_ON)}
        for card in scene["cards"]
        if card.get("frame") and (card["id"], card["frame"]) not in related
    ]
    for number, edge in [*enumerate(scene["edges"]), *((None, edge) for edge in framed)]:
        start, end = (node_of.get(edge[side], edge[side]) for side in ("from", "to"))
        if start not in drawn or end not in drawn:
            continue
        certainty, state = edge.get("certainty", "established"), edge.get("state", "value")
        if node_of:  # many were drawn as one: so are the edges between them
            key = (start, end, edge["relation"], certainty, state)
            if key in seen:
                continue
            seen.add(key)
        edges.append(
            {
                "id": f"e{number}" if number is not None else f"f{len(edges)}",
                "from": start,
                "to": end,
                "edge": number,
                "said": _said(edge),
                "certainty": certainty,
                "state": state,
                "change": edge.get("change"),
                "dashes": DASHES.get(certainty, DASHES["open"]),
                "arrows": _arrows(state, edge.get("change")),
            }
        )
    return edges


def _said(edge: Mapping[str, Any]) -> Any:
    """The words of an edge with what limits it: for how many it holds, and that it is an example or only may be."""
    told = _both(edge["text"])
    extent, modality = edge.get("extent"), edge.get("modality")
    # what shall be is told as what is
    loose = MODALITY[modality] if modality and modality != "shall" else None
    for limit in (EXTENT[Extent(extent)] if extent else None, loose):
        if limit and limit.sv not in told.sv:
            told = Text(f"{told.sv}, {limit.sv}", f"{told.en}, {limit.en}")
    return pair(told)


def _both(told: Any) -> Text:
    return Text(told, told) if isinstance(told, str) else Text(*told)


def _label(name: Any) -> Any:
    """The name as it is drawn, with the places where its long words may be broken."""
    return soft(name) if isinstance(name, str) else [soft(name[0]), name[1]]


def _arrows(state: str, change: str | None) -> dict[str, Any]:
    """The signs at the end of an edge and, where it changes, on its middle."""
    end = {"to": {"enabled": True, "type": ENDS.get(state, "arrow")}}
    return end | ({"middle": {"enabled": True, "type": MIDDLES[change]}} if change else {})


def _smooth(bend: float) -> Mapping[str, Any] | bool:
    if not bend:
        return False
    return {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}
