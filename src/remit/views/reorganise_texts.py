"""What the report of a reorganisation says."""

from __future__ import annotations

from remit.model.text import Text

TITLE = Text("Omorganisation: {title}", "Reorganisation: {title}")
TITLE_WHAT_IF = Text("Om något inte fanns: {title}", "If something were gone: {title}")
HEAD = Text(
    "Från {before} (bedömd per {on}) till {after} (bedömd per {then}). Iakttagelser som räknas: {shown}.",
    "From {before} (judged at {on}) to {after} (judged at {then}). Findings that count: {shown}.",
)
HEAD_WHAT_IF = Text(
    "{before} (bedömd per {on}) jämförs med samma struktur {without}. Iakttagelser som räknas: {shown}.",
    "{before} (judged at {on}) is compared with the same structure {without}. Findings that count: {shown}.",
)
HEAD_NAMED = Text("{title}. {head}", "{title}. {head}")
HEAD_SEVERAL = Text(
    "{n} förslag jämförs med {before} (bedömd per {on}). Iakttagelser som räknas: {shown}.",
    "{n} scenarios are compared with {before} (judged at {on}). Findings that count: {shown}.",
)
ANSWER = Text("Svaret", "The answer")
ANSWERS_FINDINGS = Text(
    "{cleared}, {kept} och {new}.",
    "{cleared}, {kept} and {new}.",
)
CLEARED_NONE = Text("Ingen iakttagelse åtgärdas", "No finding is cleared")
KEPT_NONE = Text("ingen kvarstår", "none remains")
NEW_NONE = Text("ingen tillkommer", "none is new")
CLEARED_ONE = Text("1 iakttagelse åtgärdas", "1 finding is cleared")
CLEARED_MANY = Text("{n} iakttagelser åtgärdas", "{n} findings are cleared")
KEPT_ONE = Text("1 kvarstår", "1 remains")
KEPT_MANY = Text("{n} kvarstår", "{n} remain")
NEW_ONE = Text("1 tillkommer", "1 is new")
NEW_MANY = Text("{n} tillkommer", "{n} are new")
GONE_ONE = Text(
    "En av de åtgärdade försvinner med det som den gällde.", "One of those cleared goes with what it was about."
)
GONE_MANY = Text(
    "{n} av de åtgärdade försvinner med det som de gällde.", "{n} of those cleared go with what they were about."
)
UNTOLD_ONE = Text(
    "En av de åtgärdade försvinner för att det nya inte längre säger det som den vilade på, eller lämnar det till "
    "senare; om den därmed är åtgärdad får läsaren bedöma.",
    "One of those cleared goes in that the new structure no longer says what it rested on, or leaves it to be settled "
    "later; whether that clears it is for the reader to judge.",
)
UNTOLD_MANY = Text(
    "{n} av de åtgärdade försvinner för att det nya inte längre säger det som de vilade på, eller lämnar det till "
    "senare; om de därmed är åtgärdade får läsaren bedöma.",
    "{n} of those cleared go in that the new structure no longer says what they rested on, or leaves it to be settled "
    "later; whether that clears them is for the reader to judge.",
)
DOUBTED_ONE = Text("1 blir en öppen fråga.", "1 becomes an open question.")
DOUBTED_MANY = Text("{n} blir öppna frågor.", "{n} become open questions.")
FIRMER_ONE = Text(
    "En av dem som tillkommer var en öppen fråga och är nu säkrare.",
    "One of those that are new was an open question and is now surer.",
)
FIRMER_MANY = Text(
    "{n} av dem som tillkommer var öppna frågor och är nu säkrare.",
    "{n} of those that are new were open questions and are now surer.",
)
LOOP_ANSWER = Text(
    "Sett till mandat och vägar når {before}\u00a0% av kombinationerna av fråga och huvudman hela vägen och tillbaka "
    "före, säkert till möjligen, och {after}\u00a0% efter{paper}, i de {n} frågor som båda beskriver.",
    "Judged by mandates and ways, {before}% of the pairs of topic and principal get all the way and back before, "
    "certain to possible, and {after}% after{paper}, on the {n} topics that both describe.",
)
LOOP_ONE_TOPIC = Text(
    "Sett till mandat och vägar når {before}\u00a0% av huvudmännen hela vägen och tillbaka före, säkert till möjligen, "
    "och {after}\u00a0% efter{paper}, i den enda fråga som båda beskriver.",
    "Judged by mandates and ways, {before}% of the principals get all the way and back before, certain to possible, "
    "and {after}% after{paper}, on the one topic that both describe.",
)
PAPER = Text(" (på papper)", " (on paper)")
NO_LOOP = Text(
    "Hur långt ärenden når går inte att jämföra: ingen fråga finns i båda strukturerna.",
    "How far matters get cannot be compared: the two structures share no topic.",
)
HOURS_ANSWER = Text(
    "Mötestiden går från {before} till {after} timmar om året, så långt den går att räkna ({nb} av {bn} grupper före, "
    "{na} av {an} efter).",
    "Meeting load goes from {before} to {after} hours a year, as far as it can be counted ({nb} of {bn} groups before, "
    "{na} of {an} after).",
)
HOURS_BEFORE_ONLY = Text(
    "Mötestiden före är {hours} timmar om året, för {n} av {bn} grupper; efter går den inte att räkna ({an} grupper).",
    "Meeting load before is {hours} hours a year, for {n} of {bn} groups; after, it cannot be counted ({an} groups).",
)
HOURS_AFTER_ONLY = Text(
    "Mötestiden efter är {hours} timmar om året, för {n} av {an} grupper; före går den inte att räkna ({bn} grupper).",
    "Meeting load after is {hours} hours a year, for {n} of {an} groups; before, it cannot be counted ({bn} groups).",
)
NO_HOURS = Text(
    "Grupperna är {bn} före och {an} efter. Mötestiden går inte att räkna ur källorna: ingen säger hur länge mötena "
    "varar.",
    "There are {bn} groups before and {an} after. Meeting load cannot be counted from the sources: none tells how long "
    "meetings last.",
)
NO_HOURS_ASSUMED = Text(
    "Grupperna är {bn} före och {an} efter. Mötestiden går inte att räkna: källorna säger inte hur ofta grupperna möts "
    "eller hur många platser de har.",
    "There are {bn} groups before and {an} after. Meeting load cannot be counted: the sources do not tell how often "
    "groups meet or how many seats they have.",
)

