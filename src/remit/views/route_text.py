"""The route of one matter as text: step by step, the first gap, and what would have to exist."""

from __future__ import annotations

from collections.abc import Callable

from remit.graph.loop import STATE_NAMES, STEP_NAMES, Route, Step
from remit.model.text import Text, sort_key
from remit.views import decision_text as told
from remit.views import texts as t
from remit.views.layout import Page
from remit.views.words import places, relation

_STYLES = {"closed": "dim", "open": "warning", "broken": "error", "not_needed": "dim"}


def render(
    route: Route,
    lang: str = "sv",
    *,
    name: Callable[[str], Text] | None = None,
    width: int = 100,
    colour: bool = False,
) -> str:
    """The whole page; ``name`` gives the name of an id (the organisation's own)."""
    page = Page(width, colour)

    def called(identifier: str) -> str:
        return (name(identifier) if name else route.names.get(identifier, Text(identifier, identifier))).get(lang)

    page.heading(t.fill(t.ROUTE_OF, lang, topic=called(route.topic), start=called(route.start)), underline="=")
    page.paragraph(t.OUTCOME[route.outcome].get(lang))
    if route.on_paper:
        page.paragraph(t.ON_PAPER.get(lang))
    concerned = ", ".join(sorted((called(one) for one in route.concerned), key=sort_key))
    page.paragraph(f"{t.CONCERNED.get(lang)}: {concerned or t.NOBODY.get(lang)}.")
    _decision(page, route, called, lang)
    page.blank()
    for step in route.steps:
        _step(page, step, lang)
    gap = route.first_gap
    if gap is not None:
        page.heading(t.FIRST_GAP.get(lang).upper())
        page.paragraph(f"{gap.key} {STEP_NAMES[gap.key].get(lang)}: {gap.reason.get(lang)}", 2, 2)
    if route.cut:
        page.heading(t.CUT.get(lang).upper())
        for link in route.cut:
            words = f"{called(link.from_)}: {relation(link.relation, lang)} {called(link.to)}".rstrip()
            page.paragraph(f"- {words} ({t.fill(t.CUT_OWNER, lang, owner=called(link.owner))})", 2, 2)
    if route.deferred:
        page.heading(t.DEFERRED.get(lang).upper())
        for left in route.deferred:
            cited = places(left.sources, lang)
            source = f" ({t.SOURCE.get(lang)}: {cited})" if cited else ""
            page.paragraph(f"- {called(left.at)}: {relation(left.field, lang)}{source}", 2, 2)
    if route.wait is not None:
        page.heading(t.WAIT.get(lang).upper())
        days = _days(route.wait.low, route.wait.high, lang)
        if route.wait.unknown:
            days = f"{t.AT_LEAST.get(lang)} {days}, {t.SOME_UNKNOWN.get(lang)}"
        page.paragraph(days, 2)
        for group, low, high in route.wait.parts:
            page.paragraph(f"- {called(group)}: {_days(low, high, lang)}", 2, 2)
        for group in route.wait.unknown:
            page.paragraph(f"- {called(group)}: {t.NO_CALENDAR.get(lang)}", 2, 2)
    return page.text()


def _decision(page: Page, route: Route, called: Callable[[str], str], lang: str) -> None:
    decision = route.decision
    if not decision.by:
        page.paragraph(t.DECISION_NOT_TOLD[decision.state].get(lang))
        return
    page.labelled(t.DECIDED_BY.get(lang), f"{told.decided_by(decision, called, lang)}.", 0)
    page.labelled(t.SEPARATE_DECISIONS.get(lang), f"{told.number(decision)}.", 0)
    page.labelled(t.CAN_STOP.get(lang), f"{told.stopped_by(decision, called, lang)}.", 0)
    bodies = told.bodies(decision, called)
    if bodies:
        page.labelled(t.BODIES.get(lang), f"{'; '.join(bodies)}.", 0)


def _step(page: Page, step: Step, lang: str) -> None:
    state = STATE_NAMES[step.state].get(lang)
    sure = t.CERTAINTY.get(step.certainty) if step.state in ("closed", "broken") else None
    said = f"{state} [{sure.get(lang)}]" if sure else state
    head = f"{step.key:<3} {STEP_NAMES[step.key].get(lang)}: {page.paint(said, _STYLES[step.state])}"
    page.raw(head)
    page.paragraph(t.capital(step.reason.get(lang)), 4)
    cited = places(step.sources, lang)
    if cited:
        page.paragraph(f"{t.SOURCE.get(lang)}: {cited}", 4, 2)


def _days(low: float, high: float, lang: str) -> str:
    return t.fill(t.WAIT_DAYS, lang, low=f"{low:.0f}", high=f"{high:.0f}")
