"""MAN109: somebody answers for what they have no power over."""
