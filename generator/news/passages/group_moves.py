"""What moved in a group: who rose and fell, the extremes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from generator.evaluation.model import Evaluation
from generator.facts.apart import apart
from generator.facts.compare import compare_categories, compare_points
from generator.facts.group import EvaluationFacts
from generator.facts.model import sign_of
from generator.facts.moves import CategoryMoves
from generator.facts.region import RegionFacts
from generator.news.passages.group import all_by_scale, computed_here
from generator.news.passages.group_lead import largest_change
from generator.news.passages.group_unknown import named_if_few
from generator.news.sentence import Sentence
from generator.news.slots import NOTHING, Terms
from generator.news.tellers import EXAMPLES, LONGEST_LIST, EditionTeller
from generator.news.terms.comparison import ComparisonTerms
from generator.news.terms.group import EditionBeforeTerms
from generator.news.terms.moves import (
    ExtremesTerms,
    FallersTerms,
    ManyTerms,
    MoversTerms,
    MovesTerms,
    RestTerms,
)
from generator.news.terms.regions import ComputedTerms


def changes(
    tell: EditionTeller,
    leading: Sequence[RegionFacts] = (),
    *,
    points_told: bool = False,
    told: Sequence[RegionFacts] = (),
) -> Iterator[Sentence]:
    """Who rose and fell by category, among those known in both editions; the extremes in points.

    ``leading`` are those of whom the lead tells it; ``points_told``: it tells the larger extreme;
    ``told`` are those of whom it tells that they fell, and not how far.
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
        led = {facts.region.id for facts in leading}
        risen, fallen = (
            _furthest_first(tell, f)
            if len(f) <= LONGEST_LIST and {facts.region.id for facts in f} != led
            else ()
            for f in (whole.rose, whole.fell)
        )
        yield tell.say("edition.moved", MovesTerms(tell, since, risen, fallen))
        if leading:
            yield from _by_scale_before(tell, leading, leads=True)
    elif moved > 1:
        yield from _moved_named(tell, leading)
    for other in whole.moves.others:
        yield from _moved_since(tell, other, {facts.region.id for facts in told})
    yield from _extremes(tell, points_told=points_told)


def _extremes(tell: EditionTeller, *, points_told: bool) -> Iterator[Sentence]:
    """Who rose and fell most in points, in one sentence: the set is named once."""
    led = largest_change(tell, ()) if points_told else ()
    told = {
        name: ExtremesTerms(tell, found, found[: len(tell.few([f.region for f in found]))])
        for name, found in (
            ("most_improved", tell.whole.most_improved),
            ("largest_fall", tell.whole.largest_fall),
        )
        if found and tuple(found) != led
    }
    if len(told) == 2:
        rise, fall = told.values()
        fell = tell.part("part.largest_fall", fall)
        both = tell.say("edition.most_improved", rise, fall=fell)
        if tell.words.word_count(both.text) <= tell.words.longest_sentence:
            yield both
            return
    for name, terms in told.items():
        yield tell.say(f"edition.{name}", terms, fall=NOTHING)


def _compares(new: Evaluation, old: Evaluation) -> bool:
    """Whether anything of two editions may be compared."""
    return compare_points(new, old) or compare_categories(new, old)


def _moved_named(tell: EditionTeller, leading: Sequence[RegionFacts]) -> Iterator[Sentence]:
    """Who rose and who fell, by name and without a total.

    Where the categories of only some are known, those are known for a reason: a count of them
    would read as a trend.
    """
    whole = tell.whole
    led = {facts.region.id for facts in leading}
    risen, fallen = (
        tuple(facts for facts in moved if facts.region.id not in led)
        for moved in (whole.rose, whole.fell)
    )
    too = {whole.moves.changes[id_].known.steps > 0 for id_ in led}
    groups = [(risen, True), (fallen, False)]
    told = [(moved, up) for moved, up in groups if 0 < len(moved) <= LONGEST_LIST]
    for moved, up in groups:
        if len(moved) > LONGEST_LIST:
            examples = MoversTerms(tell, _furthest_first(tell, moved)[:EXAMPLES])
            yield tell.say("edition.moved_many", examples, ManyTerms(tell, _same_way(whole, up=up)))
    if len(told) == 2 and too != {False}:
        yield _said(tell, risen, too=bool(too), fell_too=FallersTerms(tell, fallen))
    else:
        for moved, up in told:
            yield _said(tell, moved, too=too == {up})
    many = [facts for moved, _ in groups if len(moved) > LONGEST_LIST for facts in moved]
    movers = (*leading, *(facts for moved, _ in told for facts in moved), *many)
    if movers:
        yield from _by_scale_before(tell, movers, leads=bool(leading))


