"""What is said of an event log."""

from __future__ import annotations

from remit.model.text import Text

TITLE = Text("Händelseloggen {name}", "The event log {name}")
HEAD = Text(
    "{matters} ärenden med {events} händelser, {begins} till {ends}.",
    "{matters} matters with {events} events, {begins} to {ends}.",
)
RATE = Text(
    "{a_year} ärenden väcks per år (95 % konfidensintervall {low} till {high}).",
    "{a_year} matters arise a year (95% confidence interval {low} to {high}).",
)
ENDS = Text(
    "{done} är åtgärdade, {stopped} nedlagda och {open} öppna när loggen slutar.",
    "{done} are carried out, {stopped} dropped and {open} open when the log ends.",
)
ARRIVAL = Text(
    "{year} är åtgärdade inom ett år, {half}. Öppna ärenden räknas så länge de har följts (Aalen-Johansen).",
    "{year} are carried out within a year, {half}. Open matters count for as long as they were followed "
    "(Aalen-Johansen).",
)
HALF = Text("hälften av alla efter {days}", "half of all after {days}")
NOT_HALF = Text("hälften av alla blir det inte under loggens tid", "half of all never within the time of the log")
REPEATED = Text(
    "{share} av händelserna gör om något som redan gjorts på samma ställe i samma ärende.",
    "{share} of the events do again what was done before at the same place in the same matter.",
)
TOPICS = Text("Ärenden per fråga", "Matters by topic")
PRINCIPALS = Text("Ärenden per huvudman", "Matters by principal")
A_YEAR = Text("per år", "a year")
LOW = Text("lägst", "least")
HIGH = Text("högst", "most")
STEPS = Text("Tider", "Times")
STEPS_MEAN = Text(
    "Dagar från händelsen före i samma ärende, väntan inräknad.",
    "Days from the event before in the same matter, the wait included.",
)
ACTIVITY = Text("Aktivitet", "Activity")
NUMBER = Text("antal", "number")
MEAN = Text("dagar, medel", "days, mean")
MEDIAN = Text("median", "median")
P90 = Text("nio av tio", "nine in ten")
HAND_OVERS = Text("Överlämningar", "Hand-overs")
FROM_TO = Text("Från och till", "From and to")
BY = Text("enligt", "by")
LIVED = Text("Levda vägar mot beslutade", "Lived paths against designed")
FOLLOWED = Text(
    "{share} av överlämningarna mellan namn som modellen har går en väg som strukturen har eller kan ha.",
    "{share} of the hand-overs between names that the model has go a way that the structure has or may have.",
)
UNDECLARED = Text("Överlämningar som strukturen inte har", "Hand-overs that the structure does not have")
UNUSED = Text("Beslutade vägar som aldrig används", "Declared ways that are never used")
UNKNOWN = Text("Namn i loggen som modellen inte har", "Names in the log that the model does not have")
NEAR = Text("menas {near}?", "is {near} meant?")
NOTHING = Text("Ingenting.", "Nothing.")
MORE = Text("och {n} till (--format json)", "and {n} more (--format json)")
GROUND = {
    "route": Text("angiven väg", "declared route"),
    "seat": Text("plats i gruppen", "seat in the group"),
    "line": Text("linjen", "the line"),
    "open": Text("kan finnas", "may exist"),
    "": Text("finns inte", "does not exist"),
}
RELATION = {
    "escalates_to": Text("lyfter till", "escalates to"),
    "prepares_for": Text("bereder åt", "prepares for"),
    "recommends_to": Text("rekommenderar till", "recommends to"),
    "reports_back_to": Text("återrapporterar till", "reports back to"),
    "informs": Text("informerar", "informs"),
    "implements_through": Text("genomför genom", "carries out through"),
}
