"""The declaration of a kind: one pydantic class per file in ``kinds/``, discovered, from which all else follows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from remit.model.facts import Said
from remit.model.text import Text

ID_PATTERN = re.compile(r"[^\W_][\w.\-]*")
"""What an id may look like: letters (any script), digits, ``_``, ``-`` and ``.``, beginning with a letter or digit."""


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a field that names other entities: of which kinds, whether a set may stand for its members,
    and which fixed words are allowed beside.
    """

    kinds: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Info:
    """What everybody needs to know of a field: texts, whether it carries facts, and whether its absence
    can be told by coverage (``listing``: under complete coverage left out means none) or never
    (an attribute that everything of its kind has: left out is unknown).
    """

    text: Text
    fact: bool = True
    listing: bool = False


def fact(en: str, sv: str, *, default: Any = None, listing: bool = False) -> Any:
    """Declare a field that carries facts; ``listing``: left out under complete coverage means none."""
    extra: Any = {"info": Info(Text(sv, en), listing=listing)}
    if isinstance(default, (list, dict)):
        raise TypeError("use None for a list that is left out")
    return Field(default, description=en, json_schema_extra=extra, validate_default=False)


def plain(en: str, sv: str, *, default: Any = None) -> Any:
    """Declare a field that identifies or describes, and carries no facts."""
    extra: Any = {"info": Info(Text(sv, en), fact=False)}
    return Field(default, description=en, json_schema_extra=extra)


def as_list(value: Any) -> Any:
    """One thing where a list is expected is a list of one."""
    return value if value is None or isinstance(value, (list, tuple)) else [value]


AsList = BeforeValidator(as_list)

_YES = {"yes": True, "true": True, "ja": True, "no": False, "false": False, "nej": False}


def yes_or_no(text: str) -> bool | None:
    """What a word for yes or no says, in any of the ways that they are written; None where it is no such word."""
    return _YES.get(text.strip().casefold())