BRIEF = Text("Iakttagelserna i korthet", "The findings in brief")
BRIEF_MEANS = Text(
    "En rad för varje regel: vad den finner, hos vem, och vilken ändring som gör det. Där det står ”eller” räcker var "
    "och en av ändringarna; där det står ”+” behövs alla.",
    'A line for each rule: what it finds, of whom, and which change does it. Where it says "or" each of the changes '
    'is enough; where it says "+" all are needed.',
)
BRIEF_NEW = Text("Tillkommer ({n})", "New ({n})")
BRIEF_CLEARED = Text("Åtgärdas ({n})", "Cleared ({n})")
BRIEF_GONE = Text("Försvinner med det som de gällde ({n})", "Go with what they were about ({n})")
BRIEF_UNTOLD = Text(
    "Försvinner för att det nya inte längre säger det som de vilade på ({n})",
    "Go in that the new structure no longer says what they rested on ({n})",
)
BRIEF_DOUBTED = Text("Blir öppna frågor ({n})", "Become open questions ({n})")
BRIEF_KEPT = Text("Kvarstår ({n})", "Remain ({n})")
BRIEF_ACCEPTED = Text("{n} därutöver är accepterade och räknas inte.", "{n} more are accepted and do not count.")
BRIEF_ACCEPTED_ONE = Text("1 därutöver är accepterad och räknas inte.", "1 more is accepted and does not count.")
BRIEF_LINE = Text("{code} {title} ({severity}, {sure}): {whom}.", "{code} {title} ({severity}, {sure}): {whom}.")
BRIEF_MORE = Text("{n} till", "{n} more")
BRIEF_WITH = Text("i förhållande till {other}", "towards {other}")
BRIEF_BY = Text("Ändring {changes}.", "Change {changes}.")
BRIEF_OR = Text(" eller ", " or ")
BRIEF_HEAD = Text("Ingen ändring, utan dagen och slaget av struktur.", "No change, but the date and kind of structure.")
BRIEF_CHANGES = Text("Ändringarna som gör det", "The changes that do it")
BRIEF_CHANGE_ONE = Text("Ändringen", "The change")
BRIEF_CHANGE = Text("{n}. {says} – {does}.", "{n}. {says} – {does}.")
BRIEF_IDLE = Text(
    "De övriga {n} av {of} ändringar åtgärdar ingen iakttagelse och skapar ingen: {list}.",
    "The other {n} of {of} changes clear no finding and create none: {list}.",
)
BRIEF_ALL_IDLE = Text(
    "Ingen av de {of} ändringarna åtgärdar eller skapar någon iakttagelse.",
    "None of the {of} changes clears or creates any finding.",
)
DOES_CLEAR = Text("åtgärdar {n}", "clears {n}")
DOES_DOUBT = Text("gör {n} till öppen fråga", "makes {n} an open question")
DOES_MAKE = Text("skapar {n}", "creates {n}")
DOES_SHARE = Text("en av flera bakom {n}", "one of several behind {n}")
DOES_SHARE_ONE = Text("en av flera bakom {n}", "one of several behind {n}")
BRIEF_ROWS = Text("och {n} till (--full)", "and {n} more (--full)")
WHOLE = Text(
    "Detta är svaret i korthet. Varje ändring med skäl, varje iakttagelse och allt som ändras i strukturen: lägg till "
    "--full, eller -o rapport.html för en sida att bläddra i.",
    "This is the answer in brief. Each change with its reason, each finding and all that changes in the structure: add "
    "--full, or -o report.html for a page to leaf through.",
)

