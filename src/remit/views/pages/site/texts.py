"""The words of the site, in Swedish and English: plain ones, for members of groups who have not seen it before."""

from __future__ import annotations

from remit.model.facts import Modality, Practice
from remit.model.text import Text

# -- the frame --------------------------------------------------------------------------------------------------

START = Text("Start", "Start")
SKIP = Text("Till innehållet", "To the content")
LANGUAGE = Text("In English", "På svenska")
MAIN_NAV = Text("Huvudmeny", "Main menu")
BREADCRUMB = Text("Du är här", "You are here")
FOOT_NAV = Text("Om webbplatsen", "About the site")
ON_THIS_PAGE = Text("På sidan", "On this page")
GROUPS = Text("Samverkansgrupper", "Collaboration groups")
PRINCIPALS = Text("Huvudmän", "Principals")
AGREEMENTS = Text("Överenskommelser", "Agreements")
TOPICS = Text("Frågor", "Topics")
FUNCTIONS = Text("Funktioner", "Functions")
UNITS = Text("Enheter", "Units")
REGISTER = Text("Beslutsregister", "Decision register")
FINDINGS = Text("Iakttagelser", "Findings")
SOURCES = Text("Källor", "Sources")
INDEX = Text("A–Ö", "A–Z")
FOOTER = Text(
    "Läge {as_of}, bedömt per {on}. Allt som står här kommer ur modellen {id}; det som ingen källa säger står som "
    "okänt.",
    "As of {as_of}, judged at {on}. All that stands here comes from the model {id}; what no source says stands as "
    "unknown.",
)
MADE_UP = Text("Påhittat exempel", "Made-up example")

# -- how it stands ------------------------------------------------------------------------------------------------

SILENT_MODEL = Text("modellen säger inget", "the model does not say")
SILENT_ONE = Text("källan säger inget", "the source does not say")
SILENT_MANY = Text("källorna säger inget", "the sources do not say")
STATES: dict[str, Text] = {
    "none": Text("finns inte", "there is none"),
    "unlisted": Text("finns inte (fullständig förteckning)", "none (the listing is complete)"),
    "unclear": Text("oklart: det sägs vara oklart", "unclear: it is said to be unclear"),
    "deferred": Text("lämnat att bestämma senare", "left to be settled later"),
    "unknown": Text("inte känt: det sägs vara okänt", "not known: it is said to be unknown"),
    "contradiction": Text("uppgifterna säger olika:", "what is told disagrees:"),
}
"""How a field stands that holds no value."""
ITEM_STATES: dict[str, Text] = {
    "none": Text("inte:", "not:"),
    "unclear": Text("oklart:", "unclear:"),
    "deferred": Text("bestäms senare:", "settled later:"),
    "unknown": Text("inte känt:", "not known:"),
}
"""How an item of a list stands that is not told to be there."""
SAID_OF_SET = Text("sägs om {name} som helhet", "said of {name} as a whole")
SAID_OF = Text("sägs om {name}, {extent}", "said of {name}, {extent}")
PERHAPS = Text("kanske:", "perhaps:")
PERHAPS_END = Text("om det gäller just här framgår inte", "whether it holds here is not told")
MODALITY: dict[Modality, Text] = {
    Modality.SHALL: Text("ska", "shall"),
    Modality.SHOULD: Text("bör", "should"),
    Modality.MAY: Text("får eller kan", "may"),
    Modality.EXAMPLE: Text("nämns som exempel", "named as an example"),
}
PRACTICE: dict[Practice, Text] = {
    Practice.PAPER: Text("på papperet", "on paper"),
    Practice.PRACTICE: Text("i praktiken", "in practice"),
}
MAY_BE = Text("kan finnas", "may exist")
PERHAPS_IS = Text("öppet om det finns", "open whether it exists")
ENDED = Text("har upphört", "has ended")
ENDED_ON = Text("gällde till och med {day}", "held until {day}")
BEGINS_ON = Text("gäller först från {day}", "holds only from {day}")
NOT_IN_FORCE = Text("inte i kraft", "not in force")
PERHAPS_IN_FORCE = Text("kanske i kraft", "perhaps in force")
STATUS_OPEN = Text("öppet om i kraft", "open whether in force")
STATUS_DISPUTED = Text("uppgifterna om status säger olika", "sources disagree on its status")
PERHAPS_SO = Text("kanske: {what}", "perhaps: {what}")
THERE_IS_ONE = Text("finns", "there is one")
FOR_TOPICS = Text("i fråga om", "about")
THROUGH = Text("genom", "through")
THE_LINE = Text("linjen", "the line")
FOR_PRINCIPALS = Text("för", "for")
SO_MANY = Text("{n} st", "{n}")
MANY_COUNT = Text("flera, antalet sägs inte", "several, the number is not told")

# -- tables -------------------------------------------------------------------------------------------------------

WHAT = Text("Uppgift", "Fact")
TOLD = Text("Vad som är känt", "What is known")
SURE = Text("Hur säkert, och var det står", "How sure, and where it is written")

# -- words for fields ---------------------------------------------------------------------------------------------

