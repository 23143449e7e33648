"""``remit reorganise --flow`` and ``remit simulate --from`` on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.simulation.small import WHOLE

Remit = Callable[..., Any]
RUN = ("--years", "4", "--replications", "3")
FEW = ("--no-attribution", "--flow", *RUN)
FASTER = """\
remit: 1
scenario: {id: faster, title: {sv: Tätare möten, en: More meetings}, from: whole}
changes:
  - set: {of: council, meetings_per_year: 10}
    reason: {sv: Ärenden ska inte vänta., en: Matters must not wait.}
"""
GONE = """\
remit: 1
scenario: {id: gone, title: {sv: Utan kliniker, en: Without clinics}, from: whole}
changes:
  - rename: {this: ask, id: askby, name: Askby}
    reason: {sv: Den heter så nu., en: That is its name now.}
  - dissolve: clinics
    reason: {sv: De läggs ned., en: They are closed.}
"""


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    path = tmp_path / "whole.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    return path


@pytest.fixture
def faster(tmp_path: Path) -> Path:
    path = tmp_path / "faster.yaml"
    path.write_text(FASTER, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _few_assumptions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every assumption at both ends takes half a minute; three of them show the same."""
    from remit.simulation.outcome import tornado
    from remit.simulation.parameters import Parameters

    all_of = Parameters.uncertain
    monkeypatch.setattr(Parameters, "uncertain", lambda of: tuple(all_of(of))[:3])
    assert tornado


def of_flow(ended: Any) -> Any:
    assert ended.status == 0, ended.err
    return json.loads(ended.out)["flow"]


def test_the_flow_is_told_before_and_after_in_all_formats(remit: Remit, whole: Path, faster: Path) -> None:
    asked = ("reorganise", whole, faster, *FEW, "--from", "clinics", "--in", "ask", "--topic", "care", "--lang", "en")
    text = remit(*asked).out
    for heading in ("How matters go", "What the conclusion rests on", "Where matters stop for good", "Working time"):
        assert heading in text
    assert "A matter on care, from clinics in ask. Before: " in " ".join(text.split())
    assert "## How matters go" in remit(*asked, "--format", "markdown").out
    page = remit(*asked, "--format", "html").out
    assert 'id="flow"' in page
    assert 'id="rests"' in page
    told = of_flow(remit(*asked, "--format", "json"))
    (scenario,) = told["scenarios"]
    assert [one["model"]["id"] for one in told["structures"]] == ["whole", "whole"]
    (start,) = scenario["starts"]
    assert (start["id"], start["there_after"]) == ("clinics:ask:care", True)
    assert set(scenario["open_links"]) == {"conclusion", "none", "all"}
    assert len(scenario["tornado"]["assumptions"]) == 3


def test_more_meetings_shorten_the_way_and_cost_hours(remit: Remit, whole: Path, faster: Path) -> None:
    own = whole.parent / "own.yaml"
    text = "remit: 1\nparameters:\n  matters_per_year: {value: 8, low: 8, high: 8, why: many are needed here}\n"
    own.write_text(text, encoding="utf-8")
    asked = (
        "reorganise",
        whole,
        faster,
        *FEW,
        "--replications",
        "16",
        "--years",
        "6",
        "--format",
        "json",
        "--parameters",
        own,
    )
    (scenario,) = of_flow(remit(*asked))["scenarios"]
    differences = {one["measure"]: one for one in scenario["differences"]}
    assert differences["mean"]["mean"] < 0
    assert differences["meeting_hours"]["low"] > 0


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(remit: Remit, whole: Path, faster: Path) -> None:
    asked = ("reorganise", whole, faster, *FEW, "--format", "json", "--seed")
    first, second, other = (remit(*asked, seed).out for seed in (4, 4, 5))
    assert first == second
    assert first != other


