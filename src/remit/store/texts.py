"""What goes wrong with a database, in Swedish and English."""

from __future__ import annotations

from remit.model.text import Text

TEXTS: dict[str, Text] = {
    "secret_in_address": Text(
        "adressen innehåller användare eller lösenord; ange dem i NEO4J_USER och NEO4J_PASSWORD, eller när de frågas "
        "efter",
        "the address holds a user or a password; give them in NEO4J_USER and NEO4J_PASSWORD, or when asked for them",
    ),
    "bad_address": Text(
        "adressen går inte att tyda; rätt är till exempel bolt://värd:7687?model=ID&version=2 (även neo4j://, "
        "bolt+s:// och neo4j+s://)",
        "the address cannot be read; right is for example bolt://host:7687?model=ID&version=2 (neo4j://, bolt+s:// "
        "and neo4j+s:// too)",
    ),
    "bad_parameter": Text(
        "adressen frågar efter {found}; det som kan anges är model, version och database, en gång var",
        "the address asks for {found}; what can be given is model, version and database, once each",
    ),
    "bad_version": Text("versionen {found} är inget heltal från 1", "the version {found} is no whole number from 1"),
    "address_needed": Text(
        "{found} är ingen adress till en databas; rätt är till exempel bolt://värd:7687",
        "{found} is no address of a database; right is for example bolt://host:7687",
    ),
    "no_uri": Text(
        "motorn neo4j behöver en databas: ange modellen som bolt://…, eller databasens adress i NEO4J_URI",
        "the engine neo4j needs a database: give the model as bolt://…, or the address of a database in NEO4J_URI",
    ),
    "no_driver": Text(
        "drivrutinen för Neo4j är inte installerad: pip install 'remit[neo4j]'",
        "the driver for Neo4j is not installed: pip install 'remit[neo4j]'",
    ),
    "no_server": Text(
        "ingen databas svarar på {server}; är den igång, och är adressen rätt?",
        "no database answers at {server}; is it running, and is the address right?",
    ),
    "wrong_password": Text(
        "{server} godtar inte användaren och lösenordet; de tas ur NEO4J_USER (förval neo4j) och NEO4J_PASSWORD",
        "{server} does not accept the user and password; they are taken from NEO4J_USER (neo4j by default) and "
        "NEO4J_PASSWORD",
    ),
    "no_database": Text("det finns ingen databas {found} på {server}", "there is no database {found} at {server}"),
    "read_only": Text(
        "användaren får inte skriva i databasen på {server}; inget är ändrat",
        "the user may not write in the database at {server}; nothing is changed",
    ),
    "no_rights": Text(
        "användaren får inte läsa i databasen på {server}", "the user may not read in the database at {server}"
    ),
    "empty": Text(
        "databasen på {server} har inga modeller; `remit push` lägger dit en",
        "the database at {server} has no models; `remit push` puts one there",
    ),
    "choose_model": Text(
        "databasen på {server} har flera modeller; välj en med ?model=ID: {known}",
        "the database at {server} has several models; choose one with ?model=ID: {known}",
    ),
    "no_model": Text(
        "databasen på {server} har ingen modell {found}; den har {known}",
        "the database at {server} has no model {found}; it has {known}",
    ),
    "no_version": Text(
        "modellen {model} har ingen version {found}; den har {known}",
        "the model {model} has no version {found}; it has {known}",
    ),
    "not_whole": Text(
        "version {found} av {model} är inte hel: inläsningen avbröts eller pågår; `remit prune` tar bort den",
        "version {found} of {model} is not whole: its load was cut off or goes on; `remit prune` removes it",
    ),
    "no_whole_version": Text(
        "modellen {model} har ännu ingen hel version; kör `remit push` igen",
        "the model {model} has no whole version yet; run `remit push` again",
    ),
    "other_schema": Text(
        "version {found} av {model} är skriven av en annan utgåva av Remit (schema {theirs}, denna läser {ours}); "
        "hämta den med den utgåvan, eller lägg dit modellen på nytt med `remit push`",
        "version {found} of {model} was written by another release of Remit (schema {theirs}, this one reads {ours}); "
        "pull it with that release, or push the model again",
    ),
    "moved": Text(
        "någon annan hann lägga dit en ny version av {model} ({theirs}); din är borttagen igen. Jämför, och kör `remit "
        "push` igen om den ska gälla",
        "somebody else has meanwhile put a new version of {model} there ({theirs}); yours is removed again. Compare, "
        "and run `remit push` again if it should be the one in force",
    ),
    "removed": Text(
        "version {found} av {model} togs bort medan den lästes in; den förra gäller. Kör `remit push` igen",
        "version {found} of {model} was removed while it was being loaded; the former is in force. Run `remit push` "
        "again",
    ),
    "removed_scratch": Text(
        "den tillfälliga kopian av {model} togs bort medan den granskades (av `remit prune`?); kör granskningen igen",
        "the temporary copy of {model} was removed while it was audited (by `remit prune`?); run the audit again",
    ),
    "lost_push": Text(
        "förbindelsen med {server} bröts; version {found} av {model} blev inte hel, och den förra gäller som förut. "
        "Kör `remit push` igen; `remit prune` tar bort resterna",
        "the connection to {server} was lost; version {found} of {model} did not become whole, and the former is in "
        "force as before. Run `remit push` again; `remit prune` removes what is left",
    ),
    "lost_pointer": Text(
        "förbindelsen med {server} bröts när version {found} av {model} skulle börja gälla; `remit versions` visar om "
        "den gör det. Den förra är orörd",
        "the connection to {server} was lost when version {found} of {model} was to come into force; `remit versions` "
        "shows whether it did. The former is untouched",
    ),
    "lost": Text(
        "förbindelsen med {server} bröts; inget är ändrat", "the connection to {server} was lost; nothing is changed"
    ),
    "lost_prune": Text(
        "förbindelsen med {server} bröts; versionen i kraft är orörd. Kör `remit prune` igen",
        "the connection to {server} was lost; the version in force is untouched. Run `remit prune` again",
    ),
    "server_said": Text("databasen på {server} svarar: {what}", "the database at {server} answers: {what}"),
}
