"""What became of each thing between two organisations, fact by fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from remit.model.facts import Degree, State
from remit.model.text import Text
from remit.views import texts as words
from remit.views.scene import texts as t
from remit.views.scene.cards import Card
from remit.views.scene.facts import facts_of, set_facts
from remit.views.scene.sides import Sides
from remit.views.scene.wording import fill, pair

Row = dict[str, Any]


def changed_facts(sides: Sides, identifier: str) -> list[Row]:
    """The facts of an entity or set that both organisations have, where they differ: field, before, after."""
    if sides.before is None or sides.change(identifier):
        return []
    after, before = (_facts(sides, side, identifier) for side in (0, 1))
    found = []
    for field in dict.fromkeys((*before, *after)):
        old, new = before.get(field, []), after.get(field, [])
        if sorted(map(repr, old)) != sorted(map(repr, new)):
            found.append({"field": _unkey(field), "before": _told(old), "after": _told(new)})
    old_name, new_name = sides.before.name(identifier), sides.after.name(identifier)
    if old_name != new_name:
        found.insert(0, {"field": pair(t.WHAT_NAME), "before": pair(old_name), "after": pair(new_name)})
    return found


def _facts(sides: Sides, side: int, identifier: str) -> dict[tuple[str, str], list[Text]]:
    org = sides.orgs[side]
    rows = set_facts(org, identifier, sides.hidden)
    if org.kind(identifier) != "set":
        rows = [*facts_of(org, identifier, sides.hidden), *rows]
    found: dict[tuple[str, str], list[Text]] = {}
    for row in rows:
        if row["state"] != State.UNKNOWN:
            found.setdefault(_key(row["field"]), []).append(_words(row))
    return found


def _words(row: Row) -> Text:
    """A fact in a few words: its value or what is said in its place, and that it is not sure where it is not."""
    value, state = row["value"], row["state"]
    text = Text(*_key(value)) if value is not None else words.VALUES[state]
    if value is not None and state != State.VALUE:
        text = fill(t.VALUE_STATE, value=text, state=words.VALUES[state])
    if row["certainty"] == Degree.ESTABLISHED.word:
        return text
    return fill(t.VALUE_STATE, value=text, state=words.CERTAINTY[Degree[row["certainty"].upper()]])


def _key(text: Sequence[str] | str) -> tuple[str, str]:
    return (text, text) if isinstance(text, str) else (text[0], text[1])


def _unkey(field: tuple[str, str]) -> list[str] | str:
    return pair(Text(*field))


def _told(rows: Sequence[Text]) -> list[str] | str | None:
    if not rows:
        return None
    return pair(Text("; ".join(row.sv for row in rows), "; ".join(row.en for row in rows)))


def mark(sides: Sides, cards: Sequence[Card], changes: Mapping[str, Sequence[Row]]) -> None:
    """Tell on each card what became of what stands on it; ``changes`` are the changed facts of each entity."""
    if sides.before is None:
        return
    for card in cards:
        if card.change is not None or card.shape == "absence":
            continue
        ids = card.folded if card.folded and card.shape != "set" else (card.id,)
        fates = {sides.change(one) or ("changed" if changes.get(one) else "") for one in ids}
        card.change = (fates.pop() if len(fates) == 1 else "changed") or None
        if len(ids) == 1:
            card.changes = list(changes.get(ids[0], ()))