def test_a_scenario_that_renames_is_followed_and_one_that_ends_the_beginning_says_so(
    remit: Remit, whole: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.yaml"
    gone.write_text(GONE, encoding="utf-8")
    asked = ("reorganise", whole, gone, *FEW, "--lang", "en", "--from", "ask", "--from", "clinics", "--in", "ask")
    ended = remit(*asked, "--topic", "care")
    assert ended.status == 0, ended.err
    told = " ".join(ended.out.split())
    assert "what the matter begins with is no longer there" in told
    assert "The structures met the same matters" in told, "a principal with another id meets the same matters"
    (scenario,) = of_flow(remit(*asked, "--topic", "care", "--format", "json"))["scenarios"]
    assert [one["there_after"] for one in scenario["starts"]] == [True, False]
    assert scenario["starts"][0]["differences"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("--flow", "--from", "clinixs", "--topic", "care"), 'Did you mean "clinics"'),
        (("--flow", "--from", "clinics", "--topic", "car"), "car"),
        (("--flow", "--from", "clinics"), "1 --from need one --topic"),
        (("--flow", "--from", "clinics", "--topic", "care", "--in", "a", "--in", "b"), "--in for all or one for each"),
        (("--flow", "--in", "ask"), "--in needs --from"),
        (("--years", "3"), "add --flow"),
        (("--flow", "--years", "0"), "number of years"),
    ],
)
def test_what_cannot_be_asked_is_told(
    remit: Remit, whole: Path, faster: Path, asked: tuple[str, ...], says: str
) -> None:
    ended = remit("reorganise", whole, faster, "--no-attribution", *asked, "--lang", "en")
    assert ended.status == 2
    assert ended.out == ""
    assert says in ended.err


def test_simulate_follows_a_named_matter_beside_the_others(remit: Remit, whole: Path) -> None:
    asked = ("simulate", whole, *RUN, "--from", "clinics", "--in", "ask", "--topic", "care", "--lang", "en")
    assert "Named matters" in remit(*asked).out
    told = json.loads(remit(*asked, "--format", "json").out)["structures"][0]
    assert told["setting"]["starts"] == [
        {"id": "clinics:ask:care", "topic": "care", "from": "clinics", "in": "ask", "a_year": 1.0}
    ]
    plain = json.loads(remit("simulate", whole, *RUN, "--format", "json").out)["structures"][0]
    raised = [next(m for m in one["measures"] if m["measure"] == "raised") for one in (told, plain)]
    assert raised[0]["mean"] == raised[1]["mean"]


def test_a_beginning_that_is_not_there_is_told_before_the_changes_are_tried(
    remit: Remit, whole: Path, faster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("the changes were tried first")

    monkeypatch.setattr("remit.api.Organisation.reorganise", never)
    ended = remit("reorganise", whole, faster, "--flow", "--from", "clinixs", "--topic", "care")
    assert ended.status == 2
    assert "clinixs" in ended.err


SHARED = [
    ("reorganise", "--no-attribution", "--flow"),
    ("simulate", "--tornado", "--scenario"),
]


def shared(remit: Remit, whole: Path, faster: Path, words: tuple[str, ...], workers: str) -> str:
    command, *rest = words
    scenario = (*rest, faster) if command == "simulate" else (faster, *rest)
    ended = remit(
        command, whole, *scenario, "--years", "2", "--replications", "2", "--format", "json", "--workers", workers
    )
    assert ended.status == 0, ended.err
    return str(ended.out)


@pytest.mark.parametrize("words", SHARED)
def test_what_processes_are_given_is_the_whole_flow_and_its_answer_the_same_to_the_byte(
    remit: Remit, whole: Path, faster: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = shared(remit, whole, faster, words, "1")
    asked: list[tuple[int, int]] = []

    def here(work: Any, given: Any, tasks: Any, workers: int, scheduler: str, *_: Any) -> Any:
        """What the processes do, in this one: starting them takes seconds."""
        assert not scheduler
        asked.append((workers, len(tasks)))
        for key, task in tasks.items():
            yield key, work(given, task)

    monkeypatch.setattr("remit.simulation.farm._done", here)
    assert shared(remit, whole, faster, words, "2") == alone
    assert {workers for workers, _ in asked} == {2}
    # two structures, as assumed and at both ends of three assumptions, all replications at once
    tried = 2 * (1 + 2 * 3)
    runs = 2 * 2 * (3 if words[0] == "reorganise" else 1)  # as assumed, and both ends of what is left open
    assert sum(n for _, n in asked) == runs + tried


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("words", SHARED)
def test_real_processes_give_the_same_bytes(remit: Remit, whole: Path, faster: Path, words: tuple[str, ...]) -> None:
    assert shared(remit, whole, faster, words, "2") == shared(remit, whole, faster, words, "1")
