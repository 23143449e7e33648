"""Repairs of plans and of decisions that are due: where an activity is to run, by when a decision is to be taken."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from remit.model.changes import told_field
from remit.model.text import Text
from remit.queries.rule import Named
from remit.queries.suggest.candidate import DROPPED, Candidate, Case, Step, put, settle
from remit.queries.suggest.repairs import repairs
from remit.queries.suggest.repairs.documents import responsible

NEXT = datetime.timedelta(days=92)
"""How far off a new date is: a quarter, in which a body that meets four times a year has met."""
STATUSES = {
    "under_way": Text("påbörjas", "begun"),
    "planned": Text("planeras in", "planned"),
}


@repairs("PLN801")
def start(case: Case) -> Iterator[Candidate]:
    """It is begun at the other levels that it is meant for, with somebody who answers for it."""
    owner = responsible(case)
    for mark, row in case.rows.items():
        others = row.values.get("others")
        if not isinstance(others, Named) or owner is None:
            continue
        steps = [*_begun(case, mark.subject, others.ids), *_owned(case, mark.subject, owner)]
        yield case.make(
            "start-activity",
            steps,
            {"task": len(others.ids)},
            about=[mark.subject],
            levels=case.names(others.ids),
            owner=case.org.name(_owner(case, mark.subject) or owner),
        )


def _owner(case: Case, activity: str) -> str | None:
    told = case.org.thing(activity).fact("owner").values
    return told[0] if told else None


def _owned(case: Case, activity: str, owner: str) -> list[Step]:
    return [] if _owner(case, activity) else [put(activity, "owner", [owner])]


def _begun(case: Case, activity: str, levels: tuple[str, ...]) -> list[Step]:
    """The statuses at these levels say that it is under way; a level that none is told of gets one."""
    org = case.org
    parts = [one for one in org.things("activity_status") if org.model.parents[one.id][0] == activity]
    at = {level: [one.id for one in parts if one.fact("level").value == level] for level in levels}
    steps = [put(one, "status", "under_way") for there in at.values() for one in there]
    new = [{"level": level, "status": "under_way"} for level, there in at.items() if not there]
    if not new:
        return steps
    told: Any = told_field(org.model, activity, "statuses") or []
    kept = told if isinstance(told, list) else told.get("value", [])
    begun = {level for level, there in at.items() if there}
    changed = [
        one | {"status": "under_way"} if isinstance(one, dict) and one.get("level") in begun else one for one in kept
    ]
    return [put(activity, "statuses", [*changed, *new])]


@repairs("PLN801")
def limit(case: Case) -> Iterator[Candidate]:
    """The plan says that it is for the one level only: it promises less, and the suggestion says so."""
    for mark, row in case.rows.items():
        level, others = row.values.get("level"), row.values.get("others")
        if isinstance(level, Named) and isinstance(others, Named):
            yield case.make(
                "limit-activity",
                [put(mark.subject, "levels", list(level.ids))],
                {"document": 1, DROPPED: len(others.ids)},
                about=[mark.subject],
                level=case.names(level.ids),
                others=case.names(others.ids),
            )


@repairs("PLN804")
def clarify(case: Case) -> Iterator[Candidate]:
    """It is settled what it means there, that it is to be done, and who answers for it."""
    owner = responsible(case)
    if owner is None:
        return
    org = case.org
    parts = sorted({one for row in case.rows.values() for one in row.pair if org.kind(one) == "activity_status"})
    activities = [one for one in case.ids if org.kind(one) == "activity"]
    for status, text in STATUSES.items():
        if parts:
            steps = [put(one, "status", status) for one in parts]
        elif activities:
            levels = {one: org.thing(one).fact("levels").values for one in activities}
            if not all(levels.values()):
                return
            steps = [
                put(one, "statuses", [{"level": level, "status": status} for level in meant])
                for one, meant in levels.items()
            ]
        else:
            steps = settle(case, "status", status)
        steps += [step for one in activities for step in _owned(case, one, owner)]
        who = next((told for one in activities if (told := _owner(case, one))), owner)
        counts = {"document": max(1, len(activities)), **({"task": 1} if status == "under_way" else {})}
        yield case.make("clarify-activity", steps, counts, ending=status, owner=org.name(who), status=text)


@repairs("DEC404")
def new_date(case: Case) -> Iterator[Candidate]:
    """The matter is taken up by a new date; the decision itself no change of structure takes."""
    org = case.org
    day = (org.on + NEXT).isoformat()
    steps: dict[str, Step] = {}
    principals: list[str] = []
    for mark, row in case.rows.items():
        principals += [one for one in row.related if org.kind(one) in ("principal", "joint_body")]
        decision = next((one for one in row.pair if org.kind(one) == "decision"), None)
        if row.message == "not-carried-out" and decision:
            step = put(decision, "carry_out_by", day)
        elif decision and org.thing(decision).fact("due").known:
            step = put(decision, "due", day)
        else:
            step = put(mark.subject, "due", day)
        steps[step.key] = step
    if steps:
        yield case.make(
            "new-date",
            list(steps.values()),
            {"decision": max(1, len(set(principals)))},
            principals=case.names(principals) if principals else Text("huvudmännen", "the principals"),
            date=Text(day, day),
        )
