"""Suggestions as text: what was asked, each alternative with its changes, what has no repair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from remit.model.text import Text
from remit.queries.finding import Finding
from remit.queries.suggest.result import Alternative, Move, Suggestions, Unrepaired
from remit.queries.suggest.texts import KINDS
from remit.queries.suggest.weights import BY_NAME
from remit.views import suggest_texts as s
from remit.views import texts as t
from remit.views.layout import Page
from remit.views.texts import fill

SHORT = 110
"""How long a message is where it only reminds of a finding."""


def render(found: Suggestions, lang: str = "sv", *, width: int = 100, colour: bool = False) -> str:
    """The whole answer."""
    page = Page(width, colour)
    page.heading(fill(s.HEADING, lang, title=found.audit.title), underline="=")
    for sentence in opening(found, lang):
        page.paragraph(sentence)
    for one in found.alternatives:
        _alternative(page, found, one, lang)
    _unrepaired(page, found.unrepaired, lang)
    if found.alternatives:
        page.heading(s.WEIGHTS.get(lang).upper())
        page.paragraph(s.WEIGHTS_ARE.get(lang))
        page.table(weight_rows(found, lang))
        page.blank()
        page.paragraph(fill(s.NEXT, lang, model=found.audit.model_id))
    return page.text()


def opening(found: Suggestions, lang: str) -> Iterator[str]:
    """What was looked for, how, and how far the answer is known to be cheapest."""
    if not found.asked:
        yield s.NOTHING_ASKED.get(lang)
        return
    certainty = t.CERTAINTY[found.certainty].get(lang)
    severity = t.SEVERITY[found.severity].get(lang)
    findings = t.count(len(found.asked), t.FINDING_ONE, t.FINDING_MANY, lang)
    yield fill(s.ASKED, lang, findings=findings, certainty=certainty, severity=severity)
    if not found.candidates:
        yield s.NONE_KNOWN.get(lang)
        return
    yield fill(s.TRIED, lang, candidates=found.candidates, audits=found.tries)
    yield s.LEAST[found.by].get(lang)
    if not found.alternatives:
        yield s.NONE_FOUND.get(lang)
    elif found.proved:
        yield (s.PROVED_EXACT if found.exact else s.PROVED).get(lang)
    else:
        yield fill(s.NOT_PROVED, lang, bound=found.bound)


def head(found: Suggestions, one: Alternative, lang: str) -> str:
    """What an alternative costs and clears."""
    cost = fill(s.COST[found.by], lang, cost=one.cost, hours=one.hours)
    return f"{cost}; {fill(s.CLEARS_OF, lang, n=len(one.cleared), of=len(found.asked))}."


def difference(found: Suggestions, one: Alternative, lang: str) -> str:
    """In which kinds of change an alternative differs from the first; empty of the first itself."""
    first = found.alternatives[0]
    if one is first:
        return ""
    gone, new = ([k for k in a.kinds if k not in b.kinds] for a, b in ((first, one), (one, first)))
    return fill(s.DIFFERS, lang, instead=_titles(gone, lang), these=_titles(new, lang) or "–")


def _titles(kinds: Sequence[str], lang: str) -> str:
    return "; ".join(KINDS[kind].title.get(lang)[:1].lower() + KINDS[kind].title.get(lang)[1:] for kind in kinds)


def clears(move: Move, lang: str) -> str:
    """What a change clears: the codes with the whole message of each, shortened."""
    if not move.clears:
        return "" if move.holds_back else s.TOGETHER.get(lang)
    return "; ".join(brief(finding, lang) for finding in move.clears)


def brief(finding: Finding, lang: str) -> str:
    """A finding in one line."""
    text = finding.message.get(lang)
    return f"{finding.code} {text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + '…'}"


def takes(move: Move, lang: str) -> str:
    """What a change takes, in words of the table of weights."""
    told = "; ".join(
        fill(s.OF_EACH, lang, n=n, what=BY_NAME[name].text) for name, n in move.candidate.counts.items() if n
    )
    return f"{move.cost} ({told})" if told else str(move.cost)


def assumptions(move: Move, lang: str) -> str:
    """What a change takes for granted."""
    return "; ".join(dict.fromkeys(text.get(lang) for text in move.candidate.assumes))


def drops(move: Move, lang: str) -> str:
    """What sources say and what holds no longer after a change."""
    return "; ".join(text.get(lang) for text in move.candidate.drops)


def weight_rows(found: Suggestions, lang: str) -> list[list[str]]:
    """The weights that were used, as rows of a table with a head."""
    used = {name for one in found.alternatives for move in one.moves for name, n in move.candidate.counts.items() if n}
    label: Mapping[str, Text] = {"changes": Text("vikt", "weight"), "hours": Text("timmar", "hours")}
    rows = [[s.COSTS.get(lang), label["changes"].get(lang), label["hours"].get(lang)]]
    rows += [[w.text.get(lang), str(w.changes), str(w.hours)] for w in BY_NAME.values() if w.name in used]
    return rows


def why_not(one: Unrepaired, lang: str) -> str:
    """Why a finding is not cleared, after its message."""
    if not one.tried:
        return one.why.get(lang)
    if one.hindered:
        return fill(s.WOULD_CREATE, lang, codes=", ".join(one.hindered))
    return fill(s.TRIED_FOR, lang, n=len(one.tried))


def _alternative(page: Page, found: Suggestions, one: Alternative, lang: str) -> None:
    page.heading(fill(s.ALTERNATIVE, lang, number=one.number).upper())
    page.paragraph(head(found, one, lang))
    differs = difference(found, one, lang)
    if differs:
        page.paragraph(differs)
    for place, move in enumerate(one.moves, 1):
        page.blank()
        page.paragraph(f"{place}. {move.candidate.text.get(lang)}", hang=3)
        told = clears(move, lang)
        if told:
            page.labelled(s.CLEARS.get(lang), told, indent=3)
        if move.holds_back:
            page.labelled(s.PREVENTS.get(lang), ", ".join(move.holds_back), indent=3)
        page.labelled(s.COSTS.get(lang), takes(move, lang), indent=3)
        page.labelled(s.ASSUMES.get(lang), assumptions(move, lang), indent=3)
        if move.candidate.drops:
            page.labelled(s.DROPS.get(lang), drops(move, lang), indent=3)


def reasons(rows: Sequence[Unrepaired], lang: str) -> list[tuple[str, list[Unrepaired]]]:
    """Findings that are not cleared by why they are not, in the order in which the reasons come."""
    found: dict[str, list[Unrepaired]] = {}
    for one in rows:
        found.setdefault(why_not(one, lang), []).append(one)
    return list(found.items())


def _unrepaired(page: Page, unrepaired: Sequence[Unrepaired], lang: str) -> None:
    for known, heading in ((False, s.NO_REPAIR), (True, s.NOT_CLEARED)):
        rows = [one for one in unrepaired if bool(one.tried) == known]
        if rows:
            page.heading(heading.get(lang).upper())
        for why, many in reasons(rows, lang):
            for one in many:
                page.paragraph(f"- {brief(one.finding, lang)}", hang=2)
            page.paragraph(t.capital(why) + ".", 2, 0)
