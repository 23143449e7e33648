"""ROB604: a post or person without whom several groups stop."""
