"""INF811: it is not known which agreements, assignments or routines apply, or where they are."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import all_of, any_of
from remit.graph.org import Org, Origin
from remit.model.facts import State
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

RULE = Rule(
    code="INF811",
    name="documents-not-found",
    severity="warning",
    title=Text("Gällande dokument går inte att hitta", "Documents in force cannot be found"),
    definition=Text(
        "Det är inte känt vilka överenskommelser, uppdrag eller rutiner som gäller i samverkanssystemet "
        "eller var de finns, eller så känner ledamöterna i en gällande grupp inte till dess uppdrag. Att en "
        "källa kallar det oklart räknas hit.",
        "It is not known which agreements, assignments or routines apply in the collaboration system or "
        "where they are, or the members of a group in force do not know its remit. That a source calls it "
        "unclear counts.",
    ),
    rationale=Text(
        "Ett dokument som den berörda inte kan hitta styr ingenting. Var och en går då på vana, och två "
        "parter kan följa olika regler i tron att de är desamma.",
        "A document that those concerned cannot find governs nothing. Each then goes by habit, and two "
        "parties may follow different rules in the belief that they are the same.",
    ),
    harm=Text(
        "Vilken hjälp en invånare får beror på vem som råkar minnas vad som är bestämt.",
        "What help a citizen gets depends on who happens to remember what has been decided.",
    ),
    repair=Text(
        "Samla gällande överenskommelser, uppdrag och rutiner på ett ställe som alla huvudmän når, med "
        "datum och ansvarig, och gå igenom gruppens uppdrag med dess ledamöter.",
        "Gather the agreements, assignments and routines in force in one place that all principals can "
        "reach, with date and owner, and go through the group's remit with its members.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), intervjuerna om systemet i sin helhet och om "
        "uppdragen. Bakgrund: 4 kap. 2 § offentlighets- och sekretesslagen (2009:400): en myndighet ska "
        "beskriva sin verksamhet så att dess handlingar går att söka.",
        "The Västerbotten inquiry on collaboration (2018), the interviews on the system as a whole and on "
        "the assignments. Background: chapter 4 section 2 of the Swedish Public Access to Information and "
        "Secrecy Act (2009:400): an authority is to describe its work so that its documents can be searched "
        "for.",
    ),
    conditions=(
        Condition(
            "defect",
            Text(
                "var gällande dokument finns anges inte alls, eller är oklart",
                "where the documents in force are found is not told at all, or unclear",
            ),
        ),
        Condition(
            "defect",
            Text(
                "eller: ledamöterna känner inte till gruppens uppdrag, eller det är oklart om de gör det",
                "or: the members do not know the group's remit, or it is unclear whether they do",
            ),
        ),
        Condition(
            "context",
            Text(
                "i det senare fallet: gruppen är gällande eller tillämpas",
                "in the latter case: the group is in force",
            ),
        ),
        Condition(
            "context",
            Text(
                "en grupp som ingen har sagt något om i den delen tas inte upp",
                "a group of which nobody has said anything in that respect is left out",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Det framgår inte var gällande överenskommelser, uppdrag och rutiner finns: {subject}.",
            "It is not told where the agreements, assignments and routines in force are found: {subject}.",
        ),
        "unclear": Text(
            "Det är oklart vilka överenskommelser, uppdrag och rutiner som gäller eller var de finns: {subject}.",
            "It is unclear which agreements, assignments and routines apply or where they are: {subject}.",
        ),
        "remit": Text(
            "Uppdraget, eller var det är beskrivet, är inte känt bland ledamöterna: {subject}.",
            "The remit, or where it is described, is not known among the members: {subject}.",
        ),
        "remit_unclear": Text(
            "Det är oklart om ledamöterna känner till uppdraget: {subject}.",
            "It is unclear whether the members know the remit: {subject}.",
        ),
    },
    looked_at=Text("grupper och system som helhet", "groups and systems as a whole"),
    looks_at=lambda org: 1 + count_of("group")(org),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for the system, and for each group or set of groups whose members do not know the remit."""
    for system in org.subjects("system"):
        if system.speaks_of("documents"):
            documents = system.fact("documents")
            message = "unclear" if documents.unclear() else "finding"
            yield Row(system.id, documents.missing_or_unclear(), message, extent=system.extent)
    groups = [group for group in org.subjects("group") if group.speaks_of("remit_known")]
    in_some_cases = {group.id for group in groups if group.extent is not None}
    for group in groups:
        known = group.fact("remit_known")
        silent = known.origin == Origin.SILENCE
        hint = None if group.id in in_some_cases else known.possibly
        if silent and hint in (None, (State.VALUE, True)):
            continue
        unclear = known.unclear() or (silent and hint == (State.UNCLEAR, None))
        proof = all_of(org.in_force(group), any_of(known.unclear(), known.says(False)))
        yield Row(group.id, proof, "remit_unclear" if unclear else "remit", extent=group.extent)
