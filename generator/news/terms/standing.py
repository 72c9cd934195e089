"""The terms of what sets a region apart from its peers: its place, its neighbours, its category alone."""

from __future__ import annotations

from generator.evaluation.model import Evaluation
from generator.facts.counts import CategoryCount
from generator.facts.kept import kept
from generator.facts.model import Rule
from generator.facts.standing import LEAST
from generator.format import Region
from generator.news.evidence import Evidence, places_of
from generator.news.slots import NOTHING, Item, Kind, term
from generator.news.tellers import RegionTeller
from generator.news.terms.places import PlacedTerms
from generator.news.terms.sides import SideTerms

FIRST_PLACES = 3
"""Next to whom the first of a ranking are is news; of the others it is a table's business."""

TEN, MANY = 10, 30
"""The first ten places are news of so many."""


class StandingTerms(SideTerms, name="standing", role="standing"):
    """What the place of a region says of it among the known places of its group."""

    def __init__(
        self, tell: RegionTeller, sole: CategoryCount | None, other: CategoryCount | None
    ) -> None:
        """``sole`` is the count of the own category where it is one, ``other`` that of a better one
        that all others have."""
        self._tell = tell
        self._other = other
        self._mine = tell.mine
        self._ladder = tell.whole.ladder
        self._sole = sole
        self._place = tell.mine.rank.known.place if tell.mine.rank.settled else 0

    @property
    def _evaluation(self) -> Evaluation:
        return self._tell.evaluation

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        """The own place among those that are known."""
        ranks = [facts.rank for facts in self._tell.whole.ranked]
        label = self._tell.label("ranked", year=self._tell.year)
        compared = Evidence(label, str(len(ranks)), places_of(*ranks), rule=Rule.COUNTED)
        return (self._tell.own_figure("rank", self._mine.rank), compared)

    @kept
    def sole_facts(self) -> tuple[Evidence, ...]:
        assert self._sole is not None
        name = self._sole.category.name
        return (self._tell.whole_figure("count", self._sole.count, category=name),)

    @kept
    def other_facts(self) -> tuple[Evidence, ...]:
        assert self._other is not None
        name = self._other.category.name
        counted = self._tell.whole_figure("count", self._other.count, category=name)
        return (counted, self._tell.participants_fact())

    @kept
    def moved_facts(self) -> tuple[Evidence, ...]:
        """How many moved the same way by category: this one alone."""
        changes = self._tell.whole.moves.changes.values()
        label = "rose" if self._mine.categories.known.steps > 0 else "fell"
        told = self._tell.label(label, year=self._tell.year)
        return (Evidence(told, "1", places_of(*changes), rule=Rule.COUNTED),)

    @kept
    def compared_facts(self) -> tuple[Evidence, ...]:
        changes = self._tell.whole.moves.changes.values()
        label = self._tell.label("compared_categories", year=self._tell.year)
        return (Evidence(label, str(len(changes)), places_of(*changes), rule=Rule.COUNTED),)

    @kept
    def gap_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.own_figure("gap", self._mine.gap),)

    @kept
    def kind_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.region_fact(self._mine.region),)

    @property
    def all_moved(self) -> bool:
        """Whether those compared by category are all who took part."""
        return self._tell.whole.participants.value == len(self._tell.whole.moves.changes)

    @property
    def has_above(self) -> bool:
        return self._ladder.above(self._place) is not None

    @property
    def has_below(self) -> bool:
        return self._ladder.below(self._place) is not None

    @property
    def second(self) -> bool:
        """Whether there is one place above."""
        return self._place == 2

    @property
    def beneath(self) -> bool:
        """Whether it is known who is right above one of the first places."""
        last = TEN if (self._mine.rank.known.of or 0) >= MANY else FIRST_PLACES
        return 1 < self._place <= last and self.has_above and self._ladder.alone(self._place)

    @property
    def middle(self) -> bool:
        """Whether as many places are above as below, of many that nobody shares."""
        of = self._mine.rank.known.of if self._place else None
        shared = any(len(found) > 1 for found in self._ladder.at.values())
        return of is not None and of >= LEAST and 2 * self._place == of + 1 and not shared

    @property
    def by_category(self) -> bool:
        """Whether a headline about the place tells the category first: one that is not the highest, or
        any beside a place that nobody announced."""
        category, rank = self._mine.category, self._mine.rank
        lower = category.settled and category.known.index > 0
        return lower or (category.settled and rank.rule is Rule.RANKED)

    @kept
    def category_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.own_figure("category", self._mine.category),)

    @term(Kind.VERB, "awarded", behind="category_facts")
    def awarded(self) -> str:
        """``berpredikat`` where the highest category was announced; else as of any category."""
        category = self._mine.category
        top = category.settled and category.known.index == 0 and category.rule is Rule.PUBLISHED
        if top and not self._tell.contested:
            return self._tell.word("awarded")
        by_scale = category.settled and category.rule is Rule.BY_SCALE
        return self._tell.placed(contested=self._tell.contested, by_scale=by_scale)

    @term(Kind.SCOPE, "sole-of", behind="sole_facts")
    def sole(self) -> str:
        return self._tell.word("sole")

    @term(Kind.SCOPE, "sole-mover", behind="moved_facts")
    def sole_mover(self) -> str:
        return self._tell.word("sole")

    @term(Kind.SCOPE, "sole-other", behind="other_facts")
    def sole_other(self) -> str:
        return self._tell.word("sole")

    @term(Kind.VERB, "not-placed", behind="other_facts")
    def not_placed(self) -> str:
        return self._tell.word("not-placed")

    @term(Kind.CATEGORY, "of-others", behind="other_facts")
    def others(self) -> str:
        """The category that all others have."""
        return self._other.category.name if self._other else ""

    @term(Kind.SCOPE, "only-mover", behind="moved_facts")
    def only(self) -> str:
        return self._tell.word("only")

    @term(Kind.COUNT, "moved-all", behind="compared_facts")
    def compared(self) -> str:
        return self._tell.words.count(len(self._tell.whole.moves.changes))

    @term(Kind.SUPERLATIVE, "top-of")
    def top(self) -> str:
        return self._tell.word("top")

    @term(Kind.SUPERLATIVE, "bottom-of")
    def bottom(self) -> str:
        return self._tell.word("bottom")

    @term(Kind.SUPERLATIVE, "last")
    def last(self) -> str:
        return self._tell.word("last")

    @term(Kind.GROUP, "kind", behind="kind_facts")
    def kind(self) -> str:
        """What the region is: ``kota``."""
        return self._tell.words.kinds(self._mine.region.kind)

    @term(Kind.SIDE, "short", behind="gap_facts")
    def short(self) -> str:
        return self._tell.word("short")

    @term(Kind.COUNT, "near")
    def near(self) -> str:
        """All of its neighbours: ``ketiga``."""
        return self._tell.words.together(self._ladder.near[self._mine.region.id])

    @term(Kind.SIDE, "right")
    def right(self) -> str:
        return self._tell.word("right")

    @term(Kind.SCOPE, "only-above")
    def only_above(self) -> str:
        return self._tell.word("only")

    @term(Kind.PART, "above")
    def above(self) -> Item:
        """Who is right above, with the score: ``DKI Jakarta (99,45)``."""
        return self._placed(self._ladder.above(self._place))

    @term(Kind.PART, "below")
    def below(self) -> Item:
        return self._placed(self._ladder.below(self._place))

    def _placed(self, region: Region | None) -> Item:
        if region is None:
            return NOTHING
        found = self._tell.facts.region(self._evaluation, region.id)
        return self._tell.part("part.scored", PlacedTerms(self._tell, found))
