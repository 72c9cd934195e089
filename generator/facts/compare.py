"""Editions side by side: which of them compare, and the latest earlier figure of a region."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeVar

from generator.evaluation.model import Dataset, Evaluation
from generator.evaluation.rounding import difference
from generator.facts.model import (
    WHY_OUT,
    Category,
    CategoryChange,
    Fact,
    Figures,
    PointChange,
    Rank,
    Rule,
    Why,
    missing,
    sign_of,
)
from generator.facts.peers import Peers, peers
from generator.facts.published import category_by_scale
from generator.format import Region

T = TypeVar("T")

_KNOWN_THEN = (*WHY_OUT, Why.STOPPED, Why.NO_CATEGORIES, Why.NOT_RANKED)
"""Why somebody is known to have had no figure: there is none that would not compare."""


class Lack(NamedTuple):
    """Why there is no earlier figure, and of which edition that is said; None of none."""

    why: Why
    year: int | None


class History:
    """The editions of each group, newest first, with what each knows of all its regions.

    ``regions`` gives the facts of an edition: those of a later one rest on them.
    """

    def __init__(
        self, dataset: Dataset, regions: Callable[[Evaluation], Mapping[str, Figures]]
    ) -> None:
        self._dataset = dataset
        self.regions = regions
        self._peers: dict[tuple[int, str], Peers] = {}
        self._before: dict[tuple[int, str], list[Evaluation]] = {}
        self._by_bounds: dict[tuple[int, str], bool] = {}

    def peers(self, evaluation: Evaluation) -> Peers:
        key = (evaluation.year, evaluation.group.id)
        if key not in self._peers:
            self._peers[key] = peers(evaluation)
        return self._peers[key]

    def region(self, id_: str) -> Region:
        return self._dataset.regions[id_]

    def before(self, evaluation: Evaluation) -> list[Evaluation]:
        """Earlier evaluations of the same group and organizer, newest first."""
        key = (evaluation.year, evaluation.group.id)
        if key not in self._before:
            self._before[key] = [
                other
                for other in self._dataset.of_group(evaluation.group.id)
                if other.year < evaluation.year and other.organizer == evaluation.organizer
            ]
        return self._before[key]

    def by_bounds(self, evaluation: Evaluation) -> bool:
        """Whether no category of an edition is known to be another one than its score gives."""
        key = (evaluation.year, evaluation.group.id)
        if key not in self._by_bounds:
            regions = self.regions(evaluation)
            both = (
                (id_, f) for id_, f in regions.items() if f.score.settled and f.category.settled
            )
            self._by_bounds[key] = all(
                category_by_scale(evaluation, id_, facts.score).value
                in (None, facts.category.value)
                for id_, facts in both
            )
        return self._by_bounds[key]

    def latest(
        self,
        evaluation: Evaluation,
        region: str,
        figure: Callable[[Figures], Fact[T]],
        compares: Callable[[Evaluation, Evaluation], bool],
        apart: Callable[[Evaluation, Evaluation], bool] | None = None,
    ) -> tuple[Evaluation, Fact[T]] | Lack:
        """The latest earlier edition that has a figure and compares; else why there is none.

        That is said of the latest which compares, or which has a figure though it does not; where
        none does either, of the latest: that it does not compare, whatever is not known there, but for
        what is known of the region itself. ``apart`` is whether it is
        known that two editions do not: else that one of them does not is only not known.
        """
        lack: Lack | None = None
        before = self.before(evaluation)
        for other in before:
            found, same = figure(self.regions(other)[region]), compares(evaluation, other)
            if found and same:
                return other, found
            open_ = same or not (apart is None or apart(evaluation, other))
            if lack is None and (found or open_):
                why = found.why or (Why.UNKNOWN if open_ else Why.NOT_COMPARABLE)
                lack = Lack(why, other.year)
        if lack is not None:
            return lack
        if not before:
            return Lack(Why.NO_EARLIER, None)
        then = figure(self.regions(before[0])[region])
        known = then.why if then.why in _KNOWN_THEN else None
        return Lack(known or Why.NOT_COMPARABLE, before[0].year)

    def left_between(self, evaluation: Evaluation, region: str, since: int) -> bool:
        """Whether it is known that the region's category was another one in an edition after that
        of ``since``, or that it had none: it was out, or a stage stopped it."""
        mine = self.regions(evaluation)[region].category
        for other in self.before(evaluation):
            then = self.regions(other)[region].category
            if other.year > since and then.why in (*WHY_OUT, Why.STOPPED):
                return True
            if other.year > since and then.settled and then.known.name != mine.known.name:
                return True
        return False


def point_change(now: Fact[Decimal], before: Fact[Decimal], year: int) -> Fact[PointChange]:
    """The points between two known scores, the earlier one of ``year``."""
    change = PointChange(difference(now.known, before.known), year, before)
    return Fact(change, None, Rule.DIFFERENCE, (*now.places, *before.places))


def category_change(now: Fact[Category], before: Fact[Category], year: int) -> Fact[CategoryChange]:
    """The steps between two known categories of one scale, the earlier one of ``year``."""
    change = CategoryChange(before.known.index - now.known.index, year, before)
    return Fact(change, None, Rule.DIFFERENCE, (*now.places, *before.places))


def sure_steps(now: Fact[Category], before: Fact[Category]) -> list[int]:
    """The steps between all that was published of two categories, the fewest first; 0 alone where not
    all of it says the same way."""
    steps = {old.index - new.index for new in _everything(now) for old in _everything(before)}
    alike = len({sign_of(one) for one in steps}) == 1
    return sorted(steps, key=abs) if alike else [0]


def _everything(fact: Fact[Category]) -> list[Category]:
    return [fact.known, *(other.value for other in fact.others)]


def compare_points(new: Evaluation, old: Evaluation) -> bool:
    """Whether scores of two editions may be subtracted: same maximum, same questionnaire."""
    maximum = {e.scale.maximum if e.scale else None for e in (new, old)} - {None}
    return _compare(new, old) and len(maximum) <= 1


def compare_categories(new: Evaluation, old: Evaluation) -> bool:
    """Whether categories of two editions may be compared: the same list of names and, where both
    are known, the same bounds and requirements. A name alone is no category: 92 was *Menuju
    Informatif* in 2018, and 92 without a visit is none of the highest where one is required."""
    names = [e.scale.names if e.scale else () for e in (new, old)]
    bounds = [(e.scale.minima, e.scale.required) for e in (new, old) if e.scale and e.scale.minima]
    same = len(bounds) < 2 or bounds[0] == bounds[1]
    return _compare(new, old) and names[0] == names[1] and bool(names[0]) and same


def categories_differ(new: Evaluation, old: Evaluation) -> bool:
    """Whether it is known that categories of two editions do not compare: without a list of names
    on both sides, that is only not known."""
    both = all(e.scale is not None and e.scale.categories for e in (new, old))
    return not compare_categories(new, old) and (both or not _compare(new, old))


def compare_places(new: Evaluation, old: Evaluation) -> bool:
    """Whether places of two editions may be compared: only the questionnaire can forbid it."""
    return _compare(new, old)


class Ranked(NamedTuple):
    """A rank, and between which numbers of ranked bodies it is one of: ``least`` to ``most``."""

    place: int
    least: int
    most: int


def ranked(rank: Rank, evaluation: Evaluation, lowest: int) -> Ranked:
    """A rank of an edition; ``lowest`` is the lowest place there that is known."""
    if rank.of is not None:
        return Ranked(rank.place, rank.of, rank.of)
    most = UNBOUNDED if evaluation.group.partial else len(evaluation.regions)
    least = max(rank.place, lowest, 2)
    return Ranked(rank.place, least, max(most, least))


def same_direction(now: Ranked, before: Ranked) -> bool:
    """Whether a rank moved for certain, though another number was ranked: its place and its share of
    those who were ranked moved alike, whatever a number is that is not known, and by more places
    than bodies were added or left out. From 1 to 25 of 38 is a fall; from 6 of 8 to 7 of 9 is
    neither: one body more may have come in above.
    """
    known = now.least == now.most and before.least == before.most
    if now.place == before.place or (known and now.least == before.least):
        return True
    if known and abs(now.place - before.place) <= abs(now.least - before.least):
        return False
    fell = now.place > before.place
    shares = [
        (_share(now.place, new), _share(before.place, old))
        for new in (now.least, now.most)
        for old in (before.least, before.most)
    ]
    return all(share > then if fell else share < then for share, then in shares)


def _share(place: int, of: int) -> Fraction:
    """How far down a place is: 0 is the first, 1 the last."""
    return Fraction(place - 1, max(of - 1, 1))


UNBOUNDED = 10**6
"""More than are ever ranked, where nothing limits their number."""


def _compare(new: Evaluation, old: Evaluation) -> bool:
    """What the later edition says (`comparable_with`), else not across named instruments."""
    told = new.settings.comparable_with
    if told is not None:
        return old.year in told
    instruments = {e.settings.instrument for e in (new, old)} - {None}
    return len(instruments) <= 1


def same_indicator(new: Evaluation, old: Evaluation, id_: str) -> str | None:
    """What an indicator was called in an earlier edition; None where the two do not compare.

    Across instruments only the new one can say so (``same_as``), even where the editions as a
    whole do not compare.
    """
    named = new.settings.instrument, old.settings.instrument
    if None not in named and named[0] != named[1]:
        own = new.instrument.indicator(id_) if new.instrument else None
        return own.same_as.get(named[1] or "") if own else None
    return id_ if compare_points(new, old) else None


Earlier = list[tuple[Evaluation, dict[str, Fact[Decimal]]]]
"""A region's indicator scores in the earlier editions that have any, newest first."""


