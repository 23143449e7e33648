"""ROB606: coordination without working time or money, or that soon ends."""
