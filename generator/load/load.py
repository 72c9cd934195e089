"""A folder of results, read and checked across its files.

The folder holds ``regions.yml``, ``<year>/edition.yml``, ``<year>/<region id>.yml`` and
``instruments/<id>.yml``. What one file can say wrong is told by ``generator.format``; what two files
can say against each other, by ``generator.load.checks``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from generator.collector import paused
from generator.evaluation.editions import today, with_announced
from generator.evaluation.model import Dataset, Recorded
from generator.format.base import NONE
from generator.format.measure import DEFAULT
from generator.format.problems import Problems
from generator.load.checks import Read, check_all
from generator.load.folder import Kept, Reader


@paused()
def load(
    root: Path,
    problems: Problems,
    *,
    drafts: bool = True,
    kept: Kept | None = None,
    measure: str = DEFAULT,
    instead: Mapping[str, bytes] = NONE,
) -> Dataset | None:
    """Read and check a results folder; None (with problems noted) if there is nothing to show.

    ``drafts=False`` leaves out evaluations with ``status: draft``, or under an embargo, once they were checked.
    The dataset may be incomplete when there are problems: use it only if there are none. A result
    file whose bytes are as in ``kept`` is not parsed again; what is read now is added.
    ``measure`` is the main one, whose editions stand in the folder itself. ``instead`` are bytes that
    are read in the place of those of files, by their names as messages have them.
    """
    reader = Reader(root, problems, kept, measure, instead)
    dataset = reader.dataset()
    if dataset is None or reader.guess is None:
        return None
    for one in dataset.series:
        read = Read(
            one,
            reader.editions[one.measure_id],
            reader.instrument_documents,
            reader.year_folders[one.measure_id],
            reader.guess,
            complete=not reader.listing.unlisted,
            shared=one is dataset,
        )
        check_all(read, problems)
    return _all(_released, dataset if drafts else _all(_published, dataset))


def _all(change: Callable[[Dataset], Dataset], dataset: Dataset) -> Dataset:
    """A change of every measure's dataset."""
    return replace(change(dataset), others=tuple(change(one) for one in dataset.others))


def _released(dataset: Dataset) -> Dataset:
    """Without what only the checks needed: the raw values of the files, half of all memory."""
    for evaluation in dataset.evaluations.values():
        for id_, file in evaluation.results.items():
            if file.claims or file.document.data:
                document = replace(file.document, data={}, keys={})
                evaluation.results[id_] = replace(file, claims=NONE, document=document)
    regions = replace(dataset.regions_document, data={}, keys={})
    return replace(dataset, regions_document=regions)


def _group(dataset: Dataset, item: Recorded) -> str:
    """The group of the body of a record; "" where there is none, which is told."""
    region = dataset.regions.get(item.record.changes[0].region)
    return region.group if region else ""


def _published(dataset: Dataset) -> Dataset:
    kept = {key: e for key, e in dataset.evaluations.items() if e.status != "draft"}
    years = {year for year, _ in kept}
    editions = {year: edition for year, edition in dataset.editions.items() if year in years}
    records = tuple(item for item in dataset.records if (item.year, _group(dataset, item)) in kept)
    # What only a draft says is not known to anyone: it makes no other edition an announced one.
    told = with_announced(kept, today())
    return replace(dataset, editions=editions, evaluations=told, records=records)