CERTAIN = Text("Vad som är säkert och vad som är öppet", "What is certain and what is open")
CERTAIN_ROW = Text("{fate}: {told}.", "{fate}: {told}.")
CERTAIN_N = Text("{n} {certainty}", "{n} {certainty}")
HIDDEN = Text(
    "Öppna frågor därutöver: {before} före och {after} efter. De räknas inte här ({option} tar med dem).",
    "Open questions beyond these: {before} before and {after} after. They are not counted here ({option} takes them "
    "in).",
)
HIDDEN_SUREST = Text(
    "Mindre säkra iakttagelser därutöver: {before} före och {after} efter. De räknas inte här ({option} tar med dem).",
    "Less sure findings beyond these: {before} before and {after} after. They are not counted here ({option} takes "
    "them in).",
)
PARTS = Text(
    "En iakttagelse som gäller flera räknas en gång för varje sätt som det går för dem: det som var {before} blir {n}.",
    "A finding that is about several counts once for each way that it goes for them: what was {before} becomes {n}.",
)
BEHIND_CHANGES = Text("Bakom ändringarna: {told}.", "Behind the changes: {told}.")
BEHIND_N = Text("{who} {n}", "{who} {n}")
BY_PLANNER = Text(
    "Det som planeraren står bakom är planerarens eget förslag eller egen slutsats, inte källans.",
    "What the planner is behind is the planner's own proposal or conclusion, not a source's.",
)
ON_PAPER = Text(
    "Det nya är ett förslag: vad det säger ska eller bör finnas räknas som om det fanns.",
    "The new structure is a proposal: what it says shall or should be counts as if it were there.",
)
DATES_DIFFER = Text(
    "Strukturerna bedöms per olika dagar; vad dagen ensam gör räknas inte till någon ändring.",
    "The structures are judged at different dates; what the date alone does is no change's doing.",
)
ASSUMED_HOURS = Text(
    "Antagande: ett möte vars längd ingen källa säger varar {hours} timmar.",
    "Assumption: a meeting whose length no source tells lasts {hours} hours.",
)

