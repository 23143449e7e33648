"""What each command prints where, and how it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from remit.cli import output
from remit.cli import texts as t
from remit.views.report_json import audit_schema
from remit.views.texts import NO_FINDINGS

Remit = Callable[..., Any]
ONLY = ("--select", "MAN102")


def test_findings_at_the_level_asked_for_end_with_1(remit: Remit, model: Path) -> None:
    assert remit("audit", model, *ONLY).status == 1


@pytest.mark.parametrize(("level", "status"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on_decides_the_status_over_what_is_shown(remit: Remit, model: Path, level: str, status: int) -> None:
    assert remit("audit", model, *ONLY, "--fail-on", level).status == status


def test_a_clean_model_ends_with_0(remit: Remit, model: Path) -> None:
    ended = remit("audit", model, "--select", "MAN108")
    assert (ended.status, ended.err) == (0, "")
    assert NO_FINDINGS.sv in ended.out


def test_less_sure_findings_are_counted_and_not_shown(remit: Remit, model: Path) -> None:
    shown = remit("audit", model, *ONLY).out
    assert "Älgen" not in shown
    assert "--certainty open" in shown
    assert "Älgen" in remit("audit", model, *ONLY, "--certainty", "open").out
    assert "Ödlan" not in remit("audit", model, *ONLY, "--certainty", "established").out


@pytest.mark.parametrize(("lang", "label"), [("sv", "Hänger på"), ("en", "Hinges on")])
def test_sensitivity_tells_what_each_finding_hinges_on_in_every_format(
    remit: Remit, model: Path, lang: str, label: str
) -> None:
    asked = ("audit", model, "--select", "MAN102", "--certainty", "open", "--sensitivity", "--lang", lang)
    for form in ("text", "markdown"):
        done = remit(*asked, "--format", form)
        assert (done.status, done.err) == (1, "")
        assert done.out.count(label) >= 3
    told = json.loads(remit(*asked, "--format", "json").out)
    jsonschema.validate(told, audit_schema())
    by_subject = {finding["subject"]["id"]: finding["sensitivity"] for finding in told["findings"]}
    assert ["team"] in [
        h["about"] for h in by_subject["team"]["hinges"] if (h["if"], h["then"]) == ("sure", "established")
    ]
    assert {hinge["then"] for hinge in by_subject["circle"]["hinges"]} >= {"gone", "established"}
    assert all(one["robust"] == (not one["hinges"]) for one in by_subject.values())


def test_without_sensitivity_nothing_of_it_is_shown(remit: Remit, model: Path) -> None:
    told = json.loads(remit("audit", model, "--format", "json").out)
    assert all("sensitivity" not in finding for finding in told["findings"])
    assert "Hänger på" not in remit("audit", model).out


def test_select_takes_commas_prefixes_and_repeats(remit: Remit, model: Path) -> None:
    found = json.loads(remit("audit", model, "--select", "man,rob601", "--select", "DEC", "--format", "json").out)
    assert {code[:3] for code in found["looked_at"]} == {"MAN", "ROB", "DEC"}
    less = json.loads(remit("audit", model, "--select", "MAN", "--ignore", "MAN102", "--format", "json").out)
    assert "MAN102" not in less["looked_at"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("audit", "MODEL", "--select", "MAN999"), "MAN10"),
        (("audit", "MODEL", "--ignore", "XYZ"), "remit rules"),
        (("audit", "MODEL", "--format", "sarif"), "text, json, markdown"),
        (("audit", "MODEL", "--on", "2017-02-30"), "2017-02-30"),
        (("audit", "MODEL", "--certainty"), "--certainty"),
        (("audit", "MODEL", "--selekt", "MAN"), "--select"),
        (("audit", "MODEL", "-o", "report.pdf"), "report.pdf"),
        (("audit", "MODEL", "extra"), "extra"),
        (("audit", "MODEL", "--write-baseline", "b.json", "-o", "x.md"), "--write-baseline"),
        (("audit",), "MODEL"),
        (("audit", "no-such-model"), "no-such-model"),
        (("adit", "MODEL"), "audit"),
        (("explain", "MAN120"), "MAN102"),
        (("route", "MODEL", "--topic", "health"), "--from"),
        (("route", "MODEL", "--from", "ask", "--topic", "helth"), "health"),
        (("route", "MODEL", "--from", "asc", "--topic", "health"), "ask"),
        (("loops", "MODEL", "--topic", "helth"), "health"),
        (("validate", "no-such-file.yaml"), "no-such-file.yaml"),
        (("convert", "MODEL", "out.doc"), ".doc"),
    ],
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_wrong_usage_ends_with_2_says_what_would_be_right_and_prints_no_result(
    remit: Remit, model: Path, args: tuple[str, ...], words: str, lang: str
) -> None:
    ended = remit(*(str(model) if arg == "MODEL" else arg for arg in args), "--lang", lang)
    assert (ended.status, ended.out) == (2, "")
    assert words in ended.err
    assert "Traceback" not in ended.err


def test_usage_errors_speak_the_language_asked_for(remit: Remit, model: Path) -> None:
    assert "saknas" in remit("audit").err
    assert "is missing" in remit("audit", "--lang", "en").err
    assert "tar inget värde" in remit("audit", model, "--debug=yes").err


def test_no_command_shows_the_help_and_ends_with_2(remit: Remit) -> None:
    ended = remit()
    assert (ended.status, ended.out) == (2, "")
    assert "audit" in ended.err


def test_a_broken_model_ends_with_2_with_every_error_in_its_place(remit: Remit, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(
        "remit: 1\nmodel: {id: b, title: B, as_of: 2020-01-01}\ngroups:\n  a: {lvel: x}\n  b: {level: nix}\n",
        encoding="utf-8",
    )
    ended = remit("audit", path)
    assert (ended.status, ended.out) == (2, "")
    assert re.search(r"broken\.yaml:4:\d+: ", ended.err)
    assert re.search(r"broken\.yaml:5:\d+: ", ended.err)
    checked = remit("validate", path)
    assert (checked.status, checked.err) == (2, "")
    assert len(checked.out.splitlines()) == 3
    told = json.loads(remit("validate", path, "--format", "json").out)
    assert told["valid"] is False
    assert [error["line"] for error in told["errors"]] == [4, 5]


def test_validate_counts_the_entities_of_a_sound_model(remit: Remit, model: Path) -> None:
    ended = remit("validate", model, "--lang", "en")
    assert (ended.status, ended.err) == (0, "")
    assert re.search(r"\d+ entities, no errors", ended.out)
    assert json.loads(remit("validate", model, "--format", "json").out)["valid"] is True


@pytest.mark.parametrize(
    "args",
    [
        ("rules",),
        ("explain", "man102"),
        ("route", "MODEL", "--from", "ask", "--topic", "health"),
        ("loops", "MODEL"),
        ("loops", "MODEL", "--topic", "health"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_other_commands_end_with_0_whatever_they_find(
    remit: Remit, model: Path, args: tuple[str, ...], form: str
) -> None:
    ended = remit(*(str(model) if arg == "MODEL" else arg for arg in args), "--format", form)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.endswith("\n")
    if form == "json":
        json.loads(ended.out)


def test_rules_are_found_by_words_of_either_language_and_by_codes(remit: Remit) -> None:
    done = remit("rules", "Ordförande", "term", "--lang", "sv")
    assert (done.status, done.err) == (0, "")
    assert "ROB602" in done.out
    assert "MAN101" not in done.out
    told = json.loads(remit("rules", "--select", "man10", "--format", "json").out)
    assert [rule["code"] for rule in told["rules"]] == [f"MAN10{n}" for n in range(1, 10)]


def test_words_that_no_rule_has_are_said_to_be_in_none(remit: Remit) -> None:
    done = remit("rules", "xyzzy", "--lang", "en")
    assert (done.status, done.out) == (0, "No rule has xyzzy.\n")


def test_rules_as_a_page_are_written_whole(remit: Remit, tmp_path: Path) -> None:
    done = remit("rules", "--select", "ROB602", "-o", tmp_path / "rules.html", "--lang", "en")
    assert done.status == 0
    html = (tmp_path / "rules.html").read_text(encoding="utf-8")
    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert html.count("<article") == 1


def test_the_schema_is_a_json_schema(remit: Remit) -> None:
    import jsonschema

    model, scenario = (json.loads(remit("schema", *asked).out) for asked in ((), ("--scenario",)))
    for one in (model, scenario):
        jsonschema.Draft202012Validator.check_schema(one)
    assert "principals" in model["properties"]
    assert "changes" in scenario["properties"]


def test_init_writes_a_sound_model_and_never_overwrites(remit: Remit, tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    for lang in ("sv", "en"):
        assert remit("init", path, "--lang", lang).status == 0
        assert remit("validate", path).status == 0
        before = path.read_bytes()
        again = remit("init", path)
        assert (again.status, again.out) == (2, "")
        assert path.read_bytes() == before
        path.unlink()


def test_convert_gives_the_same_findings_in_the_other_format(remit: Remit, model: Path, tmp_path: Path) -> None:
    other = tmp_path / "small.json"
    assert remit("convert", model, other).status == 0
    assert remit("audit", other, "--format", "json").out == remit("audit", model, "--format", "json").out


def test_the_format_follows_from_the_name_of_the_file_unless_it_is_given(
    remit: Remit, model: Path, tmp_path: Path
) -> None:
    for name in ("a.json", "a.md", "a.txt"):
        ended = remit("audit", model, *ONLY, "-o", tmp_path / name)
        assert (ended.status, ended.out) == (1, "")
        assert name in ended.err
    json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("# ")
    remit("audit", model, *ONLY, "-o", tmp_path / "b.md", "--format", "json")
    json.loads((tmp_path / "b.md").read_text(encoding="utf-8"))


def test_the_old_report_is_intact_when_the_disk_fails(
    remit: Remit, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "report.md"
    report.write_text("old", encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    for name in ("replace", "fsync"):
        with monkeypatch.context() as patched:
            patched.setattr(os, name, fail)
            ended = remit("audit", model, "-o", report)
        assert (ended.status, ended.out) == (3, "")
        assert report.read_text(encoding="utf-8") == "old"
        assert sorted(p.name for p in tmp_path.iterdir()) == ["report.md", "small.yaml"]


def test_a_baseline_leaves_only_what_is_new(remit: Remit, model: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    frozen = remit("audit", model, *ONLY, "--write-baseline", baseline)
    assert (frozen.status, frozen.out) == (0, "")
    assert remit("audit", model, *ONLY, "--baseline", baseline).status == 0
    text = model.read_text(encoding="utf-8").replace("assignment: unknown", "assignment: none")
    model.write_text(text, encoding="utf-8")
    after = json.loads(remit("audit", model, *ONLY, "--baseline", baseline, "--format", "json").out)
    assert [f["subject"]["id"] for f in after["findings"]] == ["circle"]


def test_a_waiver_accepts_a_finding_and_its_reason_is_shown(remit: Remit, model: Path, tmp_path: Path) -> None:
    waivers = tmp_path / "waivers.yaml"
    waivers.write_text(
        "- {rule: MAN102, subject: council, reason: beslutas i mars, by: styrelsen, until: 2020-06-30}\n",
        encoding="utf-8",
    )
    ended = remit("audit", model, *ONLY, "--waivers", waivers)
    assert "beslutas i mars" in ended.out
    late = remit("audit", model, *ONLY, "--waivers", waivers, "--on", "2021-01-01")
    assert "2021-01-01" in late.out
    assert "gick ut" in late.out


def test_the_settings_beside_the_model_are_used(remit: Remit, model: Path) -> None:
    (model.parent / "remit.toml").write_text('select = ["MAN102"]\n[severity]\nMAN102 = "error"\n', encoding="utf-8")
    found = json.loads(remit("audit", model, "--format", "json").out)
    assert list(found["looked_at"]) == ["MAN102"]
    assert {f["severity"] for f in found["findings"]} == {"error"}


def test_an_internal_fault_is_one_line_and_4_and_debug_shows_the_trace(
    remit: Remit, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("remit.queries.engine.audit", fail)
    short = remit("audit", model)
    assert (short.status, short.out) == (4, "")
    assert len(short.err.splitlines()) == 1
    assert "RuntimeError: boom" in short.err
    assert "Traceback" in remit("audit", model, "--debug").err


def test_an_interruption_ends_with_130(remit: Remit, model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("remit.queries.engine.audit", interrupt)
    ended = remit("audit", model)
    assert (ended.status, ended.out) == (130, "")
    assert "Traceback" not in ended.err


def test_swedish_is_the_language_unless_remit_lang_or_lang_says_otherwise(
    remit: Remit, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "Granskning" in remit("audit", model).out
    monkeypatch.setenv("REMIT_LANG", "en")
    assert "Audit: Small example" in remit("audit", model).out
    assert "Granskning" in remit("--lang", "sv", "audit", model).out
    assert "Granskning" in remit("audit", model, "--lang=sv").out


def test_only_a_terminal_is_coloured_and_no_color_forbids_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    terminal: Any = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    assert output.wants_colour(terminal)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not output.wants_colour(terminal)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert not output.wants_colour(terminal)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setattr(terminal.__class__, "isatty", lambda _: False)
    assert output.wants_colour(terminal)
    monkeypatch.delenv("FORCE_COLOR")
    assert not output.wants_colour(terminal)


def test_force_color_colours_and_a_file_never_gets_colour(
    remit: Remit, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b" not in remit("audit", model, *ONLY).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in remit("audit", model, *ONLY).out
    remit("audit", model, *ONLY, "-o", tmp_path / "a.txt")
    assert "\x1b" not in (tmp_path / "a.txt").read_text(encoding="utf-8")


def remit_process(*args: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "remit", *args], capture_output=True, check=False, **options)


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_the_same_bytes_come_every_run(model: Path, form: str) -> None:
    runs = [
        remit_process(
            "audit", str(model), "--certainty", "open", "--format", form, env=os.environ | {"PYTHONHASHSEED": s}
        )
        for s in ("0", "1", "4711")
    ]
    assert runs[0].returncode == 1
    assert len({run.stdout for run in runs}) == 1
    loops = [
        remit_process("loops", str(model), "--format", form, env=os.environ | {"PYTHONHASHSEED": s}).stdout
        for s in ("0", "1", "4711")
    ]
    assert len(set(loops)) == 1


@pytest.mark.parametrize(
    ("args", "heavy"),
    [
        (("--help",), {"networkx", "pydantic", "numpy", "yaml", "remit.api"}),
        (("audit", "--help"), {"networkx", "pydantic", "numpy", "yaml", "remit.api"}),
        (("audit", "MODEL"), {"networkx", "pandas", "numpy"}),
        (("loops", "MODEL"), {"networkx", "pandas", "numpy"}),
        (("rules",), {"networkx", "pandas", "numpy"}),
    ],
)
def test_a_command_imports_only_what_it_needs(model: Path, args: tuple[str, ...], heavy: set[str]) -> None:
    program = (
        "import sys\nfrom remit.cli.run import run\n"
        f"run({[str(model) if a == 'MODEL' else a for a in args]!r})\n"
        f"print(sorted({heavy!r} & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_output_ends_with_3(model: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "remit", "audit", str(model)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


def test_a_reader_who_closes_the_pipe_early_is_told_nothing(model: Path) -> None:
    program = f"{sys.executable} -m remit explain MAN102 --format json | true"
    done = subprocess.run(["/bin/bash", "-c", f"{program}; exit ${{PIPESTATUS[0]}}"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_console_that_cannot_show_a_letter_does_not_end_the_run(model: Path) -> None:
    done = remit_process("audit", str(model), *ONLY, env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 1
    assert b"R\\xe5det" in done.stdout


def test_the_version_is_shown(remit: Remit) -> None:
    from remit import __version__

    assert remit("--version").out == f"remit {__version__}\n"


def test_every_os_error_has_words_or_the_systems_own(
    remit: Remit, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "/x")

    monkeypatch.setattr("remit.queries.engine.audit", fail)
    ended = remit("audit", model)
    assert (ended.status, ended.out) == (3, "")
    assert t.OS_ERRORS["EACCES"].sv in ended.err
