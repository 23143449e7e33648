"""Matters followed day by day with the calendar in hand: structure, parameters, drawing and engine together."""

from __future__ import annotations

import numpy as np
import pytest
from tests.simulation.small import SEAT_ABOVE, SEAT_BELOW, class_of, org, parameters

from remit.graph.calendar import YEAR
from remit.simulation import chance
from remit.simulation.build import build, draw
from remit.simulation.engines import run
from remit.simulation.plan import Plan, Records, What

CERTAIN = {
    "spread": 1.0, "cancelled": 0.0, "group_quorum": 0.0, "attendance": 1.0, "vacancy_days": 0.0, "returned": 0.0,
    "new_return_introduced": 0.0, "new_return_without": 0.0, "approve": 1.0, "chair_new_share": 1.0,
    "papers_days": 10.0, "group_places": 1000.0, "matters_per_year": 2.0,
}  # fmt: skip
"""Nothing is left to chance but when matters arise: fixed times, every sitting treats all, everybody approves."""

LOCAL, COUNCIL = (20, 111, 202, 293), (33, 124, 258, 349)
DATES = [
    ("    level: near\n", "    level: near\n    meeting_dates: [2019-01-21, 2019-04-22, 2019-07-22, 2019-10-21]\n"),
    ("meetings_per_year: 4", "meeting_dates: [2019-02-03, 2019-05-05, 2019-09-16, 2019-12-16]"),
]
DECIDES = "mandates: [{powers: [decide], topics: [care]}]"
POSTS = f"functions:\n  chief: {{principal: ask, {DECIDES}}}\n  head: {{principal: region, {DECIDES}}}\n"
CHIEFS = ("groups:\n", f"{POSTS}groups:\n")


def flow(*changes: tuple[str, str], years: float = 12, **values: float) -> tuple[Plan, Records]:
    used = parameters(**(CERTAIN | values))
    plan = build(org(*DATES, CHIEFS, *changes), used)
    key = chance.key(5, 0)
    return plan, run(plan, draw(plan, used, key, years * YEAR), key, years * YEAR, engine="plain")


def next_sitting(days: tuple[int, ...], at: float, papers: float) -> float:
    """The first sitting whose papers close at or after a day."""
    every = (year * YEAR + day for year in range(100) for day in days)
    return next(day for day in every if day - papers >= at)


def of_class(plan: Plan, records: Records, klass: int) -> list[tuple[int, float]]:
    """The matters of a class that arose by themselves: uid and time."""
    raised = (records.what == What.RAISED) & (records.other == klass)
    return [(int(uid), float(time)) for uid, time in zip(records.uid[raised], records.time[raised], strict=True)]


def when(records: Records, uid: int, what: What) -> list[float]:
    return records.time[(records.uid == uid) & (records.child == -1) & (records.what == what)].tolist()


def test_a_matter_is_carried_out_on_the_day_that_calendars_and_times_give() -> None:
    plan, records = flow()
    found = 0
    for uid, raised in of_class(plan, records, class_of(plan, "care", "ask")):
        at = next_sitting(LOCAL, raised + 14, 10)  # up one step of the line, to the local group
        at = next_sitting(COUNCIL, at + 2 * 14 + 45, 10)  # up two, prepared, to the council
        at += 30 + 10  # prepared at home and decided by delegation, in both at once
        at += 14  # the minutes
        at += 2 * 30  # down two
        if at <= 12 * YEAR:
            assert when(records, uid, What.ARRIVED) == [pytest.approx(at, abs=1e-6)]
            found += 1
    assert found > 10


def test_with_one_place_a_sitting_matters_wait_their_turn() -> None:
    agenda = ("    level: county\n", "    level: county\n    places_per_agenda: 1\n")
    plan, records = flow(agenda, matters_per_year=1)
    at_council = np.isin(records.row, [row for row, label in enumerate(plan.rows.label) if label == "meet:4"])
    came = np.sort(records.time[at_council & (records.what == What.CAME)])
    left = np.sort(records.time[at_council & (records.what == What.LEFT)])
    sittings = [year * YEAR + day for year in range(20) for day in COUNCIL]
    # first come, first served, one at a sitting: each has the first that is in time for it and not yet taken
    wanted: list[float] = []
    for at in came:
        wanted.append(next(day for day in sittings if day - 10 >= at and day not in wanted))
    assert left.size > 20
    assert left == pytest.approx(np.array(wanted[: left.size]))
    assert any(later - 10 > at + YEAR / 3 for at, later in zip(came, wanted, strict=True)), "nobody had to wait"


