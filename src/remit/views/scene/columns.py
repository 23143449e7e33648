"""The columns: principals that are alike fold into one, with the ground that they share beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from remit.model.text import Text
from remit.views import texts as words
from remit.views.scene import texts as t
from remit.views.scene.belonging import PLACED, belonging
from remit.views.scene.sides import Sides
from remit.views.scene.wording import by_name, fill, joined

MOST_COLUMNS = 6
"""How many columns a family of principals may have: more than can be read beside one another fold further."""
NAMES = 3
"""So many principals of a fold are named in its head; of more, their number is told."""
FIRST_KIND = "region"
LINE = ("unit", "function")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: a fold of alike principals, the ground that several share, or the other organisations."""

    kind: str
    name: Text
    short: Text
    principals: tuple[str, ...] = ()
    family: str = ""
    how: str = "alike"
    """Why its principals stand together: ``alike``, of the same ``form``, or only the ``rest``."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns in order, and where each principal stands."""

    all: tuple[Column, ...]
    place: dict[str, int]
    families: tuple[tuple[str, tuple[int, ...]], ...]
    shared: int
    """The place of the shared ground."""

    @property
    def others(self) -> int:
        """The place of the other organisations."""
        return len(self.all) - 1

    @property
    def first(self) -> range:
        """The places of the region-like principals, that meet the others one by one."""
        return range(self.shared)

    def whole_family(self, place: int) -> bool:
        """Whether a column holds the whole of its family."""
        return any(places == (place,) for _, places in self.families)


def columns(sides: Sides, limits: list[Text], most: int = MOST_COLUMNS) -> Columns:
    """The columns of a scene: region-like principals, the shared ground, the other care principals, the rest.

    ``limits`` is told where principals that are not quite alike stand in one column.
    """
    care = _care(sides)
    belongings = _belongings(sides, [one for members in care.values() for one in members])
    order = _order(care)
    found: list[Column] = []
    families: list[tuple[str, tuple[int, ...]]] = []
    shared = 0
    first = order[:1] if len(order) > 1 else []
    for kind in [*first, None, *order[len(first) :]]:
        if kind is None:
            shared = len(found)
            found.append(Column("shared", t.SHARED, t.SHARED))
            continue
        made = _family(sides, kind, care[kind], belongings, most, limits)
        families.append((kind, tuple(range(len(found), len(found) + len(made)))))
        found.extend(made)
    found.append(Column("others", t.OTHERS, t.OTHERS))
    place = {one: n for n, column in enumerate(found) for one in column.principals}
    return Columns(tuple(found), place, tuple(families), shared)


def family_name(kind: str, principals: int) -> Text:
    """What stands over the columns of a family."""
    names = t.FAMILY_ONE if principals == 1 else t.FAMILY_MANY
    return names.get(kind, Text(*(words.capital(part) for part in t.MANY.get(kind, t.PLAIN))))


def _care(sides: Sides) -> dict[str, list[str]]:
    """The care principals of either organisation, by kind."""
    found: dict[str, list[str]] = defaultdict(list)
    for thing in sides.things("principal"):
        if thing.id in sides.org(thing.id).care_principals:
            found[str(thing.fact("kind").value or "")].append(thing.id)
    return dict(found)


def _order(care: dict[str, list[str]]) -> list[str]:
    """The families: regions first (else the family with fewest), then from few to many."""
    return sorted(care, key=lambda kind: (kind != FIRST_KIND, len(care[kind]), kind))


def _belongings(sides: Sides, care: Sequence[str]) -> dict[str, set[tuple[str, ...]]]:
    """For each principal, what it belongs to in each organisation, and where it has seats of its own."""
    found: dict[str, set[tuple[str, ...]]] = {one: set() for one in care}
    for side, org in enumerate(sides.orgs):
        for kind in (*PLACED, "territory"):
            for thing in org.things(kind):
                for principal in belonging(org, thing):
                    if principal in found:
                        found[principal].add((str(side), kind, thing.id))
        for seat in org.things("seat"):
            fact = seat.fact("principal")
            if fact.known and fact.value in found:
                found[fact.value].add((str(side), "seat", org.group_of(seat).id))
    return found


