"""What holds of the audit and the loops of every model, whatever it says."""

from __future__ import annotations

import json
import pkgutil
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.properties.silencing import Key, changed, silenced, sites, sureness, surer
from tests.strategies import models

from remit.graph.loop import loops
from remit.graph.org import Org
from remit.model.facts import Basis, Degree, Said, State
from remit.model.files import loads
from remit.model.text import LANGUAGES
from remit.model.whole import Coverage, Model
from remit.queries import rules
from remit.queries.cases import cases_of
from remit.queries.engine import audit
from remit.queries.finding import Audit

few = settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def audited(model: Model) -> Audit:
    return audit(Org(model), certainty=Degree.OPEN)


def public(model: Model) -> str:
    """Everything that is told of a model, as text."""
    result, matrix = audited(model), loops(Org(model))
    return json.dumps([told.to_dict(lang) for told in (result, matrix) for lang in LANGUAGES])


@given(models())
@few
def test_an_audit_and_the_loops_of_any_model_are_told_and_told_the_same_again(model: Model) -> None:
    assert public(model) == public(model)


@given(models())
@few
def test_every_finding_is_worded_in_both_languages_and_is_about_something_that_exists(model: Model) -> None:
    assert_well_told(model, audited(model))


def assert_well_told(model: Model, result: Audit) -> None:
    known = {*model.entities, *model.sets}
    bare = not any("{" in text for text in names(model))
    for finding in result.findings:
        for lang in LANGUAGES:
            assert finding.message.get(lang).strip()
            assert not bare or "{" not in finding.message.get(lang)
        assert set(finding.subject.ids()) <= known
        assert {one for related in finding.related for one in related.ids()} <= known
        assert finding.certainty > Degree.NO
        assert all(reach.n <= reach.of for reach in finding.reach)


def names(model: Model) -> list[str]:
    """Every text that a message may repeat."""
    return [str(one) for one in (*model.entities.values(), *model.sets.values(), *model.statements)]


@given(models())
@few
def test_of_a_model_in_which_everything_is_unknown_nothing_is_sure(model: Model) -> None:
    assert sure_of_nothing(model) == []


def sure_of_nothing(model: Model, codes: tuple[str, ...] = ()) -> list[Key]:
    """What is sure although nobody says anything."""
    fields = [site for site in sites(model) if "[" not in site.path]
    silent = changed(silenced(model, *fields), coverage=Coverage("unknown"))
    return [key for key, degree in sureness(silent, codes).items() if degree > Degree.OPEN]


@given(models())
@few
def test_listings_that_are_no_longer_complete_make_no_finding_surer(model: Model) -> None:
    assert surer_when_listings_end(model) == []


def surer_when_listings_end(model: Model, codes: tuple[str, ...] = ()) -> list[Key]:
    """What is surer where left out is unknown than where it is none.

    What is said of a set to an extent may stand in for what was said of each of its members.
    """
    complete, unknown = (changed(model, coverage=Coverage(word)) for word in ("complete", "unknown"))
    found = surer(sureness(complete, codes), sureness(unknown, codes))
    return [key for key in found if not key[3]]


@given(models())
@few
def test_told_by_interviewees_instead_of_the_author_no_finding_is_surer(model: Model) -> None:
    assert surer_by_interviewees(model) == []


def surer_by_interviewees(model: Model, codes: tuple[str, ...] = ()) -> list[Key]:
    """What is surer where interviewees say everything than where the author does."""
    author, told = based(model, Basis.AUTHOR), based(model, Basis.INTERVIEWEES)
    return surer(sureness(author, codes), sureness(told, codes))


def based(model: Model, basis: Basis) -> Model:
    """The same model where everything is said by somebody else."""

    def other(words: tuple[Said, ...]) -> tuple[Said, ...]:
        return tuple(one._replace(basis=basis) for one in words)

    entities = {
        name: entity.model_copy(update={"said": {path: other(words) for path, words in entity.said.items()}})
        for name, entity in model.entities.items()
    }
    statements = [changed(one, said=other((one.said,))[0]) for one in model.statements]
    return changed(model, entities=entities, statements=statements)


@given(models(), st.data())
@few
def test_a_group_that_has_ended_is_found_fault_with_no_longer(model: Model, data: Any) -> None:
    groups = model.of_kind("group")
    assume(groups)
    group = data.draw(st.sampled_from(groups))
    said = {**group.said, "status": (Said(State.VALUE, "ended"),)}
    ended = group.model_copy(update={"status": "ended", "said": said})
    after = changed(model, entities={**model.entities, group.id: ended})
    about = {group.id, *(part for part, (whole, _) in model.parents.items() if whole == group.id)}
    own = {statement.about for statement in model.statements}
    # that a route leads to it is what ESC305 finds of a group that has ended
    left = [key for key in sureness(after) if key[1] in about and key[1] not in own and key[0] != "ESC305"]
    assert left == []


@pytest.mark.parametrize("package", sorted(info.name for info in pkgutil.iter_modules(rules.__path__)))
def test_the_same_holds_of_the_models_of_every_case_in_which_each_rule_has_something_to_find(package: str) -> None:
    code = package[:6]
    found: list[tuple[str, str, Key]] = []
    sure = 0
    for case in cases_of(package):
        model = loads(case.text, f"{case.name}.yaml")
        result = audit(Org(model), select=(code,), certainty=Degree.OPEN)
        sure += any(finding.certainty > Degree.OPEN for finding in result.findings)
        assert_well_told(model, result)
        if not code.startswith("SRC"):
            for check in (sure_of_nothing, surer_when_listings_end, surer_by_interviewees):
                found += [(case.name, check.__name__, key) for key in check(model, (code,))]
    assert sure
    assert found == []
