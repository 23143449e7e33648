"""STR203: political groups at different levels that nothing joins."""
