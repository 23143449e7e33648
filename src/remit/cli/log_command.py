"""``remit log``: what a real event log tells, and how it compares with the structure as designed."""

from __future__ import annotations

from pathlib import Path

import click

from remit.cli import log_texts as t
from remit.cli import output, texts
from remit.cli.commands import FILE, _asker, _common, _form, _formats, _give, _look, _persons
from remit.cli.commands import remit as group
from remit.cli.spoken import Command, Wrong, argument, option, said, session

FORMATS = ("text", "json")


@group.command("log", cls=Command, text=t.LOG)
@argument("log", type=FILE, stands=texts.FILE, text=t.ARG_LOG)
@option("--model", stands=texts.MODEL, text=t.OPT_MODEL)
@option("--done", multiple=True, stands=texts.ID, text=t.OPT_DONE)
@option("--stopped", multiple=True, stands=texts.ID, text=t.OPT_STOPPED)
@option("--take", multiple=True, stands=t.TAKE, text=t.OPT_TAKE)
@_persons
@option("--parameters", type=FILE, stands=texts.FILE, text=t.OPT_PARAMETERS)
@_formats(*FORMATS)
@_common
@click.pass_context
def log(
    ctx: click.Context,
    /,
    log: Path,
    model: str | None,
    done: tuple[str, ...],
    stopped: tuple[str, ...],
    take: tuple[str, ...],
    without_persons: bool,
    parameters: Path | None,
    form: str | None,
    path: Path | None,
) -> int:
    """What a log tells of rates, times and hand-overs."""
    from remit import api
    from remit.views import log_text

    form = _form(ctx, form, path, FORMATS)
    steps = {}
    for one in take:
        activity, equals, name = one.rpartition("=")
        if not (activity and equals and name):
            raise Wrong(t.BAD_TAKE, ctx, value=one)
        steps[activity] = name
    organisation = api.load(model, ask=_asker(ctx)) if model is not None else None
    found = api.read_log(log, organisation, done=done, stopped=stopped, persons=not without_persons)
    if parameters is not None:
        output.save(parameters, found.parameters(steps))
        output.tell(said(ctx, texts.WROTE, path=parameters))
    lang = session(ctx).lang
    shown = log_text.render_json if form == "json" else log_text.render
    _give(ctx, shown(found, lang, **({} if form == "json" else _look(ctx, path))), path)
    return 0
