"""MAN106: a group's name or title promises power, and its powers are known and hold no decision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from remit.graph.logic import NO, Evidence, Proof, all_of, excused
from remit.graph.org import Org, Thing
from remit.model.facts import Degree, Extent
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.rule import Condition, Named, Row, Rule, Settings, count_of

RULE = Rule(
    code="MAN106",
    name="title-overstates-power",
    severity="warning",
    title=Text("Namnet lovar mer makt än gruppen har", "Title overstates power"),
    definition=Text(
        "En gällande grupp har ett namn eller en benämning vars huvudord lovar makt (styrgrupp, "
        "ledningsgrupp, styrelse, nämnd), men dess kända befogenheter rymmer inga beslut. Organ med "
        "befogenheter i lag undantas.",
        "A group in force has a name or title whose head promises power (steering group, management board, "
        "executive), but its known powers hold no decision. Bodies with powers in law are left out.",
    ),
    rationale=Text(
        "Namnet är det enda de flesta ser av en grupp. Lovar det makt lämnas frågor dit för beslut, och "
        "huvudmännens egna organ tror att någon annan bestämmer.",
        "The name is all that most people see of a group. If it promises power, matters are left there to be "
        "decided, and the principals' own bodies believe that somebody else decides.",
    ),
    harm=Text(
        "Den som söker besked vänder sig till en styrgrupp som inte får ge det.",
        "Somebody who wants an answer turns to a steering group that may not give one.",
    ),
    repair=Text(
        "Byt namn till det gruppen gör (samråd, beredning, forum), eller ge den de befogenheter namnet lovar.",
        "Rename it after what it does (consultation, preparation, forum), or give it the powers that its "
        "name promises.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), utredarens reflexioner, om grupper som kallas "
        "styrgrupper; läran om begripliga benämningar i förvaltningen (klarspråk, 11 § språklagen).",
        "The Västerbotten inquiry on collaboration (2018), the author's reflections on groups called "
        "steering groups; the duty of plain language in public administration (Swedish Language Act).",
    ),
    conditions=(
        Condition("context", Text("gruppen är gällande eller tillämpas", "the group is in force or practised")),
        Condition(
            "context",
            Text(
                "huvudordet i namnet eller benämningen lovar makt",
                "the head of its name or title promises power",
            ),
        ),
        Condition("defect", Text("befogenheterna rymmer inga beslut", "its powers hold no decision")),
        Condition(
            "defect",
            Text(
                "gruppen är styrgrupp för något, utan känd rätt att besluta (högst öppen)",
                "it is steering group for something, with no known power to decide (at most open)",
            ),
        ),
        Condition("excuse", Text("gruppen har befogenheter i lag", "it has powers in law")),
        Condition(
            "excuse",
            Text(
                "gruppen är styrgrupp för något där den kan få besluta: högst öppen",
                "it is steering group for something on which it may well decide: at most open",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Namnet lovar makt ({word}), men befogenheterna rymmer inga beslut: {subject}.",
            "The name promises power ({word}), but the powers hold no decision: {subject}.",
        ),
        "role": Text(
            "Styrgrupp för {steered}, men ingen rätt att besluta är känd: {subject}.",
            "Steering group for {steered}, but no power to decide is known: {subject}.",
        ),
    },
    looked_at=Text("grupper", "groups"),
    looks_at=count_of("group"),
)

SWEDISH = re.compile(
    r"(?P<first>[\w\-]*?)(?:"
    r"(?P<group>(?:styr|lednings|besluts)-?grupp)(?:en|er|erna)?|(?P<board>styrelse)(?:n|r|rna)?|"
    r"(?P<committee>nämnd)(?:en|er|erna)?|(?P<executive>direktion)(?:en|er|erna)?|"
    r"(?P<steering>styrkommitté)(?:n|er|erna)?)"
)
"""A Swedish word whose last element promises power, with its endings; a genitive is no head."""

NOT_FIRST = {
    "group": {"hand", "väg", "in", "av", "an", "om", "ut", "upp"},
    "board": {"själv"},
    "committee": {"be", "om", "ut", "ovan", "nedan", "först", "sist", "förut", "nyss"},
}
"""First elements that make it another word: handledningsgrupp, vägledningsgrupp, självstyrelse, omnämnd."""

OTHER_HEAD = re.compile(
    r"[\w\-]*(?:grupp|råd|forum|arena|beredning|möte|nätverk|team|utskott|kommitté|seminarium|dialog)"
    r"(?:en|et|er|erna|n|t)?"
)
"""A word that is itself a head; what follows it is a name beside it ("Arbetsgruppen Styrelse")."""

ENGLISH = re.compile(
    r"\b(?P<word>(?:steering|executive|management|governing|leadership|decision-making) "
    r"(?:group|committee|board|team)|governing bod(?:y|ies)|board|executive|directorate)s?(?: \d+)?"
)
"""The last words of an English name that promise power."""

ENGLISH_NOT = re.compile(
    r"\b(?:(?:advisory|consultative|consultation|discussion|reference|notice|bulletin) board|"
    r"chief executive)s?"
)
"""Boards that only advise, or where notices hang, and a post."""

BREAKS = frozenset(
    re.findall(
        r"\w+",
        "för i på till med av om under mellan hos inom från vid kring mot utan över inför enligt som åt "
        "for of on in between with from to at by within",
    )
)
"""Where a complement begins: the head stands before it."""

ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
SEPARATOR = re.compile(r"\s+[–—-]\s+|\s*[:;,/|]\s*|\s+(?:och|samt|and|&)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Called:
    """What a group is called and does: the word that promises power, what it steers, whether a law founds it."""

    promise: tuple[str, Proof]
    steers: Proof
    law: Proof


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each group, or set of groups to an extent, whose name or role promises more than it may."""
    for group in org.subjects("group"):
        members = [_called(org, org.thing(member)) for member in group.members]
        own = Called(("", NO), _steers(group), org.is_decided_by_law(group))
        lacks = all_of(org.in_force(group), org.lacks_power(group, "remit", "decide"))
        if all(one.promise[1] for one in members):
            if group.speaks_of("remit", "remit.powers"):
                yield _promised(group.id, group.extent, lacks, members)
        elif group.speaks_of("steers"):
            steered = [item.value for item in group.fact("steers").items if item.holds]
            yield _steering(group.id, group.extent, lacks, own, steered)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer. The head of a name is found here: which word of a compound or a phrase is
    its head takes the parsing of words, for which Cypher has no well-known way.
    """
    for record in records:
        extent = extent_of(record)
        members = [
            Called(_promise(one["id"], _text(one["name"]), _text(one["title"]), proof_of(one["called"])), *_role(one))
            for one in record["members"]
        ]
        lacks = proof_of(record["lacks"])
        if all(one.promise[1] for one in members):
            if record["tells_powers"]:
                yield _promised(record["subject"], extent, lacks, members)
        elif record["tells_steering"]:
            yield _steering(record["subject"], extent, lacks, Called(("", NO), *_role(record)), record["steered"])


def _text(words: Sequence[str]) -> Text | None:
    return Text(*words) if words else None


def _role(record: Record) -> tuple[Proof, Proof]:
    return proof_of(record["steers"]), proof_of(record["law"])


def _promised(subject: str, extent: Extent | None, lacks: Proof, members: list[Called]) -> Row:
    """The name against the powers; what a body steers may be where it decides, so that leaves it open."""
    defect = all_of(lacks, *(one.promise[1] for one in members))
    if any(one.steers for one in members):
        defect = defect.at_most(Degree.OPEN)
    word = ", ".join(sorted({one.promise[0] for one in members}))
    return Row(subject, excused(defect, *(one.law for one in members)), extent=extent, values={"word": word})


def _steering(subject: str, extent: Extent | None, lacks: Proof, own: Called, steered: Sequence[str]) -> Row:
    """Steering group for something: a role in which it may well decide, so at most open."""
    proof = excused(all_of(own.steers, lacks.at_most(Degree.OPEN)), own.law)
    return Row(subject, proof, "role", extent=extent, values={"steered": Named(tuple(sorted(steered)))})


def _called(org: Org, group: Thing) -> Called:
    name, title = org.entity(group.id).name, group.fact("title")
    promise = _promise(group.id, name, title.value if title.known else None, title.excuse())
    return Called(promise, _steers(group), org.is_decided_by_law(group))


def _steers(group: Thing) -> Proof:
    """To what degree it is told to be steering group for something; silence tells nothing."""
    steers = group.fact("steers")
    return steers.has(lambda _: True) if steers.items else NO


def _promise(group: str, name: Text | None, title: Text | None, called: Proof) -> tuple[str, Proof]:
    """The word in its name, else its title, that promises power, and to what degree it is called so."""
    word = promising_word(name) if name else ""
    if word:
        return word, all_of().seen(Evidence(group, "name", word))
    word = promising_word(title) if title else ""
    return (word, called) if word else ("", NO)


def promising_word(name: Text) -> str:
    """The head of a name that promises power, empty where it has none."""
    return next(filter(None, map(_head, dict.fromkeys(name))), "")


def _head(name: str) -> str:
    """The promising head of a name in either language: what stands in parentheses or after the first
    preposition is no head, and neither is a word that another head stands before.
    """
    for part in SEPARATOR.split(ASIDE.sub(" ", name)):
        words = part.split()
        end = next((i for i, word in enumerate(words) if word.casefold() in BREAKS), len(words))
        found = _swedish(words[:end]) or _english(" ".join(words[:end]).casefold())
        if found or end < len(words):
            return found
    return ""


def _swedish(words: list[str]) -> str:
    for place, word in enumerate(words):
        match = SWEDISH.fullmatch(word.casefold())
        if match and match["first"] not in NOT_FIRST.get(match.lastgroup or "", ()):
            named = all(not after[0].islower() for after in words[place + 1 :])
            return match[match.lastgroup or 0] if named else ""
        if OTHER_HEAD.fullmatch(word.casefold()):
            return ""
    return ""


def _english(words: str) -> str:
    match = None if ENGLISH_NOT.search(words) else re.search(rf"{ENGLISH.pattern}$", words)
    return match["word"] if match else ""
