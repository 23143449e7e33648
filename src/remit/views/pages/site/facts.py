"""What is told of a field, as the pages show it: the value or the word for it, how sure, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from remit.graph.org import field_text
from remit.graph.resolve import Fact, Item, Origin, owner_class, text_key
from remit.model.facts import Degree, Extent, Modality, Practice, Said, SourceRef, State
from remit.model.kind import Part, ref_of
from remit.model.kinds import registry
from remit.model.kinds.route import RELATIONS, RouteItem
from remit.model.text import Text
from remit.model.whole import Statement, as_tuple, fields_of, value_at
from remit.views import texts as v
from remit.views.pages.site import texts as t
from remit.views.pages.site.frame import Site, clean
from remit.views.pages.site.references import References
from remit.views.words import places

if TYPE_CHECKING:
    from remit.views.pages.site.records import Entry


class Piece(NamedTuple):
    """One value, or one item of a list: an entity (``id``) or a text, with what is added to it in words."""

    id: str
    text: Text
    state: State = State.VALUE
    certainty: Degree | None = None
    """Where it differs from that of the whole."""
    added: tuple[Text, ...] = ()
    """What limits it: that it may be, that it holds in practice, in some cases …"""
    topics: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    principals: tuple[str, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    """Where they differ from those of the whole."""
    members: tuple[str, ...] = ()
    """The entities that it stands for, where a source names them by a set."""


class Perhaps(NamedTuple):
    """What a statement says of some of a set that something belongs to: whether of this one, nobody tells."""

    about: str
    extent: Extent
    state: State
    pieces: tuple[Piece, ...]
    certainty: Degree
    sources: tuple[SourceRef, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one field.

    ``state``: ``value``, ``none``, ``unlisted`` (a complete listing leaves it out), ``unclear``, ``deferred``,
    ``unknown`` (a source says that it is not known), ``silent`` (nobody says anything), ``items`` (some items are
    told, the whole is not) or ``contradiction`` (each of the pieces is what one source says). ``set``: the set of
    which it is told as a whole.
    """

    label: Text
    state: str
    pieces: tuple[Piece, ...] = ()
    certainty: Degree | None = None
    sources: tuple[SourceRef, ...] = ()
    added: tuple[Text, ...] = ()
    notes: tuple[str, ...] = ()
    set: str = ""
    perhaps: tuple[Perhaps, ...] = ()
    path: str = ""
    default: bool = False
    """Whether nobody says it: it is taken to be so where nothing else is said."""

    @property
    def said(self) -> bool:
        """Whether anybody says anything, be it of some of a set."""
        return (self.state not in ("silent", "unlisted") and not self.default) or bool(self.perhaps)


