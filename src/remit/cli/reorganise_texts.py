"""What ``remit reorganise`` and ``remit what-if`` say on the command line."""

from __future__ import annotations

from remit.model.text import Text

REORGANISE = Text(
    "Prövar en omorganisation: vilka iakttagelser den åtgärdar, lämnar kvar och skapar, och vilken ändring som gör det."
    "\n\n"
    "SCENARIO är en fil med ändringar (docs/scenarios.md); flera jämförs i en tabell. Modellen ändras aldrig. "
    "Slutstatus 1 om något tillkommer med minst det allvar som --fail-on anger.",
    "Tries a reorganisation: which findings it clears, leaves and creates, and which change does it.\n\n"
    "SCENARIO is a file of changes (docs/scenarios.md); several are compared in one table. The model is never changed. "
    "Exit status 1 if anything is new at or above --fail-on.",
)
WHAT_IF = Text(
    "Granskar som om något inte fanns: vad som åtgärdas, kvarstår och tillkommer.\n\n"
    "Det som står i det som tas bort går med, liksom det som inte är något utan det. Slutstatus 1 om något tillkommer "
    "med minst det allvar som --fail-on anger.",
    "Audits as if something were gone: what is cleared, what remains and what is new.\n\n"
    "What stands in what is taken away goes along, and so does what is nothing without it. Exit status 1 if anything "
    "is new at or above --fail-on.",
)
OPT_FLOW = Text(
    "Simulerar också hur ärenden går före och efter: tid, andel som når fram, timmar, och om slutsatsen överlever "
    "antagandena. Tar någon minut.",
    "Also simulates how matters go before and after: time, the share that arrives, hours, and whether the conclusion "
    "survives the assumptions. Takes a minute or so.",
)
OPT_FROM = Text(
    "Följ också ärenden som börjar här, för sig (till --flow): id på en enhet, befattning eller grupp; kan upprepas, "
    "med --in och --topic till varje.",
    "Also follow matters that begin here, by themselves (for --flow): the id of a unit, function or group; can be "
    "repeated, with --in and --topic for each.",
)
OPT_TOPIC = Text("Frågan som ärendet gäller (till --from).", "The topic that the matter is on (for --from).")
NEEDS_FLOW = Text(
    "--years, --replications, --seed, --warm-up, --follow, --parameters, --from, --in och --topic gäller "
    "simuleringen: lägg till --flow",
    "--years, --replications, --seed, --warm-up, --follow, --parameters, --from, --in and --topic are about the "
    "simulation: add --flow",
)
ARG_SCENARIOS = Text("ett eller flera scenarier: filer med ändringar", "one scenario or several: files of changes")
SCENARIOS = Text("SCENARIO…", "SCENARIO…")
IDS = Text("ID", "ID")
OPT_OUTPUT = Text(
    "Skriver rapporten till en fil (.md, .html, .json, .txt), eller den nya modellen (.yaml).",
    "Writes the report to a file (.md, .html, .json, .txt), or the new model (.yaml).",
)
OPT_WRITE_MODEL = Text(
    "Skriver den nya modellen till en fil (.yaml eller .json), vid sidan av rapporten.",
    "Writes the new model to a file (.yaml or .json), beside the report.",
)
OPT_FULL = Text(
    "Hela rapporten i text och Markdown: varje ändring med skäl, varje iakttagelse, allt som ändras i strukturen "
    "(förval: svaret i korthet; JSON och HTML har alltid allt).",
    "The whole report as text and Markdown: each change with its reason, each finding, all that changes in the "
    "structure (the answer in brief by default; JSON and HTML always have all).",
)
OPT_ANY_MODEL = Text(
    "Också från en annan modell än den som scenariot säger sig utgå från.",
    "Also from another model than the one that the scenario says it starts from.",
)
OPT_ATTRIBUTION = Text(
    "Med eller utan att pröva vilken ändring som gör vad (förval med; utan går fortare).",
    "With or without trying which change does what (with by default; without is quicker).",
)
OPT_ON = Text(
    "Datum att bedöma båda per, ÅÅÅÅ-MM-DD (förval vars och ens eget).",
    "Date to judge both at, YYYY-MM-DD (each at its own by default).",
)
OPT_FAIL_ON = Text(
    "Det minsta allvar hos det som tillkommer som ger slutstatus 1 (förval warning).",
    "The least severity of what is new that gives exit status 1 (warning by default).",
)
OPT_WITHOUT = Text(
    "Det som tas bort: id, med komma emellan; kan upprepas.",
    "What is taken away: ids, with commas between; can be repeated.",
)
ONE_SCENARIO_ONLY = Text(
    "en ny modell skrivs för ett scenario i taget; {n} angavs",
    "a new model is written for one scenario at a time; {n} were given",
)
TWO_MODELS = Text(
    "-o {path} skriver den nya modellen, och det gör --write-model också; ange en av dem",
    "-o {path} writes the new model, and so does --write-model; give one of them",
)
NO_IDS = Text("inget id angavs för --without", "no id was given for --without")
TRYING = Text("Prövar ändringarna", "Trying the changes")
