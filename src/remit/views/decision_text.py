"""Who decides a matter, how many separate decisions it takes and who can stop it, as sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from remit.graph.loop import Decider, Decision, Stop
from remit.model.text import sort_key
from remit.views import texts as t

MANY = 6
"""More names than these are told by their number, where a page says elsewhere who they are."""

Called = Callable[[str], str]


def decided_by(decision: Decision, called: Called, lang: str, most: int | None = None) -> str:
    """``Board (joint board, host: A) for 5 principals``; the principals that decide for themselves last."""
    alone = [one.id for one in decision.by if one.form == "principal"]
    told = [_body(one, called, lang) for one in decision.by if one.form != "principal"]
    if alone:
        names = _names(alone, called, lang, most)
        told.append(t.fill(t.DECIDES_EACH, lang, names=names) if len(alone) > 1 else names)
    return "; ".join(told)


def number(decision: Decision) -> str:
    """How many separate decisions."""
    return str(decision.number or "?")


def stopped_by(decision: Decision, called: Called, lang: str, most: int | None = None) -> str:
    """``each alone: A, B``, ``only together, none alone: A, B``; ``most``: how many names are listed."""
    told = [_stop(stop, called, lang, most) for stop in decision.stops]
    if decision.unanimous is not None:
        told.append(t.ONE_NO[decision.unanimous].get(lang))
    return "; ".join(told)


def bodies(decision: Decision, called: Called) -> list[str]:
    """``Stenby: fullmäktige i Stenby`` for each principal of which it is told which of its bodies may decide."""
    told = [one for one in decision.by if one.bodies]
    return [
        f"{called(one.id)}: {', '.join(called(body) for body in one.bodies)}"
        for one in sorted(told, key=lambda one: sort_key(called(one.id)))
    ]


def _body(one: Decider, called: Called, lang: str) -> str:
    form = t.FORMS[one.form].get(lang)
    if one.host:
        taken_over = one.form == "task_by_agreement"
        host = t.fill(t.TAKEN_OVER_BY if taken_over else t.HOST, lang, name=called(one.host))
        form = f"{form} {host}" if taken_over else f"{form}, {host}"
    return t.count(len(one.principals), t.DECIDES_FOR_ONE, t.DECIDES_FOR, lang, name=called(one.id), form=form)


def _stop(stop: Stop, called: Called, lang: str, most: int | None) -> str:
    if not stop.who:
        return t.STOP_UNKNOWN.get(lang)
    names = _names(stop.who, called, lang, most)
    if stop.how == "together":
        return t.fill(t.STOP_TOGETHER, lang, names=names)
    return t.fill(t.STOP_EACH if len(stop.who) > 1 else t.STOP_ONE, lang, names=names)


def _names(ids: Sequence[str], called: Called, lang: str, most: int | None) -> str:
    if most is not None and len(ids) > most:
        return t.fill(t.SO_MANY_PRINCIPALS, lang, n=len(ids))
    return ", ".join(sorted((called(one) for one in ids), key=sort_key))
