"""In which order new things are made: what others name before those, what names one another together."""

from __future__ import annotations

from collections.abc import Mapping

BEHIND = (
    "source", "level", "population", "topic", "principal", "territory", "provider", "goal", "indicator", "unit",
    "person", "function", "joint_body", "agreement", "group",
)  # fmt: skip
"""The order of the kinds where nothing else decides; the others follow by name."""


def together(names: Mapping[str, set[str]], place: Mapping[str, tuple[object, ...]]) -> list[tuple[str, ...]]:
    """The things in groups, each after those that it names; what names one another in a circle is one group.

    ``names``: for each thing what it names (others than the keys are left aside). ``place``: where it would stand
    were it for that alone. Tarjan's algorithm without recursion.
    """
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: list[str] = []
    inside: set[str] = set()
    found: list[tuple[str, ...]] = []

    def behind(one: str) -> list[str]:
        return sorted((other for other in names[one] if other in names), key=place.__getitem__)

    for start in sorted(names, key=place.__getitem__):
        if start in number:
            continue
        steps: list[tuple[str, list[str]]] = []

        def enter(one: str, steps: list[tuple[str, list[str]]] = steps) -> None:
            number[one] = low[one] = len(number)
            open_.append(one)
            inside.add(one)
            steps.append((one, behind(one)))

        enter(start)
        while steps:
            one, rest = steps[-1]
            if rest:
                other = rest.pop(0)
                if other not in number:
                    enter(other)
                elif other in inside:
                    low[one] = min(low[one], number[other])
                continue
            steps.pop()
            if steps:
                above = steps[-1][0]
                low[above] = min(low[above], low[one])
            if low[one] == number[one]:
                group: list[str] = []
                while not group or group[-1] != one:
                    group.append(open_.pop())
                    inside.discard(group[-1])
                found.append(tuple(sorted(group, key=place.__getitem__)))
    return found


def in_order(
    names: Mapping[str, set[str]], place: Mapping[str, tuple[object, ...]], alike: Mapping[str, str]
) -> list[tuple[str, ...]]:
    """The things in groups as :func:`together`, those with the same word in ``alike`` in one group where that can be:
    where neither names what names the other in the end.
    """
    groups = together(names, place)
    word = {one: alike[one] for one in names}
    for number, group in enumerate(groups):
        if len({word[one] for one in group}) > 1:
            word.update(dict.fromkeys(group, f"together {number}"))
    by_word: dict[str, list[tuple[str, ...]]] = {}
    above: dict[str, set[str]] = {}
    for group in groups:
        by_word.setdefault(word[group[0]], []).append(group)
        above.setdefault(word[group[0]], set()).update(
            word[other] for one in group for other in names[one] if other in names
        )
    first = {each: min(place[one] for group in many for one in group) for each, many in by_word.items()}
    rank = {group: number for number, group in enumerate(groups)}
    found: list[tuple[str, ...]] = []
    for words in together({each: others - {each} for each, others in above.items()}, first):
        many = [group for each in words for group in by_word[each]]
        if len(words) == 1:
            found.append(tuple(sorted((one for group in many for one in group), key=place.__getitem__)))
        else:
            found += sorted(many, key=rank.__getitem__)
    return found
