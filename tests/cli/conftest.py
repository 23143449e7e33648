"""A small model on disk, and a way to run a command in this process."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.simulation.outcome.counties import COUNTY

from remit.cli.run import run

SMALL = """\
remit: 1
model: {id: small, title: {sv: Litet exempel, en: Small example}, as_of: 2020-01-01, made_up: yes}
sources: {report: {title: {sv: Rapporten, en: The report}}}
levels: [near, far]
principals:
  region: {name: Regionen, kind: region}
  ask: {name: Asks kommun, kind: municipality}
topics: {health: {name: {sv: hälsa, en: health}}}
groups:
  defaults: {source: report#Grupper/2}
  council:
    name: {sv: Rådet, en: The council}
    level: far
    assignment: none
    remit: {powers: [discuss], topics: [health]}
    seats: [region, ask]
  team: {name: Ödlan, level: near, assignment: {value: none, basis: interviewees}, seats: [ask]}
  circle: {name: Älgen, level: near, assignment: unknown, seats: [ask]}
"""


@dataclass
class Ended:
    """What a command left: its exit status, standard output and standard error."""

    status: int
    out: str
    err: str


Remit = Callable[..., Ended]


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REMIT_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def remit(capsys: pytest.CaptureFixture[str]) -> Remit:
    def call(*args: object) -> Ended:
        status = run([str(arg) for arg in args])
        out, err = capsys.readouterr()
        return Ended(status, out, err)

    return call


# --- counties for the flow --------------------------------------------------------------------------------------------

SENT = "[{to: region, for_decision: yes}, {to: ask, for_decision: yes}]"


@pytest.fixture
def plain_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same engine as plain Python: a short run is not worth compiling for."""
    from remit.simulation import engines

    real = engines.run

    @functools.wraps(real)
    def plain(*args: Any, engine: str = "", **rest: Any) -> Any:
        return real(*args, engine="plain", **rest)

    monkeypatch.setattr(engines, "run", plain)


@pytest.fixture
def before(tmp_path: Path) -> Path:
    path = tmp_path / "before.yaml"
    path.write_text(COUNTY.format(id="before", back="at the next meeting", meetings=4, sent=SENT), encoding="utf-8")
    return path


@pytest.fixture
def after(tmp_path: Path) -> Path:
    path = tmp_path / "after.yaml"
    path.write_text(COUNTY.format(id="after", back="none", meetings=4, sent=SENT), encoding="utf-8")
    return path
