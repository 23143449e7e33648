"""Laying out text for a terminal: wrapped paragraphs, labels in a column, colour only where it is asked for."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

from remit.views.harmless import plain

NARROWEST = 40
WIDEST = 110
LABEL = 16
"""How wide the column of labels is."""

_COLOURS = {"bold": "1", "dim": "2", "error": "1;31", "warning": "33", "info": "36"}


@dataclass(slots=True)
class Page:
    """Lines of text of a width; what is put in is made harmless, so nothing but the page itself colours."""

    width: int = 100
    colour: bool = False
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.width = max(NARROWEST, min(self.width, WIDEST))

    def paint(self, text: str, style: str) -> str:
        """The text in a style, if there is colour."""
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self.colour else text

    def blank(self) -> None:
        """An empty line, never two, never first."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def heading(self, text: str, *, underline: str = "") -> None:
        """A heading after an empty line, underlined where told."""
        self.blank()
        wrapped = self._wrap(text, 0, 0)
        self.lines += [self.paint(line, "bold") for line in wrapped]
        if underline and wrapped:
            self.lines.append(underline * max(len(line) for line in wrapped))

    def paragraph(self, text: str, indent: int = 0, hang: int = 0) -> None:
        """A wrapped paragraph; lines after the first are indented ``hang`` further."""
        self.lines += self._wrap(text, indent, hang)

    def labelled(self, label: str, text: str, indent: int = 2, style: str = "") -> None:
        """A label in its column and a wrapped text beside it."""
        start = " " * indent + label.ljust(LABEL)
        if len(label) >= LABEL:
            self.lines.append(" " * indent + label)
            start = " " * (indent + LABEL)
        wrapped = self._wrap(text, 0, 0, self.width - indent - LABEL) or [""]
        first = self.paint(start, style) if style else start
        self.lines.append((first + wrapped[0]).rstrip())
        self.lines += [" " * (indent + LABEL) + line for line in wrapped[1:]]

    def raw(self, line: str) -> None:
        """A line that is laid out already (a row of a table)."""
        self.lines.append(line.rstrip())

    def table(self, rows: list[list[str]], indent: int = 2) -> None:
        """Rows in columns: the first to the left, the others to the right; the first row is the head."""
        cells = [[plain(cell) for cell in row] for row in rows]
        widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
        room = max(self.width - indent - sum(width + 2 for width in widths[1:]), LABEL)
        for row in cells:
            first = textwrap.wrap(row[0], min(widths[0], room)) or [""]
            rest = "".join("  " + cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
            self.raw(" " * indent + first[0].ljust(min(widths[0], room)) + rest)
            self.lines += [" " * (indent + 2) + line for line in first[1:]]

    def text(self) -> str:
        """The whole page, with one line end at its end."""
        return "\n".join(self.lines).rstrip("\n") + "\n"

    def _wrap(self, text: str, indent: int, hang: int, width: int | None = None) -> list[str]:
        return textwrap.wrap(
            plain(text),
            max(width or self.width, 20),
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_on_hyphens=False,
        )


def letter(place: int) -> str:
    """``A``, ``B`` … for the columns of a table; numbers where letters do not suffice."""
    return chr(ord("A") + place) if place < 26 else str(place + 1)