def _same_way(whole: EvaluationFacts, *, up: bool) -> Sequence[RegionFacts]:
    """All who rose, or all who fell, since the edition with which most are compared."""
    return tuple(whole.rose if up else whole.fell)


def _furthest_first(
    tell: EditionTeller, moved: Sequence[RegionFacts], moves: CategoryMoves | None = None
) -> list[RegionFacts]:
    """Whoever moved by most categories first."""
    changes = (moves or tell.whole.moves).changes
    return sorted(moved, key=lambda facts: -abs(changes[facts.region.id].known.steps))


def _furthest(
    tell: EditionTeller, moved: Sequence[RegionFacts], moves: CategoryMoves
) -> tuple[Sequence[RegionFacts], Sequence[RegionFacts]]:
    """Those of some who moved furthest, by several categories and for certain, and the others."""
    steps = {
        facts.region.id: abs(moves.changes[facts.region.id].known.steps)
        for facts in moved
        if facts.category.settled and moves.changes[facts.region.id].known.earlier.settled
    }
    most = max(steps.values(), default=0)
    far = [facts for facts in moved if steps.get(facts.region.id) == most > 1]
    return (far, [facts for facts in moved if facts not in far]) if far else (moved, ())


def _moved_since(tell: EditionTeller, moves: CategoryMoves, known: Set[str]) -> Iterator[Sentence]:
    """Who rose and who fell since another edition than most are compared with; not where it is
    ``known`` of all of them, and nobody moved by several categories."""
    everyone = tell.whole.order
    risen, fallen = (
        tuple(
            facts
            for facts in everyone
            if facts.region.id in moves.changes
            and sign_of(moves.changes[facts.region.id].known.steps) == sign
        )
        for sign in (+1, -1)
    )
    told = [moved for moved in (risen, fallen) if 0 < len(moved) <= LONGEST_LIST]
    if not told:
        return
    both = len(told) == 2
    first, rest = (told[0], ()) if both else _furthest(tell, told[0], moves)
    far = any(abs(change.known.steps) > 1 for change in moves.changes.values())
    if known and known >= moves.changes.keys() and not far:
        return
    beside: list[Terms] = [FallersTerms(tell, fallen, moves)] if both else []
    beside += [RestTerms(tell, rest, moves)] if rest else []
    more = {} if rest else {"rest": NOTHING}
    movers_ = MoversTerms(tell, first, moves)
    yield tell.say("edition.moved_since", movers_, *beside, fell_too=both, **more)
    movers = tuple(facts for moved in told for facts in moved)
    yield from _by_scale_before(tell, movers, leads=False, moves=moves)


def _said(
    tell: EditionTeller,
    moved: Sequence[RegionFacts],
    *,
    too: bool,
    fell_too: FallersTerms | None = None,
) -> Sentence:
    """That some moved; ``too``: the lead tells of others who moved the same way."""
    rule = "edition.moved_too" if too else "edition.moved_named"
    beside = (fell_too,) if fell_too else ()
    return tell.say(rule, MoversTerms(tell, moved), *beside, fell_too=bool(beside))


def _by_scale_before(
    tell: EditionTeller,
    moved: Sequence[RegionFacts],
    *,
    leads: bool,
    moves: CategoryMoves | None = None,
) -> Iterator[Sentence]:
    """Whose category of the earlier edition nobody decided; where the text begins with them, of
    this one too, if that holds for all."""
    changes = (moves or tell.whole.moves).changes
    computed = [f for f in moved if changes[f.region.id].known.by_scale]
    if computed:
        before = tell.facts.evaluation(tell.earlier(changes[computed[0].region.id].known.year))
        every = len(before.by_scale) == len(before.placed)
        movers = MoversTerms(tell, moved, moves)
        dated = tell.evaluation.published is not None
        # Where the line above the text says it of this year, the earlier one alone is left.
        both = leads and all_by_scale(tell) and not (dated and computed_here(tell))
        earlier = [changes[facts.region.id].known.earlier for facts in computed]
        years = {changes[computed[0].region.id].known.year: earlier}
        if both:
            years[tell.year] = [facts.category for facts in computed]
        named = ComputedTerms(tell, computed, named_if_few(computed), years)
        yield tell.say("edition.before_by_scale", movers, named, every=every, both=both)
