"""A collaboration group or arena, where functions of several principals meet."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from remit.model.kind import AsList, Date, Entity, KindMeta, Range, RefTo, Words, YesNo, fact
from remit.model.kinds._shared import (
    ChairFields,
    ExpectedFields,
    FollowUpFields,
    Populations,
    Principals,
    RemitFields,
)
from remit.model.kinds.route import Routes
from remit.model.kinds.seat import Seat
from remit.model.text import Text


class Group(Entity, Routes):
    """Where functions of several principals meet."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="group",
        section="groups",
        label=Text("samverkansgrupp", "collaboration group"),
        plural=Text("samverkansgrupper", "collaboration groups"),
        description=Text(
            "En arena där funktioner från flera huvudmän möts.", "Where functions of several principals meet."
        ),
        parts=(("seats", "seat"),),
    )

    title: Words | None = fact("what it is also called, as a title", "vad den också benämns, som titel")
    level: Annotated[str, RefTo(("level",))] | None = fact("its level", "dess nivå")
    territory: Annotated[list[str], AsList, RefTo(("principal", "territory"))] | None = fact(
        "the principals or territories it is for", "huvudmännen eller områdena den är till för"
    )
    kind: Literal["political", "officials", "mixed"] | None = fact("who meets in it", "vilka som möts i den")
    form: Literal["standing", "meeting_form", "project", "working_group"] = fact(
        "its form (a standing group, a form of meeting such as a yearly seminar, a project or a working group)",
        "dess form (stående grupp, mötesform såsom ett årligt seminarium, projekt eller arbetsgrupp)",
        default="standing",
    )
    status: Literal["in_force", "practised", "under_development", "ended"] = fact(
        "in force; practised without being formally described; under development; ended",
        "gällande; tillämpad utan att vara formellt beskriven; under utveckling; avslutad",
        default="in_force",
    )
    counted: YesNo = fact(
        "whether it is counted to the collaboration system",
        "om den räknas till samverkanssystemet",
        default=True,
    )
    populations: Populations | None = fact("whom it is for", "vilka målgrupper den gäller")
    remit: RemitFields | None = fact(
        "its remit: purpose, powers, topics", "dess uppdrag: syfte, befogenheter, frågor", listing=True
    )
    assignment: Words | None = fact(
        "the rules of procedure or other document that describes its assignment",
        "arbetsordningen eller annat dokument som beskriver uppdraget",
        listing=True,
    )
    goal: Annotated[list[str], AsList, RefTo(("goal",))] | None = fact(
        "the goals it is to reach", "målen den ska nå", listing=True
    )
    assigned_by: Annotated[list[str], AsList, RefTo(("group", "unit", "function", "principal"))] | None = fact(
        "the body that is to give it its purpose, goal and assignment",
        "organet som ska ge den syfte, mål och uppdrag",
        listing=True,
    )
    carries_out: Annotated[list[str], AsList, RefTo(("activity", "agreement", "goal", "topic"))] | None = fact(
        "the plan, goals or activities that it is to carry out", "planen, målen eller aktiviteterna den ska genomföra"
    )
    staff: Words | None = fact("the staff it has for its work", "personalen den har för arbetet", listing=True)
    expected: ExpectedFields | None = fact("what others await from it", "vad andra väntar sig av den")
    remit_known: YesNo | None = fact(
        "whether its members know its remit and where it is described",
        "om ledamöterna känner till uppdraget och var det står",
    )
    seats: list[Seat] | None = fact("its members", "dess platser", listing=True)
    equal_mandates: YesNo | None = fact(
        "whether the members' mandates match", "om ledamöternas mandat matchar varandra"
    )
    owner: Words | None = fact(
        "whether somebody in it takes its matters as theirs (none: nobody does)",
        "om någon i den tar frågorna som sina (none: ingen gör det)",
    )
    answers_to: Annotated[list[str], AsList, RefTo(("group", "unit", "function", "principal", "joint_body"))] | None = (
        fact("the body it answers to", "organet den svarar inför", listing=True)
    )
    parent: Annotated[str, RefTo(("group",))] | None = fact(
        "the group that appointed it inside itself", "gruppen som tillsatt den inom sig", listing=True
    )
    agreement: Annotated[str, RefTo(("agreement",))] | None = fact(
        "the agreement it rests on", "överenskommelsen den vilar på", listing=True
    )
    meetings_per_year: Range | None = fact("meetings a year", "möten per år")
    meeting_dates: Annotated[list[Date], AsList] | None = fact(
        "the dates of a year's meetings", "mötesdatumen under ett år"
    )
    places_per_agenda: int | None = fact("how many matters a meeting can treat", "hur många ärenden ett möte hinner")
    meeting_hours: Range | None = fact("hours a meeting lasts", "timmar ett möte varar")
    chair: ChairFields | None = fact("the rule for the chair", "regeln för ordförandeskapet")
    convener: Words | None = fact("the rule for who convenes", "regeln för vem som är sammankallande")
    coordinator: Annotated[list[str], AsList, RefTo(("coordinator", "function"))] | None = fact(
        "who coordinates it", "vem som koordinerar den", listing=True
    )
    introduction: Words | None = fact(
        "the introduction routine for new members", "introduktionsrutinen för nya ledamöter", listing=True
    )
    introduction_owner: Annotated[str, RefTo(("group", "function", "unit", "principal", "coordinator"))] | None = fact(
        "who answers for the introduction", "vem som ansvarar för introduktionen", listing=True
    )
    decision_step: Words | None = fact(
        "how what it recommends is decided by each principal",
        "hur det den rekommenderar beslutas av varje huvudman",
    )
    unanimous: YesNo | None = fact(
        "whether what it recommends needs every principal's approval",
        "om det den rekommenderar kräver alla huvudmäns bifall",
    )
    way_on: Words | None = fact(
        "what happens after one rejection (none where a source says that nothing does)",
        "vad som händer efter ett avslag (none om en källa säger att inget gör det)",
    )
    report_back: Words | None = fact(
        "how the outcome of its recommendations returns to it",
        "hur utfallet av rekommendationer återförs till den",
    )
    starts_from_needs: Words | None = fact(
        "how it starts from the citizen's needs and movements between services",
        "hur den utgår från invånarens behov och rörelser mellan verksamheter",
    )
    development: Words | None = fact(
        "how methods are developed and research is done near the user through it",
        "hur metodutveckling och forskning sker nära brukaren genom den",
    )
    follow_up: FollowUpFields | None = fact("how its work is followed up", "hur dess arbete följs upp")
    indicators: Annotated[list[str], AsList, RefTo(("indicator",))] | None = fact(
        "the indicators it is followed up by", "indikatorerna den följs upp med", listing=True
    )
    law: Annotated[str, RefTo(("source",))] | None = fact(
        "the law that founds it and gives it powers", "lagen som grundar den och ger den befogenheter"
    )
    legal_person: YesNo | None = fact("whether it is a legal person of its own", "om den är en egen juridisk person")
    steers: Annotated[list[str], AsList, RefTo(("group", "unit", "agreement", "goal"))] | None = fact(
        "what it is steering group for", "vad den är styrgrupp för"
    )
    appointed_by: Principals | None = fact("who appoints it", "vem som tillsätter den")
    since: Date | None = fact("from which day", "från vilken dag")
    until: Date | None = fact("to which day", "till vilken dag")
