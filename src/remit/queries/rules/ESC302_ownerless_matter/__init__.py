"""ESC302: a matter comes where nobody owns it."""
