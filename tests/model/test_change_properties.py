"""Laws of changes, over generated models in which every field of every kind can occur."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import models

from remit.model.changes import (
    SILENT,
    Change,
    ChangeErrors,
    Scenario,
    apply,
    dump,
    loads,
    renamed,
    told_entity,
    told_field,
    told_head,
    told_row,
    told_set,
    told_words,
)
from remit.model.changes.references import named_by
from remit.model.files import dump as dump_model
from remit.model.files import loads as load_model
from remit.model.files.shapes import shapes
from remit.model.whole import SYSTEM, Model

LAW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def section(model: Model, name: str) -> str:
    kind = model.entities[name].kind_meta
    return SYSTEM if kind.singleton else kind.section


def one(kind: str, told: Any, **words: Any) -> Scenario:
    return Scenario.of(id="plan", title="Plan", changes=[Change.of(kind, told, reason="r", **words)])


def outcome(model: Model, scenario: Scenario) -> Model | ChangeErrors:
    try:
        return apply(model, scenario)
    except ChangeErrors as errors:
        return errors


def plain_difference(old: Model, new: Model) -> list[Change]:
    """What turns one model into another, with create, state, rename and dissolve alone: everything told anew."""
    same = {key for key, entity in old.entities.items() if type(entity) is type(new.entities.get(key))}
    clashing = (old.entities.keys() - same) & (new.entities.keys() | new.sets.keys())
    clashing |= old.sets.keys() & new.entities.keys()
    clashing |= {key for key in old.sets.keys() & new.sets.keys() if old.sets[key] != new.sets[key]}
    aside = {key: f"{key}-before" for key in sorted(clashing)}
    changes = [Change.of("rename", {"this": key, "id": to}, reason="r") for key, to in aside.items()]
    whole = [key for key in new.entities if key not in new.parents]
    create: dict[str, Any] = {}
    for key in whole:
        if key not in same:
            create.setdefault(section(new, key), {})[key] = told_entity(new, key)
    fresh = {key: told_set(new, key) for key in new.sets if key not in old.sets or key in aside}
    create |= {"sets": fresh} if fresh else {}
    changes += [Change.of("create", create, reason="r")] if create else []
    state: dict[str, Any] = {"model": told_head(new)}
    out: dict[str, list[str]] = {"model": ["coverage", "note", "made_up", "source"]}
    for key in whole:
        if key in same:
            fields = {name: told_field(new, key, name) for name in shapes(type(new.entities[key]))}
            fields["itself"] = told_words(new, key)
            told = {name: value for name, value in fields.items() if value is not None}
            silent = [name for name, value in fields.items() if value is None]
            out |= {key: silent} if silent else {}
            if told:
                where = state.setdefault(section(new, key), {})
                where.update(told if key == SYSTEM else {key: told})
    state["facts"] = {"all": [told_row(new, row) for row in new.statements]}
    changes += [Change.of("state", {"leave_out": out}, reason="r"), Change.of("state", state, reason="r")]
    gone = [aside.get(key, key) for key in (*old.entities, *old.sets) if key not in old.parents]
    gone = [key for key in gone if key not in new.entities and key not in new.sets]
    return [*changes, Change.of("dissolve", {"these": gone, "sets": "themselves"}, reason="r")] if gone else changes


@LAW
@given(models(), models())
def test_create_state_and_dissolve_can_turn_any_model_into_any_other(old: Model, new: Model) -> None:
    scenario = Scenario.of(id="plan", title="Plan", changes=plain_difference(old, new), **SILENT)
    before = copy.deepcopy(old)
    assert apply(old, scenario) == new
    assert old == before
    assert loads(dump(scenario)) == scenario


@LAW
@given(models(), st.data())
def test_renaming_there_and_back_is_the_same_model(model: Model, data: st.DataObject) -> None:
    old = data.draw(st.sampled_from(sorted({*model.entities, *model.sets} - {SYSTEM})))
    new = "another:name" if old in model.parents else "another-name"
    before = copy.deepcopy(model)
    there = renamed(model, {old: new})
    assert renamed(there, {new: old}) == model
    assert model == before
    assert load_model(dump_model(there)) == there
    assert apply(model, one("rename", {"this": old, "id": new})) == there


@LAW
@given(models(), models(), st.data())
def test_what_is_created_and_dissolved_again_leaves_nothing(model: Model, other: Model, data: st.DataObject) -> None:
    """Something that names nothing of the model, so that it can be put into any."""
    key = data.draw(st.sampled_from(sorted(other.entities.keys() - other.parents.keys() - {SYSTEM})))
    told = {name: one for name, one in told_entity(other, key).items() if name in ("name", "note", "count", "kind")}
    create = Change.of("create", {section(other, key): {"fresh": told or {"name": "x"}}}, reason="r")
    there = apply(model, Scenario.of(id="plan", title="Plan", changes=[create], **SILENT))
    assert there.entities.keys() - model.entities.keys() == {"fresh"}
    changes = [create, Change.of("dissolve", "fresh", reason="r")]
    assert apply(model, Scenario.of(id="plan", title="Plan", changes=changes, **SILENT)) == model


@LAW
@given(models(), st.data())
def test_changes_of_different_things_can_be_made_in_either_order(model: Model, data: st.DataObject) -> None:
    whole = sorted(model.entities.keys() - model.parents.keys() - {SYSTEM})
    first, second = data.draw(st.sampled_from(whole)), data.draw(st.sampled_from(whole))
    if first == second:
        return
    changes = [
        Change.of("rename", {"this": first, "id": "another-name"}, reason="r"),
        Change.of("set", {"of": second, "note": "a remark"}, reason="r"),
        Change.of("create", {"principals": {"fresh": {"name": "Fresh"}}}, reason="r"),
    ]
    results = [
        apply(model, Scenario.of(id="plan", title="Plan", changes=[changes[n] for n in order]))
        for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2))
    ]
    assert results[0] == results[1] == results[2]


@LAW
@given(models(), st.data())
def test_whatever_goes_or_becomes_one_leaves_a_model_that_reads_back_equal(model: Model, data: st.DataObject) -> None:
    whole = sorted(model.entities.keys() - model.parents.keys())
    some = data.draw(st.lists(st.sampled_from(whole), min_size=1, max_size=3, unique=True))
    before = copy.deepcopy(model)
    for scenario in (
        one("dissolve", {"these": some, "with_line": "yes"}),
        one("merge", {"these": some, "into": some[0], "name": "N"}),
        one("split", {"this": some[0], "into": {"a-part": {"note": "a"}, "b-part": {"note": "b"}}, "follow": "a-part"}),
    ):
        result = outcome(model, scenario)
        assert model == before
        if isinstance(result, ChangeErrors):
            assert result.problems
            assert result.render("sv")
            assert all(problem.mark.file == "scenario" for problem in result.problems)
        else:
            assert load_model(dump_model(result)) == result
            assert scenario.changes[0].kind != "dissolve" or not set(some) & result.entities.keys()
            if scenario.changes[0].kind == "merge":
                assert some[0] not in named_by(result.entities[some[0]])
                assert not [row for row in result.statements if row.about == row.to == some[0]]
