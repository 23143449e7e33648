"""What a checklist is, and reading one from its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from remit.model.files.nodes import Node
from remit.model.files.reading import FAILED, Reading, kind_of, near
from remit.model.files.shapes import shapes
from remit.model.kinds import registry
from remit.model.text import LANGUAGES, Text
from remit.queries.catalogue import catalogue
from remit.queries.side_files import is_this_format, raise_all, text_of, tree_of

SHIPPED = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class FactTest:
    """A field (dotted path) that says yes where it holds ``value`` (None: any value but "no")."""

    path: str
    value: str | None = None

    def meets(self, value: Any) -> bool:
        """Whether a value of the field says yes."""
        if self.value is None:
            return value is not False
        if isinstance(value, bool):
            return self.value.casefold() in (("yes", "ja", "true") if value else ("no", "nej", "false"))
        if isinstance(value, list | tuple):
            return self.value in map(str, value)
        return str(value) == self.value


@dataclass(frozen=True, slots=True)
class Test:
    """What a question is answered from, asked of one kind.

    ``over``: the kind whose entities are looked at together (for the system as a whole). ``where``: only those whose
    fields have one of these values. ``rules``: codes of rules whose findings say no.
    """

    facts: tuple[FactTest, ...] = ()
    rules: tuple[str, ...] = ()
    over: str = ""
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a checklist; ``asked_of`` says of which kinds, and what each answer is read from."""

    id: str
    text: Text
    asked_of: Mapping[str, Test]
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """A list of questions with a title and where they come from."""

    id: str
    title: Text
    source: Text | None
    questions: tuple[Question, ...]

    def codes(self) -> tuple[str, ...]:
        """The rules that any question looks at, sorted."""
        tests = (test for question in self.questions for test in question.asked_of.values())
        return tuple(sorted({code for test in tests for code in test.rules}))


def shipped_checklists() -> dict[str, Path]:
    """The checklists that come with Remit, by name."""
    return {path.stem: path for path in sorted(SHIPPED.glob("*.yaml"))}


def read_checklist(path: str | Path) -> Checklist:
    """A checklist from a YAML or ``.json`` file.

    Raises ModelErrors with all that is wrong, each with its place; UsageProblem or EnvironmentProblem where the file
    cannot be read.
    """
    reading = Reading()
    tree = tree_of(path, reading)
    found = _Reader(reading).checklist(tree) if tree is not None else None
    raise_all(reading.problems)
    assert found is not None
    return found


