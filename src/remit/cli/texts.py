"""What the command line says, in Swedish and English: helps, errors, progress."""

from __future__ import annotations

from remit.model.text import Text

# -- helps ----------------------------------------------------------------------------------------------------

REMIT = Text(
    "Granskar organisationer som flera huvudmän delar: vem som får besluta vad, och var ärenden stannar.\n\n"
    "MODELL är en fil (YAML eller JSON), namnet på ett exempel som följer med, eller en adress i Neo4j (bolt://…). "
    "`remit demo` visar hur det ser ut.",
    "Audits organisations that several principals share: who may decide what, and where matters stop.\n\n"
    "MODEL is a file (YAML or JSON), the name of an example that comes with Remit, or an address in Neo4j "
    "(bolt://…). `remit demo` shows what it is like.",
)
AUDIT = Text(
    "Granskar en modell: iakttagelser med bedömning, rekommendation, säkerhet och källa.\n\n"
    "Med flera modeller ställs de bredvid varandra. Slutar med 1 om något av det som visas når --fail-on, annars 0.",
    "Audits a model: findings with judgement, recommendation, certainty and source.\n\n"
    "Several models are put side by side. Ends with 1 if something shown reaches --fail-on, else 0.",
)
RULES = Text(
    "Räknar upp reglerna, alla eller de som innehåller vissa ord, på svenska eller engelska.\n\n"
    "Med --format html blir det en sida att läsa, söka i och skriva ut.",
    "Lists the rules, all or those that have certain words, in Swedish or English.\n\n"
    "With --format html it is a page to read, search and print.",
)
WORDS = Text("ORD", "WORD")
ARG_WORDS = Text("Ord som alla ska finnas i regelns texter.", "Words that the rule's texts must all have.")
EXPLAIN = Text(
    "Förklarar en regel i sin helhet: vad den finner, varför det spelar roll och hur det åtgärdas.",
    "Explains one rule in full: what it finds, why it matters and how to repair it.",
)
ROUTE = Text(
    "Visar vart ett ärende tar vägen, vem som beslutar och var det stannar.",
    "Shows where a matter goes, who decides and where it stops.",
)
LOOPS = Text(
    "Visar hur långt varje fråga når för varje huvudman: från närmast invånaren till beslut och tillbaka.\n\n"
    "Med --format html blir det en sida med en bild av alla vägar; väljer du en ruta visas dess väg steg för steg.",
    "Shows how far every topic gets for every principal: from the front line to a decision and back.\n\n"
    "With --format html it is a page with a picture of all ways; choose a cell and its way is shown step by step.",
)
MAP = Text(
    "Ritar en karta att öppna i webbläsaren: nivåer och huvudmän, iakttagelser, slingor och källor.\n\n"
    "Sidan är en enda fil som inte hämtar något. Med --before, --after eller --scenario visas två strukturer "
    "och vad som skiljer dem.",
    "Draws a map to open in a browser: levels and principals, findings, loops and sources.\n\n"
    "The page is one file that fetches nothing. With --before, --after or --scenario it shows two structures "
    "and what differs.",
)
METRICS = Text(
    "Räknar strukturmått: hierarki, spann, centralitet, enda vägar, överlappning, täckning och mötestid.",
    "Counts structural measures: hierarchy, spans, centrality, single channels, overlap, coverage and meeting load.",
)
VERIFY = Text(
    "Prövar måtten och flödet mot exakta värden: referens, erhållet och skillnad. Slutar med 1 om något inte stämmer.",
    "Tries the measures and the flow against exact values: reference, obtained and difference. Ends with 1 if any "
    "does not agree.",
)
CHECKLIST = Text(
    "Besvarar en checklistas frågor – ja, nej eller öppet – ur modellens uppgifter och reglernas iakttagelser.\n\n"
    "Med flera modeller ställs svaren bredvid varandra. CHECKLISTA är namnet på en som följer med (nine-questions) "
    "eller en egen fil (docs/checklists.md).",
    "Answers the questions of a checklist – yes, no or open – from the model's facts and the findings of the rules.\n\n"
    "With several models the answers stand side by side. CHECKLIST is the name of one that comes with Remit "
    "(nine-questions) or a file of your own (docs/checklists.md).",
)
VALIDATE = Text(
    "Prövar om en modell är rätt skriven. Alla fel visas på en gång, med rad och kolumn.",
    "Tries whether a model is well formed. All errors are shown at once, with line and column.",
)
SCHEMA = Text("Ger modellfilens JSON Schema.", "Gives the JSON Schema of a model file.")
OPT_OF_SCENARIO = Text("Ger i stället scenariofilens.", "Gives that of a scenario file instead.")
INIT = Text(
    "Skriver en ny modell med kommentarer att börja från. Skriver aldrig över en fil.",
    "Writes a new commented model to begin from. Never overwrites a file.",
)
CONVERT = Text(
    "Skriver en modell i ett annat format; formatet följer av filnamnet.",
    "Writes a model in another format; the format follows from the file name.",
)
PUSH = Text(
    "Lägger en modell i Neo4j som en ny version bredvid de gamla.\n\n"
    "Den nya börjar gälla först när den är hel; avbryts inläsningen gäller den förra. Användare och lösenord tas ur "
    "NEO4J_USER och NEO4J_PASSWORD, annars frågas det efter lösenordet.",
    "Puts a model into Neo4j as a new version beside the old ones.\n\n"
    "The new one comes into force only when it is whole; if the load is cut off, the former stays in force. User and "
    "password are taken from NEO4J_USER and NEO4J_PASSWORD, else the password is asked for.",
)
PULL = Text(
    "Hämtar en modell ur Neo4j till en fil. Den är lika med den som lades dit.",
    "Fetches a model from Neo4j into a file. It is equal to the one that was put there.",
)
VERSIONS = Text(
    "Räknar upp modellerna i en databas och deras versioner.", "Lists the models in a database and their versions."
)
PRUNE = Text(
    "Tar bort gamla versioner och avbrutna inläsningar ur Neo4j. Versionen i kraft står kvar.",
    "Removes old versions and loads that were cut off from Neo4j. The version in force stays.",
)
DEMO = Text(
    "Granskar exemplen som följer med och lägger resultaten i en mapp.",
    "Audits the examples that come with Remit and puts the results into a folder.",
)

