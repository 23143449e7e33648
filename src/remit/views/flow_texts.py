"""What the report of a reorganisation says of its flow, in Swedish and English."""

from __future__ import annotations

from remit.model.text import Text

FLOW = Text("Hur ärendena går", "How matters go")
RUN = Text(
    "Simuleringen låter ärenden väckas, vänta, behandlas, beslutas och åtgärdas i båda strukturerna. {years} år har "
    "körts {replications} gånger (frö {seed}); de första {warm_up} åren räknas inte, och varje ärende följs i "
    "{follow} år. Inom parentes: 95 % konfidensintervall; i kolumnen för skillnaden är det skillnadens. Det visar hur "
    "mycket slumpen betyder, inte om antagandena är rätt. Skillnader mellan andelar är i procentenheter.",
    "The simulation lets matters be raised, wait, be treated, be decided and be carried out in both structures. "
    "{years} years were run {replications} times (seed {seed}); the first {warm_up} years do not count, and each "
    "matter is followed for {follow} years. In brackets: 95% confidence interval; in the column of the difference it "
    "is that of the difference. It shows how much chance matters, not whether the assumptions are right. Differences "
    "between shares are in percentage points.",
)
COMMON_TOPICS = Text(
    "Ärenden i de {n} frågor som finns både före och efter är jämförda.",
    "Matters on the {n} topics that exist both before and after are compared.",
)
ALL_MATTERS = Text("Alla ärenden", "All matters")
DIFFERENCE = Text("Skillnad", "Difference")
NAMED = Text("Ärenden om {name}", "Matters on {name}")
NAMED_LEAD = Text(
    "Ett ärende om {name}. Före: {before} Efter: {after}", "A matter on {name}. Before: {before} After: {after}"
)
NAMED_RATE = Text(
    "De namngivna ärendena väcks vid sidan av alla andra, {n} om året av varje, och köar tillsammans med dem; de "
    "räknas inte in i ”alla ärenden”.",
    "The named matters are raised beside all others, {n} a year of each, and queue with them; they are not counted "
    "among “all matters”.",
)
GETS = Text(
    "{share} av 100 kommer hela vägen inom {follow} år{median}{stop}.",
    "{share} of 100 get all the way within {follow} years{median}{stop}.",
)
IN_MEDIAN = Text(", hälften av dem inom {length}", ", half of those within {length}")
STOPS_AT = Text("; flest stannar i steg {step} ({name})", "; most stop at step {step} ({name})")
NO_START = Text(
    "det som ärendet utgår från finns inte kvar.",
    "what the matter begins with is no longer there.",
)
STOPS = Text("Var ärenden stannar för gott", "Where matters stop for good")
STOPS_HEAD_BEFORE = Text("Före, av 100", "Before, of 100")
STOPS_HEAD_AFTER = Text("Efter, av 100", "After, of 100")
HOURS = Text("Arbetstid om året", "Working time a year")
HOURS_LEAD = Text(
    "Arbetstiden är beräknad i simuleringen: möten som hålls gånger närvarande gånger timmar, och beredning av "
    "ärendena. Där ingen källa säger hur långa eller hur många mötena är vilar timmarna på antaganden.",
    "The working time is computed in the simulation: meetings held times members present times hours, and preparation "
    "of the matters. Where no source tells how long or how many the meetings are, the hours rest on assumptions.",
)
HOURS_ASSUMED_LENGTH = Text(
    "Ingen källa säger hur långt ett möte är i någon av strukturerna: {n} timmar är antaget ({low}–{high} har "
    "prövats).",
    "No source tells how long a meeting is in either structure: {n} hours are assumed ({low}–{high} were tried).",
)
TOTAL_HOURS = Text("möten och beredning tillsammans", "meetings and preparation together")

