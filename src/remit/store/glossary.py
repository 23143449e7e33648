"""What stands in the database beside the kinds and their fields: labels, relationship types and properties, in words.

A property means one thing wherever it stands. The page on the schema is made from this; a test holds it to what is
pushed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label that is no kind's: what its nodes are, and which properties they have besides those of fields."""

    label: str
    meaning: str
    properties: tuple[str, ...]
    keyed: bool = False
    """Whether its nodes are found by a key of their own."""
    of_version: bool = True
    """Whether its nodes belong to one version of a model."""


@dataclass(frozen=True, slots=True)
class LinkType:
    """A relationship type that does not come from a field alone: between which labels, what it means, what it tells."""

    name: str
    ends: tuple[tuple[str, str], ...]
    meaning: str
    properties: tuple[str, ...] = ()


PROOF = "a proof as JSON: degree, ground, evidence, sources, statement"

PROPERTIES: dict[str, str] = {
    "about": "what the statement is about (an id)",
    "alike": "what is the same for values that are alike, whatever their order",
    "broken_proof": f"that the way is told to be none; {PROOF}",
    "by": "the sort of way: onward, informed, carrying or downwards",
    "care": "whether it is a care principal that is there",
    "carries": "ids of the topics that it is for, where it is not for all",
    "closed": "of a list: whether what is left out is not there",
    "count": "how many (null: many)",
    "counted_proof": f"that it is counted to the collaboration system; {PROOF}",
    "coverage": "of a list: what the model says of how much of it is listed: complete, partial or unknown",
    "current": "the key of the version in force",
    "decides": f"that the receiver may decide on the topic; {PROOF}",
    "degree": "how sure it is: 0 not at all, 1 open, 2 reported, 3 established",
    "done": "how many batches of the load are written",
    "doubted": "whether anybody says that it is missing, unclear or left for later",
    "entities": "how many entities the model has",
    "excludes": "values that can hold side by side have the same; null beside any",
    "extent": "how much of the set is meant: all, most, some or one",
    "filled": "whether it is not told to be vacant",
    "for_decision": "whether what goes this way goes there to be decided",
    "head": "what the model's file says besides its entities, as JSON",
    "high": "of a range: the most",
    "holds": "whether the item is there (perhaps only possibly)",
    "holds_proof": f"that the way is told to be there; {PROOF}",
    "id": "the id",
    "in_force": "to what degree it is in force on the day of the version",
    "inside_left_open": "whether a source leaves open what the outermost group around it is inside of",
    "is_scenario": "whether the source is a scenario that was applied, and no document",
    "key": "what it is found by; begins with the key of its version",
    "kind": f"that both are of one kind; {PROOF}",
    "known": "whether it holds a value",
    "left_open": "whether somebody leaves it open",
    "level": "the level; between two groups: that both are at one, as a proof",
    "level_degree": "how sure the level is",
    "level_rank": "the place of its level, counted from the citizen",
    "line_proof": f"that its line is there; {PROOF}",
    "links_listed": "whether all its relations to other bodies are listed",
    "low": "of a range: the least",
    "may_carry": "ids of the topics that it may be for",
    "modality": "how binding it is: shall, should, may or example",
    "model": "the id of the model",
    "name": "the name in Swedish",
    "name_en": "the name in English",
    "named": "whether it has a name of its own",
    "nearest_rank": "the place of the level nearest the citizen",
    "not_told": "the fields that are not told of both",
    "number": "its number: of a version or statement; of seats that take home, how many principals",
    "of_facts": "whether statements tell fields of it",
    "of_kind": "the kind, as in the model's file",
    "of_ways": "whether statements tell ways of it",
    "on": "the day for which facts are resolved",
    "origin": "where the fact comes from: own, statement, coverage, default, whole, contradiction or silence",
    "own": "whether it is told of the thing itself, not of a set that it belongs to",
    "owners_open": "whether somebody leaves open whose it is",
    "part_left_open": "whether it is left open what it is part of",
    "partly_open": "whether it, or an item of it, is left open",
    "path": "the field, with dots",
    "place": "its place in the order of the file",
    "populations": f"that the populations of both meet; {PROOF}",
    "possibly": "whether it is told of a set short of all, and so perhaps not of this one",
    "possibly_state": "what is told of a set, short of all, that it belongs to",
    "possibly_value": "the value that is told so",
    "power": "the power",
    "presence_proof": f"that it is there at all; {PROOF}",
    "principals": "ids of principals: those whose matters it is for (empty: all), or that both have",
    "proof": PROOF,
    "recommends_proof": f"that it is told to recommend; {PROOF}",
    "relation": "the relation, as in the model's file",
    "remit": "the release of Remit that wrote it",
    "said_count": "how many things are said",
    "said_days": "the days that are said, where words contradict each other",
    "said_degree": "how sure the surest of what is said is",
    "schema": "the version of this schema",
    "scope": "comprehensive or partial; empty: any",
    "seats_decide": f"that the seats decide together; {PROOF}",
    "seats_listed_proof": f"that all seats are listed with whose they are; {PROOF}",
    "shown": "the value as evidence shows it",
    "sources": "the places in documents, as document#section/paragraph",
    "speaks_of": "the fields that statements tell of it",
    "state": "value, none, unknown, unclear or deferred; of a version: loading, whole, removing or scratch",
    "stated": "whether anybody says anything",
    "statement": "the number of the statement about a set that it rests on",
    "steps": "how many steps up",
    "subject": "the id of what it is told of (null: of all that it is given to)",
    "superior": f"that both answer to the same body, or to none; {PROOF}",
    "target": "to what the way leads: an id, or operations or decision",
    "territory": f"that both are for one territory; {PROOF}",
    "territory_proof": f"that its territory is told; {PROOF}",
    "text": "the value in Swedish words",
    "text_en": "the value in English words",
    "through": "the steps of a line that it passes: ids, sets or line",
    "through_degree": "how sure it is that it passes a line",
    "through_steps": "the same with sets as their members",
    "titled": "the title of the document (its name, where it has none) in Swedish",
    "titled_en": "the same in English",
    "to": "to what the statement tells a relation or way",
    "topic": "the id of the topic (empty: any)",
    "topics": "ids of the topics it is for (empty: all); between two groups: that topics meet, as a proof",
    "unclear_proof": f"that the way is told to be none or unclear; {PROOF}",
    "unsourced": "of an entity: the fields told without a source; of a statement: whether it has none",
    "untold": "whether nobody tells whose it is",
    "value": "the value; a text in Swedish",
    "value_en": "a text in English",
    "values": "of a list: the items that are there",
    "version": "the key of its version",
    "what": "the field or relation that the statement tells",
    "written": "what the model's file says of it, as JSON",
}

