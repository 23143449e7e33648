"""The answers to "where does my matter go?" for every start and topic, so told that what is equal stands once.

An answer is a *shape* with places for names, and the names. The first two are the principal and the topic that were
asked for and are not written down; so fifteen municipalities whose matters go alike share one answer. A text with
places is a list of pieces and numbers; filled in it is, letter for letter, what `remit route` says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from remit.graph.loop import Loop, Route
from remit.graph.loop.terrain import BEFORE
from remit.graph.org import Org
from remit.model.facts import SourceRef
from remit.model.text import Text, sort_key
from remit.views.harmless import plain
from remit.views.pages.page import pair
from remit.views.pages.site.matter_asks import asks
from remit.views.pages.site.matter_missing import missing
from remit.views.pages.site.matter_starts import Side, Starts
from remit.views.pages.site.matter_wait import waits
from remit.views.words import places, relation

FEW = 4
"""So many names stand in the answer itself; more are a list that answers share."""
SHORTEST = 2
"""A name shorter than this is not looked for in a text: it would be found everywhere."""

Pieces = list[Any]


class Table:
    """What is told once and named by its number after that."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._known: dict[str, int] = {}

    def number(self, row: Any) -> int:
        """The number of a row, which is new or told before."""
        key = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = len(self.rows)
            self.rows.append(row)
        return found


class Answers:
    """All answers of a page."""

    def __init__(self, org: Org, *, persons: bool = True) -> None:
        self.org = org
        self.persons = persons
        self.texts, self.lists, self.sources = Table(), Table(), Table()
        self.shapes, self.answers, self.rows = Table(), Table(), Table()
        self.ids: dict[str, int] = {}
        self.documents: dict[str, int] = {}
        self.sides: dict[str, int] = {}
        self._loop = Loop(org)

    def add(self, starts: Starts) -> None:
        """Answer all; ``sides`` then holds the number of the row of answers (one per topic) of every side."""
        for choice in starts.choices:
            for side in choice.sides:
                row = [self.answers.number(self._answer(side, topic)) for topic in starts.topics]
                self.sides[key(side)] = self.rows.number(row)

    @property
    def known(self) -> list[str]:
        """The ids by their numbers."""
        return list(self.ids)

    def filled(self, number: int, names: Sequence[Text]) -> Text:
        """A text with its names in their places."""
        row = self.texts.rows[number]
        sv, en = row if isinstance(row, list) else (row, row)
        return Text(_filled(sv, names, "sv"), _filled(en, names, "en"))

    def name(self, identifier: str) -> int:
        """The number of a name."""
        if identifier not in self.ids:
            self.ids[identifier] = len(self.ids)
        return self.ids[identifier]

    def route(self, side: Side, topic: str) -> Route:
        """The route that the answer tells."""
        return self._loop.follow(side.entry or side.principal, topic, side.principal, side.place, side.entry)

    def _answer(self, side: Side, topic: str) -> list[int]:
        route = self.route(side, topic)
        shape = _Shape(self, side, topic)
        number = self.shapes.number(shape.of(route))
        return [number, *(self.name(one) for one in shape.args[2:])]


def key(side: Side) -> str:
    """What a side is called in the data of the page; ids hold no blanks."""
    return f"{side.principal} {side.place} {side.entry}"


