// FUP703: indicators, and what statements speak of indicators to an extent, without owner or data
UNWIND $versions AS version
MATCH (i:Subject {version: version, of_kind: 'indicator'})
OPTIONAL MATCH (i)-[:FACT_OWNER]->(owner)
OPTIONAL MATCH (i)-[:FACT_DATA]->(data)
RETURN version,
       i.id AS subject,
       i.extent AS extent,
       i.in_force AS here,
       [part IN [['owner', owner], ['data', data]]
         WHERE i.extent IS NULL OR part[0] IN i.speaks_of
         | [part[0], {missing: [i.id, part[0], part[1]]}]] AS parts
