"""A page per topic: who has it, who decides it, how far it gets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from remit.graph.loop import STEP_NAMES, Cell, Decision, Loops
from remit.graph.org import Thing
from remit.model.facts import Degree, SourceRef
from remit.model.text import LANGUAGES, Text
from remit.views import texts as v
from remit.views.decision_text import MANY, decided_by, stopped_by
from remit.views.pages.site import blocks
from remit.views.pages.site import texts as t
from remit.views.pages.site.blocks import Block
from remit.views.pages.site.facts import Facts, Told
from remit.views.pages.site.frame import Page, Site, clean, fill

ABOUT = ("part_of", "populations", "urgent", "owner", "treated_at", "settled_at", "concerns", "wait_limit_days")
BRIEF = ("urgent", "settled_at", "concerns", "wait_limit_days", "populations")
MOST_CELLS = 5_000
"""How many cells of the loop matrix are reckoned for the pages; a larger one is left to ``remit loops``."""


class Treats(NamedTuple):
    """That a group has a topic in its remit, itself or as part of a wider one."""

    id: str
    through: str
    certainty: Degree
    sources: tuple[SourceRef, ...]
    powers: Told


class Row(NamedTuple):
    """How far a topic gets, for the principals for which it is alike."""

    principals: list[str]
    state: str
    outcome: Text
    reason: Text
    decided: Text
    stop: Text | None
    certainty: Degree
    sources: tuple[SourceRef, ...]


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The pages of the topics."""
    org = site.org
    topics = site.sorted_things("topic")
    if not topics:
        return
    named = facts.references
    few = len(topics) * len(org.care_principals) <= MOST_CELLS
    matrix = site.loops if few and org.care_principals else None
    below: dict[str, list[str]] = {}
    for topic in topics:
        above = topic.fact("part_of")
        if above.known:
            below.setdefault(above.value, []).append(topic.id)
    groups = [group for group in site.sorted_things("group") if group.fact("remit.topics").items]
    for topic in topics:
        left_out = (("group", "remit.topics"), ("topic", "part_of"))
        content = [
            blocks.about(facts, topic, ABOUT, BRIEF),
            Block("below", t.PARTS_OF_TOPIC, "refs", below.get(topic.id, [])),
            Block("groups", t.TREATED_BY, "topics", list(_treats(facts, groups, topic)), empty=t.NOT_TREATED),
            Block("loops", t.WAY_OF_TOPIC, "loops", _rows(site, matrix, topic.id), t.WAY_MEANS,
                  None if matrix is not None else t.TOO_MANY_TO_FOLLOW),
            blocks.others(facts, topic, ABOUT),
            blocks.mentions(named.of(topic.id, *left_out)),
        ]  # fmt: skip
        yield blocks.page(site, topic, content, facts)


def _treats(facts: Facts, groups: list[Thing], topic: Thing) -> Iterator[Treats]:
    org = facts.org
    for group in groups:
        for item in group.fact("remit.topics").items:
            if item.holds and org.covers_topic(item.value, topic.id):
                through = "" if item.value == topic.id else item.value
                degree = Degree.OPEN if item.possibly else item.degree
                yield Treats(group.id, through, degree, item.sources, facts.told(group.id, "remit.powers"))
                break


def _rows(site: Site, matrix: Loops | None, topic: str) -> list[Row]:
    """How far a topic gets, the principals that are alike together."""
    if matrix is None:
        return []
    decisions: dict[str, Decision] = {}
    for settled in matrix.decisions:
        if settled.topic == topic:
            decisions.update(dict.fromkeys(settled.principals, settled.decision))
    alike: dict[tuple[object, ...], list[Cell]] = {}
    for cell in matrix.cells:
        if cell.topic == topic:
            decision = decisions.get(cell.principal)
            told = (_decided(site, decision, cell), _stopped(site, decision))
            alike.setdefault((cell.state, cell.gap, cell.reason, cell.certainty, *told), []).append(cell)
    found = []
    for cells in alike.values():
        cell = cells[0]
        decision = decisions.get(cell.principal)
        found.append(
            Row(
                site.by_name(one.principal for one in cells),
                cell.state,
                _outcome(cell),
                clean(cell.reason),
                _decided(site, decision, cell),
                _stopped(site, decision),
                cell.certainty,
                tuple(dict.fromkeys(source for one in cells for source in one.sources)),
            )
        )
    return found


def _outcome(cell: Cell) -> Text:
    if cell.state == "closed":
        return v.OUTCOME["arrives"]
    form = t.STOPS_AT if cell.state == "broken" else t.OPEN_AT
    return fill(form, step=cell.gap, name=STEP_NAMES[cell.gap])


def _decided(site: Site, decision: Decision | None, cell: Cell) -> Text:
    if decision is not None and decision.by:
        return _said(lambda lang: decided_by(decision, lambda one: site.name(one).get(lang), lang, MANY))
    state = dict(cell.steps)["5"]
    return v.DECISION_NOT_TOLD["broken" if state == "broken" else "open"]


def _stopped(site: Site, decision: Decision | None) -> Text | None:
    if decision is None or not decision.by:
        return None
    return _said(lambda lang: stopped_by(decision, lambda one: site.name(one).get(lang), lang, MANY))


def _said(say: Callable[[str], str]) -> Text:
    return Text(*(say(lang) for lang in LANGUAGES))
