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

ON_PAPER = Text(
    "Modellen är ett förslag: det som är slutet är slutet på papperet.",
    "The model is a proposal: what is closed is closed on paper.",
)
CELLS_MEAN = Text(
    "~ betyder uppgivet av intervjuade, * sagt om en del av fallen och inte om alla.",
    "~ means told by interviewees, * said of a part of the cases and not of all.",
)
YES_ON_PAPER = Text(
    "Förslag: ett ja är ett ja på papperet ({models}).", "Proposal: a yes is a yes on paper ({models})."
)
DEFERRED = Text("Lämnat att bestämma senare (öppet)", "Left to be settled later (open)")
AT_LEAST = Text("minst", "at least")
SOME_UNKNOWN = Text("för de möten som är kända", "for the meetings that are known")

OUTCOME: dict[str, Text] = {
    "arrives": Text("Frågan når hela vägen.", "The matter gets all the way."),
    "open": Text("Det är öppet om frågan når hela vägen.", "It is open whether the matter gets all the way."),
    "stops": Text("Frågan stannar på vägen.", "The matter stops on the way."),
}

RELATIONS: dict[str, Text] = {
    "escalates_to": Text("lyfter till", "escalates to"),
    "prepares_for": Text("bereder åt", "prepares for"),
    "recommends_to": Text("rekommenderar", "recommends to"),
    "reports_back_to": Text("återrapporterar till", "reports back to"),
    "informs": Text("informerar", "informs"),
    "implements_through": Text("genomför genom", "implements through"),
    "answers_to": Text("svarar inför", "answers to"),
    "reports_to": Text("rapporterar till", "reports to"),
    "linked_to": Text("är knuten till", "is linked to"),
    "parent": Text("ligger under", "is under"),
    "joined": Text("har samband med", "is joined with"),
    "seats": Text("platser", "seats"),
    "places": Text("platser", "places"),
    "needed": Text("berörda huvudmän", "principals concerned"),
    "common principals": Text("gemensamma huvudmän", "common principals"),
    "common topics": Text("gemensamma frågor", "common topics"),
    "channel": Text("väg till", "way to"),
    "form": Text("form", "form"),
    "report_back": Text("återrapportering", "report back"),
    "meetings_per_year": Text("möten per år", "meetings a year"),
    "assignment": Text("uppdragsdokument", "assignment document"),
    "remit": Text("uppdrag", "remit"),
    "remit.powers": Text("befogenheter", "powers"),
    "remit.purpose": Text("syfte", "purpose"),
    "remit.topics": Text("frågor", "topics"),
    "expected.powers": Text("väntas", "expected to"),
    "mandate": Text("mandat", "mandate"),
    "mandate.powers": Text("mandatets befogenheter", "powers of the mandate"),
    "capacity": Text("sitter som", "sits as"),
    "equal_mandates": Text("lika mandat", "equal mandates"),
    "owner": Text("någon som äger frågan", "somebody who owns the matter"),
    "ownership": Text("någon som äger frågan", "somebody who owns the matter"),
    "decision_step": Text("beslutssteg", "step of decision"),
    "introduction": Text("introduktion", "introduction"),
    "introduction_owner": Text("ansvarig för introduktion", "owner of the introduction"),
    "chair.term_years": Text("antal år som ordförande", "years that a chair sits"),
    "overview": Text("överblick", "overview"),
    "indicators": Text("indikatorer", "indicators"),
    "follow_up.duty": Text("skyldighet att följa upp", "duty to follow up"),
    "follow_up.owner": Text("ansvarig för uppföljning", "owner of the follow-up"),
    "documents": Text("kännedom om gällande dokument", "knowledge of documents in force"),
    "remit_known": Text("känt uppdrag", "known remit"),
    "participation": Text("deltagande", "participation"),
    "party to": Text("part i", "party to"),
    "parties": Text("parter", "parties"),
    "required for": Text("krävs för", "required for"),
    "until": Text("gäller till", "holds until"),
    "held by": Text("innehas av", "held by"),
    "urgent": Text("brådskande", "urgent"),
    "name": Text("ord i namnet", "word in the name"),
    "link": Text("förbindelse", "link"),
    "seat": Text("plats för", "seat for"),
    "path": Text("väg till", "path to"),
    "way to decision": Text("väg till beslut om", "way to a decision on"),
    "decision": Text("beslut hos", "decision of"),
    "agreement": Text("överenskommelse", "agreement"),
}
"""What the relations, fields and measures of evidence are called."""