RESTS = Text("Vad slutsatsen vilar på", "What the conclusion rests on")
RESTS_LEAD = Text(
    "{n} tal i simuleringen kommer inte från någon källa utan är antaganden{ranged}. Slutsatsen, vilken struktur "
    "ärenden väntar kortast i, har prövats igen för vart och ett av dem vid dess lägsta och dess högsta rimliga värde; "
    "{enough} körningar vardera. Vad flera antaganden gör tillsammans är inte prövat.",
    "{n} numbers in the simulation come from no source and are assumptions{ranged}. The conclusion, in which structure "
    "matters wait the least, was tried again for each of them at its lowest and its highest reasonable value; {enough} "
    "runs of each. What several assumptions do together was not tried.",
)
RANGED = Text(", och {n} till anger källorna som ett spann", ", and {n} more are told as a range by the sources")
RESTS_UNTRIED = Text(
    "{n} tal i simuleringen kommer inte från någon källa utan är antaganden. Bara ett av dem har prövats: om det som "
    "källorna lämnar öppet finns.",
    "{n} numbers in the simulation come from no source and are assumptions. Only one of them was tried: whether what "
    "the sources leave open exists.",
)
OPEN_LEAD = Text(
    "Ett antagande gäller det som källorna lämnar öppet: mandat, kanaler och återrapportering som ingen säger om de "
    "finns. Det prövas också för sig. Tabellerna visar ytterligheterna: inget av det öppna finns, och allt av det "
    "finns ({enough} körningar vardera).",
    "One assumption is about what the sources leave open: mandates, channels and reporting back of which nobody says "
    "whether they exist. It is also tried by itself. The tables show the extremes: nothing of what is open exists, and "
    "all of it does ({enough} runs of each).",
)
OPEN_SAYS = {
    "holds": Text(
        "Slutsatsen håller i båda ytterligheterna av det som källorna lämnar öppet.",
        "The conclusion holds at both extremes of what the sources leave open.",
    ),
    "turns": Text(
        "Slutsatsen vänder i den ena ytterligheten av det som källorna lämnar öppet.",
        "The conclusion turns at one extreme of what the sources leave open.",
    ),
    "unsure": Text(
        "I den ena ytterligheten av det som källorna lämnar öppet går det inte att säga vilken struktur som är bättre.",
        "At one extreme of what the sources leave open it cannot be told which structure is better.",
    ),
    "none": Text(
        "Det finns ingen säker skillnad att pröva mot det som källorna lämnar öppet.",
        "There is no sure difference to try against what the sources leave open.",
    ),
}
OPEN_TABLE = Text("Om det öppna finns eller inte: {name}", "Whether what is open exists: {name}")
OPEN_END = {
    "none": Text("Inget av det finns", "Nothing of it exists"),
    "assumed": Text("Som antaget", "As assumed"),
    "all": Text("Allt av det finns", "All of it exists"),
}
OPEN_IS = Text("Det öppna", "What is open")
ARRIVE_BEFORE = Text("Når fram, före", "Arrive, before")
ARRIVE_AFTER = Text("Når fram, efter", "Arrive, after")
WAIT_DIFFERENCE = Text("Skillnad i dagar utan åtgärd", "Difference in days without a result")
TORNADO = Text("Antagandena, det som betyder mest först", "The assumptions, what matters most first")
TORNADO_LOW = Text("Skillnad vid lägsta värde", "Difference at the lowest value")
TORNADO_HIGH = Text("Skillnad vid högsta värde", "Difference at the highest value")
TORNADO_BASE = Text(
    "Skillnaden gäller dagar utan åtgärd i snitt för alla ärenden, efter minus före. I de {enough} körningar som "
    "prövningarna bygger på är den {n} när alla antaganden är som de är.{why}",
    "The difference is in days without a result, mean of all matters, after less before. In the {enough} runs that the "
    "trials are made of it is {n} when all assumptions are as they are.{why}",
)
OTHER_NUMBER = Text(
    " Talet är ett annat än ovan, för där är körningarna {n}{named}.",
    " The number is another than above, since there are {n} runs there{named}.",
)
AND_NAMED = Text(" och de namngivna ärendena med", ", and the named matters take part")
OTHER_ASSUMPTIONS = Text("De övriga antagandena", "The other assumptions")
AT_VALUE = Text("{difference} (vid {value})", "{difference} (at {value})")
SURVIVES = {
    "holds": Text("håller", "holds"),
    "turns": Text("vänder", "turns"),
    "unsure": Text("blir osäker", "becomes unsure"),
    "none": Text("–", "–"),
}

