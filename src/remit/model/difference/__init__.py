"""What differs between two models, and the changes that turn the one into the other.

``diff(a, b)`` gives a scenario with ``apply(a, diff(a, b)) == b``; ``way(a, b)`` gives with it what was taken for the
same thing under another id.
"""

from __future__ import annotations

from remit.model.changes import Scenario
from remit.model.difference.steps import NotReachedError, Way, way
from remit.model.whole import Model


def diff(a: Model, b: Model) -> Scenario:
    """The changes that turn ``a`` into ``b``: renames, mergers and splits recognised, the rest as readable as can be.

    ``apply(a, diff(a, b)) == b``, and of a model and itself no changes. The same two models give the same scenario.
    """
    return way(a, b).scenario


__all__ = ["NotReachedError", "Way", "diff", "way"]
