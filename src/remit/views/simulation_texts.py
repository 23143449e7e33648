"""What is said of a simulation, in Swedish and English."""

from __future__ import annotations

from remit.model.text import Text

TITLE_ONE = Text("Ärendenas väg: {first}", "The way of matters: {first}")
TITLE_MANY = Text("Ärendenas väg: {first} och {others}", "The way of matters: {first} and {others}")
AND = Text(" och ", " and ")
SKIP = Text("Till svaret", "To the answer")

HEAD = Text(
    "{years} år har körts {replications} gånger med olika slump (frö {seed}). De första {warm_up} åren räknas inte, "
    "och varje ärende följs i {follow} år.",
    "{years} years were run {replications} times with different luck (seed {seed}). The first {warm_up} years do not "
    "count, and each matter is followed for {follow} years.",
)
SAME_LUCK = Text(
    "Strukturerna har mött samma ärenden och samma slump, så det som skiljer är strukturen.",
    "The structures met the same matters and the same luck, so what differs is the structure.",
)
NOT_THE_SAME = Text(
    "Strukturerna har mött samma slump, och samma ärenden utom hos {principals}: det som skiljer där kan också bero på "
    "att andra ärenden väcks.",
    "The structures met the same luck, and the same matters except with {principals}: what differs there may also be "
    "that other matters are raised.",
)
ONLY_TOPICS = Text(
    "Bara ärenden i dessa frågor räknas: {topics}.", "Only matters on these topics are counted: {topics}."
)
SOME_TOPICS = Text(
    "Bara ärenden i {n} frågor räknas; de står i tabellen fråga för fråga.",
    "Only matters on {n} topics are counted; they are in the table topic by topic.",
)
ONLY_PRINCIPALS = Text(
    "Bara ärenden hos dessa huvudmän räknas: {principals}.",
    "Only matters with these principals are counted: {principals}.",
)
WHOLE = Text(
    "Köer, timmar och beslut gäller hela strukturen.", "Queues, hours and decisions are those of the whole structure."
)

