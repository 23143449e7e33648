"""STR201: two groups that do the same job side by side."""
