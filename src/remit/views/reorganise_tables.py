"""The tables of a reorganisation's report: loops, figures, structure, several scenarios side by side."""

from __future__ import annotations

from remit.graph.loop import STATE_NAMES, STEP_NAMES
from remit.model.facts import Extent
from remit.model.kinds import registry
from remit.model.text import Text, sort_key
from remit.queries.reorganise.records import BROKEN, Difference, Fate, Outcome, Reorganisation
from remit.queries.reorganise.says import listed
from remit.queries.reorganise.sides import Side
from remit.queries.reorganise.structure import FATES, FieldChange, PartChange, ThingChange
from remit.views import reorganise_texts as r
from remit.views import reorganise_words as w
from remit.views import texts as t
from remit.views.difference_rows import short
from remit.views.reorganise_parts import Chapter, Table
from remit.views.reorganise_words import interval, said

DASH = Text("–", "–")
VALUES_SHOWN = 6
"""How many values of a list are told one by one."""
THINGS_SHOWN = 40
"""How many things of a kind a report for reading shows; the rest is counted and stands in the JSON."""


# -- the loop and the figures ---------------------------------------------------------------------------------


def loops(one: Outcome) -> Chapter:
    """How far matters get before and after."""
    loops = one.loops
    if loops.before is None or loops.after is None:
        return Chapter("loops", r.LOOPS, empty=r.NO_LOOP)
    names = loops.after.names
    topics = sorted((names[topic] for topic in loops.topics), key=lambda name: sort_key(name.sv))
    lead = [said(r.LOOPS_MEANS, topics=w.joined(topics, ", "))]
    if any(loops.left_out):
        lead.append(said(r.LOOPS_LEFT_OUT, before=loops.left_out[0], after=loops.left_out[1]))
    better = sum(cell.better > 0 for cell in loops.cells)
    worse = [cell for cell in loops.cells if cell.better < 0]
    lead.append(said(r.BETTER, n=better, of=len(loops.after.cells), worse=len(worse)))
    unnamed = [sum(one.at_least_broken for one in each.unnamed) for each in (loops.before, loops.after)]
    if any(unnamed):
        lead.append(said(r.UNNAMED, before=unnamed[0], after=unnamed[1]))
    rows = [(r.ALL_THE_WAY, w.shares(loops.before.closure), w.shares(loops.after.closure))]
    for key, share in loops.after.steps.items():
        step = Text(*(f"{key} {STEP_NAMES[key].get(lang)}" for lang in ("sv", "en")))
        rows.append((step, w.shares(loops.before.steps[key]), w.shares(share)))
    tables = [Table(t.SHARE, (t.STEP, r.BEFORE, r.AFTER), tuple(rows))]
    if worse:
        told = tuple(
            (cell.topic_name, cell.principal_name, _end(cell.before), _end(cell.after)) for cell in worse[:THINGS_SHOWN]
        )
        tables.append(Table(r.WORSE_ROWS, (t.TOPIC, r.PRINCIPAL, r.BEFORE, r.AFTER), told, numbers=False))
    return Chapter("loops", r.LOOPS, tuple(lead), tables=tuple(tables))


def _end(end: tuple[str, str]) -> Text:
    gap, state = end
    return Text(*(f"{gap} {STATE_NAMES[state].get(lang)}".strip() for lang in ("sv", "en")))


def figures(before: Side, one: Outcome) -> Chapter:
    """Groups, meetings, time and structural measures before and after."""
    after = one.after
    rows = [
        (label, tell(before), tell(after))
        for label, tell in (
            (r.GROUPS, lambda s: _plain(s.count.groups)),
            (r.MEETINGS, _meetings),
            (r.SEATS, _seats),
            (r.HOURS, _hours),
            (r.COST, _cost),
        )
    ]
    tables = [Table(r.MEETINGS_AND_TIME, (t.MEASURE, r.BEFORE, r.AFTER), tuple(rows))]
    load = _load(before, one)
    if load is not None:
        tables.append(load)
    old, new = before.figures(), after.figures()
    for caption, labels, more in ((r.MEASURES, _plain_labels(), False), (r.MORE_MEASURES, _labels(), True)):
        told = tuple((label, _figure(old, key), _figure(new, key)) for key, label in labels)
        tables.append(Table(caption, (t.MEASURE, r.BEFORE, r.AFTER), told, more=more))
    return Chapter("figures", r.FIGURES, (r.FIGURES_MEANS,), tables=tuple(tables))


def _plain(n: int) -> Text:
    return Text(str(n), str(n))


def _meetings(side: Side) -> Text:
    n = side.count
    if not n.timed:
        return r.NOT_COUNTED
    return said(r.MEETINGS_TOLD, n=interval(*n.meetings), told=n.timed, of=n.groups)


def _seats(side: Side) -> Text:
    n = side.count
    if not n.many:
        return _plain(n.seats)
    return said(r.SEATS_MANY_ONE if n.many == 1 else r.SEATS_MANY, n=n.seats, many=n.many)


