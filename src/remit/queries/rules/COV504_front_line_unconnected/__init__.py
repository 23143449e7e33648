"""COV504: collaboration nearest the citizen without formal description or link."""
