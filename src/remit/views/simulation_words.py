"""Figures and sentences of a simulation in both languages, shared by the text and the page."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable

from remit.graph.calendar import YEAR
from remit.graph.loop.records import STEP_NAMES
from remit.model.text import LANGUAGES, Text
from remit.simulation.outcome.compare import Comparison
from remit.simulation.outcome.intervals import Estimate
from remit.simulation.outcome.measures import MEASURES, Unit
from remit.simulation.outcome.run import Simulation
from remit.simulation.outcome.told import stops
from remit.simulation.outcome.tornado import Tornado
from remit.simulation.plan import STEPS
from remit.views import simulation_texts as t
from remit.views.texts import fill

NO_FIGURE = Text("–", "–")
MINUS = "\u2212"
TOPICS_NAMED = 4
"""Of more topics than these only the number is told at the head."""
PLACES_SHOWN = 3
"""How many places a step names where matters stop there."""


def both(make: Callable[[str], str]) -> Text:
    """A text made in each language."""
    return Text(*(make(lang) for lang in LANGUAGES))


def filled(text: Text, **values: object) -> Text:
    """A text filled in in both languages."""
    return both(lambda lang: fill(text, lang, **values))


def number(value: float, decimals: int = 0) -> Text:
    """A figure: decimal comma and hard spaces between thousands in Swedish, points and commas in English."""
    if not math.isfinite(value):
        return NO_FIGURE
    english = f"{value:,.{decimals}f}"
    if float(english.replace(",", "")) == 0:
        english = english.lstrip("-")
    english = english.replace("-", MINUS)
    return Text(english.replace(",", "\u00a0").replace(".", ","), english)


def figure(value: float, unit: Unit) -> Text:
    """A measure's figure with as many digits as say something."""
    if unit == "share":
        found = number(value * 100, 0 if abs(value) >= 0.1 or value == 0 else 1)
        return found if found is NO_FIGURE else Text(f"{found.sv}\u00a0%", f"{found.en}%")
    return number(value, 0 if abs(value) >= 20 or value == 0 else 1)


def signed(value: float, unit: Unit) -> Text:
    """A difference, with its sign; shares in percentage points."""
    scaled = value * 100 if unit == "share" else value
    found = number(scaled, 0 if abs(scaled) >= 20 or scaled == 0 else 1)
    return Text(*(f"+{one}" for one in found)) if scaled > 0 and found is not NO_FIGURE else found


def span(found: Estimate, unit: Unit, show: Callable[[float, Unit], Text] = figure) -> Text:
    """``70 % till 81 %``; empty where there is no interval."""
    if not (math.isfinite(found.low) and math.isfinite(found.high)):
        return Text("", "")
    low, high = (show(_within(end, unit, show), unit) for end in (found.low, found.high))
    if low == high == show(found.mean, unit):
        return Text("", "")
    return Text(f"{low.sv} till {high.sv}", f"{low.en} to {high.en}")


def _within(value: float, unit: Unit, show: Callable[[float, Unit], Text]) -> float:
    """A share's interval is shown within 0 and 1, any other level's from 0; of a difference it is shown as it is."""
    if show is signed:
        return value
    return min(max(value, 0.0), 1.0) if unit == "share" else max(value, 0.0)


def with_span(found: Estimate, unit: Unit, show: Callable[[float, Unit], Text] = figure) -> Text:
    """``76 % (70 % till 81 %)``."""
    if not found.n:
        return NO_FIGURE
    mean, ends = show(found.mean, unit), span(found, unit, show)
    return Text(*(f"{a} ({b})" if b else a for a, b in zip(mean, ends, strict=True)))


def of_hundred(share: float) -> Text:
    """A share as a number of a hundred; ``under 1`` where it is less and not none."""
    if not math.isfinite(share):
        return NO_FIGURE
    if 0 < share < 0.005:
        return Text("under 1", "under 1")
    return number(share * 100)


def length(days: float) -> Text:
    """Days; from two months on as months, from two years on as years."""
    if not math.isfinite(days):
        return NO_FIGURE
    if days >= 2 * YEAR:
        found = number(days / YEAR, 1)
        return Text(f"{found.sv} år", f"{found.en} years")
    if days >= YEAR / 6:
        found = number(days / YEAR * 12)
        return Text(f"{found.sv} månader", f"{found.en} months")
    return filled(t.DAYS, n=number(days))


def years(days: float) -> Text:
    """A span of the run in years."""
    found = days / YEAR
    if 0 < abs(found) < 0.995:  # not 0.0 years: as many decimals as the first figure needs
        return number(found, min(1 + max(-math.floor(math.log10(abs(found))) - 1, 0), 6))
    return number(found, 0 if abs(found - round(found)) < 0.005 else 1)


