"""Several models' audits side by side."""

from __future__ import annotations

import pytest

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.queries.comparison import compare
from remit.queries.engine import audit
from remit.queries.finding import Audit

MODEL = "remit: 1\nmodel: {{id: {id}, title: {id}, as_of: 2020-01-01}}\nsources: {{s: {{title: S}}}}\ngroups:\n{groups}"

BOTH = "  {id}: {{remit: {{purpose: P, topics: unknown, powers: inform}}, assignment: {assignment}}}\n"


def audited(name: str, **assignments: str) -> Audit:
    groups = "".join(BOTH.format(id=group, assignment=said) for group, said in assignments.items())
    org = Org(loads(MODEL.format(id=name, groups=groups)))
    return audit(org, select=("MAN102", "ROB601"), certainty=Degree.OPEN)


def test_findings_are_counted_per_rule_and_model_by_certainty() -> None:
    found = compare([audited("one", a="none", b="unclear"), audited("two", c="Rules")])
    assert [rule.code for rule in found.rules()] == ["MAN102", "ROB601"]
    assert found.counts("MAN102") == [{Degree.ESTABLISHED: 1, Degree.OPEN: 1}, {}]


def test_what_every_model_has_is_shared_and_what_one_has_is_its_own() -> None:
    found = compare([audited("one", a="none"), audited("two", c="Rules"), audited("three", d="Rules")])
    assert found.shared() == ["ROB601"]
    assert [found.only(place) for place in range(3)] == [["MAN102"], [], []]


def test_models_that_use_the_same_ids_share_single_findings() -> None:
    found = compare([audited("one", a="none", b="none"), audited("two", a="none")])
    assert ("MAN102", "finding", "a", "", "") in found.same()
    assert all("b" not in one[2].split(",") for one in found.same())


def test_a_single_audit_is_no_comparison() -> None:
    with pytest.raises(ValueError, match="at least two"):
        compare([audited("one", a="none")])
