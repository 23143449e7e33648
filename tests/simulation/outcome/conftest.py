"""The small county simulated once, for all who look at the result."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.simulation.outcome.counties import county

from remit.simulation.outcome import Comparison, compare, tornado
from remit.simulation.parameters import Parameters, load_parameters

TRIED = ("open_link", "prepare_days", "approve", "raised_again")


def busy() -> Parameters:
    """Many matters, so that little time is enough; of the ranges only a few are kept."""
    numbers = load_parameters().with_(matters_per_year=2.0)
    kept = (one if one.name in TRIED else one._replace(low=one.value, high=one.value) for one in numbers.items)
    return Parameters(tuple(kept))


@pytest.fixture(scope="session")
def compared() -> Comparison:
    """Before, after with twice the meetings, and one where recommendations go nowhere; with a tornado."""
    orgs = [county(), county("after", meetings=8), county("third", sent=False)]
    run = {"years": 6, "engine": "plain", "parameters": busy()}
    found = compare(orgs, replications=20, **run)
    return replace(found, tornado=tornado([orgs[0], orgs[2]], replications=4, **run))
