"""What the network view says, in both languages; the script has no texts of its own."""

from __future__ import annotations

from remit.model.text import Text

TEXTS: dict[str, Text] = {
    "picture": Text(
        "Nätverksbild. Listan bredvid har samma innehåll. Pilarna flyttar bilden, plus och minus zoomar.",
        "Picture of the network. The list beside it has the same content. The arrows move it, plus and minus zoom.",
    ),
    "tools": Text("Visning", "Viewing"),
    "closer": Text("Zooma in", "Zoom in"),
    "farther": Text("Zooma ut", "Zoom out"),
    "all": Text("Visa hela", "Show all of it"),
    "arrange": Text("Låt nätverket ordna sig", "Let the network arrange itself"),
    "arranging": Text("Nätverket ordnar sig …", "The network is arranging itself …"),
    "arranged": Text(
        "Nätverket har ordnat sig: det som hör ihop står nära varandra, och platsen säger inget om nivå.",
        "The network has arranged itself: what belongs together stands close, and the place tells nothing of level.",
    ),
    "restore": Text("Tillbaka till nivåerna", "Back to the levels"),
    "restored": Text("Tillbaka till nivåerna.", "Back to the levels."),
    "list": Text("Allt i nätverket", "All in the network"),
    "neighbours": Text("Samband", "Relations"),
    "no_neighbours": Text("Inga samband i bilden.", "No relations in the picture."),
    "choose": Text(
        "Välj något i bilden eller listan för att se dess samband.",
        "Choose something in the picture or the list to see its relations.",
    ),
    "no_edges": Text(
        "Källorna säger inget om samband mellan det som visas.",
        "The sources tell of no relations between what is shown.",
    ),
    "nothing": Text("Inget att visa med dessa filter.", "Nothing to show with these filters."),
    "legend": Text("Teckenförklaring", "Legend"),
    "kinds": Text("Form: vad det är", "Shape: what it is"),
    "certainties": Text("Linje: hur säkert det är", "Line: how sure it is"),
    "states": Text("Slut: om sambandet finns", "End: whether the relation is there"),
    "changes": Text(
        "Märke: vad som ändras, på det som visas och på sambanden", "Mark: what changes, on things and on relations"
    ),
    "decides": Text("Dubbel ram: beslutar", "Double frame: decides"),
    "more": Text("{n} till", "{n} more"),
    "stands_for": Text("Står för {n}", "Stands for {n}"),
    "too_many": Text(
        "Av {n} saker visas {shown} sammanslagna: nätverket ritar högst {limit}. Filtrera eller använd nivåvyn.",
        "Of {n} things {shown} are shown, folded: the network draws {limit} at most. Filter or use the view by level.",
    ),
    "folded": Text("{what} ({n} st)", "{what} ({n})"),
}

CERTAINTY: dict[str, Text] = {
    "established": Text("belagt", "established"),
    "reported": Text("uppgivet", "reported"),
    "open": Text("öppet", "open"),
}
STATES: dict[str, Text] = {
    "value": Text("finns", "is there"),
    "none": Text("finns inte", "is not there"),
    "unclear": Text("oklart", "unclear"),
    "deferred": Text("bestäms senare", "to be settled"),
    "unknown": Text("inte känt", "unknown"),
}
CHANGES: dict[str, Text] = {
    "added": Text("ny", "new"),
    "removed": Text("borttagen", "removed"),
    "changed": Text("ändrad", "changed"),
}
SHAPES: dict[str, Text] = {
    "political": Text("politisk grupp", "political group"),
    "officials": Text("tjänstemannagrupp", "officials' group"),
    "mixed": Text("blandad grupp", "mixed group"),
    "group": Text("grupp", "group"),
    "unit": Text("enhet", "unit"),
    "agreement": Text("överenskommelse", "agreement"),
    "function": Text("funktion", "function"),
    "provider": Text("utförare", "provider"),
    "principal": Text("huvudman", "principal"),
    "coordinator": Text("samordnare", "coordinator"),
    "set": Text("flera, som helhet", "several, as a whole"),
    "stack": Text("flera likadana", "several alike"),
    "absence": Text("saknas", "missing"),
}
RESTS_ON = Text("vilar på", "rests on")
"""The relation of a group to the agreement that it stands inside."""
