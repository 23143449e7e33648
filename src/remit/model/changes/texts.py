"""Why changes do not apply, by code: what is in the way, and what would be right."""

from __future__ import annotations

from remit.model.text import Text

TEXTS: dict[str, Text] = {
    "no_kind_of_change": Text(
        "en ändring inleds med ett av orden {allowed}. Lägg till det som ska göras.",
        "a change begins with one of the words {allowed}. Add what is to be done.",
    ),
    "several_kinds_of_change": Text(
        "en ändring är av ett slag, men här står flera: {found}. Skriv dem som ändringar var för sig.",
        "a change is of one kind, but several stand here: {found}. Write them as changes of their own.",
    ),
    "wrong_start": Text(
        "scenariot utgår från modellen ”{start}”, men här används ”{found}”. Ange rätt modell, eller tillåt vilken som "
        "helst (--any-model).",
        'the scenario starts from the model "{start}", but this one is "{found}". Name the right model, or allow any '
        "(--any-model).",
    ),
    "scenario_id_taken": Text(
        "scenariots beteckning ”{found}” finns i modellen för något som inte är en källa, och scenariot behövs som "
        "källa. Ge scenariot en annan beteckning eller ange källa (source).",
        'the id of the scenario, "{found}", stands in the model for something that is no source, and the scenario is '
        "needed as one. Give the scenario another id, or tell a source.",
    ),
    "id_taken": Text(
        "”{found}” finns redan i modellen. Välj en annan beteckning.",
        '"{found}" is in the model already. Choose another id.',
    ),
    "still_named": Text(
        "ändringen går inte att göra, för {found} anges fortfarande för {who}: {field}. Ändra eller avveckla {who} först, "
        "eller nämn också det här.",
        "the change does not apply, because {found} is still told of {who}: {field}. Change or dissolve {who} first, or "
        "name it here too.",
    ),
    "still_cited": Text(
        "källan {found} går inte att ta bort, för {who} vilar fortfarande på den. Ge det en annan källa först.",
        "the source {found} cannot go, because {who} still rests on it. Give that another source first.",
    ),
    "system_stays": Text(
        "samverkanssystemet som helhet finns alltid och kan varken avvecklas eller byta beteckning.",
        "the collaboration system as a whole is always there; it can neither be dissolved nor given another id.",
    ),
    "part_of_other": Text(
        "”{found}” står inom ”{whole}”. Ta bort det med ”{word}”.",
        '"{found}" stands inside "{whole}". Take it away with "{word}".',
    ),
    "nothing_to_rename": Text(
        "ange ny beteckning (id), nytt namn (name) eller båda.",
        "tell a new id, a new name, or both.",
    ),
    "no_such_field": Text(
        "inget slag av enheter i en modell har fältet ”{found}”.{near}",
        'nothing in a model has a field "{found}".{near}',
    ),
    "no_name_in_sets": Text(
        "en mängd har bara beteckning och namn att byta.",
        "of a set only the id and the name can be changed.",
    ),
    "row_not_found": Text(
        "det finns ingen sådan rad bland påståendena att ta bort. Ange den som den står i modellen.",
        "there is no such row in the table of facts to take away. Write it as it stands in the model.",
    ),
    "row_number": Text(
        "”{found}” är inget radnummer från 1 till {last}.",
        '"{found}" is no number of a row from 1 to {last}.',
    ),
    "cannot_be_left_out": Text(
        "”{found}” kan inte lämnas osagt.",
        '"{found}" cannot be left unsaid.',
    ),
    "section_of_state": Text(
        "”{found}” är ingen avdelning i en modell. Skriv {allowed}.",
        '"{found}" is no section of a model. Write {allowed}.',
    ),
}
