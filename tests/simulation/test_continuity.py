"""What a scenario renames or merges keeps its luck: whoever is only called otherwise meets the same."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from tests.simulation.small import org, parameters

import remit
from remit import api
from remit.api import Organisation
from remit.graph.org import Org
from remit.model.changes import Change, Scenario
from remit.model.whole import Model
from remit.queries.reorganise.lineage import lineage
from remit.simulation import chance
from remit.simulation.build import build, draw
from remit.simulation.continuity import former
from remit.simulation.engines import run
from remit.simulation.outcome import MEASURES, Comparison
from remit.simulation.outcome.window import SimulationError
from remit.views.simulation_words import head

RUN: dict[str, Any] = {"years": 3, "replications": 2}
DECIDES = "mandates: [{powers: [decide], topics: [care]}]"
POSTS = f"functions:\n  chief: {{principal: ask, {DECIDES}}}\n  head: {{principal: region, {DECIDES}}}\n"
WHOLE = org(
    ("groups:\n", f"{POSTS}groups:\n"), ("    report_back", "    decision_step: unclear\n    report_back")
).model
KINDS = ("principal", "group", "topic", "unit", "function", "joint_body", "agreement")


def scenario(*changes: tuple[str, Any]) -> Scenario:
    made = [Change.of(kind, told, reason="so it is") for kind, told in changes]
    return Scenario.of(id="otherwise", title="Otherwise", changes=made)


def renaming(model: Model) -> Scenario:
    """Everything gets an id that stands elsewhere in the order of ids."""
    ids = [id_ for id_, one in model.entities.items() if one.kind_meta.name in KINDS and id_ not in model.parents]
    return scenario(*(("rename", {"this": id_, "id": f"{'za'[n % 2]}{n}-{id_[::-1]}"}) for n, id_ in enumerate(ids)))


@pytest.mark.parametrize("name", ["small", "vasterbotten-2017"])
def test_where_everything_is_only_renamed_nothing_is_otherwise(name: str) -> None:
    before = Organisation(WHOLE) if name == "small" else remit.load(name)
    after = before.after(renaming(before.model))
    assert not {"ask", "umea"} & set(after.model.entities)
    found = api.compare([before, after], **RUN, parameters=parameters(matters_per_year=0.5))
    for measure in MEASURES:
        first, second = (one.of(measure) for one in found.simulations)
        np.testing.assert_array_equal(first, second)
        assert found.difference(1, measure).verdict == "same" or np.isfinite(first).sum() < 2
    # and each result stands under the new name
    ids = set(found.simulations[1].plan.places) | set(found.simulations[1].plan.principals)
    assert ids <= set(after.model.entities)
    assert not ids & set(before.model.entities)
    assert found.simulations[1].setting.topics == found.simulations[0].setting.topics == ()


def records(of: Org) -> Any:
    used = parameters(matters_per_year=2.0).of(of)
    plan, key = build(of, used), chance.key(3, 0)
    return plan, run(plan, draw(plan, used, key, 2000.0), key, 2000.0, engine="plain")


def test_the_records_of_a_renamed_structure_are_the_same_one_by_one() -> None:
    before = Organisation(WHOLE)
    after = before.after(
        scenario(("rename", {"this": "ask", "id": "zora"}), ("rename", {"this": "council", "id": "a"}))
    )
    (old, first), (new, second) = records(before.org), records(after.org)
    for one, other in zip(first, second, strict=True):
        np.testing.assert_array_equal(one, other)
    assert "approve:zora" in new.rows.label
    assert "approve:ask" in old.rows.label
    assert "open:5:a" in new.rows.label


def test_what_an_own_number_says_of_a_group_holds_for_it_under_its_new_name() -> None:
    after = Organisation(WHOLE).after(scenario(("rename", {"this": "local", "id": "zone"})))
    used = parameters().with_({"line_days": 3})
    told = used.of(after.org)
    assert "meetings:council" in told
    own = type(told)((*told.items, told.get("meetings:council")._replace(name="meetings:zone", value=24.0)))
    plan = build(after.org, own)
    times = draw(plan, own, chance.key(1, 0), 3652.5).sittings
    zone = [plan.places[place] for place in plan.stations.place].index("zone")
    assert (times.station == zone).sum() == 240


def test_what_is_merged_goes_on_from_the_one_whose_id_it_has_else_from_the_first_named() -> None:
    into_one = scenario(("merge", {"these": ["a", "b"], "into": "b"}))
    assert lineage(into_one) == {"b": ("b", "a")}
    new = scenario(("merge", {"these": ["a", "b"], "into": "c"}), ("rename", {"this": "c", "id": "d"}))
    assert lineage(new) == {"d": ("a", "b")}
    parts = scenario(
        ("split", {"this": "a", "into": {"x": {}, "a": {}}}), ("split", {"this": "b", "into": {"p": {}, "q": {}}})
    )
    assert lineage(parts) == {"x": (), "p": ("b",), "q": ()}
    swapped = scenario(*(("rename", {"this": old, "id": new}) for old, new in (("a", "t"), ("b", "a"), ("t", "b"))))
    assert lineage(swapped) == {"a": ("b",), "b": ("a",)}
    assert lineage(scenario(("rename", {"this": "a", "id": "b"}), ("rename", {"this": "b", "id": "a"}))) == {}
    # a second scenario goes on from the first
    assert lineage(scenario(("rename", {"this": "d", "id": "e"})), lineage(new)) == {"e": ("a", "b")}


def test_a_new_thing_under_an_id_that_was_anothers_has_luck_of_its_own() -> None:
    seats = [{"principal": "region"}, {"principal": "ask"}]
    group = {"level": "near", "kind": "officials", "remit": {"purpose": "meet"}, "seats": seats}
    after = Organisation(WHOLE).after(scenario(
        ("rename", {"this": "local", "id": "moved"}), ("create", {"groups": {"local": group}}),
    ))  # fmt: skip
    found = former(after.org)
    assert found.then["moved"] == "local"
    assert found.then["local"] not in after.model.entities
    plan = build(after.org, parameters())
    assert {"local", "moved", "council"} <= set(plan.places)
    labels = {place.id: place.label for place in plan.extra["places"]}  # type: ignore[attr-defined]
    assert labels["moved"] == "local"
    assert labels["local"] != "local"


def test_two_that_change_names_keep_their_own_luck() -> None:
    swap = scenario(*(("rename", {"this": old, "id": new}) for old, new in
                      (("local", "t"), ("council", "local"), ("t", "council"))))  # fmt: skip
    before = Organisation(WHOLE)
    (_, first), (_, second) = records(before.org), records(before.after(swap).org)
    np.testing.assert_array_equal(first.time, second.time)


def test_a_difference_is_surer_for_the_luck_that_what_is_renamed_keeps() -> None:
    before = Organisation(WHOLE)
    change = ("set", {"of": "council", "meetings_per_year": 6})
    after = before.after(scenario(change, *((one.kind, one.told) for one in renaming(before.model).changes)))
    topic = next(id_ for id_, olds in after.continues.items() if olds == ("care",))
    used = parameters(matters_per_year=3.0)
    found = api.compare([before, after], parameters=used, topics=["care"], years=4, replications=8)
    strangers = api.compare([Organisation(after.model)], parameters=used, topics=[topic], years=4, replications=8)
    apart = Comparison((found.first, strangers.first)).difference(1, "waited").saved
    assert found.difference(1, "waited").saved > max(apart, 0.5)


# -- what is asked for by id ----------------------------------------------------------------------------------


def test_a_principal_is_counted_under_what_it_became_and_told_where_it_is_in_one_only() -> None:
    before = Organisation(WHOLE)
    after = before.after(scenario(("rename", {"this": "ask", "id": "zora"})))
    same = "The structures met the same matters and the same chance events, so what differs is the structure."
    for asked in ("ask", "zora"):
        found = api.compare([before, after], principals=[asked], **RUN)
        assert [one.setting.principals for one in found.simulations] == [("ask",), ("zora",)]
        assert same in [line.en for line in head(found)]
        assert found.difference(1, "raised").verdict == "same"
    few = parameters()
    few = type(few)(tuple(one._replace(low=one.value, high=one.value) for one in few.items))
    tried = api.tornado([before, after], principals=["zora"], parameters=few, measure="raised", **RUN)
    swept = api.sweep([before, after], principals=["zora"], **RUN).difference(1, "raised")
    for difference in (tried.difference, swept):
        assert difference is not None
        assert (difference.low, difference.high) == (0.0, 0.0)
    other = Organisation(WHOLE).after(scenario(("create", {"principals": {"berg": {"kind": "municipality"}}})))
    with pytest.raises(SimulationError) as caught:
        api.compare([before, other], principals=["berg"], **RUN)
    assert "the principal berg is in" in caught.value.render("en")
    assert "nothing there goes on from it: choose among those that all have (ask, region)" in caught.value.render("en")
    assert "finns i" in caught.value.render("sv")
    with pytest.raises(SimulationError, match="none of the structures has the principal nobody"):
        api.compare([before, other], principals=["nobody"], **RUN)


def test_that_a_merged_principal_has_matters_of_others_too_is_told() -> None:
    before = Organisation(org(("  ask: {kind: municipality}\n",
                               "  ask: {kind: municipality}\n  berg: {kind: municipality}\n")).model)  # fmt: skip
    after = before.after(scenario(("merge", {"these": ["ask", "berg"], "into": "askberg", "name": "Askberg"})))
    one = api.compare([before, after], principals=["berg"], **RUN).simulations[1]
    assert one.setting.principals == ("askberg",)
    assert any("also those of what was ask before" in note.en for note in one.notes)
    whole = api.compare([before, after], principals=["askberg"], **RUN)
    assert whole.first.setting.principals == ("ask", "berg")
    assert not any("here they are one" in note.en for one in whole.simulations for note in one.notes)


def test_renamed_topics_are_the_topics_that_structures_have_in_common() -> None:
    before = Organisation(WHOLE)
    after = before.after(scenario(("rename", {"this": "care", "id": "nursing"}), ("dissolve", "small")))
    found = api.compare([before, after], **RUN)
    assert [one.setting.topics for one in found.simulations] == [("care",), ("nursing",)]
    assert found.difference(1, "raised").verdict == "same"
