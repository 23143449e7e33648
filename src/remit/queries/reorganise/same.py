"""Which thing of a later structure each thing of an earlier one is, through renames, merges and splits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, product
from types import MappingProxyType

MOST_READINGS = 64
"""How many ways of reading one id are tried: a part of many split things would otherwise have any number."""


@dataclass(frozen=True, slots=True)
class Same:
    """Ids of the earlier structure that have become others; an id that is not in it is the same in both.

    ``forward``: for each such id those that it has become: one after a rename or merge, several after a split.
    """

    forward: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def after(self, identifier: str) -> tuple[str, ...]:
        """The ids that it has become. A part that stands in something (``group:seat``) follows what it is named
        after, unless it is told itself.

        >>> Same({"a": ("x",), "b": ("p", "q")}).after("a:b")
        ('x:p', 'x:q')
        >>> Same({"a": ("x",)}).after("shared-a")
        ('shared-a',)
        """
        told = self.forward.get(identifier)
        if told is not None:
            return told
        if not self.forward or ":" not in identifier:
            return (identifier,)
        pieces = [self.forward.get(piece, (piece,)) for piece in identifier.split(":")]
        return tuple(":".join(one) for one in islice(product(*pieces), MOST_READINGS))

    def every(self, ids: Iterable[str]) -> frozenset[str]:
        """All that several ids have become."""
        return frozenset(one for identifier in ids for one in self.after(identifier))

    def readings(self, ids: Collection[str]) -> Iterator[frozenset[str]]:
        """Each way in which a set of ids can be read in the later structure."""
        for one in islice(product(*(self.after(identifier) for identifier in sorted(ids))), MOST_READINGS):
            yield frozenset(one)

    def then(self, later: Same) -> Same:
        """What this and a later step make together.

        >>> Same({"a": ("b",)}).then(Same({"b": ("c",)})).after("a")
        ('c',)
        """
        found = {
            one: tuple(dict.fromkeys(x for y in many for x in later.after(y))) for one, many in self.forward.items()
        }
        # an id that an earlier step has given away is another thing when a later one speaks of it
        return Same({**{one: many for one, many in later.forward.items() if one not in found}, **found})

    def origins(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """For each later id the earlier ids that have become it, of those given."""
        found: dict[str, list[str]] = {}
        for identifier in ids:
            for one in self.after(identifier):
                found.setdefault(one, []).append(identifier)
        return {one: tuple(sorted(many)) for one, many in found.items()}