POWERS: dict[str, Text] = {}
WORDS: dict[tuple[str, str], Text] = {
    ("kind", "region"): Text("region eller landsting", "region"),
    ("kind", "political"): Text("politiker", "politicians"),
    ("kind", "officials"): Text("tjänstepersoner", "officials"),
    ("kind", "mixed"): Text("politiker och tjänstepersoner", "politicians and officials"),
    ("form", "standing"): Text("stående grupp", "standing group"),
}
"""Words of a field that say more there than elsewhere."""
FIELDS: dict[tuple[str, str], Text] = {
    ("group", "title"): Text("Kallas också", "Also called"),
    ("group", "kind"): Text("Vilka som möts", "Who meets"),
    ("group", "status"): Text("Status", "Status"),
    ("", "level"): Text("Nivå", "Level"),
    ("group", "territory"): Text("Till för", "It is for"),
    ("group", "populations"): Text("Målgrupper", "Populations"),
    ("group", "remit"): Text("Uppdrag", "Remit"),
    ("group", "remit.purpose"): Text("Syfte", "Purpose"),
    ("group", "remit.powers"): Text("Får göra", "May do"),
    ("group", "remit.topics"): Text("Frågor", "Topics"),
    ("group", "remit.given_by"): Text("Uppdraget kommer från", "The remit comes from"),
    ("group", "remit.document"): Text("Uppdraget står i", "The remit stands in"),
    ("group", "remit.decided"): Text("Uppdraget beslutat", "The remit was decided"),
    ("group", "remit.paragraph"): Text("Paragraf", "Paragraph"),
    ("group", "remit.registry_number"): Text("Diarienummer", "Registry number"),
    ("group", "remit.until"): Text("Uppdraget gäller till", "The remit holds until"),
    ("group", "assignment"): Text("Uppdragsdokument", "Document of the assignment"),
    ("group", "expected.powers"): Text("Andra väntar sig att den ska", "Others expect it to"),
    ("group", "expected.topics"): Text("Väntas i frågor om", "Expected about"),
    ("group", "goal"): Text("Mål", "Goals"),
    ("group", "meetings_per_year"): Text("Möten per år", "Meetings a year"),
    ("group", "meeting_dates"): Text("Mötesdagar", "Dates of meetings"),
    ("group", "meeting_hours"): Text("Mötets längd i timmar", "Hours a meeting lasts"),
    ("group", "places_per_agenda"): Text("Ärenden som får plats på ett möte", "Matters a meeting has room for"),
    ("group", "chair.term_years"): Text("Ordföranden utses för (år)", "The chair is appointed for (years)"),
    ("group", "chair.rotation_years"): Text(
        "Ordförandeskapet byter sida efter (år)", "The chair changes sides after (years)"
    ),
    ("group", "chair.vice"): Text("Vice ordförande", "Vice chair"),
    ("group", "chair.overlap"): Text("Avgående och tillträdande ordförande överlappar", "Old and new chair overlap"),
    ("group", "chair.holder"): Text("Ordförande", "Chair"),
    ("group", "convener"): Text("Sammankallande", "Convener"),
    ("group", "coordinator"): Text("Koordinator", "Coordinator"),
    ("group", "agreement"): Text("Vilar på överenskommelsen", "Rests on the agreement"),
    ("group", "answers_to"): Text("Svarar inför", "Answers to"),
    ("group", "parent"): Text("Ligger inom", "Lies within"),
    ("group", "appointed_by"): Text("Tillsätts av", "Appointed by"),
    ("group", "introduction"): Text("Introduktion för nya", "Introduction for new members"),
    ("group", "introduction_owner"): Text("Ansvarar för introduktionen", "Answers for the introduction"),
    ("group", "remit_known"): Text("Ledamöterna känner till uppdraget", "The members know the remit"),
    ("group", "equal_mandates"): Text("Ledamöternas mandat är lika", "The members' mandates match"),
    ("group", "owner"): Text("Någon tar ärendena som sina", "Somebody takes its matters as theirs"),
    ("group", "decision_step"): Text("Hur rekommendationer beslutas", "How recommendations are decided"),
    ("group", "report_back"): Text("Hur utfallet kommer tillbaka", "How the outcome comes back"),
    ("group", "unanimous"): Text("Alla huvudmän måste bifalla", "Every principal must approve"),
    ("group", "way_on"): Text("Efter ett avslag", "After a rejection"),
    ("group", "indicators"): Text("Indikatorer", "Indicators"),
    ("", "follow_up.duty"): Text("Skyldighet att följa upp", "Duty to follow up"),
    ("", "follow_up.owner"): Text("Ansvarar för uppföljningen", "Answers for the follow-up"),
    ("", "follow_up.document"): Text("Uppföljningen står i", "The follow-up is written in"),
    ("", "since"): Text("Från", "From"),
    ("", "until"): Text("Till och med", "Until"),
    ("principal", "role"): Text("Deltar som", "Takes part as"),
    ("principal", "kind"): Text("Slag av organisation", "Sort of organisation"),
    ("principal", "code"): Text("Officiell kod", "Official code"),
    ("principal", "inhabitants"): Text("Invånare", "Inhabitants"),
    ("principal", "line"): Text("Linjen som helhet", "The line as a whole"),
    ("principal", "participation"): Text("Hur fullt den deltar", "How fully it takes part"),
    ("principal", "publishes_decisions"): Text("Beslut offentliggörs", "Decisions are published"),
    ("principal", "collaboration_in_plan"): Text(
        "Samverkan står i verksamhetsplanen", "Collaboration stands in the plan"
    ),
    ("principal", "members"): Text("Medlemmar", "Members"),
    ("agreement", "parties"): Text("Parter", "Parties"),
    ("agreement", "unnamed_parties"): Text("Fler parter, som inte namnges", "Further parties, not named"),
    ("agreement", "possible_parties"): Text("De finns bland", "They are among"),
    ("agreement", "concluded_by"): Text("Slutits för parterna av", "Concluded on their behalf by"),
    ("agreement", "scope"): Text("Omfattning", "Scope"),
    ("agreement", "topics"): Text("Frågor", "Topics"),
    ("agreement", "populations"): Text("Målgrupper", "Populations"),
    ("agreement", "required_by"): Text("Krävs av lagen", "Required by the law"),
    ("agreement", "required_for"): Text("Måste finnas hos", "Required for"),
    ("agreement", "valid_from"): Text("Gäller från", "In force from"),
    ("agreement", "valid_to"): Text("Gäller till och med", "In force until"),
    ("agreement", "registry_number"): Text("Diarienummer", "Registry number"),
    ("agreement", "who"): Text("Vem", "Who"),
    ("agreement", "what"): Text("Vad", "What"),
    ("agreement", "when"): Text("När", "When"),
    ("agreement", "how"): Text("Hur", "How"),
    ("agreement", "goal"): Text("Mål", "Goals"),
    ("agreement", "status"): Text("Status", "Status"),
    ("agreement", "indicators"): Text("Indikatorer", "Indicators"),
    ("system", "documents"): Text("Var gällande dokument finns", "Where the documents in force are found"),
    ("system", "structure"): Text("Hur systemet är beskrivet", "How the system is described"),
    ("system", "goal"): Text("Gemensamma politiska mål", "Political goals set together"),
    ("system", "overview"): Text("Har överblick över helheten", "Has the whole in view"),
    ("system", "indicators"): Text("Indikatorer", "Indicators"),
    ("system", "economy"): Text("Hur ansvaret för ekonomin delas", "How the economy is shared"),
    ("system", "separate"): Text("Ett eget system bredvid linjen", "A system of its own beside the line"),
    ("system", "duplicated_matters"): Text("Samma fråga i flera grupper", "The same matter in several groups"),
    ("system", "publishes_decisions"): Text("Beslut offentliggörs", "Decisions are published"),
    ("", "count"): Text("Står för så många", "Stands for so many"),
    ("topic", "part_of"): Text("Del av", "Part of"),
    ("topic", "populations"): Text("Målgrupper", "Populations"),
    ("topic", "urgent"): Text("Angelägen", "Urgent"),
    ("topic", "owner"): Text("Ägs av", "Owned by"),
    ("topic", "treated_at"): Text("Måste kunna behandlas på", "Must be treated at"),
    ("topic", "settled_at"): Text("Kan avgöras på", "Can be settled at"),
    ("topic", "concerns"): Text("Rör", "Concerns"),
    ("topic", "wait_limit_days"): Text("Längsta godtagbara väntan (dagar)", "Longest acceptable wait (days)"),
    ("function", "principal"): Text("Huvudman", "Principal"),
    ("function", "unit"): Text("Enhet", "Unit"),
    ("function", "reports_to"): Text("Rapporterar till", "Reports to"),
    ("function", "primary"): Text("Närmast överordnad", "Main superior"),
    ("function", "manages"): Text("Leder", "Manages"),
    ("function", "assignment"): Text("Uppdragsbeskrivning", "Described assignment"),
    ("function", "horizontal_duty"): Text("Samverkan är en skyldighet", "Collaboration is a duty"),
    ("function", "leads"): Text("Ska leda eller samordna", "Is to lead or coordinate"),
    ("function", "vacant"): Text("Vakant", "Vacant"),
    ("unit", "principal"): Text("Huvudman", "Principal"),
    ("unit", "provider"): Text("Utförare", "Provider"),
    ("unit", "parent"): Text("Ligger under", "Is under"),
    ("unit", "kind"): Text("Slag av enhet", "Sort of unit"),
    ("unit", "topics"): Text("Frågor", "Topics"),
    ("unit", "serves"): Text("Till för", "Serves"),
    ("unit", "status"): Text("Status", "Status"),
    ("seat", "represents"): Text("Del av huvudmannen", "Part of the principal"),
    ("seat", "appointed_by"): Text("Utses av", "Appointed by"),
    ("", "mandate.topics"): Text("I frågor om", "About"),
    ("", "mandate.given_by"): Text("Givet av", "Given by"),
    ("", "mandate.document"): Text("Står i", "Written in"),
    ("", "mandate.decided"): Text("Beslutat", "Decided"),
    ("", "mandate.until"): Text("Gäller till", "Holds until"),
    ("mandate", "powers"): Text("Får", "May"),
    ("mandate", "topics"): Text("I frågor om", "About"),
    ("mandate", "given_by"): Text("Givet av", "Given by"),
    ("mandate", "document"): Text("Står i", "Written in"),
    ("mandate", "decided"): Text("Beslutat", "Decided"),
    ("mandate", "until"): Text("Gäller till", "Holds until"),
    ("decision", "body"): Text("Organ", "Body"),
    ("decision", "decided"): Text("Beslutat", "Decided"),
    ("decision", "due"): Text("Senast", "By"),
    ("decision", "carry_out_by"): Text("Genomfört senast", "Carried out by"),
    ("decision", "paragraph"): Text("Paragraf", "Paragraph"),
    ("decision", "registry_number"): Text("Diarienummer", "Registry number"),
    ("decision", "same_words"): Text("Likalydande", "In the same words"),
    ("decision", "reported_back"): Text("Återrapporterat", "Reported back"),
    ("decision", "principal"): Text("Huvudman", "Principal"),
    ("decision", "outcome"): Text("Status", "Status"),
    ("recommendation", "group"): Text("Grupp", "Group"),
    ("recommendation", "topic"): Text("Fråga", "Topic"),
    ("recommendation", "matter"): Text("Svar på ärendet", "Answers the matter"),
    ("recommendation", "to"): Text("Till", "To"),
    ("recommendation", "date"): Text("Datum", "Date"),
    ("recommendation", "due"): Text("Beslut senast", "Decision by"),
    ("recommendation", "text"): Text("Lydelse", "Wording"),
    ("recommendation", "unanimous"): Text("Alla måste bifalla", "All must approve"),
    ("recommendation", "way_on"): Text("Efter ett avslag", "After a rejection"),
    ("matter", "topic"): Text("Fråga", "Topic"),
    ("matter", "raised_by"): Text("Väckt av", "Raised by"),
    ("matter", "raised"): Text("Väckt", "Raised"),
    ("matter", "owner"): Text("Ägs av", "Owned by"),
    ("matter", "group"): Text("Finns hos", "Is with"),
    ("matter", "status"): Text("Status", "Status"),
    ("matter", "text"): Text("Vad det gäller", "What it says"),
    ("seat", "principal"): Text("Huvudman", "Principal"),
    ("seat", "shared_by"): Text("Delas av", "Shared by"),
    ("seat", "function"): Text("Funktion", "Function"),
    ("group", "form"): Text("Form", "Form"),
    ("group", "counted"): Text("Räknas till samverkanssystemet", "Counted to the collaboration system"),
    ("group", "seats"): Text("Ledamöter", "Members"),
    ("group", "steers"): Text("Styrgrupp för", "Steering group for"),
    ("group", "law"): Text("Grundas på lagen", "Founded by the law"),
    ("group", "legal_person"): Text("Egen juridisk person", "Legal person of its own"),
    ("group", "starts_from_needs"): Text(
        "Hur den utgår från invånarens behov", "How it starts from the citizen's needs"
    ),
    ("group", "development"): Text("Metodutveckling och forskning", "Development and research"),
    ("group", "carries_out"): Text("Ska genomföra", "Is to carry out"),
    ("group", "staff"): Text("Personal", "Staff"),
    ("group", "assigned_by"): Text("Ska få sitt uppdrag av", "Is to get its assignment from"),
}
"""What the fields are called on the pages, by kind and path (kind empty: of any); others by the name in the format."""

