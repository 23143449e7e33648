"""Runs the rules in Cypher over the resolved graph in Neo4j and reads their answers as rows.

A ``rule.cypher`` matches what a rule is about and returns, for each row, whom it concerns and a *proof term*: what
the conclusion rests on, as a tree of facts, stored proofs, alternatives and excuses. The term is weighed by
:mod:`remit.graph.logic`, the same that weighs the rules in memory, so that no engine has a logic of certainty of
its own. Wording, folding and order come after, as for every engine.

A term is one of

``null`` or ``false``: does not hold; ``true``: holds; a number: holds to that degree;
a text: a stored proof (a property whose name ends in ``_proof``, or ``proof``);
a list: all of its terms are needed;
``{told: [terms]}``: of an entity, one term; of a set, what is told of itself, then of each member (see
:func:`~remit.graph.logic.of_set`);
``{any: [terms]}``: the surest of them; ``{first: [terms]}``: likewise, of equally sure ones the first;
``{excused: term, by: [terms]}``: unless one of ``by`` is stated
(``only_open: true``: which clears only what is open); ``{firm: term}``: where it is more than open;
``{missing: [id, path, fact]}``, likewise ``unclear``, ``missing_or_unclear``: what is not there (``fact`` null:
nobody says anything of it);
``{fully_told: [id, path, fact]}``: a relation holds no more than what is listed;
``{is: [id, path, fact], when: test}``, likewise ``says``, ``excuse``: the value meets the test (``test`` is looked
at only where there is a value; left out: any value does);
``{has: [id, path, fact], items: [items]}``, likewise ``lacks``, ``covers``, ``leaves_out``: whether any of the items
(those that meet the question) is in the list; ``left_open: true`` for a topic that may be part of any;
``{degree: n, ground: word, evidence: [[from, relation, to]], sources: [texts], statement: n}``: itself a proof.

Each map may also have ``ground`` (the ground that it counts as), ``context: true`` (no ground), ``at_most: degree``,
and ``seen: [[from, relation, to]]`` (further evidence).
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from remit.graph.logic import NO, OPEN, YES, Evidence, Proof, all_of, any_of, excused, firm, first_best, of_set, rank
from remit.graph.org import Org
from remit.graph.resolve import Fact
from remit.graph.ways import fully_told
from remit.model.facts import Degree, Extent, SourceRef
from remit.model.text import Text
from remit.queries.rule import Detect, Named, Reach, Row, Settings, Value
from remit.store.proofs import decode, fact_of, ground_of

Term = Any
Record = Mapping[str, Any]
Ask = Callable[[str, dict[str, Any]], Iterable[Record]]
"""Runs one query with its parameters and gives its records."""


class TermError(ValueError):
    """A rule in Cypher gives something that is no proof term; the message says what."""


def proof_of(term: Term) -> Proof:
    """The proof that a term stands for; raises TermError for what is none."""
    if term is None or term is False:
        return NO
    if term is True:
        return YES
    if isinstance(term, int):
        return Proof(Degree(term))
    if isinstance(term, str):
        return decode(term)
    if isinstance(term, list):
        return all_of(*(proof_of(one) for one in term))
    if isinstance(term, Mapping):
        return _changed(_head(term), term)
    raise TermError(f"{term!r} is no proof term")


def _head(term: Record) -> Proof:
    for name, read in _READERS.items():
        if name in term:
            return read(term)
    raise TermError(f"a term needs one of {', '.join(_READERS)}; found {', '.join(sorted(term))}")


def _changed(proof: Proof, term: Mapping[str, Any]) -> Proof:
    """The proof with what the map says of it besides."""
    if not proof:
        return proof
    if "at_most" in term:
        proof = proof.at_most(Degree(term["at_most"]))
    if "ground" in term and "degree" not in term:
        proof = proof.on(ground_of(term["ground"]))
    if term.get("context"):
        proof = proof.context()
    if "seen" in term:
        proof = proof.seen(*(Evidence(*map(str, one)) for one in term["seen"]))
    return proof


def _fact(triple: Sequence[Any], items: Sequence[Any] = ()) -> Fact:
    subject, path, node = triple
    # the order in which they are told decides between equally sure ones, and a server gives them in any
    return fact_of(subject, path, node, sorted(items, key=lambda item: int(item["place"])))


def _of_value(name: str) -> Callable[[Mapping[str, Any]], Proof]:
    def read(term: Mapping[str, Any]) -> Proof:
        fact = _fact(term[name])
        meets = bool(term.get("when", True))
        proof: Proof = getattr(fact, METHODS.get(name, name))(lambda _: meets)
        return proof

    return read


def _of_word(name: str) -> Callable[[Mapping[str, Any]], Proof]:
    def read(term: Mapping[str, Any]) -> Proof:
        proof: Proof = getattr(_fact(term[name]), name)()
        return proof

    return read


def _of_items(name: str) -> Callable[[Mapping[str, Any]], Proof]:
    def read(term: Mapping[str, Any]) -> Proof:
        fact = _fact(term[name], term["items"])
        meant = {item["value"] for item in term["items"]}
        proof = fact.has(meant.__contains__) if name in ("has", "covers") else fact.lacks(meant.__contains__)
        if name == "covers" and not proof and fact.values and term.get("left_open"):
            return OPEN
        if name == "leaves_out" and fact.values and term.get("left_open"):
            return proof.at_most(Degree.OPEN)
        return proof

    return read


def _excused(term: Mapping[str, Any]) -> Proof:
    defect = proof_of(term["excused"])
    if term.get("only_open") and defect.degree > Degree.OPEN:
        return defect
    return excused(defect, *(proof_of(one) for one in term["by"]))


def _itself(term: Mapping[str, Any]) -> Proof:
    return Proof(
        Degree(term["degree"]),
        ground_of(term.get("ground")),
        tuple(Evidence(*map(str, one)) for one in term.get("evidence") or ()),
        tuple(SourceRef.parse(one) for one in term.get("sources") or ()),
        term.get("statement"),
    )


METHODS = {"is": "is_"}

_READERS: dict[str, Callable[[Mapping[str, Any]], Proof]] = {
    "all": lambda term: all_of(*(proof_of(one) for one in term["all"])),
    "any": lambda term: any_of(*(proof_of(one) for one in term["any"])),
    "told": lambda term: of_set(*(proof_of(one) for one in term["told"])),
    "first": lambda term: first_best(*(proof_of(one) for one in term["first"])),
    "excused": _excused,
    "firm": lambda term: firm(proof_of(term["firm"])),
    **{name: _of_value(name) for name in ("is", "says", "excuse")},
    **{name: _of_word(name) for name in ("missing", "unclear", "missing_or_unclear")},
    **{name: _of_items(name) for name in ("has", "lacks", "covers", "leaves_out")},
    "fully_told": lambda term: fully_told(_fact(term["fully_told"])),
    "degree": _itself,
}


def rows_of(module: Any, org: Org, settings: Settings, records: Iterable[Record]) -> list[Row]:
    """The rows that the records of one model's answer stand for.

    ``module`` is the rule's: where it has ``from_cypher(org, settings, records)``, that makes the rows. Records with
    ``among`` are alternatives: of those with the same subject, message, extent and ``among`` the surest are one row,
    with all that these rest on (``either``: with what one of them rests on) and all that they name.
    """
    made = getattr(module, "from_cypher", None)
    if made is not None:
        return list(made(org, settings, records))
    return surest((row_of(module, record), record) for record in records)


def surest(rows: Iterable[tuple[Row, Record]]) -> list[Row]:
    """Alternatives made one (see :func:`rows_of`); the others as they are."""
    found: list[Row] = []
    heaps: dict[tuple[Any, ...], list[tuple[Row, Record]]] = defaultdict(list)
    for row, record in rows:
        among = record.get("among")
        if among is None:
            found.append(row)
        elif row.proof:
            heaps[row.subject, row.message, row.extent, str(among)].append((row, record))
    for heap in heaps.values():
        best = max(row.proof.degree for row, _ in heap)
        kept = [(row, record) for row, record in heap if row.proof.degree == best]
        found.append(_one_of([row for row, _ in kept], either=bool(kept[0][1].get("either"))))
    return found


def _one_of(rows: list[Row], *, either: bool) -> Row:
    rows = sorted(rows, key=lambda row: (row.pair, row.related, repr(sorted(row.values.items())), rank(row.proof)))
    first = rows[0]
    values: dict[str, Value] = dict(first.values)
    for name, value in first.values.items():
        if isinstance(value, Named):
            named = {one for row in rows for one in getattr(row.values[name], "ids", ())}
            values[name] = Named(tuple(sorted(named)))
    proofs = [row.proof for row in rows]
    return first._replace(
        proof=any_of(*proofs) if either else all_of(*proofs),
        related=tuple(sorted({one for row in rows for one in row.related})),
        pair=tuple(sorted({one for row in rows for one in row.pair})),
        values=values,
    )


def extent_of(record: Record) -> Extent | None:
    """The extent that a record tells, None for all."""
    return Extent(record["extent"]) if record.get("extent") else None


def row_of(module: Any, record: Record) -> Row:
    """The row that one record stands for."""
    return Row(
        subject=record["subject"],
        proof=proof_of(record["proof"]),
        message=record.get("message") or "finding",
        related=tuple(record.get("related") or ()),
        pair=tuple(record.get("pair") or ()),
        extent=extent_of(record),
        members=tuple(record.get("members") or ()),
        values={name: value_of(value) for name, value in (record.get("values") or {}).items()},
        reach=tuple(Reach(one["n"], one["of"], getattr(module, one["what"])) for one in record.get("reach") or ()),
    )


def value_of(value: Any) -> Value:
    """A value for a message: ``{named: [ids]}`` are names, ``{sv, en}`` a text, a date a date."""
    if isinstance(value, Mapping):
        return Named(tuple(value["named"])) if "named" in value else Text(value["sv"], value["en"])
    native = getattr(value, "to_native", None)
    found: Value = native() if native else value
    return found


@cache
def query_of(package: str) -> str:
    """The Cypher of a rule by its package's name."""
    return files(f"remit.queries.rules.{package}").joinpath("rule.cypher").read_text(encoding="utf-8")


def finder(run: Ask, version: str) -> Callable[[Org, Detect, Settings], list[Row]]:
    """What :func:`remit.queries.engine.audit` asks for rows, answered by Neo4j for one version."""

    def find(org: Org, detect: Detect, settings: Settings) -> list[Row]:
        module = sys.modules[detect.__module__]
        package = detect.__module__.split(".")[-2]
        return rows_of(module, org, settings, ask(run, package, [version], settings)[version])

    return find


def ask(run: Ask, package: str, versions: Sequence[str], settings: Settings) -> dict[str, list[Record]]:
    """The records of a rule for each version (by key) that it is asked of."""
    found: dict[str, list[Record]] = {version: [] for version in versions}
    for record in run(query_of(package), {"versions": list(versions), "settings": dict(settings)}):
        found[record["version"]].append(record)
    return found
