"""A small scene made by hand, as the map page reads one: two families, frames, spans, gaps, an absence, a set."""

from __future__ import annotations

import copy
from typing import Any

Scene = dict[str, Any]
SHAPES = {"political": "group", "officials": "group", "absence": "set", "stack": "unit"}


def card(identifier: str, row: int, column: int, shape: str, name: str | list[str], **more: Any) -> Scene:
    return {
        "id": identifier,
        "kind": SHAPES.get(shape, shape if shape in ("unit", "agreement", "function", "provider", "set") else "unit"),
        "name": name,
        "row": row,
        "column": column,
        "span": 1,
        "shape": shape,
        "frame": None,
        "decides": False,
        "certainty": "established",
        "status": None,
        "with": None,
        "tags": [],
        "folded": [],
        "search": "",
        "topics": ["care"],
        "principals": ["north"],
        "change": None,
        "changes": [],
    } | more


def edge(start: str, end: str, relation: str, text: str, **more: Any) -> Scene:
    return {
        "from": start,
        "to": end,
        "relation": relation,
        "text": [text, f"{text} (en)"],
        "state": "value",
        "certainty": "established",
        "extent": None,
        "topics": ["care"],
        "findings": [],
        "members": [[start, end]],
        "sources": [["report", "Chapter", 3]],
        "change": None,
    } | more


def finding(number: int, code: str, severity: str, certainty: str, message: str, **more: Any) -> Scene:
    return {
        "number": number,
        "code": code,
        "title": [f"Rubrik {code}", f"Title {code}"],
        "severity": severity,
        "certainty": certainty,
        "ground": "structural",
        "message": [message, f"{message} (in English)"],
        "reach": [],
        "repair": ["Gör så här.", "Do this."],
        "subject": [],
        "cards": [],
        "edges": [],
        "columns": [],
        "label": [f"etikett {number}", f"label {number}"],
        "about": "",
        "extent": None,
        "sources": [["report", "Chapter", 3], ["report", "Chapter", 4]],
        "change": None,
        "fingerprint": f"print-{number}",
    } | more


