"""The demonstration writes what it says, and says what to open first."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from remit.model.files import shipped

Remit = Callable[..., Any]


def test_the_demonstration_writes_every_file_that_it_names_and_no_other(remit: Remit, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    ended = remit("demo", "-o", folder)
    assert ended.status == 0
    named = {Path(line) for line in ended.out.splitlines()}
    assert named == {path for path in folder.rglob("*") if path.is_file()}
    assert len(shipped()) > 0
    assert len(named) == 7 * len(shipped()) + 1
    assert str(folder / "README.md") in ended.err.splitlines()[-1]
    for path in folder.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    readme = (folder / "README.md").read_text(encoding="utf-8")
    for name in shipped():
        assert f"({name}/audit.md)" in readme
        assert f"({name}/map.html)" in readme


def test_the_demonstration_can_be_run_again_and_leaves_other_files_alone(remit: Remit, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    assert remit("demo", "-o", folder, "--lang", "en").status == 0
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert remit("demo", "-o", folder, "--lang", "en").status == 0
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before
    assert (folder / "mine.txt").read_text(encoding="utf-8") == "mine"
