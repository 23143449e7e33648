"""A small audit with everything that a report must show."""

from __future__ import annotations

import pytest

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.queries.engine import audit
from remit.queries.finding import Audit
from remit.queries.waivers import Accepted, Waiver

SMALL = """\
remit: 1
model: {id: small, title: {sv: Litet exempel, en: Small example}, as_of: 2020-01-01}
sources: {report: {title: {sv: Rapporten, en: The report}}}
levels: [near, far]
principals:
  region: {name: Regionen, kind: region}
  ask: {name: Asks kommun, kind: municipality}
topics: {health: {name: {sv: hälsa, en: health}}}
sets: {local: {name: {sv: de lokala grupperna, en: the local groups}, of: group, where: {level: near}}}
groups:
  defaults: {source: report#Grupper/2}
  council: {name: {sv: Rådet, en: The council}, level: far, assignment: none, seats: [region, ask]}
  team: {name: Ödlan, level: near, assignment: {value: none, basis: interviewees}, seats: [ask]}
  circle: {name: Älgen, level: near, assignment: unknown, seats: [ask]}
  ring: {name: Ålen, level: near, assignment: unknown, seats: [ask]}
facts:
  - [local, assignment, none, "", most, author, "report#Tankar/1"]
"""


def audited(text: str, *codes: str, certainty: Degree = Degree.OPEN, accepted: Accepted | None = None) -> Audit:
    return audit(Org(loads(text)), select=codes or ("MAN102",), certainty=certainty, accepted=accepted)


@pytest.fixture
def small() -> Audit:
    return audited(SMALL)


@pytest.fixture
def accepted() -> Audit:
    return audited(SMALL, accepted=Accepted((Waiver("MAN102", "council", "beslutas i mars", "styrelsen"),)))
