"""The terms of a region's result in an earlier edition."""

from __future__ import annotations

from generator.evaluation.model import Evaluation
from generator.facts.apart import UNNAMED, Apart
from generator.facts.kept import kept
from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.news.evidence import Evidence
from generator.news.published import every
from generator.news.scales import step_fact
from generator.news.slots import Item, Kind, Terms, term
from generator.news.tellers import RegionTeller

WITH_OTHER = {
    "scale": "other-scale-then",
    "instrument": "other-instrument-then",
    "both": "other-both-then",
    "requirements": "other-requirements-then",
    "requirements-and-instrument": "other-requirements-and-instrument-then",
}


class EarlierTerms(Terms, name="earlier_result", role="before"):
    """A region's result in an earlier edition."""

    def __init__(
        self,
        tell: RegionTeller,
        evaluation: Evaluation,
        earlier: RegionFacts,
        other: Apart | None = None,
        newer: Evaluation | None = None,
    ) -> None:
        """``other``: what it is known to differ in from the result that was told before it, or from
        that of ``newer``, where that is not the edition of the text."""
        self._tell = tell
        self._evaluation = evaluation
        self._earlier = earlier
        self._other = other.other if other else UNNAMED
        self._newer = newer

    @property
    def than_newer(self) -> bool:
        """Whether it is another edition than that of the text from which it is known to differ."""
        return self._newer is not None

    @kept
    def newer_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._newer),) if self._newer else ()

    @term(Kind.YEAR, "newer", behind="newer_facts")
    def newer(self) -> str:
        return str(self._newer.year) if self._newer else ""

    @property
    def apart(self) -> bool:
        """Whether its name means another thing, and it is known why."""
        return self._other != UNNAMED

    @term(Kind.STATE, "with-other")
    def with_other(self) -> str:
        return self._tell.word(WITH_OTHER[self._other])

    @property
    def categorised(self) -> bool:
        """Whether it is told by its category: of a published score that alone was announced, no
        category that the site computed from it."""
        computed = self.by_scale and self._earlier.score.rule is Rule.PUBLISHED
        return bool(self._earlier.category) and not (computed and self._earlier.score.settled)

    @property
    def scored(self) -> bool:
        return bool(self._earlier.score)

    @property
    def by_scale(self) -> bool:
        return self._earlier.category.rule is Rule.BY_SCALE

    @property
    def of_known(self) -> bool:
        return self._earlier.rank.value is not None and bool(self._earlier.rank.value.of)

    @property
    def rank_announced(self) -> bool:
        """Whether it was announced, and that of the article was not."""
        now, then = self._tell.mine.rank.rule, self._earlier.rank.rule
        return (now, then) == (Rule.RANKED, Rule.PUBLISHED)

    @property
    def rank_computed(self) -> bool:
        """Whether it was computed of scores, and that of the article was announced."""
        now, then = self._tell.mine.rank.rule, self._earlier.rank.rule
        return (now, then) == (Rule.PUBLISHED, Rule.RANKED)

    @term(Kind.ORIGIN, "rank-then", behind="rank_facts")
    def rank_origin(self) -> str:
        return self._tell.word("by-scores")

    @kept
    def category_facts(self) -> tuple[Evidence, ...]:
        """With the source of the score, where the category follows from that."""
        fact, score = self._earlier.category, self._earlier.score
        sources = sources_of(score if fact.rule is Rule.BY_SCALE else fact)
        return (self._tell.figure("category", fact, self._earlier.year, sources),)

    @kept
    def score_facts(self) -> tuple[Evidence, ...]:
        fact = self._earlier.score
        return (self._tell.figure("score", fact, self._earlier.year, sources_of(fact)),)

    @kept
    def rank_facts(self) -> tuple[Evidence, ...]:
        fact = self._earlier.rank
        return (self._tell.figure("rank", fact, self._earlier.year, sources_of(fact)),)

    @kept
    def of_facts(self) -> tuple[Evidence, ...]:
        """How many took part, unless these are counted with the rank."""
        whole = self._tell.facts.evaluation(self._evaluation)
        if self._earlier.rank.rule is Rule.RANKED or whole.complete or not whole.took_part:
            return self.rank_facts
        number = self._tell.figure("participants", whole.took_part, self._earlier.year)
        return (number._replace(alone=True),)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._evaluation),)

    @kept
    def step_facts(self) -> tuple[Evidence, ...]:
        return (step_fact(self._tell, self._evaluation, self._earlier.category.known),)

    @term(Kind.YEAR)
    def year(self) -> str:
        return str(self._earlier.year)

    @term(Kind.CATEGORY, behind="category_facts")
    def category(self) -> Item:
        fact = self._earlier.category
        return every(self._tell, Kind.CATEGORY, "before", fact, self.category_facts)

    @property
    def one_category(self) -> bool:
        return self._earlier.category.settled

    @term(Kind.ORIGIN, behind="category_facts")
    def origin(self) -> str:
        return self._tell.word("by-scale")

    @term(Kind.STEP, behind="step_facts")
    def step(self) -> str:
        return self._tell.step(self._earlier.category.known)

    @term(Kind.SCORE, behind="score_facts")
    def score(self) -> Item:
        return every(self._tell, Kind.SCORE, "before", self._earlier.score, self.score_facts)

    @term(Kind.RANK, behind="rank_facts")
    def rank(self) -> Item:
        return every(self._tell, Kind.RANK, "before", self._earlier.rank, self.rank_facts)

    @term(Kind.TOTAL, behind="of_facts")
    def of(self) -> str:
        return self._tell.words.digits(self._earlier.rank.known.of or 0)
