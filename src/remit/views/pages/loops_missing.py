"""The links that would have to exist for a matter to arrive, in sentences; alike ones of many are one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from remit.graph.loop import Missing
from remit.model.text import Text, sort_key
from remit.views import decision_text, words
from remit.views import texts as t
from remit.views.pages import loops_texts as lt

Called = Callable[[str], Text]


@dataclass(frozen=True, slots=True)
class Link:
    """Links of one relation that differ at one end at most, and who could arrange them."""

    relation: str
    from_: tuple[str, ...]
    to: tuple[str, ...]
    owners: tuple[str, ...]

    def ids(self) -> tuple[str, ...]:
        """Everything that it names."""
        return (*self.from_, *self.to, *self.owners)


def gathered(cut: Sequence[Missing]) -> list[Link]:
    """The missing links in their order; those of many that lack the same, or of one to many, are one."""
    alike: dict[tuple[str, ...], list[Missing]] = {}
    for one in cut:
        key: tuple[str, ...] = (one.relation, one.from_, one.to)  # differing in who could arrange it, at most
        if one.relation == "recommends_to":
            key = (one.relation, one.from_)
        elif one.from_ == one.owner:
            key = (one.relation, "", one.to)
        alike.setdefault(key, []).append(one)
    return [
        Link(some[0].relation, *(_once(ends) for ends in zip(*((m.from_, m.to, m.owner) for m in some), strict=True)))
        for some in alike.values()
    ]


def _once(ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def said(link: Link, kinds: Mapping[str, str], called: Called, lang: str, most: int | None = decision_text.MANY) -> str:
    """A link in words; ``most``: how many names are listed before they are counted."""

    def names(ids: Sequence[str]) -> str:
        if most is not None and len(ids) > most:
            return t.fill(t.SO_MANY_PRINCIPALS, lang, n=len(ids))
        return ", ".join(sorted((_name(one, called).get(lang) for one in ids), key=sort_key))

    of_topic = link.relation == "channel" and kinds.get(link.from_[0]) == "topic"
    text = lt.MISSING_WAY_OF_TOPIC if of_topic else lt.MISSING.get(link.relation, lt.MISSING_OTHER)
    what = t.fill(text, lang, from_=names(link.from_), to=names(link.to), relation=words.relation(link.relation, lang))
    owners = [one for one in link.owners if one and one not in link.from_]
    return t.capital(t.fill(lt.ARRANGED_BY, lang, what=what, owner=names(owners)) if owners else what)


def _name(identifier: str, called: Called) -> Text:
    """The name of an end, which may be a word of the loop's own."""
    if identifier in lt.MISSING_ENDS:
        return lt.MISSING_ENDS[identifier]
    return called(identifier)
