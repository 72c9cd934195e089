"""Where articles are written: what is computed once for a group is kept here."""

from __future__ import annotations

from collections import Counter

from generator.evaluation.model import Evaluation
from generator.facts import Facts
from generator.facts.model import Why
from generator.facts.states import stopping_stage
from generator.format import Stage
from generator.language import SITE_LANGUAGE
from generator.language.names import Names
from generator.news.angles import Angle, angles_of, rarest_first
from generator.news.article import write
from generator.news.case import Case
from generator.news.edition import write_edition
from generator.news.evidence import Evidence
from generator.news.glosses import all_with_meanings, with_meanings
from generator.news.passages import overall, standing
from generator.news.passages.said import corrections_of, of_results
from generator.news.running import HistoryTeller, write_history
from generator.news.sentence import Article, Paragraph
from generator.news.sentences import phrases
from generator.news.tellers import EditionTeller, RegionTeller
from generator.news.terms.absence import AbsenceTerms
from generator.news.terms.beside import AheadTerms, AlikeTerms, BesideTerms, FewTerms
from generator.news.terms.bordering import BorderingTerms
from generator.news.terms.changes import (
    AtLeastTerms,
    ChangeTerms,
    PlacesTerms,
    StepsTerms,
    WhicheverTerms,
)
from generator.news.terms.doors import DoorsTerms
from generator.news.terms.figures import (
    BoundTerms,
    ByScaleTerms,
    CategoryTerms,
    GapTerms,
    HeldTerms,
    RankTerms,
    RegionTerms,
    ScoreTerms,
)
from generator.news.terms.group import EditionTerms, ParticipantsTerms
from generator.news.terms.kept_alone import KeptAloneTerms
from generator.news.terms.level import LevelTerms
from generator.news.terms.moves import ExtremeTerms
from generator.news.terms.overtaken import OvertakenTerms
from generator.news.terms.ranks import CategoryRankTerms
from generator.news.terms.records import DistinctionTerms
from generator.news.terms.regions import TiedTerms
from generator.news.terms.stage import StageTerms
from generator.news.terms.standing import StandingTerms
from generator.news.terms.target import TargetTerms

MOST_TIED = 3
"""Names of those level in a sentence; more are a count."""

OWN = (
    *(
        CategoryTerms,
        ByScaleTerms,
        ScoreTerms,
        ChangeTerms,
        PlacesTerms,
        StepsTerms,
        WhicheverTerms,
    ),
    *(
        GapTerms,
        BoundTerms,
        HeldTerms,
        RankTerms,
        CategoryRankTerms,
        TargetTerms,
        AbsenceTerms,
        AtLeastTerms,
        LevelTerms,
        OvertakenTerms,
    ),
)
"""The terms of a region's own figures, of which every sentence of its article may speak."""


