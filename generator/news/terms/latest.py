"""The terms of the latest result of a region that is known."""

from __future__ import annotations

from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts.kept import kept
from generator.facts.model import Fact, Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.news.evidence import Evidence
from generator.news.published import each, every, in_words
from generator.news.slots import Item, Kind, Slot, Terms, term
from generator.news.tellers import Teller


class SaidTerms(Terms, name="said", role="latest"):
    """One of several published values, and whose it is."""

    def __init__(self, tell: Teller, kind: Kind, text: str, told: Evidence) -> None:
        self._tell = tell
        self._value = Slot(kind, "latest", text, (told,))

    @property
    def facts(self) -> tuple[Evidence, ...]:
        return self._value.facts

    @property
    def told(self) -> bool:
        return bool(self.facts[0].publishers)

    @term(Kind.CATEGORY)
    def category(self) -> Item:
        return self._value

    @term(Kind.SCORE)
    def score(self) -> Item:
        return self._value

    @term(Kind.RANK)
    def rank(self) -> Item:
        return self._value

    @term(Kind.INSTITUTION, "says")
    def publisher(self) -> Item:
        names = self.facts[0].publishers
        return self._tell.joined(
            [
                Slot(
                    Kind.INSTITUTION,
                    "says",
                    self._tell.words.institution(name, inside=True),
                    self.facts,
                )
                for name in names
            ]
        )


class LatestTerms(Terms, name="latest", role="latest"):
    """The latest result of a region that is known, whatever of it is."""

    def __init__(self, tell: Teller, evaluation: Evaluation, facts: RegionFacts) -> None:
        self._tell = tell
        self._evaluation = evaluation
        self._latest = facts

    def _figure(self, label: str) -> tuple[Evidence, ...]:
        fact: Fact[Any] = getattr(self._latest, label)
        return (self._tell.figure(label, fact, self._latest.year, sources_of(fact)),)

    @property
    def facts(self) -> tuple[Evidence, ...]:
        return self.category_facts

    @kept
    def category_facts(self) -> tuple[Evidence, ...]:
        return self._figure("category")

    @kept
    def score_facts(self) -> tuple[Evidence, ...]:
        return self._figure("score")

    @kept
    def rank_facts(self) -> tuple[Evidence, ...]:
        return self._figure("rank")

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._evaluation),)

    @kept
    def organizer_facts(self) -> tuple[Evidence, ...]:
        place = (self._evaluation.place("organizer"),)
        organizer = self._tell.words.institution(self._evaluation.organizer)
        return (Evidence(self._tell.label("organizer"), organizer, place),)

    @property
    def categorised(self) -> bool:
        return bool(self._latest.category)

    @property
    def by_scale(self) -> bool:
        return bool(self._latest.category) and self._latest.category.rule is Rule.BY_SCALE

    @term(Kind.ORIGIN, behind="category_facts")
    def origin(self) -> str:
        return self._tell.word("by-scale")

    @property
    def scored(self) -> bool:
        """Whether the score is told: not where the note says which there are."""
        score = self._latest.score
        return bool(score) and not (score.contested and score.note)

    @property
    def of_known(self) -> bool:
        return self._latest.rank.value is not None and bool(self._latest.rank.value.of)

    @property
    def _contested(self) -> bool:
        facts = self._latest
        noted = bool(facts.category.note and facts.score)
        return noted and facts.by_scale.value != facts.category.value

    @term(Kind.VERB)
    def placed(self) -> str:
        return self._tell.placed(contested=self._contested, by_scale=self.by_scale)

    @term(Kind.CATEGORY, behind="category_facts")
    def category(self) -> str:
        return self._latest.category.known.name

    @term(Kind.CATEGORY)
    def categories(self) -> Item:
        """Each with who says it: ``Baik menurut Koran A dan Sedang menurut Koran B``."""
        return self._said("category", Kind.CATEGORY)

    @term(Kind.SCORE, behind="score_facts")
    def score(self) -> Item:
        fact = self._latest.score
        if fact.contested:
            return self._said("score", Kind.SCORE)
        return every(self._tell, Kind.SCORE, "latest", fact, self.score_facts)

    @term(Kind.RANK, behind="rank_facts")
    def rank(self) -> Item:
        fact = self._latest.rank
        if fact.contested:
            return self._said("rank", Kind.RANK)
        return every(self._tell, Kind.RANK, "latest", fact, self.rank_facts)

    def _said(self, label: str, kind: Kind) -> Item:
        fact: Fact[Any] = getattr(self._latest, label)
        found = each(self._tell, label, fact, self._latest.year)
        tell = self._tell
        terms = [
            SaidTerms(tell, kind, in_words(value, tell.words), told)
            for value, told in found.items()
        ]
        return self._tell.joined([self._tell.part(f"part.{label}_said", item) for item in terms])

    @term(Kind.TOTAL, behind="rank_facts")
    def of(self) -> str:
        return self._tell.words.digits(self._latest.rank.known.of or 0)

    @term(Kind.YEAR, behind="year_facts")
    def year(self) -> str:
        return str(self._latest.year)

    @property
    def organized(self) -> bool:
        """Whether a source names the organizer: what is only presumed is told beside the text."""
        return not self._evaluation.settings.organizer_note

    @term(Kind.INSTITUTION, "organizer", behind="organizer_facts")
    def organizer(self) -> str:
        return self._tell.words.institution(self._evaluation.organizer, inside=True)
