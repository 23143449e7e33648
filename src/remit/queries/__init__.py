"""What one asks of an organisation: the rules and the engine that runs them, waivers and baselines."""