def _boolean(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    said = yes_or_no(value) if isinstance(value, str) else None
    if said is None:
        raise ValueError("yes_or_no")
    return said


def _range(value: Any) -> Any:
    if isinstance(value, (tuple, list)) and len(value) == 2:
        low, high = float(value[0]), float(value[1])
    else:
        match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(?:[-–]\s*(\d+(?:\.\d+)?))?\s*", str(value))
        if not match:
            raise ValueError("number_or_range")
        low = float(match[1])
        high = float(match[2]) if match[2] else low
    if low > high:
        raise ValueError("number_or_range")
    return (low, high)


def _show_range(value: tuple[float, float]) -> str | int | float:
    low, high = (int(part) if float(part).is_integer() else part for part in value)
    return low if low == high else f"{low}-{high}"


def _count(value: Any) -> Any:
    if value == "many":
        return value
    if isinstance(value, bool) or not re.fullmatch(r"\d+", str(value)) or int(value) < 1:
        raise ValueError("count")
    return int(value)


def _text(value: Any) -> Any:
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(value, value)
    if isinstance(value, dict) and value and set(value) <= {"sv", "en"}:
        some = str(value.get("sv") or value.get("en") or "")
        return Text(value.get("sv") or some, value.get("en") or some)
    if isinstance(value, (tuple, list)) and len(value) == 2:
        return Text(*value)
    raise ValueError("text")


def _show_text(value: Text) -> str | dict[str, str]:
    return value.sv if value.sv == value.en else {"sv": value.sv, "en": value.en}


def _date(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        try:
            return datetime.date.fromisoformat(value.strip())
        except ValueError:
            raise ValueError("date") from None
    raise ValueError("date")


YesNo = Annotated[bool, BeforeValidator(_boolean)]
Range = Annotated[tuple[float, float], BeforeValidator(_range), PlainSerializer(_show_range)]
"""A number, or a range such as ``2-3``; held as (low, high)."""
Count = Annotated[int | Literal["many"], BeforeValidator(_count)]
"""A whole number from 1, or ``many`` where no source tells the number."""
Words = Annotated[Text, BeforeValidator(_text), PlainSerializer(_show_text)]
"""A text: one for both languages, or ``{sv: …, en: …}``."""
Date = Annotated[datetime.date, BeforeValidator(_date), PlainSerializer(lambda d: d.isoformat())]
"""A date, ``YYYY-MM-DD``."""

Power = Literal[
    "inform",
    "discuss",
    "agree",
    "prepare",
    "recommend",
    "decide",
    "coordinate",
    "administer",
    "follow_up",
    "take_home",
]
"""What a mandate lets its holder do. ``administer``: settle matters of administration without political
nature; ``take_home``: carry matters to the own principal's deciding bodies."""
Powers = Annotated[list[Power], AsList]
LADDER: tuple[str, ...] = ("inform", "discuss", "agree", "prepare", "recommend", "decide")
"""The powers that are ordered, from least to most (design section 2)."""


class Fields(BaseModel):
    """Something with declared fields; :meth:`made` makes one of values that have been checked already."""

    model_config = ConfigDict(extra="forbid", frozen=False, defer_build=True)

    @classmethod
    def made(cls, **values: Any) -> Self:
        """An instance of checked values, the rest by default: ``model_construct``, a few times as quick.

        Reading a county makes some hundreds, and a command must start at once.
        """
        defaults = _DEFAULTS.get(cls)
        if defaults is None:
            defaults = _DEFAULTS[cls] = {name: info.default for name, info in cls.model_fields.items()}
        new = cls.__new__(cls)
        inside = {**defaults, **values}
        if "said" in inside:
            inside["said"] = {}
        for name, value in (("__dict__", inside), ("__pydantic_fields_set__", set(values))):
            object.__setattr__(new, name, value)
        object.__setattr__(new, "__pydantic_extra__", None)
        object.__setattr__(new, "__pydantic_private__", None)
        return new


_DEFAULTS: dict[type[Fields], dict[str, Any]] = {}


class Part(Fields):
    """Something with fields that stands inside an entity and has no id of its own (a remit, a chair rule)."""


class Entity(Fields):
    """Something with an id: an entity of the organisation.

    ``said`` holds, by field path, what is said of the field and by whom: ``"level"``, ``"remit.topics"``,
    ``"remit.powers[1]"`` (only items with words of their own have an entry), ``"escalates_to[0]"``. A field
    that is left out has no entry; several entries on one path contradict one another. The attributes hold
    the first value, or None.
    """

    kind_meta: ClassVar[KindMeta]

    id: str = plain("the id, unique in the model", "beteckningen, unik i modellen", default="")
    name: Words | None = plain("the name", "namnet")
    note: str | None = plain(
        "a remark for readers; no rule reads it", "en anmärkning för läsaren; ingen regel läser den"
    )
    said: dict[str, tuple[Said, ...]] = Field(default_factory=dict, exclude=True)

    @classmethod
    def kind_name(cls) -> str:
        """The name of the kind, as in JSON and in the graph."""
        return cls.kind_meta.name


@dataclass(frozen=True, slots=True)
class KindMeta:
    """What a kind is called, which section of a file it stands in, and whether it is a part of another.

    ``part_of``/``part_field``: entities of this kind are written inside an entity of that kind, under that
    field, and get the id ``parent:key``, where ``key`` comes from ``part_key(data)`` (stable under
    reordering) unless an id is given.
    """

    name: str
    section: str
    label: Text
    plural: Text
    description: Text
    parts: tuple[tuple[str, str], ...] = ()
    part_key: Callable[[dict[str, Any]], str] | None = None
    singleton: bool = False


def info_of(cls: type[BaseModel], field: str) -> Info:
    """The declared texts and marks of a field of a kind or part."""
    extra: Any = cls.model_fields[field].json_schema_extra
    if isinstance(extra, dict) and isinstance(extra.get("info"), Info):
        info: Info = extra["info"]
        return info
    return Info(Text(field, field), fact=False)


def ref_of(cls: type[BaseModel], field: str) -> RefTo | None:
    """The :class:`RefTo` mark of a field, or None where the field names nothing."""
    info = cls.model_fields[field]
    for mark in info.metadata:
        if isinstance(mark, RefTo):
            return mark
    return _find_ref(info.annotation)


def _find_ref(annotation: Any) -> RefTo | None:
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, RefTo):
            return mark
    for inner in get_args(annotation):
        found = _find_ref(inner)
        if found is not None:
            return found
    return None
