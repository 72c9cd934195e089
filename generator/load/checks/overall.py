"""Scores that were published of a group as a whole, against its scale."""

from __future__ import annotations

from generator.format.problems import Problems
from generator.load.checks import Read
from generator.load.checks.results import note_above


def check(read: Read, problems: Problems) -> None:
    """Note every one that is above the highest possible score."""
    for evaluation in read.dataset.evaluations.values():
        maximum = evaluation.maximum
        for field in ("overall_score", "mean_score"):
            figure = getattr(evaluation.settings, field)
            for value in (figure.value, *(o.value for o in figure.others)) if figure else ():
                if value is not None and value > maximum:
                    note_above(evaluation, evaluation.place(field), field, value, problems)
