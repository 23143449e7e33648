"""The site as a whole: every link leads somewhere, names of files are safe, the same model gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.pages.site.reading import links_of, pages_of, site_of

from remit.api import Organisation, load
from remit.model.files import shipped
from remit.views.pages.site.names import LONGEST, RESERVED, file_name

DIGEST = """
import hashlib, sys, remit
from remit.views.pages.site import made
org = remit.load(sys.argv[1])
digest = hashlib.sha256()
for path, text in made(org.org, org.audit(certainty="open")):
    digest.update(f"{path}\\n{text}".encode())
print(digest.hexdigest())
"""
EXAMPLE = Path(__file__).with_name("example.yaml")


def broken(pages: dict[str, str]) -> list[str]:
    """The links that lead to no page, or to no place on it, and those that leave the site."""
    anchors = {path: set(re.findall(r'\bid="([^"]+)"', html)) for path, html in pages.items()}
    wrong = []
    for path, html in pages.items():
        for link in links_of(html):
            target, _, fragment = link.partition("#")
            if re.match(r"[a-z]+:|/", target):
                wrong.append(f"{path}: {link} leaves the site")
                continue
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target))) if target else path
            if found not in pages:
                wrong.append(f"{path}: {link} leads nowhere")
            elif fragment and "=" not in fragment and unquote(fragment) not in anchors[found]:
                wrong.append(f"{path}: {link} has no place there")
    return wrong


def test_every_link_of_the_example_leads_somewhere(pages: dict[str, str]) -> None:
    assert broken(pages) == []
    assert sum(len(links_of(html)) for html in pages.values()) > 500


BIG = {"skane-2023", "skane-2013-proposal", "vasterbotten-2019"}
"""Their sites take some ten seconds each: they are walked in the long tests."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.long] if name in BIG else []) for name in shipped()]
)
def test_every_link_of_a_shipped_model_leads_somewhere(name: str) -> None:
    organisation = load(name)
    assert broken(pages_of(organisation)) == []
    assert broken(pages_of(organisation, findings=False, lang="en")) == []


def test_every_page_is_reached_from_the_front_page(pages: dict[str, str]) -> None:
    reached, left = {"index.html"}, ["index.html"]
    while left:
        path = left.pop()
        for link in links_of(pages[path]):
            target = link.partition("#")[0]
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if found not in reached:
                reached.add(found)
                left.append(found)
    assert reached == set(pages)


def test_no_id_stands_twice_on_a_page(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), path


def test_headings_are_in_order(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        levels = [int(one) for one in re.findall(r"<h([1-6])[ >]", html)]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_the_same_model_gives_the_same_bytes(example: Organisation, pages: dict[str, str]) -> None:
    assert pages_of(load(EXAMPLE)) == pages
    digest = hashlib.sha256()
    for path, text in pages.items():
        digest.update(f"{path}\n{text}".encode())
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LC_ALL": "C"}
        command = [sys.executable, "-c", DIGEST, str(EXAMPLE)]
        found = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
        assert found.stdout.strip() == digest.hexdigest()


def test_a_change_of_one_fact_changes_only_pages_that_tell_of_it(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    before = site_of(tmp_path, text)
    after = site_of(tmp_path, text.replace("pärm hos chefen", "pärm hos sekreteraren"))
    assert set(before) == set(after)
    changed = {path for path in before if before[path] != after[path]}
    assert "groups/team-a.html" in changed
    assert "introductions/team-a.html" in changed
    assert changed <= {"groups/team-a.html", "introductions/team-a.html", "search.html"}


def test_pages_open_in_the_language_asked_for(example: Organisation) -> None:
    assert '<html lang="en" data-lang="en">' in pages_of(example, lang="en")["index.html"]


# -- names of files ----------------------------------------------------------------------------------------------------

IDS = ["a", "A", "å", "a\u030a", "Å", "con", "CON", "nul", "com1", "lpt9", "index", "a.b", "a-b", "a_b", "a.", "a-",
       "a--b", "x" * 60, "x" * 61, "x" * 300, "X" * 300, "ß", "ss", "ﬁ", "fi", "日本", "a..", "0"]  # fmt: skip


def test_names_of_files_never_meet_and_no_system_refuses_them() -> None:
    names = [file_name(one) for one in IDS]
    assert len({name.lower() for name in names}) == len(IDS)
    for name in names:
        assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*", name), name
        assert len(name) <= LONGEST
        assert name not in RESERVED


def test_ids_that_differ_little_get_pages_of_their_own(tmp_path: Path) -> None:
    ids = [one for one in IDS if one != "a\u030a"]  # a model takes it for å
    groups = "".join(f'  "{one}": {{name: "{one}"}}\n' for one in ids)
    text = f"remit: 1\nmodel: {{id: m, title: M, as_of: 2024-01-01}}\ngroups:\n{groups}"
    pages = site_of(tmp_path, text)
    assert sum(path.startswith("groups/") for path in pages) == len(ids)
    assert broken(pages) == []
