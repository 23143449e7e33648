"""The commands. Each imports what it needs when it runs, so that helps come at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from remit.cli import output
from remit.cli import texts as t
from remit.cli.spoken import (
    Choice,
    Command,
    Day,
    F,
    Group,
    Hours,
    Wrong,
    argument,
    option,
    said,
    session,
)
from remit.model.text import LANGUAGES

if TYPE_CHECKING:
    import datetime

    from remit.api import Organisation
    from remit.graph.loop import Loops
    from remit.queries.checklists import Answers
    from remit.queries.comparison import Comparison
    from remit.queries.finding import Audit

CERTAINTIES = ("established", "reported", "open")
SEVERITIES = ("error", "warning", "info")
FILE = click.Path(path_type=Path)
SUFFIXES = {".txt": "text", ".json": "json", ".md": "markdown", ".markdown": "markdown", ".html": "html"}
SUFFIXES |= {".yaml": "yaml", ".yml": "yaml", ".csv": "csv"}
"""The format that a file name asks for."""


def _common(command: F) -> F:
    command = option("--debug", is_flag=True, expose_value=False, text=t.OPT_DEBUG)(command)
    # read before parsing, by spoken.language(); stands here for the help and for refusing other values
    return option("--lang", type=Choice(LANGUAGES), expose_value=False, text=t.OPT_LANG)(command)


def _formats(*names: str) -> Callable[[F], F]:
    """``--format``, and ``-o`` whose suffix picks a format where none is given."""

    def decorate(command: F) -> F:
        command = option("-o", "--output", "path", type=FILE, stands=t.FILE, text=t.OPT_OUTPUT)(command)
        return option("--format", "form", type=Choice(names), text=t.OPT_FORMAT_SUFFIX)(command)

    return decorate


_model = argument("model", stands=t.MODEL, text=t.ARG_MODEL)
_persons = option("--without-persons", is_flag=True, text=t.OPT_WITHOUT_PERSONS)


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from remit import __version__

        output.show(f"remit {__version__}\n")
        ctx.exit()


@click.group("remit", cls=Group, text=t.REMIT, no_args_is_help=True)
@option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, text=t.OPT_VERSION)
@_common
def remit() -> None:
    """The command itself does nothing; its commands do."""


def _form(ctx: click.Context, form: str | None, path: Path | None, names: Sequence[str]) -> str:
    """The format asked for, by name or by the suffix of the file to write."""
    if form:
        return form
    if path is None:
        return "text"
    found = SUFFIXES.get(path.suffix.lower(), "")
    if found not in names:
        suffixes = ", ".join(suffix for suffix, name in SUFFIXES.items() if name in names)
        raise Wrong(t.NO_SUFFIX_FORMAT, ctx, path=path, choices=", ".join(names), suffixes=suffixes)
    return found


def _give(ctx: click.Context, text: str, path: Path | None) -> None:
    """Give a result: to a file, or to standard output."""
    if path is None:
        output.show(text)
    else:
        output.save(path, text)
        output.tell(said(ctx, t.WROTE, path=path))


def _look(ctx: click.Context, path: Path | None) -> dict[str, Any]:
    """How wide and coloured a text is: as the terminal where it goes to one."""
    return {"width": output.PIPED_WIDTH if path else output.width(), "colour": session(ctx).colour and path is None}


def _loaded(ctx: click.Context, models: Sequence[str], without_persons: bool = False) -> list[Organisation]:
    """Models that are shown together, without the names of persons where so asked."""
    from remit import api

    ask = _asker(ctx)
    found = [api.load(model, ask=ask) for model in models]
    return list(api.without_persons(*found)) if without_persons else found


def _asker(ctx: click.Context) -> Callable[[str], str | None]:
    """Asks for a password at the terminal, unseen; where there is none, nobody is asked."""

    def ask(server: str) -> str | None:
        if not sys.stdin.isatty():
            return None
        given: str = click.prompt(said(ctx, t.PASSWORD, server=server), hide_input=True, err=True, default="")
        return given or None

    return ask


@remit.command("audit", cls=Command, text=t.AUDIT)
@argument("models", stands=t.MODELS, text=t.ARG_MODELS, nargs=-1, required=True)
@option("--select", multiple=True, stands=t.CODES, text=t.OPT_SELECT)
@option("--ignore", multiple=True, stands=t.CODES, text=t.OPT_IGNORE)
@option("--certainty", type=Choice(CERTAINTIES), default="reported", text=t.OPT_CERTAINTY)
@option("--fail-on", type=Choice((*SEVERITIES, "never")), default="warning", text=t.OPT_FAIL_ON)
@option("--waivers", type=FILE, stands=t.FILE, text=t.OPT_WAIVERS)
@option("--baseline", type=FILE, stands=t.FILE, text=t.OPT_BASELINE)
@option("--write-baseline", type=FILE, stands=t.FILE, text=t.OPT_WRITE_BASELINE)
@option("--on", type=Day(), stands=t.DATE, text=t.OPT_ON)
@option("--config", type=FILE, stands=t.FILE, text=t.OPT_CONFIG)
@option("--engine", type=Choice(("memory", "neo4j")), default="memory", text=t.OPT_ENGINE)
@option("--sensitivity", is_flag=True, text=t.OPT_SENSITIVITY)
@_persons
@_formats("text", "json", "markdown")
@_common
@click.pass_context
def audit(
    ctx: click.Context,
    /,
    models: tuple[str, ...],
    fail_on: Literal["error", "warning", "info", "never"],
    write_baseline: Path | None,
    config: Path | None,
    form: str | None,
    path: Path | None,
    without_persons: bool,
    **asked: Any,
) -> int:
    """The findings of a model."""
    from remit import api

    form = _form(ctx, form, path, ("text", "json", "markdown"))
    if write_baseline and path:
        raise Wrong(t.BASELINE_AND_OUTPUT, ctx, name="-o")
    for name in ("select", "ignore"):
        api.codes(asked[name])  # a code that does not exist is told before a model is read
    if len(models) > 1:
        given = {name: asked[name] for name in ("waivers", "baseline", "sensitivity")}
        for name, value in {**given, "write-baseline": write_baseline}.items():
            if value:
                raise Wrong(t.ONE_MODEL_ONLY, ctx, name=f"--{name}", n=len(models))
    ask = _asker(ctx)
    configs = [config or api.find_config(model) for model in models]
    organisations = list(zip(_loaded(ctx, models, without_persons), configs, strict=True))
    with output.progress(said(ctx, t.TRYING)) if asked["sensitivity"] else nullcontext(None) as progress:
        results = [one.audit(config=given, ask=ask, progress=progress, **asked) for one, given in organisations]
    if write_baseline:
        number = api.write_baseline(write_baseline, results[0])
        output.tell(said(ctx, t.WROTE_BASELINE, n=number, path=write_baseline))
        return 0
    look = _look(ctx, path)
    if len(results) > 1:
        from remit.queries.comparison import compare

        _give(ctx, render_comparison(compare(results), form, session(ctx).lang, **look), path)
    else:
        _give(ctx, render_audit(results[0], form, session(ctx).lang, **look), path)
    return 1 if fail_on != "never" and any(result.at_least(fail_on) for result in results) else 0


def render_comparison(found: Comparison, form: str, lang: str, **look: Any) -> str:
    """Several audits side by side in a format."""
    if form == "json":
        from remit.views import report_json

        return report_json.dumps(found.to_dict(lang))
    from remit.views import comparison_text

    if form == "markdown":
        return comparison_text.render_markdown(found, lang)
    return comparison_text.render(found, lang, **look)


def render_audit(result: Audit, form: str, lang: str, **look: Any) -> str:
    """An audit in a format."""
    if form == "json":
        from remit.views import report_json

        return report_json.render(result, lang)
    if form == "markdown":
        from remit.queries.catalogue import catalogue
        from remit.views import report_markdown

        return report_markdown.render(result, lang, rules={code: rule for code, (rule, _) in catalogue().items()})
    from remit.views import report_text

    return report_text.render(result, lang, **look)


@remit.command("rules", cls=Command, text=t.RULES)
@argument("words", stands=t.WORDS, text=t.ARG_WORDS, nargs=-1)
@option("--select", multiple=True, stands=t.CODES, text=t.OPT_SELECT)
@_formats("text", "json", "html")
@_common
@click.pass_context
def rules(
    ctx: click.Context, words: tuple[str, ...], select: tuple[str, ...], form: str | None, path: Path | None
) -> int:
    """The catalogue."""
    from remit import api
    from remit.views import report_json, rule_text

    form = _form(ctx, form, path, ("text", "json", "html"))
    lang = session(ctx).lang
    found = api.rules(words, select=select)
    if form == "json":
        text = report_json.dumps({"remit": 1, "rules": [rule_text.to_dict(rule, lang) for rule in found]})
    elif form == "html":
        from remit.views.pages import rules as page

        text = page.render(found, {rule.code: api.rule(rule.code)[1] for rule in found}, lang)
    else:
        text = rule_text.render_list(found, lang, words=words, **_look(ctx, path))
    _give(ctx, text, path)
    return 0


@remit.command("explain", cls=Command, text=t.EXPLAIN)
@argument("code", stands=t.CODE, text=t.ARG_CODE)
@_formats("text", "json")
@_common
@click.pass_context
def explain(ctx: click.Context, code: str, form: str | None, path: Path | None) -> int:
    """One rule in full."""
    from remit import api
    from remit.views import report_json, rule_text

    form = _form(ctx, form, path, ("text", "json"))
    lang = session(ctx).lang
    rule, cases = api.rule(code)
    if form == "json":
        text = report_json.dumps(rule_text.to_dict(rule, lang, cases))
    else:
        text = rule_text.render(rule, cases, lang, **_look(ctx, path))
    _give(ctx, text, path)
    return 0


@remit.command("route", cls=Command, text=t.ROUTE)
@_model
@option("--from", "start", required=True, stands=t.ID, text=t.OPT_FROM)
@option("--topic", required=True, stands=t.ID, text=t.OPT_TOPIC)
@option("--in", "principal", stands=t.ID, text=t.OPT_IN)
@_persons
@_formats("text", "json")
@_common
@click.pass_context
def route(
    ctx: click.Context,
    model: str,
    start: str,
    topic: str,
    principal: str | None,
    without_persons: bool,
    form: str | None,
    path: Path | None,
) -> int:
    """Where a matter goes."""
    from remit.views import report_json, route_text

    form = _form(ctx, form, path, ("text", "json"))
    lang = session(ctx).lang
    [organisation] = _loaded(ctx, [model], without_persons)
    found = organisation.route(start, topic, principal)
    if form == "json":
        text = report_json.dumps(found.to_dict(lang))
    else:
        text = route_text.render(found, lang, name=organisation.org.name, **_look(ctx, path))
    _give(ctx, text, path)
    return 0


@remit.command("loops", cls=Command, text=t.LOOPS)
@_model
@option("--topic", "topics", multiple=True, stands=t.ID, text=t.OPT_TOPICS)
@_persons
@_formats("text", "json", "markdown", "html")
@_common
@click.pass_context
def loops(
    ctx: click.Context,
    model: str,
    topics: tuple[str, ...],
    without_persons: bool,
    form: str | None,
    path: Path | None,
) -> int:
    """How far every topic gets."""
    form = _form(ctx, form, path, ("text", "json", "markdown", "html"))
    wanted = [one.strip() for text in topics for one in text.split(",") if one.strip()]
    found = _loaded(ctx, [model], without_persons)[0].loops(wanted or None)
    _give(ctx, render_loops(found, form, session(ctx).lang, **_look(ctx, path)), path)
    return 0


def render_loops(found: Loops, form: str, lang: str, **look: Any) -> str:
    """The loop matrix in a format."""
    if form == "json":
        from remit.views import report_json

        return report_json.dumps(found.to_dict(lang))
    if form == "html":
        from remit.views.pages import loops as page

        return page.render(found, lang)
    from remit.views import loops_markdown, loops_text

    if form == "markdown":
        return loops_markdown.render(found, lang)
    return loops_text.render(found, lang, **look)


@remit.command("map", cls=Command, text=t.MAP)
@_model
@option("--before", stands=t.MODEL, text=t.OPT_BEFORE)
@option("--after", stands=t.MODEL, text=t.OPT_AFTER)
@option("--scenario", stands=t.SCENARIO, text=t.OPT_SCENARIO)
@option("--findings/--no-findings", default=True, text=t.OPT_FINDINGS)
@_persons
@option("--on", type=Day(), stands=t.DATE, text=t.OPT_ON)
@option("-o", "--output", "path", type=FILE, stands=t.FILE, text=t.OPT_OUTPUT)
@_common
@click.pass_context
def picture(
    ctx: click.Context,
    model: str,
    before: str | None,
    after: str | None,
    scenario: str | None,
    on: datetime.date | None,
    path: Path | None,
    *,
    findings: bool,
    without_persons: bool,
) -> int:
    """The map."""
    from remit import api

    if sum(map(bool, (before, after, scenario))) > 1:
        raise Wrong(t.BEFORE_OR_AFTER, ctx)
    if path is None and sys.stdout.isatty():
        raise Wrong(t.PAGE_NEEDS_FILE, ctx)
    given, former, later = (
        api.load(one, ask=_asker(ctx)).at(on) if one and on else api.load(one, ask=_asker(ctx)) if one else None
        for one in (model, before, after)
    )
    assert given is not None
    page = given.map(
        before=former,
        after=given.after(scenario) if scenario else later,
        findings=findings,
        persons=not without_persons,
        lang=session(ctx).lang,
        config=api.find_config(model),
    )
    _give(ctx, page.html, path)
    return 0


@remit.command("metrics", cls=Command, text=t.METRICS)
@_model
@option("--meeting-hours", type=Hours(), stands=t.HOURS, text=t.OPT_MEETING_HOURS)
@option("--hours-of-a-post", type=Hours(), stands=t.HOURS, text=t.OPT_HOURS_OF_A_POST)
@_persons
@_formats("text", "json", "markdown")
@_common
@click.pass_context
def metrics(
    ctx: click.Context,
    model: str,
    without_persons: bool,
    meeting_hours: float | None,
    hours_of_a_post: float | None,
    form: str | None,
    path: Path | None,
) -> int:
    """Structural measures."""
    from remit.views import metrics_text, report_json

    form = _form(ctx, form, path, ("text", "json", "markdown"))
    lang = session(ctx).lang
    [organisation] = _loaded(ctx, [model], without_persons)
    found = organisation.metrics(meeting_hours=meeting_hours, hours_of_a_post=hours_of_a_post)
    if form == "json":
        text = report_json.dumps(found.to_dict(lang))
    elif form == "markdown":
        text = metrics_text.render_markdown(found, lang)
    else:
        text = metrics_text.render(found, lang, **_look(ctx, path))
    _give(ctx, text, path)
    return 0


@remit.command("verify", cls=Command, text=t.VERIFY)
@_formats("text", "json")
@_common
@click.pass_context
def verify(ctx: click.Context, form: str | None, path: Path | None) -> int:
    """The measures against exact values."""
    from remit import api
    from remit.views import metrics_text, report_json

    form = _form(ctx, form, path, ("text", "json"))
    lang = session(ctx).lang
    found = api.verify()
    if form == "json":
        text = report_json.dumps({"remit": 1, "checks": [check.to_dict(lang) for check in found]})
    else:
        text = metrics_text.render_checks(found, lang, **_look(ctx, path))
    _give(ctx, text, path)
    return 0 if all(check.agrees for check in found) else 1


@remit.command("checklist", cls=Command, text=t.CHECKLIST)
@argument("name", stands=t.CHECKLIST_NAME, text=t.ARG_CHECKLIST)
@argument("models", stands=t.MODELS, text=t.ARG_MODELS, nargs=-1, required=True)
@_persons
@_formats("text", "json", "markdown")
@_common
@click.pass_context
def checklist(
    ctx: click.Context,
    name: str,
    models: tuple[str, ...],
    without_persons: bool,
    form: str | None,
    path: Path | None,
) -> int:
    """A checklist's answers."""
    from remit import api

    form = _form(ctx, form, path, ("text", "json", "markdown"))
    asked = api.checklist(name)  # a checklist that does not exist is told before a model is read
    found = [one.checklist(asked) for one in _loaded(ctx, models, without_persons)]
    _give(ctx, render_checklist(found, form, session(ctx).lang, **_look(ctx, path)), path)
    return 0


