"""What holds of the audit and the loops of every model, whatever it says."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.properties.silencing import Key, Site, changed, silenced, sites, sureness, surer
from tests.strategies import models

from remit.graph.loop import loops
from remit.graph.org import Org
from remit.model.facts import Basis, Degree, Said, State
from remit.model.text import LANGUAGES
from remit.model.whole import Coverage, Model
from remit.queries.engine import audit
from remit.queries.finding import Audit

few = settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

BY_EXCUSE = {
    "DEC402": "decisions that are published excuse, and a model may say so of interviewees only",
}


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
    known = {*model.entities, *model.sets}
    for finding in audited(model).findings:
        fields = {"{subject}", *("{" + name + "}" for name in ("topics", "principals", "group", "other", "n"))}
        for lang in LANGUAGES:
            assert finding.message.get(lang).strip()
            if not any("{" in name for name in names(model)):
                assert not any(field in finding.message.get(lang) for field in fields)
                assert "{" not in finding.message.get(lang)
        assert set(finding.subject.ids()) <= known
        assert {one for related in finding.related for one in related.ids()} <= known
        assert finding.certainty > Degree.NO
        assert all(reach.n <= reach.of for reach in finding.reach)


def names(model: Model) -> list[str]:
    """Every text that a message may repeat."""
    return [json.dumps(str(one)) for one in (*model.entities.values(), *model.sets.values(), *model.statements)]


@given(models())
@few
def test_of_a_model_in_which_everything_is_unknown_nothing_is_sure(model: Model) -> None:
    silent = changed(silenced(model, *whole(model)), coverage=Coverage("unknown"))
    sure = [key for key, degree in sureness(silent).items() if degree > Degree.OPEN]
    assert sure == []


def whole(model: Model) -> list[Site]:
    """Every field that a model speaks of, not item by item, and every statement."""
    return [site for site in sites(model) if "[" not in site.path]


@given(models())
@few
def test_listings_that_are_no_longer_complete_make_no_finding_surer(model: Model) -> None:
    complete = changed(model, coverage=Coverage("complete"))
    unknown = changed(model, coverage=Coverage("unknown"))
    assert surer(sureness(complete), sureness(unknown)) == []


@given(models())
@few
def test_told_by_interviewees_instead_of_the_author_no_finding_is_established(model: Model) -> None:
    author, told = based(model, Basis.AUTHOR), based(model, Basis.INTERVIEWEES)
    before, after = sureness(author), sureness(told)
    assert [key for key in surer(before, after) if not by_excuse(key, before, after)] == []


def by_excuse(key: Key, before: dict[Key, Degree], after: dict[Key, Degree]) -> bool:
    """Whether the rule has excuses that weaken with their basis: nothing is excused by what is only open."""
    return key[0] in BY_EXCUSE and after[key] <= max(before.get(key, Degree.NO), Degree.REPORTED)


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
