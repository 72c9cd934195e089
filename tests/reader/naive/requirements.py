"""What a category requires besides the score, part by part, from the YAML alone."""

from __future__ import annotations

from decimal import Decimal

from reader.naive.arithmetic import rounded
from reader.naive.folder import Edition, Record
from reader.naive.questionnaire import given, indicators_of, most, questions, stages_of


def is_met(edition: Edition, region: str, item: Record) -> bool | None:
    """Whether the region has what is required; None where that is not known."""
    if "question" in item:
        points = given(edition, region)
        if item["question"] not in points:
            return None
        mine = points[item["question"]]
        asked = questions(edition.instrument or {})[item["question"]]
        return mine is None or mine == most(asked)  # what does not apply is not required
    parts = (
        indicators_of(edition, region) if "indicator" in item else dict(stages_of(edition, region))
    )
    name = item.get("indicator", item.get("stage"))
    if name not in parts:
        return None
    value = parts[name]
    if value is None:
        return True
    if "minimum" not in item:
        return value == 100
    return rounded(value, edition.decimals) >= Decimal(item["minimum"])


def required(edition: Edition, category: str) -> list[Record]:
    """All that a category of the scale requires."""
    return [
        item
        for step in edition.categories
        if step["name"] == category
        for item in step.get("requires", [])
    ]
