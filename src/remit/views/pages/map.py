"""The map as a page: levels by principals with the edges drawn over, findings, search, details and tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from remit.model.facts import Extent
from remit.model.text import LANGUAGES, Text
from remit.views import texts as t
from remit.views.pages import loops, network
from remit.views.pages import map_texts as m
from remit.views.pages.hyphens import soft
from remit.views.pages.map_shared import shared
from remit.views.pages.map_table import Table, table
from remit.views.pages.page import asset, pair
from remit.views.pages.page import render as render_page
from remit.views.scene.texts import MANY_CASES, MODALITY, WHO

SCRIPTS = (
    "base.js",
    "map.js",
    "map_routes.js",
    "map_lanes.js",
    "map_labels.js",
    "map_told.js",
    "map_edges.js",
    "map_details.js",
    "map_findings.js",
    "map_search.js",
    "map_tables.js",
    "map_keys.js",
)
"""In this order: the first two give what the others use."""
HEAD = (7, 16)
"""Per cent of the width that the names of the levels take: with many columns, with few."""
LIT_FEW = 4
"""A finding about more cards than this is no mark of any one of them: it is told in the list and lit on request."""
SHORT_NAME = 12
"""A name before a dash that is so short is an abbreviation."""
NAMED = 2
"""So many of many are named in the list."""
LONG_MESSAGE = 125
"""A longer message stands in the list by its label and subject; it is read in full when the finding is chosen."""

Scene = Mapping[str, Any]


def render(scene: Scene, lang: str = "sv") -> str:
    """The page of a scene, in a language from which the reader can switch. The same scene gives the same bytes.

    The view of the network is there where pyvis is installed, that of the loop where the scene has ``loops``.
    """
    if "network" not in scene:
        scene = {**scene, "network": network.network(scene)}
    scene = {**scene, "kinds": _kinds(scene)}
    flags = _flags(scene)
    laid = table(scene, flags)
    views = _views(scene)
    styles = [asset("page.css"), asset("map.css"), _widths(laid)]
    scripts = [asset(name) for name in SCRIPTS]
    if "network" in views:
        styles += network.styles()
        scripts += network.scripts()
    if "loops" in views:
        styles += [asset(name) for name in loops.STYLES]
        scripts += [asset(name) for name in loops.SCRIPTS]
    title = _text(scene["model"].get("title") or scene["model"].get("id") or "")
    before = _text(scene["before"].get("title") or scene["before"]["id"]) if scene.get("before") else Text("", "")
    return render_page(
        "map.html",
        lang,
        styles=styles,
        scripts=[*scripts, asset("map_start.js")],
        data={**scene, "texts": _script_texts()},
        title=Text(m.TITLE.sv.format(title=title.sv), m.TITLE.en.format(title=title.en)),
        compared=Text(m.BEFORE_AFTER.sv.format(before=before.sv), m.BEFORE_AFTER.en.format(before=before.en)),
        scene=scene,
        table=laid,
        flags=flags,
        shared=shared(scene["cards"], laid.families),
        views=views,
        counts=_counts(scene),
        listed=_listed(scene),
        only_open=all(finding["certainty"] == "open" for finding in scene["findings"]),
        shapes=_shapes(scene),
        certainties={degree.name.lower(): text for degree, text in t.CERTAINTY.items()},
        soft=soft,
        short=lambda finding: _short(finding, scene),
        about=lambda finding: _about(finding, scene),
        told_tags=_told_tags,
        headed=lambda card: _headed(card, scene),
        without=_without,
        m=m,
        t=t,
    )


def _text(told: Any) -> Text:
    return Text(told, told) if isinstance(told, str) else Text(*told)


def _kinds(scene: Scene) -> dict[str, Any]:
    """What kinds are called; what is no kind of entity, as a set, by the name of its shape."""
    used = sorted({one["kind"] for one in (*scene["cards"], *scene["entities"].values())})
    return {kind: pair(m.SHAPE[kind]) for kind in used if kind in m.SHAPE} | dict(scene["kinds"])


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
    texts["modalities"] = {key: pair(text) for key, text in MODALITY.items()}
    texts["shapes"] = {key: pair(text) for key, text in m.SHAPE.items()}
    return texts


def _widths(laid: Table) -> str:
    """The widths of the columns by their tracks: a column of two tracks is twice as wide, gutter included."""
    every = sum(laid.weights)
    head = min(max(100 * 66 / (66 + 108 * every), HEAD[0]), HEAD[1])
    rules = [f".sheet, #levels {{ --tracks: {every:.1f}; }}"]
    for index, weight in enumerate(laid.weights):
        # percentages alone: a calc() of them counts as no width in a table
        rules.append(f"#levels col:nth-child({index + 2}) {{ width: {(100 - head) * weight / every:.3f}%; }}")
    return "\n".join((f"#levels col.head {{ width: {head:.1f}%; }}", *rules))


def _views(scene: Scene) -> list[str]:
    """The views that there is something to show in."""
    return ["levels", *(view for view in ("network", "loops") if scene.get(view)), "tables"]


def _counts(scene: Scene) -> list[tuple[str, int]]:
    counts = scene.get("counts") or {}
    return [(name, counts[name]) for name in ("established", "reported", "open", "unknown") if name in counts]


def _listed(scene: Scene) -> dict[str, Any]:
    """How many findings there are by severity, by certainty and by what became of them; and the rows of the list."""
    told: dict[str, dict[str, int]] = {name: defaultdict(int) for name in ("severity", "certainty", "change")}
    for finding in scene.get("findings", ()):
        for name, found in told.items():
            found[finding.get(name)] += 1
    return {**told, "rows": _grouped(scene.get("findings", ()))}


def _grouped(findings: Iterable[Mapping[str, Any]]) -> list[tuple[str, str | None, list[list[Mapping[str, Any]]]]]:
    """The rows of the list: by what became of them and severity, and there what one rule says of several, equally
    surely, together.
    """

    def alike(finding: Mapping[str, Any]) -> tuple[Any, ...]:
        whole = None if finding.get("about") else finding["number"]
        return (finding["code"], finding["certainty"], whole)

    return [
        (severity, change, [list(group) for _, group in groupby(of_one, key=alike)])
        for (change, severity), of_one in groupby(findings, key=lambda one: (one.get("change"), one["severity"]))
    ]


def _shapes(scene: Scene) -> list[str]:
    """The shapes that occur, in the order of the legend."""
    found = {card.get("shape") for card in scene["cards"]}
    return [shape for shape in m.SHAPE if shape in found]


def _flags(scene: Scene) -> dict[str, list[tuple[str, list[int]]]]:
    """The numbers of the findings that stand on a card as marks, by card id: most severe first."""
    sets = {card["id"] for card in scene["cards"] if card.get("shape") in ("set", "absence")}
    on: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for finding in _marked(scene.get("findings", ())):
        if finding.get("edges"):
            continue  # its number stands at the line
        lit = list(finding.get("cards", ()))
        # a set or an absence that has a card of its own carries the mark for all that it stands for
        whole = [card for card in lit if card in sets]
        for card in whole or (lit if len(lit) <= LIT_FEW else ()):
            on[card][finding["severity"]].append(finding["number"])
    return {card: [(each, found[each]) for each in t.SEVERITY if each in found] for card, found in on.items()}


def _short(finding: Mapping[str, Any], scene: Scene) -> Text:
    """What the list says of a finding: its message, or where that is long its label and whom it is about."""
    message, label = (_text(finding.get(key) or "") for key in ("message", "label"))
    about = _about(finding, scene)
    extent = t.EXTENT.get(Extent(finding["extent"])) if finding.get("extent") else None
    told = []
    for lang in LANGUAGES:
        full, head, whom = message.get(lang), label.get(lang) or _text(finding["title"]).get(lang), about.get(lang)
        much = f" ({extent.get(lang)})" if extent and finding["extent"] != "all" else ""
        short = f"{head}: {whom}{much}." if whom else f"{head}."
        told.append(full if len(full) <= LONG_MESSAGE or len(short) > len(full) else short)
    return Text(*told)


def _about(finding: Mapping[str, Any], scene: Scene) -> Text:
    """Whom a finding is about; of many without a common name the first, and how many more."""
    about = _text(finding.get("about") or "")
    ids = finding.get("subject") or ()
    if len(about.sv) <= LONG_MESSAGE or len(ids) <= NAMED:
        return about
    entities = scene.get("entities") or {}
    names = [_text(entities[one]["name"]) for one in ids[:NAMED] if one in entities]
    if len(names) < NAMED:
        return about
    n = len(ids) - NAMED
    return Text(*(m.AND_MORE.get(lang).format(names=", ".join(x.get(lang) for x in names), n=n) for lang in LANGUAGES))


def _headed(card: Mapping[str, Any], scene: Scene) -> list[Text]:
    """A card's name in two parts where a short one stands before a dash (``LÖK – lokal överenskommelse …``).

    What ends in brackets and only says the name of the column again is left out.
    """
    column = scene["columns"][card["column"]] if int(card.get("span") or 1) == 1 else None
    said = [
        {
            word.casefold()
            for one in (column["name"], column.get("short") or "")
            for word in _text(one).get(lang).split()
        }
        if column
        else set()
        for lang in LANGUAGES
    ]
    told = Text(*(_unsaid(part, words) for part, words in zip(_text(card["name"]), said, strict=True)))
    parts = [part.partition(" – ") for part in told]
    if not all(head and rest and len(head) <= SHORT_NAME for head, _, rest in parts):
        return [told]
    return [Text(parts[0][0], parts[1][0]), Text(parts[0][2], parts[1][2])]


def _unsaid(name: str, said: set[str]) -> str:
    head, bracket, rest = name.rpartition(" (")
    again = bracket and rest.endswith(")") and {word.casefold() for word in rest[:-1].split()} <= said
    return head if again else name


def _without(name: Any, prefix: str) -> Text:
    return Text(*(part.removeprefix(prefix) for part in _text(name)))


def _told_tags(card: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The words on a card but those that its shape says already; that it is several, only where nothing else is."""
    said = [pair(word) for word in WHO.values()] if card.get("shape") in ("political", "officials", "mixed") else []
    tags = [tag for tag in card.get("tags") or () if tag["text"] not in said]
    return [tag for tag in tags if tag["text"] != pair(MANY_CASES)] or tags


def _marked(findings: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What the picture shows without being asked: deficiencies that are established or reported."""
    return [
        f for f in findings if f["severity"] != "info" and f["certainty"] != "open" and f.get("change") != "cleared"
    ]
