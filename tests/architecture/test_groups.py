"""The tests that share a server stay in one process: xdist tells groups by the end of a test's id."""

from __future__ import annotations

import os

import pytest


@pytest.mark.xdist_group("groups")
def test_a_group_of_tests_is_kept_together_where_tests_run_in_several_processes(request: pytest.FixtureRequest) -> None:
    alone = "PYTEST_XDIST_WORKER" not in os.environ
    assert alone or request.node.nodeid.endswith("@groups")
