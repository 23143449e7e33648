"""What a change takes out of the table of facts without putting anything in its place: told in words, and priced."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from remit.graph.org import Org
from remit.graph.things import field_text
from remit.model.facts import Extent, State
from remit.model.text import Text
from remit.model.whole import SYSTEM, Statement
from remit.queries.engine import EXTENT_WORDS

if TYPE_CHECKING:
    from remit.queries.suggest.candidate import Step

STATES: dict[State, Text] = {
    State.NONE: Text("saknas", "none"),
    State.UNCLEAR: Text("oklart", "unclear"),
    State.DEFERRED: Text("lämnat till senare", "left to be settled later"),
    State.UNKNOWN: Text("okänt", "unknown"),
}
CHANNEL = Text("väg till {to}", "way to {to}")
TO = {
    "decision": Text("beslut", "decision"),
    "operations": Text("verksamheten", "operations"),
}


def dropped(org: Org, steps: Iterable[Step]) -> tuple[Statement, ...]:
    """The statements that steps take out of the table and of which they say nothing else: neither a row on the same
    field of the same subject, nor that field, or a route of that sort, of all whom the row was about.
    """
    taken: list[dict[str, Any]] = []
    said: set[tuple[str, str]] = set()
    for step in steps:
        if step.kind == "state":
            taken += step.told["facts"].get("remove", [])
            said |= {(row["about"], row["what"]) for row in step.told["facts"].get("add", [])}
        elif step.kind == "set":
            of = step.told["of"]
            said |= {(one, path) for one in (of if isinstance(of, list) else [of]) for path in step.told}
        elif step.kind == "open":
            said |= {(step.told["from"], relation) for relation in step.told if relation != "from"}
    found: dict[int, Statement] = {}
    for row in taken:
        members = org.resolver.members(row["about"]) or (row["about"],)
        if (row["about"], row["what"]) in said or all(_said(one, row["what"], said) for one in members):
            continue
        for place, statement in enumerate(org.model.statements):
            same = (statement.about, statement.what, statement.to) == (row["about"], row["what"], row.get("to", ""))
            extent = statement.extent.value if statement.extent not in (None, Extent.ALL) else None
            if same and row.get("extent") == extent:
                found[place] = statement
    return tuple(found.values())


def _said(who: str, what: str, said: set[tuple[str, str]]) -> bool:
    """Whether a field of somebody, or something in it, is told."""
    return any(one == who and (path == what or path.startswith(f"{what}.")) for one, path in said)


def told(org: Org, statement: Statement) -> Text:
    """A statement in a few words: *the local groups (most): introduction – none*."""
    members = org.resolver.members(statement.about)
    kind = org.kind(members[0]) if members else SYSTEM
    name, extent = org.name(statement.about), EXTENT_WORDS.get(statement.extent) if statement.extent else None
    value = STATES.get(statement.said.state) or org.value_text(statement.said.value)
    to = TO.get(statement.to) or (org.name(statement.to) if statement.to else Text("", ""))
    what = CHANNEL if statement.what == "channel" else field_text(kind, statement.what)
    each = []
    for lang in ("sv", "en"):
        who = f"{name.get(lang)} ({extent.get(lang)})" if extent else name.get(lang)
        field = what.get(lang).format(to=to.get(lang)) if statement.what == "channel" else what.get(lang)
        toward = f" ({to.get(lang)})" if statement.to and statement.what != "channel" else ""
        each.append(f"{who}: {field}{toward} – {value.get(lang)}")
    return Text(*each)
