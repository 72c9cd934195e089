"""What is no mistake and deserves a second look before it is published: told with the other advice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.evaluation.model import Dataset, Evaluation
from generator.format.problems import Message, message
from generator.settings import Settings

JUMP = Decimal(30)
"""Hundredths of a scale by which a score moves seldom: a slip of the keyboard does so more often."""


def second_look(settings: Settings, dataset: Dataset) -> Iterator[Message]:
    """All of it, that of the site first."""
    if settings.file is not None and "official" not in settings.publisher.model_fields_set:
        yield message(
            "Saran: tulis official: true atau false di bawah publisher di {file}; selama tidak ditulis, "
            "halaman menyebut situs ini bukan situs resmi.",
            file=settings.file.name,
        )
    silent = [r for r in dataset.regions.values() if r.ppid is None or not r.ppid.reachable]
    if silent:
        yield message(
            "Saran: {count} badan publik tanpa kontak PPID, misalnya {name}; tulis ppid di regions.yml "
            "agar warga tahu ke mana meminta informasi.",
            count=len(silent),
            name=silent[0].name,
        )
    for one in dataset.series:
        for (year, group), evaluation in sorted(one.evaluations.items(), reverse=True):
            yield from _of(evaluation, _before(one, year, group))


def _before(dataset: Dataset, year: int, group: str) -> Evaluation | None:
    years = [other for other, id_ in dataset.evaluations if id_ == group and other < year]
    return dataset.evaluations[max(years), group] if years else None


def _of(evaluation: Evaluation, before: Evaluation | None) -> Iterator[Message]:
    known = [
        *evaluation.sources,
        *(s for f in evaluation.results.values() for s in f.result.sources),
    ]
    if evaluation.results and not known:
        yield message(
            "Saran: edisi {year} ({group}) tanpa sumber; tulis sources di edition.yml.",
            year=evaluation.year,
            group=evaluation.group.name,
        )
    names = {region.id: region.name for region in evaluation.regions}
    for id_, file in sorted(evaluation.results.items()):
        result = file.result
        if result.target is not None and file.score is None and result.category is None:
            yield message(
                "Saran: {name} mempunyai target {year}, tetapi hasilnya belum ada.",
                name=names[id_],
                year=evaluation.year,
            )
        earlier = before.results.get(id_) if before is not None else None
        if earlier is None or before is None or _most(before) != _most(evaluation):
            continue
        old, new = earlier.score, file.score
        if old is not None and new is not None and abs(new - old) * 100 > JUMP * _most(evaluation):
            yield message(
                "Saran: periksa {file}: skor {name} bergerak dari {old} ({before}) ke {new} ({year}).",
                file=file.document.file,
                name=names[id_],
                old=str(old),
                new=str(new),
                before=before.year,
                year=evaluation.year,
            )


def _most(evaluation: Evaluation) -> Decimal:
    scale = evaluation.settings.scale
    return scale.maximum if scale is not None else Decimal(100)