def small() -> Scene:
    """Twenty-six cards."""
    cards = [
        card("council", 0, 1, "political", ["Samverkansrådet", "The Council"], search="rådet politik", decides=True),
        card("group-a", 0, 1, "officials", "Länssamordningsgruppen", tags=[_tag("väg till beslut oklar", "unclear")]),
        card("group-b", 0, 1, "officials", "Länsgruppen för barn och unga", certainty="reported"),
        card("agreements", 0, 1, "stack", "2 överenskommelser", folded=["agr-1", "agr-2"], topics=["children"]),
        card("office", 0, 0, "unit", "Regionens hälso- och sjukvårdsförvaltning"),
        card("board", 0, 0, "unit", "Hälso- och sjukvårdsnämnden", decides=True),
        card("federation", 0, 5, "unit", "Kommunförbundet", principals=["other"]),
        *_framed("lok", 2, "LÖK", "lokal överenskommelse om samverkan", ("politisk grupp", "barn och unga", "äldre")),
        *_framed("hok", 3, "HÖK", "huvudöverenskommelse för samarbete", ("politisk grupp", "vuxna")),
        card("local-groups", 1, 1, "set", "de lokala samverkansgrupperna, i vissa fall"),
        card("lack", 1, 4, "absence", "Saknar lokal överenskommelse, 11 av 15 kommuner"),
        card("coordinators", 1, 2, "coordinator", "samordnarna i kommunerna", span=3),
        card("clinic", 2, 0, "unit", "vårdcentralerna"),
        card("private", 2, 0, "provider", "privata vårdcentraler", tags=[_tag("deltar mindre", "value", "reported")]),
        card("team", 2, 1, "group", "Teamet", certainty="open", status="under utveckling"),
        *(card(f"unit-{n}", 2, 2, "unit", f"Verksamhetsområde {n}", span=3) for n in range(3)),
    ]
    edges = [
        edge("group-a", "council", "answers_to", "svarar inför", findings=[2]),
        edge("group-b", "council", "answers_to", "svarar inför", findings=[2], certainty="reported"),
        edge("local-groups", "group-a", "escalates_to", "lyfter till", findings=[1], extent="some"),
        edge(
            "lok-0",
            "council",
            "linked_to",
            "är knuten till: finns inte",
            state="none",
            certainty="reported",
            findings=[4],
        ),
        edge(
            "hok-0",
            "council",
            "linked_to",
            "är knuten till: finns inte",
            state="none",
            certainty="reported",
            findings=[5],
        ),
        edge("clinic", "team", "informs", "informerar", modality="example"),
        edge("unit-1", "lok-1", "escalates_to", "lyfter till", certainty="open"),
        edge("council", "federation", "informs", "informerar: oklart", state="unclear"),
        edge("board", "office", "parent", "ligger under", modality="shall"),
    ]
    findings = [
        finding(
            1,
            "ESC301",
            "error",
            "established",
            "Frågor går förbi linjen.",
            cards=["local-groups", "group-a"],
            edges=[2],
        ),
        finding(
            2, "STR201", "warning", "established", "Parallella uppdrag.", cards=["group-a", "group-b"], edges=[0, 1]
        ),
        finding(
            3,
            "COV502",
            "error",
            "established",
            "Saknar överenskommelse. " * 12,
            cards=["lack"],
            columns=[4],
            about="elva kommuner",
            subject=["p-1"],
        ),
        finding(
            4,
            "STR203",
            "warning",
            "reported",
            "Inget samband.",
            cards=["council", "lok-0"],
            edges=[3],
            label="inget samband",
        ),
        finding(
            5,
            "STR203",
            "warning",
            "reported",
            "Inget samband heller.",
            cards=["council", "hok-0"],
            edges=[4],
            label="inget samband",
        ),
        finding(6, "COV503", "warning", "reported", "Deltar mindre.", cards=["private"]),
        finding(7, "MAN101", "error", "open", "Kanske inget uppdrag.", cards=["team"]),
        finding(8, "SRC903", "info", "established", "Lämnat till senare.", cards=["board"]),
    ]
    return {
        "model": {
            "id": "small",
            "title": ["Påhittat län", "Made-up county"],
            "as_of": "2020-01-01",
            "represents": "current",
        },
        "before": None,
        "rows": [
            {"id": "regional", "name": "regional nivå"},
            {"id": "local", "name": "lokal nivå"},
            {"id": "front", "name": "ledet närmast invånaren"},
        ],
        "families": [
            {"name": "Region", "columns": [0]},
            {"name": ["Kommuner", "Municipalities"], "columns": [2, 3, 4]},
        ],
        "columns": [
            _column("Regionen", "principal", ["north"]),
            _column(["Samverkan", "Collaboration"], "shared", ["north", "p-1"]),
            _column("Ask", "principal", ["ask"]),
            _column("Berg och Cedersta", "principal", ["berg", "cedersta"]),
            _column(["11 övriga kommuner", "11 other municipalities"], "principal", ["p-1", "p-2"]),
            _column(["Andra organisationer", "Other organisations"], "others", ["other"]),
        ],
        "gaps": [
            {"row": 0, "column": 2, "state": "unknown"},
            {"row": 0, "column": 3, "state": "none"},
            {"row": 1, "column": 0, "state": "unknown"},
        ],
        "cards": cards,
        "edges": edges,
        "findings": findings,
        "rules": {"ESC301": {"judgement": ["Så här.", "So."], "why": ["Därför.", "Hence."], "harm": ["Illa.", "Bad."]}},
        "documents": {"report": ["Rapporten", "The report"]},
        "kinds": {
            "group": ["samverkansgrupp", "collaboration group"],
            "unit": ["enhet", "unit"],
            "agreement": ["överenskommelse", "agreement"],
            "provider": ["utförare", "provider"],
            "principal": ["huvudman", "principal"],
        },
        "relations": {
            "answers_to": ["svarar inför", "answers to"],
            "escalates_to": ["lyfter till", "escalates to"],
            "linked_to": ["är knuten till", "is linked to"],
            "informs": ["informerar", "informs"],
            "parent": ["ligger under", "is under"],
        },
        "topics": {
            "care": {"name": ["vård", "care"], "part_of": []},
            "children": {"name": ["barn", "children"], "part_of": ["care"]},
        },
        "principals": {"north": "Regionen", "other": "Kommunförbundet", "ask": "Asks kommun"},
        "entities": _entities(cards),
        "counts": {"established": 20, "reported": 4, "open": 2, "unknown": 7},
        "limits": None,
        "loops": None,
    }


def _tag(text: str, state: str, certainty: str = "established") -> Scene:
    return {"text": [text, f"{text} (en)"], "state": state, "certainty": certainty}


def _column(name: str | list[str], kind: str, principals: list[str]) -> Scene:
    return {"id": f"~{principals[0]}", "name": name, "short": name, "kind": kind, "principals": principals, "tags": []}


