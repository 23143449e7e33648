"""The report of a reorganisation as data that every form of it shows alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from remit.model.text import Text
from remit.queries.reorganise.attribution import How
from remit.queries.reorganise.records import BROKEN, Difference, Fate, Outcome, Reorganisation
from remit.queries.reorganise.says import together
from remit.queries.reorganise.way import Step
from remit.views import reorganise_texts as r
from remit.views import reorganise_words as w
from remit.views import texts as t
from remit.views.reorganise_brief import in_brief
from remit.views.reorganise_parts import ChangeTold, Chapter, Item, Part, Report
from remit.views.reorganise_tables import figures, loops, rules, side_by_side, structure
from remit.views.reorganise_words import said

if TYPE_CHECKING:
    from remit.simulation.reorganised import Flow


def report(found: Reorganisation, flow: Flow | None = None) -> Report:
    """The report of a reorganisation, with what its ``flow`` says where there is one."""
    title = r.TITLE_WHAT_IF if found.what_if else r.TITLE
    several = len(found.outcomes) > 1
    cited = {
        ref.document for one in found.outcomes for step in one.steps for ref in step.sources if ref.document != one.id
    }
    told = Report(
        said(title, title=found.before.title),
        w.head(found),
        (side_by_side(found), rules(found)) if several else (),
        r.SIDE_BY_SIDE_MEANS if several else w.empty(),
        tuple(_part(found, one) for one in found.outcomes),
        tuple((f"[{one}]", found.document_titles.get(one, Text(one, one))) for one in sorted(cited)),
    )
    if flow is None:
        return told
    from remit.views.flow_chapter import with_flow  # reads numpy, which a report without a flow does not need

    return with_flow(told, flow)


def _part(found: Reorganisation, one: Outcome) -> Part:
    chapters = [in_brief(one), Chapter("certain", r.CERTAIN, tuple(w.certain(found, one)))]
    if one.attributed and one.steps:
        chapters.append(_by_change(one))
    for name, heading, fates in (
        ("new", r.COMES, BROKEN),
        ("kept", r.REMAINS, (Fate.KEPT,)),
        ("cleared", r.GOES, (Fate.CLEARED, Fate.DOUBTED)),
    ):
        items = tuple(_item(d, one) for d in one.of(*fates))
        chapters.append(Chapter(name, heading, items=items, empty=r.NOTHING_OF_IT))
    if one.transients:
        chapters.append(_transients(one))
    chapters += [loops(one), figures(found.before, one), structure(one)]
    return Part(one.id, one.title, tuple(w.answer(found, one)), tuple(chapters))


# -- findings -------------------------------------------------------------------------------------------------


def _item(one: Difference, outcome: Outcome) -> Item:
    label = w.by_label(one.by.told_under) if one.by else w.empty()
    return Item(
        one.fate,
        one.finding.code,
        one.finding.severity,
        w.message(one),
        w.sure(one),
        w.joined((label, w.notes(one)), "; ") if len(outcome.steps) > 1 else w.notes(one),
        w.empty() if _is_plain(one) else w.why(one, outcome),
    )


def _is_plain(one: Difference) -> bool:
    """Whether it is told whole by the number of a change: one makes it, and both ways say so."""
    by = one.by
    return by is not None and by.how == How.ONE and not by.disagree and by.first is None


def _by_change(one: Outcome) -> Chapter:
    made = one.by_change()
    steps = {step.number: step for step in one.steps}
    told = []
    if (0,) in made:
        told.append(
            ChangeTold((0,), r.BY_HEAD, r.BY_HEAD_MEANS, w.empty(), w.empty(), w.empty(), _under(made[0,], one))
        )
    told += [_change(step, made.get((step.number,), []), one) for step in one.steps]
    for numbers, many in made.items():
        if len(numbers) > 1:
            says = _together([steps[n].says for n in numbers if n in steps])
            label = w.by_label(numbers)
            told.append(ChangeTold(numbers, label, says, w.empty(), w.empty(), w.empty(), _under(many, one)))
    lead = (r.BY_CHANGE_MEANS,) if len(one.steps) > 1 else ()
    heading = r.WHAT_IT_DOES if one.steps[0].operation == "without" else r.BY_CHANGE
    return Chapter("changes", heading, lead, changes=tuple(told))


def _together(says: Sequence[Text]) -> Text:
    return w.spoken(lambda lang: together([one.get(lang) for one in says]))


def _change(step: Step, made: Sequence[Difference], one: Outcome) -> ChangeTold:
    if step.operation == "without":
        return ChangeTold((step.number,), w.empty(), step.says, w.empty(), w.empty(), step.reason, _under(made, one))
    label = said(r.CHANGE, n=step.number)
    behind = w.behind(step.basis, [ref for ref in step.sources if ref.document != one.id])
    tied = w.tied(one, step.number)
    return ChangeTold((step.number,), label, step.says, step.reason, behind, tied, _under(made, one), step.place)


def _under(made: Sequence[Difference], one: Outcome) -> tuple[Item, ...]:
    """Findings under the change that makes them: what the heading says is not said again."""
    found = []
    for difference in made:
        item, by = replace(_item(difference, one), notes=w.notes(difference)), difference.by
        told = by is not None and by.how == How.BLOCK and not by.disagree and by.first is None
        found.append(replace(item, why=w.empty()) if told else item)
    return tuple(found)


def _transients(one: Outcome) -> Chapter:
    items = tuple(
        Item(
            Fate.NEW,
            told.finding.code,
            told.finding.severity,
            told.finding.message,
            t.CERTAINTY[told.finding.certainty],
            said(r.TRANSIENT, after=told.after, until=told.until),
        )
        for told in one.transients
    )
    return Chapter("transients", r.TRANSIENTS, (r.TRANSIENTS_MEANS,), items=items)
