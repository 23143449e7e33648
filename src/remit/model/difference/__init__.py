"""What differs between two models, and the changes that turn the one into the other."""
