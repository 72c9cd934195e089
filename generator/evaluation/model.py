"""What was read: the results of a body, the evaluation of a group, all evaluations of a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from generator.boundaries.shapes import Boundaries
from generator.evaluation.rounding import NEAR
from generator.evaluation.scoring import Scores
from generator.format import (
    OUT,
    Correction,
    Distinction,
    Edition,
    EvaluationSettings,
    Figure,
    Group,
    Instrument,
    Listed,
    Measure,
    Out,
    PartialDate,
    Region,
    Result,
    Scale,
    Source,
)
from generator.format.base import NONE
from generator.format.document import Document
from generator.format.problems import Place
from generator.format.record import CorrectionRecord

DEFAULT_DECIMALS = 2
"""Without a scale a score is shown with two decimals, as the commissions publish them."""


USUAL_MAXIMUM = Decimal(100)
"""Where scores end unless a scale says otherwise; any other end is told beside the score."""


def decimals_of(scale: Scale | None) -> int:
    """The decimals of a rounded score."""
    return scale.decimals if scale else DEFAULT_DECIMALS


@dataclass(frozen=True, slots=True)
class ResultFile:
    """A region's result of one year, with its document for the places of its values.

    With an instrument its answers were scored once, when it was loaded: what follows are the points
    and scores; without one there are none.
    """

    result: Result
    document: Document
    points: Mapping[str, Decimal | None] = field(default_factory=lambda: NONE)
    """The points of each question that was verified; None where it does not apply."""
    claims: Mapping[str, Decimal | None] = field(default_factory=lambda: NONE)
    """The points that the region's own answers would give, until the files were checked."""
    scores: Scores | None = None
    """What the instrument's weights make of what is known, published scores standing."""
    verified: Scores | None = None
    """What the verified answers give, whatever was published."""
    below: Scores | None = None
    """The same from the level below each: indicators from answers, stages from indicators."""
    claimed: Scores | None = None
    """What the region's own answers would give, where all that is needed was answered."""
    computed: Decimal | None = None
    """The final score of ``scores``, rounded as the scale says."""

    @property
    def score(self) -> Decimal | None:
        """The published score, else the computed one."""
        figure = self.result.score
        return figure.value if figure is not None and figure.value is not None else self.computed

    @property
    def exact(self) -> Decimal | Fraction | None:
        """The score before it is rounded: as it was published, else as exactly as it is computed."""
        figure = self.result.score
        if figure is not None and figure.value is not None:
            return figure.value
        return self.scores.final if self.scores is not None else None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The evaluation of one group in one year: the year's defaults with the group's own on top.

    ``results`` and ``out`` are by region id and hold this group's regions, and so do ``names``,
    who is named as a participant.
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
    out: dict[str, tuple[str, Out]]
    """Who has no result and why: the name of the list of the edition that says so (see ``OUT``)."""
    names: dict[str, Listed]
    document: Document
    measure_id: str
    measure: Measure
    measure_document: Document
    instrument: Instrument | None = None
    own: frozenset[str] = field(default=frozenset())
    announced: bool = True
    """Whether results may be known: False before they are announced (see ``evaluation.editions``)."""
    embargoed: bool = False
    """Whether it is a draft only until the time of its embargo."""
    listed: dict[tuple[str, str], int] = field(default_factory=dict)
    """Where a region stands in a list of ``out`` or in ``names``, by the name of the list and its id."""
    _about: dict[str, dict[str, list[int]]] = field(default_factory=dict, compare=False, repr=False)

    def corrections_of(self, region: str) -> list[tuple[int, Correction]]:
        """A region's corrections in the order of the file, each with its place in the list."""
        items = self.settings.corrections
        return [(index, items[index]) for index in self._index("corrections", items, region)]

    def distinction_of(self, region: str) -> tuple[int, Distinction] | None:
        """The first title that the organizer gave to a region, with its place in the list."""
        items = self.settings.distinctions
        return next(((i, items[i]) for i in self._index("distinctions", items, region)), None)

    def _index(
        self, name: str, items: Sequence[Correction | Distinction], region: str
    ) -> Sequence[int]:
        """Where a region's items stand: found once for all regions, of which there may be thousands."""
        if not items:
            return ()
        found = self._about.get(name)
        if found is None:
            found = self._about[name] = {}
            for index, item in enumerate(items):
                found.setdefault(item.region, []).append(index)
        return found.get(region, ())

    @property
    def scale(self) -> Scale | None:
        return self.settings.scale

    @property
    def ranked(self) -> bool:
        """Whether its bodies are ranked; if not, no rank is computed or shown."""
        return (self.settings.ranking or self.measure.ranking) != "none"

    @property
    def published(self) -> PartialDate | None:
        """When results were announced; None if that is not known or still to come."""
        return self.settings.published if self.announced else None

    @property
    def published_source(self) -> Source | None:
        """Who says when results were announced."""
        return self.source(self.settings.published_source) if self.announced else None

    @property
    def scheduled(self) -> PartialDate | None:
        """When results are to be announced, if that is known."""
        return None if self.announced else self.settings.published

    @property
    def decimals(self) -> int:
        """The decimals of a rounded score of this evaluation."""
        return decimals_of(self.scale)

    @property
    def maximum(self) -> Decimal:
        """The highest score that a body can have."""
        return self.scale.maximum if self.scale else USUAL_MAXIMUM

    @property
    def near(self) -> Decimal:
        """Scores that are less apart are almost the same: half a point of a hundred."""
        return NEAR * self.maximum / USUAL_MAXIMUM

    def path(self, name: str) -> tuple[str, ...]:
        """Where a setting stands in edition.yml: below the group if it has its own."""
        return ("groups", self.group.id, name) if name in self.own else (name,)

    def place(self, name: str, *more: str | int) -> Place:
        """The place of a setting of this evaluation in its edition.yml, or in its measure's file."""
        if name == "scale" and self.scale is self.measure.scale:
            return self.measure_document.at((name, *more))
        return self.document.at((*self.path(name), *more))

    def out_by(self, name: str) -> dict[str, Out]:
        """The regions of one list of ``out``."""
        return {id_: item for id_, (listed, item) in self.out.items() if listed == name}

    def is_out(self, region: str, name: str) -> bool:
        """Whether a list of ``out`` has a region."""
        return region in self.out and self.out[region][0] == name

    def place_of_listed(self, name: str, region: str) -> Place:
        """Where a list of ``out``, or ``names``, holds a region."""
        index = self.listed[name, region]
        return self.place(name, index) if name in OUT else self.place("participants", name, index)

    def source(self, id_: str | None, region: str | None = None) -> Source | None:
        """The source of an id: the region's own file first, then the edition's."""
        if id_ is None:
            return None
        if region is not None and region in self.results:
            for source in self.results[region].result.sources:
                if source.id == id_:
                    return source
        return self.sources.get(id_)

    def source_of(self, figure: Figure[Any], region: str | None = None) -> Source | None:
        """Whose word a figure is: its own source, else that of the edition, unless it has none."""
        usual = None if figure.unsourced else self.settings.source
        return self.source(figure.source or usual, region)

    @property
    def mentioned(self) -> bool:
        """Whether the edition says anything of any region of the group."""
        return bool(self.results or self.out or self.names)


