"""Whatever stands in a file, the reader gives a model or says what is wrong."""

import contextlib
import random

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from remit.model.files import ModelErrors, loads, yaml_reader
from remit.model.files.nodes import Limits
from remit.model.files.opening import decode
from remit.model.files.template import template
from remit.model.text import LANGUAGES

LINES = template("en").splitlines()
PIECES = ["[", "]", "{", "}", ":", "-", ",", '"', "'", "&a", "*a", "!!int", "<<", "|", ">", "?", "#", "\t", "\n", "  ",
          "none", "values", "value", "to", "for_each", "one_per", "defaults", "null", "~", "\\", "\u2028", "\x00",
          "1e999", "%YAML 1.1", "---", "...", "{m}", "system", "seats", "groups", "facts", "sets", "å"]  # fmt: skip
SLOW = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


def read(text: str, name: str) -> None:
    told: ModelErrors | None = None
    try:
        loads(text, name, Limits(generated=1000))
    except ModelErrors as errors:
        told = errors
    if told is not None:
        assert told.problems
        for lang in LANGUAGES:
            assert len(told.render(lang).splitlines()) == len(told.problems)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """The first model with lines lost, doubled, moved or indented, and pieces put in anywhere."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        what = draw(st.integers(0, 4))
        if what == 0:
            del lines[at]
        elif what == 1:
            lines.insert(at, lines[draw(st.integers(0, len(lines) - 1))])
        elif what == 2:
            lines[at] = " " * draw(st.integers(0, 6)) + lines[at].lstrip()
        else:
            place = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:place] + draw(st.sampled_from(PIECES)) + lines[at][place + what - 3 :]
    return "\n".join(lines)


@given(st.text(max_size=300), st.sampled_from(["m.yaml", "m.json"]))
@example("\ud800", "m.yaml")
@example('"\\ud800"', "m.yaml")
@example("a: \ufeff", "m.yaml")
@example("%YAML 9.9\n---\na: b\n", "m.yaml")
@example("? a", "m.yaml")
@example("a: !<x> b", "m.yaml")
@SLOW
def test_any_text_is_read_or_told_of(text: str, name: str) -> None:
    read(text, name)


@given(spoilt())
@SLOW
def test_a_spoilt_model_is_read_or_told_of(text: str) -> None:
    read(text, "m.yaml")


@given(spoilt())
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_spoilt_model_is_told_of_without_libyaml_too(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reader, "_LOADER", yaml.Loader)
        read(text, "m.yaml")


@given(st.lists(st.sampled_from([*PIECES, '"a"', "1", "true"]), max_size=40))
@SLOW
def test_any_run_of_pieces_is_read_or_told_of(pieces: list[str]) -> None:
    for name in ("m.yaml", "m.json"):
        read("".join(pieces), name)
        read("remit: 1\ngroups: " + "".join(pieces), name)


@given(st.binary(max_size=200))
@SLOW
def test_any_bytes_are_text_or_told_of(data: bytes) -> None:
    with contextlib.suppress(yaml_reader.Unreadable):
        assert isinstance(decode(data, "m.yaml"), str)


def test_a_model_cut_anywhere_is_told_of() -> None:
    text = template("sv")
    for place in random.Random(1).sample(range(len(text)), 60):  # noqa: S311 - places to cut at, no secret
        read(text[:place], "m.yaml")
