"""MAN103: a seat without a mandate from its principal."""
