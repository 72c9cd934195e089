"""A folder of results, read and checked across its files.

The folder holds ``regions.yml``, ``<year>/edition.yml``, ``<year>/<region id>.yml`` and
``instruments/<id>.yml``. What one file can say wrong is the schema's; what two files can say
against each other is ``generator.crosscheck``'s.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from generator.problems import Place, Problems
from generator.reading import Document
from generator.schema import (
    Absence,
    Edition,
    EvaluationSettings,
    Group,
    Instrument,
    PartialDate,
    Region,
    Result,
    Scale,
    Source,
)
from generator.scoring import Scores

DEFAULT_DECIMALS = 2
"""Without a scale a score is shown with two decimals, as the commissions publish them."""


def decimals_of(scale: Scale | None) -> int:
    """The decimals of a rounded score."""
    return scale.decimals if scale else DEFAULT_DECIMALS


@dataclass(frozen=True, slots=True)
class ResultFile:
    """A region's result of one year, with its document for the places of its values."""

    result: Result
    document: Document
    scores: Scores | None = None
    """With an instrument: what its weights make of what is known, published scores standing."""
    below: Scores | None = None
    """The same from the level below each: indicators from answers, stages from indicators."""
    computed: Decimal | None = None
    """The final score of ``scores``, rounded as the scale says."""

    @property
    def score(self) -> Decimal | None:
        """The published score, else the computed one."""
        figure = self.result.score
        return figure.value if figure is not None and figure.value is not None else self.computed


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The evaluation of one group in one year: the year's defaults with the group's own on top.

    ``results``, ``absent`` and ``not_assessed`` are by region id and hold this group's regions.
    """

    year: int
    group: Group
    regions: tuple[Region, ...]
    title: str
    organizer: str
    status: str
    settings: EvaluationSettings
    sources: dict[str, Source]
    results: dict[str, ResultFile]
    absent: dict[str, Absence]
    not_assessed: dict[str, Absence]
    document: Document
    instrument: Instrument | None = None
    own: frozenset[str] = field(default=frozenset())
    announced: bool = True
    """Whether results may be known: False before they are announced (see ``generator.editions``)."""
    listed: dict[tuple[str, str], int] = field(default_factory=dict)
    """Where a region stands in ``absent`` or ``not_assessed``, by the name of the list and its id."""

    @property
    def scale(self) -> Scale | None:
        return self.settings.scale

    @property
    def published(self) -> PartialDate | None:
        """When results were announced; None if that is not known or still to come."""
        return self.settings.published if self.announced else None

    @property
    def scheduled(self) -> PartialDate | None:
        """When results are to be announced, if that is known."""
        return None if self.announced else self.settings.published

    @property
    def decimals(self) -> int:
        """The decimals of a rounded score of this evaluation."""
        return decimals_of(self.scale)

    def path(self, name: str) -> tuple[str, ...]:
        """Where a setting stands in edition.yml: below the group if it has its own."""
        return ("groups", self.group.id, name) if name in self.own else (name,)

    def place(self, name: str, *more: str | int) -> Place:
        """The place of a setting of this evaluation in its edition.yml."""
        return self.document.at((*self.path(name), *more))

    def place_of_absence(self, name: str, region: str) -> Place:
        """Where the list ``name`` (``absent`` or ``not_assessed``) holds a region."""
        return self.place(name, self.listed[name, region])

    def source(self, id_: str | None, region: str | None = None) -> Source | None:
        """The source of an id: the region's own file first, then the edition's."""
        if id_ is None:
            return None
        if region is not None and region in self.results:
            for source in self.results[region].result.sources:
                if source.id == id_:
                    return source
        return self.sources.get(id_)

    @property
    def mentioned(self) -> bool:
        """Whether the edition says anything of any region of the group."""
        return bool(self.results or self.absent or self.not_assessed)


@dataclass(frozen=True, slots=True)
class Dataset:
    """All that was read. ``evaluations`` are by (year, group id); years newest first."""

    root: Path
    groups: dict[str, Group]
    regions: dict[str, Region]
    regions_document: Document
    editions: dict[int, Edition]
    evaluations: dict[tuple[int, str], Evaluation]
    instruments: dict[str, Instrument]
    positions: dict[str, int]
    """The place of each region in the list of regions.yml."""
    unread: frozenset[str] = frozenset()
    """Instruments whose file has mistakes: those are told, and not that it is missing."""

    def place_of(self, region: str) -> Place:
        """Where a region stands in regions.yml."""
        return self.regions_document.at(("regions", self.positions[region], "name"))

    def place_of_group(self, group: str) -> Place:
        """Where a group stands in regions.yml."""
        return self.regions_document.at(("groups", list(self.groups).index(group), "name"))

    @property
    def years(self) -> list[int]:
        return sorted(self.editions, reverse=True)

    def of_year(self, year: int) -> list[Evaluation]:
        """The evaluations of a year, in the order of the groups."""
        found = [self.evaluations.get((year, group)) for group in self.groups]
        return [evaluation for evaluation in found if evaluation is not None]

    def of_group(self, group: str) -> list[Evaluation]:
        """The evaluations of a group, newest first."""
        found = [self.evaluations.get((year, group)) for year in self.years]
        return [evaluation for evaluation in found if evaluation is not None]

    def of_region(self, region: str) -> list[Evaluation]:
        """The evaluations in which a region has a page of that year, newest first."""
        return self.of_group(self.regions[region].group)


Kept = dict[str, tuple[bytes, ResultFile]]
"""Result files that were read before, by their name in messages, with the bytes they were read from."""


@contextmanager
def keeping() -> Iterator[None]:
    """For work whose results all stay: the collector would look through them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@keeping()
def load(
    root: Path, problems: Problems, *, drafts: bool = True, kept: Kept | None = None
) -> Dataset | None:
    """Read and check a results folder; None (with problems noted) if there is nothing to show.

    ``drafts=False`` leaves out evaluations with ``status: draft`` once they were checked.
    The dataset may be incomplete when there are problems: use it only if there are none. A result
    file whose bytes are as in ``kept`` is not parsed again; what is read now is added.
    """
    from generator.crosscheck import check  # the checks and the reader need the types above
    from generator.folder import Reader
    from generator.instrumentcheck import check_instrument
    from generator.scorecheck import check_result, check_scale

    reader = Reader(root, problems, kept if kept is not None else {})
    dataset = reader.dataset()
    if dataset is None:
        return None
    for id_, document in reader.instrument_documents.items():
        check_instrument(id_, dataset.instruments, document, problems)
    check(dataset, reader.editions, problems)
    for evaluation in dataset.evaluations.values():
        check_scale(evaluation, problems)
        for file in evaluation.results.values():
            check_result(evaluation, file, problems)
    return _released(dataset if drafts else _published(dataset))


def _released(dataset: Dataset) -> Dataset:
    """Without what only the checks needed: the raw values of the files, half of all memory."""
    for evaluation in dataset.evaluations.values():
        for id_, file in evaluation.results.items():
            evaluation.results[id_] = replace(file, document=replace(file.document, data={}))
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
