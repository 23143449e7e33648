"""Choosing what to tell where several things may be missing at once."""

from __future__ import annotations

from collections.abc import Mapping

from remit.graph.logic import NO, Proof, all_of


def surest_missing(parts: Mapping[str, Proof]) -> tuple[tuple[str, ...], Proof]:
    """The names of what is most surely missing, in the order given, and the proof that all of it is.

    What is less surely missing is not named beside it: a finding is as sure as everything that it names.
    """
    best = max((proof.degree for proof in parts.values()), default=NO.degree)
    names = tuple(name for name, proof in parts.items() if proof and proof.degree == best)
    return names, all_of(*(parts[name] for name in names)) if names else NO
