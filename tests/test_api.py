"""The library as a user meets it."""

from __future__ import annotations

import datetime
import doctest
import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import remit
from remit import api
from remit.model.files import ModelErrors

TEXT = """\
remit: 1
model: {id: small, title: Small, as_of: 2020-01-01}
levels: [near]
principals: {ask: {name: Ask, kind: municipality}}
topics: {health: {name: health}}
groups:
  council: {name: Council, assignment: none, seats: [ask], remit: {powers: [discuss], topics: [health]}}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "small.yaml"
    found.write_text(TEXT, encoding="utf-8")
    return found


@pytest.mark.parametrize(
    "name", ["remit.api", "remit.views.harmless", "remit.views.loops_text", "remit.views.layout", "remit.views.words"]
)
def test_the_examples_in_the_docstrings_run(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert failed == 0


def test_the_public_names_of_the_facade_have_an_example_each() -> None:
    finder = doctest.DocTestFinder()
    public = [f"Organisation.{name}" for name in ("at", "audit", "route", "loops", "graph", "document_titles")]
    for name in ["load", "Organisation", *public]:
        part = api
        for step in name.split("."):
            part = getattr(part, step)
        assert any(test.examples for test in finder.find(part, name)), name


def test_a_model_is_loaded_and_audited(path: Path) -> None:
    org = remit.load(path)
    result = org.audit(select="MAN102")
    assert [f.subject.id for f in result.findings] == ["council"]
    assert "MAN102" in result._repr_html_()
    assert "<Audit of small" in repr(result)


def test_an_organisation_says_what_it_is(path: Path) -> None:
    org = remit.load(str(path))
    assert repr(org).startswith("<Organisation small: Small, current at 2020-01-01: 1 ")
    assert "<caption>Small" in org._repr_html_()


def test_an_audit_can_be_judged_at_another_date(path: Path) -> None:
    day = datetime.date(2022, 3, 1)
    org = remit.load(path)
    assert org.audit(on=day).on == day
    assert org.at(day).audit().on == day
    assert org.audit().on == datetime.date(2020, 1, 1)


def test_codes_may_be_a_text_a_list_or_beginnings(path: Path) -> None:
    org = remit.load(path)
    for asked in ("MAN102,ROB601", ["MAN102", "ROB601"], ("man102", "rob601")):
        assert set(org.audit(select=asked).looked_at) == {"MAN102", "ROB601"}
    assert "MAN102" not in org.audit(select="MAN", ignore="MAN102").looked_at


def test_a_code_that_does_not_exist_is_an_error_with_the_nearest(path: Path) -> None:
    with pytest.raises(api.RequestError, match="MAN102"):
        remit.load(path).audit(select="MAN12")
    with pytest.raises(api.RequestError, match="established, reported or open"):
        remit.load(path).audit(certainty="sure")  # type: ignore[arg-type]


def test_a_broken_model_is_an_error_with_every_place(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("remit: 1\nmodel: {id: b, title: B, as_of: 2020-13-01}\nnix: {}\n", encoding="utf-8")
    with pytest.raises(ModelErrors) as caught:
        remit.load(path)
    assert len(caught.value.problems) == 2


def test_a_route_and_the_loops_are_asked_for(path: Path) -> None:
    org = remit.load(path)
    assert org.route("ask", "health").outcome in ("arrives", "open", "stops")
    low, high = org.loops(["health"]).closure
    assert 0 <= low <= high <= 1


def test_the_graph_is_a_multidigraph_with_kinds(path: Path) -> None:
    import networkx

    graph = remit.load(path).graph
    assert isinstance(graph, networkx.MultiDiGraph)
    assert graph.nodes["council"]["kind"] == "group"


def test_the_typed_api_is_checked_as_a_user_would_use_it(tmp_path: Path) -> None:
    program = tmp_path / "user.py"
    program.write_text(
        "import remit\n"
        'org = remit.load("vasterbotten-2017")\n'
        'audit = org.audit(select="MAN", certainty="open")\n'
        "reveal_type(audit.findings[0].code)\n"
        'reveal_type(org.route("a", "b").outcome)\n'
        "reveal_type(org.loops().closure)\n"
        'org.audit(certainty="sure")\n',
        encoding="utf-8",
    )
    cache = str(tmp_path / "cache")
    root = Path(api.__file__).parents[1]
    # mypy finds an installed package by itself, and refuses to be told where it is
    place = {} if root.name == "site-packages" else {"MYPYPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "--cache-dir", cache, str(program)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=os.environ | place,
    )
    assert done.stdout.count('"str"') == 2, done.stdout
    assert 'Revealed type is "tuple[float, float]"' in done.stdout.replace("builtins.", "")
    assert "incompatible type \"Literal['sure']\"" in done.stdout
    assert done.stdout.count("error:") == 1, done.stdout
