"""ESC309: a route whose expected wait exceeds the limit of its topic."""
