"""The words of facts, seats and changes, in Swedish and English."""

from __future__ import annotations

from remit.model.text import Text

WHAT_KIND = Text("slag", "kind")
SET = Text("mängd", "set")
OF_PART = Text("{whole} – {part}: {field}", "{whole} – {part}: {field}")

ABOUT = Text("frågor: {names}", "topics: {names}")
THROUGH = Text("genom {names}", "through {names}")
ON_BEHALF_OF = Text("för {names}", "for {names}")
THE_LINE = Text("linjen", "the line")
FOR_DECISION = Text("för beslut", "for a decision")
NOT_FOR_DECISION = Text("inte för beslut", "not for a decision")
