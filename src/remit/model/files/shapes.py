"""How each field of each kind is read, worked out from its declaration once.

The declared types and validators of ``kinds/`` are the only source; reading value by value instead of entity
by entity gives each fault its place, keeps contradictory values, and spares the start of the program the
building of two dozen pydantic validators (a test compares the two).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

from remit.model.kind import Entity, Part, RefTo, as_list, info_of
from remit.model.text import Text

_WHOLE = re.compile(r"[0-9]{1,12}")
_DECIMAL = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,12})?")


@dataclass(frozen=True, slots=True)
class Shape:
    """What stands in a field: one value or a list of values, which are texts, references, words of a
    closed list, numbers, parts with fields of their own, or entities.
    """

    name: str
    fact: bool
    many: bool
    convert: Callable[[Any], Any]
    """From the text in the file to the value; raises ValueError with a code of the catalogue."""
    part: type[Part] | None = None
    entity: type[Entity] | None = None
    ref: RefTo | None = None
    choices: tuple[str, ...] = ()
    words: bool = False
    """Whether it is a text in two languages."""
    sort: str = ""
    """``yes_no``, ``count``, ``date``, ``range``, ``whole_number`` or ``number``; empty for texts."""


_SORTS: dict[Any, str] = {
    bool: "yes_no",
    datetime.date: "date",
    tuple[float, float]: "range",
    int: "whole_number",
    float: "number",
    int | Literal["many"]: "count",
}


@cache
def shapes(cls: type[BaseModel]) -> dict[str, Shape]:
    """The shapes of a kind's or part's fields, in the order of their declaration."""
    return {name: _shape(cls, name) for name in cls.model_fields if name not in ("said", "id")}


def _shape(cls: type[BaseModel], name: str) -> Shape:
    declared = cls.model_fields[name]
    base, marks, many = _unwrap(declared.annotation, list(declared.metadata))
    befores = tuple(m.func for m in marks if isinstance(m, BeforeValidator) and m.func is not as_list)
    is_class = isinstance(base, type)
    return Shape(
        name=name,
        fact=info_of(cls, name).fact,
        many=many,
        convert=_converter(base, befores),
        part=base if is_class and issubclass(base, Part) and not issubclass(base, Entity) else None,
        entity=base if is_class and issubclass(base, Entity) else None,
        ref=next((m for m in marks if isinstance(m, RefTo)), None),
        choices=tuple(str(one) for one in get_args(base)) if get_origin(base) is Literal else (),
        words=base is Text,
        sort=_SORTS.get(base, ""),
    )


def _unwrap(annotation: Any, marks: list[Any]) -> tuple[Any, list[Any], bool]:
    """The innermost type, every mark on the way, and whether a list was on the way."""
    many = False
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *more = get_args(annotation)
            marks = marks + more
        elif origin in (Union, UnionType):
            inner = [one for one in get_args(annotation) if one is not NoneType]
            if len(inner) > 1:
                return annotation, marks, many
            annotation = inner[0]
        elif origin is list:
            many = True
            annotation = get_args(annotation)[0]
        else:
            return annotation, marks, many


def _converter(base: Any, befores: tuple[Any, ...]) -> Callable[[Any], Any]:
    if befores:

        def through_validators(value: Any) -> Any:
            for before in befores:
                value = before(value)
            return value

        return through_validators
    if get_origin(base) is Literal:
        return _choice(get_args(base))
    return {int: _whole, float: _decimal}.get(base, str)


def _choice(choices: tuple[Any, ...]) -> Callable[[Any], Any]:
    def convert(value: Any) -> Any:
        if value not in choices:
            raise ValueError("not_a_choice")
        return value

    return convert


def _whole(value: Any) -> int:
    if not _WHOLE.fullmatch(str(value)):
        raise ValueError("whole_number")
    return int(value)


def _decimal(value: Any) -> float:
    if not _DECIMAL.fullmatch(str(value)):
        raise ValueError("number")
    return float(value)