LIMIT = Text("gräns {n}", "limit {n}")

VALUES: dict[str, Text] = {
    "none": Text("finns inte", "none"),
    "unclear": Text("oklart", "unclear"),
    "unknown": Text("inte känt", "unknown"),
    "deferred": Text("bestäms senare", "to be settled"),
    "True": Text("ja", "yes"),
    "False": Text("nej", "no"),
    "yes": Text("ja", "yes"),
    "no": Text("nej", "no"),
    "operations": Text("verksamheten", "operations"),
    "standing": Text("stående", "standing"),
    "meeting_form": Text("mötesform", "form of meeting"),
    "project": Text("projekt", "project"),
    "decision": Text("beslut", "a decision"),
    "inform": Text("informera", "inform"),
    "discuss": Text("samtala", "discuss"),
    "agree": Text("enas om en hållning", "agree on a view"),
    "prepare": Text("bereda", "prepare"),
    "recommend": Text("rekommendera", "recommend"),
    "decide": Text("besluta", "decide"),
    "coordinate": Text("samordna", "coordinate"),
    "administer": Text("hantera förvaltningsfrågor", "administer"),
    "follow_up": Text("följa upp", "follow up"),
    "take_home": Text("ta med hem", "take home"),
    "self": Text("sig själv", "oneself"),
    "less": Text("mindre", "less"),
    "nobody": Text("ingen", "nobody"),
    "no tie": Text("inget samband", "no tie"),
    "any": Text("någon", "any"),
    "administration": Text("förvaltning", "administration"),
    "agreed": Text("överenskommen", "agreed"),
    "approved": Text("bifallet", "approved"),
    "assembly": Text("fullmäktige", "assembly"),
    "association": Text("förening", "association"),
    "association_of_municipalities": Text("kommunalförbund", "association of municipalities"),
    "board": Text("nämnd eller styrelse", "board"),
    "care": Text("vårdhuvudman", "care principal"),
    "carried_out": Text("verkställt", "carried out"),
    "closed": Text("avslutat", "closed"),
    "company": Text("bolag", "company"),
    "comprehensive": Text("heltäckande", "comprehensive"),
    "department": Text("avdelning", "department"),
    "done": Text("klart", "done"),
    "dropped": Text("nedlagt", "dropped"),
    "ended": Text("upphört", "ended"),
    "federation": Text("förbund", "federation"),
    "front_line": Text("närmast invånaren", "front line"),
    "full": Text("fullt", "full"),
    "function": Text("funktion", "function"),
    "funder": Text("finansiär", "funder"),
    "health_care": Text("hälso- och sjukvården", "health care"),
    "in_force": Text("i kraft", "in force"),
    "joint_board": Text("gemensam nämnd", "joint board"),
    "lapsed": Text("förfallet", "lapsed"),
    "many": Text("flera", "many"),
    "mixed": Text("blandad", "mixed"),
    "municipality": Text("kommun", "municipality"),
    "non_profit": Text("idéburen", "non-profit"),
    "not_meant": Text("inte avsett", "not meant"),
    "not_started": Text("inte påbörjat", "not started"),
    "officials": Text("tjänstepersoner", "officials"),
    "open": Text("öppet", "open"),
    "operation": Text("verksamhet", "operation"),
    "other": Text("annat", "other"),
    "outcome": Text("resultat", "outcome"),
    "partial": Text("för en del", "partial"),
    "pending": Text("inte avgjort", "pending"),
    "planned": Text("planerat", "planned"),
    "political": Text("politisk", "political"),
    "politicians": Text("politiker", "politicians"),
    "practised": Text("tillämpad utan att vara beskriven", "practised without being described"),
    "private": Text("privat", "private"),
    "process": Text("process", "process"),
    "proposed": Text("föreslagen", "proposed"),
    "provider": Text("utförare", "provider"),
    "public": Text("offentlig", "public"),
    "region": Text("region", "region"),
    "rejected": Text("avslaget", "rejected"),
    "school": Text("skola", "school"),
    "social_services": Text("socialtjänsten", "social services"),
    "state": Text("stat", "state"),
    "state_agency": Text("statlig myndighet", "state agency"),
    "stopped": Text("stoppat", "stopped"),
    "structure": Text("struktur", "structure"),
    "task_by_agreement": Text("uppgift övertagen genom avtal", "task taken over by agreement"),
    "under_development": Text("under utveckling", "under development"),
    "under_way": Text("pågår", "under way"),
    "working_group": Text("arbetsgrupp", "working group"),
}
"""What the fixed words of fields are called; every word that a field may hold is here."""

