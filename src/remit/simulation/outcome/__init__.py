"""What comes of it: from the records of replications to measures with intervals, structures compared, a tornado.

Statistics come from records only. See docs/simulation.md for what each measure means.
"""

from remit.simulation.outcome.compare import Comparison, Difference, compare
from remit.simulation.outcome.intervals import Estimate
from remit.simulation.outcome.measures import MEASURES, Measure
from remit.simulation.outcome.run import Simulation, simulate
from remit.simulation.outcome.tornado import Swing, Tornado, tornado
from remit.simulation.outcome.window import Window

__all__ = [
    "MEASURES",
    "Comparison",
    "Difference",
    "Estimate",
    "Measure",
    "Simulation",
    "Swing",
    "Tornado",
    "Window",
    "compare",
    "simulate",
    "tornado",
]
