"""Compares the structure before with what each way makes of it: findings, structure, loops, figures."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.whole import Model
from remit.queries.reorganise.attribution import Attribution, By
from remit.queries.reorganise.found import Asked, Atom, Found
from remit.queries.reorganise.records import Difference, Fate, Outcome, Reorganisation, Transient
from remit.queries.reorganise.same import Same
from remit.queries.reorganise.sides import Side, loop_change, side
from remit.queries.reorganise.structure import structure
from remit.queries.reorganise.untold import remembered
from remit.queries.reorganise.way import Way
from remit.queries.rule import SEVERITIES

Progress = Callable[[int, int], None]
NO_CHANGES: Mapping[Atom, By] = {}


def reorganise(
    before: Org,
    ways: Sequence[Way],
    asked: Asked | None = None,
    *,
    on: datetime.date | None = None,
    attribute: bool = True,
    meeting_hours: float | None = None,
    hours_of_a_post: float | None = None,
    progress: Progress | None = None,
) -> Reorganisation:
    """What each of some ways makes of a structure.

    ``asked``: how both are judged. ``on``: the date to judge what comes about at (its own where left out).
    ``attribute``: whether to find out which change does what, which takes two runs of the rules per change.
    ``meeting_hours``: how long a meeting is assumed to be where no source says; ``hours_of_a_post``: hours in a
    year of a full post. ``progress`` is told how many runs are done, of how many. Raises ValueError where there is no
    way, or hours are not above 0.
    """
    if not ways:
        raise ValueError("a reorganisation needs at least one scenario")
    asked = asked or Asked()
    first = side(before, meeting_hours, hours_of_a_post)
    found = Found(before, asked)
    telling = _Telling(progress, len(ways))
    outcomes = []
    for way in ways:
        after = Org(way.result, on, way.continues)
        figures = side(after, meeting_hours, hours_of_a_post)
        outcomes.append(_outcome(found, figures, way, attribute, telling.next()))
    titles = {name: title for one in outcomes for name, title in one.after.org.document_titles().items()}
    return Reorganisation(first, tuple(outcomes), asked.certainty, titles | before.document_titles())


def differences(
    before: Org, after: Org, same: Same | None = None, asked: Asked | None = None
) -> tuple[Difference, ...]:
    """What becomes of each finding between two structures, without asking which change does it.

    ``same``: which ids have become others; an id that both have is the same.
    """
    asked = asked or Asked()
    old, new = Found(before, asked), Found(after, asked)
    same = same or Same()
    return _differences(old, new, same, _untold(old, new, same))


def _outcome(old: Found, figures: Side, way: Way, attribute: bool, progress: Progress | None) -> Outcome:
    before, after, asked = old.org, figures.org, old.asked
    new = Found(after, asked)
    same = way.same()
    cleared, come = _changed(old, new, same)
    untold = _untold(old, new, same)
    gone: Mapping[Atom, By] = NO_CHANGES
    made: Mapping[Atom, By] = NO_CHANGES
    transients: tuple[Transient, ...] = ()
    blocks: dict[int, tuple[int, ...] | None] = {}
    if attribute and way.steps:
        attribution = Attribution(way, _base(old, way.base, after.on), new, asked, progress)
        gone, made = attribution.of(cleared, come)
        transients = _transients(attribution)
        blocks = {
            number: tuple(sorted(block)) if block else None
            for number, block in attribution.blocks.items()
            if block != frozenset((number,))
        }
    return Outcome(
        id=way.id or figures.id,
        title=way.title or figures.title,
        steps=way.steps,
        after=figures,
        structure=structure(before, after, same),
        whole=_differences(old, new, same, untold),
        differences=_differences(old, new, same, untold, gone, made),
        loops=loop_change(before, after, same),
        transients=transients,
        blocks=blocks,
        hidden=(_hidden(old), _hidden(new)),
        audited=len(old.findings(old.shown)),
        attributed=attribute,
    )


def _base(old: Found, base: Model, on: datetime.date) -> Found:
    """What is found where nothing is changed but what the structure says of itself (its date, that it is proposed)."""
    before = old.org
    alike = base.head.represents == before.model.head.represents and on == before.on
    return old if alike and base.entities is before.model.entities else Found(Org(base, on), old.asked)


def _there(degree: Degree, asked: Asked) -> bool:
    return degree > Degree.NO and degree >= asked.certainty


def _hidden(found: Found) -> int:
    """How many findings are less sure than is asked for, counted as an audit folds them."""
    return len(found.findings(atom for atom, where in found.atoms.items() if not _there(where.degree, found.asked)))


def _changed(old: Found, new: Found, same: Same) -> tuple[list[Atom], list[Atom]]:
    """The atoms of before that are no longer there, and those of after that were not there, as sure as is asked."""
    cleared = [
        atom
        for atom, where in old.atoms.items()
        if _there(where.degree, old.asked) and not _there(new.degree(atom, same), new.asked)
    ]
    was = _was(old, new, same)
    come = [
        atom
        for atom, where in new.atoms.items()
        if _there(where.degree, new.asked) and not _there(was.get(atom, Degree.NO), new.asked)
    ]
    return cleared, come


def _was(old: Found, new: Found, same: Same) -> dict[Atom, Degree]:
    """How sure each atom of after was before, where it was there at all."""
    found: dict[Atom, Degree] = {}
    for atom, where in old.atoms.items():
        for match in new.matches(atom, same):
            found[match] = max(found.get(match, Degree.NO), where.degree)
    return found


def _differences(
    old: Found,
    new: Found,
    same: Same,
    untold: frozenset[Atom],
    gone: Mapping[Atom, By] = NO_CHANGES,
    made: Mapping[Atom, By] = NO_CHANGES,
) -> tuple[Difference, ...]:
    asked = old.asked
    groups: dict[tuple[Fate, Degree, Degree, By | None, bool, bool], list[Atom]] = defaultdict(list)
    was = _was(old, new, same)
    for atom, where in old.atoms.items():
        now = new.degree(atom, same)
        if _there(where.degree, asked) and not _there(now, asked):
            fate = Fate.DOUBTED if now > Degree.NO else Fate.CLEARED
            is_gone = _is_gone(atom, new.org, same)
            is_untold = fate == Fate.CLEARED and not is_gone and atom in untold
            groups[fate, where.degree, now, gone.get(atom), is_gone, is_untold].append(atom)
    for atom, where in new.atoms.items():
        if not _there(where.degree, asked):
            continue
        before = was.get(atom, Degree.NO)
        if _there(before, asked):
            groups[Fate.KEPT, before, where.degree, None, False, False].append(atom)
        else:
            fate = Fate.FIRMER if before > Degree.NO else Fate.NEW
            groups[fate, before, where.degree, made.get(atom), False, False].append(atom)
    found: list[Difference] = []
    for (fate, before, after, by, is_gone, is_untold), atoms in groups.items():
        side_of = old if fate in (Fate.CLEARED, Fate.DOUBTED) else new
        found += [
            Difference(fate, one, before, after, by, is_gone, side_of.accepted(one), is_untold)
            for one in side_of.findings(atoms)
        ]
    return tuple(sorted(found, key=_order))


def _untold(old: Found, new: Found, same: Same) -> frozenset[Atom]:
    """The atoms that go, yet would be there if the new structure still said what the old one said."""
    asked = old.asked
    going = [
        atom
        for atom, where in old.atoms.items()
        if _there(where.degree, asked) and not new.degree(atom, same) > Degree.NO and not _is_gone(atom, new.org, same)
    ]
    if not going:
        return frozenset()
    codes = sorted({atom.code for atom in going})
    memory = Found(Org(remembered(old.org, new.org, same), new.org.on), asked, codes)
    return frozenset(atom for atom in going if _there(memory.degree(atom, same), asked))


def _is_gone(atom: Atom, after: Org, same: Same) -> bool:
    """Whether whom a finding was about is no longer there."""
    return not any(after.kind(one) for one in same.after(atom.subject))


def _order(one: Difference) -> tuple[object, ...]:
    by = one.by.told_under if one.by else ()
    place = list(Fate).index(one.fate), SEVERITIES.index(one.finding.severity)
    return (*place, one.finding.sort_key, by, one.was, one.now)


def _transients(attribution: Attribution) -> tuple[Transient, ...]:
    groups: dict[tuple[int, int], tuple[Found, list[Atom]]] = {}
    for one in attribution.passing():
        groups.setdefault((one.after, one.until), (one.found, []))[1].append(one.atom)
    found: list[Transient] = []
    for (after, until), (where, atoms) in sorted(groups.items(), key=lambda item: item[0]):
        found += [Transient(one, after, until) for one in where.findings(atoms)]
    return tuple(found)


class _Telling:
    """Tells the progress of several ways as one."""

    def __init__(self, progress: Progress | None, ways: int) -> None:
        self._progress, self._ways, self._at = progress, ways, 0

    def next(self) -> Progress | None:
        """What tells the progress of the next way."""
        if self._progress is None:
            return None
        at, self._at = self._at, self._at + 1
        tell, ways = self._progress, self._ways
        return lambda done, total: tell(at * total + done, ways * total)


__all__ = ["differences", "reorganise"]
