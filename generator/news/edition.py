"""The article of an edition: one group in one year as a whole; its headline and lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.facts.counts import CategoryCount
from generator.facts.model import Rule, Why
from generator.facts.region import RegionFacts
from generator.news.passages.cautions import bounds_of_group
from generator.news.passages.group import (
    computed_here,
    corrections,
    counts,
    only_result,
    participation,
)
from generator.news.passages.group_answers import questionnaire, stopped
from generator.news.passages.group_division import UNDIVIDED, division, told_in
from generator.news.passages.group_lead import largest_change, leading_movers, named_best, sole
from generator.news.passages.group_lost import lost
from generator.news.passages.group_moves import changes
from generator.news.passages.group_scores import scored_by_name, scores
from generator.news.passages.group_unknown import gaps, unaccounted
from generator.news.passages.objections import objections
from generator.news.passages.own_word import of_group as own_word
from generator.news.passages.said import corrections_in, since_announced
from generator.news.passages.sources import of_group
from generator.news.sentence import Article, Paragraph, without_repeats
from generator.news.slots import Terms
from generator.news.tellers import EditionTeller
from generator.news.terms.counts import CountTerms
from generator.news.terms.known import KnownTerms
from generator.news.terms.leading import LeadingTerms
from generator.news.terms.moves import ExtremesTerms
from generator.news.terms.places import AverageTerms, FirstTerms, ScoredTerms

SHORT = 3
"""Sentences of a paragraph that one more may join."""


def write_edition(tell: EditionTeller) -> Article:
    """The article of a group's evaluation."""
    known = [item for item in tell.whole.counts if item.count]
    angle, rule, terms = _leading(tell, known)
    headline = tell.headline(f"edition_headline.{rule}", *terms)
    own = {region.id for region in tell.evaluation.regions}
    found = (t for t in corrections_in(tell, tell.evaluation) if t.item.region in own)
    dateline = tell.dateline(*since_announced(tell, found), computed=computed_here(tell))
    # The line above it has the date.
    # The lead that all share for long names says that results are known.
    shared = angle != "unknown"
    more = len(tell.whole.with_result) > len(named_best(tell, known))
    parts = division(tell, known) if angle == "counts" else UNDIVIDED
    (choice,) = tell.choices(dated=False, of_more=more)
    choices = [{**choice, **parts}, {**choice, **UNDIVIDED}]
    lead = tell.lead(f"edition_lead.{rule}", choices, *terms, shared=shared)
    divided = told_in(lead, parts)
    paragraphs = tuple(without_repeats(_gathered(_body(tell, angle, known, divided)), lead))
    paragraphs = bounds_of_group(tell, headline, lead, paragraphs)
    return Article(angle, headline, dateline, lead, paragraphs)


def _leading(tell: EditionTeller, known: list[CategoryCount]) -> tuple[str, str, tuple[Terms, ...]]:
    """What leads, under which key its sentences stand, and in which terms they speak."""
    first = next(iter(tell.whole.ranked), None)
    placed = tell.whole.with_result
    announced = any(item.count.rule is Rule.PUBLISHED for item in known)
    if (
        len(placed) == 1
        and placed[0].category.settled
        and not (announced or tell.whole.complete)
        and _merely_unknown(facts for facts in tell.whole.order if facts != placed[0])
    ):
        # It stands for nobody else.
        return "only", "only", (FirstTerms(tell, placed[0]),)
    movers = leading_movers(tell, known)
    alone = _alone(tell, movers, known)
    gone = None if movers and alone else lost(tell)
    if gone is not None:
        return "lost", "lost", (gone[0],)
    if movers:
        count = known[0] if alone else None
        return "moved", "moved", (LeadingTerms(tell, movers, count),)
    changed = largest_change(tell, known)
    if changed:
        return "points", "points", (ExtremesTerms(tell, changed, changed),)
    few, named = tell.whole.few_known, named_best(tell, known)
    if few and first is not None and first.rank.known.place == 1 and not first.tied:
        return "ranks", "ranks", (FirstTerms(tell, first),)
    if len(named) == 1:
        (only,) = (facts for facts in placed if facts.region in named)
        return "named", "named_one", (FirstTerms(tell, only), KnownTerms(tell))
    if named:
        scored = scored_by_name(tell, named)
        best = CountTerms(tell, known[0], named, named, scored=scored)
        return "named", "named", (best, KnownTerms(tell))
    if few:
        return "known", "known", (KnownTerms(tell),)
    if known:
        regions = tell.whole.by_category.get(known[0].category.index, ())
        return "counts", "counts", (CountTerms(tell, known[0], regions),)
    if first is not None:
        return "ranks", "ranks", (FirstTerms(tell, first),)
    if tell.whole.scored and not tell.evaluation.measure.categories:
        if tell.whole.mean and tell.whole.mean.known.n > 1:
            return "averages", "averages", (AverageTerms(tell),)
        return "scores", "scores", (ScoredTerms(tell),)
    return "unknown", _without_result(tell), ()