BY_CHANGE = Text("Ändring för ändring", "Change by change")
WHAT_IT_DOES = Text("Vad det gör", "What it does")
BY_CHANGE_MEANS = Text(
    "Vilken ändring som gör vad prövas på två sätt. I ordning: ändringarna görs en efter en, och den räknas efter "
    "vilken iakttagelsen är borta (eller finns) för gott. Genom att utelämna: alla ändringar utom en görs, och den "
    "räknas utan vilken iakttagelsen kommer tillbaka (eller uteblir). Sätten kan ge olika svar; då sägs det. Att en "
    "ändring räcker för att en iakttagelse ska försvinna är inte detsamma som att den rättar till något: den kan också "
    "ta bort det som iakttagelsen gällde.",
    "Which change does what is tried in two ways. By order: the changes are made one after another, and the one counts "
    "after which the finding is gone (or there) for good. By leaving out: all changes but one are made, and the one "
    "counts without which the finding comes back (or does not come). The two may differ; then that is said. That a "
    "change is enough for a finding to go is not the same as putting something right: it can also take away what the "
    "finding was about.",
)
CHANGE = Text("Ändring {n}", "Change {n}")
CHANGES = Text("Ändringarna {list}", "Changes {list}")
BY_HEAD = Text("Dagen och slaget av struktur", "The date and the kind of structure")
BY_HEAD_MEANS = Text(
    "Ingen ändring gör det, utan att det nya bedöms per en annan dag eller är ett förslag.",
    "No change does it, but that the new structure is judged at another date or is a proposal.",
)
SEVERAL_TOGETHER = Text("Flera ändringar", "Several changes")
REASON = Text("Skäl", "Reason")
BEHIND = Text("Bakom den", "Behind it")
NOTHING_BY_IT = Text(
    "Åtgärdar ingen iakttagelse ensam och skapar ingen.", "Clears no finding by itself and creates none."
)
IDLE = Text("Utan verkan på iakttagelserna", "Without effect on the findings")
IDLE_N = Text(
    "{n} ändringar som inte åtgärdar någon iakttagelse ensamma och inte skapar någon",
    "{n} changes that clear no finding by themselves and create none",
)
NO_CHANGES = Text("Inga ändringar är angivna.", "No changes are told.")

FATES: dict[str, Text] = {
    "cleared": Text("Åtgärdas", "Cleared"),
    "doubted": Text("Blir öppen fråga", "Becomes an open question"),
    "kept": Text("Kvarstår", "Remains"),
    "firmer": Text("Var öppen fråga, är säkrare", "Was an open question, is surer"),
    "new": Text("Tillkommer", "New"),
}
GONE = Text("det som den gällde finns inte längre", "what it was about is no longer there")
UNTOLD = Text(
    "det nya säger inte längre det som den vilade på, eller lämnar det till senare",
    "the new structure no longer says what it rested on, or leaves it to be settled later",
)
ACCEPTED = Text("accepterad: {reason}", "accepted: {reason}")
IN_BASELINE = Text("står i baslinjen", "stands in the baseline")
WAS = Text("var {was}, är {now}", "was {was}, is {now}")

# -- why it is that change ------------------------------------------------------------------------------------

