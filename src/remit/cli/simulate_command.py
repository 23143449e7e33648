"""``remit simulate``: the flow of matters over years, structures compared under the same arrivals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from remit.cli import output, texts
from remit.cli import simulate_texts as t
from remit.cli.commands import FILE, _asker, _common, _form, _formats, _give, _look, _model, _persons
from remit.cli.commands import remit as group
from remit.cli.flow_options import running, starting, structures
from remit.cli.spoken import Command, Wrong, option, said, session
from remit.cli.starts import starts_of
from remit.model.text import Text

if TYPE_CHECKING:
    from remit.api import Organisation
    from remit.simulation.outcome import Comparison

FORMATS = ("text", "json", "html")


@group.command("simulate", cls=Command, text=t.SIMULATE)
@_model
@structures
@running()
@starting()
@option("--principal", "principals", multiple=True, stands=texts.ID, text=t.OPT_PRINCIPAL)
@option("--tornado", is_flag=True, text=t.OPT_TORNADO)
@option("--measure", default="waited", stands=t.MEASURE, text=t.OPT_MEASURE)
@option("--log", type=FILE, stands=texts.FILE, text=t.OPT_LOG)
@_persons
@_formats(*FORMATS)
@_common
@click.pass_context
def simulate(
    ctx: click.Context,
    /,
    model: str,
    scenarios: tuple[Path, ...],
    others: tuple[str, ...],
    any_model: bool,
    topics: tuple[str, ...],
    principals: tuple[str, ...],
    begins: tuple[str, ...],
    places: tuple[str, ...],
    parameters: Path | None,
    tornado: bool,
    measure: str,
    log: Path | None,
    workers: int,
    scheduler: str,
    without_persons: bool,
    form: str | None,
    path: Path | None,
    **run: Any,
) -> int:
    """The flow of matters through a structure, and through others under the same arrivals."""
    from remit import api
    from remit.simulation.engines import to_compile

    form = _form(ctx, form, path, FORMATS)
    if log is not None and log.suffix.lower() not in (".xes", ".csv"):
        raise Wrong(t.LOG_SUFFIX, ctx, path=log)
    if form == "html" and path is None:
        raise Wrong(t.PAGE_NEEDS_FILE, ctx)
    compared = structures_of(ctx, model, scenarios, others, any_model, without_persons)
    first = compared[0]
    starts = starts_of(ctx, first, begins, places, topics)
    asked = {
        "topics": () if starts else _ids(ctx, compared, "topic", topics, t.TOPIC_WORD),
        "principals": _ids(ctx, compared, "principal", principals, t.PRINCIPAL_WORD),
        "parameters": parameters,
        **run,
    }
    if to_compile():
        output.tell(said(ctx, t.COMPILING))
    with output.progress(said(ctx, t.RUNNING)) as move:
        told: dict[str, Any] = {"progress": move, "workers": workers, "scheduler": scheduler}
        told["titles"] = titles_of(compared, scenarios)
        found = api.compare(compared, **asked, starts=starts, **told)
    if tornado:
        with output.progress(said(ctx, t.TRYING)) as move:
            where: dict[str, Any] = {"workers": workers, "scheduler": scheduler}
            tried = api.tornado(compared, **asked, measure=measure, progress=move, **where)
        found = replace(found, tornado=tried)
    if log is not None:
        kind: Literal["xes", "csv"] = "xes" if log.suffix.lower() == ".xes" else "csv"
        written = api.event_log(first, kind, **run, parameters=parameters)
        output.save(log, written)
        output.tell(said(ctx, texts.WROTE, path=log))
    _give(ctx, _rendered(found, form, session(ctx).lang, _look(ctx, path)), path)
    return 0


def structures_of(
    ctx: click.Context,
    model: str,
    scenarios: Sequence[Path],
    others: Sequence[str],
    any_model: bool,
    without_persons: bool,
) -> list[Organisation]:
    """The organisation asked for, as it is after each scenario, and the others that it is compared with."""
    from remit import api

    first = api.load(model, ask=_asker(ctx))
    after = [first.after(one, any_model=any_model) for one in scenarios]
    found = [first, *after, *(api.load(one, ask=_asker(ctx)) for one in others)]
    return list(api.without_persons(*found)) if without_persons else found


def titles_of(structures: Sequence[Organisation], scenarios: Sequence[Path]) -> list[Text]:
    """What the structures are called: one that a scenario makes has its title, unless it gives another."""
    from remit.model.changes import load

    found = [one.model.head.title for one in structures]
    for place, scenario in enumerate(scenarios, 1):
        if found[place] == found[0]:
            veil, title = structures[place].veil, load(scenario).title
            found[place] = title if veil is None else veil.text(title)
    return found


def _rendered(found: Comparison, form: str, lang: str, look: dict[str, Any]) -> str:
    from remit.views import simulation_text

    if form == "json":
        return simulation_text.render_json(found, lang)
    if form == "html":
        from remit.views.pages import simulation

        return simulation.render(found, lang)
    return simulation_text.render(found, lang, **look)


def _ids(
    ctx: click.Context, structures: Sequence[Organisation], kind: str, asked: Sequence[str], word: Text
) -> tuple[str, ...]:
    """The ids asked for; one that none of the structures has is told with what may be meant."""
    from remit.model.files.reading import near

    known = list(dict.fromkeys(thing.id for one in structures for thing in one.org.things(kind)))
    found = [part.strip() for one in asked for part in one.split(",") if part.strip()]
    for one in found:
        if one not in known:
            close = near(one, known)
            hint = Text(*(part.format(near=close) for part in t.NEAR)) if close else Text("", "")
            raise Wrong(t.NO_ID, ctx, what=word, value=one, near=hint)
    return tuple(found)
