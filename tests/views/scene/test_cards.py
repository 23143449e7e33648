"""What the cards say, which edges join them, and how what is missing, unclear or only said of a set is shown."""

from __future__ import annotations

START = """
remit: 1
model: {id: here, title: Here, as_of: 2020-01-01, coverage: {default: unknown}}
sources: {report: {title: The report}}
levels: [near, far]
topics: {care: {name: care}, young: {name: the young, part_of: care}}
principals:
  region: {name: Region, kind: region}
  ask: {name: Ask, kind: municipality}
  berg: {name: Berg, kind: municipality}
sets:
  locals: {name: the local groups, of: group, where: {level: near}}
groups:
  council: {name: Council, level: far, kind: political, remit: {powers: [decide], topics: care},
    seats: [region, ask, berg]}
  team-ask: {name: Team Ask, level: near, kind: officials, remit: deferred, seats: [region, ask]}
  team-berg: {name: Team Berg, level: near, kind: officials, seats: [region, berg]}
"""


def facts(*rows: str) -> str:
    return START + "facts:\n" + "".join(f"  - {row}\n" for row in rows)


def test_a_card_tells_who_meets_and_what_is_left_to_be_settled(look):
    seen = look(START)
    assert seen.of("council")["shape"] == "political"
    assert seen.of("council")["decides"]
    assert seen.of("council")["topics"] == ["care"]
    assert "care" in seen.of("council")["search"]
    assert seen.tags("team-ask") == ["tjänstepersoner", "uppdrag bestäms senare"]
    assert [tag["state"] for tag in seen.of("team-ask")["tags"]] == ["value", "deferred"]
    assert not seen.of("team-ask")["decides"]


def test_silence_is_no_word_on_a_card(look):
    assert look(START).tags("team-berg") == ["tjänstepersoner"]


def test_at_most_three_words_the_most_telling_first(look):
    text = facts(
        '[council, channel, unclear, decision, "", author]',
        '[council, owner, none, "", all, interviewees]',
        '[council, assignment, none, "", all, author]',
        '[council, decision_step, unclear, "", all, author]',
    )
    told = look(text).of("council")["tags"]
    assert [(tag["text"][0], tag["certainty"]) for tag in told] == [
        ("politiker", "established"),
        ("väg till beslut oklar", "established"),
        ("uppdragsdokument saknas", "established"),
    ]


def test_what_is_told_of_some_of_a_set_starts_from_a_card_of_the_set(look):
    seen = look(facts("[locals, escalates_to, yes, council, some, interviewees, report#Ways/2]"))
    card = seen.card("locals")
    assert card["name"] == ["the local groups, i vissa fall", "the local groups, in some cases"]
    assert card["folded"] == ["team-ask", "team-berg"]
    assert (card["shape"], seen.cell("locals")) == ("set", ("near", "Samverkan"))
    (edge,) = seen.edges("locals", "council")
    assert (edge["certainty"], edge["extent"], edge["state"]) == ("reported", "some", "value")
    assert edge["sources"] == [["report", "Ways", 2]]
    # what it only may be of each is not drawn once more
    assert sorted(edge["members"]) == [["team-ask", "council"], ["team-berg", "council"]]
    assert not seen.edges("team-ask", "council")
    assert seen.of("team-ask")["id"] == "team-ask"  # a member keeps its own card


def test_what_is_told_of_all_of_a_set_is_told_of_each(look):
    seen = look(facts("[locals, escalates_to, yes, council, all, author]"))
    assert seen.scene["entities"]["locals"]["card"] is None
    assert seen.edges("team-ask", "council")[0]["certainty"] == "established"
    assert seen.edges("team-berg", "council")[0]["extent"] is None


def test_a_link_that_is_denied_is_drawn_as_denied(look):
    seen = look(facts("[team-ask, linked_to, none, council, all, interviewees]"))
    (edge,) = seen.edges("team-ask", "council")
    assert (edge["state"], edge["certainty"]) == ("none", "reported")
    assert edge["text"] == ["är knuten till: finns inte", "is linked to: none"]


def test_an_unclear_link_is_no_link_and_no_denial(look):
    seen = look(START.replace("remit: deferred", "linked_to: [{to: council, value: unclear}]"))
    (edge,) = seen.edges("team-ask", "council")
    assert edge["state"] == "unclear"


