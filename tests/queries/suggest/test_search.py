"""The search against brute force: hand-made and random effects, all subsets tried."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable

import pytest

from remit.queries.suggest.alternatives import alternatives
from remit.queries.suggest.program import Clause, Cut, Program
from remit.queries.suggest.search import Answer, Effect, Option, Search

Marks = frozenset[str]
Standing = Callable[[frozenset[int]], bool]


def cheapest(options: list[Option], goals: list[Marks], before: Marks, effect: Effect) -> tuple[int, int]:
    """How many goals the best set misses, and what it costs: every subset tried."""
    best = (len(goals), 0)
    everything = range(len(options))
    for size in range(len(options) + 1):
        for chosen in map(frozenset, itertools.combinations(everything, size)):
            if any(options[at].needs - chosen or options[at].excludes & chosen for at in chosen):
                continue
            marks = effect(chosen)
            if marks is None or marks - before:
                continue
            missed = sum(bool(goal & marks) for goal in goals)
            best = min(best, (missed, sum(options[at].cost for at in chosen)))
    return best


def run(options: list[Option], goals: list[Marks], before: Marks, effect: Effect, *, exact: bool = False) -> Search:
    search = Search(options, goals, before, effect, exact=exact)
    search.survey()
    search.probe()
    return search


def figures(search: Search, answer: Answer | None) -> tuple[int, int]:
    return (search.missed(answer), answer.cost) if answer else (len(search.goals), 0)


def effect_of(before: Marks, standing: dict[str, Standing]) -> Effect:
    """An effect where each finding stands as its own test says."""
    return lambda chosen: frozenset(mark for mark, stands in standing.items() if stands(chosen))


def test_the_cheapest_cover_is_found_where_the_greedy_one_is_dearer() -> None:
    goals = [frozenset({name}) for name in "abcdef"]
    covers = ["abcd", "abe", "cdf"]  # greedy takes the first and then needs both others
    options = [Option(cost, "k") for cost in (3, 2, 2)]
    before = frozenset("abcdef")

    def effect(chosen: frozenset[int]) -> Marks:
        return before - {mark for at in chosen for mark in covers[at]}

    search = run(options, goals, before, effect)
    answer = search.best()
    assert answer is not None
    assert (answer.chosen, answer.cost, answer.left) == (frozenset({1, 2}), 4, frozenset())


def test_two_changes_that_clear_only_together_are_found_where_both_aim_at_the_finding() -> None:
    aims = frozenset("a")
    options = [Option(1, "x", aims), Option(1, "y", aims), Option(5, "z", aims)]
    standing: dict[str, Standing] = {"a": lambda s: not (s >= {0, 1} or 2 in s)}
    search = run(options, [aims], aims, effect_of(aims, standing))
    answer = search.best()
    assert answer is not None
    assert answer.chosen == {0, 1}


def test_a_change_that_breaks_something_is_taken_only_with_the_one_that_mends_it() -> None:
    options = [Option(1, "x"), Option(1, "y"), Option(4, "z")]
    goals, before = [frozenset("a")], frozenset("a")
    standing: dict[str, Standing] = {"a": lambda s: not s & {0, 2}, "new": lambda s: 0 in s and 1 not in s}
    search = run(options, goals, before, effect_of(before, standing))
    answer = search.best()
    assert answer is not None
    assert (answer.chosen, answer.cost) == ({0, 1}, 2)


def test_two_changes_that_only_together_create_a_finding_are_not_taken_together() -> None:
    options = [Option(1, "x"), Option(1, "y"), Option(3, "z")]
    goals, before = [frozenset("a"), frozenset("b")], frozenset("ab")
    standing: dict[str, Standing] = {
        "a": lambda s: 0 not in s,
        "b": lambda s: not s & {1, 2},
        "new": lambda s: s >= {0, 1},
    }
    search = run(options, goals, before, effect_of(before, standing))
    answer = search.best()
    assert answer is not None
    assert (answer.chosen, answer.cost) == ({0, 2}, 4)
    assert search.conflicts > 0


def test_changes_that_cannot_be_applied_together_are_never_proposed_together() -> None:
    options = [Option(1, "x"), Option(1, "y"), Option(9, "z")]
    goals, before = [frozenset("a"), frozenset("b")], frozenset("ab")

    def effect(chosen: frozenset[int]) -> Marks | None:
        if chosen >= {0, 1}:
            return None
        return before - ({"a"} if 0 in chosen else set()) - ({"b"} if chosen & {1, 2} else set())

    answer = run(options, goals, before, effect).best()
    assert answer is not None
    assert answer.chosen == {0, 2}


def test_what_cannot_be_cleared_is_given_up_and_the_rest_is_cleared() -> None:
    options = [Option(1, "x"), Option(1, "y")]
    goals, before = [frozenset("a"), frozenset("b")], frozenset("ab")
    standing: dict[str, Standing] = {"a": lambda s: 0 not in s, "b": lambda s: True}
    search = run(options, goals, before, effect_of(before, standing))
    answer = search.best()
    assert answer is not None
    assert (answer.chosen, answer.cleared, answer.left) == ({0}, {"a"}, {"b"})


def test_a_finding_of_many_is_cleared_only_where_all_of_it_is() -> None:
    options = [Option(1, "x"), Option(1, "x"), Option(3, "all")]
    goal = frozenset({"a1", "a2"})
    standing: dict[str, Standing] = {"a1": lambda s: not s & {0, 2}, "a2": lambda s: not s & {1, 2}}
    answer = run(options, [goal], goal, effect_of(goal, standing)).best()
    assert answer is not None
    assert answer.chosen == {0, 1}


def test_of_equally_cheap_sets_the_one_with_fewest_changes_comes_and_then_the_first() -> None:
    options = [Option(2, "x"), Option(2, "x"), Option(1, "y"), Option(1, "z")]
    goal = frozenset("a")
    standing: dict[str, Standing] = {"a": lambda s: not (s & {0, 1} or s >= {2, 3})}
    answer = run(options, [goal], goal, effect_of(goal, standing), exact=True).best()
    assert answer is not None
    assert answer.chosen == {0}


def test_alternatives_differ_in_kind_and_each_clears_as_much() -> None:
    kinds = ["merge", "link", "divide", "link"]
    options = [Option(cost, kind) for cost, kind in zip((3, 1, 2, 1), kinds, strict=True)]
    goal = frozenset("a")
    standing: dict[str, Standing] = {"a": lambda s: not s}
    search = run(options, [goal], goal, effect_of(goal, standing))
    found = alternatives(search, 5)
    assert [sorted(answer.chosen) for answer in found] == [[1], [2], [0]]
    assert all(answer.left == frozenset() for answer in found)


def test_a_spent_budget_gives_the_best_set_seen_and_says_so() -> None:
    options = [Option(1, "x"), Option(5, "y")]
    goal = frozenset("a")
    standing: dict[str, Standing] = {"a": lambda s: not s}
    search = Search(options, [goal], goal, effect_of(goal, standing), budget=1)
    search.survey()
    search.probe()
    answer = search.best()
    assert search.exhausted
    assert answer is not None
    assert answer.chosen == {0}


def dependent(rng: random.Random, size: int) -> tuple[list[Option], list[Marks], Marks, dict[str, Standing]]:
    """Findings that each depend in any way whatever on up to three candidates."""
    marks = [f"f{n}" for n in range(rng.randint(2, 5))]
    new = [f"n{n}" for n in range(rng.randint(0, 3))]
    standing: dict[str, Standing] = {}
    aims: list[set[str]] = [set() for _ in range(size)]
    for mark in (*marks, *new):
        support = rng.sample(range(size), min(size, rng.randint(1, 3)))
        table = {frozenset(t): rng.random() < 0.5 for n in range(4) for t in itertools.combinations(support, n)}
        table[frozenset()] = mark in marks
        for at in support:
            aims[at].add(mark)
        standing[mark] = lambda s, table=table, support=frozenset(support): table[s & support]
    options = []
    for at in range(size):
        others = [one for one in range(size) if one != at]
        needs = frozenset({rng.choice(others)}) if rng.random() < 0.15 else frozenset()
        excludes = frozenset({rng.choice(others)}) - needs if rng.random() < 0.15 else frozenset()
        options.append(Option(rng.randint(1, 6), f"k{rng.randint(0, 3)}", frozenset(aims[at]), needs, excludes))
    return options, [frozenset({mark}) for mark in marks], frozenset(marks), standing


@pytest.mark.parametrize("seed", range(60))
def test_the_optimum_equals_that_of_all_subsets_where_it_is_known_which_candidates_matter(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    options, goals, before, standing = dependent(rng, rng.randint(4, 12))
    effect = effect_of(before, standing)
    search = run(options, goals, before, effect)
    assert figures(search, search.best()) == cheapest(options, goals, before, effect)


@pytest.mark.parametrize("seed", range(40))
def test_the_optimum_equals_that_of_all_subsets_with_any_effects_where_all_are_taken_to_matter(seed: int) -> None:
    rng = random.Random(1000 + seed)  # noqa: S311
    size = rng.randint(3, 6)
    options, goals, before, _ = dependent(rng, size)
    every = [frozenset(t) for n in range(size + 1) for t in itertools.combinations(range(size), n)]
    table = {s: frozenset(m for m in ("f0", "f1", "n0") if rng.random() < 0.45) for s in every}
    table[frozenset()] = frozenset({"f0", "f1"})
    goals, before = [frozenset({"f0"}), frozenset({"f1"})], frozenset({"f0", "f1"})
    search = run(options, goals, before, table.__getitem__, exact=True)
    assert figures(search, search.best()) == cheapest(options, goals, before, table.__getitem__)


@pytest.mark.parametrize("seed", range(30))
def test_what_is_learned_without_being_told_what_matters_is_never_wrong_and_seldom_dearer(seed: int) -> None:
    rng = random.Random(2000 + seed)  # noqa: S311
    options, goals, before, standing = dependent(rng, rng.randint(4, 10))
    told = [option._replace(aims=frozenset()) for option in options]
    effect = effect_of(before, standing)
    search = run(told, goals, before, effect)
    answer = search.best()
    best = cheapest(options, goals, before, effect)
    assert figures(search, answer) >= best
    if answer is not None:
        marks = effect(answer.chosen)
        assert marks is not None
        assert not marks - before


def test_the_program_keeps_needs_exclusions_and_cuts() -> None:
    program = Program([1, 1, 1], ["a", "b", "c"], 1, needs=[(0, 1)], excludes=[(0, 2)])
    wanted = [Clause(frozenset({0}), frozenset(), 0)]
    choice = program.solve(wanted, first=True)
    assert choice is not None
    assert choice.chosen == {0, 1}
    without = program.solve(wanted, [Cut(frozenset({"b"}), 0)])
    assert without is not None
    assert without.given_up == {0}
    assert program.solve(wanted, [Cut(frozenset({"b"}), 0)], give_up=0) is None


def test_a_candidate_without_a_cost_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Program([0], ["a"], 0)
