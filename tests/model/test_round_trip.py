"""Writing a model and reading it again."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from remit.model.files import dump, dump_json, load, loads, resolve, shipped
from remit.model.files.template import template
from remit.model.whole import Model
from tests.strategies import models


def assert_same_again(model: Model) -> None:
    for text, name in ((dump(model), "again.yaml"), (dump_json(model), "again.json")):
        again = loads(text, name)
        assert again == model
        assert (dump(again), dump_json(again)) == (dump(model), dump_json(model))


@given(models())
@settings(max_examples=200, deadline=None)
def test_a_model_that_is_written_reads_back_equal_and_is_written_the_same_again(model: Model) -> None:
    assert_same_again(model)
