"""Where articles are written: what is computed once for a group is kept here."""

from __future__ import annotations

from collections import Counter

from generator.evaluation.model import Evaluation
from generator.facts import Facts
from generator.news.angles import Angle, Case, angles_of
from generator.news.article import write
from generator.news.edition import write_edition
from generator.news.edition_body import EditionTeller
from generator.news.evidence import Evidence
from generator.news.names import Names
from generator.news.phrases import phrases
from generator.news.running import HistoryTeller, write_history
from generator.news.sentence import Article, Paragraph
from generator.news.teller import RegionTeller, Shared, evaluation_context


class Newsroom:
    """Writes every text of a dataset, in Indonesian. The same data give the same bytes."""

    def __init__(self, facts: Facts, names: Names, *, analysis: bool = False) -> None:
        self.facts = facts
        self.names = names
        self.analysis = analysis
        self.phrases = phrases()
        self._angles: dict[tuple[int, str], dict[str, tuple[Angle, ...]]] = {}
        self._rarity: dict[tuple[int, str], Counter[str]] = {}
        self._shared = Shared()
        self._context: dict[tuple[int, str], tuple[Evidence, ...]] = {}

    def article(self, evaluation: Evaluation, region: str) -> Article:
        """The article (or notice) of a region in an evaluation; raises Unproven."""
        case = self._case(evaluation, region)
        tell = RegionTeller(
            self.facts,
            self.names,
            self.phrases,
            f"{evaluation.year}/{region}/",
            (),
            evaluation=evaluation,
            mine=case.mine,
            whole=case.whole,
            analysis=self.analysis,
            shared=self._shared,
        )
        tell.context = (*self._of(evaluation), tell.region(case.mine.region))
        angles = self.angles(evaluation)[region]
        return write(tell, case, angles, self.rarity(evaluation))

    def edition(self, evaluation: Evaluation) -> Article:
        """The article of a group's evaluation as a whole; raises Unproven."""
        return write_edition(
            EditionTeller(
                self.facts,
                self.names,
                self.phrases,
                f"{evaluation.year}/",
                self._of(evaluation),
                evaluation=evaluation,
                whole=self.facts.evaluation(evaluation),
            )
        )

    def history(self, region: str) -> tuple[Paragraph, ...]:
        """The running text of a region over all years; raises Unproven."""
        found = self.facts.dataset.regions[region]
        tell = HistoryTeller(
            self.facts,
            self.names,
            self.phrases,
            f"wilayah/{region}/",
            (),
            region_=found,
            history=self.facts.history(region),
            shared=self._shared,
        )
        tell.context = (tell.region(found),)
        return write_history(tell)

    def rarity(self, evaluation: Evaluation) -> Counter[str]:
        """For how many regions of the group each angle holds."""
        key = (evaluation.year, evaluation.group.id)
        if key not in self._rarity:
            self._rarity[key] = Counter(
                angle.name for found in self.angles(evaluation).values() for angle in found
            )
        return self._rarity[key]

    def angles(self, evaluation: Evaluation) -> dict[str, tuple[Angle, ...]]:
        """The angles that hold for each region of the group, the leading one first."""
        key = (evaluation.year, evaluation.group.id)
        if key not in self._angles:
            same: dict[tuple[Angle, ...], tuple[Angle, ...]] = {}
            self._angles[key] = {
                region.id: same.setdefault(found, found)
                for region in evaluation.regions
                for found in (angles_of(self._case(evaluation, region.id)),)
            }
        return self._angles[key]

    def _case(self, evaluation: Evaluation, region: str) -> Case:
        whole = self.facts.evaluation(evaluation)
        return Case(evaluation, self.facts.region(evaluation, region), whole)

    def _of(self, evaluation: Evaluation) -> tuple[Evidence, ...]:
        key = (evaluation.year, evaluation.group.id)
        if key not in self._context:
            dataset = self.facts.dataset
            self._context[key] = evaluation_context(evaluation, dataset, self.phrases)
        return self._context[key]
