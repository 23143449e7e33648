"""A page per agreement."""

from __future__ import annotations

from collections.abc import Iterator

from remit.views.pages.site import blocks
from remit.views.pages.site import texts as t
from remit.views.pages.site.blocks import Block
from remit.views.pages.site.facts import Facts
from remit.views.pages.site.frame import Page, Site

ABOUT = (
    "parties",
    "unnamed_parties",
    "possible_parties",
    "concluded_by",
    "count",
    "level",
    "scope",
    "topics",
    "populations",
    "required_by",
    "required_for",
    "valid_from",
    "valid_to",
    "registry_number",
    "status",
)
BRIEF = (
    "unnamed_parties",
    "possible_parties",
    "concluded_by",
    "count",
    "required_by",
    "required_for",
    "registry_number",
    "valid_to",
)
CONTENT = ("who", "what", "when", "how", "goal", "economy", "starts_from_needs", "covers_providers")
FOLLOW_UP = ("follow_up.duty", "follow_up.owner", "follow_up.document", "indicators")


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The pages of the agreements."""
    named = facts.references
    for agreement in site.sorted_things("agreement"):
        under = [one.by for one in named.by(agreement.id, "group", "agreement")]
        content = [
            blocks.about(facts, agreement, ABOUT, BRIEF),
            Block("says", t.CONTENT, "facts", facts.many(agreement.id, *CONTENT)),
            Block("groups", t.GROUPS_UNDER, "refs", under, empty=t.NO_GROUPS_UNDER),
            Block("follow-up", t.FOLLOWED_UP, "facts", facts.many(agreement.id, *FOLLOW_UP)),
            blocks.others(facts, agreement, (*ABOUT, *CONTENT, *FOLLOW_UP)),
            blocks.mentions(named.of(agreement.id, ("group", "agreement"))),
        ]
        yield blocks.page(site, agreement, content, facts)
