"""What a unit, function or joint body may do."""

from __future__ import annotations

from typing import ClassVar

from remit.model.kind import Entity, KindMeta
from remit.model.kinds._shared import MandateFields
from remit.model.text import Text


def _key(data: dict[str, object]) -> str:
    topics = data.get("topics")
    first = topics[0] if isinstance(topics, list) and topics else topics
    return str(first) if isinstance(first, str) else "mandate"


class Mandate(Entity, MandateFields):
    """One mandate: powers over topics, by whom given."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="mandate",
        section="mandates",
        label=Text("mandat", "mandate"),
        plural=Text("mandat", "mandates"),
        description=Text(
            "Vad någon får göra i vilka frågor, givet av vem och till när.",
            "What somebody may do about which topics, given by whom and until when.",
        ),
        part_key=_key,
    )