MARK: dict[str, Text] = {
    "defect": Text("bristen", "the defect"),
    "excuse": Text("ursäkt, om den uppges", "an excuse, where stated"),
    "context": Text("förutsättning", "context"),
}

# -- the audit ----------------------------------------------------------------------------------------------

AUDIT_OF = Text("Granskning: {title}", "Audit: {title}")
HEAD = Text("{represents}, läge {as_of}, bedömd per {on}.", "{represents} as of {as_of}, judged at {on}.")
HEAD_RUN = Text(
    "Prövade regler: {rules}. Visas: {shown}. Motor: {engine}.",
    "Rules tried: {rules}. Shown: {shown}. Engine: {engine}.",
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
FROZEN_ONE = Text("En iakttagelse står i baslinjen.", "One finding stands in the baseline.")
FROZEN_MANY = Text("{n} iakttagelser står i baslinjen.", "{n} findings stand in the baseline.")
WAIVED_ONE = Text("En iakttagelse är accepterad genom undantag.", "One finding is accepted by a waiver.")
WAIVED_MANY = Text("{n} iakttagelser är accepterade genom undantag.", "{n} findings are accepted by waivers.")
ACCEPTED = Text("Accepterade iakttagelser", "Accepted findings")
NOTICES = Text("Om undantag och baslinje", "About waivers and baseline")

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
PARAGRAPHS = Text("stycke {n}", "paragraphs {n}")
DOCUMENTS = Text("Källor", "Sources")
NAMES_MORE = Text("med flera ({n} till)", "and others ({n} more)")
NO_RELATION = Text("ingen uppgift om {what}", "no {what}")
NOT = Text("inte", "not")
AND_MORE = Text("{n} till i {option}", "{n} more in {option}")
SET_AS_WHOLE = Text(
    "sagt om mängden som helhet; vilka det gäller framgår inte",
    "said of the set as a whole; which of them it holds for is not told",
)
SET_ONE = Text("en mängd som helhet", "one set as a whole")
SET_MANY = Text("{n} mängder som helhet", "{n} sets as a whole")

# what a finding hinges on (--sensitivity)
HINGES = Text("Hänger på", "Hinges on")
ROBUST = Text("Ingen enskild osäker uppgift skulle vända den.", "No single uncertain fact would turn it.")
HINGE = Text("{field} för {who} (nu: {now}): {effects}", "{field} of {who} (now: {now}): {effects}")
HINGE_KIND = Text("{field} (nu: {now}): {effects}", "{field} (now: {now}): {effects}")
HINGE_EACH = Text("var och en av {who}", "each of {who}")
HINGE_MANY = Text("{names} med flera ({n} till)", "{names} and others ({n} more)")
QUOTED = Text("”{word}”", '"{word}"')
EITHER = Text("{first} eller {last}", "{first} or {last}")
NOW: dict[str, Text] = {
    "unknown": Text("inte känt", "unknown"),
    "unclear": Text("oklart", "unclear"),
    "deferred": Text("lämnat att bestämma senare", "left to be settled later"),
    "contradicted": Text("källorna säger olika", "sources disagree"),
    "reported": Text("uppgivet av intervjuade", "told by interviewees"),
    "open": Text("en fråga, en risk eller något som får vara", "a question, a risk or what may be"),
    "items": Text("en del av det är osäkert", "part of it is uncertain"),
    "partial": Text("kanske inte allt förtecknat", "perhaps not all listed"),
}
"""How an uncertain fact stands."""
IF: dict[str, Text] = {
    "none": Text("om det inte finns", "if there is none"),
    "told": Text("om det finns eller anges", "if it is there or told"),
    "value": Text("om det är {values}", "if it is {values}"),
    "sure": Text("om det stämmer", "if it is so"),
    "denied": Text("om det inte stämmer", "if it is not so"),
    "complete": Text("om allt är förtecknat", "if all is listed"),
}
"""How it could be."""
THEN: dict[str, Text] = {
    "gone": Text("faller iakttagelsen bort", "the finding falls away"),
    "established": Text("blir den belagd", "it is established"),
    "reported": Text("blir den uppgiven av intervjuade", "it is reported"),
    "open": Text("blir den öppen", "it is open"),
}
"""What the finding would then be."""

IS_IT_SO = Text("Stämmer det?", "Is it so?")
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
    "Så stor del av frågorna når hela vägen: från närmast invånaren till beslut och tillbaka, säkert och möjligen.",
    "This share of the matters gets all the way: from the front line to a decision and back, for certain and possibly.",
)
PER_STEP = Text("Per steg", "Per step")
STEP = Text("Steg", "Step")
MATRIX = Text("Hur långt varje fråga når, per huvudman", "How far each topic gets, per principal")
MATRIX_LEGEND = Text(
    "Tecknet är det första steg som inte är slutet: 5- bryts i steg 5, 5? är öppet där, + är slutet hela vägen.",
    "The sign is the first step that is not closed: 5- is broken at step 5, 5? is open there, + is closed all the way.",
)
UNNAMED = Text("Brutet utan att källan säger för vem", "Broken, the source does not say for whom")
UNNAMED_ROW = Text(
    "{topic}, steg {step} ({name}): minst {n} av {of} huvudmän",
    "{topic}, step {step} ({name}): at least {n} of {of} principals",
)
REASONS = Text("Varför det stannar", "Why it stops")
SHARE = Text("Säkert–möjligen", "Certain–possible")
NOTHING_TO_SHOW = Text(
    "Modellen har ingen fråga eller ingen huvudman att följa.", "The model has no topic or no principal to follow."
)
TOPICS = Text("Frågor", "Topics")
FOR_EXAMPLE = Text("till exempel: {text}", "for example: {text}")
TOPIC = Text("Fråga", "Topic")
ROUTE_OF = Text("Frågan {topic} från {start}", "The topic {topic} from {start}")
FIRST_GAP = Text("Första luckan", "First gap")
CUT = Text("Det som skulle behöva finnas", "What would have to exist")
CUT_OWNER = Text("ägare: {owner}", "owner: {owner}")
WAIT = Text("Förväntad väntan", "Expected wait")
WAIT_DAYS = Text("{low} till {high} dagar", "{low} to {high} days")
NO_CALENDAR = Text("inga möten kända", "no meetings known")
CONCERNED = Text("Berörda huvudmän", "Concerned principals")
NOBODY = Text("inga", "none")
WHO_DECIDES = Text("Vem som beslutar", "Who decides")
DECIDED_BY = Text("Beslutar", "Decided by")
SEPARATE_DECISIONS = Text("Antal beslut", "Decisions")
CAN_STOP = Text("Kan stoppa den", "Can stop it")
RAISED_IN = Text("Väckt hos", "Raised in")
ALIKE = Text("Likadant", "Alike")
SO_MANY_ALIKE = Text(
    "{n} beslutsvägar av samma slag, var och en hos sina", "{n} ways to a decision of the same sort, each for its own"
)
BODIES = Text("Behörigt organ", "Competent body")
DECISION_NOT_TOLD: dict[str, Text] = {
    "open": Text("Det är öppet vem som beslutar (steg 5).", "It is open who decides (step 5)."),
    "broken": Text("Det blir inget beslut (steg 5).", "It comes to no decision (step 5)."),
}
FORMS: dict[str, Text] = {
    "joint_board": Text("gemensam nämnd", "joint board"),
    "association_of_municipalities": Text(
        "kommunalförbund med egen beslutande församling", "association of municipalities with an assembly of its own"
    ),
    "task_by_agreement": Text("uppgift som tagits över genom avtal", "task taken over by agreement"),
    "joint_body": Text("gemensamt organ", "joint body"),
    "group": Text("gruppen själv", "the group itself"),
    "seats": Text(
        "de som sitter där, var och en med sin huvudmans mandat", "those who sit there, each with a principal's mandate"
    ),
}
"""How whoever decides is there, by form."""
HOST = Text("värd: {name}", "host: {name}")
TAKEN_OVER_BY = Text("av {name}", "by {name}")
DECIDES_FOR_ONE = Text("{name} ({form}) för en huvudman", "{name} ({form}) for one principal")
DECIDES_FOR = Text("{name} ({form}) för {n} huvudmän", "{name} ({form}) for {n} principals")
DECIDES_EACH = Text("var och en för sig: {names}", "each by itself: {names}")
STOP_ONE = Text("{names} ensam", "{names} alone")
STOP_EACH = Text("var och en ensam: {names}", "each alone: {names}")
STOP_TOGETHER = Text("bara tillsammans, ingen ensam: {names}", "only together, none alone: {names}")
STOP_UNKNOWN = Text("källan säger inte organets form", "the source does not tell the form of the body")
ONE_NO: dict[bool, Text] = {
    True: Text("ett nej stoppar den för alla", "one no stops it for all"),
    False: Text("ett nej gäller bara hos den som säger det", "a no holds only for whoever says it"),
}
SO_MANY_PRINCIPALS = Text("{n} huvudmän", "{n} principals")

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
    "{n} regler. `remit explain KOD` ger en av dem i sin helhet.",
    "{n} rules. `remit explain CODE` gives one of them in full.",
)


