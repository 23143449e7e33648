"""The words of a finding at its place on the picture: its label, and whom it is between where they are few."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from remit.model.text import LANGUAGES, Text
from remit.views.scene import texts as t
from remit.views.scene.edges import Drawn
from remit.views.scene.findings import Shown, label
from remit.views.scene.sides import Sides
from remit.views.scene.wording import fill, joined

MOST_PARTIES = 3
MOST_HEAD = 12
ABBREVIATION = re.compile(r"\(([^\W_a-zåäö][^\s()]{1,7})\)\s*$")


def short_name(name: Text) -> Text:
    """The abbreviation that stands in brackets at the end of a name, or before a dash, else the whole."""
    told = []
    for lang in LANGUAGES:
        part = name.get(lang)
        found = ABBREVIATION.search(part)
        head, dash, _ = part.partition(" – ")
        if found and sum(one.isupper() for one in found[1]) > 1:
            told.append(found[1])
        else:
            told.append(head if dash and len(head) <= MOST_HEAD else part)
    return Text(*told)


def put_marks(sides: Sides, shown: Sequence[Shown], card_of: Mapping[str, str], edges: Sequence[Drawn]) -> None:
    """Fill in the mark of each finding. Findings of which the same is said keep the same words, so that they can be
    drawn as one.
    """
    labels = {one.number: label(one) for one in shown}
    alike = Counter((one.finding.code, one.finding.certainty, labels[one.number]) for one in shown)
    for one in shown:
        one.label = one.mark = labels[one.number]
        parties = _parties(sides, one, card_of, edges)
        if parties is not None and alike[one.finding.code, one.finding.certainty, one.label] == 1:
            one.mark = fill(t.MARK, label=one.label, parties=parties)


def _parties(sides: Sides, one: Shown, card_of: Mapping[str, str], edges: Sequence[Drawn]) -> Text | None:
    """Whom a finding is between, or where its ways all lead; nothing where it is about one thing or many."""
    about = [i for i in (one.finding.subject.id, *one.finding.subject.ids()) if i not in sides.hidden]
    related = [s.id for s in one.finding.related if s.id in card_of and s.id not in about and s.id not in sides.hidden]
    ends = {end for place in one.edges for _, end in edges[place].members}
    if len(ends) == 1 and ends <= set(related):
        return fill(t.LEADS_TO, name=short_name(sides.name(ends.pop())))
    own = [i for i in dict.fromkeys(about) if i in card_of and sides.kind(i) not in ("set", "")]
    between = [*own, *related]
    if not own or not related or len(between) > MOST_PARTIES:
        return None
    return joined([short_name(sides.name(i)) for i in between], t.AND)
