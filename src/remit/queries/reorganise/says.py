"""What a change does, in a few words with the names of those whom it concerns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from remit.model.kinds import registry
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text
from remit.queries.engine import join_words

Name = Callable[[str], Text]
"""The name of an id; raises KeyError where it is none."""
KindOf = Callable[[str], str]
"""The kind of an id, ``set`` of a set; empty where it is none."""

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
    "join": (Text("Ansluter {} till {}", "Lets {} join {}"), ("parties", "agreement")),
    "end": (Text("Avslutar {}", "Ends {}"), ("these", "this")),
    "open": (Text("Öppnar en väg från {} till {}", "Opens a route from {} to {}"), ("from", "to")),
    "close": (Text("Stänger en väg från {} till {}", "Closes a route from {} to {}"), ("from", "to")),
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
ALIKE = 4
"""So many names alike but for what follows their last comma are told as one."""
IN_NUMBER = Text("{} ({} stycken)", "{} ({} of them)")

FOUNDED = frozenset({"group", "joint_body", "function", "coordinator", "process_leader", "principal", "unit"})
"""What is founded; the rest is only told of."""
WOUND_UP = FOUNDED - {"unit"}
"""What is wound up; a unit may go on where a model tells no more of it."""
FOUNDS = {
    "agreement": Text("Sluter {}", "Concludes {}"),
    "": Text("Lägger till {}", "Adds {}"),
}
WINDS_UP = {
    "set": Text("Tar bort samlingsnamn: {}", "Takes away collective names: {}"),
    "": Text("Tar bort {}", "Takes away {}"),
}
KIND_AND_NAMES = Text("{}: {}", "{}: {}")
STATES = {
    (True, False): SAYS["state"][0],
    (False, True): Text("Tar bort uppgifter om {}", "Takes away facts about {}"),
    (True, True): Text("Ändrar uppgifter om {}", "Changes facts about {}"),
}
"""By whether a change tells something, and whether it takes away what was told."""
COVERAGE = Text("vad modellen räknar upp fullständigt", "what the model lists in full")


def says(
    operation: str,
    told: Any,
    name: Name,
    field: Callable[[str, str], Text],
    made: Sequence[str] = (),
    kind: KindOf = lambda _: "group",
) -> Text:
    """A change in words.

    ``told``: what it says, as plain data. ``name``: names of ids, before or after it. ``field``: what a field of
    something is called. ``made``: the ids of what it makes. ``kind``: of what kind an id is.
    """
    words, keys = SAYS.get(operation, (OTHER, ("*",)))
    given: Mapping[str, Any] = told if isinstance(told, Mapping) else dict.fromkeys(keys[:1], told)
    if operation == "state":
        return _states(given, name)
    if operation == "create" and made:
        return _by_kind(made, words, FOUNDED, FOUNDS, name, kind)
    if operation == "dissolve":
        gone = list(dict.fromkeys(one for key in keys for one in _under(given.get(key))))
        return _by_kind(gone, words, WOUND_UP, WINDS_UP, name, kind)
    if operation in ("open", "close"):
        ends = [list(_under(given.get("from"))), list(_ends(given))]
        return _filled(words, *(_joined(end, name) for end in ends))
    if keys == ("*",):
        parts = [_joined(list(made) or [one for one in _about(given) if _known(one, name)], name)]
    elif FIELDS in keys:
        whom = list(_under(given.get(keys[0])))
        labels = [field(whom[0], key) if whom else Text(key, key) for key in given if key != keys[0]]
        parts = [_joined(whom, name), listed(labels)]
    elif operation == "rename":
        new = given.get("name") or given.get("id") or ""
        parts = [_joined(list(_under(given.get("this"))), name), _text(new)]
    elif words.sv.count("{}") > 1:
        parts = [_joined(list(_under(given.get(key))), name) for key in keys]
    else:
        parts = [_joined([one for key in keys for one in _under(given.get(key))], name)]
    return _filled(words, *parts)


def _filled(words: Text, *parts: Text) -> Text:
    return Text(*(words.get(lang).format(*(part.get(lang) for part in parts)) for lang in ("sv", "en")))


def _states(given: Mapping[str, Any], name: Name) -> Text:
    """What a change of facts tells or takes away, and of whom."""
    facts = given.get("facts")
    takes = bool(given.get("leave_out")) or (isinstance(facts, Mapping) and bool(facts.get("remove")))
    tells = any(key not in ("facts", "leave_out") for key in given) or (
        bool(facts.get("add")) if isinstance(facts, Mapping) else bool(facts)
    )
    names = [name(one) for one in dict.fromkeys(_about(given)) if _known(one, name)]
    head = given.get("model")
    if isinstance(head, Mapping) and "coverage" in head:
        names.insert(0, COVERAGE)
    return _filled(STATES.get((tells, takes), STATES[True, False]), listed(names) if names else ITSELF)


def _by_kind(
    ids: Sequence[str], words: Text, bodies: Collection[str], others: Mapping[str, Text], name: Name, kind: KindOf
) -> Text:
    """What is founded or wound up comes first, with these words; topics, goals, sets and the like have ``others``."""
    parts: dict[Text, list[str]] = {words: []}
    for one in ids:
        what = kind(one)
        parts.setdefault(words if what in bodies else others.get(what, others[""]), []).append(one)
    told = []
    for verb, these in parts.items():
        names = _joined(these, name) if these else None
        kinds = {kind(one) for one in these} - {""}
        if names is not None and verb == others[""] and len(kinds) == 1:
            meta = registry()[next(iter(kinds))].kind_meta
            names = _filled(KIND_AND_NAMES, meta.label if len(these) == 1 else meta.plural, names)
        if names is not None:
            told.append(_filled(verb, names))
    return Text(*(together([one.get(lang) for one in told]) for lang in ("sv", "en"))) if told else ITSELF


def together(sentences: Sequence[str]) -> str:
    """What several changes do, or several parts of one, in one line."""
    return "; ".join([*sentences[:1], *(one[:1].lower() + one[1:] for one in sentences[1:])])


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
        elif section == "system":
            yield section
        elif isinstance(content, Mapping):
            yield from (str(key) for key in content if key not in ("defaults", "for_each"))


def _rows(content: Any) -> Iterator[str]:
    if isinstance(content, Mapping):
        for one in content.values():
            yield from _rows(one)
    elif isinstance(content, (list, tuple)):
        for row in content:
            if isinstance(row, Mapping) and isinstance(row.get("about"), str):
                yield row["about"]
            elif isinstance(row, (list, tuple)) and row and isinstance(row[0], str):
                yield row[0]
            elif isinstance(row, (list, tuple)):
                yield from _rows(row)


def _ends(given: Mapping[str, Any]) -> Iterator[str]:
    """Where the routes of a change lead: an id, or the ``to`` of one that tells more."""
    for relation, routes in given.items():
        if relation in RELATIONS:
            for one in routes if isinstance(routes, (list, tuple)) else (routes,):
                yield str(one.get("to", "")) if isinstance(one, Mapping) else str(one)


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
    """Names as a list in both languages; of many the first, and how many more, of many alike how many they are."""
    names = list(_gathered(names))
    shown = [*names[:most], _more(len(names) - most)] if len(names) > most + 1 else names
    return Text(*(join_words([one.get(lang) for one in shown], lang) for lang in ("sv", "en")))


def _more(n: int) -> Text:
    return Text(MORE.sv.format(n), MORE.en.format(n))


def _gathered(names: Iterable[Text]) -> Iterator[Text]:
    """Names where those that are the same, and many that differ in what follows their last comma, are one."""
    counted = Counter(names)
    alike: dict[Text, list[Text]] = defaultdict(list)
    for one in counted:
        alike[_before_comma(one)].append(one)
    for family, members in alike.items():
        number = sum(counted[one] for one in members)
        if family.sv and len(members) >= ALIKE:
            yield Text(IN_NUMBER.sv.format(family.sv, number), IN_NUMBER.en.format(family.en, number))
            continue
        for one in members:
            n = counted[one]
            yield one if n == 1 else Text(IN_NUMBER.sv.format(one.sv, n), IN_NUMBER.en.format(one.en, n))


def _before_comma(name: Text) -> Text:
    return Text(name.sv.rpartition(", ")[0], name.en.rpartition(", ")[0])