ARG_MODEL = Text(
    "en modellfil, namnet på ett exempel eller en adress (bolt://…)",
    "a model file, the name of an example or an address (bolt://…)",
)
ARG_ADDRESS = Text(
    "databasens adress, till exempel bolt://värd:7687?model=ID&version=2",
    "the address of the database, such as bolt://host:7687?model=ID&version=2",
)
ARG_CODE = Text("regelns kod, till exempel MAN102", "the code of the rule, such as MAN102")
ARG_CHECKLIST = Text("en checklista: namn eller fil", "a checklist: name or file")
ARG_MODELS = Text("en eller flera modeller", "one model or several")
ARG_PATH = Text("filen som ska skrivas", "the file to write")
ARG_IN = Text("modellen som läses", "the model to read")
ARG_OUT = Text("filen som skrivs (.yaml eller .json)", "the file to write (.yaml or .json)")

OPT_HELP = Text("Visar denna hjälp.", "Shows this help.")
OPT_VERSION = Text("Visar versionen.", "Shows the version.")
OPT_LANG = Text("Språk (förval sv, annars REMIT_LANG).", "Language (sv by default, else REMIT_LANG).")
OPT_DEBUG = Text("Visar hela spåret vid fel i Remit.", "Shows the whole trace of a fault in Remit.")
OPT_FORMAT = Text("Utdataformat (förval text).", "Format of the result (text by default).")
OPT_FORMAT_SUFFIX = Text(
    "Utdataformat (förval text, eller efter filnamnet i -o).",
    "Format of the result (text by default, or after the file name of -o).",
)
OPT_OUTPUT = Text("Skriver resultatet till en fil.", "Writes the result to a file.")
OPT_BEFORE = Text("Modellen av hur det var före MODELL.", "The model of what it was before MODEL.")
OPT_AFTER = Text("Modellen av hur det blir efter MODELL.", "The model of what it will be after MODEL.")
OPT_SCENARIO = Text(
    "Ett scenario: MODELL visas före och efter dess ändringar.",
    "A scenario: MODEL is shown before and after its changes.",
)
OPT_FINDINGS = Text("Med eller utan iakttagelser (förval med).", "With or without findings (with by default).")
OPT_WITHOUT_PERSONS = Text("Utan personers namn.", "Without the names of persons.")
OPT_FOLDER = Text("Mappen (förval remit-demo).", "The folder (remit-demo by default).")
OPT_SELECT = Text(
    "Bara dessa regler: koder eller början på koder, med komma emellan; kan upprepas.",
    "These rules only: codes or beginnings of codes, with commas between; can be repeated.",
)
OPT_IGNORE = Text("Inte dessa regler; skrivs som --select.", "Not these rules; written as --select.")
OPT_CERTAINTY = Text(
    "Den minsta säkerhet som räknas: belagt, uppgivet av intervjuade eller öppet (förval reported).",
    "The least certainty that counts: established, reported by interviewees or open (reported by default).",
)
OPT_BASELINE = Text(
    "Visar bara det som inte står i denna baslinje.", "Shows only what does not stand in this baseline."
)
OPT_WRITE_BASELINE = Text(
    "Fryser dagens iakttagelser i en fil i stället för att visa dem.",
    "Freezes today's findings in a file instead of showing them.",
)
OPT_WAIVERS = Text("Undantag: vad som accepterats, av vem och varför.", "Waivers: what is accepted, by whom and why.")
OPT_ENGINE = Text(
    "Motorn som prövar reglerna: i minnet (förval), eller servern i Cypher; svaret är detsamma.",
    "The engine that tries the rules: in memory (by default), or the server in Cypher; the answer is the same.",
)
OPT_SENSITIVITY = Text(
    "Prövar också vilken enskild osäker uppgift som, om den vore annorlunda, skulle vända varje iakttagelse; tar tid.",
    "Also tries which single uncertain fact, were it otherwise, would turn each finding; takes time.",
)
TRYING = Text("Prövar osäkra uppgifter", "Trying uncertain facts")
OPT_PULLED = Text("Filen som skrivs (.yaml eller .json).", "The file to write (.yaml or .json).")
OPT_KEEP = Text(
    "Så många hela versioner som behålls av varje modell (förval 1).",
    "So many whole versions are kept of each model (1 by default).",
)
OPT_FAIL_ON = Text(
    "Det minsta allvar som ger slutstatus 1 (förval warning).",
    "The least severity that gives exit status 1 (warning by default).",
)
OPT_ON = Text(
    "Datum att bedöma per, ÅÅÅÅ-MM-DD (förval modellens).", "Date to judge at, YYYY-MM-DD (the model's by default)."
)
OPT_CONFIG = Text(
    "Inställningar (förval remit.toml bredvid modellen).", "Settings (remit.toml beside the model by default)."
)
OPT_FROM = Text(
    "Var ärendet börjar: id för en enhet, befattning eller grupp.", "Where it begins: a unit, function or group."
)
OPT_TOPIC = Text("Frågan: dess id.", "The topic: its id.")
OPT_MEETING_HOURS = Text(
    "Så många timmar antas ett möte vara där ingen källa säger det.",
    "So many hours a meeting is assumed to last where no source tells.",
)
OPT_HOURS_OF_A_POST = Text("Arbetade timmar på ett år i en hel tjänst.", "Hours worked in a year of a full post.")
OPT_TOPICS = Text(
    "Bara dessa frågor: id, med komma emellan; kan upprepas.",
    "These topics only: ids, with commas between; can be repeated.",
)
OPT_IN = Text(
    "Huvudmannens sida, när starten gäller många.",
    "The principal whose side is meant, where the start stands for many.",
)

