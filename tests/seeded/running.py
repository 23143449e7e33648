"""Puts seeded defects in, audits, and says what was found, missed, or came without a reason."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tests.seeded import coverage, decisions, escalation, follow_up, mandates, robustness, structure
from tests.seeded.defect import INJECTORS, Also, Defect, Document
from tests.seeded.structures import sound

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.queries.engine import audit
from remit.queries.finding import Finding

GOAL = 0.98
"""The share of seeded defects that must be found, and of those that may give nothing unrelated."""

FAMILIES = (coverage, decisions, escalation, follow_up, mandates, robustness, structure)
"""Where the injectors stand; importing them registers them."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is compared of a finding."""

    code: str
    certainty: str
    subject: str
    ids: frozenset[str]
    named: frozenset[str]
    """Everybody who stands in it."""

    def __str__(self) -> str:
        return f"{self.code} {self.certainty} {self.subject}"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one seeded defect."""

    code: str
    form: str
    place: str
    structure: int
    found: bool
    unrelated: tuple[str, ...]
    instead: tuple[str, ...] = ()
    """What the right rule said, where that was not what it must say."""
    followed: tuple[tuple[str, bool], ...] = ()
    """For each further finding that is declared to follow, its code and whether it came."""
    disputed: str = ""
    """Why the design can be read so that it is none."""

    @property
    def clean(self) -> bool:
        """Whether it was found and nothing else came."""
        return self.found and not self.unrelated


def findings(document: Document) -> frozenset[Told]:
    """Every finding of a structure, at whatever certainty."""
    model = loads(json.dumps(document), "structure.json")
    return frozenset(_told(one) for one in audit(Org(model), certainty=Degree.OPEN).findings)


def _told(one: Finding) -> Told:
    ids = frozenset(one.subject.ids())
    related = {name for subject in one.related for name in (subject.id, *subject.ids())}
    seen = {end for step in one.evidence for end in (step.from_, step.to)}
    named = {one.subject.id, *ids, *one.pair, *related, *seen}
    return Told(one.code, one.certainty.word, one.subject.id, ids, frozenset(named))


@cache
def before(seed: int) -> frozenset[Told]:
    """What is said of a sound structure."""
    return findings(sound(seed))


def sites(code: str, seed: int) -> list[Defect]:
    """The places of a structure where a rule's defect can be put in."""
    return list(INJECTORS[code](sound(seed)))


def chosen(code: str, seeds: Iterable[int], most: int) -> list[tuple[int, Defect]]:
    """As many sites as wanted (0: every one), spread over the structures, the forms of the defect and the places.

    What the design leaves open comes on top of them.
    """
    heaps: dict[int, list[list[Defect]]] = {}
    for seed in seeds:
        by_form: dict[str, list[Defect]] = {}
        for one in sites(code, seed):
            by_form.setdefault(one.form, []).append(one)
        heaps[seed] = [_turned(found, seed) for found in by_form.values()]
    found: list[tuple[int, Defect]] = []
    counted = turn = 0
    while any(any(forms) for forms in heaps.values()):
        for seed, forms in heaps.items():
            heap = forms[(seed + turn) % len(forms)] if forms else []
            if heap and (not most or counted < most):
                found.append((seed, heap.pop(0)))
                counted += not found[-1][1].disputed
        turn += 1
        if most and counted >= most:
            break
    return found


def _turned(found: list[Defect], seed: int) -> list[Defect]:
    """The places of a form, beginning at another one in each structure, far ones first."""
    start = seed * 5 % len(found)
    turned = found[start:] + found[:start]
    return turned[::2] + turned[1::2]


def tried(seed: int, one: Defect) -> Result:
    """Put a defect in, audit, and compare with the sound structure."""
    new = findings(one.injected(sound(seed))) - before(seed)
    right = [told for told in new if _is_it(one, told)]
    rest = sorted(str(told) for told in new if told not in right and not any(_follows(o, told) for o in one.also))
    came = tuple((other.code, any(_follows(other, told) for told in new - set(right))) for other in one.also)
    same = tuple(sorted(str(told) for told in new if told.code == one.code and told not in right))
    return Result(
        one.code, one.form, one.place, seed, bool(right), tuple(rest), () if right else same, came, one.disputed
    )


def _is_it(one: Defect, told: Told) -> bool:
    return (
        told.code == one.code
        and told.certainty == Degree.ESTABLISHED.word
        and (told.ids <= one.subjects or told.subject in one.subjects)
        and one.about <= told.named
    )


def _follows(other: Also, told: Told) -> bool:
    return told.code == other.code and (told.ids <= other.subjects or told.subject in other.subjects)


def shares(results: Iterable[Result]) -> tuple[float, float]:
    """The share found, and the share that gave no unrelated finding, of what is counted."""
    counted = [one for one in results if not one.disputed]
    number = len(counted) or 1
    return sum(one.found for one in counted) / number, sum(not one.unrelated for one in counted) / number


def wrong(results: Iterable[Result]) -> list[str]:
    """Every site that is counted where the defect was missed or something unrelated came."""
    said = []
    for one in results:
        if one.disputed:
            continue
        if not one.found:
            instead = f" (it said: {'; '.join(one.instead)})" if one.instead else ""
            said.append(f"missed in {one.structure}: {one.place}{instead}")
        if one.unrelated:
            said.append(f"unrelated in {one.structure}: {one.place}: {'; '.join(one.unrelated)}")
    return said


def never_came(results: Iterable[Result]) -> list[str]:
    """What is declared to follow from a form of a defect and never did: a declaration that only hides."""
    came: dict[tuple[str, str, str], bool] = {}
    for one in results:
        for code, here in one.followed:
            key = (one.code, one.form, code)
            came[key] = came.get(key, False) or here
    return [f"{code} {form}: {other}" for (code, form, other), here in came.items() if not here]
