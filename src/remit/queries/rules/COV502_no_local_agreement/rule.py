"""COV502: a principal is party to no agreement of a class that its peers have, or that is required."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, merge, sure
from remit.graph.org import Org, Thing
from remit.model.facts import Degree
from remit.model.text import Text, sort_key
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
        if possible.known or agreement.fact("unnamed_parties").stated:
            return OPEN if not possible.known or any(map(wanted, possible.values)) else NO
        partial = self.org.resolver.covered(self.org.entity(agreement.id), "parties") == "partial"
        return NO if parties.known and not partial else named

    def between(self, agreement: Thing, other: str) -> Proof:
        """To what degree a principal of a kind (empty: any) is party to an agreement."""
        return self.party(agreement, lambda p: self.kinds.get(p) == other) if other else YES

    def held(self, sort: Sort) -> dict[str, Proof]:
        """For each principal of the kind, to what degree it is party to an agreement of the sort."""
        fitting = []
        for agreement, counts in self.counting:
            fits = all_of(counts, _fits(agreement, sort), self.between(agreement, sort.other))
            if fits:
                fitting.append((agreement, fits))
        return {
            principal: any_of(
                *(
                    all_of(fits, self.party(agreement, principal.__eq__)).seen(
                        Evidence(principal, "party to", agreement.id)
                    )
                    for agreement, fits in fitting
                )
            )
            for principal in self.peers[sort.kind]
        }

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
        named, law = agreement.fact("required_for"), agreement.fact("required_by")
        status = agreement.fact("status")
        if status.value == "ended" or not (named.known or law.known):
            return
        level, scope = (str(agreement.fact(path).value or "") for path in ("level", "scope"))
        sides = self._sides(agreement)
        if named.known:
            there = [item for item in named.items if item.holds]
            targets = {item.value: (item.degree, item.sources) for item in there}
        else:
            targets = {p: (law.degree, law.sources) for kind, _ in sides for p in self.peers[kind]}
        for principal, (degree, sources) in targets.items():
            kind = self.kinds.get(principal, "")
            for other in [other for one, other in sides if one == kind] or [""]:
                if principal in self.peers.get(kind, ()):
                    seen = (Evidence(agreement.id, "required for", principal),)
                    proof = Proof(Degree.OPEN if status.left_open else degree, None, seen, sources)
                    yield Sort(kind, other, level, scope), principal, proof

    def what(self, sort: Sort) -> Text:
        """The sort in words."""
        scope, level, other = SCOPES[sort.scope], Text("", ""), Text("", "")
        if sort.level:
            name = self.org.name(sort.level)
            level = Text(f" (nivå: {name.sv})", f" (level: {name.en})")
        if sort.other:
            alike = [p for p, kind in self.kinds.items() if kind == sort.other]
            name = self.org.name(alike[0]) if len(alike) == 1 else KINDS.get(sort.other, Text("andra", "others"))
            other = Text(f" med {name.sv}", f" with {name.en}")
        return Text(*(f"{a}{b}{c}" for a, b, c in zip(scope, level, other, strict=True)))

    def partial(self, sort: Sort, lacking: list[str]) -> tuple[Text, tuple[str, ...]]:
        """A note on the partial agreements that some who lack the sort have or may have, and which they are."""
        which: list[str] = []
        named: set[str] = set()
        unnamed = within = False
        for agreement, _ in self.counting:
            level = agreement.fact("level").is_(sort.level) if sort.level else YES
            fits = all_of(level, self.between(agreement, sort.other))
            if agreement.fact("scope").value != "partial" or not fits:
                continue
            having = {p for p in lacking if self.party(agreement, p.__eq__).degree > Degree.OPEN}
            possible = agreement.fact("possible_parties")
            untold = possible.known or agreement.fact("unnamed_parties").stated
            if having or untold:
                which.append(agreement.id)
            named |= having
            unnamed = unnamed or untold
            own = {p for p in possible.values if self.kinds.get(p) == sort.kind}
            within = within or (bool(own) and own <= set(lacking))
        notes = []
        if named:
            names = [sorted((self.org.name(p).get(lang) for p in named), key=sort_key) for lang in ("sv", "en")]
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


def _counts(org: Org, agreement: Thing) -> Proof:
    """To what degree an agreement is in force at the date."""
    first, last = agreement.fact("valid_from"), agreement.fact("valid_to")
    return all_of(
        org.in_force(agreement),
        sure(not first.known or first.value <= org.on),
        sure(not last.known or last.value >= org.on),
    )


def _fits(agreement: Thing, sort: Sort) -> Proof:
    """To what degree an agreement is of a level and a scope; a comprehensive one does for a partial one."""
    level = agreement.fact("level").is_(sort.level) if sort.level else YES
    wanted = (sort.scope, COMPREHENSIVE)
    scope = agreement.fact("scope").is_(lambda value: value in wanted) if sort.scope else YES
    return Proof(all_of(level, scope).degree)


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
        yield from _lacking(known, sort, required, int(settings["peers"]))


def _lacking(known: Agreements, sort: Sort, required: dict[str, Proof], least: int) -> Iterator[Row]:
    held = known.held(sort)
    having = sorted(held, key=lambda p: (-held[p].degree, p))
    where = {"level": sort.level, "scope": sort.scope}
    listed = known.org.resolver.listed("agreement", where)
    found: dict[str, Proof] = {}
    for principal in held:
        peers = [held[p] for p in having if p != principal][:least]
        common = all_of(*peers) if sort.scope == COMPREHENSIVE and len(peers) == least else NO
        demanded = required.get(principal, NO)
        needed = any_of(common, demanded)
        # that others have it and that it is demanded are two reasons: whoever reads wants both places
        needed = needed._replace(sources=merge((*needed.sources, *demanded.sources)))
        absent = listed.on(Ground.STRUCTURAL).seen(Evidence(principal, "no agreement", sort.other or sort.scope))
        if held[principal].degree > Degree.OPEN:
            continue
        if held[principal]:
            absent = absent.at_most(Degree.OPEN)
        found[principal] = all_of(needed, absent)
    lacking = [principal for principal, proof in found.items() if proof]
    certain = [p for p in having if held[p].degree > Degree.OPEN]
    related = tuple(sorted({e.to for p in certain for e in held[p].evidence if e.relation == "party to"}))
    plural = PLURALS.get(sort.kind, PRINCIPALS)
    peers_text = Text(
        f", som {len(certain)} av {len(held)} {plural.sv} har",
        f", which {len(certain)} of {len(held)} {plural.en} have",
    )
    what = known.what(sort)
    partial, parts = known.partial(sort, lacking)
    law_text = Text(", som krävs", ", which is required")
    for principal in lacking:
        alike = sum(found[p].degree == found[principal].degree for p in lacking)
        yield Row(
            principal,
            found[principal],
            related=(*related, *parts),
            pair=tuple(word for word in (sort.level, sort.scope, sort.other) if word),
            values={
                "what": what,
                "reason": law_text if required.get(principal) else peers_text,
                "partial": partial,
            },
            reach=(Reach(alike, len(held), plural),),
        )