# -- a group ------------------------------------------------------------------------------------------------------

GROUP = Text("Samverkansgrupp", "Collaboration group")
GROUP_SHORT = Text("Grupp", "Group")
NEW_MEMBER = Text("Ny i gruppen? Läs introduktionen", "New in the group? Read the introduction")
ASSIGNMENT = Text("Uppdrag", "Assignment")
MEMBERS = Text("Ledamöter", "Members")
MEETINGS = Text("Möten och ordförande", "Meetings and chair")
CONNECTIONS = Text("Vägar in och ut", "Ways in and out")
BELONGS = Text("Var den hör hemma", "Where it belongs")
FOLLOW_UP = Text("Introduktion och uppföljning", "Introduction and follow-up")
DECISIONS = Text("Rekommendationer och beslut", "Recommendations and decisions")
OTHER_FACTS = Text("Övriga uppgifter", "Other facts")
FINDINGS_ABOUT = Text("Iakttagelser", "Findings")
NO_FINDINGS_ABOUT = Text("Inga iakttagelser.", "No findings.")
PRINCIPAL = Text("Huvudman", "Principal")
SEATS = Text("Platser", "Seats")
FUNCTION = Text("Funktion", "Function")
MANDATE = Text("Mandat", "Mandate")
VACANT = Text("vakant", "vacant")
VACANT_UNSURE = Text("kanske vakant", "perhaps vacant")
SHARED_BY = Text("delas av", "shared by")
WHOSE_UNTOLD = Text("vems platserna är framgår inte", "whose they are is not told")
UNTOLD_SEAT = Text("vems platsen är framgår inte", "whose seat it is is not told")
SITS_AS_SELF = Text("sitter som sig själv", "sits as themselves")
WITHOUT_SEAT = Text("Utan egen plats", "Without a seat of their own")
PERHAPS_SEAT = Text("Kanske med plats", "Perhaps with a seat")
IN = Text("Hit leder", "Leads here")
OUT = Text("Härifrån leder", "Leads from here")
WAY_STATES: dict[str, Text] = {
    "unclear": Text("oklart:", "unclear:"),
    "deferred": Text("bestäms senare:", "settled later:"),
    "unknown": Text("inte känt:", "not known:"),
}
"""How a way stands that is neither told to be there nor not to be."""
NOT_RELATIONS: dict[str, Text] = {
    "escalates_to": Text("lyfter inte till", "does not escalate to"),
    "prepares_for": Text("bereder inte åt", "does not prepare for"),
    "recommends_to": Text("rekommenderar inte", "does not recommend to"),
    "reports_back_to": Text("återrapporterar inte till", "does not report back to"),
    "informs": Text("informerar inte", "does not inform"),
    "implements_through": Text("genomför inte genom", "does not implement through"),
    "answers_to": Text("svarar inte inför", "does not answer to"),
    "reports_to": Text("rapporterar inte till", "does not report to"),
    "linked_to": Text("är inte knuten till", "is not linked to"),
    "parent": Text("ligger inte under", "is not under"),
    "channel": Text("ingen väg till", "no way to"),
}
"""What relations are called that are told not to be there."""
NOT_RELATIONS_HERE: dict[str, Text] = {
    "escalates_to": Text("lyfter inte ärenden hit", "does not escalate matters here"),
    "prepares_for": Text("bereder inte ärenden åt den", "does not prepare matters for it"),
    "recommends_to": Text("lämnar inte rekommendationer hit", "makes no recommendations to it"),
    "reports_back_to": Text("återrapporterar inte hit", "does not report back here"),
    "informs": Text("informerar den inte", "does not inform it"),
    "implements_through": Text("genomför inte genom den", "does not implement through it"),
    "linked_to": Text("är inte knuten till den", "is not linked to it"),
    "answers_to": Text("svarar inte inför den", "does not answer to it"),
    "parent": Text("ligger inte inom den", "does not lie within it"),
}
"""The same, from where they would lead to."""
NOTHING_ELSE = Text("inget annat sägs", "nothing else is said")
WHO_AND_WHERE = Text("{kind}, {level}.", "{kind}, {level}.")
MAY = Text("Får {what}.", "May {what}.")
MAY_NOT = Text("Får inte {what}.", "May not {what}.")
AND = Text("och", "and")
MEETS = Text("Möts {n} gånger om året.", "Meets {n} times a year.")
SILENT_CELL = Text("– betyder att inget sägs.", "– means that nothing is said.")
VACANT_SEAT = Text("Har en plats som är vakant", "Has a seat that is vacant")
RELATIONS_HERE: dict[str, Text] = {
    "escalates_to": Text("lyfter ärenden hit", "escalates matters here"),
    "prepares_for": Text("bereder ärenden åt den", "prepares matters for it"),
    "recommends_to": Text("lämnar rekommendationer hit", "makes recommendations to it"),
    "reports_back_to": Text("återrapporterar hit", "reports back here"),
    "informs": Text("informerar den", "informs it"),
    "implements_through": Text("genomför genom den", "implements through it"),
    "linked_to": Text("är knuten till den", "is linked to it"),
    "answers_to": Text("svarar inför den", "answers to it"),
    "parent": Text("ligger inom den", "lies within it"),
}
"""What relations are called from where they lead to."""
SEVERAL_PRINCIPALS = Text("flera huvudmän", "several principals")

