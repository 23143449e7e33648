"""The event loop: a plan and its draws played through, in the order that :mod:`remit.simulation.plan` defines.

The same source is run in two ways. Imported by its own name it is compiled by numba where that is installed; a second
copy, or this one where numba is absent, runs as plain Python (see :mod:`remit.simulation.engines.compiled`). So there
are no objects here, only the arrays of :mod:`remit.simulation.engines.tables`, and whoever reads the loop should begin
at the end, with :func:`play`.

It is one long file on purpose. numba keeps what it compiled as long as the file of the outermost function is unchanged
and never looks at those that it calls: a change in a second file would go unseen, and the old machine code be run.
"""

from __future__ import annotations

import math
from importlib.util import find_spec
from typing import Any

from remit.simulation.engines.tables import (
    DONE,
    IN_SERVICE,
    NO_ROW,
    NODES,
    NOWHERE,
    TIGHT,
    TO_SERVICE,
    TOO_MANY_AT_ONCE,
    TOO_MANY_RECORDS,
)
from remit.simulation.plan import Answer, Dist, Op, What

COMPILED = not __name__.endswith("_plain") and find_spec("numba") is not None

if COMPILED:
    from remit.simulation.engines.compiled_parts import (
        compiled,
        due,
        left,
        mix,
        number,
        pop,
        push,
        put_off,
        tell,
        top,
        unit,
        word,
        write,
    )
else:
    from remit.simulation.engines.plain_parts import (  # type: ignore[assignment]
        compiled,
        due,
        left,
        mix,
        number,
        pop,
        push,
        put_off,
        tell,
        top,
        unit,
        word,
        write,
    )

WAIT, MEET, SERVE, CHANCE, COPY, FORK, JOIN, ANSWER, STOP, END = (number(op) for op in Op)
FIXED, UNIFORM, EXPONENTIAL, TRIANGULAR = (number(dist) for dist in Dist)
APPROVED, LAPSED = number(Answer.APPROVED), number(Answer.LAPSED)
RAISED, COPIED, AGAIN, CAME, LEFT, RETURNED, PASSED, FAILED, ANSWERED, BEGAN, DROPPED, GIVEN_UP, ARRIVED = (
    number(what) for what in What
)
NONE, ZERO, ONE = number(-1), number(0), number(1)


# Chance


@compiled
def u(key: Any, uid: Any, salt: Any, visit: Any) -> Any:
    """As :func:`remit.simulation.chance.u`."""
    return drawn(mix(key, uid), salt, visit)


@compiled
def drawn(luck: Any, salt: Any, visit: Any) -> Any:
    """The same, where the first step was made before: a token keeps the word of its uid."""
    return unit(mix(mix(luck, salt), word(visit)))


@compiled
def takes(p: Any, row: Any, v: Any) -> Any:
    """The time that a number of [0, 1) stands for at a row (:class:`remit.simulation.plan.Dist`)."""
    dist = p.rows[row].dist
    a = p.rows[row].a
    if dist == FIXED:
        return a
    b = p.rows[row].b
    if dist == UNIFORM:
        return a + (b - a) * v
    if dist == EXPONENTIAL:
        return -a * math.log1p(-v)
    c = p.rows[row].c
    if c <= a:
        return a
    if v * (c - a) < b - a:
        return a + math.sqrt(v * (c - a) * (b - a))
    return c - math.sqrt((1.0 - v) * (c - a) * (c - b))


# Records, tokens, nodes


@compiled
def note(s: Any, now: Any, i: Any, row: Any, what: Any, other: Any) -> None:
    """Write a record of a token."""
    write(s, now, i, row, what, other, word(ZERO))


@compiled
def born(s: Any, uid: Any, luck: Any, klass: Any, generation: Any, child: Any, row: Any) -> Any:
    """A new token, in a free slot."""
    i = s.count[0].free
    if i >= 0:
        s.count[0].free = s.tokens[i].behind
    else:
        i = s.count[0].tokens
        s.count[0].tokens = i + 1
        s.tokens[i].life = 0
    s.tokens[i].uid = uid
    s.tokens[i].luck = luck
    s.tokens[i].child = child
    s.tokens[i].klass = klass
    s.tokens[i].generation = generation
    s.tokens[i].written = 0
    s.tokens[i].instant = NONE
    s.tokens[i].row = row
    s.tokens[i].visit = 0
    s.tokens[i].parent = NONE
    s.tokens[i].open = 0
    s.tokens[i].kid = NONE
    s.tokens[i].sibling = NONE
    s.tokens[i].node = NONE
    s.tokens[i].where = NOWHERE
    return i


