"""Records of how pages stood: each belongs to corrections that the edition has."""

from __future__ import annotations

from generator.evaluation.model import Dataset, Recorded
from generator.evaluation.records import is_of
from generator.format.problems import Problems, message
from generator.load.checks import Read


def check(read: Read, problems: Problems) -> None:
    """Note every correction in a record that the edition of its year has not."""
    for item in read.dataset.records:
        _single(read.dataset, item, problems)


def _single(dataset: Dataset, item: Recorded, problems: Problems) -> None:
    for index, change in enumerate(item.record.changes):
        path = ("changes", index, "region")
        if change.region not in dataset.regions:
            problems.add(
                item.document.at(path),
                "changes.region",
                message("wilayah “{id}” tidak ada di regions.yml", id=change.region),
                message("perbaiki id-nya, atau hapus berkas ini"),
            )
            continue
        group = dataset.regions[change.region].group
        evaluation = dataset.evaluations.get((item.year, group))
        listed = evaluation.settings.corrections if evaluation is not None else ()
        if not any(is_of(item.record, change, one) for one in listed):
            problems.add(
                item.document.at(path),
                "changes",
                message(
                    "koreksi {region} ({field}: {a} menjadi {b}) tidak ada di edition.yml {year}",
                    region=change.region,
                    field=change.field,
                    a=change.from_,
                    b=change.to,
                    year=item.year,
                ),
                message("tulis koreksi itu di “corrections”, atau hapus berkas ini"),
            )
