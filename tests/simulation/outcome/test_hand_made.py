"""What is counted from records that a person wrote and counted."""

from __future__ import annotations

import numpy as np
import pytest
from tests.simulation.outcome.hand import one, plan, records, sittings

from remit.graph.calendar import YEAR
from remit.simulation.outcome.cases import ARRIVED, STOPPED, UNDER_WAY, cases
from remit.simulation.outcome.matters import matters, stays
from remit.simulation.outcome.measures import MEASURES, OF_MATTERS
from remit.simulation.outcome.reduce import OF_STATIONS, Parts, Reduced, reduce
from remit.simulation.outcome.window import SimulationError, Window, window
from remit.simulation.plan import NOBODY, STEPS, Answer, Op, Plan, Records, Sittings, What

WAY = plan(
    [
        (Op.WAIT, "1", "team"),
        (Op.MEET, "4", "council"),
        (Op.WAIT, "7", "region"),
        (Op.END, "7", "region"),
        (Op.STOP, "5", "council"),
    ],
    stations=["council"],
    at={1: 0},
)
FOUR = records(
    [
        *one(1, [(10, 0, 20), (20, 1, 50), (50, 2, 60)], What.ARRIVED),
        *one(2, [(15, 0, 25), (25, 1, 50), (50, 4, 70)], What.DROPPED),
        *one(3, [(30, 0, 35), (35, 1, 999)], None),
        *one(4, [(95, 0, 96), (96, 1, 97), (97, 2, 98)], What.ARRIVED),  # raised too late to be followed
    ]
)
HUNDRED = Window(warm_up=5.0, follow=60.0, until=150.0)


def told(found: Reduced, name: str) -> float:
    return float(found.values[list(MEASURES).index(name)])


def reduced(of: Records, way: Plan = WAY, sat: Sittings | None = None, measured: Window = HUNDRED) -> Reduced:
    return reduce(way, of, sat or sittings(), measured)


def test_a_matter_has_arrived_stopped_or_is_under_way_after_the_time_that_all_are_followed() -> None:
    found = cases(matters(FOUR), WAY, HUNDRED)
    assert found.fate.tolist() == [ARRIVED, STOPPED, UNDER_WAY]
    assert found.time.tolist() == [50.0, np.inf, np.inf]
    assert found.row.tolist() == [3, 4, 1]


def test_matters_raised_before_the_warm_up_is_over_do_not_count() -> None:
    found = cases(matters(FOUR), WAY, Window(15.0, 60.0, 150.0))
    assert found.raised.tolist() == [15.0, 30.0]  # at 10 it was too early; exactly at its end is in time


def test_what_happens_after_the_time_that_a_matter_is_followed_does_not_count() -> None:
    late = records([*one(1, [(10, 0, 20), (20, 1, 50), (50, 2, 80)], What.ARRIVED)])
    found = cases(matters(late), WAY, HUNDRED)
    assert found.fate.tolist() == [UNDER_WAY]
    assert found.row.tolist() == [2]  # carried out at 80, but at 70 it stood there


def test_the_shares_add_up_to_all_and_are_those_counted_by_hand() -> None:
    found = reduced(FOUR)
    assert [told(found, name) for name in ("arrived", "stopped", "under_way")] == pytest.approx([1 / 3] * 3)
    assert told(found, "waited") == pytest.approx((50 + 60 + 60) / 3)
    assert (told(found, "mean"), told(found, "median"), told(found, "p90")) == (50, 50, 50)
    assert told(found, "raised") == pytest.approx(3 / 85 * YEAR)


def test_the_flow_loses_at_each_step_what_stopped_or_is_still_there() -> None:
    found = reduced(FOUR).steps
    four, five, seven = (STEPS.index(step) for step in ("4", "5", "7"))
    assert found[0, : four + 1].tolist() == [1] * 4
    assert found[0, five] == pytest.approx(2 / 3)
    assert found[0, seven] == pytest.approx(1 / 3)
    assert found[1, five] == pytest.approx(1 / 3)
    assert found[2, four] == pytest.approx(1 / 3)


def test_the_days_at_the_steps_of_those_that_arrived_add_up_to_their_time() -> None:
    found = reduced(FOUR)
    assert found.steps[4].sum() == pytest.approx(told(found, "mean"))
    assert found.steps[4, [0, 3, 6, 7]].tolist() == [10, 30, 0, 10]


