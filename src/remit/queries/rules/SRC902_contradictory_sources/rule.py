"""SRC902: two sources, or one with itself, disagree; both are shown and nothing is averaged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from remit.graph.logic import Evidence, Ground, Proof, merge
from remit.graph.org import Org, field_text
from remit.graph.resolve import Fact, Item, excluding_key, unordered_key
from remit.model.facts import Degree, Extent, Modality, Said, SourceRef, State
from remit.model.text import LANGUAGES, Text
from remit.model.whole import SYSTEM, Statement
from remit.queries.cypher import Record
from remit.queries.rule import Condition, Named, Row, Rule, Settings
from remit.store.proofs import item_of

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


Titles = Mapping[str, Text]
"""The titles of the documents by id."""


class Word(NamedTuple):
    """One thing that is said: the value in words and as it is compared, how surely, and who says so where."""

    state: State
    alike: str
    text: Text
    degree: Degree
    sources: tuple[SourceRef, ...]
    place: Text


class About(NamedTuple):
    """Of what something is said: of whom (an entity or set, of some kind), the field, the item or end."""

    id: str
    kind: str
    what: str
    to: str = ""

    @property
    def pair(self) -> tuple[str, ...]:
        """What makes it another finding than others on the same subject."""
        return (self.what, self.to) if self.to else (self.what,)

    def field(self, org: Org) -> Text:
        """The field or way in words, with the item or end that is meant."""
        field = Text("väg till", "way to") if self.what == CHANNEL else field_text(self.kind, self.what)
        return Text(f"{field.sv}: {org.name(self.to).sv}", f"{field.en}: {org.name(self.to).en}") if self.to else field


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """Rows for fields and relations of which different things are said, and for impossible extents."""
    titles = org.document_titles()
    seen: set[tuple[str, str]] = set()
    for one, other in _of_sets(org):
        seen |= {(member, one.what) for member in org.resolver.members(one.about)}
        both = [(statement.extent or Extent.ALL, _word(org, statement.said, titles)) for statement in (one, other)]
        yield _both(org, _about(org, one.about, one.what, one.to), both)
    for about, path in _fields(org):
        fact = org.thing(about).fact(path)
        words = [said for said in fact.said if said.state != State.UNKNOWN]
        if len({_key(said) for said in words}) > 1 and (about, path) not in seen:
            yield _between(org, _about(org, about, path), [_word(org, said, titles) for said in words])
        yield from _items(org, fact, titles)
    yield from _extents(org, titles)


def from_cypher(org: Org, _settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer, which says what contradicts what; how that is put in words, each with its
    place, is no matter of the graph.
    """
    for record in records:
        titles = {name: Text(sv, en) for name, sv, en in record["titles"]}
        about = About(record["subject"], record["kind"] or SYSTEM, record["what"], record["to"])
        told = record["words"]
        if record["sort"] == "item":
            yield _item(org, about, [item_of(one) for one in told], titles)
            continue
        words = [_heard(one, titles) for one in told]
        if record["sort"] == "extent":
            sources = [SourceRef.parse(one) for each in record["sources"] for one in each]
            extent, number = Extent(told[0]["extent"]), told[0]["number"]
            yield _extent(org, about, extent, words[0], number, record["against"], sources, record["members"])
        elif record["sort"] == "both":
            yield _both(org, about, [(Extent(one["extent"]), word) for one, word in zip(told, words, strict=True)])
        else:
            yield _between(org, about, words)


def _word(org: Org, said: Said, titles: Titles) -> Word:
    value, degree = said.value, _degree(said.modality, said.degree)
    place = _place(said.sources, titles)
    return Word(said.state, unordered_key(value), org.value_text(value), degree, said.sources, place)


def _heard(node: Record, titles: Titles) -> Word:
    """One thing said, as a node of the resolved graph tells it."""
    sources = tuple(SourceRef.parse(one) for one in node["sources"])
    text, degree = Text(node["text"], node["text_en"]), _degree(node["modality"], Degree(node["degree"]))
    return Word(State(node["state"]), node["alike"], text, degree, sources, _place(sources, titles))


