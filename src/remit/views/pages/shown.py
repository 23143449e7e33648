"""A page that has been made: to be saved, or shown in a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from remit.model.files.write import write_text
from remit.model.text import Text


@dataclass(frozen=True, slots=True, repr=False)
class Shown:
    """A self-contained page.

    ``html``: the whole page. ``title``: what it is called, for those who hear it. ``height``: how high a notebook
    shows it, in pixels.
    """

    html: str
    title: Text
    lang: str = "sv"
    height: int = 820

    def save(self, path: str | Path) -> Path:
        """Write the page to a file, whole or not at all; gives its path. Raises OSError where that cannot be."""
        write_text(Path(path), self.html)
        return Path(path)

    def _repr_html_(self) -> str:
        """The page inside a notebook, part of the notebook itself: it is still there when that is sent on.

        It runs in a frame of its own that can neither read the notebook nor open anything (``sandbox``).
        """
        frame = Markup(
            '<iframe sandbox="allow-scripts" title="{title}" width="100%" height="{height}" loading="lazy" '
            'style="border:1px solid #8888" srcdoc="{html}"></iframe>'
        )
        return str(frame.format(title=self.title.get(self.lang), height=self.height, html=self.html))

    def __repr__(self) -> str:
        return f"<{self.title.en}: a page of {len(self.html.encode()) / 1000:.0f} kB; .save(path) writes it>"