# -- writing ------------------------------------------------------------------------------------------------------

MARK_LINE = "remit site 1\n"
MARK_TEXT = (
    f"{MARK_LINE}"
    "Filerna nedan är gjorda av `remit site`, som byter ut dem nästa gång. Annat i mappen rörs inte.\n"
    "The files below were made by `remit site`, which replaces them next time. Nothing else here is touched.\n"
)
IN_THE_WAY = Text(
    "i {path} finns sådant som `remit site` inte har gjort, på de platser där sidorna ska ligga: {names}. "
    "Flytta undan det eller ange en annan mapp; inget har ändrats",
    "{path} holds what `remit site` has not made, in the places where the pages are to lie: {names}. "
    "Move it away or name another folder; nothing was changed",
)
AND_MORE = Text("{names} och {n} till", "{names} and {n} more")
TAKES_NO_FILES = Text("på den platsen kan inga filer läggas", "that place takes no files")
NOT_OURS = Text(
    "{path} finns redan och är inte gjord av `remit site`; ange en annan mapp, eller flytta undan den först",
    "{path} exists and was not made by `remit site`; name another folder, or move that one away first",
)
NO_PLACE = Text(
    "{path} finns redan och är ingen mapp; ange en annan", "{path} exists and is no folder; name another place"
)
NO_FOLDER = Text(
    "mappen som {path} ska ligga i finns inte; skapa den först",
    "the folder that {path} is to lie in does not exist; make it first",
)

