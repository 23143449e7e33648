"""A reorganisation in brief: what becomes of the findings and by which change, a line per rule; then the figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from remit.model.facts import Extent
from remit.model.text import LANGUAGES, Text
from remit.queries.engine import join_words
from remit.queries.finding import Finding
from remit.queries.reorganise.attribution import By, How
from remit.queries.reorganise.records import BROKEN, Difference, Fate, Outcome
from remit.views import reorganise_texts as r
from remit.views import reorganise_words as w
from remit.views import texts as t
from remit.views import words
from remit.views.reorganise_parts import ChangeTold, Chapter, Group, Part
from remit.views.reorganise_words import said, spoken

SUBJECTS_SHOWN = 3
"""How many of those whom a rule's findings are about a line names."""
CHANGES_SHOWN = 4
"""How many changes, or choices of several, a line names."""
ROWS_SHOWN = 12
"""How many rows of a table of words the report in brief shows."""


# -- the findings, a line per rule ----------------------------------------------------------------------------


def in_brief(outcome: Outcome) -> Chapter:
    """What becomes of the findings: those that come, are cleared (in which way), become open, and remain."""
    cleared = [one for one in outcome.of(Fate.CLEARED) if not one.accepted]
    parts: tuple[tuple[Fate, Text, Sequence[Difference]], ...] = (
        (Fate.NEW, r.BRIEF_NEW, outcome.of(*BROKEN)),
        (Fate.CLEARED, r.BRIEF_CLEARED, [one for one in cleared if not (one.gone or one.untold)]),
        (Fate.CLEARED, r.BRIEF_GONE, [one for one in cleared if one.gone]),
        (Fate.CLEARED, r.BRIEF_UNTOLD, [one for one in cleared if one.untold]),
        (Fate.DOUBTED, r.BRIEF_DOUBTED, outcome.of(Fate.DOUBTED)),
        (Fate.KEPT, r.BRIEF_KEPT, outcome.of(Fate.KEPT)),
    )
    groups = []
    for fate, heading, found in parts:
        counted = [one for one in found if not one.accepted]
        if counted:
            lines = tuple(_line(many, outcome) for many in _by_code(counted))
            mended = heading not in (r.BRIEF_GONE, r.BRIEF_UNTOLD)
            groups.append(Group(fate, said(heading, n=len(counted)), lines, mended))
    lead = [r.BRIEF_MEANS] if len(outcome.steps) > 1 and outcome.attributed and groups else []
    accepted = sum(bool(one.accepted) for one in outcome.whole)
    if accepted:
        lead.append(w.counted(accepted, r.BRIEF_ACCEPTED_ONE, r.BRIEF_ACCEPTED))
    return Chapter("brief", r.BRIEF, tuple(lead), groups=tuple(groups), empty=r.NOTHING_OF_IT)


def _by_code(found: Iterable[Difference]) -> list[list[Difference]]:
    """Findings of one rule and severity together, in the order of the first of them."""
    groups: dict[tuple[str, str], list[Difference]] = {}
    for one in found:
        groups.setdefault((one.finding.code, one.finding.severity), []).append(one)
    return list(groups.values())


def _line(many: Sequence[Difference], outcome: Outcome) -> Text:
    """``ESC303 Ingen väg till beslut (allvarlig brist, belagt): AC Konsensus och LBU. Ändring 31 eller 46``."""
    first = many[0].finding
    sure = list(dict.fromkeys(one.now or one.was for one in many))
    told = said(
        r.BRIEF_LINE,
        code=first.code,
        title=first.rule.title,
        severity=t.SEVERITY[first.severity],
        sure=w.joined((t.CERTAINTY[degree] for degree in sorted(sure, reverse=True)), ", "),
        whom=_whom([one.finding for one in many]),
    )
    if len(outcome.steps) < 2:
        return told
    return w.joined((told, _by([one for each in many for one in _behind(each, outcome)])))


def _whom(found: Sequence[Finding]) -> Text:
    def tell(lang: str) -> str:
        others: dict[str, list[str]] = {}
        for one in found:
            for name in _names(one, lang):
                others.setdefault(name, []).extend(_others(one, lang))
        names = [name + _towards(many, lang) for name, many in others.items()]
        shown = names[:SUBJECTS_SHOWN] if len(names) > SUBJECTS_SHOWN + 1 else names
        rest = len(names) - len(shown)
        return join_words([*shown, t.fill(r.BRIEF_MORE, lang, n=rest)] if rest else shown, lang)

    return spoken(tell)


def _names(one: Finding, lang: str) -> Iterator[str]:
    """Whom a finding is about: of a set without a name of its own its members."""
    subject = one.subject
    if subject.id.startswith(f"{one.code}:"):
        yield from words.members(one, lang)
        return
    extent = "" if subject.extent in (None, Extent.ALL) else f" ({t.EXTENT[subject.extent].get(lang)})"
    yield f"{subject.name.get(lang)}{extent}"


def _others(one: Finding, lang: str) -> list[str]:
    """The other of a pair, where that is no part of whom it is about (a seat of a group)."""
    own = {*one.subject.ids(), one.subject.id}
    return [each.name.get(lang) for each in one.related if each.id in one.pair and each.id.partition(":")[0] not in own]


def _towards(others: Sequence[str], lang: str) -> str:
    if not others:
        return ""
    return f" ({t.fill(r.BRIEF_WITH, lang, other=join_words(list(dict.fromkeys(others)), lang))})"


