"""INF811: documents or remits that those concerned cannot find."""
