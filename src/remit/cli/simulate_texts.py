"""What ``remit simulate`` says on the command line."""

from __future__ import annotations

from remit.model.text import Text

SIMULATE = Text(
    "Låter ärenden gå genom en struktur i många år: hur många som kommer hela vägen, hur lång tid det tar, var de "
    "stannar och vad det kostar i timmar.\n\n"
    "Flera strukturer (--scenario, --after) möter samma ärenden och samma slump, och skillnaden får ett intervall. "
    "Allt som ingen källa ger är antaganden; de räknas upp med resultatet, och --tornado prövar vart och ett av dem.",
    "Lets matters flow through a structure for many years: how many get all the way, how long it takes, where they "
    "stop and what it costs in hours.\n\n"
    "Several structures (--scenario, --after) meet the same matters and the same chance events, and the difference "
    "gets an interval. All that no source gives are assumptions; they are listed with the result, and --tornado tries "
    "each.",
)
OPT_SCENARIO = Text(
    "En fil med ändringar av modellen, att jämföra med den; kan upprepas.",
    "A file of changes to the model, to compare with it; can be repeated.",
)
OPT_AFTER = Text("En annan modell att jämföra med; kan upprepas.", "Another model to compare with; can be repeated.")
OPT_YEARS = Text("Så många år körs varje gång (förval 12).", "So many years are run each time (12 by default).")
OPT_REPLICATIONS = Text("Så många gånger körs det (förval 30).", "So many times it is run (30 by default).")
OPT_SEED = Text(
    "Slumpens frö (förval 1): samma frö ger samma tal.",
    "The seed of chance (1 by default): the same seed gives the same numbers.",
)
OPT_WARM_UP = Text(
    "År i början som inte räknas (förval en femtedel).",
    "Years at the beginning that do not count (by default a fifth).",
)
OPT_FOLLOW = Text(
    "År som varje ärende följs (förval halva återstoden).",
    "Years that each matter is followed (by default half the rest).",
)
OPT_WORKERS = Text(
    "Så många processer delar på körningarna (förval 1); svaret är detsamma.",
    "So many processes share the runs (1 by default); the answer is the same.",
)
OPT_SCHEDULER = Text(
    "Ett Dask-kluster som kör i stället, som tcp://dator:8786; svaret är detsamma.",
    "A Dask cluster that does the runs instead, as tcp://host:8786; the answer is the same.",
)
OPT_PARAMETERS = Text(
    "En fil med egna värden för antaganden; de som inte står där är de vanliga.",
    "A file with values of your own for assumptions; those that it leaves out are the usual ones.",
)
OPT_TOPIC = Text(
    "Räkna bara ärenden i dessa frågor: id, med komma emellan; kan upprepas.",
    "Count only matters on these topics: ids, with commas between; can be repeated.",
)
OPT_PRINCIPAL = Text(
    "Räkna bara ärenden hos dessa huvudmän: id, med komma emellan; kan upprepas.",
    "Count only matters with these principals: ids, with commas between; can be repeated.",
)
OPT_FROM = Text(
    "Följ också ärenden som börjar här, för sig: id på en enhet, befattning eller grupp; kan upprepas, med --in och "
    "--topic till varje. Då säger --topic vad de handlar om, och alla frågor räknas.",
    "Also follow matters that begin here, by themselves: the id of a unit, function or group; can be repeated, with "
    "--in and --topic for each. --topic then says what they are about, and all topics are counted.",
)
OPT_IN = Text("Huvudmannen vars ärende det är (till --from).", "The principal whose matter it is (for --from).")
IN_WITHOUT_FROM = Text("--in behöver --from: var ärendet börjar", "--in needs --from: where the matter begins")
TOPIC_FOR_EACH = Text(
    "till {n} --from behövs en --topic för alla eller en till varje, inte {topics}",
    "{n} --from need one --topic for all or one for each, not {topics}",
)
IN_FOR_EACH = Text(
    "till {n} --from behövs en --in för alla eller en till varje, inte {places}",
    "{n} --from need one --in for all or one for each, not {places}",
)
OPT_TORNADO = Text(
    "Prövar också varje antagande vid sitt lägsta och högsta värde; tar tid.",
    "Also tries every assumption at its lowest and highest value; takes time.",
)
OPT_MEASURE = Text(
    "Måttet som --tornado visar (förval waited).", "The measure that --tornado shows (waited by default)."
)
OPT_LOG = Text(
    "Skriver också den första körningen som händelselogg (.xes eller .csv) för processutvinning.",
    "Also writes the first run as an event log (.xes or .csv) for process mining.",
)
OPT_ANY_MODEL = Text(
    "Använd scenariot också på en annan modell än den det är skrivet för.",
    "Use the scenario on another model than the one that it was written for, too.",
)
YEARS = Text("ÅR", "YEARS")
SEED = Text("TAL", "INTEGER")
MEASURE = Text("MÅTT", "MEASURE")
COMPILING = Text(
    "Simuleringen görs i ordning första gången den används på den här datorn. Det tar omkring tio sekunder.",
    "The simulation is made ready the first time it is used on this computer. That takes about ten seconds.",
)
RUNNING = Text("Kör", "Running")
TRYING = Text("Prövar antaganden", "Trying assumptions")
LOG_SUFFIX = Text(
    "en händelselogg skrivs till en fil på .xes eller .csv, inte {path}",
    "an event log is written to a file that ends in .xes or .csv, not {path}",
)
NO_ID = Text("det finns ingen {what} med id {value}{near}", "there is no {what} with the id {value}{near}")
NEAR = Text("; menades {near}?", "; did you mean {near}?")
TOPIC_WORD = Text("fråga", "topic")
PRINCIPAL_WORD = Text("huvudman", "principal")
PAGE_NEEDS_FILE = Text("sidan behöver en fil: lägg till -o flode.html", "the page needs a file: add -o flow.html")
