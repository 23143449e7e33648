"""``remit reorganise`` and ``remit what-if``: what changes make of the findings, and which change does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from remit.cli import output, texts
from remit.cli import reorganise_texts as t
from remit.cli import simulate_texts as s
from remit.cli.commands import (
    CERTAINTIES,
    FILE,
    SEVERITIES,
    _asker,
    _common,
    _form,
    _give,
    _look,
    _model,
    _persons,
)
from remit.cli.commands import remit as group
from remit.cli.simulate_command import Number
from remit.cli.spoken import Choice, Command, Day, F, Hours, Wrong, argument, option, said, session
from remit.cli.starts import starts_of

if TYPE_CHECKING:
    from remit.queries.reorganise import Reorganisation
    from remit.simulation.plan import Start
    from remit.simulation.reorganised import Flow

FORMATS = ("text", "json", "markdown", "html")
MODEL_ONLY = (".yaml", ".yml")
"""What ``-o`` takes for a model: no report has these suffixes."""

FailOn = Literal["error", "warning", "info", "never"]


def _judged(command: F) -> F:
    """How the structures are judged, alike for both commands."""
    options: list[Callable[[Any], Any]] = [
        option("--select", multiple=True, stands=texts.CODES, text=texts.OPT_SELECT),
        option("--ignore", multiple=True, stands=texts.CODES, text=texts.OPT_IGNORE),
        option("--certainty", type=Choice(CERTAINTIES), default="reported", text=texts.OPT_CERTAINTY),
        option("--fail-on", type=Choice((*SEVERITIES, "never")), default="warning", text=t.OPT_FAIL_ON),
        option("--waivers", type=FILE, stands=texts.FILE, text=texts.OPT_WAIVERS),
        option("--baseline", type=FILE, stands=texts.FILE, text=texts.OPT_BASELINE),
        option("--on", type=Day(), stands=texts.DATE, text=t.OPT_ON),
        option("--config", type=FILE, stands=texts.FILE, text=texts.OPT_CONFIG),
        option("--meeting-hours", type=Hours(), stands=texts.HOURS, text=texts.OPT_MEETING_HOURS),
        option("--hours-of-a-post", type=Hours(), stands=texts.HOURS, text=texts.OPT_HOURS_OF_A_POST),
        _persons,
        option("--full", is_flag=True, text=t.OPT_FULL),
        option("--write-model", "new_model", type=FILE, stands=texts.FILE, text=t.OPT_WRITE_MODEL),
        option("--format", "form", type=Choice(FORMATS), text=texts.OPT_FORMAT_SUFFIX),
        option("-o", "--output", "path", type=FILE, stands=texts.FILE, text=t.OPT_OUTPUT),
    ]
    for one in reversed(options):
        command = one(command)
    return command


FLOWING = ("years", "replications", "seed", "warm_up", "follow", "parameters", "begins", "places", "topics")
"""The options of the flow, which say nothing without ``--flow``."""


def _flowing(command: F) -> F:
    """What is run where the flow is asked for."""
    options: list[Callable[[Any], Any]] = [
        option("--flow", is_flag=True, text=t.OPT_FLOW),
        option("--years", type=Number(0), stands=s.YEARS, text=s.OPT_YEARS),
        option("--replications", type=Number(1, whole=True), stands=texts.NUMBER, text=s.OPT_REPLICATIONS),
        option("--seed", type=Number(0, whole=True), stands=s.SEED, text=s.OPT_SEED),
        option("--warm-up", type=Number(0), stands=s.YEARS, text=s.OPT_WARM_UP),
        option("--follow", type=Number(0), stands=s.YEARS, text=s.OPT_FOLLOW),
        option("--parameters", type=FILE, stands=texts.FILE, text=s.OPT_PARAMETERS),
        option("--from", "begins", multiple=True, stands=texts.ID, text=t.OPT_FROM),
        option("--in", "places", multiple=True, stands=texts.ID, text=s.OPT_IN),
        option("--topic", "topics", multiple=True, stands=texts.ID, text=t.OPT_TOPIC),
    ]
    for one in reversed(options):
        command = one(command)
    return command


@group.command("reorganise", cls=Command, text=t.REORGANISE)
@_model
@argument("scenarios", stands=t.SCENARIOS, text=t.ARG_SCENARIOS, nargs=-1, required=True)
@option("--any-model", is_flag=True, text=t.OPT_ANY_MODEL)
@option("--attribution/--no-attribution", default=True, text=t.OPT_ATTRIBUTION)
@_flowing
@_judged
@_common
@click.pass_context
def reorganise(
    ctx: click.Context,
    /,
    model: str,
    scenarios: tuple[str, ...],
    any_model: bool,
    attribution: bool,
    flow: bool,
    **asked: Any,
) -> int:
    """What each scenario makes of a model."""
    from remit import api
    from remit.model.changes import load

    asked = _where(ctx, asked, len(scenarios))
    run = {name: asked.pop(name) for name in FLOWING}
    if not flow and any(value not in (None, ()) for value in run.values()):
        raise Wrong(t.NEEDS_FLOW, ctx)
    read = [load(one) for one in scenarios]  # a scenario that cannot be read is told before the model is audited
    organisation = api.load(model, ask=_asker(ctx))
    # a beginning that is not there is told before the changes are tried, which takes minutes
    starts = starts_of(ctx, organisation, run.pop("begins"), run.pop("places"), run.pop("topics")) if flow else []
    judged = _how(asked) | {"config": asked["config"] or api.find_config(model)}
    with output.progress(said(ctx, t.TRYING)) as progress:
        found = organisation.reorganise(*read, any_model=any_model, attribute=attribution, progress=progress, **judged)
    return _told(ctx, found, asked, _flow(ctx, starts, found, run) if flow else None)


def _flow(ctx: click.Context, starts: Sequence[Start], found: Reorganisation, run: dict[str, Any]) -> Flow:
    """The flow before and after, with the options that were given."""
    from remit import api

    given = {name: value for name, value in run.items() if value is not None}
    with output.progress(said(ctx, s.RUNNING)) as move:
        return api.reorganised(found, starts=starts, progress=move, **given).flow


@group.command("what-if", cls=Command, text=t.WHAT_IF)
@_model
@option("--without", multiple=True, required=True, stands=t.IDS, text=t.OPT_WITHOUT)
@_judged
@_common
@click.pass_context
def what_if(ctx: click.Context, /, model: str, without: tuple[str, ...], **asked: Any) -> int:
    """The audit as if something were gone."""
    from remit import api

    asked = _where(ctx, asked, 1)
    ids = [one.strip() for text in without for one in text.split(",") if one.strip()]
    if not ids:
        raise Wrong(t.NO_IDS, ctx)
    organisation = api.load(model, ask=_asker(ctx))
    judged = _how(asked) | {"config": asked["config"] or api.find_config(model)}
    return _told(ctx, organisation.what_if(ids, **judged), asked)


def _where(ctx: click.Context, asked: dict[str, Any], scenarios: int) -> dict[str, Any]:
    """Where report and model go: ``-o`` with the suffix of a model alone is the model, the report is then shown."""
    from remit import api

    for name in ("select", "ignore"):
        api.codes(asked[name])  # a code that does not exist is told before a model is read
    path: Path | None = asked["path"]
    if path is not None and path.suffix.lower() in MODEL_ONLY:
        if asked["new_model"]:
            raise Wrong(t.TWO_MODELS, ctx, path=path)
        asked |= {"new_model": path, "path": None}
    if asked["new_model"] and scenarios > 1:
        raise Wrong(t.ONE_SCENARIO_ONLY, ctx, n=scenarios)
    return asked | {"form": _form(ctx, asked["form"], asked["path"], FORMATS)}


def _how(asked: dict[str, Any]) -> dict[str, Any]:
    names = ("select", "ignore", "certainty", "waivers", "baseline", "on", "meeting_hours", "hours_of_a_post")
    return {name: asked[name] for name in names} | {"persons": not asked["without_persons"]}


def _told(ctx: click.Context, found: Reorganisation, asked: dict[str, Any], flow: Flow | None = None) -> int:
    """Write the new model, give the report; the exit status says whether anything is new."""
    new_model: Path | None = asked["new_model"]
    if new_model is not None:
        from remit.model.files import convert

        convert(found.outcomes[0].after.org.model, new_model)
        output.tell(said(ctx, texts.WROTE, path=new_model))
    look = _look(ctx, asked["path"])
    _give(ctx, render(found, asked["form"], session(ctx).lang, flow, full=asked["full"], **look), asked["path"])
    fail_on: FailOn = asked["fail_on"]
    return 1 if fail_on != "never" and found.broken(fail_on) else 0


def render(
    found: Reorganisation, form: str, lang: str, flow: Flow | None = None, *, full: bool = False, **look: Any
) -> str:
    """A reorganisation in a format, with its flow where there is one; text and Markdown in brief, or in ``full``."""
    if form == "json":
        from remit.views import report_json

        whole = found.to_dict(lang)
        return report_json.dumps(whole if flow is None else whole | {"flow": flow.to_dict(lang)})
    if form == "html":
        from remit.views.pages import reorganise as page

        return page.render(found, lang, flow)
    from remit.views import reorganise_markdown, reorganise_text

    if form == "markdown":
        return reorganise_markdown.render(found, lang, flow, full=full)
    return reorganise_text.render(found, lang, flow, full=full, **look)