def _behind(one: Difference, outcome: Outcome) -> list[By]:
    """By which changes a finding, or any part of one that was folded, is made; in order."""
    finding, ids = one.finding, set(one.finding.subject.ids())
    found = [
        each.by
        for each in outcome.differences
        if each.by is not None
        and (each.fate, each.gone, each.untold) == (one.fate, one.gone, one.untold)
        and (each.finding.code, each.finding.key, each.finding.pair) == (finding.code, finding.key, finding.pair)
        and ids >= set(each.finding.subject.ids())
    ]
    return sorted(found, key=lambda by: by.told_under)


def _by(made: Sequence[By]) -> Text:
    """``Ändring 3, 5 och 9; 31 eller 46.``: where each is enough ``eller``, where all are needed ``+``."""
    single = sorted({by.told_under[0] for by in made if len(by.told_under) == 1} - {0})
    choices = list(dict.fromkeys(_choice(by) for by in made if len(by.told_under) > 1))
    shown = choices[:CHANGES_SHOWN]
    told = [Text(runs(single), runs(single))] if single else []
    told += [*shown, *([said(r.BRIEF_MORE, n=len(choices) - len(shown))] if len(choices) > len(shown) else [])]
    by = said(r.BRIEF_BY, changes=w.joined(told, "; ")) if told else w.empty()
    return w.joined((by, r.BRIEF_HEAD if any(by.told_under == (0,) for by in made) else w.empty()))


def _choice(by: By) -> Text:
    *head, last = (str(one) for one in by.told_under)
    if by.how != How.EACH:
        return Text(*(" + ".join((*head, last)) for _ in LANGUAGES))
    return spoken(lambda lang: f"{', '.join(head)}{r.BRIEF_OR.get(lang)}{last}")


# -- the changes that do it -----------------------------------------------------------------------------------


def _made(changes: Sequence[ChangeTold]) -> Chapter | None:
    """A line for each change that does something to the findings; the others are counted in one."""
    single = {one.numbers[0]: one for one in changes if len(one.numbers) == 1 and one.numbers != (0,)}
    if len(single) == 1:  # told whole: why, who is behind it, what goes along
        told = [text for one in single.values() for text in (one.says, one.reason, one.behind, one.tied) if text.sv]
        return Chapter("made", r.BRIEF_CHANGE_ONE, groups=(Group(None, w.empty(), tuple(map(_ended, told))),))
    if not single:
        return None
    shared: dict[int, int] = {}
    for one in changes:
        for number in one.numbers if len(one.numbers) > 1 else ():
            shared[number] = shared.get(number, 0) + len(one.items)
    lines = []
    for number, change in single.items():
        does = _does(change, shared.get(number, 0))
        if does.sv:
            lines.append(said(r.BRIEF_CHANGE, n=number, says=change.says, does=does))
    idle = [number for number, change in single.items() if not change.items and number not in shared]
    if idle:
        text = r.BRIEF_IDLE if lines else r.BRIEF_ALL_IDLE
        lines.append(said(text, n=len(idle), of=len(single), list=runs(idle)))
    return Chapter("made", r.BRIEF_CHANGES, groups=(Group(None, w.empty(), tuple(lines)),))


def _ended(text: Text) -> Text:
    return Text(*(f"{one.rstrip('.')}." for one in text))


def _does(change: ChangeTold, shared: int) -> Text:
    parts = []
    for text, fates in ((r.DOES_CLEAR, (Fate.CLEARED,)), (r.DOES_DOUBT, (Fate.DOUBTED,)), (r.DOES_MAKE, BROKEN)):
        n = sum(item.fate in fates for item in change.items)
        if n:
            parts.append(said(text, n=n))
    if shared:
        parts.append(w.counted(shared, r.DOES_SHARE_ONE, r.DOES_SHARE))
    return w.joined(parts, ", ")


def runs(numbers: Sequence[int]) -> str:
    """``1, 2, 4–8``."""
    found: list[list[int]] = []
    for n in numbers:
        if found and n == found[-1][-1] + 1:
            found[-1].append(n)
        else:
            found.append([n])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in found)


# -- the report in brief --------------------------------------------------------------------------------------


def brief(part: Part) -> Part:
    """A part of the report with what a reader needs first: the findings in brief, the changes that do it, what is
    certain, the flow, then figures: structure, loops, groups and time. What is told one by one is left out.
    """
    by_id = {chapter.id: chapter for chapter in part.chapters}
    found = [by_id["brief"]]
    made = _made(by_id["changes"].changes) if "changes" in by_id else None
    found += [made] if made is not None else []
    found += [by_id[name] for name in ("certain", "flow", "rests") if name in by_id]
    structure = by_id["structure"]
    found.append(replace(structure, lead=(), tables=structure.tables[:1]))
    found += [by_id[name] for name in ("loops", "figures")]
    return replace(part, chapters=tuple(_short(one) for one in found))


def _short(chapter: Chapter) -> Chapter:
    tables = []
    for one in chapter.tables:
        if one.more:
            continue
        if not one.numbers and len(one.rows) > ROWS_SHOWN:
            rest = said(r.BRIEF_ROWS, n=len(one.rows) - ROWS_SHOWN)
            filler = (w.empty(),) * (len(one.head) - 1)
            rows = (*one.rows[:ROWS_SHOWN], (rest, *filler))
            tables.append(replace(one, rows=rows))
        else:
            tables.append(one)
    return replace(chapter, tables=tuple(tables))


__all__ = ["brief", "in_brief", "runs"]