def fill(text: Text, lang: str, /, **values: Any) -> str:
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


# -- pages ------------------------------------------------------------------------------------------------------------

PAGE_RULES = Text("Remit: regelkatalog", "Remit: catalogue of rules")
PAGE_RULES_LEAD = Text(
    "Varje regel i sin helhet: vad den finner, varför det spelar roll för invånaren och hur det åtgärdas.",
    "Every rule in full: what it finds, why it matters to the citizen and how to repair it.",
)
PAGE_SKIP = Text("Till reglerna", "To the rules")
PAGE_SEARCH = Text("Sök bland reglerna", "Search the rules")
PAGE_LANGUAGE = Text("In English", "På svenska")
PAGE_AREAS = Text("Områden", "Areas")
PAGE_OF = Text("av", "of")
PAGE_SHOWN = Text("regler visas", "rules are shown")
PAGE_MORE = Text("Hela regeln", "The rule in full")
PAGE_NONE = Text("Ingen regel innehåller orden.", "No rule has these words.")
NO_RULE = Text("Ingen regel innehåller {words}.", "No rule has {words}.")

# -- versions in a database ------------------------------------------------------------------------------------------

VERSION_LINE = Text("version {version}: {state}, {entities} saker", "version {version}: {state}, {entities} things")
IN_FORCE = Text("gäller", "in force")
STATES: dict[str, Text] = {
    "whole": Text("tidigare", "earlier"),
    "loading": Text("inte hel (läses in, eller avbruten)", "not whole (being loaded, or cut off)"),
    "removing": Text("tas bort", "being removed"),
}
NO_VERSIONS = Text("Databasen har inga modeller.", "The database has no models.")

