"""DEC402: the outcome of a recommendation does not return."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from remit.graph.logic import NO, OPEN, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.graph.resolve import Origin
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.cypher import Record, proof_of, row_of
from remit.queries.rule import Condition, Named, Reach, Row, Rule, Settings

RULE = Rule(
    code="DEC402",
    name="no-report-back",
    severity="warning",
    title=Text("Ingen återkoppling", "No report back"),
    definition=Text(
        "Utfallet av en rekommendation kommer inte tillbaka till gruppen som gav den eller till dem som väckte frågan.",
        "The outcome of a recommendation does not return to the group that gave it, or to those who raised the matter.",
    ),
    rationale=Text(
        "Den som inte får veta vad det blev av en rekommendation kan varken följa upp den eller lära av den.",
        "Whoever does not learn what became of a recommendation can neither follow it up nor learn from it.",
    ),
    harm=Text(
        "Invånaren och den som förde fram frågan får aldrig svar, och samma fråga väcks igen.",
        "The citizen and those who brought the matter up never get an answer, and the same matter is raised again.",
    ),
    repair=Text(
        "Låt varje huvudman anmäla sitt beslut till gruppen, och låt gruppen ge besked till dem som väckte frågan. "
        "Eller publicera besluten.",
        "Let each principal report its decision to the group, and let the group tell those who raised the matter. Or "
        "publish the decisions.",
    ),
    origin=Text(
        "Återkoppling som villkor för styrning (reglerteknik och kvalitetscirkeln) och utredningen om samverkan i "
        "Västerbotten (2018), förslaget om hur beslut återrapporteras.",
        "Feedback as a condition of control (control theory and the quality circle) and the Västerbotten inquiry on "
        "collaboration (2018), its proposal on how decisions are reported back.",
    ),
    conditions=(
        Condition("context", Text("gruppen gäller eller tillämpas", "the group is in force or practised")),
        Condition("defect", Text("en källa säger att utfallet inte återförs", "a source says that no outcome returns")),
        Condition("context", Text("gruppen rekommenderar", "the group recommends")),
        Condition("defect", Text("ingen återrapporterar till gruppen", "nobody reports back to the group")),
        Condition("excuse", Text("det är angivet hur utfallet återförs", "it is stated how the outcome returns")),
        Condition(
            "context",
            Text(
                "en annan grupp lyfter frågor dit utan att gå genom linjen",
                "another group escalates matters to it without passing the line",
            ),
        ),
        Condition(
            "defect", Text("ingen återrapporterar till den andra gruppen", "nobody reports back to that other group")
        ),
        Condition("excuse", Text("besluten publiceras", "decisions are published")),
        Condition("context", Text("i registret: beslutet är fattat", "in the register: the decision is taken")),
        Condition("defect", Text("i registret: det är inte återfört", "in the register: it is not reported back")),
    ),
    messages={
        "finding": Text(
            "Utfallet av rekommendationer återförs inte: {subject}.",
            "The outcome of recommendations does not return: {subject}.",
        ),
        "raised": Text(
            "Utfallet återförs inte till dem som väckte frågan ({raisers}): {subject}.",
            "The outcome does not return to those who raised the matter ({raisers}): {subject}.",
        ),
        "register": Text(
            "Beslut som inte återrapporterats från {principals}: {subject}.",
            "Decisions not reported back from {principals}: {subject}.",
        ),
    },
    looked_at=Text("grupper som rekommenderar", "groups that recommend"),
    looks_at=lambda org: sum(1 for group in org.groups() if org.recommends(group)),
)

DECISIONS = Text("beslut", "decisions")


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """Rows for groups to which no outcome returns, for those who raised matters, and for recommendations."""
    listed = all_of(
        *(
            org.routes_listed(body.id, "reports_back_to")
            for kind in ("group", "unit", "function")
            for body in org.things(kind)
        )
    )
    subjects = [one for one in org.subjects("group") if one.speaks_of("report_back")]
    some_cases = {one.id for one in subjects if one.extent is not None}
    for group in subjects:
        back = group.fact("report_back")
        own_cases = group.extent is None and group.id in some_cases
        told = back.missing() if back.doubted and not own_cases else NO
        if group.extent is None:
            recommends = org.recommends(group)
            silent = all_of(recommends, excused(_nothing_returns(org, group.id, listed), back.excuse()))
            told = any_of(told, silent)
            yield _raisers(org, group, all_of(org.in_force(group), recommends), listed)
        yield Row(group.id, all_of(org.in_force(group), told), extent=group.extent)
    yield from _register(org)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; which raisers and which decisions are the surest, and therefore named, is
    known when they are weighed.
    """
    for record in records:
        if record["message"] == "raised":
            found: dict[str, Proof] = defaultdict(lambda: NO)
            for raiser, term in record["found"]:
                found[raiser] = any_of(found[raiser], proof_of(term))
            yield _raised(record["subject"], found, proof_of(record["published"]))
        elif record["message"] == "register":
            taken = [(who, proof_of(term)) for who, term in record["found"]]
            yield _registered(record["subject"], proof_of(record["here"]), taken)
        else:
            yield row_of(None, record)