# -- a principal --------------------------------------------------------------------------------------------------

SITS_IN = Text("Platser i grupper", "Seats in groups")
NO_SEATS = Text("Ingen uppgift om någon plats i en grupp.", "No seat in any group is told.")
SHARED_SEATS = Text("Delade platser", "Shared seats")
SHARED_SEATS_MEAN = Text(
    "Platserna delas med andra huvudmän. Det framgår inte vems de är: huvudmannen kan sakna plats.",
    "The seats are shared with other principals. Whose they are is not told: the principal may be without one.",
)
PERHAPS_PARTY = Text("kanske part: alla parter namnges inte", "perhaps a party: not all parties are named")
NO_AGREEMENTS = Text("Ingen uppgift om någon överenskommelse.", "No agreement is told.")
LINE = Text("Linjen: enheter och funktioner", "The line: units and functions")
NO_LINE = Text("Ingen uppgift om enheter eller funktioner.", "No units or functions are told.")
LOOSE_FUNCTIONS = Text("Funktioner utan angiven enhet", "Functions without a unit told")
MORE_ONE = Text("och 1 till", "and 1 more")
MORE_MANY = Text("och {n} till", "and {n} more")
WAITING = Text("Väntar på beslut", "Awaits a decision")
UNTOLD = Text("Vad som hände sägs inte", "What became of it is not told")
DECISION_UNTOLD = Text("inget sägs om beslut", "no decision is told")
NOTHING_WAITS = Text("Inget i registret väntar på huvudmannens beslut.", "Nothing in the register awaits its decision.")
DECIDED = Text("Beslut i registret", "Decisions in the register")

