"""What the conditions of angles look at: a region in its edition, against its peers."""

from __future__ import annotations

from dataclasses import dataclass

from generator.evaluation.model import Evaluation
from generator.facts.counts import CategoryCount
from generator.facts.group import EvaluationFacts
from generator.facts.model import Participation, Rule, sign_of
from generator.facts.overall import beside_whole
from generator.facts.own_word import has_firm_score
from generator.facts.region import RegionFacts
from generator.facts.standing import LEAST, bordering
from generator.format import Correction, Distinction, Region

FEW, MANY_TIMES = 3, 4
"""So many share a category where that is news of each, and how many times as many take part."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a condition looks at: a region's figures, its group's, and the edition's own words."""

    evaluation: Evaluation
    mine: RegionFacts
    whole: EvaluationFacts

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Those of the region's score, category and rank, in the order of the file."""
        found = self.evaluation.corrections_of(self.mine.region.id)
        return tuple(item for _, item in found if item.of is None)

    @property
    def distinction(self) -> Distinction | None:
        """The title that the organizer gave to the region."""
        found = self.evaluation.distinction_of(self.mine.region.id)
        return found[1] if found else None

    @property
    def steps(self) -> int:
        """Categories risen (+) or fallen (−); 0 also where no change is known."""
        return self.mine.categories.value.steps if self.mine.categories.value else 0

    @property
    def stayed(self) -> bool:
        """Whether the category is known to be that of the compared edition."""
        return bool(self.mine.categories) and self.steps == 0

    @property
    def still(self) -> bool:
        """Whether it has the category that it had in the edition a year before, and nothing is to be said
        against that."""
        change = self.mine.categories.value
        return (
            change is not None
            and self.stayed
            and not self.contested
            and change.year == self.mine.year - 1
        )

    @property
    def contested(self) -> bool:
        """Whether the published category has a note and the scale does not confirm it."""
        mine = self.mine
        return bool(mine.category.note and mine.score) and not mine.as_by_scale

    @property
    def rounded(self) -> bool:
        """Whether the score has more decimals, published or computed, than the site shows."""
        file, score = self.evaluation.results.get(self.mine.region.id), self.mine.score
        if file is None or score.value is None:
            return False
        whole = file.scores.final if file.scores and score.rule is Rule.BY_INSTRUMENT else None
        return (file.score if whole is None else whole) != score.value

    @property
    def moved_far(self) -> bool:
        """Whether the score moved by half a point or more; as large a part of another maximum."""
        change = self.mine.points.value
        return change is not None and abs(change.points) >= self.evaluation.near

    @property
    def sole(self) -> CategoryCount | None:
        """The count of the region's category, where it is one, exactly, of several participants."""
        mine, whole = self.mine.category, self.whole
        taking = whole.seen if whole.participants.value is None else whole.participants.value
        if not mine.settled or taking < LEAST:
            return None
        found = next((c for c in whole.counts if c.category.name == mine.known.name), None)
        count = found.count.value if found else None
        return found if count and count.number == 1 and not count.at_least else None

    @property
    def sole_other(self) -> CategoryCount | None:
        """The count of a better category that all other participants have, exactly, and it has not."""
        mine, taking = self.mine.category, self.whole.participants.value
        if not mine.settled or taking is None or taking < LEAST:
            return None
        by_scale = "all" if mine.rule is Rule.BY_SCALE else ""
        for found in self.whole.counts[: mine.known.index]:
            count = found.count.value
            others = count is not None and count.number == taking - 1 and not count.at_least
            if others and found.by_scale == by_scale and not found.contested:
                return found
        return None

    @property
    def better(self) -> int | None:
        """How many have a better category; None where that is not known exactly."""
        counts = [c.count.value for c in self.whole.counts[: self.mine.category.known.index]]
        known = [count.number for count in counts if count is not None and not count.at_least]
        return sum(known) if len(known) == len(counts) else None

    @property
    def lowest(self) -> bool:
        """Whether the category is the lowest of several."""
        category = self.mine.category.value
        return category is not None and 0 < category.index == category.of - 1

    @property
    def high(self) -> bool:
        """Whether to be the best or one of few is a distinction: in one of the two highest categories,
        in the upper half of the places, or with fewer in better categories than half of all."""
        category, taking = self.mine.category, self.whole.participants.value or self.whole.seen
        of = self.mine.rank.known.of if self.place else None
        if of is not None and 2 * self.place <= of:
            return True
        if not category.settled or self.lowest:
            return False
        better = self.better
        return category.known.index < 2 or (better is not None and 2 * (better + 1) <= taking)

    @property
    def fellows(self) -> tuple[Region, ...]:
        """The few who share the category with the region, exactly: one or two of many."""
        mine, taking = self.mine.category, self.whole.participants.value
        if not mine.settled or taking is None or self.contested:
            return ()
        listed = self.whole.by_category.get(mine.known.index, ())
        found = next((c for c in self.whole.counts if c.category.name == mine.known.name), None)
        count = found.count.value if found and found.by_scale != "some" else None
        exact = count is not None and count.number == len(listed) and not count.at_least
        if not (exact and 1 < len(listed) <= FEW and len(listed) * MANY_TIMES <= taking):
            return ()
        return tuple(region for region in listed if region.id != self.mine.region.id)

    @property
    def bordering(self) -> tuple[RegionFacts, ...]:
        """Those who border the region and have a score, where nobody is ranked: some of many scores are
        known. Empty where one is less than half a point from its own, and of more than a sentence holds."""
        whole, mine = self.whole, self.mine
        if whole.ranked or whole.scored < LEAST or not has_firm_score(mine):
            return ()
        near = whole.order.of(bordering(self.evaluation, mine.region))
        found = tuple(facts for facts in near if has_firm_score(facts))
        least = self.evaluation.near
        close = any(abs(facts.score.known - mine.score.known) < least for facts in found)
        return found if len(found) <= FEW and not close else ()

    @property
    def beside_whole(self) -> bool:
        """Whether the score is half a point or more from what was published of the whole group, where
        nobody is ranked."""
        found = None if self.whole.ranked else beside_whole(self.evaluation, self.mine)
        return found is not None and abs(found[1]) >= self.evaluation.near

    @property
    def sole_step(self) -> bool:
        """Whether nobody else rose, or fell, by category, and nobody's change can be one more."""
        change, moves = self.mine.categories.value, self.whole.moves
        if change is None or not change.steps or change.year != moves.year:
            return False
        same_way = self.whole.rose if change.steps > 0 else self.whole.fell
        alone = len(same_way) == 1 and self.mine in same_way and not self.step_doubted
        return alone and moves.closed and len(moves.changes) >= LEAST

    @property
    def step_doubted(self) -> bool:
        """Whether another one moved the same way by the only bounds that are known."""
        return sign_of(self.steps) in self.whole.moves.doubted

    @property
    def last(self) -> bool:
        """Whether it is on the last place, and nobody fell out before the ranking."""
        return bool(self.place) and self.place == self.mine.rank.known.of and not self.whole.stopped

    @property
    def place(self) -> int:
        """The region's place, which it has for itself among several; 0 where there is none."""
        rank = self.mine.rank
        if self.contested or not rank.settled or rank.known.level or (rank.known.of or 0) < LEAST:
            return 0
        return rank.known.place


def not_among(evaluation: Evaluation, whole: EvaluationFacts, mine: RegionFacts) -> bool:
    """Whether every participant is known, by a result or by name, and the region is none of them."""
    if not evaluation.measure.taking_part or mine.participation is not Participation.UNKNOWN:
        return False
    return bool(whole.took_part) and 0 < whole.took_part.known <= whole.seen
