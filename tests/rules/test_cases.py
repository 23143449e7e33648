"""Every reasoned case of every rule gives exactly the rows that a person worked out."""

from __future__ import annotations

import pkgutil
from importlib.resources import files
from pathlib import Path

import pytest

from remit.graph.org import Org
from remit.model.files import loads
from remit.queries import rules
from remit.queries.cases import Case, cases_of
from remit.queries.catalogue import catalogue
from remit.queries.engine import best_of
from remit.queries.rule import Row

PACKAGES = sorted(info.name for info in pkgutil.iter_modules(rules.__path__))
FOLDER = Path(str(files(rules)))
CASES = [
    pytest.param(package, case, id=f"{package[:6]}-{case.name}")
    for package in PACKAGES
    if (FOLDER / package / "cases.yaml").is_file()  # that every rule has cases is the catalogue's test
    for case in cases_of(package)
]


def _shown(row: Row) -> str:
    ground = row.proof.ground.word if row.proof.ground else "structural"
    extent = f" extent={row.extent.value}" if row.extent else ""
    return f"{row.subject} {row.proof.degree.word} {row.message} {ground}{extent} related={row.related}"


@pytest.mark.parametrize(("package", "case"), CASES)
def test_a_case_gives_its_rows_and_no_other(package: str, case: Case) -> None:
    rule, detect = catalogue()[package[:6]]
    org = Org(loads(case.text, f"{case.name}.yaml"))
    rows = best_of(detect(org, rule.defaults() | dict(case.settings)))
    shown = "\n".join(_shown(row) for row in rows)
    assert len(rows) == len(case.rows), f"{case.name} gave:\n{shown}"
    left = list(rows)
    for wanted in case.rows:
        match = next((row for row in left if wanted.met_by(org, rule, row)), None)
        assert match is not None, f"{case.name}: no row meets {wanted}; it gave:\n{shown}"
        left.remove(match)


def test_there_are_rules_to_try() -> None:
    assert len(PACKAGES) > 0