# -- the register -------------------------------------------------------------------------------------------------

RECOMMENDATION = Text("Rekommendation", "Recommendation")
STATUS = Text("Status", "Status")
DECISION = Text("Beslut", "Decision")
ACT = Text("Organ och handling", "Body and record")
NO_DECISION = Text("inget beslut finns i registret", "no decision is in the register")
DISAGREES = Text("uppgifterna säger olika", "what is told disagrees")
WHO_UNTOLD = Text("vem framgår inte", "who is not told")
LATE_DECISION = Text("dagen för beslut har passerat", "the day for deciding is past")
LATE_CARRIED = Text("dagen för genomförande har passerat", "the day for carrying it out is past")


def count(n: int, one: Text, many: Text) -> Text:
    """The form for one or for many, filled in, in both languages."""
    told = one if n == 1 else many
    return Text(told.sv.format(n=n), told.en.format(n=n))


# -- the front page -----------------------------------------------------------------------------------------------

LEVEL_UNTOLD = Text("Nivån sägs inte", "The level is not told")

# -- kinds --------------------------------------------------------------------------------------------------------

LISTS: dict[str, Text] = {
    "group": GROUPS, "principal": PRINCIPALS, "agreement": AGREEMENTS, "topic": TOPICS, "function": FUNCTIONS,
    "unit": UNITS,
}  # fmt: skip
"""What the page that lists a kind is called, where the kind's own plural does not do."""
KINDS: dict[str, Text] = {}

# -- pages of single things ---------------------------------------------------------------------------------------

ABOUT = Text("Uppgifter", "Facts")
NAMED_BY = Text("Nämns av", "Named by")
CONTENT = Text("Innehåll", "Content")
GROUPS_UNDER = Text("Grupper som vilar på den", "Groups that rest on it")
NO_GROUPS_UNDER = Text("Ingen uppgift om någon grupp.", "No group is told.")
FOLLOWED_UP = Text("Uppföljning", "Follow-up")
PARTS_OF_TOPIC = Text("Delfrågor", "Parts of it")
TREATED_BY = Text("Grupper som har frågan i uppdraget", "Groups that have it in their remit")
NOT_TREATED = Text("Ingen uppgift om någon grupp som har frågan.", "No group is told to have the topic.")
AS_PART_OF = Text("som en del av", "as part of")
MAY_DO = Text("får", "may")
WAY_OF_TOPIC = Text("Hur långt frågan når, och vem som beslutar", "How far it gets, and who decides")
WAY_MEANS = Text(
    "Från den som möter invånaren till beslut och tillbaka, för varje huvudman där frågan väcks.",
    "From whoever meets the citizen to a decision and back, for each principal where it is raised.",
)
TOO_MANY_TO_FOLLOW = Text(
    "Modellen är för stor för att räkna ut det här; `remit loops` gör det.",
    "The model is too large to reckon it here; `remit loops` does.",
)
FOR_WHOM = Text("Väckt hos", "Raised in")
HOW_FAR = Text("Hur långt den når", "How far it gets")
WHO_DECIDES = Text("Vem som beslutar", "Who decides")
STOPS_AT = Text("stannar vid steg {step}, {name}", "stops at step {step}, {name}")
OPEN_AT = Text("öppet vid steg {step}, {name}", "open at step {step}, {name}")
PRINCIPALS_ONE = Text("1 huvudman", "1 principal")
PRINCIPALS_MANY = Text("{n} huvudmän", "{n} principals")
NO_SEAT_OF_FUNCTION = Text("Ingen uppgift om någon plats i en grupp.", "No seat in any group is told.")
MANDATES = Text("Mandat", "Mandates")
REPORTING = Text("Rapporterar hit", "Report to it")
HELD_BY = Text("Innehas av", "Held by")
FUNCTIONS_IN = Text("Funktioner i enheten", "Functions in the unit")
UNITS_BELOW = Text("Enheter under", "Units below")
DECIDED_ON_IT = Text("Vad huvudmännen beslutat", "What the principals decided")

# -- the register as a page ---------------------------------------------------------------------------------------