@compiled
def free(s: Any, i: Any) -> None:
    """Give the slot and the nodes of a token back."""
    block = s.tokens[i].node
    while block >= 0:
        link = s.nodes[block + NODES - 1]
        following = link.answer
        link.answer = s.count[0].free_block
        s.count[0].free_block = block
        block = following
    s.tokens[i].life += 1
    s.tokens[i].behind = s.count[0].free
    s.count[0].free = i


@compiled
def gone(s: Any, i: Any) -> None:
    """A matter is at its end: it and its children go."""
    kid = s.tokens[i].kid
    while kid >= 0:
        following = s.tokens[kid].sibling
        free(s, kid)
        kid = following
    free(s, i)


@compiled
def known(s: Any, i: Any, row: Any) -> Any:
    """The node of a token for a row, or NONE."""
    block = s.tokens[i].node
    while block >= 0:
        for node in range(block, block + NODES - 1):
            if s.nodes[node].row == row:
                return node
            if s.nodes[node].row == NO_ROW:
                return NONE
        block = s.nodes[block + NODES - 1].answer
    return NONE


@compiled
def memory(s: Any, i: Any, row: Any) -> Any:
    """The node of a token for a row, made where there was none."""
    block = s.tokens[i].node
    while block >= 0:
        for node in range(block, block + NODES - 1):
            if s.nodes[node].row == row:
                return node
            if s.nodes[node].row == NO_ROW:
                return begun(s, node, row)
        if s.nodes[block + NODES - 1].answer < 0:
            break
        block = s.nodes[block + NODES - 1].answer
    more = s.count[0].free_block
    if more >= 0:
        s.count[0].free_block = s.nodes[more + NODES - 1].answer
    else:
        more = s.count[0].nodes
        s.count[0].nodes = more + NODES
    for node in range(more, more + NODES - 1):
        s.nodes[node].row = NO_ROW
    s.nodes[more + NODES - 1].answer = NONE
    if block >= 0:
        s.nodes[block + NODES - 1].answer = more
    else:
        s.tokens[i].node = more
    return begun(s, more, row)


@compiled
def begun(s: Any, node: Any, row: Any) -> Any:
    """A node that nothing has been told of yet."""
    new = s.nodes[node]
    new.row = row
    new.visits = 0
    new.returned = 0
    new.answer = NONE
    return node


@compiled
def comes(p: Any, s: Any, i: Any, row: Any) -> Any:
    """How many times the token came to the row before; this time is counted."""
    visits = 0
    if p.rows[row].kept:
        node = memory(s, i, row)
        visits = s.nodes[node].visits
        s.nodes[node].visits = visits + 1
    s.tokens[i].visit = visits
    return visits


@compiled
def follows(s: Any, i: Any) -> None:
    """The token moves at this instant, after those that are to move already."""
    s.work[s.count[0].tail] = i
    s.count[0].tail += 1


@compiled
def sprung(p: Any, s: Any, key: Any, now: Any, i: Any, row: Any, what: Any) -> None:
    """Another matter arises from a token at a row: a copy, or the same raised again."""
    klass = p.rows[row].jump
    uid = mix(mix(mix(s.tokens[i].uid, p.rows[row].salt), word(s.tokens[i].visit)), word(s.tokens[i].child + 1))
    other = born(s, uid, mix(key, uid), klass, s.tokens[i].generation + 1, NONE, p.classes[klass].first)
    write(s, now, other, p.classes[klass].first, what, klass, s.tokens[i].uid)
    follows(s, other)


# Queues


