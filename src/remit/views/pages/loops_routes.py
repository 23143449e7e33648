"""The routes behind the loop matrix as data: alike texts, steps and routes stand once.

A route is written with a mark in place of its principal's name and id, so that what is said in the same words of
many principals is one route. The scripts put the name back (``loops.js``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from remit.graph.calendar import Wait
from remit.graph.loop import STEP_NAMES, Decision, Deferred, Loops, Route, Step
from remit.model.facts import SourceRef
from remit.model.text import LANGUAGES, Text
from remit.views import decision_text, words
from remit.views import texts as t
from remit.views.pages import loops_missing as missing
from remit.views.pages import loops_texts as lt

NAME, ID = "\ue000", "\ue001"
"""The marks: characters of the private use area, which no name that people read holds."""
SIGNS = {"closed": "c", "open": "o", "broken": "b", "not_needed": "n"}
"""The states of the steps in a track, which is as many letters as there are steps."""
PRINCIPALS, THINGS = 2, 12
"""What names more principals or things than these lists them one by one, the same for all, so nothing is marked."""
_UNSHOWN = ("", "topic", "source", "level")
"""Kinds of things that nothing on a map stands for."""

Pair = list[str] | str
"""A text as the scripts read it: one string where both languages have the same, else Swedish and English."""


def both(say: Callable[[str], str]) -> Pair:
    """What is said in Swedish and in English, as the scripts read it."""
    sv, en = (say(lang) for lang in LANGUAGES)
    return sv if sv == en else [sv, en]


class Table:
    """Equal rows stand once; each is known by its place."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._places: dict[str, int] = {}

    def add(self, row: Any) -> int:
        """The place of a row, which is put last where it is new."""
        key = repr(row)
        if key not in self._places:
            self._places[key] = len(self.rows)
            self.rows.append(row)
        return self._places[key]


class Marks:
    """Puts marks in place of a principal's id and name, where they stand as words of their own; of nobody, none."""

    def __init__(self, identifier: str = "", name: Text | None = None) -> None:
        self._id = _word(identifier)
        self._names = {lang: _word(name.get(lang) if name else "") for lang in LANGUAGES}

    def id(self, text: str) -> str:
        """An id in which the principal's is marked."""
        return self._id.sub(ID, text) if self._id else text

    def both(self, say: Callable[[str], str]) -> Pair:
        """What is said in both languages, the principal's name marked."""

        def said(lang: str) -> str:
            pattern, text = self._names[lang], say(lang).replace(NAME, "\ufffd")
            return pattern.sub(NAME, text) if pattern else text

        return both(said)


@cache
def _word(text: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w){re.escape(text)}(?!\w)") if text.strip() else None


