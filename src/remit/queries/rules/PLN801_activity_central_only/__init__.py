"""PLN801: an activity meant for several levels that is under way at one."""
