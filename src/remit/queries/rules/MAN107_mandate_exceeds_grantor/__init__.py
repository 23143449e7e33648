"""MAN107: a mandate that gives what its giver does not have."""
