"""Names come from files that others wrote: here they lose the power to act on terminals, Markdown and readers."""

from __future__ import annotations

import re

_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Signs that are not seen but act: control signs (ANSI among them), overrides of direction, zero widths, tags."""

_MARKUP = re.compile(r"[\\`*_\[\]|~@]|(?<=:)//|(?<=www)\.|&(?=[#\w])", re.IGNORECASE)
_BLOCK = re.compile(r"([#+=>-]|\d+[.)])")


def _escaped(sign: re.Match[str]) -> str:
    code = ord(sign[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def plain(text: str) -> str:
    r"""One line of text where every acting sign is shown as ``\u202e`` instead of acting.

    >>> plain("Styr\x1b[31mgrupp\n  A")
    'Styr\\u001b[31mgrupp A'
    """
    return _ACTING.sub(_escaped, " ".join(text.split()))


def markdown(text: str) -> str:
    r"""One line of text that Markdown shows as it is: no markup, HTML, links or headings come from it.

    >>> markdown("# *Styr* <b>grupp</b>")
    '\\# \\*Styr\\* &lt;b&gt;grupp&lt;/b&gt;'
    """
    inner = plain(text)
    inner = _MARKUP.sub(lambda sign: "&amp;" if sign[0] == "&" else f"\\{sign[0]}", inner)
    inner = inner.replace("<", "&lt;").replace(">", "&gt;")
    start = _BLOCK.match(inner)
    if start and start[0][0].isdigit():
        return f"{start[0][:-1]}\\{inner[start.end() - 1 :]}"
    return f"\\{inner}" if start else inner


def json_text(text: str) -> str:
    """Finished JSON where the acting signs that JSON lets through are written as escapes (line ends are kept)."""
    return _ACTING.sub(lambda sign: sign[0] if sign[0] == "\n" else _json_escape(ord(sign[0])), text)


def _json_escape(code: int) -> str:
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
