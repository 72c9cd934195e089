"""What the earlier editions say of a region: absences, categories, why nothing compares."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from generator.evaluation.model import Evaluation
from generator.facts.apart import UNNAMED, Apart
from generator.facts.apart import apart as between
from generator.facts.compare import compare_categories, compare_points
from generator.facts.model import WHY_OUT, Category, Fact, Participation, Why
from generator.facts.region import RegionFacts
from generator.facts.states import stopping_stage, withheld_of
from generator.format import Source
from generator.news.angles import CATEGORY
from generator.news.case import not_among
from generator.news.passages.figures import SEVERAL
from generator.news.passages.said import noted
from generator.news.sentence import Sentence
from generator.news.slots import NOTHING, Kind
from generator.news.tellers import RegionTeller, Teller
from generator.news.terms.absence import NotAmongTerms, TakenPartTerms
from generator.news.terms.comparison import ComparisonTerms
from generator.news.terms.earlier import EarlierTerms
from generator.news.terms.group import EditionBeforeTerms
from generator.news.terms.history import SpellTerms, YearsTerms
from generator.news.terms.stage import StageTerms

MOST_EARLIER = 4
"""Earlier editions that one sentence lists; a longer history is the region page's business."""

Compares = Callable[[Evaluation, Evaluation], bool]
"""Whether a figure of a later edition compares with that of an earlier one."""


def absence(tell: RegionTeller) -> Iterator[Sentence]:
    """What the data say of it, and earlier absences."""
    yield from noted(tell, tell.mine.state)
    if tell.mine.absent_before and tell.angle == "absent_again":
        yield tell.say("body.absent_too", name=tell.name())


def before(tell: RegionTeller, held_told: bool) -> Iterator[Sentence]:
    """What the earlier editions say: absences, then earlier categories, then why nothing compares.

    ``held_told``: since when the category has been the same has been said."""
    mine = tell.mine
    if mine.absent_before and mine.participation is Participation.TOOK_PART:
        yield tell.say("body.absent_before", name=tell.name())
    yield from state_before(tell)
    compared = mine.points or mine.categories
    organizer = tell.evaluation.organizer
    earlier = [f for e, f in tell.history if f.year < tell.year and e.organizer == organizer]
    scores = mine.points.why is Why.NOT_COMPARABLE and any(f.score for f in earlier)
    names = mine.categories.why is Why.NOT_COMPARABLE and any(f.category for f in earlier)
    apart_ = (mine.score and scores) or (mine.category and names)
    if mine.has_result and apart_ and not compared and not _apart_with_category(tell):
        facts = (
            tell.figure("points", mine.points, tell.year),
            tell.figure("categories", mine.categories, tell.year),
        )
        yield tell.say("body.not_comparable", ComparisonTerms(tell, facts, mine.apart))
    yield from _history(tell, held_told)


def state_before(tell: RegionTeller) -> Iterator[Sentence]:
    """What became of the region in the edition before, where it is known and not yet told."""
    found = next((facts for _, facts in tell.history if facts.year < tell.year), None)
    if found is not None and _open_before(tell, found):
        years = YearsTerms(tell, "score", [found], state=Why.UNKNOWN.value)
        yield tell.say("body.unknown_before", years, name=tell.name())
    elif found is not None and tell.mine.has_result:
        yield from _took_part_before(tell, found)
    if found is None or found.state.value is None or tell.angle == "comeback":
        return
    why, taking_part = found.state.value, tell.mine.participation is Participation.TOOK_PART
    told = tell.angle == "absent_again" or (taking_part and found.year in tell.mine.absent_before)
    absent = [facts for _, facts in tell.history if facts.year in tell.mine.absent_before]
    run = absent[::-1] if why is Why.ABSENT and found in absent else [found]
    years = YearsTerms(tell, "score", run, state=why.value, sources=whose_word(run))
    if why is Why.STOPPED:
        yield tell.say("body.stopped_before", years, stopped_at(tell, [found]), name=tell.name())
    elif why is Why.NOT_PUBLISHED:
        yield tell.say("body.withheld_before", years, name=tell.name())
    elif why in WHY_OUT and not (why is Why.ABSENT and told):
        yield tell.say("body.out_before", years, name=tell.name())


