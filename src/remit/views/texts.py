"""The words of the reports, in Swedish and English. Reviewers' words: no "error", no "warning"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from remit.model.facts import Degree, Extent
from remit.model.text import Text

AREAS: dict[str, Text] = {
    "MAN": Text("Mandat och uppdrag", "Mandates and assignments"),
    "STR": Text("Struktur", "Structure"),
    "ESC": Text("Ärendenas vägar", "The ways of matters"),
    "DEC": Text("Beslut och återkoppling", "Decisions and reporting back"),
    "COV": Text("Täckning", "Coverage"),
    "ROB": Text("Robusthet", "Robustness"),
    "FUP": Text("Uppföljning", "Follow-up"),
    "PLN": Text("Planer och aktiviteter", "Plans and activities"),
    "INF": Text("Information och dokument", "Information and documents"),
    "SRC": Text("Källor", "Sources"),
}
"""The areas of the rules by the first three letters of their codes, in the order of a report."""

OTHER_AREA = Text("Egna regler", "Own rules")

SEVERITY: dict[str, Text] = {
    "error": Text("allvarlig brist", "serious deficiency"),
    "warning": Text("brist", "deficiency"),
    "info": Text("notering", "note"),
}

CERTAINTY: dict[Degree, Text] = {
    Degree.ESTABLISHED: Text("belagt", "established"),
    Degree.REPORTED: Text("uppgivet", "reported"),
    Degree.OPEN: Text("öppet", "open"),
}

CERTAINTY_MEANS: dict[Degree, Text] = {
    Degree.ESTABLISHED: Text(
        "dokumenterat, utredarens slutsats eller uträknat", "documented, the inquirer's conclusion or counted"
    ),
    Degree.REPORTED: Text("de intervjuade uppger det", "interviewees say so"),
    Degree.OPEN: Text(
        "en fråga att ställa: källan säger det inte säkert", "a question to ask: the source does not say for sure"
    ),
}

EXTENT: dict[Extent, Text] = {
    Extent.ALL: Text("alla", "all"),
    Extent.MOST: Text("till större delen", "for the most part"),
    Extent.SOME: Text("i vissa fall", "in some cases"),
    Extent.ONE: Text("i ett fall", "in one case"),
}

REPRESENTS: dict[str, Text] = {
    "current": Text("gällande struktur", "current structure"),
    "proposal": Text("förslag", "proposal"),
}

STEPS: dict[str, Text] = {
    "1": Text("väcks", "raised"),
    "2": Text("ägs", "owned"),
    "3": Text("lyfts", "carried upward"),
    "4": Text("bereds och rekommenderas", "prepared and recommended"),
    "5": Text("beslutas", "decided"),
    "6": Text("återkopplas", "reported back"),
    "6a": Text("återkopplas till gruppen", "reported back to the group"),
    "6b": Text("återkopplas till där frågan väcktes", "reported back to where it was raised"),
    "7": Text("genomförs", "carried out"),
}
"""The steps of the loop by number and part."""

STATE: dict[str, Text] = {
    "closed": Text("sluten", "closed"),
    "open": Text("öppen", "open"),
    "broken": Text("bruten", "broken"),
    "not_needed": Text("behövs inte", "not needed"),
}

OUTCOME: dict[str, Text] = {
    "arrives": Text("Frågan når hela vägen.", "The matter gets all the way."),
    "open": Text(
        "Det är öppet om frågan når hela vägen.", "It is open whether the matter gets all the way."
    ),
    "stops": Text("Frågan stannar på vägen.", "The matter stops on the way."),
}

MARK: dict[str, Text] = {
    "defect": Text("bristen", "the defect"),
    "excuse": Text("ursäkt, om den uppges", "an excuse, where stated"),
    "context": Text("förutsättning", "context"),
}

# -- the audit ----------------------------------------------------------------------------------------------

AUDIT_OF = Text("Granskning: {title}", "Audit: {title}")
HEAD = Text(
    "{represents}, läge {as_of}, bedömd per {on}.", "{represents} as of {as_of}, judged at {on}."
)
HEAD_RUN = Text(
    "{rules} regler prövade. Visas: {shown}. Motor: {engine}.",
    "{rules} rules tried. Shown: {shown}. Engine: {engine}.",
)
SUMMARY = Text("Sammanfattning", "Summary")
FINDINGS = Text("Iakttagelser och bedömningar", "Findings and judgements")
FINDING_ONE = Text("1 iakttagelse", "1 finding")
FINDING_MANY = Text("{n} iakttagelser", "{n} findings")
NO_FINDINGS = Text("Inga iakttagelser.", "No findings.")
IN_ALL = Text("summa", "total")
HIDDEN_ONE = Text(
    "En iakttagelse är mindre säker och visas inte; {option} visar den.",
    "One finding is less sure and is not shown; {option} shows it.",
)
HIDDEN_MANY = Text(
    "{n} iakttagelser är mindre säkra och visas inte; {option} visar dem.",
    "{n} findings are less sure and are not shown; {option} shows them.",
)
WAIVED_ONE = Text("En iakttagelse är accepterad sedan tidigare.", "One finding has been accepted before.")
WAIVED_MANY = Text(
    "{n} iakttagelser är accepterade sedan tidigare.", "{n} findings have been accepted before."
)
ACCEPTED = Text("Accepterade iakttagelser", "Accepted findings")
NOTICES = Text("Om undantag och baslinje", "About waivers and baseline")
BASELINE_REASON = Text("står i baslinjen", "stands in the baseline")

FINDING = Text("Iakttagelse", "Finding")
JUDGEMENT = Text("Bedömning", "Judgement")
HARM = Text("Följd", "Harm")
RECOMMENDATION = Text("Rekommendation", "Recommendation")
RECOMMENDATIONS = Text("Rekommendationer", "Recommendations")
SOURCE = Text("Källa", "Source")
EVIDENCE = Text("Underlag", "Evidence")
CONCERNS = Text("Omfattar", "Covers")
OF = Text("{n} av {of} {what}", "{n} of {of} {what}")
PARAGRAPH = Text("stycke {n}", "paragraph {n}")
AND_MORE = Text("och {n} till ({option} ger alla)", "and {n} more ({option} gives all)")
SET_AS_WHOLE = Text(
    "sagt om mängden som helhet; vilka det gäller framgår inte",
    "said of the set as a whole; which of them it holds for is not told",
)
OPEN_QUESTIONS = Text("Öppna frågor", "Open questions")
OPEN_MEANS = Text(
    "Detta är ingen kritik: källorna säger inte säkert hur det är. Fråga, och skriv in svaret i modellen.",
    "This is no criticism: the sources do not say for sure. Ask, and write the answer into the model.",
)
OPEN_HIDDEN = Text(
    "De öppna frågorna är inte med i denna rapport; {option} tar med dem.",
    "The open questions are left out of this report; {option} includes them.",
)
NO_OPEN = Text("Inga öppna frågor.", "No open questions.")
APPENDIX = Text("Bilaga: vad som granskades", "Appendix: what was looked at")
RULE = Text("Regel", "Rule")
TITLE = Text("Vad den prövar", "What it tries")
LOOKED_AT = Text("Granskade", "Looked at")
FOUND = Text("Iakttagelser", "Findings")
REACHED = Text("Berörda", "Concerned")
SEVERITY_LABEL = Text("Allvar", "Severity")

# -- the loop and the route -----------------------------------------------------------------------------------

LOOPS_OF = Text("Slingan: {title}", "The loop: {title}")
CLOSURE = Text("Slutenhet: {low} till {high} %", "Closure: {low} to {high} %")
CLOSURE_MEANS = Text(
    "Så stor del av frågorna når hela vägen: från närmast invånaren till beslut och tillbaka, säkert respektive möjligen.",
    "This share of the matters gets all the way: from the front line to a decision and back, for certain and possibly.",
)
PER_STEP = Text("Per steg", "Per step")
STEP = Text("Steg", "Step")
MATRIX = Text("Hur långt varje fråga når, per huvudman", "How far each topic gets, per principal")
MATRIX_LEGEND = Text(
    "Siffran är det steg som nås. + hela slingan är sluten, ? nästa steg är öppet, - nästa steg är brutet.",
    "The digit is the step reached. + the whole loop is closed, ? the next step is open, - the next is broken.",
)
PRINCIPALS = Text("Huvudmän", "Principals")
UNNAMED = Text("Brutet utan att källan säger för vem", "Broken, the source does not say for whom")
UNNAMED_ROW = Text(
    "{topic}, steg {step} ({name}): minst {n} av {of} huvudmän",
    "{topic}, step {step} ({name}): at least {n} of {of} principals",
)
TOPIC = Text("Fråga", "Topic")
ROUTE_OF = Text("Frågan {topic} från {start}", "The topic {topic} from {start}")
FIRST_GAP = Text("Första luckan", "First gap")
CUT = Text("Det som skulle behöva finnas", "What would have to exist")
CUT_OWNER = Text("ägare: {owner}", "owner: {owner}")
WAIT = Text("Förväntad väntan", "Expected wait")
WAIT_DAYS = Text("{low} till {high} dagar", "{low} to {high} days")
CONCERNED = Text("Berörda huvudmän", "Concerned principals")
NOBODY = Text("inga", "none")

# -- the catalogue --------------------------------------------------------------------------------------------

RATIONALE = Text("Varför", "Why")
REPAIR = Text("Åtgärd", "Repair")
CONDITIONS = Text("Villkor", "Conditions")
SETTINGS = Text("Inställningar", "Settings")
NO_SETTINGS = Text("Inga.", "None.")
ORIGIN = Text("Varifrån", "Where it comes from")
DEFINITION = Text("Vad den finner", "What it finds")
HARM_CITIZEN = Text("Skada för invånaren", "Harm to the citizen")
EXAMPLE_FOUND = Text("Exempel där den finner något", "An example where it finds something")
EXAMPLE_CLEAN = Text("Exempel där allt är väl", "An example that is fine")
DEFAULT = Text("förval {value}", "default {value}")
RULES_COUNT = Text(
    "{n} regler. {command} ger en av dem i sin helhet.", "{n} rules. {command} gives one of them in full."
)


def fill(text: Text, lang: str, **values: Any) -> str:
    """The text in a language, filled in; values that are texts themselves are taken in the same language."""
    shown = {key: value.get(lang) if isinstance(value, Text) else value for key, value in values.items()}
    return text.get(lang).format_map(shown)


def count(n: int, one: Text, many: Text, lang: str, **values: Any) -> str:
    """The form for one or for many."""
    return fill(one if n == 1 else many, lang, n=n, **values)


def area(code: str) -> Text:
    """The area that a rule's code belongs to."""
    return AREAS.get(code[:3], OTHER_AREA)


def area_place(code: str) -> tuple[int, str]:
    """Where a rule's area stands in a report; areas that nobody knows come last."""
    order: Mapping[str, int] = {name: place for place, name in enumerate(AREAS)}
    return (order.get(code[:3], len(order)), code[:3] if code[:3] not in order else "")


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
