"""``remit suggest``: changes that clear chosen findings and create none."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

from remit.cli import output, texts
from remit.cli import suggest_texts as t
from remit.cli.commands import CERTAINTIES, FILE, SEVERITIES, _common, _form, _give, _loaded, _look, _model, _persons
from remit.cli.commands import remit as group
from remit.cli.spoken import Choice, Command, Day, Wrong, option, option_name, said, session


class Most(click.ParamType[int]):
    """A whole number from 1."""

    name = "most"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; raises :class:`Wrong` where it is none."""
        if not str(value).isdecimal() or int(value) < 1:
            raise Wrong(t.BAD_NUMBER, ctx, name=option_name(param), value=value)
        return int(value)


FORMATS = ("text", "json", "markdown")
SCENARIO = (".yaml", ".yml")
"""The suffixes by which ``-o`` asks for the first alternative as a scenario."""


@group.command("suggest", cls=Command, text=t.SUGGEST)
@_model
@option("--select", multiple=True, stands=texts.CODES, text=t.OPT_SELECT)
@option("--ignore", multiple=True, stands=texts.CODES, text=texts.OPT_IGNORE)
@option("--severity", type=Choice(SEVERITIES), default="warning", text=t.OPT_SEVERITY)
@option("--certainty", type=Choice(CERTAINTIES), default="reported", text=texts.OPT_CERTAINTY)
@option("--cost", "by", type=Choice(("changes", "hours")), default="changes", text=t.OPT_COST)
@option("--alternatives", type=Most(), default=3, stands=texts.NUMBER, text=t.OPT_MOST)
@option("--audits", type=Most(), default=2000, stands=texts.NUMBER, text=t.OPT_AUDITS)
@option("--exact", is_flag=True, text=t.OPT_EXACT)
@option("--config", type=FILE, stands=texts.FILE, text=texts.OPT_CONFIG)
@option("--on", type=Day(), stands=texts.DATE, text=texts.OPT_ON)
@_persons
@option("--write", "folder", type=FILE, stands=texts.FOLDER, text=t.OPT_WRITE)
@option("-o", "--output", "path", type=FILE, stands=texts.FILE, text=t.OPT_OUTPUT)
@option("--format", "form", type=Choice(FORMATS), text=texts.OPT_FORMAT_SUFFIX)
@_common
@click.pass_context
def suggest(
    ctx: click.Context,
    /,
    model: str,
    on: datetime.date | None,
    config: Path | None,
    folder: Path | None,
    path: Path | None,
    form: str | None,
    without_persons: bool,
    **asked: Any,
) -> int:
    """Alternatives for a model."""
    from remit import api

    for name in ("select", "ignore"):
        api.codes(asked[name])  # a code that does not exist is told before a model is read
    scenario = path if path is not None and path.suffix.lower() in SCENARIO else None
    report = None if scenario else path
    form = _form(ctx, form, report, FORMATS)
    [organisation] = _loaded(ctx, [model], without_persons)
    with output.progress(said(ctx, t.PROGRESS)) as progress:
        found = organisation.suggest(config=config or api.find_config(model), on=on, progress=progress, **asked)
    if found.alternatives:
        from remit.model.changes import dump

        if scenario is not None:
            output.save(scenario, dump(found.alternatives[0].scenario))
            output.tell(said(ctx, texts.WROTE, path=scenario))
        for one in found.alternatives if folder is not None else ():
            assert folder is not None
            folder.mkdir(parents=True, exist_ok=True)
            place = folder / f"{one.scenario.id}.yaml"
            output.save(place, dump(one.scenario))
            output.tell(said(ctx, texts.WROTE, path=place))
    elif scenario is not None or folder is not None:
        output.tell(said(ctx, t.NOTHING_TO_WRITE))
    lang = session(ctx).lang
    _give(ctx, rendered(found, form, lang, **_look(ctx, report)), report)
    return 0 if found.alternatives else 1


def rendered(found: Any, form: str, lang: str, **look: Any) -> str:
    """Suggestions in a format."""
    if form == "json":
        from remit.views import report_json

        return report_json.dumps(found.to_dict(lang))
    if form == "markdown":
        from remit.views import suggest_markdown

        return suggest_markdown.render(found, lang)
    from remit.views import suggest_text

    return suggest_text.render(found, lang, **look)
