"""Small worlds worked out by hand: what each matter meets, and when. Each is played by every engine.

A matter is told as a line of what happened to it: `came group 1` (it came to the row of that label on day 1), and so
on; a child is told under `matter/principal`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import pytest

from remit.simulation.chance import key, salt, u
from remit.simulation.engines import run
from remit.simulation.engines.by_hand import Programme, Sitting, draws, fixed
from remit.simulation.plan import NOBODY, Answer, Plan, Records, What

KEY = key(7, 0)
Row = Callable[[Programme], None]
S = Sitting


def wait(label: str, days: float) -> Row:
    return lambda p: p.wait(label, fixed(days))


def meet(label: str, station: str = "", back: str = "", last: str = "", tries: int = 0) -> Row:
    return lambda p: p.meet(label, station, back=back or label, at_last=last or label, tries=tries)


def serve(label: str, days: float, station: str = "desk") -> Row:
    return lambda p: p.serve(label, fixed(days), station)


def chance(label: str, p_on: float, otherwise: str, once: bool = False) -> Row:
    return lambda p: p.chance(label, p_on, otherwise, once=once)


def copy(label: str, klass: str = "b", p_on: float = 1, generations: int = 1) -> Row:
    return lambda p: p.copy(label, p_on, klass, generations)


def fork(label: str, *of: str, lapse: float = 0, approved_at: str = "") -> Row:
    return lambda p: p.fork(label, {one: f"{label}:{one}" for one in of}, lapse=lapse, approved_at=approved_at)


def join(label: str, of: str, otherwise: str, least: int = 0) -> Row:
    return lambda p: p.join(label, of, otherwise, least=least)


def answer(label: str, with_: Answer = Answer.APPROVED) -> Row:
    return lambda p: p.answer(label, with_)


def stop(label: str, days: float, p_again: float = 0, again: str = "", generations: int = 1) -> Row:
    return lambda p: p.stop(label, fixed(days), p=p_again, again=again, generations=generations)


def end(label: str = "done") -> Row:
    return lambda p: p.end(label)


class Case(NamedTuple):
    name: str
    rows: list[Row]
    arrivals: list[tuple[float, str, int]]
    expected: dict[str, str]
    sittings: Sequence[Sitting] = ()
    until: float = 100.0
    servers: int = 1
    urgent_first: tuple[str, ...] = ()
    first: Mapping[str, str] = MappingProxyType({})
    """The first row of class b (urgent) where it is another than that of a."""


def at(*days: float, station: str = "group", places: int = 1, early: float = 0, back: float = 0) -> list[Sitting]:
    return [S(float(day), station, places, day - early, back) for day in days]


def world(case: Case) -> Plan:
    programme = Programme()
    programme.station("desk", case.servers, urgent_first="desk" in case.urgent_first)
    programme.station("group", urgent_first="group" in case.urgent_first)
    made = Programme()
    for row in case.rows:
        row(made)
    start = made._rows[0].label
    programme.klass("a", start)
    programme.klass("b", case.first.get("b", start), urgent=True)
    for row in case.rows:
        row(programme)
    return programme.plan()


def told(plan: Plan, records: Records) -> dict[str, str]:
    """What happened to each."""
    found: dict[str, list[str]] = {}
    known = {uid: str(uid) for uid in records.uid.tolist() if uid < 1000}
    sprung = (records.what == What.COPIED) | (records.what == What.AGAIN)
    for _ in range(9):
        for uid, origin in zip(records.uid[sprung].tolist(), records.origin[sprung].tolist(), strict=True):
            known |= {uid: f"{known[origin]}'"} if origin in known else {}
    for time, uid, child, _, row, what, other in zip(*(column.tolist() for column in records[:7]), strict=True):
        name = known[uid] + ("" if child == NOBODY else f"/{plan.principals[child]}")
        word = What(what).name.lower()
        if what == What.ANSWERED:
            word = Answer(other).name.lower()
        if what in {What.ARRIVED, What.DROPPED, What.GIVEN_UP, What.ANSWERED}:
            found.setdefault(name, []).append(f"{word} {time:g}")
        elif what not in {What.RAISED, What.COPIED, What.AGAIN}:
            found.setdefault(name, []).append(f"{word} {plan.rows.label[row]} {time:g}")
    return {name: ", ".join(words) for name, words in found.items()}


A = Answer
GROUP = [meet("group"), end()]
DESK = [serve("desk", 2), end()]

CASES = [
    # one thing after another
    Case("a matter that waits for nothing arrives when it arises", [end()], [(3, "a", 1)], {"1": "arrived 3"}),
    Case("a wait takes its time", [wait("w", 2), end()], [(3, "a", 1)], {"1": "came w 3, left w 5, arrived 5"}),
    Case(
        "two waits follow one another",
        [wait("w", 2), wait("v", 0.5), end()],
        [(0, "a", 1)],
        {"1": "came w 0, left w 2, came v 2, left v 2.5, arrived 2.5"},
    ),
    Case(
        "a wait of no time passes at once", [wait("w", 0), end()], [(3, "a", 1)], {"1": "came w 3, left w 3, arrived 3"}
    ),
    Case(
        "chance 1 goes on",
        [chance("c", 1, "lost"), end(), stop("lost", 1)],
        [(0, "a", 1)],
        {"1": "passed c 0, arrived 0"},
    ),
    Case(
        "chance 0 jumps, and what stops stays before it is dropped",
        [chance("c", 0, "lost"), end(), stop("lost", 4)],
        [(1, "a", 1)],
        {"1": "failed c 1, came lost 1, dropped 5"},
    ),
    Case("a stop of no time drops at once", [stop("lost", 0)], [(1, "a", 1)], {"1": "came lost 1, dropped 1"}),
    # meetings
    Case(
        "a matter waits for the next sitting",
        GROUP,
        [(0.5, "a", 1)],
        {"1": "came group 0.5, left group 2, arrived 2"},
        at(1e-9, 2),
    ),
    Case(
        "one that comes at the instant of the sitting is in time",
        GROUP,
        [(2, "a", 1)],
        {"1": "came group 2, left group 2, arrived 2"},
        at(2, 3),
    ),
    Case(
        "one that comes when the papers have closed waits for the next",
        GROUP,
        [(1.5, "a", 1)],
        {"1": "came group 1.5, left group 4, arrived 4"},
        at(2, 4, early=1),
    ),
    Case(
        "one that comes as the papers close is in time",
        GROUP,
        [(1, "a", 1)],
        {"1": "came group 1, left group 2, arrived 2"},
        at(2, 4, early=1),
    ),
    Case(
        "one place takes the first that came",
        GROUP,
        [(0.2, "a", 2), (0.1, "a", 9)],
        {"9": "came group 0.1, left group 1, arrived 1", "2": "came group 0.2, left group 2, arrived 2"},
        at(1, 2),
    ),
    Case(
        "of two that came at the same instant the lower number is first",
        GROUP,
        [(0, "a", 9), (0, "a", 2)],
        {"2": "came group 0, left group 1, arrived 1", "9": "came group 0, left group 2, arrived 2"},
        at(1, 2),
    ),
    Case(
        "a sitting without places treats nothing",
        GROUP,
        [(0, "a", 1)],
        {"1": "came group 0, left group 2, arrived 2"},
        [*at(1, places=0), *at(2)],
    ),
    Case(
        "where there is never a place everything waits", GROUP, [(0, "a", 1)], {"1": "came group 0"}, at(1, 2, places=0)
    ),
    Case(
        "without a calendar everything waits",
        GROUP,
        [(0, "a", 1), (5, "a", 2)],
        {"1": "came group 0", "2": "came group 5"},
    ),
    Case(
        "more places than matters treat them all",
        GROUP,
        [(0, "a", 1), (0.5, "a", 2)],
        {"1": "came group 0, left group 1, arrived 1", "2": "came group 0.5, left group 1, arrived 1"},
        at(1, places=9),
    ),
    Case(
        "two sittings at one instant treat one each",
        GROUP,
        [(0, "a", 1), (0, "a", 2)],
        {"1": "came group 0, left group 1, arrived 1", "2": "came group 0, left group 1, arrived 1"},
        at(1, 1),
    ),
    Case(
        "what one sitting sets free is in time for a later one of the same instant",
        [meet("group"), meet("second"), end()],
        [(0, "a", 1)],
        {"1": "came group 0, left group 1, came second 1, left second 1, arrived 1"},
        [*at(1), *at(1, station="second")],
    ),
    Case(
        "but not for an earlier one of the same instant",
        [meet("second"), meet("group"), end()],
        [(0, "a", 1)],
        {"1": "came second 0, left second 1, came group 1, left group 2, arrived 2"},
        [*at(1, 2), *at(1, station="second")],
    ),
    Case(
        "a sitting takes nothing twice",
        [meet("group"), meet("again", "group"), end()],
        [(0, "a", 1)],
        {"1": "came group 0, left group 1, came again 1, left again 2, arrived 2"},
        at(1, 2, places=9),
    ),
    Case(
        "a wait that ends at the instant of a sitting is in time for it",
        [wait("w", 1), meet("group"), end()],
        [(0, "a", 1)],
        {"1": "came w 0, left w 1, came group 1, left group 1, arrived 1"},
        at(1, 2),
    ),
    # urgent first
    Case(
        "an urgent matter goes first though it came last",
        GROUP,
        [(0, "a", 1), (0.5, "b", 2)],
        {"1": "came group 0, left group 2, arrived 2", "2": "came group 0.5, left group 1, arrived 1"},
        at(1, 2),
        urgent_first=("group",),
    ),
    Case(
        "where matters are taken in order an urgent one waits",
        GROUP,
        [(0, "a", 1), (0.5, "b", 2)],
        {"1": "came group 0, left group 1, arrived 1", "2": "came group 0.5, left group 2, arrived 2"},
        at(1, 2),
    ),
    Case(
        "an urgent matter that comes after the papers closed does not take the place of another",
        GROUP,
        [(0, "a", 1), (0.9, "b", 2)],
        {"1": "came group 0, left group 1, arrived 1", "2": "came group 0.9, left group 2, arrived 2"},
        at(1, 2, early=0.5),
        urgent_first=("group",),
    ),
    Case(
        "urgent matters can starve another",
        GROUP,
        [(0, "a", 1), (0, "b", 2), (1.5, "b", 3), (2.5, "b", 4)],
        {
            "1": "came group 0",
            "2": "came group 0, left group 1, arrived 1",
            "3": "came group 1.5, left group 2, arrived 2",
            "4": "came group 2.5, left group 3, arrived 3",
        },
        at(1, 2, 3),
        urgent_first=("group",),
    ),
    # workers
    Case(
        "a free worker begins at once", DESK, [(1, "a", 1)], {"1": "came desk 1, began desk 1, left desk 3, arrived 3"}
    ),
    Case(
        "a second matter waits until the worker is free",
        DESK,
        [(1, "a", 1), (2, "a", 2)],
        {
            "1": "came desk 1, began desk 1, left desk 3, arrived 3",
            "2": "came desk 2, began desk 3, left desk 5, arrived 5",
        },
    ),
    Case(
        "two workers take two at once",
        DESK,
        [(1, "a", 1), (2, "a", 2)],
        {
            "1": "came desk 1, began desk 1, left desk 3, arrived 3",
            "2": "came desk 2, began desk 2, left desk 4, arrived 4",
        },
        servers=2,
    ),
    Case(
        "one that comes as the worker gets free finds those before it served first",
        DESK,
        [(0, "a", 1), (1, "a", 2), (2, "a", 3)],
        {
            "1": "came desk 0, began desk 0, left desk 2, arrived 2",
            "2": "came desk 1, began desk 2, left desk 4, arrived 4",
            "3": "came desk 2, began desk 4, left desk 6, arrived 6",
        },
    ),
    Case(
        "an urgent matter is served next, and does not interrupt",
        DESK,
        [(0, "a", 1), (0.5, "a", 2), (1, "b", 3)],
        {
            "1": "came desk 0, began desk 0, left desk 2, arrived 2",
            "2": "came desk 0.5, began desk 4, left desk 6, arrived 6",
            "3": "came desk 1, began desk 2, left desk 4, arrived 4",
        },
        urgent_first=("desk",),
    ),
    Case(
        "a service of no time serves all that come at one instant",
        [serve("desk", 0), end()],
        [(1, "a", 1), (1, "a", 2)],
        {
            "1": "came desk 1, began desk 1, left desk 1, arrived 1",
            "2": "came desk 1, began desk 1, left desk 1, arrived 1",
        },
    ),
    # what a sitting returns
    Case(
        "what is returned without a try left goes to the last row",
        [meet("group", back="group", last="lost"), end(), stop("lost", 1)],
        [(0, "a", 1)],
        {"1": "came group 0, returned group 1, came lost 1, dropped 2"},
        at(1, back=1),
    ),
    Case(
        "what is returned comes back as often as it may",
        [wait("w", 0.5), meet("group", back="w", last="lost", tries=2), end(), stop("lost", 0)],
        [(0, "a", 1)],
        {
            "1": "came w 0, left w 0.5, came group 0.5, returned group 1, came w 1, left w 1.5, came group 1.5, "
            "returned group 2, came w 2, left w 2.5, came group 2.5, returned group 3, came lost 3, dropped 3"
        },
        at(1, 2, 3, back=1),
    ),
    Case(
        "a returned matter has used its place",
        [meet("group", back="group", last="lost", tries=9), end(), stop("lost", 0)],
        [(0, "a", 1), (0.5, "a", 2)],
        {
            "1": "came group 0, returned group 1, came group 1, left group 3, arrived 3",
            "2": "came group 0.5, left group 2, arrived 2",
        },
        [*at(1, back=1), *at(2, 3)],
    ),
    # copies and matters raised again
    Case(
        "a copy arises at once and goes its own way",
        [copy("copied"), wait("w", 1), end(), wait("other way", 3), end("done too")],
        [(1, "a", 1)],
        {"1": "came w 1, left w 2, arrived 2", "1'": "came other way 1, left other way 4, arrived 4"},
        first={"b": "other way"},
    ),
    Case(
        "a copy makes no copies where one generation is the limit",
        [copy("copied", "a"), end()],
        [(1, "a", 1)],
        {"1": "arrived 1", "1'": "arrived 1"},
    ),
    Case(
        "two generations make a copy of the copy",
        [copy("copied", "a", generations=2), end()],
        [(1, "a", 1)],
        {"1": "arrived 1", "1'": "arrived 1", "1''": "arrived 1"},
    ),
    Case("a chance of 0 makes no copy", [copy("copied", p_on=0), end()], [(1, "a", 1)], {"1": "arrived 1"}),
    Case(
        "what is given up is raised again after its stay",
        [stop("stuck", 5, 1, "b"), wait("w", 1), end()],
        [(0, "a", 1)],
        {"1": "came stuck 0, given_up 5", "1'": "came w 5, left w 6, arrived 6"},
        first={"b": "w"},
    ),
    Case(
        "it is raised again only as often as the limit says, then dropped",
        [stop("stuck", 5, 1, "a", 2)],
        [(0, "a", 1)],
        {"1": "came stuck 0, given_up 5", "1'": "came stuck 5, given_up 10", "1''": "came stuck 10, dropped 15"},
    ),
    # answers of principals
    Case(
        "the last answer sets the matter free",
        [
            fork("f", "ask", "birk"),
            join("j", "f", "lost"),
            end(),
            stop("lost", 0),
            wait("f:ask", 1),
            answer("y"),
            wait("f:birk", 3),
            answer("z"),
        ],
        [(0, "a", 1)],
        {
            "1": "came f 0, left f 3, passed j 3, arrived 3",
            "1/ask": "came f:ask 0, left f:ask 1, approved 1",
            "1/birk": "came f:birk 0, left f:birk 3, approved 3",
        },
    ),
    Case(
        "one refusal is enough where all must approve",
        [
            fork("f", "ask", "birk"),
            join("j", "f", "lost"),
            end(),
            stop("lost", 0),
            answer("f:ask"),
            answer("f:birk", A.REJECTED),
        ],
        [(0, "a", 1)],
        {"1": "came f 0, left f 0, failed j 0, came lost 0, dropped 0", "1/ask": "approved 0", "1/birk": "rejected 0"},
    ),
    Case(
        "one approval is enough where one must approve",
        [
            fork("f", "ask", "birk"),
            join("j", "f", "lost", 1),
            end(),
            stop("lost", 0),
            answer("f:ask"),
            answer("f:birk", A.REJECTED),
        ],
        [(0, "a", 1)],
        {"1": "came f 0, left f 0, passed j 0, arrived 0", "1/ask": "approved 0", "1/birk": "rejected 0"},
    ),
    Case(
        "a child that does not answer in time lapses, in the queue where it stands",
        [
            fork("f", "ask", lapse=5),
            join("j", "f", "lost"),
            end(),
            stop("lost", 0),
            meet("f:ask", "group"),
            answer("y"),
        ],
        [(0, "a", 1)],
        {"1": "came f 0, left f 5, failed j 5, came lost 5, dropped 5", "1/ask": "came f:ask 0, lapsed 5"},
        at(6),
    ),
    Case(
        "an answer at the very instant of the lapse is in time",
        [fork("f", "ask", lapse=5), join("j", "f", "lost"), end(), stop("lost", 0), wait("f:ask", 5), answer("y")],
        [(0, "a", 1)],
        {"1": "came f 0, left f 5, passed j 5, arrived 5", "1/ask": "came f:ask 0, left f:ask 5, approved 5"},
    ),
    Case(
        "a sitting at the instant of the lapse is too late",
        [
            fork("f", "ask", lapse=5),
            join("j", "f", "lost"),
            end(),
            stop("lost", 0),
            meet("f:ask", "group"),
            answer("y"),
        ],
        [(0, "a", 1)],
        {"1": "came f 0, left f 5, failed j 5, came lost 5, dropped 5", "1/ask": "came f:ask 0, lapsed 5"},
        at(5),
    ),
    Case(
        "a child that lapses in service leaves the worker to the next",
        [fork("f", "ask", "birk", lapse=3), end(), serve("f:ask", 9), answer("y"), serve("f:birk", 1), answer("z")],
        [(0, "a", 1), (1, "b", 2)],
        {
            "1": "came f 0, left f 3, arrived 3",
            "1/ask": "came f:ask 0, began f:ask 0, lapsed 3",
            "1/birk": "came f:birk 0, began f:birk 3, lapsed 3",
            "2": "came f 1, left f 4, arrived 4",
            "2/ask": "came f:ask 1, began f:ask 3, lapsed 4",
            "2/birk": "came f:birk 1, began f:birk 4, lapsed 4",
        },
    ),
    Case(
        "only those that approved carry out",
        [
            fork("f", "ask", "birk"),
            fork("g", "ask", "birk", approved_at="f"),
            join("j", "g", "lost"),
            end(),
            stop("lost", 0),
            answer("f:ask"),
            answer("f:birk", A.REJECTED),
            wait("g:ask", 2),
            answer("y"),
            wait("g:birk", 9),
            answer("z"),
        ],
        [(0, "a", 1)],
        {
            "1": "came f 0, left f 0, came g 0, left g 2, passed j 2, arrived 2",
            "1/ask": "approved 0, came g:ask 0, left g:ask 2, approved 2",
            "1/birk": "rejected 0",
        },
    ),
    Case(
        "where nobody approved nobody carries out, and the matter goes on at once",
        [
            fork("f", "ask"),
            fork("g", "ask", approved_at="f"),
            join("j", "g", "lost"),
            end(),
            stop("lost", 0),
            answer("f:ask", A.REJECTED),
            wait("g:ask", 2),
            answer("y"),
        ],
        [(0, "a", 1)],
        {"1": "came f 0, left f 0, came g 0, left g 0, passed j 0, arrived 0", "1/ask": "rejected 0"},
    ),
    Case(
        "a child that comes to a stop lapses after its stay",
        [fork("f", "ask"), join("j", "f", "lost"), end(), stop("lost", 0), stop("f:ask", 4, 1, "a")],
        [(0, "a", 1)],
        {"1": "came f 0, left f 4, failed j 4, came lost 4, dropped 4", "1/ask": "came f:ask 0, lapsed 4"},
    ),
    Case(
        "children of one principal stand in a queue by the number of their matter",
        [fork("f", "ask"), end(), meet("f:ask", "group"), answer("y")],
        [(0, "a", 5), (0, "a", 3)],
        {
            "3": "came f 0, left f 1, arrived 1",
            "3/ask": "came f:ask 0, left f:ask 1, approved 1",
            "5": "came f 0, left f 2, arrived 2",
            "5/ask": "came f:ask 0, left f:ask 2, approved 2",
        },
        at(1, 2),
    ),
    # the horizon
    Case(
        "what ends at the horizon has ended",
        [wait("w", 4), end()],
        [(1, "a", 1)],
        {"1": "came w 1, left w 5, arrived 5"},
        until=5,
    ),
    Case("what would end after it is inside", [wait("w", 4), end()], [(1.5, "a", 1)], {"1": "came w 1.5"}, until=5),
    Case(
        "a sitting at the horizon is held, one after it is not",
        GROUP,
        [(0, "a", 1), (0, "a", 2)],
        {"1": "came group 0, left group 5, arrived 5", "2": "came group 0"},
        at(5, 6),
        until=5,
    ),
    Case(
        "a matter that arises after the horizon does not arise",
        [end()],
        [(5, "a", 1), (6, "a", 2)],
        {"1": "arrived 5"},
        until=5,
    ),
    Case("without matters nothing happens", GROUP, [], {}, at(1, 2)),
]


@pytest.mark.parametrize("engine", ["compiled", "plain", "reference"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_by_hand(case: Case, engine: str) -> None:
    plan = world(case)
    records = run(plan, draws(plan, case.sittings, case.arrivals), KEY, case.until, engine)
    assert told(plan, records) == case.expected


def test_there_are_fifty_cases_with_names_of_their_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 50


@pytest.mark.parametrize("engine", ["compiled", "plain", "reference"])
def test_who_waits_and_who_is_treated_is_counted_at_each_sitting(engine: str) -> None:
    plan = world(Case("", GROUP, [], {}))
    drawn = draws(plan, at(1, 2, 3, places=2, early=0.25), [(0.0, "a", 1), (0.1, "a", 2), (0.2, "a", 3), (0.9, "a", 4)])
    records = run(plan, drawn, KEY, 2.5, engine)
    assert records.waiting.tolist() == [3, 2, 0]
    assert records.treated.tolist() == [2, 2, 0]


@pytest.mark.parametrize("engine", ["compiled", "plain", "reference"])
def test_a_link_that_is_open_is_open_for_all_matters_of_a_run(engine: str) -> None:
    plan = world(Case("", [chance("link", 0.5, "lost", once=True), end(), stop("lost", 0)], [], {}))
    drawn = draws(plan, (), [(float(day), "a", day + 1) for day in range(50)])
    met = set()
    for seed in range(20):
        records = run(plan, drawn, key(seed, 0), 100.0, engine)
        ways = set(records.what[(records.what == What.PASSED) | (records.what == What.FAILED)].tolist())
        assert ways == {What.PASSED if u(key(seed, 0), 0, salt("link"), 0) < 0.5 else What.FAILED}
        met |= ways
    assert len(met) == 2


@pytest.mark.parametrize("engine", ["compiled", "plain", "reference"])
def test_a_second_visit_draws_another_number(engine: str) -> None:
    plan = world(Case("", [chance("c", 0.5, "c"), end()], [], {}))
    drawn = draws(plan, (), [(0.0, "a", uid) for uid in range(1, 200)])
    records = run(plan, drawn, KEY, 1.0, engine)
    failed = dict.fromkeys(range(1, 200), 0)
    for uid in records.uid[records.what == What.FAILED].tolist():
        failed[uid] += 1
    for uid, times in failed.items():
        drawn_numbers = [u(KEY, uid, salt("c"), visit) for visit in range(times + 1)]
        assert all(number >= 0.5 for number in drawn_numbers[:-1])
        assert drawn_numbers[-1] < 0.5
    assert max(failed.values()) >= 4