WITHOUT_ONE: dict[bool, Text] = {
    True: Text(
        "Utan ändring {n} kommer iakttagelsen tillbaka; ingen annan ensam har den verkan.",
        "Without change {n} the finding comes back; no other alone has that effect.",
    ),
    False: Text(
        "Utan ändring {n} uteblir iakttagelsen; ingen annan ensam har den verkan.",
        "Without change {n} the finding does not come; no other alone has that effect.",
    ),
}
TOGETHER: dict[bool, Text] = {
    True: Text(
        "Ändringarna {list} behövs tillsammans: utelämnas någon av dem kommer iakttagelsen tillbaka.",
        "Changes {list} are needed together: if any of them is left out the finding comes back.",
    ),
    False: Text(
        "Ändringarna {list} ger den tillsammans: utelämnas någon av dem uteblir iakttagelsen.",
        "Changes {list} make it together: if any of them is left out the finding does not come.",
    ),
}
EACH: dict[bool, Text] = {
    True: Text(
        "Flera ändringar, var och en tillräcklig: {list}. Först om alla de utelämnas kommer iakttagelsen tillbaka.",
        "Several changes, each enough: {list}. Only if all of them are left out does the finding come back.",
    ),
    False: Text(
        "Flera ändringar, var och en tillräcklig: {list}. Först om alla de utelämnas uteblir iakttagelsen.",
        "Several changes, each enough: {list}. Only if all of them are left out does the finding not come.",
    ),
}
BLOCK: dict[bool, Text] = {
    True: Text(
        "Ändring {n} kan inte utelämnas ensam, eftersom {list} bygger på den; utelämnas de tillsammans kommer "
        "iakttagelsen tillbaka.",
        "Change {n} cannot be left out alone, since it is built upon by {list}; left out together the finding "
        "comes back.",
    ),
    False: Text(
        "Ändring {n} kan inte utelämnas ensam, eftersom {list} bygger på den; utelämnas de tillsammans uteblir "
        "iakttagelsen.",
        "Change {n} cannot be left out alone, since it is built upon by {list}; left out together the finding "
        "does not come.",
    ),
}
UNSETTLED = Text(
    "Att utelämna ändringar avgör inte vilken det är; i ordning är det ändring {n}.",
    "Leaving changes out does not tell which it is; by order it is change {n}.",
)
DISAGREE = Text(
    "De två sätten ger olika svar: i ordning är det ändring {n}, som kommer först, men utelämnas den är det ändå så.",
    "The two ways differ: by order it is change {n}, which comes first, but if it is left out it is so all the same.",
)
DISAGREE_TIED = Text(
    "De två sätten ger olika svar: i ordning är det ändring {n}, men den kan inte utelämnas ensam, eftersom {list} "
    "bygger på den.",
    "The two ways differ: by order it is change {n}, but it cannot be left out alone, since it is built upon by "
    "{list}.",
)
CAME_BACK: dict[bool, Text] = {
    True: Text(
        "Den försvann redan efter ändring {n} men kom tillbaka på vägen.",
        "It went after change {n} already, but came back on the way.",
    ),
    False: Text(
        "Den kom redan efter ändring {n} men försvann igen på vägen.",
        "It came after change {n} already, but went again on the way.",
    ),
}
TIED = Text(
    "Ändring {n} kan inte utelämnas ensam: {list} bygger på den.",
    "Change {n} cannot be left out alone: {list} build on it.",
)
TIED_ONE = Text(
    "Ändring {n} kan inte utelämnas ensam: {list} bygger på den.",
    "Change {n} cannot be left out alone: {list} builds on it.",
)
TIED_TO_ALL = Text(
    "Ändring {n} kan inte utelämnas: utan den går resten inte att göra.",
    "Change {n} cannot be left out: without it the rest cannot be made.",
)
TRANSIENTS = Text("Kommer och går på vägen", "Comes and goes on the way")
TRANSIENTS_MEANS = Text(
    "Iakttagelser som varken finns före eller efter, men skulle finnas om omorganisationen stannade halvvägs.",
    "Findings that are there neither before nor after, but would be if the reorganisation stopped halfway.",
)
TRANSIENT = Text("efter ändring {after}, till ändring {until}", "after change {after}, until change {until}")