def _nothing_returns(org: Org, body: str, listed: Proof) -> Proof:
    """To what degree nobody reports back to a body."""
    back = any_of(*(edge.holds for edge in org.into(body, "reports_back_to") if edge.extent is None))
    if back.degree > Degree.OPEN:
        return NO
    missing = (OPEN if back else listed).seen(Evidence(body, "no reports_back_to", body))
    return missing.on(Ground.STRUCTURAL)


def _raisers(org: Org, group: Thing, context: Proof, listed: Proof) -> Row:
    """The groups that bring matters straight to a group, and to which no outcome returns."""
    found: dict[str, Proof] = {}
    for edge in org.into(group.id, "escalates_to"):
        if not edge.through and org.kind(edge.source) == "group":
            silent = all_of(org.in_force(org.thing(edge.source)), _nothing_returns(org, edge.source, listed))
            found[edge.source] = any_of(found.get(edge.source, NO), all_of(context, edge.holds, silent))
    return _raised(group.id, found, _published(org, group))


def _raised(group: str, found: Mapping[str, Proof], published: Proof) -> Row:
    """The row on those who most surely raised matters and hear nothing, unless the decisions are published."""
    best = excused(any_of(*found.values()), published)
    raisers = tuple(sorted(one for one, proof in found.items() if proof and proof.degree >= best.degree))
    return Row(group, best, "raised", raisers, values={"raisers": Named(raisers)})


def _published(org: Org, group: Thing) -> Proof:
    """To what degree the decisions are stated to be published, on the whole or by each principal concerned."""
    system = org.system.fact("publishes_decisions").excuse(True)
    if group.fact("territory").left_open:  # it may be that of one who publishes them
        some = any_of(*(org.thing(one).fact("publishes_decisions").excuse(True) for one in org.care_principals))
        return any_of(system, some.at_most(Degree.OPEN))
    principals, _ = org.territory(group)
    each = all_of(*(org.thing(one).fact("publishes_decisions").excuse(True) for one in sorted(principals)))
    return any_of(system, each if principals else NO)


def _register(org: Org) -> Iterator[Row]:
    """The recommendations of the register with decisions that were taken and not reported back."""
    decisions: dict[str, list[Thing]] = {}
    for decision in org.things("decision"):
        decisions.setdefault(org.model.parents[decision.id][0], []).append(decision)
    for recommendation, taken in sorted(decisions.items()):
        found = [(one.fact("principal").value or one.id, _unreported(one)) for one in taken]
        yield _registered(recommendation, org.presence(recommendation), found)


def _registered(recommendation: str, here: Proof, taken: list[tuple[str, Proof]]) -> Row:
    """The row on a recommendation: whose decisions, in order of their ids, are most surely not reported back."""
    best = any_of(*(proof for _, proof in taken))
    who = tuple(one for one, proof in taken if proof and proof.degree == best.degree)
    return Row(
        recommendation,
        all_of(here, best),
        "register",
        who,
        values={"principals": Named(who)},
        reach=(Reach(len(who), len(taken), DECISIONS),),
    )


def _unreported(decision: Thing) -> Proof:
    """To what degree a decision is taken and its outcome not reported back."""
    outcome, reported = decision.fact("outcome"), decision.fact("reported_back")
    taken = outcome.is_(lambda value: value != "pending").context()
    no = reported.says(False) if reported.known else reported.missing()
    if reported.origin == Origin.SILENCE and not outcome.known:
        return NO
    return all_of(taken, no)
