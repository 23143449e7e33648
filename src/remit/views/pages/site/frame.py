"""The frame of the site: what a page is, where it lies, how pages link, and what all of them show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup, escape

from remit.graph.loop import Loops, loops
from remit.graph.org import Org, Thing
from remit.model.facts import Degree, Extent
from remit.model.kind import KindMeta
from remit.model.kinds import registry
from remit.model.persons import SOMEBODY
from remit.model.text import LANGUAGES, Text, sort_key
from remit.model.whole import SYSTEM
from remit.views import texts as v
from remit.views.harmless import plain
from remit.views.pages.page import asset, both, render
from remit.views.pages.site import matter_texts, search_texts, statement_texts
from remit.views.pages.site import texts as t
from remit.views.pages.site.names import file_name
from remit.views.pages.site.standing import standing
from remit.views.words import message

if TYPE_CHECKING:
    from remit.queries.finding import Audit, Finding
    from remit.views.pages.site.statement_file import Statement

FRONT = "index.html"
REGISTER, FINDINGS, SOURCES, INDEX = "register.html", "findings.html", "sources.html", "a-o.html"
INTRODUCTIONS = "introductions"
LONGEST_NAME = 120
PAGELESS = ("level", "source", SYSTEM)
"""Kinds that are told on other pages: levels where they are used, sources on a page of their own."""
NAV: list[tuple[str, Text]] = [
    (FRONT, t.START),
    ("matter.html", matter_texts.NAV),
    ("groups.html", t.GROUPS),
    ("principals.html", t.PRINCIPALS),
    (REGISTER, t.REGISTER),
    (FINDINGS, t.FINDINGS),
    (INDEX, t.INDEX),
    ("search.html", search_texts.TITLE),
    (SOURCES, t.SOURCES),
]
"""The links at the head of every page, in order; those whose page is not there are left out."""
FOOT: list[tuple[str, Text]] = [("accessibility.html", statement_texts.TITLE)]
"""The same at the foot."""


class Crumb(NamedTuple):
    """A page above another: its name and path."""

    title: Text
    path: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it lies (from the folder of the site, with ``/``), what it is called, what fills it.

    ``above``: the pages between the front page and it. ``label``: what sort of page it is, shown over its heading.
    ``scripts``/``styles``: assets beside those that every page has. ``data``: what the scripts read (or what gives it,
    once all pages are known).
    """

    path: str
    title: Text
    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    above: tuple[Crumb, ...] = ()
    label: Text | None = None
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    data: Any = None
    about: str = ""
    """The entity that the whole page is about: how it stands is told under the heading."""


