"""SRC901: facts without a source, counted in one finding for the whole model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from remit.graph.logic import Evidence, Ground, Proof
from remit.graph.org import Org, is_unsourced
from remit.model.facts import Degree, Said, State
from remit.model.text import Text
from remit.queries.rule import Condition, Reach, Row, Rule, Settings

FACTS = Text("uppgifter", "facts")

RULE = Rule(
    code="SRC901",
    name="unsourced-fact",
    severity="info",
    title=Text("Uppgift utan källa", "Fact without a source"),
    definition=Text(
        "En uppgift i modellen anger ingen källa, fast modellen har källor.",
        "A fact in the model names no source, although the model has sources.",
    ),
    rationale=Text(
        "En iakttagelse kan inte prövas av någon annan om det inte går att se var uppgiften kommer ifrån.",
        "Nobody else can check a finding if it cannot be seen where the fact comes from.",
    ),
    harm=Text(
        "Beslut om invånarnas vård kan komma att vila på något som ingen har sagt.",
        "Decisions on the care of citizens may come to rest on what nobody has said.",
    ),
    repair=Text(
        "Ange dokument, rubrik och stycke, på uppgiften eller en gång för hela avsnittet.",
        "Give the document, heading and paragraph, on the fact or once for the whole section.",
    ),
    origin=Text(
        "God revisionssed: varje iakttagelse ska kunna spåras till sitt underlag.",
        "Good auditing practice: every finding must be traceable to its evidence.",
    ),
    conditions=(
        Condition(
            "context",
            Text(
                "modellen anger minst en källa, utöver scenarier som den har ändrats med",
                "the model declares at least one source, beside scenarios that it was changed by",
            ),
        ),
        Condition("defect", Text("uppgiften anger ingen källa", "the fact names no source")),
        Condition(
            "excuse",
            Text(
                "uppgiften är planerarens egen, eller säger bara att något inte är känt",
                "the fact is the planner's own, or says only that something is not known",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Uppgifter utan källa: {count} av {total}, om {entities} av det som modellen beskriver ({subject}).",
            "Facts without a source: {count} of {total}, about {entities} of the things described ({subject}).",
        ),
    },
    looked_at=FACTS,
    looks_at=lambda org: len(_facts(org)),
)


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """One row for the system where some facts have no source; none where the model declares no sources, or only the
    scenarios that made it.
    """
    if all(getattr(org.entity(source.id), "kind", None) == "scenario" for source in org.things("source")):
        return
    facts = _facts(org)
    missing: dict[str, dict[str, None]] = defaultdict(dict)
    count = 0
    for about, path, said in facts:
        if is_unsourced(said):
            missing[about][path] = None
            count += 1
    if not count:
        return
    evidence = tuple(Evidence(about, "no source", ", ".join(paths)) for about, paths in sorted(missing.items()))
    yield Row(
        org.system.id,
        Proof(Degree.ESTABLISHED, Ground.COUNTED, evidence),
        values={"count": count, "total": len(facts), "entities": len(missing)},
        reach=(Reach(count, len(facts), FACTS),),
    )


def _facts(org: Org) -> list[tuple[str, str, Said]]:
    """Everything that is said of anything: about whom, of which field, and the words."""
    own = [(identifier, path, said) for identifier in org.model.entities for path, said in org.said_of(identifier)]
    table = [(statement.about, statement.what, statement.said) for statement in org.model.statements]
    return [*own, *(fact for fact in table if fact[2].state != State.UNKNOWN)]
