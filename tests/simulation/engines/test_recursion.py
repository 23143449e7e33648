"""The closed recursion: equal where it holds, and it says why where it does not."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from tests.simulation.engines.random_plans import plan_at_random, time
from tests.simulation.engines.test_agreement import assert_equal

from remit.simulation.chance import key
from remit.simulation.engines import run, why_not
from remit.simulation.engines.by_hand import Programme, Sitting, draws, exponential, fixed
from remit.simulation.engines.recursion import DoesNotHold
from remit.simulation.plan import Answer, Draws, Op, Plan


def forward(seed: int) -> tuple[Plan, Draws, float]:
    """A plan without feedback: stations one after another, matters that skip some, constant places."""
    chance = Random(seed)  # noqa: S311 - as random_plans
    programme = Programme()
    names = [f"group {number}" for number in range(chance.randint(1, 4))]
    programme.klass("care", "raised")
    programme.klass("late", names[-1])
    programme.wait("raised", time(chance))
    for name in names:
        if chance.random() < 0.4:
            once = chance.random() < 0.3
            moved = chance.choice([0, 0.4]) if once else 0
            programme.chance(f"link to {name}", chance.choice([0.3, 0.9]), "stopped", once=once, moved=moved)
        programme.meet(name)
        if chance.random() < 0.5:
            programme.wait(f"after {name}", time(chance))
    programme.end("done")
    programme.stop("stopped", time(chance))
    plan = programme.plan()
    sittings = []
    for name in names:
        places, deadline = chance.choice([1, 2, 5]), chance.choice([0, 0, 1.5])
        sittings += [
            Sitting(float(day), name, 0 if chance.random() < 0.1 else places, day - deadline)
            for day in range(0, 61, chance.choice([1, 3, 7]))
        ]
    arrivals = [
        (chance.choice([float(chance.randrange(60)), 60 * chance.random()]), chance.choice(["care", "late"]), uid)
        for uid in (chance.getrandbits(64) for _ in range(40))
    ]
    return plan, draws(plan, sittings, arrivals), 60.0


def test_the_recursion_tells_the_same_as_the_engines_wherever_it_holds() -> None:
    held = 0
    for seed in range(300):
        plan, drawn, until = forward(seed)
        assert why_not(plan, drawn) is None
        try:
            told = run(plan, drawn, key(seed, 1), until, "recursion")
        except DoesNotHold:  # two came at the same instant, one before a sitting and one after it
            continue
        held += 1
        assert_equal(told, run(plan, drawn, key(seed, 1), until), f"plan {seed}")
        assert_equal(told, run(plan, drawn, key(seed, 1), until, "reference"), f"plan {seed}")
    assert held > 250


def _with(add: str, **sitting: object) -> tuple[Plan, Draws]:
    programme = Programme()
    programme.station("worker", 1)
    programme.station("group", urgent_first=add == "urgent")
    programme.klass("care", "first", urgent=True)
    programme.klass("school", "first")
    programme.wait("first", exponential(1))
    if add == "serve":
        programme.serve("served", fixed(1), "worker")
    if add == "copy":
        programme.copy("copied", 1, "school")
    if add == "fork":
        programme.fork("asked", {"ask": "answers"})
        programme.join("joined", "asked", "first")
    programme.meet("group", back="first" if add == "cycle" else "end", at_last="end", tries=1)
    if add == "cycle":
        programme.chance("again", 0.5, "first")
    if add == "twice":
        programme.meet("group again", "group")
    programme.end("end")
    if add == "raised again":
        programme.stop("stopped", fixed(1), p=0.5, again="care")
    programme.answer("answers", Answer.APPROVED)
    plan = programme.plan()
    if add != "fork":  # no child comes there
        plan = plan.__class__(
            plan.rows._replace(op=np.where(plan.rows.op == Op.ANSWER, Op.END, plan.rows.op).astype(np.int8)),
            plan.children,
            plan.stations,
            plan.classes,
            plan.places,
            plan.principals,
            plan.topics,
            plan.extra,
        )
    return plan, draws(plan, [Sitting(1.0, "group", 2), Sitting(2.0, "group", **{"places": 2, **sitting})])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("add", "sitting", "reason"),
    [
        ("fork", {}, "each for itself"),
        ("serve", {}, "between meetings"),
        ("copy", {}, "give rise to new ones"),
        ("raised again", {}, "raised again"),
        ("cycle", {}, "come back"),
        ("twice", {}, "same meeting twice"),
        ("urgent", {}, "Urgent"),
        ("", {"places": 3}, "places of group changes"),
        ("", {"p_return": 0.1}, "return"),
        ("", {"closes": 0.5}, "closes for papers before"),
    ],
)
def test_a_plan_for_which_the_recursion_does_not_hold_is_refused_with_the_reason(
    add: str, sitting: dict[str, object], reason: str
) -> None:
    plan, drawn = _with(add, **sitting)
    why = why_not(plan, drawn)
    assert why is not None
    assert reason in why.en
    assert why.sv
    with pytest.raises(DoesNotHold, match=reason):
        run(plan, drawn, 1, 10.0, "recursion")


def test_plans_with_every_kind_of_row_are_refused() -> None:
    refused = 0
    for seed in range(100):
        plan, drawn, _ = plan_at_random(seed)
        refused += why_not(plan, drawn) is not None
    assert refused > 90
