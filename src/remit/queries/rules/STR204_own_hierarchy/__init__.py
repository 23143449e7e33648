"""STR204: a chain of command between collaboration groups."""