class Newsroom:
    """Writes every text of a dataset, in one language. The same data give the same bytes.

    ``names`` are those of that language.
    """

    def __init__(
        self,
        facts: Facts,
        names: Names,
        *,
        language: str = SITE_LANGUAGE,
        analysis: bool = False,
    ) -> None:
        self.facts = facts
        self.names = names
        self.analysis = analysis
        self.phrases = phrases(language, facts.dataset.measure)
        self._foreign = language != SITE_LANGUAGE
        self._angles: dict[tuple[int, str], dict[str, tuple[Angle, ...]]] = {}
        self._rarity: dict[tuple[int, str], Counter[str]] = {}
        self._leads: dict[tuple[int, str], Counter[str]] = {}
        self._editions: dict[tuple[int, str], Evidence] = {}
        self._groups: dict[tuple[int, str], EditionTeller] = {}
        self._written: dict[tuple[int, str], Article] = {}

    def article(self, evaluation: Evaluation, region: str) -> Article:
        """The article (or notice) of a region in an evaluation."""
        case = self._case(evaluation, region)
        angles = self.angles(evaluation)[region]
        tell = self._region(case)
        tell.led_alike = self._leads[evaluation.year, evaluation.group.id][angles[0].name]
        return self._told(write(tell, case, angles, self.rarity(evaluation)))

    def _told(self, article: Article) -> Article:
        """An article as its readers need it: in another language than the categories are in, with
        what they mean."""
        return with_meanings(article, self._meaning) if self._foreign else article

    def _meaning(self, category: str) -> str:
        return self.facts.dataset.measure.category_in(category, self.phrases.words.code)

    def edition(self, evaluation: Evaluation) -> Article:
        """The article of a group's evaluation as a whole."""
        key = (evaluation.year, evaluation.group.id)
        if key not in self._written:  # the home page shows the newest as well
            self._written[key] = self._told(write_edition(self._group(evaluation)))
        return self._written[key]

    def history(self, region: str) -> tuple[Paragraph, ...]:
        """The running text of a region over all years."""
        found = self.facts.dataset.regions[region]
        tell = HistoryTeller(
            self.facts,
            self.names,
            self.phrases,
            self._editions,
            region_=found,
            history=self.facts.history(region),
        )
        tell.know(RegionTerms(tell, found), **self._measured())
        text = write_history(tell)
        return all_with_meanings(text, self._meaning) if self._foreign else text

    def _measured(self) -> dict[str, bool]:
        """What the measure has, as conditions of every sentence."""
        measure = self.facts.dataset.measure
        return {
            "asked": measure.questionnaire is not None,
            "categorised": measure.categories,
            "ranked": measure.ranked,
            "taking_part": measure.taking_part,
        }

    def rarity(self, evaluation: Evaluation) -> Counter[str]:
        """For how many regions of the group each angle holds."""
        self.angles(evaluation)
        return self._rarity[evaluation.year, evaluation.group.id]

    def angles(self, evaluation: Evaluation) -> dict[str, tuple[Angle, ...]]:
        """The angles that hold for each region of the group, the leading one first."""
        key = (evaluation.year, evaluation.group.id)
        if key not in self._angles:
            held = {
                region.id: angles_of(self._case(evaluation, region.id))
                for region in evaluation.regions
            }
            rarity = Counter(angle.name for found in held.values() for angle in found)
            same: dict[tuple[Angle, ...], tuple[Angle, ...]] = {}
            self._rarity[key] = rarity
            self._angles[key] = {
                id_: same.setdefault(led, led)
                for id_, found in held.items()
                for led in (rarest_first(self._case(evaluation, id_), found, rarity),)
            }
            self._leads[key] = Counter(led[0].name for led in self._angles[key].values())
        return self._angles[key]

    def _case(self, evaluation: Evaluation, region: str) -> Case:
        whole = self.facts.evaluation(evaluation)
        return Case(evaluation, self.facts.region(evaluation, region), whole)

    def _group(self, evaluation: Evaluation) -> EditionTeller:
        """Who tells of a group: what its texts say alike is made once."""
        key = (evaluation.year, evaluation.group.id)
        if key not in self._groups:
            whole = self.facts.evaluation(evaluation)
            tell = EditionTeller(
                self.facts,
                self.names,
                self.phrases,
                self._editions,
                evaluation=evaluation,
                whole=whole,
            )
            tell.know(EditionTerms(tell, evaluation), ParticipantsTerms(tell), ExtremeTerms(tell))
            tell.know(DoorsTerms(tell))
            tell.know(**self._measured())
            self._groups[key] = tell
        tell = self._groups[key]
        tell.introduced.clear()
        return tell

    def _region(self, case: Case) -> RegionTeller:
        """Who tells of a region in an evaluation, with all that its sentences may speak of."""
        evaluation, mine = case.evaluation, case.mine
        tell = RegionTeller(
            self.facts,
            self.names,
            self.phrases,
            self._editions,
            dict(self._group(evaluation).terms),
            evaluation=evaluation,
            whole=case.whole,
            mine=mine,
            contested=case.contested,
            analysis=self.analysis,
        )
        tell.know(RegionTerms(tell, mine.region), *(terms(tell) for terms in OWN))
        kept = case.stayed and mine.categories.known.year == mine.year - 1
        tell.know(
            TiedTerms(tell, mine, MOST_TIED), same=kept, still=case.still, rounded=case.rounded
        )
        tell.know(StandingTerms(tell, case.sole, case.sole_other), out_stopped=False)
        tell.know(FewTerms(tell, case.fellows), BesideTerms(tell), AlikeTerms(tell))
        tell.know(KeptAloneTerms(tell), AheadTerms(tell), BorderingTerms(tell, case.bordering))
        tell.know(*overall.beside(tell))
        if mine.out_before is not None:
            found = standing.out_before(tell, mine.out_before)
            tell.know(*found, out_stopped=len(found) > 1)
        for terms in of_results(corrections_of(tell, evaluation, mine.region.id))[:1]:
            tell.know(terms)
        title = evaluation.distinction_of(mine.region.id)
        if title is not None:
            tell.know(DistinctionTerms(tell, evaluation, *title))
        stage = self._stopping(case)
        if stage is not None:
            score = mine.stage_scores[stage.id]
            facts = (tell.figure("stage_score", score, evaluation.year),)
            tell.know(StageTerms(tell, stage, facts, score))
        return tell

    def _stopping(self, case: Case) -> Stage | None:
        """The stage whose threshold the region did not reach; None if there is none."""
        stopped = case.mine.score.why is Why.STOPPED
        return stopping_stage(case.evaluation, case.mine.region.id) if stopped else None
