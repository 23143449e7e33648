"""STR208: reporting, answering or escalation that goes round."""
