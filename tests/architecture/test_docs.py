"""What the README shows works."""

from __future__ import annotations

import re
from pathlib import Path

from remit.graph.org import Org
from remit.model.files import loads

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_models_in_the_readme_load() -> None:
    found = blocks("yaml")
    assert found
    for text in found:
        assert Org(loads(text)).groups()


def test_the_python_in_the_readme_runs() -> None:
    found = blocks("python")
    assert found
    for text in found:
        exec(compile(text, "README.md", "exec"), {})  # noqa: S102 - our own page


def test_the_commands_in_the_readme_are_those_that_there_are() -> None:
    from remit.cli.run import remit

    named = set(re.findall(r"^\| `remit ([\w-]+)", README, re.MULTILINE))
    assert named == set(remit.commands)
