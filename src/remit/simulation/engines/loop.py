"""The event loop: a plan and its draws played through, in the order that :mod:`remit.simulation.plan` defines.

The same source is run in two ways. Imported by its own name it is compiled by numba where that is installed; a second
copy, or this one where numba is absent, runs as plain Python (see :mod:`remit.simulation.engines.compiled`). So there
are no objects here, only the arrays of :mod:`remit.simulation.engines.tables`, and whoever reads the loop should begin
at the end, with :func:`play`.
"""

from __future__ import annotations

import math
from importlib.util import find_spec
from typing import Any

from remit.simulation.engines.tables import (
    BEFORE,
    CHILD,
    CLASS,
    DONE,
    E_LIFE,
    E_ORDER,
    E_SLOT,
    FIRST,
    FREE,
    FREE_NODE,
    GENERATION,
    HEAD,
    HEAP,
    IN_SERVICE,
    KID,
    LANE,
    LAST,
    LENGTH,
    LIFE,
    N_ANSWER,
    N_NEXT,
    N_RETURNED,
    N_ROW,
    N_VISITS,
    NEXT,
    NODE,
    NODES,
    NOWHERE,
    OPEN,
    PARENT,
    R_CHILD,
    R_OTHER,
    R_ROW,
    R_WHAT,
    RECORD,
    RECORDS,
    ROW,
    SIBLING,
    TAIL,
    TO_SERVICE,
    TOKEN,
    TOKENS,
    TOO_MANY_AT_ONCE,
    TOO_MANY_RECORDS,
    USED_NODES,
    VISIT,
    WHERE,
    State,
)
from remit.simulation.plan import Answer, Dist, Op, What

COMPILED = not __name__.endswith("_plain") and find_spec("numba") is not None

if COMPILED:
    from remit.simulation.engines.compiled_parts import (
        compiled,
        longer,
        mix,
        pop,
        push,
        top,
        top_time,
        top_uid,
        unit,
        word,
    )
else:
    from remit.simulation.engines.plain_parts import (  # type: ignore[assignment]
        compiled,
        longer,
        mix,
        pop,
        push,
        top,
        top_time,
        top_uid,
        unit,
        word,
    )

WAIT, MEET, SERVE, CHANCE, COPY, FORK, JOIN, ANSWER, STOP, END = (int(op) for op in Op)
FIXED, UNIFORM, EXPONENTIAL, TRIANGULAR = (int(dist) for dist in Dist)
APPROVED, LAPSED = int(Answer.APPROVED), int(Answer.LAPSED)
RAISED, COPIED, AGAIN, CAME, LEFT, RETURNED, PASSED, FAILED, ANSWERED, BEGAN, DROPPED, GIVEN_UP, ARRIVED = (
    int(what) for what in What
)
NONE = -1


# Chance


@compiled
def u(key: Any, uid: Any, salt: Any, visit: Any) -> Any:
    """As :func:`remit.simulation.chance.u`."""
    return unit(mix(mix(mix(key, uid), salt), word(visit)))


@compiled
def takes(p: Any, row: Any, v: Any) -> Any:
    """The time that a number of [0, 1) stands for at a row (:class:`remit.simulation.plan.Dist`)."""
    dist = p.dist[row]
    a = p.a[row]
    if dist == FIXED:
        return a
    b = p.b[row]
    if dist == UNIFORM:
        return a + (b - a) * v
    if dist == EXPONENTIAL:
        return -a * math.log1p(-v)
    c = p.c[row]
    if c <= a:
        return a
    if v * (c - a) < b - a:
        return a + math.sqrt(v * (c - a) * (b - a))
    return c - math.sqrt((1.0 - v) * (c - a) * (c - b))


# Records, tokens, nodes


