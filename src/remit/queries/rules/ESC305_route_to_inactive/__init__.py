"""ESC305: a route to somebody who is not there."""
