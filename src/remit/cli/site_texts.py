"""What ``remit site`` says on the command line."""

from __future__ import annotations

from remit.model.text import Text

SITE = Text(
    "Skriver informationsnavet: en mapp med sidor att läsa utan server, en per grupp, huvudman, överenskommelse, "
    "fråga och funktion, med beslutsregister, introduktioner och källor.\n\n"
    "Mappen skrivs hel eller inte alls. En mapp som redan finns byts ut bara om den är gjord av `remit site`.",
    "Writes the information hub: a folder of pages that need no server, one per group, principal, agreement, topic "
    "and function, with the decision register, introductions and sources.\n\n"
    "The folder is written whole or not at all. One that exists is replaced only if `remit site` made it.",
)
OPT_FOLDER = Text("Mappen som sidorna skrivs i.", "The folder that the pages are written into.")
OPT_STATEMENT = Text(
    "En ifylld tillgänglighetsredogörelse; sidan om tillgänglighet visar hur den skrivs.",
    "An accessibility statement that is filled in; the page on accessibility shows how to write one.",
)
WROTE = Text("{n} sidor. Öppna {path}", "{n} pages. Open {path}")