@compiled
def note(s: Any, now: Any, i: Any, row: Any, what: Any, other: Any, origin: Any) -> None:
    """Write a record of a token."""
    n = s.count[RECORDS]
    s.count[RECORDS] = n + 1
    s.rec_time[n] = now
    s.rec_uid[n] = s.uid[i]
    s.rec_origin[n] = origin
    n *= RECORD
    s.rec[n + R_CHILD] = s.token[i * TOKEN + CHILD]
    s.rec[n + R_ROW] = row
    s.rec[n + R_WHAT] = what
    s.rec[n + R_OTHER] = other


@compiled
def born(s: Any, uid: Any, klass: Any, generation: Any, child: Any, row: Any) -> Any:
    """A new token, in a free slot."""
    i = s.count[FREE]
    if i >= 0:
        s.count[FREE] = s.token[i * TOKEN + NEXT]
    else:
        i = s.count[TOKENS]
        s.count[TOKENS] = i + 1
        s.token[i * TOKEN + LIFE] = 0
    s.uid[i] = uid
    at = i * TOKEN
    s.token[at + CHILD] = child
    s.token[at + CLASS] = klass
    s.token[at + GENERATION] = generation
    s.token[at + ROW] = row
    s.token[at + VISIT] = 0
    s.token[at + PARENT] = NONE
    s.token[at + OPEN] = 0
    s.token[at + KID] = NONE
    s.token[at + SIBLING] = NONE
    s.token[at + NODES] = NONE
    s.token[at + WHERE] = NOWHERE
    return i


@compiled
def free(s: Any, i: Any) -> None:
    """Give the slot and the nodes of a token back."""
    at = i * TOKEN
    node = s.token[at + NODES]
    while node >= 0:
        following = s.node[node * NODE + N_NEXT]
        s.node[node * NODE + N_NEXT] = s.count[FREE_NODE]
        s.count[FREE_NODE] = node
        node = following
    s.token[at + LIFE] += 1
    s.token[at + NEXT] = s.count[FREE]
    s.count[FREE] = i


@compiled
def gone(s: Any, i: Any) -> None:
    """A matter is at its end: it and its children go."""
    kid = s.token[i * TOKEN + KID]
    while kid >= 0:
        following = s.token[kid * TOKEN + SIBLING]
        free(s, kid)
        kid = following
    free(s, i)


@compiled
def known(s: Any, i: Any, row: Any) -> Any:
    """The node of a token for a row, or NONE."""
    node = s.token[i * TOKEN + NODES]
    while node >= 0 and s.node[node * NODE + N_ROW] != row:
        node = s.node[node * NODE + N_NEXT]
    return node


@compiled
def memory(s: Any, i: Any, row: Any) -> Any:
    """The node of a token for a row, made where there was none."""
    node = known(s, i, row)
    if node >= 0:
        return node
    node = s.count[FREE_NODE]
    if node >= 0:
        s.count[FREE_NODE] = s.node[node * NODE + N_NEXT]
    else:
        node = s.count[USED_NODES]
        s.count[USED_NODES] = node + 1
    at = node * NODE
    s.node[at + N_ROW] = row
    s.node[at + N_VISITS] = 0
    s.node[at + N_RETURNED] = 0
    s.node[at + N_ANSWER] = NONE
    s.node[at + N_NEXT] = s.token[i * TOKEN + NODES]
    s.token[i * TOKEN + NODES] = node
    return node


@compiled
def comes(p: Any, s: Any, i: Any, row: Any) -> Any:
    """How many times the token came to the row before; this time is counted."""
    visits = 0
    if p.kept[row]:
        at = memory(s, i, row) * NODE
        visits = s.node[at + N_VISITS]
        s.node[at + N_VISITS] = visits + 1
    s.token[i * TOKEN + VISIT] = visits
    return visits


@compiled
def follows(s: Any, i: Any) -> None:
    """The token moves at this instant, after those that are to move already."""
    s.work[s.count[TAIL]] = i
    s.count[TAIL] += 1


