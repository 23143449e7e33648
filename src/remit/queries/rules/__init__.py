"""One package per rule, named by code and name; a rule imports no other rule."""
