"""Event logs: what is written reads back, process-mining software opens it, faults have their place."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.simulation import known
from tests.simulation.outcome.conftest import busy
from tests.simulation.outcome.counties import county
from tests.simulation.outcome.hand import one, plan, records

from remit.graph.org import Org
from remit.model.files import loads
from remit.model.files.problems import ModelErrors
from remit.simulation.eventlog import Event, Log, Trace, lived, log_of, read_log, to_csv, to_xes
from remit.simulation.eventlog.estimate import estimate
from remit.simulation.eventlog.log import days, stamp
from remit.simulation.eventlog.paths import compare_paths
from remit.simulation.eventlog.survival import incidence
from remit.simulation.outcome.run import Setting, first_run
from remit.simulation.outcome.window import SimulationError, window
from remit.simulation.parameters import load_parameters
from remit.simulation.plan import NOBODY, Answer, Op, What

WAY = plan(
    [(Op.WAIT, "1", "team"), (Op.MEET, "4", "council"), (Op.END, "7", "region"), (Op.STOP, "5", "council")],
    stations=["council"],
    at={1: 0},
)
RUN = records(
    [
        *one(1, [(10, 0, 20), (20, 1, 50)], What.ARRIVED),
        *one(2, [(15, 0, 25), (25, 3, 90)], What.DROPPED),
        *one(3, [(30, 0, 35), (35, 1, 999)], None),
    ]
)


def a_log() -> Log:
    return log_of(WAY, RUN, datetime.date(2020, 1, 1), "run")


def save(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def faults(path: Path, lang: str = "en") -> list[str]:
    with pytest.raises(ModelErrors) as caught:
        read_log(path)
    return [line.replace(str(path), path.name) for line in caught.value.render(lang).splitlines()]


def test_a_case_is_a_matter_with_its_events_in_time() -> None:
    first = a_log().traces[0]
    assert [(event.activity, event.stage, stamp(event.time)[:10], event.entity) for event in first.events] == [
        ("raised", "complete", "2020-01-11", "team"),
        ("row 0", "start", "2020-01-11", "team"),
        ("row 0", "complete", "2020-01-21", "team"),
        ("row 1", "complete", "2020-02-20", "council"),
        ("carried out", "complete", "2020-02-20", "region"),
    ]
    assert (first.topic, first.principal) == ("t", "a")


def test_a_run_beyond_the_last_year_that_there_is_is_no_log() -> None:
    assert log_of(WAY, RUN, datetime.date(9998, 1, 1)).traces
    with pytest.raises(SimulationError, match="after the year 9999"):
        log_of(WAY, RUN, datetime.date(9999, 12, 1))


def test_who_carries_out_has_not_answered_a_recommendation() -> None:
    way = plan([(Op.FORK, "5", "council"), (Op.ANSWER, "5", "a"), (Op.FORK, "7", "council"), (Op.ANSWER, "7", "a")])
    run = records(
        [
            (1.0, 7, NOBODY, 0, What.RAISED, 0, 0),
            (1.0, 7, NOBODY, 0, What.CAME, 0, 0),
            (2.0, 7, 0, 1, What.ANSWERED, Answer.APPROVED, 0),
            (2.0, 7, NOBODY, 0, What.LEFT, 0, 0),
            (2.0, 7, NOBODY, 2, What.CAME, 0, 0),
            (3.0, 7, 0, 3, What.ANSWERED, Answer.APPROVED, 0),
            (3.0, 7, NOBODY, 2, What.LEFT, 0, 0),
        ]
    )
    events = log_of(way, run, datetime.date(2020, 1, 1)).traces[0].events
    assert [event.activity for event in events if event.branch] == ["answer: approved", "row 3"]


@pytest.mark.parametrize(("name", "write"), [("run.xes", to_xes), ("run.csv", to_csv)])
def test_what_is_written_reads_back_equal(tmp_path: Path, name: str, write: object) -> None:
    assert callable(write)
    assert read_log(save(tmp_path, name, write(a_log()))) == a_log()


NAME = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)


@given(st.lists(st.tuples(NAME, NAME, st.integers(0, 40_000)), min_size=1, max_size=8))
def test_any_names_survive_both_formats(rows: list[tuple[str, str, int]]) -> None:
    import tempfile

    log = Log(tuple(Trace(f"{n:03}", (Event(a, float(t), e),)) for n, (a, e, t) in enumerate(rows)), "x")
    log = log._replace(traces=tuple(sorted(log.traces, key=lambda one: (one.events[0].time, one.case))))
    with tempfile.TemporaryDirectory() as folder:
        for name, write in (("x.xes", to_xes), ("x.csv", to_csv)):
            path = Path(folder) / name
            path.write_text(write(log), encoding="utf-8", newline="")
            assert read_log(path) == log


def test_no_cell_of_a_csv_log_begins_as_a_formula() -> None:
    log = Log((Trace("1", (Event("=cmd()", 0.0, "@x"),)),))
    assert "'=cmd()" in to_csv(log)
    assert ",'@x," in to_csv(log)


@pytest.mark.filterwarnings("ignore")
def test_pm4py_opens_both_and_finds_the_same_cases_and_hand_overs(tmp_path: Path) -> None:
    pm4py = pytest.importorskip("pm4py", reason="pm4py, the process-mining software that the logs are opened with")
    pandas = pytest.importorskip("pandas")
    xes = pm4py.read_xes(str(save(tmp_path, "run.xes", to_xes(a_log()))), show_progress_bar=False)
    table = pandas.read_csv(save(tmp_path, "run.csv", to_csv(a_log())))
    table["time:timestamp"] = pandas.to_datetime(table["time:timestamp"])
    table["case:concept:name"] = table["case:concept:name"].astype(str)
    for frame in (xes, table):
        told = pm4py.format_dataframe(
            frame, case_id="case:concept:name", activity_key="concept:name", timestamp_key="time:timestamp"
        )
        assert told["case:concept:name"].nunique() == 3
        told = told[told["lifecycle:transition"] == "complete"]
        graph, starts, ends = pm4py.discover_dfg(told)
        assert graph["raised", "row 0"] == 3
        assert starts == {"raised": 3}
        assert ends == {"carried out": 1, "dropped": 1, "row 0": 1}
        assert str(told["time:timestamp"].min())[:10] == "2020-01-11"


# -- reading what others wrote ------------------------------------------------------------------------------

HEAD = "ärende;aktivitet;tidpunkt;enhet\n"


def test_a_csv_log_with_swedish_heads_semicolons_and_dates_alone_is_read(tmp_path: Path) -> None:
    path = save(tmp_path, "log.csv", "\ufeff" + HEAD + "7;väckt;2024-01-02;Teamet\n7;berett;2024-01-12 08:00;Rådet\n")
    (trace,) = read_log(path).traces
    assert [(one.activity, one.entity) for one in trace.events] == [("väckt", "Teamet"), ("berett", "Rådet")]
    assert trace.events[1].time - trace.events[0].time == pytest.approx(10 + 1 / 3)


def test_every_fault_of_a_csv_log_is_told_with_its_line(tmp_path: Path) -> None:
    text = HEAD + "7;väckt;igår;T\n;väckt;2024-01-01;T\n7;;2024-01-01;T\n7;väckt;2024-01-01\n8;väckt;2024-01-01;T\n"
    found = faults(save(tmp_path, "log.csv", text))
    assert [line.partition(" ")[0] for line in found] == [
        "log.csv:2:3:",
        "log.csv:3:1:",
        "log.csv:4:3:",
        "log.csv:5:1:",
    ]
    assert "2024-05-06" in found[0]
    assert faults(save(tmp_path, "log.csv", text), "sv") != found


@pytest.mark.parametrize(
    ("name", "text", "place", "says"),
    [
        ("log.csv", "a,b\n1,2\n", "log.csv:1:1:", "no column for the case"),
        ("log.csv", 'case,activity,time\n1,"a,2024-01-01\n2,b,2024-01-01\n', "log.csv:2:1:", "cannot be read as CSV"),
        ("log.csv", "case,activity,time\n", "log.csv:1:1:", "no events"),
        ("log.csv", "case,case,activity,time\n1,1,a,2024-01-01\n", "log.csv:1:1:", "twice"),
        ("log.xes", "<log>\n <trace>\n  <event>", "log.xes:3:", "not well-formed"),
        ("log.xes", "<model/>", "log.xes:1:1:", "no event log"),
        ("log.xes", "<log/>", "log.xes:1:1:", "no events"),
        ("log.xes", "<log>" + "<list>" * 50, "log.xes:1:", "levels deep"),
        (
            "log.xes",
            "<log>\n<trace><event><date key='time:timestamp' value='x'/></event></trace></log>",
            "log.xes:2:8:",
            "x",
        ),
        ("log.csv", "case,activity,time\n1,a,0001-01-01T00:00+14:00\n", "log.csv:2:", "no point in time"),
        ("log.csv", "case,activity,time\n1,a,9999-12-31T23:59:59.9999\n", "log.csv:2:", "no point in time"),
        ("log.json", "{}", "log.json:1:1:", ".xes or .csv"),
    ],
)
def test_a_faulty_log_is_refused_with_the_place(tmp_path: Path, name: str, text: str, place: str, says: str) -> None:
    found = faults(save(tmp_path, name, text))
    assert found[0].startswith(place)
    assert says in "\n".join(found)


def test_a_case_without_a_name_is_no_part_of_one_that_is_called_as_its_number(tmp_path: Path) -> None:
    event = "<event><string key='concept:name' value='a'/><date key='time:timestamp' value='2024-01-0{}'/></event>"
    text = (
        f"<log><trace>{event.format(1)}</trace>"
        f"<trace><string key='concept:name' value='1'/>{event.format(2)}</trace></log>"
    )
    assert [len(trace.events) for trace in read_log(save(tmp_path, "log.xes", text)).traces] == [1, 1]


BOMB = (
    "<!DOCTYPE log [" + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]><log>&a11;</log>"
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        '<!DOCTYPE log SYSTEM "http://127.0.0.1:9/x.dtd"><log/>',
        '<!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/hostname">]><log><trace>&x;</trace></log>',
    ],
)
def test_a_doctype_is_refused_before_anything_in_it_counts(tmp_path: Path, text: str) -> None:
    (found,) = faults(save(tmp_path, "log.xes", text))
    assert found.startswith("log.xes:1:")
    assert "DOCTYPE" in found


def test_a_log_with_very_many_faults_tells_the_first_and_counts_the_rest(tmp_path: Path) -> None:
    found = faults(save(tmp_path, "log.csv", "case,activity,time\n" + "1,a,x\n" * 500))
    assert len(found) == 51
    assert "450 more" in found[-1]


def test_a_point_between_hour_and_minutes_is_read_as_it_is_meant_and_a_fraction_of_them_is_refused() -> None:
    assert days("2020-01-02 08.30") == days("2020-01-02T08:30") == days("2020-01-02 08.30.00")
    assert days("2020-01-02 08:30:15,5") - days("2020-01-02T08:30:15") == pytest.approx(0.5 / 86400, rel=1e-3)
    for wrong in ("2020-01-02 08.5", "2020-01-02T08:30.5", "2020-01-02T0830,5"):
        with pytest.raises(ValueError, match="2020"):
            days(wrong)


def test_a_time_stamp_keeps_its_offset() -> None:
    assert days("2024-05-06T13:30:00+02:00") == days("2024-05-06T11:30:00Z")
    assert stamp(days("2024-05-06T13:30:00.125+02:00")) == "2024-05-06T11:30:00.125+00:00"


# -- what a log tells -----------------------------------------------------------------------------------------


def test_open_matters_count_for_as_long_as_they_were_seen() -> None:
    # worked by hand: 4 at risk at age 1 (one carried out: 1/4), 3 at age 2 (one stopped), one lost at 3, 1 at 4
    found = incidence([1, 2, 3, 4], [1, 2, 0, 1])
    assert found.ages == (1, 4)
    assert found.shares == pytest.approx((1 / 4, 1 / 4 + 3 / 4 * 2 / 3))
    assert found.quantile(0.5) == 4
    assert found.quantile(0.9) is None


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from([1, 2])), min_size=1, max_size=30))
def test_with_nothing_open_the_estimate_is_the_share_counted(rows: list[tuple[int, int]]) -> None:
    found = incidence([float(age) for age, _ in rows], [end for _, end in rows])
    for age in range(10):
        assert found.at(age) == pytest.approx(sum(one <= age and end == 1 for one, end in rows) / len(rows))


COUNTY = """\
remit: 1
model: {id: county, title: {sv: Länet, en: The county}, as_of: 2020-01-01, made_up: yes}
levels: [near, county]
principals: {region: {name: Regionen, kind: region}, ask: {name: Asks kommun, kind: municipality}}
topics: {t: {name: {sv: frågan, en: the topic}}}
units:
  clinic: {name: Mottagningen, principal: region, level: near}
  board: {name: Nämnden, principal: region, level: county}
