"""DEC403: what is decided or agreed does not reach the front line."""