def test_one_way_of_many_on_one_card_is_one_edge(look):
    more = "".join(f"  f{n}: {{name: nurse, principal: ask, escalates_to: council}}\n" for n in range(3))
    seen = look(START + "functions:\n" + more)
    (edge,) = seen.edges("f0", "council")
    assert edge["members"] == [["f0", "council"], ["f1", "council"], ["f2", "council"]]
    assert seen.of("f2")["name"] == ["nurse (3 st)", "nurse (3)"]


def test_principals_to_whom_a_way_leads_stand_on_a_card_of_their_column(look):
    seen = look(START.replace("remit: deferred", "recommends_to: [ask, region]"))
    assert seen.of("ask")["shape"] == "principal"
    assert seen.cell("ask") == ("beslutande organ, nivå ej angiven", "Ask")
    assert seen.edges("team-ask", "ask")
    assert seen.scene["entities"]["berg"]["card"] is None  # nothing leads to it: it is its column alone


def test_ways_that_all_lead_to_a_whole_family_lead_to_one_card_over_it(look):
    to_all = START.replace("remit: deferred", "recommends_to: [ask, berg, region]")
    seen = look(to_all)
    assert seen.of("ask")["id"] == seen.of("berg")["id"]
    assert seen.of("ask")["name"] == ["2 kommuner", "2 municipalities"]
    assert (seen.of("ask")["span"], seen.columns()[seen.of("ask")["column"]]) == (2, "Ask")
    (edge,) = seen.edges("team-ask", "berg")
    assert edge["members"] == [["team-ask", "ask"], ["team-ask", "berg"]]
    one_more = look(to_all.replace("kind: officials, seats: [region, berg]", "informs: berg, seats: [region, berg]"))
    assert one_more.of("ask")["id"] != one_more.of("berg")["id"]  # a way leads to one of them alone


def test_facts_carry_who_says_so_and_how_sure_it_is(look):
    seen = look(facts(
        '[team-berg, title, Board, "", all, interviewees, report#Names]',
        '[locals, introduction, none, "", most, author, report#Members/3]',
        '[locals, convener, the region, "", all, author]',
    ))  # fmt: skip
    (title,) = seen.facts("team-berg", "vad den också benämns, som titel")
    assert (title["value"], title["certainty"], title["basis"]) == (
        "Board",
        "reported",
        ["de intervjuade", "interviewees"],
    )
    assert title["sources"] == [["report", "Names", 0]]
    (told,) = seen.facts("team-berg", "introduktionsrutinen för nya ledamöter")
    assert (told["state"], told["certainty"]) == ("none", "open")  # of this one it is only possible
    assert told["note"][0] == "sagt om the local groups, till större delen; vilka det gäller framgår inte"
    (of_set,) = seen.facts("locals", "introduktionsrutinen för nya ledamöter")
    assert (of_set["state"], of_set["certainty"]) == ("none", "established")
    (each,) = seen.facts("team-ask", "regeln för vem som är sammankallande")
    assert (each["value"], each["note"][0]) == ("the region", "sagt om the local groups")
    (asked,) = seen.facts("team-ask", "möten per år")
    assert (asked["state"], asked["value"]) == ("unknown", None)


def test_sources_that_disagree_are_both_told(look):
    text = START.replace(
        "kind: political,",
        "kind: political, meetings_per_year: {values: [{value: 4}, {value: 6}]},",
    )
    told = look(text).facts("council", "möten per år")
    assert [(one["value"], one["certainty"], one["note"][0]) for one in told] == [
        ("4", "open", "källorna säger olika"),
        ("6", "open", "källorna säger olika"),
    ]


def test_counts_tell_how_much_is_known_and_how(look):
    seen = look(START)
    told = [fact for one in seen.scene["entities"].values() for fact in one["facts"]]
    assert sum(seen.scene["counts"].values()) == len(told)
    assert seen.scene["counts"]["unknown"] == sum(one["state"] == "unknown" for one in told) > 0


def test_a_hostile_name_is_text_like_any_other(look):
    name = "</script><b>&amp;\u202e{0}%s"
    seen = look(START.replace("name: Council", f'name: "{name}"'))
    assert seen.of("council")["name"] == name