# -- tables ---------------------------------------------------------------------------------------------------

REMAINS = Text("Vad som kvarstår", "What remains")
COMES = Text("Vad som tillkommer", "What is new")
GOES = Text("Vad som åtgärdas", "What is cleared")
NOTHING_OF_IT = Text("Ingenting.", "Nothing.")
LOOPS = Text("Hur långt ärenden når", "How far matters get")
LOOPS_MEANS = Text(
    "Andel av ärendena som tar varje steg, säkert till möjligen, på de frågor som båda beskriver: {topics}.",
    "The share of matters that take each step, certain to possible, on the topics that both describe: {topics}.",
)
LOOPS_LEFT_OUT = Text(
    "Frågor som bara den ena beskriver är inte med: {before} före, {after} efter.",
    "Topics that only one of them describes are not in it: {before} before, {after} after.",
)
ALL_THE_WAY = Text("hela vägen och tillbaka", "all the way and back")
BETTER = Text(
    "{n} av {of} kombinationer av fråga och huvudman når längre eller säkrare, {worse} kortare.",
    "{n} of {of} pairs of topic and principal get further or surer, {worse} less far.",
)
UNNAMED = Text(
    "Där flera delar på platser är minst {before} kombinationer före och {after} efter brutna utan att någon källa "
    "säger vilka.",
    "Where several share seats at least {before} pairs before and {after} after are broken without any source telling "
    "which.",
)
WORSE_ROWS = Text("Frågor som når kortare", "Topics that get less far")
BEFORE = Text("Före", "Before")
AFTER = Text("Efter", "After")
FIGURES = Text("Grupper, möten, tid och mått", "Groups, meetings, time and measures")
MEETINGS_AND_TIME = Text("Grupper, möten och tid", "Groups, meetings and time")
MEASURES = Text("Mått på strukturen", "Measures of the structure")
MORE_MEASURES = Text("Strukturmått för linjen och samverkan", "Structural measures of the line and the collaboration")
FIGURES_MEANS = Text(
    "Vad källorna inte säger är inte räknat. Strukturmåtten räknas på samband som är mer än öppna. Ett mått är ingen "
    "dom: det säger vad som är annorlunda, inte vad som är bättre.",
    "What the sources do not tell is not counted. Structural measures are counted on relations that are more than "
    "open. A measure is no verdict: it tells what is different, not what is better.",
)
GROUPS = Text("Grupper", "Groups")
MEETINGS = Text("Möten om året", "Meetings a year")
MEETINGS_TOLD = Text("{n} ({told} av {of} grupper)", "{n} ({told} of {of} groups)")
SEATS = Text("Platser", "Seats")
SEATS_MANY = Text("{n} och {many} rader utan antal", "{n} and {many} rows without a number")
SEATS_MANY_ONE = Text("{n} och 1 rad utan antal", "{n} and 1 row without a number")
HOURS = Text("Mötestid, timmar om året", "Meeting load, hours a year")
HOURS_TOLD = Text("{n} ({told} av {of} grupper)", "{n} ({told} of {of} groups)")
COST = Text("Kostnad om året", "Cost a year")
NOT_COUNTED = Text("kan inte räknas", "cannot be counted")
LINE = Text("linjen", "the line")
COLLABORATION = Text("samverkan", "collaboration")
HOLES = Text("Luckor i täckningen", "Holes in the coverage")
COVERAGE = Text("Täckning, säkert till möjligen", "Coverage, certain to possible")
MOST_SEATS = Text("Flest grupper med samma funktion eller person", "Most groups with the same function or person")
OVERLAPS = Text("Par av grupper som överlappar", "Pairs of groups that overlap")
LOAD = Text("Mötestid per huvudman", "Meeting load per principal")
PRINCIPAL = Text("Huvudman", "Principal")
STRUCTURE = Text("Vad som ändras i strukturen", "What changes in the structure")
STRUCTURE_MEANS = Text(
    "Saker av varje slag som tillkommer, tas bort, slås ihop, delas, byter namn eller beskrivs annorlunda.",
    "Things of each kind that are added, removed, merged, split, renamed or described otherwise.",
)
KIND = Text("Slag", "Kind")
FATE_OF_THINGS: dict[str, Text] = {
    "added": Text("tillkommer", "added"),
    "removed": Text("tas bort", "removed"),
    "merged": Text("slås ihop", "merged"),
    "split": Text("delas", "split"),
    "renamed": Text("byter namn", "renamed"),
    "changed": Text("ändras", "changed"),
}
RELATIONS = Text("samband", "relations")
WHAT = Text("Vad", "What")
WHO = Text("Vem eller vad", "Who or what")
DETAILS = Text("I sak", "In detail")
FIELD_CHANGE = Text("{field}: {before} → {after}", "{field}: {before} → {after}")
NOT_TOLD = Text("inget sagt", "nothing told")
BECOMES = Text("{before} → {after}", "{before} → {after}")
MORE_THINGS = Text("och {n} till (i JSON)", "and {n} more (in the JSON)")
RELATION_STATES: dict[str, Text] = {
    "there": Text("finns", "there"),
    "open": Text("öppet", "open"),
    "denied": Text("finns inte, enligt källan", "not there, a source says"),
    "": Text("–", "–"),
}

