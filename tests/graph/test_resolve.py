"""Facts are resolved once: silence, sets, extents, contradictions and coverage in one place."""

from __future__ import annotations

from remit.graph.org import Org
from remit.graph.resolve import Origin
from remit.model.facts import Degree, Extent, State
from remit.model.files import loads

HEAD = "remit: 1\nmodel: {id: case, title: case, as_of: 2020-01-01, coverage: {default: %s}}\n"


def org(text: str, coverage: str = "complete") -> Org:
    return Org(loads(HEAD % coverage + text))


def test_left_out_is_none_where_the_listing_is_complete_and_unknown_elsewhere() -> None:
    text = "groups: {g: {name: G}}\n"
    assert org(text).thing("g").fact("introduction").state == State.NONE
    assert org(text, "partial").thing("g").fact("introduction").state == State.UNKNOWN
    assert org(text, "unknown").thing("g").fact("introduction").state == State.UNKNOWN


def test_an_attribute_that_everything_has_is_unknown_when_left_out_whatever_the_coverage() -> None:
    assert org("groups: {g: {name: G}}\n").thing("g").fact("level").state == State.UNKNOWN


def test_a_default_of_the_kind_holds_when_left_out() -> None:
    fact = org("groups: {g: {name: G}}\n", "unknown").thing("g").fact("status")
    assert (fact.value, fact.origin, fact.degree) == ("in_force", Origin.DEFAULT, Degree.ESTABLISHED)


def test_a_written_unknown_stays_unknown_under_complete_coverage() -> None:
    assert org("groups: {g: {name: G, introduction: unknown}}\n").thing("g").fact("introduction").state == State.UNKNOWN


def test_the_parts_of_a_remit_that_is_none_are_none_with_its_certainty() -> None:
    fact = org("groups: {g: {remit: {value: none, basis: interviewees}}}\n").thing("g").fact("remit.topics")
    assert (fact.state, fact.degree) == (State.NONE, Degree.REPORTED)


def test_a_deferred_remit_may_have_stated_topics() -> None:
    g = org("topics: {t: {}}\ngroups: {g: {remit: {value: deferred, topics: [t]}}}\n").thing("g")
    assert g.fact("remit").state == State.DEFERRED
    assert g.fact("remit.topics").values == ("t",)
    assert g.fact("remit.powers").state == State.DEFERRED


def test_what_is_said_of_all_holds_for_each_member_without_a_fact_of_its_own() -> None:
    o = org(
        "sets: {s: {of: group, where: {kind: officials}}}\n"
        "groups: {a: {kind: officials}, b: {kind: officials, introduction: unknown}, "
        "c: {kind: officials, introduction: Yes}}\n"
        "facts: [[s, introduction, none, '', all, interviewees]]\n",
        "unknown",
    )
    assert (o.thing("a").fact("introduction").state, o.thing("a").fact("introduction").degree) == (
        State.NONE,
        Degree.REPORTED,
    )
    assert o.thing("b").fact("introduction").state == State.UNKNOWN
    assert o.thing("c").fact("introduction").state == State.VALUE


def test_what_is_said_of_most_is_the_sets_and_each_member_stays_unknown_marked_possibly() -> None:
    o = org(
        "sets: {s: {of: group, where: {kind: officials}}}\n"
        "groups: {a: {kind: officials}, b: {kind: officials}}\n"
        "facts: [[s, introduction, none, '', most, author]]\n"
    )
    fact = o.thing("a").fact("introduction")
    assert (fact.state, fact.possibly) == (State.UNKNOWN, (State.NONE, None))
    several = o.subjects("group")[-1]
    assert (several.id, several.fact("introduction").state) == ("s", State.NONE)


SAID_TWICE = """\
sources: {s: {title: S}}
groups: {a: {name: A}, b: {name: B}}
sets: {both: {name: Both, of: group, members: [a, b]}}
facts:
"""


def said_twice(*rows: str) -> Org:
    return org(SAID_TWICE + "".join(f"  - [both, assignment, {row}]\n" for row in rows), "partial")


def test_two_things_said_of_some_of_a_set_both_hold_and_the_lack_counts_in_whatever_order_they_are_written() -> None:
    rows = ('none, "", some, interviewees', 'Rules, "", some, author')
    for written in (rows, rows[::-1]):
        fact = said_twice(*written).resolver.set_fact("both", Extent.SOME, "assignment")
        assert (fact.state, fact.degree) == (State.NONE, Degree.REPORTED)
        assert said_twice(*written).thing("a").fact("assignment").possibly == (State.NONE, None)


