"""MAN102: a group in force without rules of procedure."""