def title(of: Comparison) -> Text:
    """The title of a result."""
    if len(of.simulations) == 1:
        return filled(t.TITLE_ONE, first=of.first.title)
    first, *others = names(of)
    return filled(t.TITLE_MANY, first=first, others=listed(others))


def names(of: Comparison) -> list[Text]:
    """What the structures are called in tables: the head of the title, before a dash or colon, where that tells them
    apart; a number where they have the same title.
    """
    whole = [one.title for one in of.simulations]
    heads = [both(lambda lang, one=one: re.split(r" [–-] |: ", one.get(lang))[0]) for one in whole]  # type: ignore[misc]
    found = heads if len(set(heads)) == len(heads) else whole
    counted = [found[: place + 1].count(one) for place, one in enumerate(found)]
    return [
        one if found.count(one) == 1 else Text(f"{one.sv} ({number})", f"{one.en} ({number})")
        for one, number in zip(found, counted, strict=True)
    ]


def listed(texts: Iterable[Text]) -> Text:
    """``a, b och c``."""
    found = list(texts)
    if len(found) < 2:
        return found[0] if found else Text("", "")
    return both(lambda lang: ", ".join(x.get(lang) for x in found[:-1]) + t.AND.get(lang) + found[-1].get(lang))


def head(of: Comparison) -> list[Text]:
    """What was run."""
    first = of.first
    window = first.setting.window
    lines = [
        filled(
            t.HEAD if first.setting.replications > 1 else t.HEAD_ONCE,
            years=years(window.until),
            replications=number(first.setting.replications),
            seed=first.setting.seed,
            warm_up=years(window.warm_up),
            follow=years(window.follow),
        )
    ]
    if len(of.simulations) > 1:
        other = _not_the_same(of)
        lines.append(filled(t.NOT_THE_SAME, principals=listed(other)) if other else t.SAME_LUCK)
    setting = first.setting
    if len(setting.topics) > TOPICS_NAMED:
        lines.append(filled(t.SOME_TOPICS, n=len(setting.topics)))
    elif setting.topics:
        lines.append(filled(t.ONLY_TOPICS, topics=listed(map(first.name, setting.topics))))
    if setting.principals:
        lines.append(filled(t.ONLY_PRINCIPALS, principals=listed(map(first.name, setting.principals))))
    return [*lines, t.WHOLE] if setting.topics or setting.principals else lines


def _not_the_same(of: Comparison) -> list[Text]:
    """The principals with whom not the same matters are raised in all the structures: some do not have them, or more
    matters arise there. One that a scenario has only renamed has the same.
    """
    met: list[dict[str, frozenset[tuple[int, float]]]] = []
    for one in of.simulations:
        classes = one.plan.classes
        here: dict[str, set[tuple[int, float]]] = {}
        for at in (one.parts.member[0] & (classes.rate > 0)).nonzero()[0].tolist():
            principal = one.plan.principals[int(classes.principal[at])]
            here.setdefault(principal, set()).add((int(classes.stream[at]), float(classes.rate[at])))
        met.append({principal: frozenset(raised) for principal, raised in here.items()})
    return list(
        dict.fromkeys(
            one.name(principal)
            for one, here in zip(of.simulations, met, strict=True)
            for principal, raised in here.items()
            if any(raised not in other.values() for other in met)
        )
    )


def notes(of: Comparison) -> list[Text]:
    """What whoever reads the numbers should know, and of which structure where there are several."""
    once = [t.ONCE] if of.first.setting.replications == 1 else []
    if len(of.simulations) == 1:
        return [*once, *of.first.notes]
    called = zip(of.simulations, names(of), strict=True)
    return once + [
        Text(*(f"{name}: {said}" for name, said in zip(title, note, strict=True)))
        for one, title in called
        for note in one.notes
    ]


def answer(of: Comparison) -> list[Text]:
    """What whoever asked wants to know, in sentences: how many arrive and how fast, the difference, what it costs."""
    lines = [_level(one, name) for one, name in zip(of.simulations, names(of), strict=True)]
    for place in range(1, len(of.simulations)):
        lines += _apart(of, place)
    return lines


def _level(one: Simulation, name: Text) -> Text:
    arrived = one["arrived"]
    if not arrived.n:
        return filled(t.NONE_RAISED, title=name)
    ends = span(arrived, "share")
    told = filled(
        t.GETS_THERE,
        title=name,
        share=of_hundred(arrived.mean),
        follow=years(one.setting.window.follow),
        span=filled(t.SPAN, span=ends) if ends.sv else ends,
    )
    if arrived.mean > 0:
        more = _takes(one)
    elif arrived.n == 1:
        more = t.NONE_ARRIVES_ONCE
    else:
        more = filled(t.NONE_ARRIVES, replications=number(arrived.n))
    found = one.moments["steps"].mean[1]
    worst = int(found.argmax())
    stop = Text("", "")
    if found[worst] >= 0.005:
        key = STEPS[worst]
        stop = filled(t.MOST_STOP, step=key, name=STEP_NAMES[key], share=of_hundred(float(found[worst])))
    return both(lambda lang: " ".join(part.get(lang) for part in (told, more, stop) if part.sv))


