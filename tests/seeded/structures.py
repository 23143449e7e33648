"""Sound organisations: complete, well kept structures in which no rule of the catalogue has anything to say.

``sound(seed)`` gives a model file as plain data. What a structure must say to be sound is taken from the words of the
design alone (what a principal, a line, a group, a seat, a mandate, an agreement is, and what each rule of the
catalogue calls a defect). Nothing here knows how a rule is written, and nothing is imported from them.

A structure is a county: a region and some municipalities, each with a line from the assembly to the front line;
teams near the citizen, local groups, where there are four levels subregional ones, regional groups of officials
that prepare for a political council, which recommends to the boards that decide; agreements, a plan, a
register of decisions, coordinators. The seed decides how large it is, how many levels it has and which of the
less common things it has (local politics, private providers, a joint body, a body founded by law, a school).
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]

AS_OF = "2024-06-30"
AFTER = "2026-12-31"
"""The end of the term of office, after the date of the model."""

UP_TO_AGREE = ["inform", "discuss", "agree"]
ALONG = ["coordinate", "administer", "follow_up", "take_home"]
DECIDING = [*UP_TO_AGREE, "prepare", "recommend", "decide", *ALONG]
RECOMMENDING = [*UP_TO_AGREE, "prepare", "recommend", *ALONG]
PREPARING = [*UP_TO_AGREE, "prepare", *ALONG]

MUNICIPALITIES = ("Asks", "Bergs", "Cedersta", "Dalby", "Eksta", "Forsa", "Grans", "Hults")
TOPICS = ("discharge", "mental-health", "substance-abuse", "frail-elderly", "disability", "home-care")
POPULATIONS = ("children", "adults", "older")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a structure has."""

    seed: int
    municipalities: int
    levels: tuple[str, ...]
    """From the citizen outwards: the front line, the local level, perhaps a subregional one, the regional one."""
    topics: tuple[str, ...]
    local_politics: bool
    providers: bool
    joint_body: bool
    by_law: bool
    school: bool
    published: bool

    @property
    def front(self) -> str:
        """The level nearest the citizen."""
        return self.levels[0]

    @property
    def local(self) -> str:
        """The level of the local groups."""
        return self.levels[1]

    @property
    def regional(self) -> str:
        """The level furthest from the citizen."""
        return self.levels[-1]

    @property
    def subregional(self) -> str | None:
        """The level between the local and the regional one, where there is one."""
        return self.levels[2] if len(self.levels) == 4 else None

    @property
    def towns(self) -> list[str]:
        """The ids of the municipalities."""
        return [f"town-{number}" for number in range(1, self.municipalities + 1)]

    @property
    def care(self) -> list[str]:
        """The ids of the care principals."""
        return ["region", *self.towns]

    @property
    def areas(self) -> dict[str, list[str]]:
        """The subregions with their municipalities."""
        half = (self.municipalities + 1) // 2
        return {"north": self.towns[:half], "south": self.towns[half:]} if self.subregional else {}


def shape(seed: int) -> Shape:
    """What the structure of a seed has: the first seeds differ in everything that can differ."""
    rng = random.Random(seed)  # noqa: S311 - nothing secret depends on it
    four = seed % 2 == 1
    names = ("micro", "meso", "macro") if seed % 3 == 2 else ("front-line", "local", "regional")
    levels = (names[0], names[1], "subregional", names[2]) if four else names
    return Shape(
        seed=seed,
        municipalities=3 + seed % 3,
        levels=levels,
        topics=TOPICS[: 3 + int(rng.random() * 3)],
        # politicians would go past a subregional level that has officials alone
        local_politics=not four and seed % 3 != 1,
        providers=seed % 4 != 3,
        joint_body=seed % 3 == 0,
        by_law=seed % 2 == 0,
        school=seed % 3 != 0,
        published=seed % 5 == 4,
    )


def sound(seed: int) -> Document:
    """The sound structure of a seed, as a model file."""
    return Builder(shape(seed)).document()


