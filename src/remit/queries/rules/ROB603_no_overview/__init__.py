"""ROB603: a system that nobody has in view as a whole."""