REGISTER_LEAD = Text(
    "Vad grupperna har rekommenderat, och vad var och en av huvudmännen har beslutat om det.",
    "What the groups have recommended, and what each of the principals has decided on it.",
)
NOTHING_RECOMMENDED = Text(
    "Registret har ingen rekommendation från gruppen.", "The register holds no recommendation of the group."
)
EMPTY_REGISTER = Text(
    "Inga rekommendationer finns i registret. Det betyder inte att inga har lämnats: modellen tar inte upp några.",
    "No recommendations are in the register. That does not mean that none were made: the model holds none.",
)
FILTER = Text("Visa en del av registret", "Show a part of the register")
ALL = Text("alla", "all")
OF_ROWS = Text("av", "of")
ROWS_SHOWN = Text("rader visas", "rows shown")
LATE_ONE = Text("1 har passerat sin dag", "1 is past its day")
LATE_MANY = Text("{n} har passerat sin dag", "{n} are past their day")
NO_ROW = Text("Ingen rad i registret passar.", "No row of the register fits.")
DATE = Text("Datum", "Date")
MATTERS = Text("Ärenden", "Matters")
NO_MATTERS = Text("Modellen tar inte upp några ärenden.", "The model holds no matters.")

# -- findings -----------------------------------------------------------------------------------------------------

FOUND_ONE = Text("1 iakttagelse.", "1 finding.")
FOUND_MANY = Text("{n} iakttagelser.", "{n} findings.")
ASKED_ONE = Text("1 öppen fråga.", "1 open question.")
ASKED_MANY = Text("{n} öppna frågor.", "{n} open questions.")
FINDINGS_MEAN = Text(
    "En iakttagelse är något i strukturen som saknas, dubblerar eller brister, med källan till uppgiften. Hur säker "
    "den är står vid var och en.",
    "A finding is something in the structure that is missing, doubled or broken, with the source of the fact. How sure "
    "it is stands with each.",
)

# -- sources ------------------------------------------------------------------------------------------------------

SOURCES_LEAD = Text("Dokument, lagar och register som uppgifterna kommer ur, och vad som vilar på vart och ett.",
                    "Documents, laws and registers that the facts come from, and what rests on each.")  # fmt: skip
NO_SOURCES = Text("Modellen anger inga källor.", "The model names no sources.")
UNSOURCED_ONE = Text("1 uppgift i modellen har ingen källa.", "1 fact of the model has no source.")
UNSOURCED_MANY = Text("{n} uppgifter i modellen har ingen källa.", "{n} facts of the model have no source.")
RESTS_ONE = Text("1 uppgift vilar på den.", "1 fact rests on it.")
RESTS_MANY = Text("{n} uppgifter vilar på den.", "{n} facts rest on it.")
WHAT_RESTS = Text("Vad som vilar på", "What rests on")
NO_HEADING = Text("utan angiven rubrik", "without a heading told")
CHANNEL = Text("Väg", "Way")
SOURCE_FIELDS: dict[str, Text] = {
    "year": Text("År", "Year"),
    "author": Text("Av", "By"),
    "kind": Text("Slag", "Sort"),
    "file": Text("Finns i", "Kept in"),
    "licence": Text("Licens", "Licence"),
}
SOURCE_KINDS: dict[str, Text] = {
    "document": Text("dokument", "document"),
    "law": Text("lag", "law"),
    "register": Text("register", "register"),
    "interviews": Text("intervjuer", "interviews"),
    "scenario": Text("scenario", "scenario"),
}

# -- the index ----------------------------------------------------------------------------------------------------

INDEX_TITLE = Text("Allt från A till Ö", "Everything from A to Z")
INDEX_LEAD = Text("Allt som har en egen sida.", "Everything that has a page of its own.")
LETTERS = Text("Bokstäver", "Letters")

# -- the introduction ---------------------------------------------------------------------------------------------

