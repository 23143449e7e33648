"""What the map page says, in both languages; the scripts read the second part by key as ``remit.data.texts``."""

from __future__ import annotations

from remit.model.text import Text
from remit.views import texts as t

TITLE = Text("Karta: {title}", "Map: {title}")
AS_OF = Text("läge {date}", "as of {date}")
SKIP = Text("Till kartan", "To the map")
SKIP_FINDINGS = Text("Till iakttagelserna", "To the findings")
LANGUAGE = Text("English", "Svenska")
VIEWS = Text("Vyer", "Views")
BEFORE_AFTER = Text("jämfört med {before}", "compared with {before}")

VIEW = {
    "levels": Text("Nivåer", "Levels"),
    "network": Text("Nätverk", "Network"),
    "loops": Text("Slingan", "The loop"),
    "tables": Text("Tabeller", "Tables"),
}

LEVEL_NOT_TOLD = Text("Nivå inte angiven", "Level not told")
CAPTION = Text(
    "Nivåer i rader, den närmast invånaren nederst; huvudmän och gemensam samverkan i kolumner.",
    "Levels in rows, the one nearest the citizen at the bottom; principals and their shared ground in columns.",
)
MAP_REGION = Text("Karta över nivåer och huvudmän", "Map of levels and principals")
GAP = {
    "none": Text("finns inte", "none"),
    "unknown": Text("källan säger inget", "not told"),
}
NOTES = Text("Om kartan", "About the map")
EMPTY = Text("Modellen har inget som kan placeras på kartan.", "The model has nothing that can be placed on the map.")
DECIDES = Text("beslutar", "decides")

