"""What nobody says makes no conclusion surer, apart from what would excuse: that counts where it is stated.

Every fact of a model is made ``unknown``, one at a time. A conclusion that becomes surer, or is new, has then
rested on silence, which is never a defect (design section 2). Only a fact that is an *excuse* of that very rule
may uncover its conclusion: :data:`EXCUSES` says which those are, read off the rules' own conditions.
"""

from __future__ import annotations

import pkgutil
import random
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from tests.properties.silencing import Site, chooses, silenced, sites, sureness, surer
from tests.strategies import models

from remit.model.files import load, loads, resolve, shipped
from remit.model.whole import Model
from remit.queries import rules
from remit.queries.cases import cases_of

ROUTES = ("escalates_to", "prepares_for", "recommends_to", "reports_back_to", "informs", "linked_to")
LINKS = (*(f"group.{name}" for name in (*ROUTES, "parent", "answers_to")), "unit.parent")

HANDING = ("escalates_to", "prepares_for", "recommends_to")

EXCUSES: dict[str, tuple[str, ...]] = {
    "*": ("*.until", "*.since", "*.channel"),  # what has ended or not begun; a way that a source tells of
    "COV501": ("principal.members",),  # an association that speaks for its members
    "COV503": ("provider.participation", "agreement.covers_providers"),
    "COV504": ("group.assignment",),
    "COV506": ("seat.person", "seat.vacant"),
    # for whom somebody can conclude agreements, and through whom a principal can be bound
    "COV507": ("unit.binds", "function.binds", "principal.members", "joint_body.members", "joint_body.host"),
    "DEC401": ("group.decision_step",),
    "DEC402": ("group.report_back", "principal.publishes_decisions", "system.publishes_decisions"),
    "ESC301": ("group.parent",),
    "ESC302": ("group.owner", "matter.status"),
    # what a seat or the function that fills it may do
    "ESC304": (
        "group.law",
        "seat.mandate",
        "seat.mandate.powers",
        "seat.function",
        "mandate.powers",
        "group.decision_step",
    ),
    # that matters go to the group between as well, or pass a step of the line at its level
    "ESC308": (
        *(f"{kind}.{name}" for kind in ("group", "unit", "function") for name in HANDING),
        "unit.level",
        "function.level",
    ),
    # a quicker way, and dates, which go before a number
    "ESC309": (
        *(f"group.{name}" for name in (*HANDING, "answers_to")),
        "group.meeting_dates",
    ),
    "FUP701": ("indicator.measures",),
    "MAN101": ("group.law",),
    # what the function of a seat may do on the group's topics, and that the seat is filled by a function
    "MAN103": ("seat.*", "function.*", "mandate.*", "topic.part_of"),
    "MAN106": ("group.law", "group.steers"),
    # what power over it follows from: what it is under, whose it is, who manages it, a mandate
    "MAN109": ("unit.parent", "function.manages", "mandate.*"),
    "MAN110": ("seat.principal", "seat.vacant"),  # that a seat which may be its own is another's, or empty
    # that it is only meant centrally
    "PLN801": ("activity.central",),
    "PLN802": ("activity_status.status",),  # that it is over
    "ROB604": ("group.chair.vice", "seat.vacant", "function.vacant"),
    "ROB605": ("group.meetings_per_year",),  # a number that is told goes before dates
    "ROB606": ("allocation.financed_by", "process_leader.financed_by"),  # that somebody pays for a share
    "ROB602": ("group.chair.vice", "group.chair.overlap"),
    "ROB603": ("coordinator.overview", "system.overview", "territory.principals"),
    "STR201": LINKS,
    "STR202": LINKS,
    "STR203": LINKS,
    "STR206": ("group.parent", "seat.vacant", "function.vacant"),
    "STR209": ("function.primary",),
    "STR210": ("function.primary",),
    "STR208": ("group.escalates_to",),  # a wider ring tells a narrower one, which is not told again
}
"""For each rule the facts that excuse, as ``kind.path``: the conditions that the rule marks so."""


