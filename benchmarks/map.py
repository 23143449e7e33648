"""How soon the map of an organisation is drawn and answers a click, beside pyvis's own page and a cytoscape.js page.

All are opened from disk in headless Chromium, each time in a browser of its own, by turns; what is told are medians.
The organisations are of ``benchmarks/generate.py``. Ours is the page of ``remit map``, findings included; it folds
what is alike, as it does for its readers. The others draw a node for each entity and an edge for each relation: pyvis
as ``generate_html(cdn_resources="in_line")`` writes it (what it asks of the network is refused at once), cytoscape.js
with its places given (``preset``). The network view is also measured alone with a card for each entity, up to as many
as it takes.

**First drawing**: from the start of navigation until the second animation frame after the last drawing. Ours: after
the page says that it is ready and nothing in it has changed for 300 ms (which are not counted); the network view:
after vis-network's first ``afterDrawing``; pyvis: after the first ``afterDrawing`` that follows
``stabilizationIterationsDone``; cytoscape.js: after its first ``render``. **Click**: from the click on a card until
the second animation frame after it (the network view: a click in its list; cytoscape.js: a node that is selected).
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import chdir, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# this folder holds a file that is called as the driver of Neo4j is: the root takes its place
sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks import generate
from playwright.sync_api import Error, Page, sync_playwright
from playwright.sync_api import TimeoutError as Late
from tests.pages import network_page
from tests.pages.conftest import MISSING, QUIET

import remit
from remit.views.pages import map as levels
from remit.views.pages import network
from remit.views.scene import scene

SIZES = ((30, 2), (300, 16), (3_000, 16), (30_000, 310))
"""Entities and principals of the organisations."""
CAP = 90.0
"""Seconds after which a page is given up."""
CYTOSCAPE = "cytoscape@3.34.4"
FASTER = 10.0
"""At 300 entities: how many times faster than pyvis's own page ours shall be there."""
CLICKS = 5

START = """
const two = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
const drawn = (at) => { document.documentElement.dataset.benchmark = String(at ?? performance.now()); };
const until = (true_, then) => { const look = () => (true_() ? then() : requestAnimationFrame(look)); look(); };
"""
READY = {
    "levels": """until(() => document.documentElement?.dataset.ready, () => {
  let last = 0;
  let timer = 0;
  const changed = () => {
    two(() => { last = performance.now(); });
    clearTimeout(timer);
    timer = setTimeout(() => { watch.disconnect(); drawn(last); }, 300);
  };
  const watch = new MutationObserver(changed);
  watch.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
  changed();
});""",
    "network": "until(() => document.querySelector('.network[data-drawn]'), () => drawn());",
    "pyvis": """let kept;
Object.defineProperty(window, "network", { configurable: true, get: () => kept, set: (made) => {
  kept = made;
  made.once("stabilizationIterationsDone", () => made.once("afterDrawing", () => two(() => drawn())));
} });""",
    "cytoscape": "until(() => document.documentElement?.dataset.rendered, () => two(() => drawn()));",
}
CLICK = {
    "levels": "(n) => { const all = document.querySelectorAll('button.card'); all[n % all.length].click(); }",
    "network": "(n) => { const all = document.querySelectorAll('.network [role=option]'); "
    "all[n % all.length].click(); }",
    "cytoscape": "(n) => { window.cy.elements().unselect(); window.cy.nodes()[n].select(); }",
}
ANSWER = """(n) => new Promise((done) => {
  const start = performance.now();
  (CLICK)(n);
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
})"""


@dataclass
class Case:
    """A page of one kind, of an organisation of so many entities, and what was measured on it."""

    entities: int
    kind: str
    """Whose page it is."""
    name: str
    path: Path | None
    """Where the page is, or None where there is none."""
    fragment: str = ""
    note: str = ""
    """What is to be said of it, or why there is none."""
    drawn: list[float] = field(default_factory=list)
    """Seconds."""
    clicks: list[float] = field(default_factory=list)
    """Milliseconds."""

    @property
    def late(self) -> bool:
        """Whether it was given up every time."""
        return bool(self.drawn) and min(self.drawn) >= CAP

    @property
    def seconds(self) -> float | None:
        """The median time to the first drawing; the cap where it was given up."""
        return statistics.median(self.drawn) if self.drawn else None

    @property
    def answer(self) -> float | None:
        """The median time that a click takes, in milliseconds."""
        return statistics.median(self.clicks) if self.clicks else None


