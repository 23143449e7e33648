"""Structural measures of an organisation: hierarchy, channels, meetings, knowledge, overlap and coverage."""

from remit.graph.measures.meetings import HOURS_OF_A_POST
from remit.graph.measures.metrics import Metrics, metrics

__all__ = ["HOURS_OF_A_POST", "Metrics", "metrics"]
