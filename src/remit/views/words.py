"""What the parts of a finding are called, for every report alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from remit.graph.logic import Evidence
from remit.model.facts import Degree, Extent, SourceRef
from remit.model.text import sort_key
from remit.queries.finding import Audit, Finding
from remit.queries.rule import SEVERITIES, Reach
from remit.views import texts as t

NAMES_SHOWN = 5
"""How many of a long list of names a message shows; a set of its own name is not listed at all."""
DEGREES = (Degree.ESTABLISHED, Degree.REPORTED, Degree.OPEN)
EVIDENCE_SHOWN = 4
"""How many edges a report for reading shows; the rest is counted and stands in the JSON."""

_COUNTED = re.compile(r"(\d+) of (\d+)")
_LIMIT = re.compile(r"limit ([\d.]+)")


def represents(audit: Audit, lang: str) -> str:
    """``Gällande struktur`` or ``Förslag``."""
    return t.capital(t.REPRESENTS[audit.represents].get(lang))


def shown_degrees(audit: Audit, lang: str) -> str:
    """The certainties that the audit was asked to show."""
    words = [t.CERTAINTY[degree].get(lang) for degree in DEGREES if degree >= audit.certainty]
    return ", ".join(words)


def head(audit: Audit, lang: str) -> tuple[str, str]:
    """The two sentences under the title: what is judged when, and how."""
    first = t.fill(
        t.HEAD, lang, represents=represents(audit, lang), as_of=audit.as_of.isoformat(), on=audit.on.isoformat()
    )
    run = t.fill(t.HEAD_RUN, lang, rules=len(audit.looked_at), shown=shown_degrees(audit, lang), engine=audit.engine)
    return first, run


def totals(audit: Audit, lang: str) -> list[list[str]]:
    """The table of the summary: severities by certainties, with sums; its first row is the head."""
    degrees = [degree for degree in DEGREES if degree >= audit.certainty]
    rows = [["", *(t.CERTAINTY[degree].get(lang) for degree in degrees), t.IN_ALL.get(lang)]]
    for severity in SEVERITIES:
        counts = [sum(f.severity == severity and f.certainty == d for f in audit.findings) for d in degrees]
        rows.append([f"{t.SEVERITY[severity].get(lang)}", *map(str, counts), str(sum(counts))])
    return rows


def hidden(audit: Audit, lang: str) -> str:
    """The sentence about findings that are less sure than asked for, empty where there are none."""
    if not audit.hidden:
        return ""
    return t.count(audit.hidden, t.HIDDEN_ONE, t.HIDDEN_MANY, lang, option="--certainty open")


def how_many(audit: Audit, lang: str) -> str:
    """``31 iakttagelser``."""
    return t.count(len(audit.findings), t.FINDING_ONE, t.FINDING_MANY, lang)


def reach(parts: Sequence[Reach], lang: str) -> str:
    """``11 av 15 kommuner``; what is one of one is not worth saying."""
    said = [
        t.fill(t.OF, lang, n=part.n, of=part.of, what=part.what) for part in parts if part.of > 1 or part.n != part.of
    ]
    return "; ".join(said)


def concerned(findings: Sequence[Finding], of: int, lang: str) -> str:
    """``11 av 15``, and how many statements speak of a set as a whole: its members are not counted one by one."""
    ids = {m for f in findings if f.subject.extent in (None, Extent.ALL) for m in f.subject.ids()}
    wholes = sum(f.subject.extent not in (None, Extent.ALL) for f in findings)
    told = [t.fill(t.OF, lang, n=len(ids), of=of, what="").strip() if len(ids) <= of else str(len(ids))] if ids else []
    if wholes:
        told.append(t.count(wholes, t.SET_ONE, t.SET_MANY, lang))
    return ", ".join(told) or "0"


def sure(finding: Finding, lang: str) -> str:
    """The certainty in words and, for a set, how its extent is to be read."""
    words = [t.CERTAINTY[finding.certainty].get(lang)]
    counted = reach(finding.reach, lang)
    extent = finding.subject.extent
    if extent not in (None, Extent.ALL):
        words.append(t.SET_AS_WHOLE.get(lang))
    elif counted:
        words.append(counted)
    return "; ".join(words)


def places(refs: Iterable[SourceRef], lang: str) -> str:
    """Sources in one line: each document by its id in brackets, then its places."""
    documents: dict[str, dict[str, list[int]]] = {}
    for ref in refs:
        documents.setdefault(ref.document, {}).setdefault(ref.section, []).append(ref.paragraph)
    return "; ".join(
        " ".join([f"[{document}]", "; ".join(filter(None, (_section(name, n, lang) for name, n in sections.items())))])
        for document, sections in documents.items()
    ).replace(" ;", ";")


def _section(name: str, paragraphs: list[int], lang: str) -> str:
    numbers = sorted({n for n in paragraphs if n})
    if not numbers:
        return name
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    told = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    counted = t.fill(t.PARAGRAPH, lang, n=told) if len(numbers) == 1 else t.fill(t.PARAGRAPHS, lang, n=told)
    return f"{name}, {counted}" if name else counted


def documents(audit: Audit, lang: str) -> list[tuple[str, str]]:
    """The documents that the findings shown cite: id in brackets, title."""
    cited = sorted({ref.document for finding in audit.findings for ref in finding.sources})
    titles = audit.document_titles
    return [(f"[{one}]", titles[one].get(lang) if one in titles else one) for one in cited]


def message(finding: Finding, lang: str) -> str:
    """The message; a long list of names in it is cut to the first few and how many more there are."""
    text = finding.message.get(lang)
    if not many(finding):
        return text
    names = members(finding, lang)
    more = t.fill(t.NAMES_MORE, lang, n=len(names) - NAMES_SHOWN)
    between = "; " if any("," in name for name in names[:NAMES_SHOWN]) else ", "
    return text.replace(finding.subject.name.get(lang), f"{between.join(names[:NAMES_SHOWN])} {more}")


def many(finding: Finding) -> bool:
    """Whether the finding is about so many without a common name that a reader would drown in them."""
    return len(finding.subject.members) > NAMES_SHOWN + 2 and finding.subject.id.startswith(f"{finding.code}:")


def members(finding: Finding, lang: str) -> list[str]:
    """The names of a set's members, sorted as the language does."""
    return sorted((name.get(lang) for name in finding.subject.member_names), key=sort_key)


