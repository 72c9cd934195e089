"""What a workbook is compared with: the regions of a site, and scale and questionnaire of each group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.evaluation.model import Dataset, Evaluation
from generator.format import Edition, EvaluationSettings, Instrument, Region, Scale
from generator.load.assemble import merged


@dataclass(frozen=True, slots=True)
class Context:
    """An edition of a measure: its regions, and what holds for each group."""

    dataset: Dataset
    edition: Edition
    year: int

    @property
    def regions(self) -> dict[str, Region]:
        return self.dataset.regions

    def evaluation_of(self, region: str) -> Evaluation | None:
        return self.dataset.evaluations.get((self.year, self.regions[region].group))

    def settings_of(self, region: str) -> EvaluationSettings:
        """What holds for the group of a region, also where it has no results yet."""
        found = self.evaluation_of(region)
        if found is not None:
            return found.settings
        own = self.edition.groups.get(self.regions[region].group)
        return merged(self.edition, own, self.dataset.measure)

    def scale_of(self, region: str) -> Scale | None:
        return self.settings_of(region).scale

    def instrument_of(self, region: str) -> Instrument | None:
        return self.dataset.instruments.get(self.settings_of(region).instrument or "")

    def instrument_for(self, regions: Iterable[str]) -> Instrument | None:
        """The questionnaire of most of some regions."""
        counts = Counter(self.settings_of(id_).instrument for id_ in regions)
        named = [id_ for id_, _ in counts.most_common() if id_]
        return self.dataset.instruments.get(named[0]) if named else None

    @property
    def covered(self) -> list[Region]:
        """The regions that the edition covers, in the order of regions.yml."""
        groups = [group for year, group in self.dataset.evaluations if year == self.year]
        groups = groups or list(self.dataset.groups)
        return [
            region
            for region in self.regions.values()
            if region.group in groups and region.existed(self.year)
        ]