def _alone(
    tell: EditionTeller, movers: Sequence[RegionFacts], known: Sequence[CategoryCount]
) -> bool:
    """Whether it is one alone who rose to the best category."""
    if not movers:
        return False
    risen = all(facts.region.id in {f.region.id for f in tell.whole.rose} for facts in movers)
    return risen and [facts.region.id for facts in movers] == [sole(tell, known)]


def _without_result(tell: EditionTeller) -> str:
    """Why no category is known, of those who can have one: neither out nor stopped."""
    out = tell.evaluation.out
    whys = {f.category.why for f in tell.whole.order if f.region.id not in out} - {Why.STOPPED}
    if whys == {Why.NOT_PUBLISHED} or "category" in tell.evaluation.settings.not_published:
        return "none_published"
    if not whys and not tell.evaluation.group.partial:
        return "none"
    return "none_known" if tell.evaluation.announced else "not_announced"


def _merely_unknown(left: Iterable[RegionFacts]) -> bool:
    """Whether the results of some are unknown, and nobody's is withheld."""
    whys = {facts.category.why for facts in left}
    return Why.NOT_PUBLISHED not in whys and bool(whys & {Why.UNKNOWN, Why.NO_CATEGORIES})


def _gathered(parts: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """A single sentence joins what was said before it, if that is short; not what is unknown, which
    comes last."""
    *said, unknown = [tuple(part) for part in parts]
    found: list[Paragraph] = []
    for part in filter(None, said):
        if (found and len(part) == 1 and len(found[-1]) < SHORT) or (found and len(found[-1]) == 1):
            found[-1] += part
        else:
            found.append(part)
    yield from found
    yield unknown


def _body(
    tell: EditionTeller, angle: str, known: list[CategoryCount], divided: frozenset[str]
) -> Iterator[Paragraph]:
    told = [] if angle == "only" else known
    leading: Sequence[RegionFacts] = leading_movers(tell, known) if angle == "moved" else ()
    gone = lost(tell) if angle == "lost" else None
    if angle in ("moved", "points", "lost"):
        fallen = gone[1] if gone else ()
        yield tuple(changes(tell, leading, points_told=angle == "points", told=fallen))
    if angle == "only":
        yield tuple(only_result(tell))
    alone = _alone(tell, leading, known)
    if not told:
        yield tuple(own_word(tell))
    led = "sole" if alone else "few" if tell.whole.few_known and angle == "ranks" else angle
    yield (*counts(tell, told, led=led, leading=leading, divided=divided), *stopped(tell))
    yield tuple(scores(tell, angle))
    if angle not in ("moved", "points", "lost"):
        yield tuple(changes(tell))
    yield tuple(questionnaire(tell))
    yield tuple(participation(tell))
    yield tuple(objections(tell))
    yield tuple(corrections(tell))
    # What is not known, once, at the end.
    yield (*unaccounted(tell, told), *gaps(tell, angle), *of_group(tell))
