"""What the things of a structure after a scenario were before it, by their ids then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from remit.model.changes import Change, Scenario

Lineage = Mapping[str, tuple[str, ...]]
"""By the id after: the ids before, that of what it goes on from first. What has the id that it had is not in it; what
is new, under an id that was another's, has none.
"""


def lineage(scenario: Scenario, before: Lineage | None = None) -> dict[str, tuple[str, ...]]:
    """What the things after a scenario were: those that it renames, merges or splits, in its order.

    What several become goes on from the one whose id it has, else from the first that is named; of what one is split
    into the part with its id goes on from it, else the first. ``before``: of the structure that the scenario starts
    from, where that came about by another.

    >>> from remit.model.changes import Change, Scenario
    >>> changes = [Change.of("rename", {"this": "a", "id": "b"}, reason="1"),
    ...            Change.of("merge", {"these": ["c", "b"], "into": "d"}, reason="2")]
    >>> lineage(Scenario.of(id="s", title="s", changes=changes))
    {'d': ('c', 'a')}
    """
    found = dict(before or {})
    gone: set[str] = set()
    for change in scenario.changes:
        olds, news = _of(change)
        if not news:
            for id_ in _made(change):
                if id_ in gone:
                    found[id_] = ()
            continue
        came = tuple(dict.fromkeys(id_ for old in olds for id_ in found.get(old, (old,))))
        for old in olds:
            found.pop(old, None)
            gone.add(old)
        for number, new in enumerate(news):
            found[new] = came if number == 0 else ()
            gone.discard(new)
    return {id_: olds for id_, olds in found.items() if olds != (id_,)}


def _of(change: Change) -> tuple[list[str], list[str]]:
    """What becomes what by a change: the one that goes on first, on either side."""
    told: Any = change.told
    if not isinstance(told, Mapping):
        return [], []
    into = told.get("into")
    if change.kind == "rename" and told.get("id"):
        return [str(told["this"])], [str(told["id"])]
    if change.kind == "merge" and into is not None:
        target = _target(into)
        these = told.get("these") or ()
        olds = [str(one) for one in ([these] if isinstance(these, str) else these)]
        return sorted(olds, key=lambda one: one != target), [target]
    if change.kind == "split" and isinstance(into, Mapping):
        this = str(told["this"])
        return [this], sorted((str(one) for one in into), key=lambda one: one != this)
    return [], []


def _target(into: Any) -> str:
    if isinstance(into, Mapping):
        return str(into["id"]) if "id" in into else str(next(iter(into)))
    return str(into)


def _made(change: Change) -> Iterable[str]:
    """What a change creates, by id."""
    if change.kind not in ("create", "conclude") or not isinstance(change.told, Mapping):
        return ()
    return [str(id_) for section in change.told.values() if isinstance(section, Mapping) for id_ in section]


__all__ = ["Lineage", "lineage"]
