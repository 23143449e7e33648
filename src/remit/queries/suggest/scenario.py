"""A chosen set of candidates as a scenario: the steps of all, each once, in an order in which they apply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from remit.model.changes import Change, Scenario
from remit.model.text import Text
from remit.queries.suggest.candidate import Candidate, Step

ORDER = (
    "create", "conclude", "join", "set", "give", "withdraw", "state", "close", "open", "rename", "merge", "seats",
    "leave", "dissolve",
)  # fmt: skip
"""What comes before what: what is made is there before it is named, and nothing is changed that is gone."""


def changes(chosen: Sequence[Candidate], words: dict[str, Any] | None = None) -> list[Change]:
    """The changes of some candidates: a step that two of them share is made once, alike steps of one are joined."""
    seen: set[str] = set()
    found: list[tuple[tuple[int, int, int], Step, Text]] = []
    for place, candidate in enumerate(chosen):
        own: list[Step] = []
        for step in candidate.steps:
            if step.key not in seen:
                seen.add(step.key)
                own.append(step)
        when = candidate.round
        found += [((when, _order(step), place), step, candidate.text) for step in _joined(own)]
    found.sort(key=lambda one: one[0])
    return [Change.of(step.kind, step.told, reason=text, **(words or {})) for _, step, text in found]


def _order(step: Step) -> int:
    """What a source says otherwise goes first: a change that tells something takes the rows that contradict it with
    it, and what has gone cannot be taken away.
    """
    return -1 if step.kind == "state" and "remove" in step.told["facts"] else ORDER.index(step.kind)


def scenario(identifier: str, title: Text, start: str, chosen: Sequence[Candidate]) -> Scenario:
    """The scenario that makes the changes of some candidates to the model with the id ``start``."""
    return Scenario.of(id=identifier, title=title, start=start, basis="planner").with_changes(changes(chosen))


def _joined(steps: Iterable[Step]) -> list[Step]:
    """Fields of one entity in one step, then entities with the same fields in one; rows of facts that go in one, and
    those that come; routes of one relation from one in one.
    """
    fields: dict[str, dict[str, Any]] = {}
    routes: dict[tuple[str, str], list[Any]] = {}
    rows: dict[str, list[Any]] = {"remove": [], "add": []}
    found: list[Step] = []
    for step in steps:
        if step.kind == "set":
            whose = fields.setdefault(step.told["of"], {})
            whose |= {name: value for name, value in step.told.items() if name != "of"}
        elif step.kind == "state":
            for name, added in step.told["facts"].items():
                rows[name] += added
        elif step.kind == "open":
            for relation in step.told.keys() - {"from"}:
                routes.setdefault((step.told["from"], relation), []).append(step.told[relation])
        else:
            found.append(step)
    for (source, relation), ways in routes.items():
        found.append(Step("open", {"from": source, relation: ways if len(ways) > 1 else ways[0]}))
    alike: dict[str, tuple[list[str], dict[str, Any]]] = {}
    for entity, values in fields.items():
        alike.setdefault(Step("set", values).key, ([], values))[0].append(entity)
    for ids, told in alike.values():
        found.append(Step("set", {"of": ids if len(ids) > 1 else ids[0], **told}))
    return found + [Step("state", {"facts": {name: told}}) for name, told in rows.items() if told]
