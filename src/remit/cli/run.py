"""One run of the command: its language and colour, its faults in words, its exit status."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence

import click

from remit.cli import (
    diff_command,  # noqa: F401 (it adds its command)
    log_command,  # noqa: F401 (it adds its command)
    output,
    reorganise_command,  # noqa: F401 (it adds its commands)
    simulate_command,  # noqa: F401 (it adds its command)
    site_command,  # noqa: F401 (it adds its command)
    suggest_command,  # noqa: F401
    sweep_command,  # noqa: F401 (it adds its command)
)
from remit.cli import texts as t
from remit.cli.commands import remit
from remit.cli.spoken import Session, Wrong, language, option_name
from remit.model.text import Text

FINE, FOUND, USAGE, ENVIRONMENT, OURS, INTERRUPTED = 0, 1, 2, 3, 4, 130
"""The exit statuses."""


def run(args: Sequence[str]) -> int:
    """Run a command and give its exit status; whatever goes wrong is told on standard error."""
    for stream in (sys.stdout, sys.stderr):
        # a name must not end the run because a console cannot show one of its letters
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    session = Session(language(args), output.wants_colour(sys.stdout))
    try:
        status = remit.main(list(args), "remit", standalone_mode=False, obj=session)
        return status if isinstance(status, int) else FINE
    except (KeyboardInterrupt, click.Abort):
        output.tell(f"remit: {t.INTERRUPTED.get(session.lang)}")
        return INTERRUPTED
    except click.ClickException as error:
        return _usage(error, session.lang)
    except BrokenPipeError:
        output.quiet()
        return FINE
    except Exception as error:  # noqa: BLE001 (the last resort: no trace ever reaches the user unasked)
        return _fault(error, session.lang, debug="--debug" in args)


def _usage(error: click.ClickException, lang: str) -> int:
    """Tell a usage error and how to get help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        output.tell(error.format_message())
        return USAGE
    output.tell(f"remit: {_words(error, lang)}.".replace("?.", "?"))
    if isinstance(error, click.UsageError) and error.ctx is not None:
        output.tell(t.TRY_HELP.get(lang).format(command=error.ctx.command_path))
    return USAGE


def _words(error: click.ClickException, lang: str) -> str:
    """What is wrong, in our words where click has only English ones."""
    if isinstance(error, Wrong):
        return error.told(lang)
    if isinstance(error, click.NoSuchOption):
        return t.NO_OPTION.get(lang).format(name=error.option_name) + _near(error.possibilities, lang)
    if isinstance(error, click.exceptions.NoSuchCommand):
        return t.NO_COMMAND.get(lang).format(name=error.command_name) + _near(error.possibilities, lang)
    if isinstance(error, click.MissingParameter):
        return t.MISSING.get(lang).format(name=option_name(error.param, lang))
    if isinstance(error, click.BadOptionUsage):
        # click does not tell which command it was; a name means the same in all of them
        params = [param for one in (remit, *remit.commands.values()) for param in one.params]
        flags = {name for p in params if isinstance(p, click.Option) and p.is_flag for name in (*p.opts, "--help")}
        text = t.NO_VALUE if error.option_name in flags else t.NEEDS_VALUE
        return text.get(lang).format(name=error.option_name)
    return error.format_message()


def _near(names: Sequence[str] | None, lang: str) -> str:
    return t.NEAR.get(lang).format(near=t.OR.get(lang).join(names)) if names else ""


def _fault(error: Exception, lang: str, *, debug: bool) -> int:
    """Tell what went wrong after the parsing, and whose matter it is."""
    # imported here: a help must not wait for the model's library
    from remit.model.files.problems import EnvironmentProblem, ModelErrors, RemitError
    from remit.views.harmless import plain

    if isinstance(error, ModelErrors):
        output.tell(error.render(lang))
        count = len(error.problems)
        output.tell(f"remit: {(t.PROBLEM_ONE if count == 1 else t.PROBLEM_MANY).get(lang).format(n=count)}")
        return USAGE
    if isinstance(error, RemitError):
        output.tell(f"remit: {error.render(lang)}")
        return ENVIRONMENT if isinstance(error, EnvironmentProblem) else USAGE
    if isinstance(error, OSError):
        path = plain(str(error.filename)) if error.filename else t.STANDARD_OUTPUT.get(lang)
        output.tell("remit: " + t.DISK.get(lang).format(path=path, why=_why(error, lang)))
        return ENVIRONMENT
    text = getattr(error, "text", None)
    if isinstance(text, Text):
        output.tell(f"remit: {text.get(lang)}")
        return USAGE
    if debug:
        import traceback

        output.tell("".join(traceback.format_exception(error)).rstrip("\n"))
    what = plain(f"{type(error).__name__}: {error}".rstrip(": "))
    output.tell("remit: " + t.INTERNAL.get(lang).format(what=what[:300]))
    return OURS


def _why(error: OSError, lang: str) -> str:
    text = t.OS_ERRORS.get(errno.errorcode.get(error.errno or 0, ""))
    return text.get(lang) if text else (error.strerror or type(error).__name__)
