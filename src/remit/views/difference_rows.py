"""What is told otherwise of one thing in two models, in few words: what a list has gained and lost, not all of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache

from remit.graph.org import Org
from remit.graph.things import field_text
from remit.model.difference.content import called
from remit.model.facts import State
from remit.model.kinds import registry
from remit.model.text import Text
from remit.model.whole import Model, as_tuple, fields_of, is_list, reference, value_at
from remit.views import difference_texts as d
from remit.views import texts as t
from remit.views.scene import texts as scene
from remit.views.scene.change import changed_facts
from remit.views.scene.sides import Sides
from remit.views.scene.wording import fill, unpair

_EXPLAINED = re.compile(r" \([^()]*\)")
_COLON = re.compile(r": [^–]*?(?= –|$)")
_LIMITS = [*scene.MODALITY.values(), *t.CERTAINTY.values()]
_LIMITED = re.compile(rf" \((?:{'|'.join(sorted({word for one in _LIMITS for word in one}))})(?:; [^()]*)?\)")
"""How bindingly and how surely something is told, as it stands after a value."""


@dataclass(frozen=True, slots=True)
class Told:
    """One fact before and after: values, or of a list what it has lost and gained."""

    field: Text
    before: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()
    listed: bool = False


@dataclass(slots=True)
class Changed:
    """What has changed of one thing; ``firmness``: how many facts are the same but told more or less bindingly."""

    told: list[Told] = field(default_factory=list)
    firmness: int = 0


def under_names_of(model: Model, later: Model) -> Model:
    """A model in which what the later one has too is called as there, so that a new name is told once."""
    entities = dict(model.entities)
    for name, entity in model.entities.items():
        other = later.entities.get(name)
        if other is not None and type(other) is type(entity) and other.name != entity.name:
            entities[name] = entity.model_copy(update={"name": other.name})
    return replace(model, entities=entities)


def changed(sides: Sides, identifier: str) -> Changed:
    """The facts of a thing that both have, where they differ."""
    assert sides.before is not None
    kind = sides.after.kind(identifier)
    lists = _lists(sides.before, sides.after, identifier)
    usual = _usual(sides.before, sides.after, identifier)
    parts = _part_fields(kind) if kind else {}
    found = Changed()
    came_and_went: dict[Text, tuple[list[Text], list[Text]]] = {}
    inside: dict[tuple[Text, Text, Text | None, Text | None], list[Text]] = {}
    for row in changed_facts(sides, identifier):
        label = unpair(row["field"])
        before, after = (None if row[one] is None else unpair(row[one]) for one in ("before", "after"))
        whole = next((one for one in parts if label.sv.startswith(f"{one.sv} – ")), None)
        if label in usual:
            continue
        if label in lists:
            lost, gained = lists[label]
            if lost or gained:
                found.told.append(Told(short(label, kind), tuple(lost), tuple(gained), listed=True))
            else:
                found.firmness += 1
        elif before is not None and after is not None and _bare(before) == _bare(after):
            found.firmness += 1
        elif label in parts and (before is None or after is None):
            lost, gained = came_and_went.setdefault(short(label, kind), ([], []))
            lost += [before] if before is not None else []
            gained += [after] if after is not None else []
        elif whole is not None and ": " in label.sv[len(whole.sv) :]:
            part, field_ = _inside(label, whole)
            inside.setdefault((short(whole, kind), short(field_, parts[whole]), before, after), []).append(part)
        else:
            found.told.append(
                Told(short(label, kind), () if before is None else (before,), () if after is None else (after,))
            )
    found.told += [Told(label, tuple(lost), tuple(new), listed=True) for label, (lost, new) in came_and_went.items()]
    for (whole, field_, before, after), of in inside.items():
        label = fill(d.OF_ONE if len(of) == 1 else d.OF_MANY, whole=whole, part=of[0], n=len(of), field=field_)
        found.told.append(Told(label, () if before is None else (before,), () if after is None else (after,)))
    return found


def _inside(label: Text, whole: Text) -> tuple[Text, Text]:
    """Of ``seats – Umeå: mandate`` the name of the part, and the field."""
    told = [one[len(start) + 3 :].partition(": ") for one, start in zip(label, whole, strict=True)]
    return Text(*(one[0] for one in told)), Text(*(one[2] for one in told))


def _part_fields(kind: str) -> dict[Text, str]:
    """The fields of a kind that hold parts with facts of their own (seats, mandates), by name: the kind of these."""
    known = registry()
    return {field_text(kind, path): part for path, part in known[kind].kind_meta.parts} if kind in known else {}


def _usual(before: Org, after: Org, identifier: str) -> set[Text]:
    """The fields that hold in both what holds where nothing is said: that only one of them says it is no change."""
    ours, theirs = before.entity(identifier), after.entity(identifier)
    kind = theirs.kind_meta.name
    found: set[Text] = set()
    for path, cls, name in fields_of(kind):
        usual = cls.model_fields[name].default
        said = (*ours.said.get(path, ()), *theirs.said.get(path, ()))
        if usual is None or any(one.state is not State.VALUE for one in said):
            continue
        if value_at(ours, path) == value_at(theirs, path) == usual:
            found.add(field_text(kind, path))
    return found


def _lists(before: Org, after: Org, identifier: str) -> dict[Text, tuple[list[Text], list[Text]]]:
    """For each list of ids that both tell: the names that it has lost and those that it has gained."""
    found: dict[Text, tuple[list[Text], list[Text]]] = {}
    ours, theirs = before.entity(identifier), after.entity(identifier)
    for path, cls, name in fields_of(theirs.kind_meta.name):
        if not is_list(cls, name) or not reference(cls, name):
            continue
        old, new = as_tuple(value_at(ours, path)), as_tuple(value_at(theirs, path))
        told = [one[0].state for side in (ours, theirs) for at, one in side.said.items() if at.startswith(f"{path}[")]
        if not old or not new or any(state is not State.VALUE for state in told):
            continue
        left, right = before.model.expand(old), after.model.expand(new)
        lost = [name_of(before, one) for one in left if one not in right]
        gained = [name_of(after, one) for one in right if one not in left]
        found[field_text(theirs.kind_meta.name, path)] = (lost, gained)
    return found


def name_of(org: Org, identifier: str) -> Text:
    """The name of an entity or set; of what has none the title or the text that stands for one."""
    entity = org.model.entities.get(identifier)
    return (called(entity) if entity is not None else None) or org.name(identifier)


def short(label: Text, kind: str) -> Text:
    """What a field is called, without what explains it."""
    known = _labels(kind).get(label)
    return known or Text(*(_EXPLAINED.sub("", one) for one in label))


@cache
def _labels(kind: str) -> dict[Text, Text]:
    """The fields of a kind by what they are called in full: without brackets, and without what follows a colon."""
    labels = [field_text(kind, path) for path, *_ in fields_of(kind)]
    return {label: Text(*(_COLON.sub("", _EXPLAINED.sub("", one)) for one in label)) for label in labels}


def _bare(text: Text) -> Text:
    return Text(*(_LIMITED.sub("", one) for one in text))


__all__ = ["Changed", "Told", "changed", "name_of", "short", "under_names_of"]
