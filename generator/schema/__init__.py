"""The input format, version 1: what may stand in the YAML files of ``results/``."""

from __future__ import annotations

from generator.schema.models import (
    RESERVED_IDS,
    Absence,
    Activity,
    Correction,
    Edition,
    EvaluationSettings,
    Figure,
    Group,
    Instrument,
    Other,
    Participants,
    Region,
    Regions,
    Response,
    Result,
    Scale,
    Source,
    Statement,
    Target,
)
from generator.schema.scalars import PartialDate
from generator.schema.validation import validate

__all__ = [
    "RESERVED_IDS",
    "Absence",
    "Activity",
    "Correction",
    "Edition",
    "EvaluationSettings",
    "Figure",
    "Group",
    "Instrument",
    "Other",
    "PartialDate",
    "Participants",
    "Region",
    "Regions",
    "Response",
    "Result",
    "Scale",
    "Source",
    "Statement",
    "Target",
    "validate",
]