COMMON = ("key", "version", "id", "of_kind", "in_force")
ENTITY = (*COMMON, "name", "name_en", "named", "presence_proof", "said_count", "unsourced", "written", "place")
SAID = ("state", "degree", "modality", "sources", "text", "text_en", "alike", "excludes", "low", "high")
WAY = (
    "version", "subject", "target", "state", "degree", "possibly", "extent", "statement", "holds_proof",
    "broken_proof", "unclear_proof",
)  # fmt: skip

OF_KIND: dict[str, tuple[str, ...]] = {
    "group": (
        "counted_proof", "inside_left_open", "level_rank", "level_degree", "links_listed", "recommends_proof",
        "seats_listed_proof", "territory_proof",
    ),
    "unit": ("level_rank", "level_degree", "links_listed", "owners_open"),
    "function": ("level_rank", "level_degree", "links_listed", "owners_open"),
    "principal": ("care", "line_proof", "owners_open"),
    "provider": ("owners_open",),
    "joint_body": ("owners_open",),
    "seat": ("filled", "owners_open", "untold"),
    "source": ("titled", "titled_en", "is_scenario"),
    "topic": ("part_left_open",),
    "population": ("part_left_open",),
}  # fmt: skip
"""What is derived of the entities of a kind; ``…_listed`` of each of their relations comes besides."""

