"""The input format, version 1: what may stand in the YAML files of ``results/``.

Keys are English, values Indonesian. A model holds what one file can say for itself; what needs
two files to be seen is checked in ``generator.load.checks``.
"""

from __future__ import annotations

from generator.format.base import Activity, Figure, Other, Source
from generator.format.dates import PartialDate
from generator.format.edition import (
    OUT,
    Approval,
    Correction,
    Decision,
    Distinction,
    Edition,
    EvaluationSettings,
    Listed,
    Out,
    Participants,
    Totals,
)
from generator.format.instrument import Indicator, Instrument, Question, Stage
from generator.format.measure import Measure, Texts
from generator.format.regions import RESERVED_IDS, Group, Ppid, Region, Regions
from generator.format.result import Answer, Objection, Obstacle, Response, Result, Statement, Target
from generator.format.scale import CategoryStep, Requirement, Scale
from generator.format.validation import validate

__all__ = [
    "OUT",
    "RESERVED_IDS",
    "Activity",
    "Answer",
    "Approval",
    "CategoryStep",
    "Correction",
    "Decision",
    "Distinction",
    "Edition",
    "EvaluationSettings",
    "Figure",
    "Group",
    "Indicator",
    "Instrument",
    "Listed",
    "Measure",
    "Objection",
    "Obstacle",
    "Other",
    "Out",
    "PartialDate",
    "Participants",
    "Ppid",
    "Question",
    "Region",
    "Regions",
    "Requirement",
    "Response",
    "Result",
    "Scale",
    "Source",
    "Stage",
    "Statement",
    "Target",
    "Texts",
    "Totals",
    "validate",
]
