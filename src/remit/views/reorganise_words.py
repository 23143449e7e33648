"""Sentences on a reorganisation, each in both languages: the answer, why it is that change, what is certain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from remit.model.facts import Basis, Degree
from remit.model.text import LANGUAGES, Text
from remit.queries.reorganise.attribution import By, How
from remit.queries.reorganise.records import BROKEN, Difference, Fate, Outcome, Reorganisation
from remit.queries.reorganise.sides import Side
from remit.views import reorganise_texts as r
from remit.views import texts as t
from remit.views import words
from remit.views.loops_text import per_cent
from remit.views.metrics_text import number

GOING = (Fate.CLEARED, Fate.DOUBTED)


def said(text: Text, **values: object) -> Text:
    """A text filled in, in both languages."""
    return Text(*(t.fill(text, lang, **values) for lang in LANGUAGES))


def empty() -> Text:
    """A text that says nothing."""
    return Text("", "")


def spoken(tell: Callable[[str], str]) -> Text:
    """What a function of a language says, in both."""
    return Text(tell("sv"), tell("en"))


def counted(n: int, one: Text, many: Text, none: Text | None = None) -> Text:
    """The form for one, for many or for none, in both languages."""
    return none if n == 0 and none is not None else said(one if n == 1 else many, n=n)


def joined(parts: Iterable[Text], by: str = " ") -> Text:
    """Texts after one another."""
    told = [part for part in parts if part.sv]
    return Text(by.join(part.sv for part in told), by.join(part.en for part in told))


def listed(numbers: Sequence[int]) -> Text:
    """``2, 3 och 5``."""
    texts = [str(one) for one in numbers]
    if len(texts) < 2:
        return Text("".join(texts), "".join(texts))
    head = ", ".join(texts[:-1])
    return Text(f"{head}{r.AND.sv}{texts[-1]}", f"{head}{r.AND.en}{texts[-1]}")


def interval(low: float, high: float, decimals: int = 1) -> Text:
    """``8`` or ``8–12``, with the decimal sign of the language."""

    def tell(lang: str) -> str:
        first, second = number(low, lang, decimals), number(high, lang, decimals)
        return first if first == second else f"{first}–{second}"

    return spoken(tell)


def shares(share: tuple[float, float]) -> Text:
    """``0–57`` per cent, certain to possible."""

    def tell(lang: str) -> str:
        first, second = (per_cent(end, lang) for end in share)
        return first if first == second else f"{first}–{second}"

    return spoken(tell)


# -- the answer -----------------------------------------------------------------------------------------------


def head(found: Reorganisation) -> Text:
    """What is compared with what, and what counts."""
    shown = spoken(lambda lang: ", ".join(t.CERTAINTY[d].get(lang) for d in words.DEGREES if d >= found.certainty))
    if len(found.outcomes) > 1:
        return said(r.HEAD_SEVERAL, n=len(found.outcomes), before=found.before.title, on=found.before.on, shown=shown)
    steps = found.outcomes[0].steps
    if [step.operation for step in steps] == ["without"]:
        without = spoken(lambda lang: steps[0].says.get(lang)[:1].lower() + steps[0].says.get(lang)[1:])
        return said(r.HEAD_WHAT_IF, before=found.before.title, on=found.before.on, without=without, shown=shown)
    title, after = found.outcomes[0].title, found.outcomes[0].after
    told = said(r.HEAD, before=found.before.title, on=found.before.on, after=after.title, then=after.on, shown=shown)
    return told if title == after.title else said(r.HEAD_NAMED, title=title, head=told)


def answer(found: Reorganisation, one: Outcome) -> list[Text]:
    """The answer in three sentences: findings, loops, hours."""
    return [_findings(one), _loops(one), _hours(found.before, one.after)]


def _findings(one: Outcome) -> Text:
    n = one.counts()
    new = n["new"] + n["firmer"]
    first = said(
        r.ANSWERS_FINDINGS,
        cleared=counted(n["cleared"], r.CLEARED_ONE, r.CLEARED_MANY, r.CLEARED_NONE),
        kept=counted(n["kept"], r.KEPT_ONE, r.KEPT_MANY, r.KEPT_NONE),
        new=counted(new, r.NEW_ONE, r.NEW_MANY, r.NEW_NONE),
    )
    parts = [Text(t.capital(first.sv), t.capital(first.en))]
    gone = sum(d.gone and not d.accepted for d in one.of(Fate.CLEARED))
    untold = sum(d.untold and not d.accepted for d in one.of(Fate.CLEARED))
    for number_, single, many in (
        (gone, r.GONE_ONE, r.GONE_MANY),
        (untold, r.UNTOLD_ONE, r.UNTOLD_MANY),
        (n["doubted"], r.DOUBTED_ONE, r.DOUBTED_MANY),
        (n["firmer"], r.FIRMER_ONE, r.FIRMER_MANY),
    ):
        if number_:
            parts.append(counted(number_, single, many))
    return joined(parts)


def _loops(one: Outcome) -> Text:
    loops = one.loops
    if loops.before is None or loops.after is None:
        return r.NO_LOOP
    paper = r.PAPER if loops.after.on_paper else Text("", "")
    n = len(loops.topics)
    text = r.LOOP_ONE_TOPIC if n == 1 else r.LOOP_ANSWER
    return said(text, before=shares(loops.before.closure), after=shares(loops.after.closure), paper=paper, n=n)


def _hours(before: Side, after: Side) -> Text:
    told = {"bn": before.count.groups, "an": after.count.groups}
    if not (before.counted or after.counted):
        return said(r.NO_HOURS if before.metrics.meetings.assumed_hours is None else r.NO_HOURS_ASSUMED, **told)
    if not (before.counted and after.counted):
        side, text = (before, r.HOURS_BEFORE_ONLY) if before.counted else (after, r.HOURS_AFTER_ONLY)
        return said(text, hours=interval(*side.hours, 0), n=side.counted, **told)
    return said(
        r.HOURS_ANSWER,
        before=interval(*before.hours, 0),
        after=interval(*after.hours, 0),
        nb=before.counted,
        na=after.counted,
        **told,
    )


# -- what is certain ------------------------------------------------------------------------------------------


def certain(found: Reorganisation, one: Outcome) -> list[Text]:
    """How sure what is cleared, kept and new is; what is not counted; what rests on paper or an assumption."""
    told = [line for fate in Fate if (line := _by_certainty(one, fate)) is not None]
    if any(one.hidden):
        option = "--certainty open" if found.certainty == Degree.REPORTED else "--certainty reported"
        text = r.HIDDEN if found.certainty == Degree.REPORTED else r.HIDDEN_SUREST
        told.append(said(text, before=one.hidden[0], after=one.hidden[1], option=option))
    n = sum(d.was > Degree.NO and d.fate not in BROKEN for d in one.whole)
    if n > one.audited:
        told.append(said(r.PARTS, before=one.audited, n=n))
    told += _who(one)
    if one.after.represents == "proposal":
        told.append(r.ON_PAPER)
    if one.after.on != found.before.on:
        told.append(r.DATES_DIFFER)
    hours = found.before.metrics.meetings.assumed_hours
    if hours is not None:
        told.append(said(r.ASSUMED_HOURS, hours=interval(hours, hours, 2)))
    return told


def _who(one: Outcome) -> list[Text]:
    """How many of the changes each is behind, where it is not one alone."""
    from remit.views.scene.texts import BASIS

    steps = Counter(step.basis for step in one.steps if step.basis is not None)
    if len(steps) < 2:
        return []
    parts = [said(r.BEHIND_N, who=BASIS[basis.value], n=n) for basis, n in steps.most_common()]
    told = [said(r.BEHIND_CHANGES, told=joined(parts, ", "))]
    return [*told, r.BY_PLANNER] if steps[Basis.PLANNER] else told


def _by_certainty(one: Outcome, fate: Fate) -> Text | None:
    sure = Counter(d.was if fate in GOING else d.now for d in one.of(fate) if not d.accepted)
    if not sure:
        return None
    parts = [said(r.CERTAIN_N, n=sure[d], certainty=t.CERTAINTY[d]) for d in words.DEGREES if sure[d]]
    return said(r.CERTAIN_ROW, fate=r.FATES[fate.value], told=joined(parts, ", "))


# -- why it is that change ------------------------------------------------------------------------------------


def by_label(numbers: Sequence[int]) -> Text:
    """``Ändring 3`` or ``Ändringarna 1 och 3``."""
    if tuple(numbers) == (0,):
        return r.BY_HEAD
    return said(r.CHANGE, n=numbers[0]) if len(numbers) == 1 else said(r.CHANGES, list=listed(numbers))


def why(one: Difference, outcome: Outcome) -> Text:
    """Why it is counted to a change, in words; empty for what no change makes."""
    by = one.by
    if by is None:
        return Text("", "")
    if by.numbers == (0,):
        return r.BY_HEAD_MEANS
    goes = one.fate in GOING
    parts = [_how(by, goes, len(outcome.steps))]
    if by.disagree:
        block = outcome.blocks.get(by.order)
        others = [n for n in block or () if n != by.order]
        parts.append(said(r.DISAGREE_TIED, n=by.order, list=listed(others)) if others else said(r.DISAGREE, n=by.order))
    if by.first is not None:
        parts.append(said(r.CAME_BACK[goes], n=by.first))
    return joined(parts)


def _how(by: By, goes: bool, steps: int) -> Text:
    if by.how == How.ONE:
        return said(r.WITHOUT_ONE[goes], n=by.numbers[0]) if steps > 1 else Text("", "")
    if by.how == How.UNSETTLED:
        return said(r.UNSETTLED, n=by.order)
    if by.how == How.BLOCK:
        return said(r.BLOCK[goes], n=by.numbers[0], list=listed(by.numbers[1:]))
    text = {How.TOGETHER: r.TOGETHER, How.EACH: r.EACH}[by.how]
    return said(text[goes], list=listed(by.numbers))


def tied(outcome: Outcome, number_: int) -> Text:
    """Which changes build on one, so that it cannot be left out alone; empty where none does."""
    if number_ not in outcome.blocks:
        return Text("", "")
    block = outcome.blocks[number_]
    others = [n for n in block or () if n != number_]
    if not others:
        return said(r.TIED_TO_ALL, n=number_)
    return said(r.TIED_ONE if len(others) == 1 else r.TIED, n=number_, list=listed(others))


# -- findings -------------------------------------------------------------------------------------------------


def message(one: Difference) -> Text:
    """What the finding says; a long list of names is cut."""
    return spoken(lambda lang: words.message(one.finding, lang))


def sure(one: Difference) -> Text:
    """How sure it is, and how sure it was where that differs."""
    if one.was and one.now and one.was != one.now:
        return said(r.WAS, was=t.CERTAINTY[one.was], now=t.CERTAINTY[one.now])
    return t.CERTAINTY[one.now or one.was]


def notes(one: Difference) -> Text:
    """What else is to be known of it: that its subject is gone, that somebody accepts it."""
    parts = [r.GONE] if one.gone else [r.UNTOLD] if one.untold else []
    if one.accepted:
        parts.append(r.IN_BASELINE if one.accepted == "baseline" else said(r.ACCEPTED, reason=one.accepted))
    return joined(parts, "; ")


def behind(basis: object, sources: Collection[object]) -> Text:
    """Who is behind a change, and where it is said."""
    from remit.views.scene.texts import BASIS

    who = BASIS[str(basis)] if basis else Text("", "")
    where = spoken(lambda lang: words.places(sources, lang))  # type: ignore[arg-type]
    return joined((who, where), ", ")
