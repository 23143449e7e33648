"""Runs rules over an organisation in memory and turns their rows into findings."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heappop, heappush

from remit.graph.logic import Evidence, Ground, any_of, merge, rank
from remit.graph.org import Org
from remit.model.facts import Degree, Extent
from remit.model.text import Text, sort_key
from remit.queries.catalogue import catalogue, matching
from remit.queries.finding import Audit, Finding, Subject
from remit.queries.rule import Detect, Named, Reach, Row, Rule, RuleError, Settings, Severity, Value
from remit.queries.waivers import Accepted, apply_accepted

Find = Callable[[Org, Detect, Settings], Iterable[Row]]
"""Gives the rows of a rule, known by its ``detect``, with its settings."""


def in_memory(org: Org, detect: Detect, settings: Settings) -> Iterable[Row]:
    """The rows that a rule finds in memory."""
    return detect(org, settings)


def audit(
    org: Org,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    certainty: Degree = Degree.REPORTED,
    settings: Mapping[str, Mapping[str, int | float]] | None = None,
    severities: Mapping[str, Severity] | None = None,
    accepted: Accepted | None = None,
    find: Find = in_memory,
    engine: str = "memory",
) -> Audit:
    """Run the rules.

    ``find``: what gives a rule's rows, and ``engine`` its name. ``select``/``ignore``: codes or prefixes.
    ``certainty``: the least sure that counts. ``settings``: thresholds by code and name; ``severities``: by code.
    ``accepted``: waivers and baseline.
    """
    chosen = matching(select) if select else set(catalogue())
    chosen -= matching(ignore)
    found: list[Finding] = []
    looked: dict[str, int] = {}
    hidden = 0
    for code, (rule, detect) in catalogue().items():
        if code not in chosen:
            continue
        own = rule.defaults() | dict((settings or {}).get(code, {}))
        rows = fold(org, rule, rows_of(org, detect, own, find))
        looked[code] = rule.looks_at(org)
        severity = (severities or {}).get(code, rule.severity)
        # what is less sure than asked for is only counted, unless somebody may have accepted it
        told = rows if accepted else [row for row in rows if row.proof.degree >= certainty]
        hidden += len(rows) - len(told)
        found.extend(finding(org, rule, severity, row, looked[code]) for row in told)
    found.sort(key=lambda f: f.sort_key)
    kept = [f for f in found if f.certainty >= certainty]
    result = Audit(
        model_id=org.model.head.id,
        title=org.model.head.title,
        as_of=org.model.head.as_of,
        on=org.on,
        represents=org.model.head.represents,
        certainty=certainty,
        findings=kept,
        looked_at=looked,
        document_titles=org.document_titles(),
        hidden=hidden + len(found) - len(kept),
        engine=engine,
    )
    return apply_accepted(result, found, accepted, org.on) if accepted else result


def rows_of(org: Org, detect: Detect, settings: Settings, find: Find = in_memory) -> list[Row]:
    """What one rule finds, subject by subject, before what is alike is folded; in order."""
    return [row for row in best_of(find(org, detect, settings)) if not _of_what_may_be(org, row)]


def _of_what_may_be(org: Org, row: Row) -> bool:
    """Whether a row only asks what something lacks that merely may come to be: that is never missing (design, 4)."""
    if row.proof.degree > Degree.OPEN or row.proof.ground == Ground.STATED:
        return False
    within = org.model.parents.get(row.subject, ("", ""))[0]
    return org.may_be(row.subject) or org.may_be(within)


def best_of(rows: Iterable[Row]) -> list[Row]:
    """Of rows that say the same of the same subject the surest; rows that do not hold are dropped.

    A row on a set to an extent stands only where a statement about that set says so: that nobody says anything
    of the set is no conclusion about it.
    """
    best: dict[tuple[object, ...], Row] = {}
    for row in rows:
        if not row.proof or (row.extent is not None and row.proof.statement is None):
            continue
        key = (row.subject, row.members, row.message, row.pair, row.extent)
        if key not in best or _before(row, best[key]):
            best[key] = row
    return sorted(best.values(), key=_place)


def _before(row: Row, other: Row) -> bool:
    """Whether of two rows that say the same of the same subject the first is the surer (or comes first)."""
    if row.proof.degree != other.proof.degree:
        return row.proof.degree > other.proof.degree
    return (rank(row.proof), repr(sorted(row.values.items()))) < (rank(other.proof), repr(sorted(other.values.items())))


def _place(row: Row) -> tuple[object, ...]:
    """The order of rows, whichever engine found them and in whatever order."""
    return (row.subject, row.message, row.pair, row.extent or "", row.members)


def fold(org: Org, rule: Rule, rows: list[Row]) -> list[Row]:
    """Fold what is alike: open rows of several alike subjects, those that rest on one statement about a set, and
    established ones of a coverage rule.
    """
    alike: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    kept: list[Row] = []
    for row in rows:
        single = not row.extent and not row.members and org.kind(row.subject) != "set"
        if single and row.proof.degree == Degree.OPEN:
            alike[Degree.OPEN, org.kind(row.subject), row.message].append(row)
        elif single and (rule.coverage or row.proof.statement is not None):
            shared = tuple(sorted((k, repr(v)) for k, v in row.values.items()))
            one = None if rule.coverage else row.proof.statement
            alike[row.proof.degree, org.kind(row.subject), row.message, row.related, shared, one].append(row)
        else:
            kept.append(row)
    for group in alike.values():
        kept.extend(group if len(group) == 1 else [_folded(org, rule, group)])
    return kept


def _folded(org: Org, rule: Rule, rows: list[Row]) -> Row:
    members = tuple(sorted({row.subject for row in rows}))
    if len(members) == 1:
        subject = members[0]
        listed: tuple[str, ...] = ()
    else:
        named = [s for s in sorted(org.model.sets) if org.resolver.members(s) == members]
        subject = named[0] if named else f"{rule.code}:{'+'.join(members)}"
        listed = members
    first = max(rows, key=lambda row: row.proof.degree)
    proof = any_of(*(row.proof for row in rows))._replace(
        evidence=merge(e for row in rows for e in row.proof.evidence),
        sources=merge(s for row in rows for s in row.proof.sources),
    )
    values: dict[str, Value] = {}
    for key in first.values:
        every = [row.values[key] for row in rows]
        named_ids = [v for v in every if isinstance(v, Named)]
        if len(named_ids) == len(every):
            values[key] = Named(tuple(sorted({i for v in named_ids for i in v.ids})))
        else:
            distinct = merge(every)
            values[key] = distinct[0] if len(distinct) == 1 else _joined(distinct)
    related = merge(r for row in rows for r in row.related if r not in members)
    return Row(
        subject=subject,
        proof=proof,
        message=first.message,
        related=related,
        pair=merge(p for row in rows for p in row.pair),
        members=listed,
        values=values,
        reach=tuple(
            sorted({part for row in rows for part in row.reach}, key=lambda one: (-one.of, -one.n, one.what.sv))
        ),
    )


def _joined(values: tuple[Value, ...]) -> Text:
    texts = [v if isinstance(v, Text) else Text(str(v), str(v)) for v in values]
    return Text(join_words([t.sv for t in texts], "sv"), join_words([t.en for t in texts], "en"))


def join_words(words: list[str], lang: str) -> str:
    """``a, b och c`` / ``a, b and c``; with semicolons where a word has a comma of its own."""
    if len(words) < 2:
        return "".join(words)
    return (
        ("; " if any("," in word for word in words) else ", ").join(words[:-1])
        + (" och " if lang == "sv" else " and ")
        + words[-1]
    )


def subject_of(org: Org, identifier: str, extent: Extent | None = None, members: tuple[str, ...] = ()) -> Subject:
    """Whom an id is about, with names; a set with its members."""
    if identifier in org.model.sets:
        listed = org.resolver.members(identifier)
        names = tuple(org.name(member) for member in listed)
        return Subject(identifier, "set", org.name(identifier), extent or Extent.ALL, listed, names)
    if members:
        names = tuple(org.name(member) for member in members)
        return Subject(identifier, "set", _names(names), extent or Extent.ALL, members, names)
    return Subject(identifier, org.kind(identifier) or "word", org.name(identifier), extent, (identifier,))


def _names(names: Sequence[Text]) -> Text:
    return Text(
        join_words(sorted((n.sv for n in names), key=sort_key), "sv"),
        join_words(sorted((n.en for n in names), key=sort_key), "en"),
    )


EXTENT_WORDS: dict[Extent, Text] = {
    Extent.MOST: Text("till större delen", "for the most part"),
    Extent.SOME: Text("i vissa fall", "in some cases"),
    Extent.ONE: Text("i ett fall", "in one case"),
}


def finding(org: Org, rule: Rule, severity: Severity, row: Row, looked: int) -> Finding:
    """A finding from a row: names, wording in both languages, reach."""
    subject = subject_of(org, row.subject, row.extent, row.members)
    related = tuple(subject_of(org, r) for r in row.related)
    members = len(subject.ids())
    # how many of a set a statement short of all concerns is not told: extent words are never counted
    counted = (Reach(members, max(looked, members), rule.looked_at),) if row.extent is None else ()
    reach = row.reach if row.extent is None and row.reach else counted
    template = rule.messages.get(row.message)
    if template is None:
        raise RuleError(f"{rule.code}: there is no message called {row.message!r}")
    parts = []
    for lang in ("sv", "en"):
        filled = {key: _shown(org, value, lang) for key, value in row.values.items()}
        name = subject.name.get(lang)
        if row.extent in EXTENT_WORDS:
            name = f"{name} ({EXTENT_WORDS[row.extent].get(lang)})"
        parts.append(template.get(lang).format(subject=name, **filled))
    return Finding(
        rule=rule,
        severity=severity,
        certainty=row.proof.degree,
        ground=row.proof.ground or Ground.STRUCTURAL,
        subject=subject,
        related=related,
        message=Text(parts[0], parts[1]),
        key=row.message,
        reach=reach,
        evidence=told_in_order(row.proof.evidence),
        sources=tuple(sorted(row.proof.sources)),
        pair=row.pair,
        names=_names_in(org, row.proof.evidence),
    )


def told_in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence as a reader follows it: each chain from its beginning, then on from where the last step led.

    It depends on what was seen alone, not on the order in which it was; n steps take n log n.
    """
    steps = sorted(set(evidence))
    starts: dict[str, list[int]] = defaultdict(list)
    for place in range(len(steps) - 1, -1, -1):
        starts[steps[place].from_].append(place)  # the first in order is the last in the list
    left_to = Counter(one.to for one in steps if one.from_ != one.to)
    # those that nothing left leads to: chains begin with them
    beginnings = [place for place, one in enumerate(steps) if not left_to[one.from_]]
    told = [False] * len(steps)
    ordered: list[Evidence] = []
    first = 0
    while len(ordered) < len(steps):
        onward = starts.get(ordered[-1].to, []) if ordered else []
        while beginnings and told[beginnings[0]]:
            heappop(beginnings)
        while told[first]:
            first += 1
        place = onward[-1] if onward else beginnings[0] if beginnings else first
        step = steps[place]
        starts[step.from_].pop()  # it is always the first left of those that begin there
        told[place] = True
        ordered.append(step)
        if step.from_ != step.to:
            left_to[step.to] -= 1
            if not left_to[step.to]:
                for one in starts.get(step.to, ()):
                    heappush(beginnings, one)
    return tuple(ordered)


def _names_in(org: Org, evidence: Iterable[Evidence]) -> dict[str, Text]:
    """The names of the entities and sets that evidence speaks of."""
    words = {word for e in evidence for end in (e.from_, e.to) for word in (*end.split(", "), end.partition(": ")[0])}
    return {word: org.name(word) for word in words if org.kind(word)}


def _shown(org: Org, value: Value, lang: str) -> str:
    if isinstance(value, Text):
        return value.get(lang)
    if isinstance(value, Named):
        return join_words(sorted((org.name(i).get(lang) for i in value.ids), key=sort_key), lang)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float):
        text = f"{value:g}"
        return text.replace(".", ",") if lang == "sv" else text
    return str(value)
