"""COV505: a topic of several principals in no remit."""