def test_a_matter_that_nobody_seats_stays_for_its_time_and_is_dropped_or_raised_again_at_most_so_often() -> None:
    plan, records = flow((SEAT_BELOW, ""), (SEAT_ABOVE, ""), years=60, raised_again=0.5, generations=2, stay_days=100)
    klass = class_of(plan, "care", "ask")
    mine = [uid for uid, time in of_class(plan, records, klass) if time < 50 * YEAR]
    assert len(mine) > 60
    ends = {uid: (len(when(records, uid, What.GIVEN_UP)), len(when(records, uid, What.DROPPED))) for uid in mine}
    assert set(ends.values()) == {(1, 0), (0, 1)}
    again = records.what == What.AGAIN
    from_mine = again & np.isin(records.origin, np.array(mine, dtype=np.uint64))
    assert from_mine.sum() > 20
    assert set(records.other[from_mine].tolist()) == {klass}
    # a matter raised again twice is not raised a third time: nobody's grandchild has a child
    parent = dict(zip(records.uid[again].tolist(), records.origin[again].tolist(), strict=True))
    depth = {uid: 1 + (1 if parent[uid] in parent else 0) for uid in parent}
    assert set(depth.values()) == {1, 2}
    assert not any(parent.get(parent.get(parent[uid], -1), -1) in parent for uid in parent)
    assert not (records.what == What.ARRIVED)[np.isin(records.uid, mine)].any()


def test_how_long_a_matter_stays_says_nothing_of_whether_it_is_raised_again() -> None:
    _, records = flow((SEAT_BELOW, ""), (SEAT_ABOVE, ""), years=300, raised_again=0.5, generations=1, stay_days=100)
    came = {int(u): t for u, t, w in zip(records.uid, records.time, records.what, strict=True) if w == What.CAME}
    stays: dict[int, list[float]] = {int(What.GIVEN_UP): [], int(What.DROPPED): []}
    first = set(records.uid[records.what == What.RAISED].tolist())
    for uid, time, what in zip(records.uid.tolist(), records.time.tolist(), records.what.tolist(), strict=True):
        if what in stays and uid in first:
            stays[what].append(time - came[uid])
    given_up, dropped = (np.array(found) for found in stays.values())
    assert min(given_up.size, dropped.size) > 400
    # both exponential with a mean of 100: five standard errors of the difference
    wide = 5 * 100 * np.sqrt(1 / given_up.size + 1 / dropped.size)
    assert given_up.mean() == pytest.approx(dropped.mean(), abs=wide)


def test_what_is_not_reported_back_comes_again_and_what_is_does_not() -> None:
    told = flow()[1]
    assert (told.what == What.COPIED).sum() == 0
    plan, untold = flow(("report_back: to the next meeting", "report_back: none"), untold_again=1.0)
    copies = untold.origin[untold.what == What.COPIED].tolist()
    arrived = set(untold.uid[untold.what == What.ARRIVED].tolist())
    mine = [uid for uid, _ in of_class(plan, untold, class_of(plan, "care", "ask")) if uid in arrived]
    # neither the group nor whoever raised it is told: two others for each
    assert len(mine) > 5
    assert [copies.count(uid) for uid in mine] == [2] * len(mine)


def test_an_open_link_lets_all_matters_of_a_replication_through_or_none() -> None:
    change = ("    report_back", "    decision_step: unclear\n    report_back")
    seen = set()
    for number in range(12):
        used = parameters(**CERTAIN)
        plan = build(org(*DATES, CHIEFS, change), used)
        key = chance.key(5, number)
        records = run(plan, draw(plan, used, key, 6 * YEAR), key, 6 * YEAR, engine="plain")
        gate = np.isin(records.row, [row for row, label in enumerate(plan.rows.label) if label == "open:5:council"])
        passed = set(records.what[gate].tolist())
        assert len(passed) == 1
        seen |= passed
    assert seen == {int(What.PASSED), int(What.FAILED)}


def test_one_rejection_stops_a_matter_that_needs_all_and_not_one_that_does_not() -> None:
    def share(unanimous: str) -> float:
        plan, records = flow(("unanimous: yes", f"unanimous: {unanimous}"), years=200, approve=0.8, raised_again=0.0)
        mine = [uid for uid, time in of_class(plan, records, class_of(plan, "care", "ask")) if time < 190 * YEAR]
        arrived = set(records.uid[records.what == What.ARRIVED].tolist())
        return float(np.mean([uid in arrived for uid in mine]))

    # two independent answers of 0.8: both 0.64, any 0.96; some 380 matters: five standard errors 0.123 and 0.05
    assert share("yes") == pytest.approx(0.64, abs=0.123)
    assert share("no") == pytest.approx(0.96, abs=0.05)
