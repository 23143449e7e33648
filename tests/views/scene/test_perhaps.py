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


def status(look, text, identifier="team"):
    """What the card of an entity says of its being in force, and how sure the card is."""
    card = look(text).of(identifier)
    return (card["status"][0] if card["status"] else None), card["certainty"]


def team(words):
    """The model with more said of the group."""
    return START.replace("{name: Team,", f"{{name: Team, {words},")


def test_what_had_its_last_day_has_ended_whatever_its_status_says(look):
    assert status(look, START) == (None, "established")
    assert status(look, team("until: 2019-12-31")) == ("har upphört", "established")
    assert status(look, team("until: 2020-01-01")) == (None, "established")  # its last day is today
    assert status(look, team("until: 2019-12-31, status: practised")) == ("har upphört", "established")
    assert status(look, team("status: ended")) == ("har upphört", "established")
    assert status(look, team("since: 2020-03-01")) == ("gäller ännu inte", "established")
    assert status(look, team("since: 2020-03-01, status: under_development")) == ("under utveckling", "established")


def test_a_status_that_is_not_sure_says_how_sure_it_is(look):
    assert status(look, team("status: {value: ended, modality: may}"))[0] == "har upphört (öppet)"
    assert status(look, team("status: {value: ended, basis: interviewees}"))[0] == "har upphört (uppgivet)"
    assert status(look, team("until: {value: 2019-12-31, basis: risk}"))[0] == "har upphört (öppet)"
    assert status(look, team("status: unclear")) == ("oklart om i kraft", "open")
    assert status(look, team("status: unknown")) == ("okänt om i kraft", "open")
    disagree = "status: {values: [{value: ended}, {value: in_force}]}"
    assert status(look, team(disagree)) == ("oklart om i kraft", "open")


def test_that_it_only_may_exist_is_said_first_and_is_never_cut(look):
    more = "modality: may, remit: none, assignment: none, owner: none, decision_step: none"
    seen = look(team(more))
    assert len(seen.of("team")["tags"]) == 3
    assert marked(seen, "team")[0] == ("kan finnas", "open")
    assert seen.of("team")["certainty"] == "open"
    # if it is there, it is theirs: that is not told once more
    assert seen.of("team")["with"] == ["med Region", "with Region"]
    assert "kanske" not in " ".join(seen.tags("team"))


def test_what_has_ended_does_not_hide_in_a_stack_of_what_lives(look):
    group = "  same-{n}: {{name: Same, level: far, kind: officials, seats: [region, ask, berg]{more}}}\n"
    alike = START + group.format(n=1, more="") + group.format(n=2, more="")
    assert look(alike).of("same-1")["folded"] == ["same-1", "same-2"]
    seen = look(START + group.format(n=1, more="") + group.format(n=2, more=", until: 2019-01-01"))
    assert seen.of("same-1")["folded"] == []
    assert seen.of("same-2")["status"][0] == "har upphört"
    helps = "coordinators:\n  one: {name: One, covers: [region, ask], levels: far}\n"
    helps += "  two: {name: Two, covers: [region, ask], levels: far, until: 2019-01-01}\n"
    stack = look(START.replace("default: complete", "default: unknown") + helps).of("one")
    assert stack["folded"] == ["one", "two"]
    assert [tag["text"][0] for tag in stack["tags"]] == ["1 har upphört"]


def test_nobody_is_said_to_decide_by_what_is_open(look):
    unit = START.replace("{name: House,", "{name: House, kind: assembly,")
    assert look(unit).of("house")["decides"]
    seen = look(START.replace("{name: House,", "{name: House, kind: {value: assembly, modality: may},"))
    assert not seen.of("house")["decides"]
    assert look(team("remit: {powers: decide}")).of("team")["decides"]
    assert not look(team("remit: {powers: decide, until: 2019-01-01}")).of("team")["decides"]  # it may have run out


def test_a_way_of_what_has_ended_is_not_drawn_as_one_that_is(look):
    way = "  other: {name: Other, level: far, seats: [region, ask, berg], escalates_to: team, informs: home}\n"
    (edge,) = look(START + way).edges("other", "team")
    assert edge["certainty"] == "established"
    for words in ("until: 2019-12-31", "status: ended", "status: under_development", "since: 2020-02-01"):
        seen = look(team(words) + way)
        assert [one["certainty"] for one in seen.edges("other", "team")] == ["open"], words
        assert [one["certainty"] for one in seen.edges("other", "home")] == ["established"]  # between what lives
    seen = look(START + way.replace("{name: Other,", "{name: Other, until: 2019-12-31,"))
    assert [one["certainty"] for one in seen.edges("other", "home")] == ["open"]
