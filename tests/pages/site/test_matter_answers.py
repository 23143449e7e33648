"""What the page tells is what `remit route` says, for everybody who can ask."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from remit.api import Organisation, load
from remit.graph.loop import Route
from remit.model.files.shipped import shipped
from remit.views.harmless import plain
from remit.views.pages.site import Site, matter
from remit.views.pages.site.matter_starts import starts

Asked = tuple[str, str, str | None]
"""From whom, about what, on whose side: what is given to `remit route`."""


class Told:
    """The data of a page, read as its script reads them."""

    def __init__(self, organisation: Organisation, **more: Any) -> None:
        site = Site(organisation.org, None)
        html = site.render(matter.page(site, **more))
        found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
        assert found is not None
        self.size = len(html.encode())
        self.data = json.loads(found[1])
        self.ids: list[str] = self.data["ids"]

    def questions(self) -> Iterator[tuple[Asked, dict[str, Any], list[int]]]:
        """Every question that can be asked on the page, with the shape of the answer and the names in it."""
        data = self.data
        for choice, sides in zip(data["choices"], data["sides"], strict=True):
            principal, works, places, groups = choice
            starts: list[tuple[int, int, int]] = [(principal, -1, 0), *((work, principal, 0) for work in works)]
            for number, place in enumerate(places, 1):
                starts += [(one, place, number) for one in (principal, *works)]
            starts += [(group, principal, 1 + len(places) + number) for number, group in enumerate(groups)]
            for start, side, row in starts:
                for number, (topic, _) in enumerate(data["topics"]):
                    shape, *names = data["answers"][data["rows"][sides[row]][number]]
                    asked = (self.ids[start], self.ids[topic], self.ids[side] if side >= 0 else None)
                    yield asked, data["shapes"][shape], [principal, topic, *names]

    def text(self, number: int, names: list[int], lang: int) -> str:
        """A text with the names in their places."""
        found = self.data["texts"][number]
        of = found[lang] if isinstance(found, list) else found
        if isinstance(of, str):
            return of
        return "".join(one if isinstance(one, str) else self.name(names[one], lang) for one in of["p"])

    def name(self, number: int, lang: int) -> str:
        name = self.data["names"][number]
        return name[lang] if isinstance(name, list) else name

    def listed(self, told: list[int] | int, names: list[int]) -> set[str]:
        """The ids of some names: places in the answer, or a list that answers share."""
        numbers = [names[place] for place in told] if isinstance(told, list) else self.data["lists"][told]
        return {self.ids[number] for number in numbers}


def check(told: Told, asked: Asked, shape: dict[str, Any], names: list[int], route: Route) -> None:
    """An answer says what a route says: outcome, every step with its reason, deciders, wait, what is missing."""
    assert shape["outcome"] == route.outcome, asked
    gap = route.first_gap
    assert (shape["steps"][shape["gap"]][0] if shape["gap"] >= 0 else None) == (gap.key if gap else None), asked
    for (key, state, certainty, reason, at, _), step in zip(shape["steps"], route.steps, strict=True):
        assert (key, state, certainty) == (step.key, step.state, step.certainty.word), asked
        assert (told.ids[names[at]] if at >= 0 else "") == step.at, asked
        if reason >= 0:
            for lang, word in enumerate(("sv", "en")):
                assert told.text(reason, names, lang) == plain(step.reason.get(word)), asked
    assert told.listed(shape.get("concerned", []), names) == set(route.concerned), asked
    by = shape["decision"].get("by", [])
    alone = {one for form, _, ids, _ in by if form == "principal" for one in told.listed(ids, names)}
    assert alone == {one.id for one in route.decision.by if one.form == "principal"}, asked
    joint = {(told.ids[names[who]], form) for form, who, _, _ in by if form != "principal"}
    assert joint == {(one.id, one.form) for one in route.decision.by if one.form != "principal"}, asked
    assert shape["decision"].get("number") == route.decision.number, asked
    wait = shape.get("wait")
    assert (wait is None) == (route.wait is None), asked
    if wait is not None and route.wait is not None:
        assert [told.ids[names[one]] for one in wait["unknown"]] == list(route.wait.unknown), asked
        assert (wait["low"], wait["high"]) == (round(route.wait.low), round(route.wait.high)), asked
    owners = {one for _, ids in shape.get("missing", []) for one in told.listed(ids, names)}
    assert owners == {one.owner for one in route.cut}, asked


@pytest.mark.parametrize("name", shipped())
def test_answers_are_those_of_route_in_every_model(name: str) -> None:
    organisation = load(name)
    told = Told(organisation)
    questions = list(told.questions())
    assert questions
    # all of them in the long test; here every so many, a different choice of topics and starts in each model
    every = max(1, len(questions) // 150)
    for asked, shape, names in questions[:: every if every % len(told.data["topics"]) else every + 1]:
        start, topic, side = asked
        check(told, asked, shape, names, organisation.route(start, topic, side))


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", shipped())
def test_every_answer_is_that_of_route(name: str) -> None:
    organisation = load(name)
    told = Told(organisation)
    routes: dict[tuple[Any, ...], Route] = {}
    for asked, shape, names in told.questions():
        start, topic, side = asked
        kind = organisation.org.kind(start)
        # a workplace of one principal goes as the principal does: asked once
        owners = organisation.org.principals_of(start) if kind != "group" else (start,)
        key = (topic, side or start, start if kind == "group" else owners)
        if key not in routes:
            routes[key] = organisation.route(start, topic, side)
        check(told, asked, shape, names, routes[key])


def test_what_can_be_chosen_are_care_principals_with_their_own_workplaces_and_groups() -> None:
    organisation = load("vasterbotten-2017")
    found = starts(organisation.org)
    assert {one.principal for one in found.choices} == set(organisation.org.care_principals)
    umea = next(one for one in found.choices if one.principal == "umea")
    assert "hsih" in umea.works and "halsocentraler" not in umea.works  # noqa: PT018
    assert "sok-barn-unga" in umea.groups
    assert not {"lok-barn-unga", "hok-aldre"} & set(umea.groups)
    assert umea.places == ()
    county = next(one for one in found.choices if one.principal == "landstinget")
    assert {"umea", "lycksele", "dorotea"} <= set(county.places)  # it meets them in groups of their own
    assert found.left_out == ()


def test_the_place_makes_a_difference_for_the_county_and_is_told() -> None:
    told = Told(load("vasterbotten-2017"))
    at = {asked: (shape, names) for asked, shape, names in told.questions()}
    entry = {}
    for place in ("umea", "lycksele"):
        shape, names = at["halsocentraler", "barns-psykiska-halsa", place]
        entry[place] = told.ids[names[shape["steps"][0][4]]]
    assert entry == {"umea": "sok-barn-unga", "lycksele": "lok-barn-unga"}


def test_municipalities_whose_matters_go_alike_share_one_answer() -> None:
    told = Told(load("varmland-2018"))
    rows = {sides[0] for choice, sides in zip(told.data["choices"], told.data["sides"], strict=True)}
    assert len(rows) < len(told.data["choices"])


def test_names_of_others_in_a_name_do_not_confuse_the_answer(tmp_path: Path) -> None:
    organisation = model(tmp_path, a="Å", b="Åby", group="Åby och Å i samverkan {0}")
    told = Told(organisation)
    for asked, shape, names in told.questions():
        start, topic, side = asked
        check(told, asked, shape, names, organisation.route(start, topic, side))


@pytest.mark.parametrize(
    ("most", "left_out"),
    [
        (2500, ("places", "unsure")),
        (1500, ("places", "unsure", "groups")),
        (200, ("places", "unsure", "groups", "topics")),
        (10, ("places", "unsure", "groups", "topics", "principals")),
    ],
)
def test_too_many_answers_are_cut_down_and_the_page_says_so(most: int, left_out: tuple[str, ...]) -> None:
    organisation = load("vasterbotten-2017")
    found = starts(organisation.org, most)
    assert (0 < found.answers <= most, found.left_out) == (True, left_out)
    site = Site(organisation.org, None)
    html = site.render(matter.page(site, most))
    assert f"den visar högst {most} svar" in html
    assert "i vilken kommun det gäller" in html
    assert ("en del av huvudmännen" in html) == ("principals" in left_out)


def test_a_country_neither_hangs_nor_gives_a_large_page(tmp_path: Path) -> None:
    path = tmp_path / "country.json"
    path.write_text(country(290, 10, 20), encoding="utf-8")
    organisation = load(path)
    began = time.process_time()
    told = Told(organisation)
    assert time.process_time() - began < 60
    assert told.size < 2_000_000
    assert (len(told.data["choices"]), len(told.data["topics"])) == (300, 20)
    for asked, shape, names in list(told.questions())[::1999]:
        start, topic, side = asked
        check(told, asked, shape, names, organisation.route(start, topic, side))


def country(municipalities: int, regions: int, topics: int) -> str:
    """A model of a country: each municipality meets its region in a group of its own, each region all of its."""
    towns, counties = [f"k{n}" for n in range(municipalities)], [f"r{n}" for n in range(regions)]
    of = {town: counties[n * regions // municipalities] for n, town in enumerate(towns)}
    wide = [f"t{n}" for n in range(0, topics, 4)]
    groups: dict[str, Any] = {
        f"lokal-{town}": {
            "name": f"Lokal grupp {town}",
            "level": "lokal",
            "territory": [county, town],
            "remit": {"powers": ["discuss"], "topics": wide},
            "seats": [{"principal": county, "mandate": {"powers": ["inform"]}}, {"principal": town}],
            "meetings_per_year": 4,
        }
        for town, county in of.items()
    }
    for county in counties:
        members = [county, *(town for town in towns if of[town] == county)]
        groups[f"lan-{county}"] = {
            "name": f"Länsgrupp {county}",
            "level": "lan",
            "territory": members,
            "remit": {"powers": ["recommend"], "topics": wide},
            "seats": [{"principal": one} for one in members],
        }
    levels = {"lokal": {"name": "lokal"}, "lan": {"name": "län"}}
    document = {
        "remit": 1,
        "model": {
            "id": "country",
            "title": "Country",
            "as_of": "2026-01-01",
            "represents": "current",
            "coverage": {"default": "complete"},
        },
        "levels": levels,
        "topics": {
            f"t{n}": {"name": f"fråga {n}", "treated_at": "lan"} | ({"part_of": f"t{n - n % 4}"} if n % 4 else {})
            for n in range(topics)
        },
        "principals": {town: {"name": f"Kommun {town}", "kind": "municipality"} for town in towns}
        | {county: {"name": f"Region {county}", "kind": "region"} for county in counties},
        "groups": groups,
    }
    return json.dumps(document, ensure_ascii=False)


def model(
    tmp_path: Path, *, a: str = "Ask", b: str = "Berg", group: str = "Rådet", topic: str = "vård"
) -> Organisation:
    """Two municipalities that meet in a group; one sits there, for the other nothing is told."""
    document = {
        "remit": 1,
        "model": {"id": "m", "title": "M", "as_of": "2026-01-01", "represents": "current"},
        "topics": {"t": {"name": topic}},
        "principals": {"a": {"name": a, "kind": "municipality"}, "b": {"name": b, "kind": "municipality"}},
        "groups": {"g": {"name": group, "remit": {"topics": ["t"]}, "seats": [{"principal": "a"}]}},
    }
    path = tmp_path / "m.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return load(path)