def _takes(one: Simulation) -> Text:
    """How long it takes; as far as enough arrive to tell."""
    median, p90 = one["median"].mean, one["p90"].mean
    if not math.isfinite(median):
        return Text("", "")
    if not math.isfinite(p90):
        return filled(t.TAKES_HALF, median=length(median))
    return filled(t.TAKES, median=length(median), p90=length(p90))


def _apart(of: Comparison, place: int) -> list[Text]:
    one, found = of.simulations[place], of.difference(place, "waited")
    called = names(of)
    told = {"title": called[place], "first": called[0], "follow": years(one.setting.window.follow)}
    days, ends = filled(t.DAYS, n=number(abs(found.paired.mean))), span(found.paired, "days", signed)
    within = filled(t.SPAN_DAYS, span=ends) if ends.sv else ends
    lines = [filled(t.DIFFERENCE[found.verdict], **told, days=days, span=within)]
    hours = of.difference(place, "meeting_hours").paired.mean
    if math.isfinite(hours):
        more = t.AS_MANY if round(hours) == 0 else t.MORE_HOURS if hours > 0 else t.FEWER_HOURS
        lines.append(
            filled(
                t.COSTS,
                **told,
                hours=number(one["meeting_hours"].mean),
                more=filled(more, n=number(abs(hours))),
                preparation=number(one["preparation_hours"].mean),
            )
        )
    return lines


def interval(of: Comparison) -> Text:
    """What the figures in brackets are, and in what differences are."""
    if len(of.simulations) == 1:
        return t.INTERVAL
    return both(lambda lang: f"{t.INTERVAL.get(lang)} {t.POINTS.get(lang)}")


def rests(of: Comparison) -> list[Text]:
    """What the conclusion rests on."""
    assumed = {one.name for sim in of.simulations if sim.parameters for one in sim.parameters.assumptions()}
    lines = [filled(t.RESTS, n=len(assumed))]
    if of.tornado is None:
        return [both(lambda lang: f"{lines[0].get(lang)} {t.UNTRIED.get(lang)}")] if len(of.simulations) > 1 else lines
    told = survival(of.tornado)
    if len(of.simulations) > 2:  # which of the conclusions it is about
        called = names(of)
        which = filled(t.SURVIVES_OF, title=called[-1], first=called[0])
        told = [Text(*(f"{a} {b[:1].lower()}{b[1:]}" for a, b in zip(which, one, strict=True))) for one in told]
    return [*lines, *told]


def survival(found: Tornado) -> list[Text]:
    """Whether the conclusion survives the ranges of the assumptions."""
    if found.difference is None:
        return []
    if all(one.survives is None for one in found.swings):
        return [t.NO_CONCLUSION]
    if not found.turning:
        return [filled(t.HOLDS_ALL, n=len(found.swings))]
    names = listed(one.parameter.text for one in found.turning)
    return [filled(t.TURNS, names=names, n=len(found.swings) - len(found.turning))]


def stopped_at(one: Simulation) -> dict[str, list[tuple[str, float]]]:
    """Per step the places where matters stop for good, and the shares, most first."""
    found: dict[str, list[tuple[str, float]]] = {step: [] for step in STEPS}
    for step, place, share in stops(one):
        found[step].append((place, share.mean))
    return found


def places(one: Simulation, found: list[tuple[str, float]]) -> Text:
    """``hos A (32), B (8) och 4 till``."""
    if not found:
        return Text("", "")
    shown = [
        Text(*(f"{name} ({n})" for name, n in zip(one.name(place), of_hundred(share), strict=True)))
        if share >= 0.005
        else one.name(place)
        for place, share in found[:PLACES_SHOWN]
    ]
    rest = len(found) - len(shown)
    names = both(lambda lang: ", ".join(text.get(lang) for text in shown)) if rest else listed(shown)
    if rest:
        names = both(lambda lang: f"{names.get(lang)} {fill(t.AND_OTHERS, lang, n=rest)}")
    return filled(t.AT, names=names)


def measure_text(name: str) -> Text:
    """What a measure is called."""
    return MEASURES[name].text


__all__ = [
    "answer",
    "both",
    "figure",
    "filled",
    "head",
    "length",
    "listed",
    "measure_text",
    "names",
    "notes",
    "number",
    "of_hundred",
    "places",
    "rests",
    "signed",
    "span",
    "stopped_at",
    "survival",
    "title",
    "with_span",
    "years",
]
