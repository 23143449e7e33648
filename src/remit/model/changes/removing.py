"""Taking things out of the model of a site, and telling what keeps them from going."""

from __future__ import annotations

from collections.abc import Mapping

from remit.model.changes.fields import shape_of
from remit.model.changes.references import Lost
from remit.model.changes.removal import line_of, remove, still_cited
from remit.model.changes.site import Site, label_of
from remit.model.files.nodes import Node
from remit.model.kind import info_of
from remit.model.text import Text
from remit.model.whole import Model, part_class


def take_away(site: Site, named: Mapping[str, tuple[Node, str]], given: Node, path: str, *, line: bool = False) -> None:
    """Take these out, or tell each thing that still names them, at the place where they are named.

    ``named``: where each of them is named. ``line``: with the units below them and the functions in these.
    """
    names = line_of(site.model, named) if line else list(named)
    before = site.model
    cited = still_cited(before, names)
    before = site.draft.snapshot()
    for one in [*cited, *remove(site.draft, names)]:
        at, step = named.get(one.named, (given, path))
        code = "still_cited" if one.path == "source" else "still_named"
        told = {"found": label_of(before, one.named), "who": label_of(before, one.entity)}
        if code == "still_named":
            told["field"] = field_text(before, one)
        site.no(at, step, code, **told)


def field_text(model: Model, lost: Lost) -> Text:
    """A field in words, with its path: *the agreement it rests on (agreement)*."""
    cls = type(model.entities[lost.entity])
    first, _, inner = lost.path.partition(".")
    name = first.partition("[")[0]
    part = part_class(cls, name)
    inner = inner.partition("[")[0]
    text = info_of(part, inner).text if inner and part is not None else info_of(cls, name).text
    return Text(f"{text.sv} ({lost.path})", f"{text.en} ({lost.path})")


__all__ = ["field_text", "shape_of", "take_away"]
