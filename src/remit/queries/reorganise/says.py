"""What a change does, in a few words with the names of those whom it concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from remit.model.text import Text
from remit.queries.engine import join_words

Name = Callable[[str], Text]
"""The name of an id; raises KeyError where it is none."""

FIELDS = "…"
"""Stands for the fields that a change tells, beside whom it tells them of."""

SAYS: dict[str, tuple[Text, tuple[str, ...]]] = {
    "create": (Text("Inrättar {}", "Creates {}"), ("*",)),
    "dissolve": (Text("Avvecklar {}", "Dissolves {}"), ("these", "this")),
    "merge": (Text("Slår ihop {} till {}", "Merges {} into {}"), ("these", "into")),
    "split": (Text("Delar {} i {}", "Splits {} into {}"), ("this", "into")),
    "rename": (Text("Byter namn på {} till {}", "Renames {} to {}"), ("this", "name")),
    "move": (Text("Flyttar {} till {}", "Moves {} to {}"), ("this", "to")),
    "give": (Text("Ger uppdrag eller mandat: {}", "Gives a remit or mandate: {}"), ("to",)),
    "change": (Text("Ändrar uppdrag eller mandat: {}", "Changes a remit or mandate: {}"), ("of", "to", "this")),
    "withdraw": (Text("Drar in uppdrag eller mandat: {}", "Withdraws a remit or mandate: {}"), ("from",)),
    "seats": (Text("Ändrar platserna i {}", "Changes the seats of {}"), ("of",)),
    "conclude": (Text("Sluter {}", "Concludes {}"), ("*",)),
    "leave": (Text("{} utträder ur {}", "{} leave {}"), ("parties", "agreement")),
    "join": (Text("Ansluter {} till {}", "Lets {} join {}"), ("parties", "agreement")),
    "end": (Text("Avslutar {}", "Ends {}"), ("these", "this")),
    "open": (Text("Öppnar en väg från {} till {}", "Opens a route from {} to {}"), ("from",)),
    "close": (Text("Stänger en väg från {} till {}", "Closes a route from {} to {}"), ("from",)),
    "set": (Text("Bestämmer för {}: {}", "Settles for {}: {}"), ("of", FIELDS)),
    "shift": (Text("Ändrar tjänstgöring: {}", "Shifts allocation: {}"), ("of", "from", "to")),
    "state": (Text("Anger uppgifter om {}", "States facts about {}"), ("*",)),
}
"""For each kind of change: its words, and under which keys those stand whom it concerns (``*``: what it makes, else
the ids under its sections)."""

OTHER = Text("Ändrar {}", "Changes {}")
ITSELF = Text("strukturen", "the structure")
MORE = Text("{} till", "{} more")
SHOWN = 4
"""How many names a change shows."""


def says(operation: str, told: Any, name: Name, field: Callable[[str, str], Text], made: Sequence[str] = ()) -> Text:
    """A change in words.

    ``told``: what it says, as plain data. ``name``: names of ids, before or after it. ``field``: what a field of
    something is called. ``made``: the ids of what it makes.
    """
    words, keys = SAYS.get(operation, (OTHER, ("*",)))
    given: Mapping[str, Any] = told if isinstance(told, Mapping) else dict.fromkeys(keys[:1], told)
    if keys == ("*",):
        parts = [_joined(list(made) or [one for one in _about(given) if _known(one, name)], name)]
    elif FIELDS in keys:
        whom = list(_under(given.get(keys[0])))
        labels = [field(whom[0], key) if whom else Text(key, key) for key in given if key != keys[0]]
        parts = [_joined(whom, name), listed(labels)]
    elif operation == "rename":
        new = given.get("name") or given.get("id") or ""
        parts = [_joined(list(_under(given.get("this"))), name), _text(new)]
    elif operation in ("open", "close"):
        parts = [_joined(list(_under(given.get("from"))), name), _joined(list(_ends(given, name)), name)]
    elif words.sv.count("{}") > 1:
        parts = [_joined(list(_under(given.get(key))), name) for key in keys]
    else:
        ids = [one for key in keys for one in _under(given.get(key))]
        parts = [_joined(ids, name)]
    return Text(*(words.get(lang).format(*(part.get(lang) for part in parts)) for lang in ("sv", "en")))


def _text(given: Any) -> Text:
    if isinstance(given, Mapping):
        some = str(given.get("sv") or given.get("en") or "")
        return Text(str(given.get("sv") or some), str(given.get("en") or some))
    return given if isinstance(given, Text) else Text(str(given), str(given))


def _under(value: Any) -> Iterator[str]:
    """The ids that a value names: itself, those of a list, the keys of a mapping; what is none stands as it is."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _under(one)
    elif isinstance(value, Mapping):
        if isinstance(value.get("id"), str):
            yield value["id"]
        else:
            yield from (str(key) for key in value)


def _about(given: Mapping[str, Any]) -> Iterator[str]:
    """Whom the sections of a change are about: the keys of each, of facts the first cell of each row."""
    for section, content in given.items():
        if section == "facts":
            yield from _rows(content)
        elif isinstance(content, Mapping):
            yield from (str(key) for key in content if key not in ("defaults", "for_each"))


def _rows(content: Any) -> Iterator[str]:
    if isinstance(content, Mapping):
        for one in content.values():
            yield from _rows(one)
    elif isinstance(content, (list, tuple)):
        for row in content:
            if isinstance(row, (list, tuple)) and row and isinstance(row[0], str):
                yield row[0]
            elif isinstance(row, (list, tuple)):
                yield from _rows(row)


def _ends(given: Any, name: Name) -> Iterator[str]:
    """Where the routes of a change lead."""
    if isinstance(given, Mapping):
        for key, value in given.items():
            if isinstance(value, str):
                if key != "from" and _known(value, name):
                    yield value
            else:
                yield from _ends(value, name)
    elif isinstance(given, (list, tuple)):
        for one in given:
            yield from _ends(one, name)


def _known(identifier: str, name: Name) -> bool:
    try:
        name(identifier)
    except KeyError:
        return False
    return True


def _joined(ids: list[str], name: Name) -> Text:
    distinct = list(dict.fromkeys(ids))
    return listed([name(one) if _known(one, name) else Text(one, one) for one in distinct]) if distinct else ITSELF


def listed(names: Sequence[Text], most: int = SHOWN) -> Text:
    """Names as a list in both languages; of many the first, and how many more."""
    shown = [*names[:most], _more(len(names) - most)] if len(names) > most + 1 else names
    return Text(*(join_words([one.get(lang) for one in shown], lang) for lang in ("sv", "en")))


def _more(n: int) -> Text:
    return Text(MORE.sv.format(n), MORE.en.format(n))
