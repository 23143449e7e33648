"""Several models side by side, as text and as Markdown."""

from __future__ import annotations

from remit.model.facts import Degree
from remit.queries.comparison import Comparison
from remit.views import texts as t
from remit.views.harmless import markdown as safe
from remit.views.layout import Page, letter
from remit.views.report_markdown import table


def render(found: Comparison, lang: str, *, width: int = 100, colour: bool = False) -> str:
    """The table of rules by models, and what they share."""
    page = Page(width, colour)
    page.heading(_title(found, lang), underline="=")
    for place, text in enumerate(models(found, lang)):
        page.labelled(letter(place), text)
    page.blank()
    page.paragraph(t.COMPARISON_MEANS.get(lang))
    page.blank()
    page.table(matrix(found, lang))
    for label, codes in lists(found, lang):
        page.heading(label)
        page.paragraph(", ".join(codes) or t.NONE_AT_ALL.get(lang), indent=2)
    return page.text()


def render_markdown(found: Comparison, lang: str) -> str:
    """The same as Markdown."""
    out = [f"# {safe(_title(found, lang))}", ""]
    out += [f"- **{letter(place)}**: {safe(text)}" for place, text in enumerate(models(found, lang))]
    out += ["", safe(t.COMPARISON_MEANS.get(lang)), "", *table(matrix(found, lang)), ""]
    for label, codes in lists(found, lang):
        out += [f"## {safe(label)}", "", ", ".join(codes) or t.NONE_AT_ALL.get(lang), ""]
    return "\n".join(out).rstrip("\n") + "\n"


def models(found: Comparison, lang: str) -> list[str]:
    """A line for each model: its title, its date, how many findings."""
    return [
        f"{audit.title.get(lang)} ({audit.on.isoformat()}): " + t.count(len(audit), t.FINDING_ONE, t.FINDING_MANY, lang)
        for audit in found.audits
    ]


def matrix(found: Comparison, lang: str) -> list[list[str]]:
    """Rules by models; the first row is the head."""
    rows = [[t.RULE_HEAD.get(lang), *(letter(place) for place in range(len(found.audits)))]]
    rows += [
        [f"{rule.code} {rule.title.get(lang)}", *(_cell(count) for count in found.counts(rule.code))]
        for rule in found.rules()
    ]
    return rows


def lists(found: Comparison, lang: str) -> list[tuple[str, list[str]]]:
    """What all models share, and what each has alone."""
    told = [(t.IN_ALL_MODELS.get(lang), found.shared())]
    for place, audit in enumerate(found.audits):
        told.append((t.fill(t.ONLY_IN, lang, letter=letter(place), title=audit.title), found.only(place)))
    return told


def _title(found: Comparison, lang: str) -> str:
    return t.fill(t.COMPARISON_OF, lang, n=len(found.audits))


def _cell(count: dict[Degree, int]) -> str:
    """``2+1?``: two established, one open; ``~`` marks what is reported."""
    signs = {Degree.ESTABLISHED: "", Degree.REPORTED: "~", Degree.OPEN: "?"}
    return " + ".join(f"{n}{signs[degree]}" for degree, n in count.items()) or "–"
