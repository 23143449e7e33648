"""The words of the accessibility statement, and of the file that it is filled in from.

What a statement must hold: the Act (2018:1937) on accessibility of digital public services, sections 9, 12 and 13, as
the agency Digg lists it (digg.se, "Skapa en tillgänglighetsredogörelse", read in November 2026). Which agency
supervises the Act when a site is published is asked of whoever publishes it: such tasks are moved between agencies.
"""

from __future__ import annotations

from typing import NamedTuple

from remit.model.text import Text

TITLE = Text("Tillgänglighetsredogörelse", "Accessibility statement")
HEADING = Text("Tillgänglighets\u00adredogörelse", "Accessibility statement")
"""The title with a place to break it on a telephone."""
DRAFT = Text("Utkast – inte klar att publicera", "Draft – not ready to be published")
DRAFT_ONE = Text(
    "En uppgift saknas. Den som publicerar webbplatsen ansvarar för att redogörelsen är fullständig och sann.",
    "One answer is missing. Whoever publishes the site answers for the statement being complete and true.",
)
DRAFT_MANY = Text(
    "{n} uppgifter saknas. Den som publicerar webbplatsen ansvarar för att redogörelsen är fullständig och sann.",
    "{n} answers are missing. Whoever publishes the site answers for the statement being complete and true.",
)
BLANK = Text("Fyll i: {what}", "To fill in: {what}")

LEAD = Text(
    "{organisation} står bakom {service} och vill att så många som möjligt ska kunna använda den. Här står hur "
    "webbplatsen uppfyller lagen (2018:1937) om tillgänglighet till digital offentlig service, vilka brister som är "
    "kända och hur du kan anmäla brister så att de kan åtgärdas.",
    "{organisation} is behind {service} and wants as many as possible to be able to use it. This page tells how the "
    "site meets the Swedish Act (2018:1937) on accessibility of digital public services, which shortcomings are known, "
    "and how you can report shortcomings so that they can be mended.",
)
COMPLIANCE = Text("Hur tillgänglig är webbplatsen?", "How accessible is the site?")
COMPLIES = Text(
    "Webbplatsen är {compliance} med lagen om tillgänglighet till digital offentlig service.",
    "The site is {compliance} with the Act on accessibility of digital public services.",
)
WAYS: dict[str, Text] = {
    "full": Text("helt förenlig", "fully compliant"),
    "partial": Text("delvis förenlig", "partially compliant"),
    "not": Text("inte förenlig", "not compliant"),
}
SHORTCOMINGS = Text("Innehåll som inte är tillgängligt", "Content that is not accessible")
SHORTCOMINGS_LEAD = Text(
    "Det här är inte tillgängligt, och av dessa skäl:", "This is not accessible, and for these reasons:"
)
SHORTCOMINGS_NONE = Text("Vi känner inte till några brister.", "We know of no shortcomings.")
BURDENS = Text("Oskäligt betungande anpassning (12 §)", "Disproportionate burden (section 12)")
BURDENS_LEAD = Text(
    "Vi åberopar undantag för oskäligt betungande anpassning för detta:",
    "We claim an exemption for disproportionate burden for this:",
)
BURDENS_NONE = Text("Vi åberopar inget sådant undantag.", "We claim no such exemption.")
EXEMPT = Text("Innehåll som inte omfattas av lagen (9 §)", "Content outside the Act (section 9)")
EXEMPT_LEAD = Text("Detta innehåll omfattas inte av lagens krav:", "The Act does not apply to this content:")
EXEMPT_NONE = Text(
    "Webbplatsen har inget innehåll som undantas från lagens krav.",
    "The site has no content that is exempt from the Act.",
)
MESSAGE = Text("Anmäl brister eller be om innehåll på annat sätt", "Report shortcomings or ask for content otherwise")
MESSAGE_LEAD = Text(
    "Hittar du brister som inte står här, eller behöver du innehåll som inte är tillgängligt för dig, säg till oss:",
    "If you find shortcomings that are not told here, or need content that is not accessible to you, tell us:",
)
SUPERVISION = Text("Om du inte är nöjd med vårt svar", "If you are not content with our answer")
SUPERVISES = Text(
    "{supervisor} har tillsyn över lagen. Dit kan du anmäla att vi inte har hanterat din synpunkt väl:",
    "{supervisor} supervises the Act. You can report there that we have not dealt well with what you told us:",
)
METHOD = Text("Så har webbplatsen bedömts", "How the site was assessed")
ASSESSED = Text("Bedömningen gjordes {assessed}.", "The assessment was made on {assessed}.")
UPDATED = Text("Redogörelsen uppdaterades senast {updated}.", "The statement was last updated on {updated}.")

HOW = Text("Så fyller du i redogörelsen", "How to fill in the statement")
HOW_STEPS = [
    Text(
        "Spara texten nedan i en fil, till exempel tillganglighet.txt, och skriv efter varje kolon.",
        "Save the text below in a file, for example accessibility.txt, and write after each colon.",
    ),
    Text(
        "Skapa webbplatsen på nytt med {option}. Filen ligger kvar hos dig, så inget försvinner när sidorna görs om.",
        "Make the site again with {option}. The file stays with you: nothing is lost when the pages are made anew.",
    ),
    Text(
        "Bedöm webbplatsen där den är publicerad, även med hjälpmedel som skärmläsare. Remit bedömer den inte åt dig.",
        "Assess the site where it is published, also with aids such as a screen reader. Remit does not do it for you.",
    ),
    Text(
        "Kontrollera vilken myndighet som har tillsyn över lagen när du publicerar, och länka till dess sida för "
        "anmälan.",
        "Check which agency supervises the Act when you publish, and link to its page for reports.",
    ),
    Text(
        "Kravet är att redogörelsen hålls aktuell: se över den när webbplatsen ändras.",
        "The statement must be kept up to date: go through it when the site changes.",
    ),
]
HOW_FILE = Text("Textfil att fylla i", "Text file to fill in")