def test_the_days_of_all_are_counted_until_they_end_or_have_been_followed_long_enough() -> None:
    # carried out at 60; dropped at 70; still there at 90, 60 days after it was raised
    assert reduced(FOUR).steps[3].sum() == pytest.approx((50 + 55 + 60) / 3)


def test_where_matters_stop_is_told_by_step_and_entity() -> None:
    found = reduced(FOUR).stops
    assert found[STEPS.index("5"), WAY.places.index("council")] == pytest.approx(1 / 3)
    assert found.sum() == pytest.approx(1 / 3)


def test_a_matter_raised_again_is_the_same_matter_to_whoever_raised_it() -> None:
    family = records(
        [
            *one(1, [(10, 0, 20), (20, 4, 30)], What.GIVEN_UP),
            *one(2, [(30, 0, 35), (35, 1, 50), (50, 2, 55)], What.ARRIVED, kind=What.AGAIN, origin=1),
        ]
    )
    found = reduced(family)
    assert told(found, "arrived") == 1
    assert told(found, "mean") == 45
    assert found.steps[4].sum() == pytest.approx(45)
    assert told(found, "again") == pytest.approx(1 / 2)


def test_a_copy_that_arrives_carries_its_original_out_and_runs_beside_it() -> None:
    family = records(
        [
            *one(1, [(10, 0, 20), (20, 4, 30)], What.DROPPED),
            *one(2, [(12, 0, 40), (40, 2, 52)], What.ARRIVED, kind=What.COPIED, origin=1),
            *one(3, [(13, 0, 20), (20, 4, 31)], What.DROPPED, kind=What.COPIED, origin=2),
        ]
    )
    found = reduced(family)
    assert told(found, "arrived") == 1
    assert told(found, "mean") == 42
    assert told(found, "copies") == pytest.approx(2 / 3)
    assert found.steps[3].sum() == pytest.approx(20)  # the original alone


def test_a_family_has_stopped_where_its_last_was_dropped() -> None:
    family = records(
        [
            *one(1, [(10, 0, 20), (20, 4, 30)], What.DROPPED),
            *one(2, [(12, 0, 40)], What.DROPPED, kind=What.COPIED, origin=1),
        ]
    )
    found = cases(matters(family), WAY, HUNDRED)
    assert (found.fate.tolist(), found.row.tolist()) == ([STOPPED], [0])


def test_the_end_of_a_stay_is_the_next_record_of_the_same_token() -> None:
    way = plan(
        [(Op.FORK, "5", "council"), (Op.MEET, "5", "board"), (Op.SERVE, "7", "office")],
        stations=["board", "office"],
        at={1: 0, 2: 1},
    )
    found = records(
        [
            (1.0, 7, NOBODY, 0, What.RAISED, 0, 0),
            (1.0, 7, NOBODY, 0, What.CAME, 0, 0),
            (1.0, 7, 0, 1, What.CAME, 0, 0),
            (1.0, 7, 1, 1, What.CAME, 0, 0),
            (5.0, 7, 1, 1, What.LEFT, 0, 0),
            (5.0, 7, 1, 1, What.ANSWERED, Answer.APPROVED, 0),
            (9.0, 7, 0, 1, What.ANSWERED, Answer.LAPSED, 0),
            (9.0, 7, NOBODY, 0, What.LEFT, 0, 0),
            (9.0, 7, NOBODY, 2, What.CAME, 0, 0),
            (11.0, 7, NOBODY, 2, What.BEGAN, 0, 0),
        ]
    )
    at = stays(found, matters(found), 20.0)
    spans = sorted(
        zip(at.row.tolist(), at.is_child.tolist(), at.came.tolist(), at.began.tolist(), at.left.tolist(), strict=True)
    )
    assert spans == [
        (0, False, 1.0, 9.0, 9.0),
        (1, True, 1.0, 5.0, 5.0),
        (1, True, 1.0, 9.0, 9.0),
        (2, False, 9.0, 11.0, 20.0),
    ]
    measures = reduce(way, found, sittings(), Window(0.0, 10.0, 20.0))
    assert told(measures, "lapsed") == pytest.approx(1 / 2)
    assert told(measures, "rejected") == 0
    assert told(measures, "decisions") == pytest.approx(1 / (20 / YEAR))


