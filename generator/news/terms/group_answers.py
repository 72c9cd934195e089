"""The terms of what the questionnaires of a whole group tell."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.kept import kept
from generator.facts.model import Rule
from generator.facts.questionnaire import Claims, IndicatorFacts, QuestionFacts
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Slot, Terms, term
from generator.news.tellers import EditionTeller


class GroupIndicatorsTerms(Terms, name="group_indicators", role="indicators"):
    """How many indicators have a mean, and over how many bodies each."""

    def __init__(self, tell: EditionTeller, number: int, bodies: int) -> None:
        self._tell = tell
        self._number = number
        self._bodies = bodies

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.number_fact("indicators", self._number),)

    @kept
    def bodies_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.number_fact("indicator_scores", self._bodies),)

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(self._number)

    @term(Kind.COUNT, "bodies", behind="bodies_facts")
    def bodies(self) -> str:
        return self._tell.words.count(self._bodies)


class HighestMeansTerms(Terms, name="highest_means", role="highest"):
    """The indicators with the highest mean (at least one)."""

    word = "best"

    def __init__(self, tell: EditionTeller, items: Sequence[IndicatorFacts]) -> None:
        self._tell = tell
        self._items = items

    def _fact(self, item: IndicatorFacts) -> Evidence:
        label = self._tell.label("indicator_mean", name=item.indicator.name, year=self._tell.year)
        shown = self._tell.words.decimal(item.mean) if item.mean is not None else ""
        places = (*self._tell.places("indicators"), *self._tell.places("answers"))
        return Evidence(label, shown, places, (), Rule.AVERAGE)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return tuple(self._fact(item) for item in self._items)

    @term(Kind.SUPERLATIVE)
    def extreme(self) -> str:
        return self._tell.word(self.word)

    @term(Kind.INDICATOR)
    def names(self) -> Item:
        facts, role = self.facts, type(self).role
        return self._tell.joined(
            [
                Slot(Kind.INDICATOR, role, item.indicator.name, facts[n : n + 1])
                for n, item in enumerate(self._items)
            ]
        )

    @term(Kind.SCORE)
    def score(self) -> str:
        mean = self._items[0].mean
        return self._tell.words.decimal(mean) if mean is not None else ""


class LowestMeansTerms(HighestMeansTerms, name="lowest_means", role="lowest"):
    """The indicators with the lowest mean."""

    word = "worst"


class GroupClaimTerms(Terms, name="group_claim", role="claim"):
    """The indicator where the mean claim and what was verified are furthest apart."""

    def __init__(
        self, tell: EditionTeller, item: IndicatorFacts, claims: Claims, *, alone: bool
    ) -> None:
        """``alone``: in no other indicator are the two apart."""
        self._tell = tell
        self._item = item
        self._claims = claims
        self._alone = alone

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        label = self._tell.label("claim", stage=self._item.indicator.name, year=self._tell.year)
        told = f"{self._tell.words.decimal(self._claims.claimed)}; {self._tell.words.decimal(self._claims.verified)}"
        return (Evidence(label, told, self._tell.places("answers"), (), Rule.AVERAGE),)

    @term(Kind.SUPERLATIVE, "widest")
    def widest(self) -> str:
        return self._tell.word("largest")

    @property
    def alone(self) -> bool:
        return self._alone

    @term(Kind.SCOPE, "only")
    def only(self) -> str:
        return self._tell.word("only")

    @term(Kind.INDICATOR)
    def indicator(self) -> str:
        return self._item.indicator.name

    @term(Kind.COUNT, "bodies")
    def bodies(self) -> str:
        return self._tell.words.count(self._claims.n)

    @term(Kind.SCORE, "claimed")
    def claimed(self) -> str:
        return self._tell.words.decimal(self._claims.claimed)

    @term(Kind.SCORE, "verified")
    def verified(self) -> str:
        return self._tell.words.decimal(self._claims.verified)


class HardestTerms(Terms, name="hardest", role="hardest"):
    """The question in which most bodies have no point."""

    def __init__(self, tell: EditionTeller, item: QuestionFacts) -> None:
        self._tell = tell
        self._item = item

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        label = self._tell.label("failed", year=self._tell.year)
        told = self._tell.label("shown-step", number=self._item.failed, of=self._item.n)
        return (Evidence(label, told, self._tell.places("answers"), (), Rule.COUNTED),)

    @property
    def once(self) -> bool:
        """Whether it is a single body: languages with a plural ask."""
        return self._item.failed == 1

    @property
    def of_some(self) -> bool:
        """Whether there are bodies to which the question does not apply: those are not counted."""
        return self._item.not_applicable > 0

    @property
    def of_all_it_applies_to(self) -> bool:
        """Whether these are all the others."""
        return self.of_some and not self._item.open

    @term(Kind.QUESTION)
    def question(self) -> str:
        return self._item.question.text

    @term(Kind.INDICATOR)
    def indicator(self) -> str:
        return self._item.indicator.name

    @term(Kind.SUPERLATIVE, "often")
    def most(self) -> str:
        return self._tell.word("most-often")

    @term(Kind.COUNT, "one")
    def one(self) -> str:
        return self._tell.words.count(1)

    @term(Kind.COUNT, "failed")
    def failed(self) -> str:
        return self._tell.words.count(self._item.failed)

    @term(Kind.COUNT, "bodies")
    def bodies(self) -> str:
        return self._tell.words.count(self._item.n)


class CommonObstacleTerms(Terms, name="obstacle", role="obstacle"):
    """The obstacle that most bodies named in the same words."""

    def __init__(self, tell: EditionTeller, text: str, bodies: int) -> None:
        self._tell = tell
        self._text = text
        self._bodies = bodies

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        places = (*self._tell.places("obstacles"), *self._tell.places("answers"))
        label = self._tell.label("obstacle")
        return (Evidence(label, str(self._bodies), places, (), Rule.COUNTED),)

    @property
    def once(self) -> bool:
        return self._bodies == 1

    @term(Kind.SUPERLATIVE, "often")
    def most(self) -> str:
        return self._tell.word("most-often")

    @term(Kind.TEXT, "obstacle")
    def text(self) -> str:
        return self._tell.words.taken(self._text)

    @term(Kind.COUNT, "bodies")
    def bodies(self) -> str:
        return self._tell.words.count(self._bodies)