@compiled
def queues(p: Any, s: Any, now: Any, i: Any, station: Any) -> None:
    """The token takes its place in the queue: by (time of coming, uid, child), urgent ones in a lane of their own."""
    lane = station * 2 + 1
    if p.stations[station].order == 1 and p.classes[s.tokens[i].klass].urgent:
        lane = station * 2
    s.tokens[i].came = now
    s.tokens[i].where = lane
    behind = NONE
    ahead = s.lanes[lane].last
    while ahead >= 0 and s.tokens[ahead].came == now and after(s, ahead, i):
        behind = ahead
        ahead = s.tokens[ahead].ahead
    s.tokens[i].ahead = ahead
    s.tokens[i].behind = behind
    if ahead >= 0:
        s.tokens[ahead].behind = i
    else:
        s.lanes[lane].first = i
    if behind >= 0:
        s.tokens[behind].ahead = i
    else:
        s.lanes[lane].last = i
    s.lanes[lane].length += 1


@compiled
def after(s: Any, one: Any, other: Any) -> Any:
    """Whether one token stands after another that came at the same instant."""
    if s.tokens[one].uid != s.tokens[other].uid:
        return s.tokens[one].uid > s.tokens[other].uid
    return s.tokens[one].child > s.tokens[other].child


@compiled
def leaves(s: Any, i: Any) -> None:
    """The token is taken out of the queue where it stands."""
    lane = s.tokens[i].where
    ahead = s.tokens[i].ahead
    behind = s.tokens[i].behind
    if ahead >= 0:
        s.tokens[ahead].behind = behind
    else:
        s.lanes[lane].first = behind
    if behind >= 0:
        s.tokens[behind].ahead = ahead
    else:
        s.lanes[lane].last = ahead
    s.lanes[lane].length -= 1
    s.tokens[i].where = NOWHERE


@compiled
def hands_over(p: Any, s: Any, station: Any) -> None:
    """A server is free: it is kept for the next in the queue, who begins when its turn to move comes."""
    i = s.lanes[station * 2].first
    if i < 0:
        i = s.lanes[station * 2 + 1].first
    if i < 0:
        p.stations[station].busy -= 1
        return
    leaves(s, i)
    s.tokens[i].where = TO_SERVICE
    follows(s, i)


# What happens at a row. Each gives whether the token goes on at once (to the row that it now has).


@compiled
def until_end(s: Any, now: Any, i: Any, time: Any) -> Any:
    """The token stays for a time; False where that ends now."""
    if now + time <= now:
        return False
    push(s, now + time, s.tokens[i].uid, (s.tokens[i].child + 1) * 2, i, s.tokens[i].life)
    return True


@compiled
def waits(p: Any, s: Any, now: Any, i: Any, row: Any) -> Any:
    """WAIT."""
    note(s, now, i, row, CAME, NONE)
    v = drawn(s.tokens[i].luck, p.rows[row].salt, comes(p, s, i, row))
    if until_end(s, now, i, takes(p, row, v)):
        return False
    note(s, now, i, row, LEFT, NONE)
    s.tokens[i].row = row + 1
    return True


@compiled
def serves(p: Any, s: Any, now: Any, i: Any, row: Any) -> Any:
    """SERVE: on coming, and again when a server is kept for it."""
    station = p.rows[row].station
    if s.tokens[i].where != TO_SERVICE:
        note(s, now, i, row, CAME, NONE)
        comes(p, s, i, row)
        if p.stations[station].busy >= p.stations[station].servers:
            queues(p, s, now, i, station)
            return False
        p.stations[station].busy += 1
    note(s, now, i, row, BEGAN, NONE)
    v = drawn(s.tokens[i].luck, p.rows[row].salt, s.tokens[i].visit)
    if until_end(s, now, i, takes(p, row, v)):
        s.tokens[i].where = IN_SERVICE
        return False
    served(p, s, now, i, row)
    return True


@compiled
def served(p: Any, s: Any, now: Any, i: Any, row: Any) -> None:
    """The service is over: the token is at the next row, the server goes to the next in the queue."""
    note(s, now, i, row, LEFT, NONE)
    s.tokens[i].where = NOWHERE
    s.tokens[i].row = row + 1
    hands_over(p, s, p.rows[row].station)


