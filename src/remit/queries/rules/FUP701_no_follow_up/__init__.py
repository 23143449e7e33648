"""FUP701: a group, agreement or system without indicators."""
