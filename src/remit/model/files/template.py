"""The first model of somebody who begins: small, complete, and commented line by line, in two languages."""

from __future__ import annotations

from pathlib import Path
from string import Template

from remit.model.files.problems import UsageProblem
from remit.model.files.write import write_text
from remit.model.text import LANGUAGES, Text

SCHEMA_FILE = "remit.schema.json"
"""What the first line names; ``remit schema -o remit.schema.json`` writes it."""

_SHAPE = Template(
    """\
# yaml-language-server: $$schema=$schema_file
# $c_schema
remit: 1

model:
  id: $id
  title: $title
  as_of: 2025-01-01        # $c_as_of
  represents: current      # $c_represents
  made_up: yes             # $c_made_up
  source: charter          # $c_source
  basis: decided           # $c_basis
  coverage: complete       # $c_coverage

# $c_sources
sources:
  charter: {title: $charter, year: 2024}

# $c_levels
levels:
  front-line: $front_line
  local: $local
  regional: $regional

# $c_populations
populations:
  everybody: $everybody

# $c_topics
topics:
  health: $health
  home-care: {name: $home_care, part_of: health, settled_at: local}

# $c_principals
principals:
  region: {name: $region, kind: region}
  town: {name: $town, kind: municipality}

# $c_units
units:
  region-council:
    name: $region_council
    principal: region
    kind: assembly
    level: regional
    mandates: [{powers: decide, topics: health}]
  region-care:
    name: $region_care
    principal: region
    kind: front_line
    level: front-line
    parent: region-council
    serves: everybody
  town-council:
    name: $town_council
    principal: town
    kind: assembly
    level: regional
    mandates: [{powers: decide, topics: health}]
  town-care:
    name: $town_care
    principal: town
    kind: front_line
    level: front-line
    parent: town-council
    serves: everybody

# $c_functions
functions:
  region-director: {name: $region_director, unit: region-council, manages: region-care}
  town-director: {name: $town_director, unit: town-council, manages: town-care}

# $c_agreements
agreements:
  cooperation:
    name: $cooperation
    source: charter#$h_agreement
    parties: [region, town]
    level: local
    scope: comprehensive
    topics: home-care
    valid_from: 2024-01-01

# $c_groups
groups:
  local-group:
    name: $local_group
    level: local
    kind: officials
    agreement: cooperation
    source: charter#$h_local
    remit: {purpose: $purpose_local, powers: [discuss, prepare, recommend], topics: home-care}
    assignment: $rules
    seats:                 # $c_seats
      - {function: region-director, principal: region, mandate: {powers: [prepare, recommend], topics: home-care}}
      - {function: town-director, principal: town, mandate: {powers: [prepare, recommend], topics: home-care}}
    introduction: none     # $c_none
    meetings_per_year: 4
    escalates_to: {to: council, through: [region-council, town-council]}   # $c_route
  council:
    name: $council
    level: regional
    kind: political
    source: charter#$h_council
    remit: {purpose: $purpose_council, powers: [discuss, agree, recommend], topics: health}
    assignment: $rules
    seats:
      - {principal: region, count: 2, mandate: {powers: recommend, topics: health}}
      - {principal: town, count: 2, mandate: {powers: recommend, topics: health}}
    introduction: {value: unclear, basis: interviewees}   # $c_wrapper
    meetings_per_year: 2-3
    chair: {term_years: 2, vice: yes}
    recommends_to: [region-council, town-council]

# $c_facts
facts:
  - [council, report_back, unclear, "", "", interviewees]
"""
)

