"""SRC903: a fact that its source leaves to be settled later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from remit.graph.logic import Evidence, Ground, Proof
from remit.graph.org import Org, Origin, Several, field_text
from remit.graph.resolve import Fact
from remit.model.facts import Extent, State
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.rule import Condition, Row, Rule, Settings

RULE = Rule(
    code="SRC903",
    name="left-open",
    severity="info",
    title=Text("Lämnat till senare", "Left to be settled later"),
    definition=Text(
        "En källa säger att något ska bestämmas senare.",
        "A source says that something is to be settled later.",
    ),
    rationale=Text(
        "Det som lämnas öppet behöver någon som äger frågan och ett datum, annars blir det aldrig bestämt.",
        "What is left open needs somebody who owns the question and a date, or it will never be settled.",
    ),
    harm=Text(
        "Tills det är bestämt vet varken personal eller invånare vad som gäller.",
        "Until it is settled neither staff nor citizens know what holds.",
    ),
    repair=Text(
        "Bestäm vem som ska ta fram det, och till när; för in det i modellen när det är beslutat.",
        "Decide who is to work it out, and by when; put it into the model once it is decided.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), förslaget: mycket lämnas till genomförandet.",
        "The Västerbotten inquiry on collaboration (2018), the proposal: much is left to the implementation.",
    ),
    conditions=(
        Condition(
            "defect",
            Text(
                "en källa säger om ett fält, eller en post i det, att det ska bestämmas senare",
                "a source says of a field, or an item in it, that it is to be settled later",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Lämnat att bestämma senare – {field}: {subject}.", "Left to be settled later – {field}: {subject}."
        ),
    },
    coverage=True,
    looked_at=Text("fält som något sägs om", "fields of which something is said"),
    looks_at=lambda org: len(_fields(org)),
)


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """A row for each field of an entity, or of a set, that a source leaves to be settled later."""
    for about, path in _fields(org):
        yield from _rows(org, org.thing(about).fact(path))
    for (about, extent), numbers in sorted(org.resolver.set_subjects.items()):
        if extent == Extent.ALL or not org.resolver.members(about):
            continue
        for path in sorted({org.model.statements[number].what for number in numbers}):
            several = Several(org, about, org.kind(org.resolver.members(about)[0]), extent)
            yield from _rows(org, several.fact(path), extent)


def from_cypher(org: Org, _settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; what a field is called stands in the declaration of its kind."""
    for record in records:
        proof, to = proof_of(record["proof"]), record["item"] or ""
        yield _row(org, record["subject"], record["kind"], record["path"], proof, extent_of(record), to)


def _fields(org: Org) -> list[tuple[str, str]]:
    """The fields of entities of which anything is said, of themselves or of all of a set."""
    own = {(i, path) for i, entity in org.model.entities.items() for path in entity.said if "[" not in path}
    table = {
        (member, statement.what)
        for statement in org.model.statements
        if statement.what != "channel"
        for member in org.resolver.members(statement.about)
    }
    return sorted((about, path) for about, path in own | table if path != "id")


def _rows(org: Org, fact: Fact, extent: Extent | None = None) -> Iterator[Row]:
    """A row for the field where it is deferred, and one for each item of it that is."""
    if fact.state == State.DEFERRED and fact.origin != Origin.WHOLE:
        # what may be there is deferred all the same: how binding it is does not make it less sure
        degree = max((said.degree for said in fact.said), default=fact.degree)
        proof = Proof(
            degree, Ground.STATED, (Evidence(fact.subject, fact.path, "deferred"),), fact.sources, fact.statement
        )
        yield _row(org, _about(org, fact.subject, fact.statement), _kind(org, fact.subject), fact.path, proof, extent)
    for item in fact.items:
        if item.state == State.DEFERRED and not item.possibly:
            seen = (Evidence(fact.subject, fact.path, f"{item.value}: deferred"),)
            proof = Proof(item.degree, Ground.STATED, seen, item.sources, item.statement)
            about, kind = _about(org, fact.subject, item.statement), _kind(org, fact.subject)
            yield _row(org, about, kind, fact.path, proof, extent, item.value)


def _about(org: Org, subject: str, statement: int | None) -> str:
    """Whom it is told of: the set, where it is told of a set."""
    return subject if statement is None else org.model.statements[statement].about


def _kind(org: Org, subject: str) -> str:
    """The kind whose field it is; of a set the kind of its first member."""
    return org.kind(org.resolver.members(subject)[0])


def _row(org: Org, subject: str, kind: str, path: str, proof: Proof, extent: Extent | None, to: str = "") -> Row:
    field = field_text(kind, path)
    if to:
        name = org.name(to)
        field = Text(f"{field.sv} ({name.sv})", f"{field.en} ({name.en})")
    pair = (path, to) if to else (path,)
    return Row(subject, proof, pair=pair, extent=extent, values={"field": field})