NODE_TYPES: tuple[NodeType, ...] = (
    NodeType(
        "Model", "a model that the database keeps", ("key", "id", "current", "number"), keyed=True, of_version=False
    ),
    NodeType(
        "Version",
        "one version of a model",
        (
            "key", "version", "model", "number", "state", "schema", "remit", "done", "entities", "on", "nearest_rank",
            "head",
        ),
        keyed=True,
        of_version=False,
    ),
    NodeType("Set", "a set with a name", ("key", "version", "id", "name", "name_en", "written", "place"), keyed=True),
    NodeType("Subject", "every entity, with the label of its kind too; and every `Several`", COMMON, keyed=True),
    NodeType(
        "Several",
        "what statements short of all speak of (“most of the local groups”); also a `Subject`",
        (*COMMON, "extent", "of_facts", "of_ways", "speaks_of", "counted_proof", "level_rank", "level_degree"),
        of_version=False,
    ),
    NodeType(
        "Fact",
        "the resolved fact of a field. Where nobody says anything there is none; what coverage or the declaration "
        "gives is one node for all that it is given to. Of powers also `has_…` and `lacks_…`: a proof for each power",
        (
            "key", "version", "subject", "path", "state", "value", "value_en", "values", "shown", "degree", "origin",
            "sources", "statement", "modality", "known", "stated", "doubted", "left_open", "partly_open", "closed",
            "own", "coverage", "possibly_state", "possibly_value", "said_count", "said_degree", "said_days", "excludes",
            "low", "high",
        ),
        keyed=True,
    ),
    NodeType(
        "Item",
        "one item of a list",
        ("version", "place", "value", "state", "degree", "holds", "possibly", "own", "sources", "statement"),
    ),
    NodeType("Said", "one of several things that are said of a field", ("version", "place", *SAID)),
    NodeType("Way", "what is told of a way from a subject, its own words before those of its sets", WAY),
    NodeType("Channel", "what is told of a way from a subject or set, all of it", WAY),
    NodeType(
        "Concern",
        "whom a topic concerns, as such or as seen from a group",
        ("version", "topic", "degree", "proof", "seats_decide"),
    ),
    NodeType(
        "TakenHome",
        "a seat that may take matters on a topic home, with its principals (of several: one of them)",
        ("version", "topic", "degree", "proof", "number"),
    ),
    NodeType(
        "Listing",
        "whether all entities of a kind (at a level, of a scope) are listed",
        ("version", "of_kind", "level", "scope", "degree"),
    ),
    NodeType(
        "Statement",
        "a statement about a set or an entity",
        ("version", "number", "about", "what", "to", "extent", "unsourced", "written", *SAID),
    ),
)  # fmt: skip

EDGE = (
    "relation", "degree", "state", "possibly", "extent", "topics", "carries", "may_carry", "principals", "through",
    "through_steps", "through_degree", "for_decision", "proof",
)  # fmt: skip
SUBJECTS = (("Subject", "Subject"),)

LINK_TYPES: tuple[LinkType, ...] = (
    LinkType("DENIED", SUBJECTS, "a relation that a source says is not there, or leaves open", EDGE),
    LinkType("ITEM", (("Fact", "Item"),), "the items of a list"),
    LinkType("IS", (("Item", "Subject"),), "the entity that an item names"),
    LinkType("SAID", (("Fact", "Said"),), "what is said of a field, where it is more than one thing"),
    LinkType("MEMBER", (("Set", "Subject"), ("Subject", "Subject")), "the members of a set, or those that are meant"),
    LinkType("BELONGS_TO", SUBJECTS, "whose a body is"),
    LinkType("SHARED_WITH", SUBJECTS, "the principals that share a seat", ("count",)),
    LinkType("REPRESENTS", SUBJECTS, "the principals that sit in a group, or share a seat there"),
    LinkType("SEATED", SUBJECTS, "to what degree a principal has a seat of its own in a group", ("degree", "proof")),
    LinkType("TERRITORY_OF", SUBJECTS, "the care principals that a group is for"),
    LinkType("WITHIN", SUBJECTS, "a topic or population and all that it is part of, itself included", ("steps",)),
    LinkType("CONCERN", (("Subject", "Concern"),), "whom topics concern, seen from here"),
    LinkType("CONCERNS", (("Concern", "Subject"), *SUBJECTS), "the principals"),
    LinkType("HOLDS_POWER", SUBJECTS, "what a seat's mandate holds on a topic", ("power", "degree", "proof")),
    LinkType("INSIDE", SUBJECTS, "the groups that a group is inside of, directly or further out", ("degree", "proof")),
    LinkType(
        "REACHES",
        SUBJECTS,
        "whom a matter on a topic reaches from a group, itself included",
        ("by", "topic", "degree", "proof", "decides"),
    ),
    LinkType("TAKES_HOME", (("Subject", "TakenHome"),), "who takes matters home from a group"),
    LinkType("OF", (("TakenHome", "Subject"),), "the principals"),
    LinkType("CHANNEL", (("Set", "Channel"), ("Subject", "Channel")), "what is told of ways"),
    LinkType("WAY", (("Subject", "Way"),), "what is told of ways, as it holds here"),
    LinkType("TO", (("Channel", "Subject"), ("Way", "Subject"), *SUBJECTS), "where the way leads"),
    LinkType("STEP", SUBJECTS, "one step of a chain of relations between bodies in force", ("degree",)),
    LinkType(
        "SHARES_PRINCIPALS",
        SUBJECTS,
        "two groups that share principals (from the first id to the second), and what else they have in common",
        (
            "principals", "degree", "proof", "kind", "level", "topics", "populations", "territory", "superior",
            "not_told",
        ),
    ),
)  # fmt: skip
