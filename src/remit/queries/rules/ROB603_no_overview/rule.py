"""ROB603: nobody has all principals and levels of the collaboration system in view."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import NO, OPEN, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.rule import Condition, Reach, Row, Rule, Settings

COORDINATORS = Text("koordinatorer", "coordinators")

RULE = Rule(
    code="ROB603",
    name="no-overview",
    severity="warning",
    title=Text("Ingen har överblick över helheten", "Nobody has the whole in view"),
    definition=Text(
        "Det kan finnas koordinatorer, men ingen av dem omfattar alla vårdhuvudmän och alla nivåer i "
        "samverkanssystemet, och ingen annan anges ha hel överblick.",
        "There may be coordinators, but none of them covers all care principals and all levels of the "
        "collaboration system, and nobody else is stated to have the whole in view.",
    ),
    rationale=Text(
        "Ju fler delar ett system är uppdelat i, desto mer behöver någon hålla ihop dem. Den som bara ser "
        "sin del märker inte att frågor behandlas dubbelt eller faller mellan delarna.",
        "The more parts a system is divided into, the more somebody must hold them together. Who sees only "
        "one part does not notice that matters are treated twice or fall between the parts.",
    ),
    harm=Text(
        "En invånare vars behov berör flera huvudmän och nivåer har ingen som kan se var frågan har fastnat.",
        "A citizen whose needs concern several principals and levels has nobody who can see where the matter stands.",
    ),
    repair=Text(
        "Ge en koordinator eller funktion i uppdrag att stödja alla huvudmän på alla nivåer, eller låt de "
        "som finns täcka helheten tillsammans under någon som har den i sikte.",
        "Give a coordinator or function the task to support all principals at all levels, or let those that "
        "exist cover the whole together under somebody who has it in view.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), utredarens reflexioner och avsnittet om "
        "koordinatorer. Bakgrund: Lawrence och Lorsch (1967) om integrerande funktioner i uppdelade "
        "organisationer.",
        "The Västerbotten inquiry on collaboration (2018), the author's reflections and the section on "
        "coordinators. Background: Lawrence and Lorsch (1967) on integrating functions in divided "
        "organisations.",
    ),
    conditions=(
        Condition(
            "defect",
            Text(
                "en källa säger att ingen har hel överblick",
                "a source says that nobody has the whole in view",
            ),
        ),
        Condition(
            "defect",
            Text(
                "eller: alla koordinatorer är angivna och ingen av dem omfattar alla vårdhuvudmän och nivåer",
                "or: all coordinators are listed and none of them covers all care principals and levels",
            ),
        ),
        Condition(
            "context",
            Text(
                "i det senare fallet: det finns grupper att överblicka",
                "in the latter case: there are groups to oversee",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "någon som finns kvar anges ha hel överblick över systemet",
                "somebody who is still there is stated to have the whole system in view",
            ),
        ),
        Condition(
            "excuse",
            Text("en koordinator anges ha hel överblick", "a coordinator is stated to have the whole in view"),
        ),
    ),
    messages={
        "finding": Text(
            "Ingen har alla huvudmän och nivåer i sikte, fastän koordinatorer finns ({number}): {subject}.",
            "Nobody has all principals and levels in view, although there are coordinators ({number}): {subject}.",
        ),
        "unlisted": Text(
            "Ingen anges ha alla huvudmän och nivåer i sikte: {subject}.",
            "Nobody is stated to have all principals and levels in view: {subject}.",
        ),
    },
    looked_at=COORDINATORS,
    looks_at=lambda org: len(_coordinators(org)),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for the system where nobody has the whole in view."""
    listed = _coordinators(org)
    for system in org.subjects("system"):
        if not system.speaks_of("overview"):
            continue
        overview = system.fact("overview")
        proof = excused(
            any_of(
                overview.missing() if overview.stated else NO,
                _nobody_covers_all(org, listed) if system.extent is None else NO,
            ),
            _stated(org, overview),
            NO if overview.known else overview.excuse(),
            *(all_of(org.in_force(one), one.fact("overview").excuse(True)) for one in listed),
        )
        ids = tuple(one.id for one in listed)
        if listed:
            reach = (Reach(len(listed), len(listed), COORDINATORS),)
            values = {"number": _number(listed)}
            yield Row(system.id, proof, "finding", ids, extent=system.extent, values=values, reach=reach)
        else:
            yield Row(system.id, proof, "unlisted", extent=system.extent)


def _coordinators(org: Org) -> list[Thing]:
    """The coordinators that are or may be in force."""
    return [one for one in org.things("coordinator") if org.in_force(one)]


def _stated(org: Org, overview: Fact) -> Proof:
    """The excuse that somebody who is there is stated to have the whole in view."""
    named = [item.value for item in overview.items]
    return any_of(*(all_of(overview.has(one), org.in_force(org.thing(one))) for one in named))


def _nobody_covers_all(org: Org, listed: list[Thing]) -> Proof:
    """To what degree all coordinators are listed and none of them covers every care principal and level."""
    groups = any_of(*(all_of(org.in_force(group), org.counted(group)) for group in org.groups()))
    gaps = (_gap(org, one) for one in listed)
    return all_of(groups.context(), org.resolver.listed("coordinator"), *gaps).on(Ground.STRUCTURAL)


def _gap(org: Org, coordinator: Thing) -> Proof:
    """To what degree a coordinator leaves a care principal or level out, or is said to lack the overview."""
    overview = coordinator.fact("overview")
    if overview.known:
        gap = overview.is_(False)
    else:
        covers, levels = coordinator.fact("covers"), coordinator.fact("levels")
        gap = any_of(
            *(_left_out(org, covers, principal) for principal in org.care_principals),
            *(levels.lacks(level.id) for level in org.things("level")),
        )
    return any_of(gap, OPEN) if org.in_force(coordinator).degree == Degree.OPEN else gap


def _left_out(org: Org, covers: Fact, principal: str) -> Proof:
    """To what degree a principal is not covered, by itself or in a territory (a vague one leaves it open)."""
    territories = [org.thing(value) for value in covers.values if org.kind(value) == "territory"]
    holding = {one.id for one in territories if principal in org.expand_principals(one.fact("principals"))}
    gap = covers.lacks(lambda value: value == principal or value in holding)
    vague = any(not one.fact("principals").known for one in territories)
    return gap.at_most(Degree.OPEN) if vague else gap


def _number(listed: list[Thing]) -> Text:
    """How many coordinators there are, as far as it is told."""
    counts = [one.fact("count").value for one in listed]
    total = sum(1 if count is None else 2 if count == "many" else int(count) for count in counts)
    return Text(f"minst {total}", f"at least {total}") if "many" in counts else Text(str(total), str(total))
