"""COV503: providers or private principals outside the collaboration."""
