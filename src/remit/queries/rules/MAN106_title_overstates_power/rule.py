"""MAN106: a group's name or title promises power, and its powers are known and hold no decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from remit.graph.logic import NO, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.rule import Condition, Named, Row, Rule, Settings, count_of

RULE = Rule(
    code="MAN106",
    name="title-overstates-power",
    severity="warning",
    title=Text("Namnet lovar mer makt än gruppen har", "Title overstates power"),
    definition=Text(
        "En gällande grupp har ett namn eller en benämning vars huvudord lovar makt (styrgrupp, ledningsgrupp, "
        "styrelse, nämnd), men dess kända befogenheter rymmer inga beslut. Organ med befogenheter i lag undantas.",
        "A group in force has a name or title whose head promises power (steering group, management board, "
        "executive), but its known powers hold no decision. Bodies with powers in law are left out.",
    ),
    rationale=Text(
        "Namnet är det enda de flesta ser av en grupp. Lovar det makt lämnas frågor dit för beslut, och huvudmännens "
        "egna organ tror att någon annan bestämmer.",
        "The name is all that most people see of a group. If it promises power, matters are left there to be "
        "decided, and the principals' own bodies believe that somebody else decides.",
    ),
    harm=Text(
        "Den som söker besked vänder sig till en styrgrupp som inte får ge det.",
        "Somebody who wants an answer turns to a steering group that may not give one.",
    ),
    repair=Text(
        "Byt namn till det gruppen gör (samråd, beredning, forum), eller ge den de befogenheter namnet lovar.",
        "Rename it after what it does (consultation, preparation, forum), or give it the powers that its name "
        "promises.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), utredarens reflexioner, om grupper som kallas styrgrupper; "
        "läran om begripliga benämningar i förvaltningen (klarspråk, 11 § språklagen).",
        "The Västerbotten inquiry on collaboration (2018), the author's reflections on groups called steering "
        "groups; the duty of plain language in public administration (Swedish Language Act).",
    ),
    conditions=(
        Condition("context", Text("gruppen är gällande eller tillämpas", "the group is in force or practised")),
        Condition(
            "context",
            Text("huvudordet i namnet eller benämningen lovar makt", "the head of its name or title promises power"),
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
"""The last element of a Swedish word that promises power, with its endings; a genitive is no head."""

NOT_FIRST = {
    "group": ("hand", "väg", "in", "av", "an", "om", "ut", "upp"),
    "board": ("själv",),
    "committee": ("be", "om", "ut", "ovan", "nedan", "först", "sist", "förut", "nyss"),
}
"""First elements that make it another word: handledningsgrupp, vägledningsgrupp, självstyrelse, omnämnd."""

OTHER_HEADS = re.compile(
    r"\w*(?:grupp|råd|forum|arena|beredning|möte|samråd|nätverk|team|utskott|kommitté|seminarium|dialog)"
    r"(?:en|et|er|erna|t|n)?"
)
"""A word before that is a head itself; what follows it is a name beside it ("Arbetsgruppen Styrelse")."""

SWEDISH_BREAK = re.compile(
    r"\b(?:för|i|på|till|med|av|om|under|mellan|hos|inom|från|vid|kring|mot|utan|över|inför|enligt|som|åt)\b"
)
"""Where the complement begins: the head stands before it."""

ENGLISH = re.compile(
    r"\b(?P<group>(?:steering|executive|management|governing|leadership|decision-making)\s+"
    r"(?:group|committee|board|team|body)|board|executive|directorate)(?:s|es)?$"
)
ENGLISH_NOT = re.compile(r"\b(?:advisory|consultative|consultation|discussion|reference|notice|bulletin)\s+boards?$")
"""Boards that only advise or where notices hang."""

ENGLISH_BREAK = re.compile(r"\b(?:for|of|on|in|under|between|with|from|to|at|by|within)\b")

PARENTHESIS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
SEPARATORS = re.compile(r"\s[–—-]\s|[:;,/|]|\b(?:och|samt|and)\b")


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each group, or set of groups to an extent, whose name or role promises more than its powers."""
    for group in org.subjects("group"):
        if group.speaks_of("remit", "remit.powers"):
            yield from _promised(org, group)
        if group.extent is None:
            yield from _steering(org, group)


def _promised(org: Org, group: Thing) -> Iterator[Row]:
    promises = [_promise(org.thing(member)) for member in group.members]
    if not all(proof for _, proof in promises):
        return
    members = [org.thing(member) for member in group.members]
    lacks = org.lacks_power(group, "remit", "decide")
    defect = all_of(org.in_force(group), *(proof for _, proof in promises), lacks)
    proof = excused(defect, *(org.is_decided_by_law(member) for member in members))
    if any(_steered(member).excuse() for member in members):
        proof = proof.at_most(Degree.OPEN)
    words = Text(*(", ".join(sorted({word for word, _ in promises})) for _ in range(2)))
    yield Row(group.id, proof, extent=group.extent, values={"word": words})


def _steering(org: Org, group: Thing) -> Iterator[Row]:
    """Steering group for something: a role in which it may well decide, so at most open."""
    steers = group.fact("steers")
    if not steers.values or _promise(group)[1]:
        return
    lacks = org.lacks_power(group, "remit", "decide").at_most(Degree.OPEN)
    proof = all_of(org.in_force(group), any_of(*(steers.has(one) for one in steers.values)), lacks)
    steered = Named(tuple(sorted(steers.values)))
    yield Row(group.id, excused(proof, org.is_decided_by_law(group)), "role", values={"steered": steered})
