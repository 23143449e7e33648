"""STR202: the same matter in two groups that have nothing between them."""
