"""Laws of changes, over generated models in which every field of every kind can occur."""

from __future__ import annotations

import copy
from typing import Any


from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from remit.model.changes import (
    SILENT,
    Change,
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
from remit.model.files import dump as dump_model
from remit.model.files import loads as load_model
from remit.model.files.shapes import shapes

from remit.model.whole import SYSTEM, Model
from tests.strategies import models

MODELS = models()
QUICK = settings(max_examples=25, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))


def section(model: Model, name: str) -> str:
    kind = model.entities[name].kind_meta
    return SYSTEM if kind.singleton else kind.section


def plain_difference(old: Model, new: Model) -> list[Change]:
    """A change set that turns one model into another with create, state and dissolve alone."""
    changes = []
    kept = {key for key, one in old.entities.items() if type(one) is type(new.entities.get(key))}
    clashing = {key: f"{key}-before" for key in (old.entities.keys() - kept) & (new.entities.keys() | new.sets.keys())}
    clashing |= {key: f"{key}-before" for key in old.sets.keys() & new.entities.keys()}
    clashing |= {key: f"{key}-before" for key in old.sets.keys() & new.sets.keys() if old.sets[key] != new.sets[key]}
    changes += [Change.of("rename", {"this": key, "id": to}, reason="r") for key, to in sorted(clashing.items())]
    whole = [key for key in new.entities if key not in new.parents]
    made: dict[str, Any] = {}
    for key in whole:
        if key not in kept:
            made.setdefault(section(new, key), {})[key] = told_entity(new, key)
    create = {**made}
    fresh_sets = {key: told_set(new, key) for key in new.sets if key not in old.sets or key in clashing}
    if fresh_sets:
        create["sets"] = fresh_sets
    if create:
        changes.append(Change.of("create", create, reason="r"))
    state: dict[str, Any] = {"model": told_head(new)}
    out: dict[str, list[str]] = {"model": ["coverage", "note", "made_up", "source"]}
    for key in whole:
        if key not in kept:
            continue
        fields = {name: told_field(new, key, name) for name in shapes(type(new.entities[key]))}
        own = told_words(new, key)
        told = {name: one for name, one in fields.items() if one is not None}
        silent = [name for name, one in fields.items() if one is None] + (["itself"] if own is None else [])
        out |= {key: silent} if silent else {}
        if own is not None:
            told["itself"] = own or {"basis": "keeper"}
        if told:
            where = state.setdefault(section(new, key), {})
            if section(new, key) == SYSTEM:
                where.update(told)
            else:
                where[key] = told
    changes.append(Change.of("state", {"leave_out": out}, reason="r"))
    replaced = {key: told_set(new, key) for key in new.sets if key not in fresh_sets}
    if replaced:
        state["sets"] = replaced
    state["facts"] = {"all": [told_row(new, row) for row in new.statements]}
    changes.append(Change.of("state", state, reason="r"))
    gone = [clashing.get(key, key) for key in [*old.entities, *old.sets] if key not in old.parents]
    gone = [key for key in gone if key not in new.entities and key not in new.sets]
    if gone:
        changes.append(Change.of("dissolve", gone, reason="r"))
    return changes


@QUICK
@given(MODELS, MODELS)
def test_create_state_and_dissolve_alone_can_turn_any_model_into_any_other(old: Model, new: Model) -> None:
    scenario = Scenario.of(id="s", title="S", changes=plain_difference(old, new), **SILENT)
    before = copy.deepcopy(old)
    assert apply(old, scenario) == new
    assert old == before
    assert loads(dump(scenario)) == scenario


@QUICK
@given(MODELS, st.data())
def test_renaming_there_and_back_is_the_same_model(model: Model, data: st.DataObject) -> None:
    old = data.draw(st.sampled_from(sorted({*model.entities, *model.sets} - {SYSTEM} - model.parents.keys())))
    before = copy.deepcopy(model)
    there = renamed(model, {old: "another-name"})
    assert renamed(there, {"another-name": old}) == model
    assert model == before
    assert load_model(dump_model(there)) == there



