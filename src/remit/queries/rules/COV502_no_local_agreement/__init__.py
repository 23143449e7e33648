"""COV502: a principal without an agreement that its peers have."""