# -- checklists ------------------------------------------------------------------------------------------------------

CHECKLIST_SIDE_BY_SIDE = Text("{checklist}: {n} modeller", "{checklist}: {n} models")
CHECKLIST_FROM = Text("Efter: {source}", "After: {source}")
CHECKLIST_MEANS = Text(
    "Ja: varje uppgift som frågan läses ur är belagd och ingen regel invänder. Nej: en källa säger att det saknas, "
    "eller en regel finner det. Öppet: ingen källa säger nog.",
    "Yes: everything that the question is read from is told, and no rule objects. No: a source says that it is "
    "missing, or a rule finds it. Open: no source says enough.",
)
ANSWERS: dict[str, Text] = {"yes": Text("ja", "yes"), "no": Text("nej", "no"), "open": Text("öppet", "open")}
WHOLE_SYSTEM = Text("hela systemet", "the whole system")
QUESTION = Text("Fråga", "Question")
ANSWER_COUNTS = Text("{yes} ja, {no} nej, {open} öppet", "{yes} yes, {no} no, {open} open")
ANSWERS_NO = Text("Nej för", "No for")
ANSWERS_YES = Text("Ja för", "Yes for")
READ_FROM = Text("Läst ur", "Read from")
FOUND_BY = Text("Regler", "Rules")
SOURCES_ARE = Text("Källor", "Sources")

# -- several models --------------------------------------------------------------------------------------------------

