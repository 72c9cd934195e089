"""The terms of what the site made a category or a score of, where nobody published it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.evaluation.model import Evaluation
from generator.facts.kept import kept
from generator.facts.made_of import MadeOf, made_of, made_of_stages
from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.format import Stage
from generator.news.evidence import Evidence
from generator.news.slots import Kind, Terms, term
from generator.news.tellers import RegionTeller


class MadeTerms(Terms, name="made", role="computed"):
    """What the site computed a category or score of, the same in each of some editions."""

    def __init__(
        self,
        tell: RegionTeller,
        editions: Sequence[tuple[Evaluation, RegionFacts]],
        figure: str = "category",
        stage: Stage | None = None,
    ) -> None:
        """``figure`` is which one, ``category`` or ``score``; ``stage``: only the score of that."""
        self._tell = tell
        self._editions = editions
        self._figure = figure
        self._stage = stage

    def _made_of(self, evaluation: Evaluation, mine: RegionFacts) -> MadeOf:
        if self._stage is not None:
            return made_of_stages(evaluation, mine.region.id, (self._stage,))
        return made_of(evaluation, mine.region.id)

    @property
    def score_too(self) -> bool:
        """Whether the score itself is computed, and not the category alone."""
        rules = {mine.score.rule for _, mine in self._editions}
        return self._stage is not None or rules == {Rule.BY_INSTRUMENT}

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        found: list[Evidence] = []
        for evaluation, mine in self._editions:
            if self._stage is None:
                figure = getattr(mine, self._figure)
                found.append(self._tell.figure(self._figure, figure, mine.year, ()))
            if self.score_too:
                found += self._parts(evaluation, mine)
        return tuple(found)

    def _parts(self, evaluation: Evaluation, mine: RegionFacts) -> Iterator[Evidence]:
        """Each of the parts, with where it stands; whose word it is does not speak for the sum."""
        made, file = self._made_of(evaluation, mine), evaluation.results[mine.region.id]
        if made.answers:
            label = self._tell.label("answers", year=mine.year)
            number = str(len(file.result.answers))
            yield Evidence(label, number, (file.document.at(("answers",)),), (), Rule.COUNTED)
        for id_ in made.indicators:
            score = mine.indicators[id_]
            item = evaluation.instrument.indicator(id_) if evaluation.instrument else None
            name = item.name if item else id_
            told = self._tell.figure("indicator", score, mine.year, (), name=name)
            yield told._replace(alone=False)
        for stage in made.stages:
            told = self._tell.figure("stage_score", mine.stage_scores[stage.id], mine.year, ())
            yield told._replace(label=f"{told.label}, {stage.name}", alone=False)

    def _said(self, *, named: bool) -> str:
        if not self.score_too:
            return self._tell.word("from-scores")
        made = self._made_of(*self._editions[0])
        parts = [self._tell.word("answers")] if made.answers else []
        if made.indicators:
            parts.append(self._tell.word("indicator-scores"))
        if made.stages:
            names = self._tell.words.join([stage.name for stage in made.stages])
            told = self._tell.word("stage-scores", names=names)
            parts.append(told if named else self._tell.word("stage-scores-unnamed"))
        return self._tell.word("from-parts", parts=self._tell.words.join(parts))

    @term(Kind.ORIGIN)
    def of(self) -> str:
        """``dihitung situs dari jawaban yang diverifikasi dan skor Visitasi``."""
        return self._said(named=True)

    @term(Kind.ORIGIN)
    def of_briefly(self) -> str:
        """The same without the names of the stages."""
        return self._said(named=False)
