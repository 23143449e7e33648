"""ESC303: from a group no way leads to anybody who may decide."""
