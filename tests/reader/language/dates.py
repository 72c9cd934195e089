"""A date as a sentence says it, in any language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Date:
    """``parts`` are year, month and day as far as they are said.

    ``right_weekday`` is false where a weekday is said that the day was not.
    """

    parts: tuple[int, ...]
    right_weekday: bool = True
