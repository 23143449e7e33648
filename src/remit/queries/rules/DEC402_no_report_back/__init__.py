"""DEC402: the outcome of a recommendation does not return."""
