"""What ``remit suggest`` says on the command line."""

from __future__ import annotations

from remit.model.text import Text

SUGGEST = Text(
    "Föreslår de minsta eller billigaste ändringarna som åtgärdar valda iakttagelser utan att några nya tillkommer.\n\n"
    "Flera förslag ges, vart och ett granskat på nytt och förklarat. Kräver tillägget suggest "
    "(pip install 'remit[suggest]'). Slutstatus 1 när inget förslag finns.",
    "Suggests the fewest or cheapest changes that clear chosen findings and create none.\n\n"
    "Several alternatives are given, each audited anew and explained. Needs the extra suggest "
    "(pip install 'remit[suggest]'). Exit status 1 when there is none.",
)
OPT_SELECT = Text(
    "Åtgärda bara dessa reglers iakttagelser (koder eller början på koder).",
    "Clear the findings of these rules alone (codes or their beginnings).",
)
OPT_SEVERITY = Text(
    "Åtgärda iakttagelser av minst detta allvar, och låt ingen ny sådan tillkomma.",
    "Clear findings of at least this severity, and let no new such come.",
)
OPT_COST = Text(
    "Vad som ska bli minst: ändringar eller arbetstimmar.", "What is to be least: changes or working hours."
)
OPT_MOST = Text("Högst så många förslag.", "At most so many alternatives.")
OPT_AUDITS = Text("Högst så många granskningar.", "At most so many audits.")
OPT_EXACT = Text(
    "Bevisa det första förslaget utan antagande om vad som påverkar vad (bara för få ändringar).",
    "Prove the first alternative with no assumption of what acts on what (for few changes only).",
)
OPT_WRITE = Text("Skriv alla förslag som scenarier i mappen.", "Write all alternatives as scenarios into the folder.")
OPT_OUTPUT = Text(
    "Filen att skriva: .yaml ger det första förslaget som scenario, .txt, .json och .md resultatet.",
    "The file to write: .yaml gives the first alternative as a scenario, .txt, .json and .md the result.",
)
PROGRESS = Text("Prövar ändringar", "Trying changes")
NOTHING_TO_WRITE = Text("Inget förslag att skriva.", "There is no alternative to write.")
