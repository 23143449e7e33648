"""Whether the reasoned cases of the rules would notice a mistake: `python tools/mutate.py [--list] [CODE...]`.

Every ``rule.py`` is changed in one place at a time (a mutant) and the rule's own cases are run on it, in this
process. A mutant that gives every case its rows all the same has survived: a condition that no case needs.

The changes: a proof taken out of ``all_of``, ``any_of`` or ``excused``; a comparison turned round; ``and`` for ``or``;
a guard (``if …: continue`` and the like) that never holds, another ``if`` that always holds; a relation's name
changed for another's. Functions that only count what a rule looked at are left out: cases say nothing of counts.
So are those that only read the answer of a server, which is not asked here: ``tools/mutate_cypher.py`` changes them;
and a guard that is marked ``# for speed``: without it there is more to do, and the answer is the same.
Ends with 1 where a rule's share of killed mutants is under the goal.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib
import pkgutil
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, ModuleType

from remit.graph.org import LINKING, Org
from remit.model.files import loads
from remit.model.whole import Model
from remit.queries import rules
from remit.queries.cases import Case, cases_of
from remit.queries.engine import best_of
from remit.queries.rule import Detect, Rule

GOAL = 0.95
PATIENCE = 20
"""Seconds after which a mutant that does not end counts as killed."""
COMBINING = {"all_of": 0, "any_of": 0, "excused": 1}
"""Calls that combine proofs, and the first argument that may be left out."""
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
}  # fmt: skip
LEAVING = (ast.Continue, ast.Break, ast.Return)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the line, what was done, and the changed module."""

    line: int
    what: str
    tree: ast.Module


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the mutants of a rule."""

    code: str
    killed: int
    survivors: tuple[tuple[int, str], ...]

    @property
    def total(self) -> int:
        """How many mutants there were."""
        return self.killed + len(self.survivors)

    @property
    def share(self) -> float:
        """The share that a case noticed."""
        return self.killed / self.total if self.total else 1.0


Change = tuple[str, Callable[[ast.AST], None]]


def changes(node: ast.AST) -> Iterator[Change]:
    """What can be done to one node: words for it, and what does it to a copy of the node."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in COMBINING:
        first = COMBINING[node.func.id]
        if len(node.args) > 1:
            for index in range(first, len(node.args)):
                yield f"{node.func.id} without {ast.unparse(node.args[index])}", _without(index)
    elif isinstance(node, ast.Compare):
        for index, op in enumerate(node.ops):
            if type(op) in TURNED:
                yield f"turned round: {ast.unparse(node)}", _turned(index, TURNED[type(op)])
    elif isinstance(node, ast.BoolOp):
        yield f"and for or: {ast.unparse(node)}", _flipped
    elif isinstance(node, ast.If):
        guard = len(node.body) == 1 and isinstance(node.body[0], LEAVING)
        words = "guard that never holds" if guard else "if that always holds"
        yield f"{words}: {ast.unparse(node.test)}", _decided(not guard)
    elif isinstance(node, ast.Constant) and node.value in LINKING:
        other = LINKING[(LINKING.index(node.value) + 1) % len(LINKING)]
        yield f"{other} for {node.value}", _named(other)


def _without(index: int) -> Callable[[ast.AST], None]:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.Call)
        del node.args[index]

    return change


def _turned(index: int, op: type[ast.cmpop]) -> Callable[[ast.AST], None]:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.Compare)
        node.ops[index] = op()

    return change


def _flipped(node: ast.AST) -> None:
    assert isinstance(node, ast.BoolOp)
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()


def _decided(holds: bool) -> Callable[[ast.AST], None]:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.If)
        node.test = ast.copy_location(ast.Constant(holds), node.test)

    return change


def _named(name: str) -> Callable[[ast.AST], None]:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.Constant)
        node.value = name

    return change


def mutants(source: Path, *, of_answers: bool = False) -> Iterator[Mutant]:
    """Every change of what is below a rule's metadata, one at a time; ``of_answers``: of what only reads the answer of
    a server, instead of all else.
    """
    text = source.read_text(encoding="utf-8")
    tree, lines = ast.parse(text), text.splitlines()
    counting, reading = counters(tree), readers(tree)
    numbers = {node: number for number, node in enumerate(ast.walk(tree))}
    for top in tree.body:
        if not isinstance(top, (ast.FunctionDef, ast.ClassDef)) or top.name in counting:
            continue
        if (top.name in reading) is of_answers:
            for node in ast.walk(top):
                if isinstance(node, ast.If) and lines[node.lineno - 1].endswith("# for speed"):
                    continue
                for what, change in changes(node):
                    changed = copy.deepcopy(tree)
                    change(list(ast.walk(changed))[numbers[node]])
                    yield Mutant(getattr(node, "lineno", 0), what, ast.fix_missing_locations(changed))