class Site:
    """What all pages of one site are made of.

    ``audit``: the findings at every certainty; None leaves them out. ``persons``: whether the names of persons may
    stand on the pages. ``lang``: the language that pages open in. ``statement``: the accessibility statement, as far
    as it has been filled in.
    """

    def __init__(
        self,
        org: Org,
        audit: Audit | None,
        *,
        lang: str = "sv",
        persons: bool = True,
        statement: Statement | None = None,
    ) -> None:
        self.org = org
        self.audit = audit
        self.lang = lang
        self.persons = persons
        self.statement = statement
        self.paths: set[str] = set()
        """The pages that there are; filled before any is written."""
        self._names: dict[str, Text] = {}
        self._standings: dict[str, Text | None] = {}
        self._words: dict[Text | str, Markup] = {}
        self._refs: dict[tuple[str, str, Text | None], Markup] = {}

    # -- where pages lie ------------------------------------------------------------------------------------

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The path of each entity's own page, by id."""
        parts = {kind for cls in registry().values() for _, kind in cls.kind_meta.parts}
        found = {}
        for kind, meta in kinds().items():
            if kind in parts or kind in PAGELESS or (kind == "person" and not self.persons):
                continue
            folder = meta.section.replace("_", "-")
            for thing in self.org.things(kind):
                found[thing.id] = f"{folder}/{file_name(thing.id)}.html"
        return found

    def above(self, kind: str) -> tuple[Crumb, ...]:
        """The list of all things of a kind, as the page above each of them."""
        meta = kinds()[kind]
        return (Crumb(t.LISTS.get(kind) or _capital(meta.plural), f"{meta.section.replace('_', '-')}.html"),)

    def label(self, kind: str) -> Text:
        """What a kind is called over a heading."""
        return t.KINDS.get(kind) or _capital(kinds()[kind].label)

    def introduction(self, group: str) -> str:
        """The path of the introduction to a group."""
        return f"{INTRODUCTIONS}/{file_name(group)}.html"

    def has(self, path: str) -> bool:
        """Whether there is such a page."""
        return path in self.paths

    # -- names and texts ------------------------------------------------------------------------------------

    def name(self, identifier: str) -> Text:
        """The name of an entity or set as a page may show it: one line, without acting signs, never empty.

        What has no name but says something (a recommendation, a goal, a matter) is called by how that begins.
        """
        if not self.persons and self.org.kind(identifier) == "person":
            return SOMEBODY
        found = self._names.get(identifier)
        if found is None:
            entity = self.org.model.entities.get(identifier)
            text = getattr(entity, "text", None) if entity is not None and entity.name is None else None
            named = Text(*map(_short, clean(text))) if isinstance(text, Text) else clean(self.org.name(identifier))
            found = self._names[identifier] = Text(*(one or plain(identifier) for one in named))
        return found

    def standing(self, identifier: str) -> Text | None:
        """How an entity stands where it is not simply there and in force."""
        if identifier not in self._standings:
            self._standings[identifier] = standing(self.org, identifier)
        return self._standings[identifier]

    def by_name(self, ids: Iterable[str]) -> list[str]:
        """Ids sorted as Swedish sorts their names."""
        return sorted(ids, key=lambda one: (sort_key(self.name(one).sv), one))

    @cached_property
    def tongue(self) -> str:
        """The language of the texts that the model gives in one language only, where they tell; empty: not known.

        Told by the small words in them: a model's texts are all written by whoever keeps it.
        """
        counted: Counter[str] = Counter()
        for entity in self.org.model.entities.values():
            for text in (entity.name, getattr(entity, "text", None), getattr(entity, "what", None)):
                if isinstance(text, Text) and text.sv == text.en:
                    counted.update(_language_of(text.sv))
        sv, en = counted["sv"], counted["en"]
        return "sv" if sv > 3 * en else "en" if en > 3 * sv else ""

    def words(self, text: Text | str) -> Markup:
        """A text of the model, isolated and marked with its language as far as known."""
        found = self._words.get(text)
        if found is None:
            told = clean(Text(text, text) if isinstance(text, str) else text)
            if told.sv == told.en:
                lang = f' lang="{self.tongue}"' if self.tongue else ""
                html = f"<bdi{lang}>{escape(told.sv)}</bdi>"
            else:
                html = "".join(f'<span lang="{one}"><bdi>{escape(told.get(one))}</bdi></span>' for one in LANGUAGES)
            # what is not ours in it has just been escaped
            found = self._words[text] = Markup(html)  # noqa: S704
        return found

    # -- what several pages ask -----------------------------------------------------------------------------

    @cached_property
    def loops(self) -> Loops:
        """How far every topic gets for every principal."""
        return loops(self.org)

    @cached_property
    def silent(self) -> Text:
        """How a page says that nobody tells something."""
        number = len(self.org.things("source"))
        return t.SILENT_MODEL if number == 0 else t.SILENT_ONE if number == 1 else t.SILENT_MANY

    def sorted_things(self, kind: str) -> list[Thing]:
        """The things of a kind, by name."""
        return [self.org.thing(one) for one in self.by_name(thing.id for thing in self.org.things(kind))]

    @cached_property
    def _findings(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for one in self.audit.findings if self.audit else ():
            about = dict.fromkeys((*one.subject.ids(), *(i for related in one.related for i in related.ids())))
            for identifier in about:
                # what is said of a part (a seat) is said of what it stands in
                whole = self.org.model.parents.get(identifier, (identifier, ""))[0]
                told = found.setdefault(whole, [])
                if not told or told[-1] is not one:
                    told.append(one)
        return found

    def findings(self, identifier: str) -> list[Finding]:
        """The findings that are about an entity or a part of it, or that name it as related."""
        return self._findings.get(identifier, [])

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(one): number for number, one in enumerate(self.audit.findings if self.audit else (), 1)}

    def number(self, finding: Finding) -> int:
        """The number of a finding on the page of findings."""
        return self._numbers[id(finding)]

    @cached_property
    def footer(self) -> Text:
        """The sentence at the foot of every page."""
        head = self.org.model.head
        told = {"as_of": head.as_of, "on": self.org.on, "id": plain(head.id)}
        return Text(t.FOOTER.sv.format(**told), t.FOOTER.en.format(**told))

    def document(self, identifier: str) -> Text:
        """A source as references name it: its id in brackets, as in every report."""
        return Text(f"[{plain(identifier)}]", f"[{plain(identifier)}]")

    def source_title(self, identifier: str) -> Text:
        """What a source is called (its id where it has neither title nor name)."""
        found = clean(self.org.document_titles().get(identifier, Text("", "")))
        return Text(found.sv or plain(identifier), found.en or plain(identifier))

    def said_of(self, about: str, extent: Extent | None = None) -> Text:
        """That something is said of a set: of the whole, or to an extent."""
        name = self.name(about)
        if extent in (None, Extent.ALL):
            return fill(t.SAID_OF_SET, name=name)
        return fill(t.SAID_OF, name=name, extent=v.EXTENT[extent or Extent.SOME])

    def message(self, finding: Finding) -> Text:
        """What a finding says, in both languages."""
        return clean(Text(*(message(finding, lang) for lang in LANGUAGES)))

    # -- making a page --------------------------------------------------------------------------------------

    def render(self, page: Page) -> str:
        """The bytes of a page, as text."""
        root = "../" * page.path.count("/")
        head = self.org.model.head
        return render(
            page.template,
            self.lang,
            styles=[_asset("page.css"), _asset("site.css"), _asset("find.css"), *map(_asset, page.styles)],
            scripts=[_asset("base.js"), _asset("site.js"), _asset("find.js"), *map(_asset, page.scripts)],
            data=page.data() if callable(page.data) else page.data,
            page=page,
            site=self,
            root=root,
            here=page.path,
            model=head,
            title=clean(page.title),
            site_title=clean(head.title),
            words=self.words,
            ref=lambda identifier, text=None: self._ref(root, identifier, text),
            link=lambda path, text: self._link(root, path, text),
            nav=[one for one in NAV if self.has(one[0])],
            foot=[one for one in FOOT if self.has(one[0])],
            find=search_texts if self.has("search.html") and page.path != "search.html" else None,
            t=t,
            v=v,
            Degree=Degree,
            **page.values,
        )

    def _ref(self, root: str, identifier: str, text: Text | None = None) -> Markup:
        """The name of an entity, linked to its page where it has one."""
        key = (root, identifier, text)
        found = self._refs.get(key)
        if found is None:
            found = self.words(text or self.name(identifier))
            path = self.addresses.get(identifier)
            if path is None and self.org.kind(identifier) == "source":
                path = f"{SOURCES}#{source_anchor(self.org, identifier)}"
            if path is not None and self.has(path.partition("#")[0]):
                found = Markup('<a href="{}">{}</a>').format(root + path, found)
            self._refs[key] = found
        return found

    def _link(self, root: str, path: str, text: Text) -> Markup:
        """A text of ours linked to a page; the text alone where there is no such page."""
        shown = both(text)
        if not self.has(path.partition("#")[0]):
            return shown
        return Markup('<a href="{}">{}</a>').format(root + path, shown)


