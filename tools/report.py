"""The report of a shipped scenario, with its flow: Markdown in both languages, and its figures.

``python tools/report.py`` writes docs/reports; with ``--check`` it writes nothing and ends 1 where a file would change.
It takes minutes: two rounds of the rules per change, and every assumption of the flow at both ends of its range.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import remit
from remit import api
from remit.model.facts import Basis
from remit.simulation.reorganised import Reorganised
from remit.views import reorganise_markdown

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reports"
MODEL, SCENARIO = "vasterbotten-2017", "vasterbotten-2017-to-2019"
STARTS = (
    ("halsocentraler", "barns-psykiska-halsa", "umea"),
    ("halsocentraler", "barns-psykiska-halsa", "storuman"),
)
"""A health centre in a municipality that has a comprehensive local agreement, and in one that has none."""
COMMAND = (
    f"remit reorganise {MODEL} {SCENARIO} --flow "
    + " ".join(f"--from {start} --in {place} --topic {topic}" for start, topic, place in STARTS)
)  # fmt: skip


QUESTION = Path(__file__).resolve().parent
"""Here stands what was asked (``question.sv.txt``, ``question.en.txt``): a report is read by those who were not there
when it was asked for."""


def run() -> Reorganised:
    """What the command gives."""
    found = remit.load(MODEL).reorganise(SCENARIO)
    return api.reorganised(found, starts=[api.start(*one) for one in STARTS])


def structure(told: dict[str, Any]) -> dict[str, Any]:
    """The figures of the structure, of the public form of a reorganisation."""
    (scenario,) = told["scenarios"]
    return {
        "summary": scenario["summary"],
        "loops": {side: scenario["loops"][side]["closure"] for side in ("before", "after")},
        "groups": {"before": told["before"]["groups"], "after": scenario["after"]["groups"]},
        "changes": len(scenario["changes"]),
    }


def figures(found: Reorganised) -> dict[str, Any]:
    """The figures that the report tells: those of the structure, and of the flow."""
    told = found.to_dict("en")
    (scenario,) = told["flow"]["scenarios"]
    tornado = scenario["tornado"]
    return {
        "command": COMMAND,
        "structure": structure(told),
        "setting": told["flow"]["structures"][0]["setting"],
        "levels": [
            {one["measure"]: [one["mean"], one["low"], one["high"]] for one in side["measures"]}
            for side in told["flow"]["structures"]
        ],
        "differences": scenario["differences"],
        "starts": scenario["starts"],
        "open_links": scenario["open_links"],
        "assumptions": {
            "difference": tornado["difference"],
            "conclusions": {one["parameter"]: one["conclusion"] for one in tornado["assumptions"]},
        },
    }


def pages(found: Reorganised) -> dict[str, str]:
    """The files by name."""
    note = f"<!-- Made by tools/report.py: {COMMAND} --full, after the question; do not edit. -->\n\n"
    files = {f"{SCENARIO}.{lang}.md": note + _asked(found, lang) for lang in ("sv", "en")}
    return files | {f"{SCENARIO}.json": json.dumps(figures(found), ensure_ascii=False, indent=1) + "\n"}


def _asked(found: Reorganised, lang: str) -> str:
    """The report with the question before the answer."""
    head, heading, rest = reorganise_markdown.render(found.reorganisation, lang, found.flow, full=True).partition("## ")
    behind = Counter(step.basis for step in found.reorganisation.outcomes[0].steps)
    question = (
        (QUESTION / f"question.{lang}.txt")
        .read_text(encoding="utf-8")
        .format(steps=behind.total(), author=behind[Basis.AUTHOR], planner=behind[Basis.PLANNER])
    )
    return head + question + heading + rest


def main() -> int:
    """Write the files, or tell which of them would change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    for name, text in pages(run()).items():
        path = FOLDER / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not check:
            FOLDER.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for name in stale:
        sys.stderr.write(f"{name} {'would change' if check else 'written'}\n")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