COMPARISON_OF = Text("Granskning av {n} modeller bredvid varandra", "Audit of {n} models side by side")
COMPARISON_MEANS = Text(
    "Antal iakttagelser per regel och modell: utan tecken belagda, ~ uppgivna, ? öppna. Att en modell saknar en "
    "iakttagelse kan bero på att dess källor tiger.",
    "Findings per rule and model: without a sign established, ~ reported, ? open. That a model lacks a finding may "
    "be because its sources are silent.",
)
RULE_HEAD = Text("Regel", "Rule")
IN_ALL_MODELS = Text("I alla modeller", "In all models")
ONLY_IN = Text("Bara i {letter}, {title}", "In {letter} only, {title}")
NONE_AT_ALL = Text("inga", "none")

# -- measures --------------------------------------------------------------------------------------------------------

METRICS_OF = Text("Strukturmått: {title}", "Structural measures: {title}")
METRICS_MEANS = Text(
    "Måtten räknar det som källorna säger säkrare än öppet. Det som inte sägs gissas inte. Inget mått är ett betyg.",
    "The measures count what the sources say more surely than open. What is not told is not guessed. No measure is a "
    "grade.",
)
NOTHING_TOLD = Text("Källorna säger inte nog för att räkna detta.", "The sources do not say enough to count this.")
MORE_ROWS_ONE = Text("och 1 rad till (i JSON)", "and 1 row more (in the JSON)")
MORE_ROWS_MANY = Text("och {n} rader till (i JSON)", "and {n} rows more (in the JSON)")
MEASURE = Text("Mått", "Measure")
LINE = Text("Linjen", "The line")
COLLABORATION = Text("Samverkan", "Collaboration")
NODES = Text("Enheter, funktioner, grupper", "Units, functions, groups")
RELATIONS_COUNT = Text("Samband däremellan", "Relations between them")
UNSURE = Text("Samband som bara är öppna (ej räknade)", "Relations that are only open (not counted)")
LEVELS = Text("Nivåer i den längsta kedjan", "Levels of the longest chain")
CONNECTEDNESS = Text("Sammanhållning", "Connectedness")
HIERARCHY_DEGREE = Text("Hierarki", "Hierarchy (degree)")
EFFICIENCY = Text("Effektivitet", "Efficiency")
UPPER_BOUND = Text("Minsta övre gräns", "Least upper bound")
CENTRALISATION = Text("Gradcentralisering", "Degree centralisation")
HIERARCHY = Text("Hierarki och nivåer", "Hierarchy and levels")
HIERARCHY_MEANS = Text(
    "Krackhardts fyra dimensioner: ett rent träd har 1 på alla. Två har en minsta övre gräns om det bland alla som "
    "står över båda finns en som alla de andra också står över.",
    "Krackhardt's four dimensions: a pure tree has 1 on all. Two have a least upper bound if among all who stand above "
    "both there is one above whom all the others stand too.",
)
SPANS = Text("Kontrollspann", "Spans of control")
SPANS_MEANS = Text("Hur många som är direkt underställda.", "How many are direct subordinates.")
SUPERIOR = Text("Överordnad", "Superior")
DIRECT_REPORTS = Text("Direkt underställda", "Direct reports")
CENTRALITY = Text("Centralitet", "Centrality")
CENTRALITY_MEANS = Text(
    "Mellanliggande: andel av alla par av andra som har den på sin kortaste väg (Freeman). Sitter i: antal grupper.",
    "Betweenness: the share of all pairs of others that have it on their shortest way (Freeman). Sits in: number of "
    "groups.",
)
WHO_OR_WHAT = Text("Vem eller vad", "Who or what")
BETWEENNESS = Text("Mellanliggande", "Betweenness")
SITS_IN = Text("Sitter i", "Sits in")
SINGLE_CHANNELS = Text("Enda vägar", "Single channels")
SINGLE_CHANNELS_MEANS = Text(
    "Den som varje väg till beslut går genom, och för hur många grupper, frågor och huvudmän.",
    "Whom every way to a decision goes through, and for how many groups, topics and principals.",
)
ABSENCE = Text("Frånvarofaktor", "Absence factor")
ABSENCE_MEANS = Text(
    "Hur många på vägen från grupp till beslut som kan vara borta utan att vägen bryts (väg: grupp, fråga, huvudman).",
    "How many between a group and the decision may be away with a way left (a way: group, topic, principal).",
)
ABSENCE_FACTOR = Text("Kan vara borta", "May be away")
WAYS = Text("Vägar", "Ways")
NOBODY_BETWEEN = Text("ingen däremellan", "nobody in between")
OVERLAPS = Text("Överlappning mellan grupper", "Overlap between groups")
OVERLAPS_MEANS = Text("Gemensamt delat med allt (Jaccard).", "What is in both over what is in either (Jaccard).")
PAIR = Text("Par", "Pair")
MEMBERS = Text("Ledamöter", "Members")
PRINCIPALS = Text("Huvudmän", "Principals")
GROUPS = Text("Grupper", "Groups")
KNOWLEDGE = Text("Ensam kunskap", "Exclusive knowledge")
KNOWLEDGE_MEANS = Text(
    "Platser som ensamma i sin grupp täcker en fråga; exklusivitet är summan av exp(1 – antal som täcker frågan).",
    "Seats that alone in their group cover a topic; exclusivity is the sum of exp(1 - number that cover the topic).",
)
SEAT = Text("Plats", "Seat")
ALONE_WITH = Text("Ensam om", "Alone with")
EXCLUSIVITY = Text("Exklusivitet", "Exclusivity")
COVERAGE = Text("Luckor i täckningen", "Holes in the coverage")
COVERAGE_MEANS = Text(
    "Fråga, målgrupp och nivå där frågan måste behandlas, eller där andra är med: så många huvudmän är inte med i "
    "någon grupp, eller är det bara kanske.",
    "Topic, population and level where the topic must be treated, or where others take part: so many principals take "
    "part in no group, or do so only perhaps.",
)
HOLE = Text("Fråga, målgrupp, nivå", "Topic, population, level")
WITHOUT = Text("Utan grupp", "Without a group")
PERHAPS = Text("Kanske", "Perhaps")
MEETINGS = Text("Mötestid", "Meeting load")
MEETINGS_MEANS = Text(
    "Timmar om året: möten gånger timmar gånger platser. En hel tjänst räknas som {post} timmar.",
    "Hours a year: meetings times hours times seats. A full post is counted as {post} hours.",
)
MEETINGS_ASSUMED = Text(
    "Antagande: ett möte vars längd ingen källa säger varar {hours} timmar.",
    "Assumption: a meeting whose length no source tells lasts {hours} hours.",
)
MEETINGS_UNCOUNTED_ONE = Text(
    "1 grupp är inte räknad: ingen källa säger möten, timmar eller platser ({option} antar timmar).",
    "1 group is not counted: no source tells meetings, hours or seats ({option} assumes hours).",
)
MEETINGS_UNCOUNTED_MANY = Text(
    "{n} grupper är inte räknade: ingen källa säger möten, timmar eller platser ({option} antar timmar).",
    "{n} groups are not counted: no source tells meetings, hours or seats ({option} assumes hours).",
)
SEATS = Text("Platser", "Seats")
HOURS = Text("Timmar/år", "Hours/year")
POSTS = Text("Tjänster", "Posts")
COST = Text("Kostnad", "Cost")
VERIFY = Text("Måtten och flödet mot exakta värden", "The measures and the flow against exact values")
VERIFY_ALL = Text("Alla {of} värden stämmer.", "All {of} values agree.")
VERIFY_ONE = Text("1 av {of} värden stämmer inte.", "1 of {of} values does not agree.")
VERIFY_MANY = Text("{n} av {of} värden stämmer inte.", "{n} of {of} values do not agree.")
REFERENCE = Text("Referens", "Reference")
OBTAINED = Text("Erhållet", "Obtained")
DIFFERENCE = Text("Skillnad", "Difference")
MAY_DIFFER = Text("Får skilja", "May differ")
MAY_DIFFER_MEANS = Text(
    "Värden som flödet ger är skattade ur 32 oberoende körningar. De får skilja sig så mycket som halva deras eget "
    "99-procentiga konfidensintervall; för väntetider får det vara högst 1 till 3 procent av värdet.",
    "Values that the flow gives are estimated from 32 independent runs. They may differ by half the width of their own "
    "99 % interval, which for waiting times may be at most 1 to 3 % of the value.",
)
