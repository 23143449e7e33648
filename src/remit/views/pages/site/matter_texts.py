"""The words of "where does my matter go?" and of the search, for somebody who works near the citizen."""

from __future__ import annotations

from remit.model.text import Text

# -- the page --------------------------------------------------------------------------------------------------------

TITLE = Text("Vart tar mitt ärende vägen?", "Where does my matter go?")
NAV = TITLE
LEAD = Text(
    "Har du stött på något som din verksamhet inte kan lösa ensam, och som fler än din arbetsgivare behöver ta "
    "ställning till? Välj var du arbetar och vad det gäller. Då visas vem som tar upp frågan, vem som beslutar och "
    "vad som kan göra att den fastnar.",
    "Have you come across something that your workplace cannot solve alone, and that others than your employer need to "
    "take a stand on? Choose where you work and what it concerns. You will see who takes it up, who decides, and what "
    "may make it get stuck.",
)
NO_PERSONAL = Text(
    "Här visas hur vägen ser ut för frågor av ett visst slag. Skriv inte in uppgifter om en enskild patient eller "
    "brukare; sidan sparar inget och skickar inget.",
    "This shows the way for matters of a certain kind. Do not enter anything about a single patient or user; the page "
    "keeps nothing and sends nothing.",
)
CHOOSE = Text("Välj", "Choose")
WHERE = Text("1. Var arbetar du?", "1. Where do you work?")
EMPLOYER = Text("Vem arbetar du för?", "Whom do you work for?")
EMPLOYER_CHOOSE = Text("Välj …", "Choose …")
CLOSER = Text("Var där? (om du vill)", "Where in it? (if you like)")
ANYWHERE = Text("{name} i stort", "{name} as a whole")
WORKS = Text("Verksamheter och befattningar", "Workplaces and posts")
GROUPS = Text("Jag sitter i en grupp", "I sit in a group")
PLACE = Text("I vilken kommun?", "In which municipality?")
PLACE_ANY = Text("Hela området, eller vet inte", "The whole area, or do not know")
ABOUT = Text("2. Vad gäller det?", "2. What does it concern?")
FIND = Text("Sök bland frågorna", "Search the topics")
NO_TOPIC = Text("Ingen fråga heter så. Prova ett kortare ord.", "No topic is called that. Try a shorter word.")
TOPICS_FOUND = Text("{n} av {of} frågor visas", "{n} of {of} topics are shown")
GO = Text("Till svaret", "To the answer")
ANSWER = Text("Svar", "Answer")
NOTHING_YET = Text(
    "Svaret visas här när du har valt var du arbetar och vad det gäller.",
    "The answer is shown here once you have chosen where you work and what it concerns.",
)
LEFT_TO_CHOOSE = {
    "from": Text("Välj också var du arbetar.", "Also choose where you work."),
    "topic": Text("Välj också vad det gäller.", "Also choose what it concerns."),
}
BAD_LINK = Text(
    "Länken pekar på något som inte finns i den här versionen av webbplatsen. Välj på nytt.",
    "The link points to something that is not in this version of the site. Please choose again.",
)
QUESTION_OF = Text("{topic}", "{topic}")
ASKED_FROM = Text("Du har valt {principal}.", "You have chosen {principal}.")
ASKED_FROM_WORK = Text("Du har valt {start}, {principal}.", "You have chosen {start}, {principal}.")
ASKED_FROM_GROUP = Text("Du sitter i {start}, för {principal}.", "You sit in {start}, for {principal}.")
ASKED_IN = Text("Det gäller {place}.", "It concerns {place}.")
TITLE_MAIL = Text("Vart tar ärendet vägen", "Where the matter goes")
PRINT = Text("Skriv ut", "Print")
MAIL = Text("Mejla svaret", "Mail the answer")
LINK = Text("Kopiera länken", "Copy the link")
LINK_COPIED = Text("Länken till svaret är kopierad.", "The link to the answer is copied.")
LINK_SHOWN = Text("Länken till svaret:", "The link to the answer:")
LOOK_UP = Text("Mer om", "More about")