def counters(tree: ast.Module) -> set[str]:
    """The functions that only count what a rule looked at: named as ``looks_at`` and used nowhere else."""
    found: set[str] = set()
    for call in ast.walk(tree):
        if isinstance(call, ast.keyword) and call.arg == "looks_at" and isinstance(call.value, ast.Name):
            name = call.value.id
            if sum(isinstance(n, ast.Name) and n.id == name for n in ast.walk(tree)) == 1:
                found.add(name)
    return found


def readers(tree: ast.Module) -> set[str]:
    """The functions and classes that only ``from_cypher`` uses: they read the answer of a server."""
    uses = {
        top.name: {node.id for node in ast.walk(top) if isinstance(node, ast.Name)}
        for top in tree.body
        if isinstance(top, (ast.FunctionDef, ast.ClassDef))
    }

    def reached(start: str) -> set[str]:
        found, left = set[str](), [start]
        while left:
            here = left.pop()
            if here in uses and here not in found:
                found.add(here)
                left.extend(uses[here])
        return found

    return reached("from_cypher") - reached("detect")


def as_expected(model: Model, rule: Rule, detect: Detect, case: Case) -> bool:
    """Whether the rows that a rule gives for a case are those that a person worked out."""
    org = Org(model)
    left = best_of(detect(org, rule.defaults() | dict(case.settings)))
    for wanted in case.rows:
        met = next((row for row in left if wanted.met_by(org, rule, row)), None)
        if met is None:
            return False
        left.remove(met)
    return not left


def _give_up(_signum: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def survives(mutant: Mutant, original: ModuleType, cases: list[tuple[Case, Model]]) -> bool:
    """Whether no case notices the change."""
    module = ModuleType(f"{original.__name__}_mutant")
    module.__file__ = original.__file__
    sys.modules[module.__name__] = module  # dataclasses look their module up
    signal.alarm(PATIENCE)
    try:
        exec(compile(mutant.tree, str(original.__file__), "exec"), module.__dict__)  # noqa: S102 - our own source
        return all(as_expected(model, original.RULE, module.detect, case) for case, model in cases)
    except Exception:  # noqa: BLE001 - a mutant that breaks down in whatever way is noticed
        return False
    finally:
        signal.alarm(0)


def try_rule(package: str) -> Result:
    """Run every mutant of a rule on its cases."""
    signal.signal(signal.SIGALRM, _give_up)
    original = importlib.import_module(f"{rules.__name__}.{package}.rule")
    assert original.__file__ is not None
    cases = [(case, loads(case.text, f"{case.name}.yaml")) for case in cases_of(package)]
    for case, model in cases:
        assert as_expected(model, original.RULE, original.detect, case), f"{package}: {case.name} fails"
    killed, survivors = 0, []
    for mutant in mutants(Path(original.__file__)):
        if survives(mutant, original, cases):
            survivors.append((mutant.line, mutant.what))
        else:
            killed += 1
    return Result(package[:6], killed, tuple(survivors))


def main() -> int:
    """Try the rules asked for, print the share killed of each, and the survivors where asked for."""
    parser = argparse.ArgumentParser(description="Change each rule in one place at a time; see whether a case notices.")
    parser.add_argument("codes", nargs="*", help="codes of rules (all where none is given)")
    parser.add_argument("--list", action="store_true", help="name the survivors with their places")
    asked = parser.parse_args()
    names = sorted(info.name for info in pkgutil.iter_modules(rules.__path__))
    chosen = [name for name in names if not asked.codes or name[:6] in asked.codes]
    failed = False
    results: list[Result] = []
    with ProcessPoolExecutor(2) as pool:
        for name, future in [(name, pool.submit(try_rule, name)) for name in chosen]:
            try:
                result = future.result()
            except AssertionError as error:
                print(f"| {name[:6]} | not run: {error} |")
                failed = True
                continue
            results.append(result)
            print(f"| {result.code} | {result.killed} of {result.total} | {result.share:.1%} |", flush=True)
            if asked.list:
                for line, what in result.survivors:
                    print(f"    {name}/rule.py:{line} {what}")
    total = sum(result.total for result in results)
    killed = sum(result.killed for result in results)
    print(f"| all | {killed} of {total} | {killed / total if total else 1:.1%} |")
    return int(failed or any(result.share < GOAL for result in results))


if __name__ == "__main__":
    sys.exit(main())
