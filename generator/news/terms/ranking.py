"""The terms of an edition's ranking over the years, and of the scores that are known of it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.kept import kept
from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.news.compared import compared
from generator.news.evidence import Evidence, places_of
from generator.news.slots import Item, Kind, Terms, term
from generator.news.tellers import LONGEST_LIST, EditionTeller, EvaluationTeller
from generator.news.terms.places import PlacedTerms


class FirstAgainTerms(Terms, name="first_again", role="again"):
    """The first of a ranking, who was that in earlier editions as well (at least one)."""

    def __init__(self, tell: EvaluationTeller, before: Sequence[RegionFacts]) -> None:
        self._tell = tell
        self._before = before

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return tuple(self._tell.figure("rank", then.rank, then.year) for then in self._before)

    @kept
    def region_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.region_fact(self._before[0].region),)

    @property
    def computed(self) -> bool:
        return any(then.rank.rule is Rule.RANKED for then in self._before)

    @term(Kind.ORIGIN)
    def origin(self) -> str:
        return self._tell.word("by-scores")

    @term(Kind.REGION, behind="region_facts")
    def region(self) -> str:
        return self._tell.short_name(self._before[0].region)

    @term(Kind.SCOPE, "also-first")
    def also(self) -> str:
        return self._tell.word("also")

    @term(Kind.RANK)
    def rank(self) -> str:
        return self._tell.words.rank(self._before[0].rank.known.place)

    @term(Kind.YEAR)
    def years(self) -> Item:
        years = sorted(then.year for then in self._before)
        return self._tell.years(self._before[0].group, years, self.facts)


class LevelFirstTerms(Terms, name="level_first", role="level-first"):
    """Those on the first place of a ranking: several, or one above others who share the next."""

    def __init__(self, tell: EditionTeller, first: Sequence[RegionFacts]) -> None:
        self._tell = tell
        self._first = first

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return tuple(self._tell.whole_figure("rank", facts.rank) for facts in self._first)

    @kept
    def score_facts(self) -> tuple[Evidence, ...]:
        return tuple(self._tell.whole_figure("score", facts.score) for facts in self._first)

    @property
    def computed(self) -> bool:
        return self._first[0].rank.rule is Rule.RANKED

    @property
    def several(self) -> bool:
        return len(self._first) > 1

    @property
    def few(self) -> bool:
        return len(self._first) <= LONGEST_LIST

    @property
    def scored(self) -> bool:
        """Whether all have the same score, in the same digits, and nobody contests it."""
        sure = all(PlacedTerms(self._tell, facts).scored for facts in self._first)
        return sure and len({str(facts.score.known) for facts in self._first}) == 1

    @term(Kind.ORIGIN)
    def origin(self) -> str:
        return self._tell.word("by-scores")

    @term(Kind.REGION)
    def names(self) -> Item:
        return self._tell.region_names([facts.region for facts in self._first])

    @term(Kind.COUNT)
    def number(self) -> str:
        words, number = self._tell.words, len(self._first)
        return words.count(number) if self.computed else words.opening_count(number)

    @term(Kind.RANK)
    def place(self) -> str:
        return self._tell.words.rank(self._first[0].rank.known.place)

    @term(Kind.SCORE, behind="score_facts")
    def score(self) -> str:
        return self._tell.words.decimal(self._first[0].score.known)


class PlaceMovedTerms(Terms, name="place_moved", role="mover"):
    """One whose rank is another one than in the edition with which it is compared."""

    def __init__(self, tell: EvaluationTeller, mine: RegionFacts) -> None:
        self._tell = tell
        self._mine = mine
        self._change = mine.places.known

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        mine, sides = self._mine.places, (self._mine.rank, self._change.earlier)
        return (compared(self._tell, "places", mine, self._tell.year, *sides),)

    @kept
    def region_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.region_fact(self._mine.region),)

    @kept
    def now_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("rank", self._mine.rank),)

    @kept
    def before_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.figure("rank", self._change.earlier, self._change.year),)

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._tell.earlier(self._change.year)),)

    @property
    def computed(self) -> bool:
        return self._mine.rank.rule is Rule.RANKED

    def alike(self, other: PlaceMovedTerms) -> bool:
        """Whether both are compared with one edition, by ranks of one kind: it is named once."""
        return (self.year, self.computed) == (other.year, other.computed)

    @property
    def other_number(self) -> bool:
        """Whether both editions say how many were ranked, and they were not as many."""
        now, before = self._mine.rank.known.of, self._change.before.of
        return None not in (now, before) and now != before

    @term(Kind.ORIGIN, behind="now_facts")
    def origin(self) -> str:
        return self._tell.word("by-scores")

    @term(Kind.REGION, behind="region_facts")
    def region(self) -> str:
        return self._tell.short_name(self._mine.region)

    @term(Kind.DIRECTION)
    def direction(self) -> str:
        return self._tell.word("places-up" if self._change.places > 0 else "places-down")

    @term(Kind.RANK, "mover-before", behind="before_facts")
    def before(self) -> str:
        return self._tell.words.rank(self._change.before.place)

    @term(Kind.TOTAL, "mover-before", behind="before_facts")
    def of_before(self) -> str:
        return self._tell.words.digits(self._change.before.of or 0)

    @term(Kind.YEAR, "mover-before", behind="year_facts")
    def year(self) -> str:
        return str(self._change.year)

    @term(Kind.RANK, behind="now_facts")
    def rank(self) -> str:
        return self._tell.words.rank(self._mine.rank.known.place)

    @term(Kind.TOTAL, behind="now_facts")
    def of(self) -> str:
        return self._tell.words.digits(self._mine.rank.known.of or 0)


class KnownScoresTerms(Terms, name="known_scores", role="known-scores"):
    """The scores that are known of a group that is not ranked: how many, and the highest."""

    def __init__(self, tell: EvaluationTeller, scored: Sequence[RegionFacts]) -> None:
        self._tell = tell
        self._scored = scored

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        scores = [facts.score for facts in self._scored]
        label = self._tell.label("scored", year=self._tell.year)
        number, sources = str(len(scores)), sources_of(*scores)
        return (Evidence(label, number, places_of(*scores), sources, Rule.COUNTED),)

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(len(self._scored))

    @term(Kind.SUPERLATIVE, "highest-known")
    def highest(self) -> str:
        return self._tell.word("best")

    @term(Kind.PART, "highest-known")
    def best(self) -> Item:
        found = max(self._scored, key=lambda facts: facts.score.known)
        return self._tell.part("part.scored", PlacedTerms(self._tell, found))
