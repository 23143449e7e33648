"""What a seeded defect is: one edit of a sound structure, the finding that it must give, and what else follows."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]
Edit = Callable[[Document], None]


@dataclass(frozen=True, slots=True)
class Also:
    """A further finding that follows from the same defect by the words of the design, and why."""

    code: str
    subjects: frozenset[str]
    """Of whom it may be said."""
    why: str


@dataclass(frozen=True, slots=True)
class Defect:
    """One defect at one place of a sound structure."""

    code: str
    form: str
    """Which of the forms that the design names it takes."""
    subjects: frozenset[str]
    """Of whom the finding must be: of one of them (where the design leaves open which of two is named first)."""
    about: frozenset[str]
    """Who must stand in the finding: as its subject, the other of a pair, or related."""
    edit: Edit
    also: tuple[Also, ...] = ()
    disputed: str = ""
    """Why the design can be read so that it is none: it is tried and shown, and not counted."""

    @property
    def place(self) -> str:
        """Where it is, for people."""
        return f"{self.code} {self.form}: {', '.join(sorted(self.about))}"

    def injected(self, document: Document) -> Document:
        """The structure with the defect; the sound one stays as it is."""
        changed = copy.deepcopy(document)
        self.edit(changed)
        if changed == document:
            raise ValueError(f"{self.place}: the defect changes nothing")
        return changed


Injector = Callable[[Document], Iterator[Defect]]
INJECTORS: dict[str, Injector] = {}
"""For each rule of the catalogue what finds the places where its defect can be put in."""


def injects(code: str) -> Callable[[Injector], Injector]:
    """Register the injector of a rule."""

    def register(injector: Injector) -> Injector:
        if code in INJECTORS:
            raise ValueError(f"{code} has two injectors")
        INJECTORS[code] = injector
        return injector

    return register


def defect(
    code: str,
    form: str,
    subject: str | Iterable[str],
    edit: Edit,
    *,
    about: Iterable[str] = (),
    also: Iterable[Also] = (),
    disputed: str = "",
) -> Defect:
    """A defect of one subject, or of one of several of which the design does not say which it names."""
    subjects = frozenset([subject] if isinstance(subject, str) else subject)
    named = frozenset(about) or (subjects if len(subjects) == 1 else frozenset())
    return Defect(code, form, subjects, named, edit, tuple(also), disputed)


def also(code: str, subject: str | Iterable[str], why: str) -> Also:
    """A further finding that follows from the same defect."""
    return Also(code, frozenset([subject] if isinstance(subject, str) else subject), why)


# --- reading a structure -----------------------------------------------------------------------------------------


def rank(document: Document, level: str) -> int:
    """The place of a level, from the citizen outwards."""
    return int(document["levels"][level]["rank"])


def order(document: Document) -> list[str]:
    """The levels from the citizen outwards."""
    return sorted(document["levels"], key=lambda level: rank(document, level))


def groups(document: Document, **wanted: Any) -> list[str]:
    """The groups whose fields hold what is wanted."""
    return [name for name, told in document["groups"].items() if all(told.get(k) == v for k, v in wanted.items())]


def towns(document: Document) -> list[str]:
    """The municipalities."""
    return [name for name, told in document["principals"].items() if told["kind"] == "municipality"]


def care(document: Document) -> list[str]:
    """The care principals."""
    return [name for name, told in document["principals"].items() if told["role"] == "care"]


def seat_id(group: str, seat: Document) -> str:
    """The id that a seat gets: the group's and what it goes by."""
    key = seat.get("function") or seat.get("principal") or seat.get("provider") or "seat"
    return f"{group}:{key}"


def seats(document: Document, *names: str) -> list[tuple[str, int, str]]:
    """Every seat as the group, its place in the list, and its id."""
    return [
        (group, place, seat_id(group, seat))
        for group in (names or document["groups"])
        for place, seat in enumerate(document["groups"][group]["seats"])
    ]


def put(section: str, name: str, /, **fields: Any) -> Edit:
    """An edit that sets fields of one entity."""

    def edit(document: Document) -> None:
        document[section][name].update(copy.deepcopy(fields))

    return edit


def in_system(**fields: Any) -> Edit:
    """An edit that sets fields of the system as a whole."""
    return lambda document: document["system"].update(copy.deepcopy(fields))


def drop(section: str, name: str, *fields: str) -> Edit:
    """An edit that leaves fields of one entity out."""

    def edit(document: Document) -> None:
        for one in fields:
            del document[section][name][one]

    return edit


def together(*edits: Edit) -> Edit:
    """Several edits that make one defect."""

    def edit(document: Document) -> None:
        for one in edits:
            one(document)

    return edit


def unsay_route(document: Document, relation: str, to: str) -> None:
    """Take every route of a relation to somebody out of the structure."""
    for section in ("groups", "units", "functions"):
        for told in document[section].values():
            kept = [one for one in told.get(relation, ()) if (one["to"] if isinstance(one, dict) else one) != to]
            if relation in told and len(kept) != len(told[relation]):
                told[relation] = kept
                if not kept:
                    del told[relation]


def leads_to(told: Document) -> list[str]:
    """The groups, or others, that a group sends matters on to."""
    return [one["to"] for one in told.get("escalates_to", ())] + list(told.get("prepares_for", ()))


def only_way(document: Document, *names: str) -> Also:
    """Where one of the ways from groups to a decision is gone, the one that is left may be the only one.

    It is a seat there (that is, who fills it), or a group further on.
    """
    found = {seat["function"] for name in names for seat in document["groups"][name]["seats"] if "function" in seat}
    todo = list(names)
    while todo:
        for to in leads_to(document["groups"].get(todo.pop(), {})):
            if to in document["groups"] and to not in found:
                found.add(to)
                todo.append(to)
    return also("ESC306", found, "one of the ways to a decision is gone, and what is left is the only one")
