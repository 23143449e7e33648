"""Sections as in a model file, inside a change: which there are, how their form is checked, what they name."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from remit.model.changes.draft import Draft
from remit.model.changes.site import Site
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading, Words
from remit.model.kinds import registry, sections
from remit.model.text import Text
from remit.model.whole import Head, Model

TABLES = ("sets", "facts")


@cache
def every_section() -> dict[str, str]:
    """The kind of entity that each section holds, those of parts (seats, mandates) included."""
    return {cls.kind_meta.section: name for name, cls in registry().items()}


class _Allowed:
    """The sections of a file, as a sequence that is worked out when it is needed."""

    def __iter__(self) -> Iterator[str]:
        return iter((*sections(), *TABLES))


SECTIONS_AND_TABLES: Iterable[str] = _Allowed()


def check_sections(given: Node, path: str, reading: Reading, allowed: Iterable[str]) -> None:
    """Tell what is wrong with the form of sections: keys, types, words; ids are looked up when there is a model."""
    names = list(allowed)
    if not reading.mapping(given, path, names):
        return
    if not given.value:
        reading.wrong(given, path, "nothing_written")
    alone = Reading(reading.limits)
    site = Site(Draft(Model(Head("", Text("", ""), datetime.date.min))), Words(), alone)
    site.section({name: (given.keys[name], node) for name, node in given.value.items() if name in names}, path)
    documents = {"source_without_document"}
    reading.problems += [one for one in alone.problems if one.code not in documents]


def named_in(given: Node) -> Iterable[str]:
    """The ids that sections name, groups inside agreements included (not what ``for_each`` makes of them)."""
    if given.kind != "map":
        return
    for node in given.value.values():
        if node.kind == "map":
            for name, one in node.value.items():
                yield name
                if one.kind == "map" and "groups" in one.value and one.value["groups"].kind == "map":
                    yield from one.value["groups"].value
        elif node.kind == "seq":
            yield from (one.value for one in node.value if one.kind == "scalar")


__all__ = ["SECTIONS_AND_TABLES", "TABLES", "check_sections", "every_section", "named_in", "replace"]
