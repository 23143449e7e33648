"""MAN108: a mandate, assignment or agreement past its date."""
