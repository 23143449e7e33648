"""Steps 4 to 7: recommended, decided, reported back, carried out."""

from __future__ import annotations

from collections.abc import Sequence

from remit.graph.logic import NO, OPEN, YES, Proof, all_of, any_of
from remit.graph.loop.deciding import Deciding
from remit.graph.loop.decision import PRINCIPAL, TASK, Decider
from remit.graph.loop.records import Missing, Step
from remit.graph.loop.terrain import BEFORE, Tail
from remit.graph.org import Org, Thing
from remit.model.facts import Degree, State
from remit.model.text import Text


class Descent(Deciding):
    """From a group that treats a topic to the citizen; the same for every principal, so kept."""

    def __init__(self, org: Org, certainty: Degree) -> None:
        super().__init__(org, certainty)
        self._after: dict[tuple[str, str], Tail] = {}
        self._publishing: dict[frozenset[str], Proof] = {}

    def _tail(self, upper: Thing, topic: str) -> Tail:
        """Steps 4, 5, 6a and 7 from a group onward: the same for every principal, so kept."""
        key = (upper.id, topic)
        if key not in self._after:
            tails = [self._tail_of(group, reach, topic) for group, reach in self._onward(upper, topic)]
            self._after[key] = min(tails, key=lambda t: (t.rank(), t.recommender.id if t.recommender else ""))
        return self._after[key]

    def _onward(self, group: Thing, topic: str) -> list[tuple[Thing, Proof]]:
        """The group, and the groups that it prepares for, recommends or escalates to, with how sure the way is."""
        found: dict[str, Proof] = {group.id: YES}
        queue = [group.id]
        while queue:
            here = queue.pop(0)
            for edge in self.org.out(here, "prepares_for", "recommends_to", "escalates_to"):
                if self.org.kind(edge.target) != "group" or edge.target in found:
                    continue
                in_force = self.org.in_force(self.org.thing(edge.target))
                proof = all_of(found[here], edge.holds, self.org.carries(edge, topic), in_force)
                if proof:
                    found[edge.target] = proof
                    queue.append(edge.target)
        return [(self.org.thing(identifier), proof) for identifier, proof in found.items()]

    def _tail_of(self, group: Thing, reach: Proof, topic: str) -> Tail:
        org, g = self.org, self.name(group.id)
        concerned, _ = org.concerned(topic, group)
        decides = any_of(org.power(group, "remit", "decide", topic), org.seats_decide(group, topic, concerned))
        decides = all_of(decides, reach)
        if decides.degree >= self.certainty:
            fact = group.fact("remit.powers")
            reason = Text(f"{g.sv} beslutar själv", f"{g.en} decides itself")
            steps = [
                self.unneeded("4", fact, reason),
                self.step("5", decides, NO, group.id, reason),
                self.unneeded("6a", fact, reason),
                self._carried_out(group, topic, concerned),
            ]
            decision = self.decision(self.decides_itself(group, topic, concerned), group, steps[1])
            return Tail(group, concerned, steps, _lost(steps[-1], group), decision)
        home = all_of(reach, *(self._takes_home(group, q, topic) for q in sorted(concerned)))
        by = self.decided_by(group, topic, concerned)
        recommends, cut4 = self._recommended(group, reach, topic, concerned, home, by)
        decided, cut5 = self._decided(group, topic, concerned, recommends, home, by)
        back, cut6 = self._reported(group, concerned)
        out = self._carried_out(group, topic, concerned)
        cut = [*cut4, *cut5, *cut6, *_lost(out, group)]
        return Tail(group, concerned, [recommends, decided, back, out], cut, self.decision(by, group, decided))

    def _recommended(
        self,
        group: Thing,
        reach: Proof,
        topic: str,
        concerned: frozenset[str],
        home: Proof,
        by: tuple[Decider, ...],
    ) -> tuple[Step, list[Missing]]:
        org, g = self.org, self.name(group.id)
        if len(concerned) == 1:
            fact = group.fact("remit.powers")
            return self.unneeded("4", fact, Text("den rör en enda huvudman", "it concerns a single principal")), []
        may = any_of(
            org.power(group, "remit", "recommend", topic),
            *(e.holds for e in org.out(group.id, "recommends_to")),
        )
        to_each, denied, missing = self._to_each(group, topic, concerned)
        yes = all_of(may, to_each, reach)
        if yes.degree >= self.certainty:
            each = Text(f"var och en av {len(concerned)} huvudmän", f"each of {len(concerned)} principals")
            to = each if all(one.form == PRINCIPAL for one in by) else self._listed(by)
            text = Text(f"{g.sv} rekommenderar {to.sv}", f"{g.en} recommends to {to.en}")
            return self.step("4", yes, NO, group.id, text), []
        if home.degree >= self.certainty:
            text = Text(
                f"varje berörd huvudmans ledamot i {g.sv} får ta med den hem",
                f"the member of each concerned principal in {g.en} may take it home",
            )
            return self.step("4", home, NO, group.id, text), []
        lacks = org.lacks_power(group, "remit", "recommend") if not may else NO
        no = any_of(lacks, denied)
        if no.degree >= self.certainty and not yes:
            text = (
                Text(f"{g.sv} får inte rekommendera huvudmännen", f"{g.en} may not recommend to the principals")
                if lacks.degree >= self.certainty
                else Text(
                    f"rekommendationen från {g.sv} når inte alla berörda huvudmän",
                    f"the recommendation of {g.en} does not reach every concerned principal",
                )
            )
            return self.step("4", NO, no, group.id, text), missing or [
                Missing(group.id, "remit.powers", "recommend", _first(group.fact("answers_to").values) or group.id)
            ]
        text = Text(
            f"källan säger inte om {g.sv} rekommenderar var och en av de berörda huvudmännen",
            f"the source does not tell whether {g.en} recommends to each concerned principal",
        )
        return self.step("4", yes, NO, group.id, text), []

    def _to_each(self, group: Thing, topic: str, concerned: frozenset[str]) -> tuple[Proof, Proof, list[Missing]]:
        fact = group.fact("recommends_to")
        reached: dict[str, Proof] = {}
        for principal, edge, held in self._reaching(group, topic, "recommends_to", "escalates_to"):
            if edge.relation == "recommends_to" or edge.for_decision:
                reached[principal] = any_of(reached.get(principal, NO), held)
        denied = any_of(*(e.denied for e in self.org.out(group.id, "recommends_to")))
        left = sorted(concerned - {p for p, proof in reached.items() if proof})
        missing = [Missing(group.id, "recommends_to", principal, group.id) for principal in left]
        if left:
            if fact.state == State.NONE:
                return NO, any_of(denied, fact.missing()), missing
            if any(self.org.owners_open(edge.target) for edge in self.org.out(group.id, "recommends_to")):
                return OPEN, denied, missing  # it may be theirs
            if fact.closed and fact.known:
                return NO, any_of(denied, fact.lacks(left[0])), missing
            return (OPEN if not denied else NO), denied, missing
        return all_of(*(reached[p] for p in sorted(concerned))), NO, []

    def _decided(
        self,
        group: Thing,
        topic: str,
        concerned: frozenset[str],
        recommended: Step,
        home: Proof,
        by: tuple[Decider, ...],
    ) -> tuple[Step, list[Missing]]:
        org, g = self.org, self.name(group.id)
        may = [any_of(*(proof for _, proof in org.deciders(q, topic))) for q in sorted(concerned)]
        without = [q for q, proof in zip(sorted(concerned), may, strict=True) if not proof]
        told = [c for c in self.ways(group) if c.to == "decision" or c.to in concerned]
        stop = any_of(*(c.broken() for c in told))
        unclear = any(c.to == "decision" and c.state != State.VALUE for c in told)
        step = group.fact("decision_step")
        if without:
            names = self.names(without)
            text = Text(f"linjen hos {names.sv} leder inte till beslut", f"the line of {names.en} leads to no decision")
            no = any_of(*(org.resolver.fact(q, "line").missing() for q in without))
            return self.step("5", NO, no, without[0], text), [Missing(q, "line", "decision", q) for q in without]
        if stop.degree >= self.certainty:
            text = Text(f"det finns ingen väg från {g.sv} till beslut", f"there is no way from {g.en} to a decision")
            return self.step("5", NO, stop, group.id, text), [Missing(group.id, "channel", "decision", group.id)]
        if step.state == State.NONE and step.degree >= self.certainty:
            text = Text(
                f"det {g.sv} rekommenderar beslutas inte av huvudmännen",
                f"what {g.en} recommends is not decided by the principals",
            )
            return self.step("5", NO, step.missing(), group.id, text), [
                Missing(q, "decision_step", group.id, q) for q in sorted(concerned)
            ]
        sent = any_of(step.is_(lambda _: True), self._for_decision(group, topic, concerned), home)
        yes = all_of(sent, *may)
        if unclear or step.state == State.UNCLEAR:
            yes = yes.at_most(Degree.OPEN)
        if yes.degree >= self.certainty:
            if recommended.state == "broken":
                return self.step("5", OPEN, NO, group.id, BEFORE), []
            text = Text(
                f"var och en av {len(concerned)} huvudmän beslutar själv",
                f"each of {len(concerned)} principals decides for itself",
            )
            if any(one.form != PRINCIPAL for one in by):
                who, n = self._listed(by), len(by)
                text = Text(
                    f"{who.sv} beslutar" + (" var för sig" if n > 1 else f" för {len(concerned)} huvudmän"),
                    f"{who.en} " + ("decide, each by itself" if n > 1 else f"decides for {len(concerned)} principals"),
                )
            return self.step("5", yes, NO, by[0].id if len(by) == 1 else group.id, text), []
        if unclear or step.state == State.UNCLEAR or step.possibly is not None:
            text = Text(
                f"det är oklart om det {g.sv} kommer fram till blir beslut hos huvudmännen",
                f"it is unclear whether what {g.en} arrives at becomes decisions of the principals",
            )
        else:
            text = Text(
                f"källan säger inte hur det {g.sv} kommer fram till beslutas",
                f"the source does not tell how what {g.en} arrives at is decided",
            )
        return self.step("5", OPEN, NO, group.id, text), []

    def _listed(self, by: tuple[Decider, ...]) -> Text:
        """Those who decide, by name; whoever took a task over, with the principal that did."""
        found = []
        for one in by:
            name, host = self.name(one.id), self.name(one.host) if one.form == TASK and one.host else None
            found.append(Text(f"{host.sv} ({name.sv})", f"{host.en} ({name.en})") if host else name)
        return Text(", ".join(one.sv for one in found), ", ".join(one.en for one in found))

    def _for_decision(self, group: Thing, topic: str, concerned: frozenset[str]) -> Proof:
        sent: dict[str, Proof] = {}
        for principal, edge, held in self._reaching(group, topic, "recommends_to", "escalates_to"):
            if edge.for_decision:
                sent[principal] = any_of(sent.get(principal, NO), held)
        return all_of(*(sent.get(q, NO) for q in sorted(concerned))) if sent else OPEN

    def _reported(self, group: Thing, concerned: frozenset[str]) -> tuple[Step, list[Missing]]:
        org, g = self.org, self.name(group.id)
        fact = group.fact("report_back")
        back: dict[str, Proof] = {}
        for edge in org.into(group.id, "reports_back_to"):
            for principal in org.principals_of(edge.source):
                back[principal] = any_of(back.get(principal, NO), edge.holds)
        each = all_of(*(back.get(q, NO) for q in sorted(concerned))) if concerned else NO
        yes = any_of(fact.is_(lambda _: True), each)
        if yes.degree >= self.certainty:
            return self.step(
                "6a",
                yes,
                NO,
                group.id,
                Text(f"utfallet återförs till {g.sv}", f"the outcome returns to {g.en}"),
            ), []
        if fact.state == State.NONE and fact.degree >= self.certainty:
            text = Text(f"utfallet återförs inte till {g.sv}", f"the outcome does not return to {g.en}")
            return self.step("6a", NO, fact.missing(), group.id, text), [
                Missing(q, "reports_back_to", group.id, q) for q in sorted(concerned)
            ]
        text = Text(
            f"källan säger inte om utfallet återförs till {g.sv}",
            f"the source does not tell whether the outcome returns to {g.en}",
        )
        return self.step("6a", OPEN, NO, group.id, text), []

    def _reported_to_origin(self, tail: Tail, third: Step) -> Step:
        published = self._published(tail.concerned)
        back = tail.steps[2]
        if published.degree >= self.certainty:
            return self.step("6b", published, NO, "", Text("besluten publiceras", "decisions are published"))
        through = third.state in ("closed", "not_needed")
        if back.state in ("closed", "not_needed") and through:
            text = Text("genom linjen, samma väg tillbaka", "through the line, the same way back")
            proof = Proof(min(back.certainty, third.certainty) or Degree.ESTABLISHED)
            return self.step("6b", proof, NO, "", text)
        if back.state == "broken":
            text = Text(
                "utfallet kommer inte tillbaka, och besluten publiceras inte, så vitt källan säger",
                "the outcome does not return, and no source tells of decisions being published",
            )
            no = Proof(back.certainty) if published == NO else NO
            return self.step("6b", OPEN, no, "", text)
        text = Text(
            "källan säger inte om utfallet når dit frågan väcktes",
            "the source does not tell whether the outcome reaches where the matter was raised",
        )
        return self.step("6b", OPEN, NO, "", text)

    def _published(self, concerned: frozenset[str]) -> Proof:
        if concerned not in self._publishing:
            whole = self.org.system.fact("publishes_decisions").excuse(True)
            each = all_of(*(self.org.resolver.fact(q, "publishes_decisions").excuse(True) for q in sorted(concerned)))
            self._publishing[concerned] = any_of(whole, each if concerned else NO)
        return self._publishing[concerned]

    def _carried_out(self, group: Thing, topic: str, concerned: frozenset[str]) -> Step:
        org, g = self.org, self.name(group.id)
        fronts = self.front_levels()
        said = [c for above in org.topic_line(topic) for c in self.ways(org.thing(above))]
        said += self.ways(group)
        stop = any_of(*(c.broken() for c in said if c.to == "operations" or c.to in fronts))
        if stop.degree >= self.certainty:
            text = Text(
                f"det {g.sv} kommer överens om når inte verksamheterna",
                f"what {g.en} agrees does not reach operations",
            )
            return self.step("7", NO, stop, group.id, text)
        lines = [self.org.line(q) for q in sorted(concerned)]
        without = [q for q, proof in zip(sorted(concerned), lines, strict=True) if not proof]
        if without:
            names = self.names(without)
            text = Text(
                f"linjen hos {names.sv} leder inte till verksamheten",
                f"the line of {names.en} does not lead to operations",
            )
            fact = org.resolver.fact(without[0], "line")
            return self.step("7", NO, fact.missing(), without[0], text)
        yes = all_of(*lines)
        if stop:
            yes = yes.at_most(Degree.OPEN)
        text = (
            Text("nedåt i varje huvudmans linje", "down the line of each principal")
            if yes.degree >= self.certainty
            else Text(
                "det är oklart om beslutet når verksamheten",
                "it is unclear whether the decision reaches operations",
            )
        )
        return self.step("7", yes, NO, "", text)

    def _local_tail(self, group: Thing, topic: str, concerned: frozenset[str]) -> Tail:
        """Steps 5 to 7 of a matter that its first level can settle."""
        org, g = self.org, self.name(group.id)
        home = all_of(*(self._takes_home(group, q, topic) for q in sorted(concerned)))
        decides = any_of(org.power(group, "remit", "decide", topic), org.seats_decide(group, topic, concerned), home)
        lacking = all_of(
            org.lacks_power(group, "remit", "decide"),
            any_of(*(self._cannot(group, q) for q in sorted(concerned))),
        )
        if decides.degree >= self.certainty:
            text = Text(
                f"de som möts i {g.sv} får besluta eller ta med den till dem som får",
                f"those who meet in {g.en} may decide or take it to those who may",
            )
        elif lacking.degree >= self.certainty:
            text = Text(f"ingen i {g.sv} får besluta", f"nobody in {g.en} may decide")
        else:
            text = Text(
                f"källan säger inte vem i {g.sv} som får besluta",
                f"the source does not tell who in {g.en} may decide",
            )
        fifth = self.step("5", decides, lacking if not decides else NO, group.id, text)
        fact = group.fact("remit.powers")
        same = Text("den avgörs där den väcktes", "it is settled where it was raised")
        steps = [fifth, self.unneeded("6a", fact, same), self.unneeded("6b", fact, same)]
        steps.append(self._carried_out(group, topic, concerned))
        cut = [Missing(group.id, "mandate", topic, q) for q in sorted(concerned)] if fifth.state == "broken" else []
        by = self.decides_itself(group, topic, concerned) or self.decided_by(group, topic, concerned)
        return Tail(group, concerned, steps, [*cut, *_lost(steps[-1], group)], self.decision(by, group, fifth))

    def _takes_home(self, group: Thing, principal: str, topic: str) -> Proof:
        own = [s for s in self.org.filled(group.id) if principal in self.org.principals_of(s.id)]
        home = any_of(
            *(any_of(self.org.seat_power(s, "take_home", topic), self.org.seat_power(s, "decide", topic)) for s in own)
        )
        return all_of(home, self.org.may_decide(principal, topic)) if own else NO

    def _cannot(self, group: Thing, principal: str) -> Proof:
        own = [s for s in self.org.filled(group.id) if principal in self.org.principals_of(s.id)]
        return all_of(*(self.org.lacks_power(s, "mandate", "decide") for s in own)) if own else NO


def _lost(step: Step, group: Thing) -> list[Missing]:
    """What would have to exist for a broken last step: the way to operations, owned by whoever lacks it."""
    if step.state != "broken":
        return []
    return [Missing(step.at or group.id, "channel", "operations", step.at or group.id)]


def _first(values: Sequence[str]) -> str:
    return values[0] if values else ""
