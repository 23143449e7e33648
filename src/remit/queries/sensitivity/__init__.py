"""Which uncertain or unknown fact, were it otherwise, would turn a finding (design section 4, ``--sensitivity``).

Nothing is guessed from how a rule is written: the audit listens to what a rule reads (:mod:`doubts`), makes each
uncertain fact otherwise in a copy of the model (:mod:`otherwise`), and runs the rule again (:mod:`search`).
"""

from remit.queries.sensitivity.hinge import Hinge, Sensitivity
from remit.queries.sensitivity.search import sensitivity

__all__ = ["Hinge", "Sensitivity", "sensitivity"]