SHAPE = {
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
"""The shapes of cards that the legend explains; a card's own kind is told in the scene."""

CERTAINTY_SIGN = {"established": "●", "reported": "◐", "open": "?"}
SEVERITY_SIGN = {"error": "▲", "warning": "△", "info": "○"}
CHANGE_SIGN = {"added": "+", "removed": "\u2212", "changed": "~", "new": "+", "cleared": "\u2212", "kept": "="}
CHANGE = {
    "added": Text("ny", "new"),
    "removed": Text("borttagen", "removed"),
    "changed": Text("ändrad", "changed"),
    "new": Text("ny", "new"),
    "cleared": Text("borta", "cleared"),
    "kept": Text("kvarstår", "remains"),
}

LEGEND = Text("Teckenförklaring", "Legend")
LEGEND_COUNTED = Text("Uppgifterna är", "The facts are")
KNOWN = {
    "established": Text("belagda: står i dokument", "established: in documents"),
    "reported": Text("uppgivna: sagda i intervjuer", "reported: told in interviews"),
    "open": Text("öppna: möjliga, inte säkra", "open: possible, not sure"),
    "unknown": Text("okända: källan säger inget", "unknown: the source says nothing"),
}
LEGEND_FINDING = Text("nummer ur listan", "numbers from the list")
LEGEND_DIM = Text("övriga samband", "other relations")
LEGEND_NONE = Text("inget samband", "no relation")

SEARCH_SHORT = Text("Sök", "Search")
SEARCH = Text("Sök i kartan", "Search the map")
FILTER = Text("Filter", "Filters")
FILTERS = {
    "level": (Text("Nivå", "Level"), Text("alla nivåer", "all levels")),
    "principal": (Text("Huvudman", "Principal"), Text("alla huvudmän", "all principals")),
    "topic": (Text("Fråga", "Topic"), Text("alla frågor", "all topics")),
    "relation": (Text("Samband", "Relation"), Text("alla samband", "all relations")),
    "rule": (Text("Regel", "Rule"), Text("alla regler", "all rules")),
}
ONLY_CHANGES = Text("Bara ändringar", "Changes only")
CLEAR = Text("Rensa", "Clear")

SIDE = Text("Iakttagelser och uppgifter", "Findings and details")
FINDINGS = Text("Iakttagelser", "Findings")
AND = Text(" och ", " and ")
SHARED_KINDS = {"group": Text("grupper", "groups")}
"""What is shared, at the head of columns, where the name of the kind is too long for it."""
AND_MORE = Text("{names} och {n} till", "{names} and {n} more")
NO_FINDINGS = Text("Inga iakttagelser.", "No findings.")
FINDINGS_SHOWN = Text("Visa iakttagelser", "Show findings")
FINDING_LIST = Text("Lista över iakttagelser", "List of findings")
NO_SCRIPT = Text(
    "Skript är avstängda: tabellen och iakttagelserna visas, men inte linjerna mellan korten.",
    "Scripts are off: the table and the findings are shown, but not the lines between the cards.",
)

SCRIPT: dict[str, Text] = {
    "close": Text("Stäng", "Close"),
    "selected": Text("Valt: {name}. Visar {edges}.", "Selected: {name}. Showing {edges}."),
    "selected_finding": Text(
        "Iakttagelse {number}: {title}. Markerar {cards} och {edges}.",
        "Finding {number}: {title}. Marking {cards} and {edges}.",
    ),
    "cards": Text("{n} kort", "{n} cards"),
    "cards_one": Text("1 kort", "1 card"),
    "edges": Text("{n} samband", "{n} relations"),
    "edges_one": Text("1 samband", "1 relation"),
    "cleared": Text("Inget är valt.", "Nothing is selected."),
    "judgement": t.JUDGEMENT,
    "why": t.RATIONALE,
    "harm": t.HARM,
    "repair": t.RECOMMENDATION,
    "reach": Text("Omfattar", "Covers"),
    "of": t.OF,
    "rule": Text("Regel", "Rule"),
    "sources": Text("Källor", "Sources"),
    "concerns": Text("Gäller", "Concerns"),
    "facts": Text("Uppgifter", "Facts"),
    "relations": Text("Samband", "Relations"),
    "findings": Text("Iakttagelser", "Findings"),
    "folded": Text("Innehåller {n}", "Contains {n}"),
    "stands_in": Text("Visas i", "Shown in"),
    "changes": Text("Ändringar", "Changes"),
    "no_relation": Text("inget samband", "no relation"),
    "unclear": Text("oklart", "unclear"),
    "deferred": Text("lämnat att bestämma senare", "left to be settled later"),
    "unknown": Text("källan säger inget", "not told"),
    "none": Text("finns inte", "none"),
    "no_value": Text("finns", "there is one"),
    "paragraph": Text("stycke", "paragraph"),
    "ground_structural": Text("följer av strukturen", "follows from the structure"),
    "ground_counted": Text("uträknat", "counted"),
    "ground_stated": Text("sagt i källan", "stated by the source"),
    "hits": Text("{n} träffar", "{n} hits"),
    "hits_one": Text("1 träff", "1 hit"),
    "no_hits": Text("Inga träffar.", "No hits."),
    "hit_in": Text("i {name}", "in {name}"),
    "shown": Text("Visar {n} av {cards}", "Showing {n} of {cards}"),
    "findings_shown": Text("{n} av {of} visas", "{n} of {of} shown"),
    "open_hidden": Text("{n} öppna visas inte: kryssa i ”öppet”", "{n} open ones are not shown: tick “open”"),
    "open_hidden_one": Text("1 öppen visas inte: kryssa i ”öppet”", "1 open one is not shown: tick “open”"),
    "all_kinds": Text("Alla slag", "All kinds"),
    "kind": Text("Slag", "Kind"),
    "name": Text("Namn", "Name"),
    "certainty": Text("Säkerhet", "Certainty"),
    "severity": Text("Allvar", "Severity"),
    "source": Text("Källa", "Source"),
    "from": Text("Från", "From"),
    "to": Text("Till", "To"),
    "number": Text("Nr", "No."),
    "message": Text("Iakttagelse", "Finding"),
    "entities": Text("Saker och uppgifter", "Things and facts"),
    "table_relations": Text("Samband", "Relations"),
    "table_findings": Text("Iakttagelser", "Findings"),
    "table_documents": Text("Källor", "Sources"),
    "document": Text("Dokument", "Document"),
    "more_rows": Text("Visa fler ({n} till)", "Show more ({n} more)"),
    "search": Text("Sök", "Search"),
    "search_table": Text("Sök i tabellen", "Search the table"),
    "rows_shown": Text("{n} av {rows}", "{n} of {rows}"),
    "rows": Text("{n} rader", "{n} rows"),
    "rows_one": Text("1 rad", "1 row"),
    "members": Text("Ingår i kolumnen", "Members of the column"),
    "edge": Text("Samband", "Relation"),
    "extent_most": Text("till större delen", "for the most part"),
    "extent_some": Text("i vissa fall", "in some cases"),
    "extent_one": Text("i ett fall", "in one case"),
    "and_more": Text("och {n} till", "and {n} more"),
    "edges_left_out": Text(
        "För många samband för att visa alla ({n}): bara de som hör till en iakttagelse eller ett val ritas.",
        "Too many relations to show all ({n}): only those of a finding or a selection are drawn.",
    ),
}
"""What the scripts say; of ``x`` and ``x_one`` the second is for one."""