INTRODUCTION = Text("Introduktion för nya ledamöter", "Introduction for new members")
INTRODUCTION_TO = Text("Ny i {name}", "New in {name}")
INTRODUCTION_LEAD = Text(
    "Det här behöver du veta när du börjar i gruppen. Det som ingen källa säger står som okänt, så att du vet vad du "
    "behöver fråga om.",
    "This is what you need to know when you begin in the group. What no source tells stands as unknown, so that you "
    "know what to ask about.",
)
GROUP_PAGE = Text("Allt om gruppen.", "All about the group.")
WHAT_FOR = Text("Vad gruppen är till för", "What the group is for")
YOU_MAY = Text("Ni får", "You may")
YOU_MAY_NOT = Text("Ni får inte", "You may not")
YOU_MAY_OPEN = Text("Det är inte klart om ni får", "It is not settled whether you may")
WHAT_MAY = Text("Vad ni får göra där", "What you may do there")
POWERS_OF_GROUP = Text("Vad gruppen får göra", "What the group may do")
POWER_MEANS: dict[str, Text] = {
    "inform": Text("berätta för varandra vad som är på gång", "tell one another what is going on"),
    "discuss": Text("prata igenom frågor utan att binda någon", "talk matters through without binding anybody"),
    "agree": Text("komma fram till en gemensam hållning", "come to a common view"),
    "prepare": Text("ta fram underlag så att någon annan kan besluta", "make what others need to decide"),
    "recommend": Text(
        "föreslå ett beslut, som varje huvudman sedan själv tar ställning till",
        "propose a decision, on which each principal then takes its own position",
    ),
    "decide": Text("bestämma, så att det gäller", "settle matters, so that it binds"),
    "coordinate": Text("se till att det som flera gör hänger ihop", "see that what several do fits together"),
    "administer": Text(
        "avgöra förvaltningsfrågor utan politisk karaktär", "settle matters of administration without political nature"
    ),
    "follow_up": Text("se efter hur det gick", "see how it went"),
    "take_home": Text(
        "ta med frågan hem till dem som får besluta hos den egna huvudmannen",
        "take the matter home to those who may decide in your own principal",
    ),
}
EACH_DECIDES = Text(
    "En plats i gruppen ger i sig ingen rätt att besluta för huvudmannen: det gör bara det mandat du har med dig.",
    "A seat in the group gives in itself no right to decide for the principal: only the mandate that you bring does.",
)
WHOSE_MANDATE = Text("Vems mandat du bär", "Whose mandate you carry")
MANDATE_MEANS = Text(
    "Mandatet är vad den som utsett dig låter dig göra där, i vilka frågor och till när.",
    "The mandate is what those who appointed you let you do there, about what and until when.",
)
NO_MANDATE_TOLD = Text("Ingen ledamots mandat är känt.", "No member's mandate is known.")
SOME_MANDATES_TOLD = Text("Alla ledamöters mandat är inte kända.", "Not all members' mandates are known.")
ASK_PRINCIPAL = Text(
    "Fråga din huvudman före första mötet: vad får jag säga ja till, i vilka frågor, och vem tar jag det med hem till?",
    "Ask your principal before the first meeting: what may I say yes to, about what, and to whom do I take it home?",
)
NO_MEMBERS = Text("Ingen uppgift om vilka som är med.", "Who takes part is not told.")
WHOM_TO_ASK = Text("Vem du frågar", "Whom to ask")
NOBODY_TO_ASK = Text(
    "Ingen är utpekad, vare sig koordinator, sammankallande eller ordförande. Fråga den som utsåg dig.",
    "Nobody is named, neither a coordinator nor a convener nor a chair. Ask whoever appointed you.",
)
WHEN_MEETS = Text("När ni möts", "When you meet")
WHERE_FROM_TO = Text("Var ärenden kommer ifrån och vart de går", "Where matters come from and go")
SO_FAR = Text("Hittills i registret", "So far in the register")
NOT_SETTLED = Text("Vad som inte är bestämt eller inte känt", "What is not settled or not known")
NOT_SETTLED_MEANS = Text(
    "Att något inte är känt betyder inte att det saknas, bara att ingen källa säger det.",
    "That something is not known does not mean that it is missing, only that no source tells it.",
)
ALL_SETTLED = Text("Allt som räknas upp här är känt.", "All that is asked for here is known.")
NOT_THERE = Text("Finns inte", "Is not there")
IS_UNCLEAR = Text("Sägs vara oklart", "Is said to be unclear")
LATER = Text("Bestäms senare", "Is to be settled later")
NOT_TOLD = Text("Ingen källa säger det", "No source tells it")
FRONT_LEAD = Text(
    "{represents} per {as_of}.",
    "{represents} as of {as_of}.",
)
AS_A_WHOLE = Text("Systemet som helhet", "The system as a whole")
GROUPS_BY_LEVEL = Text("Samverkansgrupper, efter nivå", "Collaboration groups, by level")
NO_GROUPS = Text("Modellen tar inte upp några grupper.", "The model holds no groups.")
CARE_PRINCIPALS = Text("Huvudmän för vården och omsorgen", "Principals of the care")
OTHER_PRINCIPALS = Text("Andra organisationer", "Other organisations")
WHAT_IS_OPEN = Text("Rekommendationer och ärenden", "Recommendations and matters")
RECOMMENDED_ONE = Text(
    "1 rekommendation i registret. Huvudmännens beslut om den:",
    "1 recommendation in the register. The principals' decisions on it:",
)
RECOMMENDED_MANY = Text(
    "{n} rekommendationer i registret. Huvudmännens beslut om dem:",
    "{n} recommendations in the register. The principals' decisions on them:",
)
KNOWN_OF_ONE = Text(
    "Räknat på den enda grupp som är, eller kan vara, i kraft.",
    "Counted over the one group that is, or may be, in force.",
)
KNOWN_OF_MANY = Text(
    "Räknat på de {n} grupper som är, eller kan vara, i kraft.",
    "Counted over the {n} groups that are, or may be, in force.",
)
LEFT_OUT_ONE = Text(
    "En till, som inte är i kraft, är inte medräknad.", "One more, which is not in force, is not counted."
)
LEFT_OUT_MANY = Text(
    "{n} till, som inte är i kraft, är inte medräknade.", "{n} more, which are not in force, are not counted."
)
WHAT_IS_KNOWN = Text("Vad som är känt om grupperna", "What is known of the groups")
KNOWN_MEANS = Text(
    "Så många grupper som varje uppgift är känd för, och hur säkert. Det som källan tiger om är inte samma sak som det "
    "som inte finns.",
    "How many groups each fact is known of, and how surely. What the source is silent on is not the same as what is "
    "not there.",
)
