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
    "model_not_scenario": Text(
        "detta är en modell, inget scenario. Ett scenario har delarna scenario och changes.",
        "this is a model, not a scenario. A scenario has the parts scenario and changes.",
    ),
    "no_scenario": Text(
        "filen innehåller inget scenario. Ett scenario har delarna remit, scenario och changes.",
        "the file holds no scenario. A scenario has the parts remit, scenario and changes.",
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
        "ändringen går inte att göra, för {found} anges fortfarande för {who}: {field}. Ändra eller avveckla {who} "
        "först, eller nämn också det här.",
        "the change does not apply, because {found} is still told of {who}: {field}. Change or dissolve {who} first, "
        "or name it here too.",
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
    "row_not_found": Text(
        "det finns ingen sådan rad bland påståendena att ta bort. Ange den som den står i modellen.",
        "there is no such row in the table of facts to take away. Write it as it stands in the model.",
    ),
    "row_number": Text(
        "”{found}” är inget radnummer från 1 till {last}.",
        '"{found}" is no number of a row from 1 to {last}.',
    ),
    "word_where_items": Text(
        "här ska det stå vad som tillkommer, inte ”{found}”. Använd ”set” för att ange att inget finns.",
        'what is added is told here, not "{found}". Use "set" to tell that there is none.',
    ),
    "told_in_several_ways": Text(
        "källorna säger olika om {found} för {who}. Ange hela fältet med ”set”.",
        'the sources differ on {found} of {who}. Tell the whole field with "set".',
    ),
    "has_already": Text(
        "{who} har redan detta: {found}. Ta bort ändringen eller ange vad som är nytt.",
        "{who} has this already: {found}. Take the change away or tell what is new.",
    ),
    "set_or_members": Text(
        "{found} är en mängd av {n} (bland dem {members}). Ange {{these: …, sets: members}} om alla som ingår i den "
        "ska avvecklas, eller sets: themselves om bara mängden ska bort, med det som sägs om den.",
        "{found} is a set of {n} (among them {members}). Tell {{these: …, sets: members}} if all that are in it are to "
        "be dissolved, or sets: themselves if the set alone is to go, with what is said of it.",
    ),
    "is_a_set": Text(
        "{found} är en mängd ({members}), och här behövs något enskilt. Ange var och en för sig.",
        "{found} is a set ({members}), and here something single is needed. Tell each by itself.",
    ),
    "not_party": Text(
        "{found} är inte part i {who}. Parterna är {parties}.",
        "{found} is no party to {who}. The parties are {parties}.",
    ),
    "parties_not_told": Text(
        "modellen anger inte vilka som är parter i {who} ({found}), så ingen kan utträda. Ange parterna med ”set”.",
        'the model does not tell who the parties to {who} are ({found}), so nobody can leave it. Tell them with "set".',
    ),
    "too_few_left": Text(
        "{who} skulle ha för få parter kvar ({left}): en överenskommelse är mellan minst två. Avsluta den med ”end”, "
        "eller låt någon annan ansluta sig först, med ”join”.",
        "too few parties would be left of {who} ({left}): an agreement is between at least two. End it with "
        '"end", or let somebody else join first, with "join".',
    ),
    "no_relation": Text(
        "ange vilket slags väg det gäller: {allowed}.",
        "tell which sort of route it is: {allowed}.",
    ),
    "no_such_route": Text(
        "det finns ingen sådan väg ({relation}) från {who} till {found} att stänga.",
        "there is no such route ({relation}) from {who} to {found} to close.",
    ),
    "no_such_seat": Text(
        "{who} har ingen plats ”{found}”. Platserna är {seats}.",
        '{who} has no seat "{found}". The seats are {seats}.',
    ),
    "several_seats": Text(
        "”{found}” har flera platser i {who}. Ange vilken: {seats}.",
        '"{found}" has several seats in {who}. Tell which: {seats}.',
    ),
    "nothing_about_seats": Text(
        "ange vad som ska göras med platserna: add, remove eller replace.",
        "tell what is to be done with the seats: add, remove or replace.",
    ),
    "there_already": Text(
        "{who} finns redan där, under {found}.",
        "{who} is there already, under {found}.",
    ),
    "below_itself": Text(
        "{who} kan inte flyttas till {found}, som ligger under den själv.",
        "{who} cannot move to {found}, which is below it.",
    ),
    "seat_of_another": Text(
        "{who} fyller en plats ({seat}) för {found} i {group}. Ersätt eller ta bort platsen först, med ”seats”.",
        '{who} fills a seat ({seat}) for {found} in {group}. Replace or remove the seat first, with "seats".',
    ),
    "no_allocation": Text(
        "{who} har ingen arbetstid för {found} att flytta.",
        "{who} has no working time for {found} to shift.",
    ),
    "too_little": Text(
        "{who} har {has} procent för {found}, mindre än de {share} som ska flyttas.",
        "{who} has {has} per cent for {found}, less than the {share} to be shifted.",
    ),
    "share_not_told": Text(
        "modellen säger inte hur mycket av arbetstiden för {who} som går till {found}. Ange den först med ”state”.",
        'the model does not tell how much of the working time of {who} goes to {found}. Tell it first with "state".',
    ),
    "from_or_to": Text(
        "ange varifrån (from) eller vart (to) arbetstiden flyttas.",
        "tell from where or to where the working time is shifted.",
    ),
    "remit_or_mandate": Text(
        "ange antingen uppdraget (remit, för en grupp) eller mandatet (mandate, för andra).",
        "tell either the remit (of a group) or the mandate (of others).",
    ),
    "has_a_remit": Text(
        "en grupp har ett uppdrag. Skriv remit.",
        "a group has a remit. Write remit.",
    ),
    "has_a_mandate": Text(
        "bara en grupp har ett uppdrag. Skriv mandate.",
        "only a group has a remit. Write mandate.",
    ),
    "told_otherwise": Text(
        "för {who} är {field} redan angivet till något annat. Använd ”change” för att ändra det.",
        '{field} of {who} is told to be something else already. Use "change" to change it.',
    ),
    "has_it": Text(
        "{who} har redan allt detta. Ta bort ändringen eller ange vad som är nytt.",
        "{who} has all this already. Take the change away or tell what is new.",
    ),
    "has_none": Text(
        "för {who} är inget uppdrag eller mandat angivet. Använd ”give” för att ge ett.",
        'no remit or mandate is told of {who}. Use "give" to give one.',
    ),
    "has_not": Text(
        "{who} har inte ”{found}”, så det går inte att dra in.",
        '{who} has no "{found}", so it cannot be withdrawn.',
    ),
    "merge_one": Text(
        "det krävs minst två olika för att slå samman.",
        "to merge takes at least two different ones.",
    ),
    "merge_kinds": Text(
        "bara sådant av samma slag kan slås samman. ”{found}” är {kind}, de andra {expected}.",
        'only what is of one kind can be merged. "{found}" is of the kind {kind}, the others {expected}.',
    ),
    "merge_differs": Text(
        "de som slås samman säger olika om {field} ({values}). Ange i ändringen vad som ska gälla{example}.",
        "those that are merged differ on {field} ({values}). Tell in the change what is to hold{example}.",
    ),
    "merge_seats": Text(
        "grupperna har olika många platser för {who} ({values}). Ange i ändringen vilka platser som ska finnas, som "
        "seats: […].",
        "the groups differ in the number of seats for {who} ({values}). Tell in the change which seats there are to "
        "be, as seats: […].",
    ),
    "split_one": Text(
        "den som delas ska bli minst två.",
        "what is split becomes at least two.",
    ),
    "rank_stays": Text(
        "en nivå har alltid en ordning bland de andra. Ange en annan (rank), eller avveckla nivån.",
        "a level always has its place among the others. Tell another one (rank), or dissolve the level.",
    ),
    "split_part": Text(
        "”{found}” står inom ”{whole}” och delas inte för sig. Ange de nya med ”{word}”.",
        '"{found}" stands inside "{whole}" and is not split by itself. Tell the new ones with "{word}".',
    ),
    "split_which": Text(
        "{found} anges för {who}: {field}, där bara en kan stå. Ange vilken del som gäller, som follow: {{{id}: …}}.",
        "{found} is told of {who}: {field}, where only one can stand. Tell which part, as follow: {{{id}: …}}.",
    ),
    "split_left": Text(
        "ingen del tar {found}. Ange det i takes för någon av dem.",
        "no part takes {found}. Tell it in takes of one of them.",
    ),
    "split_takes": Text(
        "den som delas har inget ”{found}” i sig att ta.",
        'what is split has no "{found}" in it to take.',
    ),
}