def chromium() -> str | None:
    """Where the browser is."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def opened(browser: str, case: Case) -> Iterator[tuple[Page, float]]:
    """The page of a case in a browser of its own, and after how many seconds it was drawn (the cap: it was not)."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=browser, args=[*QUIET, *sandbox])
        page = started.new_page(viewport={"width": 1400, "height": 900})
        assert case.path is not None
        page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
        page.add_init_script(f"{{{START}{READY[case.kind]}}}")
        seconds = CAP
        end = time.monotonic() + CAP
        try:
            page.goto(case.path.as_uri() + case.fragment, wait_until="commit", timeout=CAP * 1000)
            left = max(1.0, (end - time.monotonic()) * 1000)
            page.wait_for_selector("html[data-benchmark]", state="attached", timeout=left)
            seconds = float(page.get_attribute("html", "data-benchmark") or 0) / 1000
        except Late:  # given up: the cap stands
            pass
        yield page, seconds
        with suppress(Error):  # a page that hangs takes its browser with it
            started.close()


def measure(browser: str, case: Case) -> None:
    """Open the page once and click in it."""
    with opened(browser, case) as (page, seconds):
        case.drawn.append(seconds)
        if seconds < CAP and case.kind in CLICK:
            script = ANSWER.replace("CLICK", CLICK[case.kind])
            case.clicks += [page.evaluate(script, number) for number in range(CLICKS)]


# -- the pages --------------------------------------------------------------------------------------------------------


def ours(org: Any, folder: Path, entities: int) -> list[Case]:
    """The page of the map and its network view; and, up to what that takes, with a card for each entity."""
    folded = scene(org.org, org.audit(certainty="open"))
    path = folder / f"remit-{entities}.html"
    path.write_text(levels.render(folded), encoding="utf-8")
    cards = f"{len(folded['cards'])} cards"
    cases = [
        Case(entities, "levels", "remit map, levels", path, note=cards),
        Case(entities, "network", "remit map, network", path, "#view=network", cards),
    ]
    if entities <= network.LIMIT:
        path = folder / f"network-{entities}.html"
        path.write_text(network_page.page(unfolded(org)), encoding="utf-8")
        cases.append(Case(entities, "network", "network view alone, nothing folded", path, note=f"{entities} cards"))
    return cases


def unfolded(org: Any) -> dict[str, Any]:
    """A scene with a card for each entity and an edge for each relation, in a row for each kind and 16 columns."""
    names, relations = graph(org)
    kinds = {str(one): str(told["kind"]) for one, told in org.graph.nodes(data=True)}
    rows = sorted(set(kinds.values()))
    cards = [
        network_page.card(one, rows.index(kinds[one]), n % 16, name=name, kind=kinds[one])
        for n, (one, name) in enumerate(names.items())
    ]
    edges = [network_page.edge(start, end, relation=name, text=name) for start, end, name in relations]
    made = network_page.scene(cards, edges, columns=16)
    return made | {"rows": [{"id": kind, "name": kind} for kind in rows], "kinds": {kind: kind for kind in rows}}


def graph(org: Any) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """Every entity with its name, and every relation."""
    names = {str(one): str(told.get("name") or one) for one, told in org.graph.nodes(data=True)}
    return names, [(str(a), str(b), str(told["relation"])) for a, b, told in org.graph.edges(data=True)]


def pyvis_page(org: Any, folder: Path, entities: int) -> Case:
    """The page that pyvis writes itself, with its own settings."""
    from pyvis.network import Network

    names, relations = graph(org)
    made = Network(directed=True, cdn_resources="in_line")
    for one, name in names.items():
        made.add_node(one, label=name)
    for start, end, relation in relations:
        made.add_edge(start, end, title=relation)
    path = folder / f"pyvis-{entities}.html"
    with chdir(folder):  # it may leave files where it is
        path.write_text(made.generate_html(), encoding="utf-8")
    return Case(entities, "pyvis", "pyvis generate_html", path, note=f"{len(names)} nodes")


