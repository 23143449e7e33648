"""Sites of small models, as pages by path, written into a folder where a browser is to open them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.pages.site.reading import pages_of

from remit.api import Organisation, load
from remit.views.pages.site import write

EXAMPLE = Path(__file__).with_name("example.yaml")


@pytest.fixture(scope="session")
def example() -> Organisation:
    return load(EXAMPLE)


@pytest.fixture(scope="session")
def pages(example: Organisation) -> dict[str, str]:
    return pages_of(example)


@pytest.fixture(scope="session")
def folder(example: Organisation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as a site on disk, in a folder that can only be read."""
    place = tmp_path_factory.mktemp("sites") / "example"
    write(example.org, example.audit(certainty="open"), place)
    place.chmod(0o555)
    return place


@dataclass
class Shown:
    """A page of a site that is open, and what it did beside showing itself."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def violations(self) -> list[str]:
        """What axe-core objects to, each with the first element."""
        found = Axe().run(self.page).response["violations"]
        return [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]}" for one in found]

    def text(self) -> str:
        """What is seen of the content."""
        return " ".join(self.page.inner_text("main").split())


Visit = Callable[..., Shown]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open a file of a site in a real browser, as from a folder."""
    contexts = []

    def visit(path: Path, after: str = "", *, width: int = 1400, height: int = 900, dark: bool = False) -> Shown:
        scheme = "dark" if dark else "light"
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        contexts.append(context)
        shown = Shown(context.new_page())
        shown.page.on("request", lambda request: shown.requests.append(request.url))
        shown.page.on("console", lambda message: shown.console.append(message.text))
        shown.page.on("pageerror", lambda error: shown.console.append(str(error)))
        shown.page.goto(path.as_uri() + after)
        return shown

    yield visit
    for context in contexts:
        context.close()
