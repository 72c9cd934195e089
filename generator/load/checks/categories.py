"""Categories where the measure has none, and a scale without them where it has."""

from __future__ import annotations

from generator.evaluation.model import Evaluation
from generator.format.problems import Place, Problems, message
from generator.load.checks import Read


def check(read: Read, problems: Problems) -> None:
    """Note each category that the measure does not have, and each scale that lacks them."""
    if read.dataset.measure.categories:
        _lacking(read, problems)
        return
    for evaluation in read.dataset.evaluations.values():
        for field, place in _named(evaluation):
            problems.add(
                place,
                field,
                message("kategori ditulis, padahal ukuran ini “categories: false”"),
                message("hapus kategori ini, atau hapus “categories: false” dari ukurannya"),
            )


def _lacking(read: Read, problems: Problems) -> None:
    for evaluation in read.dataset.evaluations.values():
        scale = evaluation.scale
        if scale is None:
            _unscaled(evaluation, problems)
        elif not scale.categories:
            problems.add(
                evaluation.place("scale", "categories"),
                "scale.categories",
                message("skala ini tidak punya kategori"),
                message("tulis kategorinya, atau “categories: false” di berkas ukurannya"),
            )


def _unscaled(evaluation: Evaluation, problems: Problems) -> None:
    """Note once that there are categories and no scale that has them."""
    results = evaluation.results.values()
    found = [file.result.category.value for file in results if file.result.category]
    names = dict.fromkeys([*filter(None, found), *evaluation.settings.participants.categories])
    if names:
        problems.add(
            evaluation.document.at(evaluation.path("scale")),
            "scale",
            message(
                "kategori ditulis ({names}), tetapi edisi ini tidak punya skala",
                names=", ".join(names),
            ),
            message(
                "tulis semua kategorinya di scale, mulai dari yang tertinggi (dalam kerangka edisi: "
                "hapus “# isi:” di depannya); minimum yang belum diketahui boleh tidak ditulis"
            ),
        )


def _named(evaluation: Evaluation) -> list[tuple[str, Place]]:
    found = [
        ("category", file.document.at(("category",)))
        for file in evaluation.results.values()
        if file.result.category is not None
    ]
    if evaluation.scale is not None and evaluation.scale.categories:
        found.append(("scale.categories", evaluation.place("scale", "categories")))
    if evaluation.settings.participants.categories:
        found.append(("participants.categories", evaluation.place("participants", "categories")))
    return found
