"""Taking facts back: every fact of a model can be made ``unknown``, and what an audit says is compared.

A :class:`Site` is one thing that a model says: a field, an item of a list, a field of a route, or a statement.
:func:`silenced` gives the model with that thing ``unknown``; :func:`sureness` tells of each conclusion, apart from
its wording and folding, how sure it is.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from remit.graph.org import Org
from remit.graph.resolve import owner_class
from remit.model.facts import Degree, Extent, Said, State
from remit.model.whole import Model, as_tuple, is_list, part_class, value_at
from remit.queries.catalogue import catalogue
from remit.queries.engine import best_of

UNKNOWN = (Said(State.UNKNOWN),)
_INDEX = re.compile(r"\[\d+\]")
_ITEM = re.compile(r"(?P<path>.+)\[(?P<index>\d+)\](?:\.(?P<inner>\w+))?")

Key = tuple[str, str, tuple[str, ...], str]
"""Rule, id of the one it is about, pair, extent."""


@dataclass(frozen=True, slots=True, order=True)
class Site:
    """One thing that a model says: a path of an entity, or (``entity`` empty) the number of a statement."""

    entity: str
    path: str
    number: int = -1

    def place(self, model: Model) -> str:
        """Where it stands, apart from which entity it is: ``group.remit.topics``, ``statement of group.owner``."""
        if self.number >= 0:
            statement = model.statements[self.number]
            return f"{kind_about(model, statement.about)}.{statement.what}"
        return f"{model.entities[self.entity].kind_meta.name}.{_INDEX.sub('', self.path)}"


def changed(record: Any, **new: Any) -> Any:
    """The same record with other fields, whether it is a dataclass or a named tuple."""
    return record._replace(**new) if hasattr(record, "_replace") else dataclasses.replace(record, **new)


def kind_about(model: Model, about: str) -> str:
    """The kind of an entity, or of the members of a set."""
    if about in model.sets:
        return model.sets[about].of
    return model.entities[about].kind_meta.name if about in model.entities else "?"


def sites(model: Model) -> list[Site]:
    """Everything that a model says, in a defined order; parts (a group's seats) are told of one by one."""
    found = [Site("", "", number) for number in range(len(model.statements))]
    for identifier, entity in sorted(model.entities.items()):
        inside = {name for name, _ in type(entity).kind_meta.parts}
        for path, words in sorted(entity.said.items()):
            name = path.partition(".")[0].partition("[")[0]
            if path == "id" or (name in inside and words[0].state == State.VALUE):
                continue
            if "[" not in path or _ITEM.fullmatch(path)["inner"]:
                found.append(Site(identifier, path))
            if "[" not in path and name not in inside and words[0].state == State.VALUE and _is_list(entity, path):
                items = as_tuple(value_at(entity, path))
                found.extend(Site(identifier, f"{path}[{index}]") for index in range(len(items)))
    return found


def _is_list(entity: object, path: str) -> bool:
    cls, name = owner_class(type(entity), path)
    return is_list(cls, name) and (part_class(cls, name) is None or "." not in path)


def silenced(model: Model, *places: Site) -> Model:
    """The same model where nobody knows these facts; a written ``unknown`` counts as the member's own."""
    entities = dict(model.entities)
    statements = list(model.statements)
    for site in places:
        if site.number >= 0:
            old = statements[site.number]
            statements[site.number] = changed(old, said=old.said._replace(state=State.UNKNOWN, value=None))
        else:
            entities[site.entity] = _without(entities[site.entity], site.path)
    return changed(model, entities=entities, statements=statements)


def _without(entity, path: str):
    said = dict(entity.said)
    copy = entity.model_copy(update={"said": said})
    item = _ITEM.fullmatch(path)
    if item and item["inner"]:
        routes = list(getattr(copy, item["path"]))
        routes[int(item["index"])] = routes[int(item["index"])].model_copy(update={item["inner"]: None})
        setattr(copy, item["path"], routes)
    elif not item:
        for inner in [known for known in said if known.startswith((f"{path}.", f"{path}["))]:
            del said[inner]
            if "[" not in inner:
                said[inner] = UNKNOWN
        head, _, last = path.rpartition(".")
        if head:
            setattr(copy, head, getattr(copy, head) and getattr(copy, head).model_copy(update={last: None}))
        else:
            setattr(copy, path, None)
    said[path] = UNKNOWN
    return copy


def rows(org: Org, codes: Iterable[str] = ()) -> Iterator[tuple[str, object]]:
    """The rows of the rules (of all but those on sources), before they are folded and worded."""
    wanted = set(codes)
    for code, (rule, detect) in catalogue().items():
        if code in wanted if wanted else not code.startswith("SRC"):
            for row in best_of(detect(org, rule.defaults())):
                yield code, row


def sureness(model: Model, codes: Iterable[str] = ()) -> dict[Key, Degree]:
    """How sure each conclusion is; one on all of a set is one on each of its members."""
    org = Org(model)
    found: dict[Key, Degree] = {}
    for code, row in rows(org, codes):
        whole = row.extent in (None, Extent.ALL)
        ids = row.members or (org.resolver.members(row.subject) if whole else (row.subject,))
        for one in ids:
            key = (code, one, tuple(sorted(row.pair)), "" if whole else row.extent.value)
            found[key] = max(found.get(key, Degree.NO), row.proof.degree)
    return found


def surer(before: Mapping[Key, Degree], after: Mapping[Key, Degree]) -> list[Key]:
    """The conclusions that became reported or established and were less sure before.

    One on some of those of whom the same rule had said as much together (a ring of fewer groups) is no new one.
    """
    together: dict[str, list[tuple[frozenset[str], Degree]]] = defaultdict(list)
    for (code, one, pair, _), degree in before.items():
        together[code].append((frozenset((one, *pair)), degree))
    return [
        key
        for key, degree in sorted(after.items())
        if degree >= Degree.REPORTED
        and degree > before.get(key, Degree.NO)
        and not any(known >= degree and {key[1], *key[2]} <= ids for ids, known in together[key[0]])
    ]


def chooses(model: Model, site: Site) -> bool:
    """Whether a set or a coverage word is told by this field: then it says of whom one speaks, and is left alone."""
    told = [*model.sets.values(), *model.coverage.selections]
    names = {(one.of, name) for one in told for name, _ in one.where}
    kind, _, path = site.place(model).partition(".")
    return any((kind, name) in names for name in (path, path.partition(".")[0]))
