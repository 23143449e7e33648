"""What the changes that open and close routes have in common."""

from __future__ import annotations

from remit.model.changes.problems import ChangeProblem
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading, join
from remit.model.whole import RELATIONS

CARRIERS = ("group", "unit", "function")
"""What can have routes."""


def relation_of(given: Node) -> dict[str, Node]:
    """The relations that a change names."""
    return {name: node for name, node in given.value.items() if name in RELATIONS} if given.kind == "map" else {}


def check_routes(given: Node, path: str, reading: Reading) -> None:
    """Tell where it is not one thing from which the route goes, or no relation is named."""
    if given.kind != "map":
        return
    if "from" in given.value:
        reading.scalar(given.value["from"], join(path, "from"))
    if not relation_of(given):
        told = {"allowed": list(RELATIONS)}
        reading.problems.append(ChangeProblem(given.mark, path, "no_relation", told))
