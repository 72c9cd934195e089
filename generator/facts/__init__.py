"""Every figure that any page shows, computed in one place, with where it comes from.

Pages ask ``Facts`` and do no arithmetic of their own. What compares a region with its peers is
computed once for the group.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from generator.evaluation.model import Dataset, Evaluation
from generator.facts.apart import Caution, Since, caution
from generator.facts.breakdown import Breakdown, breakdown_of
from generator.facts.closing import Closing, closing_of
from generator.facts.compare import History
from generator.facts.everyone import Everyone, Kept
from generator.facts.first import FirstLosses, Marks, first_losses, marks_of
from generator.facts.group import EvaluationFacts, evaluation_facts, indicator_medians
from generator.facts.model import Average
from generator.facts.objections import ObjectionFacts, objections_of
from generator.facts.questionnaire import Questionnaire, questionnaire_of
from generator.facts.rank_ranges import RankRange, rank_ranges
from generator.facts.region import RegionFacts
from generator.facts.trial import Trial, trial_of


class Facts:
    """The figures of a dataset, computed when they are asked for and kept by evaluation."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._history = History(dataset, self.regions)
        self._by_group: dict[str, list[Evaluation]] = {}
        self._regions: dict[tuple[int, str], Everyone] = {}
        self._kept = Kept()
        self._questionnaires: dict[tuple[int, str], Questionnaire | None] = {}
        self._breakdown: tuple[tuple[int, str], Breakdown | None] | None = None
        self._ranges: dict[tuple[int, str], dict[str, RankRange]] = {}
        self._marks: dict[tuple[int, str], Marks] = {}
        self._cautions: dict[tuple[object, ...], Caution] = {}
        self._medians: dict[tuple[int, str], dict[str, Average]] = {}
        self._evaluations: dict[tuple[int, str], EvaluationFacts] = {}

    def regions(self, evaluation: Evaluation) -> Everyone:
        """The facts of every region of an evaluation, by region id."""
        key = (evaluation.year, evaluation.group.id)
        if key not in self._regions:
            self._regions[key] = Everyone(evaluation, self._history, self._kept)
        return self._regions[key]

    def all_of_them(self) -> AbstractContextManager[None]:
        """For who looks at all regions of a group, time and again: their facts stay as long."""
        return self._kept.all_of_them()

    def region(self, evaluation: Evaluation, region: str) -> RegionFacts:
        found = self._kept.get((evaluation.year, region))
        return self.regions(evaluation)[region] if found is None else found

    def evaluation(self, evaluation: Evaluation) -> EvaluationFacts:
        """The facts of the group as a whole."""
        key = (evaluation.year, evaluation.group.id)
        if key not in self._evaluations:
            self._evaluations[key] = evaluation_facts(
                evaluation, self.regions(evaluation), self._history
            )
        return self._evaluations[key]

    def indicator_medians(self, evaluation: Evaluation) -> dict[str, Average]:
        """The median of each indicator over the bodies whose score in it is known."""
        key = (evaluation.year, evaluation.group.id)
        if key not in self._medians:
            self._medians[key] = indicator_medians(evaluation)
        return self._medians[key]

    def breakdown(self, evaluation: Evaluation, region: str) -> Breakdown | None:
        """How the score of a region came about; None where only the score is known.

        The last one is kept: the article and the page of a region both ask for it.
        """
        key = (evaluation.year, region)
        if self._breakdown is None or self._breakdown[0] != key:
            found = breakdown_of(
                evaluation,
                self.region(evaluation, region),
                self.indicator_medians(evaluation),
                self._history,
            )
            self._breakdown = (key, found)
        return self._breakdown[1]

    def closing(self, evaluation: Evaluation, region: str) -> Closing | None:
        """What would close the gap to the next category; None where that is not certain."""
        found = self.breakdown(evaluation, region)
        gains = found.gains if found else None
        return closing_of(evaluation, self.region(evaluation, region), gains)

    def trial(self, evaluation: Evaluation, region: str) -> Trial | None:
        """What score and category would be with full points in some questions; None where uncertain."""
        found = self.breakdown(evaluation, region)
        gains = found.gains if found else None
        return trial_of(evaluation, self.region(evaluation, region), gains)

    def first_losses(self, evaluation: Evaluation, region: str) -> FirstLosses | None:
        """The questions that cost a region most, each with who has all its points; None where that
        is not certain."""
        found = self.breakdown(evaluation, region)
        if found is None or not found.gains or not self.region(evaluation, region).score.settled:
            return None  # without a final score nothing was lost from it
        key = (evaluation.year, evaluation.group.id)
        if key not in self._marks:
            self._marks[key] = marks_of(evaluation)
        return first_losses(evaluation, found.gains, self._marks[key])

    def rank_ranges(self, evaluation: Evaluation) -> dict[str, RankRange]:
        """How firm each rank is, by region; empty where that cannot be computed."""
        key = (evaluation.year, evaluation.group.id)
        if key not in self._ranges:
            self._ranges[key] = rank_ranges(evaluation, self._history.peers(evaluation))
        return self._ranges[key]

    def questionnaire(self, evaluation: Evaluation) -> Questionnaire | None:
        """The figures of indicators and questions over the whole group; None without them."""
        key = (evaluation.year, evaluation.group.id)
        if key not in self._questionnaires:
            self._questionnaires[key] = questionnaire_of(
                evaluation, self.indicator_medians(evaluation), self._history
            )
        return self._questionnaires[key]

    def objections(self, evaluation: Evaluation) -> tuple[ObjectionFacts, ...]:
        """The objections of all bodies of an evaluation, by the names of the bodies."""
        objecting = [
            region
            for region in evaluation.regions
            if region.id in evaluation.results and evaluation.results[region.id].result.objections
        ]
        objecting.sort(key=lambda region: region.name)
        return tuple(
            item
            for region in objecting
            for item in objections_of(evaluation, self.region(evaluation, region.id))
        )

    def caution(self, evaluation: Evaluation, compared: Sequence[Since]) -> Caution:
        """What is unknown of editions that are compared: changes may come from that."""
        key = (evaluation.year, evaluation.group.id, *compared)
        found = self._cautions.get(key)
        if found is None:
            before = self._history.before(evaluation)
            found = self._cautions[key] = caution(evaluation, compared, before)
        return found

    def before(self, evaluation: Evaluation) -> list[Evaluation]:
        """Earlier evaluations of the same group and organizer, newest first."""
        return self._history.before(evaluation)

    def history(self, region: str) -> list[tuple[Evaluation, RegionFacts]]:
        """A region's evaluations, newest first; none of before it was founded."""
        mine = self.dataset.regions[region]
        group = mine.group
        if group not in self._by_group:
            self._by_group[group] = self.dataset.of_group(group)
        return [
            (found, self.region(found, region))
            for found in self._by_group[group]
            if mine.existed(found.year)
        ]
