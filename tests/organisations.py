"""Realistic but adversarial organisations, for comparing two engines on models that nobody wrote for them.

``organisation(seed)`` gives the text of a valid model file, the same on every Python; ``organisations()`` lets
Hypothesis make the same choices, so that what it finds shrinks. Where ``tests.strategies`` reaches every field of
every kind, these hang together: municipalities and a region, units under units, groups whose seats have mandates,
routes that lead somewhere, statements about sets of groups that exist, and listings that say what they cover.

What an organisation is like is drawn in three steps, so that rules fire and are silent independently of one another:
a *profile* (a tidy structure, a document that tells little, ...), then how each *aspect* of it is kept (the mandates
well, the chairs badly, of introductions nothing is told), then each fact. Nothing here knows a rule.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
Document = dict[str, Any]


# --- choices -------------------------------------------------------------------------------------------------


class Choice(Protocol):
    """Whoever chooses: a random number generator, or Hypothesis."""

    def number(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``."""


class Seeded:
    """Chooses by a seed. Only ``random()`` is used: the one method whose numbers no Python version may change."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - nothing secret depends on it

    def number(self, low: int, high: int) -> int:
        return low + int(self._random.random() * (high - low + 1))


class Drawn:
    """Lets Hypothesis choose; it shrinks towards low numbers, which everywhere here mean the plainer thing."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def number(self, low: int, high: int) -> int:
        return self._draw(st.integers(low, high))


def organisation(seed: int) -> str:
    """The text of the organisation that a seed gives."""
    return Organisation(Seeded(seed)).text()


def organisations() -> st.SearchStrategy[str]:
    """Texts of organisations, chosen by Hypothesis."""
    return _drawn()


@st.composite
def _drawn(draw: st.DrawFn) -> str:
    return Organisation(Drawn(draw)).text()


# --- what things are like ------------------------------------------------------------------------------------

WELL, MIXED, ILL, SILENT = "well", "mixed", "ill", "silent"

SAYINGS: dict[str, tuple[tuple[int, str], ...]] = {
    WELL: ((1, "value"),),
    MIXED: ((11, "value"), (3, "silent"), (2, "none"), (1, "unclear"), (1, "deferred"), (1, "unknown")),
    ILL: ((4, "value"), (8, "none"), (3, "silent"), (3, "unclear"), (2, "deferred")),
    SILENT: ((14, "silent"), (3, "value"), (1, "none"), (1, "unclear"), (1, "deferred")),
}
"""By how an aspect is kept: what is said of one field of it, with weights."""

ASPECTS = (
    "remit", "assignment", "powers", "mandates", "seats", "holders", "ways", "returning", "line", "chair",
    "introduction", "follow_up", "overview", "documents", "agreements", "taking_part", "deciding", "owners",
    "answering", "links", "levels", "register", "topics", "posts", "ends", "plans", "resources", "duties",
)  # fmt: skip


@dataclass(frozen=True)
class Profile:
    """How an organisation, or the document that tells of it, tends to be."""

    kept: tuple[tuple[int, str], ...]
    """How its aspects are kept, with weights."""
    coverage: tuple[tuple[int, str], ...]
    """What the listing is said to cover by default."""
    hearsay: int
    """In how many of a hundred facts somebody else than the keeper says it, with more or less certainty."""
    clash: int
    """In how many of a hundred facts the sources contradict one another."""
    odd: int
    """In how many of a hundred cases something is out of the ordinary: ended, vacant, going round, perhaps."""
    statements: tuple[int, int]
    """How many statements there are about sets and channels."""
    groups: tuple[int, int]


COMPLETE, PARTIAL, UNKNOWN = "complete", "partial", "unknown"
ALL, MOST, LITTLE = ((1, COMPLETE),), ((3, COMPLETE), (1, UNKNOWN)), ((3, UNKNOWN), (1, PARTIAL))
"""What a listing is said to cover by default, with weights."""

PROFILES: tuple[tuple[int, Profile], ...] = (
    # one's own structure, all of it listed and in order
    (5, Profile(((12, WELL), (1, MIXED)), ALL, 2, 0, 2, (0, 1), (2, 5))),
    # one's own structure, with its faults
    (5, Profile(((3, WELL), (4, MIXED), (4, ILL)), ALL, 6, 1, 10, (0, 3), (3, 6))),
    # an inquiry that describes another's structure in detail
    (4, Profile(((3, WELL), (4, MIXED), (2, ILL), (2, SILENT)), LITTLE, 14, 2, 6, (1, 6), (3, 6))),
    # a page that tells little
    (2, Profile(((1, WELL), (1, MIXED), (4, SILENT)), LITTLE, 8, 0, 3, (0, 3), (2, 4))),
    # sources that disagree on a structure in disorder
    (3, Profile(((2, WELL), (5, MIXED), (3, ILL), (1, SILENT)), MOST, 20, 8, 20, (1, 6), (3, 6))),
)  # fmt: skip

BASES = (
    "interviewees",
    "interviewees",
    "author",
    "law",
    "decided",
    "risk",
    "question",
    "planner",
    "register",
    "keeper",
)
MODALITIES = ("may", "shall", "should", "example")
EXTENTS = ("most", "some", "all", "one")
AS_OF = "2020-06-30"
DAYS = ("2020-01-15", "2020-02-29", "2020-05-04", "2020-09-30", "2020-10-01", "2020-12-31")
BEFORE = ("2003-01-01", "2018-12-31", "2020-06-29")
AFTER = ("2020-06-30", "2020-07-01", "2026-12-31")
PRINCIPALS = ("ask", "berg", "cedersta", "dal")
NAMES = (
    "Åsa", "Norra Öns", 'Den "lilla"', "Sámi č", "Vård \u202eo\u202c hälsa", "O'Brien", "{braces}", "Läns-", "A\\B",
    "<b>", "\u200fHälso", "Östra", "Nära",
)  # fmt: skip
GROUP_NAMES = (
    "Samråd", "Forum", "Beredningsgrupp", "Nätverk", "Styrgrupp", "Ledningsgrupp", "Arbetsgrupp", "Nämnd för samverkan",
    "Ledningsseminarium",
)  # fmt: skip
ENGLISH = ("Consultation", "Steering group", "Forum", "Executive board", "Working party")
TEXTS = ("Arbetsordning", "Rutin 2014", "Protokoll § 12", "ja", "Efter behov", "Enligt avtal; se \u201dbilaga\u201d")

LIGHT = ("inform", "discuss", "agree", "prepare", "coordinate", "administer", "follow_up")
STRONG = ("recommend", "take_home", "decide")

ROUTES: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("escalates_to", 45, ("group", "group", "group", "group", "unit", "function", "set")),
    ("prepares_for", 20, ("group", "unit", "joint_body")),
    ("recommends_to", 30, ("principal", "principal", "unit", "group", "set", "joint_body")),
    ("reports_back_to", 15, ("group", "function", "unit", "set")),
    ("informs", 12, ("group", "unit", "provider", "principal")),
    ("implements_through", 22, ("unit", "function", "provider")),
    ("linked_to", 14, ("group", "group", "unit")),
)
"""Each relation of a group: in how many of a hundred groups it is told, and to what it leads."""

LISTS_OF_ENTITIES = ("mandates", "seats")
"""Fields whose values are entities of their own: the notation lets no sources disagree on the whole of these."""

