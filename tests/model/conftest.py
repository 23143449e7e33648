"""Models that several tests of this room read."""

import pytest

from remit.model.files import load, loads, resolve, shipped
from remit.model.files.template import template
from remit.model.whole import Model

NAMES = [*shipped(), "init-sv", "init-en"]


@pytest.fixture(params=NAMES)
def any_model(request: pytest.FixtureRequest) -> Model:
    """Each shipped model, and what ``init`` writes."""
    name: str = request.param
    return loads(template(name[-2:])) if name.startswith("init-") else load(resolve(name))
