"""FUP703: an indicator without anybody who answers for it, or without data."""
