"""The fewest or cheapest changes that clear chosen findings and create none."""
