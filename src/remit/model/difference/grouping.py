"""Changes that do the same to several things, put as one."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from remit.model.changes import Change

WHOM = {"set": "of", "move": "this"}
"""By kind of change the key under which one or several stand."""


def together(changes: Iterable[Change], kinds: Collection[str]) -> list[Change]:
    """The changes, those of these kinds that say the same of several things in one, where the first of them stood."""
    found: list[Change | str] = []
    whom: dict[str, list[str]] = {}
    first: dict[str, Change] = {}
    for one in changes:
        if one.kind not in kinds:
            found.append(one)
            continue
        key, rest = WHOM[one.kind], dict(one.told)
        these = rest.pop(key)
        same = json.dumps([one.kind, rest, dict(one.words), list(one.reason)], sort_keys=True, default=str)
        if same not in first:
            first[same] = one
            found.append(same)
        whom.setdefault(same, []).extend(these if isinstance(these, list) else [these])
    return [_several(first[one], whom[one]) if isinstance(one, str) else one for one in found]


def _several(change: Change, these: list[str]) -> Change:
    told: dict[str, Any] = {**change.told, WHOM[change.kind]: these if len(these) > 1 else these[0]}
    if told == change.told:
        return change
    return Change.of(change.kind, told, reason=change.reason, **change.words)
