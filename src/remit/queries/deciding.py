"""Reads the ways to a decision from a server's answer, for the rules that walk them."""

from __future__ import annotations

from remit.graph.decisions import Body, Concerned, Home, Step, Ways, assembled, seat_of
from remit.graph.logic import NO, Proof, any_of
from remit.queries.cypher import Record, proof_of


def ways_of(record: Record) -> Ways:
    """The ways of one topic from a group. The record has ``group``, ``topic``, ``here``, ``known`` (whom it concerns),
    ``concerned`` (``id``, ``line``), ``steps`` (``source``, ``target``, ``proof``), ``bodies`` (``id``, ``kind``,
    ``decides``, ``owners``, ``owners_open``), ``homes`` (``group``, ``principals``, ``proof``), ``filled`` (seats with
    the ``function`` that fills them) and, where that is asked, ``counts`` (``id``, ``several``: a degree).
    """
    filled = {one["seat"]: one["function"] for one in record["filled"]}
    several: dict[str, Proof] = {one["id"]: proof_of(one["several"]) for one in record.get("counts", ())}
    bodies = [
        Body(one["id"], one["kind"], proof_of(one["decides"]), frozenset(one["owners"]), bool(one["owners_open"]))
        for one in record["bodies"]
    ]
    homes = []
    for one in record["homes"]:
        proof = proof_of(one["proof"])
        seat = seat_of(one["group"], proof)
        holder = filled.get(seat, seat)
        counts = any_of(*(several.get(each, NO) for each in sorted({seat, holder})))
        homes.append(Home(one["group"], seat, holder, frozenset(one["principals"]), proof, counts))
    return assembled(
        record["group"],
        record["topic"],
        proof_of(record["here"]),
        Concerned({one["id"]: proof_of(one["line"]) for one in record["concerned"]}, proof_of(record["known"])),
        [Step(one["source"], one["target"], proof_of(one["proof"])) for one in record["steps"]],
        bodies,
        homes,
        {body.id: several.get(body.id, NO) for body in bodies if body.kind == "function"},
    )
