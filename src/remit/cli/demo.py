"""The demonstration: the shipped models audited, and the results in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from remit.cli import output
from remit.cli import texts as t
from remit.cli.commands import render_audit, render_loops
from remit.views.harmless import markdown as safe

SUFFIX = {"text": ".txt", "markdown": ".md", "json": ".json"}
README = "README.md"


def write(folder: Path, lang: str) -> Iterator[Path]:
    """Write every result and give its path, the page to open first last."""
    from remit import api
    from remit.model.files import shipped
    from remit.views.loops_text import per_cent

    rows = [[head.get(lang) for head in t.DEMO_HEADS]]
    folder.mkdir(parents=True, exist_ok=True)
    for name in shipped():
        output.tell(t.DEMO_AUDITING.get(lang).format(name=name))
        organisation = api.load(name)
        result, loops = organisation.audit(), organisation.loops()
        place = folder / name
        place.mkdir(exist_ok=True)
        for form, suffix in SUFFIX.items():
            for what, text in (
                ("audit", render_audit(result, form, lang)),
                ("loops", render_loops(loops, form, lang)),
            ):
                output.save(place / f"{what}{suffix}", text)
                yield place / f"{what}{suffix}"
        yield organisation.map(lang=lang).save(place / "map.html")
        low, high = (per_cent(end, lang) for end in loops.closure)
        title = safe(organisation.model.head.title.get(lang))
        links = f"[{name}]({name}/audit.md), [{t.DEMO_MAP.get(lang)}]({name}/map.html)"
        rows.append([links, title, organisation.on.isoformat(), str(len(result)), f"{low}–{high} %"])
    output.save(folder / README, _readme(rows, lang))
    yield folder / README


def _readme(rows: list[list[str]], lang: str) -> str:
    table = ["| " + " | ".join(row) + " |" for row in (rows[0], ["---"] * len(rows[0]), *rows[1:])]
    again = t.DEMO_AGAIN.get(lang).format(name="vasterbotten-2017", code="MAN102")
    parts = (f"# {t.DEMO_TITLE.get(lang)}", t.DEMO_INTRO.get(lang), "\n".join(table), t.DEMO_FILES.get(lang), again)
    return "\n\n".join(parts) + "\n"
