"""Prints recall and precision of each rule on the shipped models, against what was reasoned out from the documents.

``python tools/known_answers.py [MODEL…]`` reads ``tests/known_answers/*.yaml`` (all, or the models named) and ends 1
where a row is not found, a sure finding has no row, or something is found that a row denies.

Recall: rows found, of rows expected. Precision: findings surer than open that a row speaks of, of all such findings;
open findings are not judged, but for the rows that deny them. "-": there is nothing to judge.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "shipped"))

from known_answers import FOLDER, Tally, case_of, tallies

HEADS = ("rule", "expected", "found", "recall", "sure", "known", "precision", "denials", "held")


def cells(label: str, tally: Tally) -> tuple[str, ...]:
    """A line of the table."""
    return (
        label,
        str(tally.expected),
        str(tally.found),
        share(tally.found, tally.expected),
        str(tally.sure),
        str(tally.known),
        share(tally.known, tally.sure),
        str(tally.denials),
        str(tally.denials - tally.denied),
    )


def share(part: int, whole: int) -> str:
    """A share in per cent, rounded down so that 100 means all."""
    return f"{100 * part // whole} %" if whole else "-"


def table(by_code: dict[str, Tally]) -> str:
    """The table as text, with a line for all rules together."""
    total = Tally()
    for tally in by_code.values():
        for name in vars(tally):
            setattr(total, name, getattr(total, name) + getattr(tally, name))
    lines = [HEADS, *(cells(code, tally) for code, tally in by_code.items()), cells("all", total)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(HEADS))]
    return "\n".join(
        "  ".join([line[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(line[1:], widths[1:], strict=True))])
        for line in lines
    )


def main(names: list[str]) -> int:
    """Print the table, then each thing that is wrong."""
    there = sorted(path.stem for path in FOLDER.glob("*.yaml"))
    strangers = sorted(set(names) - set(there))
    if strangers:
        print(f"no known answers for {', '.join(strangers)}; there are: {', '.join(there)}", file=sys.stderr)
        return 2
    cases = [case_of(name) for name in names or there]
    by_code = tallies(cases)
    print(f"Known answers: {', '.join(case.name for case in cases)}\n")
    print(table(by_code))
    wrong = [f"{case.name}: not found: {row}" for case in cases for row in case.known if not case.found(row)]
    wrong += [
        f"{case.name}: no row for: {f.code} {f.subject.id} {f.certainty.word}: {f.message.en}"
        for case in cases
        for f in case.sure()
        if not case.is_known(f)
    ]
    wrong += [
        f"{case.name}: denied, yet found: {f.code} {f.subject.id} {f.certainty.word}"
        for case in cases
        for row in case.absent
        for f in case.denied(row)
    ]
    print("".join(f"\n{line}" for line in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
