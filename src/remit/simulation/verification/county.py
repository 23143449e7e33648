"""A made-up structure like a county, of any size, with every kind of row: for comparing engines and for timing them."""

from __future__ import annotations

import numpy as np

from remit.simulation.engines.by_hand import (
    Programme,
    Sitting,
    draws,
    exponential,
    fixed,
    poisson,
    triangular,
    uniform,
)
from remit.simulation.plan import Answer, Draws, Plan

YEAR = 365.25


def county(principals: int) -> Plan:
    """Matters of two classes (one urgent) arise in each principal, rise through its line (its board may return them) to
    a regional group that sits with few places, urgent ones first, and returns some; some arise again in a parallel
    group; all principals decide at their own boards within a year; those that approve carry out with the help of a
    coordinator. A link is open in some principals: there matters stop, and some are raised again.
    """
    programme = Programme()
    names = [f"principal {number}" for number in range(principals)]
    for station in ("group", "parallel group"):
        programme.station(station, urgent_first=True)
    programme.station("coordinator", 2, urgent_first=True)
    for name in names:
        programme.station(f"board:{name}")
        for kind, urgent in (("urgent", True), ("other", False)):
            programme.klass(f"{kind}:{name}", f"prepare:{name}", urgent=urgent)
    programme.klass("double", "parallel prepare")
    for name in names:
        _rises(programme, name)
    programme.copy("seen elsewhere", 0.2, "double", generations=1)
    programme.meet("group", back="prepare again", at_last="left there", tries=2)
    _decides(programme, "decision", "group", names)
    programme.wait("prepare again", uniform(5, 20))
    programme.chance("again to the group", 0.0, "group")
    programme.wait("parallel prepare", uniform(5, 30))
    programme.meet("parallel group", back="parallel prepare", at_last="left there", tries=1)
    programme.chance("parallel on", 0.0, "group")
    programme.stop("left there", exponential(90), p=0.3, again="double", generations=2)
    for name in names:
        _child(programme, name)
    return programme.plan()


def _rises(programme: Programme, name: str) -> None:
    programme.wait(f"prepare:{name}", triangular(2, 10, 40))
    programme.meet(f"own board:{name}", f"board:{name}", back=f"prepare:{name}", at_last="left there", tries=2)
    programme.wait(f"line:{name}", uniform(1, 14))
    programme.chance(f"link:{name}", 0.85, "left there", once=True)
    programme.chance(f"to the group:{name}", 0.0, "seen elsewhere")


def _decides(programme: Programme, label: str, group: str, names: list[str]) -> None:
    programme.fork(label, {name: f"get:{name}" for name in names}, lapse=YEAR)
    programme.join(f"{label} together", label, group, least=max(1, len(names) * 2 // 3))
    programme.fork(f"{label} carried out", {name: f"carry out:{name}" for name in names}, approved_at=label)
    programme.join(f"{label} all carried out", f"{label} carried out", "left there")
    programme.end(f"{label} done")


def _child(programme: Programme, name: str) -> None:
    programme.wait(f"get:{name}", uniform(1, 20))
    programme.meet(f"decide:{name}", f"board:{name}", back=f"get:{name}", at_last=f"no:{name}", tries=2)
    programme.chance(f"says:{name}", 0.9, f"no:{name}")
    programme.answer(f"yes:{name}")
    programme.answer(f"no:{name}", Answer.REJECTED)
    programme.wait(f"carry out:{name}", triangular(5, 30, 90))
    programme.serve(f"coordinated:{name}", fixed(0.5), "coordinator")
    programme.answer(f"carried out:{name}")


def drawn(plan: Plan, years: float, rate: float, seed: int) -> tuple[Draws, float]:
    """Sittings (boards every month but July, groups four times a year, some cancelled) and arrivals, ``rate`` matters a
    year for each class that arises by itself; with the horizon in days.
    """
    until = years * YEAR
    chance = np.random.default_rng(seed)
    sittings = []
    for station in plan.places:
        if station == "coordinator":
            continue
        group = not station.startswith("board")
        gap, places = (91, 1 + int(rate * len(plan.principals))) if group else (30, 40)
        day = int(chance.integers(gap))
        while day <= until:
            if not 181 <= day % YEAR < 212:
                open_places = 0 if chance.random() < 0.05 else places
                sittings.append(Sitting(float(day), station, open_places, day - 14.0, 0.1))
            day += gap
    arrivals = [
        arrival
        for kind in ("urgent", "other")
        for name in plan.principals
        for arrival in poisson(f"{kind}:{name}", rate / YEAR, until, seed)
    ]
    return draws(plan, sittings, arrivals), until


__all__ = ["county", "drawn"]
