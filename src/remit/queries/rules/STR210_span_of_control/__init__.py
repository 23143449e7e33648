"""STR210: a manager with too many or too few who report directly."""
