"""STR206: two groups with nearly the same members."""
