"""Checklists: questions mapped to facts and rules, answered yes, no or open with evidence (design section 4).

A *no* is a fact that a source says is missing, or a finding; a *yes* needs every fact that the question names, and no
finding at any certainty. Whatever is not told is open. The file is described in ``docs/checklists.md``.
"""

from remit.queries.checklists.answers import Answer, Answers, answer
from remit.queries.checklists.questions import Checklist, FactTest, Question, Test, read_checklist, shipped_checklists

__all__ = [
    "Answer",
    "Answers",
    "Checklist",
    "FactTest",
    "Question",
    "Test",
    "answer",
    "read_checklist",
    "shipped_checklists",
]