MODEL = Text("MODELL", "MODEL")
FILE = Text("FIL", "FILE")
SCENARIO = Text("SCENARIO", "SCENARIO")
FOLDER = Text("MAPP", "FOLDER")
ADDRESS = Text("ADRESS", "ADDRESS")
NUMBER = Text("ANTAL", "NUMBER")
CODES = Text("KODER", "CODES")
HOURS = Text("TIMMAR", "HOURS")
CODE = Text("KOD", "CODE")
CHECKLIST_NAME = Text("CHECKLISTA", "CHECKLIST")
MODELS = Text("MODELL…", "MODEL…")
DATE = Text("DATUM", "DATE")
ID = Text("ID", "ID")
IN = Text("IN", "IN")
OUT = Text("UT", "OUT")

USAGE = Text("Användning:", "Usage:")
OPTIONS = Text("Flaggor", "Options")
ARGUMENTS = Text("Argument", "Arguments")
COMMANDS = Text("Kommandon", "Commands")
OPTIONS_METAVAR = Text("[FLAGGOR]", "[OPTIONS]")
COMMAND_METAVAR = Text("KOMMANDO [ARGUMENT]...", "COMMAND [ARGS]...")

PASSWORD = Text("Lösenord för {server}", "Password for {server}")
PUSHING = Text("Läser in", "Loading")
PUSHED = Text(
    "{model} version {version} gäller nu ({entities} saker).",
    "{model} version {version} is in force now ({entities} things).",
)
PRUNED = Text("Borttagna versioner: {n}.", "Versions removed: {n}.")

