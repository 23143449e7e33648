"""The few words on a card that tell most: what is missing or unclear, how fully it takes part, who meets."""

from __future__ import annotations

from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact
from remit.model.facts import Degree, State
from remit.views.scene import texts as t
from remit.views.scene.belonging import others_untold, perhaps_in
from remit.views.scene.cards import Tag
from remit.views.scene.wording import by_name, fill, joined

MOST_TAGS = 3
NAMES_PERHAPS = 3
ASKED = ("remit", "assignment", "owner", "decision_step", "linked_to", "seats")
"""The fields of which a card tells where somebody says that they are missing, not clear or left to be settled."""


def tags(org: Org, thing: Thing) -> list[Tag]:
    """The most telling words on a thing, at most :data:`MOST_TAGS`."""
    fields = type(org.entity(thing.id)).model_fields
    found: list[Tag] = []
    if org.may_be(thing.id):
        found.append(Tag(t.MAY_BE, "value", Degree.OPEN))  # first: all the rest hangs on it
    found += _perhaps(org, thing)
    if "participation" in fields and thing.fact("participation").value == "less":
        found.append(Tag(t.LESS, "value", thing.fact("participation").degree))
    if thing.kind == "group" and thing.fact("kind").known:
        who = t.WHO.get(str(thing.fact("kind").value))
        found += [Tag(who, "value", thing.fact("kind").degree)] if who else []
    if thing.kind == "agreement" and thing.fact("scope").value == "partial":
        found.append(Tag(t.PARTS_ONLY, "value", thing.fact("scope").degree))
    found += _ways(org, thing)
    for path in ASKED:
        if path in fields:
            found += _doubt(path, thing.fact(path))
    found += _chair(thing) if thing.kind == "group" else []
    if "vacant" in fields and thing.fact("vacant").value is True:
        found.append(Tag(t.VACANT, "value", thing.fact("vacant").degree))
    if "counted" in fields and thing.fact("counted").value is False:
        found.append(Tag(t.NOT_COUNTED, "value", thing.fact("counted").degree))
    if thing.kind in ("provider", "unit", "function") and not org.principals_of(thing.id):
        found.append(Tag(t.NOT_TOLD_WHOSE, "unknown", Degree.OPEN))
    if others_untold(org, thing) and len(org.represented(thing)) == 1:
        found.append(Tag(t.OTHERS_NOT_TOLD, "unknown", Degree.OPEN))
    found += _count(thing) if "count" in fields else []
    return found[:MOST_TAGS]


def _perhaps(org: Org, thing: Thing) -> list[Tag]:
    """Whom it is open whether they belong to it: by name where they are few."""
    names = {one: org.name(one) for one in perhaps_in(org, thing)}
    if not names:
        return []
    if len(names) > NAMES_PERHAPS:
        kinds = {str(org.thing(one).fact("kind").value) for one in names}
        what = t.MANY.get(kinds.pop(), t.PLAIN) if len(kinds) == 1 else t.PLAIN
        return [Tag(fill(t.PERHAPS, names=fill(t.SO_MANY, n=len(names), what=what)), "value", Degree.OPEN)]
    return [Tag(fill(t.PERHAPS, names=joined([names[one] for one in by_name(names)], t.AND)), "value", Degree.OPEN)]


def _doubt(path: str, fact: Fact) -> list[Tag]:
    if fact.stated and (path, fact.state.value) in t.TOLD:
        return [Tag(t.TOLD[path, fact.state.value], fact.state.value, fact.degree)]
    return []


def _ways(org: Org, thing: Thing) -> list[Tag]:
    """What is said of the ways that lead on from it, where they are missing or not clear."""
    found = []
    for way in org.ways_told(thing):
        if way.state not in (State.NONE, State.UNCLEAR) or way.possibly:
            continue
        text = t.WAY.get((way.to, way.state.value)) or fill(t.WAY_TO[way.state.value], to=org.name(way.to))
        found.append(Tag(text, way.state.value, way.degree))
    return found


def _chair(thing: Thing) -> list[Tag]:
    years = thing.fact("chair.term_years")
    if years.known and years.value[1] <= 1:
        return [Tag(t.CHAIR_YEARLY, "value", years.degree)]
    return []


def _count(thing: Thing) -> list[Tag]:
    count = thing.fact("count")
    if not count.known or not count.stated or count.value == 1:
        return []
    text = t.MANY_CASES if count.value == "many" else fill(t.SO_MANY_CASES, n=count.value)
    return [Tag(text, "value", count.degree)]
