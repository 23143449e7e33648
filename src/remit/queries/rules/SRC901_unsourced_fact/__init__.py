"""SRC901: facts without a source."""