# -- usage errors ---------------------------------------------------------------------------------------------

TRY_HELP = Text("`{command} --help` visar hur kommandot används.", "`{command} --help` shows how the command is used.")
NO_OPTION = Text("det finns ingen flagga {name}", "there is no option {name}")
NO_COMMAND = Text("det finns inget kommando {name}", "there is no command {name}")
NEAR = Text("; menades {near}?", "; did you mean {near}?")
OR = Text(" eller ", " or ")
MISSING_COMMAND = Text("ett kommando saknas", "a command is missing")
MISSING = Text("{name} saknas", "{name} is missing")
NEEDS_VALUE = Text("{name} behöver ett värde", "{name} needs a value")
NO_VALUE = Text("{name} tar inget värde", "{name} takes no value")
TOO_MANY = Text("för många argument: {found}", "too many arguments: {found}")
BAD_CHOICE = Text(
    "{value} går inte för {name}; välj bland {choices}", "{value} is not for {name}; choose from {choices}"
)
BAD_DATE = Text(
    "{value} är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2017-12-31",
    "{value} is no date; write YYYY-MM-DD, such as 2017-12-31",
)
BAD_LANG = Text("REMIT_LANG är {value}; sv eller en går", "REMIT_LANG is {value}; sv or en are possible")
BEFORE_OR_AFTER = Text(
    "ange bara en av --before, --after och --scenario", "give only one of --before, --after and --scenario"
)
PAGE_NEEDS_FILE = Text("sidan behöver en fil: lägg till -o karta.html", "the page needs a file: add -o map.html")
NO_SUFFIX_FORMAT = Text(
    "formatet framgår inte av {path}; ange --format ({choices}) eller ett filnamn på {suffixes}",
    "the format does not follow from {path}; give --format ({choices}) or a file name with {suffixes}",
)
BASELINE_AND_OUTPUT = Text(
    "--write-baseline visar ingen rapport och går inte ihop med {name}",
    "--write-baseline shows no report and does not go with {name}",
)
ONE_MODEL_ONLY = Text("{name} gäller en modell; {n} angavs", "{name} is for one model; {n} were given")
BAD_NUMBER = Text(
    "{name} kan inte vara {value}: skriv ett {kind} {fits} {least}",
    "{name} cannot be {value}: write a {kind} {fits} {least}",
)
WHOLE_NUMBER = Text("heltal", "whole number")
ANY_NUMBER = Text("tal", "number")
ABOVE = Text("över", "above")
FROM = Text("från", "from")
EXISTS = Text("{path} finns redan; välj ett annat namn", "{path} exists already; choose another name")
NO_TOPICS_KNOWN = Text("ingen fråga angavs", "no topic was given")

