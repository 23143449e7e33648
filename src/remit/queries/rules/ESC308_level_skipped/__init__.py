"""ESC308: a route that skips a level with a competent group."""
