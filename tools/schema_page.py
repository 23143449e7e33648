"""The page on the graph in Neo4j, with its pictures: made from the kinds and the glossary of the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from remit.graph.org import LINKING
from remit.model.kinds import registry
from remit.model.kinds.route import RELATIONS
from remit.model.whole import fields_of, reference
from remit.store import glossary
from remit.store.schema import label, names_things, paths, relation_type

BODIES = (
    "principal", "provider", "joint_body", "unit", "function", "group", "seat", "mandate", "person", "holding",
    "coordinator",
)  # fmt: skip
"""The kinds of the first picture: who sits where and may do what."""
AROUND = ("level", "territory", "population", "source")
"""The kinds that nearly everything names: drawn, they would hide the rest."""


PAGE = """\
# The graph in Neo4j

Labels, relationship types and properties, as they follow from the kinds of a model ([what may stand in one](kinds.md)).
How to ask: [neo4j.md](neo4j.md).

## A picture of it

Who sits where and may do what. Fields that may name many kinds are not drawn, nor levels, territories, populations and
sources, which nearly everything names; the tables have them all.

```mermaid
{bodies}
```

What they deal with:

```mermaid
{matters}
```

What stands around every entity (dotted: by a property that holds a key):

```mermaid
{resolved}
```

## Entities

Every entity is a `Subject` with the label of its kind, and has {entity}. Its fields stand as properties with
plain values, as relationships to what they name (with `degree`), and as resolved facts: the field `remit.powers` as the
property `remit_powers` and, at the end of a `FACT_REMIT_POWERS`, as a `Fact`.

| label | kind | properties besides its fields | relationships that its fields make |
|---|---|---|---|
{entities}

## Other nodes

| label | what it is | properties |
|---|---|---|
{nodes}

## Relationships that no field makes alone

| type | between | meaning | properties |
|---|---|---|---|
{links}

Relations between bodies ({relations}) have {edge}.

## Properties

| property | meaning |
|---|---|
{properties}
"""


def schema_page() -> str:
    """The picture of the graph, then every label, relationship type and property."""
    return PAGE.format(
        bodies=bodies_picture(),
        matters=matters_picture(),
        resolved=resolved_picture(),
        entity=_listed(glossary.ENTITY),
        entities="\n".join(_entity_row(kind) for kind in registry()),
        nodes="\n".join(f"| `{t.label}` | {t.meaning} | {_listed(t.properties)} |" for t in glossary.NODE_TYPES),
        links="\n".join(_link_row(link) for link in glossary.LINK_TYPES),
        relations=_listed(sorted(relation_type(name) for name in LINKING)),
        edge=_listed(glossary.EDGE),
        properties="\n".join(f"| `{name}` | {text} |" for name, text in glossary.PROPERTIES.items()),
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _entity_row(kind: str) -> str:
    own = list(glossary.OF_KIND.get(kind, ()))
    own += [f"{name}_listed" for name in LINKING if name in paths(kind) and kind in ("group", "unit", "function")]
    made = [relation_type(path) for path in paths(kind) if names_things(path)]
    made += [relation_type(name) for name, _ in registry()[kind].kind_meta.parts]
    return f"| `{label(kind)}` | `{kind}` | {_listed(own)} | {_listed(sorted(set(made)))} |"


def _link_row(link: glossary.LinkType) -> str:
    between = "; ".join(f"`{one}` → `{other}`" for one, other in link.ends)
    return f"| `{link.name}` | {between} | {link.meaning} | {_listed(link.properties)} |"


def bodies_picture() -> str:
    """Who sits where and may do what, as a Mermaid flowchart."""
    return _flowchart(BODIES, lambda one, other: one in BODIES and other in BODIES)


def matters_picture() -> str:
    """What they deal with, as a Mermaid flowchart: the other kinds, and whom of the first they name."""
    rest = [kind for kind in registry() if kind not in (*BODIES, *AROUND)]
    return _flowchart(
        registry(), lambda one, other: (one in rest and other not in AROUND) or (one == "group" and other in rest)
    )


def _flowchart(kinds: Iterable[str], drawn: Callable[[str, str], bool]) -> str:
    """One arrow for each pair of kinds, with the relationships that their fields make; of fields that may name many
    kinds none.
    """
    arrows: dict[tuple[str, str], list[str]] = {}
    for kind in kinds:
        cls = registry()[kind]
        made = [(part, name) for name, part in cls.kind_meta.parts]
        for path, owner, field in fields_of(kind):
            targets = reference(owner, field) if field not in RELATIONS else ()
            made += [(target, path) for target in targets if len(targets) <= 2]
        for target, path in made:
            names = arrows.setdefault((kind, target), [])
            if drawn(kind, target) and relation_type(path) not in names:
                names.append(relation_type(path))
    return "\n".join(
        ["flowchart TD"]
        + [f'  {label(a)} -->|"{"<br/>".join(names)}"| {label(b)}' for (a, b), names in arrows.items() if names]
    )


def resolved_picture() -> str:
    """How the other nodes stand to an entity, as a Mermaid flowchart."""
    lines = ["flowchart TD", '  Model -.->|"current"| Version', '  Version -.->|"version"| Subject']
    lines.append('  Subject -->|"FACT_…"| Fact')
    for link in glossary.LINK_TYPES:
        for one, other in link.ends:
            if (one, other) != ("Subject", "Subject"):
                lines.append(f"  {one} -->|{link.name}| {other}")
    return "\n".join(lines)