def test_who_carries_out_has_not_decided_once_more() -> None:
    way = plan([(Op.FORK, "5", "council"), (Op.ANSWER, "5", "board"), (Op.FORK, "7", "council"), (Op.ANSWER, "7", "a")])
    found = records(
        [
            (10.0, 7, NOBODY, 0, What.RAISED, 0, 0),
            (10.0, 7, NOBODY, 0, What.CAME, 0, 0),
            (12.0, 7, 0, 1, What.ANSWERED, Answer.APPROVED, 0),
            (12.0, 7, 1, 1, What.ANSWERED, Answer.REJECTED, 0),
            (12.0, 7, NOBODY, 0, What.LEFT, 0, 0),
            (12.0, 7, NOBODY, 2, What.CAME, 0, 0),
            (14.0, 7, 0, 3, What.ANSWERED, Answer.APPROVED, 0),
            (14.0, 7, NOBODY, 2, What.LEFT, 0, 0),
        ]
    )
    measures = reduced(found, way)
    assert told(measures, "decisions") == pytest.approx(2 / HUNDRED.years)
    assert told(measures, "rejected") == 1 / 2
    assert measures.principals[:, 2] == pytest.approx([1 / HUNDRED.years, 1 / HUNDRED.years, 0])


def test_a_copy_that_is_carried_out_too_makes_no_hour_cheaper() -> None:
    family = [
        *one(1, [(10, 0, 20), (20, 1, 50), (50, 2, 60)], What.ARRIVED),
        *one(2, [(12, 0, 20), (20, 1, 50), (50, 2, 70)], What.ARRIVED, kind=What.COPIED, origin=1),
    ]
    costs = plan(
        [(row, "1", "team") for row in (Op.WAIT, Op.MEET, Op.WAIT, Op.END)],
        stations=["council"],
        at={1: 0},
        hours={0: (0, 3.0)},
    )
    assert told(reduced(records(family), costs), "hours_each") == pytest.approx(6.0)


def test_queues_are_those_before_sittings_and_over_time() -> None:
    sat = sittings([(40.0, 0, 1, 4, 3, 0), (50.0, 0, 5, 4, 4, 0), (99.0, 0, 0, 4, 0, 1), (200.0, 0, 9, 4, 4, 0)])
    found = records(
        [*one(1, [(10, 0, 20), (20, 1, 40), (40, 2, 41)], What.ARRIVED), *one(2, [(15, 0, 25), (25, 1, 50)], None)],
        waiting=[2, 1, 0, 7],
        treated=[1, 1, 0, 7],
    )
    measures = reduced(found, sat=sat)
    station = dict(zip(OF_STATIONS, measures.stations[0].tolist(), strict=True))
    assert station["waiting"] == 1
    assert station["greatest"] == 2
    assert station["average"] == pytest.approx((20 + 125) / 145)  # the second still waits at the end of the run
    assert station["wait"] == 20
    assert station["held"] == pytest.approx(2 / 3)
    assert station["full"] == pytest.approx(2 / 6)
    assert told(measures, "cancelled") == pytest.approx(1 / 3)
    assert told(measures, "queue") == pytest.approx((20 + 125) / 145)


def test_hours_are_those_present_at_sittings_held_and_what_rows_cost() -> None:
    way = plan(
        [(Op.WAIT, "1", "team"), (Op.MEET, "4", "council"), (Op.END, "7", "team")],
        stations=["council"],
        at={1: 0},
        hours={0: (1, 2.5)},
        extra={"station_hours": np.array([2.0]), "station_seats": np.array([[3.0, 1.0]])},
    )
    sat = sittings([(10.0, 0, 5, 4, 4, 0), (20.0, 0, 5, 4, 2, 0), (30.0, 0, 0, 4, 4, 1), (200.0, 0, 5, 4, 4, 0)])
    one_matter = one(1, [(10, 0, 20), (20, 1, 40)], What.ARRIVED)
    found = reduced(records(one_matter, [0] * 4, [0] * 4), way, sat)
    a_year = YEAR / 145
    assert found.principals[:, 0].tolist() == pytest.approx([9 * a_year, 3 * a_year, 0])
    assert found.principals[:, 1].tolist() == pytest.approx([0, 2.5 * a_year, 0])
    assert told(found, "meeting_hours") == pytest.approx(12 * a_year)
    assert told(found, "hours_each") == pytest.approx(14.5)


