"""Rows of the table of facts in a change: added, taken away, put in at a place, or all of them anew."""

from __future__ import annotations

from remit.model.changes.site import Site
from remit.model.facts import Extent
from remit.model.files.nodes import Node
from remit.model.files.reading import FAILED, WORD_KEYS, Reading, join, kind_of
from remit.model.files.tables import COLUMNS
from remit.model.files.writer import Writer
from remit.model.whole import Mark, Statement

_KEYS = ("all", "remove", "insert", "add")


def check_facts(node: Node, path: str, reading: Reading) -> None:
    """Tell what is wrong with the form: a list of rows to add, or a mapping of what is done with which."""
    if node.kind == "seq":
        return
    if not reading.mapping(node, path, _KEYS):
        return
    for name, one in node.value.items():
        step = join(path, name)
        if name == "insert":
            if one.kind != "map":
                reading.wrong(one, step, "expected_mapping", found=kind_of(one))
                continue
            for number, rows in one.value.items():
                if rows.kind != "seq":
                    reading.wrong(rows, join(step, number), "expected_list", found=kind_of(rows))
        elif one.kind != "seq":
            reading.wrong(one, step, "expected_list", found=kind_of(one))


def apply_facts(site: Site, node: Node, path: str) -> None:
    """First rows are taken away, then put in at their places (from 1), then added at the end."""
    given = {"add": node} if node.kind == "seq" else node.value
    if "all" in given:
        site.draft.set_statements([], [])
        _add(site, given["all"], path)
    if "remove" in given:
        for place, row in enumerate(given["remove"].value):
            _remove(site, row, f"{join(path, 'remove')}[{place}]")
    for number, rows in given["insert"].value.items() if "insert" in given else ():
        _insert(site, number, rows, join(join(path, "insert"), number))
    if "add" in given:
        _add(site, given["add"], path)


def _add(site: Site, rows: Node, path: str) -> None:
    site.section({"facts": (rows, rows)}, path.rpartition(".")[0])


def _insert(site: Site, number: str, rows: Node, path: str) -> None:
    before, marks = list(site.model.statements), site.draft.statement_marks()
    if not number.isdecimal() or not 1 <= int(number) <= len(before) + 1:
        site.no(rows, path, "row_number", found=number, last=len(before) + 1)
        return
    _add(site, rows, path)
    added, their = site.model.statements[len(before) :], site.draft.statement_marks()[len(before) :]
    place = int(number) - 1
    rows_now = [*before[:place], *added, *before[place:]]
    site.draft.set_statements(rows_now, [*marks[:place], *their, *marks[place:]])


def _remove(site: Site, row: Node, path: str) -> None:
    """Take away the rows that say what the cells say; who says it counts where it is told."""
    cells = _cells(row, path, site.reading)
    if cells is None:
        return
    rows, marks = site.model.statements, site.draft.statement_marks()
    writer = Writer(site.model)
    kept = [(one, mark) for one, mark in zip(rows, marks, strict=True) if not _meets(writer, one, cells)]
    if len(kept) == len(rows):
        site.no(row, path, "row_not_found")
    else:
        site.draft.set_statements([one for one, _ in kept], [mark for _, mark in kept])


def _cells(row: Node, path: str, reading: Reading) -> dict[str, str] | None:
    """The cells of a row by column, each in one form."""
    if row.kind == "seq":
        named = dict(zip(COLUMNS, row.value, strict=False))
    elif reading.mapping(row, path, (*COLUMNS, *WORD_KEYS, "note")):
        named = dict(row.value)
    else:
        return None
    found = {name: _form(node) for name, node in named.items() if node.kind != "scalar" or node.value.strip()}
    for name in ("about", "what"):
        if name not in found:
            reading.wrong(row, path, "row_without", column=name)
            return None
    return found


def _form(node: Node) -> str:
    """A cell in a form that does not depend on how it is written."""
    from remit.model.changes.trees import data_of

    value = data_of(node)
    return repr(_sorted([str(one) for one in value] if isinstance(value, list) else value))


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return sorted((str(key), _sorted(one)) for key, one in value.items())
    if isinstance(value, (list, tuple)):
        return [_sorted(one) for one in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _meets(writer: Writer, row: Statement, cells: dict[str, str]) -> bool:
    """Whether a row of the model says what the cells say."""
    own = writer.row(row)
    named = dict(zip(COLUMNS, own, strict=False)) if isinstance(own, list) else dict(own)
    named.setdefault("extent", Extent.ALL.value)
    form = {name: repr(_sorted(value)) for name, value in named.items() if value != ""}
    return all(form.get(name) == cell for name, cell in cells.items())


__all__ = ["FAILED", "Mark", "apply_facts", "check_facts"]
