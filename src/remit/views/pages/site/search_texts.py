"""The words of the search."""

from __future__ import annotations

from remit.model.text import Text

TITLE = Text("Sök", "Search")
FIELD = Text("Sök på webbplatsen", "Search the site")
BUTTON = Text("Sök", "Search")
LEAD = Text(
    "Skriv ett namn, en förkortning eller vad det gäller. Alla ord ska finnas med; början av ett ord räcker.",
    "Write a name, an abbreviation or what it concerns. All words must be there; the beginning of a word is enough.",
)
KEYS = Text(
    "Med pil ned och pil upp går du mellan träffarna, med Esc tillbaka till sökfältet.",
    "Arrow down and up go between the hits, Esc goes back to the field.",
)
HITS = Text("{n} träffar", "{n} hits")
HIT = Text("1 träff", "1 hit")
NO_HITS = Text(
    "Inget har alla de orden. Prova färre eller kortare ord, eller leta i listan A–Ö.",
    "Nothing has all those words. Try fewer or shorter ones, or look in the list A–Z.",
)
MORE = Text("{n} till: skriv fler ord för att se dem.", "{n} more: write more words to see them.")
NO_SCRIPT = Text("Sökningen behöver skript i webbläsaren. Utan dem finns listan:", "The search needs scripts. Without:")
ABOUT = Text("också", "also")
PAGES = Text("Sidor", "Pages")
DOCUMENTS = Text("Källor", "Sources")
