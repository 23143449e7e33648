"""YAML that people like to read: short things on one line, quotes where reading would not give the same."""

from __future__ import annotations

import json
import re
from typing import Any

WIDTH = 110
"""How long a line may be before what stands on it is written over several."""

_FLOW_FROM = 2
"""The depth from which a mapping or list may stand on one line: entities, not sections (a list of ids may)."""

_SAFE = re.compile(r"\w(?:[\w .\-/()+%#'&–—]*[\w.\-/()+%'–—])?")
_TYPED = re.compile(
    r"(?:[\d\s.,:/_+\-]|0x)[\da-fA-F\s.,:/_+\-exo]*|y|n|yes|no|on|off|true|false|null|none|~", re.IGNORECASE
)
_UNSEEN = re.compile(r"[\x7f-\xa0\xad\u0300-\u036f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]")


class Plain(str):
    """A text that is written without quotes: a word of the notation, a date, a range."""

    __slots__ = ()


def write_yaml(document: dict[str, Any]) -> str:
    """The document as YAML; what it holds are mappings, lists, texts, numbers, yes and no."""
    lines: list[str] = []
    for key, value in document.items():
        if lines and isinstance(value, (dict, list)):
            lines.append("")
        _entry(lines, f"{scalar(key)}:", value, 0, 1)
    return "\n".join(lines) + "\n"


def _entry(lines: list[str], lead: str, value: Any, indent: int, depth: int) -> None:
    """A key (or dash) with what belongs to it, on its line where it fits, else below it."""
    start = " " * indent + lead
    if not isinstance(value, (dict, list)):
        lines.append(f"{start} {scalar(value)}")
        return
    short = flow(value)
    small = depth >= _FLOW_FROM or (isinstance(value, list) and not any(isinstance(one, (dict, list)) for one in value))
    if not value or (small and len(start) + 1 + len(short) <= WIDTH):
        lines.append(f"{start} {short}")
    elif isinstance(value, dict):
        begin = len(lines)
        for key, one in value.items():
            _entry(lines, f"{scalar(key)}:", one, indent + 2, depth + 1)
        if lead == "-":
            lines[begin] = f"{start} {lines[begin].lstrip()}"  # the first key stands beside the dash
        else:
            lines.insert(begin, start)
    else:
        lines.append(start)
        for one in value:
            _entry(lines, "-", one, indent + 2, depth + 1)


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def scalar(value: Any) -> str:
    """A single value; a text is quoted where another reader might take it for something else."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, Plain):
        return str(value)
    text = str(value)
    if _SAFE.fullmatch(text) and not _TYPED.fullmatch(text) and " #" not in text and text.isprintable():
        return text
    return visible(json.dumps(text, ensure_ascii=False))


def visible(quoted: str) -> str:
    """Quoted text with the signs that nobody sees, or that turn the writing around, as escapes."""
    return _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted)
