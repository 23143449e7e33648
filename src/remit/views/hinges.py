"""On which uncertain facts a finding hinges, in words (``--sensitivity``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from remit.model.text import Text
from remit.queries.engine import join_words
from remit.queries.finding import Audit, Finding
from remit.queries.sensitivity.hinge import Hinge
from remit.views import texts as t

FACTS_SHOWN = 4
"""How many facts a report for reading shows; the rest is counted and stands in the JSON."""
NAMES_SHOWN = 4
_ANY = Text("*", "*")


def hinges(audit: Audit, finding: Finding, lang: str) -> list[str]:
    """The facts that would turn a finding, a sentence each, the first few; nothing where nobody asked."""
    if audit.sensitivity is None:
        return []
    alike: dict[tuple[Hinge, ...], list[str]] = {}
    for fact in _by_fact(audit.sensitivity.of(finding.identity)):
        # fields of the same things that turn it in the same way are told together
        same = tuple(hinge._replace(path="", field=_ANY) if hinge.about else hinge for hinge in fact)
        alike.setdefault(same, []).append(fact[0].field.get(lang))
    told = [_sentence(same, fields, lang) for same, fields in alike.items()]
    if len(told) > FACTS_SHOWN + 1:
        more = t.fill(t.AND_MORE, lang, n=len(told) - FACTS_SHOWN, option="--format json")
        told = [*told[:FACTS_SHOWN], more]
    return told or [t.ROBUST.get(lang)]


def _by_fact(found: Iterable[Hinge]) -> list[list[Hinge]]:
    """The hinges that are about the same facts, in the order of the first of each."""
    facts: dict[tuple[object, ...], list[Hinge]] = {}
    for hinge in found:
        facts.setdefault((hinge.kind, hinge.path, hinge.now, hinge.about), []).append(hinge)
    return list(facts.values())


def _sentence(alike: Sequence[Hinge], fields: Sequence[str], lang: str) -> str:
    first = alike[0]
    effects = "; ".join(f"{_if(hinge, lang)} {t.THEN[hinge.then].get(lang)}" for hinge in alike)
    field = ", ".join(t.fill(t.QUOTED, lang, word=field) for field in dict.fromkeys(fields))
    if not first.about:
        return t.fill(t.HINGE_KIND, lang, field=field, now=t.NOW[first.now], effects=effects)
    names = list(dict.fromkeys(name.get(lang) for name in first.names))
    if len(names) > NAMES_SHOWN + 1:
        who = t.fill(t.HINGE_MANY, lang, names=", ".join(names[:NAMES_SHOWN]), n=len(names) - NAMES_SHOWN)
    else:
        who = join_words(names, lang)
    if len(first.about) > 1:
        who = t.fill(t.HINGE_EACH, lang, who=who)
    return t.fill(t.HINGE, lang, field=field, who=who, now=t.NOW[first.now], effects=effects)


def _if(hinge: Hinge, lang: str) -> str:
    if not hinge.values:
        return t.IF[hinge.if_].get(lang)
    told = [t.VALUES[value].get(lang) if value in t.VALUES else value for value in hinge.values]
    one_of = t.fill(t.EITHER, lang, first=", ".join(told[:-1]), last=told[-1]) if len(told) > 1 else told[0]
    return t.fill(t.IF["value"], lang, values=one_of)
