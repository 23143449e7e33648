"""From trees to entities: sections, defaults, parts with ids of their own, and what one entry makes many of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import product
from typing import Any

from remit.model.facts import State
from remit.model.files.nodes import Node
from remit.model.files.reading import FAILED, WORD_KEYS, Reading, Reference, Words, join, kind_of
from remit.model.files.shapes import Shape, shapes
from remit.model.files.values import FieldReader, Sayings
from remit.model.kind import ID_PATTERN, Entity, RefTo
from remit.model.kinds import registry
from remit.model.kinds.group import Group
from remit.model.kinds.level import Level
from remit.model.kinds.system import System
from remit.model.text import LANGUAGES, Text
from remit.model.whole import SYSTEM, Mark, Model

RESERVED = frozenset(
    {"none", "unclear", "deferred", "unknown", "line", "operations", "decision", "defaults", "all", SYSTEM}
)
"""Words that mean something where an id may stand, and so cannot be ids."""

_GENERATORS = ("for_each", "one_per")
_VARIABLE_NAME = re.compile(r"\w[\w\-]*")
_ITEM = "item"
PERIODS = (("since", "until"), ("valid_from", "valid_to"))


@dataclass(frozen=True, slots=True)
class Entry:
    """An entity as it stands in a file, with everything that it inherits from around it."""

    cls: type[Entity]
    key: Node
    node: Node
    path: str
    words: Words
    defaults: dict[str, Node] = field(default_factory=dict)
    agreement: str = ""
    variables: dict[str, tuple[str, Text]] = field(default_factory=dict)

    def nodes(self) -> dict[str, Node]:
        """The entity's own keys, and the section's defaults for those that it leaves out."""
        if self.only_name:
            return {**self.defaults, "name": self.node}
        return {**self.defaults, **self.node.value}

    @property
    def only_name(self) -> bool:
        """Whether the entity is written as its name alone, in one language or both."""
        return self.node.kind == "scalar" or (bool(self.node.value) and self.node.value.keys() <= set(LANGUAGES))


class Binder:
    """Fills a model with the entities of all files; the faults are gathered in the reading."""

    def __init__(self, reading: Reading, model: Model) -> None:
        self.reading = reading
        self.model = model
        self.waiting: list[Entry] = []
        self.made = 0
        self.paths: dict[str, str] = {}
        """Where each entity stands in its file, for messages."""

    # --- sections ------------------------------------------------------------------------------------------

    def section(self, kind: str, node: Node, path: str, words: Words, agreement: str = "") -> None:
        """Every entity of a section of a file."""
        cls = registry()[kind]
        if cls.kind_meta.singleton:
            self.entity(Entry(cls, Node("scalar", SYSTEM, node.line, node.column, node.file), node, path, words))
            return
        if cls is Level and node.kind == "seq":
            for place, item in enumerate(node.value):
                if self.reading.scalar(item, f"{path}[{place}]") is not FAILED:
                    nothing = Node("map", {}, item.line, item.column, item.file)
                    self.entry(Entry(cls, item, nothing, f"{path}.{item.value}", words))
            return
        if node.kind != "map":
            self.reading.wrong(node, path, "expected_section", found=kind_of(node))
            self.reading.incomplete = True
            return
        defaults: dict[str, Node] = {}
        if "defaults" in node.value:
            given = node.value["defaults"]
            if self.reading.mapping(given, join(path, "defaults"), [*self._keys(cls), *_GENERATORS]):
                words = self.reading.words(given, join(path, "defaults"), words)
                defaults = {name: one for name, one in given.value.items() if name not in WORD_KEYS}
        for name, one in node.value.items():
            if name != "defaults":
                key = node.keys[name]
                self.entry(Entry(cls, key, one, join(path, name), words, defaults, agreement, self.reading.variables))

    def _keys(self, cls: type[Entity]) -> list[str]:
        inside = ["groups"] if cls.kind_meta.name == "agreement" else []
        return [*shapes(cls), *WORD_KEYS, *inside]

    def entry(self, entry: Entry) -> None:
        """Read an entry now, or keep it until the sets that it is made from can be told."""
        if entry.node.kind == "seq" or entry.node.empty:
            self.reading.wrong(entry.node, entry.path, "expected_entity", found=kind_of(entry.node))
            self.reading.incomplete = True
            return
        if any(name in entry.nodes() for name in _GENERATORS):
            self.waiting.append(entry)
        else:
            self.entity(entry)

    def expand(self) -> None:
        """Read what ``for_each`` and ``one_per`` make, those first that others' sets may select from."""
        while self.waiting:
            pending, self.waiting = self.waiting, []
            kinds = {entry.cls.kind_meta.name for entry in pending}
            ready = [entry for entry in pending if not (self._selects_from(entry) & kinds)] or pending
            todo = [(entry, self._variables(entry)) for entry in ready]
            self.waiting += [entry for entry in pending if entry not in ready]
            for entry, combinations in todo:
                for variables in combinations:
                    self._make(entry, variables)

    def _make(self, entry: Entry, variables: dict[str, tuple[str, Text]]) -> None:
        self.made += 1
        if self.made > self.reading.limits.generated:
            if self.made == self.reading.limits.generated + 1:
                limit = self.reading.limits.generated
                self.reading.wrong(entry.key, entry.path, "too_many_generated", limit=limit)
            return
        before, self.reading.variables = self.reading.variables, {**entry.variables, **variables}
        self.entity(replace(entry, variables=self.reading.variables))
        self.reading.variables = before

    # --- one entry, many entities --------------------------------------------------------------------------

    def _sources_of(self, entry: Entry) -> list[tuple[str, Node, str]]:
        """What an entry is made from: the variable, the list or set, and the path."""
        nodes = entry.nodes()
        found: list[tuple[str, Node, str]] = []
        if "for_each" in nodes:
            given = nodes["for_each"]
            path = join(entry.path, "for_each")
            if given.kind != "map" or not given.value:
                self.reading.wrong(given, path, "for_each_form")
            else:
                found += [(name, one, join(path, name)) for name, one in given.value.items()]
        if "one_per" in nodes:
            found.append((_ITEM, nodes["one_per"], join(entry.path, "one_per")))
        return found

    def _selects_from(self, entry: Entry) -> set[str]:
        """The kinds of the selected sets that an entry is made from."""
        kinds: set[str] = set()
        nodes = entry.nodes()
        given = nodes.get("for_each")
        sources = list(given.value.values()) if given is not None and given.kind == "map" else []
        sources += [nodes["one_per"]] if "one_per" in nodes else []
        todo = [one.value for node in sources for one in (node.value if node.kind == "seq" else [node])]
        seen: set[str] = set()
        while todo:
            name = todo.pop()
            if isinstance(name, str) and name in self.model.sets and name not in seen:
                seen.add(name)
                definition = self.model.sets[name]
                if definition.members is None:
                    kinds.add(definition.of)
                else:
                    todo.extend(definition.members)
        return kinds

    def _variables(self, entry: Entry) -> list[dict[str, tuple[str, Text]]]:
        """Every combination of what the variables of an entry stand for."""
        names: list[str] = []
        choices: list[list[tuple[str, Text]]] = []
        for name, node, path in self._sources_of(entry):
            if not _VARIABLE_NAME.fullmatch(name):
                self.reading.wrong(node, path, "variable_name", found=name)
                continue
            if name != _ITEM and f"{{{name}}}" not in entry.key.value:
                self.reading.wrong(entry.key, entry.path, "for_each_id", found=entry.key.value, variable=name)
                continue
            names.append(name)
            members = self._members(node, path, known_only=name == _ITEM)
            choices.append([(one, self._name_of(one)) for one in members])
        if not names:
            return []
        return [dict(zip(names, chosen, strict=True)) for chosen in product(*choices)]

    def _members(self, node: Node, path: str, known_only: bool) -> list[str]:
        """The members of sets and lists; those of a list of ``for_each`` may be any words (``[1, 2, 3]``)."""
        found: dict[str, None] = {}
        if node.kind == "map" or (node.kind == "seq" and not node.value):
            self.reading.wrong(node, path, "expected_list", found=kind_of(node))
            return []
        for item in node.value if node.kind == "seq" else [node]:
            text = self.reading.scalar(item, path)
            if text is FAILED:
                continue
            if text in self.model.sets:
                found.update(dict.fromkeys(self.model.members_of(text)))
            else:
                if known_only or node.kind != "seq":  # one word alone is meant as a set or an entity
                    self.reading.references.append(Reference(text, item.mark, path, RefTo(()), sets=True))
                found[text] = None
        return list(found)

    def _name_of(self, name: str) -> Text:
        entity = self.model.entities.get(name)
        return entity.name if entity is not None and entity.name else Text(name, name)

    # --- one entity ----------------------------------------------------------------------------------------

    def entity(self, entry: Entry) -> None:
        """Read one entity with all that stands in it."""
        cls, path = entry.cls, entry.path
        nodes = entry.nodes()
        inner = nodes.pop("groups") if cls.kind_meta.name == "agreement" and "groups" in nodes else None
        if not entry.only_name:
            self.reading.mapping(entry.node, path, [*self._keys(cls), *_GENERATORS])
            words = self.reading.words(entry.node, path, entry.words)
        else:
            words = entry.words
        name = self._id(entry)
        said = Sayings()
        reader = FieldReader(self.reading, partial(self.parts, name))
        known = shapes(cls)
        given = {key: one for key, one in nodes.items() if key in known}
        values = reader.fields(cls, given, path, words, said)
        self._check_periods(values, given, path)
        self._inherit(entry, values, words, said)
        entity = cls.made(id=name, **values)
        entity.said = said.done()
        if isinstance(entity, Level) and "rank" not in entity.said:
            entity.rank = 1 + sum(isinstance(one, Level) for one in self.model.entities.values())
            entity.said["rank"] = (words.said(State.VALUE, entity.rank),)
        if words != Words():
            entity.said["id"] = (words.said(State.VALUE, name),)  # who tells of the entity itself, and how bindingly
        self._register(entity, entry.key.mark, path)
        if inner is not None:
            self.section(Group.kind_meta.name, inner, join(path, "groups"), words, agreement=name)

    def _id(self, entry: Entry) -> str:
        name = self.reading.fill(entry.key.value)
        item = entry.variables.get(_ITEM)
        if item and "one_per" in entry.nodes() and f"{{{_ITEM}}}" not in entry.key.value:
            name = f"{name}-{item[0]}"
        if not entry.cls.kind_meta.singleton:
            self.check_id(name, entry.key, entry.path)
        return name

    def check_id(self, name: str, at: Node, path: str) -> None:
        """Tell of an id that cannot be one."""
        if name in RESERVED:
            self.reading.wrong(at, path, "reserved_id", found=name)
        elif not ID_PATTERN.fullmatch(name):
            self.reading.wrong(at, path, "bad_id", found=name)

    def _inherit(self, entry: Entry, values: dict[str, Any], words: Words, said: Sayings) -> None:
        """What an entity gets from the agreement that it stands in and from the item that it is made for."""
        if entry.agreement and "agreement" not in said.by_path:
            values["agreement"] = entry.agreement
            said.add("agreement", words.said(State.VALUE, entry.agreement))
        nodes = entry.nodes()
        item = entry.variables.get(_ITEM)
        if not item or "one_per" not in nodes:
            return
        target = self.model.entities.get(item[0])
        about_people = target is not None and target.kind_name() == "population"
        if about_people and "populations" in shapes(entry.cls) and "populations" not in said.by_path:
            values["populations"] = [item[0]]
            said.add("populations", words.said(State.VALUE, values["populations"]))
        if "name" in values and not _mentions(nodes["name"], _ITEM):
            name = values["name"]
            values["name"] = Text(f"{name.sv}: {item[1].sv}", f"{name.en}: {item[1].en}")

    def _check_periods(self, values: dict[str, Any], nodes: dict[str, Node], path: str) -> None:
        """Tell of an end before its beginning."""
        for first, last in PERIODS:
            begins, ends = values.get(first), values.get(last)
            if begins is not None and ends is not None and ends < begins:
                told = {"ends": ends, "begins": begins, "first": first, "last": last}
                self.reading.wrong(nodes[last], join(path, last), "end_before_beginning", **told)

    def _register(self, entity: Entity, mark: Mark, path: str) -> None:
        first = self.model.marks.get(entity.id)
        if first is not None:
            self.reading.wrong(mark, path, "duplicate_id", found=entity.id, first=first)
            return
        self.model.entities[entity.id] = entity
        self.model.marks[entity.id] = mark
        self.paths[entity.id] = path

    # --- entities inside entities --------------------------------------------------------------------------

    def parts(
        self, parent: str, shape: Shape, node: Node, path: str, words: Words, beside: frozenset[str] = frozenset()
    ) -> Any:
        """The seats of a group, the mandates of a unit, …: entities with ids from their parent's.

        ``beside``: the ids of those that stand there already.
        """
        if node.kind == "seq" and not node.value:
            return self.reading.wrong(node, path, "empty_list")
        assert shape.entity is not None
        found: list[tuple[Entity, Node, str, str]] = []
        for place, item in enumerate(node.value if node.kind == "seq" else [node]):
            step = f"{path}[{place}]" if node.kind == "seq" else path
            read = self._part(shape.entity, item, step, words)
            if read is not None:
                found.append((read, item, step, read.id))
        taken = {given for _, _, _, given in found if given} | beside
        for entity, item, step, given in found:
            if not given:
                entity.id = free_id(derived_id(parent, entity), taken)
                taken.add(entity.id)
            self._register(entity, item.mark, step)
            self.model.parents[entity.id] = (parent, shape.name)
        return [entity for entity, *_ in found]

    def _part(self, cls: type[Entity], node: Node, path: str, words: Words) -> Entity | None:
        known = shapes(cls)
        said = Sayings()
        reader = FieldReader(self.reading, partial(self.parts, ""))
        name = ""
        if node.kind == "map":
            self.reading.mapping(node, path, ["id", *known, *WORD_KEYS])
            words = self.reading.words(node, path, words)
            nodes = {key: one for key, one in node.value.items() if key in known}
            if "id" in node.value:
                given = self.reading.scalar(node.value["id"], join(path, "id"))
                name = "" if given is FAILED else given
                if name and not all(map(ID_PATTERN.fullmatch, name.split(":"))):
                    self.reading.wrong(node.value["id"], join(path, "id"), "bad_id", found=name)
            values = reader.fields(cls, nodes, path, words, said)
            self._check_periods(values, nodes, path)
        else:
            short = short_field(cls)
            if node.kind == "seq" or not short or node.empty:
                self.reading.wrong(node, path, "expected_mapping", found=kind_of(node))
                return None
            values = {short: reader.one(known[short], node, path)}
            said.add(short, words.said(State.VALUE, values[short]))
        entity = cls.made(id=name, **values)
        entity.said = said.done()
        if words != Words():
            entity.said["id"] = (words.said(State.VALUE, None),)
        missing = NEEDED.get(cls.kind_meta.name, ())
        if missing and not any(one in entity.said for one in missing):
            self.reading.wrong(node, path, "needs_one_of", keys=list(missing))
        return entity


