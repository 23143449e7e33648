"""Facts resolved once: each field of each entity and set gets one value or word, its certainty and its origin.

This is the one place where silence, statements about sets and contradictions are understood (design section 2
and 8). Rules read the result and re-implement none of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from remit.graph.logic import NO, OPEN, Evidence, Ground, Proof, merge
from remit.model.facts import Degree, Extent, Modality, Said, SourceRef, State
from remit.model.kind import Entity, Part, info_of
from remit.model.kinds import registry
from remit.model.kinds.route import RELATIONS, RouteItem
from remit.model.text import Text
from remit.model.whole import Model, Selection, Statement, as_tuple, is_list, part_class, text_of, value_at


class Origin(StrEnum):
    """Where a resolved fact comes from."""

    OWN = "own"
    STATEMENT = "statement"
    COVERAGE = "coverage"
    DEFAULT = "default"
    WHOLE = "whole"
    """Follows from the word on the whole that it is part of (a remit that is none has no topics)."""
    CONTRADICTION = "contradiction"
    SILENCE = "silence"


CLOSED_LISTS = frozenset({"powers", "topics", "populations", "levels", "covers", "concerns", "territory", "binds"})
"""Lists that describe: what a stated list leaves out is not in it, unless coverage says that it is partial.
Other lists are listings: what they leave out is told by coverage alone."""


class Item(NamedTuple):
    """One item of a list or relation: the value (an id or word), its state and who says so."""

    value: str
    state: State
    degree: Degree
    sources: tuple[SourceRef, ...] = ()
    modality: Modality | None = None
    route: RouteItem | None = None
    statement: int | None = None
    possibly: bool = False

    @property
    def holds(self) -> bool:
        """Whether it is there (perhaps only possibly)."""
        return self.state == State.VALUE


class Fact(NamedTuple):
    """The resolved value or word of one field."""

    subject: str
    path: str
    state: State
    value: Any = None
    degree: Degree = Degree.ESTABLISHED
    sources: tuple[SourceRef, ...] = ()
    origin: Origin = Origin.SILENCE
    modality: Modality | None = None
    items: tuple[Item, ...] = ()
    closed: bool = False
    """For lists: whether what is left out is not there."""
    possibly: tuple[State, Any] | None = None
    """What a statement short of ``all`` says of the set that this belongs to."""
    statement: int | None = None
    said: tuple[Said, ...] = ()
    """Everything that is said, where it contradicts itself."""

    @property
    def known(self) -> bool:
        """Whether it holds a value."""
        return self.state == State.VALUE

    @property
    def stated(self) -> bool:
        """Whether anybody says anything (a value or a word other than ``unknown``)."""
        return self.state != State.UNKNOWN and self.origin not in (Origin.COVERAGE, Origin.DEFAULT)

    @property
    def doubted(self) -> bool:
        """Whether anybody says, of it or possibly of it, that it is missing, not clear or left to be settled, or
        sources contradict each other on it.
        """
        words = (State.NONE, State.UNCLEAR, State.DEFERRED)
        if self.stated:
            return self.state in words
        return self.origin == Origin.CONTRADICTION or (self.possibly is not None and self.possibly[0] in words)

    @property
    def left_open(self) -> bool:
        """Whether somebody writes that it is unknown, unclear or deferred (or contradicts themselves): it may be
        anything. Mere silence is not meant.
        """
        told = self.origin in (Origin.OWN, Origin.STATEMENT, Origin.CONTRADICTION)
        return told and self.state not in (State.VALUE, State.NONE)

    @property
    def partly_open(self) -> bool:
        """Whether somebody leaves it open, or leaves open of an item of it whether it is there: a list may hold more
        than its values. Mere silence is not meant.
        """
        return self.left_open or any(item.state not in (State.VALUE, State.NONE) for item in self.items)

    def _proof(self, degree: Degree, ground: Ground | None, to: str) -> Proof:
        return Proof(degree, ground, (Evidence(self.subject, self.path, to),), self.sources, self.statement)

    def _word_ground(self) -> Ground:
        silent = self.origin in (Origin.COVERAGE, Origin.SILENCE, Origin.DEFAULT)
        return Ground.STRUCTURAL if silent else Ground.STATED

    def missing(self) -> Proof:
        """To what degree it is missing: ``none`` by its certainty; unknown, unclear, deferred: open."""
        if self.state == State.VALUE:
            return NO
        if self.state == State.NONE:
            return self._proof(self.degree, self._word_ground(), "none")
        return self._proof(Degree.OPEN, self._word_ground(), self.state.value)

    def unclear(self) -> Proof:
        """To what degree a source says that it is unclear (``unclear`` itself is the finding)."""
        if self.state == State.UNCLEAR:
            return self._proof(self.degree, Ground.STATED, "unclear")
        return NO

    def missing_or_unclear(self) -> Proof:
        """Missing, or a source says that it is unclear: for the rules where unclear is a finding."""
        return self.unclear() or self.missing()

    def is_(self, wanted: Any | Callable[[Any], bool]) -> Proof:
        """To what degree the value is ``wanted`` (a value, or a test of it); unknown words: open."""
        if self.state == State.VALUE:
            if self._meets(wanted):
                return self._proof(self.degree, None, shown(self.value))
            return NO if self.degree > Degree.OPEN else OPEN
        if self.state == State.NONE:
            return NO if self.degree > Degree.OPEN else OPEN
        return self._proof(Degree.OPEN, None, self.state.value)

    def says(self, wanted: Any | Callable[[Any], bool]) -> Proof:
        """Like :meth:`is_`, where the value itself is what the finding repeats (ground *stated*)."""
        return self.is_(wanted).on(Ground.STATED)

    def excuse(self, wanted: Any | Callable[[Any], bool] = lambda _: True) -> Proof:
        """To what degree it is *stated* to be so; silence gives :data:`NO` (for excuses)."""
        if self.state == State.VALUE and self._meets(wanted):
            return self._proof(self.degree, None, shown(self.value))
        return OPEN if self.state in (State.UNCLEAR, State.DEFERRED) else NO

    def _meets(self, wanted: Any | Callable[[Any], bool]) -> bool:
        return bool(wanted(self.value)) if callable(wanted) else bool(self.value == wanted)

    def has(self, wanted: Callable[[str], bool] | str) -> Proof:
        """For a list: to what degree an item is in it."""
        meets = wanted if callable(wanted) else (lambda v: v == wanted)
        best = NO
        negative = False
        denied = self._denied()
        for item in self.items:
            if not meets(item.value):
                continue
            if item.holds:
                degree = Degree.OPEN if item.possibly or item.value in denied else item.degree
                if degree > best.degree:
                    best = Proof(
                        degree,
                        None,
                        (Evidence(self.subject, self.path, item.value),),
                        item.sources,
                        item.statement,
                    )
            elif item.state == State.NONE and item.value in denied:
                negative = True
            else:
                best = best or OPEN
        if best or negative:
            return best
        if self.state == State.NONE:
            return NO if self.degree > Degree.OPEN else OPEN
        if self.state == State.VALUE and self.closed:
            return NO
        return self._proof(Degree.OPEN, None, "unknown")

    def _denied(self) -> frozenset[str]:
        """The items that a source says are not there."""
        there = (item for item in self.items if item.state == State.NONE and not item.possibly)
        return frozenset(item.value for item in there if item.degree > Degree.OPEN)

    def lacks(self, wanted: Callable[[str], bool] | str) -> Proof:
        """For a list: to what degree an item is stated, or known, not to be in it."""
        meets = wanted if callable(wanted) else (lambda v: v == wanted)
        meant = [item for item in self.items if meets(item.value)]
        there = [item for item in meant if item.holds and not item.possibly]
        denied = [item for item in meant if item.state == State.NONE and not item.possibly]
        if there:
            sure = {item.value for item in there if item.degree > Degree.OPEN}
            return NO if sure - self._denied() else OPEN
        if denied and len(denied) == len(meant):
            best = max(denied, key=lambda item: item.degree)
            evidence = (Evidence(self.subject, self.path, f"not {best.value}"),)
            return Proof(best.degree, Ground.STATED, evidence, best.sources, best.statement)
        if meant:
            return OPEN
        if self.state == State.NONE:
            return self._proof(self.degree, self._word_ground(), "none")
        if self.state == State.VALUE and self.closed:
            return self._proof(self.degree, Ground.STRUCTURAL, ", ".join(self.values) or "none")
        return self._proof(Degree.OPEN, Ground.STRUCTURAL, "unknown")

    @property
    def values(self) -> tuple[str, ...]:
        """For a list: the items that are there for certain or as far as anybody says."""
        return tuple(item.value for item in self.items if item.holds and not item.possibly)


class Channel(NamedTuple):
    """What is said of a way from a group, topic or set to a level, body, ``operations`` or ``decision``."""

    subject: str
    to: str
    state: State
    degree: Degree
    sources: tuple[SourceRef, ...]
    extent: Extent | None
    statement: int
    possibly: bool = False

    @property
    def holds(self) -> Proof:
        """To what degree the way is stated to be there."""
        if self.state != State.VALUE:
            return NO
        evidence = (Evidence(self.subject, "channel", self.to),)
        degree = Degree.OPEN if self.possibly else self.degree
        return Proof(degree, None, evidence, self.sources, self.statement)

    def broken(self, unclear_too: bool = False) -> Proof:
        """To what degree the way is stated to be none (or, where asked, unclear)."""
        evidence = (Evidence(self.subject, "channel", f"{self.to}: {self.state.value}"),)
        if self.state == State.NONE or (unclear_too and self.state == State.UNCLEAR):
            degree = Degree.OPEN if self.possibly else self.degree
            return Proof(degree, Ground.STATED, evidence, self.sources, self.statement)
        if self.state in (State.UNCLEAR, State.DEFERRED):
            return Proof(Degree.OPEN, Ground.STATED, evidence, self.sources, self.statement)
        return NO


@dataclass(slots=True)
class Resolver:
    """Resolves the facts of one model; used through :class:`remit.graph.org.Org`."""

    model: Model
    _by_member: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    _by_subject: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    channels: dict[str, list[Channel]] = field(default_factory=lambda: defaultdict(list))
    set_subjects: dict[tuple[str, Extent], list[int]] = field(default_factory=lambda: defaultdict(list))
    _cache: dict[tuple[str, str], Fact] = field(default_factory=dict)
    _spoken_of: dict[tuple[str, str], bool] = field(default_factory=dict)
    """By kind and path of a list that describes: whether coverage speaks of it."""
    _told_parts: set[tuple[str, str]] = field(default_factory=set)
    """The parts (entity, path) of which a statement tells something inside."""
    _members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _set_cache: dict[tuple[str, Extent, str], Fact] = field(default_factory=dict)
    _selected: dict[tuple[str, str], tuple[Selection, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, statement in enumerate(self.model.statements):
            if statement.what == "channel":
                self._take_channel(number, statement)
                continue
            short = is_short(statement)
            if statement.about in self.model.sets or short:
                self._by_subject[statement.about, statement.what].append(number)
                self.set_subjects[statement.about, statement.extent or Extent.ALL].append(number)
                for member in self.members(statement.about):
                    self._by_member[member, statement.what].append(number)
            else:
                self._by_member[statement.about, statement.what].append(number)

        self._told_parts.update((subject, path.rpartition(".")[0]) for subject, path in self._by_member if "." in path)

    def know(self, other: Resolver, changed: Iterable[str], path: str) -> None:
        """Take over what another has resolved of a model that differs in one field of some entities alone.

        Nothing is taken where a set is chosen by that field: who is in it may differ.
        """
        first = path.partition(".")[0]
        chosen_by = {name.partition(".")[0] for one in self.model.sets.values() for name, _ in one.where}
        if first not in chosen_by:
            left = set(changed)
            self._cache.update((key, fact) for key, fact in other._cache.items() if key[0] not in left)

    def speaks_of(self, subject: str, path: str) -> bool:
        """Whether a statement speaks of a set (or of an entity's cases) on a field."""
        return (subject, path) in self._by_subject

    def members(self, subject: str) -> tuple[str, ...]:
        """The members of a set; an entity is its own only member."""
        if subject not in self.model.sets:
            return (subject,)
        found = self._members.get(subject)
        if found is None:
            found = self._members[subject] = self.model.members_of(subject)
        return found

    def expand(self, ids: Iterable[str], kind: str | None = None) -> tuple[str, ...]:
        """Replace sets by their members (of ``kind`` where given), keep order, drop doubles."""
        sets, entities = self.model.sets, self.model.entities
        found: dict[str, None] = {}
        for name in ids:
            if name not in sets:
                found[name] = None
                continue
            for member in self.members(name):
                if kind is None or entities[member].kind_meta.name == kind:
                    found[member] = None
        return tuple(found)

    def _take_channel(self, number: int, statement: Statement) -> None:
        said = statement.said
        targets = self.members(statement.to) if statement.to in self.model.sets else (statement.to,)
        degree = Degree.OPEN if said.modality == Modality.MAY else said.degree
        for target in targets:
            whole = Channel(statement.about, target, said.state, degree, said.sources, statement.extent, number)
            self.channels[statement.about].append(whole)
            if statement.about in self.model.sets:
                for member in self.members(statement.about):
                    self.channels[member].append(whole._replace(subject=member, possibly=is_short(statement)))

    def fact(self, subject: str, path: str) -> Fact:
        """The resolved fact of an entity's field (dotted path)."""
        key = (subject, path)
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = self._resolve(self.model.entities[subject], path)
        return found

    def _resolve(self, entity: Entity, path: str) -> Fact:
        cls, name, listed, of_items = shape_of(type(entity), path)
        closed = listed and self._closed(entity, path, name)
        own = entity.said.get(path, ())
        told = self._by_member.get((entity.id, path), ())
        if not own and not told and (entity.id, path) not in self._told_parts:
            return self._silent(entity, cls, name, path, closed)
        whole = [n for n in told if not is_short(self.model.statements[n])]
        short = [n for n in told if is_short(self.model.statements[n])]
        items: tuple[Item, ...] = ()
        if of_items:
            items = self._items(entity, path, bool(own), whole, short)
            whole = [n for n in whole if not self.model.statements[n].to]
            short = [n for n in short if not self.model.statements[n].to]
        possibly = None
        if short and not own:
            said = self._weightiest(short)
            possibly = (said.state, said.value)
        if own:
            words, origin, number = own, Origin.OWN, None
            direct = [n for n in whole if self.model.statements[n].about == entity.id]
            words = (*words, *(self.model.statements[n].said for n in direct))
        elif whole:
            words = tuple(self.model.statements[n].said for n in whole)
            origin, number = Origin.STATEMENT, whole[0]
        elif (by_part := self._by_its_parts(entity, cls, name, path)) is not None:
            return by_part
        elif possibly is not None:
            return Fact(
                entity.id, path, State.UNKNOWN, degree=Degree.OPEN, items=items, closed=closed, possibly=possibly
            )  # fmt: skip
        elif any(item.holds and not item.possibly for item in items):
            return self._by_its_items(entity.id, path, items, closed and name not in CLOSED_LISTS)
        else:
            return self._silent(entity, cls, name, path, closed)._replace(items=items)
        if len(words) > 1 and len({(w.state, text_key(w.value)) for w in words}) > 1:
            if of_items:
                items = self._disputed(items, words)
            return Fact(
                entity.id, path, State.UNKNOWN, None, Degree.OPEN, merge(s for w in words for s in w.sources),
                Origin.CONTRADICTION, None, items, closed, possibly, number, words,
            )  # fmt: skip
        best = max(words, key=lambda w: w.degree)
        degree = Degree.OPEN if best.modality == Modality.MAY or best.state == State.UNKNOWN else best.degree
        value = best.value if best.state == State.VALUE else None
        if value is not None and items and not any(item.holds or item.state == State.NONE for item in items):
            # a list of which nobody knows whether any item is in it is not known
            return Fact(
                entity.id, path, State.UNKNOWN, None, Degree.OPEN, merge(s for w in words for s in w.sources),
                origin, None, items, False, possibly, number, words,
            )  # fmt: skip
        return Fact(
            entity.id, path, best.state, value, degree, merge(s for w in words for s in w.sources),
            origin, best.modality, items, closed, possibly, number, words,
        )  # fmt: skip

    def _by_its_parts(self, entity: Entity, cls: type[Any], name: str, path: str) -> Fact | None:
        """A part of which a statement tells something (a mandate's document or powers) is there."""
        part = part_class(cls, name)
        if part is None or is_list(cls, name):
            return None
        numbers = [
            number
            for inner in part.model_fields
            for number in self._by_member.get((entity.id, f"{path}.{inner}"), ())
            if self.model.statements[number].said.state == State.VALUE and not is_short(self.model.statements[number])
        ]
        if not numbers:
            return None
        words = [self.model.statements[number].said for number in numbers]
        best = max(words, key=lambda said: said.degree)
        degree = Degree.OPEN if best.modality == Modality.MAY else best.degree
        sources = merge(source for said in words for source in said.sources)
        return Fact(
            entity.id, path, State.VALUE, None, degree, sources, Origin.STATEMENT, best.modality, statement=numbers[0]
        )  # fmt: skip

    def _by_its_items(self, subject: str, path: str, items: tuple[Item, ...], closed: bool) -> Fact:
        """A list of which statements name items is there; that some are named does not make it whole."""
        there = [item for item in items if item.holds and not item.possibly]
        return Fact(
            subject, path, State.VALUE, None, max(item.degree for item in there),
            merge(source for item in there for source in item.sources), Origin.STATEMENT,
            items=items, closed=closed, statement=there[0].statement,
        )  # fmt: skip

    def _silent(self, entity: Entity, cls: type[Any], name: str, path: str, closed: bool) -> Fact:
        """Nobody says anything of the field itself: the whole, the default, or coverage decides."""
        head, dot, _ = path.rpartition(".")
        if dot:
            whole = self.fact(entity.id, head)
            if whole.state != State.VALUE:
                origin = Origin.COVERAGE if whole.origin == Origin.COVERAGE else Origin.WHOLE
                return Fact(
                    entity.id, path, whole.state, None, whole.degree, whole.sources, origin,
                    whole.modality, closed=closed, possibly=whole.possibly, statement=whole.statement,
                )  # fmt: skip
        default = cls.model_fields[name].default
        if default is not None:
            return Fact(entity.id, path, State.VALUE, default, origin=Origin.DEFAULT, closed=closed)
        if info_of(cls, name).listing and self.covered(entity, path) == "complete":
            return Fact(entity.id, path, State.NONE, origin=Origin.COVERAGE, closed=closed)
        return Fact(entity.id, path, State.UNKNOWN, degree=Degree.OPEN, closed=closed)

    def covered(self, entity: Entity, path: str) -> str:
        """The coverage word for a field of an entity."""
        last = path.rpartition(".")[2]
        for selection in self._selections(entity):
            if selection.field in (path, last) or (selection.field == "routes" and path in RELATIONS):
                return selection.state
        return self.model.coverage.of_name(path, last)

    def _selections(self, entity: Entity) -> tuple[Selection, ...]:
        """The selections of fields that an entity meets, the last told first."""
        kind = entity.kind_meta.name
        key = (kind, entity.id)
        found = self._selected.get(key)
        if found is None:
            found = self._selected[key] = tuple(
                selection
                for selection in reversed(self.model.coverage.selections)
                if selection.of == kind and selection.field and self.model.matches(entity, selection.where)
            )
        return found

    def listed(self, kind: str, where: dict[str, str] | None = None) -> Proof:
        """To what degree all entities of a kind (that are stated to be ``where``) are listed.

        Established where coverage is complete for the section, or for a selection that is no narrower.
        """
        wanted = set((where or {}).items())
        for selection in self.model.coverage.selections:
            if selection.of == kind and not selection.field:
                chosen = {(name, value) for name, values in selection.where for value in values}
                if chosen <= wanted:
                    return Proof(Degree.ESTABLISHED if selection.state == "complete" else Degree.OPEN)
        section = registry()[kind].kind_meta.section
        return Proof(Degree.ESTABLISHED if self.model.coverage.of_name(section) == "complete" else Degree.OPEN)

    def _closed(self, entity: Entity, path: str, name: str) -> bool:
        """Whether what a list leaves out is not there: one that describes, unless coverage speaks of it."""
        if name in CLOSED_LISTS:
            key = (entity.kind_meta.name, path)
            if key not in self._spoken_of:
                coverage = self.model.coverage
                picked = any(s.of == key[0] and s.field in (path, name) for s in coverage.selections)
                self._spoken_of[key] = picked or path in coverage.by_name or name in coverage.by_name
            if not self._spoken_of[key]:
                return True
        return self.covered(entity, path) == "complete"

    def _items(self, entity: Entity, path: str, own: bool, whole: list[int], short: list[int]) -> tuple[Item, ...]:
        found: list[Item] = []
        kept: set[str] = set()
        words = entity.said.get(path, ())
        base = words[0] if words else None
        for index, raw in enumerate(as_tuple(value_at(entity, path))):
            said = entity.said.get(f"{path}[{index}]", (base,))[0]
            route = raw if isinstance(raw, RouteItem) else None
            value = route.to if route else raw.id if isinstance(raw, Entity) else str(raw)
            for one in self.members(value):
                kept.add(one)
                found.append(item_of(one, said, route, None, False))
        for number in (*whole, *short):
            statement = self.model.statements[number]
            if own and statement.about != entity.id and (path not in RELATIONS or not statement.to):
                continue
            for one in self._named(statement):
                if one not in kept or statement.about == entity.id:
                    route = RouteItem.made(to=one) if path in RELATIONS else None
                    found.append(item_of(one, statement.said, route, number, number in short))
        return tuple(found)

    def _disputed(self, items: tuple[Item, ...], words: tuple[Said, ...]) -> tuple[Item, ...]:
        """The items of a list on which its sources disagree: those that any of them lists, none surer than open. What
        a statement says of a single item is no part of that dispute.
        """
        single = [item for item in items if item.statement is not None and self.model.statements[item.statement].to]
        listed = {item.value: item for item in items if item not in single}
        for said in words:
            for value in said.value if isinstance(said.value, list) else ():
                route = value if isinstance(value, RouteItem) else None
                for one in self.members(route.to if route else str(value)):
                    listed.setdefault(one, item_of(one, said, route, None, False))
        return (*(item._replace(degree=Degree.OPEN) for item in listed.values()), *single)

    def _weightiest(self, numbers: Iterable[int]) -> Said:
        """Of statements that may all hold of some, the one that counts: the same in whatever order they are written."""
        words = (self.model.statements[number].said for number in numbers)
        return min(words, key=lambda w: (WEIGHT.index(w.state), -w.degree, text_key(w.value), w.sources))

    def _named(self, statement: Statement) -> tuple[str, ...]:
        """The items that a statement on a list names: to whom, or the values that it gives."""
        if statement.to:
            return self.members(statement.to)
        given = statement.said.value
        return self.expand(str(value) for value in given) if isinstance(given, list) else ()

    def set_fact(self, subject: str, extent: Extent, path: str) -> Fact:
        """What is said of a set (or of an entity's cases) to an extent short of all, on one field.

        Where nothing is said, the value that all members have in common, else unknown.
        """
        key = (subject, extent, path)
        found = self._set_cache.get(key)
        if found is None:
            found = self._set_cache[key] = self._resolve_set(subject, extent, path)
        return found

    def _resolve_set(self, subject: str, extent: Extent, path: str) -> Fact:
        model = self.model
        numbers = [n for n in self._by_subject.get((subject, path), ()) if model.statements[n].extent == extent]
        if numbers:
            plain = [n for n in numbers if not model.statements[n].to]
            items: list[Item] = []
            for number in numbers:
                statement = model.statements[number]
                for one in self._named(statement):
                    route = RouteItem.made(to=one) if path in RELATIONS else None
                    items.append(item_of(one, statement.said, route, number, False))
            if not plain:
                return Fact(subject, path, State.UNKNOWN, degree=Degree.OPEN, items=tuple(items))
            words = tuple(model.statements[number].said for number in plain)
            if extent == Extent.MOST and len({(w.state, text_key(w.value)) for w in words}) > 1:
                disputed = (i._replace(degree=Degree.OPEN) if i.statement in plain else i for i in items)
                return Fact(
                    subject, path, State.UNKNOWN, None, Degree.OPEN, merge(s for w in words for s in w.sources),
                    Origin.CONTRADICTION, None, tuple(disputed), statement=plain[0], said=words,
                )  # fmt: skip
            said = self._weightiest(plain)
            same = [w for w in words if (w.state, text_key(w.value)) == (said.state, text_key(said.value))]
            degree = Degree.OPEN if said.modality == Modality.MAY else said.degree
            return Fact(
                subject, path, said.state, said.value, degree, merge(s for w in same for s in w.sources),
                Origin.STATEMENT, said.modality, tuple(items), statement=plain[0], said=(said,),
            )  # fmt: skip
        facts = [self.fact(member, path) for member in self.members(subject)]
        if facts and len({(f.state, text_key(f.value)) for f in facts}) == 1:
            least = min(facts, key=lambda f: f.degree)
            return least._replace(subject=subject, sources=merge(s for f in facts for s in f.sources))
        return Fact(subject, path, State.UNKNOWN, degree=Degree.OPEN)


WEIGHT = (State.NONE, State.UNCLEAR, State.DEFERRED, State.VALUE, State.UNKNOWN)
"""What is told of some of a set, from the weightiest: that some have what others lack does not unsay the lack."""


def item_of(value: str, said: Said | None, route: RouteItem | None, number: int | None, possibly: bool) -> Item:
    """An item from what is said of it; nothing said of its own: it is there."""
    if said is None:
        return Item(value, State.VALUE, Degree.ESTABLISHED, route=route)
    degree = Degree.OPEN if said.modality == Modality.MAY or possibly else said.degree
    return Item(value, said.state, degree, said.sources, said.modality, route, number, possibly)


def is_short(statement: Statement) -> bool:
    """Whether a statement speaks of less than all."""
    return statement.extent not in (None, Extent.ALL)


def shown(value: Any) -> str:
    """A value as evidence shows it, the same in every language: ``yes``, ``2-3``, ``2017-12-31``, a text as written;
    a part (a mandate, a remit) by those of its fields that are told, an entity (a seat) by its id.
    """
    if isinstance(value, Text):
        return value.sv
    if isinstance(value, Entity):
        return value.id
    if isinstance(value, Part):
        told = ((name, getattr(value, name)) for name in type(value).model_fields)
        return ", ".join(f"{name}: {shown(one)}" for name, one in told if one is not None)
    if isinstance(value, tuple) and len(value) == 2:
        low, high = (f"{part:g}" for part in value)
        return low if low == high else f"{low}-{high}"
    if isinstance(value, list):
        return ", ".join(shown(one) for one in value)
    return text_of(value)


def text_key(value: Any) -> str:
    """A key by which values are compared, whatever their type; entities (seats, mandates) by their ids."""
    if isinstance(value, list) and value and isinstance(value[0], Entity):
        return repr([one.id for one in value])
    return repr(value)


def unordered_key(value: Any) -> str:
    """A key by which values are compared, whatever the order of a list; entities by their ids."""
    if isinstance(value, list):
        return ",".join(sorted(getattr(one, "id", "") or repr(one) for one in value))
    return repr(value)


def excluding_key(value: Any) -> str | None:
    """A key of a value beside which no other can hold; None for texts, parts, ranges and ``many``: two that differ
    may both be so (ranges where they meet).
    """
    free = value is None or isinstance(value, (Text, Part, tuple)) or value == "many"
    parts = isinstance(value, list) and any(isinstance(one, Part) for one in value)
    return None if free or parts else unordered_key(value)


def owner_class(cls: type[Any], path: str) -> tuple[type[Any], str]:
    """The class that declares the last name of a dotted path, and that name."""
    *heads, last = path.split(".")
    for name in heads:
        inner = part_class(cls, name)
        if inner is None:
            raise KeyError(path)
        cls = inner
    if last not in cls.model_fields:
        raise KeyError(path)
    return cls, last


@cache
def shape_of(cls: type[Any], path: str) -> tuple[type[Any], str, bool, bool]:
    """The class that declares the last name of a dotted path, that name, whether it holds a list, and whether that
    is a list of items (ids, words or routes) rather than of parts.
    """
    owner, name = owner_class(cls, path)
    listed = is_list(owner, name)
    return owner, name, listed, (listed and part_class(owner, name) is None) or name in RELATIONS
