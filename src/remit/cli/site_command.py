"""``remit site``: the information hub as a folder of static pages."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from remit.cli import output, texts
from remit.cli import site_texts as t
from remit.cli.commands import FILE, _common, _loaded, _model, _persons
from remit.cli.commands import remit as group
from remit.cli.spoken import Command, Day, option, said, session


@group.command("site", cls=Command, text=t.SITE)
@_model
@option("-o", "--output", "folder", type=FILE, required=True, stands=texts.FOLDER, text=t.OPT_FOLDER)
@option("--findings/--no-findings", default=True, text=texts.OPT_FINDINGS)
@_persons
@option("--statement", type=FILE, stands=texts.FILE, text=t.OPT_STATEMENT)
@option("--on", type=Day(), stands=texts.DATE, text=texts.OPT_ON)
@_common
@click.pass_context
def site(
    ctx: click.Context,
    model: str,
    folder: Path,
    findings: bool,
    without_persons: bool,
    statement: Path | None,
    on: datetime.date | None,
) -> int:
    """The information hub of a model."""
    from remit import api
    from remit.views.pages.site import write
    from remit.views.pages.site.statement_file import read

    told = read(statement) if statement is not None else None
    [organisation] = _loaded(ctx, [model], without_persons)
    if on is not None:
        organisation = organisation.at(on)
    audit = organisation.audit(certainty="open", config=api.find_config(model)) if findings else None
    number = write(organisation.org, audit, folder, lang=session(ctx).lang, persons=not without_persons, statement=told)
    output.tell(said(ctx, t.WROTE, n=number, path=folder / "index.html"))
    return 0
