"""MAN111: somebody who is to lead or coordinate without a described assignment."""
