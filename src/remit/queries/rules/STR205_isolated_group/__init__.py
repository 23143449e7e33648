"""STR205: a group that nothing leads to or from."""