ANSWER = Text("Svaret", "The answer")
GETS_THERE = Text(
    "Med antagandena nedan kommer {share} av 100 ärenden i {title} hela vägen till åtgärd inom {follow} år{span}.",
    "With the assumptions below {share} of 100 matters in {title} get all the way to being carried out within {follow} "
    "years{span}.",
)
SPAN = Text(" ({span})", " ({span})")
TAKES = Text(
    "Hälften av dem som når fram är åtgärdade efter {median}, nio av tio efter {p90}.",
    "Half of those that arrive are carried out after {median}, nine in ten after {p90}.",
)
NONE_ARRIVES = Text(
    "Inget ärende når fram i någon av de {replications} körningarna; det visar inte att inget kan göra det.",
    "No matter arrives in any of the {replications} runs; that does not show that none can.",
)
NONE_RAISED = Text(
    "I {title} väcktes inget ärende under den tid som mäts, så det går inte att säga hur många som når fram: kör fler "
    "år (--years) eller fler gånger (--replications).",
    "In {title} no matter was raised in the time that is measured, so how many arrive cannot be told: run more years "
    "(--years) or more often (--replications).",
)
MOST_STOP = Text(
    "Flest stannar i steg {step} ({name}): {share} av 100.", "Most stop at step {step} ({name}): {share} of 100."
)
DIFFERENCE = {
    "better": Text(
        "Med antagandena nedan är {title} bättre än {first}: "
        "ett ärende väntar i snitt {days} kortare på åtgärd ({span}), räknat över alla "
        "ärenden i högst {follow} år, också de som aldrig når fram. Skillnaden är större än slumpen.",
        "With the assumptions below {title} is better than {first}: "
        "a matter waits {days} less for a result on average ({span}), counted over all "
        "matters for at most {follow} years, those that never arrive too. The difference is larger than luck.",
    ),
    "worse": Text(
        "Med antagandena nedan är {title} sämre än {first}: "
        "ett ärende väntar i snitt {days} längre på åtgärd ({span}), räknat över alla "
        "ärenden i högst {follow} år, också de som aldrig når fram. Skillnaden är större än slumpen.",
        "With the assumptions below {title} is worse than {first}: "
        "a matter waits {days} longer for a result on average ({span}), counted "
        "over all matters for at most {follow} years, those that never arrive too. The difference is larger than luck.",
    ),
    "unsure": Text(
        "Det går inte att säga om ärenden väntar kortare eller längre i {title} än i {first}: skillnaden ({span}) kan "
        "vara slump. Fler körningar kan avgöra det.",
        "Whether matters wait less or longer in {title} than in {first} cannot be told: the difference ({span}) may be "
        "luck. More runs may settle it.",
    ),
    "same": Text(
        "Ärenden väntar precis lika länge i {title} som i {first}.",
        "Matters wait exactly as long in {title} as in {first}.",
    ),
}
COSTS = Text(
    "Med antagandena nedan tar gruppernas möten {hours} timmar om året i {title} ({more} än i {first}), "
    "beredningen {preparation}.",
    "With the assumptions below the groups' meetings take {hours} hours a year in {title} "
    "({more} than in {first}), preparation {preparation}.",
)
MORE_HOURS = Text("{n} fler", "{n} more")
FEWER_HOURS = Text("{n} färre", "{n} fewer")
AS_MANY = Text("lika många", "as many")
HOLDS_ALL = Text(
    "Slutsatsen håller i båda ändarna av alla {n} antaganden som har prövats, ett i taget.",
    "The conclusion holds at both ends of all {n} assumptions that were tried, one at a time.",
)
TURNS = Text(
    "Slutsatsen vänder eller blir osäker om något av dessa antaganden är fel: {names}. De andra {n} rubbar den inte.",
    "The conclusion turns or becomes unsure if one of these assumptions is wrong: {names}. The other {n} do not "
    "move it.",
)
NO_CONCLUSION = Text(
    "Det finns ingen säker skillnad att pröva antagandena mot.",
    "There is no sure difference to try the assumptions against.",
)
RESTS = Text(
    "Resultatet vilar på {n} antaganden som ingen källa ger; de räknas upp sist.",
    "The result rests on {n} assumptions that no source gives; they are listed last.",
)
UNTRIED = Text(
    "Om slutsatsen överlever att de är fel har inte prövats (--tornado gör det).",
    "Whether the conclusion survives that they are wrong has not been tried (--tornado does).",
)

MEASURES = Text("Måtten", "The measures")
OTHER_MEASURES = Text("Fler mått", "More measures")
MEASURE = Text("Mått", "Measure")
DIFFERENCE_HEAD = Text("Skillnad", "Difference")
OF_TITLE = Text("{title} mot {first}", "{title} against {first}")
INTERVAL = Text(
    "Inom parentes: 95 % konfidensintervall över körningarna (Students t, vidare där det beror på vilka öppna länkar "
    "som finns). Det visar hur mycket slumpen betyder, inte vad det betyder om antagandena är fel. ”Osäkert” "
    "betyder att skillnaden kan vara "
    "slump. Tider för dem som når fram jämför inte samma ärenden: en struktur som stoppar de svåra ser snabb ut. "
    "Därför jämförs strukturerna på dagar utan åtgärd för alla ärenden; de som aldrig når fram räknas bara så länge de "
    "följs, så med längre uppföljning (--follow) blir dagarna fler.",
    "In brackets: 95% confidence interval over the runs (Student's t, wider where it hangs on which open links "
    "exist). It shows what luck does, not what it means if the assumptions are wrong. “Unsure” means that the "
    "difference may be luck. "
    "Times of those that arrive do not compare the same matters: a structure that stops the hard ones looks quick. So "
    "the structures are compared by the days without a result of all matters; those that never arrive count only for "
    "as long as they are followed, so a longer follow-up (--follow) makes the days more.",
)
VERDICT = {
    "better": Text("bättre", "better"),
    "worse": Text("sämre", "worse"),
    "more": Text("fler", "more"),
    "less": Text("färre", "fewer"),
    "same": Text("lika", "the same"),
    "unsure": Text("osäkert", "unsure"),
}

