"""Neo4j as the shared home of a model: its schema, pushing and pulling versions, addresses and connections."""