def fill(text: Text, /, **values: object) -> Text:
    """A text of ours filled in, in both languages; values that are texts are taken in the same language."""
    return Text(*(v.fill(text, lang, **values) for lang in LANGUAGES))


def _short(text: str) -> str:
    """A text cut between words where it is too long for a name."""
    if len(text) <= LONGEST_NAME:
        return text
    cut = text[:LONGEST_NAME].rpartition(" ")[0]
    return f"{cut.rstrip(',;:.– ')} …" if cut else text


def _capital(text: Text) -> Text:
    return Text(v.capital(text.sv), v.capital(text.en))


def clean(text: Text) -> Text:
    """A text of a model as a page may show it: one line, acting signs shown instead of acting."""
    return Text(plain(text.sv), plain(text.en))


def source_anchor(org: Org, identifier: str) -> str:
    """Where a document stands on the page of sources."""
    return f"d{[one.id for one in org.things('source')].index(identifier) + 1}"


@cache
def kinds() -> dict[str, KindMeta]:
    """What every kind is called, by name."""
    return {name: cls.kind_meta for name, cls in registry().items()}


@cache
def _asset(name: str) -> str:
    return asset(name)


_SMALL = {
    "sv": frozenset(
        [
            "och",
            "för",
            "av",
            "i",
            "som",
            "med",
            "på",
            "till",
            "den",
            "det",
            "att",
            "är",
            "inom",
            "mellan",
            "samt",
            "om",
            "vid",
            "en",
            "ett",
            "eller",
            "inte",
        ]
    ),
    "en": frozenset(
        [
            "and",
            "for",
            "of",
            "in",
            "that",
            "with",
            "on",
            "to",
            "the",
            "is",
            "within",
            "between",
            "or",
            "not",
            "a",
            "an",
            "by",
            "from",
            "at",
            "as",
        ]
    ),
}
"""Small words of which hardly any text of some length is without."""


def _language_of(text: str) -> list[str]:
    """One word for each sign that a text is Swedish or English."""
    found = ["sv"] * len(re.findall("[åäöÅÄÖ]", text))
    for word in re.findall(r"\w+", text.lower()):
        in_sv, in_en = word in _SMALL["sv"], word in _SMALL["en"]
        if in_sv != in_en:
            found.append("sv" if in_sv else "en")
    return found
