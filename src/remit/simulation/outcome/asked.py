"""What is asked for by its id, in each of several structures: what a scenario has renamed or merged goes on there."""

from __future__ import annotations

from collections.abc import Sequence

from remit.graph.org import Org
from remit.model.text import Text
from remit.simulation.outcome.window import SimulationError
from remit.simulation.plan import Start

KINDS = {
    "topic": (Text("frågan", "the topic"), Text("frågor", "topics")),
    "principal": (Text("huvudmannen", "the principal"), Text("huvudmän", "principals")),
}


def origins(orgs: Sequence[Org], kind: str, id_: str) -> frozenset[str]:
    """What an id of one of several structures comes from: ids of the structure that they came about from."""
    return frozenset(
        old for org in orgs if org.kind(id_) == kind for old in org.continues.get(id_, (id_,)) or (f"{id_} (new)",)
    )


def here(org: Org, kind: str, came: frozenset[str]) -> tuple[str, ...]:
    """The things of a structure that go on from some origins, in order of id."""
    return tuple(
        thing.id
        for thing in org.things(kind)
        if came & set(org.continues.get(thing.id, (thing.id,)) or (f"{thing.id} (new)",))
    )


def in_each(orgs: Sequence[Org], kind: str, asked: Sequence[str]) -> list[tuple[str, ...]]:
    """What is asked for, as each structure has it. ``asked``: ids of any of them.

    Raises :class:`SimulationError` for what a structure has neither by that id nor as something that it became or came
    from: what is missing in one cannot be compared.
    """
    found: list[dict[str, None]] = [{} for _ in orgs]
    lost = []
    for id_ in dict.fromkeys(asked):
        came = origins(orgs, kind, id_)
        each = [here(org, kind, came) for org in orgs]
        for mine, ids in zip(found, each, strict=True):
            mine.update(dict.fromkeys(ids))
        if not all(each):
            lost.append(_lost(orgs, kind, id_, each))
    if lost:
        raise SimulationError(Text("; ".join(one.sv for one in lost), "; ".join(one.en for one in lost)))
    return [tuple(one) for one in found]


def of_all(orgs: Sequence[Org], kind: str, asked: Sequence[str]) -> tuple[str, ...]:
    """What is asked for, by the ids of all structures together; raises as :func:`in_each`."""
    return tuple(dict.fromkeys(id_ for ids in in_each(orgs, kind, asked) for id_ in ids))


def _lost(orgs: Sequence[Org], kind: str, id_: str, each: Sequence[tuple[str, ...]]) -> Text:
    """What is missing where, and what would be right."""
    word, words = KINDS[kind]
    titles = [org.model.head.title for org in orgs]
    without = [title for title, ids in zip(titles, each, strict=True) if not ids]
    with_it = [title for title, ids in zip(titles, each, strict=True) if ids]
    if not with_it:
        return Text(
            f"{word.sv} {id_} finns inte i någon av strukturerna", f"none of the structures has {word.en} {id_}"
        )
    common = sorted({
        thing.id for thing in orgs[0].things(kind)
        if all(here(org, kind, origins(orgs, kind, thing.id)) for org in orgs)
    })  # fmt: skip
    offer = ", ".join(common[:5]) + (" …" if len(common) > 5 else "")
    instead = (f"välj bland dem som alla har ({offer})", f"choose among those that all have ({offer})")
    if not common:
        instead = ("jämför strukturer som har den gemensam", "compare structures that have it in common")
    if kind == "principal":
        instead = (f"{instead[0]}, eller räkna alla {words.sv}", f"{instead[1]}, or count all {words.en}")
    return Text(
        f"{word.sv} {id_} finns i {_listed([one.sv for one in with_it], 'och')} men inte i "
        f"{_listed([one.sv for one in without], 'eller')}, och inget där har tagit vid efter den: {instead[0]}",
        f"{word.en} {id_} is in {_listed([one.en for one in with_it], 'and')} but not in "
        f"{_listed([one.en for one in without], 'or')}, and nothing there goes on from it: {instead[1]}",
    )


def _listed(titles: Sequence[str], word: str) -> str:
    quoted = [f"”{one}”" for one in titles]
    return f"{', '.join(quoted[:-1])} {word} {quoted[-1]}" if len(quoted) > 1 else quoted[0]


def more_there(orgs: Sequence[Org], kind: str, asked: Sequence[str], number: int) -> list[Text]:
    """That what is counted in a structure has become one with what is not asked for."""
    came = frozenset(old for id_ in asked for old in origins(orgs, kind, id_))
    org, found = orgs[number], []
    for id_ in here(org, kind, came):
        others = [old for old in org.continues.get(id_, (id_,)) if old not in came]
        if others:
            name, listed = org.name(id_), ", ".join(others)
            found.append(
                Text(
                    f"Alla ärenden hos {name.sv} räknas, också de som hör till det som förut var {listed}: här är "
                    "de ett.",
                    f"All matters of {name.en} count, also those of what was {listed} before: here they are one.",
                )
            )
    return found


def common_topics(orgs: Sequence[Org]) -> tuple[str, ...]:
    """The topics that all of several structures declare, where not all declare the same, by the ids of the first; else
    none, which means all. Raises :class:`SimulationError` where they have none in common.
    """
    declared = [topic.id for topic in orgs[0].things("topic")]
    each = {id_: [here(org, "topic", origins(orgs, "topic", id_)) for org in orgs] for id_ in declared}
    common = [id_ for id_ in declared if all(each[id_])]
    if declared and not common:
        raise SimulationError(Text("strukturerna har ingen fråga gemensam", "the structures have no topic in common"))
    counted = [len({other for id_ in common for other in each[id_][number]}) for number in range(len(orgs))]
    whole = all(count == len(org.things("topic")) for count, org in zip(counted, orgs, strict=True))
    return () if whole else tuple(common)


def starts_in(orgs: Sequence[Org], starts: Sequence[Start], org: Org) -> list[Start]:
    """Named beginnings by the ids that a structure has; each stays the same matter."""

    def now(id_: str) -> str:
        if not id_ or org.kind(id_):
            return id_
        kind = next((one.kind(id_) for one in orgs if one.kind(id_)), "")
        ids = here(org, kind, origins(orgs, kind, id_)) if kind else ()
        return ids[0] if ids else id_

    return [one._replace(topic=now(one.topic), start=now(one.start), principal=now(one.principal)) for one in starts]


__all__ = ["common_topics", "here", "in_each", "more_there", "of_all", "origins", "starts_in"]