def relation(word: str, lang: str) -> str:
    """A relation or field in words where there are words for it."""
    if word in t.RELATIONS:
        return t.RELATIONS[word].get(lang)
    if word.startswith("no ") and word[3:] in t.RELATIONS:
        return t.fill(t.NO_RELATION, lang, what=t.RELATIONS[word[3:]])
    return word


def evidence(finding: Finding, lang: str) -> list[str]:
    """The edges and measures of a finding that there are words for, the first few, and how many more there are."""
    names = {identifier: name.get(lang) for identifier, name in finding.names.items()}
    names |= {s.id: s.name.get(lang) for s in (finding.subject, *finding.related)}
    told = [e for e in finding.evidence if e.relation.removeprefix("no ") in t.RELATIONS][:EVIDENCE_SHOWN]
    about: dict[str, list[str]] = {}
    for edge in told:
        about.setdefault(names.get(edge.from_, edge.from_), []).append(_edge(edge, names, lang))
    shown = [f"{whom}: {', '.join(said)}" for whom, said in about.items()]
    left = len(finding.evidence) - len(told)
    if shown and left > 0:
        shown.append(t.fill(t.AND_MORE, lang, n=left, option="--format json"))
    return shown


def _edge(edge: Evidence, names: dict[str, str], lang: str) -> str:
    target, colon, word = edge.to.partition(": ")
    if edge.relation == "channel" and colon:
        return f"{relation(edge.relation, lang)} {names.get(target) or _value(target, lang)}: {_value(word, lang)}"
    to = names.get(edge.to) or ", ".join(names.get(part) or _value(part, lang) for part in edge.to.split(", "))
    return f"{relation(edge.relation, lang)} {to}".rstrip()


def _value(word: str, lang: str) -> str:
    if counted := _COUNTED.fullmatch(word):
        return t.fill(t.OF, lang, n=counted[1], of=counted[2], what="").strip()
    if limit := _LIMIT.fullmatch(word):
        return t.fill(t.LIMIT, lang, n=limit[1].replace(".", ",") if lang == "sv" else limit[1])
    if word.startswith("not ") and word[4:] in t.VALUES:
        return f"{t.NOT.get(lang)} {t.VALUES[word[4:]].get(lang)}"
    return t.VALUES[word].get(lang) if word in t.VALUES else word


def by_rule(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings grouped by area and rule: an area as soon as its most harmful rule is due, rules by severity."""
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        rules.setdefault(finding.code, []).append(finding)
    worst: dict[str, int] = {}
    for group in rules.values():
        place = min(SEVERITIES.index(f.severity) for f in group)
        name = group[0].code[:3]
        worst[name] = min(place, worst.get(name, place))
    return sorted(
        rules.values(),
        key=lambda group: (
            worst[group[0].code[:3]],
            t.area_place(group[0].code),
            min(SEVERITIES.index(f.severity) for f in group),
            group[0].code,
        ),
    )


def parted(audit: Audit) -> tuple[list[Finding], list[Finding]]:
    """The conclusions, and the open questions."""
    sure_ones = [f for f in audit.findings if f.certainty > Degree.OPEN]
    return sure_ones, [f for f in audit.findings if f.certainty == Degree.OPEN]


def frozen(finding: Finding) -> bool:
    """Whether it is the baseline that accepts it, which gives no reason one by one."""
    return finding.waived == "baseline"


def accepted(audit: Audit, lang: str) -> list[str]:
    """How many findings are not shown because they were accepted, by the baseline and by waivers."""
    old = sum(frozen(f) for f in audit.waived)
    said = [(old, t.FROZEN_ONE, t.FROZEN_MANY), (len(audit.waived) - old, t.WAIVED_ONE, t.WAIVED_MANY)]
    return [t.count(n, one, many_of, lang) for n, one, many_of in said if n]
