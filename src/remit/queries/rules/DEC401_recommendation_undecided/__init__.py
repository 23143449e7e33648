"""DEC401: what a group recommends has no step of decision."""
