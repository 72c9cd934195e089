"""The article of an edition: one group in one year as a whole; its headline and lead."""

from __future__ import annotations

from generator import words
from generator.facts.model import CategoryCount, RegionFacts, Rule
from generator.news.edition_answers import questionnaire, stopped
from generator.news.edition_body import (
    EditionTeller,
    activities,
    changes,
    counts,
    decisions,
    gaps,
    participation,
    scores,
)
from generator.news.sentence import Article, Sentence


def write_edition(tell: EditionTeller) -> Article:
    """The article of a group's evaluation; raises Unproven as the article of a region does."""
    known = [item for item in tell.whole.counts if item.count]
    first = next((facts for facts in tell.whole.order if facts.rank), None)
    placed = [facts for facts in tell.whole.order if facts.has_result]
    announced = any(item.count.rule is Rule.PUBLISHED for item in known)
    if len(placed) == 1 and placed[0].category and not announced and not tell.whole.complete:
        headline, lead = _only_lead(tell, placed[0])
        angle, known = "only", []
    elif known:
        headline, lead = _count_lead(tell, known[0])
        angle = "counts"
    elif first is not None:
        angle = "ranks"
        headline, lead = _rank_lead(tell, first)
    else:
        angle = "unknown"
        published = "category" not in tell.evaluation.settings.not_published
        name = "none_known" if published else "none_published"
        name = name if tell.evaluation.announced else "not_announced"
        evidence = () if tell.evaluation.announced else (tell.awaited(),)
        values: dict[str, object] = {
            "group": tell.group,
            "year": tell.year,
            "scheduled": tell.scheduled,
        }
        headline = tell.headline(f"edition_headline.{name}", *evidence, **values)
        lead = tell.lead(f"edition_lead.{name}", *evidence, choices=tell.choices(values))
    dateline = tell.dateline()
    paragraphs = tuple(
        paragraph
        for paragraph in (
            (*counts(tell, known), *stopped(tell), *gaps(tell, angle)),
            tuple(scores(tell)),
            tuple(changes(tell)),
            tuple(questionnaire(tell)),
            (*participation(tell), *activities(tell)),
            tuple(decisions(tell)),
        )
        if paragraph
    )
    tell.check()
    return Article(angle, headline, dateline, lead, paragraphs)


def _count_lead(tell: EditionTeller, item: CategoryCount) -> tuple[Sentence, Sentence]:
    count = item.count.known
    evidence = [tell.whole_figure("count", item.count, category=item.category.name)]
    if tell.whole.participants:
        evidence.append(tell.participants())
    named = tell.whole.by_category.get(item.category.index, ())
    only = named[0] if len(named) == count.number == 1 and not count.at_least else None
    if only is not None:
        evidence.append(tell.region(only))
    values: dict[str, object] = {
        "only": tell.names.short(only) if only else "",
        "only_full": only.name if only else "",
        "group": tell.group,
        "year": tell.year,
        "number": count.number,
        "at_least": count.at_least,
        "total": tell.whole.participants.value,
        "category": item.category.name,
        "contested": item.contested,
        "all_by_scale": bool(named)
        and all(
            facts.category.rule is Rule.BY_SCALE
            for facts in tell.whole.order
            if facts.category and facts.category.known.index == item.category.index
        ),
    }
    return (
        tell.headline("edition_headline.counts", *evidence, **values),
        tell.lead("edition_lead.counts", *evidence, choices=tell.choices(values)),
    )


def _only_lead(tell: EditionTeller, facts: RegionFacts) -> tuple[Sentence, Sentence]:
    """For an edition of which one region's result is known: it stands for nobody else."""
    evidence = [tell.whole_figure("category", facts.category), tell.region(facts.region)]
    values: dict[str, object] = {
        "year": tell.year,
        "group": tell.group,
        "full": facts.region.name,
        "short": tell.names.short(facts.region),
        "category": facts.category.known.name,
    }
    return (
        tell.headline("edition_headline.only", *evidence, **values),
        tell.lead("edition_lead.only", *evidence, choices=tell.choices(values)),
    )


def _rank_lead(tell: EditionTeller, first: RegionFacts) -> tuple[Sentence, Sentence]:
    place = first.rank.known
    evidence = [tell.whole_figure("rank", first.rank), tell.region(first.region)]
    values: dict[str, object] = {
        "group": tell.group,
        "year": tell.year,
        "full": first.region.name,
        "short": tell.names.short(first.region),
        "rank": words.digits(place.place),
        "of": words.digits(place.of) if place.of else "",
    }
    return (
        tell.headline("edition_headline.ranks", *evidence, **values),
        tell.lead("edition_lead.ranks", *evidence, choices=tell.choices(values)),
    )
