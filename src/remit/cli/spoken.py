"""Commands and options that speak Swedish and English; click's own are English only."""

from __future__ import annotations

import datetime
import math
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from remit.cli import texts as t
from remit.model.text import LANGUAGES, Text

F = TypeVar("F", bound=Callable[..., Any])
MOST = 1e18
"""No number that is asked for is as great."""


@dataclass(frozen=True, slots=True)
class Session:
    """What holds for the whole run: the language, and whether standard output is coloured."""

    lang: str = "sv"
    colour: bool = False


def language(args: Sequence[str]) -> str:
    """The language of a run: the last ``--lang``, else ``REMIT_LANG``, else Swedish; never the locale.

    Read before anything is parsed, because helps and usage errors are in it too.
    """
    found = os.environ.get("REMIT_LANG", "")
    for place, arg in enumerate(args):
        if arg == "--":
            break
        if arg.startswith("--lang="):
            found = arg.partition("=")[2]
        elif arg == "--lang" and place + 1 < len(args):
            found = args[place + 1]
    return found if found in LANGUAGES else "sv"


def session(ctx: click.Context | None) -> Session:
    """The session of a context (shell completion has none)."""
    found = ctx.find_object(Session) if ctx else None
    return found or Session(language(()))


def said(ctx: click.Context | None, text: Text, **values: object) -> str:
    """A text in the language of the run, filled in."""
    spoken = text.get(session(ctx).lang)
    return spoken.format_map({key: str(value) for key, value in values.items()}) if values else spoken


class Wrong(click.UsageError):
    """A usage error of our own, in both languages."""

    def __init__(self, text: Text, ctx: click.Context | None = None, **values: object) -> None:
        self.text = text
        self.values = values
        super().__init__(text.en, ctx)

    def told(self, lang: str) -> str:
        """The text in one language."""
        shown = {k: v.get(lang) if isinstance(v, Text) else str(v) for k, v in self.values.items()}
        return self.text.get(lang).format_map(shown)


class Choice(click.Choice[str]):
    """A choice that names what there is to choose from, in both languages."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The choice; raises :class:`Wrong` where it is none."""
        if value in self.choices:
            return str(value)
        raise Wrong(t.BAD_CHOICE, ctx, value=value, name=option_name(param), choices=", ".join(self.choices))


class Number(click.ParamType[float]):
    """A number from ``least`` (above it where ``above``), with a decimal point or comma; ``whole``: a whole one."""

    name = "number"

    def __init__(self, least: int = 0, *, whole: bool = False, above: bool = False) -> None:
        self.least, self.whole, self.above = least, whole, above

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number; raises :class:`Wrong` where it is none that fits."""
        try:
            found = int(str(value)) if self.whole else float(str(value).replace(",", "."))
        except ValueError:
            found = math.nan
        if not (self.least < found if self.above else self.least <= found) or not found < MOST:
            kind = t.WHOLE_NUMBER if self.whole else t.ANY_NUMBER
            fits = t.ABOVE if self.above else t.FROM
            raise Wrong(t.BAD_NUMBER, ctx, name=option_name(param), value=value, kind=kind, fits=fits, least=self.least)
        return found


class Day(click.ParamType[datetime.date]):
    """A date, ``YYYY-MM-DD``."""

    name = "date"

    def convert(  # click passes the parameter, which a date does not need
        self,
        value: Any,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,
    ) -> datetime.date:
        """The date; raises :class:`Wrong` where it is none."""
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=datetime.UTC).date()
        except ValueError:
            raise Wrong(t.BAD_DATE, ctx, value=value) from None


def option_name(param: click.Parameter | None, lang: str = "sv") -> str:
    """How a parameter is written on the command line."""
    if param is None:
        return "?"
    return param.stands.get(lang) if isinstance(param, Argument) else max(param.opts, key=len)


class Option(click.Option):
    """An option with a help in both languages."""

    def __init__(self, decls: Sequence[str], text: Text = t.OPT_HELP, stands: Text | None = None, **rest: Any) -> None:
        self.text = text
        self.stands = stands
        super().__init__(decls, **rest)

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for its value."""
        return said(ctx, self.stands) if self.stands else super().make_metavar(ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """How it is written, and its help in the language of the run."""
        record = super().get_help_record(ctx)
        return (record[0], said(ctx, self.text)) if record else None


class Argument(click.Argument):
    """An argument with a help in both languages."""

    def __init__(self, decls: Sequence[str], text: Text = t.ARG_MODEL, stands: Text = t.MODEL, **rest: Any) -> None:
        self.text = text
        self.stands = stands
        super().__init__(decls, **rest)

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for its value."""
        return said(ctx, self.stands)


class _Spoken(click.Command):
    """How a command shows itself in the language of the run."""

    text: Text
    allow_extra_args = True  # so that too many arguments are told by us, in both languages

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """``Användning: remit audit [FLAGGOR] MODELL``."""
        pieces = [said(ctx, t.OPTIONS_METAVAR)]
        pieces += [p for param in self.get_params(ctx) for p in param.get_usage_pieces(ctx)]
        if isinstance(self, click.Group):
            pieces.append(said(ctx, t.COMMAND_METAVAR))
        formatter.write_usage(ctx.command_path, " ".join(pieces), f"{said(ctx, t.USAGE)} ")

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The whole help."""
        self.format_usage(ctx, formatter)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(said(ctx, self.text))
        arguments = [
            (param.make_metavar(ctx), said(ctx, param.text))
            for param in self.get_params(ctx)
            if isinstance(param, Argument)
        ]
        if arguments:
            with formatter.section(said(ctx, t.ARGUMENTS)):
                formatter.write_dl(arguments)
        records = [self._record(ctx, param) for param in self.get_params(ctx)]
        with formatter.section(said(ctx, t.OPTIONS)):
            formatter.write_dl([record for record in records if record])
        self.format_commands(ctx, formatter)

    def _record(self, ctx: click.Context, param: click.Parameter) -> tuple[str, str] | None:
        if isinstance(param, click.Argument):
            return None
        record = param.get_help_record(ctx)
        return (record[0], said(ctx, t.OPT_HELP)) if record and not isinstance(param, Option) else record

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Only a group has commands."""

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 (click passes it; sentences are short)
        """The first sentence (for shell completion)."""
        return self.text.get(session(click.get_current_context(silent=True)).lang).partition("\n")[0]


class Command(_Spoken):
    """A command that says what it does in both languages."""

    def __init__(self, name: str, text: Text, **rest: Any) -> None:
        self.text = text
        super().__init__(name, **rest)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; what is left over is told in the language of the run."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Wrong(t.TOO_MANY, ctx, found=" ".join(rest))
        return rest


class Group(_Spoken, click.Group):
    """The command with its commands, listed in the order of their definition."""

    def __init__(self, name: str, text: Text, **rest: Any) -> None:
        self.text = text
        super().__init__(name, **rest)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click passes it)
        """The names in the order that a reader meets them."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every command with its first sentence."""
        rows = []
        for name, command in self.commands.items():
            assert isinstance(command, Command)
            rows.append((name, said(ctx, command.text).partition("\n")[0]))
        with formatter.section(said(ctx, t.COMMANDS)):
            formatter.write_dl(rows)


def option(*decls: str, text: Text, **rest: Any) -> Callable[[F], F]:
    """``click.option`` with a help in both languages."""
    return click.option(*decls, cls=Option, text=text, **rest)


def argument(*decls: str, text: Text, **rest: Any) -> Callable[[F], F]:
    """``click.argument`` with a help in both languages."""
    return click.argument(*decls, cls=Argument, text=text, **rest)