OWN_ROUTES = (
    ("escalates_to", ("group", "unit")),
    ("reports_back_to", ("group", "set")),
    ("informs", ("group", "function")),
    ("implements_through", ("unit", "provider")),
)
"""What units and functions carry on, and to what."""

AGREEMENT_TEXTS = ("who", "what", "when", "how")

GROUP_FIELDS: tuple[tuple[str, str, tuple[Any, ...]], ...] = (
    ("assignment", "assignment", TEXTS),
    ("remit_known", "documents", (True, True, False)),
    ("equal_mandates", "powers", (True, True, False)),
    ("owner", "owners", TEXTS),
    ("introduction", "introduction", TEXTS),
    ("decision_step", "deciding", TEXTS),
    ("report_back", "returning", TEXTS),
    ("convener", "chair", TEXTS),
    ("meetings_per_year", "chair", (4, "2-3", 10)),
)
"""Plain fields of a group: the aspect that they belong to, and their values."""

TWIN_FIELDS = (
    "level", "kind", "form", "territory", "agreement", "answers_to", "populations", "remit", "seats", "parent",
)  # fmt: skip
"""What a group has from the one that it is a twin of."""

STATEMENTS: dict[str, tuple[tuple[str, tuple[Any, ...], tuple[str, ...]], ...]] = {
    "group": (
        ("assignment", ("none", "none", "unclear", "Stadga"), ()),
        ("remit", ("none", "none", "deferred"), ()),
        ("remit.powers", ("none", "yes"), ("decide", "recommend", "inform")),
        ("expected.powers", ("yes",), ("decide",)),
        ("owner", ("none", "none", "unclear"), ()),
        ("equal_mandates", (False, False, True), ()),
        ("remit_known", (False, "unclear"), ()),
        ("introduction", ("none", "unclear"), ()),
        ("introduction_owner", ("none", "unclear"), ()),
        ("decision_step", ("unclear", "none"), ()),
        ("report_back", ("none", "unclear", "Minutes"), ()),
        ("answers_to", ("none", "unclear"), ()),
        ("coordinator", ("none", "unclear"), ()),
        ("indicators", ("none", "none", "unclear"), ()),
        ("chair.term_years", (1, 2, "unclear"), ()),
        ("chair.vice", (True, False, "none"), ()),
        ("status", ("practised", "practised", "ended", "in_force"), ()),
        ("level", ("unclear", "deferred"), ()),
        ("escalates_to", ("yes", "yes", "none"), ("group",)),
        ("recommends_to", ("yes", "none"), ("principal", "group")),
        ("reports_back_to", ("none", "yes"), ("group",)),
        ("implements_through", ("none", "yes"), ("unit",)),
        ("seats", ("unclear", "unknown"), ()),
        ("kind", ("political", "officials", "unclear"), ()),
        ("territory", ("yes", "unclear"), ("principal",)),
        ("populations", ("yes", "none"), ("population",)),
        ("remit.topics", ("yes", "none"), ("topic",)),
        ("parent", ("none", "unclear"), ()),
        ("steers", ("none", "yes"), ("unit",)),
        ("since", ("2003-01-01", "2026-12-31", "unclear"), ()),
        ("linked_to", ("yes", "none"), ("group",)),
        ("staff", ("none", "none", "unclear"), ()),
        ("goal", ("none", "unclear"), ()),
        ("way_on", ("none", "none", "unclear", "Återremiss"), ()),
        ("channel", ("none", "none", "unclear", "yes"), ("operations", "decision", "level", "group", "unit")),
    ),
    "coordinator": (
        ("financed_by", ("none", "unclear"), ()),
        ("assignment", ("none", "unclear", "Stadga"), ()),
    ),
    "process_leader": (
        ("assignment", ("unclear", "unclear", "none"), ()),
        ("financed_by", ("none", "unclear"), ()),
        ("allocation", ("none", 0, "unclear"), ()),
        ("power_over", ("none", "none", "yes"), ("provider", "unit", "topic")),
        ("answers_for", ("yes",), ("provider", "topic")),
    ),
    "activity": (
        ("statuses", ("unclear",), ()),
        ("precondition_owner", ("none", "unclear"), ()),
    ),
    "indicator": (
        ("owner", ("none", "unclear"), ()),
        ("data", ("none", "unclear", "Register"), ()),
    ),
    "recommendation": (
        ("way_on", ("none", "none", "unclear"), ()),
    ),
    "seat": (
        ("mandate", ("none", "none", "unclear"), ()),
        ("capacity", ("self", "self", "function"), ()),
        ("vacant", (True, True, False), ()),
        ("mandate.powers", ("yes", "none"), ("decide", "inform", "take_home")),
    ),
    "principal": (
        ("participation", ("less", "none", "full"), ()),
        ("line", ("none", "none", "unclear"), ()),
        ("publishes_decisions", (True, False), ()),
    ),
    "topic": (
        ("owner", ("none", "none", "unclear"), ()),
        ("concerns", ("yes", "none", "unclear"), ("principal",)),
        ("treated_at", ("unclear", "none"), ()),
        ("urgent", (True, True, False), ()),
        ("channel", ("none", "none", "unclear", "yes"), ("level", "level", "level", "group", "decision")),
    ),
    "provider": (
        ("participation", ("less", "less", "none", "full"), ()),
    ),
    "unit": (
        ("parent", ("none", "unclear"), ()),
        ("mandates", ("none", "unclear"), ()),
        ("channel", ("none", "yes"), ("operations", "group")),
        ("escalates_to", ("yes", "none"), ("group",)),
    ),
    "function": (
        ("vacant", (True, False), ()),
        ("reports_to", ("none", "unclear"), ()),
        ("reports_to", ("yes",), ("function",)),
        ("assignment", ("none", "unclear"), ()),
        ("horizontal_duty", ("none", False, "unclear", True), ()),
    ),
    "agreement": (
        ("how", ("none", "unclear", "Gemensamt"), ()),
        ("goal", ("none", "unclear"), ()),
        ("indicators", ("none", "unclear"), ()),
        ("parties", ("yes", "none"), ("principal",)),
        ("follow_up.owner", ("none", "unclear"), ()),
        ("concluded_by", ("yes", "yes", "none", "unclear"), ("unit", "principal", "provider")),
    ),
    "system": (
        ("documents", ("unclear", "none"), ()),
        ("overview", ("none", "none", "unclear"), ()),
        ("duplicated_matters", (True, True, False), ()),
        ("separate", (True, False), ()),
        ("indicators", ("none", "unclear"), ()),
        ("publishes_decisions", (True, False), ()),
        ("channel", ("none", "unclear"), ("operations", "level")),
    ),
}  # fmt: skip
"""Of each kind what statements say: the field, its values or words, and to what (kinds or words) for a relation."""

SETS = {
    "chosen-groups": "group",
    "some-groups": "group",
    "municipalities": "principal",
    "chosen-seats": "seat",
    "some-topics": "topic",
    "some-units": "unit",
}
"""The sets that there may be, and the kind of their members."""

