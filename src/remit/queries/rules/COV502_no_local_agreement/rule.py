"""COV502: a principal is party to no agreement of a class that its peers have, or that is required."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused, merge, sure
from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact, Origin
from remit.model.facts import Degree, State
from remit.model.text import Text, sort_key
from remit.queries.cypher import Record, proof_of
from remit.queries.rule import Condition, Reach, Row, Rule, Setting, Settings

COMPREHENSIVE = "comprehensive"
SCOPES = {
    COMPREHENSIVE: Text("övergripande överenskommelse", "comprehensive agreement"),
    "partial": Text("överenskommelse om delar", "partial agreement"),
    "": Text("överenskommelse", "agreement"),
}
KINDS = {
    "region": Text("en region", "a region"),
    "municipality": Text("en kommun", "a municipality"),
    "state": Text("staten", "the state"),
    "association": Text("ett förbund", "an association"),
    "company": Text("ett företag", "a company"),
    "school": Text("en skola", "a school"),
}
PLURALS = {"region": Text("regioner", "regions"), "municipality": Text("kommuner", "municipalities")}
PRINCIPALS = Text("huvudmän", "principals")


@dataclass(frozen=True, slots=True, order=True)
class Sort:
    """Agreements of one sort: between principals of two kinds, at a level, of a scope (empty: any)."""

    kind: str
    other: str
    level: str
    scope: str


@dataclass(frozen=True, slots=True)
class Near:
    """An agreement in force, at the level of a sort and with its counterpart."""

    id: str
    fits: Proof
    """To what degree it is of the sort, its scope included."""
    partial: bool
    untold: bool
    """Whether some of its parties are not named."""
    possible: frozenset[str]
    """Those of the sort's kind among whom they are."""
    party: Callable[[str], Proof]
    """To what degree a principal is party to it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of agreements of a sort, whichever engine found it."""

    sort: Sort
    peers: list[str]
    required: Mapping[str, Proof]
    near: list[Near]
    listed: Proof
    """To what degree all of the sort are listed."""
    counterparts: list[str]
    """The principals of the counterpart's kind (two, where they are more)."""


