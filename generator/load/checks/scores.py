"""Every score that is both given and computed, with the arithmetic where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from generator.evaluation.model import Evaluation, ResultFile
from generator.evaluation.rounding import round_fraction
from generator.evaluation.scoring import FULL
from generator.format import Figure, Instrument
from generator.format.document import dotted
from generator.format.folded import Path_
from generator.format.problems import Problems, message
from generator.load.checks import Read
from generator.load.checks.results import above_maximum


def check(read: Read, problems: Problems) -> None:
    """Note every score that does not fit the instrument of its edition."""
    for evaluation in read.dataset.evaluations.values():
        if evaluation.instrument is None:
            continue
        _scale(evaluation, problems)
        for file in evaluation.results.values():
            if not any(above_maximum(evaluation, file)):
                _sums(evaluation, evaluation.instrument, file, problems)
            _stopped(evaluation.instrument, file, problems)


def _scale(evaluation: Evaluation, problems: Problems) -> None:
    """Scores by an instrument run from 0 to 100; another maximum would compare unlike figures."""
    scale = evaluation.scale
    if scale is not None and scale.maximum != FULL:
        problems.add(
            evaluation.place("scale", "maximum"),
            "scale.maximum",
            message("skor menurut instrumen 0–100, padahal maximum skala {a}", a=scale.maximum),
            message("tulis maximum: 100, atau hapus instrument"),
        )


Level = tuple[Path_, Figure[Decimal] | None, Fraction, str]
"""A score by its path: as it was given, as it is computed, and the sum behind it ("": answers)."""


def _sums(
    evaluation: Evaluation, instrument: Instrument, file: ResultFile, problems: Problems
) -> None:
    """Each score that is both given and computed from what stands below it, with the arithmetic."""
    decimals = evaluation.decimals
    for path, figure, value, arithmetic in _levels(instrument, file, decimals):
        if figure is None or figure.value is None or figure.note:
            continue
        rounded = round_fraction(value, decimals)
        given = round_fraction(Fraction(figure.value), decimals)
        if given != rounded and abs(Fraction(given) - value) > _leeway(
            path, instrument, file, decimals
        ):
            problems.add(
                file.document.at((*path, "value")),
                dotted(path),
                message(
                    "{sum} = {computed}, padahal di berkas {given}",
                    sum=arithmetic or message("menurut jawabannya"),
                    computed=rounded,
                    given=figure.value,
                ),
                message("perbaiki salah satunya, atau beri note bila memang diumumkan begitu"),
            )


def _levels(instrument: Instrument, file: ResultFile, decimals: int) -> Iterator[Level]:
    """Every score that can be computed: of indicators, then of stages, then the final one."""
    scores, below = file.scores, file.below
    if scores is None or below is None:
        return
    for id_, value in below.indicators.items():
        yield ("indicators", id_), file.result.indicators.get(id_), value, ""
    for id_, value in below.stages.items():
        members = [
            (item.name, scores.indicators[item.id], item.weight)
            for item in instrument.of_stage(id_)
            if item.id in scores.indicators
        ]
        figure = file.result.stage_scores.get(id_)
        yield ("stage_scores", id_), figure, value, _sum(members, decimals)
    if scores.final is not None:
        parts = [(stage.name, scores.stages[stage.id], stage.weight) for stage in instrument.stages]
        yield ("score",), file.result.score, scores.final, _sum(parts, decimals)


def _stopped(instrument: Instrument, file: ResultFile, problems: Problems) -> None:
    """A final score although a stage was not passed."""
    figure, stage = (
        file.result.score,
        instrument.stage(file.scores.stopped if file.scores else None),
    )
    if stage is not None and figure is not None and figure.value is not None and not figure.note:
        problems.add(
            file.document.at(("score",)),
            "score",
            message("ada skor akhir, padahal tahap {stage} tidak lolos", stage=stage.name),
            message("hapus skornya, atau perbaiki skor tahap atau threshold"),
        )


def _leeway(path: Path_, instrument: Instrument, file: ResultFile, decimals: int) -> Fraction:
    """How far a published score may lie from the sum of parts that were published, so rounded.

    Half a unit of its own, and half a unit of each published part by its weight; 0 where all was
    computed from answers, for that sum is exact.
    """
    parts: list[tuple[Decimal, Figure[Decimal] | None]] = []
    if path == ("score",):
        parts = [(s.weight, file.result.stage_scores.get(s.id)) for s in instrument.stages]
    elif path[0] == "stage_scores":
        members = instrument.of_stage(str(path[1]))
        parts = [(item.weight, file.result.indicators.get(item.id)) for item in members]
    shares = [Fraction(w) / FULL for w, figure in parts if figure and figure.value is not None]
    return (sum(shares, Fraction(0)) + 1) * Fraction(1, 2 * 10**decimals) if shares else Fraction(0)


def _sum(parts: Sequence[tuple[str, Fraction, Decimal]], decimals: int) -> str:
    """``Kuesioner 82.40 × 80 % + Visitasi 91.00 × 20 %``"""
    return " + ".join(
        f"{name} {round_fraction(value, decimals)} × {weight.normalize():f} %"
        for name, value, weight in parts
    )
