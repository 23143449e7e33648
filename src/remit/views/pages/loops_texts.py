"""The words of the loop's page and of its parts, the picture and the walk, in Swedish and English."""

from __future__ import annotations

from remit.model.text import Text

TITLE = Text("Slingan: {title}", "The loop: {title}")
SKIP = Text("Till bilden", "To the picture")
LEAD = Text(
    "Slingan är vägen från invånaren till beslut och tillbaka. Välj en ruta i bilden, eller fråga och huvudman här.",
    "The loop is the way from the citizen to a decision and back. Choose a cell, or topic and principal here.",
)

# -- the closure in words ---------------------------------------------------------------------------------------------

CLOSURE_LABEL = Text("Slutenhet", "Closure")
CLOSURE_WAY = Text(
    "{topics} hos {principals} ger {n} väg att följa.", "{topics} in {principals} make {n} way to follow."
)
CLOSURE_WAYS = Text(
    "{topics} hos {principals} ger {n} vägar att följa.", "{topics} in {principals} make {n} ways to follow."
)
TOPIC_ONE = Text("{n} fråga", "{n} topic")
TOPIC_MANY = Text("{n} frågor", "{n} topics")
PRINCIPAL_ONE = Text("{n} huvudman", "{n} principal")
PRINCIPAL_MANY = Text("{n} huvudmän", "{n} principals")
CLOSED_NONE = Text("Ingen når säkert hela vägen.", "None gets all the way for certain.")
CLOSED_SOME = Text("{n} av dem når säkert hela vägen.", "{n} of them get all the way for certain.")
CLOSED_ALL = Text("Alla når hela vägen.", "All get all the way.")
BROKEN_SOME = Text("Minst {n} bryts på vägen.", "At least {n} break on the way.")
BROKEN_ALL = Text("Alla bryts på vägen.", "All break on the way.")
BROKEN_NONE = Text("Ingen är känd för att brytas.", "None is known to break.")
OPEN_SOME = Text(
    "För de övriga {n} är det öppet: källan säger det inte.",
    "The other {n} are open: the source does not say.",
)
# -- the picture -----------------------------------------------------------------------------------------------------

UNNAMED_TOPIC = Text(
    "Minst {n} av {of} huvudmän som delar platser har ingen väg i steg {step} ({name}); källan säger inte vilka.",
    "At least {n} of {of} principals that share seats have no way at step {step} ({name}); "
    "the source does not say which.",
)
UNNAMED_SHORT = Text("minst {n} bryts", "at least {n} break")

# -- columns that are alike ------------------------------------------------------------------------------------------

SORTS_OF_PRINCIPALS: dict[str, Text] = {
    "region": Text("{n} regioner", "{n} regions"),
    "municipality": Text("{n} kommuner", "{n} municipalities"),
    "state": Text("{n} statliga myndigheter", "{n} state agencies"),
    "association": Text("{n} förbund", "{n} associations"),
    "company": Text("{n} bolag", "{n} companies"),
    "school": Text("{n} skolor", "{n} schools"),
    "": Text("{n} huvudmän", "{n} principals"),
}
"""So many alike principals of one sort; the last where the sorts differ or are not told."""
OTHERS_OF_SORT: dict[str, Text] = {
    "municipality": Text("{n} övriga kommuner", "{n} other municipalities"),
    "region": Text("{n} övriga regioner", "{n} other regions"),
    "": Text("{n} övriga huvudmän", "{n} other principals"),
}
AND = Text("och", "and")

# -- the words that the scripts show ----------------------------------------------------------------------------------

