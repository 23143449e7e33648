"""Two models with the same names for the same things: what is there in one only, and what is told otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from remit.model.facts import Said
from remit.model.files.shapes import shapes
from remit.model.kind import Entity
from remit.model.whole import SYSTEM, Model, Statement

OWN_WORDS = "id"
"""The path under which an entity says who tells of the entity itself."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs between two models; ids in the order of the ids, fields in the order of their declaration."""

    head: tuple[str, ...] = ()
    """The fields of the head that differ."""
    gone: tuple[str, ...] = ()
    """Entities of the first only; parts go with what they stand in."""
    new: tuple[str, ...] = ()
    """Entities of the second only. One that is of another kind there is both gone and new."""
    changed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The fields that differ of each entity that both have; ``id`` where who tells of the entity itself does."""
    sets_gone: tuple[str, ...] = ()
    sets_told: tuple[str, ...] = ()
    """Sets that are new or defined otherwise."""
    statements_gone: tuple[Statement, ...] = ()
    statements_new: tuple[Statement, ...] = ()
    reordered: bool = False
    """Whether the same statements stand in another order."""
    coverage: bool = False
    defaults: bool = False

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


def compare(a: Model, b: Model) -> Differences:
    """Everything in which two models differ; nothing where they are equal."""
    ours, theirs = whole(a), whole(b)
    both = [name for name in sorted(ours.keys() & theirs.keys()) if type(ours[name]) is type(theirs[name])]
    changed = {name: differing(ours[name], theirs[name]) for name in both if ours[name] != theirs[name]}
    gone, new = _left_over(a.statements, b.statements), _left_over(b.statements, a.statements)
    return Differences(
        head=tuple(name for name in a.head._fields if getattr(a.head, name) != getattr(b.head, name)),
        gone=tuple(sorted(ours.keys() - set(both))),
        new=tuple(sorted(theirs.keys() - set(both))),
        changed={name: fields for name, fields in changed.items() if fields},
        sets_gone=tuple(sorted(a.sets.keys() - b.sets.keys())),
        sets_told=tuple(sorted(name for name, one in b.sets.items() if a.sets.get(name) != one)),
        statements_gone=gone,
        statements_new=new,
        reordered=not gone and not new and a.statements != b.statements,
        coverage=a.coverage != b.coverage,
        defaults=a.defaults != b.defaults,
    )


def whole(model: Model) -> dict[str, Entity]:
    """The entities that are not parts of others, the system among them."""
    return {name: one for name, one in model.entities.items() if name not in model.parents}


def differing(ours: Entity, theirs: Entity) -> tuple[str, ...]:
    """The fields in which two entities of one kind differ, in value or in what is said of it."""
    left, right = said_by_field(ours), said_by_field(theirs)
    found = [
        name
        for name in shapes(type(ours))
        if getattr(ours, name) != getattr(theirs, name) or left.get(name) != right.get(name)
    ]
    return (*([OWN_WORDS] if left.get(OWN_WORDS) != right.get(OWN_WORDS) else []), *found)


def said_by_field(entity: Entity) -> dict[str, dict[str, tuple[Said, ...]]]:
    """What is said in an entity, by field and then by path."""
    found: dict[str, dict[str, tuple[Said, ...]]] = defaultdict(dict)
    for path, said in entity.said.items():
        found[field_of(path)][path] = said
    return found


def field_of(path: str) -> str:
    """The field that a path begins with: ``remit`` of ``remit.powers[1]``."""
    return path.partition(".")[0].partition("[")[0]


def _left_over(these: Iterable[Statement], those: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements that the others lack, each as many times as it is lacking."""
    others = list(those)
    by_place: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for one in others:
        by_place[one.about, one.what, one.to].append(one)
    found: list[Statement] = []
    for one in these:
        alike = by_place[one.about, one.what, one.to]
        if one in alike:
            alike.remove(one)
        else:
            found.append(one)
    return tuple(found)


__all__ = ["OWN_WORDS", "SYSTEM", "Differences", "compare", "differing", "field_of", "said_by_field", "whole"]