class Field(NamedTuple):
    """A field of the file: its names in both languages, whether it is repeated, what to write, in plain words."""

    key: str
    name: Text
    several: bool
    what: Text


FIELDS = [
    Field(
        "organisation", Text("organisation", "organisation"), False, Text("organisationens namn", "the organisation")
    ),
    Field(
        "service",
        Text("webbplats", "site"),
        False,
        Text("webbplatsens namn och adress", "name and address of the site"),
    ),
    Field(
        "compliance",
        Text("följsamhet", "compliance"),
        False,
        Text("helt, delvis eller inte förenlig", "fully, partially or not compliant"),
    ),
    Field(
        "shortcoming",
        Text("brist", "shortcoming"),
        True,
        Text(
            "vad som inte är tillgängligt, för vem och varför (en rad för varje brist, eller: inga)",
            "what is not accessible, for whom and why (a line for each, or: none)",
        ),
    ),
    Field(
        "burden",
        Text("betungande", "burden"),
        True,
        Text(
            "vad som skulle vara oskäligt betungande att anpassa, med motivering (eller: inga)",
            "what would be a disproportionate burden, with the grounds (or: none)",
        ),
    ),
    Field(
        "exempt",
        Text("undantag", "exempt"),
        True,
        Text("innehåll som lagen inte gäller för (eller: inga)", "content that the Act does not apply to (or: none)"),
    ),
    Field(
        "message",
        Text("meddelande", "message"),
        False,
        Text(
            "länk till ett tillgängligt formulär där brister kan anmälas (e-post och telefon räcker inte ensamma)",
            "a link to an accessible form for reports (e-mail and telephone alone are not enough)",
        ),
    ),
    Field(
        "supervisor",
        Text("tillsyn", "supervisor"),
        False,
        Text("myndigheten som har tillsyn över lagen", "the agency that supervises the Act"),
    ),
    Field(
        "complaint",
        Text("anmälan", "complaint"),
        False,
        Text("länk till myndighetens sida för anmälan", "a link to the agency's page for reports"),
    ),
    Field(
        "method",
        Text("metod", "method"),
        False,
        Text(
            "hur webbplatsen bedömdes (till exempel egen bedömning, eller granskning av någon annan)",
            "how the site was assessed (for example by oneself, or by somebody else)",
        ),
    ),
    Field("assessed", Text("bedömd", "assessed"), False, Text("dag för bedömningen", "day of the assessment")),
    Field(
        "updated", Text("uppdaterad", "updated"), False, Text("dag för senaste uppdatering", "day of the last update")
    ),
    Field(
        "contact",
        Text("kontakt", "contact"),
        False,
        Text("telefon, e-post eller besöksadress (om ni vill)", "telephone, e-mail or address (if you like)"),
    ),
]
"""The fields in the order of the file."""
OPTIONAL = ("contact",)
LINKS = ("message", "complaint")
DAYS = ("assessed", "updated")
NONE = ("inga", "ingen", "inget", "none")
"""What says that there is nothing of the sort."""
COMPLIANCE_WORDS = {
    "helt": "full",
    "helt förenlig": "full",
    "full": "full",
    "fully": "full",
    "fully compliant": "full",
    "delvis": "partial",
    "delvis förenlig": "partial",
    "partial": "partial",
    "partially": "partial",
    "partially compliant": "partial",
    "inte": "not",
    "inte förenlig": "not",
    "not": "not",
    "not compliant": "not",
}
FILE_HEAD = Text(
    "# Tillgänglighetsredogörelse. Rader som börjar med # läses inte.\n"
    "# En uppgift som fortsätter på nästa rad börjar där med mellanslag.\n"
    "# På engelska: samma uppgift igen med .en efter namnet, till exempel metod.en: …",
    "# Accessibility statement. Lines that begin with # are not read.\n"
    "# What goes on in the next line begins there with a blank.\n"
    "# In Swedish: the same field again with .sv after its name, for example method.sv: …",
)

FAULTS: dict[str, Text] = {
    "no_colon": Text(
        "raden hör inte till någon uppgift; skriv uppgiftens namn, ett kolon och svaret",
        "the line belongs to no field; write the name of the field, a colon and the answer",
    ),
    "no_field": Text(
        "det finns ingen uppgift ”{found}”; de som finns: {known}",
        'there is no field "{found}"; those there are: {known}',
    ),
    "twice": Text("”{found}” står redan på rad {line}", '"{found}" already stands in line {line}'),
    "no_day": Text(
        "”{found}” är ingen dag; skriv så här: 2026-11-29", '"{found}" is not a day; write it as 2026-11-29'
    ),
    "no_link": Text(
        "”{found}” är ingen länk; den ska börja med https:// eller http://",
        '"{found}" is not a link; it must begin with https:// or http://',
    ),
    "no_way": Text(
        "”{found}” går inte att läsa; skriv helt, delvis eller inte",
        '"{found}" cannot be read; write fully, partially or not',
    ),
    "none_and_more": Text(
        "”{name}” säger både att det inte finns några och räknar upp",
        '"{name}" says that there are none and lists some',
    ),
}
