"""Hypothesis strategies for small valid models, made from the declared kinds: every field of every kind can occur.

``models()`` gives loaded models, ``documents()`` the same in the form of a file (nested mappings and lists).
They hold what real files hold and a tidy example does not: the four words, words of source at every place,
contradictory values, negative items, shared seats, routes that go round, things that have ended or stand
vacant, sets, statements, coverage, and names with å, quotes and marks that turn the writing around.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from remit.model.facts import Basis, Extent, Modality, Practice
from remit.model.files import loads
from remit.model.files.binder import NEEDED
from remit.model.files.head import COVERED, coverage_names
from remit.model.files.shapes import Shape, shapes
from remit.model.files.tables import CHANNEL_TO, paths_of, shape_at
from remit.model.kind import Entity, RefTo
from remit.model.kinds import registry, sections
from remit.model.whole import CHANNEL_TARGETS, Model

Document = dict[str, Any]

FOUR_WORDS = ("none", "unclear", "deferred", "unknown")
ODD_TEXTS = (
    "none", "unknown", "yes", "NO", "null", "~", "", " ", "1.10", "007", "22:22", "2024-02-30", "1e3", "a: b", "x #y",
    "- item", "[a, b]", "{m}", "{item.name}", "*a", "&a", "!!int 3", "<<", "%x", "@x", "`x`", "\"q\"", "it's", "\\",
    "a\\nb", "rad\nrad", "tab\tb", " kant ", "å ä ö Å", "Sámi č", "\u202eevil\u202c", "\u200f", "\u200b",
    "\ufeff", "\u2028", "\x85", "<script>alert(1)</script>", "=1+1", "日本", "🏥", "é", "| |", "...", "---", "?", "-",
)  # fmt: skip
ODD_IDS = (
    "no",
    "null",
    "007",
    "1.10",
    "1e3",
    "å-ä",
    "Ö",
    "x.y",
    "constructor",
    "2024-05-06",
    "yes",
    "a_b",
    "é",
    "name",
    "to",
)
_DATES = {
    "since": ("2001-01-01", "2010-12-31"),
    "valid_from": ("2001-01-01", "2010-12-31"),
    "until": ("2011-01-01", "2030-02-28"),
    "valid_to": ("2011-01-01", "2030-02-28"),
}
_ALPHABET = st.sampled_from("abcåäö ÅÖ.,:;#-'\"\\/[]{}&*!|>%@`?=<~\u202e\u0600é😀0179")

texts = st.one_of(st.sampled_from(ODD_TEXTS), st.text(_ALPHABET, max_size=12))
"""Texts as people and machines write them."""

both_languages = st.one_of(texts, st.fixed_dictionaries({"sv": texts, "en": texts}))

MAIN_KINDS = ("source", "level", "principal", "topic", "population", "unit", "function", "group", "agreement")
"""Kinds that most models have; the others occur less often."""


@dataclass
class World:
    """What exists in the model that is being made, so that references lead somewhere."""

    ids: dict[str, list[str]] = field(default_factory=dict)
    sets: dict[str, str] = field(default_factory=dict)
    """Each set and the kind of its members."""

    def targets(self, to: RefTo, *, sets: bool) -> list[str]:
        found = [name for kind in (to.kinds or self.ids) for name in self.ids.get(kind, ())]
        if sets:
            found += [name for name, kind in self.sets.items() if not to.kinds or kind in to.kinds]
        return [*found, *to.words]


@st.composite
def documents(draw: st.DrawFn, kinds: tuple[str, ...] = MAIN_KINDS) -> Document:
    """A valid model as it is written in a file. ``kinds`` are those that occur most."""
    world = World()
    taken = iter(draw(st.permutations(ODD_IDS)))
    for kind, cls in registry().items():
        if kind in sections().values() and not cls.kind_meta.singleton:
            number = draw(st.integers(1, 3)) if kind in kinds else draw(st.integers(0, 3)) // 3
            odd = draw(st.integers(0, 5)) == 0
            world.ids[kind] = [f"{kind}-{n}" if n or not odd else next(taken, f"{kind}-0") for n in range(number)]
    for number in range(draw(st.integers(0, 2))):
        world.sets[f"set-{number}"] = draw(st.sampled_from([kind for kind, ids in world.ids.items() if ids]))
    maker = Maker(draw, world)
    document: Document = {"remit": 1, "model": maker.head()}
    for section, kind in sections().items():
        cls = registry()[kind]
        if cls.kind_meta.singleton:
            if draw(st.booleans()):
                document[section] = maker.entity(cls, "system", most=3)
        elif world.ids.get(kind):
            document[section] = {name: maker.entity(cls, name, most=5) for name in world.ids[kind]}
            if draw(st.integers(0, 4)) == 0:
                document[section]["defaults"] = maker.words()
    document["sets"] = {name: maker.set(kind) for name, kind in world.sets.items()}
    rows = [maker.row() for _ in range(draw(st.integers(0, 4)))]
    document["facts"] = [row for row in rows if row]
    return document


def models(kinds: tuple[str, ...] = MAIN_KINDS) -> st.SearchStrategy[Model]:
    """Small valid models."""
    return documents(kinds).map(lambda document: loads(json.dumps(document), "generated.json"))


class Maker:
    """Draws the pieces of one document."""

    def __init__(self, draw: st.DrawFn, world: World) -> None:
        self.draw = draw
        self.world = world

    def one_of(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def seldom(self) -> bool:
        return self.draw(st.integers(0, 5)) == 0

    # --- the whole -----------------------------------------------------------------------------------------

    def head(self) -> Document:
        head: Document = {"id": "generated", "title": self.draw(both_languages), "as_of": "2024-01-31", **self.words()}
        head["represents"] = self.one_of("current", "proposal")
        if self.draw(st.booleans()):
            names = self.draw(st.lists(st.sampled_from(coverage_names()), max_size=3, unique=True))
            coverage: Document = {"default": self.one_of(*COVERED), **{name: self.one_of(*COVERED) for name in names}}
            kind = self.one_of(*(kind for kind, ids in self.world.ids.items() if ids))
            where = self.where(kind)
            if where:
                coverage["selections"] = [{"of": kind, "where": where, "is": self.one_of(*COVERED)}]
            head["coverage"] = coverage
        return head

    def set(self, kind: str) -> Any:
        ids = self.world.ids[kind]
        if self.draw(st.booleans()):
            return {"name": self.draw(both_languages), "members": self.draw(st.lists(st.sampled_from(ids), min_size=1))}
        where = self.where(kind, sets=False)
        return {"of": kind, **({"where": where} if where else {})}

    def where(self, kind: str, *, sets: bool = True) -> Document:
        """Conditions on fields that have words of a closed list or name things."""
        cls = registry()[kind]
        found: Document = {}
        paths = paths_of(cls)
        for name in self.draw(st.lists(st.sampled_from(paths), max_size=2, unique=True)) if paths else ():
            shape = shape_at(cls, name)
            assert shape is not None
            if shape.choices and not shape.part:
                found[name] = self.one_of(*(choice for choice in shape.choices if choice not in FOUR_WORDS))
            elif shape.ref and not shape.part:
                targets = [one for one in self.world.targets(shape.ref, sets=sets) if one not in shape.ref.words]
                if targets:
                    found[name] = self.draw(st.lists(st.sampled_from(targets), min_size=1, max_size=2))
        return found

    def row(self) -> Any:
        """A statement about an entity, a set or the system."""
        kinds = {name: kind for kind, ids in self.world.ids.items() for name in ids} | self.world.sets
        about = self.one_of("system", *kinds)
        words = {**self.words(), "extent": self.one_of(*(one.value for one in Extent))}
        state = self.one_of("yes", *FOUR_WORDS)
        if self.seldom():
            to = self.one_of(*CHANNEL_TARGETS, *self.world.targets(CHANNEL_TO, sets=True))
            return {"about": about, "what": "channel", "value": state, "to": to, **words}
        cls = registry()[kinds.get(about, "system")]
        if not paths_of(cls):
            return None
        what = self.one_of(*paths_of(cls))
        shape = shape_at(cls, what)
        assert shape is not None
        if shape.many and shape.ref and not shape.part and self.draw(st.booleans()):
            targets = self.world.targets(shape.ref, sets=True)
            return (
                {"about": about, "what": what, "value": state, "to": self.one_of(*targets), **words}
                if targets
                else None
            )
        value = None if shape.entity or shape.part else self.plain(shape)
        if value is None or (isinstance(value, str) and not value.strip()):
            value = self.one_of(*FOUR_WORDS)
        return {"about": about, "what": what, "value": value, **words}

    def words(self) -> Document:
        """Some words of source, or none."""
        found: Document = {}
        if not self.seldom():
            return found
        if self.draw(st.booleans()):
            found["basis"] = self.one_of(*(one.value for one in Basis))
        if self.draw(st.booleans()):
            places = [self.source() for _ in range(self.one_of(1, 1, 2))]
            found["source"] = self.one_of("none", places[0], places)
        if self.seldom():
            found["modality"] = self.one_of("none", *(one.value for one in Modality))
        if self.seldom():
            found["practice"] = self.one_of("none", *(one.value for one in Practice))
        return found

    def source(self) -> str:
        document = self.one_of(*self.world.ids["source"])
        heading = self.draw(texts).strip()
        return str(document + self.one_of("", f"#{heading}", f"#{heading}/3", f"#{heading}/3/0"))

    # --- entities ------------------------------------------------------------------------------------------

    def entity(self, cls: type[Entity], name: str, most: int) -> Document:
        """An entity with some of its fields."""
        found: Document = {"name": self.draw(both_languages)} if self.draw(st.booleans()) else {}
        found.update(self.words())
        known = shapes(cls)
        wanted = self.draw(st.lists(st.sampled_from(sorted(known)), max_size=most, unique=True))
        needed = NEEDED.get(cls.kind_meta.name, ())
        for one in (*wanted, *needed[: self.one_of(*range(1, len(needed) + 1)) if needed else 0]):
            value = self.field(known[one], name)
            if value is not None:
                found[one] = value
        if needed and not set(needed) & set(found):
            found[needed[0]] = "unknown"
        return found

    def field(self, shape: Shape, owner: str) -> Any:
        """A field with its value, a word, contradictory values, and words of source or not."""
        if not shape.fact:
            return self.plain(shape)
        if self.seldom():
            return self.one_of(*FOUR_WORDS)
        if shape.name == "part_of":
            return self.above(shape, owner)
        if shape.entity:
            return self.parts(shape.entity)
        if self.seldom():
            return self.contradiction(shape)
        if shape.part and not shape.many:
            return self.part(shape, owner)
        value = self.items(shape) if shape.many else self.plain(shape)
        if value is None or not self.seldom():
            return value
        return {"value": value, **self.words(), "note": self.draw(texts)}

    def above(self, shape: Shape, owner: str) -> str | None:
        """Something of the same kind named before, so that parts do not go round."""
        assert shape.ref is not None
        same = self.world.ids[shape.ref.kinds[0]]
        before = same[: same.index(owner)] if owner in same else []
        return self.one_of(*before) if before else None

    def parts(self, cls: type[Entity]) -> list[Any] | None:
        return [self.entity(cls, "", most=3) for _ in range(self.one_of(1, 1, 2, 3))]

    def part(self, shape: Shape, owner: str) -> Document | None:
        assert shape.part is not None
        known = shapes(shape.part)
        found: Document = {}
        for name in self.draw(st.lists(st.sampled_from(sorted(known)), min_size=1, max_size=3, unique=True)):
            value = self.field(known[name], owner)
            if value is not None:
                found[name] = value
        if not found:
            return None
        if self.seldom():
            found["value"] = self.one_of(*FOUR_WORDS)
        return {**found, **self.words()}

    def contradiction(self, shape: Shape) -> Document | None:
        found: list[Any] = []
        for _ in range(self.one_of(1, 2, 3)):
            value = self.plain(shape)
            if value is None and shape.part:
                return None  # of a part only whole values may contradict each other
            value = self.one_of(*FOUR_WORDS) if value is None else value
            found.append(
                {"value": value, **self.words()} if self.draw(st.booleans()) or isinstance(value, dict) else value
            )
        return {"values": found, **self.words()}

    def items(self, shape: Shape) -> list[Any] | None:
        """A list, with negative items and items with words of their own among the plain ones."""
        found: list[Any] = []
        for _ in range(self.one_of(1, 1, 2, 3)):
            one = self.route(shape) if shape.part else self.single(shape)
            if one is None:
                return None
            if self.seldom():
                around = {**self.words(), "value": self.one_of("yes", *FOUR_WORDS), "note": self.draw(texts)}
                one = {**one, **around} if isinstance(one, dict) else {"to": one, **around}
            found.append(one)
        return found

    def route(self, shape: Shape) -> Any:
        assert shape.part is not None
        known = shapes(shape.part)
        to = self.single(known["to"], sets=True)
        if to is None or not self.seldom():
            return to
        found = {"to": to}
        for name in self.draw(st.lists(st.sampled_from([n for n in known if n != "to"]), max_size=2, unique=True)):
            value = self.field(known[name], "")
            if value is not None:
                found[name] = value
        return found

    # --- values --------------------------------------------------------------------------------------------

    def plain(self, shape: Shape) -> Any:
        """A value without words of source; None where there is nothing to name."""
        if shape.part and not shape.many:
            inner = {name: self.plain(one) for name, one in list(shapes(shape.part).items())[: self.one_of(1, 2, 3)]}
            told = {name: value for name, value in inner.items() if value is not None and value not in FOUR_WORDS}
            return told or None  # a text that is one of the four words would be read as one
        if not shape.many:
            return self.single(shape)
        single = shapes(shape.part)["to"] if shape.part else shape
        items = [self.single(single, sets=True) for _ in range(self.one_of(1, 2))]
        return None if None in items else items

    def single(self, shape: Shape, *, sets: bool = False) -> Any:
        if shape.ref:
            targets = self.world.targets(shape.ref, sets=shape.many or sets)
            return self.one_of(*targets) if targets else None
        if shape.choices:
            return self.one_of(*(choice for choice in shape.choices if choice not in FOUR_WORDS))
        if shape.words:
            return self.draw(both_languages)
        if shape.sort == "date":
            return self.one_of(*_DATES.get(shape.name, ("2024-02-29", "1999-12-31")))
        sorts = {
            "yes_no": (True, False, "ja", "nej", "yes", "no"),
            "count": (1, 2, 16, "many"),
            "whole_number": (0, 1, 2019),
            "number": (0, 50, 2.5, 0.001),
            "range": (4, "2-3", "2.5", 0.5, "10–12"),
        }
        if shape.sort:
            return self.one_of(*sorts[shape.sort])
        text = self.draw(texts)
        return {"text": text} if text in FOUR_WORDS and shape.fact else text
