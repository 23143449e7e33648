"""What only may be: who perhaps takes part, what perhaps exists, what has ended; a card does not say more."""

from __future__ import annotations

START = """
remit: 1
model: {id: here, title: Here, as_of: 2020-01-01, coverage: {default: complete}}
levels: [near, far]
principals:
  region: {name: Region, kind: region}
  ask: {name: Ask, kind: municipality}
  berg: {name: Berg, kind: municipality}
units:
  home: {name: Home, principal: ask, level: near}
  house: {name: House, principal: berg, level: far}
groups:
  team: {name: Team, level: near, kind: officials, seats: [region, ask]}
"""
MAY_SIT = "seats: [region, {principal: ask, modality: may}]"


def marked(seen, identifier):
    """The words on the card of an entity, and how sure each is."""
    return [(tag["text"][0], tag["certainty"]) for tag in seen.of(identifier)["tags"]]


def test_who_only_may_have_a_seat_is_told_on_a_mark_and_not_beside_the_name(look):
    sure = look(START)
    assert (sure.cell("team"), sure.of("team")["with"]) == (("near", "Ask"), ["med Region", "with Region"])
    assert sure.of("team")["principals"] == ["ask", "region"]
    for seat in ("{principal: ask, modality: may}", "{principal: ask, basis: risk}"):
        seen = look(START.replace("seats: [region, ask]", f"seats: [region, {seat}]"))
        card = seen.of("team")
        assert (seen.cell("team"), card["with"]) == (("near", "Samverkan"), None), seat
        assert card["principals"] == ["region"]
        assert marked(seen, "team")[0] == ("kanske Ask", "open")


def test_where_all_only_may_be_the_place_is_theirs_and_the_mark_says_so(look):
    seats = "seats: [{principal: region, modality: may}, {principal: ask, modality: may}]"
    seen = look(START.replace("seats: [region, ask]", seats))
    assert (seen.cell("team"), seen.of("team")["with"]) == (("near", "Ask"), None)
    assert marked(seen, "team")[0] == ("kanske Ask och Region", "open")


def test_a_party_that_only_may_be_is_no_party_in_the_picture(look):
    pact = "agreements:\n  pact: {{name: Pact, level: far, parties: [region, ask, {}]}}\n"
    sure = look(START + pact.format("berg"))
    assert (sure.cell("pact"), sure.of("pact")["principals"]) == (("far", "Samverkan"), ["ask", "berg", "region"])
    seen = look(START + pact.format("{to: berg, modality: may}"))
    assert (seen.cell("pact"), seen.of("pact")["with"]) == (("far", "Ask"), ["med Region", "with Region"])
    assert seen.of("pact")["principals"] == ["ask", "region"]
    assert ("kanske Berg", "open") in marked(seen, "pact")


def test_parties_that_no_source_names_are_perhaps_those_among_whom_they_are(look):
    text = START + "agreements:\n  pact: {name: Pact, level: far, parties: region, possible_parties: [ask, berg]}\n"
    seen = look(text)
    assert ("kanske Ask och Berg", "open") in marked(seen, "pact")
