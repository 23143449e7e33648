"""Names of files: from ids, which others wrote, so that no two meet and no system refuses them."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 60
_SHOWN = 40
"""How much of an id that cannot be a name as it is still shows in the name."""
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin", "conout", "clock", "index"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
"""What Windows keeps for devices, whatever the suffix; and ``index``, which web servers show for a folder."""


def file_name(identifier: str) -> str:
    """A file name without suffix: the id itself where small letters, digits and single hyphens suffice, else what is
    left of it and a hash of it.

    Names of the second sort hold a ``_``, those of the first never do, and all are in small letters: names of
    different ids differ also where a file system tells no capitals, and an id keeps its name whatever else the
    model holds.

    >>> file_name("ac-konsensus")
    'ac-konsensus'
    >>> file_name("Åsele").startswith("asele_")
    True
    >>> file_name("con") == "con"
    False
    """
    if _PLAIN.fullmatch(identifier) and len(identifier) <= LONGEST and identifier not in RESERVED:
        return identifier
    letters = unicodedata.normalize("NFKD", identifier).encode("ascii", "ignore").decode().lower()
    shown = re.sub(r"[^a-z0-9]+", "-", letters)[:_SHOWN].strip("-")
    digest = hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{shown or 'x'}_{digest}"
