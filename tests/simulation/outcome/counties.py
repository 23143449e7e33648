"""A small county before and after: what differs is that the council's recommendations are reported back."""

from __future__ import annotations

from remit.graph.org import Org
from remit.model.files import loads

TOWNS = ("ask", "berg", "cedersta")
COUNTY = """\
remit: 1
model:
  id: {id}
  title: {{sv: "Länet {id}", en: "The county {id}"}}
  as_of: 2020-01-01
  made_up: yes
  coverage: complete
levels: [near, county]
sources: {{report: {{title: Rapporten, year: 2019}}}}
principals:
  region: {{name: Regionen, kind: region}}
  ask: {{name: Asks kommun, kind: municipality}}
  berg: {{name: Bergs kommun, kind: municipality}}
  cedersta: {{name: Cedersta kommun, kind: municipality}}
topics:
  health: {{name: {{sv: hälsa, en: health}}}}
  care: {{name: {{sv: omsorg, en: care}}}}
groups:
  council:
    name: Rådet
    level: county
    source: report#Uppdrag
    territory: [region, ask, berg, cedersta]
    remit: {{topics: [health, care], powers: [recommend]}}
    seats:
      - {{principal: region, count: 3, mandate: {{powers: [recommend]}}}}
      - {{principal: ask, mandate: {{powers: [recommend]}}}}
      - {{principal: berg, mandate: {{powers: [recommend]}}}}
      - {{principal: cedersta, mandate: {{powers: [recommend]}}}}
    recommends_to: {sent}
    report_back: {back}
    meetings_per_year: {meetings}
    meeting_hours: 2
"""


def county(id_: str = "before", *, back: str = "at the next meeting", meetings: int = 4, sent: bool = True) -> Org:
    """The county; ``back``: the report back; ``meetings``: of its council a year; ``sent``: whether the recommendations
    go to the principals for decision.
    """
    to = ", ".join(f"{{to: {one}, for_decision: yes}}" for one in ("region", *TOWNS))
    return Org(loads(COUNTY.format(id=id_, back=back, meetings=meetings, sent=f"[{to}]" if sent else "none")))