class Facts:
    """Reads the facts of a model for the pages."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.org = site.org
        self._short: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for statement in self.org.model.statements:
            if statement.extent not in (None, Extent.ALL) and statement.what != "channel":
                for member in self.org.resolver.members(statement.about):
                    self._short[member, statement.what].append(statement)

    @cached_property
    def references(self) -> References:
        """Who names what."""
        return References(self)

    @cached_property
    def register(self) -> list[Entry]:
        """The decision register."""
        from remit.views.pages.site.records import register

        return register(self)

    def told(self, identifier: str, path: str, label: Text | None = None) -> Told:
        """What is told of a field of an entity."""
        fact = self.org.resolver.fact(identifier, path)
        kind = self.org.kind(identifier)
        shown = label or self.label(kind, path)
        perhaps = tuple(self._perhaps(identifier, kind, path)) if not fact.stated else ()
        state = _state(fact)
        if state == "contradiction":
            pieces = tuple(self._version(kind, path, said) for said in _versions(fact.said))
            return Told(shown, state, pieces, Degree.OPEN, (), (), _notes(fact.said), path=path)
        told_of = ""
        if fact.statement is not None and fact.origin == Origin.STATEMENT:
            about = self.org.model.statements[fact.statement].about
            told_of = about if about != identifier else ""
        pieces = self.pieces(kind, path, fact)
        sure = fact.degree if fact.stated else None
        if state in ("silent", "unknown") and pieces:
            state = "items"
        added = _added(fact.modality, _practice(fact.said))
        default = fact.origin == Origin.DEFAULT
        if pieces:  # what limits each of the items is told there
            added = tuple(one for one in added if not all(one in piece.added for piece in pieces))
        stands = self.site.standing(identifier) if path == "status" and fact.value == "in_force" else None
        if stands and default:  # that nobody tells the status does not put what has ended, or only may be, in force
            pieces, default = (Piece("", stands),), False
        elif stands:
            added = (*added, stands)
        return Told(
            shown, state, pieces, sure, fact.sources, added,
            _notes(fact.said), told_of, perhaps, path, default,
        )  # fmt: skip

    def label(self, kind: str, path: str) -> Text:
        """What a field of a kind is called."""
        return t.FIELDS.get((kind, path)) or t.FIELDS.get(("", path)) or _label(field_text(kind, path))

    def many(self, identifier: str, *paths: str) -> list[Told]:
        """What is told of several fields, in this order."""
        return [self.told(identifier, path) for path in paths]

    def others(self, identifier: str, shown: Iterable[str]) -> list[Told]:
        """What is told of the fields beside those shown already; what nobody tells is left out."""
        seen = set(shown)
        seen |= {path.partition(".")[0] for path in seen}
        found = []
        kind = self.org.kind(identifier)
        inside = {name for name, _ in registry()[kind].kind_meta.parts}
        for path, _, name in fields_of(kind):
            if name in inside or path in seen or f"{path.partition('.')[0]}.*" in seen:
                continue
            fact = self.org.resolver.fact(identifier, path)
            if fact.origin == Origin.WHOLE or isinstance(fact.value, Part):
                continue  # told by the part as a whole, or by its fields
            told = self.told(identifier, path)
            if told.said and (told.pieces or told.state != "value"):
                found.append(told)
        return found

    def pieces(self, kind: str, path: str, fact: Fact) -> tuple[Piece, ...]:
        """The value of a fact, or the items of its list; denied ones last."""
        if fact.items:
            sets = self._sets(fact.subject, path)
            there: dict[str, Piece] = {}
            for number, item in enumerate(fact.items):
                piece = self.item(kind, path, item, fact)
                whole = sets.get(item.value, "") if item.statement is None else ""
                key = f"set {whole}" if whole else f"item {number}"
                known = there.get(key)
                if not whole:
                    there[key] = piece
                elif known is None:
                    there[key] = piece._replace(id="", text=self.site.name(whole), members=(item.value,))
                else:
                    there[key] = known._replace(members=(*known.members, item.value))
            return tuple(sorted(there.values(), key=lambda one: one.state != State.VALUE))
        if fact.state != State.VALUE or fact.value is None:
            return ()
        return tuple(self._piece(kind, path, one) for one in as_tuple(fact.value))

    def _sets(self, subject: str, path: str) -> dict[str, str]:
        """For each item that a list names by a set: the set."""
        entity = self.org.model.entities.get(subject)
        raw = as_tuple(value_at(entity, path)) if entity is not None else ()
        named = [str(getattr(one, "to", one)) for one in raw]
        sets = [one for one in named if one in self.org.model.sets]
        alone = set(named) - set(sets)
        return {m: one for one in reversed(sets) for m in self.org.resolver.members(one) if m not in alone}

    def item(self, kind: str, path: str, item: Item, whole: Fact | None = None) -> Piece:
        """One item of a list."""
        piece = self._piece(kind, path, item.value)
        degree = Degree.OPEN if item.possibly else item.degree
        alike = whole is not None and whole.stated and degree == whole.degree
        added = list(_added(item.modality))
        statement = self.org.model.statements[item.statement] if item.statement is not None else None
        if statement is not None and statement.extent not in (None, Extent.ALL):
            added.append(self.site.said_of(statement.about, statement.extent))
        route = item.route
        own = () if whole is not None and set(item.sources) <= set(whole.sources) else item.sources
        return piece._replace(
            state=item.state,
            certainty=None if alike else degree,
            added=tuple(added),
            topics=tuple(route.topics or ()) if route else (),
            through=tuple(route.through or ()) if route else (),
            principals=tuple(route.principals or ()) if route else (),
            sources=own,
        )

    def _piece(self, kind: str, path: str, value: Any) -> Piece:
        """A value in words, or the entity that it names."""
        if isinstance(value, RouteItem):
            value = value.to
        if isinstance(value, Part):
            return Piece("", t.THERE_IS_ONE)
        if isinstance(value, str):
            if self.org.kind(value) and self._names(kind, path):
                return Piece(value, self.site.name(value))
            word = v.VALUES.get(value)
            if word is not None and not self._names(kind, path):
                return Piece(
                    "", t.POWERS.get(value, word) if path.endswith("powers") else t.WORDS.get((path, value), word)
                )
            return Piece("", clean(Text(value, value)))
        return Piece("", clean(self.org.value_text(value)))

    def _names(self, kind: str, path: str) -> bool:
        """Whether a field names entities."""
        if not kind:
            return False
        if path in RELATIONS:
            return True
        owner, name = owner_class(registry()[kind], path)
        return ref_of(owner, name) is not None

    def _version(self, kind: str, path: str, said: Said) -> Piece:
        """What one of several sources that disagree says."""
        if said.state != State.VALUE:
            return Piece("", Text("", ""), said.state, said.degree, _added(said.modality), sources=said.sources)
        pieces = [self._piece(kind, path, one) for one in as_tuple(said.value)]
        text = Text(", ".join(one.text.sv for one in pieces), ", ".join(one.text.en for one in pieces))
        only = pieces[0].id if len(pieces) == 1 else ""
        return Piece(only, text, State.VALUE, said.degree, _added(said.modality), sources=said.sources)

    def _perhaps(self, identifier: str, kind: str, path: str) -> Iterable[Perhaps]:
        for statement in self._short.get((identifier, path), ()):
            if statement.to:
                continue  # stands among the items
            said = statement.said
            pieces = (
                tuple(self._piece(kind, path, one) for one in as_tuple(said.value)) if said.state == State.VALUE else ()
            )
            extent = statement.extent or Extent.ALL
            yield Perhaps(statement.about, extent, said.state, pieces, said.degree, said.sources, clean_note(said.note))

    # -- sources --------------------------------------------------------------------------------------------

    def places(self, sources: Sequence[SourceRef]) -> list[tuple[str, Text]]:
        """The places where something is told, by document: its id, and the headings and paragraphs in words."""
        documents: dict[str, list[SourceRef]] = defaultdict(list)
        for ref in sources:
            documents[ref.document].append(ref)
        found = []
        for document, refs in documents.items():
            told = [places(refs, lang).partition("]")[2].strip() for lang in ("sv", "en")]
            found.append((document, clean(Text(*told))))
        return found


def _state(fact: Fact) -> str:
    """The word for how a field stands."""
    if fact.origin == Origin.CONTRADICTION:
        return "contradiction"
    if fact.state == State.NONE and fact.origin == Origin.COVERAGE:
        return "unlisted"
    if fact.state == State.UNKNOWN:
        return "unknown" if fact.origin in (Origin.OWN, Origin.STATEMENT) else "silent"
    return fact.state.value


def _versions(said: Sequence[Said]) -> list[Said]:
    """What sources that disagree say, each once, with all places where it is said."""
    found: dict[tuple[State, str], Said] = {}
    for one in said:
        key = (one.state, text_key(one.value))
        known = found.get(key)
        found[key] = known._replace(sources=(*known.sources, *one.sources)) if known else one
    return list(found.values())


def _added(modality: Modality | None, practice: Practice | None = None) -> tuple[Text, ...]:
    found = [t.MODALITY[modality]] if modality in t.MODALITY else []
    return (*found, *([t.PRACTICE[practice]] if practice in t.PRACTICE else []))


def _practice(said: Sequence[Said]) -> Practice | None:
    return said[0].practice if len(said) == 1 else None


def _notes(said: Sequence[Said]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clean_note(one.note) for one in said if one.note))


def clean_note(note: str | None) -> str:
    """A remark as a page may show it."""
    return clean(Text(note or "", "")).sv


def _label(text: Text) -> Text:
    """The last name of a field, with a capital."""
    sv, en = text.sv.rpartition(" – ")[2], text.en.rpartition(" – ")[2]
    return Text(v.capital(sv), v.capital(en))
