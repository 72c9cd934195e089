"""The body of an edition's article: who has which category, what is unknown, participation, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.facts.counts import CategoryCount
from generator.facts.model import Participation, Rule, Why
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.format import OUT, Region, Source
from generator.format.problems import Place
from generator.news.evidence import Evidence, places_of
from generator.news.passages.doors import doors
from generator.news.passages.own_word import of_group as own_word
from generator.news.passages.peers import count_before
from generator.news.passages.said import corrections_in, noted
from generator.news.sentence import Sentence
from generator.news.slots import Said, joined
from generator.news.tellers import LONGEST_LIST, EditionTeller
from generator.news.terms.counts import CountBeforeTerms, CountTerms
from generator.news.terms.places import FirstTerms
from generator.news.terms.records import CorrectionsTerms, DecisionTerms, DistinctionTerms
from generator.news.terms.regions import (
    ComputedTerms,
    MissingTerms,
    UnaccountedTerms,
    WithheldTerms,
)
from generator.news.terms.said import ActivityTerms


def counts(tell: EditionTeller, known: list[CategoryCount], *, led: str) -> Iterator[Sentence]:
    """Who has the best known category, the other categories, who had it before.

    ``led`` is what leads: ``sole`` where it tells that a single one has that category.
    """
    whole = tell.whole
    if not known:
        return
    best = known[0]
    if led == "known":
        for item in known:
            yield from _named(tell, item, told=True)
    else:
        if led != "sole":
            yield from _named(tell, best, told=led == "counts")
        yield from _others(tell, known)
    yield from own_word(tell)
    for facts in whole.noted if best.contested else ():
        yield from noted(tell, facts.category)
    untold = led not in ("moved", "sole") or not all_by_scale(tell)  # else it is, with who moved
    if untold:
        yield from _by_scale(tell)
    yield from _earlier(tell, best, moved_told=led in ("moved", "sole"))


def _named(tell: EditionTeller, best: CategoryCount, *, told: bool) -> Iterator[Sentence]:
    """Who has the best known category, as far as is known; before that how many, if not yet told."""
    count = best.count.known
    regions = tell.whole.by_category.get(best.category.index, ())
    named = tell.few(regions) if count.number > 1 or count.at_least else ()
    terms = CountTerms(tell, best, regions, named)
    all_named = len(named) == count.number and not count.at_least
    examples = len(named) < len(regions)
    if not told:
        named = tell.few(regions)
        terms = CountTerms(tell, best, regions, named)
        yield tell.say(
            "edition.count",
            terms,
            how_many=tell.part("part.how_many", terms, step=False, cautioned=False),
            named=bool(named),
            examples=len(named) < max(count.number, len(regions)),
        )
    elif named:
        yield tell.say("edition.names", terms, all_named=all_named, examples=examples)


def unaccounted(tell: EditionTeller, known: list[CategoryCount]) -> Iterator[Sentence]:
    """Whose names and whose categories are not known."""
    if not known:
        return
    best = known[0]
    count = best.count.known
    regions = tell.whole.by_category.get(best.category.index, ())
    if count.number > 1 and not count.at_least and not regions:
        yield tell.say("edition.names_unknown", CountTerms(tell, best))
    yield from _unaccounted(tell)
    yield from _disputed(tell)


def _disputed(tell: EditionTeller) -> Iterator[Sentence]:
    """Of whose category sources differ: they are in no count."""
    found = tell.whole.disputed
    if found:
        figures = [facts.category for facts in found]
        label, number = tell.label("disputed", year=tell.year), str(len(found))
        told = Evidence(label, number, places_of(*figures), sources_of(*figures), Rule.COUNTED)
        missing = MissingTerms(tell, found.regions, named_if_few(found), (told,))
        yield tell.say("edition.disputed", missing)


def _others(tell: EditionTeller, known: list[CategoryCount]) -> Iterator[Sentence]:
    """The other categories: by name where few and all are known, else by number."""
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
        regions if len(regions) == item.count.known.number <= 2 else ()
        for item, regions in zip(others, listed, strict=True)
    ]
    first_told = bool(known[0].count.known.number)
    yield tell.say(
        "edition.others",
        named=_category_parts(tell, others, named, opens=not first_told),
        counted=_category_parts(tell, others, [()] * len(others), opens=not first_told),
        more_named=first_told and not named[0],
        more_counted=first_told,
    )


def _category_parts(
    tell: EditionTeller,
    others: list[CategoryCount],
    named: Sequence[tuple[Region, ...]],
    *,
    opens: bool,
) -> Said:
    """``sedikitnya dua berkategori …`` for each; ``opens``: the first opens the sentence.

    Beside such a number, names alone would say that they are all.
    """
    mixed = not all(named)
    return joined(
        [
            tell.part(
                _rule(regions, opens and item is others[0], mixed and item.count.known.at_least),
                CountTerms(tell, item, regions, regions),
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


def _unaccounted(tell: EditionTeller) -> Iterator[Sentence]:
    """Participants whose category is not known: by name where it can only be these."""
    whole = tell.whole
    if not whole.unaccounted:
        yield from _unknown(tell)
        return
    if not whole.unaccounted.known:
        return
    withheld = [f for f in whole.order if f.category.why is Why.NOT_PUBLISHED]
    open_ = [f.region for f in whole.order if f.category.why is Why.UNKNOWN]
    known = [f.region for f in whole.unknown if f.participation is Participation.TOOK_PART]
    # Of those withheld all the others are, where the edition says so of all.
    left = whole.unaccounted.known - min(len(withheld), whole.unaccounted.known)
    certain = not tell.evaluation.group.partial
    if left:
        named = next((r for r in (open_, known) if len(r) == left <= LONGEST_LIST and certain), [])
        terms = UnaccountedTerms(tell, left, named)
        yield tell.say("edition.unaccounted", terms)
    if withheld:
        number = whole.unaccounted.known - left
        named = [f.region for f in withheld] if len(withheld) == number <= LONGEST_LIST else []
        yield tell.say("edition.withheld", WithheldTerms(tell, number, named, withheld))


def _unknown(tell: EditionTeller) -> Iterator[Sentence]:
    """Members of the group whose category is not known, where nobody told how many took part."""
    left = tell.whole.unknown
    if left and not tell.evaluation.group.partial:
        missing = MissingTerms(tell, left.regions, named_if_few(left), ())
        yield tell.say("edition.kept_unknown", missing)


def all_by_scale(tell: EditionTeller) -> bool:
    """Whether nobody decided any category, of this edition and of that since which some moved."""
    since = tell.whole.moves.year
    editions = (
        [tell.whole] if since is None else [tell.whole, tell.facts.evaluation(tell.earlier(since))]
    )
    return len(editions) == 2 and all(len(e.by_scale) == len(e.placed) for e in editions)


def _by_scale(tell: EditionTeller) -> Iterator[Sentence]:
    """Which categories this product computed: no decision names them."""
    placed, computed = tell.whole.placed, tell.whole.by_scale
    if computed:
        terms = ComputedTerms(tell, computed, named_if_few(computed))
        yield tell.say("edition.by_scale", terms, every=len(computed) == len(placed))


def only_result(tell: EditionTeller) -> Iterator[Sentence]:
    """The score of the one of whom alone a result is known, and what is noted of it."""
    facts = tell.whole.with_result[0]
    yield from noted(tell, facts.category)
    if facts.sure_score:
        yield tell.say("edition.only_score", FirstTerms(tell, facts))
    yield from noted(tell, facts.score)


def gaps(tell: EditionTeller, angle: str) -> Iterator[Sentence]:
    """What is missing where the lead is about one region or about ranks alone."""
    if angle == "only":
        yield tell.say("edition.others_unknown")
    if angle == "ranks":
        order = tell.whole.order
        if all(facts.category.why is Why.NOT_PUBLISHED for facts in order):
            yield tell.say("edition.ranks_only")
        left = [facts for facts in order if facts.rank.why is Why.NOT_PUBLISHED]
        if left:
            ranks = [facts.rank for facts in left]
            label = tell.label("unpublished", year=tell.year)
            facts = Evidence(
                label, str(len(left)), places_of(*ranks), sources_of(*ranks), Rule.COUNTED
            )
            missing = MissingTerms(tell, [f.region for f in left], named_if_few(left), (facts,))
            yield tell.say("edition.ranks_unpublished", missing)


def _earlier(tell: EditionTeller, best: CategoryCount, *, moved_told: bool) -> Iterator[Sentence]:
    """The same category in the edition a year before, where it was counted exactly; that it is by
    the scale, unless that was told with who moved since."""
    found = count_before(tell, best.category)
    if found is not None:
        previous, old, named = found
        terms = CountBeforeTerms(tell, old, named, previous)
        told = moved_told and tell.whole.moves.year == previous.year
        yield tell.say("edition.earlier", terms, untold=not told)


def activities(tell: EditionTeller) -> Iterator[Sentence]:
    """Steps of the cycle that belong to no single region, by date."""
    numbered = enumerate(tell.evaluation.settings.activities)
    for index, item in sorted(numbered, key=lambda a: a[1].date.first_day):
        places = (tell.evaluation.place("activities", index),)
        source = tell.evaluation.source(item.source)
        yield tell.say("edition.activity", ActivityTerms(tell, item, places, source))


def named_if_few(facts: Sequence[RegionFacts]) -> list[Region]:
    """The regions of some facts, where they are few enough to be named."""
    return [item.region for item in facts] if len(facts) <= LONGEST_LIST else []


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


def decisions(tell: EditionTeller) -> Iterator[Sentence]:
    """The decision behind the results, and what was corrected later, one act at a time."""
    evaluation = tell.evaluation
    decision = evaluation.settings.decision
    if decision is not None:
        yield tell.say("edition.decision", DecisionTerms(tell, evaluation, decision))
    regions = {region.id for region in evaluation.regions}
    found = [terms for terms in corrections_in(tell, evaluation) if terms.item.region in regions]
    for _, group in groupby(found, key=lambda t: (t.item.region, t.item.date, t.item.decision)):
        items = list(group)
        parts = [
            tell.part("part.corrected_from", terms, named=position == 0)
            for position, terms in enumerate(items)
        ]
        act = CorrectionsTerms(tell, items, evaluation)
        yield tell.say("edition.corrected", act, changed=joined(parts))
