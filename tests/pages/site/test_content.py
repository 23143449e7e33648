"""What each kind of page tells, reasoned out from the example: what is not there, not clear, left for later, not
told, disputed, vacant and shared are told apart in words.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.pages.site.reading import pages_of, site_of, text_of

from remit.api import Organisation


def fact(html: str, label: str) -> str:
    """The value that stands beside a label, with how sure and by whom."""
    found = re.search(
        rf"<dt>(?:<[^>]+>)*{re.escape(label)}(?:</[^>]+>|<span lang=\"en\">.*?</span>)*</dt>(.*?)</div>\n",
        html,
        re.DOTALL,
    )
    assert found, f"no {label}"
    return text_of(f"<main>{found[1]}</main>")


# -- the states of a field, on the page of a group ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Syfte", "samtala om vården belagt [inquiry] Rådet, stycke 1"),
        ("Introduktion för nya", "finns inte uppgivet [inquiry] Intervjuer, stycke 1"),
        ("Ansvarar för introduktionen", "oklart: det sägs vara oklart belagt [inquiry] Intervjuer, stycke 2"),
        ("Koordinator", "lämnat att bestämma senare belagt [inquiry] Rådet, stycke 1"),
        ("Sammankallande", "inte känt: det sägs vara okänt [inquiry] Rådet, stycke 1"),
        ("Svarar inför", "källorna säger inget"),
        ("Möten per år", "2–3 belagt [inquiry] Rådet, stycke 1"),
        ("Status", "i kraft (inget annat sägs)"),
        ("Hur utfallet kommer tillbaka", "oklart: det sägs vara oklart öppet [inquiry] Rådet, stycke 1"),
    ],
)
def test_a_value_and_the_words_for_its_lack_are_told_apart(pages: dict[str, str], label: str, told: str) -> None:
    assert fact(pages["groups/council.html"], label) == told


def test_both_of_two_values_that_contradict_each_other_stand_with_their_places(pages: dict[str, str]) -> None:
    assert fact(pages["groups/council.html"], "Uppdragsdokument") == (
        "uppgifterna säger olika: arbetsordning från 2010 belagt [inquiry] A, stycke 1 "
        "arbetsordning från 2012 belagt [inquiry] B, stycke 2"
    )


def test_what_is_said_of_some_of_a_set_is_only_perhaps_so_of_a_member(pages: dict[str, str]) -> None:
    assert fact(pages["groups/team-b.html"], "Introduktion för nya") == (
        "kanske: finns inte (sägs om de nära grupperna, till större delen; om det gäller just här framgår inte) "
        "uppgivet [inquiry] Intervjuer, stycke 3"
    )
    # a member with a fact of its own is not spoken of
    assert fact(pages["groups/team-a.html"], "Introduktion för nya") == "pärm hos chefen belagt [inquiry]"


def test_a_power_that_is_denied_is_told_as_denied(pages: dict[str, str]) -> None:
    html = pages["groups/council.html"]
    assert fact(html, "Får göra").startswith("samtala rekommendera inte: besluta [inquiry] Slutsats, stycke 9")
    assert "Får samtala och rekommendera. Får inte besluta. Möts 2–3 gånger om året." in text_of(html)


def test_a_remit_that_is_left_for_later_is_told_once_as_such(pages: dict[str, str]) -> None:
    html = pages["groups/officers.html"]
    assert fact(html, "Uppdrag") == "lämnat att bestämma senare belagt [inquiry]"


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., dict[str, str]]:
    """The pages of a model of one group, with one more word in its head."""

    def small(head: str, more: str = "") -> dict[str, str]:
        start = f"remit: 1\nmodel:\n  id: m\n  title: M\n  as_of: 2024-01-01\n  {head}\ngroups: {{g: {{name: G}}}}\n"
        return site_of(tmp_path, start + more)

    return small


Small = Callable[..., dict[str, str]]


def test_a_complete_listing_says_more_than_silence(small: Small) -> None:
    whole, silent = small("coverage: {default: complete}"), small("coverage: {default: unknown}")
    label = "Introduktion för nya"
    assert fact(whole["groups/g.html"], label) == "finns inte (fullständig förteckning)"
    assert fact(silent["groups/g.html"], label) == "modellen säger inget"


# -- seats -------------------------------------------------------------------------------------------------------------


def rows(html: str, section: str) -> list[str]:
    """The rows of the table in a section, as text."""
    part = html[html.index(f'<section id="{section}"') :]
    body = part[part.index("<tbody>") : part.index("</tbody>")]
    return [text_of(f"<main>{row}</main>") for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)]


def test_members_stand_by_principal_with_function_and_mandate(pages: dict[str, str]) -> None:
    ask, shared, region = rows(pages["groups/council.html"], "members")
    assert ask.startswith("Asks kommun 1 st vakant förvaltningschefen i Ask källorna säger inget")
    assert shared.startswith(
        "delas av flera huvudmän (2) Bergs kommun, Cedersta kommun (vems platserna är framgår inte)"
    )
    assert region.startswith("Regionen 3 st källorna säger inget rekommendera I frågor om: vård Står i: reglementet")


def test_a_vacant_seat_a_shared_one_and_none_are_told_apart(pages: dict[str, str]) -> None:
    shown = text_of(pages["groups/council.html"])
    assert "Har en plats som är vakant: Asks kommun Kanske med plats: Bergs kommun, Cedersta kommun Möten" in shown
    assert "Utan egen plats" not in shown
    assert "Ledamöter finns inte belagt" in text_of(pages["groups/lonely.html"])
    assert "Ledamöter källorna säger inget" in text_of(pages["groups/team-b.html"])


def test_a_principal_knows_its_seats_and_which_it_only_shares(pages: dict[str, str]) -> None:
    own = text_of(pages["principals/ask.html"])
    assert "Delade platser" not in own
    assert [row.split(" 1 st")[0] for row in rows(pages["principals/ask.html"], "seats")] == ["Rådet", "Styrgruppen"]
    shared = text_of(pages["principals/berg.html"])
    assert "Platserna delas med andra huvudmän. Det framgår inte vems de är" in shared
    assert "Ingen uppgift om någon plats i en grupp." in text_of(pages["principals/oby.html"])


def test_a_party_that_is_only_perhaps_one_is_told_so(pages: dict[str, str]) -> None:
    assert "Överenskommelser Överenskommelsen belagt" in text_of(pages["principals/ask.html"])
    assert "Överenskommelsen (kanske part: alla parter namnges inte) öppet" in text_of(pages["principals/berg.html"])
    assert "Ingen uppgift om någon överenskommelse." in text_of(pages["principals/oby.html"])
    assert fact(pages["agreements/deal.html"], "Fler parter, som inte namnges") == "flera belagt [inquiry]"
    assert fact(pages["agreements/deal.html"], "Vem") == "oklart: det sägs vara oklart belagt [inquiry]"
    assert "Grupper som vilar på den Rådet" in text_of(pages["agreements/deal.html"])


def test_a_line_stands_as_a_tree_with_its_functions(pages: dict[str, str]) -> None:
    shown = text_of(pages["principals/ask.html"])
    assert "fullmäktige i Ask socialnämnden i Ask (bitr. chefen i Ask, förvaltningschefen i Ask)" in shown
    assert "Ingen uppgift om enheter eller funktioner." in text_of(pages["principals/berg.html"])


# -- ways --------------------------------------------------------------------------------------------------------------


def test_ways_in_and_out_and_those_that_are_not_there(pages: dict[str, str]) -> None:
    shown = text_of(pages["groups/council.html"])
    assert "Styrgruppen bereder ärenden åt den (i fråga om vård) belagt" in shown
    assert shown.count("de nära grupperna lyfter ärenden hit (i vissa fall) belagt") == 1
    assert "ingen väg till verksamheten uppgivet [inquiry] Intervjuer, stycke 5" in shown
    out = text_of(pages["groups/team-b.html"])
    assert "lyfter till Rådet (sägs om de nära grupperna, i vissa fall) öppet" in out


# -- the register ------------------------------------------------------------------------------------------------------


def test_the_register_tells_what_each_principal_decided(pages: dict[str, str]) -> None:
    html = pages["register.html"]
    body = html[html.index("<tbody>") : html.index("</tbody>")]
    told = re.findall(r'data-principal="(\w*)" data-group="(\w*)" data-status="(\w*)"', body)
    assert told == [
        ("ask", "council", "contradiction"),
        ("region", "council", "approved"),
        ("ask", "council", "pending"),
        ("berg", "council", "rejected"),
        ("cedersta", "council", "unknown"),
        ("region", "council", "carried_out"),
        ("region", "officers", "lapsed"),
    ]
    lines = [text_of(f"<main>{row}</main>") for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)]
    assert "bifallet dagen för genomförande har passerat" in lines[1]
    assert "inte avgjort dagen för beslut har passerat" in lines[2]
    assert "avslaget" in lines[3]
    assert "passerat" not in lines[3]
    assert "inget sägs om beslut" in lines[4]
    for part in ("verkställt", "socialnämnden i Ask", "2024-03-01", "17", "D 2024/5", "ja"):
        assert f" {part} " in lines[5]


def test_a_complete_register_says_that_there_is_no_decision(small: Small) -> None:
    more = (
        "principals: {a: {name: A}, b: {name: B}}\n"
        "recommendations: {r: {group: g, to: [a, b], due: 2023-01-01, text: något, "
        "decisions: [{principal: a, outcome: approved}]}}\n"
    )
    whole, silent = small("coverage: {default: complete}", more), small("coverage: {default: unknown}", more)
    assert "inget beslut finns i registret dagen för beslut har passerat" in text_of(whole["register.html"])
    assert "Väntar på beslut Rekommendation" in text_of(whole["principals/b.html"])
    assert "inget sägs om beslut" in text_of(silent["register.html"])
    assert "Vad som hände sägs inte" in text_of(silent["principals/b.html"])
    assert "dagen för beslut" not in text_of(silent["register.html"])


def test_the_day_of_judging_decides_what_is_late(example: Organisation) -> None:
    early = pages_of(example.at(datetime.date(2024, 5, 1)))
    assert "har passerat" not in text_of(early["register.html"])


def test_what_awaits_a_principal_stands_on_its_page(pages: dict[str, str]) -> None:
    ask, region = text_of(pages["principals/ask.html"]), text_of(pages["principals/region.html"])
    waits = ask[ask.index("Väntar på beslut") : ask.index("Vad som hände")]
    assert "att göra det tillsammans" in waits
    assert "att vänta" not in waits
    assert "Inget i registret väntar på huvudmannens beslut." in region


def test_an_empty_register_is_no_proof_that_nothing_was_recommended(small: Small) -> None:
    assert "Det betyder inte att inga har lämnats" in text_of(small("made_up: yes")["register.html"])


def test_a_group_shows_what_it_has_recommended(pages: dict[str, str]) -> None:
    shown = text_of(pages["groups/council.html"])
    part = shown[shown.rindex("Rekommendationer och beslut") : shown.rindex("Introduktion och uppföljning")]
    assert "att göra det tillsammans" in part
    assert "verkställt" in part
    assert "en gammal" not in part


# -- topics, functions, introductions, sources, lists ------------------------------------------------------------------


def test_a_topic_tells_who_has_it_by_itself_or_as_part_of_a_wider_one(pages: dict[str, str]) -> None:
    shown = text_of(pages["topics/discharge.html"])
    assert "Lag A belagt [inquiry]" in shown
    assert "Rådet (som en del av vård)" in shown
    assert "stannar vid steg 7" in shown
    assert "Ingen uppgift om någon grupp som har frågan." in text_of(pages["topics/alone.html"])


def test_a_function_tells_its_line_seats_and_who_reports_to_it(pages: dict[str, str]) -> None:
    shown = text_of(pages["functions/head.html"])
    assert "Uppdragsbeskrivning lämnat att bestämma senare" in shown
    assert "Rapporterar hit bitr. chefen i Ask" in shown
    assert "Rådet 1 st vakant" in shown
    assert "Får: besluta" in text_of(pages["units/ask-board.html"])


def test_an_introduction_says_what_one_may_and_what_nobody_knows(pages: dict[str, str]) -> None:
    shown = text_of(pages["introductions/council.html"])
    assert "Ni får samtala: prata igenom frågor utan att binda någon" in shown
    assert "Ni får inte besluta: bestämma, så att det gäller" in shown
    assert "Ingen är utpekad, vare sig koordinator, sammankallande eller ordförande." in shown
    assert "Alla ledamöters mandat är inte kända. Fråga din huvudman före första mötet" in shown
    rest = shown[shown.index("Vad som inte är bestämt eller inte känt") :]
    places = [rest.index(one) for one in (
        "Finns inte Introduktion för nya", "Sägs vara oklart Ansvarar för introduktionen",
        "uppgifterna säger olika Uppdragsdokument", "Bestäms senare Koordinator", "Ingen källa säger det Målgrupper",
    )]  # fmt: skip
    assert places == sorted(places)
    assert "Syfte" not in rest


def test_sources_tell_what_rests_on_them_and_what_rests_on_none(pages: dict[str, str], small: Small) -> None:
    shown = text_of(pages["sources.html"])
    assert "[inquiry] Utredningen År: 2024. Av: En utredare. Slag: dokument." in shown
    assert re.search(r"Intervjuer Asks kommun: Hur fullt den deltar", shown)
    assert "[minutes] Protokollen Slag: register." in shown
    none = text_of(small("made_up: yes")["sources.html"])
    assert "Modellen anger inga källor." in none


def test_the_index_has_swedish_letters_in_swedish_order(pages: dict[str, str]) -> None:
    html = pages["a-o.html"]
    letters = re.findall(r'<section id="l\d+"><h2>(.*?)</h2>', html)
    assert letters[-1] == "Ö"
    assert letters == sorted(letters, key=lambda one: (one == "Ö", one))
    assert "Öby Huvudman" in text_of(html)


def test_the_front_page_holds_the_whole(pages: dict[str, str]) -> None:
    shown = text_of(pages["index.html"])
    for part in (
        "Påhittat exempel Gällande struktur per 2024-06-30. Källor: Utredningen; Protokollen.",
        "5 Samverkansgrupper 5 Huvudmän 1 Överenskommelse",
        "länet Rådet politiker Styrgruppen tjänstepersoner",
        "nära Lag A Lag B",
        "Nivån sägs inte Ensamgruppen",
        "Asks kommun Bergs kommun Cedersta kommun Regionen",
        "3 rekommendationer i registret.",
        "1 inte avgjort 1 uppgifterna säger olika 1 inget sägs om beslut 1 bifallet 1 verkställt 1 avslaget",
        "2 har passerat sin dag",
        "Ärenden: 1 öppet",
    ):
        assert part in shown
    known = {row.rsplit(" ", 5)[0]: row.split()[-5:] for row in rows(pages["index.html"], "known")}
    # council: none (reported); team-a: told; team-b: perhaps; officers, lonely: silent
    assert known["Introduktion för nya"] == ["1", "0", "1", "1", "2"]
    assert known["Koordinator"] == ["0", "0", "1", "0", "4"]


# -- what may be left out ----------------------------------------------------------------------------------------------


def test_findings_stand_on_the_pages_of_whom_they_are_about_and_may_be_left_out(example: Organisation) -> None:
    with_them, without = pages_of(example), pages_of(example, findings=False)
    assert "Vakant plats brist belagt" in text_of(with_them["groups/council.html"])
    assert set(with_them) - set(without) == {"findings.html"}
    for path, html in without.items():
        assert "findings.html" not in html, path
        assert "Iakttagelser" not in text_of(html), path


def test_names_of_persons_may_be_left_out_of_every_byte(example: Organisation) -> None:
    with_them, without = pages_of(example), pages_of(example, persons=False)
    assert "Kim Hemlig" in with_them["groups/officers.html"]
    assert "persons/kim-hemlig.html" in with_them
    for path, html in without.items():
        assert "emlig" not in path + html, path
    assert "en person (namnet utelämnat)" in text_of(without["groups/officers.html"])


def test_principals_of_whom_the_same_is_told_stand_in_one_row_of_a_group(small: Small) -> None:
    more = (
        "principals: {a: {name: A}, b: {name: B}, c: {name: C}, d: {name: D}, e: {name: E}}\n"
        "recommendations: {r: {group: g, to: [a, b, c, d, e], text: något, "
        "decisions: [{principal: e, outcome: approved, paragraph: '4'}, {principal: d, outcome: approved}]}}\n"
    )
    pages = small("coverage: {default: unknown}", more)
    told = rows(pages["groups/g.html"], "decisions")
    assert [row.split(" ", 2)[1] for row in told] == ["A,", "D", "E"]
    assert "A, B, C inget sägs om beslut" in told[0]
    assert len(re.findall(r"<tr data-principal", pages["register.html"])) == 5


def test_the_front_page_tells_what_is_said_of_the_system_each_thing_once(pages: dict[str, str]) -> None:
    shown = text_of(pages["index.html"])
    told = shown[shown.index("Systemet som helhet") :]
    assert told.startswith("Systemet som helhet Hur det följs upp finns inte belagt [inquiry] Har överblick")
    assert "Var gällande dokument finns oklart: det sägs vara oklart belagt [inquiry] D, stycke 1" in told
    assert "Skyldighet att följa upp" not in told[: told.index("Vad som är känt")]
