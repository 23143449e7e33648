"""What sittings cost, and whom: the hours of each sitting shared among the principals whose seats were filled.

Only the meetings of groups are counted: they are held for the sake of the collaboration. A board or an assembly sits
anyway; what a matter costs there is the preparation of the decision.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from remit.simulation.plan import NOBODY, Plan, Records, Sittings, What

HOURS, SEATS, EMPTY = "station_hours", "station_seats", "station_empty"
"""What ``Plan.extra`` tells of stations: the hours of a sitting for each who is there (length: stations); the seats of
each principal that somebody sits in (stations x principals; what belongs to no principal is in none); how many seats
nobody ever sits in."""


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
    empty = np.asarray(plan.extra.get(EMPTY, np.zeros(stations)), dtype=float)
    held = chosen & (sittings.held == 0)
    spent = tally(sittings.station[held], stations, sittings.present[held]) * hours
    filled = tally(sittings.station[held], stations, sittings.seats[held])
    meetings = tally(sittings.station[held], stations)
    # the seats that a station has in all; where the plan tells more of principals than of the station, those count
    told = np.divide(filled, meetings, out=np.zeros(stations), where=meetings > 0) - empty
    all_seats = np.maximum(told, seats.sum(axis=1))
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


__all__ = ["EMPTY", "HOURS", "SEATS", "row_hours", "sitting_hours", "tally"]