def test_the_same_said_twice_of_some_of_a_set_counts_as_the_surer_says_with_both_sources() -> None:
    rows = ('none, "", some, interviewees, s#1', 'none, "", some, author, s#2')
    for written in (rows, rows[::-1]):
        fact = said_twice(*written).resolver.set_fact("both", Extent.SOME, "assignment")
        assert fact.degree == Degree.ESTABLISHED
        assert {source.section for source in fact.sources} == {"1", "2"}


def test_two_things_said_of_most_of_a_set_cannot_both_hold() -> None:
    rows = ('none, "", most, author', 'Rules, "", most, author')
    fact = said_twice(*rows).resolver.set_fact("both", Extent.MOST, "assignment")
    assert (fact.state, fact.origin, len(fact.said)) == (State.UNKNOWN, Origin.CONTRADICTION, 2)


def test_two_words_that_differ_resolve_to_unknown_and_both_are_kept() -> None:
    fact = (
        org("groups: {g: {places_per_agenda: {values: [{value: 3}, {value: 5}]}}}\n")
        .thing("g")
        .fact("places_per_agenda")
    )
    assert (fact.state, fact.origin) == (State.UNKNOWN, Origin.CONTRADICTION)
    assert {said.value for said in fact.said} == {3, 5}


def test_a_list_on_which_sources_disagree_holds_and_lacks_nothing_for_certain_whatever_is_written_first() -> None:
    lists = ["{values: [[a], [b]]}", "{values: [[b], [a]]}", "{values: [[a, b], none]}", "{values: [none, [a, b]]}"]
    for told in lists:
        fact = (
            org(f"topics: {{a: {{}}, b: {{}}, c: {{}}}}\ngroups: {{g: {{remit: {{topics: {told}}}}}}}\n")
            .thing("g")
            .fact("remit.topics")
        )
        assert (fact.origin, sorted(fact.values)) == (Origin.CONTRADICTION, ["a", "b"])
        assert {fact.has(topic).degree for topic in "abc"} == {Degree.OPEN}
        assert {fact.lacks(topic).degree for topic in "abc"} == {Degree.OPEN}


def test_routes_on_which_sources_disagree_are_open() -> None:
    o = org("groups: {a: {}, b: {}, g: {escalates_to: {values: [[a], [b]]}}}\n")
    assert [(edge.target, edge.holds.degree) for edge in o.out("g")] == [("a", Degree.OPEN), ("b", Degree.OPEN)]


def test_what_is_said_of_a_single_item_is_no_part_of_a_dispute_on_the_list() -> None:
    fact = (
        org(
            "topics: {a: {}, b: {}, c: {}}\ngroups: {g: {remit: {topics: {values: [[a], [b]]}}}}\n"
            "facts: [[g, remit.topics, yes, c]]\n"
        )
        .thing("g")
        .fact("remit.topics")
    )
    assert (fact.has("a").degree, fact.has("c").degree) == (Degree.OPEN, Degree.ESTABLISHED)


def test_an_item_that_is_both_said_to_be_there_and_not_is_open_and_those_beside_it_are_as_they_are() -> None:
    fact = (
        org(
            "topics: {a: {}, b: {}}\ngroups: {g: {remit: {topics: [a, b]}}}\nfacts: [[g, remit.topics, none, a]]\n",
        )
        .thing("g")
        .fact("remit.topics")
    )
    assert [fact.has(topic).degree for topic in "ab"] == [Degree.OPEN, Degree.ESTABLISHED]
    assert [fact.lacks(topic).degree for topic in "ab"] == [Degree.OPEN, Degree.NO]
    assert fact.has(lambda topic: topic in "ab").degree == Degree.ESTABLISHED


def test_a_body_whose_principals_are_disputed_belongs_to_none_for_certain() -> None:
    o = org(
        "principals: {a: {kind: municipality}, b: {kind: municipality}}\n"
        "functions: {f: {principal: {values: [[a], [b]]}}}\njoint_bodies: {j: {members: {values: [[a], [b]]}}}\n"
        "units: {u: {principal: {values: [[a], [b]]}}}\n"
    )
    assert {one: (o.principals_of(one), o.owners_open(one)) for one in "fju"} == dict.fromkeys("fju", ((), True))


