"""ROB605: a group that meets less often than its topics or the groups that feed it need."""
