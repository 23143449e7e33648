"""Plans at random with every kind of row, many things at one instant, cycles, forks in cycles; small."""

from __future__ import annotations

from random import Random

from remit.simulation.engines.by_hand import Programme, Sitting, Time, draws, exponential, fixed, triangular, uniform
from remit.simulation.plan import Answer, Draws, Plan

SITS = ("council", "board", "committee")
WORKERS = ("desk", "office")
CLASSES = ("care", "school", "home")
PRINCIPALS = ("ask", "birk", "holm", "vik")


def time(chance: Random) -> Time:
    """Often whole days or none, so that much happens at one instant."""
    return chance.choice(
        [
            fixed(0),
            fixed(1),
            fixed(chance.choice([0.5, 2, 3])),
            uniform(0, 2),
            exponential(1.5),
            triangular(0, 1, 4),
            triangular(1, 1, 2),
            triangular(2, 2, 2),
        ]
    )


def plan_at_random(seed: int) -> tuple[Plan, Draws, float]:
    """A plan, its draws and a horizon."""
    chance = Random(seed)  # noqa: S311 - the standard library keeps its sequence between versions
    programme = Programme()
    for name in SITS:
        programme.station(name, urgent_first=chance.random() < 0.5)
    for name in WORKERS:
        programme.station(name, chance.choice([1, 1, 2]), urgent_first=chance.random() < 0.5)
    for name in CLASSES:
        programme.klass(name, f"{name} 0", urgent=chance.random() < 0.4)
    children: list[tuple[str, str]] = []
    for name in CLASSES:
        _matters_of(programme, name, chance, children)
    for first, fork in children:
        _child(programme, first, fork, chance)
    plan = programme.plan()
    days = chance.choice([20, 40])
    sittings = [
        Sitting(
            float(day),
            station,
            chance.choice([0, 1, 1, 2, 5]),
            day - chance.choice([0, 0, 0, 1, 2.5]),
            chance.choice([0, 0, 0.3, 0.9]),
        )
        for station in SITS
        for day in range(0, days + 1, chance.choice([1, 2, 3, 7]))
        for _ in range(chance.choice([1, 1, 1, 2]))
    ]
    uids = {chance.getrandbits(64): None for _ in range(chance.choice([0, 5, 25]))}
    arrivals = [
        (
            chance.choice([float(chance.randrange(days)), chance.random() * days]),
            chance.choice(CLASSES),
            uid,
        )
        for uid in uids
    ]
    return plan, draws(plan, sittings, arrivals), chance.choice([float(days), days - 0.5])


def _matters_of(programme: Programme, name: str, chance: Random, children: list[tuple[str, str]]) -> None:
    count = chance.randint(2, 9)
    labels = [f"{name} {number}" for number in range(count)]
    forks: list[str] = []
    for label in labels[:-1]:
        kind = chance.choice(["wait", "meet", "meet", "serve", "chance", "copy", "fork", "fork", "join", "stop"])
        if kind == "fork":
            of = chance.sample(PRINCIPALS, chance.randint(1, len(PRINCIPALS)))
            firsts = {principal: f"{label}:{principal}" for principal in of}
            children += [(first, label) for first in firsts.values()]
            programme.fork(
                label,
                firsts,
                lapse=chance.choice([0, 0, 1, 2.5, 5]),
                approved_at=chance.choice(["", *forks]),
            )
            forks.append(label)
        elif kind == "join" and forks:
            programme.join(label, chance.choice(forks), chance.choice(labels), least=chance.choice([0, 0, 1, 2]))
        elif kind == "stop" and chance.random() < 0.5:
            programme.stop(
                label, time(chance), p=chance.choice([0, 0.5, 1]), again=chance.choice(CLASSES), generations=2
            )
        else:
            _any(programme, label, kind, labels, chance)
    programme.end(labels[-1])


def _child(programme: Programme, first: str, fork: str, chance: Random) -> None:
    labels = [first, *(f"{first} {number}" for number in range(1, chance.randint(1, 4)))]
    for label in labels[:-1]:
        kind = chance.choice(["wait", "meet", "meet", "serve", "chance", "copy"])
        _any(programme, label, kind, labels, chance)
    if chance.random() < 0.15:
        programme.stop(labels[-1], time(chance))
    else:
        programme.answer(labels[-1], chance.choice([Answer.APPROVED, Answer.APPROVED, Answer.REJECTED]))


def _any(programme: Programme, label: str, kind: str, labels: list[str], chance: Random) -> None:
    if kind == "meet":
        programme.meet(
            label,
            chance.choice(SITS),
            back=chance.choice(labels),
            at_last=chance.choice(labels),
            tries=chance.choice([0, 1, 2]),
        )
    elif kind == "serve":
        programme.serve(label, time(chance), chance.choice(WORKERS))
    elif kind == "chance":
        once, p, otherwise = chance.random() < 0.2, chance.choice([0.5, 0.8, 1]), chance.choice(labels)
        programme.chance(label, p, otherwise, once=once, moved=chance.choice([0, 0.25, 0.7]) if once else 0)
    elif kind == "copy":
        programme.copy(label, chance.choice([0.3, 1]), chance.choice(CLASSES), generations=chance.choice([1, 2]))
    else:
        programme.wait(label, time(chance))
