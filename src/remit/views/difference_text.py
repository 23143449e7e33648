"""Two models compared, as text for a planner: what is the same, what comes, goes and changes, and what that repairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from remit.graph.org import Org
from remit.model.changes.kinds import registry as change_kinds
from remit.model.difference.compare import whole
from remit.model.difference.likeness import THRESHOLD
from remit.model.facts import Degree
from remit.model.kinds import registry
from remit.model.text import Text, sort_key
from remit.model.whole import SYSTEM
from remit.queries.difference import ModelDifference
from remit.queries.reorganise.records import Difference, Fate
from remit.views import difference_texts as d
from remit.views import texts as t
from remit.views.difference_rows import Changed, Told, changed, name_of, under_names_of
from remit.views.layout import Page, letter
from remit.views.scene.sides import Sides

NAMES = 12
"""How many names of a kind are shown one by one; the others are counted (``--format json`` has all)."""
TAILS = 6
"""How many of those that are alike but for the end of their names are shown."""
FIELDS = 12
"""How many facts of one thing are shown."""
ALIKE = 3
"""From how many names that begin alike are told together."""
FIRST = (
    "principal", "provider", "joint_body", "territory", "group", "agreement", "unit", "function", "coordinator",
    "process_leader", "person", "topic", "population", "level", "goal", "indicator", "activity", "source",
)  # fmt: skip
"""The order of the kinds; the others follow by name."""


def render(found: ModelDifference, lang: str, *, width: int = 100, colour: bool = False, command: str = "") -> str:
    """The comparison as text. ``command``: how the scenario file is had, told at the end."""
    view = _View(found, lang, Page(width, colour))
    view.whole(command)
    return view.page.text()


class _View:
    def __init__(self, found: ModelDifference, lang: str, page: Page) -> None:
        self.found, self.lang, self.page = found, lang, page
        middle = Org(under_names_of(found.middle.model, found.after.model), found.middle.on)
        self.sides = Sides(found.after, middle)
        ours, theirs = found.middle.model.entities, whole(found.after.model)
        self.called_otherwise = [
            one
            for one, entity in theirs.items()
            if one in ours and entity.name != ours[one].name and one in found.before.model.entities and one != SYSTEM
        ]

    def name(self, identifier: str) -> str:
        """What something is called in the second model, else in the first."""
        org = self.found.after if self.found.after.kind(identifier) else self.found.middle
        return name_of(org, identifier).get(self.lang)

    def say(self, text: Text, **values: object) -> str:
        return t.fill(text, self.lang, **values)

    def whole(self, command: str) -> None:
        """All of it."""
        self.page.heading(d.TITLE.get(self.lang), underline="=")
        for place, org in enumerate((self.found.before, self.found.after)):
            head = org.model.head
            told = t.REPRESENTS[head.represents].get(self.lang)
            text = self.say(d.MODEL, title=head.title, as_of=head.as_of.isoformat(), represents=told)
            self.page.labelled(letter(place), text)
        if self.found.equal:
            self.page.blank()
            self.page.paragraph(d.SAME.get(self.lang))
            return
        self.same()
        self.listed(d.NEW, self.found.after, self.found.differences.new)
        self.listed(d.GONE, self.found.middle, self.found.differences.gone)
        self.changed()
        self.around()
        self.findings()
        self.scenario(command)

    # --- what is the same under another id -----------------------------------------------------------------

    def same(self) -> None:
        """Mergers, splits and renames."""
        before, after = self.found.before, self.found.after
        if self.found.matching.merges:
            self.page.heading(d.MERGED.get(self.lang))
        for one in self.found.matching.merges:
            these = " + ".join(name_of(before, name).get(self.lang) for name in one.these)
            self.page.paragraph(self.say(d.MERGE, these=these, into=after.name(one.into)), 2, 2)
        if self.found.matching.splits:
            self.page.heading(d.SPLIT.get(self.lang))
        for split in self.found.matching.splits:
            into = " + ".join(name_of(after, name).get(self.lang) for name in split.into)
            self.page.paragraph(self.say(d.MERGE, these=name_of(before, split.this), into=into), 2, 2)
        if self.found.matching.renames or self.called_otherwise:
            self.page.heading(d.RENAMED.get(self.lang))
        for name in self.found.matching.renames:
            old, new = name_of(before, name.old), name_of(after, name.new)
            if old == new:
                text = self.say(d.BY_ID, name=new, old=name.old, new=name.new)
            else:
                text = self.say(d.RENAME, old=old, new=new)
            self.page.paragraph(text, 2, 2)
        for kept in self.called_otherwise:
            text = self.say(d.RENAME, old=name_of(before, kept), new=name_of(after, kept))
            self.page.paragraph(text, 2, 2)
        if self.found.matching.renames or self.found.matching.merges or self.found.matching.splits:
            self.page.blank()
            self.page.paragraph(self.say(d.TAKEN_FOR, least=decimal(THRESHOLD, self.lang)), 2, 0)

    # --- what is there in one only -------------------------------------------------------------------------

    def listed(self, heading: Text, org: Org, ids: Sequence[str]) -> None:
        """The names of what comes or goes, by kind; those that are alike but for their ends together."""
        if not ids:
            return
        self.page.heading(self.say(heading, n=len(ids)))
        for kind, names in by_kind(org, ids):
            plural = registry()[kind].kind_meta.plural.get(self.lang)
            self.page.paragraph(t.capital(self.say(d.KIND, kind=plural, n=len(names))), 2, 2)
            for line in folded([name_of(org, one).get(self.lang) for one in names], self.lang):
                self.page.paragraph(line, 4, 2)

    # --- what is told otherwise ----------------------------------------------------------------------------

    def changed(self) -> None:
        """What is told otherwise of what both have, fact by fact; what has changed alike together."""
        found = {one: changed(self.sides, one) for one in self.found.differences.changed}
        told = [one for one, changes in found.items() if changes.told]
        if told:
            self.page.heading(self.say(d.CHANGED, n=len(told)))
        for kind, ids in by_kind(self.found.after, told):
            self.page.paragraph(t.capital(registry()[kind].kind_meta.plural.get(self.lang)), 2, 2)
            together: dict[tuple[str, ...], list[str]] = {}
            for one in ids:
                together.setdefault(tuple(self._lines(found[one])), []).append(self.name(one))
            for lines, names in together.items():
                self.page.paragraph(enough(names, TAILS, self.lang), 4, 2)
                for line in lines:
                    self.page.paragraph(line, 6, 2)
        silent = [one for one, changes in found.items() if not changes.told]
        renamed = {one for one in silent if one in self.called_otherwise and not self._other_words(one)}
        silent = [one for one in silent if one not in renamed]
        if silent:
            self.page.heading(self.say(d.OTHER_WORDS, n=len(silent)))
            names = sorted((self.name(one) for one in silent), key=sort_key)
            self.page.paragraph(enough(names, NAMES, self.lang), 2, 0)

    def _other_words(self, identifier: str) -> bool:
        return bool(set(self.found.differences.changed[identifier]) - {"name"})

    def _lines(self, found: Changed) -> list[str]:
        lines = [self._line(one) for one in found.told[:FIELDS]]
        if len(found.told) > FIELDS:
            lines.append(self.say(d.MORE_FIELDS, n=len(found.told) - FIELDS))
        if found.firmness:
            lines.append(t.count(found.firmness, d.FIRMNESS_ONE, d.FIRMNESS_MANY, self.lang))
        return lines

    def _line(self, row: Told) -> str:
        before, after = (
            "; ".join(folded([one.get(self.lang) for one in side], self.lang)) for side in (row.before, row.after)
        )
        if row.before and row.after and row.listed:
            return self.say(d.GAINED_AND_LOST, field=row.field, before=before, after=after)
        if row.before and row.after:
            return self.say(d.FIELD, field=row.field, before=before, after=after)
        form = (d.COMES if row.after else d.GOES) if row.listed else d.NOW_TOLD if row.after else d.UNTOLD
        return self.say(form, field=row.field, before=before, after=after)

    def around(self) -> None:
        """The head, the sets, the statements, what the listing covers."""
        found = self.found.differences
        rows: list[tuple[Text, str]] = []
        for name in found.head:
            before, after = (getattr(org.model.head, name) for org in (self.found.before, self.found.after))
            rows.append((d.HEAD[name], f"{self._plain(before)} → {self._plain(after)}"))
        for names, form in ((found.sets_told, d.SETS_TOLD), (found.sets_gone, d.SETS_GONE)):
            if names:
                org = self.found.after if form is d.SETS_TOLD else self.found.middle
                told = enough([org.name(one).get(self.lang) for one in names], NAMES, self.lang)
                rows.append((d.SETS, self.say(form, names=told)))
        if found.statements_new or found.statements_gone:
            numbers = {"new": len(found.statements_new), "gone": len(found.statements_gone)}
            rows.append((d.STATEMENTS, self.say(d.STATEMENTS_TOLD, **numbers)))
        for differs, label, text in (
            (found.reordered, d.STATEMENTS, d.REORDERED),
            (found.coverage, d.COVERAGE, d.COVERAGE_TOLD),
            (found.defaults, d.DEFAULTS, d.DEFAULTS_TOLD),
        ):
            if differs:
                rows.append((label, text.get(self.lang)))
        if rows:
            self.page.heading(d.AROUND.get(self.lang))
        for label, text_ in rows:
            self.page.labelled(label.get(self.lang), text_)

    def _plain(self, value: object) -> str:
        if isinstance(value, Text):
            return value.get(self.lang)
        if isinstance(value, bool):
            return t.VALUES[str(value)].get(self.lang)
        return t.REPRESENTS[value].get(self.lang) if value in t.REPRESENTS else str(value) or "–"

    # --- findings ------------------------------------------------------------------------------------------

    def findings(self) -> None:
        """What is cleared, what is new, what remains."""
        self.page.heading(d.FINDINGS.get(self.lang))
        found = self.found.findings
        if found is None:
            self.page.paragraph(d.NOT_ASKED.get(self.lang), 2)
            return
        open_too = self.found.asked.certainty is Degree.OPEN
        self.page.paragraph((d.AND_OPEN if open_too else d.FINDINGS_MEAN).get(self.lang), 2)
        for fate in Fate:
            there = [one for one in found if one.fate is fate]
            if not there and fate in (Fate.DOUBTED, Fate.FIRMER):
                continue
            self.page.blank()
            self.page.paragraph(self.say(d.FATES[fate.value], n=len(there)), 2)
            for line in by_rule(there, self.lang):
                self.page.paragraph(line, 4, 2)

    def scenario(self, command: str) -> None:
        """How many changes of which sort the scenario has, and how it is had."""
        counts: dict[str, int] = defaultdict(int)
        for change in self.found.scenario.changes:
            counts[change.kind] += 1
        self.page.heading(d.SCENARIO.get(self.lang))
        number = len(self.found.scenario.changes)
        known = change_kinds()
        sorts = ", ".join(f"{known[kind].label.get(self.lang)} ({n})" for kind, n in counts.items())
        self.page.paragraph(t.count(number, d.CHANGES_ONE, d.CHANGES_MANY, self.lang, sorts=sorts), 2)
        if command:
            self.page.paragraph(self.say(d.WRITE, command=command), 2)


def decimal(value: float, lang: str) -> str:
    """A number with the sign of the language before its decimals."""
    return f"{value:g}".replace(".", "," if lang == "sv" else ".")


def by_kind(org: Org, ids: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Ids by kind, in the order of reading; within a kind in the order of their names."""
    known = whole(org.model)
    found: dict[str, list[str]] = defaultdict(list)
    for one in ids:
        found[known[one].kind_meta.name].append(one)
    order = sorted(found, key=lambda kind: (FIRST.index(kind) if kind in FIRST else len(FIRST), kind))
    return [(kind, sorted(found[kind], key=lambda one: (*sort_key(name_of(org, one).sv), one))) for kind in order]


