"""MAN104: unequal mandates in one group."""
