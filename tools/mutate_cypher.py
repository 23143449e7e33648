"""Whether the cases would notice a mistake in a rule's Cypher: `python tools/mutate_cypher.py [--list] [CODE...]`.

Every ``rule.cypher`` is changed in one place at a time (a mutant), and the rule's cases and the shipped models are
asked of a real Neo4j with it. A mutant that answers as the rule in memory does for all of them has survived.

The changes: a condition taken out of a WHERE, a relationship turned round, an element taken out of a proof's list, a
branch of a CASE that is never taken. Where a rule reads the answer itself (``from_cypher``), that is changed as
``tools/mutate.py`` changes the rest of it.
The server is the one that ``NEO4J_URI`` names, else one of our own. Ends with 1 where the share of killed mutants
over all rules is under the goal.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.engines import Compared, compare, put
from tests.neo4j_server import shared
from tools import mutate

from remit.graph.org import Org
from remit.model.files import load, loads, resolve
from remit.model.files.problems import RemitError
from remit.queries import cypher
from remit.queries.cases import cases_of
from remit.queries.catalogue import catalogue
from remit.queries.rule import Row
from remit.store.connection import Connection, connect

GOAL = 0.95
SHIPPED = ("vasterbotten-2017", "vasterbotten-2019")
KEYWORD = re.compile(r"\b(?:MATCH|OPTIONAL|WITH|RETURN|UNWIND|CALL|ORDER|UNION|WHERE|LIMIT|SKIP)\b")
THEN = re.compile(r"\bTHEN\b")
OPENING, CLOSING = "([{", ")]}"

RUN = f"mutants-{uuid4().hex[:8]}"
"""What the keys of this run begin with: others may use the same server."""

Mutant = tuple[str, str]
"""What was done, and the changed text."""


def mutants(text: str) -> Iterator[Mutant]:
    """Every mutant of a query."""
    text = re.sub(r"^\s*//.*\n", "", text, flags=re.MULTILINE)
    yield from _without_conditions(text)
    yield from _turned(text)
    yield from _without_terms(text)
    yield from _without_branches(text)


def _walk(text: str, start: int) -> Iterator[tuple[int, str, int]]:
    """The signs outside of quotes from a place on, each with how deep in brackets it stands, relative to the start."""
    depth, quote = 0, ""
    for place in range(start, len(text)):
        sign = text[place]
        if quote:
            quote = "" if sign == quote else quote
            continue
        if sign in "'\"`":
            quote = sign
        if sign in CLOSING:
            depth -= 1
        yield place, sign, depth
        if sign in OPENING:
            depth += 1


def _end_of_clause(text: str, start: int) -> int:
    for place, sign, depth in _walk(text, start):
        if depth < 0 or (depth == 0 and sign == "|"):
            return place
        begins = not (text[place - 1].isalnum() or text[place - 1] in "_.$:")
        if depth == 0 and begins and KEYWORD.match(text, place):
            return place
    return len(text)


def _parts(text: str, separator: str) -> list[str]:
    """A text cut where a separator stands outside of all brackets."""
    cuts = [0]
    word = separator.isalpha()
    for place, _, depth in _walk(text, 0):
        if depth == 0 and text.startswith(separator, place) and place >= cuts[-1]:
            alone = not (text[place - 1].isalnum() or text[place + len(separator)].isalnum()) if word else True
            if alone:
                cuts += [place, place + len(separator)]
    cuts.append(len(text))
    return [text[a:b].strip() for a, b in zip(cuts[::2], cuts[1::2], strict=True)]


def _without_conditions(text: str) -> Iterator[Mutant]:
    for match in re.finditer(r"\bWHERE\b", text):
        end = _end_of_clause(text, match.end())
        parts = _parts(text[match.end() : end], "AND")
        for number, gone in enumerate(parts):
            left = " AND ".join(part for place, part in enumerate(parts) if place != number)
            kept = f"WHERE {left} " if left else " "
            yield f"without the condition {_short(gone)}", text[: match.start()] + kept + text[end:]


def _turned(text: str) -> Iterator[Mutant]:
    for match in re.finditer(r"(<?)-\[([^\[\]]*)\]-(>?)", text):
        if match[1] != match[3].replace(">", "<"):
            turned = f"<-[{match[2]}]-" if match[3] else f"-[{match[2]}]->"
            yield f"turned {_short(match[0])}", text[: match.start()] + turned + text[match.end() :]


def _without_terms(text: str) -> Iterator[Mutant]:
    starts = [match.end() - 1 for match in re.finditer(r"\b(?:any|by|all):\s*\[", text)]
    starts += [start for end in re.finditer(r"\]\s+AS proof\b", text) if (start := _opening(text, end.start())) >= 0]
    for start in sorted(set(starts)):
        end = next((place for place, sign, depth in _walk(text, start) if sign in CLOSING and depth == 0), len(text))
        parts = _parts(text[start + 1 : end], ",")
        for number, gone in enumerate(parts if len(parts) > 1 else []):
            left = ", ".join(part for place, part in enumerate(parts) if place != number)
            yield f"without the term {_short(gone)}", f"{text[: start + 1]}{left}{text[end:]}"


def _without_branches(text: str) -> Iterator[Mutant]:
    for match in re.finditer(r"\bWHEN\b", text):
        end = next(
            (place for place, _, depth in _walk(text, match.end()) if depth == 0 and THEN.match(text, place)), len(text)
        )
        yield (
            f"never taken: {_short(text[match.start() : end])}",
            f"{text[: match.end()]} null {text[end:]}",
        )


def _opening(text: str, end: int) -> int:
    """The bracket that the one at a place closes."""
    depth = 0
    for place in range(end, -1, -1):
        depth += (text[place] in CLOSING) - (text[place] in OPENING)
        if depth == 0:
            return place
    return -1


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) < 90 else words[:87] + "..."


def try_rule(connection: Connection, code: str, shipped: dict[str, Org]) -> tuple[int, list[str]]:
    """How many mutants of a rule are killed, and what was done to those that survived."""
    package = catalogue()[code][1].__module__.split(".")[-2]
    cases = {f"{RUN}-{code}-{case.name}": case for case in cases_of(package)}
    orgs = {key: Org(loads(case.text)) for key, case in cases.items()}
    put(connection, orgs)
    given = {key: dict(case.settings) for key, case in cases.items()}
    original = cypher.query_of(package)
    read = cypher.query_of

    remembered: dict[tuple[str, str], list[Row]] = {}

    def compared() -> Compared:
        found = compare(connection, orgs, [code], given, remembered)
        return found if found.different else compare(connection, shipped, [code], remembered=remembered)

    if compared().different:
        raise SystemExit(f"{code}: the rule itself differs between the engines")
    killed, survivors = 0, []

    def tried(what: str) -> None:
        nonlocal killed
        try:
            noticed = bool(compared().different)
        except (RemitError, KeyError, TypeError, ValueError, IndexError, AttributeError):
            noticed = True  # it is no query any more, or its answer no rows
        killed += noticed
        if not noticed:
            survivors.append(what)

    try:
        for what, text in mutants(original):
            cypher.query_of = lambda _, text=text: text  # type: ignore[assignment]
            tried(what)
    finally:
        cypher.query_of = read
    module: Any = sys.modules[catalogue()[code][1].__module__]
    reading = getattr(module, "from_cypher", None)
    try:
        for what, changed in _changed_readings(module):
            module.from_cypher = changed
            tried(what)
    finally:
        if reading is not None:
            module.from_cypher = reading
    return killed, survivors


def _changed_readings(module: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    """What reads a server's answer in a rule, changed in one place at a time."""
    source = Path(str(module.__file__))
    for mutant in mutate.mutants(source, of_answers=True):
        changed = ModuleType(f"{module.__name__}_mutant")
        changed.__file__ = module.__file__
        sys.modules[changed.__name__] = changed  # dataclasses look their module up
        exec(compile(mutant.tree, str(source), "exec"), changed.__dict__)  # noqa: S102 - our own source
        yield f"rule.py:{mutant.line} {mutant.what}", changed.from_cypher


def _clear(connection: Connection) -> None:
    """Remove what this run has put there."""
    query = "MATCH (n) WHERE n.version STARTS WITH $run WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS n"
    while connection.write(lambda tx: tx.run(query, {"run": RUN}).single(strict=True)["n"]):
        pass


def main() -> int:
    """Try the rules asked for, all of them by default."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--list", action="store_true", help="show the mutants that survive")
    parser.add_argument("codes", nargs="*", help="rules; all where left out")
    given = parser.parse_args()
    killed = total = 0
    with shared() as server, connect(server.uri) as connection:
        shipped = {f"{RUN}-{name}": Org(load(resolve(name))) for name in SHIPPED}
        put(connection, shipped)
        try:
            for code in given.codes or catalogue():
                own, survivors = try_rule(connection, code, shipped)
                killed += own
                total += own + len(survivors)
                print(f"{code}  {own} of {own + len(survivors)} killed", flush=True)
                for what in survivors if given.list else ():
                    print(f"    {what}")
        finally:
            _clear(connection)
    share = killed / total if total else 1.0
    print(f"all   {killed} of {total} killed: {share:.1%}, goal {GOAL:.0%}")
    return 0 if share >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