def earlier_scores(evaluation: Evaluation, region: str, history: History) -> Earlier:
    """The indicator scores with which those of an edition may compare."""
    found = (
        (other, history.regions(other)[region].indicators) for other in history.before(evaluation)
    )
    return [(other, scores) for other, scores in found if scores]


def lacking_before(evaluation: Evaluation, region: str, history: History) -> Why:
    """Why a region has no score in the edition before: what became of it there."""
    before = history.before(evaluation)
    if not before:
        return Why.NO_EARLIER
    return history.regions(before[0])[region].score.why or Why.UNKNOWN


def indicator_change(
    evaluation: Evaluation,
    id_: str,
    score: Fact[Decimal],
    earlier: Earlier,
    lacking: Why = Why.NO_EARLIER,
) -> Fact[PointChange]:
    """Points of an indicator against the latest earlier edition that has it and compares;
    ``lacking`` is why no edition has it."""
    if score.value is None:
        return Fact(None, score.why, Rule.DIFFERENCE, score.places)
    why = lacking
    for other, scores in earlier:
        name = same_indicator(evaluation, other, id_)
        before = scores.get(name) if name else None
        if before:
            return point_change(score, before, other.year)
        if name is None:
            why = Why.NOT_COMPARABLE
    return missing(why, Rule.DIFFERENCE)
