"""The models and scenarios that ship with Remit, and what a user may have meant by a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from remit.model.files.problems import UsageProblem
from remit.model.files.reading import near

_FOLDER = Path(__file__).resolve().parent.parent / "examples"
"""Beside this package; importlib.resources would cost more time than reading the model."""
_MAIN = "model.yaml"
_SUFFIX = ".yaml"
_MODEL = re.compile(rb"^model:", re.MULTILINE)
"""What tells a model from a file that others include."""
_SCENARIO = re.compile(rb"^scenario:", re.MULTILINE)
"""What tells a scenario."""


def _examples() -> dict[str, Path]:
    """Each shipped model by name: ``NAME.yaml``, or ``NAME/model.yaml`` where it has several files."""
    found = _with_head(_MODEL)
    found |= {path.name: path / _MAIN for path in _FOLDER.iterdir() if (path / _MAIN).is_file()}
    return dict(sorted(found.items()))


def _with_head(head: re.Pattern[bytes]) -> dict[str, Path]:
    """The shipped files that have such a head, by name."""
    files = sorted(path for path in _FOLDER.iterdir() if path.suffix == _SUFFIX)
    return {path.stem: path for path in files if head.search(path.read_bytes())}


def shipped() -> tuple[str, ...]:
    """The names of the shipped models, sorted."""
    return tuple(_examples())


def shipped_scenarios() -> tuple[str, ...]:
    """The names of the shipped scenarios, sorted."""
    return tuple(_with_head(_SCENARIO))


def resolve(name_or_path: str) -> Path:
    """The file that a user means: one that exists, else a shipped model by its name.

    Raises UsageProblem where it is neither (a folder, an address), with the name that may have been meant.
    """
    return _resolve(name_or_path, _examples, "no_such_model")


def resolve_scenario(name_or_path: str) -> Path:
    """The scenario file that a user means: one that exists, else a shipped scenario by its name.

    Raises UsageProblem as :func:`resolve` does.
    """
    return _resolve(name_or_path, lambda: _with_head(_SCENARIO), "no_such_scenario")


def _resolve(name_or_path: str, known: Callable[[], dict[str, Path]], unknown: str) -> Path:
    if "://" in name_or_path:
        raise UsageProblem("no_address")  # which is not told again: it may hold a password
    path = Path(name_or_path)
    if _exists(path):
        return path
    if path.is_dir():
        raise UsageProblem("is_folder", found=name_or_path)
    examples = known()
    if name_or_path in examples:
        return examples[name_or_path]
    if path.suffix or len(path.parts) != 1:
        raise UsageProblem("no_such_file", found=name_or_path)
    raise UsageProblem(unknown, found=name_or_path, near=near(name_or_path, examples), known=list(examples))


def _exists(path: Path) -> bool:
    try:
        return path.is_file() or (path.exists() and not path.is_dir())
    except (OSError, ValueError):
        # a name that the system cannot look up is told when it is opened
        return True
