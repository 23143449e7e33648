"""Writing a model and reading it again."""

from hypothesis import HealthCheck, given, settings
from tests.strategies import models

from remit.model.files import dump, dump_json, loads
from remit.model.whole import Model


def assert_same_again(model: Model) -> None:
    for text, name in ((dump(model), "again.yaml"), (dump_json(model), "again.json")):
        again = loads(text, name)
        assert again == model
        assert (dump(again), dump_json(again)) == (dump(model), dump_json(model))


@given(models())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_model_that_is_written_reads_back_equal_and_is_written_the_same_again(model: Model) -> None:
    assert_same_again(model)


def test_the_shipped_models_read_back_equal_and_are_written_the_same_again(any_model: Model) -> None:
    assert_same_again(any_model)


def test_what_is_written_is_short_and_plain() -> None:
    text = (
        "remit: 1\n\nmodel:\n  id: x\n  title: X\n  as_of: 2024-01-01\n  represents: current\n  source: s\n\n"
        'sources:\n  s: {title: S}\n\nlevels: [local]\n\nprincipals:\n  ask: {name: Asks kommun, code: "9901"}\n\n'
        "groups:\n  council:\n    name: Samverkansrådet\n    source: s#Groups/2\n    level: local\n"
        "    remit: {powers: [inform, {to: decide, value: none, basis: author}], topics: unclear}\n"
        "    seats: [ask, {principal: ask, count: 2}]\n    meetings_per_year: 2-3\n"
        "    introduction: {value: none, basis: interviewees}\n\n"
        'facts:\n  - [council, report_back, unclear, "", "", author]\n'
    )
    assert dump(loads(text)) == text
