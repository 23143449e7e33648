"""ROB602: the chair of a group is appointed for a short time, with nobody to carry the work over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from remit.graph.logic import YES, all_of, excused
from remit.graph.org import Org
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.rule import Condition, Row, Rule, Setting, Settings, Value, count_of

RULE = Rule(
    code="ROB602",
    name="short-chair",
    severity="warning",
    title=Text("Kort tid som ordförande", "Short term of the chair"),
    definition=Text(
        "Ordföranden i en gällande grupp utses för högst ett år i taget (gränsen kan ställas in), utan att "
        "någon vice ordförande eller överlappning anges. Hur ofta ordförandeskapet växlar mellan parterna "
        "är en annan sak.",
        "The chair of a group in force is appointed for a year or less at a time (the limit can be set), "
        "and neither a vice chair nor an overlap is stated. How often the chair passes between the parties "
        "is another thing.",
    ),
    rationale=Text(
        "En ordförande behöver tid att lära känna uppdraget och följa en fråga från början till slut. Byts "
        "den ut varje år hinner det inte ske, och gruppen blir beroende av att någon annan minns.",
        "A chair needs time to learn the remit and to follow a matter from beginning to end. Changed every "
        "year, it has none, and the group depends on somebody else to remember.",
    ),
    harm=Text(
        "Frågor som tar mer än ett år att lösa tappas bort vid ordförandebytet, och invånaren får vänta.",
        "Matters that take more than a year to settle get lost when the chair changes, and the citizen waits.",
    ),
    repair=Text(
        "Utse ordföranden för minst två år, eller utse en vice ordförande som tar över, eller låt avgående "
        "och ny ordförande arbeta sida vid sida en tid.",
        "Appoint the chair for two years or more, or appoint a vice chair who takes over, or let the old "
        "and the new chair work side by side for a time.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018): länsgruppernas regel för ordförande i avsnittet om "
        "tjänstepersoner, och intervjuerna om uppdragen: svårt att komma ny som ordförande.",
        "The Västerbotten inquiry on collaboration (2018): the rule for the chair of the county groups in "
        "the section on officials, and the interviews on assignments: it is hard to be new as a chair.",
    ),
    conditions=(
        Condition("context", Text("gruppen är gällande eller tillämpas", "the group is in force or practised")),
        Condition(
            "defect",
            Text(
                "ordförandens tid är högst den satta gränsen",
                "the chair's term is no longer than the set limit",
            ),
        ),
        Condition(
            "context",
            Text(
                "är tiden inte känd: bara stående grupper i samverkanssystemet, som öppen fråga",
                "where the term is not known: only standing groups of the collaboration system, as an open question",
            ),
        ),
        Condition("excuse", Text("det finns en vice ordförande", "there is a vice chair")),
        Condition("excuse", Text("avgående och ny ordförande överlappar", "the old and the new chair overlap")),
    ),
    messages={
        "finding": Text(
            "Ordföranden utses för {years} år i taget, utan angiven vice ordförande eller överlappning: {subject}.",
            "The chair is appointed for {years} at a time, with no vice chair or overlap stated: {subject}.",
        ),
        "rotating": Text(
            "Ordföranden utses för {years} år i taget, utan angiven vice ordförande eller överlappning; att "
            "ordförandeskapet byter sida efter {rotation} år är en annan sak: {subject}.",
            "The chair is appointed for {years} at a time, with no vice chair or overlap stated; that the "
            "chair passes to the other side after {rotation} is another thing: {subject}.",
        ),
        "untold": Text(
            "Det framgår inte för hur lång tid ordföranden utses: {subject}.",
            "It is not told for how long the chair is appointed: {subject}.",
        ),
    },
    looked_at=Text("grupper", "groups"),
    looks_at=count_of("group"),
    settings=(
        Setting(
            "max_years",
            1,
            Text("längsta tid i år som räknas som kort", "the longest term, in years, that counts as short"),
            Text(
                "Planering, budget och uppföljning har en årsrytm: den som leder i ett år gör varje steg en "
                "enda gång och får aldrig använda det den lärt sig.",
                "Planning, budget and follow-up have the rhythm of a year: who leads for one year does each "
                "step once and never gets to use what was learnt.",
            ),
        ),
    ),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each group, or set of groups to an extent, whose chair has a short term, or an untold one."""

    def short(years: tuple[float, float]) -> bool:
        return years[1] <= settings["max_years"]

    for group in org.subjects("group"):
        if not group.speaks_of("chair.term_years"):
            continue
        term = group.fact("chair.term_years")
        told = term.known and short(term.value)
        proof = all_of(
            org.in_force(group),
            YES if told else all_of(org.counted(group), group.fact("form").is_("standing")),
            excused(
                term.says(short),
                group.fact("chair.vice").excuse(True),
                group.fact("chair.overlap").excuse(True),
            ),
        )
        rotation = group.fact("chair.rotation_years")
        message, values = _told(term.value if told else None, rotation.value if rotation.known else None)
        yield Row(group.id, proof, message, extent=group.extent, values=values)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer, with the numbers of years in words."""
    for record in records:
        message, values = _told(record["years"], record["rotation"])
        yield Row(record["subject"], proof_of(record["proof"]), message, extent=extent_of(record), values=values)


def _told(years: Sequence[float] | None, rotation: Sequence[float] | None) -> tuple[str, dict[str, Value]]:
    """The message for a known term, and the numbers in it; the rotation between sides is only mentioned."""
    if years is None:
        return "untold", {}
    if rotation is not None:
        return "rotating", {"years": _years(years), "rotation": _years(rotation)}
    return "finding", {"years": _years(years)}


def _years(span: Sequence[float]) -> Text:
    """A number of years, or a range of them; the unit stands in the Swedish message itself."""
    low, high = span
    shown = f"{high:g}" if low == high else f"{low:g}–{high:g}"
    return Text(shown.replace(".", ","), f"{shown} year" if shown == "1" else f"{shown} years")