OUTCOME = {
    "arrives": Text("Frågan kommer hela vägen fram", "The matter gets all the way"),
    "open": Text("Det är oklart om frågan kommer hela vägen fram", "It is unclear whether the matter gets all the way"),
    "stops": Text("Frågan stannar på vägen", "The matter stops on the way"),
}
OUTCOME_PAPER = {
    "arrives": Text("Enligt förslaget kommer frågan hela vägen fram", "In the proposal the matter gets all the way"),
    "open": Text(
        "Enligt förslaget är det oklart om frågan kommer hela vägen fram",
        "In the proposal it is unclear whether the matter gets all the way",
    ),
    "stops": Text("Enligt förslaget stannar frågan på vägen", "In the proposal the matter stops on the way"),
}
SIGN = {"arrives": "✓", "open": "?", "stops": "✕"}
"""Beside the word, never instead of it."""

RAISED = Text("Frågan tas upp i {at}.", "The matter is taken up in {at}.")
STOPS = Text("Sedan tar det stopp: {reason}.", "Then it stops: {reason}.")
STOPS_AT_ONCE = Text("Det tar stopp redan i början: {reason}.", "It stops at the very beginning: {reason}.")
FIRST_DOUBT = Text("Det som först är oklart: {reason}.", "What is unclear first: {reason}.")
MORE_DOUBTS_ONE = Text("En punkt till är oklar.", "One point more is unclear.")
MORE_DOUBTS = Text("{n} punkter till är oklara.", "{n} points more are unclear.")
ALL_THE_WAY = Text(
    "Den beslutas, och beskedet kommer tillbaka och ut i verksamheten.",
    "It is decided, and the answer comes back and out to operations.",
)
ON_PAPER = Text(
    "Svaret visar hur det skulle bli på papperet, inte hur det är i dag.",
    "The answer shows how it would be on paper, not how it is today.",
)
AS_OF = Text("Så som källorna beskriver det {date}.", "As the sources describe it on {date}.")

# -- the steps -------------------------------------------------------------------------------------------------------

STEPS = Text("Vägen, steg för steg", "The way, step by step")
QUESTIONS = {
    "1": Text("Tas frågan upp någonstans?", "Is the matter taken up somewhere?"),
    "2": Text("Har någon där ansvar för den?", "Does somebody there answer for it?"),
    "3": Text("Kommer den upp till dem som behöver behandla den?", "Does it get up to those who need to treat it?"),
    "4": Text("Får alla berörda ett gemensamt förslag?", "Do all concerned get a joint proposal?"),
    "5": Text("Blir det ett beslut?", "Does it come to a decision?"),
    "6a": Text("Får gruppen veta hur det gick?", "Is the group told how it went?"),
    "6b": Text("Får du veta hur det gick?", "Are you told how it went?"),
    "7": Text("Skulle ett beslut nå ut i verksamheten?", "Would a decision reach operations?"),
}
REPLIES = {
    "closed": Text("Ja", "Yes"),
    "open": Text("Oklart", "Unclear"),
    "broken": Text("Nej", "No"),
    "not_needed": Text("Behövs inte", "Not needed"),
}
STOPS_HERE = Text("Här stannar frågan", "Here the matter stops")
AFTER = Text(
    "Om frågan ändå hade kommit vidare hade resten sett ut så här:",
    "If the matter had got on all the same, the rest would look like this:",
)
SURE = {
    "established": Text("belagt", "established"),
    "reported": Text("uppgivet av intervjuade", "told by interviewees"),
}
SOURCE = Text("Källa", "Source")
SOURCES = Text("Källor", "Sources")

# -- who decides -----------------------------------------------------------------------------------------------------

