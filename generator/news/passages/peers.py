"""How many of its peers share a region's category, who they are, and how it was a year before."""

from __future__ import annotations

from collections.abc import Iterator

from generator.evaluation.model import Evaluation
from generator.facts.compare import compare_categories
from generator.facts.counts import CategoryCount
from generator.facts.group import EvaluationFacts
from generator.facts.model import Category
from generator.format import Region
from generator.news.passages.figures import SEVERAL
from generator.news.sentence import Sentence
from generator.news.slots import NOTHING, Kind, Said
from generator.news.tellers import EXAMPLES, EvaluationTeller, RegionTeller
from generator.news.terms.counts import CountBeforeTerms, CountTerms


def peers(tell: RegionTeller, *, step: bool) -> Iterator[Sentence]:
    """Who else has the category, if they are few, else how many; and its ``step`` in the scale."""
    whole, item = tell.whole, shared(tell)
    if item is None or item.count.value is None:
        if _alone(tell):
            yield from _counted(tell, _of_most(tell))
        return
    listed = whole.by_category.get(item.category.index, ())
    few = len(listed) == item.count.value.number and len(listed) <= EXAMPLES + 1
    others = [r for r in listed if r is not tell.mine.region] if few else []
    others.sort(key=tell.names.short)
    count = CountTerms(tell, item, listed, others)
    named = few and not count.everyone
    earlier, said = _earlier_count(tell, item, named=named)
    yield tell.say(
        "body.peers" if named else "body.peers_counted",
        count,
        step=step,
        how_many=tell.part("part.how_many", count, step=step, cautioned=True),
        count_before=earlier,
        earlier=said,
    )


def first_count(tell: RegionTeller) -> Iterator[Sentence]:
    """How many of the participants have the best category of which that is known."""
    item = next(
        (item for item in tell.whole.counts if item.count and item.count.known.number), None
    )
    if tell.whole.taking is not None:
        yield from _counted(tell, item)


def _counted(tell: RegionTeller, item: CategoryCount | None) -> Iterator[Sentence]:
    if item is not None:
        listed = tell.whole.by_category.get(item.category.index, ())
        count = CountTerms(tell, item, listed, ())
        said = tell.part("part.how_many", count, step=False, cautioned=True)
        yield tell.say(
            "body.peers_counted", count, how_many=said, count_before=None, earlier=NOTHING
        )


def shared(tell: RegionTeller) -> CategoryCount | None:
    """The count of the region's category, where it is known that others have it too; of few results
    that are known, or of nobody knows how many, it says nothing, and where the lead names them all,
    no more; nor that most have it: that sets apart who does not (``_of_most``)."""
    category = tell.mine.category
    if tell.whole.few_known or tell.angle == "few":
        return None
    item = count_of(tell.whole, category.known.name) if category.settled else None
    count = item.count.value if item else None
    if count is None or count.number < 2:
        return None
    if count.at_least and tell.whole.taking is None:
        return None
    known, everyone = len(tell.whole.with_result), count.number == tell.whole.taking
    return None if known >= SEVERAL and 2 * count.number > known and not everyone else item


def _of_most(tell: RegionTeller) -> CategoryCount | None:
    """The category that most of the participants have, exactly."""
    taking = tell.whole.taking
    found = (item for item in tell.whole.counts if item.count and not item.count.known.at_least)
    return next((i for i in found if taking and 2 * i.count.known.number > taking), None)


def _alone(tell: RegionTeller) -> bool:
    """Whether nobody else is known to have the region's category, and some have another."""
    mine = tell.mine.category
    item = count_of(tell.whole, mine.known.name) if mine.settled else None
    return item is not None and bool(item.count) and item.count.known.number == 1


def count_of(whole: EvaluationFacts, name: str) -> CategoryCount | None:
    """The count of a category by its name."""
    return next((item for item in whole.counts if item.category.name == name), None)


def count_before(
    tell: EvaluationTeller, category: Category
) -> tuple[Evaluation, CategoryCount, tuple[Region, ...]] | None:
    """The count of a category in the edition a year before, and those known to have had it.

    None where that edition had another organizer, does not compare, or did not count it exactly.
    """
    previous = tell.facts.dataset.evaluations.get((tell.year - 1, tell.evaluation.group.id))
    if previous is None or previous.organizer != tell.evaluation.organizer:
        return None
    if not compare_categories(tell.evaluation, previous):
        return None
    before = tell.facts.evaluation(previous)
    old = count_of(before, category.name)
    if old is None or not old.count or old.count.known.at_least:
        return None
    return previous, old, before.by_category.get(old.category.index, ())


def _earlier_count(
    tell: RegionTeller, item: CategoryCount, *, named: bool
) -> tuple[CountBeforeTerms | None, Said]:
    """The same category a year before: the region's name when there was just one.

    Beside names a number says little, and is left out.
    """
    found = count_before(tell, item.category)
    if found is None or (Kind.SCOPE, "kept-alone") in tell.in_lead:  # the lead tells it
        return None, NOTHING
    previous, old, before = found
    earlier = CountBeforeTerms(tell, old, before, previous)
    if named and not (earlier.sole or earlier.nobody):
        return None, NOTHING
    same = item.count.known == old.count.known
    return earlier, tell.part("part.earlier", earlier, same_number=same)
