"""What somebody has accepted: how waivers and baselines act on an audit, and how their files are read."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.model.files.problems import ModelErrors, UsageProblem
from remit.queries.acceptance_files import read_baseline, read_config, read_waivers, write_baseline
from remit.queries.engine import audit
from remit.queries.finding import Audit
from remit.queries.waivers import Accepted, BaselineRow, Waiver, baseline_of

HEAD = "remit: 1\nmodel: {id: m, title: m, as_of: 2020-01-01}\n"
TWO = HEAD + "groups: {one: {name: One, assignment: none}, two: {name: Two, assignment: none}}\n"
OPEN = HEAD + "groups: {one: {name: One, assignment: unknown}, two: {name: Two, assignment: unknown}}\n"
SET = HEAD + (
    "sets: {both: {name: both, of: group}}\n"
    "groups: {one: {name: One, assignment: Rules}, two: {name: Two, assignment: Rules}}\n"
    'facts: [[both, assignment, none, "", most, author]]\n'
)


def run(model: str, *waivers: Waiver, baseline: tuple[BaselineRow, ...] = (), select: str = "MAN102") -> Audit:
    accepted = Accepted(waivers, baseline)
    return audit(Org(loads(model, "m.yaml")), select=(select,), certainty=Degree.OPEN, accepted=accepted)


def waiver(subject: str, until: str = "", rule: str = "MAN102") -> Waiver:
    day = datetime.date.fromisoformat(until) if until else None
    return Waiver(rule, subject, "it is being written", "the board", day)


def subjects(result: Audit) -> list[str]:
    return [finding.subject.id for finding in result.findings]


def notices(result: Audit) -> list[str]:
    return [notice.code for notice in result.notices]


# -- waivers ------------------------------------------------------------------------------------------------


def test_a_waiver_takes_its_finding_out_and_keeps_the_reason() -> None:
    result = run(TWO, waiver("one"))
    assert subjects(result) == ["two"]
    assert [(f.subject.id, f.waived) for f in result.waived] == [("one", "it is being written (the board)")]
    assert notices(result) == []


def test_a_waiver_holds_through_its_last_day() -> None:
    assert subjects(run(TWO, waiver("one", "2020-01-01"))) == ["two"]


def test_an_expired_waiver_accepts_nothing_and_is_reported() -> None:
    result = run(TWO, waiver("one", "2019-12-31"))
    assert subjects(result) == ["one", "two"]
    assert notices(result) == ["waiver-expired"]
    assert "2019-12-31" in result.notices[0].text.sv
    assert "2019-12-31" in result.notices[0].text.en


def test_a_waiver_without_a_finding_is_reported_as_unused() -> None:
    result = run(TWO, waiver("three"))
    assert subjects(result) == ["one", "two"]
    assert notices(result) == ["waiver-unused"]


def test_a_waiver_of_another_rule_does_not_act() -> None:
    assert subjects(run(TWO, waiver("one", rule="ROB602"))) == ["one", "two"]


def test_a_waiver_of_a_rule_that_was_not_run_is_not_called_unused() -> None:
    assert notices(run(TWO, waiver("one", rule="MAN102"), select="ROB602")) == []


def test_a_waiver_of_a_rule_that_does_not_exist_is_unused() -> None:
    assert notices(run(TWO, waiver("one", rule="XXX999"))) == ["waiver-unused"]


def test_a_waiver_for_a_finding_that_is_less_sure_than_asked_for_is_used() -> None:
    org = Org(loads(OPEN, "m.yaml"))
    result = audit(org, select=("MAN102",), accepted=Accepted((waiver("one"),)))
    assert (len(result), notices(result)) == (0, [])


def test_a_waiver_for_one_member_does_not_clear_a_folded_set() -> None:
    result = run(OPEN, waiver("one"))
    assert [finding.subject.members for finding in result.findings] == [("one", "two")]
    assert notices(result) == []


def test_waivers_for_every_member_clear_a_folded_set() -> None:
    assert subjects(run(OPEN, waiver("one"), waiver("two"))) == []


def test_an_expired_waiver_for_one_member_leaves_the_folded_set() -> None:
    result = run(OPEN, waiver("one"), waiver("two", "2019-12-31"))
    assert [finding.subject.members for finding in result.findings] == [("one", "two")]
    assert notices(result) == ["waiver-expired"]


def test_a_waiver_for_a_named_set_clears_what_is_said_of_the_set() -> None:
    assert subjects(run(SET)) == ["both"]
    assert subjects(run(SET, waiver("one"))) == ["both"]
    assert subjects(run(SET, waiver("both"))) == []


# -- baselines ----------------------------------------------------------------------------------------------


def test_only_what_is_new_since_the_baseline_counts() -> None:
    frozen = baseline_of([f for f in run(TWO).findings if f.subject.id == "one"])
    result = run(TWO, baseline=frozen)
    assert subjects(result) == ["two"]
    assert [(f.subject.id, f.waived) for f in result.waived] == [("one", "baseline")]


def test_a_baseline_row_whose_finding_is_gone_is_stale() -> None:
    frozen = baseline_of(run(TWO).findings)
    mended = TWO.replace("one: {name: One, assignment: none}", "one: {name: One, assignment: Rules}")
    result = run(mended, baseline=frozen)
    assert subjects(result) == []
    assert notices(result) == ["baseline-stale"]
    assert "one" in result.notices[0].text.sv


def test_a_baseline_row_of_a_rule_that_was_not_run_is_not_stale() -> None:
    assert notices(run(TWO, baseline=baseline_of(run(TWO).findings), select="ROB602")) == []


def test_a_set_with_a_new_member_is_another_finding_than_the_frozen_one() -> None:
    frozen = baseline_of(run(OPEN).findings)
    more = OPEN.replace("groups: {", "groups: {zero: {name: Zero, assignment: unknown}, ")
    result = run(more, baseline=frozen)
    assert [finding.subject.members for finding in result.findings] == [("one", "two", "zero")]
    assert notices(result) == ["baseline-stale"]


def test_a_baseline_does_not_depend_on_names_or_on_the_order_of_the_model() -> None:
    other = HEAD + "groups: {two: {name: Zwei, assignment: none}, one: {name: Eins, assignment: none}}\n"
    assert baseline_of(run(other).findings) == baseline_of(run(TWO).findings)


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    every = (*baseline_of(run(TWO).findings), *baseline_of(run(SET).findings), *baseline_of(run(OPEN).findings))
    pair = BaselineRow(("STR201", "finding", "lbu", "lsg", ""))
    write_baseline(tmp_path / "b.json", (*every, pair))
    assert set(read_baseline(tmp_path / "b.json")) == {*every, pair}


def test_a_baseline_file_is_the_same_for_the_same_rows_in_any_order(tmp_path: Path) -> None:
    rows = (*baseline_of(run(TWO).findings), *baseline_of(run(SET).findings))
    write_baseline(tmp_path / "a.json", rows)
    write_baseline(tmp_path / "b.json", (*reversed(rows), rows[0]))
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_an_empty_baseline_can_be_written_and_read(tmp_path: Path) -> None:
    write_baseline(tmp_path / "b.json", ())
    assert read_baseline(tmp_path / "b.json") == ()


def test_a_baseline_that_is_no_baseline_is_told_with_every_fault(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(
        '{"remit": 1, "baseline": [\n'
        '  {"rule": "MAN102", "message": "finding"},\n'
        '  {"rule": "MAN102", "message": "finding", "subject": "one"},\n'
        '  {"rule": "MAN102", "message": "finding", "subject": ["one"], "extent": "lots"},\n'
        "  7]}\n",
        encoding="utf-8",
    )
    assert faults(path, read_baseline) == [
        (2, "baseline[0]", "missing_key"),
        (3, "baseline[1].subject", "expected_list"),
        (4, "baseline[2].extent", "not_a_choice"),
        (5, "baseline[3]", "expected_mapping"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[]", "expected_mapping"),
        ('{"baseline": []}', "no_version"),
        ('{"remit": 2, "baseline": []}', "newer_version"),
        ('{"remit": "x", "baseline": []}', "wrong_version"),
        ('{"remit": 1}', "missing_key"),
        ('{"remit": 1, "baseline": {}}', "expected_list"),
        ('{"remit": 1, "baseline": [,]}', "json_value"),
    ],
)
def test_a_baseline_of_the_wrong_form_is_told(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")
    assert [fault[2] for fault in faults(path, read_baseline)] == [code]


# -- the file of waivers ------------------------------------------------------------------------------------


def faults(path: Path, read: object) -> list[tuple[int, str, str]]:
    """Line, place in the file and code of everything that a reader finds wrong; every text exists twice."""
    assert callable(read)
    with pytest.raises(ModelErrors) as caught:
        read(path)
    for lang in ("sv", "en"):
        lines = caught.value.render(lang).splitlines()
        assert len(lines) == len(caught.value.problems)
        assert all(line.startswith(f"{path}:") for line in lines)
    return [(problem.mark.line, problem.path, problem.code) for problem in caught.value.problems]


def test_waivers_are_read_from_a_list(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(
        "# agreed at the meeting\n"
        "- {rule: man102, subject: one, reason: it is being written, by: the board, until: 2020-06-30}\n"
        "- rule: MAN102\n  subject: two\n  reason: 'no'\n  by: the board\n",
        encoding="utf-8",
    )
    assert read_waivers(path) == (
        Waiver("MAN102", "one", "it is being written", "the board", datetime.date(2020, 6, 30)),
        Waiver("MAN102", "two", "no", "the board"),
    )


def test_waivers_may_stand_in_json(tmp_path: Path) -> None:
    path = tmp_path / "waivers.json"
    path.write_text('[{"rule": "MAN102", "subject": "one", "reason": "r", "by": "b"}]', encoding="utf-8")
    assert read_waivers(str(path)) == (Waiver("MAN102", "one", "r", "b"),)


def test_a_file_with_nothing_but_comments_holds_no_waivers(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text("# none yet\n", encoding="utf-8")
    assert read_waivers(path) == ()


def test_all_faults_of_a_file_of_waivers_come_at_once_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(
        "- {rule: MAN1O2, subject: one, reason: r, by: b}\n"
        "- {rule: MAN102, subject: one, reason: r, by: b, until: 2020-02-30}\n"
        "- {rule: MAN102, subject: one, reason: r, by: b, until: soon}\n"
        "- {rule: MAN102, subject: one, by: b}\n"
        "- {rule: MAN102, subject: one, reason: , by: b}\n"
        "- {rule: MAN102, subject: one, reason: r, by: b, untill: 2020-01-01}\n"
        "- MAN102\n"
        "- {rule: MAN102, subject: one, reason: ' ', by: b}\n",
        encoding="utf-8",
    )
    assert faults(path, read_waivers) == [
        (1, "[0].rule", "unknown_id"),
        (2, "[1].until", "date"),
        (3, "[2].until", "date"),
        (4, "[3]", "missing_key"),
        (5, "[4].reason", "nothing_written"),
        (6, "[5]", "unknown_key"),
        (7, "[6]", "expected_mapping"),
        (8, "[7].reason", "nothing_written"),
    ]


def test_a_misspelt_rule_gets_a_suggestion(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text("- {rule: MAN1O2, subject: one, reason: r, by: b}\n", encoding="utf-8")
    with pytest.raises(ModelErrors) as caught:
        read_waivers(path)
    assert "MAN102" in caught.value.render("sv")


@pytest.mark.parametrize(
    ("text", "code"), [("a: 1", "expected_list"), ("word", "expected_list"), ('- "a', "yaml_open_quote")]
)
def test_waivers_of_the_wrong_form_are_told(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(text, encoding="utf-8")
    assert [fault[2] for fault in faults(path, read_waivers)] == [code]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    for read in (read_waivers, read_baseline, read_config):
        with pytest.raises(UsageProblem):
            read(tmp_path / "nothing")


# -- remit.toml ---------------------------------------------------------------------------------------------


def test_a_configuration_says_what_an_audit_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "remit.toml"
    path.write_text(
        'select = ["man", "ROB602"]\nignore = "MAN101"\nwaivers = "ours/waivers.yaml"\nbaseline = "b.json"\n'
        '[settings.ROB602]\nmax_years = 2\n[severity]\nROB602 = "info"\n',
        encoding="utf-8",
    )
    config = read_config(path)
    assert (config.select, config.ignore) == (("MAN", "ROB602"), ("MAN101",))
    assert config.settings == {"ROB602": {"max_years": 2}}
    assert config.severities == {"ROB602": "info"}
    assert (config.waivers, config.baseline) == (tmp_path / "ours" / "waivers.yaml", tmp_path / "b.json")


def test_an_empty_configuration_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "remit.toml"
    path.write_text("", encoding="utf-8")
    config = read_config(path)
    assert (config.select, config.settings, config.waivers) == ((), {}, None)


def test_all_faults_of_a_configuration_come_at_once_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "remit.toml"
    path.write_text(
        'select = ["XYZ"]\n'
        "ignore = [7]\n"
        "waiver = 'w.yaml'\n"
        "baseline = 3\n"
        "[settings.ROB602]\n"
        "max_yeras = 2\n"
        '"max_years" = true\n'
        "[settings.ROB999]\n"
        "[severity]\n"
        '  ROB602 = "fatal"\n'
        '  NOT1 = "info"\n',
        encoding="utf-8",
    )
    assert faults(path, read_config) == [
        (1, "select", "unknown_id"),
        (2, "ignore", "expected_text"),
        (3, "waiver", "unknown_key"),
        (4, "baseline", "expected_text"),
        (6, "settings.ROB602.max_yeras", "unknown_key"),
        (7, "settings.ROB602.max_years", "number"),
        (8, "settings.ROB999", "unknown_id"),
        (10, "severity.ROB602", "not_a_choice"),
        (11, "severity.NOT1", "unknown_id"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("select = [\n", 1, "toml_broken"),
        ("\nselect : 1\n", 2, "toml_broken"),
        ("select = []\nselect = []\n", 2, "toml_broken"),
        ("settings = 1\n", 1, "expected_mapping"),
        ("[settings]\nROB602 = 1\n", 2, "expected_mapping"),
        ("settings.ROB602.max_years = nan\n", 1, "number"),
    ],
)
def test_a_configuration_of_the_wrong_form_is_told(tmp_path: Path, text: str, line: int, code: str) -> None:
    path = tmp_path / "remit.toml"
    path.write_text(text, encoding="utf-8")
    assert [(fault[0], fault[2]) for fault in faults(path, read_config)] == [(line, code)]
