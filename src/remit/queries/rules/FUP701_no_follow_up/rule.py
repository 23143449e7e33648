"""FUP701: a group, agreement or the whole system is followed up by no indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from remit.graph.logic import YES, Evidence, Proof, all_of, any_of, excused, merge
from remit.graph.org import Org, Thing
from remit.model.facts import Degree, State
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings

KINDS = ("group", "agreement", "system")

RULE = Rule(
    code="FUP701",
    name="no-follow-up",
    severity="warning",
    title=Text("Ingen uppföljning med indikatorer", "No follow-up by indicators"),
    definition=Text(
        "En stående grupp i samverkanssystemet, en gällande överenskommelse eller systemet som helhet har "
        "ingen gällande indikator. Finns en plikt att följa upp och en ansvarig för den sägs det för sig.",
        "A standing group of the collaboration system, an agreement in force or the system as a whole has "
        "no indicator in force. Where there is a duty to follow up and somebody who answers for it, that is "
        "told apart.",
    ),
    rationale=Text(
        "Utan överenskomna mått kan varken uppdragsgivare eller grupper se om samverkan fungerar, och "
        "stödet hamnar där någon ropar högst i stället för där det behövs.",
        "Without agreed measures neither principals nor groups can see whether collaboration works, and "
        "support goes where the voices are loudest instead of where it is needed.",
    ),
    harm=Text(
        "Brister som drabbar invånare upprepas därför att ingen ser dem i tid.",
        "Failings that hit citizens are repeated because nobody sees them in time.",
    ),
    repair=Text(
        "Kom överens om några få indikatorer, helst ur uppgifter som redan registreras, och om vem som "
        "ansvarar för var och en, hur ofta de redovisas och för vem.",
        "Agree on a few indicators, preferably from data that are already recorded, and on who answers for "
        "each, how often they are reported and to whom.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), utredarens reflexioner; överenskommelsen om "
        "hemsjukvård, avsnitt 9 om uppföljning. Bakgrund: Socialstyrelsens föreskrifter om systematiskt "
        "kvalitetsarbete (SOSFS 2011:9), kraven på egenkontroll.",
        "The Västerbotten inquiry on collaboration (2018), the author's reflections; the agreement on home "
        "health care, section 9 on follow-up. Background: the Swedish regulations on systematic quality "
        "work (SOSFS 2011:9), the demands on self-monitoring.",
    ),
    conditions=(
        Condition(
            "context",
            Text(
                "gruppen eller överenskommelsen är gällande eller tillämpas",
                "the group or agreement is in force or practised",
            ),
        ),
        Condition(
            "context",
            Text(
                "en grupp är stående och räknas till samverkanssystemet",
                "a group is a standing one and counted to the collaboration system",
            ),
        ),
        Condition("defect", Text("gällande indikator saknas", "there is no indicator in force")),
        Condition(
            "excuse",
            Text("en indikator på annat håll anges mäta den", "an indicator elsewhere is stated to measure it"),
        ),
    ),
    messages={
        "finding": Text(
            "Indikatorer för uppföljning saknas: {subject}.",
            "There are no indicators for follow-up: {subject}.",
        ),
        "duty": Text(
            "Plikt att följa upp och ansvarig är angivna, men inte några indikatorer: {subject}.",
            "A duty to follow up and who answers for it are stated, but no indicators: {subject}.",
        ),
    },
    looked_at=Text("grupper, överenskommelser och system som helhet", "groups, agreements and systems as a whole"),
    looks_at=lambda org: len([one for kind in KINDS for one in org.things(kind) if _scope(org, one)]),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each group, agreement and system, or set of them to an extent, without an indicator."""
    measured = _measured(org)
    for kind in KINDS:
        for thing in org.subjects(kind):
            if thing.speaks_of("indicators"):
                proof = all_of(_scope(org, thing), _without(org, thing, measured))
                message, proof = _told_apart(thing, proof)
                yield Row(thing.id, proof, message, extent=thing.extent)


def _scope(org: Org, thing: Thing) -> Proof:
    """To what degree it is something that should be followed up."""
    group = thing.kind == "group"
    standing = all_of(org.counted(thing), thing.fact("form").is_("standing")) if group else YES
    return all_of(org.in_force(thing), standing).context()


def _measured(org: Org) -> Mapping[str, list[Proof]]:
    """For each id: the indicators, as far as they are in force, that are stated to measure it."""
    found: dict[str, list[Proof]] = defaultdict(list)
    for indicator in org.things("indicator"):
        measures = indicator.fact("measures")
        for target in measures.values:
            found[target].append(all_of(measures.has(target), org.in_force(indicator)))
    return found


def _without(org: Org, thing: Thing, measured: Mapping[str, list[Proof]]) -> Proof:
    """To what degree it has no indicator in force: its own that are not in force do not count."""
    fact = thing.fact("indicators")
    there = [item.value for item in fact.items if item.state != State.NONE]  # nobody knows: it may be
    living = {one: org.in_force(org.thing(one)) for one in there}
    sure = {i for i, there in living.items() if there.degree > Degree.OPEN}
    lacking = fact.lacks(sure.__contains__)
    own = (all_of(fact.has(i), there) for i, there in living.items())
    return excused(lacking, *own, any_of(*measured.get(thing.id, ())))


def _told_apart(thing: Thing, proof: Proof) -> tuple[str, Proof]:
    """The message, and the proof with what is said of the duty and its owner where both are stated."""
    duty, owner = thing.fact("follow_up.duty"), thing.fact("follow_up.owner")
    if not (duty.value and owner.known):
        return "finding", proof
    seen = proof.seen(Evidence(thing.id, "follow_up.duty", "yes"), Evidence(thing.id, "follow_up.owner", owner.value))
    return "duty", seen._replace(sources=merge((*proof.sources, *duty.sources, *owner.sources)))
