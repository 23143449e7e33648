"""``--without-persons``: whatever is made of a model, in any form, nobody's name is in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import remit
from remit.cli.reorganise_command import render
from remit.cli.run import run

MODEL = """\
remit: 1
model: {id: m, title: Samverkan enligt Zqxjkanna Ek, as_of: 2024-01-01, note: sammanställt av Zqxjkanna Ek}
sources: {doc: {title: Brev från Zqxjkbo Al}}
levels: [near, far]
principals:
  region: {name: Regionen, kind: region}
  aby: {name: Åby kommun, kind: municipality}
topics: {care: {name: vården}}
units:
  council: {name: Fullmäktige, kind: assembly, principal: aby, level: far,
    mandates: [{powers: [decide], topics: [care]}]}
  board: {name: Nämnden, kind: board, principal: aby, parent: council, level: far,
    mandates: [{powers: [decide], topics: [care], document: beslut av Zqxjkanna Ek}]}
  ward: {name: Mottagningen, kind: front_line, principal: aby, parent: board, level: near, topics: [care]}
functions:
  chief: {name: Chefen, unit: board, manages: board}
  deputy: {name: Zqxjkbo Al, unit: ward, note: Zqxjkbo Al slutar}
persons:
  zqxjk-anna:
    name: {sv: Zqxjkanna Ek, en: Zqxjkanna Oak}
    note: zqxjknote
    holds: [{function: chief, since: 2018-01-01, note: zqxjkheld}]
  zqxjk-bo: {name: Zqxjkbo Al, holds: [chief, deputy]}
  zqxjk-no-name: {}
sets:
  people: {name: personerna, members: [zqxjk-anna, zqxjk-bo]}
  their-seats: {name: platserna, of: seat, where: {person: [zqxjk-anna, zqxjk-bo]}}
groups:
  one:
    name: Ettan
    level: near
    kind: officials
    remit: {purpose: som Zqxjkanna Ek vill, powers: [discuss], topics: [care]}
    territory: [region, aby]
    meetings_per_year: 4
    meeting_hours: 2
    note: kallas av Zqxjkanna Ek
    escalates_to: [{to: two, note: säger Zqxjkbo Al}]
    seats:
      - {id: one-zqxjk-anna, name: Zqxjkannas plats, principal: region, person: zqxjk-anna}
      - {principal: aby, person: zqxjk-bo}
      - {principal: aby, person: {values: [{value: zqxjk-bo, source: doc}, {value: zqxjk-anna, source: doc}]}}
      - {principal: aby, function: chief}
  two:
    name: Tvåan
    level: far
    kind: officials
    meetings_per_year: 2
    seats: [{person: zqxjk-bo, capacity: self}, {person: zqxjk-anna, function: chief}, {person: zqxjk-no-name}]
coordinators: {coordinator: {name: Zqxjkanna Ek, covers: [aby]}}
facts:
  - [one-zqxjk-anna, mandate.powers, none, "", "", interviewees, doc]
  - [people, holds, yes, chief, some, author, "doc#Samtal med Zqxjkbo Al"]
  - [their-seats, capacity, self, "", "", author, doc]
  - [zqxjk-bo, holds, none, chief, "", author, doc]
"""
SCENARIO = """\
remit: 1
scenario: {id: s, title: Efter Zqxjkanna Ek, from: m}
changes:
  - create: {persons: {zqxjk-cia: {name: Zqxjkcia By, holds: [{function: chief}]}}}
    reason: Zqxjkcia By efterträder Zqxjkanna Ek
  - seats: {of: one, add: [{principal: region, person: zqxjk-cia}], remove: [one-zqxjk-anna]}
    reason: Zqxjkanna Ek slutar
  - set: {of: "two:zqxjk-bo", capacity: function}
    reason: Zqxjkbo Al sitter för nämnden
  - dissolve: zqxjk-anna
    reason: hon har slutat
  - set: {of: two, note: Zqxjkcia By kallar, meetings_per_year: 3}
    reason: det behövs
