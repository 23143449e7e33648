"""Whether what names a set can name it still, now that its members are of another kind."""

from __future__ import annotations

from pydantic import BaseModel

from remit.model.changes.references import naming, values_in
from remit.model.changes.site import Site
from remit.model.changes.substitution import kinds_of
from remit.model.files.nodes import Node
from remit.model.files.tables import CHANNEL, shape_at
from remit.model.kinds import registry


def check_set_kinds(site: Site, at: Node, path: str) -> None:
    """Tell of facts about sets that ask what their members have not, and of fields that cannot name such members."""
    model = site.model
    for row in model.statements:
        if row.about not in model.sets or row.what == CHANNEL:
            continue
        for kind in sorted(kinds_of(model, row.about)):
            cls = registry()[kind]
            if shape_at(cls, row.what) is None:
                site.reading.wrong(at, path, "unknown_field", found=row.what, kind=cls.kind_meta.label, near="")
    for entity in model.entities.values():
        _fields(site, entity, at, path)


def _fields(site: Site, fields: BaseModel, at: Node, path: str) -> None:
    for shape in naming(type(fields)):
        value = getattr(fields, shape.name)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, BaseModel):
                _fields(site, part, at, path)
        if shape.ref is None or not shape.ref.kinds:
            continue
        for name in values_in(value) & site.model.sets.keys():
            of = site.model.sets[name].of
            if of and of not in shape.ref.kinds:
                labels = [registry()[kind].kind_meta.label for kind in shape.ref.kinds]
                told = {"found": name, "kind": registry()[of].kind_meta.plural, "expected": labels}
                site.reading.wrong(at, path, "wrong_set", **told)
