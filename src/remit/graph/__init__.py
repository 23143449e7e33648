"""The organisation as a graph: facts resolved once, a typed reader for rules, the loop, networkx and arrays."""
