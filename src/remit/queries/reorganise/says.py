"""What a change does, in a few words with the names of those whom it concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from remit.model.text import Text
from remit.queries.engine import join_words

Name = Callable[[str], Text]
"""The name of an id; raises KeyError where it is none."""

SAYS: dict[str, tuple[Text, tuple[str, ...]]] = {
    "create": (Text("Inrättar {}", "Creates {}"), ("*",)),
    "dissolve": (Text("Upplöser {}", "Dissolves {}"), ("these", "this")),
    "merge": (Text("Slår ihop {} till {}", "Merges {} into {}"), ("these", "into")),
    "split": (Text("Delar {} i {}", "Splits {} into {}"), ("this", "into")),
    "rename": (Text("Ger ett nytt namn: {}", "Gives a new name: {}"), ("this",)),
    "move": (Text("Flyttar {} till {}", "Moves {} to {}"), ("this", "to")),
    "give": (Text("Ger uppdrag eller mandat: {}", "Gives a remit or mandate: {}"), ("to",)),
    "change": (Text("Ändrar uppdrag eller mandat: {}", "Changes a remit or mandate: {}"), ("of", "to", "this")),
    "withdraw": (Text("Drar in uppdrag eller mandat: {}", "Withdraws a remit or mandate: {}"), ("from",)),
    "seats": (Text("Ändrar platserna i {}", "Changes the seats of {}"), ("of",)),
    "conclude": (Text("Sluter {}", "Concludes {}"), ("*",)),
    "join": (Text("Ansluter {} till {}", "Lets {} join {}"), ("parties", "agreement")),
    "end": (Text("Avslutar {}", "Ends {}"), ("these", "this")),
    "open": (Text("Öppnar en väg: {}", "Opens a route: {}"), ("from",)),
    "close": (Text("Stänger en väg: {}", "Closes a route: {}"), ("from",)),
    "set": (Text("Bestämmer hur det ska vara för {}", "Settles how it shall be for {}"), ("of",)),
    "shift": (Text("Ändrar tjänstgöring: {}", "Shifts allocation: {}"), ("of", "from", "to")),
    "state": (Text("Anger uppgifter om {}", "States facts about {}"), ("*",)),
}
"""For each kind of change: its words, and under which keys those stand whom it concerns (``*``: the ids under the
sections)."""

OTHER = Text("Ändrar {}", "Changes {}")
ITSELF = Text("strukturen", "the structure")
MORE = Text("{} till", "{} more")
SHOWN = 4
"""How many names a change shows."""


def says(operation: str, told: Any, name: Name) -> Text:
    """A change in words. ``told``: what it says, as plain data; ``name``: names of ids, before or after."""
    words, keys = SAYS.get(operation, (OTHER, ("*",)))
    given: Mapping[str, Any] = told if isinstance(told, Mapping) else dict.fromkeys(keys[:1], told)
    if keys == ("*",):
        groups = [list(dict.fromkeys(_ids(given, name)))]
    elif words.sv.count("{}") > 1:
        groups = [list(dict.fromkeys(_under(given.get(key), name))) for key in keys]
    else:
        groups = [list(dict.fromkeys(one for key in keys for one in _under(given.get(key), name)))]
        groups[0] += (
            [one for one in _ends(given, name) if one not in groups[0]] if operation in ("open", "close") else []
        )
    return Text(*(words.get(lang).format(*(_joined(group, name, lang) for group in groups)) for lang in ("sv", "en")))


def _under(value: Any, name: Name) -> Iterator[str]:
    """The ids that a value names: itself, those of a list, the keys of a mapping; what is none stands as it is."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _under(one, name)
    elif isinstance(value, Mapping):
        if isinstance(value.get("id"), str):
            yield value["id"]
        else:
            yield from (str(key) for key in value)


def _ids(given: Any, name: Name) -> Iterator[str]:
    """The ids on the first levels of sections that have names."""
    if isinstance(given, str):
        if _known(given, name):
            yield given
    elif isinstance(given, Mapping):
        for key, value in given.items():
            if _known(str(key), name):
                yield str(key)
            else:
                yield from _ids(value, name)
    elif isinstance(given, (list, tuple)):
        for one in given:
            yield from _ids(one, name)


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


def _joined(ids: list[str], name: Name, lang: str) -> str:
    if not ids:
        return ITSELF.get(lang)
    names = [name(one).get(lang) if _known(one, name) else one for one in ids]
    if len(names) > SHOWN + 1:
        names = [*names[:SHOWN], MORE.get(lang).format(len(names) - SHOWN)]
    return join_words(names, lang)