def render_checklist(found: Sequence[Answers], form: str, lang: str, **look: Any) -> str:
    """The answers for one model, or for several side by side, in a format."""
    if form == "json":
        from remit.views import report_json

        told = [one.to_dict(lang) for one in found]
        return report_json.dumps(told[0] if len(told) == 1 else {"remit": 1, "models": told})
    from remit.views import checklist_text

    if len(found) > 1:
        if form == "markdown":
            return checklist_text.render_several_markdown(found, lang)
        return checklist_text.render_several(found, lang, **look)
    if form == "markdown":
        return checklist_text.render_markdown(found[0], lang)
    return checklist_text.render(found[0], lang, **look)


@remit.command("validate", cls=Command, text=t.VALIDATE)
@_model
@option("--format", "form", type=Choice(("text", "json")), default="text", text=t.OPT_FORMAT)
@_common
@click.pass_context
def validate(ctx: click.Context, model: str, form: str) -> int:
    """Whether a model is well formed; its errors are the result here."""
    from remit import api
    from remit.model.files import ModelErrors
    from remit.views import problems

    lang = session(ctx).lang
    try:
        entities = len(api.load(model, ask=_asker(ctx)).model.entities)
    except ModelErrors as errors:
        output.show(problems.render(errors, form, lang))
        return 2
    output.show(problems.render_valid(model, entities, form, lang))
    return 0