ANSWER = {
    "better": Text(
        "När ändringarna är genomförda kommer i simuleringen {after} av 100 ärenden hela vägen till åtgärd inom "
        "{follow} år, mot {before} före. Ett ärende väntar i snitt omkring {days} kortare, när de som aldrig når fram "
        "räknas med.",
        "With the changes carried out, {after} of 100 matters in the simulation get all the way to being carried out "
        "within {follow} years, against {before} before. A matter waits about {days} less on average, those that "
        "never arrive counted too.",
    ),
    "worse": Text(
        "När ändringarna är genomförda kommer i simuleringen {after} av 100 ärenden hela vägen till åtgärd inom "
        "{follow} år, mot {before} före. Ett ärende väntar i snitt omkring {days} längre, när de som aldrig når fram "
        "räknas med.",
        "With the changes carried out, {after} of 100 matters in the simulation get all the way to being carried out "
        "within {follow} years, against {before} before. A matter waits about {days} longer on average, those that "
        "never arrive counted too.",
    ),
    "unsure": Text(
        "I simuleringen kommer {after} av 100 ärenden hela vägen till åtgärd inom {follow} år, mot {before} före; om "
        "ärenden väntar kortare eller längre går inte att säga.",
        "In the simulation {after} of 100 matters get all the way to being carried out within {follow} years, against "
        "{before} before; whether matters wait less or longer cannot be told.",
    ),
    "same": Text(
        "I simuleringen går ärendena precis som förut: {after} av 100 kommer hela vägen inom {follow} år.",
        "In the simulation matters go exactly as before: {after} of 100 get all the way within {follow} years.",
    ),
}
ANSWER_NAMED = Text(
    "Av 100 ärenden om {name} kommer {before} hela vägen före och {after} efter.{unsure}",
    "Of 100 matters on {name} {before} get all the way before and {after} after.{unsure}",
)
NAMED_UNSURE = Text(" Skillnaden kan vara slump.", " The difference may be chance.")
ANSWER_HOURS = Text(
    "I simuleringen tar möten och beredning omkring {after} timmar om året mot {before} före. Timmarna vilar till stor "
    "del på antaganden.",
    "In the simulation meetings and preparation take about {after} hours a year against {before} before. The hours "
    "rest on assumptions to a great part.",
)
CONCLUSION = {
    "better": Text("Slutsatsen att ärenden väntar kortare", "The conclusion that matters wait less"),
    "worse": Text("Slutsatsen att ärenden väntar längre", "The conclusion that matters wait longer"),
}
ANSWER_RESTS = Text(
    "{conclusion} rubbas av {m} av de {n} osäkra tal som har prövats ett i taget.",
    "{conclusion} is moved by {m} of the {n} uncertain numbers tried one at a time.",
)
ANSWER_RESTS_NONE = Text(
    "{conclusion} rubbas inte av något av de {n} osäkra tal som har prövats ett i taget.",
    "{conclusion} is moved by none of the {n} uncertain numbers tried one at a time.",
)
ANSWER_REMARKS = Text(
    "Läs anmärkningarna om nivåerna under ”{heading}”.", "Read the remarks on the levels under “{heading}”."
)
TILE = Text("Ärenden som når fram, av 100 (simulerat)", "Matters that arrive, of 100 (simulated)")