@compiled
def sprung(p: Any, s: Any, now: Any, i: Any, row: Any, what: Any) -> None:
    """Another matter arises from a token at a row: a copy, or the same raised again."""
    klass = p.jump[row]
    at = i * TOKEN
    uid = mix(mix(mix(s.uid[i], p.salt[row]), word(s.token[at + VISIT])), word(s.token[at + CHILD] + 1))
    other = born(s, uid, klass, s.token[at + GENERATION] + 1, NONE, p.class_first[klass])
    note(s, now, other, p.class_first[klass], what, klass, s.uid[i])
    follows(s, other)


# Queues


@compiled
def queues(p: Any, s: Any, now: Any, i: Any, station: Any) -> None:
    """The token takes its place in the queue: by (time of coming, uid, child), urgent ones in a lane of their own."""
    at = i * TOKEN
    lane = station * 2 + 1
    if p.order[station] == 1 and p.class_urgent[s.token[at + CLASS]]:
        lane = station * 2
    s.came[i] = now
    s.token[at + WHERE] = lane
    behind = NONE
    ahead = s.lane[lane * LANE + LAST]
    while ahead >= 0 and s.came[ahead] == now and after(s, ahead, i):
        behind = ahead
        ahead = s.token[ahead * TOKEN + BEFORE]
    s.token[at + BEFORE] = ahead
    s.token[at + NEXT] = behind
    if ahead >= 0:
        s.token[ahead * TOKEN + NEXT] = i
    else:
        s.lane[lane * LANE + FIRST] = i
    if behind >= 0:
        s.token[behind * TOKEN + BEFORE] = i
    else:
        s.lane[lane * LANE + LAST] = i
    s.lane[lane * LANE + LENGTH] += 1


@compiled
def after(s: Any, one: Any, other: Any) -> Any:
    """Whether one token stands after another that came at the same instant."""
    if s.uid[one] != s.uid[other]:
        return s.uid[one] > s.uid[other]
    return s.token[one * TOKEN + CHILD] > s.token[other * TOKEN + CHILD]


@compiled
def leaves(s: Any, i: Any) -> None:
    """The token is taken out of the queue where it stands."""
    at = i * TOKEN
    lane = s.token[at + WHERE] * LANE
    ahead = s.token[at + BEFORE]
    behind = s.token[at + NEXT]
    if ahead >= 0:
        s.token[ahead * TOKEN + NEXT] = behind
    else:
        s.lane[lane + FIRST] = behind
    if behind >= 0:
        s.token[behind * TOKEN + BEFORE] = ahead
    else:
        s.lane[lane + LAST] = ahead
    s.lane[lane + LENGTH] -= 1
    s.token[at + WHERE] = NOWHERE


@compiled
def hands_over(s: Any, station: Any) -> None:
    """A server is free: it is kept for the next in the queue, who begins when its turn to move comes."""
    i = s.lane[station * 2 * LANE + FIRST]
    if i < 0:
        i = s.lane[(station * 2 + 1) * LANE + FIRST]
    if i < 0:
        s.busy[station] -= 1
        return
    leaves(s, i)
    s.token[i * TOKEN + WHERE] = TO_SERVICE
    follows(s, i)


# What happens at a row. Each gives whether the token goes on at once (to the row that it now has).


@compiled
def until_end(s: Any, now: Any, i: Any, time: Any) -> Any:
    """The token stays for a time; False where that ends now."""
    if now + time <= now:
        return False
    at = i * TOKEN
    push(s, now + time, s.uid[i], (s.token[at + CHILD] + 1) * 2, i, s.token[at + LIFE])
    return True


@compiled
def waits(p: Any, s: Any, key: Any, now: Any, i: Any, row: Any) -> Any:
    """WAIT."""
    note(s, now, i, row, CAME, NONE, word(0))
    v = u(key, s.uid[i], p.salt[row], comes(p, s, i, row))
    if until_end(s, now, i, takes(p, row, v)):
        return False
    note(s, now, i, row, LEFT, NONE, word(0))
    s.token[i * TOKEN + ROW] = row + 1
    return True


