"""Soft hyphens in long Swedish words, for browsers that have no hyphenation of their own (Chromium on a PC).

A word is broken only where a consonant begins a new syllable, which Swedish allows (one consonant goes to the next
line); where it is broken is for the browser to choose, and where there is room nothing is seen of it.
"""

from __future__ import annotations

import re
from itertools import pairwise

SOFT = "\u00ad"
LONG = 9
"""Shorter words are left whole, where nothing else is asked for."""
_EDGE = 3
"""So many letters stay on either side."""
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = "aeiouyåäöé"
_SLASH = re.compile(r"/(?=[^\W\d_])")
_SEAM = re.compile(r"(?<=\w\w)(?:hets|ings|ions|skaps|vårds|tets|doms|ments)(?=\w{3})", re.IGNORECASE)
"""Where a part of a compound ends that an s joins to the next."""
_ONSETS = [
    "sch",
    "skr",
    "str",
    "spr",
    "bl",
    "br",
    "ch",
    "dr",
    "fl",
    "fr",
    "gl",
    "gr",
    "kl",
    "kr",
    "kv",
    "pl",
    "pr",
    "sj",
    "sk",
    "sl",
    "sp",
    "st",
    "sv",
    "tj",
    "tr",
    "vr",
]


def soft(text: str, least: int = LONG) -> str:
    """The text with soft hyphens in its words of ``least`` letters and more, and places to break after a stroke."""

    def parted(found: re.Match[str]) -> str:
        word = found[0]
        return SOFT.join(map(_hyphenated, _parts(word))) if len(word) >= least else word

    return _SLASH.sub("/\u200b", _WORD.sub(parted, text))


def _parts(word: str) -> list[str]:
    ends = [0, *(found.end() for found in _SEAM.finditer(word)), len(word)]
    return [word[start:end] for start, end in pairwise(ends)]


def _hyphenated(word: str) -> str:
    low = word.lower()
    places = []
    at = 1
    while at < len(low):
        if low[at] in _VOWELS and low[at - 1] not in _VOWELS:
            start = at - 1
            for size in (3, 2):
                if low[max(0, at - size) : at] in _ONSETS and at - size > 0:
                    start = at - size
                    break
            if start >= _EDGE and len(low) - start >= _EDGE and any(c in _VOWELS for c in low[:start]):
                places.append(start)
        at += 1
    parts = []
    last = 0
    for place in places:
        parts.append(word[last:place])
        last = place
    parts.append(word[last:])
    return SOFT.join(parts)
