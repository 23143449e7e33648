"""What sittings cost, and whom: the hours of each sitting shared among the principals whose seats were filled.

Only the meetings of groups are counted: they are held for the sake of the collaboration. A board or an assembly sits
anyway; what a matter costs there is the preparation of the decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from remit.graph.org import Org
from remit.simulation.parameters import Parameters
from remit.simulation.places import BODY, Place
from remit.simulation.plan import NOBODY, Plan, Records, Sittings, What

HOURS, SEATS = "station_hours", "station_seats"
"""What ``Plan.extra`` tells of stations: the hours of a sitting for each who is there (length: stations); the seats of
each principal (stations x principals; what belongs to no principal is in none)."""


def plan_of(org: Org, parameters: Parameters) -> Plan:
    """The plan of a structure, with what its sittings cost put into ``extra``."""
    from remit.simulation.build import build

    plan = build(org, parameters)
    places = plan.extra["places"]
    assert isinstance(places, tuple)
    hours = [_hours(place, parameters) for place in places]
    seats = np.zeros((len(places), len(plan.principals)))
    for station, place in enumerate(places):
        if place.id in org.model.entities and org.kind(place.id) == "group":
            for whose, number in _seats(org, place.id, parameters):
                if whose in plan.principals:
                    seats[station, plan.principals.index(whose)] += number
    return replace(plan, extra={**plan.extra, HOURS: np.array(hours), SEATS: seats})


def _hours(place: Place, parameters: Parameters) -> float:
    return 0.0 if place.sort == BODY else parameters.of_one("hours", place.id, "meeting_hours")


def _seats(org: Org, group: str, parameters: Parameters) -> Iterator[tuple[str, float]]:
    """The seats of each principal in a group; a seat that several share is nobody's, since no source says whose."""
    for seat in org.seats(group):
        whose = org.principals_of(seat.id)
        count = seat.fact("count").value if seat.fact("count").known else 1
        if len(whose) == 1:
            yield whose[0], float(count) if isinstance(count, int) else parameters["seats_many"]


def tally(of: NDArray[Any], bins: int, weights: NDArray[Any] | None = None) -> NDArray[np.float64]:
    """How many of each number below ``bins`` there are, or their weights in all."""
    found: NDArray[np.float64] = np.bincount(of, weights, bins).astype(float)
    return found


def sitting_hours(plan: Plan, sittings: Sittings, chosen: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The hours of the chosen sittings that were held: per principal, and last those of no principal of the plan.

    Who is absent is not told, so those present are shared in the proportion of the seats.
    """
    stations = plan.stations.place.size
    hours = np.asarray(plan.extra.get(HOURS, np.zeros(stations)), dtype=float)
    seats = np.asarray(plan.extra.get(SEATS, np.zeros((stations, len(plan.principals)))), dtype=float)
    held = chosen & (sittings.held == 0)
    spent = tally(sittings.station[held], stations, sittings.present[held]) * hours
    filled = tally(sittings.station[held], stations, sittings.seats[held])
    meetings = tally(sittings.station[held], stations)
    # the seats that a station has in all; where the plan tells more of principals than of the station, those count
    all_seats = np.maximum(np.divide(filled, meetings, out=np.zeros(stations), where=meetings > 0), seats.sum(axis=1))
    share = np.divide(seats, all_seats[:, None], out=np.zeros_like(seats), where=all_seats[:, None] > 0)
    by_principal = spent @ share
    return np.append(by_principal, spent.sum() - by_principal.sum())


def row_hours(plan: Plan, records: Records, chosen: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The hours that passing rows cost (preparing, writing up), per principal, and last those of none."""
    passed = chosen & np.isin(records.what, (What.LEFT, What.RETURNED, What.PASSED))
    rows = records.row[passed]
    spent = tally(rows, plan.rows.op.size) * plan.rows.hours
    whose = np.where(plan.rows.principal == NOBODY, len(plan.principals), plan.rows.principal)
    return tally(whose, len(plan.principals) + 1, spent)


__all__ = ["HOURS", "SEATS", "plan_of", "row_hours", "sitting_hours", "tally"]
