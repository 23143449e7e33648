"""Writing the site: whole or not at all, only into a place that is free or ours; and the command that does it."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from remit.api import Organisation
from remit.cli.run import run
from remit.model.files.problems import EnvironmentProblem
from remit.views.pages.site import write
from remit.views.pages.site.write import MARK, NotOurs
from remit.views.pages.site.write import write as write_files

EXAMPLE = Path(__file__).with_name("example.yaml")


def files_in(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_written_is_what_was_made_and_a_mark(
    example: Organisation, pages: dict[str, str], tmp_path: Path
) -> None:
    number = write(example.org, example.audit(certainty="open"), tmp_path / "site")
    found = files_in(tmp_path / "site")
    mark = found.pop(MARK)
    assert mark.startswith("remit site 1\n")
    assert mark.splitlines()[3:] == sorted(pages)
    assert found == pages
    assert number == len(pages)
    assert names_in(tmp_path) == ["site"]


def test_a_folder_that_is_ours_is_replaced_whole(tmp_path: Path) -> None:
    place = tmp_path / "site"
    write_files(place, [("index.html", "old"), ("groups/gone.html", "old")])
    write_files(place, [("index.html", "new")])
    assert files_in(place).keys() == {"index.html", MARK}
    assert (place / "index.html").read_text() == "new"
    assert names_in(tmp_path) == ["site"]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write_files(tmp_path / "site", [("index.html", "new")])
    assert (tmp_path / "site" / "index.html").exists()


@pytest.mark.parametrize("taken", ["a folder with something in it", "a mark that is not ours", "a file"])
def test_what_is_not_ours_is_left_alone(tmp_path: Path, taken: str) -> None:
    place = tmp_path / "site"
    if taken == "a file":
        place.write_text("mine")
    else:
        place.mkdir()
        (place / ("mine.txt" if taken.startswith("a folder") else MARK)).write_text("mine")
    with pytest.raises(NotOurs) as error:
        write_files(place, [("index.html", "new")])
    assert "site" in error.value.text.sv
    assert names_in(tmp_path) == ["site"]
    kept = place if taken == "a file" else next(place.iterdir())
    assert kept.read_text() == "mine"


def test_a_folder_is_not_made_in_one_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(NotOurs):
        write_files(tmp_path / "nowhere" / "site", [("index.html", "new")])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fails", ["write", "mkdir", "rename", "second rename"])
def test_a_disk_that_refuses_leaves_the_old_site_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    place = tmp_path / "site"
    write_files(place, [("index.html", "old"), ("groups/a.html", "old")])
    before = files_in(place)
    calls = 0
    kept = Path.rename

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    def second(path: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == 2:
            refuse()
        return kept(path, target)

    def files() -> Iterator[tuple[str, str]]:
        yield "index.html", "new"
        if fails == "write":
            refuse()
        yield "groups/a.html", "new"

    if fails in ("mkdir", "rename"):
        monkeypatch.setattr(Path, fails, refuse)
    elif fails == "second rename":
        monkeypatch.setattr(Path, "rename", second)
    with pytest.raises(EnvironmentProblem):
        write_files(place, files())
    monkeypatch.undo()
    assert files_in(place) == before
    assert names_in(tmp_path) == ["site"]


def test_a_link_goes_on_pointing_to_its_folder(tmp_path: Path) -> None:
    write_files(tmp_path / "real", [("index.html", "old")])
    (tmp_path / "link").symlink_to("real")
    write_files(tmp_path / "link", [("index.html", "new")])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "index.html").read_text() == "new"


def test_what_is_not_ours_in_our_folder_is_never_touched(tmp_path: Path) -> None:
    place = tmp_path / "site"
    write_files(place, [("index.html", "old"), ("groups/gone.html", "old"), ("units/gone.html", "old")])
    mine = {".git/config": "mine", "CNAME": "mine", "groups/my.html": "mine", "model.yaml": "mine"}
    for path, text in mine.items():
        (place / path).parent.mkdir(exist_ok=True)
        (place / path).write_text(text)
    (place / "nothing").mkdir()
    write_files(place, [("index.html", "new"), ("topics/a.html", "new")])
    found = files_in(place)
    mark = found.pop(MARK)
    assert found == {**mine, "index.html": "new", "topics/a.html": "new"}
    assert names_in(place) == sorted([".git", "CNAME", "groups", "model.yaml", "nothing", "index.html", "topics", MARK])
    assert mark.splitlines()[3:] == ["index.html", "topics/a.html"]


@pytest.mark.parametrize("where", ["groups/a.html", "groups", "a link"])
def test_what_stands_where_a_page_is_to_lie_is_named_and_left(tmp_path: Path, where: str) -> None:
    place, away = tmp_path / "site", tmp_path / "away"
    write_files(place, [("index.html", "old")])
    if where == "a link":
        away.mkdir()
        (place / "groups").symlink_to(away)
    else:
        (place / where).parent.mkdir(exist_ok=True)
        (place / where).write_text("mine")
    before = files_in(place)
    with pytest.raises(NotOurs) as error:
        write_files(place, [("index.html", "new"), ("groups/a.html", "new")])
    named = "groups" if where == "a link" else where
    assert f": {named}. Move it" in error.value.text.en
    assert f": {named}. Flytta" in error.value.text.sv
    assert files_in(place) == before
    if where == "a link":
        assert list(away.iterdir()) == []
        assert (place / "groups").is_symlink()


def test_of_many_things_in_the_way_the_first_are_named(tmp_path: Path) -> None:
    write_files(tmp_path / "site", [("index.html", "old")])
    for number in range(7):
        (tmp_path / "site" / f"{number}.html").write_text("mine")
    with pytest.raises(NotOurs) as error:
        write_files(tmp_path / "site", [(f"{number}.html", "new") for number in range(7)])
    assert "0.html, 1.html, 2.html, 3.html, 4.html and 2 more." in error.value.text.en


@pytest.mark.parametrize("line", ["../mine.txt", "/mine.txt", "a/../../mine.txt", "link/mine.txt", "mine", ""])
def test_a_mark_that_lies_takes_nothing_from_outside(tmp_path: Path, line: str) -> None:
    place = tmp_path / "site"
    write_files(place, [("index.html", "old")])
    (tmp_path / "mine.txt").write_text("mine")
    (place / "link").symlink_to(tmp_path)
    (place / "mine").mkdir()
    line = str(tmp_path / "mine.txt") if line.startswith("/") else line
    (place / MARK).write_text(f"{(place / MARK).read_text()}{line}\n")
    write_files(place, [("index.html", "new")])
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert names_in(place) == sorted(["index.html", "link", "mine", MARK])


def test_a_run_that_was_broken_off_in_the_middle_is_made_good_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "site"
    write_files(place, [("a.html", "old"), ("b.html", "old")])
    kept, calls = Path.rename, 0

    def stop(path: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls > 5:  # the plug is pulled: nothing can be moved back either
            raise OSError(errno.EIO, "gone")
        return kept(path, target)

    monkeypatch.setattr(Path, "rename", stop)
    with pytest.raises(EnvironmentProblem):
        write_files(place, [("a.html", "new"), ("aa.html", "new"), ("b.html", "new")])
    monkeypatch.undo()
    assert (place / "aa.html").exists()
    write_files(place, [("a.html", "newer")])
    found = {path: text for path, text in files_in(place).items() if not path.startswith(".remit-site.")}
    assert found.pop(MARK)
    assert found == {"a.html": "newer"}


@pytest.mark.parametrize("times", [1, 2])
def test_the_folder_stays_the_same_one_with_its_rights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    place = tmp_path / "site"
    place.mkdir()
    place.chmod(0o700)
    node = place.stat().st_ino
    monkeypatch.chdir(place)
    for _ in range(times):
        write_files(Path(), [("index.html", "new")])
    assert Path.cwd() == place
    assert place.stat().st_ino == node
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert Path("index.html").read_text() == "new"
    assert names_in(place) == ["index.html", MARK]


def test_a_folder_in_one_that_can_only_be_read_is_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    tmp_path.chmod(0o555)
    try:
        write_files(tmp_path / "site", [("index.html", "new")])
    finally:
        tmp_path.chmod(0o755)
    assert names_in(tmp_path / "site") == ["index.html", MARK]


# -- the command -------------------------------------------------------------------------------------------------------


def test_the_command_writes_and_says_what_to_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "site"
    assert run(["site", str(EXAMPLE), "-o", str(place), "--lang", "en", "--no-findings", "--without-persons"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert f"Open {place / 'index.html'}" in told.err
    found = files_in(place)
    assert '<html lang="en"' in found["index.html"]
    assert "findings.html" not in found
    assert not any("Hemlig" in text for text in found.values())


def test_the_command_judges_at_a_date(tmp_path: Path) -> None:
    assert run(["site", str(EXAMPLE), "-o", str(tmp_path / "site"), "--on", "2025-01-31"]) == 0
    assert "bedömt per 2025-01-31" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_command_ends_with_2_where_the_place_is_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert run(["site", str(EXAMPLE), "-o", str(tmp_path), "--lang", lang]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert {"sv": "är inte gjord av `remit site`", "en": "was not made by `remit site`"}[lang] in told.err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_command_ends_with_2_without_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["site", str(EXAMPLE)]) == 2
    assert "--output" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_command_ends_with_3_where_a_link_goes_round(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    assert run(["site", str(EXAMPLE), "-o", str(tmp_path / "one"), "--lang", lang]) == 3
    assert {"sv": "länken leder runt", "en": "the link goes round"}[lang] in capsys.readouterr().err
    assert names_in(tmp_path) == ["one", "two"]


def test_the_command_says_in_words_that_a_place_takes_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "no such file")  # as /proc answers

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert run(["site", str(EXAMPLE), "-o", str(tmp_path / "site"), "--lang", "en"]) == 3
    told = capsys.readouterr().err
    assert "that place takes no files" in told
    assert "ENOENT" not in told


def test_the_command_ends_with_3_where_the_disk_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert run(["site", str(EXAMPLE), "-o", str(tmp_path / "site")]) == 3
    assert "disken är full" in capsys.readouterr().err
