"""The decision register: what each principal decided on each recommendation, as rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from remit.graph.org import Thing
from remit.graph.resolve import Origin
from remit.model.facts import Degree, SourceRef, State
from remit.model.text import Text, sort_key
from remit.views import texts as v
from remit.views.pages.site import texts as t
from remit.views.pages.site.facts import Facts, Told

DETAILS = ("body", "decided", "due", "carry_out_by", "paragraph", "registry_number", "same_words", "reported_back")
WAITING = ("pending", "none")
UNTOLD = ("unknown", "contradiction", "unclear", "deferred")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one principal decided on one recommendation, or that nobody tells.

    ``status``: the outcome (``pending``, ``approved``, ``rejected``, ``lapsed``, ``carried_out``), or ``none`` (the
    register is complete and has no decision), ``unknown`` (nobody tells), ``contradiction``, ``unclear``, ``deferred``.
    """

    recommendation: str
    group: str
    topic: str
    principal: str
    status: str
    outcome: Text
    told: dict[str, Told]
    certainty: Degree | None
    sources: tuple[SourceRef, ...]
    late: Text | None = None
    """That the day by which it was to be decided or carried out is past."""
    alike: tuple[str, ...] = ()
    """The principals of which the same is told, this one among them, where rows are folded."""

    @property
    def waits(self) -> bool:
        """Whether the principal is told to have still to decide."""
        return self.status in WAITING

    @property
    def untold(self) -> bool:
        """Whether nobody tells what became of it."""
        return self.status in UNTOLD


def register(facts: Facts) -> list[Entry]:
    """The whole register: the newest recommendations first, each with its principals by name."""
    org = facts.org
    decisions: dict[str, list[Thing]] = defaultdict(list)
    for decision in org.things("decision"):
        decisions[org.model.parents[decision.id][0]].append(decision)
    found = []
    for one in ordered(facts):
        found.extend(_of(facts, one, decisions.get(one.id, [])))
    return found


def folded(entries: list[Entry]) -> list[Entry]:
    """The same rows, those of one recommendation of which nothing but the same status is told in one."""
    found: list[Entry] = []
    places: dict[tuple[object, ...], int] = {}
    for entry in entries:
        bare = not any(told.said for path, told in entry.told.items() if path not in ("due", "outcome"))
        key = (entry.recommendation, entry.status, entry.late, entry.certainty, entry.sources)
        if not bare or entry.status == "contradiction" or not entry.principal:
            found.append(entry)
        elif key in places:
            first = found[places[key]]
            alike = (*(first.alike or (first.principal,)), entry.principal)
            found[places[key]] = replace(first, alike=alike)
        else:
            places[key] = len(found)
            found.append(entry)
    return found


def ordered(facts: Facts) -> list[Thing]:
    """The recommendations, the newest first; those without a day last."""

    def key(one: Thing) -> tuple[bool, int, tuple[str, str], str]:
        day = one.fact("date")
        return (not day.known, -day.value.toordinal() if day.known else 0, sort_key(facts.site.name(one.id).sv), one.id)

    return sorted(facts.org.things("recommendation"), key=key)


def _of(facts: Facts, one: Thing, decisions: list[Thing]) -> list[Entry]:
    site = facts.site
    group, topic = one.fact("group"), one.fact("topic")
    head = (one.id, group.value if group.known else "", topic.value if topic.known else "")
    rows = [_decided(facts, head, one, decision) for decision in decisions]
    answered = {row.principal for row in rows}
    listed = one.fact("decisions")
    complete = listed.closed or (listed.state == State.NONE and listed.degree > Degree.OPEN)
    to = one.fact("to")
    for item in to.items:
        if item.holds and item.value not in answered:
            answered.add(item.value)
            status = "none" if complete else "unknown"
            late = _late(facts, one, None) if complete else None
            degree = item.degree if complete else None
            rows.append(
                Entry(*head, item.value, status, outcome(status), {"due": _due(facts, one)}, degree, item.sources, late)
            )
    return sorted(
        rows, key=lambda row: (sort_key(site.name(row.principal).sv) if row.principal else ("", ""), row.principal)
    )


def _decided(facts: Facts, head: tuple[str, str, str], one: Thing, decision: Thing) -> Entry:
    fact, principal = decision.fact("outcome"), decision.fact("principal")
    if fact.known:
        status = str(fact.value)
    elif fact.origin == Origin.CONTRADICTION:
        status = "contradiction"
    else:
        status = fact.state.value
    told = {path: facts.told(decision.id, path) for path in DETAILS}
    if not told["due"].said:
        told["due"] = _due(facts, one)
    told["outcome"] = facts.told(decision.id, "outcome")
    sources = fact.sources or facts.org.presence(decision.id).sources
    return Entry(
        *head, principal.value if principal.known else "", status, outcome(status), told,
        fact.degree if fact.stated else None, sources, _late(facts, one, decision, status),
    )  # fmt: skip


def _due(facts: Facts, one: Thing) -> Told:
    """The day by which a recommendation is to be decided, told of a decision that has none of its own."""
    return facts.told(one.id, "due", facts.label("decision", "due"))


def outcome(status: str) -> Text:
    """A status in words."""
    if status == "none":
        return t.NO_DECISION
    if status == "unknown":
        return t.DECISION_UNTOLD
    if status in ("unclear", "deferred"):
        return t.STATES[status]
    if status == "contradiction":
        return t.DISAGREES
    return v.VALUES[status]


def _late(facts: Facts, one: Thing, decision: Thing | None, status: str = "none") -> Text | None:
    on = facts.org.on
    if status in ("pending", "none"):
        own = decision.fact("due") if decision is not None else None
        due = own if own is not None and own.known else one.fact("due")
        return t.LATE_DECISION if due.known and due.value < on else None
    if status == "approved" and decision is not None:
        by = decision.fact("carry_out_by")
        return t.LATE_CARRIED if by.known and by.value < on else None
    return None
