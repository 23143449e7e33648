"""STR209: a post that reports to several, none of them marked as the main one."""
