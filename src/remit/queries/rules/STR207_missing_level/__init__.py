"""STR207: a level that has no group for a topic that must be treated there."""