def _hours(side: Side) -> Text:
    if not side.counted:
        return r.NOT_COUNTED
    return said(r.HOURS_TOLD, n=interval(*side.hours, 0), told=side.counted, of=side.count.groups)


def _cost(side: Side) -> Text:
    cost = side.cost
    if cost is None:
        return r.NOT_COUNTED
    told = interval(*cost, 0)
    return Text(*(f"{one} {side.metrics.currency}".strip() for one in told))


def _labels() -> list[tuple[str, Text]]:
    found = []
    for part, name in (("line", r.LINE), ("collaboration", r.COLLABORATION)):
        for key, label in (
            ("nodes", t.NODES),
            ("edges", t.RELATIONS_COUNT),
            ("levels", t.LEVELS),
            ("connectedness", t.CONNECTEDNESS),
            ("hierarchy", t.HIERARCHY_DEGREE),
            ("efficiency", t.EFFICIENCY),
            ("least_upper_bound", t.UPPER_BOUND),
            ("degree_centralisation", t.CENTRALISATION),
        ):
            found.append((f"{part}.{key}", Text(f"{label.sv} ({name.sv})", f"{label.en} ({name.en})")))
    return found


def _plain_labels() -> list[tuple[str, Text]]:
    """Those that say something to a reader who knows no theory of graphs."""
    return [
        ("single_channels", t.SINGLE_CHANNELS),
        ("overlaps", r.OVERLAPS),
        ("holes", r.HOLES),
        ("coverage", r.COVERAGE),
        ("most_seats_of_one", r.MOST_SEATS),
    ]


def _figure(figures: dict[str, object], key: str) -> Text:
    if key == "coverage":
        low, high = figures["coverage.low"], figures["coverage.high"]
        if not isinstance(low, float) or not isinstance(high, float):
            return DASH
        told = w.shares((low, high))
        return Text(f"{told.sv}\u00a0%", f"{told.en}%")
    value = figures[key]
    return interval(float(value), float(value), 3) if isinstance(value, (int, float)) else DASH


def _load(before: Side, one: Outcome) -> Table | None:
    """Meeting load per principal: those after, then those that are no longer there."""
    old = {load.id: load for load in before.metrics.meetings.principals}
    new = {load.id: load for load in one.after.metrics.meetings.principals}
    if not (old or new):
        return None
    names = {**before.metrics.names, **one.after.metrics.names}
    rows = []
    for principal in sorted({*old, *new}, key=lambda p: (sort_key(names[p].sv), p)):
        told = (old.get(principal), new.get(principal))
        rows.append((names[principal], *(interval(load.low, load.high, 0) if load else DASH for load in told)))
    return Table(r.LOAD, (r.PRINCIPAL, r.BEFORE, r.AFTER), tuple(rows))


# -- structure ------------------------------------------------------------------------------------------------


def structure(one: Outcome) -> Chapter:
    """What differs in the structure itself."""
    counts = one.structure.counts()
    kinds = registry()
    rows = [
        (
            kinds[kind].kind_meta.plural if kind in kinds else r.RELATIONS,
            *(_plain(count[fate]) if fate in count else DASH for fate in FATES),
        )
        for kind, count in counts.items()
    ]
    tables = [Table(r.STRUCTURE, (r.KIND, *(r.FATE_OF_THINGS[fate] for fate in FATES)), tuple(rows))] if rows else []
    things: dict[str, list[ThingChange]] = {}
    for thing in one.structure.things:
        things.setdefault(thing.kind, []).append(thing)
    for kind, found in things.items():
        many = sorted(found, key=_place)
        told = [(_who(thing), r.FATE_OF_THINGS[thing.fate], _details(thing)) for thing in many[:THINGS_SHOWN]]
        if len(many) > THINGS_SHOWN:
            told.append((said(r.MORE_THINGS, n=len(many) - THINGS_SHOWN), w.empty(), w.empty()))
        caption = kinds[kind].kind_meta.plural
        tables.append(Table(_capital(caption), (r.WHO, r.FATE, r.DETAILS), tuple(told), numbers=False))
    relations = sorted(
        one.structure.relations, key=lambda x: (sort_key(x.source_name.sv), x.relation, sort_key(x.target_name.sv))
    )
    if relations:
        shown = [
            (
                Text(
                    *(
                        f"{x.source_name.get(lang)} – {t.RELATIONS[x.relation].get(lang)} – {x.target_name.get(lang)}"
                        for lang in ("sv", "en")
                    )
                ),
                r.RELATION_STATES[x.before],
                r.RELATION_STATES[x.after],
            )
            for x in relations[:THINGS_SHOWN]
        ]
        if len(relations) > THINGS_SHOWN:
            shown.append((said(r.MORE_THINGS, n=len(relations) - THINGS_SHOWN), w.empty(), w.empty()))
        head = (_capital(r.RELATIONS), r.BEFORE, r.AFTER)
        tables.append(Table(_capital(r.RELATIONS), head, tuple(shown), numbers=False))
    return Chapter("structure", r.STRUCTURE, (r.STRUCTURE_MEANS,), tables=tuple(tables), empty=r.NOTHING_OF_IT)


