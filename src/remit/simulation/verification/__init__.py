"""The flow engines against closed forms: what theory gives, what a run gives, and how sure the run is of it."""
