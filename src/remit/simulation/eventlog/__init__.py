"""Event logs for process mining: the records of a run written as one; a real one read and compared with a design."""

from remit.simulation.eventlog.lived import Lived, lived
from remit.simulation.eventlog.log import Event, Log, Trace
from remit.simulation.eventlog.read import read_log
from remit.simulation.eventlog.write import log_of, to_csv, to_xes

__all__ = ["Event", "Lived", "Log", "Trace", "lived", "log_of", "read_log", "to_csv", "to_xes"]
