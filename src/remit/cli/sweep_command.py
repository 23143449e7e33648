"""``remit sweep``: structures at many values of assumptions, here, on processes or on a cluster."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from remit.cli import output, simulate_texts, texts
from remit.cli import sweep_texts as t
from remit.cli.commands import FILE, _common, _form, _formats, _give, _look, _model, _persons
from remit.cli.commands import remit as group
from remit.cli.simulate_command import Number, _ids, structures_of
from remit.cli.spoken import Command, Wrong, option, said, session

FORMATS = ("text", "json", "csv")
_NUMBER = r"[0-9]+(?:[.][0-9]+)?(?:e-?[0-9]+)?"
_RANGE = re.compile(rf"({_NUMBER}):({_NUMBER}):([0-9]{{1,4}})")


def _values(ctx: click.Context, told: tuple[str, ...]) -> dict[str, tuple[float, ...]]:
    """What each assumption is varied over. Raises :class:`Wrong` for what cannot be read."""
    from remit.simulation.sweep import steps

    found: dict[str, tuple[float, ...]] = {}
    for one in told:
        name, equal, values = (part.strip() for part in one.partition("="))
        span = _RANGE.fullmatch(values)
        parts = [part.strip() for part in values.split(",")]
        if not name or not equal or not (span or all(re.fullmatch(_NUMBER, part) for part in parts)):
            raise Wrong(t.BAD_VARY, ctx, value=one)
        if span and int(span[3]) < 1:
            raise Wrong(t.BAD_VARY, ctx, value=one)
        if name in found:
            raise Wrong(t.VARIED_TWICE, ctx, name=name)
        found[name] = steps(float(span[1]), float(span[2]), int(span[3])) if span else tuple(map(float, parts))
    return found


@group.command("sweep", cls=Command, text=t.SWEEP)
@_model
@option("--vary", multiple=True, stands=t.VARY, text=t.OPT_VARY)
@option("--scenario", "scenarios", type=FILE, multiple=True, stands=texts.FILE, text=simulate_texts.OPT_SCENARIO)
@option("--after", "others", multiple=True, stands=texts.MODEL, text=simulate_texts.OPT_AFTER)
@option("--any-model", is_flag=True, text=simulate_texts.OPT_ANY_MODEL)
@option("--years", type=Number(0), default=12.0, stands=simulate_texts.YEARS, text=simulate_texts.OPT_YEARS)
@option(
    "--replications",
    type=Number(1, whole=True),
    default=30,
    stands=texts.NUMBER,
    text=simulate_texts.OPT_REPLICATIONS,
)
@option("--seed", type=Number(0, whole=True), default=1, stands=simulate_texts.SEED, text=simulate_texts.OPT_SEED)
@option("--warm-up", type=Number(0), stands=simulate_texts.YEARS, text=simulate_texts.OPT_WARM_UP)
@option("--follow", type=Number(0), stands=simulate_texts.YEARS, text=simulate_texts.OPT_FOLLOW)
@option("--parameters", type=FILE, stands=texts.FILE, text=simulate_texts.OPT_PARAMETERS)
@option("--topic", "topics", multiple=True, stands=texts.ID, text=simulate_texts.OPT_TOPIC)
@option("--principal", "principals", multiple=True, stands=texts.ID, text=simulate_texts.OPT_PRINCIPAL)
@option("--measure", "shown", multiple=True, stands=simulate_texts.MEASURE, text=t.OPT_MEASURE)
@option("--workers", type=Number(1, whole=True), default=1, stands=texts.NUMBER, text=simulate_texts.OPT_WORKERS)
@option("--scheduler", default="", stands=texts.ADDRESS, text=simulate_texts.OPT_SCHEDULER)
@_persons
@option("--keep", "kept", type=FILE, stands=texts.FOLDER, text=t.OPT_KEEP)
@_formats(*FORMATS)
@_common
@click.pass_context
def sweep(
    ctx: click.Context,
    /,
    model: str,
    vary: tuple[str, ...],
    scenarios: tuple[Path, ...],
    others: tuple[str, ...],
    any_model: bool,
    topics: tuple[str, ...],
    principals: tuple[str, ...],
    shown: tuple[str, ...],
    without_persons: bool,
    form: str | None,
    path: Path | None,
    **run: Any,
) -> int:
    """Structures at many values of assumptions."""
    from remit import api
    from remit.simulation.outcome.measures import MEASURES
    from remit.views import sweep_text

    form = _form(ctx, form, path, FORMATS)
    values = _values(ctx, vary)
    for one in shown:
        if one not in MEASURES:
            raise Wrong(t.NO_MEASURE, ctx, value=one, known=", ".join(MEASURES))
    structures = structures_of(ctx, model, scenarios, others, any_model, without_persons)
    first = structures[0]
    asked = {
        "topics": _ids(ctx, first.org, "topic", topics, simulate_texts.TOPIC_WORD),
        "principals": _ids(ctx, first.org, "principal", principals, simulate_texts.PRINCIPAL_WORD),
        **run,
    }
    with output.progress(said(ctx, t.RUNNING)) as move:
        found = api.sweep(structures, values, **asked, progress=move)
    if form == "json":
        text = sweep_text.render_json(found, session(ctx).lang)
    elif form == "csv":
        text = sweep_text.render_csv(found)
    else:
        text = sweep_text.render(found, session(ctx).lang, shown or ("waited",), **_look(ctx, path))
    _give(ctx, text, path)
    return 0