@dataclass(frozen=True, slots=True)
class Recorded:
    """How pages stood before a correction, with the year in whose folder that is kept."""

    year: int
    record: CorrectionRecord
    document: Document


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
    measure: Measure
    measure_id: str
    prefix: str = ""
    """What the addresses of its editions begin with: "" for the site's main measure, else its id
    and a slash."""
    others: tuple[Dataset, ...] = ()
    """What was evaluated by other measures, of the same regions."""
    unread: frozenset[str] = frozenset()
    """Instruments whose file has mistakes: those are told, and not that it is missing."""
    records: tuple[Recorded, ...] = ()
    """How pages stood before corrections."""
    boundaries: Boundaries | None = None
    """Those that the site brings itself."""

    def place_of(self, region: str) -> Place:
        """Where a region stands in regions.yml."""
        return self.regions_document.at(("regions", self.positions[region], "name"))

    def place_of_group(self, group: str) -> Place:
        """Where a group stands in regions.yml."""
        return self.regions_document.at(("groups", list(self.groups).index(group), "name"))

    @property
    def series(self) -> tuple[Dataset, ...]:
        """This and the others: each measure by itself, the main one first."""
        return (self, *self.others)

    @property
    def years(self) -> list[int]:
        return sorted(self.editions, reverse=True)

    @property
    def made_up(self) -> bool:
        """Whether all results, by every measure, are a sample."""
        return {e.status for one in self.series for e in one.evaluations.values()} == {"sample"}

    @property
    def organizers(self) -> set[str]:
        """Who organized, by every measure."""
        return {e.organizer for one in self.series for e in one.evaluations.values()}

    def of_year(self, year: int) -> list[Evaluation]:
        """The evaluations of a year, in the order of the groups."""
        found = [self.evaluations.get((year, group)) for group in self.groups]
        return [evaluation for evaluation in found if evaluation is not None]

    def of_group(self, group: str) -> list[Evaluation]:
        """The evaluations of a group, newest first."""
        found = [self.evaluations.get((year, group)) for year in self.years]
        return [evaluation for evaluation in found if evaluation is not None]


def is_whole_group(evaluation: Evaluation, number: int | None) -> bool:
    """Whether so many are all of the group, whose members are all listed."""
    return number == len(evaluation.regions) and not evaluation.group.partial


def is_complete(evaluation: Evaluation, scored: int) -> bool:
    """Whether every participant's score is known, so that peers may be compared.

    Who was stopped by a threshold has no score, and that is known. With those, as many scores as
    ``participants.took_part``; without that number, or where sources give several, every region of
    the group is scored or out (and the list of regions is not ``partial``). An empty group is not
    complete.
    """
    if scored == 0:
        return False
    stopped = stopped_in(evaluation)
    took_part = evaluation.settings.participants.took_part
    if took_part is not None and took_part.value is not None and not is_contested(took_part):
        return scored + len(stopped) == took_part.value
    if evaluation.group.partial:
        return False
    out = stopped | set(evaluation.out)
    return scored + len(out) == len(evaluation.regions)


def is_contested(figure: Figure[Any]) -> bool:
    """Whether sources give several values of a figure: nothing follows from one of them."""
    return any(other.value != figure.value for other in figure.others)


def stopped_in(evaluation: Evaluation) -> set[str]:
    """The regions that did not pass a stage, by id."""
    if evaluation.instrument is None:
        return set()
    return {id_ for id_, file in evaluation.results.items() if file.scores and file.scores.stopped}
