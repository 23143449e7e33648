"""A fact on which a finding hinges, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from remit.model.text import Text

GONE = "gone"


class Hinge(NamedTuple):
    """A fact on which a finding hinges: how it stands, how it could be, and what the finding would then be."""

    about: tuple[str, ...]
    """Whose fact it is: ids of entities or a set; empty where it is which entities of a kind there are."""
    names: tuple[Text, ...]
    kind: str
    path: str
    """The field; empty where it is which entities of the kind there are."""
    field: Text
    now: str
    """``unknown``, ``unclear``, ``deferred``, ``contradicted``, ``reported``, ``open`` (a question, a risk or what
    may be), ``items`` (some items of a list are one of these) or ``partial`` (perhaps not all are listed)."""
    if_: str
    """``none``, ``told``, ``sure`` (what is told is so), ``denied`` (it is not) or ``complete`` (all are listed)."""
    values: tuple[str, ...]
    """Words, numbers or dates that have this effect, where it is ``told`` and the field has few or simple ones."""
    then: str
    """``gone``, ``established``, ``reported`` or ``open``."""

    def to_dict(self) -> dict[str, Any]:
        """The public form (docs/sensitivity.md)."""
        return {
            "about": list(self.about),
            "kind": self.kind,
            "field": self.path,
            "now": self.now,
            "if": self.if_,
            "values": list(self.values),
            "then": self.then,
        }


@dataclass(frozen=True)
class Sensitivity:
    """For each finding (by its identity) the facts that would turn it; an empty tuple: no single one would."""

    hinges: Mapping[tuple[str, ...], tuple[Hinge, ...]]

    def of(self, identity: tuple[str, ...]) -> tuple[Hinge, ...]:
        """The facts that would turn a finding: its own first, and of them those that would clear it."""
        return self.hinges.get(identity, ())

    def to_dict(self, identity: tuple[str, ...]) -> dict[str, Any]:
        """The public form for one finding; ``robust``: no single uncertain fact turns it."""
        found = self.of(identity)
        return {"robust": not found, "hinges": [hinge.to_dict() for hinge in found]}
