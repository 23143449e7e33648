"""``remit diff``: two models compared, and the scenario that turns the one into the other."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from remit.cli import diff_texts as t
from remit.cli import texts
from remit.cli.commands import CERTAINTIES, FILE, _common, _form, _give, _loaded, _look, _persons
from remit.cli.commands import remit as group
from remit.cli.spoken import Choice, Command, argument, option, session

FORMATS = ("text", "json", "yaml")


@group.command("diff", cls=Command, text=t.DIFF)
@argument("before", stands=t.BEFORE, text=t.ARG_BEFORE)
@argument("after", stands=t.AFTER, text=t.ARG_AFTER)
@option("--certainty", type=Choice(CERTAINTIES), default="reported", text=t.OPT_CERTAINTY)
@option("--findings/--no-findings", default=True, text=t.OPT_FINDINGS)
@_persons
@option("--format", "form", type=Choice(FORMATS), text=t.OPT_FORMAT)
@option("-o", "--output", "path", type=FILE, stands=texts.FILE, text=texts.OPT_OUTPUT)
@_common
@click.pass_context
def diff(
    ctx: click.Context,
    before: str,
    after: str,
    certainty: str,
    findings: bool,
    without_persons: bool,
    form: str | None,
    path: Path | None,
) -> int:
    """What differs between two models."""
    from remit.model.changes import dump
    from remit.views import difference_text, report_json

    form = _form(ctx, form, path, FORMATS)
    lang = session(ctx).lang
    first, second = _loaded(ctx, [before, after], without_persons)
    found = first.diff(second, certainty=certainty, findings=findings and form != "yaml")  # type: ignore[arg-type]
    if form == "yaml":
        text = dump(found.scenario)
    elif form == "json":
        text = report_json.dumps(found.to_dict(lang))
    else:
        hidden = ["--without-persons"] if without_persons else []
        command = shlex.join(["remit", "diff", before, after, *hidden, "-o", f"{found.scenario.id}.yaml"])
        text = difference_text.render(found, lang, command=command, **_look(ctx, path))
    _give(ctx, text, path)
    return 0