@dataclass(frozen=True, slots=True)
class Agreements:
    """What is known of a model's agreements, gathered once: those that count, and who is of which kind."""

    org: Org
    counting: list[tuple[Thing, Proof]]
    kinds: dict[str, str]
    peers: dict[str, list[str]]

    @classmethod
    def of(cls, org: Org) -> Agreements:
        """Gather them."""
        kinds = {t.id: str(t.fact("kind").value) for t in org.things("principal") if t.fact("kind").known}
        peers: dict[str, list[str]] = defaultdict(list)
        for principal in org.care_principals:
            if principal in kinds:
                peers[kinds[principal]].append(principal)
        counting = [(thing, _counts(org, thing)) for thing in org.things("agreement")]
        return cls(org, [(thing, proof) for thing, proof in counting if proof], kinds, peers)

    def party(self, agreement: Thing, wanted: Callable[[str], bool]) -> Proof:
        """To what degree somebody is party to an agreement; its parties are those named, unless some are not."""
        parties = agreement.fact("parties")
        named = parties.has(wanted)
        if any(wanted(item.value) for item in parties.items):
            return named
        if parties.left_open:
            return OPEN
        possible = agreement.fact("possible_parties")
        if any(wanted(item.value) for item in possible.items if item.state != State.NONE):
            return OPEN
        if possible.known:
            return NO
        if _untold(agreement):
            return OPEN
        partial = self.org.resolver.covered(self.org.entity(agreement.id), "parties") == "partial"
        return NO if parties.known and not partial else named

    def between(self, agreement: Thing, other: str) -> Proof:
        """To what degree a principal of a kind (empty: any) is party to an agreement."""
        return self.party(agreement, lambda p: self.kinds.get(p) == other) if other else YES

    def asked(self, sort: Sort, required: Mapping[str, Proof]) -> Asked:
        """What is known of the agreements of a sort."""
        listed = self.org.resolver.listed("agreement", {"level": sort.level, "scope": sort.scope})
        counterparts = [p for p, kind in self.kinds.items() if kind == sort.other]
        return Asked(sort, self.peers[sort.kind], required, list(self._near(sort)), listed, counterparts)

    def _near(self, sort: Sort) -> Iterator[Near]:
        for agreement, counts in self.counting:
            level = Proof(agreement.fact("level").is_(sort.level).degree) if sort.level else YES
            here = all_of(level, self.between(agreement, sort.other))
            fits = all_of(counts, here, _of_scope(agreement, sort))
            partial = agreement.fact("scope").value == "partial"
            if here and (fits or partial):
                possible = agreement.fact("possible_parties")
                yield Near(
                    agreement.id,
                    fits,
                    partial,
                    _untold(agreement),
                    frozenset(p for p in possible.values if possible.known and self.kinds.get(p) == sort.kind),
                    self._party_to(agreement),
                )

    def _party_to(self, agreement: Thing) -> Callable[[str], Proof]:
        return lambda principal: self.party(agreement, principal.__eq__)

    def sorts(self) -> dict[Sort, dict[str, Proof]]:
        """The sorts of agreement that principals may be expected to have; required for whom, to what degree."""
        found: dict[Sort, dict[str, Proof]] = defaultdict(dict)
        for agreement, _ in self.counting:
            level, scope = agreement.fact("level"), agreement.fact("scope")
            if level.known and scope.value == COMPREHENSIVE:
                for kind, other in self._sides(agreement):
                    _ = found[Sort(kind, other, level.value, COMPREHENSIVE)]
        for agreement in self.org.things("agreement"):
            for sort, principal, proof in self._required(agreement):
                found[sort][principal] = any_of(found[sort].get(principal, NO), proof)
        return dict(sorted(found.items()))

    def _sides(self, agreement: Thing) -> list[tuple[str, str]]:
        """The kinds of care principals that are party to an agreement, each with each kind of counterpart."""
        kinds = sorted({self.kinds[p] for p in agreement.fact("parties").values if p in self.kinds})
        return [(one, other) for one in kinds for other in kinds if one != other]

    def _required(self, agreement: Thing) -> Iterator[tuple[Sort, str, Proof]]:
        """For which principals a law or the model requires an agreement of which sort."""
        status = agreement.fact("status")
        if status.value == "ended":
            return
        level, scope = (str(agreement.fact(path).value or "") for path in ("level", "scope"))
        sides = self._sides(agreement)
        for principal, word in self._demanded(agreement, {kind for kind, _ in sides}):
            kind = self.kinds.get(principal, "")
            for other in [other for one, other in sides if one == kind] or [""]:
                if principal in self.peers.get(kind, ()):
                    proof = word.at_most(Degree.OPEN) if status.left_open else word
                    seen = Evidence(agreement.id, "required for", principal)
                    yield Sort(kind, other, level, scope), principal, proof.seen(seen)

    def _demanded(self, agreement: Thing, kinds: set[str]) -> Iterator[tuple[str, Proof]]:
        """Every word on whom an agreement is required for: those named, else by a law all of the kinds that are
        party to it, unless denied. Where it is not known whom, or whether a law does, it is open.
        """
        named, law = agreement.fact("required_for"), agreement.fact("required_by")
        there = [item for item in named.items if item.state != State.NONE]
        for item in there:
            yield item.value, Proof(item.degree if named.known and item.holds else Degree.OPEN, sources=item.sources)
        if named.known or (named.stated and not _may_hold(named)):
            return
        telling = [fact for fact in (law, named) if _may_hold(fact)]
        for word in telling:
            # where some are named, though not for certain, nobody else is by that word
            if word is law or not there:
                sure = word.known and len(telling) == 1 and not there
                proof = Proof(word.degree if sure else Degree.OPEN, sources=word.sources)
                for principal in (p for kind in kinds for p in self.peers[kind]):
                    denied = [i for i in named.items if i.value == principal and i.state == State.NONE]
                    if demanded := excused(proof, *(Proof(item.degree) for item in denied)):
                        yield principal, demanded


def _may_hold(fact: Fact) -> bool:
    """Whether somebody says, or leaves open, that a field holds something, be it only of some cases."""
    if fact.origin == Origin.SILENCE:
        return fact.possibly is not None and fact.possibly[0] != State.NONE
    return fact.state != State.NONE or fact.degree == Degree.OPEN


def _untold(agreement: Thing) -> bool:
    """Whether an agreement has parties that are not named, or may have."""
    return any(_may_hold(agreement.fact(path)) for path in ("possible_parties", "unnamed_parties"))


def _counts(org: Org, agreement: Thing) -> Proof:
    """To what degree an agreement is in force at the date."""
    first, last = agreement.fact("valid_from"), agreement.fact("valid_to")
    return all_of(
        org.in_force(agreement),
        sure(not first.known or first.value <= org.on),
        sure(not last.known or last.value >= org.on),
    )


def _of_scope(agreement: Thing, sort: Sort) -> Proof:
    """To what degree an agreement is of a scope; a comprehensive one does for a partial one."""
    wanted = (sort.scope, COMPREHENSIVE)
    return Proof(agreement.fact("scope").is_(lambda value: value in wanted).degree) if sort.scope else YES