@compiled
def chances(p: Any, s: Any, key: Any, now: Any, i: Any, row: Any) -> None:
    """CHANCE."""
    visit = comes(p, s, i, row)
    if p.rows[row].limit == 1:
        v = u(key, word(ZERO), p.rows[row].salt, ZERO) + p.rows[row].a
        if v >= 1.0:
            v -= 1.0
    else:
        v = drawn(s.tokens[i].luck, p.rows[row].salt, visit)
    turns(p, s, now, i, row, v < p.rows[row].p)


@compiled
def turns(p: Any, s: Any, now: Any, i: Any, row: Any, on: Any) -> None:
    """CHANCE and JOIN: to the next row, or a jump."""
    if on:
        note(s, now, i, row, PASSED, NONE)
        s.tokens[i].row = row + 1
    else:
        note(s, now, i, row, FAILED, NONE)
        s.tokens[i].row = p.rows[row].jump


@compiled
def copies(p: Any, s: Any, key: Any, now: Any, i: Any, row: Any) -> None:
    """COPY."""
    v = drawn(s.tokens[i].luck, p.rows[row].salt, comes(p, s, i, row))
    if v < p.rows[row].p and s.tokens[i].generation < p.rows[row].limit:
        sprung(p, s, key, now, i, row, COPIED)
    s.tokens[i].row = row + 1


@compiled
def kid_of(s: Any, first: Any, last: Any, principal: Any) -> Any:
    """The child of a matter for a principal, from an earlier fork, among those from the first to the last; or NONE."""
    kid = first
    while kid >= 0:
        if s.tokens[kid].child == principal:
            return kid
        kid = s.tokens[kid].sibling if kid != last else NONE
    return kid


@compiled
def answer_of(s: Any, kid: Any, fork: Any) -> Any:
    """What a child answered when its matter was last at a fork."""
    if kid < 0:
        return NONE
    node = known(s, kid, fork)
    return s.nodes[node].answer if node >= 0 else NONE


@compiled
def forks(p: Any, s: Any, now: Any, i: Any, row: Any) -> Any:
    """FORK: a child of an earlier fork lives on as the child of the same principal."""
    note(s, now, i, row, CAME, NONE)
    own = memory(s, i, row)
    s.nodes[own].visits += 1
    s.nodes[own].returned = 0
    s.nodes[own].answer = 0
    first = s.tokens[i].kid
    last = NONE
    kid = first
    while kid >= 0:
        node = known(s, kid, row)
        if node >= 0:
            s.nodes[node].answer = NONE
        last = kid
        kid = s.tokens[kid].sibling
    old, near = last, first
    began = 0
    for entry in range(p.rows[row].jump, p.rows[row].jump + p.rows[row].limit):
        principal = p.children[entry].principal
        # forks mostly have the same principals in the same order: then the next child is the one that is asked for
        kid = near if near >= 0 and s.tokens[near].child == principal else kid_of(s, first, old, principal)
        near = s.tokens[kid].sibling if kid >= 0 and kid != old else NONE
        if p.rows[row].other >= 0 and answer_of(s, kid, p.rows[row].other) != APPROVED:
            continue
        if kid < 0:
            kid = born(s, s.tokens[i].uid, s.tokens[i].luck, s.tokens[i].klass, s.tokens[i].generation, principal, NONE)
            s.tokens[kid].parent = i
            if last >= 0:
                s.tokens[last].sibling = kid
            else:
                s.tokens[i].kid = kid
            last = kid
        s.tokens[kid].row = p.children[entry].first
        if p.rows[row].a > 0.0:
            put_off(s, now + p.rows[row].a, s.tokens[i].uid, (principal + 1) * 2 + 1, kid, s.tokens[kid].life)
        follows(s, kid)
        began += 1
    s.nodes[own].returned = began
    s.tokens[i].open = began
    if began:
        return False
    note(s, now, i, row, LEFT, NONE)
    s.tokens[i].row = row + 1
    return True


@compiled
def answers(s: Any, now: Any, i: Any, row: Any, answer: Any) -> None:
    """A child ends; the last answer sets its matter free."""
    note(s, now, i, row, ANSWERED, answer)
    s.tokens[i].life += 1
    matter = s.tokens[i].parent
    fork = s.tokens[matter].row
    s.nodes[memory(s, i, fork)].answer = answer
    if answer == APPROVED:
        s.nodes[known(s, matter, fork)].answer += 1
    s.tokens[matter].open -= 1
    if s.tokens[matter].open == 0:
        note(s, now, matter, fork, LEFT, NONE)
        s.tokens[matter].row = fork + 1
        follows(s, matter)