def _place(thing: ThingChange) -> tuple[int, tuple[str, str]]:
    """Where a thing stands among those of its kind: by what becomes of it, then by name."""
    return FATES.index(thing.fate), sort_key((thing.after_names or thing.before_names)[0].sv)


def _capital(text: Text) -> Text:
    return Text(t.capital(text.sv), t.capital(text.en))


def _who(thing: ThingChange) -> Text:
    before, after = w.joined(thing.before_names, ", "), w.joined(thing.after_names, ", ")
    if not before.sv or not after.sv or before == after:
        return after if after.sv else before
    return said(r.BECOMES, before=before, after=after)


def _details(thing: ThingChange) -> Text:
    told = [_field(one, thing.kind) for one in thing.fields]
    told += [_part_told(part) for part in thing.parts]
    return w.joined(told, "; ")


def _part_told(part: PartChange) -> Text:
    label = Text(*(f"{part.name.get(lang)} {r.FATE_OF_THINGS[part.fate].get(lang)}" for lang in ("sv", "en")))
    if not part.fields:
        return label
    inner = w.joined([_field(one, part.kind) for one in part.fields], ", ")
    return Text(f"{label.sv} ({inner.sv})", f"{label.en} ({inner.en})")


def _field(one: FieldChange, kind: str) -> Text:
    before, after = (_value(told) for told in (one.before, one.after))
    return said(r.FIELD_CHANGE, field=short(one.label, kind), before=before, after=after)


def _value(told: Text | None) -> Text:
    """A value in words: the fixed words of fields as the language has them; of a long list the first and how many."""
    if told is None:
        return r.NOT_TOLD
    pairs = zip(told.sv.split("; "), told.en.split("; "), strict=False)
    parts = sorted((t.VALUES.get(sv, Text(sv, en)) for sv, en in pairs), key=lambda one: sort_key(one.sv))
    return listed(parts) if len(parts) > VALUES_SHOWN else w.joined(parts, "; ") if told.sv else told


# -- several --------------------------------------------------------------------------------------------------


def side_by_side(found: Reorganisation) -> Table:
    """Several scenarios, a column each."""
    titles = [one.title for one in found.outcomes]
    rows: list[tuple[Text, ...]] = [(r.CHANGES_COUNT, *(_plain(len(one.steps)) for one in found.outcomes))]
    rows += [(r.FATES[fate.value], *(_plain(one.counts()[fate.value]) for one in found.outcomes)) for fate in Fate]
    rows.append((r.SERIOUS_NEW, *(_plain(len(one.broken("error"))) for one in found.outcomes)))
    rows.append((r.CLOSURE, *(_closure(one) for one in found.outcomes)))
    rows.append((r.GROUPS, *(_plain(one.after.count.groups) for one in found.outcomes)))
    rows.append((r.MEETINGS, *(_meetings(one.after) for one in found.outcomes)))
    rows.append((r.SEATS, *(_seats(one.after) for one in found.outcomes)))
    rows.append((r.HOURS, *(_hours(one.after) for one in found.outcomes)))
    rows.append((r.COST, *(_cost(one.after) for one in found.outcomes)))
    return Table(r.SIDE_BY_SIDE, (t.MEASURE, *titles), tuple(rows))


def _closure(one: Outcome) -> Text:
    if one.loops.before is None or one.loops.after is None:
        return DASH
    return said(r.BECOMES, before=w.shares(one.loops.before.closure), after=w.shares(one.loops.after.closure))


def rules(found: Reorganisation) -> Table:
    """Rules by scenarios: how many findings each rule has before, and after each."""
    before: dict[str, int] = {}
    after: list[dict[str, int]] = []
    titles: dict[str, Text] = {}
    for one in found.outcomes:
        old: dict[str, int] = {}
        new: dict[str, int] = {}
        for d in one.whole:
            titles[d.finding.code] = d.finding.rule.title
            if d.fate in (Fate.CLEARED, Fate.DOUBTED, Fate.KEPT):
                old[d.finding.code] = old.get(d.finding.code, 0) + _how_many(d)
            if d.fate in (Fate.KEPT, *BROKEN):
                new[d.finding.code] = new.get(d.finding.code, 0) + _how_many(d)
        before |= old
        after.append(new)
    rows = []
    for code in sorted(titles):
        title = titles[code]
        label = Text(f"{code} {title.sv}", f"{code} {title.en}")
        rows.append((label, _plain(before.get(code, 0)), *(_plain(one.get(code, 0)) for one in after)))
    return Table(r.RULES_OF_ALL, (r.CODE, r.BEFORE, *(one.title for one in found.outcomes)), tuple(rows))


def _how_many(one: Difference) -> int:
    """How many a finding concerns; a set short of all is one: extent words are never counted."""
    subject = one.finding.subject
    return len(subject.ids()) if subject.extent in (None, Extent.ALL) else 1
