"""PLN802: an activity that waits for something that nobody owns."""
