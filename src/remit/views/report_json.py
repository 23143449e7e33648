"""Results as JSON: the public types, versioned; names in it cannot act on a terminal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from remit.queries.finding import Audit
from remit.views.harmless import json_text


def render(audit: Audit, lang: str = "sv") -> str:
    """The audit as the object that ``schemas/audit.schema.json`` describes."""
    return dumps(audit.to_dict(lang))


def dumps(value: Mapping[str, Any] | list[Any]) -> str:
    """Indented JSON in UTF-8, with one line end at its end."""
    return json_text(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def audit_schema() -> dict[str, Any]:
    """The JSON Schema of :func:`render`'s object."""
    from importlib.resources import files

    text = files("remit.views").joinpath("schemas", "audit.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