@compiled
def serves(p: Any, s: Any, key: Any, now: Any, i: Any, row: Any) -> Any:
    """SERVE: on coming, and again when a server is kept for it."""
    station = p.station[row]
    if s.token[i * TOKEN + WHERE] != TO_SERVICE:
        note(s, now, i, row, CAME, NONE, word(0))
        comes(p, s, i, row)
        if s.busy[station] >= p.servers[station]:
            queues(p, s, now, i, station)
            return False
        s.busy[station] += 1
    note(s, now, i, row, BEGAN, NONE, word(0))
    v = u(key, s.uid[i], p.salt[row], s.token[i * TOKEN + VISIT])
    if until_end(s, now, i, takes(p, row, v)):
        s.token[i * TOKEN + WHERE] = IN_SERVICE
        return False
    served(p, s, now, i, row)
    return True


@compiled
def served(p: Any, s: Any, now: Any, i: Any, row: Any) -> None:
    """The service is over: the token is at the next row, the server goes to the next in the queue."""
    note(s, now, i, row, LEFT, NONE, word(0))
    s.token[i * TOKEN + WHERE] = NOWHERE
    s.token[i * TOKEN + ROW] = row + 1
    hands_over(s, p.station[row])


@compiled
def chances(p: Any, s: Any, key: Any, now: Any, i: Any, row: Any) -> None:
    """CHANCE."""
    visit = comes(p, s, i, row)
    if p.limit[row] == 1:
        v = u(key, word(0), p.salt[row], 0)
    else:
        v = u(key, s.uid[i], p.salt[row], visit)
    turns(p, s, now, i, row, v < p.p[row])


@compiled
def turns(p: Any, s: Any, now: Any, i: Any, row: Any, on: Any) -> None:
    """CHANCE and JOIN: to the next row, or a jump."""
    if on:
        note(s, now, i, row, PASSED, NONE, word(0))
        s.token[i * TOKEN + ROW] = row + 1
    else:
        note(s, now, i, row, FAILED, NONE, word(0))
        s.token[i * TOKEN + ROW] = p.jump[row]


@compiled
def copies(p: Any, s: Any, key: Any, now: Any, i: Any, row: Any) -> None:
    """COPY."""
    v = u(key, s.uid[i], p.salt[row], comes(p, s, i, row))
    if v < p.p[row] and s.token[i * TOKEN + GENERATION] < p.limit[row]:
        sprung(p, s, now, i, row, COPIED)
    s.token[i * TOKEN + ROW] = row + 1


@compiled
def kid_of(s: Any, i: Any, principal: Any) -> Any:
    """The child of a matter for a principal, from an earlier fork; or NONE."""
    kid = s.token[i * TOKEN + KID]
    while kid >= 0 and s.token[kid * TOKEN + CHILD] != principal:
        kid = s.token[kid * TOKEN + SIBLING]
    return kid


@compiled
def answer_of(s: Any, kid: Any, fork: Any) -> Any:
    """What a child answered when its matter was last at a fork."""
    if kid < 0:
        return NONE
    node = known(s, kid, fork)
    return s.node[node * NODE + N_ANSWER] if node >= 0 else NONE