FLOW = Text("Var ärenden stannar", "Where matters stop")
FLOW_MEANS = Text(
    "Av 100 ärenden som väcks: hur många som kommer till varje steg, och hur många som stannar där för gott eller "
    "fortfarande är på väg när de har följts i {follow} år.",
    "Of 100 matters raised: how many come to each step, and how many stop there for good or are still under way when "
    "they have been followed for {follow} years.",
)
STEP = Text("Steg", "Step")
COME = Text("{n} kommer hit", "{n} come here")
STOP_HERE = Text("{n} stannar", "{n} stop")
STAY_HERE = Text("{n} är kvar", "{n} still here")
AT = Text("hos {names}", "at {names}")
AND_OTHERS = Text("och {n} till", "and {n} more")
ALL_PASS = Text("alla går vidare", "all go on")
NOBODY_HERE = Text("inget ärende kommer hit", "no matter comes here")
ARRIVE = Text("{n} av 100 kommer hela vägen", "{n} of 100 get all the way")

CURVES = Text("Hur lång tid det tar", "How long it takes")
CURVES_MEANS = Text(
    "Andelen av alla ärenden som är åtgärdade efter så lång tid. Bandet runt varje linje är 95 % konfidensintervall.",
    "The share of all matters that are carried out after so long. The band around each line is the 95% confidence "
    "interval.",
)
CURVES_ALT = Text(
    "Kurvor över andelen åtgärdade ärenden efter tid; samma tal står i tabellen under.",
    "Curves of the share of matters carried out by time; the same figures are in the table below.",
)
YEARS_AXIS = Text("år efter att ärendet väcktes", "years after the matter was raised")
AFTER = Text("Efter", "After")
MONTHS = Text("{n} mån", "{n} mo")
YEARS = Text("{n} år", "{n} yr")

TIMES = Text("Var tiden går", "Where the time goes")
TIMES_MEANS = Text(
    "Dagar i varje steg, i snitt för ärenden som når fram.", "Days at each step, mean of the matters that arrive."
)
PARTS_START = Text("Namngivna ärenden", "Named matters")
START = Text("Ärende", "Matter")
PARTS_TOPIC = Text("Fråga för fråga", "Topic by topic")
PARTS_PRINCIPAL = Text("Huvudman för huvudman", "Principal by principal")
PART_ARRIVES = Text("når fram", "arrive")
PART_MEDIAN = Text("dagar, median", "days, median")
TOPIC = Text("Fråga", "Topic")
PRINCIPAL = Text("Huvudman", "Principal")

QUEUES = Text("Köer", "Queues")
QUEUES_MEANS = Text(
    "De längsta köerna inför möten: ärenden i kö i snitt över tid, inför ett möte i snitt och som mest, och väntan.",
    "The longest queues for meetings: matters waiting on average over time, before a meeting on average and at most, "
    "and the wait.",
)
WHERE = Text("Var", "Where")
Q_AVERAGE = Text("i kö", "waiting")
Q_BEFORE = Text("inför möte", "before a meeting")
Q_MOST = Text("som mest", "at most")
Q_WAIT = Text("väntan, dagar", "wait, days")
Q_TREATED = Text("behandlar per år", "treated a year")

HOURS = Text("Timmar per huvudman", "Hours by principal")
HOURS_MEANS = Text(
    "Mötestimmar i grupperna efter vems platserna är, och timmar för att bereda och genomföra ärenden; per år. "
    "Nämnders "
    "och fullmäktiges sammanträden hålls ändå och räknas inte.",
    "Hours in the groups' meetings by whose the seats are, and hours of preparing and carrying out matters; a year. "
    "Sittings of boards and assemblies are held anyway and are not counted.",
)
H_MEETINGS = Text("möten", "meetings")
H_PREPARATION = Text("beredning", "preparation")
H_DECISIONS = Text("beslut", "decisions")
NOBODY = Text("ingen bestämd huvudman", "no particular principal")

