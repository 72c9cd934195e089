"""The terms of what moved in a group: the extremes, who rose and who fell."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.kept import kept
from generator.facts.model import Rule
from generator.facts.moves import CategoryMoves
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.news.compared import compared, with_sides
from generator.news.evidence import Evidence, places_of
from generator.news.slots import Item, Kind, Terms, term
from generator.news.tellers import EvaluationTeller


class ExtremeTerms(Terms, name="extreme", role="points"):
    """That a region's change is the largest of its group, or the only fall in it."""

    def __init__(self, tell: EvaluationTeller) -> None:
        self._tell = tell
        self._whole = tell.whole

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        """Over how many the comparison holds, with every change that was compared."""
        changes = [facts.points for facts in self._whole.order if facts.points]
        label = self._tell.label("compared", year=self._tell.year)
        return (Evidence(label, str(self._whole.compared), places_of(*changes), rule=Rule.COUNTED),)

    @property
    def alone(self) -> bool:
        """Whether a single one fell."""
        return self._whole.only_fall

    @property
    def all(self) -> bool:
        """Whether they are all who took part: then the set needs no name."""
        return self._whole.participants.value == self._whole.compared

    @term(Kind.COUNT, "compared")
    def compared(self) -> str:
        return self._tell.words.count(self._whole.compared)

    @term(Kind.SUPERLATIVE)
    def largest(self) -> str:
        return self._tell.word("largest")

    @term(Kind.SCOPE, "only")
    def only(self) -> str:
        return self._tell.word("only")

    @term(Kind.SCOPE, "sole-move")
    def sole(self) -> str:
        return self._tell.word("sole-move")


class ExtremesTerms(ExtremeTerms, name="extremes", role="points"):
    """Who moved most in points (``extreme``, at least one), of whom ``named`` are named."""

    def __init__(
        self, tell: EvaluationTeller, extreme: Sequence[RegionFacts], named: Sequence[RegionFacts]
    ) -> None:
        super().__init__(tell)
        self._named = named
        self._change = extreme[0].points.known

    @kept
    def change_facts(self) -> tuple[Evidence, ...]:
        found = []
        for item in self._named:
            sides = item.score, item.points.known.earlier
            found.append(compared(self._tell, "points", item.points, self._tell.year, *sides))
        return tuple(found)

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._tell.earlier(self._change.year)),)

    @term(Kind.REGION, "peer")
    def names(self) -> Item:
        return self._tell.region_names([item.region for item in self._named])

    @term(Kind.DIRECTION, behind="change_facts")
    def direction(self) -> str:
        word = "points-up" if self._change.points > 0 else "points-down"
        return self._tell.word_of(word, len(self._named))

    @term(Kind.SUPERLATIVE, "step")
    def most(self) -> str:
        return self._tell.word("largest-step")

    @term(Kind.DIFFERENCE, behind="change_facts")
    def points(self) -> str:
        return self._tell.words.decimal(abs(self._change.points))

    @term(Kind.YEAR, "before", behind="year_facts")
    def year(self) -> str:
        return str(self._change.year)


class MovesTerms(Terms, name="moves", role="moved"):
    """How many rose, stayed and fell by category, among all whose categories of both are known."""

    def __init__(
        self,
        tell: EvaluationTeller,
        year: int,
        risen: Sequence[RegionFacts],
        fallen: Sequence[RegionFacts],
    ) -> None:
        """``year`` is that of ``whole.moves``; ``risen`` and ``fallen`` are those who did and are
        named, empty where they are many."""
        self._tell = tell
        self._whole = tell.whole
        self._year = year
        self._risen = risen
        self._fallen = fallen

    def _counted(self, label: str, found: Sequence[RegionFacts]) -> tuple[Evidence, ...]:
        figures = [self._whole.moves.changes[item.region.id] for item in found]
        both = [*(item.category for item in found), *(f.known.earlier for f in figures)]
        told = self._tell.label(label, year=self._tell.year)
        number = str(len(found))
        counted = Evidence(told, number, places_of(*figures), sources_of(*both), Rule.COUNTED)
        return (with_sides(counted, *both),)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        moved = (*self._whole.rose, *self._whole.fell, *self._whole.same)
        return self._counted("compared_categories", moved)

    @kept
    def rose_facts(self) -> tuple[Evidence, ...]:
        return self._counted("rose", self._whole.rose)

    @kept
    def same_facts(self) -> tuple[Evidence, ...]:
        return self._counted("same", self._whole.same)

    @kept
    def fell_facts(self) -> tuple[Evidence, ...]:
        return self._counted("fell", self._whole.fell)

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._tell.earlier(self._year)),)

    @property
    def skips(self) -> bool:
        """Whether editions lie between: nobody is known to have stayed through them."""
        return self._year != self._tell.year - 1

    @property
    def rose(self) -> bool:
        return bool(self._whole.rose)

    @property
    def same(self) -> bool:
        return bool(self._whole.same)

    @property
    def fell(self) -> bool:
        return bool(self._whole.fell)

    @property
    def risen_few(self) -> bool:
        return bool(self._risen)

    @property
    def fallen_few(self) -> bool:
        return bool(self._fallen)

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(
            len(self._whole.rose) + len(self._whole.same) + len(self._whole.fell)
        )

    @term(Kind.YEAR, "before", behind="year_facts")
    def year(self) -> str:
        return str(self._year)

    @term(Kind.COUNT, "rose", behind="rose_facts")
    def risen(self) -> str:
        return self._tell.words.count(len(self._whole.rose))

    @term(Kind.COUNT, "same", behind="same_facts")
    def kept(self) -> str:
        return self._tell.words.count(len(self._whole.same))

    @term(Kind.COUNT, "fell", behind="fell_facts")
    def fallen(self) -> str:
        return self._tell.words.count(len(self._whole.fell))

    @term(Kind.DIRECTION, "rose", behind="rose_facts")
    def up(self) -> str:
        return self._tell.word("up")

    @term(Kind.DIRECTION, "same", behind="same_facts")
    def held(self) -> str:
        return self._tell.word("kept")

    @term(Kind.DIRECTION, "same-as", behind="same_facts")
    def same_as(self) -> str:
        return self._tell.word("same-as")

    @term(Kind.DIRECTION, "fell", behind="fell_facts")
    def down(self) -> str:
        return self._tell.word("down")

    @term(Kind.DIRECTION, "none-rose", behind="rose_facts")
    def none_up(self) -> str:
        return self._none("up")

    @term(Kind.DIRECTION, "none-same", behind="same_facts")
    def none_held(self) -> str:
        return self._none("its-category-same" if self.skips else "kept")

    @term(Kind.DIRECTION, "none-fell", behind="fell_facts")
    def none_down(self) -> str:
        return self._none("down")

    def _none(self, word: str) -> str:
        return self._tell.word("nobody", what=self._tell.word(word))

    @term(Kind.REGION, "rose")
    def risen_names(self) -> Item:
        return self._tell.region_names([item.region for item in self._risen])

    @term(Kind.REGION, "fell")
    def fallen_names(self) -> Item:
        return self._tell.region_names([item.region for item in self._fallen])


