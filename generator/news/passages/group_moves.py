"""What moved in a group: the first places, the averages, who rose and fell, the extremes."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nsmallest

from generator.evaluation.model import Evaluation
from generator.facts.apart import apart
from generator.facts.compare import compare_categories, compare_points
from generator.news.passages.figures import maximum
from generator.news.passages.group import named_if_few
from generator.news.sentence import Sentence
from generator.news.tellers import EXAMPLES, LONGEST_LIST, EditionTeller
from generator.news.terms.comparison import ComparisonTerms
from generator.news.terms.group import EditionBeforeTerms
from generator.news.terms.moves import ExtremesTerms, MoversTerms, MovesTerms
from generator.news.terms.places import AverageTerms, PlacesToldTerms
from generator.news.terms.regions import ComputedTerms


def scores(tell: EditionTeller, angle: str) -> Iterator[Sentence]:
    """The first places, and in a complete group the range and the averages."""
    whole = tell.whole
    first = nsmallest(LONGEST_LIST, whole.ranked, key=lambda facts: facts.rank.known.place)
    # Where only ranks were published, all of them are told if they are few.
    every = not whole.scored and len(whole.ranked) <= LONGEST_LIST
    top = first[1:] if every else first[:EXAMPLES]
    places = [facts.rank.known.place for facts in top]
    there = sum(facts.rank.known.place in places for facts in whole.ranked)
    in_a_row = len(top) > 1 and places == list(range(places[0], places[0] + len(top)))
    if in_a_row and there == len(top):  # nobody shares one of them
        yield tell.say("edition.first_places", PlacesToldTerms(tell, top), all_ranks=every)
    if whole.mean and whole.mean.known.n > 1:
        if angle != "averages":
            yield tell.say("edition.average", AverageTerms(tell))
        yield from maximum(tell)


def changes(tell: EditionTeller) -> Iterator[Sentence]:
    """Who rose and fell by category, among those known in both editions; the extremes in points.

    Where the edition before does not compare and no older one does, that is all there is to say.
    """
    whole = tell.whole
    moved = len(whole.rose) + len(whole.fell) + len(whole.same)
    before = tell.facts.dataset.evaluations.get((whole.earlier or 0, tell.evaluation.group.id))
    unmoved = whole.has_results and not moved
    if before is not None and unmoved and not _compares(tell.evaluation, before):
        yield tell.say(
            "edition.not_comparable",
            EditionBeforeTerms(tell, before),
            ComparisonTerms(
                tell, (tell.edition_fact(tell.evaluation),), apart(tell.evaluation, before)
            ),
        )
    since = whole.moves.year
    if since is not None and moved > 1 and whole.participants.value == moved:
        risen, fallen = (f if len(f) <= LONGEST_LIST else () for f in (whole.rose, whole.fell))
        yield tell.say("edition.moved", MovesTerms(tell, since, risen, fallen))
    elif moved > 1:
        yield from _moved_named(tell)
    for name, extreme in (
        ("most_improved", whole.most_improved),
        ("largest_fall", whole.largest_fall),
    ):
        if extreme:
            named = extreme[: len(tell.few([facts.region for facts in extreme]))]
            terms = ExtremesTerms(tell, extreme, named)
            # The set is named once: the second sentence follows the first.
            yield tell.say(f"edition.{name}", terms, named_before=bool(whole.most_improved))


def _compares(new: Evaluation, old: Evaluation) -> bool:
    """Whether anything of two editions may be compared."""
    return compare_points(new, old) or compare_categories(new, old)


def _moved_named(tell: EditionTeller) -> Iterator[Sentence]:
    """Who rose and who fell, by name and without a total.

    Where the categories of only some are known, those are known for a reason: a count of them
    would read as a trend.
    """
    for moved in (tell.whole.rose, tell.whole.fell):
        if not moved or len(moved) > LONGEST_LIST:
            continue
        movers = MoversTerms(tell, moved)
        yield tell.say("edition.moved_named", movers)
        changes = tell.whole.moves.changes
        computed = [f for f in moved if changes[f.region.id].known.by_scale]
        if computed:
            named = ComputedTerms(tell, computed, named_if_few(computed))
            yield tell.say("edition.before_by_scale", movers, named)