@compiled
def forks(p: Any, s: Any, now: Any, i: Any, row: Any) -> Any:
    """FORK: a child of an earlier fork lives on as the child of the same principal."""
    note(s, now, i, row, CAME, NONE, word(0))
    own = memory(s, i, row) * NODE
    s.node[own + N_VISITS] += 1
    s.node[own + N_RETURNED] = 0
    s.node[own + N_ANSWER] = 0
    kid = s.token[i * TOKEN + KID]
    while kid >= 0:
        node = known(s, kid, row)
        if node >= 0:
            s.node[node * NODE + N_ANSWER] = NONE
        kid = s.token[kid * TOKEN + SIBLING]
    began = 0
    for entry in range(p.jump[row], p.jump[row] + p.limit[row]):
        principal = p.child_principal[entry]
        kid = kid_of(s, i, principal)
        if p.other[row] >= 0 and answer_of(s, kid, p.other[row]) != APPROVED:
            continue
        if kid < 0:
            at = i * TOKEN
            kid = born(s, s.uid[i], s.token[at + CLASS], s.token[at + GENERATION], principal, NONE)
            s.token[kid * TOKEN + PARENT] = i
            s.token[kid * TOKEN + SIBLING] = s.token[at + KID]
            s.token[at + KID] = kid
        s.token[kid * TOKEN + ROW] = p.child_first[entry]
        if p.a[row] > 0.0:
            push(s, now + p.a[row], s.uid[i], (principal + 1) * 2 + 1, kid, s.token[kid * TOKEN + LIFE])
        follows(s, kid)
        began += 1
    s.node[own + N_RETURNED] = began
    s.token[i * TOKEN + OPEN] = began
    if began:
        return False
    note(s, now, i, row, LEFT, NONE, word(0))
    s.token[i * TOKEN + ROW] = row + 1
    return True


@compiled
def answers(s: Any, now: Any, i: Any, row: Any, answer: Any) -> None:
    """A child ends; the last answer sets its matter free."""
    note(s, now, i, row, ANSWERED, answer, word(0))
    s.token[i * TOKEN + LIFE] += 1
    matter = s.token[i * TOKEN + PARENT]
    at = matter * TOKEN
    fork = s.token[at + ROW]
    s.node[memory(s, i, fork) * NODE + N_ANSWER] = answer
    if answer == APPROVED:
        s.node[known(s, matter, fork) * NODE + N_ANSWER] += 1
    s.token[at + OPEN] -= 1
    if s.token[at + OPEN] == 0:
        note(s, now, matter, fork, LEFT, NONE, word(0))
        s.token[at + ROW] = fork + 1
        follows(s, matter)


@compiled
def joins(p: Any, s: Any, now: Any, i: Any, row: Any) -> None:
    """JOIN."""
    node = known(s, i, p.other[row])
    began = approved = 0
    if node >= 0:
        began = s.node[node * NODE + N_RETURNED]
        approved = s.node[node * NODE + N_ANSWER]
    least = p.limit[row]
    turns(p, s, now, i, row, approved == began if least == 0 else approved >= least)


@compiled
def stays(p: Any, s: Any, key: Any, now: Any, i: Any, row: Any) -> None:
    """STOP."""
    note(s, now, i, row, CAME, NONE, word(0))
    v = u(key, s.uid[i], p.salt[row], comes(p, s, i, row))
    if not until_end(s, now, i, takes(p, row, v)):
        stopped(p, s, key, now, i, row)


@compiled
def stopped(p: Any, s: Any, key: Any, now: Any, i: Any, row: Any) -> None:
    """The stay is over: given up and raised again, or dropped; a child has lapsed."""
    at = i * TOKEN
    if s.token[at + CHILD] >= 0:
        answers(s, now, i, row, LAPSED)
        return
    v = u(key, s.uid[i], mix(p.salt[row], word(1)), s.token[at + VISIT])
    if v < p.p[row] and s.token[at + GENERATION] < p.limit[row]:
        note(s, now, i, row, GIVEN_UP, NONE, word(0))
        sprung(p, s, now, i, row, AGAIN)
    else:
        note(s, now, i, row, DROPPED, NONE, word(0))
    gone(s, i)