def _about(org: Org, about: str, what: str, to: str = "") -> About:
    members = org.resolver.members(about)
    return About(about, org.kind(members[0]) if members else SYSTEM, what, to)


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


def _between(org: Org, about: About, words: Sequence[Word], heads: Sequence[Text] = ()) -> Row:
    """The row of different words; as sure as the second surest of them."""
    best: dict[tuple[State, str], Degree] = {}
    for word in words:
        key = word.state, word.alike
        best[key] = max(best.get(key, Degree.NO), word.degree)
    texts = [_shown(word, about.to) for word in words]
    told = [
        Text(f"{head.sv}{text.sv}{word.place.sv}", f"{head.en}{text.en}{word.place.en}")
        for head, text, word in zip(heads or [Text("", "")] * len(words), texts, words, strict=True)
    ]
    proof = Proof(
        sorted(best.values())[-2],
        Ground.STATED,
        tuple(Evidence(about.id, about.what, text.en) for text in told),
        merge(source for word in words for source in word.sources),
    )
    return Row(
        about.id,
        proof,
        pair=about.pair,
        values={
            "field": about.field(org),
            "said": Text(" mot ".join(t.sv for t in told), " against ".join(t.en for t in told)),
        },
    )


def _items(org: Org, fact: Fact, titles: Titles) -> Iterator[Row]:
    """Rows for the items of a list or relation that are both said to be there and not to be."""
    for value in sorted({item.value for item in fact.items}):
        items = [item for item in fact.items if item.value == value and not item.possibly and item.state in FIRM]
        if len({item.state for item in items}) > 1:
            yield _item(org, _about(org, fact.subject, fact.path, value), items, titles)


def _item(org: Org, about: About, items: Sequence[Item], titles: Titles) -> Row:
    """The row of one item of which it is said both that it is there and that it is not."""
    best: dict[State, Degree] = {}
    for item in items:
        best[item.state] = max(best.get(item.state, Degree.NO), item.degree)
    sources = merge(source for item in items for source in item.sources)
    place = _place(sources, titles)
    return Row(
        about.id,
        Proof(
            min(best.values()),
            Ground.STATED,
            tuple(Evidence(about.id, about.what, f"{about.to}: {item.state.value}") for item in items),
            sources,
        ),
        pair=about.pair,
        values={
            "field": about.field(org),
            "said": Text(f"finns mot finns inte{place.sv}", f"there is one against there is none{place.en}"),
        },
    )


def _of_sets(org: Org) -> Iterator[tuple[Statement, Statement]]:
    """Two statements each on one set, or one way, that cannot both hold."""
    table = [s for s in org.model.statements if s.about in org.model.sets or s.what == CHANNEL]
    for place, one in enumerate(table):
        for other in table[place + 1 :]:
            same = (one.about, one.what, one.to) == (other.about, other.what, other.to)
            if same and _clash(one.said.state, one.said.value, other.said) and _collide(one, other):
                yield one, other


def _both(org: Org, about: About, both: Sequence[tuple[Extent, Word]]) -> Row:
    """The row of two statements that cannot both hold, each with the extent to which it is said."""
    heads = [_head(org, about, extent) for extent, _ in both]
    return _between(org, about, [word for _, word in both], heads)


def _head(org: Org, about: About, extent: Extent) -> Text:
    """To what extent something is said of a set; nothing of a single entity, in all its cases."""
    if org.kind(about.id) != "set" and extent == Extent.ALL:
        return Text("", "")
    head = EXTENTS[extent]
    return Text(f"{head.sv}: ", f"{head.en}: ")


def _collide(one: Statement, other: Statement) -> bool:
    """Whether two extents of one set must share a member: all with any, most with most."""
    extents = [statement.extent or Extent.ALL for statement in (one, other)]
    return Extent.ALL in extents or extents == [Extent.MOST, Extent.MOST]


