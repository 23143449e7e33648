"""Whether the rules find defects that are put into sound structures: `python tools/seeded_defects.py [CODE...]`.

From each sound structure every rule's own defect is put in, one place at a time, and the whole is audited. The right
rule must report it at the right subject and for certain, and nothing else may be new, apart from what the injector
declares to follow from the same defect. The injectors (`tests/seeded`) are written from the design alone and import
nothing from the rules. Prints a table and what went wrong; ends with 1 where the share found, or the share
without an unrelated finding, is under the goal.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.seeded.defect import INJECTORS
from tests.seeded.running import GOAL, Result, Told, before, chosen, never_came, shares, sites, tried, wrong

from remit.queries.catalogue import catalogue

WANTED = 20
"""Sites that a rule must have, or there must be a reason for fewer."""
FEWER: dict[str, str] = {}
"""For each rule with fewer sites the reason."""


def run_rule(code: str, seeds: Sequence[int], most: int) -> list[Result]:
    """Try a rule's defects at as many sites as wanted (0: all)."""
    return [tried(seed, one) for seed, one in chosen(code, seeds, most)]


def run_all(codes: Sequence[str], seeds: Sequence[int], most: int, jobs: int) -> dict[str, list[Result]]:
    """Try the defects of several rules, by rule."""
    if jobs == 1:
        return {code: run_rule(code, seeds, most) for code in codes}
    with ProcessPoolExecutor(jobs) as pool:
        running = {code: pool.submit(run_rule, code, seeds, most) for code in codes}
        return {code: one.result() for code, one in running.items()}


def unsound(seeds: Sequence[int]) -> dict[int, list[Told]]:
    """What the audit says of structures that the design calls sound."""
    return {seed: sorted(before(seed), key=str) for seed in seeds if before(seed)}


def few(results: dict[str, list[Result]], seeds: Sequence[int]) -> list[str]:
    """The rules with fewer sites than wanted and no reason told."""
    return [
        code
        for code in results
        if code not in FEWER and sum(not one.disputed for seed in seeds for one in sites(code, seed)) < WANTED
    ]


def table(results: dict[str, list[Result]]) -> list[str]:
    """A row for each rule: sites, structures, found, missed, with something unrelated; then all of them."""
    rows = ["| rule | sites | structures | forms | found | missed | with an unrelated finding |"]
    rows.append("|---|---:|---:|---:|---:|---:|---:|")
    total: dict[str, int] = defaultdict(int)
    for code, tried_there in results.items():
        found = [one for one in tried_there if not one.disputed]
        row = {
            "sites": len(found),
            "found": sum(one.found for one in found),
            "unrelated": sum(bool(one.unrelated) for one in found),
        }
        for key, value in row.items():
            total[key] += value
        where, forms = len({one.structure for one in found}), len({one.form for one in found})
        missed = row["sites"] - row["found"]
        rows.append(f"| {code} | {row['sites']} | {where} | {forms} | {row['found']} | {missed} | {row['unrelated']} |")
    share = total["found"] / (total["sites"] or 1)
    clean = 1 - total["unrelated"] / (total["sites"] or 1)
    missed = total["sites"] - total["found"]
    rows.append(f"| all | {total['sites']} | | | {total['found']} | {missed} | {total['unrelated']} |")
    rows += ["", f"found {share:.2%}, without an unrelated finding {clean:.2%} (goal {GOAL:.0%} of each)"]
    return rows


def disputed(results: dict[str, list[Result]]) -> list[str]:
    """What is not counted, since the design can be read so that it is no defect: by form, with the reason."""
    forms: dict[tuple[str, str, str], list[bool]] = defaultdict(list)
    for code, found in results.items():
        for one in found:
            if one.disputed:
                forms[code, one.form, one.disputed].append(one.found)
    return [
        f"not counted: {code} {form}, found {sum(found)} of {len(found)}: {why}"
        for (code, form, why), found in forms.items()
    ]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; 1 where the goal is not reached."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("codes", nargs="*", metavar="CODE", help="rules, or beginnings of codes (all if none)")
    parser.add_argument("--sites", type=int, default=24, help="sites a rule (0: every one)")
    parser.add_argument("--structures", type=int, default=10, help="how many sound structures")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    asked = parser.parse_args(argv)
    patterns = tuple(code.upper() for code in asked.codes)
    known = [code for code in catalogue() if not patterns or code.startswith(patterns)]
    seeds = range(asked.structures)
    without = [code for code in known if code not in INJECTORS]
    told = unsound(seeds)
    results = run_all([code for code in known if code in INJECTORS], seeds, asked.sites, asked.jobs)
    print("\n".join(table(results)))
    for seed, found in told.items():
        print(f"structure {seed} is not silent: {'; '.join(map(str, found))}")
    for code in without:
        print(f"{code}: nobody has written an injector for it")
    for code in few(results, seeds):
        print(f"{code}: fewer than {WANTED} sites, and no reason told")
    waiting = sorted(set(INJECTORS) - set(catalogue()))
    if waiting:
        print(f"injectors for rules that are not there yet: {', '.join(waiting)}")
    every = [one for found in results.values() for one in found]
    for line in never_came(every):
        print(f"declared to follow, and never did: {line}")
    for line in (*disputed(results), *wrong(every)):
        print(line)
    reached = results and min(shares(every)) >= GOAL
    return 0 if reached and not told and not few(results, seeds) else 1


if __name__ == "__main__":
    sys.exit(main())