DECIDES = Text("Vem beslutar?", "Who decides?")
DECIDES_ALONE = Text("{name} beslutar för sin del.", "{name} decides for its part.")
DECIDES_EACH = Text(
    "{n} huvudmän beslutar, var och en för sig: {names}.", "{n} principals decide, each by itself: {names}."
)
DECIDES_JOINT = Text("{name} beslutar för {names}.", "{name} decides for {names}.")
DECIDES_TOGETHER = Text(
    "De som sitter i {name} beslutar där, var och en för sin huvudman: {names}.",
    "Those who sit in {name} decide there, each for a principal: {names}.",
)
DECIDES_GROUP = Text("{name} får besluta själv, för {names}.", "{name} may decide itself, for {names}.")
FORM = Text("Det är {form}.", "It is {form}.")
FORMS = {
    "joint_board": Text("en gemensam nämnd", "a joint board"),
    "association_of_municipalities": Text(
        "ett kommunalförbund med egen beslutande församling", "an association of municipalities with its own assembly"
    ),
    "task_by_agreement": Text("en uppgift som tagits över genom avtal", "a task taken over by agreement"),
    "joint_body": Text("ett gemensamt organ; formen är inte känd", "a joint body; its form is not known"),
}
HOST = Text("Värd: {name}.", "Host: {name}.")
TAKEN_BY = Text("Den som har tagit över uppgiften: {name}.", "Who has taken the task over: {name}.")
BODIES = Text("Organ som kan besluta hos {name}: {bodies}.", "Bodies that may decide in {name}: {bodies}.")
ONE_DECISION = Text("Det räcker med ett beslut.", "One decision is enough.")
DECISIONS = Text("Det behövs {n} beslut.", "It takes {n} decisions.")
STOP_ONE = Text("{names} kan stoppa frågan.", "{names} can stop the matter.")
STOP_EACH = Text("Var och en av dem kan ensam stoppa frågan.", "Each of them alone can stop the matter.")
STOP_EACH_OF = Text(
    "Var och en av dessa kan ensam stoppa frågan: {names}.", "Each of these alone can stop the matter: {names}."
)
STOP_TOGETHER = Text(
    "Ingen kan ensam stoppa frågan; det kan de bara tillsammans.",
    "Nobody can stop the matter alone; they can only together.",
)
STOP_UNKNOWN = Text(
    "Vem som kan stoppa frågan är inte känt: organets form är inte angiven.",
    "Who can stop the matter is not known: the form of the body is not told.",
)
ONE_NO = {
    True: Text("Säger en nej faller frågan för alla.", "If one says no, the matter falls for all."),
    False: Text("Ett nej gäller bara hos den som säger det.", "A no holds only for whoever says it."),
}
DECISION_NOT_TOLD = {
    "open": Text("Det är inte känt vem som beslutar.", "It is not known who decides."),
    "broken": Text("Det blir inget beslut.", "It comes to no decision."),
}
WHICH = Text("Vilka?", "Which?")
SO_MANY = Text("{n} huvudmän", "{n} principals")
DECIDES_EACH_MANY = Text("{n} huvudmän beslutar, var och en för sig.", "{n} principals decide, each by itself.")
CONCERNED_MANY = Text("Frågan rör {n} huvudmän.", "The matter concerns {n} principals.")
CONCERNED = Text("Frågan rör {n} huvudmän: {names}.", "The matter concerns {n} principals: {names}.")
CONCERNED_ONE = Text("Frågan rör bara {names}.", "The matter concerns only {names}.")

# -- the wait --------------------------------------------------------------------------------------------------------

WAIT = Text("Hur länge får jag vänta?", "How long do I have to wait?")
WAIT_SUM = Text(
    "Räkna med i snitt {days} innan grupperna på vägen har hunnit mötas.",
    "Expect on average {days} until the groups on the way have met.",
)
WAIT_AT_LEAST = Text(
    "Räkna med i snitt minst {days} innan grupperna på vägen har hunnit mötas.",
    "Expect on average at least {days} until the groups on the way have met.",
)
MONTHS = Text("ungefär {low}–{high} månader", "about {low}–{high} months")
MONTHS_SAME = Text("ungefär {low} månader", "about {low} months")
DAYS = Text("{low} till {high} dagar", "{low} to {high} days")
DAYS_SAME = Text("{low} dagar", "{low} days")
WAIT_PART = Text("{name}: {days}, {basis}.", "{name}: {days}, {basis}.")
WAIT_RATE = Text("möts {n} gånger om året", "meets {n} times a year")
WAIT_DATES = Text("räknat på de mötesdagar som är kända ({n})", "counted on the meeting days that are known ({n})")
WAIT_UNKNOWN = Text("Hur ofta {names} möts är inte känt.", "How often {names} meets is not known.")
WAIT_NOT_TOLD = Text(
    "Det går inte att säga: hur ofta grupperna på vägen möts är inte känt.",
    "It cannot be told: how often the groups on the way meet is not known.",
)
WAIT_NOWHERE = Text("Det går inte att säga: ingen grupp tar upp frågan.", "It cannot be told: no group takes it up.")
WAIT_MORE = Text(
    "Tiden räknas fram till mötena. Förberedelser och själva beslutet hos varje huvudman kommer till.",
    "The time is counted to the meetings. Preparation and the decision itself in each principal come on top.",
)