groups:
  team: {name: Teamet, level: near, seats: [region], escalates_to: council}
  council: {name: Rådet, level: county, seats: [region], recommends_to: [region, ask]}
  others: {name: De andra, level: county, seats: [ask]}
"""


def told_of(rows: list[tuple[str, str, str, str]], tmp_path: Path) -> Log:
    lines = [";".join(row) for row in rows]
    return read_log(save(tmp_path, "log.csv", HEAD + "\n".join(lines) + "\n"))


def test_hand_overs_are_compared_with_what_the_structure_has(tmp_path: Path) -> None:
    log = told_of(
        [
            ("1", "a", "2024-01-01", "clinic"),
            ("1", "b", "2024-01-05", "TEAMET"),
            ("1", "c", "2024-01-09", "council"),
            ("1", "d", "2024-01-12", "De andra"),
            ("1", "e", "2024-01-14", "Rodet"),
            ("2", "a", "2024-01-01", "clinic"),
            ("2", "b", "2024-01-03", "board"),
            ("2", "c", "2024-01-04", "Regionen"),
        ],
        tmp_path,
    )
    paths = compare_paths(lived(log), Org(loads(COUNTY)))
    assert {(one.source, one.target): one.ground for one in paths.lived} == {
        ("clinic", "team"): "seat",
        ("team", "council"): "route",
        ("council", "others"): "",
        ("clinic", "board"): "line",
        ("board", "region"): "line",
    }
    assert paths.unused == (("council", "recommends_to", "region"),)
    assert [(one.name, one.near) for one in paths.unknown] == [("Rodet", "rådet")]
    assert paths.followed == pytest.approx(4 / 5)


def test_times_are_counted_from_the_event_before_and_repeats_are_seen(tmp_path: Path) -> None:
    log = told_of(
        [
            ("1", "a", "2024-01-01", "x"),
            ("1", "b", "2024-01-05", "x"),
            ("1", "b", "2024-01-11", "x"),
            ("2", "a", "2024-01-02", "x"),
            ("2", "åtgärdat", "2024-01-22", "y"),
        ],
        tmp_path,
    )
    found = lived(log)
    assert (found.activities["b"].number, found.activities["b"].mean) == (2, 5)
    assert found.repeated == pytest.approx(1 / 5)
    assert (found.carried_out, found.stopped) == (1, 0)
    assert found.hand_overs == (("x", "y", 1, 20.0),)


def test_what_goes_on_at_the_same_time_is_no_hand_over_between_its_branches() -> None:
    def event(activity: str, day: int, entity: str, branch: str = "", stage: str = "complete") -> Event:
        return Event(activity, float(day), entity, stage, "", branch)

    events = (
        event("sent", 0, "council"),
        event("decided", 10, "ask", "ask"),
        event("prepared", 11, "berg", "berg", "start"),
        event("prepared", 15, "berg", "berg"),
        event("decided", 30, "berg", "berg"),
        event("noted", 40, "council"),
    )
    found = lived(Log((Trace("1", events),)))
    assert {(one.source, one.target): one.days for one in found.hand_overs} == {
        ("council", "ask"): 10,
        ("council", "berg"): 15,
        ("ask", "council"): 30,
        ("berg", "council"): 10,
    }
    assert found.activities["prepared"].mean == 4
    assert found.activities["decided"].mean == (10 + 15) / 2
    assert found.activities["noted"].mean == 10


def test_a_run_written_as_a_log_gives_back_the_parameters_that_it_was_run_with() -> None:
    org, numbers = county(), busy()
    plan, records = first_run(org, Setting(window(30), engine="plain"), numbers)
    found = lived(log_of(plan, records, datetime.date(2020, 1, 1), "run"))
    estimates = {one.name: one for one in estimate(found, numbers, {"prepare": "prepare_days"}, org).found}
    prepare = estimates["prepare_days"]
    assert prepare.low <= numbers["prepare_days"] <= prepare.high
    # two topics with four principals, the rate with its own interval
    assert estimates["matters_per_year"].low <= 2.0 * 1.05
    assert estimates["matters_per_year"].high >= 2.0 * 0.95
    paths = compare_paths(found, org)
    assert paths.unknown == ()
    assert paths.followed is not None
    assert paths.followed > 0.95


def test_a_fixed_time_and_principals_that_stand_for_several_come_back_as_they_were_put_in() -> None:
    org = known.council(2, ("p1: {kind: municipality}", "p1: {kind: municipality, count: 4}"))
    numbers = known.quiet(matters_per_year=3, minutes_days=10, line_days=20, spread=2)
    plan, records = first_run(org, Setting(window(20), engine="plain"), numbers)
    found = lived(log_of(plan, records, datetime.date(2020, 1, 1), "run"))
    steps = {"minutes": "minutes_days", "rise:1": "line_days"}
    told = {one.name: one for one in estimate(found, numbers, steps, org).found}
    assert told["minutes_days"].value == pytest.approx(10, rel=1e-6)
    assert told["line_days"].value == pytest.approx(20, rel=0.02)
    assert told["matters_per_year"].low <= 3 <= told["matters_per_year"].high  # one topic: with the one, and with four


def test_a_case_that_springs_from_another_is_no_matter_that_arises_and_one_given_up_is_not_open() -> None:
    def case(name: str, first: str, last: str) -> Trace:
        return Trace(name, (Event(first, 0.0), Event(last, 365.25)), "t", "a")

    found = lived(
        Log((case("1", "raised", "given up"), case("2", "raised again", "carried out"), case("3", "copied", "dropped")))
    )
    assert (found.matters, found.rate.number, found.rate.a_year) == (3, 1, 1.0)
    assert found.by_topic["t"].number == found.by_principal["a"].number == 1
    assert (found.carried_out, found.stopped) == (1, 2)


def test_a_log_becomes_parameters_that_the_simulation_reads(tmp_path: Path) -> None:
    rows = [
        (str(n), what, f"20{n:02}-{month}-01", "x") for n in range(10, 20) for what, month in (("a", "01"), ("b", "03"))
    ]
    found = lived(told_of(rows, tmp_path))
    shipped = load_parameters()
    text = estimate(found, shipped, {"b": "prepare_days"}, Org(loads(COUNTY))).parameters(shipped)
    read = load_parameters(save(tmp_path, "mine.yaml", text))
    # triangular from half of it to twice it: the mean is 3.5/3 of what is most common
    assert read["prepare_days"] == pytest.approx(found.activities["b"].mean * 3 / 3.5, rel=1e-5)
    assert read["matters_per_year"] == pytest.approx(10 / found.years / 2, rel=1e-5)  # one topic, two principals
    assert read.get("prepare_days").origin == "source"
    assert read.get("prepare_days").low < read["prepare_days"] < read.get("prepare_days").high