"""
LOG = """\
case,activity,time,handläggare
1,väckt,2024-01-01T08:00:00,Zqxjkanna Ek
1,behandlad,2024-01-05T08:00:00,one
1,beslutad,2024-01-09T08:00:00,zqxjkbo al
"""
WAIVERS = """\
- {rule: MAN103, subject: "one:zqxjk-bo", reason: Zqxjkanna Ek har godkänt, by: Zqxjkanna Ek}
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "model.yaml").write_text(MODEL, encoding="utf-8")
    (tmp_path / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")
    (tmp_path / "log.csv").write_text(LOG, encoding="utf-8")
    (tmp_path / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    return tmp_path


RUN = ("--years", "1", "--replications", "2")
EVERY: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "audit": (("audit", "MODEL", "--certainty", "open", "--waivers", "WAIVERS"), ("txt", "json", "md")),
    "route": (("route", "MODEL", "--from", "ward", "--topic", "care"), ("txt", "json")),
    "loops": (("loops", "MODEL"), ("txt", "json", "md", "html")),
    "metrics": (("metrics", "MODEL"), ("txt", "json", "md")),
    "checklist": (("checklist", "nine-questions", "MODEL"), ("txt", "json", "md")),
    "map": (("map", "MODEL", "--scenario", "SCENARIO"), ("html",)),
    "reorganise": (
        ("reorganise", "MODEL", "SCENARIO", "--certainty", "open", "--waivers", "WAIVERS"),
        ("txt", "json", "md", "html", "yaml"),
    ),
    "what-if": (
        ("what-if", "MODEL", "--without", "zqxjk-bo,one-zqxjk-anna", "--certainty", "open"),
        ("txt", "json", "md", "html", "yaml"),
    ),
    "diff": (("diff", "MODEL", "AFTER", "--certainty", "open"), ("txt", "json", "yaml")),
    "suggest": (
        ("suggest", "MODEL", "--select", "MAN103", "--alternatives", "1", "--audits", "4"),
        ("md", "json", "yaml"),
    ),
    "simulate": (("simulate", "MODEL", "--scenario", "SCENARIO", *RUN, "--log", "FLOW"), ("txt", "json", "html")),
    "sweep": (("sweep", "MODEL", "--scenario", "SCENARIO", *RUN), ("txt", "json", "csv")),
    "log": (("log", "LOG", "--model", "MODEL"), ("txt", "json")),
    "log alone": (("log", "LOG"), ("txt", "json")),
}


def written(place: Path, words: tuple[str, ...], suffix: str, *more: str) -> tuple[int, str]:
    """The exit status, and all that a command has written: the result, and what it writes beside it."""
    given = {
        "MODEL": "model.yaml",
        "SCENARIO": "scenario.yaml",
        "AFTER": "after.yaml",
        "LOG": "log.csv",
        "WAIVERS": "waivers.yaml",
        "FLOW": "made/flow.csv",
    }
    out = place / "made"
    out.mkdir(exist_ok=True)
    command = [str(place / given[one]) if one in given else one for one in words]
    status = run([*command, "-o", str(out / f"result.{suffix}"), *more])
    texts = [path.read_text(encoding="utf-8") for path in sorted(out.iterdir())]
    for path in out.iterdir():
        path.unlink()
    return status, "\n".join(texts)


@pytest.mark.parametrize("name", EVERY)
def test_no_form_of_a_result_names_a_person(name: str, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if name == "diff":
        assert run(["reorganise", str(place / "model.yaml"), str(place / "scenario.yaml"), "--no-attribution",
                    "--fail-on", "never", "--write-model", str(place / "after.yaml")]) == 0  # fmt: skip
        capsys.readouterr()
    words, suffixes = EVERY[name]
    for number, suffix in enumerate(suffixes):
        status, text = written(place, words, suffix, "--without-persons", "--lang", ("sv", "en")[number % 2])
        shown = capsys.readouterr()
        assert status in (0, 1), shown.err
        assert text or suffix == "yaml", (name, suffix)  # where nothing is suggested there is no scenario
        told = re.search(r".{0,80}zqxjk.{0,80}", text + shown.out + shown.err, re.IGNORECASE)
        assert told is None, (name, suffix, told[0])


@pytest.mark.parametrize("name", ["audit", "reorganise", "what-if", "diff", "map", "simulate", "log"])
def test_with_persons_they_are_named(name: str, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Else the test above would prove nothing."""
    if name == "diff":
        (place / "after.yaml").write_text(MODEL.replace("Zqxjkbo Al, holds", "Zqxjkbo Bo, holds"), encoding="utf-8")
    words, suffixes = EVERY[name]
    for suffix in suffixes:
        _, text = written(place, words, suffix)
        capsys.readouterr()
        assert "zqxjk" in text.lower(), (name, suffix)


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_nor_does_the_flow_of_a_reorganisation(form: str, place: Path) -> None:
    found = remit.load(place / "model.yaml").reorganise(place / "scenario.yaml", attribute=False, persons=False)
    starts = [remit.api.start("deputy", "care"), remit.api.start("one", "care", "aby")]
    told = remit.api.reorganised(found, starts=starts, years=1, replications=2, with_tornado=False)
    assert "zqxjk" not in render(told.reorganisation, form, "sv", told.flow).lower()


def test_what_is_accepted_of_a_person_is_accepted_without_the_name_too(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counted = []
    for more in ((), ("--without-persons",)):
        for command in (("audit", "model.yaml"), ("what-if", "model.yaml", "--without", "two")):
            words = [str(place / one) if one.endswith(".yaml") else one for one in command]
            words += ["--waivers", str(place / "waivers.yaml"), "--certainty", "open", "--format", "json"]
            run([*words, "--fail-on", "never", *more])
            shown = capsys.readouterr().out
            assert ("Zqxjkanna" in shown) != bool(more)
            counted.append(len(re.findall(r'"(?:accepted|waived)": ".*har godkänt', shown)))
    assert counted == [1, 1, 1, 1]


def test_a_model_is_converted_without_its_persons(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = place / "public.yaml"
    assert run(["convert", str(place / "model.yaml"), str(out), "--without-persons"]) == 0
    assert run(["validate", str(out)]) == 0
    capsys.readouterr()
    assert "zqxjk" not in out.read_text(encoding="utf-8").lower()
    assert "en person (namnet utelämnat)" in out.read_text(encoding="utf-8")
