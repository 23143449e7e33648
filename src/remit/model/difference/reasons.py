"""Why each change of a comparison is there, in both languages: mechanical, but true."""

from __future__ import annotations

from remit.model.text import Text

TITLE = Text("Från {before} till {after}", "From {before} to {after}")
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
GIVEN = Text("Har ett uppdrag eller mandat i {b}.", "It has a remit or mandate in {b}.")
WITHDRAWN = Text("Har inget uppdrag eller mandat i {b}.", "It has no remit or mandate in {b}.")
LESS = Text("Omfattar mindre i {b}.", "It covers less in {b}.")
MORE = Text("Omfattar mer i {b}.", "It covers more in {b}.")
MOVED = Text("Hör till en annan enhet eller huvudman i {b}.", "It belongs to another unit or principal in {b}.")
OPENED = Text("Vägen finns i {b}.", "The route is there in {b}.")
CLOSED = Text("Vägen finns inte i {b}.", "The route is not there in {b}.")
JOINED = Text("Fler är parter i {b}.", "More are parties in {b}.")
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