COVERAGE_NAMES = (
    "seats", "routes", "lines", "agreements", "coordinators", "groups", "escalates_to", "answers_to", "topics", "units",
    "indicators", "parties", "powers", "mandates", "territory", "providers", "assignment", "overview", "populations",
)  # fmt: skip
SELECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("group", "level", ("", "escalates_to", "seats", "routes", "assignment", "remit")),
    ("group", "kind", ("routes", "seats", "answers_to", "indicators", "remit.topics")),
    ("agreement", "level", ("", "parties")),
    ("agreement", "scope", ("", "indicators")),
    ("unit", "principal", ("", "routes", "mandates")),
)
"""Selections that coverage is told of: the kind, the field selected by, and of what of it (empty: that they are)."""


# --- the organisation ----------------------------------------------------------------------------------------


class Facts:
    """Choices of every sort, and what is said of one field: a value, a word or nothing, by whom."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self.profile: Profile = self.weighed(PROFILES)
        self.kept = {aspect: self.weighed(self.profile.kept) for aspect in ASPECTS}
        self.ids: dict[str, list[str]] = {}
        """The ids by kind; under ``set`` the sets that may stand where groups do."""
        self.sets: dict[str, str] = {}
        """Each set and the kind of its members."""

    # choices

    def number(self, low: int, high: int) -> int:
        return self.choice.number(low, high)

    def chance(self, percent: int) -> bool:
        """Yes in so many of a hundred cases; high numbers mean yes, so that what shrinks becomes no."""
        return self.choice.number(1, 100) > 100 - percent

    def one_of(self, items: Sequence[T]) -> T:
        return items[self.choice.number(0, len(items) - 1)]

    def weighed(self, items: Sequence[tuple[int, T]]) -> T:
        left = self.choice.number(1, sum(weight for weight, _ in items))
        for weight, item in items:
            left -= weight
            if left <= 0:
                return item
        raise AssertionError(items)

    def some(self, items: Iterable[T], low: int, high: int) -> list[T]:
        """From ``low`` to ``high`` of the items (as many as there are), in their order."""
        left = list(items)
        wanted = self.choice.number(min(low, len(left)), min(high, len(left)))
        places = list(range(len(left)))
        while len(places) > wanted:
            del places[self.choice.number(0, len(places) - 1)]
        return [left[place] for place in places]

    def odd(self) -> bool:
        return self.chance(self.profile.odd)

    def any_id(self, *kinds: str) -> str | None:
        """Something of one of the kinds that has any; None where none has."""
        there = [kind for kind in kinds if self.ids.get(kind)]
        return self.one_of(self.ids[self.one_of(there)]) if there else None

    # what is said

    def saying(self, aspect: str) -> str:
        """What is said of one thing that belongs to an aspect: a value, a word, or nothing."""
        return self.weighed(SAYINGS[self.kept[aspect]])

    def is_well(self, aspect: str) -> bool:
        return self.saying(aspect) == "value"

    def tell(self, entity: Document, name: str, aspect: str, value: Any) -> None:
        """Write a field as its aspect is kept; a value of None is not there to be told."""
        saying = self.saying(aspect)
        if saying == "silent" or (value is None and saying == "value"):
            return
        self.write(entity, name, value if saying == "value" else saying)

    def write(self, entity: Document, name: str, value: Any) -> None:
        """Write a field, sometimes with whoever says it or beside something that contradicts it."""
        plain = all(not isinstance(one, dict) for one in (value if isinstance(value, list) else [value]))
        if plain and name not in LISTS_OF_ENTITIES and self.chance(self.profile.clash):
            other = self.one_of(("unclear", "none", value, "deferred"))
            entity[name] = {"values": [{"value": value, **self.words()}, {"value": other, **self.words()}]}
        elif self.chance(self.profile.hearsay):
            entity[name] = {**(value if isinstance(value, dict) else {"value": value}), **self.words()}
        else:
            entity[name] = value

    def words(self) -> Document:
        """Who says something, and how binding it is."""
        found: Document = {"basis": self.one_of(BASES)}
        if self.ids.get("source") and self.chance(60):
            place = self.one_of(("", "#Möten/2", "#Intervjuer", "#1.2/3/0"))
            found["source"] = self.one_of(self.ids["source"]) + place
        if self.chance(15):
            found["modality"] = self.one_of(MODALITIES)
        if self.chance(5):
            found["practice"] = self.one_of(("paper", "practice"))
        return found

    def item(self, to: str) -> Any:
        """An item of a list: the bare id, or sometimes with a word or with whoever says it."""
        if self.odd():
            return {"to": to, "value": self.one_of(("none", "none", "unclear", "unknown", "deferred"))}
        return {"to": to, **self.words()} if self.chance(self.profile.hearsay) else to

    def items(self, ids: Iterable[str]) -> list[Any]:
        return [self.item(one) for one in ids]

    def entity(self, name: str, label: str) -> Document:
        """An entity with a name, and sometimes with whoever says that it is there at all."""
        prefix = self.one_of(NAMES) + " " if self.chance(12) else ""
        found: Document = {"name": {"sv": prefix + label, "en": f"{name}!"} if self.chance(20) else prefix + label}
        if self.chance(self.profile.hearsay // 3):
            found |= self.words()
        return found

    def lifetime(self, entity: Document) -> None:
        """Sometimes from when and to when it is there, which may be before or after the model's date."""
        if self.odd():
            entity["since"] = self.one_of(BEFORE[:1] + BEFORE[:1] + AFTER[1:])
        if self.odd() and entity.get("since") not in AFTER:
            entity["until"] = self.one_of(BEFORE[1:] + AFTER)


