"""What an audit finds follows from the structure: not from names, nor from how it is written down.

Only MAN106 reads names: it is about what a name promises.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.properties.renaming import Renamer

from remit.graph.loop import loops
from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import dump_json, load, loads, resolve, shipped
from remit.model.kinds import sections
from remit.model.whole import Model
from remit.queries.engine import audit
from remit.queries.finding import Audit, Finding

NAMED = "MAN106"
"""The rule that reads names."""
ABOUT_ORDER = ("values", "value", "levels")
"""Lists whose order says something: contradictory values, the first of which stands for all, and ranks of levels."""


FIRST_TOLD: dict[str, tuple[str, ...]] = {
    "ESC303": ("evidence",),
    "STR203": ("evidence",),
    "SRC902": ("evidence", "message"),
}
"""What depends on the order of a list in the file today: faults, to be taken out when they are mended."""


@pytest.fixture(scope="module", params=shipped())
def model(request: pytest.FixtureRequest) -> Model:
    return load(resolve(request.param))


def audited(model: Model) -> Audit:
    return audit(Org(model), certainty=Degree.OPEN)


def public(result: Audit) -> str:
    return json.dumps([result.to_dict("sv"), result.to_dict("en")])


def in_any_order(result: Audit) -> str:
    """The same, apart from the faults in :data:`FIRST_TOLD`."""
    told = [result.to_dict("sv"), result.to_dict("en")]
    for one in told:
        for finding in one["findings"]:
            for name in FIRST_TOLD.get(finding["code"], ()):
                del finding[name]
    return json.dumps(told)


def plain(finding: Finding, back: dict[str, str]) -> tuple[Any, ...]:
    """A finding apart from its words, with the ids that were there before."""

    def old(ids: Any) -> tuple[str, ...]:
        return tuple(sorted(back.get(one, one) for one in ids))

    subject = finding.subject
    return (
        finding.code,
        finding.key,
        finding.certainty.word,
        finding.ground.word,
        old(subject.ids()),
        subject.extent.value if subject.extent else "",
        old(finding.pair),
        old(i for one in finding.related for i in one.ids()),
        tuple((reach.n, reach.of) for reach in finding.reach),
        len(finding.sources),
    )


def together(finding: Finding, back: dict[str, str]) -> tuple[Any, ...]:
    """A finding apart from its words and from which of two equals is told first."""
    code, key, certainty, ground, ids, extent, pair, _, reach, sources = plain(finding, back)
    return code, key, certainty, ground, tuple(sorted((*ids, *pair))), extent, reach, sources


def cells(model: Model, back: dict[str, str]) -> tuple[Any, ...]:
    """The loop matrix apart from its words."""
    found = loops(Org(model))
    # of two ways that are equally good the first by id is told: one needs a step that the other does not
    closed = {"not_needed": "closed"}
    rows = [
        (
            back.get(c.topic, c.topic),
            back.get(c.principal, c.principal),
            c.reached,
            c.state,
            c.gap,
            tuple((key, closed.get(state, state)) for key, state in c.steps),
            c.certainty,
        )
        for c in found.cells
    ]
    return sorted(rows, key=str), found.closure, sorted(found.steps.items()), len(found.unnamed)


def findings(model: Model) -> list[Finding]:
    return [finding for finding in audited(model).findings if finding.code != NAMED]


def test_other_ids_and_names_change_no_finding_and_no_loop(model: Model) -> None:
    renamer = Renamer(model, 1, order=True)
    renamed = renamer.renamed()
    assert not {one.id for one in renamed.entities.values()} & {one for one in model.entities if one != "system"}
    before = [plain(one, {}) for one in findings(model)]
    after = [plain(one, renamer.back) for one in findings(renamed)]
    assert before or model.head.made_up  # what is made up may be sound
    assert Counter(after) == Counter(before)
    assert cells(renamed, renamer.back) == cells(model, {})


def test_ids_in_another_order_change_no_finding_but_which_of_two_equals_is_told_first(model: Model) -> None:
    renamer = Renamer(model, 2, order=False)
    renamed = renamer.renamed()
    before = Counter(together(one, {}) for one in findings(model))
    assert Counter(together(one, renamer.back) for one in findings(renamed)) == before
    assert cells(renamed, renamer.back) == cells(model, {})


def shuffled(thing: Any, chance: random.Random, name: str = "") -> Any:
    """A document with every mapping and every list, but those whose order says something, in another order."""
    if isinstance(thing, dict):
        keys = list(thing)
        if name not in ABOUT_ORDER:
            chance.shuffle(keys)
        return {key: shuffled(thing[key], chance, key) for key in keys}
    if isinstance(thing, list):
        rows = [shuffled(one, chance) if isinstance(one, dict) else one for one in thing]
        if name not in ABOUT_ORDER:
            chance.shuffle(rows)
        return rows
    return thing


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_everything_in_the_file_changes_no_byte_of_the_findings(model: Model, seed: int) -> None:
    document = shuffled(json.loads(dump_json(model)), random.Random(seed))  # noqa: S311 - an order for a test
    again = loads(json.dumps(document), "shuffled.json")
    assert in_any_order(audited(again)) == in_any_order(audited(model))
    assert cells(again, {}) == cells(model, {})


UNCONNECTED = {
    "populations": {"zz-population": {"name": "Zz"}},
    "persons": {"zz-person": {"name": "Zz"}},
    "goals": {"zz-goal": {"name": "Zz"}},
    "topics": {"zz-topic": {"name": "Zz"}},
}


def _told(finding: Finding) -> tuple[str, ...]:
    return finding.subject.members or (finding.subject.id,)


@pytest.mark.parametrize("section", sorted(UNCONNECTED))
def test_something_that_is_connected_to_nothing_changes_no_other_finding(model: Model, section: str) -> None:
    assert section in sections()
    document = json.loads(dump_json(model))
    document.setdefault(section, {}).update(UNCONNECTED[section])
    new = next(iter(UNCONNECTED[section]))
    more = audited(loads(json.dumps(document), "more.json")).findings
    after = [one for one in more if new not in one.subject.ids()]
    # a finding that folds alike subjects together takes the new one in
    grown = [(one.code, {*one.subject.members} - {new}) for one in more if new in one.subject.ids()]
    before = [one for one in audited(model).findings if (one.code, {*_told(one)}) not in grown]

    def alone(finding: Finding) -> Any:
        told = finding.to_dict()
        return {key: told[key] for key in told if key != "reach"}

    assert [alone(one) for one in after] == [alone(one) for one in before]


def test_files_that_are_included_are_read_as_one(model: Model, tmp_path: Path) -> None:
    document = json.loads(dump_json(model))
    root = {key: document.pop(key) for key in ("remit", "model")}
    pieces: list[dict[str, Any]] = []
    for name, content in document.items():
        if isinstance(content, dict) and len(content) > 1 and name in sections() and name not in ("system", "levels"):
            rows = list(content.items())
            pieces += [{name: dict(rows[::2])}, {name: dict(rows[1::2])}]
        else:
            pieces.append({name: content})
    for number, piece in enumerate(pieces):
        (tmp_path / f"part{number}.json").write_text(json.dumps(piece), encoding="utf-8")
    root["include"] = [f"part{number}.json" for number in range(len(pieces))]
    (tmp_path / "root.json").write_text(json.dumps(root), encoding="utf-8")
    assert len(pieces) > 5
    assert public(audited(load(tmp_path / "root.json"))) == public(audited(model))
