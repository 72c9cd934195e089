"""Moments: a day, an hour and how far that clock is ahead of UTC."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from generator.format.problems import message
from generator.format.scalars import refuse, scalar

ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
"""The clocks of Indonesia, by the hours that they are ahead of UTC."""

_WRITTEN = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:\d\d|Z)")


def _moment(value: Any) -> datetime:
    text = scalar(value)
    right = message(
        "tulis tanggal, jam, dan selisih waktunya, misalnya 2026-12-18T10:00+08:00 "
        "(+07:00 WIB, +08:00 WITA, +09:00 WIT)"
    )
    if not _WRITTEN.fullmatch(text):
        raise refuse(message("“{text}” bukan waktu", text=text), right)
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise refuse(message("waktu “{text}” tidak ada", text=text), right) from error


def clock(moment: datetime) -> str:
    """``10.00 WITA``, or ``10.00 UTC+05:30`` of a clock that is none of Indonesia's."""
    ahead = moment.utcoffset() or timedelta()
    hours, rest = divmod(int(ahead.total_seconds()), 3600)
    zone = ZONES.get(hours) if not rest else None
    return f"{moment:%H.%M} {zone or moment.tzname() or ''}".strip()


Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)$",
        }
    ),
]
