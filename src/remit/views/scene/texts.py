"""The words of the picture: columns, rows, cards, tags and limits, in Swedish and English."""

from __future__ import annotations

from remit.model.text import Text

SHARED = Text("Samverkan", "Collaboration")
OTHERS_OR_UNTOLD = Text("Andra eller ej angivna", "Others or not told")
UNTOLD = Text("Huvudman ej angiven", "Principal not told")
OTHERS = Text("Andra organisationer", "Other organisations")
DECIDING = Text("beslutande organ, nivå ej angiven", "deciding bodies, level not told")
NO_LEVEL = Text("nivå ej angiven", "level not told")
PLAIN = Text("huvudmän", "principals")

FAMILY_ONE: dict[str, Text] = {
    "region": Text("Region", "Region"),
    "municipality": Text("Kommun", "Municipality"),
}
FAMILY_MANY: dict[str, Text] = {
    "region": Text("Regioner", "Regions"),
    "municipality": Text("Kommuner", "Municipalities"),
}

MANY: dict[str, Text] = {
    "region": Text("regioner", "regions"),
    "municipality": Text("kommuner", "municipalities"),
    "state": Text("statliga myndigheter", "state agencies"),
    "association": Text("föreningar", "associations"),
    "company": Text("bolag", "companies"),
    "school": Text("skolor", "schools"),
    "other": Text("huvudmän", "principals"),
}
"""Several principals of a kind."""

SO_MANY = "{n} {what}"
THE_OTHER = Text("{n} övriga {what}", "{n} other {what}")
FIRST_AND = Text("{first} och {n} {what} till", "{first} and {n} other {what}")
AND = Text("{names} och {last}", "{names} and {last}")
OR = "{names} / {last}"
BECOMES = "{before} → {after}"
WITH = Text("med {names}", "with {names}")

STACK_ALIKE = Text("{name} ({n} st)", "{name} ({n})")

STATUS: dict[str, Text] = {
    "practised": Text("tillämpas, ej beskriven", "practised, not described"),
    "under_development": Text("under utveckling", "under development"),
    "ended": Text("har upphört", "has ended"),
    "proposed": Text("föreslagen", "proposed"),
}
NOT_YET = Text("gäller ännu inte", "not yet in force")
DOUBTFUL = Text("oklart om i kraft", "unclear whether in force")
NOT_KNOWN = Text("okänt om i kraft", "not known whether in force")
SOME_ENDED = Text("{n} har upphört", "{n} ended")
HOW_SURE = "{text} ({certainty})"
WHO: dict[str, Text] = {
    "political": Text("politiker", "politicians"),
    "officials": Text("tjänstepersoner", "officials"),
    "mixed": Text("politiker och tjänstepersoner", "politicians and officials"),
}
MAY_BE = Text("kan finnas", "may exist")
PERHAPS = Text("kanske {names}", "perhaps {names}")
OTHERS_NOT_TOLD = Text("övriga deltagare anges inte", "other participants not told")
LESS = Text("deltar mindre", "takes less part")
PARTS_ONLY = Text("bara delar", "parts only")
VACANT = Text("vakant", "vacant")
NOT_COUNTED = Text("vid sidan av systemet", "beside the system")
NOT_TOLD_WHOSE = Text("huvudman ej angiven", "principal not told")
SO_MANY_CASES = Text("{n} st", "{n}")
MANY_CASES = Text("flera", "several")
CHAIR_YEARLY = Text("ny ordförande varje år", "new chair every year")
TOLD: dict[tuple[str, str], Text] = {
    ("remit", "none"): Text("uppdrag saknas", "no remit"),
    ("remit", "unclear"): Text("uppdrag oklart", "remit unclear"),
    ("remit", "deferred"): Text("uppdrag bestäms senare", "remit to be settled"),
    ("assignment", "none"): Text("uppdragsdokument saknas", "no assignment document"),
    ("assignment", "unclear"): Text("uppdragsdokument oklart", "assignment document unclear"),
    ("assignment", "deferred"): Text("uppdragsdokument bestäms senare", "assignment document to be settled"),
    ("owner", "none"): Text("ingen äger frågan", "nobody owns the matter"),
    ("owner", "unclear"): Text("oklart vem som äger frågan", "unclear who owns the matter"),
    ("decision_step", "none"): Text("beslutssteg saknas", "no step of decision"),
    ("decision_step", "unclear"): Text("beslutssteg oklart", "step of decision unclear"),
    ("decision_step", "deferred"): Text("beslutssteg bestäms senare", "step of decision to be settled"),
    ("linked_to", "none"): Text("samband saknas", "no link"),
    ("linked_to", "unclear"): Text("samband oklart", "link unclear"),
    ("linked_to", "deferred"): Text("samband bestäms senare", "link to be settled"),
    ("seats", "none"): Text("platser saknas", "no seats"),
    ("seats", "unclear"): Text("platser oklara", "seats unclear"),
    ("seats", "deferred"): Text("platser bestäms senare", "seats to be settled"),
}
"""What a card says where a source says that something is missing, not clear or left to be settled."""
WAY: dict[tuple[str, str], Text] = {
    ("operations", "none"): Text("når inte verksamheten", "does not reach operations"),
    ("operations", "unclear"): Text("oklart om den når verksamheten", "unclear whether it reaches operations"),
    ("decision", "none"): Text("ingen väg till beslut", "no way to a decision"),
    ("decision", "unclear"): Text("väg till beslut oklar", "way to a decision unclear"),
}
DOES_NOT_REACH = Text("{name} når inte hit", "{name} does not reach here")
WAY_TO: dict[str, Text] = {
    "none": Text("når inte {to}", "does not reach {to}"),
    "unclear": Text("väg till {to} oklar", "way to {to} unclear"),
    "value": Text("väg till {to}", "way to {to}"),
    "deferred": Text("väg till {to} bestäms senare", "way to {to} to be settled"),
}