def _took_part_before(tell: RegionTeller, found: RegionFacts) -> Iterator[Sentence]:
    """Of an edition before of which no result is known: that the region took part, or that all who
    did are named and it is none of them."""
    then = tell.edition(found)
    if not then.measure.taking_part:
        return
    years = YearsTerms(tell, "score", [found], state=Why.UNKNOWN.value)
    if found.took_part_alone:
        taken = TakenPartTerms(tell, [tell.of_year(then, found)])
        yield tell.say("body.took_part_before", taken, years, name=tell.name())
    elif not_among(then, tell.facts.evaluation(then), found):
        named = NotAmongTerms(tell.of_year(then, found))
        yield tell.say("body.not_among_before", named, years, name=tell.name())


def _open_before(tell: RegionTeller, found: RegionFacts) -> bool:
    """Whether nothing is known of the edition before, where this one has a result with which any that
    is known would be compared, and no older one is."""
    mine = tell.mine
    changes = (mine.categories, mine.points, mine.places)
    if not mine.has_result or any(changes) or mine.rank_before is not None:
        return False
    known = len(tell.whole.with_result)
    if known >= SEVERAL and 2 * len(tell.whole.moves.changes) < known:
        return False  # as of most of them: that is told of the edition
    then, now = tell.edition(found), tell.evaluation
    alike = then.organizer == now.organizer
    alike = alike and (compare_categories(now, then) or compare_points(now, then))
    return alike and found.state.why is Why.UNKNOWN and not withheld_of(found)


def stopped_at(tell: Teller, mine: Sequence[RegionFacts]) -> StageTerms:
    """The stage that stopped a region, in editions in which it was the same."""
    evaluation = tell.edition(mine[0])
    stage = stopping_stage(evaluation, mine[0].region.id)
    assert stage is not None
    facts = tuple(
        tell.figure("stage_score", facts.stage_scores[stage.id], facts.year) for facts in mine
    )
    return StageTerms(tell, stage, facts)


def whose_word(mine: Sequence[RegionFacts]) -> tuple[Source, ...]:
    """The sources of a state, if one publisher says it of all the years."""
    found = [facts.state.source for facts in mine]
    sources = [source for source in found if source is not None and source.publisher]
    whole = len(sources) == len(found) and len({s.publisher for s in sources}) == 1
    return tuple(dict.fromkeys(sources)) if whole else ()


def _history(tell: RegionTeller, held_told: bool) -> Iterator[Sentence]:
    """The earlier categories that the lead does not tell, oldest first; else an earlier rank."""
    earlier = [facts for _, facts in tell.history if facts.year < tell.year]
    placed = [facts for facts in earlier if facts.category][:MOST_EARLIER]
    told = tell.mine.categories.value or tell.mine.surely_moved.value
    held = tell.mine.held.value
    untold = [facts for facts in placed if told is None or facts.year != told.year]
    if held is not None and held.editions > len(placed) > 1:
        # One edition a year: a lead that counts them says since when.
        if not (held_told or (Kind.STEP, "editions") in tell.in_lead):
            yield tell.say("body.held_since", name=tell.name())
    elif len(placed) > 1 and untold:
        # The one that this result is compared with is told with the change.
        newest = told is not None and placed[0].year == told.year
        other = _other_than_newer(tell, placed[1]) if len(placed) == 2 else None
        if newest and other is not None and _change_told(tell):
            return  # what does not even compare with that one is the business of the region's page
        one_by_one = newest or other is not None
        left = untold if one_by_one and _change_told(tell) else placed
        apart_ = _apart(tell, left[::-1], compare_categories)
        told_apart = bool(apart_) and all(
            known_other(tell.edition(new), tell.edition(old)) for old, new in apart_
        )
        if len(left) > 1 and other is None and not told_apart:
            runs = runs_of_categories(tell, left[::-1])
            spells = [SpellTerms(tell, "category", group) for group in runs]
            parts = [tell.part("part.category_years", spell) for spell in spells]
            yield tell.say("body.history", name=tell.name(), series=tell.joined(parts))
        else:
            # Years of other scales are not told in a row: each says what it differs in.
            for number, facts in enumerate(left):
                yield _earlier_category(tell, facts, again=number > 0)
        if other is None and not told_apart:
            yield from categories_apart(tell, placed[::-1])
    elif untold and _is_next(tell, untold[0], earlier):
        yield _earlier_category(tell, untold[0])
    elif not placed and not tell.mine.places and tell.mine.rank_before is None:
        ranked = next((facts for facts in earlier if facts.rank), None)
        if ranked is not None:
            found = EarlierTerms(tell, tell.earlier(ranked.year), ranked)
            yield tell.say("body.earlier_rank", found, name=tell.name())


