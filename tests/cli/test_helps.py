"""Every help exists in Swedish and English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import click
import pytest

from remit.cli.run import remit as command
from remit.cli.spoken import Argument, Command, Option
from remit.model.text import Text

Remit = Callable[..., Any]


def spoken() -> Iterator[tuple[str, Text]]:
    yield "remit", command.text
    for name, one in command.commands.items():
        assert isinstance(one, Command)
        yield name, one.text
        for param in one.params:
            assert isinstance(param, Option | Argument), f"{name} {param.name} has a help in one language only"
            yield f"{name} {param.name}", param.text


def test_every_command_option_and_argument_has_a_help_in_both_languages() -> None:
    found = dict(spoken())
    assert len(found) > 30
    for name, text in found.items():
        assert text.sv.strip(), name
        assert text.en.strip(), name
        assert text.sv != text.en, name


@pytest.mark.parametrize("name", ["", *command.commands])
def test_a_help_shows_no_word_of_the_other_language(remit: Remit, name: str) -> None:
    swedish = remit(*name.split(), "--help", "--lang", "sv").out
    english = remit(*name.split(), "--help", "--lang", "en").out
    assert swedish.startswith("Användning: remit")
    assert english.startswith("Usage: remit")
    for word in ("Usage", "Options", "Show", "default"):
        assert word not in swedish
    for word in ("Användning", "Flaggor", "Visar", "förval", "MODELL", "FIL\n"):
        assert word not in english


def test_shell_completion_knows_the_commands() -> None:
    from click.shell_completion import ShellComplete

    found = ShellComplete(command, {}, "remit", "_REMIT_COMPLETE").get_completions([], "ro")
    assert [item.value for item in found] == ["route"]
    assert isinstance(command, click.Group)
