"""Files: several in one model, those that may not be read, writing them whole, and the names of shipped ones."""

import os
import stat
from pathlib import Path

import pytest

from remit.model.files import (
    EnvironmentProblem,
    Limits,
    ModelErrors,
    UsageProblem,
    convert,
    load,
    loads,
    resolve,
    shipped,
)
from remit.model.files.template import template, write_template
from remit.model.files.write import write_text

HEAD = "remit: 1\nmodel: {id: x, title: X, as_of: 2024-01-01}\n"


def put(folder: Path, **files: str) -> Path:
    """Write files (``a__b`` is ``a/b.yaml``); the path of the one called main."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, encoding="utf-8")
    return folder / "main.yaml"


def faults(path: Path) -> list[tuple[str, int, str]]:
    with pytest.raises(ModelErrors) as caught:
        load(path)
    return [(Path(one.mark.file).name, one.mark.line, one.code) for one in caught.value.problems]


# --- several files -----------------------------------------------------------------------------------------


def test_the_sections_of_several_files_are_joined(tmp_path: Path) -> None:
    main = put(
        tmp_path,
        main=HEAD + "include: [towns.yaml, sub/more.yaml]\ngroups: {g: {territory: b}}\n",
        towns="principals: {a: {}, b: {}}\n",
        sub__more="remit: 1\ninclude: deep.yaml\nprincipals: {c: {}}\n",
        sub__deep="principals: {d: {}}\n",
    )
    model = load(main)
    assert [one.id for one in model.of_kind("principal")] == ["a", "b", "c", "d"]
    assert [Path(name).name for name in model.files] == ["main.yaml", "towns.yaml", "more.yaml", "deep.yaml"]


def test_a_file_that_two_others_include_is_read_once(tmp_path: Path) -> None:
    main = put(
        tmp_path,
        main=HEAD + "include: [a.yaml, b.yaml]\n",
        a="include: c.yaml\n",
        b="include: c.yaml\n",
        c="groups: {g: {}}\n",
    )
    assert len(load(main).of_kind("group")) == 1


def test_files_are_named_as_the_user_named_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, folder__main=HEAD + "include: other.yaml\n", folder__other="groups: {g: {level: x}}\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelErrors) as caught:
        load("folder/main.yaml")
    assert caught.value.render("en").startswith("folder/other.yaml:1:21: groups.g.level: ")


def test_an_id_in_two_files_is_told_with_both_places(tmp_path: Path) -> None:
    main = put(tmp_path, main=HEAD + "include: o.yaml\ngroups: {g: {}}\n", o="groups: {g: {}}\n")
    with pytest.raises(ModelErrors) as caught:
        load(main)
    text = caught.value.render("sv")
    assert f"{main}:4:10" in text
    assert f"{main.with_name('o.yaml')}:1:10" in text


def test_a_file_that_cannot_be_read_does_not_hide_what_is_wrong_with_the_others(tmp_path: Path) -> None:
    main = put(
        tmp_path,
        main=HEAD + "include: [bad.yaml, good.yaml]\ngroups: {g: {level: in-the-bad-one, form: odd}}\n",
        bad="levels: {in-the-bad-one: {name: x\n",
        good="groups: {h: {kind: odd}}\n",
    )
    assert faults(main) == [
        ("main.yaml", 4, "not_a_choice"),
        ("bad.yaml", 1, "yaml_cut"),
        ("good.yaml", 1, "not_a_choice"),
    ]


def test_files_that_include_one_another_are_told_with_the_whole_way(tmp_path: Path) -> None:
    main = put(tmp_path, main=HEAD + "include: a.yaml\n", a="include: b.yaml\n", b="include: a.yaml\n")
    with pytest.raises(ModelErrors) as caught:
        load(main)
    assert "a.yaml → b.yaml → a.yaml" in caught.value.render("en")


def test_a_file_that_includes_itself_is_told(tmp_path: Path) -> None:
    assert faults(put(tmp_path, main=HEAD + "include: main.yaml\n")) == [("main.yaml", 3, "include_circle")]


def test_only_the_main_file_has_a_head(tmp_path: Path) -> None:
    main = put(tmp_path, main=HEAD + "include: o.yaml\n", o="remit: 2\nmodel: {}\n")
    assert faults(main) == [("o.yaml", 1, "newer_version"), ("o.yaml", 2, "model_in_included")]


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd", "../secret.yaml", "sub/../../secret.yaml", "..", "~/secret.yaml", "file:secret.yaml",
        "file:///etc/passwd", "http://127.0.0.1:9/x.yaml", "https://example.org/x.yaml", "C:/secret.yaml",
        "..\\\\secret.yaml", "\\\\\\\\server\\\\share", "link.yaml", "linked/secret.yaml", "sub/../main.yaml",
    ],
)  # fmt: skip
def test_nothing_outside_the_folder_is_included(tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("groups: {canary: {}}\n")
    folder = tmp_path / "folder"
    main = put(folder, main=HEAD + f'include: "{name}"\n')
    (folder / "link.yaml").symlink_to(secret)
    (folder / "linked").symlink_to(tmp_path)
    assert faults(main) == [("main.yaml", 3, "include_outside")]


def test_a_file_that_is_not_there_is_told_at_the_include(tmp_path: Path) -> None:
    assert faults(put(tmp_path, main=HEAD + "include: [gone.yaml]\n")) == [("main.yaml", 3, "no_such_file")]


def test_a_folder_or_pipe_is_not_included(tmp_path: Path) -> None:
    main = put(tmp_path, main=HEAD + "include: [pipe, folder]\n")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    assert [code for *_, code in faults(main)] == ["not_regular", "is_folder"]


# --- opening -----------------------------------------------------------------------------------------------


def test_a_missing_file_is_a_matter_of_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem) as caught:
        load(tmp_path / "gone.yaml")
    assert "gone.yaml" in caught.value.render("sv")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "main.yaml/x"])
def test_an_impossible_name_is_a_matter_of_usage(tmp_path: Path, name: str) -> None:
    put(tmp_path, main=HEAD)
    with pytest.raises(UsageProblem):
        load(tmp_path / name)


def test_a_folder_a_pipe_a_device_and_a_link_that_goes_round_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero"), tmp_path / "round"):
        with pytest.raises(UsageProblem):
            load(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_rights_is_a_matter_of_the_machine(tmp_path: Path) -> None:
    main = put(tmp_path, main=HEAD)
    main.chmod(0)
    with pytest.raises(EnvironmentProblem):
        load(main)


def test_no_right_to_read_is_a_matter_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "refused")

    main = put(tmp_path, main=HEAD)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(EnvironmentProblem):
        load(main)


def test_a_file_past_the_limit_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem) as caught:
        load(put(tmp_path, main=HEAD), Limits(file_bytes=10))
    assert caught.value.code == "file_too_large"


def test_a_path_with_a_space_a_letter_and_a_line_end_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "å b\nc.yaml"
    path.write_text(HEAD, encoding="utf-8")
    assert load(path).head.id == "x"


# --- writing -----------------------------------------------------------------------------------------------


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_text(tmp_path / "å.txt", "räksmörgås\n")
    assert (tmp_path / "å.txt").read_bytes() == "räksmörgås\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["å.txt"]


@pytest.mark.parametrize("call", ["fsync", "replace", "fdopen", "open"])
def test_when_writing_fails_the_old_file_is_whole_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")

    def full(*args: object, **kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((Path, "replace") if call == "replace" else (os, call)), full)
    with pytest.raises(EnvironmentProblem) as caught:
        write_text(path, "new")
    monkeypatch.undo()
    assert "disken är full" in caught.value.render("sv")
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["report.txt"]


def test_an_interrupt_while_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")

    def interrupt(number: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_text(path, "new")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("report.txt", "old")]


def test_the_rights_of_the_old_file_and_the_link_to_it_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_text(link, "new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_folder_that_is_not_there_or_is_in_the_way_is_a_matter_of_usage(tmp_path: Path) -> None:
    for path in (tmp_path / "gone" / "a.txt", tmp_path):
        with pytest.raises(UsageProblem):
            write_text(path, "x")


def test_a_device_is_written_to_as_it_is() -> None:
    write_text("/dev/null", "x")
    assert Path("/dev/null").is_char_device()


# --- names, formats, the first model -----------------------------------------------------------------------


def test_a_shipped_model_is_found_by_its_name() -> None:
    assert "vasterbotten-2017" in shipped()
    assert resolve("vasterbotten-2017").is_file()


def test_every_shipped_model_reads() -> None:
    assert shipped()
    for name in shipped():
        assert load(resolve(name)).head.id


def test_every_shipped_model_stands_in_the_readme() -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    assert [name for name in shipped() if f"| `{name}` |" not in readme] == []


def test_a_name_that_is_almost_right_is_answered_with_the_right_one() -> None:
    with pytest.raises(UsageProblem) as caught:
        resolve("vasterboten-2017")
    assert 'Did you mean "vasterbotten-2017"?' in caught.value.render("en")


@pytest.mark.parametrize("name", ["gone.yaml", "folder/gone", "nothing-like-it", "a\0b"])
def test_what_is_neither_file_nor_model_is_a_matter_of_usage(name: str) -> None:
    with pytest.raises(UsageProblem):
        load(resolve(name))


@pytest.mark.parametrize("suffix", [".yaml", ".yml", ".json", ".JSON"])
def test_a_model_is_converted_to_what_the_name_ends_in(tmp_path: Path, suffix: str) -> None:
    model = loads(template("en"))
    convert(model, tmp_path / f"m{suffix}")
    assert load(tmp_path / f"m{suffix}") == model


def test_another_ending_is_refused_with_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem) as caught:
        convert(loads(HEAD), tmp_path / "m.docx")
    assert ".yaml" in caught.value.render("sv")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_first_model_reads_and_holds_one_of_each_main_thing(tmp_path: Path, lang: str) -> None:
    path = tmp_path / "first.yaml"
    write_template(path, lang)
    model = load(path)
    for kind, number in {
        "principal": 2,
        "level": 3,
        "group": 2,
        "agreement": 1,
        "topic": 2,
        "unit": 4,
        "seat": 4,
    }.items():
        assert len(model.of_kind(kind)) == number
    assert model.coverage.default == "complete"
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=")


def test_the_first_model_says_the_same_in_both_languages() -> None:
    sv, en = (loads(template(lang)) for lang in ("sv", "en"))
    assert sv.entities.keys() == en.entities.keys()


def test_the_first_model_is_never_written_over_a_file(tmp_path: Path) -> None:
    path = put(tmp_path, main="mine")
    with pytest.raises(UsageProblem):
        write_template(path, "sv")
    assert path.read_text() == "mine"


def test_an_address_is_refused_without_telling_it_again() -> None:
    with pytest.raises(UsageProblem) as told:
        resolve("bolt://user:secret@host/")
    assert "secret" not in told.value.render("sv") + told.value.render("en")


def test_a_folder_is_told_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem) as told:
        resolve(str(tmp_path))
    assert "is a folder" in told.value.render("en")