def _is_next(tell: RegionTeller, facts: RegionFacts, earlier: Sequence[RegionFacts]) -> bool:
    """Whether an earlier category is that of the edition before, or one that compares: what does not
    even compare, over another edition, is the business of the region's page."""
    return facts is earlier[0] or _other_than_newer(tell, facts) is None


def _change_told(tell: RegionTeller) -> bool:
    """Whether the text tells what became of the category: in the lead, unless a long name left no
    room for it there, or after a lead about something else."""
    in_lead = any(kind is Kind.DIRECTION for kind, _ in tell.in_lead)
    return in_lead or tell.angle not in (*CATEGORY, "moved_apart")


def runs_of_categories(
    tell: Teller, oldest_first: Sequence[RegionFacts]
) -> list[list[RegionFacts]]:
    """Neighbouring editions with the same category of the same scale together."""
    other_scale = [new for _, new in _apart(tell, oldest_first, compare_categories)]
    runs: list[list[RegionFacts]] = []
    for facts in oldest_first:
        before = runs[-1][-1].category if runs else None
        same = before is not None and _named(before) == _named(facts.category)
        if same and facts not in other_scale:
            runs[-1].append(facts)
        else:
            runs.append([facts])
    return runs


def _named(category: Fact[Category]) -> list[str]:
    """All the categories that were published."""
    return [category.known.name, *(other.value.name for other in category.others)]


def _apart(
    tell: Teller, oldest_first: Sequence[RegionFacts], compares: Compares
) -> list[tuple[RegionFacts, RegionFacts]]:
    """Those whose edition does not compare with that of the one before them, after that one."""
    return [
        (old, new)
        for old, new in pairwise(oldest_first)
        if not compares(tell.edition(new), tell.edition(old))
    ]


def _by_difference(
    tell: Teller, oldest_first: Sequence[RegionFacts], compares: Compares
) -> list[tuple[Apart, list[tuple[RegionFacts, RegionFacts]]]]:
    """The pairs that do not compare, the earlier first, by what their editions differ in."""
    found: dict[str, tuple[Apart, list[tuple[RegionFacts, RegionFacts]]]] = {}
    for old, new in _apart(tell, oldest_first, compares):
        other = between(tell.edition(new), tell.edition(old))
        found.setdefault(other.other, (other, []))[1].append((old, new))
    return list(found.values())


def categories_apart(tell: Teller, oldest_first: Sequence[RegionFacts]) -> Iterator[Sentence]:
    """Which of some categories do not compare with the one before: a name alone says nothing. With
    its year, where it is one earlier category: it need not be that of the year before."""
    for other, found in _by_difference(tell, oldest_first, compare_categories):
        years = YearsTerms(tell, "category", [new for _, new in found], cited=False)
        before = EditionBeforeTerms(tell, tell.edition(found[0][0]))
        comparison = ComparisonTerms(tell, years.facts, other)
        yield tell.say("running.categories_apart", years, before, comparison, one=len(found) == 1)


