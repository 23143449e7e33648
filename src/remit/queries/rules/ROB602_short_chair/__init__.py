"""ROB602: a chair appointed for a short time."""
