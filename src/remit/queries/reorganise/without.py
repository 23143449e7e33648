"""A structure as if something were not in it: what stands in it goes along, and so does what cannot be without it.

It differs from dissolving something in a scenario in that nobody is asked what becomes of the rest: what would be left
in the air (a unit without its principal) goes too, and a field that named what has gone says nothing any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from remit.model.changes.draft import Draft
from remit.model.changes.fields import is_silent, item_sayings, leave_out, relist
from remit.model.changes.removal import remove, still_cited
from remit.model.difference.content import called
from remit.model.files.reading import near
from remit.model.kind import Part
from remit.model.kinds import registry
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text
from remit.model.whole import SYSTEM, Model
from remit.queries.reorganise.same import Same
from remit.queries.reorganise.says import listed
from remit.queries.reorganise.way import Step, Way

GO_ALONG: dict[str, frozenset[str]] = {
    "unit": frozenset({"principal", "provider", "parent"}),
    "function": frozenset({"unit", "principal"}),
    "provider": frozenset({"principal"}),
    "joint_body": frozenset({"host"}),
    "matter": frozenset({"topic", "group"}),
    "recommendation": frozenset({"group", "topic"}),
    "topic": frozenset({"part_of"}),
    "population": frozenset({"part_of"}),
    "territory": frozenset({"part_of", "principals"}),
}
"""Fields without which a thing is nothing: where what they name goes, it goes too."""


ALONG_SHOWN = 12
"""How many of those that go along are named."""


class WithoutError(Exception):
    """Something that cannot be taken away; :attr:`text` says why, and what would be right."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Gone:
    """A model without some things: the ids ``asked`` for, and those that went ``along``, each in order."""

    model: Model
    asked: tuple[str, ...]
    along: tuple[str, ...]


def without(model: Model, ids: Sequence[str]) -> Gone:
    """The model as if some entities, parts or sets were not in it; the model given is never touched.

    Raises WithoutError for an id that is not there, for the system, and for a source on which facts rest: who would
    have said them else, nobody knows.
    """
    asked = tuple(dict.fromkeys(ids))
    for one in asked:
        _can_go(model, one)
    names = dict.fromkeys(asked)
    while True:
        draft = Draft(model)
        _cut_routes(draft, set(names))
        lost = remove(draft, list(names))
        more = [one.entity for one in lost if _goes_along(model, one.entity, one.path)]
        if not set(more) - set(names):
            break
        names.update(dict.fromkeys(more))
    for gone in lost:
        _silence(draft, gone.entity, gone.path.partition(".")[0])
    for field in lost:
        _silence(draft, field.entity, field.path.partition(".")[0])
    there = {*draft.model.entities, *draft.model.sets}
    along = sorted(one for one in (*model.entities, *model.sets) if one not in there and one not in asked)
    # parts that get another id since what they are numbered after has gone are still there
    return Gone(draft.model, asked, tuple(along))


def way_without(model: Model, ids: Sequence[str]) -> tuple[Way, Gone]:
    """The way of one step that takes some things away. Raises WithoutError as :func:`without` does."""
    gone = without(model, ids)
    names = listed([_name(model, one) for one in gone.asked])
    title = Text(f"Utan {names.sv}", f"Without {names.en}")
    along = [_name(model, one) for one in gone.along if one not in model.parents]
    reason = Text("", "")
    if along:
        told = listed(along, ALONG_SHOWN)
        reason = Text(f"Med det går: {told.sv}.", f"With it goes: {told.en}.")
    step = Step(1, "without", title, reason)
    return Way(model, (step,), lambda left: [] if left else [gone.model], lambda _: Same(), model.head.id, title), gone


def _can_go(model: Model, one: str) -> None:
    if one == SYSTEM:
        raise WithoutError(
            Text(
                "system är helheten och kan inte tas bort; ange något i det",
                "system is the whole and cannot be taken away; name something in it",
            )
        )
    if one not in model.entities and one not in model.sets:
        close = near(one, [*model.entities, *model.sets])
        more = Text(f"; menades {close}?", f"; did you mean {close}?") if close else Text("", "")
        shown = one
        raise WithoutError(
            Text(
                f"det finns inget ”{shown}” i {model.head.id}{more.sv}",
                f'there is no "{shown}" in {model.head.id}{more.en}',
            )
        )
    cited = still_cited(model, [one])
    if cited:
        raise WithoutError(
            Text(
                f"{one} är en källa som {len(cited)} uppgifter vilar på; vad som gällde utan den vet ingen",
                f"{one} is a source that {len(cited)} facts rest on; what would hold without it nobody knows",
            )
        )


def _goes_along(model: Model, entity: str, path: str) -> bool:
    return path.partition("[")[0] in GO_ALONG.get(model.entities[entity].kind_meta.name, ())


def _silence(draft: Draft, name: str, field: str) -> None:
    """A remit or mandate of which nothing is left is not told."""
    part = getattr(draft.model.entities.get(name), field, None)
    if isinstance(part, Part) and is_silent(part):
        leave_out(draft.edit(name), field)


def _cut_routes(draft: Draft, gone: set[str]) -> None:
    """A route that goes through something that has gone leads no longer anywhere."""
    for name in list(draft.model.entities):
        for relation in RELATIONS:
            items = getattr(draft.model.entities[name], relation, None) or ()
            if any(gone & set(item.through or ()) for item in items):
                entity = draft.edit(name)
                kept = [
                    (item, item_sayings(entity.said, relation, place))
                    for place, item in enumerate(items)
                    if not gone & set(item.through or ())
                ]
                values = relist(entity.said, relation, kept)
                if not values:
                    leave_out(entity, relation)
                    continue
                setattr(entity, relation, values)
                told = entity.said.get(relation)
                if told:
                    entity.said[relation] = (told[0]._replace(value=values), *told[1:])


def _name(model: Model, one: str) -> Text:
    if one in model.sets:
        return model.sets[one].name
    entity = model.entities[one]
    if entity.name is not None:
        return entity.name
    label = registry()[entity.kind_meta.name].kind_meta.label
    told = called(entity)
    if told is not None:
        return Text(f"{label.sv} ”{told.sv}”", f"{label.en} “{told.en}”")
    return Text(f"{label.sv} {one}", f"{label.en} {one}")
