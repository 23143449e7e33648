"""COV507 agreement-by-wrong-party."""
