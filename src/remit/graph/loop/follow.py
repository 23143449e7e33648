"""Follows one matter: every way that it could go, and the best of them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from remit.graph.calendar import expected_wait
from remit.graph.logic import NO, OPEN, Proof, merge
from remit.graph.loop.decision import NOT_TOLD, Decision
from remit.graph.loop.descent import Descent
from remit.graph.loop.records import Deferred, LoopError, Missing, Route, Step
from remit.graph.loop.rise import Rise
from remit.graph.loop.terrain import BEFORE
from remit.graph.org import Org, Thing
from remit.graph.resolve import Origin
from remit.model.facts import Degree, State
from remit.model.text import Text

_SETTLED_LATER = (
    "remit",
    "remit.purpose",
    "remit.powers",
    "remit.topics",
    "assignment",
    "form",
    "seats",
    "meetings_per_year",
    "decision_step",
    "report_back",
)
"""The fields of a group on the way that a reader of the loop must know to be deferred."""


@dataclass(slots=True)
class _Path:
    """One way that a matter could go: the groups on it, and its steps."""

    entry: Thing | None
    upper: Thing | None
    recommender: Thing | None
    concerned: frozenset[str]
    steps: list[Step]
    cut: list[Missing]
    decision: Decision = NOT_TOLD

    def rank(self) -> tuple[int, ...]:
        """The fewest broken steps, then the one that gets furthest, the fewest open steps, the fewest links."""
        broken = sum(s.state == "broken" for s in self.steps)
        open_ = sum(s.state == "open" for s in self.steps)
        first = next((i for i, s in enumerate(self.steps) if s.state in ("open", "broken")), 9)
        sure = sum(-s.certainty for s in self.steps)
        return (broken, -first, open_, len(self.cut), sure)


class Loop(Rise, Descent):
    """Follows matters through one organisation; keeps what is the same for many cells.

    ``certainty`` is the least certainty at which a step counts as closed or broken (design section 3 e).
    """

    def __init__(self, org: Org, certainty: Degree = Degree.REPORTED) -> None:
        super().__init__(org, certainty)

    def follow(self, start: str, topic: str, principal: str, place: str = "", entry: str = "") -> Route:
        """The loop of a matter on ``topic`` from ``start``, in the line of ``principal``.

        ``place``: the principal in whose territory it arises, where that is another (a health centre of the
        region, in a municipality). ``entry``: the group where it starts, where it starts in a group.
        """
        paths = self._paths(topic, principal, place, entry)
        return self._told(min(paths, key=self._preference), start, topic, principal, place)

    def follow_all(self, start: str, topic: str, principal: str) -> tuple[Route, ...]:
        """The best loop of a matter from each group where it can be raised, the one that :meth:`follow` gives first.
        They hold no names: there are many, and whoever asks for all of them shows none.
        """
        best: dict[str, _Path] = {}
        for path in sorted(self._paths(topic, principal, "", ""), key=self._preference):
            best.setdefault(path.entry.id if path.entry else "", path)
        return tuple(self._told(path, start, topic, principal, "", named=False) for path in best.values())

    def beside(self, one: str, other: str) -> bool:
        """Whether two groups may treat a matter side by side, unaware of each other: of one level, not told to be of
        different kinds or for different populations, and no link between them is told.
        """
        first, second = self.org.thing(one), self.org.thing(other)
        levels = [self.level(group)[0] for group in (first, second)]
        if one == other or levels[0] is None or levels[0] != levels[1]:
            return False
        if self.org.linked(one, other).degree >= self.certainty:
            return False
        kinds = [group.fact("kind") for group in (first, second)]
        if all(kind.known for kind in kinds) and kinds[0].value != kinds[1].value:
            return False
        whom = [group.fact("populations") for group in (first, second)]
        if not all(fact.known for fact in whom):
            return True
        return any(self.org.populations_meet(a, b) for a in whom[0].values for b in whom[1].values)

    def _told(self, best: _Path, start: str, topic: str, principal: str, place: str, named: bool = True) -> Route:
        """A way that a matter could go, as it is told."""
        states = {step.state for step in best.steps}
        outcome = "stops" if "broken" in states else "open" if "open" in states else "arrives"
        on_path = merge(g.id for g in (best.entry, best.upper, best.recommender) if g is not None)
        named_ids = (start, topic, principal, place, *on_path, *best.decision.ids()) if named else ()
        return Route(
            start=start,
            topic=topic,
            principal=place or principal,
            concerned=tuple(sorted(best.concerned)),
            outcome=outcome,
            steps=tuple(best.steps),
            cut=tuple(best.cut),
            wait=expected_wait(self.org, on_path),
            deferred=tuple(self._deferred(on_path)),
            on_paper=self.org.model.head.represents == "proposal",
            decision=best.decision,
            entry=best.entry.id if best.entry else "",
            upper=best.upper.id if best.upper else "",
            recommender=best.recommender.id if best.recommender else "",
            names={i: self.org.name(i) for i in named_ids if i},
        )

    def _deferred(self, groups: Sequence[str]) -> Iterator[Deferred]:
        """What the sources leave to be settled later of the groups on the way, in order."""
        for group in groups:
            for path in _SETTLED_LATER:
                fact = self.org.resolver.fact(group, path)
                if fact.state == State.DEFERRED and fact.origin != Origin.WHOLE:
                    yield Deferred(group, path, fact.sources)

    def _preference(self, path: _Path) -> tuple[tuple[int, ...], int, str, str]:
        """The best way; of equally good ones the one that begins nearest the citizen, then by id."""
        rank = self.level(path.entry)[0] if path.entry else None
        names = (path.entry.id if path.entry else "", path.upper.id if path.upper else "")
        return (path.rank(), len(self.org.ranks) if rank is None else rank, *names)

    def _paths(self, topic: str, principal: str, place: str, entry: str) -> list[_Path]:
        covering = self.covering(topic)
        entries = [(g, c) for g, c in covering if not entry or g.id == entry]
        if entry and not entries:
            group = self.org.thing(entry)
            entries = [(group, self.org.covers(group.fact("remit.topics"), topic))]
        # a group where the principal does not sit is asked only where it sits, or may sit, in no other
        entries = [pair for pair in entries if self.seat(pair[0], principal, place)[0]] or entries
        found: list[_Path] = []
        for group, covers in entries:
            found.extend(self._from(group, covers, topic, principal, place, bool(entry)))
        return found or [self._nowhere(topic, principal)]

    def _nowhere(self, topic: str, principal: str) -> _Path:
        listed = self.org.resolver.listed("group")
        reason = (
            Text(
                f"ingen grupp har {self.name(topic).sv} i sitt uppdrag",
                f"no group has {self.name(topic).en} in its remit",
            )
            if listed.degree > Degree.OPEN
            else Text(
                f"ingen angiven grupp har {self.name(topic).sv} i sitt uppdrag; alla grupper är inte angivna",
                f"no group that is told of has {self.name(topic).en} in its remit; not all groups are told of",
            )
        )
        first = self.step("1", NO, listed, "", reason)
        rest = [self.step(key, OPEN, NO, "", BEFORE) for key in ("2", "3", "4", "5", "6a", "6b")]
        concerned, _ = self.org.concerned(topic)
        path = _Path(None, None, None, concerned, [first, *rest, self.step("7", OPEN, NO, "", BEFORE)], [])
        if first.state == "broken":
            path.cut.append(Missing("?", "remit.topics", topic, principal))
        return path

    def _from(self, group: Thing, covers: Proof, topic: str, principal: str, place: str, given: bool) -> list[_Path]:
        """The paths that begin in a group."""
        org = self.org
        seated, unseated, pooled = self.seat(group, principal, place)
        names = (self.name(group.id), self.name(principal))
        raised = self._raised(group, covers, seated, unseated, pooled, names, given, topic)
        owned = self._owned(group, topic)
        entry_rank, _ = self.level(group)
        settled, settled_fact = self.needed_rank(topic, "settled_at")
        found: list[_Path] = []
        missing: list[Missing] = []
        if raised.state == "broken":
            missing.append(
                Missing(principal, "seats", group.id, principal)
                if unseated
                else Missing(group.id, "remit.topics", topic, group.id)
            )
        if owned.state == "broken":
            missing.append(Missing(group.id, "mandate", topic, principal))
        if settled is not None and settled_fact is not None and entry_rank is not None and settled <= entry_rank:
            reason = Text("frågan kan avgöras på den nivån", "the topic can be settled at that level")
            unneeded = [self.unneeded(key, settled_fact, reason) for key in ("3", "4")]
            concerned, _ = org.concerned(topic, group)
            tail = self._local_tail(group, topic, concerned)
            steps = [raised, owned, *unneeded, *tail.steps]
            return [_Path(group, None, None, concerned, steps, missing + tail.cut, tail.decision)]
        for upper, upper_covers in self._uppers(group, topic):
            third, links = self._carried(group, upper, upper_covers, topic, principal)
            if third is None:
                continue
            tail = self._tail(upper, topic)
            sixth = self._reported_to_origin(tail, third)
            steps = [raised, owned, third, *tail.steps[:3], sixth, tail.steps[3]]
            cut = missing + links + tail.cut
            found.append(_Path(group, upper, tail.recommender, tail.concerned, steps, cut, tail.decision))
        return found or [self._no_higher(group, [raised, owned], missing, topic)]

    def _no_higher(self, group: Thing, steps: list[Step], missing: list[Missing], topic: str) -> _Path:
        """No group at the level that the topic needs has it in its remit."""
        listed = self.org.resolver.listed("group")
        reason = Text(
            "ingen angiven grupp på den nivå som måste kunna behandla frågan har den i sitt uppdrag",
            "no group told of at the level that must be able to treat the topic has it in its remit",
        )
        third = self.step("3", NO, listed, "", reason)
        rest = [self.step(key, OPEN, NO, "", BEFORE) for key in ("4", "5", "6a", "6b", "7")]
        concerned, _ = self.org.concerned(topic, group)
        cut = [*missing, Missing("?", "remit.topics", topic, group.id)] if third.state == "broken" else missing
        return _Path(group, None, None, concerned, [*steps, third, *rest], cut)


def near(identifier: str, known: Sequence[str]) -> Text:
    """``Did you mean``, where something is near."""
    close = difflib.get_close_matches(identifier, known, 1, 0.6)
    return Text(f" Menade du ”{close[0]}”?", f' Did you mean "{close[0]}"?') if close else Text("", "")


def check_topic(topic: str, known: Sequence[str]) -> None:
    """Raise :class:`LoopError` where a topic is not among those that there are."""
    if topic not in known:
        hint = near(topic, known)
        raise LoopError(
            Text(f"”{topic}” är ingen fråga i modellen.{hint.sv}", f'"{topic}" is not a topic in the model.{hint.en}')
        )


def route(org: Org, start: str, topic: str, principal: str | None = None, certainty: Degree = Degree.REPORTED) -> Route:
    """Where a matter goes, who decides, and where it stops.

    ``start``: a unit, function, group or principal. ``topic``: a topic's id. ``principal``: whose side is meant,
    or (for a start that belongs to one principal) in which other principal's territory the matter arises.
    Raises :class:`LoopError` where an id does not exist, or the side must be told.
    """
    kinds = ("unit", "function", "group", "principal", "provider")
    known = [t.id for kind in kinds for t in org.things(kind)]
    if start not in known:
        hint = near(start, known)
        raise LoopError(
            Text(
                f"”{start}” är ingen enhet, funktion, grupp, utförare eller huvudman i modellen.{hint.sv}",
                f'"{start}" is not a unit, function, group, provider or principal in the model.{hint.en}',
            )
        )
    check_topic(topic, [t.id for t in org.things("topic")])
    if principal is not None and org.kind(principal) != "principal":
        hint = near(principal, [t.id for t in org.things("principal")])
        raise LoopError(
            Text(
                f"”{principal}” är ingen huvudman i modellen.{hint.sv}",
                f'"{principal}" is not a principal in the model.{hint.en}',
            )
        )
    entry = start if org.kind(start) == "group" else ""
    owners = sorted(org.territory(org.thing(start))[0]) if entry else list(org.principals_of(start))
    if principal is not None and (principal in owners or not owners):
        owner, place = principal, ""
    elif len(owners) == 1 or (entry and owners and principal is None):
        owner, place = owners[0], principal or ""
    else:
        listed = ", ".join(owners) or "–"
        raise LoopError(
            Text(
                f"”{start}” finns hos flera huvudmän; ange vilken med --in ({listed}).",
                f'"{start}" stands with several principals; say which with --in ({listed}).',
            )
        )
    return Loop(org, certainty).follow(start, topic, owner, place, entry)
