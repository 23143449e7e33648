"""FUP704: a body that is to carry out a plan and has no staff for it."""
