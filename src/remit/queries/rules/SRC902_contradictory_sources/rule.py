"""SRC902: two sources, or one with itself, disagree; both are shown and nothing is averaged."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from remit.graph.logic import Evidence, Ground, Proof, merge
from remit.graph.org import Org, Origin
from remit.graph.resolve import Fact
from remit.model.facts import Degree, Extent, Modality, Said, SourceRef, State
from remit.model.kind import Part
from remit.model.kinds.route import RouteItem
from remit.model.text import LANGUAGES, Text
from remit.model.whole import Statement
from remit.queries.rule import Condition, Named, Row, Rule, Settings

CHANNEL = "channel"
FIRM = (State.VALUE, State.NONE)
"""What can contradict: that something is so, and that there is none."""
WORDS = {
    State.NONE: Text("finns inte", "there is none"),
    State.UNCLEAR: Text("är oklart", "is unclear"),
    State.DEFERRED: Text("lämnas till senare", "is left to be settled later"),
}
THERE = Text("finns", "there is one")
EXTENTS = {
    Extent.ALL: Text("alla", "all"),
    Extent.MOST: Text("de flesta", "most"),
    Extent.SOME: Text("några", "some"),
    Extent.ONE: Text("någon", "one"),
}

RULE = Rule(
    code="SRC902",
    name="contradictory-sources",
    severity="warning",
    title=Text("Källor som går isär", "Contradictory sources"),
    definition=Text(
        "Två källor, eller en källa på två ställen, säger olika saker om samma sak; eller något sägs om en mängd"
        " som det som är känt om dess medlemmar gör omöjligt.",
        "Two sources, or one in two places, say different things of the same thing; or something is said of a"
        " set that what is known of its members makes impossible.",
    ),
    rationale=Text(
        "Den som läser det ena stället handlar annorlunda än den som läser det andra. Vilket som gäller kan bara den"
        " som svarar för uppgiften avgöra; ett medelvärde är ingens uppgift.",
        "Whoever reads one place acts otherwise than whoever reads the other. Which of them holds only those who"
        " answer for the fact can say; an average is nobody's fact.",
    ),
    harm=Text(
        "Personal ger invånaren olika besked beroende på vilket dokument de har läst.",
        "Staff tell the citizen different things depending on the document that they have read.",
    ),
    repair=Text(
        "Ta reda på vilken uppgift som gäller, rätta den andra, och ange i modellen vilken källa som bär den.",
        "Find out which one holds, correct the other, and state in the model which source it rests on.",
    ),
    origin=Text(
        "Källkritik: oberoende uppgifter som strider mot varandra redovisas båda, med sina ställen.",
        "Source criticism: independent accounts that disagree are both reported, each with its place.",
    ),
    conditions=(
        Condition(
            "defect",
            Text(
                "minst två olika besked ges om samma fält eller samma samband",
                "at least two different things are said of the same field or the same relation",
            ),
        ),
        Condition(
            "defect",
            Text(
                "eller: så många medlemmar har säkra egna uppgifter som säger annat att mängdens omfattning är"
                " omöjlig (alla: en; de flesta: hälften; några: samtliga)",
                "or: so many members have established facts of their own that say otherwise that the extent is"
                " impossible (all: one; most: half; some: every one)",
            ),
        ),
        Condition(
            "context",
            Text(
                "att något inte är känt, oklart eller lämnat till senare säger inte emot en mängds uppgift",
                "that something is unknown, unclear or deferred does not contradict what is said of a set",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Olika besked om ”{field}”: {said}. Gäller {subject}.",
            "Different things are said of “{field}”: {said}. It concerns {subject}.",
        ),
        "extent": Text(
            "”{field}”: {said}, men egna uppgifter säger annat om {otherwise} av {members} ({names})."
            " Gäller {subject}.",
            "“{field}”: {said}, but own facts say otherwise of {otherwise} of {members} ({names})."
            " It concerns {subject}.",
        ),
    },
    looked_at=Text("fält som något sägs om", "fields of which something is said"),
    looks_at=lambda org: len(_fields(org)),
)


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """Rows for fields and relations of which different things are said, and for impossible extents."""
    seen: set[tuple[str, str]] = set()
    for row, told in _of_sets(org):
        seen |= told
        yield row
    for about, path in _fields(org):
        fact = org.thing(about).fact(path)
        if len(fact.said) > 1 and (about, path) not in seen:
            yield from _between(org, about, path, fact.said)
        yield from _items(org, fact)
    yield from _extents(org)


def _fields(org: Org) -> list[tuple[str, str]]:
    """The fields of entities of which anything is said, of themselves or of a set that they belong to."""
    own = {(i, path) for i, entity in org.model.entities.items() for path in entity.said if "[" not in path}
    table = {
        (member, statement.what)
        for statement in org.model.statements
        if statement.what != CHANNEL
        for member in org.resolver.members(statement.about)
    }
    return sorted((about, path) for about, path in own | table if path != "id")


def _between(
    org: Org, about: str, path: str, words: Sequence[Said], heads: Sequence[Text] = (), to: str = ""
) -> Iterator[Row]:
    """A row where the words are at least two different ones; as sure as the second surest of them."""
    words = [said for said in words if said.state != State.UNKNOWN]
    best: dict[tuple[State, str], Degree] = {}
    for said in words:
        best[_key(said)] = max(best.get(_key(said), Degree.NO), _degree(said))
    if len(best) < 2:
        return
    texts = [_word(org, said, to) for said in words]
    told = [
        Text(f"{head.sv}{text.sv}{place.sv}", f"{head.en}{text.en}{place.en}")
        for head, text, place in zip(
            heads or [Text("", "")] * len(words), texts, [_place(org, s.sources) for s in words], strict=True
        )
    ]
    field = _field(org, about, path)
    proof = Proof(
        sorted(best.values())[-2],
        Ground.STATED,
        tuple(Evidence(about, path, text.en) for text in told),
        merge(source for said in words for source in said.sources),
    )
    yield Row(
        about,
        proof,
        pair=(path, to) if to else (path,),
        values={
            "field": Text(f"{field.sv}: {org.name(to).sv}", f"{field.en}: {org.name(to).en}") if to else field,
            "said": Text(" mot ".join(t.sv for t in told), " against ".join(t.en for t in told)),
        },
    )


def _items(org: Org, fact: Fact) -> Iterator[Row]:
    """Rows for the items of a list or relation that are both said to be there and not to be."""
    for value in sorted({item.value for item in fact.items if item.state == State.NONE}):
        items = [item for item in fact.items if item.value == value and not item.possibly and item.state in FIRM]
        if len({item.state for item in items}) < 2:
            continue
        degrees = [max(i.degree for i in items if i.state == state) for state in FIRM]
        words = Text("finns mot finns inte", "there is one against there is none")
        field = org.field_text(fact.subject, fact.path)
        yield Row(
            fact.subject,
            Proof(
                min(degrees),
                Ground.STATED,
                tuple(Evidence(fact.subject, fact.path, f"{value}: {item.state.value}") for item in items),
                merge(source for item in items for source in item.sources),
            ),
            pair=(fact.path, value),
            values={
                "field": Text(f"{field.sv}: {org.name(value).sv}", f"{field.en}: {org.name(value).en}"),
                "said": Text(
                    words.sv + _place(org, merge(s for i in items for s in i.sources)).sv,
                    words.en + _place(org, merge(s for i in items for s in i.sources)).en,
                ),
            },
        )


def _of_sets(org: Org) -> Iterator[tuple[Row, set[tuple[str, str]]]]:
    """Rows for two statements on one set, or one way, that cannot both hold, and the fields that they explain."""
    table = [s for s in org.model.statements if s.about in org.model.sets or s.what == CHANNEL]
    for place, one in enumerate(table):
        for other in table[place + 1 :]:
            same = (one.about, one.what, one.to) == (other.about, other.what, other.to)
            if not same or not _clash(one.said.state, one.said.value, other.said) or not _collide(one, other):
                continue
            heads = [_head(org, statement) for statement in (one, other)]
            told = {(member, one.what) for member in org.resolver.members(one.about)}
            for row in _between(org, one.about, one.what, (one.said, other.said), heads, one.to):
                yield row, told


def _head(org: Org, statement: Statement) -> Text:
    """To what extent something is said of a set; nothing of a single entity, in all its cases."""
    if statement.about not in org.model.sets and statement.extent in (None, Extent.ALL):
        return Text("", "")
    extent = EXTENTS[statement.extent or Extent.ALL]
    return Text(f"{extent.sv}: ", f"{extent.en}: ")


def _field(org: Org, about: str, what: str) -> Text:
    """A field or a way in words."""
    return Text("väg till", "way to") if what == CHANNEL else org.field_text(about, what)


def _collide(one: Statement, other: Statement) -> bool:
    """Whether two extents of one set must share a member: all with any, most with most."""
    extents = [statement.extent or Extent.ALL for statement in (one, other)]
    return Extent.ALL in extents or extents == [Extent.MOST, Extent.MOST]


def _extents(org: Org) -> Iterator[Row]:
    """Rows for statements on a set whose extent the members' own established facts make impossible."""
    for number, statement in enumerate(org.model.statements):
        if statement.about not in org.model.sets or statement.what == CHANNEL or statement.said.state not in FIRM:
            continue
        extent = statement.extent or Extent.ALL
        members = org.resolver.members(statement.about)
        against = [member for member in members if _otherwise(org, member, statement)]
        least = {Extent.ALL: 1, Extent.MOST: (len(members) + 1) // 2}.get(extent, len(members))
        if not against or len(against) < least:
            continue
        facts = [org.thing(member).fact(statement.what) for member in against]
        said, field = _word(org, statement.said, statement.to), org.field_text(statement.about, statement.what)
        place, head = _place(org, statement.said.sources), EXTENTS[extent]
        name = org.name(statement.to) if statement.to else Text("", "")
        yield Row(
            statement.about,
            Proof(
                _degree(statement.said),
                Ground.STATED,
                (
                    Evidence(statement.about, statement.what, f"{head.en}: {said.en}"),
                    *(Evidence(member, statement.what, "otherwise") for member in against),
                ),
                merge((*statement.said.sources, *(source for fact in facts for source in fact.sources))),
                number,
            ),
            "extent",
            pair=(statement.what, statement.to) if statement.to else (statement.what,),
            extent=extent if extent != Extent.ALL else None,
            values={
                "field": Text(f"{field.sv}: {name.sv}", f"{field.en}: {name.en}") if statement.to else field,
                "said": Text(f"{head.sv} – {said.sv}{place.sv}", f"{head.en} – {said.en}{place.en}"),
                "otherwise": len(against),
                "members": len(members),
                "names": Named(tuple(against)),
            },
        )


def _otherwise(org: Org, member: str, statement: Statement) -> bool:
    """Whether an established fact of a member's own says otherwise than what is said of the set."""
    fact = org.thing(member).fact(statement.what)
    if not statement.to:
        sure = _own(org, member, fact) and fact.degree == Degree.ESTABLISHED
        return sure and _clash(fact.state, fact.value, statement.said)
    targets = org.resolver.members(statement.to)
    for item in fact.items:
        own = item.statement is None or org.model.statements[item.statement].about == member
        if own and item.value in targets and item.degree == Degree.ESTABLISHED:
            return item.state in FIRM and item.state != statement.said.state
    if statement.said.state == State.NONE or not _own(org, member, fact):
        return False
    return any(fact.lacks(target).degree == Degree.ESTABLISHED for target in targets)


def _own(org: Org, member: str, fact: Fact) -> bool:
    """Whether a fact is told of the entity itself, not of a set that it belongs to."""
    if fact.statement is not None:
        return org.model.statements[fact.statement].about == member
    return fact.origin == Origin.OWN


def _clash(state: State, value: Any, said: Said) -> bool:
    """Whether two things said of a set or its members cannot both be: texts and parts may differ, ranges may meet."""
    if state not in FIRM or said.state not in FIRM:
        return False
    if state != said.state:
        return True
    if isinstance(value, (Text, Part)) or "many" in (value, said.value):
        return False
    if isinstance(value, tuple):
        return bool(value[0] > said.value[1] or said.value[0] > value[1])
    return _key(said) != (state, _text_of(value))


def _degree(said: Said) -> Degree:
    """How sure one thing said is: what may be is open."""
    return Degree.OPEN if said.modality == Modality.MAY else said.degree


def _key(said: Said) -> tuple[State, str]:
    return said.state, _text_of(said.value)


def _text_of(value: Any) -> str:
    return (
        ",".join(sorted(getattr(one, "id", "") or repr(one) for one in value))
        if isinstance(value, list)
        else repr(value)
    )


def _word(org: Org, said: Said, to: str = "") -> Text:
    """One thing said, in words; of an item, that it is there or not."""
    if to and said.state == State.VALUE:
        return THERE
    return WORDS.get(said.state) or _value(org, said.value)


def _value(org: Org, value: Any) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, bool) or value is None:
        return Text("ja", "yes") if value else Text("nej", "no")
    if isinstance(value, Part):
        return org.name(value.to) if isinstance(value, RouteItem) else THERE
    if isinstance(value, list):
        parts = [_value(org, one) for one in value]
        return Text(", ".join(p.sv for p in parts), ", ".join(p.en for p in parts))
    if isinstance(value, tuple):
        text = "–".join(f"{part:g}" for part in dict.fromkeys(value))
        return Text(text.replace(".", ","), text)
    if isinstance(value, datetime.date):
        return Text(value.isoformat(), value.isoformat())
    return org.name(str(value))


def _place(org: Org, sources: Sequence[SourceRef]) -> Text:
    """Where it is said, in brackets; empty where no source is named."""
    if not sources:
        return Text("", "")
    told = []
    for number, source in enumerate(sources):
        again = any(source.document == other.document for other in sources[:number])
        title = Text("", "") if again and source.section else _title(org, source.document)
        nth = Text(f"stycke {source.paragraph}", f"paragraph {source.paragraph}") if source.paragraph else Text("", "")
        told.append(Text(*(", ".join(filter(None, (title.get(g), source.section, nth.get(g)))) for g in LANGUAGES)))
    return Text(f" ({'; '.join(t.sv for t in told)})", f" ({'; '.join(t.en for t in told)})")


def _title(org: Org, document: str) -> Text:
    title = getattr(org.model.entities.get(document), "title", None)
    return title if isinstance(title, Text) else org.name(document)
