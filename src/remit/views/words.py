"""What the parts of a finding are called, for every report alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from remit.graph.logic import Evidence
from remit.model.facts import Degree, Extent, SourceRef
from remit.model.text import Text
from remit.queries.finding import Audit, Finding
from remit.queries.rule import SEVERITIES, Reach
from remit.views import texts as t

DEGREES = (Degree.ESTABLISHED, Degree.REPORTED, Degree.OPEN)
EVIDENCE_SHOWN = 4
"""How many edges a report for reading shows; the rest is counted and stands in the JSON."""

RELATIONS: dict[str, Text] = {
    "escalates_to": Text("lyfter till", "escalates to"),
    "prepares_for": Text("bereder åt", "prepares for"),
    "recommends_to": Text("rekommenderar", "recommends to"),
    "reports_back_to": Text("återrapporterar till", "reports back to"),
    "informs": Text("informerar", "informs"),
    "implements_through": Text("genomför genom", "implements through"),
    "answers_to": Text("svarar inför", "answers to"),
    "reports_to": Text("rapporterar till", "reports to"),
    "linked_to": Text("är knuten till", "is linked to"),
    "parent": Text("ligger under", "is under"),
    "seats": Text("har plats", "has seat"),
    "link": Text("förbindelse", "link"),
    "none": Text("finns inte", "none"),
    "unclear": Text("oklart", "unclear"),
    "unknown": Text("inte känt", "unknown"),
    "deferred": Text("uppskjutet", "deferred"),
}


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
    run = t.fill(
        t.HEAD_RUN, lang, rules=len(audit.looked_at), shown=shown_degrees(audit, lang), engine=audit.engine
    )
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


def source(audit: Audit, ref: SourceRef, lang: str) -> str:
    """``Utredningen, Utredarens reflexioner, stycke 3``."""
    title = audit.document_titles.get(ref.document)
    parts = [title.get(lang) if title else ref.document]
    if ref.section:
        parts.append(ref.section)
    if ref.paragraph:
        parts.append(t.fill(t.PARAGRAPH, lang, n=ref.paragraph))
    return ", ".join(parts)


def sources(audit: Audit, finding: Finding, lang: str) -> list[str]:
    """Every source of a finding."""
    return [source(audit, ref, lang) for ref in finding.sources]


def relation(word: str, lang: str) -> str:
    """A relation in words where there are words for it."""
    if word in RELATIONS:
        return RELATIONS[word].get(lang)
    if word.startswith("no ") and word[3:] in RELATIONS:
        return Text("ingen", "no").get(lang) + " " + RELATIONS[word[3:]].get(lang)
    return word


def evidence(finding: Finding, lang: str) -> list[str]:
    """The edges and measures of a finding, the first few, and how many more there are."""
    names = {s.id: s.name.get(lang) for s in (finding.subject, *finding.related)}
    shown = [_edge(edge, names, lang) for edge in finding.evidence[:EVIDENCE_SHOWN]]
    left = len(finding.evidence) - len(shown)
    if left > 0:
        shown.append(t.fill(t.AND_MORE, lang, n=left, option="--format json"))
    return shown


def _edge(edge: Evidence, names: dict[str, str], lang: str) -> str:
    to = names.get(edge.to) or relation(edge.to, lang)
    return " ".join(part for part in (names.get(edge.from_, edge.from_), relation(edge.relation, lang), to) if part)


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


def waived_reason(finding: Finding, lang: str) -> str:
    """Why a finding is accepted."""
    return t.BASELINE_REASON.get(lang) if finding.waived == "baseline" else finding.waived
