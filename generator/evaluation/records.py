"""Which record of earlier pages belongs to which correction."""

from __future__ import annotations

from generator.format import Correction
from generator.format.record import Change, CorrectionRecord
from generator.format.scalars import exact


def is_of(record: CorrectionRecord, change: Change, correction: Correction) -> bool:
    """Whether a change of a record is a correction of the edition: 80.5 and 80.50 are one value."""
    return (
        record.date == correction.date
        and change.key == correction.key
        and _same(change.from_, correction.from_)
        and _same(change.to, correction.to)
    )


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    numbers = exact(one), exact(other)
    return None not in numbers and numbers[0] == numbers[1]
