"""ESC301: matters go from group to group past the line."""