@compiled
def joins(p: Any, s: Any, now: Any, i: Any, row: Any) -> None:
    """JOIN."""
    node = known(s, i, p.rows[row].other)
    began = approved = 0
    if node >= 0:
        began = s.nodes[node].returned
        approved = s.nodes[node].answer
    least = p.rows[row].limit
    turns(p, s, now, i, row, approved == began if least == 0 else approved >= least)


@compiled
def stays(p: Any, s: Any, key: Any, now: Any, i: Any, row: Any) -> None:
    """STOP."""
    note(s, now, i, row, CAME, NONE)
    v = drawn(s.tokens[i].luck, p.rows[row].salt, comes(p, s, i, row))
    if not until_end(s, now, i, takes(p, row, v)):
        stopped(p, s, key, now, i, row)


@compiled
def stopped(p: Any, s: Any, key: Any, now: Any, i: Any, row: Any) -> None:
    """The stay is over: given up and raised again, or dropped; a child has lapsed."""
    if s.tokens[i].child >= 0:
        answers(s, now, i, row, LAPSED)
        return
    v = drawn(s.tokens[i].luck, mix(p.rows[row].salt, word(ONE)), s.tokens[i].visit)
    if v < p.rows[row].p and s.tokens[i].generation < p.rows[row].limit:
        note(s, now, i, row, GIVEN_UP, NONE)
        sprung(p, s, key, now, i, row, AGAIN)
    else:
        note(s, now, i, row, DROPPED, NONE)
    gone(s, i)


@compiled
def step(p: Any, s: Any, key: Any, now: Any, i: Any) -> Any:
    """What happens to the token at its row; whether it goes on at once."""
    row = s.tokens[i].row
    op = p.rows[row].op
    going = False
    if op == WAIT:
        going = waits(p, s, now, i, row)
    elif op == MEET:
        note(s, now, i, row, CAME, NONE)
        comes(p, s, i, row)
        queues(p, s, now, i, p.rows[row].station)
    elif op == SERVE:
        going = serves(p, s, now, i, row)
    elif op == FORK:
        going = forks(p, s, now, i, row)
    elif op == ANSWER:
        answers(s, now, i, row, number(p.rows[row].limit))
    elif op == STOP:
        stays(p, s, key, now, i, row)
    elif op == END:
        note(s, now, i, row, ARRIVED, NONE)
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
    found = s.lanes[lane].length
    i = s.lanes[lane].last
    while i >= 0 and s.tokens[i].came > closes:
        found -= 1
        i = s.tokens[i].ahead
    return found


@compiled
def nobody_waits(p: Any, s: Any, k: Any) -> Any:
    """Whether a sitting has nothing to treat, as most have, so that nothing happens."""
    lane = p.sittings.station[k] * 2
    return s.lanes[lane].length + s.lanes[lane + 1].length == 0


@compiled
def opens(p: Any, s: Any, k: Any) -> Any:
    """A sitting: counts who waits in time, gives how many it takes."""
    station = p.sittings.station[k]
    waiting = in_time(s, station * 2, p.sittings.closes[k]) + in_time(s, station * 2 + 1, p.sittings.closes[k])
    p.sittings.waiting[k] = waiting
    p.sittings.treated[k] = min(waiting, p.sittings.places[k])
    return p.sittings.treated[k]


@compiled
def takes_up(p: Any, s: Any, k: Any) -> None:
    """A sitting takes the next matter: it treats or returns it."""
    station = p.sittings.station[k]
    now = p.sittings.time[k]
    i = s.lanes[station * 2].first
    if i < 0 or s.tokens[i].came > p.sittings.closes[k]:
        i = s.lanes[station * 2 + 1].first
    leaves(s, i)
    row = s.tokens[i].row
    if drawn(s.tokens[i].luck, p.rows[row].salt, s.tokens[i].visit) < p.sittings.p_return[k]:
        note(s, now, i, row, RETURNED, k)
        before = 0
        if p.rows[row].kept:
            node = memory(s, i, row)
            before = s.nodes[node].returned
            s.nodes[node].returned = before + 1
        s.tokens[i].row = p.rows[row].jump if before < p.rows[row].limit else p.rows[row].other
    else:
        note(s, now, i, row, LEFT, k)
        s.tokens[i].row = row + 1
    follows(s, i)


