"""What an organisation is: kinds, facts, statements about sets, coverage, and the files they are kept in."""
