"""What the changes of remits and mandates have in common: who can have which, and where it stands."""

from __future__ import annotations

from typing import Any

from remit.model.changes.problems import ChangeProblem
from remit.model.changes.site import FAILED, Site, label_of
from remit.model.facts import State
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading, join, kind_of
from remit.model.files.shapes import shapes
from remit.model.kinds._shared import RemitFields
from remit.model.kinds.mandate import Mandate
from remit.model.whole import value_at

FIELD_OF = {"group": "remit", "seat": "mandate", "joint_body": "mandate", "unit": "mandates", "function": "mandates"}
"""The field that holds what each may do."""
WORDS_FOR = ("remit", "mandate")


def check_holding(given: Node, whose: str, path: str, reading: Reading) -> None:
    """Tell where it is not one holder, not one of remit and mandate, or a field is none of theirs."""
    if given.kind != "map":
        return
    if whose in given.value:
        reading.scalar(given.value[whose], join(path, whose))
    told = [name for name in WORDS_FOR if name in given.value]
    if len(told) != 1:
        reading.problems.append(ChangeProblem(given.mark, path, "remit_or_mandate", {}))
        return
    node, step = given.value[told[0]], join(path, told[0])
    if node.kind != "map":
        reading.wrong(node, step, "expected_mapping", found=kind_of(node))
        return
    known = shapes(RemitFields) if told[0] == "remit" else shapes(Mandate)
    reading.mapping(node, step, [*known, "source", "basis", "modality", "practice", "note"])


def holder_of(site: Site, node: Node, path: str, kinds: tuple[str, ...] = tuple(FIELD_OF)) -> Any:
    """The one who has a remit or mandate, FAILED where there is none of these kinds."""
    return site.entity(node, path, kinds)


def told_of(site: Site, given: Node, kind: str, path: str) -> Any:
    """What is told of the remit or mandate: node and path; FAILED where the holder cannot have such a one."""
    name = "remit" if "remit" in given.value else "mandate"
    right = "remit" if kind == "group" else "mandate"
    if name != right:
        return site.no(given.keys[name], join(path, name), f"has_a_{right}")
    return given.value[name], join(path, name)


def has_none(site: Site, holder: Any, field: str) -> bool:
    """Whether nobody tells what it may do, neither where it stands nor in the table of facts."""
    return value_at(holder, field) is None and not any(
        row.about == holder.id and f"{row.what}.".startswith(f"{field}.") and row.said.state is State.VALUE
        for row in site.model.statements
    )


def differs(site: Site, who: str, field: str, at: Node, path: str) -> None:
    """Tell that something else is told already."""
    site.no(at, path, "told_otherwise", who=label_of(site.model, who), field=field)


__all__ = ["FAILED", "FIELD_OF", "check_holding", "differs", "has_none", "holder_of", "told_of"]
