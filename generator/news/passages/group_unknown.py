"""Whose name, category or rank is not known in the article of an edition, at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.facts.counts import CategoryCount
from generator.facts.model import Participation, Rule, Why
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.format import Region
from generator.news.evidence import Evidence, places_of
from generator.news.sentence import Sentence
from generator.news.tellers import LONGEST_LIST, EditionTeller, EvaluationTeller
from generator.news.terms.counts import CountTerms
from generator.news.terms.regions import (
    MissingTerms,
    UnaccountedTerms,
    WithheldTerms,
)


def named_if_few(facts: Sequence[RegionFacts]) -> list[Region]:
    """The regions of some facts, where they are few enough to be named."""
    return [item.region for item in facts] if len(facts) <= LONGEST_LIST else []


def ranks_withheld(tell: EvaluationTeller) -> MissingTerms | None:
    """Whose ranks a source says not to be published; None where there are none."""
    left = [facts for facts in tell.whole.order if facts.rank.why is Why.NOT_PUBLISHED]
    if not left:
        return None
    ranks = [facts.rank for facts in left]
    label = tell.label("unpublished", year=tell.year)
    facts = Evidence(label, str(len(left)), places_of(*ranks), sources_of(*ranks), Rule.COUNTED)
    regions = [item.region for item in left]
    return MissingTerms(tell, regions, named_if_few(left), (facts,), "not-published")


def gaps(tell: EditionTeller, angle: str) -> Iterator[Sentence]:
    """What is missing where the lead is about one region or about ranks alone."""
    if angle == "only":
        yield tell.say("edition.others_unknown")
    if angle == "ranks":
        order = tell.whole.order
        if all(facts.category.why is Why.NOT_PUBLISHED for facts in order):
            yield tell.say("edition.ranks_only")
        missing = ranks_withheld(tell)
        if missing is not None:
            yield tell.say("edition.ranks_unpublished", missing)
        elif not any(item.count for item in tell.whole.counts):
            yield from _ranks_unknown(tell)


def _ranks_unknown(tell: EditionTeller) -> Iterator[Sentence]:
    """Of whom nothing is known where ranks alone are, and not of all: nothing tells their category."""
    with_result = {facts.region.id for facts in tell.whole.with_result}
    left = [
        facts
        for facts in tell.whole.order
        if facts.region.id not in with_result and facts.category.why is Why.UNKNOWN
    ]
    if left and not tell.evaluation.group.partial:
        number = tell.number_fact("open_categories", len(left))
        regions = [facts.region for facts in left]
        missing = MissingTerms(tell, regions, named_if_few(left), (number,))
        yield tell.say("edition.ranks_unknown", missing)


def unaccounted(tell: EditionTeller, known: list[CategoryCount]) -> Iterator[Sentence]:
    """Whose names and whose categories are not known."""
    if not known:
        return
    best = known[0]
    count = best.count.known
    regions = tell.whole.by_category.get(best.category.index, ())
    nameless = count.number > 1 and not count.at_least and not regions
    left = list(_unaccounted_terms(tell))
    both = nameless and len(left) == 1 and not left[0].few and left[0].known_as == "unaccounted"
    if nameless:
        rest = tuple(left) if both else ()
        yield tell.say("edition.names_unknown", CountTerms(tell, best), *rest, rest=both)
    for terms in () if both else left:
        yield tell.say(_UNACCOUNTED[terms.known_as], terms)
    if not tell.whole.unaccounted:
        yield from _unknown(tell)
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


_UNACCOUNTED = {"unaccounted": "edition.unaccounted", "unpublished": "edition.withheld"}


def _unaccounted_terms(tell: EditionTeller) -> Iterator[UnaccountedTerms]:
    """Participants whose category is not known: by name where it can only be these."""
    whole = tell.whole
    if not whole.unaccounted or not whole.unaccounted.known:
        return
    withheld = [f for f in whole.order if f.category.why is Why.NOT_PUBLISHED]
    open_ = [f.region for f in whole.order if f.category.why is Why.UNKNOWN]
    known = [f.region for f in whole.unknown if f.participation is Participation.TOOK_PART]
    # Of those withheld all the others are, where the edition says so of all.
    left = whole.unaccounted.known - min(len(withheld), whole.unaccounted.known)
    certain = not tell.evaluation.group.partial
    if left:
        named = next((r for r in (open_, known) if len(r) == left <= LONGEST_LIST and certain), [])
        yield UnaccountedTerms(tell, left, named)
    if withheld:
        number = whole.unaccounted.known - left
        named = [f.region for f in withheld] if len(withheld) == number <= LONGEST_LIST else []
        yield WithheldTerms(tell, number, named, withheld)


def _unknown(tell: EditionTeller) -> Iterator[Sentence]:
    """Members of the group whose category is not known, where nobody told how many took part."""
    left = tell.whole.unknown
    if left and not tell.evaluation.group.partial:
        number = tell.number_fact("open_categories", len(left))
        missing = MissingTerms(tell, left.regions, named_if_few(left), (number,))
        yield tell.say("edition.kept_unknown", missing, counted=tell.whole.few_known)
