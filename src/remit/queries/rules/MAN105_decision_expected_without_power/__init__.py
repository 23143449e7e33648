"""MAN105: a decision is expected where there is no power to decide."""