@compiled
def step(p: Any, s: Any, key: Any, now: Any, i: Any) -> Any:
    """What happens to the token at its row; whether it goes on at once."""
    row = s.token[i * TOKEN + ROW]
    op = p.op[row]
    going = False
    if op == WAIT:
        going = waits(p, s, key, now, i, row)
    elif op == MEET:
        note(s, now, i, row, CAME, NONE, word(0))
        comes(p, s, i, row)
        queues(p, s, now, i, p.station[row])
    elif op == SERVE:
        going = serves(p, s, key, now, i, row)
    elif op == FORK:
        going = forks(p, s, now, i, row)
    elif op == ANSWER:
        answers(s, now, i, row, p.limit[row])
    elif op == STOP:
        stays(p, s, key, now, i, row)
    elif op == END:
        note(s, now, i, row, ARRIVED, NONE, word(0))
        gone(s, i)
    else:
        going = True
        if op == CHANCE:
            chances(p, s, key, now, i, row)
        elif op == COPY:
            copies(p, s, key, now, i, row)
        else:
            joins(p, s, now, i, row)
    return going


# Events


@compiled
def in_time(s: Any, lane: Any, closes: Any) -> Any:
    """How many of a lane came in time: those that did not stand at its end."""
    found = s.lane[lane * LANE + LENGTH]
    i = s.lane[lane * LANE + LAST]
    while i >= 0 and s.came[i] > closes:
        found -= 1
        i = s.token[i * TOKEN + BEFORE]
    return found


@compiled
def opens(p: Any, s: Any, k: Any) -> Any:
    """A sitting: counts who waits in time, gives how many it takes."""
    station = p.sit_station[k]
    waiting = in_time(s, station * 2, p.sit_closes[k]) + in_time(s, station * 2 + 1, p.sit_closes[k])
    s.waiting[k] = waiting
    s.treated[k] = min(waiting, p.sit_places[k])
    return s.treated[k]


@compiled
def takes_up(p: Any, s: Any, key: Any, k: Any) -> None:
    """A sitting takes the next matter: it treats or returns it."""
    station = p.sit_station[k]
    now = p.sit_time[k]
    i = s.lane[station * 2 * LANE + FIRST]
    if i < 0 or s.came[i] > p.sit_closes[k]:
        i = s.lane[(station * 2 + 1) * LANE + FIRST]
    leaves(s, i)
    at = i * TOKEN
    row = s.token[at + ROW]
    if u(key, s.uid[i], p.salt[row], s.token[at + VISIT]) < p.sit_return[k]:
        note(s, now, i, row, RETURNED, k, word(0))
        before = 0
        if p.kept[row]:
            node = memory(s, i, row) * NODE
            before = s.node[node + N_RETURNED]
            s.node[node + N_RETURNED] = before + 1
        s.token[at + ROW] = p.jump[row] if before < p.limit[row] else p.other[row]
    else:
        note(s, now, i, row, LEFT, k, word(0))
        s.token[at + ROW] = row + 1
    follows(s, i)


@compiled
def ends(p: Any, s: Any, key: Any, now: Any) -> None:
    """The first end of time in the heap comes about."""
    i = top(s, E_SLOT)
    lapse = top(s, E_ORDER) & 1
    pop(s)
    at = i * TOKEN
    row = s.token[at + ROW]
    if lapse:
        where = s.token[at + WHERE]
        if where >= 0:
            leaves(s, i)
        s.token[at + WHERE] = NOWHERE
        answers(s, now, i, row, LAPSED)
        if where == IN_SERVICE:
            hands_over(s, p.station[row])
    elif p.op[row] == SERVE:
        follows(s, i)
        served(p, s, now, i, row)
    elif p.op[row] == STOP:
        stopped(p, s, key, now, i, row)
    else:
        note(s, now, i, row, LEFT, NONE, word(0))
        s.token[at + ROW] = row + 1
        follows(s, i)