def _earlier_category(tell: RegionTeller, facts: RegionFacts, *, again: bool = False) -> Sentence:
    """With what its edition differs in from the next one with a category, where that is known; not
    where it is like this one, for so it would be read."""
    other = None if _as_now(tell, facts) else _other_than_newer(tell, facts)
    # From this edition as well it is known to differ, or it is said from which other one it does.
    now = between(tell.evaluation, tell.edition(facts))
    alike = other is None or now.other == other.other
    than = None if again or alike else _newer(tell, facts)
    found = EarlierTerms(tell, tell.earlier(facts.year), facts, other, than)
    step = not tell.mine.category and not again
    again = again or (tell.mine.has_result and not tell.mine.category)
    if rank_with_category(tell):
        return tell.say("body.earlier_rank_and_category", found, **tell.whose(tell.elsewhere))
    again = again and not tell.elsewhere
    name = NOTHING if again else tell.name()
    return tell.say("body.earlier_category", found, again=again, step=step, name=name)


def rank_with_category(tell: RegionTeller) -> bool:
    """Whether the one earlier category is told in one sentence with the rank of that year, beside a
    lead about a rank that is not known to be better or worse than that one."""
    mine = tell.mine
    earlier = [facts for _, facts in tell.history if facts.year < tell.year]
    placed = [facts for facts in earlier if facts.category]
    change, year = mine.places.value, mine.places.lacking
    if change is not None and not (change.places or change.others or mine.rank.known.of):
        year = change.year if change.before.of else None
    if len(placed) != 1 or mine.category or year is None or mine.tied:
        return False
    (then,) = placed
    # Of others the sentence of the rank says which one was announced.
    alike = mine.rank.rule is then.rank.rule
    told = (Kind.RANK, "own") in tell.in_lead and _is_next(tell, then, earlier)
    with_rank = then.year == year and then.rank.settled
    return told and with_rank and alike and _other_than_newer(tell, then) is None


def _newer(tell: RegionTeller, facts: RegionFacts) -> Evaluation:
    """The next edition that has a category of the region, or else the one that is told of."""
    later = [f for _, f in tell.history if facts.year < f.year <= tell.year and f.category]
    return tell.edition(later[-1] if later else tell.mine)


def _other_than_newer(tell: RegionTeller, facts: RegionFacts) -> Apart | None:
    """What an edition is known to differ in from the next one that has a category of the region,
    or else from the one that is told of; None where the two compare, or nothing says what is other."""
    return known_other(_newer(tell, facts), tell.edition(facts))


def known_other(new: Evaluation, old: Evaluation) -> Apart | None:
    """What two editions are known to differ in; None where the two compare, or nothing says what
    is other."""
    other = between(new, old)
    named = other.other != UNNAMED
    return other if named and not compare_categories(new, old) else None


def _as_now(tell: RegionTeller, facts: RegionFacts) -> bool:
    """Whether an earlier category is the one that is compared with this result, or is known to be
    one of the same scale."""
    told = tell.mine.categories.value
    bounds = [e.scale.minima if e.scale else None for e in (tell.evaluation, tell.edition(facts))]
    same = bool(tell.mine.category) and None not in bounds
    return (told is not None and told.year == facts.year) or (
        same and compare_categories(tell.evaluation, tell.edition(facts))
    )


def _apart_with_category(tell: RegionTeller) -> bool:
    """Whether the earlier category is told with what keeps it apart from this result."""
    earlier = [f for _, f in tell.history if f.year < tell.year]
    placed = [f for f in earlier if f.category][:MOST_EARLIER]
    other = _other_than_newer(tell, placed[0]) if len(placed) == 1 and tell.mine.category else None
    return other is not None and other == tell.mine.apart