def folded(names: Sequence[str], lang: str) -> list[str]:
    """Names as lines; those that are alike but for their ends (after a comma, colon, dash or bracket, or the last word)
    together: ``arena, äldre (15): Åsele, …``.
    """
    by_stem: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in names:
        stem, tail = _ends(name)
        by_stem[stem].append((name, tail))
    lines: list[str] = []
    single: list[str] = []
    for stem, many in by_stem.items():
        if stem and len(many) >= ALIKE:
            tails = [tail for _, tail in many]
            lines.append(t.fill(d.ALIKE, lang, stem=stem, n=len(many), tails=enough(tails, TAILS, lang)))
        else:
            single += [name for name, _ in many]
    if single:
        single.sort(key=list(names).index)
        lines.append(enough(single, NAMES, lang))
    return lines


def _ends(name: str) -> tuple[str, str]:
    """A name without its end, and the end; the first is empty where it has but one piece."""
    place, sign = max((name.rfind(sign), sign) for sign in (", ", ": ", " – ", " ("))
    if place > 0:
        tail = name[place + len(sign) :]
        return name[:place], tail.removesuffix(")") if sign == " (" else tail
    stem, _, tail = name.rpartition(" ")
    return stem, tail


def enough(names: Sequence[str], most: int, lang: str) -> str:
    """Names in one line, the first of them where they are many."""
    if len(names) <= most + 1:
        return ", ".join(names)
    return t.fill(d.MORE, lang, names=", ".join(names[:most]), n=len(names) - most)


def by_rule(found: Sequence[Difference], lang: str) -> list[str]:
    """A line for each rule: its code and title, and whom its findings are about."""
    by_code: dict[str, list[Difference]] = defaultdict(list)
    for one in found:
        by_code[one.finding.code].append(one)
    lines: list[str] = []
    for code, many in by_code.items():
        title = many[0].finding.rule.title.get(lang)
        names = [_name(one, lang) for one in many]
        subjects = enough(list(dict.fromkeys(names)), TAILS, lang)
        lines.append(t.fill(d.SUBJECT, lang, code=code, title=title, subjects=subjects))
    return lines


def _name(one: Difference, lang: str) -> str:
    name = one.finding.subject.name.get(lang)
    if one.untold:
        return t.fill(d.NOT_SAID, lang, name=name)
    return t.fill(d.NO_LONGER, lang, name=name) if one.gone else name