# -- what is missing -------------------------------------------------------------------------------------------------

MISSING = Text("Vad saknas?", "What is missing?")
MISSING_NOTHING = Text("Inget som källorna berättar om saknas.", "Nothing that the sources tell of is missing.")
WOULD_NEED = Text("Det här skulle behöva finnas:", "This would have to exist:")
WHO_CAN = Text("Den som kan ordna det: {names}.", "Who can arrange it: {names}.")
NOT_KNOWN = Text("Det här får du inget säkert svar på här:", "This has no sure answer here:")
LATER = Text("Det här ska bestämmas senare:", "This is to be settled later:")
LATER_OF = Text("{name}: {field}", "{name}: {field}")
CUT = {
    "seats": Text("en plats för {from_} i {to}", "a seat for {from_} in {to}"),
    "remit.topics": Text("att {from_} får {to} i sitt uppdrag", "that {from_} gets {to} into its remit"),
    "mandate": Text(
        "att någon i {from_} får ansvar för {to} i sitt mandat", "that somebody in {from_} gets {to} into their mandate"
    ),
    "channel": Text("en väg från {from_} till {to}", "a way from {from_} to {to}"),
    "channel operations": Text("en väg från {from_} ut i verksamheten", "a way from {from_} out to operations"),
    "channel decision": Text("en väg från {from_} till beslut", "a way from {from_} to a decision"),
    "recommends_to": Text("att {from_} lämnar sina förslag till {to}", "that {from_} gives its proposals to {to}"),
    "remit.powers": Text("att {from_} får lämna förslag (rekommendera)", "that {from_} may recommend"),
    "decision_step": Text(
        "ett beslut hos {from_} om det som {to} föreslår", "a decision of {from_} on proposals of {to}"
    ),
    "reports_back_to": Text(
        "besked från {from_} till {to} om hur det gick", "word from {from_} to {to} of how it went"
    ),
    "line": Text("en väg till beslut i linjen hos {from_}", "a way to a decision in the line of {from_}"),
}
"""What would have to exist, by relation (and, for a channel, where it leads)."""
CUT_OTHER = Text("{from_}: {relation} {to}", "{from_}: {relation} {to}")
SOME_GROUP = Text("någon grupp", "some group")
SOME_MORE = Text("{names} och {n} till", "{names} and {n} more")

# -- whom to ask -----------------------------------------------------------------------------------------------------

ASK = Text("Vem kan jag fråga?", "Whom can I ask?")
ASK_BOSS = Text(
    "Börja hos din närmaste chef: frågan går genom chefsledet hos {principal}.",
    "Begin with your manager: the matter goes through the managers of {principal}.",
)
ASK_SEATS = Text(
    "De som sitter i {group} för {principal}: {names}.", "Those who sit in {group} for {principal}: {names}."
)
ASK_MEMBERS = Text(
    "De som sitter i {group} för {principal}. Vilka de är står inte i källorna.",
    "Those who sit in {group} for {principal}. Who they are is not in the sources.",
)
ASK_COORDINATOR = Text("Den som samordnar {group}: {names}.", "Who coordinates {group}: {names}.")
ASK_CONVENER = Text("Den som kallar till {group}: {names}.", "Who convenes {group}: {names}.")
ASK_CHAIR = Text("Ordförande i {group}: {names}.", "Chair of {group}: {names}.")
ASK_OWNER = Text("Den som ansvarar för {topic}: {names}.", "Who answers for {topic}: {names}.")
ASK_GROUP = Text("Ta upp det vid nästa möte i {group}.", "Take it up at the next meeting of {group}.")
ASK_NOBODY = Text("Källorna säger inte vem.", "The sources do not say whom.")

# -- what words mean -------------------------------------------------------------------------------------------------