class _Shape:
    """One answer, its names put aside as they come."""

    def __init__(self, answers: Answers, side: Side, topic: str) -> None:
        self.all = answers
        self.org = answers.org
        self.side = side
        self.topic = topic
        self.args: list[str] = [side.principal, topic]

    def of(self, route: Route) -> dict[str, Any]:
        """The shape of a route; keys that say nothing are left out."""
        for step in route.steps:
            if step.at:
                self.ref(step.at)
        steps = [
            [
                step.key,
                step.state,
                step.certainty.word,
                -1 if step.reason == BEFORE else self.text(step.reason),
                self.ref(step.at) if step.at else -1,
                self.source(step.sources),
            ]
            for step in route.steps
        ]
        gap = route.first_gap
        found = {
            "outcome": route.outcome,
            "steps": steps,
            "gap": route.steps.index(gap) if gap else -1,
            "concerned": self.refs(route.concerned),
            "decision": self._decision(route),
            "wait": waits(self.org, route, self.ref, self.text),
            "missing": [[self.text(text), self.refs(owners)] for text, owners in missing(self.org, route)],
            "later": [self.text(self._later(one.at, one.field)) for one in route.deferred],
            "asks": [
                [
                    word,
                    self.ref(about) if about else -1,
                    self.refs(who, ordered=True) if who else -1,
                    self.text(said) if said else -1,
                ]
                for word, about, who, said in asks(self.org, route, self.side, persons=self.all.persons)
            ],
        }
        return {name: value for name, value in found.items() if value not in (None, [])}

    def _decision(self, route: Route) -> dict[str, Any]:
        decision = route.decision
        alone = [one for one in decision.by if one.form == "principal"]
        by = [
            [one.form, self.ref(one.id), self.refs(one.principals), self.ref(one.host) if one.host else -1]
            for one in decision.by
            if one.form != "principal"
        ]
        if alone:
            by.append(["principal", -1, self.refs([one.id for one in alone]), -1])
        found = {
            "state": decision.state,
            "by": by,
            "number": decision.number,
            "stops": [[self.refs(stop.who), stop.how] for stop in decision.stops],
            "bodies": [[self.ref(one.id), self.refs(one.bodies)] for one in alone if one.bodies][:FEW],
            "unanimous": decision.unanimous,
        }
        return {name: value for name, value in found.items() if value not in (None, [])}

    def _later(self, at: str, field: str) -> Text:
        name = self.org.name(at)
        return Text(f"{name.sv}: {relation(field, 'sv')}", f"{name.en}: {relation(field, 'en')}")

    # -- names and texts -----------------------------------------------------------------------------------------

    def ref(self, identifier: str) -> int:
        """The place of a name in the answer."""
        if identifier not in self.args:
            self.args.append(identifier)
        return self.args.index(identifier)

    def refs(self, ids: Iterable[str], *, ordered: bool = False) -> list[int] | int:
        """The places of some names, sorted unless ``ordered``; the number of a shared list where they are many."""
        found = list(ids) if ordered else sorted(ids, key=lambda one: (sort_key(self.org.name(one).sv), one))
        if len(found) <= FEW:
            return [self.ref(one) for one in found]
        return self.all.lists.number([self.all.name(one) for one in found])

    def source(self, sources: Sequence[SourceRef]) -> int:
        """The number of the places where it stands, by document; -1 where no source is given."""
        by: dict[str, list[SourceRef]] = {}
        for one in sources:
            by.setdefault(one.document, []).append(one)
        rows = [
            [
                self.all.documents.setdefault(document, len(self.all.documents)),
                pair(Text(*(_place(refs, lang) for lang in ("sv", "en")))),
            ]
            for document, refs in by.items()
        ]
        return self.all.sources.number(rows) if rows else -1

    def text(self, text: Text) -> int:
        """The number of a text, with places for the names of this answer that occur in it."""
        sv, en = self._cut(text.sv, "sv"), self._cut(text.en, "en")
        return self.all.texts.number(sv if sv == en else [sv, en])

    def _cut(self, text: str, lang: str) -> str | dict[str, Pieces]:
        names = ((self.org.name(one).get(lang), place) for place, one in enumerate(self.args))
        found = [(name, place) for name, place in names if len(name) >= SHORTEST and name in text]
        pieces: Pieces = [text]
        # the longest first: a name may be part of another's
        for name, place in sorted(found, key=lambda one: (-len(one[0]), one[1])):
            pieces = [part for piece in pieces for part in _split(piece, name, place)]
        shown = [_harmless(piece) if isinstance(piece, str) else piece for piece in pieces]
        return shown[0] if len(shown) == 1 and isinstance(shown[0], str) else {"p": shown}


def _harmless(piece: str) -> str:
    """Part of a text, its acting signs shown; the blanks at its ends belong to the text."""
    told = plain(piece)
    return f"{' ' * piece[:1].isspace()}{told}{' ' * piece[-1:].isspace()}" if told else " "


def _filled(told: str | dict[str, Pieces], names: Sequence[Text], lang: str) -> str:
    if isinstance(told, str):
        return told
    return "".join(piece if isinstance(piece, str) else names[piece].get(lang) for piece in told["p"])


def _place(refs: Sequence[SourceRef], lang: str) -> str:
    """The headings and paragraphs of one document, without the document."""
    return plain(places(refs, lang).partition("]")[2].strip())


def _split(piece: str | int, name: str, place: int) -> list[str | int]:
    if isinstance(piece, int):
        return [piece]
    found: list[str | int] = []
    for n, part in enumerate(piece.split(name)):
        if n:
            found.append(place)
        if part:
            found.append(part)
    return found
