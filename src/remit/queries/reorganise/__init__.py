"""What a reorganisation repairs, what it breaks, and which of its changes does it."""

from __future__ import annotations

from remit.queries.reorganise.compare import reorganise
from remit.queries.reorganise.records import Outcome, Reorganisation
from remit.queries.reorganise.same import Same

__all__ = ["Outcome", "Reorganisation", "Same", "reorganise"]