SIDE_BY_SIDE = Text("Förslagen sida vid sida", "The scenarios side by side")
SIDE_BY_SIDE_MEANS = Text(
    "Iakttagelser läggs aldrig ihop till ett betyg: en enda brist kan fälla en struktur, tjugo små behöver inte göra "
    "det.",
    "Findings are never added up into a score: one misfit can sink a structure, and twenty small ones need not.",
)
SCENARIO = Text("Förslag", "Scenario")
CHANGES_COUNT = Text("Ändringar", "Changes")
CLOSURE = Text("Når hela vägen, procent före → efter", "All the way, per cent before → after")
SERIOUS_NEW = Text("därav allvarliga brister", "of these serious deficiencies")
RULES_OF_ALL = Text(
    "Regel för regel: hur många den gäller (en mängd till en del är en)",
    "Rule by rule: how many it concerns (a set in part is one)",
)
CODE = Text("Regel", "Rule")
FATE = Text("Vad som sker", "What becomes of it")
MADE_BY = Text(
    "Gjord med Remit. Iakttagelserna står med källor i JSON och i granskningen av varje modell.",
    "Made with Remit. The findings stand with their sources in the JSON and in the audit of each model.",
)
SKIP = Text("Till svaret", "To the answer")
CONTENTS = Text("Innehåll", "Contents")
SOURCES = Text("Källor", "Sources")
AND = Text(" och ", " and ")
WITHOUT = Text("Utan {names}", "Without {names}")
WENT_ALONG = Text("Med det gick: {names}.", "With it went: {names}.")

TILE_FINDINGS = Text("Iakttagelser", "Findings")
TILE_CLEARED = Text("åtgärdas", "cleared")
TILE_GONE = Text("varav {n} med det som de gällde", "of these {n} with what they were about")
TILE_UNTOLD = Text("varav {n} för att det inte längre sägs", "of these {n} since it is no longer said")
TILE_UNTOLD_TOO = Text("och {n} för att det inte längre sägs", "and {n} since it is no longer said")
TILE_KEPT = Text("kvarstår", "remain")
TILE_NEW = Text("tillkommer", "new")
TILE_DOUBTED = Text("blir öppna frågor", "become open questions")
TILE_LOOPS = Text("Frågor som når hela vägen (vägar och mandat)", "Topics that get all the way (ways and mandates)")
TILE_HOURS = Text("Mötestimmar om året", "Meeting hours a year")
TILE_GROUPS = Text("Grupper", "Groups")
TILE_BEFORE = Text("före", "before")
TILE_AFTER = Text("efter", "after")