# -- the environment and ourselves ----------------------------------------------------------------------------

DISK = Text("{path}: {why}", "{path}: {why}")
STANDARD_OUTPUT = Text("utdata", "standard output")
OS_ERRORS: dict[str, Text] = {
    "ENOENT": Text("filen eller mappen finns inte", "the file or folder does not exist"),
    "EACCES": Text("rättighet saknas", "permission is denied"),
    "EPERM": Text("det är inte tillåtet", "it is not permitted"),
    "ENOSPC": Text("disken är full", "the disk is full"),
    "EDQUOT": Text("diskkvoten är slut", "the disk quota is used up"),
    "EROFS": Text("filsystemet går inte att skriva till", "the file system is read-only"),
    "EISDIR": Text("det är en mapp", "it is a folder"),
    "ENOTDIR": Text("en del av sökvägen är ingen mapp", "a part of the path is no folder"),
    "EEXIST": Text("det finns redan", "it exists already"),
    "EIO": Text("disken svarar med fel", "the disk answers with an error"),
    "ENAMETOOLONG": Text("namnet är för långt", "the name is too long"),
    "EMFILE": Text("för många filer är öppna", "too many files are open"),
}
INTERNAL = Text(
    "internt fel i Remit ({what}). Kör om med --debug för hela spåret, och rapportera det gärna.",
    "a fault in Remit itself ({what}). Run again with --debug for the whole trace, and please report it.",
)
INTERRUPTED = Text("avbrutet", "interrupted")

# -- progress and short answers -------------------------------------------------------------------------------

WROTE = Text("skrev {path}", "wrote {path}")
WROTE_BASELINE = Text("skrev {n} iakttagelser till baslinjen {path}", "wrote {n} findings to the baseline {path}")
VALID = Text("{model}: {n} entiteter, inga fel.", "{model}: {n} entities, no errors.")
PROBLEM_ONE = Text("1 fel", "1 error")
PROBLEM_MANY = Text("{n} fel", "{n} errors")
NEXT = Text("Börja med {path}.", "Begin with {path}.")
INIT_NEXT = Text("Fyll i den och kör `remit validate {path}`.", "Fill it in and run `remit validate {path}`.")

# -- the demonstration ----------------------------------------------------------------------------------------

DEMO_AUDITING = Text("granskar {name}", "auditing {name}")
DEMO_TITLE = Text("Remit: exempel på granskningar", "Remit: examples of audits")
DEMO_INTRO = Text(
    "Varje mapp är en modell som följer med Remit. `remit demo` skrev filerna och skriver över dem nästa gång.",
    "Each folder is a model that comes with Remit. `remit demo` wrote the files and overwrites them the next time.",
)
DEMO_MAP = Text("karta", "map")
DEMO_FILES = Text(
    "`map.html` är kartan att öppna i webbläsaren, `audit.md` är rapporten att läsa, `audit.txt` samma sak för "
    "terminalen, `audit.json` för program. `loops.*` visar hur långt varje fråga når för varje huvudman.",
    "`map.html` is the map to open in a browser, `audit.md` is the report to read, `audit.txt` the same for the "
    "terminal, `audit.json` for programs. `loops.*` shows how far every topic gets for every principal.",
)
DEMO_HEADS = (
    Text("Modell", "Model"),
    Text("Titel", "Title"),
    Text("Läge", "As of"),
    Text("Iakttagelser", "Findings"),
    Text("Slutenhet", "Closure"),
)
DEMO_AGAIN = Text(
    "Kör själv, till exempel `remit audit {name}` eller `remit explain {code}`.",
    "Run it yourself, for example `remit audit {name}` or `remit explain {code}`.",
)
