"""What differs in the structure itself: things and relations that came, went, changed or got another name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from remit.graph.org import LINKING, Edge, Org
from remit.graph.resolve import shown
from remit.model.difference.content import called
from remit.model.facts import Degree, State
from remit.model.kind import Entity, Part, ref_of
from remit.model.kinds import registry
from remit.model.text import Text
from remit.model.whole import fields_of
from remit.queries.reorganise.same import Same


class FieldChange(NamedTuple):
    """One field of a thing that is told otherwise, in words; None: nothing is told."""

    field: str
    label: Text
    before: Text | None
    after: Text | None


class PartChange(NamedTuple):
    """What became of a part of a thing (a seat, a mandate): ``added``, ``removed`` or ``changed``."""

    fate: str
    id: str
    kind: str
    name: Text
    fields: tuple[FieldChange, ...] = ()


class ThingChange(NamedTuple):
    """What became of a thing.

    ``fate``: ``added``, ``removed``, ``merged`` (several have become it), ``split`` (it has become several),
    ``renamed`` (another id or name) or ``changed``. ``before``/``after``: its ids (empty where it was not there).
    """

    fate: str
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    before_names: tuple[Text, ...]
    after_names: tuple[Text, ...]
    fields: tuple[FieldChange, ...] = ()
    parts: tuple[PartChange, ...] = ()


class RelationChange(NamedTuple):
    """A relation that came (``added``), went (``removed``) or is told otherwise (``changed``)."""

    fate: str
    source: str
    relation: str
    target: str
    source_name: Text
    target_name: Text
    before: str
    """``there``, ``open`` or ``denied``; empty where it is not told of."""
    after: str


@dataclass(frozen=True, slots=True)
class Structure:
    """All that differs, in order of kind and id."""

    things: tuple[ThingChange, ...]
    relations: tuple[RelationChange, ...]

    def counts(self) -> dict[str, dict[str, int]]:
        """By kind, how many things came, went, changed …; relations under ``relation``."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for thing in self.things:
            found[thing.kind][thing.fate] += 1
        for relation in self.relations:
            found["relation"][relation.fate] += 1
        return {kind: dict(sorted(count.items())) for kind, count in sorted(found.items())}


FATES = ("added", "removed", "merged", "split", "renamed", "changed")
_DRAWN = frozenset(LINKING)


def structure(before: Org, after: Org, same: Same) -> Structure:
    """What differs between two structures, of which ``same`` says what has become what."""
    things = sorted(
        _things(before, after, same), key=lambda one: (one.kind, FATES.index(one.fate), one.after, one.before)
    )
    relations = sorted(_relations(before, after, same), key=lambda one: one[:4])
    return Structure(tuple(things), tuple(relations))


# -- things -------------------------------------------------------------------------------------------------


def _things(before: Org, after: Org, same: Same) -> Iterator[ThingChange]:
    old, new = _wholes(before), _wholes(after)
    become = {one: tuple(x for x in same.after(one) if after.kind(x) == before.kind(one)) for one in old}
    origin: dict[str, list[str]] = defaultdict(list)
    for one, many in become.items():
        for x in many:
            origin[x].append(one)
    for one in old:
        if not become[one]:
            yield _thing("removed", before, after, before.kind(one), (one,), ())
        elif len(become[one]) > 1:
            yield _thing("split", before, after, before.kind(one), (one,), become[one])
    for one in new:
        was = origin.get(one, [])
        if not was:
            yield _thing("added", before, after, after.kind(one), (), (one,))
        elif len(was) > 1:
            yield _thing("merged", before, after, after.kind(one), tuple(was), (one,))
        elif len(become[was[0]]) == 1:
            found = _kept(before, after, same, was[0], one)
            if found is not None:
                yield found


def _wholes(org: Org) -> list[str]:
    """The things that are no part of another; a document is nothing in the structure."""
    parents = org.model.parents
    return [one for one in sorted(org.model.entities) if one not in parents and org.kind(one) != "source"]


def _thing(
    fate: str,
    before: Org,
    after: Org,
    kind: str,
    old: tuple[str, ...],
    new: tuple[str, ...],
    fields: tuple[FieldChange, ...] = (),
    parts: tuple[PartChange, ...] = (),
) -> ThingChange:
    names = tuple(_named(before, one) for one in old), tuple(_named(after, one) for one in new)
    return ThingChange(fate, kind, old, new, *names, fields, parts)


def _named(org: Org, identifier: str) -> Text:
    """What something is called; a goal or a recommendation has no name but says what it is."""
    return called(org.entity(identifier)) or org.name(identifier)


def _kept(before: Org, after: Org, same: Same, old: str, new: str) -> ThingChange | None:
    fields = tuple(_fields(before, after, same, old, new))
    parts = tuple(_parts(before, after, same, old, new))
    named = old != new or (before.name(old) != after.name(new) and before.entity(old).name is not None)
    if not (fields or parts or named):
        return None
    fate = "renamed" if named and not (fields or parts) else "changed"
    return _thing(fate, before, after, after.kind(new), (old,), (new,), fields, parts)


