"""A model and what somebody made of it by a few edits, each of a sort that a person does: for comparing two models.

The edits are made in the document, as text, before anything of Remit has seen it; what they are is told, so that a
test can ask for as many changes as there were edits, and for the renames by their ids.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.organisations import Choice, Seeded, organisation

from remit.model.files.binder import RESERVED
from remit.model.files.shapes import shapes
from remit.model.kinds import registry, sections

Document = dict[str, Any]

RENAMED_KINDS = ("principals", "units", "functions", "groups", "agreements", "topics")
WORDS = (
    RESERVED
    | {choice for cls in registry().values() for shape in shapes(cls).values() for choice in shape.choices}
    | {name for cls in registry().values() for name in (*shapes(cls), cls.kind_meta.name, cls.kind_meta.section)}
)
"""Words that an id must not be, to be replaced everywhere in a document without looking at what stands where."""


@dataclass
class Edited:
    """The document before and after, and what was done in between."""

    before: Document
    after: Document
    renamed: dict[str, str] = field(default_factory=dict)
    edits: list[str] = field(default_factory=list)

    @property
    def texts(self) -> tuple[str, str]:
        """Both as model files."""
        return json.dumps(self.before), json.dumps(self.after)


def edited(seed: int, number: int = 3) -> Edited:
    """An organisation and what a number of edits made of it, the same for a seed everywhere."""
    choice = Seeded(seed * 7919 + number)
    before = json.loads(organisation(seed))
    editor = _Editor(choice, Edited(before, copy.deepcopy(before)))
    while len(editor.told.edits) < number:
        editor.edit()
    return editor.told


class _Editor:
    def __init__(self, choice: Choice, told: Edited) -> None:
        self.choice = choice
        self.told = told
        self.touched: set[str] = set()
        """What was edited already: a second edit could undo the first or hide it."""

    @property
    def document(self) -> Document:
        return self.told.after

    def one_of(self, items: list[Any]) -> Any:
        return items[self.choice.number(0, len(items) - 1)]

    def edit(self) -> None:
        """One edit, if the one that was chosen can be made here."""
        sort = self.one_of(
            [
                self.rename,
                self.rename,
                self.call_otherwise,
                self.tell_otherwise,
                self.add_group,
                self.add_topic,
                self.remove,
                self.add_seat,
                self.remove_seat,
                self.add_route,
                self.remove_route,
                self.add_statement,
                self.remove_statement,
                self.head,
                self.coverage,
            ]
        )
        if sort():
            self.told.edits.append(sort.__name__)

    def entities(self, *names: str) -> list[tuple[str, str]]:
        """The (section, id) of what no edit has touched."""
        wanted = names or tuple(sections())
        return [
            (section, name)
            for section in wanted
            for name in self.document.get(section, ())
            if section != "levels" and name not in ("system", "defaults") and name not in self.touched
        ]

    def free(self, stem: str) -> str:
        known = set(strings(self.told.before)) | set(strings(self.told.after))
        return next(f"{stem}-{n}" for n in range(1, 10_000) if f"{stem}-{n}" not in known)

    def take(self, *names: str) -> tuple[Document, str] | None:
        """An entity of some sections that is written as a mapping."""
        found = [
            (section, name)
            for section, name in self.entities(*names)
            if isinstance(self.document[section][name], dict)
            and not set(self.document[section][name]) & {"for_each", "one_per", "sv", "en"}
        ]
        if not found:
            return None
        section, name = self.one_of(found)
        self.touched.add(name)
        return self.document[section][name], name

    # --- edits ---------------------------------------------------------------------------------------------

    def rename(self) -> bool:
        """Another id, and now and then another name beside."""
        found = [(section, name) for section, name in self.entities(*RENAMED_KINDS) if name not in WORDS]
        if not found:
            return False
        section, old = self.one_of(found)
        new = self.free("renamed")
        replace(self.document, old, new)
        self.touched |= {old, new}
        self.told.renamed[old] = new
        entity = self.document[section][new]
        if isinstance(entity, dict) and isinstance(entity.get("name"), str) and self.choice.number(0, 2) == 0:
            entity["name"] = f"{entity['name']} (ny)"
        return True

    def call_otherwise(self) -> bool:
        taken = self.take(*RENAMED_KINDS)
        if taken is None:
            return False
        taken[0]["name"] = f"Nytt namn {self.free('n')}"
        return True

    def tell_otherwise(self) -> bool:
        taken = self.take("groups")
        if taken is None:
            return False
        taken[0]["meetings_per_year"] = self.one_of([13, "14-15"])
        taken[0]["convener"] = "den som valts"
        return True

    def add_group(self) -> bool:
        name = self.free("added")
        principals = list(self.document["principals"])
        seats = [{"principal": one} for one in principals[:2]]
        self.document.setdefault("groups", {})[name] = {"name": f"Gruppen {name}", "kind": "officials", "seats": seats}
        self.touched.add(name)
        return True

    def add_topic(self) -> bool:
        name = self.free("added")
        self.document.setdefault("topics", {})[name] = {"name": f"Frågan {name}", "urgent": True}
        self.touched.add(name)
        return True

    def remove(self) -> bool:
        """Something that nobody names goes."""
        named = list(strings(self.document))
        found = [
            (section, name)
            for section, name in self.entities()
            if section not in ("sources", "principals")
            and sum(one == name or one.startswith((f"{name}:", f"{name}#")) for one in named) == 1
        ]
        if not found:
            return False
        section, name = self.one_of(found)
        del self.document[section][name]
        if not self.document[section]:
            del self.document[section]
        return True

    def add_seat(self) -> bool:
        taken = self.take("groups")
        if taken is None or not isinstance(taken[0].get("seats"), list):
            return False
        taken[0]["seats"].append({"principal": self.one_of(list(self.document["principals"])), "count": 3})
        return True

    def remove_seat(self) -> bool:
        taken = self.take("groups")
        if taken is None or not isinstance(taken[0].get("seats"), list) or len(taken[0]["seats"]) < 2:
            return False
        if any(one.startswith(f"{taken[1]}:") for one in strings(self.document)):
            return False  # a fact may be about the seat
        taken[0]["seats"].pop()
        return True

    def add_route(self) -> bool:
        taken = self.take("groups")
        if taken is None or "informs" in taken[0]:
            return False
        taken[0]["informs"] = [self.one_of(list(self.document["principals"]))]
        return True

    def remove_route(self) -> bool:
        taken = self.take("groups")
        if taken is None or not isinstance(taken[0].get("escalates_to"), list):
            return False
        del taken[0]["escalates_to"]
        return True

    def add_statement(self) -> bool:
        about = self.one_of([name for _, name in self.entities("groups")] or ["system"])
        if about == "system" or "statement" in self.touched:
            return False
        self.touched.add("statement")
        self.document.setdefault("facts", []).append([about, "convener", "unclear"])
        return True

    def remove_statement(self) -> bool:
        if not self.document.get("facts") or "statement" in self.touched:
            return False
        self.touched.add("statement")
        self.document["facts"].pop(self.choice.number(0, len(self.document["facts"]) - 1))
        return True

    def head(self) -> bool:
        if "head" in self.touched:
            return False
        self.touched.add("head")
        self.document["model"]["as_of"] = "2021-01-01"
        self.document["model"]["title"] = "Som det blev"
        return True

    def coverage(self) -> bool:
        if "coverage" in self.touched:
            return False
        self.touched.add("coverage")
        told = self.document["model"].get("coverage", {})
        told = {"default": told} if isinstance(told, str) else told
        word = "partial" if told.get("seats") != "partial" else "unknown"
        self.document["model"]["coverage"] = {"default": "complete", **told, "seats": word}
        return True


def strings(node: Any) -> Iterator[str]:
    """Every key and every text of a document."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from strings(value)
    elif isinstance(node, list):
        for one in node:
            yield from strings(one)
    elif isinstance(node, str):
        yield node


def replace(node: Any, old: str, new: str) -> Any:
    """Put another id into the place of one, in keys and texts, ids of parts included; in place."""

    def word(text: str) -> str:
        if text == old:
            return new
        return f"{new}{text[len(old) :]}" if text.startswith(f"{old}:") else text

    if isinstance(node, dict):
        items = [(word(key), replace(value, old, new)) for key, value in node.items()]
        node.clear()
        node.update(items)
        return node
    if isinstance(node, list):
        node[:] = [replace(one, old, new) for one in node]
        return node
    return word(node) if isinstance(node, str) else node
