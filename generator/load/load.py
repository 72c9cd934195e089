"""A folder of results, read and checked across its files.

The folder holds ``regions.yml``, ``<year>/edition.yml``, ``<year>/<region id>.yml`` and
``instruments/<id>.yml``. What one file can say wrong is told by ``generator.format``; what two files
can say against each other, by ``generator.load.checks``.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.collector import paused
from generator.evaluation.model import Dataset
from generator.format.document import Document
from generator.format.problems import Problems
from generator.load.checks.counts import check_counts, check_participation, check_totals
from generator.load.checks.coverage import check_lists_covered
from generator.load.checks.editions import check_edition
from generator.load.checks.instruments import check_instrument
from generator.load.checks.ranks import check_ranks
from generator.load.checks.regions import check_regions
from generator.load.checks.results import check_result
from generator.load.checks.scores import check_scale, check_scores
from generator.load.folder import Kept, Reader


@paused()
def load(
    root: Path, problems: Problems, *, drafts: bool = True, kept: Kept | None = None
) -> Dataset | None:
    """Read and check a results folder; None (with problems noted) if there is nothing to show.

    ``drafts=False`` leaves out evaluations with ``status: draft`` once they were checked.
    The dataset may be incomplete when there are problems: use it only if there are none. A result
    file whose bytes are as in ``kept`` is not parsed again; what is read now is added.
    """
    reader = Reader(root, problems, kept if kept is not None else {})
    dataset = reader.dataset()
    if dataset is None:
        return None
    _check(dataset, reader, problems)
    return _released(dataset if drafts else _published(dataset))


def _check(dataset: Dataset, reader: Reader, problems: Problems) -> None:
    """Note what the files say against each other, subject by subject."""
    for id_, document in reader.instrument_documents.items():
        check_instrument(id_, dataset.instruments, document, problems)
    check_regions(dataset, problems)
    for year, (edition, document) in reader.editions.items():
        check_edition(dataset, year, edition, document, problems)
        check_lists_covered(dataset, year, edition, document, problems)
        check_totals(dataset.of_year(year), problems)
    for evaluation in dataset.evaluations.values():
        check_participation(dataset, evaluation, problems)
        check_counts(evaluation, problems)
        check_scale(evaluation, problems)
        for file in evaluation.results.values():
            check_result(dataset, evaluation, file, problems)
            check_scores(evaluation, file, problems)
        check_ranks(evaluation, problems)


def _released(dataset: Dataset) -> Dataset:
    """Without what only the checks needed: the raw values of the files, half of all memory."""
    for evaluation in dataset.evaluations.values():
        for id_, file in evaluation.results.items():
            evaluation.results[id_] = replace(
                file, claims={}, document=replace(file.document, data={})
            )
    listed = dataset.regions_document
    names: dict[tuple[str | int, ...], tuple[int, int]] = {
        path: place for path, place in listed.values.items() if len(path) == 3 and path[2] == "name"
    }
    return replace(dataset, regions_document=Document(listed.file, {}, {(): (1, 1), **names}, {}))


def _published(dataset: Dataset) -> Dataset:
    kept = {key: e for key, e in dataset.evaluations.items() if e.status != "draft"}
    years = {year for year, _ in kept}
    editions = {year: edition for year, edition in dataset.editions.items() if year in years}
    return replace(dataset, editions=editions, evaluations=kept)