def _framed(identifier: str, column: int, short: str, name: str, groups: tuple[str, ...]) -> list[Scene]:
    frame = card(identifier, 1, column, "agreement", f"{short} – {name}")
    shapes = ["political", *["officials"] * len(groups)]
    held = [
        card(f"{identifier}-{n}", 1, column, shapes[n], f"{short}, {group}", frame=identifier)
        for n, group in enumerate(groups)
    ]
    return [frame, *held]


def _entities(cards: list[Scene]) -> Scene:
    fact = {
        "field": ["möten per år", "meetings a year"],
        "value": "4",
        "state": "value",
        "certainty": "reported",
        "sources": [["report", "Chapter", 3]],
    }
    silent = {"field": ["ordförande", "chair"], "value": None, "state": "unknown", "certainty": "open", "sources": []}
    denied = {
        "field": ["befogenheter", "powers"],
        "value": ["besluta", "decide"],
        "state": "none",
        "certainty": "reported",
        "basis": ["de intervjuade", "interviewees"],
        "modality": ["bör", "should"],
        "note": ["sagt om grupperna, i vissa fall", "said of the groups, in some cases"],
        "sources": [["report", "Chapter", 4]],
    }
    known = {
        one["id"]: {
            "kind": one["kind"],
            "name": one["name"],
            "card": one["id"],
            "facts": [fact, silent, denied],
            "findings": [],
            "change": None,
        }
        for one in cards
    }
    for n in (1, 2):
        known[f"agr-{n}"] = {
            "kind": "agreement",
            "name": f"Avtal om hjälpmedel {n}",
            "card": "agreements",
            "facts": [fact],
            "findings": [],
            "change": None,
        }
    known["p-1"] = {
        "kind": "principal",
        "name": "Dals kommun",
        "card": None,
        "facts": [],
        "findings": [3],
        "change": None,
    }
    return known


def changed() -> Scene:
    """The same, as it became after something was added, removed and changed."""
    scene = copy.deepcopy(small())
    scene["before"] = {"id": "old", "title": "Det gamla länet", "as_of": "2019-01-01", "represents": "current"}
    by_id = {one["id"]: one for one in scene["cards"]}
    by_id["group-a"] |= {"change": "added"}
    by_id["group-b"] |= {"change": "removed"}
    by_id["team"] |= {"change": "changed", "changes": [{"field": "möten", "before": "2", "after": "4"}]}
    scene["edges"][0]["change"] = "added"
    scene["edges"][1]["change"] = "removed"
    for number, change in ((1, "new"), (2, "cleared"), (3, "kept")):
        scene["findings"][number - 1]["change"] = change
    return scene


def with_whom(*others: str) -> Scene:
    """The same where each agreement is shared, with its groups: the first with the first of ``others`` and so on."""
    scene = small()
    for frame, other in zip(("lok", "hok"), others, strict=True):
        for one in scene["cards"]:
            if frame in (one["id"], one["frame"]):
                one["with"] = [f"med {other}", f"with {other}"]
    return scene


def empty() -> Scene:
    """A scene of a model that has nothing to place."""
    nothing: Scene = {name: [] for name in ("rows", "families", "columns", "gaps", "cards", "edges", "findings")}
    return small() | nothing | {"entities": {}, "documents": {}, "topics": {}, "principals": {}, "rules": {}}


def large(n: int) -> Scene:
    """The same cards with many entities behind them."""
    scene = small()
    scene["limits"] = ["Av utrymmesskäl visas inte allt.", "For lack of room not all is shown."]
    scene["entities"] |= {
        f"e-{i}": {"kind": "unit", "name": f"Enhet {i}", "card": "clinic", "facts": [], "findings": [], "change": None}
        for i in range(n)
    }
    return scene


HOSTILE = (
    "</script><script>document.title='no'</script><img src=x onerror=\"document.title='no'\">\"'&\u202e" + "x" * 300
)


def hostile() -> Scene:
    """The same with every text such that it would do harm were it read as HTML, and one that is empty."""

    def spoil(value: Any, key: str = "") -> Any:
        if key in (
            "name",
            "short",
            "title",
            "message",
            "label",
            "text",
            "repair",
            "status",
            "about",
            "search",
            "value",
        ):
            return [HOSTILE, HOSTILE] if isinstance(value, list) else HOSTILE if value else value
        if isinstance(value, dict):
            return {k: spoil(v, k) for k, v in value.items()}
        return [spoil(one) for one in value] if isinstance(value, list) else value

    scene: Scene = spoil(small())
    scene["cards"][0]["name"] = ""
    return scene