NEEDED: dict[str, tuple[str, ...]] = {
    "seat": ("principal", "shared_by", "provider", "function", "person"),
    "holding": ("function",),
}
"""Kinds that say nothing unless one of these fields is given."""


def short_field(cls: type[Entity]) -> str:
    """The field that a bare id stands for: the first one of the kind, where it names one thing."""
    own = [shape for name, shape in shapes(cls).items() if name not in Entity.model_fields]
    return own[0].name if own and own[0].ref and not own[0].many else ""


def derived_id(parent: str, entity: Entity) -> str:
    """The id of a part that has none of its own: its parent's, and what its kind goes by."""
    data = {
        name: value[0] if isinstance(value, list) and len(value) == 1 else value
        for name, value in entity
        if value is not None and name not in ("id", "said")
    }
    key = entity.kind_meta.part_key
    return f"{parent}:{key(data) if key else entity.kind_meta.name}"


def free_id(wanted: str, taken: set[str]) -> str:
    """The id, with ``:2``, ``:3``, … where it is taken."""
    number = 1
    name = wanted
    while name in taken:
        number += 1
        name = f"{wanted}:{number}"
    return name


def _mentions(node: Node, variable: str) -> bool:
    texts = node.value.values() if node.kind == "map" else [node]
    return any(f"{{{variable}" in one.value for one in texts if one.kind == "scalar")


def add_system(model: Model, mark: Mark) -> None:
    """The system as a whole always exists, told or not."""
    if SYSTEM not in model.entities:
        model.entities[SYSTEM] = System.made(id=SYSTEM)
        model.marks[SYSTEM] = mark
