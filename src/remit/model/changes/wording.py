"""A change in a few words, for lists and reports."""

from __future__ import annotations

from remit.model.changes.kinds import registry
from remit.model.changes.scenario import Change
from remit.model.changes.sections import named_in
from remit.model.files.nodes import Node
from remit.model.text import Text
from remit.model.whole import Model

SUBJECTS = ("this", "these", "of", "from", "to", "agreement")
"""The keys that tell what a change is about, the first that is there."""
_TOWARDS = {
    "merge": ("into", Text("till", "into")),
    "move": ("to", Text("till", "to")),
    "join": ("parties", Text("för", "for")),
    "leave": ("parties", Text("för", "by")),
    "split": ("into", Text("i", "into")),
}
_AT_MOST = 6


def summary(change: Change, *models: Model) -> Text:
    """What a change does, in one line: *slå samman Landstinget, Regionförbundet till Regionen*.

    ``models``: where the names of things are looked up, the first that has them (before and after the change);
    what none has stands with its id.
    """
    kind = registry()[change.kind]
    nodes = kind.nodes(change.given)
    subject = next((nodes[key] for key in SUBJECTS if key in nodes), None)
    told = _ids(subject) if subject is not None else list(dict.fromkeys(named_in(change.given)))
    if change.kind == "state":
        told = list(nodes)
    sv, en = [kind.label.sv, _names(told, models, "sv")], [kind.label.en, _names(told, models, "en")]
    if change.kind in _TOWARDS:
        key, word = _TOWARDS[change.kind]
        ends = _ids(nodes[key])
        sv += [word.sv, _names(ends, models, "sv")]
        en += [word.en, _names(ends, models, "en")]
    return Text(" ".join(one for one in sv if one), " ".join(one for one in en if one))


def _ids(node: Node) -> list[str]:
    if node.kind == "map":
        return list(node.value)
    return [str(one.value) for one in (node.value if node.kind == "seq" else [node])]


def _names(ids: list[str], models: tuple[Model, ...], lang: str) -> str:
    more = len(ids) - _AT_MOST
    named = [_name(one, models, lang) for one in ids[:_AT_MOST]]
    rest = {"sv": f"och {more} till", "en": f"and {more} more"}[lang]
    return ", ".join(named) + (f" {rest}" if more > 0 else "")


def _name(one: str, models: tuple[Model, ...], lang: str) -> str:
    for model in models:
        entity = model.entities.get(one)
        if entity is not None and entity.name is not None:
            return entity.name.get(lang)
        if one in model.sets:
            return model.sets[one].name.get(lang)
    return one