@remit.command("schema", cls=Command, text=t.SCHEMA)
@option("--scenario", is_flag=True, text=t.OPT_OF_SCENARIO)
@option("-o", "--output", "path", type=FILE, stands=t.FILE, text=t.OPT_OUTPUT)
@_common
@click.pass_context
def schema(ctx: click.Context, scenario: bool, path: Path | None) -> int:
    """The JSON Schema of a model file, or of a scenario."""
    from remit.views import report_json

    if scenario:
        from remit.model.changes.schema import scenario_schema as made
    else:
        from remit.model.files.schema import json_schema as made
    _give(ctx, report_json.dumps(made()), path)
    return 0


@remit.command("init", cls=Command, text=t.INIT)
@argument("path", stands=t.FILE, type=FILE, text=t.ARG_PATH)
@_common
@click.pass_context
def init(ctx: click.Context, path: Path) -> int:
    """A new commented model."""
    from remit.model.files.template import write_template

    write_template(path, session(ctx).lang)
    output.tell(said(ctx, t.WROTE, path=path) + "\n" + said(ctx, t.INIT_NEXT, path=path))
    return 0


@remit.command("convert", cls=Command, text=t.CONVERT)
@argument("source", stands=t.IN, text=t.ARG_IN)
@argument("path", stands=t.OUT, type=FILE, text=t.ARG_OUT)
@_persons
@_common
@click.pass_context
def convert(ctx: click.Context, source: str, path: Path, without_persons: bool) -> int:
    """A model in another format."""
    from remit.model.files import convert

    convert(_loaded(ctx, [source], without_persons)[0].model, path)
    output.tell(said(ctx, t.WROTE, path=path))
    return 0


