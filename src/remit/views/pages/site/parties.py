"""Who is party to which agreement: for certain, perhaps, or not named."""

from __future__ import annotations

from typing import NamedTuple

from remit.model.facts import Degree, SourceRef
from remit.model.text import sort_key
from remit.views.pages.site.facts import Facts


class Party(NamedTuple):
    """That somebody is party to an agreement, or perhaps one of the parties that no source names."""

    agreement: str
    perhaps: bool
    certainty: Degree
    sources: tuple[SourceRef, ...]


def parties(facts: Facts) -> dict[str, list[Party]]:
    """The agreements of each party, by the name of the agreement."""
    org = facts.org
    found: dict[str, list[Party]] = {}
    for agreement in org.things("agreement"):
        told = agreement.fact("parties")
        named = {item.value for item in told.items if item.holds}
        for item in told.items:
            if item.holds:
                degree = Degree.OPEN if item.possibly else item.degree
                found.setdefault(item.value, []).append(Party(agreement.id, item.possibly, degree, item.sources))
        among = agreement.fact("possible_parties")
        for item in among.items:
            if item.holds and item.value not in named:
                found.setdefault(item.value, []).append(Party(agreement.id, True, Degree.OPEN, item.sources))
    for rows in found.values():
        rows.sort(key=lambda one: (one.perhaps, sort_key(facts.site.name(one.agreement).sv), one.agreement))
    return found