TORNADO = Text("Vad slutsatsen hänger på", "What the conclusion hangs on")
TORNADO_ONE = Text(
    "Varje antagande har satts till sitt lägsta och sitt högsta värde, ett i taget, med samma slump. Stapeln visar "
    "{measure} däremellan.",
    "Each assumption was set to its lowest and its highest value, one at a time, with the same luck. The bar shows "
    "{measure} in between.",
)
TORNADO_TWO = Text(
    "Varje antagande har satts till sitt lägsta och sitt högsta värde, ett i taget, med samma slump. Stapeln visar "
    "skillnaden mellan {title} och {first} i {measure}; en stapel som når noll kan vända slutsatsen.",
    "Each assumption was set to its lowest and its highest value, one at a time, with the same luck. The bar shows the "
    "difference between {title} and {first} in {measure}; a bar that reaches zero may turn the conclusion.",
)
TORNADO_RUNS = Text("{n} körningar för varje värde.", "{n} runs for each value.")
ASSUMPTION = Text("Antagande", "Assumption")
AT_VALUE = Text("vid", "at")
LOWEST = Text("lägst", "lowest")
HIGHEST = Text("högst", "highest")
CONCLUSION = Text("Slutsatsen", "The conclusion")
SURVIVES = {
    "holds": Text("håller", "holds"),
    "turns": Text("vänder", "turns"),
    "unsure": Text("blir osäker", "becomes unsure"),
}
AS_ASSUMED = Text("som antaget: {value}", "as assumed: {value}")

ASSUMED = Text("Antagandena", "The assumptions")
ASSUMED_MEANS = Text(
    "Ingen källa ger dessa tal. De står i en fil (remit simulate --parameters FIL) och kan bytas ut.",
    "No source gives these numbers. They stand in one file (remit simulate --parameters FILE) and can be replaced.",
)
SOURCED = Text("Tal som en källa ger", "Numbers that a source gives")
VALUE = Text("Värde", "Value")
RANGE = Text("Spann", "Range")
WHY = Text("Varför", "Why")
NOTES = Text("Läs detta först", "Read this first")
METHOD = Text("Hur det är räknat", "How it is counted")
METHOD_LINES = (
    Text(
        "Ärenden väcks slumpmässigt i varje fråga hos varje huvudman och går den väg som strukturen ger dem: samma "
        "slinga som granskningen använder. En länk som saknas är ett ärende som blir liggande.",
        "Matters arise at random in each topic with each principal and go the way that the structure gives them: the "
        "same loop as the audit uses. A missing link is a matter that stays where it is.",
    ),
    Text(
        "Ett ärende har nått fram när det, en dubblett av det eller det som det väcktes på nytt som är åtgärdat. "
        "Det har "
        "stannat när inget av dem längre är på väg.",
        "A matter has arrived when it, a copy of it or what it was raised again as is carried out. It has stopped when "
        "none of them is under way any more.",
    ),
    Text(
        "Bara ärenden som kan följas lika länge räknas, så inget klipps av att körningen tar slut. Medeltal är över "
        "körningar, intervall är Students t på körningarnas medeltal, vidare där öppna länkar avgör.",
        "Only matters that can be followed equally long are counted, so none is cut off by the end of the run. "
        "Means are "
        "over runs, intervals are Student's t on the means of the runs, wider where open links decide.",
    ),
)
FOOT = Text(
    "Gjord av Remit, frö {seed}. Samma frö ger samma tal.",
    "Made by Remit, seed {seed}. The same seed gives the same figures.",
)
PROGRESS = Text("Kör", "Running")
TRYING = Text("Prövar antaganden", "Trying assumptions")
PAGE_LANGUAGE = Text("In English", "På svenska")
FIGURES = Text("Samma tal som tabell", "The same figures as a table")
MORE = Text("Visa alla {n}", "Show all {n}")
FLOW_LABEL = Text("Flödet i {title}", "The flow in {title}")
ROW_MORE_ONE = Text("och en rad till (--format json)", "and one more row (--format json)")
ROW_MORE_MANY = Text("och {n} rader till (--format json)", "and {n} more rows (--format json)")
POINTS = Text("{n} procentenheter", "{n} percentage points")
DAYS = Text("{n} dagar", "{n} days")
