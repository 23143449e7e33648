"""What the models of Skåne have in common: the county's principals, by the codes and names of the register."""

from __future__ import annotations

from collections.abc import Iterable

from remit.graph.org import Org
from remit.graph.resolve import Fact
from remit.model.facts import Degree
from remit.queries.finding import Finding

REGION = ("12", "Region Skåne")
MUNICIPALITIES = {
    ("1214", "Svalöv"),
    ("1230", "Staffanstorp"),
    ("1231", "Burlöv"),
    ("1233", "Vellinge"),
    ("1256", "Östra Göinge"),
    ("1257", "Örkelljunga"),
    ("1260", "Bjuv"),
    ("1261", "Kävlinge"),
    ("1262", "Lomma"),
    ("1263", "Svedala"),
    ("1264", "Skurup"),
    ("1265", "Sjöbo"),
    ("1266", "Hörby"),
    ("1267", "Höör"),
    ("1270", "Tomelilla"),
    ("1272", "Bromölla"),
    ("1273", "Osby"),
    ("1275", "Perstorp"),
    ("1276", "Klippan"),
    ("1277", "Åstorp"),
    ("1278", "Båstad"),
    ("1280", "Malmö"),
    ("1281", "Lund"),
    ("1282", "Landskrona"),
    ("1283", "Helsingborg"),
    ("1284", "Höganäs"),
    ("1285", "Eslöv"),
    ("1286", "Ystad"),
    ("1287", "Trelleborg"),
    ("1290", "Kristianstad"),
    ("1291", "Simrishamn"),
    ("1292", "Ängelholm"),
    ("1293", "Hässleholm"),
}
SUBREGIONS = {
    "nordvast": "Nordväst",
    "nordost": "Nordost",
    "mellersta": "Mellersta",
    "delregion-malmo": "Malmö",
    "sydvast": "Sydväst",
    "sydost": "Sydost",
}


def care_principals(org: Org) -> set[tuple[str, str]]:
    """The code and name of each care principal."""
    return {(str(org.thing(one).fact("code").value), org.name(one).sv) for one in org.care_principals}


def places(told: Fact | Finding) -> set[str]:
    """Where something is told: heading and paragraph."""
    return {f"{source.section}/{source.paragraph}" if source.paragraph else source.section for source in told.sources}


def about(findings: Iterable[Finding], code: str, subject: str) -> list[Finding]:
    """The findings of a rule that are about somebody, alone or among others."""
    return [f for f in findings if f.code == code and subject in (f.subject.id, *f.subject.members)]


def sure(findings: Iterable[Finding]) -> list[tuple[str, str, str, str]]:
    """Rule, subject, extent and certainty of the findings that are surer than open."""
    return sorted(
        (f.code, f.subject.id, f.subject.extent.value if f.subject.extent else "", f.certainty.word)
        for f in findings
        if f.certainty > Degree.OPEN
    )
