"""Synthetic organisations of any size, the same for the same seed: counties of principals, and a whole country.

A county has a region and municipalities, with lines of units and functions, local groups and agreements of each
municipality with the region, groups for the whole county, and topics. What is left to the wanted number of entities
are units, functions and mandates in the lines. Nothing here is taken from a real place.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

Document = dict[str, Any]

LEVELS = ("front-line", "local", "regional", "national")
TOPICS = 12
COUNTY = 15
"""Municipalities of a county; a country of 310 principals has some twenty counties."""
POWERS = ("inform", "discuss", "agree", "prepare", "recommend", "decide")


class Maker:
    """Fills a document until it has the wanted number of entities."""

    def __init__(self, principals: int, entities: int, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - an example, not a secret
        self.principals = principals
        self.wanted = entities
        self.document: Document = {
            "remit": 1,
            "model": {"id": f"synthetic-{principals}-{entities}-{seed}", "title": "Synthetic", "as_of": "2024-01-31"},
            "levels": list(LEVELS),
            "topics": {f"topic-{n}": self.topic(n) for n in range(TOPICS)},
        }
        self.names = ("principals", "units", "functions", "groups", "agreements")
        for name in self.names:
            self.document[name] = {}
        self.count = len(LEVELS) + TOPICS + 1

    def topic(self, number: int) -> Document:
        """A topic; some are parts of one before, some urgent, some settled where they arise."""
        found: Document = {"name": f"Topic {number}"}
        if number % 3:
            found["part_of"] = f"topic-{number - number % 3}"
        if number % 5 == 0:
            found |= {"urgent": True, "treated_at": "regional"}
        if number % 4 == 3:
            found["settled_at"] = "local"
        return found

    def add(self, section: str, name: str, content: Document, parts: int = 0) -> str:
        """Put an entity with so many parts of its own into the document."""
        self.document[section][name] = content
        self.count += 1 + parts
        return name

    def some_topics(self, number: int) -> list[str]:
        """Some of the topics."""
        return sorted(self.random.sample([f"topic-{n}" for n in range(TOPICS)], number))

    def make(self) -> Document:
        """The whole document."""
        heads = [self.principal(number) for number in range(self.principals)]
        for start in range(0, self.principals, COUNTY + 1):
            self.county(heads[start : start + COUNTY + 1])
        self.fill(heads)
        return {name: content for name, content in self.document.items() if content}

    def principal(self, number: int) -> str:
        """A principal with its assembly; the first of a county is the region."""
        kind = "region" if number % (COUNTY + 1) == 0 else "municipality"
        name = self.add("principals", f"p{number}", {"name": f"P {number}", "role": "care", "kind": kind})
        self.add("units", f"{name}-assembly", {"name": f"Assembly {number}", "principal": name, "kind": "assembly"})
        return name

    def county(self, heads: list[str]) -> None:
        """The groups and agreements of one county."""
        region, *municipalities = heads
        for one in municipalities:
            pact = {"level": "local", "scope": "comprehensive", "parties": [one, region], "topics": self.some_topics(3)}
            if self.random.random() < 0.7:
                self.add("agreements", f"{one}-pact", {"name": f"Agreement {one}", **pact})
            content = self.group(f"Local {one}", "local", [one, region], 3)
            content["escalates_to"] = [{"to": f"{region}-officers", "through": ["line"]}]
            self.add("groups", f"{one}-local", content, parts=2)
        for name, kind in (("council", "political"), ("officers", "officials")):
            content = self.group(f"County {name}", "regional", heads, TOPICS // 2) | {"kind": kind}
            if kind == "officials":
                content |= {"prepares_for": [f"{region}-council"], "answers_to": [f"{region}-council"]}
            self.add("groups", f"{region}-{name}", content, parts=len(heads))

    def group(self, name: str, level: str, heads: list[str], topics: int) -> Document:
        """A group in which each of some principals has a seat; a third of the seats has no mandate."""
        seats = []
        for head in heads:
            seat: Document = {"principal": head}
            if self.random.random() < 0.67:
                seat["mandate"] = {"powers": [self.random.choice(POWERS)]}
            seats.append(seat)
        return {
            "name": name,
            "level": level,
            "kind": "officials",
            "remit": {"powers": ["discuss", "recommend"], "topics": self.some_topics(topics), "purpose": "To meet"},
            "seats": seats,
        }

    def fill(self, heads: list[str]) -> None:
        """Units and functions in the lines, until there are enough entities."""
        units = {head: [f"{head}-assembly"] for head in heads}
        number = 0
        while self.count < self.wanted and heads:
            head = heads[number % len(heads)]
            number += 1
            if number % 3:
                above = units[head][self.random.randrange(max(0, len(units[head]) - 8), len(units[head]))]
                content: Document = {"name": f"U {number}", "principal": head, "parent": above}
                if self.random.random() < 0.5:
                    content |= {"level": "front-line", "kind": "front_line"}
                units[head].append(self.add("units", f"u{number}", content))
            else:
                content = {"name": f"F {number}", "unit": self.random.choice(units[head])}
                if number % 9 == 0 and self.count + 1 < self.wanted:
                    content["mandates"] = [{"powers": ["decide"], "topics": self.some_topics(2)}]
                self.add("functions", f"f{number}", content, parts=len(content.get("mandates", ())))


def organisation(principals: int, entities: int, seed: int = 0) -> Document:
    """A document of so many principals and about so many entities (never fewer than the principals need)."""
    return Maker(principals, entities, seed).make()


def chain(length: int, *, ring: bool = False) -> Document:
    """One principal whose units stand under one another; ``ring``: the last above the first."""
    units: Document = {}
    for number in range(length):
        above = number - 1 if number else length - 1
        parent = {"parent": f"u{above}"} if number or ring else {}
        units[f"u{number}"] = {"name": f"U {number}", "principal": "p", **parent}
    head = {"id": "chain", "title": "Chain", "as_of": "2024-01-31"}
    return {"remit": 1, "model": head, "principals": {"p": {"name": "P", "role": "care"}}, "units": units}


def star(groups: int) -> Document:
    """So many groups that all send their matters to one."""
    content: Document = {
        f"g{number}": {"name": f"G {number}", "level": "local", "escalates_to": ["hub"]} for number in range(groups)
    }
    content["hub"] = {"name": "Hub", "level": "regional"}
    head = {"id": "star", "title": "Star", "as_of": "2024-01-31"}
    return {"remit": 1, "model": head, "levels": list(LEVELS), "groups": content}


def rings(number: int, size: int) -> Document:
    """So many rings of groups, each of which sends its matters to the next."""
    content = {
        f"r{ring}g{place}": {"name": f"R {ring} {place}", "escalates_to": [f"r{ring}g{(place + 1) % size}"]}
        for ring in range(number)
        for place in range(size)
    }
    return {"remit": 1, "model": {"id": "rings", "title": "Rings", "as_of": "2024-01-31"}, "groups": content}


def shapes() -> Iterator[tuple[str, Document]]:
    """The shapes that break what is written carelessly: deep, wide and round."""
    yield "chain", chain(50_000)
    yield "ring", chain(50_000, ring=True)
    yield "star", star(2_000)
    yield "rings", rings(1_000, 5)
