"""The reasoned cases of a rule: small organisations in the file format, each with the rows a person worked out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from remit.graph.logic import Ground
from remit.graph.org import Org
from remit.queries.engine import finding
from remit.queries.rule import Row, Rule

HEADER = "remit: 1\nmodel: {id: case, title: case, as_of: 2020-01-01}\n"
"""What a case's model begins with where it has no head of its own."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A row that a case must give; what is left out of it is not compared."""

    subject: str
    certainty: str
    members: tuple[str, ...] = ()
    message: str = "finding"
    ground: str = ""
    extent: str = ""
    related: tuple[str, ...] | None = None
    says: str = ""
    """The whole message in English."""
    reach: str = ""
    """``n of N``."""
    shows: tuple[str, ...] = ()
    """Some of the evidence, each as ``from relation to``."""

    def met_by(self, org: Org, rule: Rule, row: Row) -> bool:
        """Whether a row is the one that is expected."""
        return (
            row.subject == self.subject
            and row.proof.degree.word == self.certainty
            and row.message == self.message
            and (not self.members or row.members == self.members)
            and (not self.ground or (row.proof.ground or Ground.STRUCTURAL).word == self.ground)
            and (row.extent.value if row.extent else "") == self.extent
            and (self.related is None or row.related == self.related)
            and (not self.reach or [f"{one.n} of {one.of}" for one in row.reach] == [self.reach])
            and {*self.shows} <= {" ".join(one) for one in row.proof.evidence}
            and (not self.says or finding(org, rule, rule.severity, row, 0).message.en == self.says)
        )


@dataclass(frozen=True, slots=True)
class Case:
    """One small organisation and the complete list of rows that the rule must give for it."""

    name: str
    text: str
    rows: tuple[Expected, ...]
    settings: tuple[tuple[str, float], ...] = ()

    @property
    def title(self) -> str:
        """The name as a sentence."""
        return self.name.replace("_", " ")


@cache
def cases_of(package: str) -> tuple[Case, ...]:
    """The cases of a rule by its package's name, in the order of the file."""
    import yaml

    text = files(f"remit.queries.rules.{package}").joinpath("cases.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - builds text alone; safe_load reads NO as False
    return tuple(_case(raw) for raw in data["cases"])


def _case(raw: dict[str, Any]) -> Case:
    text = raw["model"]
    if "\nmodel:" not in f"\n{text}":
        text = HEADER + text
    rows = tuple(
        Expected(
            row["subject"],
            row["certainty"],
            tuple(row.get("members", ())),
            row.get("message", "finding"),
            row.get("ground", ""),
            row.get("extent", ""),
            tuple(row["related"]) if "related" in row else None,
            row.get("says", ""),
            row.get("reach", ""),
            tuple(row.get("shows", ())),
        )
        for row in raw["rows"]
    )
    settings = tuple((key, float(value)) for key, value in raw.get("settings", {}).items())
    return Case(raw["name"], text, rows, settings)
