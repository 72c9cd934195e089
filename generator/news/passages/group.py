"""The body of an edition's article: who has which category, what is unknown, participation, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import chain, groupby

from generator.facts.counts import CategoryCount
from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.format import OUT, Region, Source
from generator.format.problems import Place
from generator.news.evidence import Evidence
from generator.news.passages.doors import doors
from generator.news.passages.group_scores import (
    MOST_AFTER_COUNT,
    MOST_WORDS,
    first_places,
    scored_by_name,
)
from generator.news.passages.group_unknown import named_if_few
from generator.news.passages.own_word import of_group as own_word
from generator.news.passages.peers import count_before
from generator.news.passages.said import corrections_in, noted, of_results
from generator.news.sentence import Sentence
from generator.news.slots import NOTHING, Said
from generator.news.tellers import EditionTeller
from generator.news.terms.counts import CountBeforeTerms, CountTerms
from generator.news.terms.known import KnownTerms
from generator.news.terms.records import CorrectionsTerms, DistinctionTerms
from generator.news.terms.regions import (
    ComputedTerms,
    MissingTerms,
)

FEW = 2
"""So many have their names beside the number of a category."""


def counts(
    tell: EditionTeller,
    known: list[CategoryCount],
    *,
    led: str,
    leading: Sequence[RegionFacts] = (),
    divided: Set[str] = frozenset(),
) -> Iterator[Sentence]:
    """Who has the best known category, the other categories, who had it before.

    ``led`` is what leads: ``sole`` where it tells that a single one has that category, ``few`` where
    it tells of one of few of whom anything is known; ``leading``
    are those of whom it tells that they rose to it; ``divided`` what else a lead about a count tells:
    the ``division`` of the others, or how it was ``earlier``.
    """
    whole = tell.whole
    if not known:
        return
    best = known[0]
    moved_told = led in ("moved", "sole")
    risen = _are_all_known(tell, best, leading)  # the lead tells of them
    counted = led not in ("known", "named", "few", "sole", "counts") and not risen
    if led == "known" or (led == "named" and whole.few_known):
        yield from _of_known(tell, known, named=led == "named")
    elif led == "few":
        for item in known:
            yield from _named(tell, item, told=True)
    else:
        best_told = led not in ("sole", "named") and not risen
        told = _named(tell, best, told=led == "counts", moved_told=moved_told) if best_told else ()
        named = tuple(told)
        yield from named
        after = bool(named) if led in ("counts", "named") else not risen
        yield from _others(tell, known, after=after, names_alone="division" in divided)
    yield from own_word(tell, _last_told(tell, known))
    for facts in whole.noted if best.contested else ():
        yield from noted(tell, facts.category)
    untold = not moved_told or not all_by_scale(tell)  # else it is, with who moved
    decided = tell.evaluation.measure.taking_part
    said = led == "named" and len(whole.by_scale) == len(whole.placed) and not decided
    if untold and not said:
        yield from _by_scale(tell)
    before = counted and earlier_part(tell, best, moved_told=moved_told)[1]
    if not before and "earlier" not in divided:
        yield from _earlier(tell, best, moved_told=moved_told)


def _of_known(
    tell: EditionTeller, known: list[CategoryCount], *, named: bool
) -> Iterator[Sentence]:
    """How those of whom a result is known are divided, where the lead tells how many they are, and
    who have the best category if they are ``named``."""
    terms = KnownTerms(tell)
    if len(known) > 1 and terms.placed and not terms.few:  # all of few are named
        listed = [tell.whole.by_category.get(item.category.index, ()) for item in known]
        parts = [
            tell.part(
                "part.count_numbered"
                if len(regions) <= FEW and not (named and item is known[0])
                else "part.count",
                CountTerms(tell, item, regions, regions, of_known=True),
                again=item is not known[0],
            )
            for item, regions in zip(known, listed, strict=True)
        ]
        yield tell.say("edition.known_counts", terms, counted=tell.joined(parts))
    else:
        for item in known[named:]:
            yield from _named(tell, item, told=True)


def _last_told(tell: EditionTeller, known: list[CategoryCount]) -> Sequence[Region]:
    """Of whom alone the last sentence tells the category."""
    others = [item for item in known[1:] if item.count.known.number]
    return tell.whole.by_category.get(others[0].category.index, ()) if len(others) == 1 else ()


def _are_all_known(
    tell: EditionTeller, best: CategoryCount, leading: Sequence[RegionFacts]
) -> bool:
    """Whether nobody is known to have a category but those who lead, and there may be more."""
    regions = tell.whole.by_category.get(best.category.index, ())
    led = {facts.region.id for facts in leading}
    return best.count.known.at_least and {region.id for region in regions} == led


def _named(
    tell: EditionTeller, best: CategoryCount, *, told: bool, moved_told: bool = False
) -> Iterator[Sentence]:
    """Who has the best known category, as far as is known; before that how many, if not yet told,
    and who had it before."""
    count = best.count.known
    regions = tell.whole.by_category.get(best.category.index, ())
    several = count.number > 1 or count.at_least
    named = tell.few(regions) if several or not told else ()
    if len(named) < len(regions) and {region.id for region in named} <= _first(tell):
        named = ()
    before, earlier = (None, NOTHING) if told else earlier_part(tell, best, moved_told=moved_told)
    most = MOST_WORDS if told else MOST_AFTER_COUNT // (1 if before is None else 2)
    scored = scored_by_name(tell, named, most)
    terms = CountTerms(tell, best, regions, named, scored=scored)
    all_named = len(named) == count.number and not count.at_least
    examples = len(named) < len(regions)
    if not told:
        yield tell.say_short(
            "edition.count",
            [
                {"named": bool(named), "earlier": earlier},
                {"named": bool(named), "earlier": NOTHING},
                {"named": False, "earlier": NOTHING},
            ],
            terms,
            count_before=before,
            how_many=tell.part("part.how_many", terms, step=False, cautioned=False),
            examples=len(named) < max(count.number, len(regions)),
        )
    elif named:
        one = len(regions) == 1
        yield tell.say("edition.names", terms, one=one, all_named=all_named, examples=examples)


def _first(tell: EditionTeller) -> set[str]:
    """Those whom the first places name anyway: as examples they would be named twice."""
    return {facts.region.id for facts in first_places(tell)}


def _others(
    tell: EditionTeller,
    known: list[CategoryCount],
    *,
    after: bool = True,
    names_alone: bool = False,
) -> Iterator[Sentence]:
    """The other categories: by name where few and all are known, else by number; ``after`` the best
    one, if that is told. ``names_alone``: the numbers are told."""
    others = [item for item in known[1:] if item.count.known.number]
    if tell.whole.taking is None:  # of nobody knows how many, a number of those known is no finding
        for item in others:
            if item.count.known.at_least:
                yield from _named(tell, item, told=True)
        others = [item for item in others if not item.count.known.at_least]
    if not others:
        return
    listed = [tell.whole.by_category.get(item.category.index, ()) for item in others]
    named = [
        regions if len(regions) == item.count.known.number <= FEW else ()
        for item, regions in zip(others, listed, strict=True)
    ]
    if names_alone:
        others = [item for item, regions in zip(others, named, strict=True) if regions]
        named = [regions for regions in named if regions]
        if not others:
            return
    first_told = after and bool(known[0].count.known.number)
    yield tell.say(
        "edition.others",
        named=category_parts(tell, others, named, opens=not first_told),
        counted=category_parts(tell, others, [()] * len(others), opens=not first_told),
        more_named=first_told and not named[0],
        more_counted=first_told,
    )


def category_parts(
    tell: EditionTeller,
    others: list[CategoryCount],
    named: Sequence[tuple[Region, ...]],
    *,
    opens: bool,
) -> Said:
    """``dua berkategori Baik, sedikitnya tiga Sedang``; ``opens``: the first opens the sentence.

    Beside a number, names alone would say that they are all, and read as of another kind.
    """
    mixed = not all(named)
    scored = not mixed and scored_by_name(tell, chain.from_iterable(named))
    return tell.joined(
        [
            tell.part(
                _rule(regions, opens and item is others[0], mixed),
                CountTerms(tell, item, regions, regions, scored=scored),
                again=mixed and item is not others[0],
            )
            for item, regions in zip(others, named, strict=True)
        ]
    )


def _rule(named: Sequence[Region], opens: bool, numbered: bool) -> str:
    if named and not numbered:
        return "part.count_named"
    if named:
        return "part.count_opening_named" if opens else "part.count_numbered"
    return "part.count_opening" if opens else "part.count"


def all_by_scale(tell: EditionTeller) -> bool:
    """Whether nobody decided any category, of this edition and of that since which some moved."""
    since = tell.whole.moves.year
    editions = (
        [tell.whole] if since is None else [tell.whole, tell.facts.evaluation(tell.earlier(since))]
    )
    return len(editions) == 2 and all(len(e.by_scale) == len(e.placed) for e in editions)


def computed_here(tell: EditionTeller) -> bool:
    """Whether nobody announced any of the categories and scores below the date."""
    placed = tell.whole.placed
    return bool(placed) and all(
        (facts.category.rule, facts.score.rule) == (Rule.BY_SCALE, Rule.BY_INSTRUMENT)
        for facts in placed
    )


def _by_scale(tell: EditionTeller) -> Iterator[Sentence]:
    """Which categories this product computed: no decision names them."""
    placed, computed = tell.whole.placed, tell.whole.by_scale
    dated = tell.evaluation.published is not None
    if computed and not (dated and computed_here(tell)):  # else the line with the date says so
        years = {tell.year: [facts.category for facts in computed]}
        terms = ComputedTerms(tell, computed, named_if_few(computed), years)
        yield tell.say("edition.by_scale", terms, every=len(computed) == len(placed))


def only_result(tell: EditionTeller) -> Iterator[Sentence]:
    """What is noted of the result of the one of whom alone one is known."""
    facts = tell.whole.with_result[0]
    yield from noted(tell, facts.category)
    yield from noted(tell, facts.score)


def earlier_part(
    tell: EditionTeller, best: CategoryCount, *, moved_told: bool
) -> tuple[CountBeforeTerms | None, Said]:
    """The same for the end of a sentence; not where it has to be said that it is by the scale."""
    found = count_before(tell, best.category)
    if found is None:
        return None, NOTHING
    previous, old, named = found
    terms = CountBeforeTerms(tell, old, named, previous)
    if terms.all_by_scale and not (moved_told and tell.whole.moves.year == previous.year):
        return None, NOTHING
    same = best.count.known == old.count.known
    return terms, tell.part("part.earlier", terms, same_number=same)


def _earlier(tell: EditionTeller, best: CategoryCount, *, moved_told: bool) -> Iterator[Sentence]:
    """The same category in the edition a year before, where it was counted exactly; that it is by
    the scale, unless that was told with who moved since."""
    found = count_before(tell, best.category)
    if found is not None:
        previous, old, named = found
        terms = CountBeforeTerms(tell, old, named, previous)
        told = moved_told and tell.whole.moves.year == previous.year
        yield tell.say("edition.earlier", terms, untold=not told)


def participation(tell: EditionTeller) -> Iterator[Sentence]:
    """How many came through each door, who has no result and why, who was named."""
    evaluation = tell.evaluation
    regions = {region.id: region for region in evaluation.regions}
    yield from doors(tell)
    for name in OUT:
        listed = [regions[id_] for id_ in evaluation.out_by(name)]
        if listed:
            facts = tuple(_listed_facts(tell, name))
            state = name.replace("_", "-")
            terms = MissingTerms(tell, listed, tell.few(listed), facts, state)
            yield tell.say(f"edition.{name}", terms)
            for region in tell.few(listed):
                yield from noted(tell, tell.facts.region(evaluation, region.id).state)
    for index, item in enumerate(evaluation.settings.distinctions):
        if item.region in regions:
            yield tell.say("edition.named", DistinctionTerms(tell, evaluation, index, item))


def _listed_facts(tell: EditionTeller, name: str) -> Iterator[Evidence]:
    """How many a list of the edition holds by the word of each source, and where."""
    evaluation, label = tell.evaluation, tell.label("absence", year=tell.year)
    by_source: dict[Source | None, list[Place]] = {}
    for id_, item in evaluation.out_by(name).items():
        place = evaluation.place_of_listed(name, id_)
        by_source.setdefault(evaluation.source(item.source), []).append(place)
    for source, places in by_source.items():
        yield Evidence(label, str(len(places)), tuple(places), (source,) if source else ())


def corrections(tell: EditionTeller) -> Iterator[Sentence]:
    """What was corrected later, one act at a time."""
    evaluation = tell.evaluation
    regions = {region.id for region in evaluation.regions}
    listed = of_results(corrections_in(tell, evaluation))
    found = [terms for terms in listed if terms.item.region in regions]
    for _, group in groupby(
        found, key=lambda t: (t.item.region, t.item.date, t.item.kind, t.item.decision)
    ):
        items = list(group)
        parts = [
            tell.part("part.corrected_from", terms, named=position == 0)
            for position, terms in enumerate(items)
        ]
        act = CorrectionsTerms(tell, items, evaluation)
        yield tell.say("edition.corrected", act, changed=tell.joined(parts))
