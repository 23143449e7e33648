"""MAN106: a title that promises more power than the group has."""
