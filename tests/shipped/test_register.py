"""The municipalities of the shipped models are those of the official register."""

from __future__ import annotations

import csv

import pytest
from tests.needed import case

from remit.model.files import load, resolve

COUNTIES = {
    "blekinge-2018": ("10", 5),
    "skane-2012": ("12", 33),
    "skane-2013-proposal": ("12", 33),
    "skane-2019": ("12", 33),
    "skane-2023": ("12", 33),
    "varmland-2018": ("17", 16),
    "vasterbotten-2017": ("24", 15),
    "vasterbotten-2019": ("24", 15),
    "vastra-gotaland-2019": ("14", 49),
}
"""By model: the code of its county, and how many municipalities it has."""


@pytest.mark.parametrize(("name", "county", "number"), [(name, *told) for name, told in COUNTIES.items()])
def test_the_municipalities_have_the_names_and_codes_of_the_register(name: str, county: str, number: int) -> None:
    with case("sweden-principals/municipalities.csv", "register").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["county_code"] == county]
    wanted = {(row["municipality_code"], row["municipality_name_short"]) for row in rows}
    model = load(resolve(name))
    principals = [p for p in model.of_kind("principal") if getattr(p, "kind", None) == "municipality"]
    found = {(getattr(p, "code", None), p.name.sv if p.name else "") for p in principals}
    assert found == wanted
    assert len(found) == number