_TEXTS: dict[str, Text] = {
    "c_schema": Text(
        "Skriv ”remit schema -o remit.schema.json” i samma mapp, så hjälper redigeraren till. Prova: remit "
        "audit DENNA-FIL",
        'Run "remit schema -o remit.schema.json" in this folder and your editor will help. Try: remit audit THIS-FILE',
    ),
    "id": Text("mitt-lan", "my-county"),
    "title": Text("Samverkan i mitt län", "Collaboration in my county"),
    "c_as_of": Text("dagen som modellen beskriver", "the day that the model describes"),
    "c_represents": Text("eller proposal: ett förslag", "or proposal"),
    "c_made_up": Text("ta bort raden när innehållet är ert eget", "remove this line when the content is your own"),
    "c_source": Text("var det står, när inget närmare anges", "where it stands, where nothing nearer says otherwise"),
    "c_basis": Text(
        "law, decided, register, author, keeper, planner, interviewees, risk eller question",
        "law, decided, register, author, keeper, planner, interviewees, risk or question",
    ),
    "c_coverage": Text(
        "det som inte står här finns inte; partial eller unknown om så inte är fallet",
        "what is not listed here does not exist; partial or unknown if that is not so",
    ),
    "c_sources": Text("Dokument, lagar och register. charter#Rubrik/3 är tredje stycket under en rubrik.",
                      "Documents, laws and registers. charter#Heading/3 is the third paragraph under a heading."),
    "charter": Text("Samverkansordning", "Charter of collaboration"),
    "c_levels": Text("Nivåer, från invånaren och utåt.", "Levels, from the citizen outwards."),
    "front_line": Text("Närmast invånaren", "Nearest the citizen"),
    "local": Text("Lokal nivå", "Local level"),
    "regional": Text("Regional nivå", "Regional level"),
    "c_populations": Text("Målgrupper.", "Whom it is for."),
    "everybody": Text("Alla invånare", "All inhabitants"),
    "c_topics": Text("Frågor; en fråga kan vara en del av en annan.", "Topics; one may be part of another."),
    "health": Text("Hälsa, vård och omsorg", "Health and social care"),
    "home_care": Text("Vård i hemmet", "Care at home"),
    "c_principals": Text("Huvudmän: de som inte svarar inför någon annan.",
                         "Principals: those that answer to nobody else."),
    "region": Text("Regionen", "The region"),
    "town": Text("Kommunen", "The municipality"),
    "c_units": Text("Enheter i varje huvudmans linje, och vad de får besluta.",
                    "Units in each principal's line, and what they may decide."),
    "region_council": Text("Regionfullmäktige", "Regional council"),
    "region_care": Text("Hälsocentralen", "Health centre"),
    "town_council": Text("Kommunfullmäktige", "Municipal council"),
    "town_care": Text("Hemtjänsten", "Home care service"),
    "c_functions": Text("Befattningar. Namn på personer behövs inte.", "Posts. Names of persons are not needed."),
    "region_director": Text("Regiondirektör", "Regional director"),
    "town_director": Text("Kommundirektör", "Municipal director"),
    "c_agreements": Text("Överenskommelser mellan huvudmännen.", "Agreements between the principals."),
    "cooperation": Text("Överenskommelse om vård i hemmet", "Agreement on care at home"),
    "h_agreement": Text("Överenskommelse", "Agreement"),
    "c_groups": Text("Grupper där huvudmännen möts.", "Groups where the principals meet."),
    "local_group": Text("Lokal samverkansgrupp", "Local collaboration group"),
    "h_local": Text("Lokal grupp", "Local group"),
    "purpose_local": Text("Bereda frågor om vård i hemmet", "To prepare matters of care at home"),
    "rules": Text("Arbetsordning 2024", "Rules of procedure 2024"),
    "c_seats": Text("platser: vem som sitter där, för vem och med vilket mandat",
                    "seats: who sits there, for whom and with which mandate"),
    "c_none": Text("none: det är sagt att det inte finns. Annars unclear, deferred eller unknown.",
                   "none: it is said that there is none. Else unclear, deferred or unknown."),
    "c_route": Text("vägen uppåt, genom linjen", "the way up, through the line"),
    "council": Text("Samverkansrådet", "Collaboration council"),
    "h_council": Text("Samverkansråd", "Council"),
    "purpose_council": Text("Gemensam inriktning för vård och omsorg", "A common direction for health and social care"),
    "c_wrapper": Text("så skrivs vem som säger det", "this is how to write who says so"),
    "c_facts": Text("Övriga uppgifter: om vem, vad, värde, till vem, omfattning, vem som säger det, källa.",
                    "Further facts: about whom, what, value, to whom, extent, who says so, source."),
}  # fmt: skip


def template(lang: str) -> str:
    """The text of a first model in Swedish or English. Raises KeyError for another language."""
    if lang not in LANGUAGES:
        raise KeyError(lang)
    words = {name: text.get(lang) for name, text in _TEXTS.items()}
    quoted = {name: word if name.startswith(("c_", "h_", "id")) else f'"{word}"' for name, word in words.items()}
    return _SHAPE.substitute(quoted, schema_file=SCHEMA_FILE)


def write_template(path: str | Path, lang: str) -> None:
    """Write the first model to a new file. Raises UsageProblem where there is a file of that name."""
    if Path(path).exists() or Path(path).is_symlink():
        raise UsageProblem("exists_already", found=str(path))
    write_text(path, template(lang))
