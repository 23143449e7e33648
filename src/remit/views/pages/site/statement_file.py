"""Reading an accessibility statement that somebody has filled in: lines of ``field: answer``, and nothing to learn."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from remit.model.files.nodes import Limits, Unreadable
from remit.model.files.opening import check_text, decode, read_bytes
from remit.model.files.problems import ModelErrors, RemitError
from remit.model.text import LANGUAGES, Text
from remit.views.harmless import plain
from remit.views.pages.site import statement_texts as t
from remit.views.texts import fill

LARGEST = 1_000_000
"""More bytes than this is no statement."""
_LINE = re.compile(r"\s*([^\s:.]+)(?:\.(sv|en))?\s*:(.*)", re.DOTALL)
_LINK = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


class Fault(NamedTuple):
    """What is wrong in a line."""

    line: int
    text: Text


class StatementErrors(RemitError):  # noqa: N818 - it holds several
    """Everything that is wrong with a statement."""

    def __init__(self, file: str, faults: list[Fault]) -> None:
        self.file = file
        self.faults = tuple(sorted(faults))
        super().__init__(f"{len(faults)} faults")

    def render(self, lang: str) -> str:
        """One line per fault."""
        return "\n".join(f"{plain(self.file)}:{one.line}: {one.text.get(lang)}" for one in self.faults)

    def __str__(self) -> str:
        return self.render("en")


@dataclass(frozen=True, slots=True)
class Statement:
    """What has been filled in, by field; an empty list: there are none, as the file says."""

    answers: dict[str, list[Text]] = field(default_factory=dict)

    def one(self, key: str) -> Text | None:
        """The answer to a field that has one."""
        found = self.answers.get(key)
        return found[0] if found else None

    @property
    def missing(self) -> list[t.Field]:
        """The fields that must be answered and are not."""
        return [one for one in t.FIELDS if one.key not in t.OPTIONAL and one.key not in self.answers]


class _Said(NamedTuple):
    line: int
    key: str
    name: str
    lang: str
    text: str


def read(path: str | Path) -> Statement:
    """The statement in a file.

    Raises :class:`StatementErrors` with all that is wrong in it, ModelErrors where it is not text, UsageProblem where
    there is no such file, EnvironmentProblem where the machine refuses.
    """
    shown = str(path)
    try:
        text = decode(read_bytes(Path(path), shown, Limits(file_bytes=LARGEST)), shown)
        check_text(text, shown)
    except Unreadable as error:
        raise ModelErrors([error.problem]) from None
    faults: list[Fault] = []
    statement = parse(text, faults)
    if faults:
        raise StatementErrors(shown, faults)
    return statement


def parse(text: str, faults: list[Fault]) -> Statement:
    """The statement in a text; what is wrong is added to ``faults``."""

    def wrong(at: int, code: str, **values: object) -> None:
        faults.append(Fault(at, Text(*(fill(t.FAULTS[code], lang, **values) for lang in LANGUAGES))))

    told: dict[str, list[_Said]] = {}
    for said in _lines(text, wrong):
        if said.text:
            told.setdefault(said.key, []).append(said)
    answers = {one.key: _answers(one, told[one.key], wrong) for one in t.FIELDS if one.key in told}
    return Statement(answers)


Wrong = Callable[..., None]


def _lines(text: str, wrong: Wrong) -> Iterator[_Said]:
    """The fields with their answers; a line that begins with a blank goes on with the one before."""
    names = {one.name.get(lang).casefold(): one.key for one in t.FIELDS for lang in LANGUAGES}
    here: _Said | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        if line[0].isspace() and here is not None:
            here = here._replace(text=f"{here.text}\n{line.strip()}".strip())
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            wrong(number, "no_colon")
            continue
        if here is not None and here.key:
            yield here
        name, lang, answer = found[1], found[2] or "", found[3].strip()
        key = names.get(name.casefold(), "")
        if not key:
            known = Text(*(", ".join(one.name.get(lang) for one in t.FIELDS) for lang in LANGUAGES))
            wrong(number, "no_field", found=plain(name)[:60], known=known)
        here = _Said(number, key, name, lang, answer)
    if here is not None and here.key:
        yield here


def _answers(of: t.Field, told: list[_Said], wrong: Wrong) -> list[Text]:
    """The answers to one field, each in both languages; what is told in one language stands for both."""
    by = {lang: [one for one in told if one.lang == lang] for lang in ("", *LANGUAGES)}
    if not of.several:
        for lines in by.values():
            for again in lines[1:]:
                wrong(again.line, "twice", found=again.name, line=lines[0].line)
    for one in told:
        _check(of, one, wrong)
    none = [one for one in told if of.several and one.text.casefold().rstrip(".") in t.NONE]
    if none:
        if len({one.lang for one in none}) < len({one.lang for one in told}) or len(none) < len(told):
            wrong(told[-1].line, "none_and_more", name=told[-1].name)
        return []
    first = by[""] or by["sv"] or by["en"]
    found = []
    for number, one in enumerate(first):
        sv, en = (by[lang][number].text if number < len(by[lang]) else one.text for lang in LANGUAGES)
        found.append(_way(one) if of.key == "compliance" else Text(sv, en))
    return found


def _check(of: t.Field, said: _Said, wrong: Wrong) -> None:
    shown = plain(said.text)[:60]
    if of.key in t.DAYS:
        try:
            datetime.date.fromisoformat(said.text)
        except ValueError:
            wrong(said.line, "no_day", found=shown)
    elif of.key in t.LINKS and not _LINK.fullmatch(said.text):
        wrong(said.line, "no_link", found=shown)
    elif of.key == "compliance" and said.text.casefold().rstrip(".") not in t.COMPLIANCE_WORDS:
        wrong(said.line, "no_way", found=shown)


def _way(said: _Said) -> Text:
    word = t.COMPLIANCE_WORDS.get(said.text.casefold().rstrip("."), "")
    return t.WAYS[word] if word else Text(said.text, said.text)


def blank_file(statement: Statement, lang: str) -> str:
    """The file to fill in, with what has been told already."""
    lines = [t.FILE_HEAD.get(lang), ""]
    for one in t.FIELDS:
        lines.append(f"# {one.what.get(lang)}")
        told = [text.get(lang).replace("\n", "\n  ") for text in statement.answers.get(one.key, [])]
        if one.key in statement.answers and not told:
            told = [t.NONE[0 if lang == "sv" else -1]]
        lines.extend(f"{one.name.get(lang)}: {answer}".rstrip() for answer in told or [""])
        lines.append("")
    return "\n".join(lines)