def _looks_at(org: Org) -> int:
    known = Agreements.of(org)
    least = int(RULE.defaults()["peers"])
    looked: set[str] = set()
    for sort, required in known.sorts().items():
        looked.update(required)
        if sort.scope == COMPREHENSIVE and len(known.peers[sort.kind]) > least:
            looked.update(known.peers[sort.kind])
    return len(looked)


RULE = Rule(
    code="COV502",
    name="no-local-agreement",
    severity="error",
    title=Text("Huvudman utan överenskommelse som andra har", "Principal without the agreement that others have"),
    definition=Text(
        "En huvudman är inte part i någon överenskommelse av ett slag (samma nivå, omfattning och motpart) som"
        " minst två jämförbara huvudmän har, eller som lag eller modellen kräver.",
        "A principal is party to no agreement of a sort (same level, scope and counterpart) that at least two"
        " comparable principals have, or that a law or the model requires.",
    ),
    rationale=Text(
        "Utan överenskommelse finns inget gemensamt beslut att hålla sig till, och grupperna saknar grund.",
        "Without an agreement there is no common decision to keep to, and the groups rest on nothing.",
    ),
    harm=Text(
        "Vilken samordning en invånare får beror på i vilken kommun hon bor.",
        "What coordination a citizen gets depends on the municipality that she lives in.",
    ),
    repair=Text(
        "Slut en överenskommelse av samma slag, eller anslut huvudmannen till en som finns.",
        "Conclude an agreement of the same sort, or let the principal join one that exists.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), utredarens reflexioner; lagkraven på överenskommelser"
        " mellan region och kommun i hälso- och sjukvårdslagen och socialtjänstlagen.",
        "The Västerbotten inquiry on collaboration (2018), the author's reflections; the duties in law to have"
        " agreements between region and municipality.",
    ),
    conditions=(
        Condition("context", Text("huvudmannen är en av vårdens huvudmän", "it is a care principal")),
        Condition(
            "defect",
            Text(
                "minst så många jämförbara (samma slags huvudman) har en gällande sådan överenskommelse, eller"
                " den krävs enligt lag eller modell",
                "at least so many peers (principals of its kind) have one in force, or a law or the model requires it",
            ),
        ),
        Condition(
            "defect",
            Text(
                "huvudmannen är inte part i någon: alla av slaget är förtecknade, med parter",
                "it is party to none: all of the sort are listed, with their parties",
            ),
        ),
        Condition(
            "context",
            Text(
                "överenskommelser om delar botar inte men nämns; avslutade och kommande räknas inte",
                "partial ones do not cure but are mentioned; ended and coming ones do not count",
            ),
        ),
    ),
    messages={
        "finding": Text("Saknar {what}{reason}: {subject}{partial}.", "No {what}{reason}: {subject}{partial}."),
    },
    looked_at=PRINCIPALS,
    looks_at=_looks_at,
    settings=(
        Setting(
            "peers",
            2,
            Text("så många jämförbara ska ha en", "so many comparable principals must have one"),
            Text(
                "En enda kan vara ett undantag; två visar att slaget är en ordning som andra kan ha.",
                "A single one may be an exception; two show a way of doing things that others can have.",
            ),
        ),
    ),
    coverage=True,
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each principal that lacks an agreement of a sort."""
    known = Agreements.of(org)
    for sort, required in known.sorts().items():
        yield from _lacking(org, known.asked(sort, required), int(settings["peers"]))


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer: whether enough peers have an agreement is told by the surest of them, so it
    is known when all are weighed.
    """
    for record in records:
        required: dict[str, Proof] = {}
        for one in record["required"]:
            required[one["principal"]] = any_of(required.get(one["principal"], NO), proof_of(one["proof"]))
        asked = Asked(
            Sort(record["kind"], record["other"], record["level"], record["scope"]),
            record["peers"],
            required,
            sorted((_near_of(one) for one in record["near"]), key=lambda near: near.id),
            proof_of(record["listed"]),
            record["counterparts"],
        )
        yield from _lacking(org, asked, int(settings["peers"]))


def _near_of(one: Record) -> Near:
    """An agreement from the server's answer; where it does not fit, nobody is party to one of the sort by it."""
    named = {party["principal"]: proof_of(party["proof"]) for party in one["parties"]}
    others = proof_of(one["others"])
    here = proof_of(one["here"])
    return Near(
        one["agreement"],
        all_of(here, proof_of(one["fits"])),
        bool(one["partial"] and here),
        one["untold"],
        frozenset(one["possible"]),
        lambda principal: named.get(principal, others),
    )


def _held(asked: Asked) -> dict[str, Proof]:
    """For each principal of the kind, to what degree it is party to an agreement of the sort."""
    fitting = [near for near in asked.near if near.fits]
    return {
        principal: any_of(
            *(
                all_of(near.fits, near.party(principal)).seen(Evidence(principal, "party to", near.id))
                for near in fitting
            )
        )
        for principal in asked.peers
    }


def _lacking(org: Org, asked: Asked, least: int) -> Iterator[Row]:
    sort, required, held = asked.sort, asked.required, _held(asked)
    having = sorted(held, key=lambda p: (-held[p].degree, p))
    found: dict[str, Proof] = {}
    reasons: dict[str, Text] = {}
    plural = PLURALS.get(sort.kind, PRINCIPALS)
    certain = [p for p in having if held[p].degree > Degree.OPEN]
    peers_text = Text(
        f", som {len(certain)} av {len(held)} {plural.sv} har",
        f", which {len(certain)} of {len(held)} {plural.en} have",
    )
    law_text = Text(", som krävs", ", which is required")
    # a sort without a level is one only where somebody demands it, and no surer than that
    sort_told = YES if sort.level else any_of(*(Proof(proof.degree) for proof in required.values()))
    for principal in held:
        peers = [held[p] for p in having if p != principal][:least]
        common = all_of(*peers).at_most(sort_told.degree) if sort.scope == COMPREHENSIVE and len(peers) == least else NO
        demanded = required.get(principal, NO)
        needed = any_of(common, demanded)
        reasons[principal] = law_text if demanded.degree >= common.degree else peers_text
        # that others have it and that it is demanded are two reasons: whoever reads wants both places
        needed = needed._replace(sources=merge((*needed.sources, *demanded.sources)))
        absent = asked.listed.on(Ground.STRUCTURAL).seen(Evidence(principal, "no agreement", sort.other or sort.scope))
        if held[principal].degree > Degree.OPEN:
            continue
        if held[principal]:
            absent = absent.at_most(Degree.OPEN)
        found[principal] = all_of(needed, absent)
    lacking = [principal for principal, proof in found.items() if proof]
    related = tuple(sorted({e.to for p in certain for e in held[p].evidence if e.relation == "party to"}))
    what = _what(org, asked)
    partial, parts = _partial(org, asked.near, lacking)
    for principal in lacking:
        alike = sum(found[p].degree == found[principal].degree for p in lacking)
        yield Row(
            principal,
            found[principal],
            related=(*related, *parts),
            pair=tuple(word for word in (sort.level, sort.scope, sort.other) if word),
            values={
                "what": what,
                "reason": reasons[principal],
                "partial": partial,
            },
            reach=(Reach(alike, len(held), plural),),
        )


def _what(org: Org, asked: Asked) -> Text:
    """The sort in words."""
    sort, level, other = asked.sort, Text("", ""), Text("", "")
    if sort.level:
        name = org.name(sort.level)
        level = Text(f" (nivå: {name.sv})", f" (level: {name.en})")
    if sort.other:
        alone = len(asked.counterparts) == 1
        name = org.name(asked.counterparts[0]) if alone else KINDS.get(sort.other, Text("andra", "others"))
        other = Text(f" med {name.sv}", f" with {name.en}")
    return Text(*(f"{a}{b}{c}" for a, b, c in zip(SCOPES[sort.scope], level, other, strict=True)))


def _partial(org: Org, near: list[Near], lacking: list[str]) -> tuple[Text, tuple[str, ...]]:
    """A note on the partial agreements that some who lack the sort have or may have, and which they are."""
    which: list[str] = []
    named: set[str] = set()
    unnamed = within = False
    for agreement in near:
        if not agreement.partial:
            continue
        having = {p for p in lacking if agreement.party(p).degree > Degree.OPEN}
        if having or agreement.untold:
            which.append(agreement.id)
        named |= having
        unnamed = unnamed or agreement.untold
        within = within or (bool(agreement.possible) and agreement.possible <= set(lacking))
    notes = []
    if named:
        names = [sorted((org.name(p).get(lang) for p in named), key=sort_key) for lang in ("sv", "en")]
        notes.append(Text(f"delar är överenskomna för {', '.join(names[0])}", f"in part: {', '.join(names[1])}"))
    if within:
        notes.append(Text("några av dem har överenskommelser om delar", "some of them have partial agreements"))
    elif unnamed:
        notes.append(
            Text(
                "överenskommelser om delar finns; med vilka framgår inte",
                "there are partial agreements; with whom is not told",
            )
        )
    if not notes:
        return Text("", ""), tuple(which)
    return Text(f" ({'; '.join(n.sv for n in notes)})", f" ({'; '.join(n.en for n in notes)})"), tuple(which)
