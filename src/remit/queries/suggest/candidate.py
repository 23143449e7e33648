"""A candidate change, and the case that repairs are thought out for: one finding in one structure."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from remit.graph.org import Org, Thing
from remit.model.facts import Extent, State
from remit.model.text import Text, sort_key
from remit.model.whole import Statement
from remit.queries.engine import join_words
from remit.queries.finding import Finding
from remit.queries.rule import Row
from remit.queries.suggest.dropped import dropped
from remit.queries.suggest.dropped import told as dropped_words
from remit.queries.suggest.standing import Mark

DROPPED = "statement"
"""The name in the table of weights for what a source says and what is to hold no longer."""
SHOWN = 4
"""How many names stand in the text of a candidate before it says how many more there are."""


class Step(NamedTuple):
    """One change as a scenario has it: the word that it begins with and what stands under it, as plain data."""

    kind: str
    told: Any

    @property
    def key(self) -> str:
        """By which equal steps of several candidates are one."""
        return json.dumps([self.kind, self.told], sort_keys=True, default=str)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A change that may repair something.

    ``id`` is stable; ``kind`` says what kind of change it is (a key of ``texts.KINDS``); ``counts`` what it takes, by
    the names of the table of weights; ``needs`` and ``excludes`` are ids of other candidates.
    """

    id: str
    kind: str
    text: Text
    steps: tuple[Step, ...]
    counts: Mapping[str, int]
    assumes: tuple[Text, ...] = ()
    aims: frozenset[Mark] = frozenset()
    needs: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()
    drops: tuple[Text, ...] = ()
    """What sources say and what, after the change, nothing in the model says any more."""
    round: int = 0
    """0 where it was thought of for what is to be cleared, else how many changes it comes after: it mends what these
    break, and is made after them.
    """


Repair = Callable[["Case"], Iterable[Candidate]]


@dataclass(frozen=True)
class Case:
    """One finding in one structure, with the rows that it is made of and what is said of its subjects."""

    org: Org
    finding: Finding
    rows: Mapping[Mark, Row] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The code of its rule."""
        return self.finding.code

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The entities that it is about; the members of a set."""
        found = (one for subject in self.finding.subject.ids() for one in self.org.resolver.members(subject))
        return tuple(dict.fromkeys(one for one in found if self.org.kind(one)))

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """The same as things."""
        return tuple(self.org.thing(one) for one in self.ids)

    @property
    def kind(self) -> str:
        """The kind of what it is about; empty where it is about nothing of the model."""
        return self.things[0].kind if self.things else ""

    def said(self, *whats: str, to: str | None = None, doubted: bool = True) -> list[Statement]:
        """The statements on these fields (or ``channel``) that speak of its subjects; ``to``: with that end.

        ``doubted``: only those that say that something is missing, unclear or left open.
        """
        ids = set(self.ids) | {self.finding.subject.id}
        found = []
        for one in self.org.model.statements:
            about = {one.about, *self.org.resolver.members(one.about)}
            meant = one.what in whats and ids & about and (to is None or one.to == to)
            if meant and not (doubted and one.said.state == State.VALUE):
                found.append(one)
        return found

    def names(self, ids: Iterable[str]) -> Text:
        """Names as a text shows them: a set by its own name where it has just these members, else the first few."""
        wanted = tuple(sorted(set(ids)))
        for name in sorted(self.org.model.sets):
            if len(wanted) > 1 and self.org.resolver.members(name) == wanted:
                return self.org.name(name)
        return Text(*(self._listed(wanted, lang) for lang in ("sv", "en")))

    def _listed(self, ids: Sequence[str], lang: str) -> str:
        names = sorted((self.org.name(one).get(lang) for one in ids), key=sort_key)
        if len(names) <= SHOWN + 1:
            return join_words(names, lang)
        more = {"sv": "med flera ({n} till)", "en": "and others ({n} more)"}[lang].format(n=len(names) - SHOWN)
        return f"{', '.join(names[:SHOWN])} {more}"

    def make(
        self,
        kind: str,
        steps: Iterable[Step],
        counts: Mapping[str, int],
        *,
        about: Iterable[str] = (),
        ending: str = "",
        **values: Text | str | int,
    ) -> Candidate:
        """A candidate of a kind for this case, worded as its kind says; ``about``: whom its text names as ``{who}``."""
        from remit.queries.suggest.texts import KINDS

        ids = tuple(about) or self.ids
        told = KINDS[kind]
        filled = {"who": self.names(ids), **values}
        shown = {
            key: value if isinstance(value, Text) else Text(str(value), str(value)) for key, value in filled.items()
        }
        text = Text(
            *(told.text.get(lang).format(**{k: v.get(lang) for k, v in shown.items()}) for lang in ("sv", "en"))
        )
        name = "+".join(sorted(set(ids))) if len(ids) <= SHOWN else f"{min(ids)}+{len(ids) - 1}"
        identifier = ":".join(filter(None, (kind, name, ending)))
        made = tuple(steps)
        lost = dropped(self.org, made)
        if lost:
            counts = {**counts, DROPPED: counts.get(DROPPED, 0) + len(lost)}
        drops = tuple(dropped_words(self.org, one) for one in lost)
        return Candidate(identifier, kind, text, made, counts, (told.assumes,), frozenset(self.rows), drops=drops)


# -- steps -------------------------------------------------------------------------------------------------------


def put(identifier: str, path: str, value: Any) -> Step:
    """A field of an entity is given a value (fields of a part with a dot)."""
    return Step("set", {"of": identifier, path: value})


def fact_row(statement: Statement) -> dict[str, Any]:
    """A statement as a row of the table of facts, as far as it is needed to find it (of all is told by no word)."""
    found: dict[str, Any] = {"about": statement.about, "what": statement.what}
    found |= {"to": statement.to} if statement.to else {}
    short = statement.extent not in (None, Extent.ALL)
    return found | ({"extent": statement.extent.value} if statement.extent and short else {})


def unsay(statement: Statement) -> Step:
    """A statement no longer holds of the structure."""
    return Step("state", {"facts": {"remove": [fact_row(statement)]}})


def say(about: str, what: str, value: Any, to: str = "") -> Step:
    """A statement on all of a set."""
    row: dict[str, Any] = {"about": about, "what": what, "value": value, "extent": "all"}
    return Step("state", {"facts": {"add": [row | ({"to": to} if to else {})]}})


def settle(case: Case, path: str, value: Any, *, doubted: bool = True) -> list[Step]:
    """A field of all that a case is about is settled: what was said of a set is said anew of all of it, and each
    entity that nothing of a set tells of gets the value itself.
    """
    steps: list[Step] = []
    covered: set[str] = set()
    for statement in case.said(path, doubted=doubted):
        steps.append(unsay(statement))
        if statement.about in case.org.model.sets:
            steps.append(say(statement.about, path, value))
            covered |= set(case.org.resolver.members(statement.about))
    return steps + [put(one, path, value) for one in case.ids if one not in covered]


def route(source: str, relation: str, to: str, **more: Any) -> Step:
    """A route is opened."""
    return Step("open", {"from": source, relation: {"to": to, **more}})