_address = argument("address", stands=t.ADDRESS, text=t.ARG_ADDRESS)


@remit.command("push", cls=Command, text=t.PUSH)
@_model
@_address
@_common
@click.pass_context
def push(ctx: click.Context, model: str, address: str) -> int:
    """A model into Neo4j."""
    from remit import api
    from remit.store.address import read

    read(address)  # an address that cannot be read is told before a model is
    ask = _asker(ctx)
    organisation = api.load(model, ask=ask)
    with output.progress(said(ctx, t.PUSHING)) as progress:
        version = api.push(organisation, address, ask=ask, progress=progress)
    output.tell(said(ctx, t.PUSHED, model=version.model, version=version.number, entities=version.entities))
    return 0


@remit.command("pull", cls=Command, text=t.PULL)
@_address
@option("-o", "--output", "path", type=FILE, required=True, stands=t.FILE, text=t.OPT_PULLED)
@_common
@click.pass_context
def pull(ctx: click.Context, address: str, path: Path) -> int:
    """A model from Neo4j into a file."""
    from remit import api
    from remit.model.files import convert
    from remit.store.address import read

    read(address)
    convert(api.load(address, ask=_asker(ctx)).model, path)
    output.tell(said(ctx, t.WROTE, path=path))
    return 0


@remit.command("versions", cls=Command, text=t.VERSIONS)
@_address
@_formats("text", "json")
@_common
@click.pass_context
def versions(ctx: click.Context, address: str, form: str | None, path: Path | None) -> int:
    """The models and versions in Neo4j."""
    from remit import api
    from remit.views import report_json, versions_text

    form = _form(ctx, form, path, ("text", "json"))
    found = api.versions(address, ask=_asker(ctx))
    if form == "json":
        text = report_json.dumps({"remit": 1, "versions": [one.to_dict() for one in found]})
    else:
        text = versions_text.render(found, session(ctx).lang)
    _give(ctx, text, path)
    return 0


@remit.command("prune", cls=Command, text=t.PRUNE)
@_address
@option("--keep", type=click.IntRange(min=1), default=1, stands=t.NUMBER, text=t.OPT_KEEP)
@_common
@click.pass_context
def prune(ctx: click.Context, address: str, keep: int) -> int:
    """Old versions and cut-off loads out of Neo4j."""
    from remit import api

    gone = api.prune(address, keep, ask=_asker(ctx))
    for one in gone:
        output.show(f"{one.model} {one.number}\n")
    output.tell(said(ctx, t.PRUNED, n=len(gone)))
    return 0


@remit.command("demo", cls=Command, text=t.DEMO)
@option("-o", "--output", "folder", type=FILE, default=Path("remit-demo"), stands=t.FOLDER, text=t.OPT_FOLDER)
@_common
@click.pass_context
def demo(ctx: click.Context, folder: Path) -> int:
    """The main job on the shipped examples."""
    from remit.cli.demo import write

    lang = session(ctx).lang
    first = None
    for path in write(folder, lang):
        first = path
        output.show(f"{path}\n")
    output.tell(said(ctx, t.NEXT, path=first))
    return 0
