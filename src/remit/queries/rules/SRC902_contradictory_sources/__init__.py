"""SRC902: sources that disagree."""
