"""The models and versions in a database, as text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from remit.store.versions import Version
from remit.views import texts as t
from remit.views.harmless import plain


def render(versions: Sequence[Version], lang: str) -> str:
    """Each model with its versions, a line for each."""
    lines = []
    for model, own in groupby(versions, key=lambda one: one.model):
        lines.append(plain(model))
        for one in own:
            state = t.IN_FORCE if one.current else t.STATES.get(one.state, t.STATES["loading"])
            text = t.fill(t.VERSION_LINE, lang, version=one.number, entities=one.entities, state=state.get(lang))
            lines.append(f"  {text}")
    return "".join(f"{line}\n" for line in lines) or t.NO_VERSIONS.get(lang) + "\n"
