"""The terms of who is beside a region: by category one of few, by score next to whom."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.evaluation.rounding import difference
from generator.facts.kept import kept
from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.facts.standing import bordering, borders_all
from generator.format import Region
from generator.news.compared import compared
from generator.news.evidence import Evidence, places_of
from generator.news.slots import NOTHING, Item, Kind, Slot, Terms, term
from generator.news.tellers import EXAMPLES, LONGEST_LIST, RegionTeller
from generator.news.terms.places import PlacedTerms


class FewTerms(Terms, name="few", role="few"):
    """The few who share the category, the region itself first."""

    def __init__(self, tell: RegionTeller, fellows: Sequence[Region]) -> None:
        self._tell = tell
        self._fellows = fellows

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        mine = self._tell.mine.category.known
        found = next(c for c in self._tell.whole.counts if c.category.name == mine.name)
        return (self._tell.whole_figure("count", found.count, category=mine.name),)

    @term(Kind.SCOPE, "only-few")
    def only(self) -> str:
        return self._tell.word("only")

    @term(Kind.REGION, "few")
    def full(self) -> Item:
        return self._all(self._tell.full_name(self._tell.mine.region))

    @term(Kind.REGION, "few")
    def short(self) -> Item:
        return self._all(self._tell.short_name(self._tell.mine.region))

    def _all(self, own: str) -> Item:
        region = self._tell.mine.region
        first = Slot(Kind.REGION, "few", own, (self._tell.region_fact(region),))
        others = sorted(self._fellows, key=self._tell.names.short)
        peers = self._tell.region_names(others).slots
        return self._tell.joined([first, *peers])


class BesideTerms(Terms, name="beside", role="beside"):
    """By how many points the score differs from those right above and right below it by place."""

    def __init__(self, tell: RegionTeller) -> None:
        self._tell = tell
        rank, ladder = tell.mine.rank, tell.whole.ladder
        above = below = None
        if rank.settled:
            above, below = ladder.above(rank.known.place), ladder.below(rank.known.place)
        self._above, self._below = self._scored(above), self._scored(below)

    def _scored(self, region: Region | None) -> RegionFacts | None:
        if region is None:
            return None
        found = self._tell.facts.region(self._tell.evaluation, region.id)
        return found if found.sure_score and self._tell.mine.sure_score else None

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        beside = [found.score for found in (self._above, self._below) if found]
        label, year = self._tell.label("beside", year=self._tell.year), self._tell.year
        told = [self._tell.figure("score", fact, year) for fact in beside]
        own = self._tell.own_figure("score", self._tell.mine.score)
        scores = [self._tell.mine.score, *beside]
        number = Evidence(
            label, str(len(beside)), places_of(*scores), sources_of(*scores), Rule.DIFFERENCE
        )
        return (own, *told, number)

    def _points(self, other: RegionFacts | None) -> Decimal:
        if other is None:
            return Decimal(0)
        return abs(difference(self._tell.mine.score.known, other.score.known))

    @property
    def _near(self) -> Decimal:
        return self._tell.evaluation.near

    @property
    def far_below(self) -> bool:
        """Whether the next below is half a point away or more."""
        return self._below is not None and self._points(self._below) >= self._near

    @property
    def far_above(self) -> bool:
        return self._above is not None and self._points(self._above) >= self._near

    @term(Kind.DIFFERENCE, "below")
    def to_below(self) -> str:
        return self._tell.words.decimal(self._points(self._below))

    @term(Kind.DIFFERENCE, "above")
    def to_above(self) -> str:
        return self._tell.words.decimal(self._points(self._above))

    @term(Kind.PART, "score-below")
    def below(self) -> Item:
        return self._placed(self._below)

    def _placed(self, found: RegionFacts | None) -> Item:
        return (
            NOTHING
            if found is None
            else self._tell.part("part.scored", PlacedTerms(self._tell, found))
        )


def moved_alike(tell: RegionTeller) -> list[RegionFacts]:
    """All who moved by category as a region did, from the same one to the same one since the same year;
    itself among them. Empty where it did not move, or with another base year than most."""
    change, moves = tell.mine.categories.value, tell.whole.moves
    if change is None or not change.steps or change.year != moves.year:
        return []
    ids = moves.alike.get((change.before, change.steps), ())
    return [tell.facts.region(tell.evaluation, id_) for id_ in ids]


class AheadTerms(Terms, name="ahead", role="ahead"):
    """That nobody of those (three or more) who are known to have moved as a region did has as high a
    score. False where one of their scores is not certain, or another is as high."""

    def __init__(self, tell: RegionTeller) -> None:
        self._tell = tell
        # Of thousands who moved alike few are looked at: one is the highest, which the group knows.
        found = moved_alike(tell) if tell.mine.region.id in tell.whole.moves.foremost else []
        self._found = found if len(found) >= EXAMPLES else []

    def __bool__(self) -> bool:
        return bool(self._found)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        changes = [item.categories for item in self._found]
        scores = [item.score for item in self._found]
        label = self._tell.label("compared_categories", year=self._tell.year)
        places = (*places_of(*changes), *places_of(*scores))
        number = str(len(self._found))
        return (Evidence(label, number, places, sources_of(*scores), Rule.COUNTED),)

    @term(Kind.COUNT, "moved-alike")
    def number(self) -> str:
        return self._tell.words.count(len(self._found))

    @term(Kind.SUPERLATIVE)
    def best(self) -> str:
        return self._tell.word("best")


class AlikeTerms(Terms, name="alike", role="alike"):
    """Those who border a region and moved by category from the same one to the same one: where they are
    many who did, it is no matter of neighbours."""

    def __init__(self, tell: RegionTeller) -> None:
        self._tell = tell
        mine, change = tell.mine.category.value, tell.mine.categories.value
        self._found: list[RegionFacts] = []
        if mine is None or change is None or not change.steps:
            return
        for region in bordering(tell.evaluation, tell.mine.region):
            other = tell.facts.region(tell.evaluation, region.id)
            then = other.categories.value
            same = then is not None and (then.year, then.before) == (change.year, change.before)
            if same and other.category.value == mine:
                self._found.append(other)
        moves = tell.whole.moves
        moved = moves.alike.get((change.before, change.steps), ())
        if moves.year != change.year or len(moved) > LONGEST_LIST:
            self._found = []

    def __bool__(self) -> bool:
        """Whether they are all that border it, and few: some of them are no news."""
        bordering_ = (item.region for item in self._found)
        few = 0 < len(self._found) <= EXAMPLES
        return few and borders_all(self._tell.mine.region, bordering_)

    @property
    def one(self) -> bool:
        """Whether it is a single one: languages with a plural ask."""
        return len(self._found) == 1

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        found = []
        for item in self._found:
            sides = item.category, item.categories.known.earlier
            found.append(compared(self._tell, "categories", item.categories, item.year, *sides))
        return tuple(found)

    @term(Kind.REGION)
    def names(self) -> Item:
        found = self._tell.region_names([f.region for f in self._found], alphabetical=True)
        return self._tell.joined(
            [slot._replace(role="alike", facts=(*slot.facts, *self.facts)) for slot in found.slots]
        )
