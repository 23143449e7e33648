"""Steps 1 to 3: a matter is raised, owned, and carried upward through the line."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import NO, OPEN, YES, Proof, all_of, any_of
from remit.graph.loop.records import Missing, Step
from remit.graph.loop.terrain import Terrain
from remit.graph.org import Org, Thing
from remit.model.facts import Degree, State
from remit.model.text import Text


class Rise(Terrain):
    """From the front line to the group that can recommend or decide."""

    def __init__(self, org: Org, certainty: Degree) -> None:
        super().__init__(org, certainty)
        self._owning: dict[tuple[str, str], Step] = {}

    def _raised(
        self,
        group: Thing,
        covers: Proof,
        seated: Proof,
        unseated: Proof,
        pooled: bool,
        names: tuple[Text, Text],
        given: bool,
        topic: str,
    ) -> Step:
        g, p = names
        if given and covers:
            return self.step(
                "1", covers, NO, group.id,
                Text(f"frågan börjar i {g.sv}", f"the matter begins in {g.en}"),
            )  # fmt: skip
        proof = all_of(covers, seated)
        if not covers:
            fact = group.fact("remit.topics")
            no = fact.lacks(lambda listed: self.org.covers_topic(listed, topic))
            return self.step(
                "1", NO, no, group.id,
                Text(f"{g.sv} har inte frågan i sitt uppdrag", f"{g.en} does not have the topic in its remit"),
            )  # fmt: skip
        if proof.degree >= self.certainty:
            text = Text(f"{p.sv} sitter i {g.sv}, som har frågan", f"{p.en} sits in {g.en}, which has the topic")
        elif pooled:
            text = Text(
                f"platserna i {g.sv} delas av flera huvudmän; ingen säger om {p.sv} har en av dem",
                f"seats in {g.en} are shared by several principals; nobody tells whether {p.en} has one",
            )
        elif seated:
            text = Text(
                f"{g.sv} kan ha frågan och {p.sv} kan sitta där; källan säger det inte",
                f"{g.en} may have the topic and {p.en} may sit there; the source does not tell",
            )
        else:
            text = Text(f"{p.sv} sitter inte i {g.sv}", f"{p.en} does not sit in {g.en}")
            if not self.org.resolver.listed("group").degree > Degree.OPEN:
                return self.step(
                    "1", OPEN, NO, "",
                    Text(
                        f"{p.sv} sitter inte i någon angiven grupp som har frågan; alla grupper är inte angivna",
                        f"{p.en} sits in no group told of that has the topic; not all groups are told of",
                    ),
                )  # fmt: skip
        return self.step("1", proof, unseated if not seated else NO, group.id, text, pooled)

    def _owned(self, group: Thing, topic: str) -> Step:
        """Step 2 in a group: the same whoever raises the matter, so kept."""
        key = (group.id, topic)
        if key not in self._owning:
            self._owning[key] = self._owned_in(group, topic)
        return self._owning[key]

    def _owned_in(self, group: Thing, topic: str) -> Step:
        org, g = self.org, self.name(group.id)
        owner = group.fact("owner")
        topic_owner = org.resolver.fact(topic, "owner")
        seats = org.filled(group.id)
        by_seat = any_of(
            *(
                all_of(seat.fact("mandate").is_(lambda _: True), self._mandate_over(seat, group, topic))
                for seat in seats
            )
        )
        yes = any_of(owner.is_(lambda _: True), by_seat)
        if topic_owner.known:
            yes = any_of(yes, Proof(topic_owner.degree, None, (), topic_owner.sources))
        if yes.degree >= self.certainty:
            return self.step(
                "2", yes, NO, group.id,
                Text(f"någon i {g.sv} har den i sitt mandat", f"somebody in {g.en} has it in their mandate"),
            )  # fmt: skip
        no = owner.missing() if owner.state == State.NONE else NO
        if not no and seats and org.seats_listed(group).degree > Degree.OPEN:
            no = all_of(*(seat.fact("mandate").missing() for seat in seats))
        if no.degree >= self.certainty:
            text = Text(f"ingen i {g.sv} har den i sitt mandat", f"nobody in {g.en} has it in their mandate")
        elif owner.possibly is not None:
            text = Text(
                f"i vissa fall tar ingen i {g.sv} frågan som sin",
                f"in some cases nobody in {g.en} takes it as theirs",
            )
        else:
            text = Text(
                f"källan säger inte vem i {g.sv} som har den i sitt mandat",
                f"the source does not tell who in {g.en} has it in their mandate",
            )
        return self.step("2", yes, no, group.id, text)

    def _mandate_over(self, seat: Thing, group: Thing, topic: str) -> Proof:
        topics = seat.fact("mandate.topics")
        return self.org.covers(topics if topics.known else group.fact("remit.topics"), topic)

    def _uppers(self, entry: Thing, topic: str) -> Iterator[tuple[Thing, Proof]]:
        """The groups where a topic is recommended to which a matter can be carried from a group: not those below the
        level that it needs, nor others no further from the citizen (see :meth:`_carried`, which tells in full).
        """
        needed, _ = self.needed_rank(topic, "treated_at")
        rank, _ = self.level(entry)
        above = self._above(entry.id)
        for pair in self.heads(topic):
            at, _ = self.level(pair[0])
            if at is not None and needed is not None and at < needed:
                continue
            if at is None or rank is None or at > rank or pair[0].id == entry.id or pair[0].id in above:
                yield pair

    def _carried(
        self, entry: Thing, upper: Thing, upper_covers: Proof, topic: str, principal: str
    ) -> tuple[Step | None, list[Missing]]:
        """Step 3 from one group to another (the same: it needs to go no further, if its level will do)."""
        org = self.org
        needed, _ = self.needed_rank(topic, "treated_at")
        upper_rank, upper_level = self.level(upper)
        entry_rank, _ = self.level(entry)
        if needed is not None and upper_rank is not None and upper_rank < needed:
            return None, []
        if upper.id != entry.id:
            below = self.below(entry.id, upper.id, topic)
            if entry_rank is not None and upper_rank is not None and upper_rank <= entry_rank and not below:
                return None, []
            if needed is not None and entry_rank is not None and entry_rank >= needed and not below:
                return None, []
        u, p = self.name(upper.id), self.name(principal)
        stopped = self._stopped(topic, entry, upper)
        if stopped.degree >= self.certainty:
            return self.step(
                "3", NO, stopped, upper.id,
                Text(f"det finns ingen väg upp till nivån för {u.sv}", f"there is no way up to the level of {u.en}"),
            ), [Missing(entry.id if upper.id != entry.id else topic, "channel", upper.id, principal)]  # fmt: skip
        if upper.id == entry.id:
            if needed is not None and upper_level.degree == Degree.OPEN:
                reason = Text(f"nivån för {u.sv} är inte angiven", f"the level of {u.en} is not told")
                return self.step("3", OPEN, NO, upper.id, reason), []
            if stopped:
                reason = Text(
                    f"det är öppet om det finns en väg upp till nivån för {u.sv}",
                    f"it is open whether there is a way up to the level of {u.en}",
                )
                return self.step("3", OPEN, NO, upper.id, reason), []
            reason = Text(f"den väcks på rätt nivå, i {u.sv}", f"it is raised at the level it needs, in {u.en}")
            return self.step("3", YES, NO, upper.id, reason), []
        seated, unseated, pooled = self.seat(upper, principal, "")
        line = self.org.line(principal)
        by_line = all_of(seated, line)
        routed, past = self._routed(entry, upper, topic)
        yes = all_of(any_of(by_line, routed), upper_covers)
        if stopped:
            yes = yes.at_most(Degree.OPEN)
        if yes.degree >= self.certainty:
            text = (
                Text(
                    f"genom linjen till {u.sv}, där {p.sv} sitter",
                    f"through the line to {u.en}, where {p.en} sits",
                )
                if by_line.degree >= routed.degree
                else Text(f"en väg genom linjen leder till {u.sv}", f"a way through the line leads to {u.en}")
            )
            return self.step("3", yes, NO, upper.id, text), []
        if pooled and not routed:
            text = Text(
                f"platserna i {u.sv} delas av flera huvudmän; ingen säger om {p.sv} har en av dem",
                f"seats in {u.en} are shared by several principals; nobody tells whether {p.en} has one",
            )
            return self.step("3", OPEN, NO, upper.id, text, True), []
        if past:
            text = Text(f"en väg leder till {u.sv} förbi linjen", f"a way leads to {u.en} past the line")
            return self.step("3", OPEN, NO, upper.id, text), []
        if yes or seated or stopped:
            text = Text(
                f"källan säger inte hur frågan når {u.sv}",
                f"the source does not tell how the matter reaches {u.en}",
            )
            return self.step("3", OPEN, NO, upper.id, text), []
        no = all_of(unseated, org.routes_listed(entry.id, "escalates_to"))
        text = Text(
            f"{p.sv} sitter inte i {u.sv}, och ingen väg leder dit",
            f"{p.en} does not sit in {u.en}, and no way leads there",
        )
        return self.step("3", OPEN, no, upper.id, text), [Missing(principal, "seats", upper.id, principal)]

    def _stopped(self, topic: str, entry: Thing, upper: Thing) -> Proof:
        """What is said against a way for the topic, or from the group, to the level of the upper group (or to it)."""
        level = upper.fact("level")
        targets = {upper.id, *((level.value,) if level.known else ())}
        found = []
        for above in self.org.topic_line(topic):
            # a group whose level nobody tells is no way round what is said of a level
            told = self.ways(self.org.thing(above))
            levels = {c.to for c in told if not level.known and c.to in self.org.ranks}
            found += [c.broken() for c in told if c.to in targets | levels]
        if entry.id != upper.id:
            found += [c.broken() for c in self.ways(entry) if c.to in targets]
        return any_of(*found)

    def _routed(self, entry: Thing, upper: Thing, topic: str) -> tuple[Proof, bool]:
        """A declared way up, through a step of a line: directly with ``through``, or by a unit or function that
        itself leads there or sits there. Second: whether there is only a way past the line.
        """
        best, past = NO, False
        for edge in self.org.out(entry.id, "escalates_to"):
            held = all_of(edge.holds, self.org.carries(edge, topic))
            if not held:
                continue
            if edge.target == upper.id:
                if edge.through:
                    best = any_of(best, held)
                else:
                    past = True
            elif self.org.kind(edge.target) in ("unit", "function"):
                out = self.org.out(edge.target, "escalates_to")
                on = [all_of(e.holds, self.org.carries(e, topic)) for e in out if e.target == upper.id]
                sits = [
                    self.org.presence(seat.id)
                    for seat in self.org.seats(upper.id)
                    if seat.fact("function").value == edge.target
                ]
                best = any_of(best, all_of(held, any_of(*on, *sits)))
        return best, past and not best
