"""ESC306: one whose loss cuts principals or topics from their decision."""
