"""COV506: a seat without a holder."""