@compiled
def arises(p: Any, s: Any, k: Any) -> None:
    """A matter arises by itself."""
    klass = p.arrive_class[k]
    i = born(s, p.arrive_uid[k], klass, 0, NONE, p.class_first[klass])
    note(s, p.arrive_time[k], i, p.class_first[klass], RAISED, klass, word(0))
    follows(s, i)


@compiled
def tight(s: Any, need: Any) -> Any:
    """Whether some array might be full after ``need`` more entries."""
    return (
        s.count[RECORDS] + need > len(s.rec_time)
        or s.count[TOKENS] + need > len(s.uid)
        or (s.count[USED_NODES] + need) * NODE > len(s.node)
        or s.count[HEAP] + need > len(s.heap_time)
        or s.count[TAIL] + need > len(s.work)
    )


@compiled
def grown(s: Any, need: Any) -> Any:
    """The state with twice the room where there is too little."""
    records = s.count[RECORDS] + need > len(s.rec_time)
    tokens = s.count[TOKENS] + need > len(s.uid)
    heap = COMPILED and s.count[HEAP] + need > len(s.heap_time)
    return State(
        longer(s.uid) if tokens else s.uid,
        longer(s.came) if tokens else s.came,
        longer(s.token) if tokens else s.token,
        longer(s.node) if (s.count[USED_NODES] + need) * NODE > len(s.node) else s.node,
        s.lane,
        s.busy,
        longer(s.heap_time) if heap else s.heap_time,
        longer(s.heap_uid) if heap else s.heap_uid,
        longer(s.heap) if heap else s.heap,
        longer(s.rec_time) if records else s.rec_time,
        longer(s.rec_uid) if records else s.rec_uid,
        longer(s.rec_origin) if records else s.rec_origin,
        longer(s.rec) if records else s.rec,
        longer(s.work) if s.count[TAIL] + need > len(s.work) else s.work,
        s.count,
        s.waiting,
        s.treated,
    )


@compiled
def play(p: Any, s: Any, key: Any, until: Any, need: Any, at_once: Any, cap: Any) -> Any:
    """All events up to and with ``until``: the state after them, how it ended, and the row and time where.

    ``need``: how many entries of any array one event at a row can add. ``at_once``: how many rows may be passed at one
    instant; ``cap``: how many records may be written.
    """
    arrival = sitting = steps = row = 0
    now = -1.0
    while True:
        while s.count[HEAP] > 0 and s.token[top(s, E_SLOT) * TOKEN + LIFE] != top(s, E_LIFE):
            pop(s)
        end = top_time(s) if s.count[HEAP] > 0 else math.inf
        arise = p.arrive_time[arrival] if arrival < len(p.arrive_time) else math.inf
        sit = p.sit_time[sitting] if sitting < len(p.sit_time) else math.inf
        time = min(end, arise, sit)
        if time > until or time == math.inf:
            return s, DONE, row, now
        if time > now:
            now = time
            steps = 0
        if tight(s, need):
            s = grown(s, need)
        if end == time and (arise > time or top_uid(s) < p.arrive_uid[arrival]):
            ends(p, s, key, now)
        elif arise == time:
            arises(p, s, arrival)
            arrival += 1
        else:
            for _ in range(opens(p, s, sitting)):
                if tight(s, need):
                    s = grown(s, need)
                takes_up(p, s, key, sitting)
            sitting += 1
        while s.count[HEAD] < s.count[TAIL]:
            i = s.work[s.count[HEAD]]
            s.count[HEAD] += 1
            going = True
            while going:
                if tight(s, need):
                    s = grown(s, need)
                row = s.token[i * TOKEN + ROW]
                steps += 1
                if steps > at_once:
                    return s, TOO_MANY_AT_ONCE, row, now
                if s.count[RECORDS] > cap:
                    return s, TOO_MANY_RECORDS, row, now
                going = step(p, s, key, now, i)
        s.count[HEAD] = 0
        s.count[TAIL] = 0


__all__ = ["COMPILED", "TRIANGULAR", "play", "takes", "u"]