SCRIPT: dict[str, Text] = {
    "closed": Text("sluten", "closed"),
    "open": Text("öppen", "open"),
    "broken": Text("bruten", "broken"),
    "not_needed": Text("behövs inte", "not needed"),
    "established": Text("belagt", "established"),
    "reported": Text("uppgivet", "reported"),
    "topic": Text("Fråga", "Topic"),
    "principal": Text("Huvudman", "Principal"),
    "step": Text("Steg", "Step"),
    "steps": Text("Slingans åtta steg", "The eight steps of the loop"),
    "steps_mean": Text(
        "och hur stor del av vägarna som är sluten där: säkert (fyllt) till möjligen (randat)",
        "and the share of the ways that is closed there: for certain (filled) to possibly (striped)",
    ),
    "matrix": Text("Hur långt varje fråga når, per huvudman", "How far each topic gets, per principal"),
    "legend": Text("Tecken", "Signs"),
    "legend_closed": Text("steget finns", "the step exists"),
    "legend_open": Text("öppet: källan säger det inte", "open: the source does not say"),
    "legend_broken": Text("brutet: länken saknas", "broken: the link is missing"),
    "legend_not_needed": Text("behövs inte", "not needed"),
    "legend_after": Text("blekt: efter första luckan", "faint: after the first gap"),
    "order": Text("Frågornas ordning", "Order of the topics"),
    "by_taxonomy": Text("som frågorna hör ihop", "as the topics belong together"),
    "by_name": Text("efter frågans namn", "by the name of the topic"),
    "by_least": Text("de som når kortast först", "those that get least far first"),
    "by_most": Text("de som når längst först", "those that get furthest first"),
    "short_closed": Text("hela vägen", "all the way"),
    "short_open": Text("öppet i {step}", "open at {step}"),
    "short_broken": Text("stannar i {step}", "stops at {step}"),
    "reach": Text("Når hela vägen", "Get all the way"),
    "reach_of": Text("säkert–möjligen, av {n}", "certain–possible, of {n}"),
    "per_principal": Text("Når hela vägen, av {n} frågor", "Get all the way, of {n} topics"),
    "expand": Text("Visa en kolumn för var och en av {name}", "Show a column for each of {name}"),
    "collapse": Text("Slå ihop {name} till en kolumn", "Fold {name} into one column"),
    "members": Text("Vilka som står i samma kolumn", "Who stands in the same column"),
    "keys": Text(
        "Piltangenterna flyttar mellan rutorna; Retur visar vägen.",
        "Arrow keys move between cells; Enter shows the way.",
    ),
    "walk": Text("Frågans väg", "The way of the matter"),
    "walk_of": Text("{topic}, väckt hos {principal}", "{topic}, raised in {principal}"),
    "previous": Text("Föregående steg", "Previous step"),
    "next": Text("Nästa steg", "Next step"),
    "stops_here": Text("Här stannar det", "It stops here"),
    "open_here": Text("Här blir det öppet", "Here it becomes open"),
    "after_broken": Text(
        "Efter det: vad som sägs om stegen dit frågan inte kommer",
        "After that: what is told of the steps that the matter does not reach",
    ),
    "after_open": Text("Efter det: om frågan tar sig förbi", "After that: if the matter gets past"),
    "where": Text("Var", "Where"),
    "source": Text("Källa", "Source"),
    "no_source": Text("ingen angiven", "none given"),
    "silent": Text("ingen: källorna säger inget om det", "none: the sources say nothing of it"),
    "missing": Text("Det som skulle behöva finnas", "What would have to exist"),
    "wait": Text("Förväntad väntan", "Expected wait"),
    "deferred": Text("Lämnat att bestämma senare (öppet)", "Left to be settled later (open)"),
    "all_names": Text("Vilka", "Who they are"),
    "alike_short": Text("Samma väg för andra", "The same way for others"),
    "alike": Text("Likadant för {names}.", "Alike for {names}."),
    "pool": Text(
        "Minst {n} av de {of} huvudmän som delar platser har ingen väg i det här steget; källan säger inte vilka.",
        "At least {n} of the {of} principals that share seats have no way at this step; the source does not say which.",
    ),
    "verdict_closed": Text("Når hela vägen", "Gets all the way"),
    "verdict_paper": Text("Når hela vägen, på papperet", "Gets all the way, on paper"),
    "verdict_open": Text("Öppet i steg {step}: {name}", "Open at step {step}: {name}"),
    "verdict_broken": Text("Stannar i steg {step}: {name}", "Stops at step {step}: {name}"),
    "nothing": Text(
        "Modellen har ingen fråga eller ingen huvudman att följa.", "The model has no topic or no principal to follow."
    ),
    "not_drawn": Text(
        "Bilden ritar {shown} av {all} kolumner: fler får inte plats i en läsbar bild. Varje huvudman går att välja i "
        "listan vid Frågans väg, och då visas också dess kolumn.",
        "The picture draws {shown} of {all} columns: more would not be readable. Any principal can be chosen in the "
        "list by The way of the matter, and its column is then shown too.",
    ),
}
"""Said by the scripts; curly brackets are filled in there."""

# -- the links that would have to exist -------------------------------------------------------------------------------

MISSING: dict[str, Text] = {
    "seats": Text("en plats för {from_} i {to}", "a seat for {from_} in {to}"),
    "mandate": Text("någon i {from_} med {to} i sitt mandat", "somebody in {from_} with {to} in their mandate"),
    "remit.topics": Text("{from_} med {to} i sitt uppdrag", "{from_} with {to} in its remit"),
    "remit.powers": Text("befogenhet för {from_} att {to}", "power of {from_} to {to}"),
    "recommends_to": Text("en rekommendation från {from_} till {to}", "a recommendation from {from_} to {to}"),
    "channel": Text("en väg från {from_} till {to}", "a way from {from_} to {to}"),
    "line": Text("en linje hos {from_} fram till {to}", "a line in {from_} as far as {to}"),
    "decision_step": Text(
        "ett beslutssteg hos {from_} för det som {to} kommer fram till",
        "a step of decision in {from_} for what {to} arrives at",
    ),
    "reports_back_to": Text("återrapportering från {from_} till {to}", "a report back from {from_} to {to}"),
}
"""What would have to exist, by the relation that is missing."""
MISSING_WAY_OF_TOPIC = Text("en väg för frågan {from_} till {to}", "a way for the topic {from_} to {to}")
MISSING_OTHER = Text("{from_}: {relation} {to}", "of {from_}: {relation} {to}")
MISSING_ENDS: dict[str, Text] = {
    "?": Text("en grupp", "a group"),
    "decision": Text("beslut", "a decision"),
    "operations": Text("verksamheten", "operations"),
    "recommend": Text("rekommendera", "recommend"),
}
"""The ends of such links that are nothing in the model."""
ARRANGED_BY = Text("{what} (kan ordnas av {owner})", "{what} (can be arranged by {owner})")

DAYS = Text("{low} dagar", "{low} days")
FOOT = Text("Gjord med Remit ur modellen {model}.", "Made with Remit from the model {model}.")