GLOSSARY = Text("Vad betyder orden?", "What do the words mean?")
MEANS = [
    (
        Text("Huvudman", "Principal"),
        Text(
            "Den kommun, region eller annan organisation som ansvarar för verksamheten.",
            "The municipality, region or other organisation that answers for the services.",
        ),
    ),
    (
        Text("Linjen", "The line"),
        Text(
            "Vägen genom cheferna inom en huvudman, från dem som möter invånaren till den politiska ledningen.",
            "The way through the managers inside a principal, from the front line to the political leaders.",
        ),
    ),
    (
        Text("Mandat", "Mandate"),
        Text(
            "Vad någon får göra för sin huvudmans räkning, till exempel besluta eller ta med sig frågan hem.",
            "What somebody may do on behalf of their principal, such as decide or take the matter home.",
        ),
    ),
    (
        Text("Belagt", "Established"),
        Text("Det står i ett dokument, eller följer av vad som står.", "A document says so, or it follows from one."),
    ),
    (
        Text("Uppgivet", "Told"),
        Text("Det har sagts i intervjuer.", "It has been said in interviews."),
    ),
    (
        Text("Oklart", "Unclear"),
        Text(
            "Ingen källa säger säkert hur det är. Det behöver inte betyda att något är fel.",
            "No source says for sure. It need not mean that anything is wrong.",
        ),
    ),
    (
        Text("Källan", "The source"),
        Text(
            "De dokument som webbplatsen bygger på. Under ”Källor” står var i dem uppgiften finns.",
            'The documents that this site rests on. "Sources" says where in them it is told.',
        ),
    ),
]

# -- all answers in a list, without scripts --------------------------------------------------------------------------

LIST = Text("Alla frågor i korthet", "All topics in brief")
LIST_LEAD = Text(
    "För varje fråga: hur långt den kommer hos var och en av huvudmännen.",
    "For each topic: how far it gets in each of the principals.",
)
LIST_SCRIPT = Text(
    "Utan skript i webbläsaren kan du inte välja ovan; listan säger det viktigaste.",
    "Without scripts in the browser you cannot choose above; the list says what matters most.",
)
LIST_STOPS = Text("Det tar stopp: {reason}.", "It stops: {reason}.")
LIST_OPEN = Text("Först oklart: {reason}.", "Unclear first: {reason}.")
LIST_OF = Text("Gäller: {names}.", "For: {names}.")
LIST_ALL = Text("Gäller alla {n} huvudmän.", "For all {n} principals.")
THE_PRINCIPAL = Text("huvudmannen", "the principal")
KINDS = {
    "region": Text("Regioner", "Regions"),
    "municipality": Text("Kommuner", "Municipalities"),
    "other": Text("Andra", "Others"),
}
"""Under which heading a principal is listed."""

LEFT_OUT = Text(
    "Allt ryms inte på en sida: den visar högst {most} svar. Här är därför utelämnat: {parts}. Kommandot `remit route` "
    "svarar på de frågorna också.",
    "Not everything has room on one page: it shows {most} answers at most. Left out here: {parts}. The command `remit "
    "route` answers those questions too.",
)
LEFT_PARTS = {
    "places": Text("i vilken kommun det gäller, när du arbetar i regionen", "in which municipality it arises"),
    "unsure": Text("grupper där det inte är känt vilka som är med", "groups of which it is not known who takes part"),
    "groups": Text("att börja i en grupp", "to begin in a group"),
    "topics": Text("frågor som är en del av en större fråga", "topics that are part of a wider one"),
    "principals": Text("en del av huvudmännen", "some of the principals"),
}
NOTHING = Text(
    "Modellen nämner inga frågor, eller inga huvudmän att utgå från. Därför finns inget att visa här.",
    "The model names no topics, or no principals to start from. So there is nothing to show here.",
)

ON_SERVER = frozenset(
    {"TITLE", "LEAD", "NO_PERSONAL", "CUT", "CUT_OTHER", "SOME_GROUP", "SOME_MORE", "LIST", "LIST_LEAD", "LIST_SCRIPT"}
    | {"LIST_STOPS", "LIST_OPEN", "LIST_OF", "LIST_ALL", "THE_PRINCIPAL", "KINDS", "LEFT_OUT", "LEFT_PARTS", "NOTHING"}
    | {"GLOSSARY", "MEANS", "NAV", "WAIT_RATE", "WAIT_DATES", "ON_SERVER"}
)
"""What the server fills in; all else is sent to the script."""