def _extents(org: Org, titles: Titles) -> Iterator[Row]:
    """Rows for statements on a set whose extent the members' own established facts make impossible."""
    for number, statement in enumerate(org.model.statements):
        if statement.about not in org.model.sets or statement.what == CHANNEL or statement.said.state not in FIRM:
            continue
        extent = statement.extent or Extent.ALL
        members = org.resolver.members(statement.about)
        against = [member for member in members if _otherwise(org, member, statement)]
        least = {Extent.ALL: 1, Extent.MOST: (len(members) + 1) // 2}.get(extent, len(members))
        if against and len(against) >= least:
            about = _about(org, statement.about, statement.what, statement.to)
            facts = [org.thing(member).fact(statement.what) for member in against]
            sources = [source for fact in facts for source in fact.sources]
            word = _word(org, statement.said, titles)
            yield _extent(org, about, extent, word, number, against, sources, len(members))


def _extent(
    org: Org,
    about: About,
    extent: Extent,
    word: Word,
    number: int,
    against: Sequence[str],
    sources: Sequence[SourceRef],
    members: int,
) -> Row:
    """The row of a statement (by number) on a set that own facts of some members are against."""
    said, place, head = _shown(word, about.to), word.place, EXTENTS[extent]
    return Row(
        about.id,
        Proof(
            word.degree,
            Ground.STATED,
            (
                Evidence(about.id, about.what, f"{head.en}: {said.en}"),
                *(Evidence(member, about.what, "otherwise") for member in against),
            ),
            merge((*word.sources, *sources)),
            number,
        ),
        "extent",
        pair=about.pair,
        extent=extent if extent != Extent.ALL else None,
        values={
            "field": about.field(org),
            "said": Text(f"{head.sv} – {said.sv}{place.sv}", f"{head.en} – {said.en}{place.en}"),
            "otherwise": len(against),
            "members": members,
            "names": Named(tuple(against)),
        },
    )


def _otherwise(org: Org, member: str, statement: Statement) -> bool:
    """Whether an established fact of a member's own says otherwise than what is said of the set."""
    fact = org.thing(member).fact(statement.what)
    if not statement.to:
        sure = org.is_own(member, fact) and fact.degree == Degree.ESTABLISHED
        return sure and _clash(fact.state, fact.value, statement.said)
    targets = org.resolver.members(statement.to)
    for item in fact.items:
        if org.is_own(member, item) and item.value in targets and item.degree == Degree.ESTABLISHED:
            return item.state in FIRM and item.state != statement.said.state
    if statement.said.state == State.NONE or not org.is_own(member, fact):
        return False
    return any(fact.lacks(target).degree == Degree.ESTABLISHED for target in targets)


def _clash(state: State, value: Any, said: Said) -> bool:
    """Whether two things said of a set or its members cannot both be: texts and parts may differ, ranges may meet, and
    a part of which only something inside is told holds no value to compare.
    """
    if state not in FIRM or said.state not in FIRM:
        return False
    if state != said.state:
        return True
    if isinstance(value, tuple) and not isinstance(value, Text):
        return bool(value[0] > said.value[1] or said.value[0] > value[1])
    one, other = excluding_key(value), excluding_key(said.value)
    return one is not None and other is not None and one != other


def _degree(modality: str | None, degree: Degree) -> Degree:
    """How sure one thing said is: what may be is open."""
    return Degree.OPEN if modality == Modality.MAY else degree


def _key(said: Said) -> tuple[State, str]:
    return said.state, unordered_key(said.value)


def _shown(word: Word, to: str = "") -> Text:
    """One thing said, in words; of an item, that it is there or not."""
    if to and word.state == State.VALUE:
        return THERE
    return WORDS.get(word.state) or word.text


def _place(sources: Sequence[SourceRef], titles: Titles) -> Text:
    """Where it is said, in brackets; empty where no source is named."""
    if not sources:
        return Text("", "")
    told = []
    for number, source in enumerate(sources):
        again = any(source.document == other.document for other in sources[:number])
        title = Text("", "") if again and source.section else titles[source.document]
        nth = Text(f"stycke {source.paragraph}", f"paragraph {source.paragraph}") if source.paragraph else Text("", "")
        told.append(Text(*(", ".join(filter(None, (title.get(g), source.section, nth.get(g)))) for g in LANGUAGES)))
    return Text(f" ({'; '.join(t.sv for t in told)})", f" ({'; '.join(t.en for t in told)})")
