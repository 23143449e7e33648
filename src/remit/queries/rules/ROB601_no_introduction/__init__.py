"""ROB601: a group whose new members nobody is to introduce."""