class MoversTerms(Terms, name="movers", role="moved"):
    """Who moved by category since one year, in one direction (at least one)."""

    def __init__(
        self,
        tell: EvaluationTeller,
        moved: Sequence[RegionFacts],
        moves: CategoryMoves | None = None,
    ) -> None:
        """``moves``: since another edition than that with which most are compared."""
        self._tell = tell
        self._moved = moved
        changes = (moves or tell.whole.moves).changes
        self._changes = [changes[item.region.id] for item in moved]
        self._change = self._changes[0].known

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        found = []
        for item, change in zip(self._moved, self._changes, strict=True):
            sides = item.category, change.known.earlier
            found.append(compared(self._tell, "categories", change, item.year, *sides))
        return tuple(found)

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._tell.earlier(self._change.year)),)

    @property
    def everyone(self) -> bool:
        """Whether all whose categories of both years are known moved this way, and several did."""
        return 1 < len(self._moved) == len(self._tell.whole.moves.changes)

    @kept
    def compared_facts(self) -> tuple[Evidence, ...]:
        """How many can have moved: the set of which these are."""
        changes = self._tell.whole.moves.changes.values()
        label, number = self._tell.label("compared_categories", year=self._tell.year), len(changes)
        sources = sources_of(*(change.known.earlier for change in changes))
        return (Evidence(label, str(number), places_of(*changes), sources, Rule.COUNTED),)

    @term(Kind.COUNT, "compared", behind="compared_facts")
    def compared(self) -> str:
        return self._tell.words.count(len(self._tell.whole.moves.changes))

    @property
    def alike_far(self) -> bool:
        """Whether all of them moved by as many, several categories, for certain."""
        steps = {change.known.steps for change in self._changes}
        sure = all(item.category.settled for item in self._moved)
        sure = sure and all(change.known.earlier.settled for change in self._changes)
        return sure and len(steps) == 1 and abs(self._change.steps) > 1

    @term(Kind.COUNT, "steps")
    def number(self) -> str:
        return self._tell.words.count(abs(self._change.steps))

    @term(Kind.COUNT, "all-moved")
    def all(self) -> str:
        """All of them: ``ketiga``."""
        return self._tell.words.together(len(self._moved))

    @term(Kind.YEAR, "before", behind="year_facts")
    def year(self) -> str:
        return str(self._change.year)

    @term(Kind.REGION, "moved")
    def names(self) -> Item:
        return self._largest_first()

    def _largest_first(self) -> Item:
        """Whoever moved by most categories first."""
        steps = {
            item.region.id: abs(change.known.steps)
            for item, change in zip(self._moved, self._changes, strict=True)
        }
        names = self._tell.names
        regions = [item.region for item in self._moved]
        return self._tell.region_names(
            sorted(regions, key=lambda region: (-steps[region.id], names.short(region)))
        )

    @term(Kind.DIRECTION)
    def direction(self) -> str:
        return self._tell.word_of("up" if self._change.steps > 0 else "down", len(self._moved))

    @term(Kind.SCOPE, "moved-too")
    def too(self) -> str:
        return self._tell.word("also")


class FallersTerms(MoversTerms, name="fallers", role="fallen"):
    """Who fell, beside those who rose."""

    @term(Kind.REGION, "fallen")
    def names(self) -> Item:
        return self._largest_first()


class RestTerms(MoversTerms, name="rest", role="moved-less"):
    """Who moved the same way as others, by fewer categories."""

    @term(Kind.REGION, "moved-less")
    def names(self) -> Item:
        return self._largest_first()


class ManyTerms(MoversTerms, name="many", role="many-moved"):
    """Those who moved the same way, where they are too many to be named."""

    @term(Kind.COUNT, "many-moved")
    def all(self) -> str:
        return self._tell.words.count(len(self._moved))
