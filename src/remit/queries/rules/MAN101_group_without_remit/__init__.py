"""MAN101: a group in force without a remit."""
