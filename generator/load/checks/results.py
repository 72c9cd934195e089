"""What the result of a region says against its edition.

A contradiction that the publisher explains with a ``note`` is shown on the site and no mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.evaluation.model import Dataset, Evaluation, ResultFile
from generator.evaluation.requirements import categories_of
from generator.evaluation.rounding import round_half_up
from generator.format import Figure
from generator.format.document import Document, dotted
from generator.format.folded import Path_
from generator.format.problems import Place, Problems, message
from generator.format.scalars import exact
from generator.load.checks import Read
from generator.load.checks.references import (
    check_source_references,
    check_unique_sources,
    note_unknown,
)


def check(read: Read, problems: Problems) -> None:
    """Note what the result of a region contradicts: its edition, its instrument, the scale."""
    for evaluation in read.dataset.evaluations.values():
        for file in evaluation.results.values():
            _result(read.dataset, evaluation, file, problems)


def _result(dataset: Dataset, evaluation: Evaluation, file: ResultFile, problems: Problems) -> None:
    """What a result says against its edition, its instrument and the scale."""
    result, document, scale = file.result, file.document, evaluation.scale
    known = [*evaluation.sources, *(source.id for source in result.sources)]
    check_source_references(document, (), document.data, known, problems)
    check_unique_sources(document, (), result.sources, set(evaluation.sources), problems)
    above = dict(above_maximum(evaluation, file))
    for path, value in above.items():
        note_above(evaluation, document.at((*path, "value")), dotted(path), value, problems)
    for name in evaluation.settings.not_published:
        figure = getattr(result, "rank_in_group" if name == "rank" else name)
        if figure is not None and figure.value is not None:
            problems.add(
                document.at((name,)),
                name,
                message("edisi menyatakan {name} tidak dipublikasikan", name=name),
                message("hapus baris ini, atau hapus {name} dari not_published", name=name),
            )
    _instrument_ids(dataset, evaluation, file, problems)
    names = [step.name for step in scale.categories] if scale else []
    if result.target is not None:
        _target(result.target.at_least, names, evaluation.maximum, document, problems)
    category = result.category
    if result.rank_in_category is not None and (category is None or category.value is None):
        problems.add(
            document.at(("rank", "within")),
            "rank.within",
            message("peringkat dalam kategori, tetapi kategorinya tidak ditulis"),
            message("tulis category seperti diumumkan, atau hapus within"),
        )
    if category is None or category.value is None:
        return
    if category.value not in names:
        if scale is not None:  # a scale that is missing is told once, with the edition
            note_unknown(document, ("category",), category.value, names, problems)
        return
    if not above:
        _category_against_score(evaluation, file, problems)


def note_above(
    evaluation: Evaluation, place: Place, field: str, value: Decimal, problems: Problems
) -> None:
    """Note a score that nobody can have."""
    problems.add(
        place,
        field,
        message("skor {a} di atas skor tertinggi {b}", a=value, b=evaluation.maximum),
        message("perbaiki skor ini, atau maximum skala edisi"),
    )


def above_maximum(evaluation: Evaluation, file: ResultFile) -> Iterator[tuple[Path_, Decimal]]:
    """The scores of a result that nobody can have, with their paths."""
    result, maximum = file.result, evaluation.maximum
    scores: list[tuple[Path_, Figure[Decimal] | None]] = [(("score",), result.score)]
    scores += [(("indicators", name), f) for name, f in result.indicators.items()]
    scores += [(("stage_scores", name), f) for name, f in result.stage_scores.items()]
    for path, figure in scores:
        if figure is not None and figure.value is not None and figure.value > maximum:
            yield path, figure.value


def _category_against_score(evaluation: Evaluation, file: ResultFile, problems: Problems) -> None:
    scale, score, category = evaluation.scale, file.score, file.result.category
    if scale is None or score is None or category is None:
        return
    minima = [step.minimum for step in scale.categories if step.minimum is not None]
    if not minima or minima[-1] != 0 or sorted(minima, reverse=True) != minima:
        return
    rounded = round_half_up(score, scale.decimals)
    possible = [scale.categories[i].name for i in categories_of(evaluation, file, rounded)]
    noted = category.note or (file.result.score is not None and file.result.score.note)
    if possible and category.value not in possible and not noted:
        problems.add(
            file.document.at(("category",)),
            "category",
            message(
                "“{category}” bertentangan dengan skor {score}: menurut skala “{by_scale}”",
                category=category.value,
                score=rounded,
                by_scale="”, “".join(possible),
            ),
            message(
                "perbaiki salah satunya; beri note bila memang dipublikasikan begitu; atau hapus minimum di "
                "scale bila batas edisi itu tidak diketahui"
            ),
        )


def _target(
    at_least: str, names: Sequence[str], maximum: Decimal, document: Document, problems: Problems
) -> None:
    if at_least in names:
        return
    score = exact(at_least)
    if score is None or not 0 <= score <= maximum:
        note_unknown(document, ("target", "at_least"), at_least, names, problems)


def _instrument_ids(
    dataset: Dataset, evaluation: Evaluation, file: ResultFile, problems: Problems
) -> None:
    instrument = dataset.instruments.get(evaluation.settings.instrument or "")
    if instrument is None:
        return
    for name, known in (
        ("indicators", [indicator.id for indicator in instrument.indicators]),
        ("stage_scores", [stage.id for stage in instrument.stages]),
    ):
        for id_ in getattr(file.result, name):
            if id_ not in known:
                note_unknown(file.document, (name, id_), id_, known, problems, key=True)
