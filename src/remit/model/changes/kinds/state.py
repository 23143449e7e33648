"""Whatever no other change covers: any fact, statement, coverage, set or field of the head, and the order of things."""

from __future__ import annotations

import datetime
from typing import ClassVar

from remit.model import facts
from remit.model.changes.heads import MAY_GO, silence_head, tell_head
from remit.model.changes.kind import ChangeKind, Key, ids_in, join
from remit.model.changes.ordering import order_of
from remit.model.changes.removal import named_still
from remit.model.changes.rows import apply_facts, check_facts
from remit.model.changes.sections import every_section
from remit.model.changes.site import FAILED, WORD_KEYS, Site, label_of
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading, Words, kind_of
from remit.model.kinds.level import Level
from remit.model.text import Text
from remit.model.whole import SYSTEM, Head, Model

ITSELF = "itself"
MODEL = "model"
_ORDER = ("entities", "sets")


class State(ChangeKind):
    """Facts as they are to stand."""

    name: ClassVar[str] = "state"
    label: ClassVar[Text] = Text("ange", "state")
    description: ClassVar[Text] = Text(
        "Anger uppgifter som inget annat slag av ändring gäller: fält hos det som redan finns, påståenden, mängder, "
        "täckning och modellens huvud.",
        "States what no other kind of change covers: fields of what is there already, facts, sets, coverage and the "
        "head of the model.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key(MODEL, Text("modellens huvud, källord och täckning", "head, words of source and coverage of the model")),
        Key("sets", Text("mängder, nya eller i stället för tidigare", "sets, new or instead of former ones")),
        Key(
            "facts",
            Text("påståenden som tillkommer, tas bort eller ersätts", "rows of facts added, removed or replaced"),
        ),
        Key("leave_out", Text("fält som inget längre sägs om", "fields of which nothing is said any more")),
        Key("order", Text("i vilken ordning saker står", "in which order things stand")),
    )
    reasons: ClassVar[tuple[str, ...]] = ("row_not_found", "row_number", "still_named", "rank_stays")

    def also(self, name: str) -> bool:
        """The sections of a model, those of parts included."""
        return name in every_section() or name == SYSTEM

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """The keys, and that sections hold entities with fields."""
        names = [one.name for one in self.keys]
        if not reading.mapping(given, path, [*names, *every_section(), SYSTEM]):
            return
        if not given.value:
            reading.wrong(given, path, "nothing_written")
        for name, node in given.value.items():
            step = join(path, name)
            if name == "facts":
                check_facts(node, step, reading)
            elif name == SYSTEM and node.kind != "map":
                reading.wrong(node, step, "expected_mapping", found=kind_of(node))
            elif name == MODEL:
                tell_head(_no_model(), node, step, reading)
            elif name == "order":
                self._check_order(node, step, reading)
            elif node.kind != "map":
                reading.wrong(node, step, "expected_section", found=kind_of(node))
            elif name == "leave_out":
                for whose, one in node.value.items():
                    ids_in(one, join(step, whose), reading)
            elif name not in ("sets", SYSTEM):
                for whose, one in node.value.items():
                    if one.kind != "map":
                        reading.wrong(one, join(step, whose), "expected_mapping", found=kind_of(one))

    def _check_order(self, node: Node, path: str, reading: Reading) -> None:
        if reading.mapping(node, path, _ORDER):
            for name, one in node.value.items():
                ids_in(one, join(path, name), reading)

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Head, what is left out, fields, sets, rows, order: in this sequence, however they are written."""
        nodes, before = given.value, list(site.model.sets)
        site.rows_stay = True  # it tells the table itself
        if MODEL in nodes:
            tell_head(site.model, nodes[MODEL], join(path, MODEL), site.reading)
        if "leave_out" in nodes:
            self._leave_out(site, nodes["leave_out"], join(path, "leave_out"))
        if "sets" in nodes:
            self._sets(site, nodes["sets"], join(path, "sets"))
        for name, node in nodes.items():
            if name == SYSTEM:
                self._entity(site, SYSTEM, node, join(path, name))
            elif name in every_section():
                for whose, one in node.value.items():
                    kind = every_section()[name]
                    step = join(join(path, name), whose)
                    if site.entity_called(whose, node.keys[whose], step, (kind,)) is not FAILED:
                        self._entity(site, whose, one, step)
        if "facts" in nodes:
            apply_facts(site, nodes["facts"], join(path, "facts"))
        for lost in named_still(site.model, [one for one in before if one not in site.model.sets]):
            told = {"found": lost.named, "who": label_of(site.model, lost.entity), "field": lost.path}
            site.no(given, path, "still_named", **told)
        if "order" in nodes:
            self._order(site.model, nodes["order"], site.reading, join(path, "order"))

    def _entity(self, site: Site, name: str, node: Node, path: str) -> None:
        words = site.reading.words(node, path, site.words)
        entity = site.draft.edit(name)
        for key, one in node.value.items():
            step = join(path, key)
            if key == ITSELF:
                if site.reading.mapping(one, step, WORD_KEYS):
                    own = site.reading.words(one, step, Words())
                    value = None if name in site.model.parents else name
                    entity.said.pop("id", None)
                    if own != Words():  # as in a file that is read: none of its own is no entry
                        entity.said["id"] = (own.said(facts.State.VALUE, value),)
            elif key not in WORD_KEYS:
                site.field(entity, key, one, step, words)
        site.periods(entity, node.value, path)

    def _leave_out(self, site: Site, node: Node, path: str) -> None:
        for whose, one in node.value.items():
            step = join(path, whose)
            for field, at, place in ids_in(one, step, site.reading):
                if whose == MODEL:
                    self._head(site, field, at, place)
                elif whose == "sets":
                    self._no_set(site, field, at, place)
                elif site.entity_called(whose, node.keys[whose], step) is FAILED:
                    break
                else:
                    self._field(site, whose, field, at, place)

    def _head(self, site: Site, field: str, at: Node, path: str) -> None:
        if site.reading.one_of(at, path, MAY_GO) is not FAILED:
            silence_head(site.model, field)

    def _no_set(self, site: Site, name: str, at: Node, path: str) -> None:
        if name not in site.model.sets:
            site.reading.wrong(at, path, "unknown_id", found=name, near="")
        else:
            site.set_aside(name)

    def _field(self, site: Site, whose: str, field: str, at: Node, path: str) -> None:
        entity = site.draft.edit(whose)
        name = "id" if field == ITSELF else field
        if name == "id":
            entity.said.pop("id", None)
        elif (type(entity), name) == (Level, "rank"):
            site.no(at, path, "rank_stays")
        elif site.has_field(entity, name, at, path):
            site.silence(entity, name)

    def _sets(self, site: Site, node: Node, path: str) -> None:
        order = list(site.model.sets)
        for name in node.value:
            if name in site.model.sets:
                site.set_aside(name)
        site.section({"sets": (node, node)}, path.rpartition(".")[0])
        site.model.sets = {
            **{name: site.model.sets[name] for name in order if name in site.model.sets},
            **site.model.sets,
        }

    def _order(self, model: Model, node: Node, reading: Reading, path: str) -> None:
        for name, one in node.value.items():
            wanted = [text for text, *_ in ids_in(one, join(path, name), reading)]
            if name == "entities":
                model.entities = {key: model.entities[key] for key in order_of(model.entities, wanted)}
            else:
                model.sets = {key: model.sets[key] for key in order_of(model.sets, wanted)}


def _no_model() -> Model:
    return Model(Head("", Text("", ""), datetime.date.min))
