"""Why each change of a comparison is there, in both languages: mechanical, but true."""

from __future__ import annotations

from remit.model.text import Text

TITLE = Text("Från {before} till {after}", "From {before} to {after}")
MADE = Text("Finns i {after} men inte i {before}.", "It is in {after} and not in {before}.")
ENDED = Text("Finns i {before} men inte i {after}.", "It is in {before} and not in {after}.")
RENAMED = Text(
    "Känns igen i {after} på namn, uppgifter och vilka som hänvisar dit (likhet {likeness} av 1).",
    "Recognised in {after} by name, facts and who refers to it (a likeness of {likeness} of 1).",
)
CALLED = Text("Har ett annat namn i {after}.", "It has another name in {after}.")
MERGED = Text(
    "Ett i {after} har deras namn, platser eller uppgifter.",
    "One thing in {after} has their names, their places or their facts.",
)
TOLD = Text("Anges på annat sätt i {after}.", "It is told otherwise in {after}.")
SEATS = Text("Andra sitter där i {after}.", "Others sit there in {after}.")
GIVEN = Text("Har ett uppdrag eller mandat i {after}.", "It has a remit or mandate in {after}.")
WITHDRAWN = Text("Har inget uppdrag eller mandat i {after}.", "It has no remit or mandate in {after}.")
LESS = Text("Omfattar mindre i {after}.", "It covers less in {after}.")
MORE = Text("Omfattar mer i {after}.", "It covers more in {after}.")
MOVED = Text("Hör till en annan enhet eller huvudman i {after}.", "It belongs to another unit or principal in {after}.")
OPENED = Text("Vägen finns i {after}.", "The route is there in {after}.")
CLOSED = Text("Vägen finns inte i {after}.", "The route is not there in {after}.")
JOINED = Text("Fler är parter i {after}.", "More are parties in {after}.")
SPLIT = Text(
    "Flera i {after} har dess namn, platser eller uppgifter.",
    "Several things in {after} have its name, its places or its facts.",
)
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
    "Beteckningen står i {after} för något annat och behöver bli ledig.",
    "The id stands for something else in {after} and has to be free.",
)


def reason(text: Text, a: str, b: str, likeness: float = 0.0) -> Text:
    """A reason with the ids of the two models filled in."""
    values = {"before": a, "after": b}
    return Text(
        text.sv.format(**values, likeness=f"{likeness:.2f}".replace(".", ",")),
        text.en.format(**values, likeness=f"{likeness:.2f}"),
    )
