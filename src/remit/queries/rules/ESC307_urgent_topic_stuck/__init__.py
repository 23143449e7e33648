"""ESC307: an urgent topic does not come to the level that must treat it."""