SET_TO_EXTENT = "{name}, {extent}"
FOR_SO_MANY = "{text}, {of}"
MARK = "{label}: {parties}"
LEADS_TO = Text("till {name}", "to {name}")
ALL_OF = Text("alla {n} {what}", "all {n} {what}")
SOMEBODY = Text("en person", "a person")
ABSENCE = Text("saknas", "missing")

SAID_OF_SET = Text("sagt om {name}", "said of {name}")
SAID_OF_SET_PART = Text(
    "sagt om {name}, {extent}; vilka det gäller framgår inte",
    "said of {name}, {extent}; which of them it holds for is not told",
)
SAID_OF_PART = Text("gäller {extent}", "holds {extent}")
THERE = Text("finns", "there is one")
BY_LISTING = Text("allt är förtecknat, och det finns inte med", "all is listed, and it is not there")
DISAGREE = Text("källorna säger olika", "sources disagree")
NOT_TOLD = Text("källan säger inget", "the source does not say")
LINE = Text("linjen", "the line")
WHAT_NAME = Text("namn", "name")
BECAME: dict[str, Text] = {
    "merged": Text("sammanslagning", "merger"),
    "split": Text("delning", "split"),
    "alike": Text("samma, av likheten att döma", "the same, judging by likeness"),
}

BASIS: dict[str, Text] = {
    "law": Text("lag", "law"),
    "decided": Text("beslutat dokument", "decided document"),
    "register": Text("register", "register"),
    "author": Text("utredaren", "the inquirer"),
    "keeper": Text("den som för modellen", "whoever keeps the model"),
    "planner": Text("planeraren", "the planner"),
    "interviewees": Text("de intervjuade", "interviewees"),
    "risk": Text("en utpekad risk", "a risk that is raised"),
    "question": Text("en fråga som ställs", "a question that is raised"),
}
MODALITY: dict[str, Text] = {
    "shall": Text("ska", "shall"),
    "should": Text("bör", "should"),
    "may": Text("får", "may"),
    "example": Text("till exempel", "for example"),
}

LIMIT_COLUMNS = Text(
    "{n} {what} står i {columns} kolumner: de som inte är lika står också tillsammans i den sista.",
    "{n} {what} stand in {columns} columns: those that are not alike also stand together in the last.",
)
LIMIT_ALIKE = Text(
    "{what} vars samverkan har samma form delar kolumn; var och en har sina egna grupper.",
    "{what} whose collaboration has the same form share a column; each has groups of its own.",
)
LIMIT_CARDS = Text(
    "Saker som står tillsammans: {n}; kort som de står på: {cards}. De med flest samband och iakttagelser har egna.",
    "Things that stand together: {n}; cards they stand on: {cards}. Those with most relations and findings have "
    "their own.",
)
LIMIT_LEFT_OUT = Text(
    "Saker utan kort i bilden: {n}; tabellerna har med dem.",
    "Things without a card in the picture: {n}; the tables have them.",
)
LIMIT_ABSENCES = Text(
    "Det som saknas och bara står i listan över iakttagelser: {n}.",
    "What is missing and is in the list of findings alone: {n}.",
)
LIMIT_FINDINGS = Text(
    "Av {of} iakttagelser är de {n} mest angelägna med; resten finns i granskningens rapport.",
    "Of {of} findings the {n} most pressing are shown; the rest are in the report of the audit.",
)
LIMIT_FACTS = Text(
    "Saker vars uppgifter är utelämnade: {n}; modellen har dem.",
    "Things whose facts are left out: {n}; the model has them.",
)
"""The limits name a number in a way that holds for one and for many."""

EDGE: dict[str, Text] = {
    "none": Text("{relation}: finns inte", "{relation}: none"),
    "unclear": Text("{relation}: oklart", "{relation}: unclear"),
    "deferred": Text("{relation}: bestäms senare", "{relation}: to be settled"),
}
"""A relation of which a source says that it is not there, not clear, or left to be settled."""
