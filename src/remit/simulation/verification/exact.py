"""Exact values of waiting, from chains and closed forms."""

from __future__ import annotations

import math

import numpy as np


def left_over(rate: float, places: int) -> float:
    """The mean number left over after a periodic meeting with ``places`` on its agenda, when ``rate`` matters arise at
    random between two meetings: L' = max(L + A - places, 0) in its steady state, to 1e-9 and better.

    The chain is cut where its tail is below 1e-15 (it falls as exp(-2(places - rate)/rate) or faster) and solved.
    """
    if rate >= places:
        raise ValueError("more matters than places: there is no steady state")
    size = 2 * places + math.ceil(20 * rate / (places - rate)) + 20
    arrivals = [math.exp(-rate)]
    for number in range(1, size + places):
        arrivals.append(arrivals[-1] * rate / number)
    moves = np.zeros((size, size))
    for before in range(size):
        for number, p in enumerate(arrivals):
            moves[before, min(max(before + number - places, 0), size - 1)] += p
    equations = moves.T - np.eye(size)
    equations[0] = (
        1.0  # the states' shares add up to 1; that takes the place of one equation, which follows from the rest
    )
    known = np.zeros(size)
    known[0] = 1.0
    steady = np.linalg.solve(equations, known)
    return float(steady @ np.arange(size))


def periodic_wait(load: float, places: int) -> float:
    """The mean wait for a periodic meeting, in intervals between meetings: W = 1/2 + E[left over] / rate."""
    rate = load * places
    return 0.5 + left_over(rate, places) / rate


def erlang_c(load: float, servers: int) -> float:
    """The probability of waiting in M/M/c (Erlang 1917); ``load`` is that of each server."""
    offered = load * servers
    terms = [offered**k / math.factorial(k) for k in range(servers)]
    last = offered**servers / math.factorial(servers) / (1 - load)
    return last / (sum(terms) + last)


def wait_of_many_servers(load: float, servers: int) -> float:
    """The mean wait in M/M/c, in service times."""
    return erlang_c(load, servers) / (servers * (1 - load))


def pollaczek_khinchine(rate: float, mean: float, second_moment: float) -> float:
    """The mean wait in M/G/1 (Pollaczek 1930, Khinchine 1932)."""
    return rate * second_moment / (2 * (1 - rate * mean))


def harmonic(count: int) -> float:
    """The mean of the slowest of ``count`` exponential times with mean 1: 1 + 1/2 + … + 1/count."""
    return math.fsum(1 / k for k in range(1, count + 1))