def test_matters_are_told_for_each_topic_and_principal_and_only_those_asked_for() -> None:
    way = plan(
        [(Op.WAIT, "1", "team"), (Op.END, "7", "team"), (Op.STOP, "2", "team")],
        topics=["t", "s"],
        classes=[(0, 0), (1, 1), (1, 0)],
    )
    found = records(
        [
            *one(1, [(10, 0, 20)], What.ARRIVED, klass=0),
            *one(2, [(10, 0, 30)], What.ARRIVED, klass=1),
            *one(3, [(10, 2, 20)], What.DROPPED, klass=2),
        ]
    )
    every = Parts.of(way)
    assert every.names == (("all", ""), ("topic", "t"), ("topic", "s"), ("principal", "a"), ("principal", "b"))
    share = reduce(way, found, sittings(), HUNDRED, every).parts[:, OF_MATTERS.index("arrived")]
    assert share.tolist() == pytest.approx([2 / 3, 1, 1 / 2, 1 / 2, 1])
    some = Parts.of(way, topics=("s",), principals=("a",))
    assert told(reduce(way, found, sittings(), HUNDRED, some), "stopped") == 1


def test_nothing_raised_gives_no_shares_and_no_fault() -> None:
    found = reduced(records([]))
    assert np.isnan(told(found, "arrived"))
    assert told(found, "raised") == 0


@pytest.mark.parametrize(
    ("years", "warm", "follow"), [(0, None, None), (5, 5, None), (5, -1, None), (5, 1, 4), (5, 1, 0)]
)
def test_a_window_with_nothing_in_it_is_refused_in_both_languages(
    years: float, warm: float | None, follow: float | None
) -> None:
    with pytest.raises(SimulationError) as caught:
        window(years, warm, follow)
    assert caught.value.render("sv") != caught.value.render("en")


# --- a matter that its own principal does not want -------------------------------------------------------------------

ASKED = plan(
    [
        (Op.FORK, "5", "council"),
        (Op.ANSWER, "5", "board of a"),
        (Op.ANSWER, "5", "board of b"),
        (Op.WAIT, "7", "region"),
        (Op.END, "7", "region"),
        (Op.ANSWER, "7", "team of a"),
    ],
    classes=((0, 0), (0, 1)),
)
OWN, OTHER = 0, 1


def _answered(*answers: tuple[int, float, int, Answer], klass: int = 0) -> Records:
    """A matter raised at 10 and carried out at 60: whose answer, when, at which row, which."""
    told = one(1, [(10, 0, 40), (40, 3, 60)], What.ARRIVED, klass=klass)
    return records([*told, *((time, 1, who, row, What.ANSWERED, int(what), 0) for who, time, row, what in answers)])


@pytest.mark.parametrize(
    ("answers", "klass", "fate"),
    [
        ([(OWN, 30, 1, Answer.APPROVED), (OTHER, 30, 2, Answer.REJECTED)], 0, ARRIVED),
        ([(OWN, 30, 1, Answer.REJECTED), (OTHER, 30, 2, Answer.APPROVED)], 0, STOPPED),
        ([(OWN, 30, 1, Answer.LAPSED), (OTHER, 30, 2, Answer.APPROVED)], 0, STOPPED),
        ([(OWN, 30, 1, Answer.REJECTED), (OTHER, 30, 2, Answer.APPROVED)], 1, ARRIVED),
        ([(OWN, 20, 1, Answer.REJECTED), (OWN, 35, 1, Answer.APPROVED)], 0, ARRIVED),
        ([(OWN, 20, 1, Answer.APPROVED), (OWN, 35, 1, Answer.REJECTED)], 0, STOPPED),
        ([(OTHER, 30, 2, Answer.APPROVED)], 0, ARRIVED),
        ([(OWN, 30, 1, Answer.APPROVED), (OWN, 55, 5, Answer.LAPSED)], 0, ARRIVED),
    ],
    ids=[
        "another rejects it",
        "its own principal rejects it",
        "its own principal lets it lapse",
        "it was raised in the one that approves",
        "its own principal approves it the second time",
        "its own principal rejects it the second time",
        "its own principal does not decide for itself",
        "what answers at another step is no decision",
    ],
)
def test_a_matter_that_its_own_principal_refuses_does_not_arrive_though_others_carry_it_out(
    answers: list[tuple[int, float, int, Answer]], klass: int, fate: int
) -> None:
    found = reduced(_answered(*answers, klass=klass), ASKED)
    assert told(found, "arrived") == (1.0 if fate == ARRIVED else 0.0)
    assert told(found, "stopped") == (1.0 if fate == STOPPED else 0.0)


def test_a_matter_that_its_own_principal_refuses_stopped_at_that_answer() -> None:
    refusing = _answered((OWN, 30, 1, Answer.REJECTED), (OTHER, 30, 2, Answer.APPROVED))
    stops = reduced(refusing, ASKED).stops
    assert stops[STEPS.index("5"), ASKED.places.index("board of a")] == 1.0