def _parts(before: Org, after: Org, same: Same, old: str, new: str) -> Iterator[PartChange]:
    was = {x: one for one in _parts_of(before, old) for x in same.after(one)}
    now = _parts_of(after, new)
    gone = [one for one in _parts_of(before, old) if not set(same.after(one)) & set(now)]
    for one in gone:
        yield PartChange("removed", one, before.kind(one), before.name(one))
    for one in now:
        if one not in was:
            yield PartChange("added", one, after.kind(one), after.name(one))
            continue
        fields = tuple(_fields(before, after, same, was[one], one))
        if fields:
            yield PartChange("changed", one, after.kind(one), after.name(one), fields)


def _parts_of(org: Org, whole: str) -> list[str]:
    """The parts of a thing, and theirs (the mandates of its seats), in order."""
    found: list[str] = []
    index = _index(org)
    for part in index.get(whole, ()):
        found += [part, *_parts_of(org, part)]
    return found


def _index(org: Org) -> dict[str, list[str]]:
    known: dict[str, list[str]] | None = org.__dict__.get("_reorganise_parts")
    if known is None:
        known = defaultdict(list)
        for part in sorted(org.model.parents):
            known[org.model.parents[part][0]].append(part)
        org.__dict__["_reorganise_parts"] = known
    return known


# -- fields -------------------------------------------------------------------------------------------------


def _fields(before: Org, after: Org, same: Same, old: str, new: str) -> Iterator[FieldChange]:
    kind = after.kind(new)
    inside = {name for name, _ in registry()[kind].kind_meta.parts}
    for path, owner, name in fields_of(kind):
        if path in inside or path in _DRAWN:
            continue
        refers = bool(ref_of(owner, name))
        was, now = (
            _told(org, one, path, become if refers else None)
            for org, one, become in ((before, old, same), (after, new, _AS_IT_IS))
        )
        if was.key != now.key:
            yield FieldChange(path, after.field_text(new, path), was.text, now.text)


class _Told(NamedTuple):
    key: object
    text: Text | None


_NOTHING = _Told(None, None)
_AS_IT_IS = Same()
_WORDS: dict[State, Text] = {
    State.NONE: Text("ingen, enligt källan", "none, a source says"),
    State.UNCLEAR: Text("oklart", "unclear"),
    State.DEFERRED: Text("lämnat att bestämma senare", "left to be settled later"),
}


def _told(org: Org, identifier: str, path: str, same: Same | None) -> _Told:
    """What is told of a field, comparable and in words; ids as what they have become."""
    fact = org.resolver.fact(identifier, path)
    if fact.state == State.UNKNOWN or not fact.stated:
        return _NOTHING
    if fact.state in _WORDS:
        return _Told(fact.state, _WORDS[fact.state])
    if fact.items:
        key = frozenset((x, item.state) for item in fact.items for x in _read(item.value, same))
        return _Told(key, _listed(org, [item.value for item in fact.items if item.holds]))
    value = fact.value
    if isinstance(value, Part):  # its own fields tell what differs in it
        return _Told("there", org.value_text(value))
    if isinstance(value, list) and value and isinstance(value[0], (Entity, Part)):
        return _NOTHING
    if isinstance(value, str) and same is not None:
        return _Told(frozenset(same.after(value)), org.value_text(value))
    return _Told(shown(value), org.value_text(value))


def _read(value: Any, same: Same | None) -> tuple[Any, ...]:
    return same.after(value) if same is not None and isinstance(value, str) else (value,)


def _listed(org: Org, values: list[Any]) -> Text:
    texts = [org.value_text(one) for one in values]
    return Text("; ".join(one.sv for one in texts), "; ".join(one.en for one in texts))


# -- relations ----------------------------------------------------------------------------------------------


def _relations(before: Org, after: Org, same: Same) -> Iterator[RelationChange]:
    was: dict[tuple[str, str, str], tuple[str, Edge]] = {}
    for edge in before.edges:
        for source in same.after(edge.source):
            for target in same.after(edge.target):
                was[source, edge.relation, target] = (_state(edge), edge)
    now = {(edge.source, edge.relation, edge.target): (_state(edge), edge) for edge in after.edges}
    for key in sorted({*was, *now}):
        old, new = was.get(key, ("", None)), now.get(key, ("", None))
        if old[0] == new[0]:
            continue
        fate = "added" if not old[0] else "removed" if not new[0] else "changed"
        if new[1] is None:
            assert old[1] is not None
            source, relation, target = old[1].source, old[1].relation, old[1].target
            names = before.name(source), before.name(target)
        else:
            source, relation, target = key
            names = after.name(source), after.name(target)
        yield RelationChange(fate, source, relation, target, *names, old[0], new[0])


def _state(edge: Edge) -> str:
    """How a relation stands: there, open, or denied by a source."""
    if edge.holds.degree > Degree.OPEN:
        return "there"
    if edge.denied:
        return "denied"
    return "open"


__all__ = ["FATES", "FieldChange", "PartChange", "RelationChange", "Structure", "ThingChange", "structure"]