class _Reader:
    """Reads the tree of a checklist; whatever is wrong is noted, and the reading goes on."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def checklist(self, tree: Node) -> Checklist | None:
        known = ("remit", "checklist", "questions")
        if not self.reading.mapping(tree, "", known) or not is_this_format(tree, self.reading):
            return None
        for key in known[1:]:
            if key not in tree.value:
                self.reading.wrong(tree, "", "missing_key", key=key)
                return None
        head, listed = tree.value["checklist"], tree.value["questions"]
        if not self.reading.mapping(head, "checklist", ("id", "title", "source")):
            return None
        if listed.kind != "seq":
            self.reading.wrong(listed, "questions", "expected_list", found=kind_of(listed))
            return None
        identifier = text_of(head, "id", "checklist", self.reading)
        title, source = self.needed(head, "title", "checklist"), self.words(head, "source", "checklist")
        return Checklist(str(identifier), title, source, tuple(self.questions(listed)))

    def questions(self, listed: Node) -> Iterator[Question]:
        for number, row in enumerate(listed.value):
            at = f"questions[{number}]"
            if not self.reading.mapping(row, at, ("id", "text", "note", "asked_of")):
                continue
            identifier = text_of(row, "id", at, self.reading)
            text, note = self.needed(row, "text", at), self.words(row, "note", at)
            asked = row.value.get("asked_of")
            if asked is None:
                self.reading.wrong(row, at, "missing_key", key="asked_of")
                continue
            if self.reading.mapping(asked, f"{at}.asked_of", tuple(registry())):
                tests = {
                    kind: self.test(kind, node, f"{at}.asked_of.{kind}")
                    for kind, node in asked.value.items()
                    if kind in registry()
                }
                yield Question(str(identifier), text, tests, note)

    def needed(self, row: Node, name: str, at: str) -> Text:
        """A text that must be there; where it is not, a fault has been told, and nothing is made of what is read."""
        return self.words(row, name, at, needed=True) or Text(name, name)

    def words(self, row: Node, name: str, at: str, *, needed: bool = False) -> Text | None:
        """A text: one for both languages, or one in each."""
        node = row.value.get(name)
        if node is None:
            if needed:
                self.reading.wrong(row, at, "missing_key", key=name)
            return None
        place = f"{at}.{name}"
        if node.kind != "map":
            text = self.reading.scalar(node, place)
            return None if text is FAILED else Text(text, text)
        if not self.reading.mapping(node, place, LANGUAGES):
            return None
        told = {lang: self.reading.scalar(one, f"{place}.{lang}") for lang, one in node.value.items()}
        some = next((text for text in told.values() if text is not FAILED), "")
        sv, en = (told.get(lang, some) for lang in ("sv", "en"))
        return Text(some if sv is FAILED else sv, some if en is FAILED else en)

    def test(self, kind: str, node: Node, at: str) -> Test:
        if not self.reading.mapping(node, at, ("facts", "rules", "over", "where")):
            return Test()
        over = ""
        if "over" in node.value:
            told = self.reading.one_of(node.value["over"], f"{at}.over", tuple(registry()))
            over = "" if told is FAILED else told
        looked = over or kind
        where: list[tuple[str, tuple[str, ...]]] = []
        if "where" in node.value and self.reading.mapping(node.value["where"], f"{at}.where", self.fields(looked)):
            for name in node.value["where"].value:
                place = f"{at}.where.{name}"
                values = [self.reading.scalar(one, place) for one in self.items(node.value["where"], name, at)]
                where.append((name, tuple(one for one in values if one is not FAILED)))
        facts = tuple(self.facts(looked, node, at))
        rules = tuple(self.rules(node, at))
        if not facts and not rules and not self.reading.problems:
            self.reading.wrong(node, at, "missing_key", key="facts")
        return Test(facts, rules, over, tuple(where))

    def facts(self, kind: str, node: Node, at: str) -> Iterator[FactTest]:
        for number, one in enumerate(self.items(node, "facts", at)):
            place = f"{at}.facts[{number}]"
            value = None
            if one.kind == "map":
                if not self.reading.mapping(one, place, ("field", "is")):
                    continue
                path = text_of(one, "field", place, self.reading)
                value = text_of(one, "is", place, self.reading)
            else:
                path = self.reading.scalar(one, place)
            if FAILED in (path, value):
                continue
            if self.is_field(kind, path):
                yield FactTest(path, value)
            else:
                self.reading.wrong(one, place, "unknown_id", found=path, near=near(path, self.fields(kind)))

    def rules(self, node: Node, at: str) -> Iterator[str]:
        for number, one in enumerate(self.items(node, "rules", at)):
            place = f"{at}.rules[{number}]"
            code = self.reading.scalar(one, place)
            if code is FAILED:
                continue
            if code.upper() in catalogue():
                yield code.upper()
            else:
                self.reading.wrong(one, place, "unknown_id", found=code, near=near(code, catalogue()))

    def items(self, node: Node, name: str, at: str) -> list[Node]:
        found = node.value.get(name)
        if found is None:
            return []
        if found.kind == "seq":
            return list(found.value)
        if found.kind == "scalar" and not found.empty:
            return [found]
        self.reading.wrong(found, f"{at}.{name}", "expected_list", found=kind_of(found))
        return []

    def fields(self, kind: str) -> tuple[str, ...]:
        return tuple(shapes(registry()[kind]))

    def is_field(self, kind: str, path: str) -> bool:
        """Whether a dotted path names a field of a kind."""
        cls: Any = registry()[kind]
        for name in path.split("."):
            known = shapes(cls) if cls is not None else {}
            if name not in known:
                return False
            cls = known[name].part
        return True
