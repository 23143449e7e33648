"""Model files: reading them with every fault in its place, writing them, and those that ship with Remit."""

from __future__ import annotations

from pathlib import Path

from remit.model.files.loader import Loader
from remit.model.files.nodes import Limits
from remit.model.files.problems import EnvironmentProblem, ModelErrors, Problem, RemitError, UsageProblem
from remit.model.files.shipped import resolve, resolve_scenario, shipped, shipped_scenarios
from remit.model.files.write import write_text
from remit.model.whole import Model


def load(path: str | Path, limits: Limits | None = None) -> Model:
    """Read a model from a YAML or JSON file (``.json``) and the files that it includes.

    Raises ModelErrors with everything that is wrong in the files, UsageProblem where there is no such file,
    EnvironmentProblem where the machine refuses.
    """
    loader = Loader(limits or Limits())
    loader.file(Path(path), str(path))
    return loader.model()


def loads(text: str, name: str = "model.yaml", limits: Limits | None = None) -> Model:
    """Read a model from a text; ``name`` stands in messages, and one that ends in ``.json`` means JSON."""
    loader = Loader(limits or Limits())
    loader.text(text, name)
    return loader.model()


def dump(model: Model) -> str:
    """A model as YAML that reads back equal; see :mod:`remit.model.files.writer`."""
    from remit.model.files import writer  # those who only read need not load it

    return writer.dump(model)


def dump_json(model: Model) -> str:
    """A model as JSON that reads back equal."""
    from remit.model.files import writer

    return writer.dump_json(model)


def convert(model: Model, path: str | Path) -> None:
    """Write a model in the format that the file's name ends in: ``.yaml``, ``.yml`` or ``.json``."""
    suffix = Path(path).suffix.lower()
    writer = _WRITERS.get(suffix)
    if writer is None:
        raise UsageProblem("unknown_format", found=suffix or str(path), known=sorted(_WRITERS))
    write_text(path, writer(model))


_WRITERS = {".yaml": dump, ".yml": dump, ".json": dump_json}

__all__ = [
    "EnvironmentProblem",
    "Limits",
    "ModelErrors",
    "Problem",
    "RemitError",
    "UsageProblem",
    "convert",
    "dump",
    "dump_json",
    "load",
    "loads",
    "resolve",
    "resolve_scenario",
    "shipped",
    "shipped_scenarios",
    "write_text",
]
