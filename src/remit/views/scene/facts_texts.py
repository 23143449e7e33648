"""The words of facts, seats and changes, in Swedish and English."""

from __future__ import annotations

from remit.model.text import Text

WHAT_KIND = Text("slag", "kind")
SET = Text("mängd", "set")
OF_PART = Text("{whole} – {part}: {field}", "{whole} – {part}: {field}")

ABOUT = Text("frågor: {names}", "topics: {names}")
THROUGH = Text("genom {names}", "through {names}")
ON_BEHALF_OF = Text("för {names}", "for {names}")
THE_LINE = Text("linjen", "the line")
FOR_DECISION = Text("för beslut", "for a decision")
NOT_FOR_DECISION = Text("inte för beslut", "not for a decision")

WHOSE_UNTOLD = Text("vems platsen är framgår inte", "whose seat it is is not told")
SO_MANY_SEATS = Text("{n} platser", "{n} seats")
MANY_SEATS = Text("flera platser", "several seats")
SEAT_PLAIN = ("principal", "provider", "function", "person", "represents")
"""The fields of a seat whose values need no word before them."""
SEAT: dict[str, Text] = {
    "shared_by": Text("delas av {text}", "shared by {text}"),
    "principal": Text("huvudman: {text}", "principal: {text}"),
    "provider": Text("utförare: {text}", "provider: {text}"),
    "function": Text("funktion: {text}", "function: {text}"),
    "person": Text("person: {text}", "person: {text}"),
    "represents": Text("del av huvudmannen: {text}", "part of the principal: {text}"),
    "count": Text("antal: {text}", "number: {text}"),
    "vacant": Text("vakant: {text}", "vacant: {text}"),
    "capacity": Text("sitter som: {text}", "sits as: {text}"),
    "mandate": Text("mandat: {text}", "mandate: {text}"),
    "mandate.powers": Text("mandat: {text}", "mandate: {text}"),
    "mandate.topics": Text("mandat i frågor om: {text}", "mandate on: {text}"),
    "mandate.until": Text("mandatet gäller till: {text}", "mandate until: {text}"),
    "since": Text("från {text}", "from {text}"),
    "until": Text("till {text}", "until {text}"),
}
"""What is told of a seat."""

SOMEBODYS = Text("en persons", "a person's")