def _family(
    sides: Sides,
    kind: str,
    members: Sequence[str],
    belongings: dict[str, set[tuple[str, ...]]],
    most: int,
    limits: list[Text],
) -> list[Column]:
    what = t.MANY.get(kind, t.PLAIN)
    how = "alike"
    folds = _folded(members, {one: frozenset(belongings[one]) for one in members})
    renamed = _renamed(sides, kind, folds)
    if renamed is not None:
        return [renamed]
    for least in (2, len(members)):
        if len(folds) > most:
            how = "form"
            forms = _forms(sides, members, belongings, least)
            folds = _folded(members, {one: frozenset(forms[one]) for one in members})
    rest: list[str] = []
    if len(folds) > most:
        folds.sort(key=lambda fold: (-len(fold), fold))
        rest = sorted(one for fold in folds[most - 1 :] for one in fold)
        folds = folds[: most - 1]
        limits.append(fill(t.LIMIT_COLUMNS, n=len(members), what=what, columns=most))
    elif how == "form":
        limits.append(fill(t.LIMIT_ALIKE, what=Text(*(words.capital(part) for part in what))))
    return _named(sides, kind, folds, rest, how, what)


def _folded(members: Sequence[str], key: dict[str, object]) -> list[list[str]]:
    found: dict[object, list[str]] = defaultdict(list)
    for one in members:
        found[key[one]].append(one)
    return list(found.values())


def _renamed(sides: Sides, kind: str, folds: list[list[str]]) -> Column | None:
    """One principal that is there only before, and one only after: they stand in the same column."""
    if sides.before is None or len(folds) != 2 or any(len(fold) != 1 for fold in folds):
        return None
    ids = [fold[0] for fold in folds]
    old = [one for one in ids if not sides.after.kind(one)]
    new = [one for one in ids if not sides.before.kind(one)]
    if len(old) != 1 or len(new) != 1:
        return None
    name = fill(t.BECOMES, before=sides.name(old[0]), after=sides.name(new[0]))
    return Column("principal", name, name, (old[0], new[0]), kind)


def _forms(
    sides: Sides, members: Sequence[str], belongings: dict[str, set[tuple[str, ...]]], least: int
) -> dict[str, list[tuple[str, ...]]]:
    """What each belongs to; what fewer than ``least`` of them do stands by what sort of thing it is, and a line of
    one's own is left out.
    """
    holders: dict[tuple[str, ...], int] = defaultdict(int)
    for one in members:
        for entry in belongings[one]:
            holders[entry] += 1
    return {
        one: [
            entry if holders[entry] >= least else (*entry[:2], *shape(sides, entry[2]))
            for entry in belongings[one]
            if holders[entry] >= least or entry[1] not in LINE
        ]
        for one in members
    }


def shape(sides: Sides, identifier: str) -> tuple[str, ...]:
    """What sort of thing an entity is, by which those of alike principals are compared."""
    thing = sides.thing(identifier)
    fields = type(sides.org(identifier).entity(identifier)).model_fields
    names = ("level", "kind", "form", "scope", "status", "populations", "role")
    told = ("" if name not in fields else repr(thing.fact(name).values or thing.fact(name).value) for name in names)
    return (thing.kind, *told)


def _named(sides: Sides, kind: str, folds: list[list[str]], rest: list[str], how: str, what: Text) -> list[Column]:
    """The columns with their names: the few by name, the many by number, the largest as "the others"."""
    names = {one: sides.name(one) for fold in (*folds, rest) for one in fold}
    ordered = [by_name({one: names[one] for one in fold}) for fold in folds]
    alone = by_name({fold[0]: names[fold[0]] for fold in ordered})
    ordered.sort(key=lambda fold: (len(fold) > NAMES, alone.index(fold[0])))
    largest = max((len(fold) for fold in ordered), default=0)
    last = next((fold for fold in ordered if len(fold) == largest and largest > NAMES), None)
    if rest:
        last = by_name({one: names[one] for one in rest})
    elif last is not None:
        ordered.remove(last)
    found = [
        Column("principal", *_name([names[one] for one in fold], what), tuple(fold), kind, how) for fold in ordered
    ]
    if last is not None:
        text = fill(t.THE_OTHER if found else t.SO_MANY, n=len(last), what=what)
        if len(last) == 1:
            text = names[last[0]]
        found.append(Column("principal", text, text, tuple(last), kind, "rest" if rest else how))
    return found


def _name(names: list[Text], what: Text) -> tuple[Text, Text]:
    if len(names) > NAMES:
        text = fill(t.FIRST_AND, first=names[0], n=len(names) - 1, what=what)
        return text, text
    text = joined(names, t.AND)
    return text, text
