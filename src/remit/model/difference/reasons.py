"""Why each change of a comparison is there, in both languages: mechanical, but true."""

from __future__ import annotations

from remit.model.text import Text

TITLE = Text("Från {a} till {b}", "From {a} to {b}")
MADE = Text("Finns i {b} men inte i {a}.", "It is in {b} and not in {a}.")
ENDED = Text("Finns i {a} men inte i {b}.", "It is in {a} and not in {b}.")
RENAMED = Text(
    "Känns igen i {b} på namn, uppgifter och vilka som hänvisar dit (likhet {likeness} av 1).",
    "Recognised in {b} by name, facts and who refers to it (a likeness of {likeness} of 1).",
)
CALLED = Text("Har ett annat namn i {b}.", "It has another name in {b}.")
MERGED = Text(
    "Ett i {b} har deras namn, platser eller uppgifter.",
    "One thing in {b} has their names, their places or their facts.",
)
TOLD = Text("Anges på annat sätt i {b}.", "It is told otherwise in {b}.")
SEATS = Text("Andra sitter där i {b}.", "Others sit there in {b}.")
WORDS = Text(
    "Källor, grund, anmärkningar och det som inte längre sägs skiljer sig åt mellan modellerna.",
    "Sources, basis, remarks and what is no longer told differ between the models.",
)
SETS = Text("Mängderna skiljer sig åt mellan modellerna.", "The sets differ between the models.")
FACTS = Text("Påståendena skiljer sig åt mellan modellerna.", "The statements differ between the models.")
HEAD = Text(
    "Modellerna säger olika om sig själva och om vad som är fullständigt uppräknat.",
    "The models differ in what they say of themselves and of what is listed completely.",
)
MADE_WAY = Text(
    "Beteckningen står i {b} för något annat och behöver bli ledig.",
    "The id stands for something else in {b} and has to be free.",
)


def reason(text: Text, a: str, b: str, likeness: float = 0.0) -> Text:
    """A reason with the ids of the two models filled in."""
    values = {"a": a, "b": b}
    return Text(
        text.sv.format(**values, likeness=f"{likeness:.2f}".replace(".", ",")),
        text.en.format(**values, likeness=f"{likeness:.2f}"),
    )