def test_two_sources_that_agree_are_one_fact_with_both_sources_and_the_best_certainty() -> None:
    fact = (
        org(
            "sources: {x: {title: X}, y: {title: Y}}\n"
            "groups: {g: {introduction: {values: ["
            "{value: none, source: x, basis: interviewees}, {value: none, source: y}]}}}\n"
        )
        .thing("g")
        .fact("introduction")
    )
    assert (fact.state, fact.degree, {s.document for s in fact.sources}) == (State.NONE, Degree.ESTABLISHED, {"x", "y"})


def test_coverage_of_a_selection_counts_before_coverage_of_the_whole() -> None:
    o = Org(
        loads(
            "remit: 1\nmodel: {id: c, title: c, as_of: 2020-01-01, coverage: {default: unknown, selections: "
            "[{of: group, field: introduction, where: {kind: political}, is: complete}]}}\n"
            "groups: {a: {kind: political}, b: {kind: officials}}\n"
        )
    )
    assert o.thing("a").fact("introduction").state == State.NONE
    assert o.thing("b").fact("introduction").state == State.UNKNOWN


def test_a_stated_list_of_powers_is_whole_and_a_negative_item_says_no_by_itself() -> None:
    o = org(
        "groups: {a: {remit: {powers: [discuss]}}, b: {remit: {powers: [{to: decide, value: none}]}}, "
        "c: {remit: unknown}}\n",
        "unknown",
    )
    assert o.lacks_power(o.thing("a"), "remit", "decide").degree == Degree.ESTABLISHED
    assert o.lacks_power(o.thing("b"), "remit", "decide").degree == Degree.ESTABLISHED
    assert o.lacks_power(o.thing("c"), "remit", "decide").degree == Degree.OPEN


def test_for_whom_somebody_can_conclude_agreements_is_whole_where_it_is_told() -> None:
    o = org("principals: {ask: {}, berg: {}}\nunits: {office: {principal: ask, binds: [ask]}}\n", "unknown")
    assert o.thing("office").fact("binds").lacks("berg").degree == Degree.ESTABLISHED


def test_a_higher_power_holds_the_lower_ones() -> None:
    o = org("groups: {a: {remit: {powers: [decide]}}}\n")
    assert o.power(o.thing("a"), "remit", "discuss").degree == Degree.ESTABLISHED


def test_what_may_be_is_open() -> None:
    o = org("groups: {a: {modality: may}, b: {modality: shall}}\n", "unknown")
    assert o.in_force(o.thing("a")).degree == Degree.OPEN
    assert o.in_force(o.thing("b")).degree == Degree.ESTABLISHED


def test_a_principal_among_those_that_share_seats_is_possibly_seated() -> None:
    o = org(
        "principals: {p: {}, q: {}, r: {}}\n"
        "groups: {a: {seats: [{shared_by: [p, q], count: 1}, r]}, b: {seats: [{shared_by: [p, q], count: 2}]}}\n"
    )
    assert o.seated(o.thing("a"), "p").degree == Degree.OPEN
    assert o.seated(o.thing("a"), "r").degree == Degree.ESTABLISHED
    assert o.seated(o.thing("b"), "p").degree == Degree.ESTABLISHED


def test_a_topic_covers_what_is_below_it() -> None:
    o = org("topics: {care: {}, home: {part_of: care}}\ngroups: {a: {remit: {topics: [care]}}}\n")
    assert o.covers(o.thing("a").fact("remit.topics"), "home").degree == Degree.ESTABLISHED
    assert not o.covers_topic("home", "care")


def test_of_two_lists_told_of_most_of_one_set_no_item_is_sure_but_what_is_told_of_an_item_alone() -> None:
    o = org(
        "topics: {a: {}, b: {}, c: {}}\nsets: {s: {members: [g, h]}}\ngroups: {g: {}, h: {}}\nfacts:\n"
        "- [s, remit.topics, [a], '', most, author]\n- [s, remit.topics, [b], '', most, author]\n"
        "- [s, remit.topics, yes, c, most, author]\n"
    )
    topics = o.resolver.set_fact("s", Extent.MOST, "remit.topics")
    assert [topics.has(topic).degree for topic in "abc"] == [Degree.OPEN, Degree.OPEN, Degree.ESTABLISHED]
