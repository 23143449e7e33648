"""YAML text to a tree, from the parser's events: places kept, nothing typed, nothing executed, no recursion."""

from __future__ import annotations

from typing import Any

import yaml

from remit.model.files.nodes import Limits, Node, TreeBuilder, Unreadable, unreadable
from remit.model.files.problems import Problem

_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
"""libyaml's parser where PyYAML was built with it; only its events are used, never its constructor."""

_FAULTS: tuple[tuple[str, str], ...] = (
    ("could not find expected ':'", "yaml_no_colon"),
    ("mapping values are not allowed", "yaml_colon_in_text"),
    ("did not find expected ',' or", "yaml_open_bracket"),
    ("expected ',' or", "yaml_open_bracket"),
    ("did not find expected '-' indicator", "yaml_indent"),
    ("did not find expected key", "yaml_indent"),
    ("expected <block end>", "yaml_indent"),
    ("block sequence entries are not allowed", "yaml_dash"),
    ("cannot start any token", "yaml_reserved_sign"),
    ("found unexpected end of stream", "yaml_open_quote"),
    ("unknown escape", "yaml_escape"),
    ("did not find expected hexdecimal", "yaml_escape"),
    ("expected escape sequence of", "yaml_escape"),
    ("invalid Unicode character escape", "yaml_escape"),
    ("found undefined tag handle", "tag"),
    ("while scanning a tag", "tag"),
    ("while parsing a tag", "tag"),
    ("while scanning an alias", "yaml_reserved_sign"),
    ("while scanning an anchor", "yaml_reserved_sign"),
    ("did not find expected <document start>", "several_documents"),
    ("expected '<document start>'", "several_documents"),
    ("exceeded maximum nesting depth", "too_deep"),
    ("directive", "yaml_directive"),
    ("a block scalar", "yaml_block_text"),
    ("did not find expected node content", "yaml_no_value"),
    ("expected the node content", "yaml_no_value"),
)
"""What the parser says, by a part of its words (libyaml's and the pure parser's), and our code for it."""

_AT_THE_OPENING = frozenset({"yaml_open_bracket", "yaml_open_quote"})


def read_yaml(text: str, file: str, limits: Limits) -> tuple[Node, list[Problem]]:
    """The tree of one YAML document, and the faults that do not end the reading (double keys).

    Raises Unreadable with a place for everything else.
    """
    builder = TreeBuilder(file, limits)
    documents = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _at(event.start_mark, file, "several_documents")
            else:
                _take(builder, event, file)
    except yaml.MarkedYAMLError as error:
        raise _translate(error, text, file, limits) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # the pure parser leaks ValueError and OverflowError from escapes such as "\UFFFFFFFF"
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        raise unreadable(file, line, 1, "yaml_broken") from None
    root = builder.root
    if root is None or root.empty:
        raise unreadable(file, 1, 1, "empty_file")
    return root, builder.problems


def _take(builder: TreeBuilder, event: Any, file: str) -> None:
    mark = event.start_mark
    line, column = mark.line + 1, mark.column + 1
    if isinstance(event, yaml.ScalarEvent):
        _refuse_tag(event, file)
        builder.scalar(event.value, line, column, not event.style, event.anchor)
    elif isinstance(event, yaml.MappingStartEvent):
        _refuse_tag(event, file)
        builder.start("map", line, column, event.anchor)
    elif isinstance(event, yaml.SequenceStartEvent):
        _refuse_tag(event, file)
        builder.start("seq", line, column, event.anchor)
    elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
        builder.end()
    elif isinstance(event, yaml.AliasEvent):
        builder.alias(str(event.anchor), line, column)


def _refuse_tag(event: Any, file: str) -> None:
    if event.tag is not None:
        raise _at(event.start_mark, file, "tag", found=event.tag.replace("tag:yaml.org,2002:", "!!"))


def _at(mark: Any, file: str, code: str, **values: Any) -> Unreadable:
    return unreadable(file, mark.line + 1, mark.column + 1, code, **values)


def _translate(error: yaml.MarkedYAMLError, text: str, file: str, limits: Limits) -> Unreadable:
    """The parser's fault in our words, at the place where a person would look."""
    words = f"{error.context or ''} {error.problem or ''}"
    code = next((code for part, code in _FAULTS if part in words), "yaml_broken")
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return unreadable(file, 1, 1, code, found="")
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    sign = line[mark.column : mark.column + 1]
    if code == "yaml_reserved_sign" and sign == "\t":
        code = "yaml_tab"
    if code == "yaml_indent" and "\t" in line[: len(line) - len(line.lstrip())]:
        code = "yaml_tab"
    values: dict[str, Any] = {"found": sign or line.strip()} if code != "too_deep" else {"limit": limits.depth}
    if code in _AT_THE_OPENING and error.context_mark is not None:
        cut = mark.line >= len(lines) - 1 or not "".join(lines[mark.line :]).strip()
        values["where"] = min(mark.line + 1, len(text.splitlines()))
        mark = error.context_mark
        opening = lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""
        values["found"] = opening
        if code == "yaml_open_bracket" and cut:
            code = "yaml_cut"
    return _at(mark, file, code, **values)