def excuses(code: str, place: str) -> bool:
    """Whether a fact is an excuse of a rule."""
    kind, _, path = place.partition(".")
    wanted = {place, f"{kind}.*", f"*.{path.rpartition('.')[2]}"}
    return not wanted.isdisjoint((*EXCUSES["*"], *EXCUSES.get(code, ())))


def uncovered(model: Model, places: list[Site], codes: tuple[str, ...] = ()) -> Iterator[tuple[str, str, str]]:
    """The rule, the fact and the conclusion, for each that silence makes surer though the fact is no excuse."""
    before = sureness(model, codes)
    for site in places:
        if chooses(model, site):
            continue
        place = site.place(model)
        for key in surer(before, sureness(silenced(model, site), codes)):
            if not excuses(key[0], place):
                yield key[0], place, f"{key[0]} {' '.join((key[1], *key[2], key[3]))} without {site.entity} {site.path}"


def told(found: Iterable[tuple[str, str, str]]) -> list[str]:
    """The texts alone."""
    return [text for _, _, text in found]


def packages() -> list[str]:
    """The folders of the rules, but of those on sources: these are about what is said, and by whom."""
    return sorted(info.name for info in pkgutil.iter_modules(rules.__path__) if not info.name.startswith("SRC"))


def some(places: list[Site], most: int) -> list[Site]:
    """A sample that is the same each time, spread over everything that is said."""
    return random.Random(len(places)).sample(places, min(most, len(places)))  # noqa: S311 - a sample, no secret


@pytest.mark.parametrize("name", shipped())
def test_a_fact_made_unknown_makes_no_finding_of_a_shipped_model_surer(name: str) -> None:
    model = load(resolve(name))
    places = sites(model)
    assert len(places) > 25  # more than are tried
    assert told(uncovered(model, some(places, 25))) == []


@pytest.mark.parametrize("package", packages())
def test_no_fact_made_unknown_makes_a_finding_of_a_case_surer(package: str) -> None:
    code = package[:6]
    found = [one for model in cases(package) for one in uncovered(model, sites(model), (code,))]
    assert found == []


@given(models())
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_a_fact_made_unknown_makes_no_finding_of_a_generated_model_surer(model: Model) -> None:
    assert told(uncovered(model, some(sites(model), 6))) == []


@pytest.mark.parametrize("package", packages())
def test_an_excuse_made_unknown_uncovers_the_finding_of_its_rule_and_no_other(package: str) -> None:
    code = package[:6]
    found: list[str] = []
    for case in cases_of(package):
        if case.rows:
            continue
        model = loads(case.text, f"{case.name}.yaml")
        own = [site for site in sites(model) if excuses(code, site.place(model)) and not chooses(model, site)]
        before = sureness(model, (code,)) if own else {}
        speaking = [site for site in own if surer(before, sureness(silenced(model, site), (code,)))]
        found += [f"{case.name}: {text}" for text in told(uncovered(model, some(speaking, 1)))]
    assert found == []


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("part", range(8))
@pytest.mark.parametrize("name", shipped())
def test_no_fact_at_all_made_unknown_makes_a_finding_of_a_shipped_model_surer(name: str, part: int) -> None:
    model = load(resolve(name))
    assert told(uncovered(model, sites(model)[part::8])) == []


@pytest.mark.long
def test_every_excuse_is_at_work_in_a_case() -> None:
    idle = []
    for package in packages():
        code = package[:6]
        seen: set[str] = set()
        for model in cases(package):
            before = sureness(model, (code,))
            for site in sites(model):
                place = site.place(model)
                if (
                    place not in seen
                    and excuses(code, place)
                    and surer(before, sureness(silenced(model, site), (code,)))
                ):
                    seen.add(place)
        named = {one for one in EXCUSES.get(code, ()) if "*" not in one} - set(LINKS)
        idle += [f"{code} {one}" for one in sorted(named - seen)]
    assert idle == []


def cases(package: str) -> list[Model]:
    """The models of a rule's cases."""
    return [loads(case.text, f"{case.name}.yaml") for case in cases_of(package)]
