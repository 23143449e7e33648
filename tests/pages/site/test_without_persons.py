"""Without persons no page, address or index tells who somebody is, by name or by id; all else is told as before."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.pages.site.reading import pages_of, text_of

from remit.api import Organisation, load
from remit.cli.run import run
from remit.model.persons import without_names

MODEL = """\
remit: 1
model: {id: m, title: M, as_of: 2024-01-01}
sources: {doc: {title: D}}
levels: [near]
principals:
  region: {name: Regionen, kind: region}
  aby: {name: Åby kommun, kind: municipality}
units: {board: {name: Nämnden, kind: board, principal: aby}}
functions: {chief: {name: Chefen, unit: board}}
persons:
  zqxjk-anna: {name: Zqxjkanna Ek, note: zqxjknote, holds: [{function: chief, since: 2018-01-01, note: zqxjkheld}]}
  zqxjk-bo: {name: Zqxjkbo Al, holds: [chief]}
  person: {name: Zqxjkperson}
sets:
  people: {name: personerna, members: [zqxjk-anna, zqxjk-bo]}
  their-seats: {name: platserna, of: seat, where: {person: [zqxjk-anna, zqxjk-bo]}}
groups:
  one:
    name: {sv: Ettan, en: The first}
    level: near
    territory: [region, aby]
    seats:
      - {id: one-zqxjk-anna, principal: region, person: zqxjk-anna}
      - {principal: aby, person: zqxjk-bo}
      - {principal: aby, person: {values: [{value: zqxjk-bo, source: doc}, {value: zqxjk-anna, source: doc}]}}
      - {principal: aby, function: chief}
  two: {name: Tvåan, level: near, seats: [{person: zqxjk-bo, capacity: self}, {person: zqxjk-anna, function: chief}]}
facts:
  - [one-zqxjk-anna, mandate.powers, none, "", "", interviewees, doc]
  - [people, holds, yes, chief, some, author, doc]
  - [their-seats, capacity, self, "", "", author, doc]
  - [zqxjk-bo, holds, none, chief, "", author, doc]
"""


@pytest.fixture(scope="module")
def organisation(tmp_path_factory: pytest.TempPathFactory) -> Organisation:
    path = tmp_path_factory.mktemp("persons") / "model.yaml"
    path.write_text(MODEL, encoding="utf-8")
    return load(path)


@pytest.fixture(scope="module")
def masked(organisation: Organisation) -> Organisation:
    return Organisation(without_names(organisation.model), organisation.on)


def test_nothing_written_tells_who_somebody_is(organisation: Organisation) -> None:
    pages = pages_of(organisation, persons=False)
    assert "zqxjk" in str(pages_of(organisation)).lower()
    for path, html in pages.items():
        assert "zqxjk" not in path.lower()
        assert "zqxjk" not in html.lower(), path


def test_the_command_leaves_them_out_too(organisation: Organisation, tmp_path: Path) -> None:
    place = tmp_path / "model.yaml"
    place.write_text(MODEL, encoding="utf-8")
    assert run(["site", str(place), "-o", str(tmp_path / "site"), "--without-persons"]) == 0
    for path in (tmp_path / "site").rglob("*"):
        assert "zqxjk" not in path.name.lower()
        assert path.is_dir() or "zqxjk" not in path.read_text(encoding="utf-8").lower()


def test_the_model_itself_holds_none_of_it(masked: Organisation) -> None:
    model = masked.model
    held = (model.entities, model.parents, model.sets, model.statements, model.coverage, list(model.marks))
    assert "zqxjk" not in repr(held).lower()


def test_that_somebody_is_told_to_be_there_tells_no_id_either() -> None:
    model = load("skane-2019").model
    persons = [one.id for one in model.of_kind("person")]
    assert persons
    found = without_names(model)
    held = repr([found.of_kind(kind) for kind in ("person", "holding", "seat")])
    for one in persons:
        assert one in repr(model.of_kind("person"))
        assert one not in held


def test_a_seat_that_a_person_fills_is_called_by_group_and_principal(masked: Organisation) -> None:
    org = masked.org
    names = {str(org.name(seat.id).en) for seat in org.things("seat") if seat.fact("person").stated}
    assert {"The first: Regionen", "The first: Åby kommun", "Tvåan: a person (name left out)"} <= names
    assert {org.name(one.id).sv for one in org.seats("two")} == {
        "Tvåan: en person (namnet utelämnat)",
        "Tvåan: Chefen",
    }
    shown = text_of(pages_of(masked, persons=False)["groups/one.html"])
    assert "Regionen 1 st en person (namnet utelämnat)" in shown


def test_all_else_is_told_as_before(organisation: Organisation, masked: Organisation) -> None:
    def counted(one: Organisation) -> Counter[tuple[str, int, int]]:
        found = one.audit(certainty="open").findings
        return Counter((f.code, int(f.certainty), len(f.subject.ids())) for f in found)

    assert counted(masked) == counted(organisation)
    assert len(counted(masked)) > 3
    before, after = organisation.org, masked.org
    for kind in ("person", "holding", "seat", "group"):
        assert len(before.things(kind)) == len(after.things(kind)), kind
    assert len(after.resolver.members("their-seats")) == len(before.resolver.members("their-seats")) == 5
    denied = [s.id for s in after.things("seat") if s.fact("mandate.powers").stated]
    assert [after.name(one).sv for one in denied] == ["Ettan: Regionen"]


def test_the_parts_stand_in_their_wholes(masked: Organisation) -> None:
    model = masked.model
    for part, (whole, field) in model.parents.items():
        assert any(one is model.entities[part] for one in getattr(model.entities[whole], field)), part


def test_the_model_that_was_given_is_left_as_it_was(organisation: Organisation) -> None:
    before = repr(organisation.model)
    without_names(organisation.model)
    assert repr(organisation.model) == before
    assert organisation.model.entities["one"].seats[0].person == "zqxjk-anna"  # type: ignore[attr-defined]


def test_the_same_person_has_the_same_number_in_models_that_are_compared(tmp_path: Path) -> None:
    path = tmp_path / "model.yaml"
    path.write_text(MODEL, encoding="utf-8")
    one = load(path).model
    path.write_text(MODEL.replace("  zqxjk-bo: {", "  aa: {name: Zqxjkaa}\n  zqxjk-bo: {"), encoding="utf-8")
    other = load(path).model
    first, second = without_names(one, (other,)), without_names(other, (one,))
    assert set(first.entities) < set(second.entities)
    assert len(set(second.entities) - set(first.entities)) == 1
    assert [s.id for s in first.of_kind("seat")] == [s.id for s in second.of_kind("seat")]


def test_new_ids_meet_none_that_are_there(tmp_path: Path) -> None:
    path = tmp_path / "model.yaml"
    path.write_text(MODEL.replace("functions: {", "functions: {person-1: {name: F}, "), encoding="utf-8")
    model = load(path).model
    masked = without_names(model)
    assert len(masked.entities) == len(model.entities)
    assert masked.entities["person-1"].kind_meta.name == "function"


def test_a_model_without_persons_stays_the_same(tmp_path: Path) -> None:
    path = tmp_path / "model.yaml"
    path.write_text("remit: 1\nmodel: {id: m, title: M, as_of: 2024-01-01}\ngroups: {g: {name: G}}\n", encoding="utf-8")
    model = load(path).model
    assert without_names(model) is model