@compiled
def ends(p: Any, s: Any, key: Any, now: Any) -> None:
    """The first end of time in the heap comes about."""
    i = number(top(s).slot)
    lapse = top(s).order & 1
    pop(s)
    row = s.tokens[i].row
    if lapse:
        where = s.tokens[i].where
        if where >= 0:
            leaves(s, i)
        s.tokens[i].where = NOWHERE
        answers(s, now, i, row, LAPSED)
        if where == IN_SERVICE:
            hands_over(p, s, p.rows[row].station)
    elif p.rows[row].op == SERVE:
        follows(s, i)
        served(p, s, now, i, row)
    elif p.rows[row].op == STOP:
        stopped(p, s, key, now, i, row)
    else:
        note(s, now, i, row, LEFT, NONE)
        s.tokens[i].row = row + 1
        follows(s, i)


@compiled
def arises(p: Any, s: Any, key: Any, k: Any) -> None:
    """A matter arises by itself."""
    klass = p.arrivals.klass[k]
    uid = p.arrivals.uid[k]
    i = born(s, uid, mix(key, uid), klass, ZERO, NONE, p.classes[klass].first)
    note(s, p.arrivals.time[k], i, p.classes[klass].first, RAISED, klass)
    follows(s, i)


@compiled
def room(s: Any, need: Any) -> Any:
    """For how many steps there surely is room in every table, where one step adds at most ``need`` entries. (In plain
    Python some grow by themselves.)
    """
    count = s.count[0]
    here = min(len(s.tokens) - count.tokens, (len(s.nodes) - count.nodes) // NODES, len(s.work) - count.tail)
    return min(here, left(s, need)) // need


@compiled
def happens(p: Any, s: Any, key: Any, until: Any) -> Any:
    """The next event up to and with ``until``; False where there is none."""
    count = s.count[0]
    end = due(s)
    arise = p.arrivals.time[count.arrival] if count.arrival < len(p.arrivals.time) else math.inf
    sit = p.sittings.time[count.sitting] if count.sitting < len(p.sittings.time) else math.inf
    while sit < end and sit < arise and sit <= until and nobody_waits(p, s, count.sitting):
        count.sitting += 1
        sit = p.sittings.time[count.sitting] if count.sitting < len(p.sittings.time) else math.inf
    time = min(end, arise, sit)
    over = time > until or time == math.inf
    if over or time > count.now:
        tell(s)
    if over:
        return False
    if time > count.now:
        count.now = time
        count.steps = 0
    if end == time and (arise > time or top(s).uid < p.arrivals.uid[count.arrival]):
        ends(p, s, key, time)
    elif arise == time:
        arises(p, s, key, count.arrival)
        count.arrival += 1
    else:
        count.left = opens(p, s, count.sitting)
        count.sitting += 1
    return True


@compiled
def play(p: Any, s: Any, key: Any, until: Any, need: Any, at_once: Any, cap: Any) -> Any:
    """All events up to and with ``until``; gives why it stopped, and goes on from there where it is called again.

    ``need``: how many entries of a table one step can add. ``at_once``: how many rows may be passed at one instant;
    ``cap``: how many records may be written.
    """
    count = s.count[0]
    sure = ZERO
    while True:
        if sure == 0:
            sure = room(s, need)
            if sure <= 0:
                return TIGHT
        sure -= 1
        if count.left > 0:
            count.left -= 1
            takes_up(p, s, count.sitting - 1)
        elif count.head < count.tail:
            count.steps += 1
            if count.steps > at_once:
                return TOO_MANY_AT_ONCE
            if count.written + count.records > cap:
                return TOO_MANY_RECORDS
            if not step(p, s, key, count.now, s.work[count.head]):
                count.head += 1
        else:
            count.head = 0
            count.tail = 0
            if not happens(p, s, key, until):
                return DONE


__all__ = ["COMPILED", "TRIANGULAR", "play", "takes", "u"]
