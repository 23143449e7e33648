"""FUP702: an agreement that does not say who, what, when, how or why."""
