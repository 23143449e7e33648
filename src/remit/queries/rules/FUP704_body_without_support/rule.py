"""FUP704: a body is to carry out a plan and has no staff for it."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import Proof, all_of, any_of, firm
from remit.graph.org import Org, Thing
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

RULE = Rule(
    code="FUP704",
    name="body-without-support",
    severity="warning",
    title=Text("Organ utan stöd för genomförandet", "Body without support for carrying out"),
    definition=Text(
        "Ett gällande organ ska genomföra en plan, ett mål eller en överenskommelse och har ingen personal för det.",
        "A body in force is to carry out a plan, a goal or an agreement and has no staff for it.",
    ),
    rationale=Text(
        "Ledamöter som möts några gånger om året genomför inget mellan mötena; det behövs någon som gör det.",
        "Members who meet a few times a year carry nothing out between meetings; somebody must do it.",
    ),
    harm=Text(
        "Det som beslutats om invånarens vård blir kvar på papper.",
        "What was decided about a citizen's care stays on paper.",
    ),
    repair=Text(
        "Ge organet personal, eller lägg genomförandet hos den som har det.",
        "Give the body staff, or lay the carrying out on somebody who has it.",
    ),
    origin=Text(
        "Temakonferensen i Malmö (2019), slutsatser: är de delregionala organen organiserade och bemannade som "
        "stöd för genomförandet.",
        "The theme conference in Malmö (2019), conclusions: are the subregional bodies organised and staffed as "
        "support for implementation.",
    ),
    conditions=(
        Condition("context", Text("organet är gällande", "the body is in force")),
        Condition("context", Text("det är angivet att det ska genomföra något", "it is told to carry something out")),
        Condition("defect", Text("det saknar personal för det", "it has no staff for it")),
    ),
    messages={
        "finding": Text(
            "Ska genomföra men saknar personal för det: {subject}.",
            "Is to carry out but has no staff for it: {subject}.",
        )
    },
    looked_at=Text("grupper", "groups"),
    looks_at=count_of("group"),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each group, or set of groups to an extent, that is to carry something out without staff."""
    for group in org.subjects("group"):
        if group.speaks_of("staff"):
            plan = org.told(group, _carries_out).context()
            proof = all_of(org.in_force(group), plan, group.fact("staff").missing())
            yield Row(group.id, proof, extent=group.extent)


def _carries_out(group: Thing) -> Proof:
    """To what degree it is told to carry something out."""
    plan = group.fact("carries_out")
    return any_of(plan.excuse(), firm(plan.has(lambda _: True)))
