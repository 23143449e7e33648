"""SRC903: facts that their source leaves open."""