class Routes:
    """Gathers the routes of a matrix and what they speak of."""

    def __init__(self, loops: Loops) -> None:
        self.loops = loops
        self.routes, self.parts, self.texts = Table(), Table(), Table()
        self.sources, self.decisions, self.lists = Table(), Table(), Table()
        self._seen: dict[int, tuple[Step, list[str]]] = {}
        self._missing: dict[missing.Link, dict[str, int]] = {}
        self._decided: dict[int, tuple[Decision, int]] = {}
        self._principals = set(loops.principals)
        self._named: set[str] = set()
        self._cited: dict[tuple[SourceRef, ...], list[int]] = {}

    def called(self, identifier: str) -> Text:
        """The name of a thing."""
        return self.loops.names.get(identifier, Text(identifier, identifier))

    def to_dict(self) -> dict[str, Any]:
        """The tables, with the names, kinds and documents that the routes speak of."""
        documents = sorted({document for document, _ in self.sources.rows})
        named = sorted(self._named)
        return {
            "routes": self.routes.rows,
            "parts": self.parts.rows,
            "texts": self.texts.rows,
            "sources": self.sources.rows,
            "decisions": self.decisions.rows,
            "lists": self.lists.rows,
            "documents": {one: both(self.loops.documents.get(one, Text(one, one)).get) for one in documents},
            "names": {one: both(self.called(one).get) for one in named},
            "kinds": {one: self.loops.kinds.get(one, "") for one in named},
        }

    def add(self, route: Route) -> int:
        """The place of a route."""
        marks = Marks(route.principal, self.called(route.principal))
        gap = route.first_gap
        by_key = {step.key: step for step in route.steps}
        found: dict[str, Any] = {
            "track": "".join(SIGNS[by_key[key].state] for key in STEP_NAMES),
            "gap": list(STEP_NAMES).index(gap.key) if gap else -1,
            "steps": [self._part(by_key[key], route, marks) for key in STEP_NAMES],
        }
        if route.cut:
            found["cut"] = [self._cut(link, marks) for link in missing.gathered(route.cut)]
        if route.deferred:
            found["deferred"] = [self._deferred(one, marks) for one in route.deferred]
        if route.wait is not None:
            found["wait"] = self._wait(route.wait, marks)
        found["decision"] = self._decision(route, marks)
        return self.routes.add(found)

    def _part(self, step: Step, route: Route, marks: Marks) -> int:
        if step.at:
            self._named.add(step.at)
        lit = self._lit(step)
        marks = self._marking(lit, marks)
        why = self.texts.add(marks.both(lambda lang: t.capital(step.reason.get(lang))))
        if step.key in ("1", "6b"):
            lit = list(dict.fromkeys((*lit, route.principal)))
        at = marks.id(step.at)
        ids = self.lists.add([marks.id(one) for one in lit])
        found: dict[str, Any] = {"s": step.state, "c": step.certainty.word, "why": why, "ids": ids}
        if at:
            found["at"] = at
        if step.sources:
            found["src"] = self._sources(step.sources)
        if step.by_pool:
            found["pool"] = 1
        return self.parts.add(found)

    def _lit(self, step: Step) -> list[str]:
        """What a map can show of a step; many routes share their steps, so kept."""
        if id(step) not in self._seen:
            self._seen[id(step)] = (step, self._shown(step.ids()))
        return self._seen[id(step)][1]

    def _marking(self, ids: Sequence[str], marks: Marks) -> Marks:
        """The marks, or none where so many are named that they are listed."""
        named = sum(one in self._principals for one in ids)
        return Marks() if len(ids) > THINGS or named > PRINCIPALS else marks

    def _shown(self, ids: Iterable[str]) -> list[str]:
        """Those of the ids that are things that a map can show."""
        return [one for one in dict.fromkeys(ids) if self.loops.kinds.get(one, "") not in _UNSHOWN]

    def _sources(self, refs: tuple[SourceRef, ...]) -> list[int]:
        if refs not in self._cited:
            documents: dict[str, list[SourceRef]] = {}
            for ref in refs:
                documents.setdefault(ref.document, []).append(ref)
            self._cited[refs] = [self.sources.add(_cited(one, some)) for one, some in documents.items()]
        return self._cited[refs]

    def _cut(self, link: missing.Link, marks: Marks) -> dict[str, int]:
        """A missing link: a text and, where that only counts many names, the text with the names; whom to light."""
        put = self._marking(link.ids(), marks)
        if put is not marks and link in self._missing:
            return self._missing[link]

        def text(most: int | None) -> int:
            said = put.both(lambda lang: missing.said(link, self.loops.kinds, self.called, lang, most))
            return self.texts.add(said)

        found = {"text": text(decision_text.MANY)}
        found["ids"] = self.lists.add([put.id(one) for one in self._shown(link.ids())])
        whole = text(None)
        if whole != found["text"]:
            found["all"] = whole
        if put is not marks:
            self._missing[link] = found
        return found

    def _deferred(self, left: Deferred, marks: Marks) -> dict[str, Any]:
        def say(lang: str) -> str:
            return f"{self.called(left.at).get(lang)}: {words.relation(left.field, lang)}"

        return {"text": self.texts.add(marks.both(say)), "src": self._sources(left.sources)}

    def _wait(self, wait: Wait, marks: Marks) -> int:
        def say(lang: str) -> str:
            whole = _days(wait.low, wait.high, lang)
            if wait.unknown:
                whole = f"{t.AT_LEAST.get(lang)} {whole}, {t.SOME_UNKNOWN.get(lang)}"
            parts = [f"{self.called(group).get(lang)}: {_days(low, high, lang)}" for group, low, high in wait.parts]
            parts += [f"{self.called(group).get(lang)}: {t.NO_CALENDAR.get(lang)}" for group in wait.unknown]
            return f"{whole} ({'; '.join(parts)})"

        return self.texts.add(marks.both(say))

    def _decision(self, route: Route, marks: Marks) -> int:
        decision = route.decision
        if len(route.concerned) <= PRINCIPALS:
            return self.decisions.add(self._told(decision, marks))
        if id(decision) not in self._decided:
            self._decided[id(decision)] = (decision, self.decisions.add(self._told(decision, Marks())))
        return self._decided[id(decision)][1]

    def _told(self, decision: Decision, marks: Marks) -> dict[str, Any]:
        """Rows of a label, a text and, where that only counts many names, the text with the names."""
        if not decision.by:
            return {"none": both(t.DECISION_NOT_TOLD[decision.state].get)}

        def row(label: Text, tell: Callable[..., str]) -> list[Any]:
            def say(lang: str, most: int | None) -> str:
                return t.capital(tell(decision, lambda one: self.called(one).get(lang), lang, most))

            short = marks.both(lambda lang: say(lang, decision_text.MANY))
            whole = marks.both(lambda lang: say(lang, None))
            return [both(label.get), short, *([whole] if whole != short else [])]

        number = [both(t.SEPARATE_DECISIONS.get), decision_text.number(decision)]
        rows = [row(t.DECIDED_BY, decision_text.decided_by), number, row(t.CAN_STOP, decision_text.stopped_by)]
        bodies = marks.both(
            lambda lang: "; ".join(decision_text.bodies(decision, lambda one: self.called(one).get(lang)))
        )
        if bodies:
            rows.append([both(t.BODIES.get), bodies])
        ids = self._shown(one for who in decision.by for one in (who.id, *who.bodies))
        return {"rows": rows, "ids": self.lists.add([marks.id(one) for one in ids])}


def _days(low: float, high: float, lang: str) -> str:
    least, most = f"{low:.0f}", f"{high:.0f}"
    return t.fill(lt.DAYS if least == most else t.WAIT_DAYS, lang, low=least, high=most)


def _cited(document: str, refs: Sequence[SourceRef]) -> list[Any]:
    """A document's id and the places in it."""
    return [document, both(lambda lang: words.places(refs, lang).removeprefix(f"[{document}]").strip())]