class Organisation(Facts):
    """One organisation, written section by section; what exists is decided first, so that references lead somewhere."""

    def text(self) -> str:
        """The model file."""
        self._decide_what_exists()
        document: Document = {"remit": 1, "model": self._head()}
        sections = {
            "sources": {name: self._source(name) for name in self.ids["source"]},
            "levels": self._levels(),
            "principals": {name: self._principal(name) for name in self.ids["principal"]},
            "territories": {name: self._territory(name) for name in self.ids["territory"]},
            "providers": {name: self._provider(name) for name in self.ids["provider"]},
            "topics": {name: self._topic(place) for place, name in enumerate(self.ids["topic"])},
            "populations": self._populations(),
            "units": {name: self._unit(name) for name in self.ids["unit"]},
            "functions": {name: self._function(name) for name in self.ids["function"]},
            "persons": {name: self._person(name) for name in self.ids["person"]},
            "groups": self._groups(),
            "joint_bodies": {name: self._joint_body(name) for name in self.ids["joint_body"]},
            "agreements": {name: self._agreement(name) for name in self.ids["agreement"]},
            "coordinators": {name: self._coordinator(name) for name in self.ids["coordinator"]},
            "indicators": {name: self._indicator(name) for name in self.ids["indicator"]},
            "matters": {name: self._matter(name) for name in self.ids["matter"]},
            "goals": {name: self.entity(name, name.title()) for name in self.ids["goal"]},
            "process_leaders": {name: self._process_leader(name) for name in self.ids["process_leader"]},
            "activities": {name: self._activity(name) for name in self.ids["activity"]},
            "recommendations": {name: self._recommendation(name) for name in self.ids["recommendation"]},
        }
        document |= {name: found for name, found in sections.items() if found}
        document["system"] = self._system()
        document["sets"] = {name: self._set(name, kind) for name, kind in self.sets.items()}
        document["facts"] = [self._statement() for _ in range(self.number(*self.profile.statements))]
        return json.dumps(document, ensure_ascii=False, indent=1)

    # --- what exists ---------------------------------------------------------------------------------------------

    def _decide_what_exists(self) -> None:
        self.care = ["region", *PRINCIPALS[: self.weighed(((2, 2), (1, 1), (4, 3), (3, 4)))]]
        others = [name for name in ("agency", "private-school", "association") if self.chance(18)]
        self.others = others
        self.proposal = self.chance(15)
        self.chain = self.chance(14)
        self.density = self.one_of((60, 5, 100, 20))
        self.usual_kind = self.one_of(("officials", "political", "political"))
        self.usual_scope = self.one_of(("comprehensive", "comprehensive", "partial"))
        self.line: dict[str, list[str]] = {}
        for principal in self.care:
            kinds = self.some(("assembly", "board", "administration", "front_line"), 0, 3 + self.is_well("line"))
            if kinds and self.chance(75):
                self.line[principal] = [f"{principal}-{kind.replace('_', '-')}" for kind in kinds]
        units = [unit for line in self.line.values() for unit in line]
        self.ids |= {
            "source": [f"source-{n}" for n in range(self.number(0, 2) if self.chance(80) else 0)],
            "level": list(self.some(("near", "local", "subregional", "regional", "national"), 2, 4)),
            "principal": [*self.care, *others],
            "territory": self.some(("north", "whole"), 0, 2) if self.chance(50) else [],
            "provider": self.some(("clinic", "home-care"), 1, 2) if self.chance(45) else [],
            "topic": ["care", *self.some(("children", "addiction", "school-health", "aids"), 1, 3)],
            "population": self.some(("adults", "older", "young"), 1, 3) if self.chance(70) else [],
            "unit": units,
            "function": [f"{unit}-head" for unit in units if self.chance(45)],
            "person": self.some(("eva", "ali"), 1, 2) if self.chance(20) else [],
            "group": [f"group-{n}" for n in range(self.number(*self.profile.groups))],
            "joint_body": ["joint-board"] if self.chance(20) else [],
            "agreement": [f"pact-{n}" for n in range(self.number(0, 4))],
            "coordinator": [f"coordinator-{n}" for n in range(self.number(0, 2))],
            "indicator": [f"measure-{n}" for n in range(self.number(0, 2))],
            "matter": ["matter-0"] if self.chance(35) else [],
            "goal": self.some(("health", "safety"), 1, 2) if self.chance(60) else [],
            "process_leader": self.some(("leader", "guide"), 1, 2) if self.chance(35) else [],
            "activity": self.some(("training", "follow-up"), 1, 2) if self.chance(55) else [],
            "recommendation": [f"advice-{n}" for n in range(self.number(0, 2) if self.chance(60) else 0)],
        }  # fmt: skip
        for name, kind in SETS.items():
            if self.ids.get(kind, kind == "seat") and self.chance(60):
                self.sets[name] = kind
        self.ids["set"] = [name for name, kind in self.sets.items() if kind in ("group", "unit")]

    def _set(self, name: str, kind: str) -> Document:
        """A set: some things by name, or those of a kind, all or chosen by a field; perhaps none."""
        if name.startswith("some-"):
            return {"name": f"vissa {kind}", "members": self.some(self.ids[kind], 1, 3)}
        where: Document = {}
        if name == "municipalities":
            where = {"kind": "municipality"}
        elif name == "chosen-groups" and self.chance(50):
            where = {"level": self.one_of(self.ids["level"])}
        elif name == "chosen-seats" and self.chance(60):
            where = {"group": self.some(self.ids["group"], 1, 2)}
        return {"of": kind, **({"where": where} if where else {})}

    # --- the head ------------------------------------------------------------------------------------------------

    def _head(self) -> Document:
        head: Document = {"id": "organisation", "title": "Läns\u200b samverkan", "as_of": AS_OF}
        head["represents"] = "proposal" if self.proposal else "current"
        if self.ids["source"] and self.chance(55):
            head["source"] = self.one_of(self.ids["source"]) + "#Inledning"
        if self.chance(10):
            head["basis"] = self.one_of(BASES)
        if self.proposal and self.chance(40):
            head["modality"] = self.one_of(MODALITIES)
        coverage: Document = {"default": self.weighed(self.profile.coverage)}
        usual = coverage["default"] == COMPLETE
        if self.chance(30 if usual else 65):
            for name in self.some(COVERAGE_NAMES, 1, 4):
                coverage[name] = self.one_of((PARTIAL, UNKNOWN) if usual else (COMPLETE, COMPLETE, PARTIAL))
        if self.chance(25):
            coverage["selections"] = [self._selection() for _ in range(self.number(1, 2))]
        head["coverage"] = coverage
        return head

    def _selection(self) -> Document:
        of, by, fields = self.one_of(SELECTIONS)
        values = {"level": self.ids["level"], "kind": ("political", "officials"), "scope": ("comprehensive", "partial"),
                  "principal": self.care}  # fmt: skip
        found: Document = {"of": of, "where": {by: self.one_of(values[by])}}
        field = self.one_of(fields)
        # coverage of routes by a selection is told relation by relation
        found |= {"field": "informs" if field == "routes" else field} if field else {}
        return {**found, "is": self.one_of((COMPLETE, COMPLETE, PARTIAL, UNKNOWN))}

    def _source(self, name: str) -> Document:
        return {"title": f"Utredning {name}", "year": self.number(1999, 2020)}

    def _levels(self) -> Any:
        if not self.chance(25):
            return list(self.ids["level"])
        found: Document = {
            name: {"name": name.title(), "rank": place} for place, name in enumerate(self.ids["level"], 1)
        }
        if self.odd():
            found[self.one_of(self.ids["level"])]["rank"] = self.one_of(("unclear", "unknown", 1))
        return found

    # --- principals and their lines ------------------------------------------------------------------------------

    def _principal(self, name: str) -> Document:
        roles = {
            "agency": ("state_agency", "state"),
            "private-school": ("school", "school"),
            "association": ("association", "association"),
        }
        found = self.entity(name, name.title())
        role, kind = roles.get(name, ("care", "region" if name == "region" else "municipality"))
        if role != "care" or self.chance(20):
            self.write(found, "role", role if not self.odd() else self.one_of(("unclear", "other")))
        if not self.odd():
            found["kind"] = kind
        if name == "association":
            found["members"] = self.items(self.some(self.care[1:], 1, 3))
        if name == "private-school":
            self.tell(found, "participation", "taking_part", self.one_of(("full", "full", "less")))
        if self.chance(12):
            self.tell(found, "line", "line", "Linjen")
        if self.chance(15):
            self.tell(found, "publishes_decisions", "returning", self.one_of((True, False)))
        return found

    def _territory(self, name: str) -> Document:
        found = self.entity(name, name.title())
        found["principals"] = self.items(self.care if name == "whole" else self.some(self.care, 1, 3))
        return found

    def _provider(self, name: str) -> Document:
        found = self.entity(name, name.title())
        self.write(found, "principal", self.one_of(self.care))
        self.tell(found, "ownership", "taking_part", self.one_of(("private", "private", "public", "non_profit")))
        self.tell(found, "participation", "taking_part", self.one_of(("full", "full", "less")))
        if self.chance(30):
            found["count"] = self.one_of(("many", 3, 1))
        if self.chance(40):
            found["topics"] = self.some(self.ids["topic"], 1, 2)
        return found

    def _topic(self, place: int) -> Document:
        name = self.ids["topic"][place]
        found = self.entity(name, name.title())
        if place and self.chance(55):
            found["part_of"] = self.one_of(self.ids["topic"][:place]) if not self.odd() else "unclear"
        if self.chance(45):
            self.write(found, "urgent", self.one_of((True, True, False)))
        if self.chance(60):
            self.tell(found, "treated_at", "topics", self.ids["level"][-1 - self.chance(30)])
        if self.chance(20):
            self.write(found, "settled_at", self.one_of(self.ids["level"]))
        if self.chance(30):
            self.tell(found, "concerns", "topics", self.items(self.some(self.care, 1, 3)))
        if self.chance(25):
            self.tell(found, "owner", "owners", self.any_id("function", "unit", "principal"))
        if self.chance(25):
            self.write(found, "meetings_per_year", self.one_of((2, "3-6", 12)))
        if self.chance(35):
            self.write(found, "wait_limit_days", self.one_of((20, 45, 90, 400)))
        return found

    def _populations(self) -> Document:
        found = {name: self.entity(name, name.title()) for name in self.ids["population"]}
        if {"adults", "older"} <= set(found) and self.chance(60):
            found["older"]["part_of"] = "adults"
        return found

    def _unit(self, name: str) -> Document:
        principal, _, kind = name.partition("-")
        line = self.line[principal]
        place = line.index(name)
        found = self.entity(name, name.replace("-", " ").capitalize())
        self._owner(found, principal)
        if self.chance(85):
            found["kind"] = kind.replace("-", "_")
        if place:
            self.tell(found, "parent", "line", line[place - 1])
        elif self.odd():
            found["parent"] = self.one_of(line)  # a line that goes round
        else:
            found["parent"] = "none"
        if self.chance(50):
            self.tell(
                found,
                "level",
                "levels",
                self.ids["level"][0] if kind == "front-line" else self.one_of(self.ids["level"]),
            )
        if self.chance(60):
            found["topics"] = self.items(self.some(self.ids["topic"], 1, 2))
        if self.chance(55):
            self.tell(found, "mandates", "deciding", [self._mandate("decide")])
        self._binds(found, principal)
        if kind == "front-line" and self.ids["population"] and self.chance(50):
            found["serves"] = self.some(self.ids["population"], 1, 2)
        if self.odd():
            found["status"] = self.one_of(("under_development", "ended"))
        if self.chance(5):
            found["count"] = "many"
        self.lifetime(found)
        if self.chance(35):
            self._own_routes(found)
        return found

    def _owner(self, unit: Document, principal: str) -> None:
        """Whose a unit is: a principal's, sometimes several principals', a provider's, or nobody says."""
        if not self.odd():
            self.write(unit, "principal", principal)
        elif self.ids["provider"] and self.chance(30):
            unit["provider"] = self.one_of(self.ids["provider"])
        elif self.chance(50):
            unit["principal"] = (
                "municipalities" if "municipalities" in self.sets else self.items(self.some(self.care, 1, 3))
            )
        elif self.chance(50):
            unit["principal"] = self.one_of(("unclear", "unknown", "deferred"))

    def _binds(self, body: Document, principal: str) -> None:
        """For whom a unit or a post can conclude agreements."""
        if self.chance(25):
            self.tell(body, "binds", "agreements", self.items([self.one_of((principal, self.one_of(self.care)))]))

    def _own_routes(self, entity: Document) -> None:
        """What a unit or a post itself carries on: up to groups, back to them, or to somebody of its own sort."""
        for relation, kinds in OWN_ROUTES:
            to = self.any_id(*kinds)
            if to and self.chance(35):
                self.tell(entity, relation, "ways", [self._route(to)])

    def _function(self, name: str) -> Document:
        unit = name.removesuffix("-head")
        found = self.entity(name, name.replace("-", " ").capitalize())
        if not self.odd():
            self.write(found, "unit", unit)
        elif self.chance(50):
            found |= {"principal": [unit.partition("-")[0]], "unit": self.one_of(("none", "unclear"))}
        if self.chance(70):
            found["manages"] = [unit]
        mine = self.ids["function"]
        place = mine.index(name)
        if place and (mine[place - 1].partition("-")[0] == name.partition("-")[0] or self.odd()):
            self.tell(found, "reports_to", "line", [mine[place - 1]])
        elif self.odd():
            found["reports_to"] = [self.one_of(mine)]
        if len(mine) > 1 and self.chance(12):
            self.write(found, "reports_to", self.items(self.some([one for one in mine if one != name], 2, 2)))
            if self.chance(40):
                self.tell(found, "primary", "line", self.one_of(mine))
        self.tell(found, "assignment", "posts", self.one_of(TEXTS))
        if self.chance(40):
            self.tell(found, "leads", "posts", self.one_of((True, True, False)))
        self._answers(found)
        if self.chance(90 if self.kept["duties"] == WELL else 60):
            self.tell(found, "horizontal_duty", "duties", self.kept["duties"] == WELL or self.chance(70))
        if self.chance(40):
            self.tell(found, "mandates", "deciding", [self._mandate(self.one_of(("decide", "prepare")))])
        self._binds(found, unit.partition("-")[0])
        if self.chance(12 if self.kept["holders"] == WELL else 35):
            self.tell(found, "vacant", "holders", self.kept["holders"] not in (WELL, SILENT))
        self.lifetime(found)
        if self.chance(20):
            self._own_routes(found)
        return found

    def _person(self, name: str) -> Document:
        found = self.entity(name, name.title())
        held = self.some(self.ids["function"], 0, 2)
        if held:
            found["holds"] = [{"function": one} for one in held]
            self.lifetime(found["holds"][0])
        return found

    def _joint_body(self, name: str) -> Document:
        found = self.entity(name, "Gemensam nämnd")
        found["members"] = self.items(self.some(self.care, 2, 4))
        self.write(found, "host", found_first(found["members"]))
        self.tell(found, "mandate", "deciding", self._mandate("decide"))
        self.lifetime(found)
        return found

    # --- mandates ------------------------------------------------------------------------------------------------

    def _mandate(self, strongest: str) -> Document:
        """Powers over topics, given by somebody."""
        found: Document = {"powers": self.items([*self.some(LIGHT, 0, 2), strongest])}
        if self.chance(80):
            found["topics"] = self.items(self.some(self.ids["topic"], 1, 3))
        if self.chance(35):
            giver = self.any_id("unit", "unit", "function", "source", "group", "principal", "joint_body")
            if giver:
                self.tell(found, "given_by", "deciding", giver)
        if self.chance(10) and self.ids["unit"]:
            found["passed_on_from"] = self.any_id("unit", "function")
        if self.chance(30):
            self.tell(found, "document", "documents", self.one_of(TEXTS))
        self._last_day(found, "until")
        return found

    def _last_day(self, entity: Document, name: str, percent: int = 15) -> None:
        if self.chance(percent):
            passed = self.kept["ends"] in (ILL, MIXED) and self.chance(60)
            self.write(entity, name, self.one_of(BEFORE[1:] if passed else AFTER))

    # --- groups --------------------------------------------------------------------------------------------------

    def _groups(self) -> Document:
        """The groups, from the citizen outwards; now and then one is a twin of the one before it."""
        found: Document = {}
        for place, name in enumerate(self.ids["group"]):
            found[name] = self._group(place)
            if place and self.chance(45):
                before = found[self.ids["group"][place - 1]]
                own = self.one_of((None, None, "level", *TWIN_FIELDS))
                for field in TWIN_FIELDS:
                    if field != own:
                        found[name].pop(field, None)
                        found[name] |= {field: before[field]} if field in before else {}
        self._same_people(found)
        self._past_the_next(found)
        return found

    def _same_people(self, groups: Document) -> None:
        """Now and then the same posts meet in two groups, or nearly the same."""
        posts = self.ids["function"]
        if len(posts) < 3 or len(groups) < 2 or not self.chance(45):
            return
        met = self.some(posts, 3, 5)
        for place, name in enumerate(self.some(groups, 2, 2)):
            there = met[place * self.chance(25) :]
            groups[name]["seats"] = [{"principal": one.partition("-")[0], "function": one} for one in there]

    def _past_the_next(self, groups: Document) -> None:
        """Now and then matters go past a group in between that is there for the same."""
        levels = self.ids["level"]
        if len(levels) < 3 or len(groups) < 3 or not self.chance(60):
            return
        names = self.some(groups, 3, 3)
        near, between, _ = (groups[name] for name in names)
        for name, level in zip(names, self.some(levels, 3, 3), strict=True):
            self.write(groups[name], "level", level)
        for field in ("remit", "territory", "seats"):
            between.pop(field, None)
            between |= {field: near[field]} if field in near else {}
        self.write(near, self.one_of(("escalates_to", "prepares_for")), [self._route(names[2])])

    def _group(self, place: int) -> Document:
        name = self.ids["group"][place]
        found = self.entity(name, f"{self.one_of(GROUP_NAMES)} {place}")
        if self.chance(15):
            found["title"] = {"sv": self.one_of(GROUP_NAMES), "en": self.one_of(ENGLISH)}
        outward = place * len(self.ids["level"]) // len(self.ids["group"])
        self.tell(found, "level", "levels", self.ids["level"][outward] if self.chance(70) else self.any_id("level"))
        self.write(found, "kind", self.weighed(((4, self.usual_kind), (1, "political"), (1, "mixed"))))
        if self.chance(15):
            found["form"] = self.one_of(("standing", "standing", "meeting_form", "project"))
        elif self.chance(15):
            found["form"] = "working_group" if not self.odd() else "unclear"
        if self.chance(22):
            self.write(
                found,
                "status",
                self.one_of(("in_force", "practised", "practised", *(("ended", "under_development") * self.odd()))),
            )
        if self.chance(8):
            self.write(found, "counted", self.one_of((False, True)))
        self.lifetime(found)
        self._place(found)
        self._remit(found)
        for field, aspect, values in GROUP_FIELDS:
            # what few groups have said of them at all stays rare, however well it is kept
            if aspect in ("remit", "assignment", "introduction") or self.chance(35):
                self.tell(found, field, aspect, self.one_of(values))
        seats = self._seats()
        if seats is not None:
            found["seats"] = seats
        self._above(found, place)
        self._chair(found)
        self._support(found)
        self._routes(found, place)
        self._plan(found)
        if self.chance(20):
            self.tell(found, "meeting_dates", "chair", self.some(DAYS, 1, 4))
        return found

    def _plan(self, group: Document) -> None:
        """What it is to reach and carry out, with which staff, and what follows where somebody says no."""
        if self.chance(40):
            to = self.any_id("goal", "goal", "activity", "agreement", "topic")
            self.tell(group, "carries_out", "plans", self.items([to]) if to else None)
            if "carries_out" in group or self.chance(20):
                self.tell(group, "staff", "resources", "Två planerare")
        if "working_group" in str(group.get("form")) or self.chance(15):
            to = self.any_id("goal")
            self.tell(group, "goal", "plans", self.items([to]) if to else None)
            giver = self.any_id("group", "unit", "principal")
            if giver and self.chance(50):
                self.tell(group, "assigned_by", "plans", self.items([giver]))
        self._unanimous(group)

    def _unanimous(self, entity: Document) -> None:
        if self.chance(25):
            self.write(entity, "unanimous", self.one_of((True, True, True, False, "unclear")))
            self.tell(entity, "way_on", "deciding", "Återremiss")

    def _place(self, group: Document) -> None:
        """For whom the group is."""
        if self.chance(55):
            to = self.any_id("territory") if self.chance(50) else None
            told = [to] if to else self.some(self.care, 2, 5)
            self.tell(group, "territory", "levels", self.items(told))
        if self.ids["population"] and self.chance(70):
            group["populations"] = self.items(self.some(self.ids["population"], 1, 2))
        if self.ids["agreement"] and self.chance(45):
            self.tell(group, "agreement", "agreements", self.one_of(self.ids["agreement"]))

    def _remit(self, group: Document) -> None:
        """Its remit: whole, missing, left to be settled, or told in part; and what others await from it."""
        saying = self.saying("remit")
        strongest = self.one_of((*LIGHT[:3], *STRONG))
        whole: Document = {
            "powers": self.items([*self.some(LIGHT, 1, 3), strongest]),
            "topics": self.items(self.some(self.ids["topic"], 1, 3)),
            "purpose": "Samverka",
        }
        if saying == "value":
            for name in ("powers", "topics", "purpose"):
                if self.kept["remit"] != WELL and self.chance(15):
                    whole.pop(name)
            self._last_day(whole, "until")
            if whole:
                self.write(group, "remit", whole)
        elif saying != "silent":
            group["remit"] = (
                {"value": saying, "topics": whole["topics"]} if self.chance(30) and saying != "none" else saying
            )
        if self.chance(28):
            self.tell(
                group,
                "expected",
                "powers",
                {"powers": ["decide"], **({"topics": self.some(self.ids["topic"], 1, 1)} if self.chance(60) else {})},
            )
        if self.ids["source"] and self.chance(8):
            self.tell(group, "law", "powers", self.one_of(self.ids["source"]))

    def _above(self, group: Document, place: int) -> None:
        """The body that it answers to and the group that it is nested in; both may go round."""
        later = self.ids["group"] if self.odd() else self.ids["group"][place + 1 :]
        to = self.one_of(later) if later and self.chance(60) else self.any_id("unit", "principal", "joint_body")
        if self.chance(self.density * 2 // 3):
            self.tell(group, "answers_to", "answering", self.items([to]) if to else None)
        if later and self.chance(12):
            self.write(group, "parent", self.one_of(later))

    def _chair(self, group: Document) -> None:
        if self.chance(75):
            chair: Document = {}
            terms = (4, 2, "1.5") if self.kept["chair"] == WELL else (1, 1, 0.5, 2, 4)
            self.tell(chair, "term_years", "chair", self.one_of(terms))
            for name in ("vice", "overlap"):
                if self.chance(25):
                    self.tell(chair, name, "chair", self.one_of((True, False)))
            if chair:
                group["chair"] = chair

    def _support(self, group: Document) -> None:
        """Coordination, introduction and follow-up."""
        if self.chance(35):
            self.tell(group, "coordinator", "overview", self.any_id("coordinator", "function"))
        owner = self.any_id("function", "unit", "principal", "coordinator")
        if self.chance(70) or self.kept["introduction"] == WELL:
            self.tell(group, "introduction_owner", "introduction", owner)
        self._follow_up(group)
        if self.chance(10):
            to = self.any_id("group", "unit", "agreement")
            if to:
                self.tell(group, "steers", "answering", self.items([to]))

    def _follow_up(self, entity: Document) -> None:
        well = self.kept["follow_up"] == WELL
        if self.ids["indicator"]:
            if well or self.chance(60):
                self.tell(entity, "indicators", "follow_up", self.items(self.some(self.ids["indicator"], 1, 2)))
        elif self.chance(25):
            self.tell(entity, "indicators", "follow_up", None)
        if self.chance(25):
            duty: Document = {}
            self.tell(duty, "duty", "follow_up", True)
            self.tell(duty, "owner", "follow_up", self.any_id("group", "function", "unit", "principal"))
            if duty:
                entity["follow_up"] = duty

    # --- seats ---------------------------------------------------------------------------------------------------

    def _seats(self) -> Any:
        saying = self.saying("seats")
        if saying != "value":
            return None if saying == "silent" else saying
        well = self.kept["seats"] == WELL
        own = list(self.care) if well and self.chance(70) else self.some(self.care, 1, 4)
        pool = [one for one in self.care[1:] if one not in own or self.odd()]
        usual = self._mandate(self.one_of(("take_home", "take_home", "decide", "inform", "recommend")))
        seats = [self._seat({"principal": principal}, principal, usual) for principal in own]
        if len(pool) > 1 and self.chance(60):
            shared: Any = "municipalities" if "municipalities" in self.sets and self.chance(50) else self.items(pool)
            seat = self._seat({"shared_by": shared}, "", usual)
            seat["count"] = self.one_of((1, 2, len(pool), "many"))
            seats.append(seat)
        for kind, field in (("provider", "provider"), ("person", "person")):
            if self.ids[kind] and self.chance(15):
                seats.append(self._seat({field: self.one_of(self.ids[kind])}, "", usual))
        guests = [one for one in self.others if self.chance(45 if one == "private-school" else 25)]
        seats += [self._seat({"principal": guest}, "", usual) for guest in guests]
        if self.odd():
            seats.append(self._seat({"principal": self.one_of(("unclear", "unknown", "deferred"))}, "", usual))
        return seats

    def _seat(self, seat: Document, principal: str, usual: Document) -> Document:
        """A seat with whoever fills it and what they may do; most of a group's seats have the same mandate."""
        mine = [one for one in self.ids["function"] if principal and one.partition("-")[0] == principal]
        if mine and self.chance(45):
            seat["function"] = self.one_of(mine)
        elif self.ids["person"] and self.chance(8):
            seat["person"] = self.one_of(self.ids["person"])
        alike = self.kept["powers"] == WELL or self.chance(70)
        self.tell(seat, "mandate", "mandates", usual if alike else self._mandate(self.one_of((*STRONG, "inform"))))
        if self.chance(8 if self.kept["mandates"] == WELL else 20):
            self.write(
                seat, "capacity", "self" if self.kept["mandates"] in (ILL, MIXED) and self.chance(60) else "function"
            )
        if self.kept["holders"] in (MIXED, ILL) and self.chance(16):
            self.write(seat, "vacant", self.one_of((True, True, False, "unclear")))
        if self.chance(10):
            seat["count"] = self.one_of((2, 1, "many"))
        self.lifetime(seat)
        return seat

    # --- routes --------------------------------------------------------------------------------------------------

    def _routes(self, group: Document, place: int) -> None:
        """Its declared paths; matters go outwards where nothing is odd. Some structures are a chain of groups."""
        outer = self.ids["group"][place + 1 :]
        if self.chain and outer:
            self.write(group, "escalates_to", [self._route(outer[0])])
        for relation, percent, kinds in ROUTES:
            aspect = "returning" if relation == "reports_back_to" else "links" if relation == "linked_to" else "ways"
            if relation in group or not self.chance(percent * self.density // 60):
                continue
            found: list[Any] = []
            for _ in range(self.number(1, 2)):
                to = self.any_id(*kinds)
                if self.kept["ways"] == WELL and relation == "recommends_to":
                    found += [one for one in self.care if one not in found]
                    continue
                if to in self.ids["group"] and relation == "escalates_to" and not self.odd():
                    to = self.one_of(outer) if outer else None
                if to:
                    found.append(self._route(to, sound=self.kept["ways"] == WELL and relation == "escalates_to"))
            if found:
                self.tell(group, relation, aspect, found)

    def _route(self, to: str, sound: bool = False) -> Any:
        """One path: bare, or for some topics, through some step of a line, not there, or as somebody says."""
        found: Document = {"to": to}
        if self.chance(25):
            found["topics"] = self.some(self.ids["topic"], 1, 2)
        if sound or self.chance(15):
            step = self.any_id("unit", "function", "principal")
            found["through"] = [step] if step and self.chance(40) else ["line"]
            if self.odd():
                found["through"] = self.one_of(("unclear", "none"))
        if self.chance(7):
            found["principals"] = self.some(self.care, 1, 2)
        if self.chance(10):
            found["for_decision"] = self.one_of((True, False))
        if self.chance(self.profile.odd // 2):
            found["value"] = self.one_of(("none", "none", "unclear", "unknown"))
        if self.chance(self.profile.hearsay):
            found |= self.words()
        return to if len(found) == 1 else found

    # --- agreements, support and the register --------------------------------------------------------------------

    def _agreement(self, name: str) -> Document:
        found = self.entity(name, f"Överenskommelse {name[-1]}")
        well = self.kept["agreements"] == WELL
        self.tell(found, "level", "agreements", self.ids["level"][self.chance(12)])
        self.tell(found, "scope", "agreements", self.weighed(((5, self.usual_scope), (1, "partial"))))
        parties = list(self.care) if well and self.chance(60) else ["region", *self.some(self.care[1:], 1, 2)]
        parties += [one for one in self.ids["provider"] if self.chance(30)]
        self.tell(found, "parties", "agreements", self.items(parties))
        if self.chance(10):
            found["unnamed_parties"] = self.one_of((1, 2, "many"))
            if self.chance(50):
                found["possible_parties"] = self.some(self.care[1:], 1, 3)
        if self.chance(20):
            found["required_for"] = self.some(self.care[1:], 1, 3)
        if self.ids["source"] and self.chance(15):
            self.write(found, "required_by", self.one_of(self.ids["source"]))
        if self.chance(40):
            found["topics"] = self.some(self.ids["topic"], 1, 2)
        if self.chance(30):
            found["valid_from"] = BEFORE[0] if self.chance(85) else AFTER[1]
            if found["valid_from"] == BEFORE[0]:
                self._last_day(found, "valid_to")
        if self.odd():
            found["status"] = self.one_of(("ended", "under_development"))
        if self.chance(70):
            for text in AGREEMENT_TEXTS:
                self.tell(found, text, "plans", self.one_of(TEXTS))
            goal = self.any_id("goal")
            self.tell(found, "goal", "plans", self.items([goal]) if goal else None)
        if self.chance(10):
            found["covers_providers"] = self.one_of((True, False))
        if self.chance(60):
            self._concluded(found)
        self._follow_up(found)
        return found

    def _concluded(self, agreement: Document) -> None:
        """Who has concluded it: mostly the principals or their boards, sometimes whoever carries it out."""
        if self.is_well("agreements"):
            units = [one for one in self.ids["unit"] if one.endswith(("assembly", "board"))]
            names = [*self.some(self.care, 1, 4), *self.some(units, 0, 2)]
        else:
            there = ("unit", "unit", "function", "principal", "provider")
            names = list(dict.fromkeys(one for one in (self.any_id(*there) for _ in range(3)) if one))
        self.tell(agreement, "concluded_by", "agreements", self.items(names))

    def _coordinator(self, name: str) -> Document:
        found = self.entity(name, f"Samordnare {name[-1]}")
        well = self.kept["overview"] == WELL
        covers = self.care if well and self.chance(70) else self.some(self.care, 1, 3)
        self.tell(found, "covers", "overview", self.items(covers))
        self.tell(
            found, "levels", "overview", self.items(self.ids["level"] if well else self.some(self.ids["level"], 1, 3))
        )
        if self.chance(30):
            self.tell(found, "overview", "overview", well or self.chance(40))
        if self.chance(30):
            self.tell(found, "assignment", "posts", self.one_of(TEXTS))
        self._resources(found)
        self._answers(found)
        if self.odd():
            found["status"] = self.one_of(("ended", "under_development"))
        return found

    def _answers(self, entity: Document) -> None:
        """What it answers for, and over what it has power: mostly the same, where duties are kept well."""
        if self.chance(35):
            kinds = ("topic", "unit", "provider", "principal", "goal")
            one = self.any_id(*kinds)
            self.tell(entity, "answers_for", "duties", self.items([one]) if one else None)
            other = one if self.is_well("duties") else self.any_id(*kinds)
            self.tell(entity, "power_over", "duties", self.items([other]) if other else None)

    def _resources(self, entity: Document) -> None:
        """Working time, who pays for it, and for how long."""
        if self.chance(50):
            self.tell(entity, "financed_by", "resources", self.items([self.one_of(self.care)]))
        if self.chance(40):
            well = self.kept["resources"] == WELL
            self.tell(entity, "allocation", "resources", self.one_of((50, 20) if well else (50, 20, 0)))
        if self.chance(25):
            self.write(entity, "until", self.one_of(("2020-12-31", "2026-12-31", "2026-12-31", "2020-06-29")))

    def _indicator(self, name: str) -> Document:
        found = self.entity(name, f"Mått {name[-1]}")
        if self.chance(40):
            found["measures"] = self.items([one for one in (self.any_id("group", "agreement", "topic"),) if one])
        if self.chance(30):
            self.tell(found, "owner", "follow_up", self.any_id("unit", "principal", "group"))
        if self.chance(60):
            self.tell(found, "data", "follow_up", self.one_of(TEXTS))
        if self.odd():
            found["status"] = self.one_of(("proposed", "ended", "under_development"))
        return found

    def _process_leader(self, name: str) -> Document:
        found = self.entity(name, "Processledare")
        self.tell(found, "assignment", "posts", self.one_of(TEXTS))
        self._resources(found)
        self._answers(found)
        self.write(found, "persons", self.one_of((1, 2)))
        shares = [{"territory": one, "per_cent": 50} for one in self.some(self.ids["territory"], 0, 2)]
        if shares:
            found["allocations"] = shares
        return found

    def _activity(self, name: str) -> Document:
        found = self.entity(name, "Aktivitet")
        levels = self.some(self.ids["level"], 1, 2)
        found["levels"] = self.items(levels)
        states = ("done", "under_way", "not_started", "not_meant", "unknown", "deferred", "unclear")
        found["statuses"] = [
            {"level": level, "status": self.one_of(states[:4] if self.is_well("plans") else states)} for level in levels
        ]
        self.tell(found, "owner", "owners", self.any_id("group", "unit", "principal"))
        if self.chance(85):
            self.tell(found, "precondition", "plans", self.one_of(TEXTS))
            self.tell(found, "precondition_owner", "owners", self.any_id("group", "unit", "principal"))
        return found

    def _matter(self, name: str) -> Document:
        found = self.entity(name, "Ärende")
        self.write(found, "topic", self.one_of(self.ids["topic"]))
        self.write(found, "group", self.one_of(self.ids["group"]))
        self.tell(found, "owner", "owners", self.any_id("function", "unit", "principal"))
        if self.chance(40):
            self.write(found, "status", self.one_of(("open", "open", "closed", "dropped")))
        if self.chance(40):
            found["raised_by"] = self.any_id("unit", "function", "group", "principal")
        return found

    def _recommendation(self, name: str) -> Document:
        found = self.entity(name, "Rekommendation")
        self.write(found, "group", self.one_of(self.ids["group"]))
        self.write(found, "topic", self.one_of(self.ids["topic"]))
        to = self.some(self.care, 1, 3)
        found["to"] = self.items(to)
        if self.ids["matter"] and self.chance(40):
            found["matter"] = "matter-0"
        decided = self.some(to, 0, 3)
        self._unanimous(found)
        self._last_day(found, "due", 50)
        if decided:
            found["decisions"] = [self._decision(one) for one in decided]
        return found

    def _decision(self, principal: str) -> Document:
        found: Document = {"principal": principal}
        self.tell(
            found, "outcome", "register", self.one_of(("approved", "approved", "rejected", "pending", "carried_out"))
        )
        if self.chance(60):
            self.tell(found, "reported_back", "returning", self.one_of((True, True, False)))
        if self.chance(40):
            found["decided"] = self.one_of(BEFORE)
        for name in ("due", "carry_out_by"):
            if self.chance(40):
                self._last_day(found, name, 60)
        return found

    def _system(self) -> Document:
        found: Document = {}
        self.tell(found, "documents", "documents", self.one_of(TEXTS))
        if self.chance(60):
            self.tell(found, "overview", "overview", self.any_id("coordinator", "function", "group"))
        self._follow_up(found)
        for name in ("publishes_decisions", "separate", "duplicated_matters"):
            if self.chance(10):
                self.write(found, name, self.one_of((False, True, "unclear")))
        return found

    # --- statements ----------------------------------------------------------------------------------------------

    def _statement(self) -> Document:
        """One row of the table of facts, about a set, an entity, or the system."""
        about, kind = "system", "system"
        if self.sets and self.chance(55):
            about = self.one_of(list(self.sets))
            kind = self.sets[about]
        elif self.chance(80):
            kind = self.one_of([one for one in STATEMENTS if self.ids.get(one)])
            about = self.one_of(self.ids[kind])
        what, values, targets = self.one_of(STATEMENTS[kind])
        found: Document = {"about": about, "what": what, "value": self.one_of(values)}
        if targets:
            to = self.one_of(targets)
            found["to"] = self.any_id(to) if to in self.ids else to
            if found["to"] is None:
                return {"about": "system", "what": "documents", "value": "unclear"}
        if about != "system" and self.chance(75):
            found["extent"] = self.one_of(EXTENTS)
        if self.chance(60):
            found |= self.words()
        return found


def found_first(items: Sequence[Any]) -> str:
    """The id of the first item of a list, bare or in a mapping."""
    first = items[0]
    return str(first["to"] if isinstance(first, Mapping) else first)