def cytoscape_page(org: Any, folder: Path, entities: int, library: str) -> Case:
    """A page of cytoscape.js with the same graph, its places given."""
    names, relations = graph(org)
    across = max(1, round(len(names) ** 0.5))
    elements: list[dict[str, Any]] = [
        {
            "data": {"id": one, "label": name},
            "position": {"x": 120 * (n % across), "y": 60 * (n // across)},
        }
        for n, (one, name) in enumerate(names.items())
    ]
    elements += [
        {"data": {"id": f"edge {n}", "source": start, "target": end, "label": relation}}
        for n, (start, end, relation) in enumerate(relations)
    ]
    style = [
        {"selector": "node", "style": {"label": "data(label)", "shape": "round-rectangle"}},
        {"selector": "edge", "style": {"curve-style": "bezier", "target-arrow-shape": "triangle"}},
        {"selector": ":selected", "style": {"background-color": "#06c"}},
    ]
    told = json.dumps({"elements": elements, "style": style}).replace("<", "\\u003c")
    path = folder / f"cytoscape-{entities}.html"
    path.write_text(
        "<!doctype html><meta charset='utf-8'><style>#cy{position:fixed;inset:0}</style><div id='cy'></div>"
        f"<script>{library}</script><script>window.cy = cytoscape({{...{told}, layout: {{name: 'preset'}}, "
        "container: document.getElementById('cy')}); "
        "window.cy.one('render', () => { document.documentElement.dataset.rendered = 'yes'; });</script>",
        encoding="utf-8",
    )
    return Case(entities, "cytoscape", "cytoscape.js preset", path, note=f"{len(names)} nodes")


def cytoscape(folder: Path) -> str | None:
    """The library from the npm registry, by npm itself; None where that is not to be had."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    done = subprocess.run(
        [npm, "pack", CYTOSCAPE, "--silent"], cwd=folder, capture_output=True, timeout=120, check=False
    )
    packed = next(folder.glob("cytoscape-*.tgz"), None)
    if done.returncode or packed is None:
        return None
    with tarfile.open(packed) as content:
        file = content.extractfile("package/dist/cytoscape.min.js")
        return file.read().decode() if file else None


def made(folder: Path) -> list[Case]:
    """All pages that are measured, and a case without a page for each that could not be made."""
    try:
        library = cytoscape(folder)
    except (OSError, subprocess.TimeoutExpired):
        library = None
    cases = []
    for entities, principals in SIZES:
        path = folder / f"{entities}.json"
        path.write_text(json.dumps(generate.organisation(principals, entities)), encoding="utf-8")
        org = remit.load(path)
        cases += ours(org, folder, entities)
        if entities < SIZES[-1][0]:
            cases.append(pyvis_page(org, folder, entities))
        else:
            cases.append(Case(entities, "pyvis", "pyvis generate_html", None, note="not tried: see 3,000"))
        if entities == SIZES[-1][0]:
            continue
        if library is None:
            cases.append(Case(entities, "cytoscape", "cytoscape.js preset", None, note=f"{CYTOSCAPE} not to be had"))
        else:
            cases.append(cytoscape_page(org, folder, entities, library))
    return cases


# -- what is told ------------------------------------------------------------------------------------------------------


def rows(cases: list[Case]) -> list[list[str]]:
    """The table, its head first."""
    first = {case.entities: case.seconds for case in cases if case.name == "remit map, levels"}
    table = [["entities", "page", "draws", "file MB", "first drawing s", "times ours", "click ms"]]
    for case in cases:
        size = f"{case.path.stat().st_size / 1e6:.2f}" if case.path else ""
        own = first[case.entities]
        times = f"{case.seconds / own:.1f}" if case.seconds and own else ""
        over = ">" if case.seconds == CAP else ""
        seconds = f"{over}{case.seconds:.2f}" if case.seconds is not None else ""
        answer = f"{case.answer:.0f}" if case.answer is not None else ""
        times = f"{over}{times}" if times else ""
        table.append([f"{case.entities:,}", case.name, case.note, size, seconds, times, answer])
    return table


def as_text(table: list[list[str]]) -> str:
    """The table in columns."""
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    left = (1, 2)
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place in left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in table
    )


def as_markdown(table: list[list[str]]) -> str:
    """The table in Markdown."""
    head, *body = table
    marks = ["---" if name in ("page", "draws") else "--:" for name in head]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, marks, *body])


def judged(cases: list[Case]) -> bool:
    """Print the goals and what came of them; whether those that could be judged were reached."""
    found: dict[tuple[int, str], Case] = {}
    for case in cases:
        found.setdefault((case.entities, case.kind), case)
    small, whole = SIZES[1][0], SIZES[-1][0]
    here, pyvis = found[small, "levels"].seconds, found[small, "pyvis"].seconds
    reached = True
    if here and pyvis:
        reached = pyvis / here >= FASTER
        least = "at least " if pyvis == CAP else ""
        print(f"at {small} entities {least}{pyvis / here:.1f} times as fast as pyvis's own page (goal: {FASTER:g})")
    large, other = found[whole, "levels"], found[SIZES[2][0], "cytoscape"].seconds
    if other is None:
        print("cytoscape.js was not to be had: the second goal is not judged")
    elif large.seconds is not None and large.answer is not None:
        ours_both = large.seconds + large.answer / 1000
        print(f"{whole:,} entities open and answer a click in {ours_both:.2f} s", end="; ")
        print(f"cytoscape.js opens {SIZES[2][0]:,} in {other:.2f} s (goal: no more)")
        reached = reached and ours_both <= other
    return reached


def run(rounds: int = 11) -> bool:
    """Measure by turns, print the tables, and tell whether the goals were reached."""
    browser = chromium()
    if browser is None:
        print(MISSING)
        return False
    with tempfile.TemporaryDirectory() as name:
        cases = made(Path(name))
        times = max(3, rounds // 3)
        for number in range(times):
            for case in cases:
                if case.path is not None and not case.late:  # who came late once is not waited for again
                    measure(browser, case)
            print(f"round {number + 1} of {times}", flush=True)
        table = rows(cases)
        print("\n" + as_text(table))
        print()
        print(as_markdown(table))
        return judged(cases)


if __name__ == "__main__":
    sys.exit(0 if run(int(sys.argv[1]) if len(sys.argv) > 1 else 9) else 1)