class Builder:
    """Writes one structure."""

    def __init__(self, made: Shape) -> None:
        self.shape = made
        self.rng = random.Random(1000 + made.seed)  # noqa: S311 - see above
        self.principals: Document = {}
        self.units: Document = {}
        self.functions: Document = {}
        self.groups: Document = {}
        self.agreements: Document = {}
        self.indicators: Document = {}
        self.goals: Document = {}
        self.rest: Document = {}

    def document(self) -> Document:
        """The whole file."""
        made = self.shape
        self._principals()
        for town in made.towns:
            self._municipality(town)
        self._region()
        self._follow_up()
        self._agreements()
        for place, town in enumerate(made.towns, 1):
            self._near_the_citizen(place, town)
        for area, towns in made.areas.items():
            self._subregional(area, towns)
        self._regional()
        self._less_common()
        self._people_who_support()
        self._plan()
        self._register()
        document: Document = {
            "remit": 1,
            "model": {
                "id": f"sound-{made.seed}",
                "title": f"Sound county {made.seed}",
                "as_of": AS_OF,
                "represents": "current",
                "made_up": True,
            },
            "sources": {
                "law": {"title": "The act on local government", "year": 2017},
                "book": {"title": "The handbook of the collaboration", "year": 2024},
                "register": {"title": "The register of decisions", "year": 2024},
            },
            "levels": list(made.levels),
            "principals": self.principals,
            "populations": {name: {"source": "book#Whom it is for"} for name in POPULATIONS},
            "topics": self._topics(),
            "sets": {
                "local-groups": {"of": "group", "where": {"level": made.local, "kind": "officials"}},
                "teams": {"of": "group", "where": {"level": made.front}},
                "towns": {"of": "principal", "where": {"kind": "municipality"}},
            },
            "units": self.units,
            "functions": self.functions,
            "groups": self.groups,
            "agreements": self.agreements,
            "indicators": self.indicators,
            "goals": self.goals,
            "system": {
                "indicators": ["waiting"],
                "follow_up": {"duty": True, "owner": "preparation-adults", "document": "Follow-up plan"},
                "overview": ["coordinator"],
                "documents": "All that is in force stands in the register on the common site",
                "structure": "Described in the handbook",
                "publishes_decisions": made.published,
                "separate": False,
                "duplicated_matters": False,
                "economy": "Each principal pays for its own members",
                "development": "Through the research unit",
                "source": "book#The whole",
            },
            **self.rest,
            "facts": [],
        }
        document["levels"] = {name: {"rank": rank, "source": "book#Levels"} for rank, name in enumerate(made.levels, 1)}
        return document

    def _topics(self) -> Document:
        made = self.shape
        found: Document = {"care": {"urgent": False, "owner": "region-board", "source": "book#Topics"}}
        for number, topic in enumerate(made.topics):
            found[topic] = {
                "part_of": "care",
                "urgent": number == 1,
                "settled_at": made.regional,
                "treated_at": made.regional if number % 2 else made.local,
                "owner": "region-board",
                "populations": list(POPULATIONS),
                "wait_limit_days": 300,
                "meetings_per_year": 2,
                "source": "book#Topics",
            }
        if made.by_law:
            found["rehabilitation"] = {
                "part_of": "care",
                "urgent": False,
                "settled_at": made.local,
                "treated_at": made.local,
                "concerns": ["region", made.towns[0]],
                "owner": "region-board",
                "wait_limit_days": 300,
                "source": "book#Topics",
            }
        return found

    # -- principals and their lines ---------------------------------------------------------------------------

    def _principals(self) -> None:
        made = self.shape
        self._principal("region", "Exempelregionen", "region")
        for number, town in enumerate(made.towns):
            self._principal(town, f"{MUNICIPALITIES[number]} kommun", "municipality")

    def _principal(self, name: str, title: str, kind: str, role: str = "care") -> None:
        self.principals[name] = {
            "name": title,
            "role": role,
            "kind": kind,
            "participation": "full",
            "publishes_decisions": self.shape.published,
            "collaboration_in_plan": True,
            "topics": ["care"],
            "source": "book#Principals",
        }

    def _unit(self, name: str, principal: str, kind: str, parent: str | None, **more: Any) -> None:
        made = self.shape
        home = made.regional if principal == "region" else made.local
        told = {
            "name": name.replace("-", " "),
            "principal": principal,
            "kind": kind,
            "level": made.front if kind == "front_line" else home,
            "topics": ["care"],
            "publishes_decisions": made.published,
            "source": "book#Lines",
            **more,
        }
        if parent:
            told["parent"] = parent
        self.units[name] = told

    def _mandate(self, powers: list[str], given_by: str, topics: list[str] | None = None) -> Document:
        return {
            "powers": list(powers),
            "topics": list(topics or ["care"]),
            "given_by": given_by,
            "document": "Order of delegation",
            "decided": "2023-01-15",
            "paragraph": "12",
            "until": AFTER,
        }

    def _function(self, name: str, unit: str, reports_to: str, **more: Any) -> str:
        self.functions[name] = {
            "name": name.replace("-", " "),
            "unit": unit,
            "reports_to": reports_to,
            "assignment": "Described in its terms of employment",
            "horizontal_duty": True,
            "vacant": False,
            "source": "book#Posts",
            **more,
        }
        return name

    def _top(self, principal: str) -> None:
        """From the assembly to the administration, with those who work there."""
        assembly, board, office = f"{principal}-assembly", f"{principal}-board", f"{principal}-office"
        self._unit(assembly, principal, "assembly", None, binds=[principal], mandates=[self._mandate(DECIDING, "law")])
        self._unit(
            board,
            principal,
            "board",
            assembly,
            binds=[principal],
            mandates=[self._mandate(DECIDING, assembly)],
            reports_back_to=["council"],
        )
        self._unit(office, principal, "administration", board, mandates=[self._mandate(RECOMMENDING, board)])
        self._function(f"{principal}-chair", board, assembly)
        head = self._function(f"{principal}-head", office, board, manages=[office], leads=True)
        for post in ("planner", "specialist", "analyst"):
            self._function(f"{principal}-{post}", office, head)

    def _operation(self, principal: str, tail: str) -> None:
        """An operation and its front line."""
        office, head = f"{principal}-office", f"{principal}-head"
        operation, front = f"{principal}-operation{tail}", f"{principal}-front{tail}"
        self._unit(operation, principal, "operation", office, mandates=[self._mandate(PREPARING, office)])
        self._unit(front, principal, "front_line", operation, serves=list(POPULATIONS))
        manager = self._function(
            f"{principal}-manager{tail}",
            operation,
            head,
            manages=[operation],
            leads=True,
            answers_for=[front],
        )
        self._function(f"{principal}-leader{tail}", front, manager)
        self._function(f"{principal}-staff{tail}", front, manager, count=4 + int(self.rng.random() * 6))

    def _municipality(self, town: str) -> None:
        self._top(town)
        self._operation(town, "")
        if self.shape.local_politics:
            self._function(f"{town}-councillor", f"{town}-board", f"{town}-assembly")

    def _region(self) -> None:
        made = self.shape
        self._top("region")
        for place in range(1, made.municipalities + 1):
            self._operation("region", f"-{place}")
            if made.local_politics:
                self._function(f"region-councillor-{place}", "region-board", "region-assembly")
        for area in made.areas:
            self._function(f"region-planner-{area}", "region-office", "region-head")

    # -- agreements, goals, indicators --------------------------------------------------------------------------

    def _follow_up(self) -> None:
        for number, name in enumerate(("waiting", "readmissions")):
            self.indicators[name] = {
                "name": name,
                "type": "outcome" if number else "process",
                "owner": "preparation-adults",
                "data": "The records of the principals",
                "measures": ["shorter-waits"],
                "status": "agreed",
                "source": "book#Follow-up",
            }
        self.goals["shorter-waits"] = {
            "name": "Shorter waits",
            "text": "Nobody waits longer than a week",
            "owner": ["council"],
            "topics": ["care"],
            "by": AFTER,
            "source": "book#Goals",
        }

    def _agreements(self) -> None:
        made = self.shape
        self._agreement("common-agreement", made.regional, made.care, required=True)
        for town in made.towns:
            self._agreement(f"agreement-{town}", made.local, ["region", town])

    def _agreement(self, name: str, level: str, parties: list[str], required: bool = False) -> None:
        told: Document = {
            "name": name.replace("-", " "),
            "parties": list(parties),
            "concluded_by": [f"{party}-assembly" for party in parties],
            "level": level,
            "scope": "comprehensive",
            "topics": ["care"],
            "populations": list(POPULATIONS),
            "valid_from": "2022-01-01",
            "valid_to": AFTER,
            "follow_up": {"duty": True, "owner": "preparation-adults", "document": "Follow-up plan"},
            "indicators": ["waiting", "readmissions"],
            "who": "The operations of each party",
            "what": "Common plans for each person",
            "when": "Within a week",
            "how": "As the routine says",
            "goal": ["shorter-waits"],
            "economy": "Each pays for its own",
            "covers_providers": True,
            "source": "book#Agreements",
        }
        if required:
            told.update(required_by="law", required_for=list(parties))
        self.agreements[name] = told

    # -- groups -------------------------------------------------------------------------------------------------

    def _group(
        self,
        name: str,
        *,
        title: str,
        level: str,
        territory: list[str],
        kind: str,
        powers: list[str],
        given_by: str,
        seats: list[Document],
        meetings: int,
        populations: list[str] | None = None,
        topics: list[str] | None = None,
        **more: Any,
    ) -> Document:
        made = self.shape
        told: Document = {
            "name": title,
            "level": level,
            "territory": list(territory),
            "kind": kind,
            "form": "standing",
            "status": "in_force",
            "counted": True,
            "populations": list(populations or POPULATIONS),
            "remit": {
                "purpose": "That matters of several principals are settled together",
                "powers": list(powers),
                "topics": list(topics or made.topics),
                "given_by": given_by,
                "document": "Rules of procedure",
                "decided": "2023-01-15",
                "until": AFTER,
            },
            "assignment": "Rules of procedure",
            "remit_known": True,
            "equal_mandates": True,
            "goal": ["shorter-waits"],
            "seats": seats,
            "owner": "Its members take its matters as theirs",
            "meetings_per_year": meetings,
            "meeting_hours": 2,
            "places_per_agenda": 12,
            "chair": {"term_years": 4, "rotation_years": 4, "vice": True, "overlap": True},
            "convener": "The chair",
            "coordinator": "coordinator",
            "introduction": "Every new member is introduced within a month",
            "introduction_owner": "coordinator",
            "follow_up": {"duty": True, "owner": "preparation-adults", "document": "Follow-up plan"},
            "indicators": ["waiting"],
            "development": "Through the research unit",
            "staff": "One secretary",
            "source": f"book#{title}",
            **more,
        }
        self.groups[name] = told
        return told

    def _seat(self, principal: str, function: str, powers: list[str], given_by: str, topics: list[str]) -> Document:
        return {
            "principal": principal,
            "function": function,
            "capacity": "function",
            "vacant": False,
            "mandate": self._mandate(powers, given_by, topics),
            "appointed_by": principal,
            "represents": "politicians" if given_by.endswith(("board", "assembly")) else "officials",
        }

    def _near_the_citizen(self, place: int, town: str) -> None:
        made = self.shape
        topics = list(made.topics)
        team, group = f"team-{place}", f"local-{place}"
        above = next((f"area-{area}" for area, towns in made.areas.items() if town in towns), "preparation-adults")
        powers = ["inform", "discuss", "prepare", "take_home"]
        self._group(
            team,
            title=f"Närteam {MUNICIPALITIES[place - 1]}",
            level=made.front,
            territory=["region", town],
            kind="officials",
            powers=["inform", "discuss", "prepare"],
            given_by=group,
            seats=[
                self._seat(town, f"{town}-leader", powers, f"{town}-operation", topics),
                self._seat("region", f"region-leader-{place}", powers, f"region-operation-{place}", topics),
            ],
            meetings=10,
            agreement=f"agreement-{town}",
            answers_to=group,
            escalates_to=[{"to": group, "through": [f"{town}-operation"]}],
            implements_through=[f"{town}-front", f"region-front-{place}"],
        )
        self._group(
            group,
            title=f"Samverkansgruppen {MUNICIPALITIES[place - 1]}",
            level=made.local,
            territory=["region", town],
            kind="officials",
            powers=["inform", "discuss", "prepare", "coordinate"],
            given_by=f"{town}-board",
            seats=[
                self._seat(town, f"{town}-manager", powers, f"{town}-office", topics),
                self._seat("region", f"region-manager-{place}", powers, "region-office", topics),
            ],
            meetings=8,
            agreement=f"agreement-{town}",
            answers_to=above,
            escalates_to=[
                {"to": to, "through": [f"{town}-office"]}
                for to in ([above, "preparation-children"] if above == "preparation-adults" else [above])
            ],
            reports_back_to=[team],
            implements_through=[f"{town}-operation", f"region-operation-{place}"],
        )
        if made.local_politics:
            self.groups[group]["prepares_for"] = [f"politics-{place}"]
            self._group(
                f"politics-{place}",
                title=f"Politiska samrådet {MUNICIPALITIES[place - 1]}",
                level=made.local,
                territory=["region", town],
                kind="political",
                powers=["inform", "discuss", "agree"],
                given_by=f"{town}-assembly",
                seats=[
                    self._seat(town, f"{town}-councillor", [*UP_TO_AGREE, "take_home"], f"{town}-board", topics),
                    self._seat(
                        "region", f"region-councillor-{place}", [*UP_TO_AGREE, "take_home"], "region-board", topics
                    ),
                ],
                meetings=4,
                agreement=f"agreement-{town}",
                prepares_for=["council"],
                implements_through=[f"{town}-office", "region-office"],
            )

    def _subregional(self, area: str, towns: list[str]) -> None:
        made = self.shape
        topics = list(made.topics)
        powers = ["inform", "discuss", "prepare", "take_home"]
        self._group(
            f"area-{area}",
            title=f"Delregionala samverkansgruppen {area}",
            level=made.subregional or made.local,
            territory=["region", *towns],
            kind="officials",
            powers=["inform", "discuss", "prepare", "coordinate"],
            given_by="council",
            seats=[
                *(self._seat(town, f"{town}-planner", powers, f"{town}-office", topics) for town in towns),
                self._seat("region", f"region-planner-{area}", powers, "region-office", topics),
            ],
            meetings=7,
            agreement="common-agreement",
            answers_to="preparation-adults",
            escalates_to=[
                {"to": to, "through": ["region-office"]} for to in ("preparation-adults", "preparation-children")
            ],
            reports_back_to=[f"local-{town.partition('-')[2]}" for town in towns],
            implements_through=[*(f"{town}-office" for town in towns), "region-office"],
        )

    def _regional(self) -> None:
        made = self.shape
        topics = list(made.topics)
        boards = [f"{principal}-board" for principal in made.care]
        local = [f"area-{area}" for area in made.areas] or [f"local-{n}" for n in range(1, made.municipalities + 1)]
        powers = ["inform", "discuss", "prepare", "take_home"]
        for name, post, populations in (
            ("preparation-adults", "head", ["adults", "older"]),
            ("preparation-children", "analyst", ["children"]),
        ):
            self._group(
                name,
                title="Beredningen för vuxna" if post == "head" else "Beredningen för barn",
                level=made.regional,
                territory=made.care,
                kind="officials",
                powers=["inform", "discuss", "prepare", "coordinate"],
                given_by="council",
                seats=[self._seat(p, f"{p}-{post}", powers, f"{p}-board", topics) for p in made.care],
                meetings=6,
                populations=populations,
                agreement="common-agreement",
                answers_to="council",
                prepares_for=["council"],
                reports_back_to=local,
                implements_through=[f"{p}-office" for p in made.care],
                carries_out=["common-plan"],
            )
        self._group(
            "council",
            title="Samverkansrådet",
            level=made.regional,
            territory=made.care,
            kind="political",
            powers=RECOMMENDING[:-1],
            given_by="region-assembly",
            seats=[
                self._seat(p, f"{p}-chair", [*UP_TO_AGREE, "prepare", "recommend", "take_home"], f"{p}-board", topics)
                for p in made.care
            ],
            meetings=4,
            agreement="common-agreement",
            recommends_to=boards,
            reports_back_to=["preparation-adults", "preparation-children"],
            implements_through=[f"{p}-office" for p in made.care],
            decision_step="Each board decides at its next meeting",
            report_back="Each board sends its decision to the secretary",
            unanimous=False,
            expected={"powers": ["recommend"], "topics": topics},
        )
        self._group(
            "working-group",
            title="Arbetsgruppen för gemensam plan",
            level=made.regional,
            territory=made.care,
            kind="officials",
            powers=["inform", "discuss", "prepare"],
            given_by="preparation-adults",
            seats=[self._seat(p, f"{p}-specialist", powers, f"{p}-office", topics) for p in made.care],
            meetings=6,
            form="working_group",
            parent="preparation-adults",
            assigned_by=["preparation-adults"],
            answers_to="preparation-adults",
            prepares_for=["preparation-adults"],
        )

    # -- the less common ------------------------------------------------------------------------------------------

    def _less_common(self) -> None:
        made = self.shape
        if made.providers:
            self._providers()
        if made.joint_body:
            self.rest["joint_bodies"] = {
                "joint-board": {
                    "name": "Gemensamma nämnden för hjälpmedel",
                    "form": "joint_board",
                    "host": "region",
                    "members": made.care,
                    "mandate": self._mandate(DECIDING, "region-assembly", [made.topics[0]]),
                    "source": "book#Joint bodies",
                }
            }
        if made.school:
            self._school()
        if made.by_law:
            self._founded_by_law()

    def _providers(self) -> None:
        self.rest["providers"] = {
            "health-centres": {
                "name": "Privata vårdcentraler",
                "principal": "region",
                "ownership": "private",
                "topics": ["care"],
                "serves": list(POPULATIONS),
                "count": 3,
                "participation": "full",
                "source": "book#Providers",
            }
        }
        topics = list(self.shape.topics)
        for place in range(1, self.shape.municipalities + 1):
            self.groups[f"team-{place}"]["seats"].append(
                {
                    "provider": "health-centres",
                    "capacity": "function",
                    "vacant": False,
                    "mandate": self._mandate(
                        ["inform", "discuss", "prepare", "take_home"], f"region-operation-{place}", topics
                    ),
                    "represents": "provider",
                }
            )

    def _school(self) -> None:
        self._principal("free-school", "Friskolan", "school", role="school")
        self._unit("free-school-board", "free-school", "board", None, mandates=[self._mandate(DECIDING, "law")])
        self._function("free-school-rector", "free-school-board", "free-school-board")
        topics = list(self.shape.topics)
        for place in range(1, self.shape.municipalities + 1):
            self.groups[f"team-{place}"]["seats"].append(
                self._seat(
                    "free-school",
                    "free-school-rector"
                    if place == 1
                    else self._function(f"free-school-counsellor-{place}", "free-school-board", "free-school-board"),
                    ["inform", "discuss", "prepare", "take_home"],
                    "free-school-board",
                    topics,
                )
            )

    def _founded_by_law(self) -> None:
        made = self.shape
        town = made.towns[0]
        self._principal("agency", "Arbetsmyndigheten", "state", role="state_agency")
        self._unit("agency-office", "agency", "administration", None, mandates=[self._mandate(DECIDING, "law")])
        self._function("agency-officer", "agency-office", "agency-office")
        for principal in ("region", town):
            self._function(f"{principal}-delegate", f"{principal}-board", f"{principal}-assembly")
        self._group(
            "rehabilitation-association",
            title="Samordningsförbundet för rehabilitering",
            level=made.local,
            territory=["region", town],
            kind="mixed",
            powers=DECIDING[:-1],
            given_by="law",
            seats=[
                *(self._seat(p, f"{p}-delegate", DECIDING, f"{p}-board", ["rehabilitation"]) for p in ("region", town)),
                self._seat("agency", "agency-officer", DECIDING, "agency-office", ["rehabilitation"]),
            ],
            meetings=6,
            topics=["rehabilitation"],
            counted=False,
            law="law",
            legal_person=True,
            decision_step="It decides itself",
            report_back="It decides itself",
            informs=["council"],
            implements_through=[f"{town}-operation", "region-operation-1"],
        )

    # -- those who support, the plan, the register ------------------------------------------------------------------

    def _people_who_support(self) -> None:
        made = self.shape
        self.rest["coordinators"] = {
            "coordinator": {
                "name": "Samordnaren",
                "covers": list(self.principals),
                "levels": list(made.levels),
                "groups": list(self.groups),
                "employed_by": ["region"],
                "unit": "region-office",
                "allocation": 100,
                "part_time": False,
                "financed_by": made.care,
                "overview": True,
                "assignment": "Described by the council",
                "source": "book#Coordination",
            }
        }
        self.rest["process_leaders"] = {
            f"leader-{topic}": {
                "name": f"Processledare {topic}",
                "area": topic,
                "topics": [topic],
                "territory": made.care,
                "allocation": 100,
                "employed_by": ["region"],
                "financed_by": made.care,
                "unit": "region-office",
                "allocations": [{"group": "preparation-adults", "per_cent": 100, "financed": True}],
                "led_by": ["preparation-adults"],
                "levels": list(made.levels),
                "assignment": "Described by the council",
                "persons": 1,
                "source": "book#Process leading",
            }
            for topic in made.topics[:2]
        }

    def _plan(self) -> None:
        made = self.shape
        wide = [level for level in made.levels if level != made.front]
        self.rest["activities"] = {
            name: {
                "name": name,
                "goal": ["shorter-waits"],
                "agreement": "common-agreement",
                "topics": [made.topics[0]],
                "levels": wide,
                "statuses": [{"level": level, "status": "under_way"} for level in wide],
                "precondition": "A common record",
                "precondition_owner": "preparation-adults",
                "owner": "preparation-adults",
                "central": False,
                "text": "To be done together",
                "source": "book#Plan",
            }
            for name in ("common-plan", "training", "one-way-in")
        }

    def _register(self) -> None:
        made = self.shape
        self.rest["matters"] = {
            f"matter-{number}": {
                "topic": topic,
                "raised_by": f"{made.towns[0]}-front",
                "raised": "2024-01-15",
                "owner": f"{made.towns[0]}-manager",
                "group": "local-1",
                "status": "open" if number else "closed",
                "text": "How it is to be done",
                "source": "register#Matters",
            }
            for number, topic in enumerate(made.topics[:2])
        }
        self.rest["recommendations"] = {
            name: {
                "group": "council",
                "topic": made.topics[0],
                "matter": "matter-0",
                "to": made.care,
                "date": "2024-02-01",
                "due": "2024-05-31",
                "text": "That it is done together",
                "decisions": [
                    {
                        "principal": principal,
                        "body": f"{principal}-board",
                        "outcome": outcome,
                        "decided": "2024-04-15",
                        "carry_out_by": later,
                        "paragraph": "45",
                        "registry_number": "2024/17",
                        "same_words": True,
                        "reported_back": True,
                    }
                    for principal in made.care
                ],
                "unanimous": False,
                "source": "register#Recommendations",
            }
            for name, outcome, later in (
                ("first-recommendation", "carried_out", "2024-06-01"),
                ("second-recommendation", "approved", "2024-12-31"),
            )
        }
