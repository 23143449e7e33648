"""MAN110: managers whose assignment does not hold a duty to collaborate."""
