"""MAN103: a seat has no mandate from its principal, or its holder sits as themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from remit.graph.logic import NO, OPEN, Proof, all_of, any_of, excused
from remit.graph.org import Fact, Org, Origin, Thing
from remit.model.facts import Extent, State
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.rule import Condition, Row, Rule, Settings


def _looks_at(org: Org) -> int:
    return sum(1 for seat in org.things("seat") if _in_force(org, seat))


RULE = Rule(
    code="MAN103",
    name="seat-without-mandate",
    severity="warning",
    title=Text("Plats utan mandat", "Seat without a mandate"),
    definition=Text(
        "En plats i en gällande grupp har inget mandat från sin huvudman, eller den som har platsen sitter "
        "som sig själv.",
        "A seat of a group in force has no mandate from its principal, or its holder sits as themselves.",
    ),
    rationale=Text(
        "Den som saknar mandat kan bara tala för egen del. Det gruppen kommer överens om binder då ingen, "
        "och huvudmannen vet inte vad som sagts i dess namn.",
        "Somebody without a mandate can only speak for themselves. What the group agrees on then binds "
        "nobody, and the principal does not know what is said in its name.",
    ),
    harm=Text(
        "Den som väntar på en gemensam lösning får höra att man är överens, men ingen verksamhet har lovat något.",
        "Somebody who awaits a joint solution hears that all agree, but no service has promised anything.",
    ),
    repair=Text(
        "Låt varje huvudman besluta vilken befattning som företräder den och vad företrädaren får göra i gruppen.",
        "Let each principal decide which post represents it and what its representative may do in the group.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), ”Om uppdragen i samverkanssystemet”; läran om "
        "ombud: den som företräder någon behöver dennes uppdrag (jämför 10 kap. avtalslagen och 6 kap. "
        "kommunallagen).",
        "The Västerbotten inquiry on collaboration (2018), on the assignments of the system; the law of "
        "agency: who represents somebody needs their mandate (compare the Swedish Contracts Act and Local "
        "Government Act).",
    ),
    conditions=(
        Condition("context", Text("platsen och gruppen är gällande", "the seat and the group are in force")),
        Condition("defect", Text("mandat från huvudmannen saknas", "no mandate from the principal")),
        Condition("defect", Text("den som sitter där sitter som sig själv", "its holder sits as themselves")),
        Condition(
            "defect",
            Text(
                "en person har platsen, utan befattning och utan mandat",
                "a person holds the seat, without a function and without a mandate",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "ingen källa säger att mandatet saknas, och befattningen har eget mandat i gruppens frågor",
                "no source says that the mandate is missing, and the function has its own on the group's topics",
            ),
        ),
        Condition("excuse", Text("platsen är vakant (COV506)", "the seat is vacant (COV506)")),
    ),
    messages={
        "finding": Text(
            "Mandat från huvudmannen saknas: {subject}.", "There is no mandate from the principal: {subject}."
        ),
        "self": Text(
            "Den som har platsen sitter som sig själv, inte för sin huvudman: {subject}.",
            "The holder sits as themselves, not for a principal: {subject}.",
        ),
    },
    looked_at=Text("platser", "seats"),
    looks_at=_looks_at,
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each seat, or set of seats to an extent, with the surest of the two defects."""
    for seat in org.subjects("seat"):
        without = _without(org, seat) if seat.speaks_of("mandate") else NO
        as_self = _as_self(seat) if seat.speaks_of("capacity", "person") else NO
        yield _row(seat.id, seat.extent, _in_force(org, seat), without, as_self, seat.fact("vacant").excuse(True))


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; which defect is the surer is known when they are weighed."""
    for record in records:
        parts = (proof_of(record[name]) for name in ("here", "without", "as_self", "vacant"))
        yield _row(record["subject"], extent_of(record), *parts)


def _row(subject: str, extent: Extent | None, here: Proof, without: Proof, as_self: Proof, vacant: Proof) -> Row:
    message, defect = ("self", as_self) if as_self.degree > without.degree else ("finding", without)
    return Row(subject, all_of(here, excused(defect, vacant)), message, extent=extent)


def _in_force(org: Org, seat: Thing) -> Proof:
    """To what degree the seat and its group are in force; for a set, to what degree any of its seats is."""
    seats = [org.thing(member) for member in seat.members]
    return any_of(*(all_of(org.in_force(one), org.in_force(org.group_of(one))) for one in seats))


def _without(org: Org, seat: Thing) -> Proof:
    """To what degree the seat has no mandate; where nobody says so, a function brings its own."""
    mandate = seat.fact("mandate")
    if mandate.stated or seat.extent is not None:
        return mandate.missing()
    return excused(mandate.missing(), _brings(org, seat))


def _brings(org: Org, seat: Thing) -> Proof:
    """To what degree the function that fills a seat is stated to have a mandate on a topic of the group."""
    function = seat.fact("function")
    topics = org.group_of(seat).fact("remit.topics")
    filled = function.excuse()
    return any_of(
        *(
            all_of(filled, org.in_force(one), _meet(org, one.fact("topics"), topics))
            for one in org.mandates(function.value)
        )
    )


def _meet(org: Org, one: Fact, other: Fact) -> Proof:
    if not one.known or not other.known:
        return OPEN
    return one.has(lambda listed: any(org.topics_meet(listed, topic) for topic in other.values))


def _as_self(seat: Thing) -> Proof:
    """To what degree its holder sits as themselves: said so, or a person without function and mandate."""
    capacity = seat.fact("capacity")
    asked = capacity.origin != Origin.SILENCE or capacity.possibly == (State.VALUE, "self")
    said = capacity.says("self") if asked else NO
    person = seat.fact("person").excuse()
    alone = all_of(person, seat.fact("function").missing())
    return any_of(said, excused(alone, seat.fact("mandate").excuse(), capacity.excuse("function")))
