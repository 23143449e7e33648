"""What is told of a thing or relation is what the source says of just that: its value, certainty, basis and limits."""

from __future__ import annotations

HEAD = """
remit: 1
model: {id: here, title: Here, as_of: 2020-01-01, source: doc, basis: decided, coverage: {default: partial}}
sources: {doc: {title: The document, year: 2019}}
levels: [near, far]
principals:
  region: {name: The region, kind: region}
  ask: {name: Ask, kind: municipality}
topics: {care: {name: Care}, school: {name: School}}
"""


def test_each_relation_of_a_line_is_as_sure_as_what_is_said_of_it(look):
    """One superior is told by interviewees, another by a document: the surer must not lend the other its sureness."""
    seen = look(
        HEAD
        + """
functions:
  head:
    name: Head
    principal: ask
    reports_to: [{to: told, basis: interviewees}, {to: sure}, {to: never, value: none}, {to: maybe, modality: may}]
  told: {name: Told, principal: ask}
  sure: {name: Sure, principal: ask}
  never: {name: Never, principal: ask}
  maybe: {name: Maybe, principal: ask}
groups:
  a: {name: A, level: near, seats: [region, ask], escalates_to: head}
"""
    )
    found = {one["members"][0][1]: (one["state"], one["certainty"]) for one in seen.scene["edges"]
             if one["relation"] == "reports_to"}  # fmt: skip
    assert found == {
        "told": ("value", "reported"),
        "sure": ("value", "established"),
        "never": ("none", "established"),
        "maybe": ("value", "open"),
    }
