"""The article of one region in one year: headline, date line, lead, body.

What everybody needs comes first; then what is unusual among the peers, the rarest first; then the
background. Every sentence is proven when it is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator import words
from generator.facts.model import Rule
from generator.news import answers, background, pinned, records
from generator.news.angles import NOTICES, Angle, Case
from generator.news.evidence import Evidence
from generator.news.sentence import Article, Paragraph, Sentence
from generator.news.teller import RegionTeller


def write(
    tell: RegionTeller, case: Case, angles: tuple[Angle, ...], rarity: Mapping[str, int]
) -> Article:
    """The article (or notice) of a case. ``rarity``: how many of the group each angle holds for.

    Raises Unproven if a sentence claims what none of its facts says.
    """
    first = angles[0]
    tell.angle = first.name
    evidence = _evidence(tell, case, first)
    values = _values(tell, case)
    headline = tell.headline(f"headline.{first.name}", *evidence, **values)
    lead = tell.lead(f"lead.{first.name}", *evidence, choices=_choices(tell, values))
    notice = first.name in NOTICES
    parts = _notice(tell) if notice else _body(tell, case, angles, rarity, values)
    paragraphs = tuple(_without_repeats(parts, lead))
    # Over a notice the date would say that this region's result was announced.
    by_site = (case.mine.category.rule, case.mine.score.rule) == (Rule.BY_SCALE, Rule.BY_INSTRUMENT)
    dateline = None if notice else tell.dateline(computed=by_site and bool(case.mine.category))
    tell.check()
    return Article(first.name, headline, dateline, lead, paragraphs, notice)


def _without_repeats(parts: Iterable[Paragraph], lead: Sentence) -> Iterator[Paragraph]:
    """The paragraphs that say something: what the data record twice is said once."""
    said = {lead.text}
    for part in parts:
        kept = []
        for sentence in part:
            if sentence.text not in said:
                said.add(sentence.text)
                kept.append(sentence)
        if kept:
            yield tuple(kept)


def _notice(tell: RegionTeller) -> Iterator[Paragraph]:
    yield (*pinned.category(tell), *background.before(tell))
    yield tuple(background.target(tell))
    yield from background.activities(tell)
    yield tuple(background.responses(tell))


def _body(
    tell: RegionTeller,
    case: Case,
    angles: tuple[Angle, ...],
    rarity: Mapping[str, int],
    values: dict[str, Any],
) -> Iterator[Paragraph]:
    if tell.angle == "corrected":
        yield _paragraph(tell, background.corrections(tell, case))
    yield from _joined(
        _paragraph(tell, pinned.category(tell)),
        _paragraph(tell, _figures(tell, case)),
    )
    yield _paragraph(tell, _unusual(tell, case, angles, rarity, values))
    yield _paragraph(tell, answers.told(tell))
    yield _paragraph(tell, answers.obstacles(tell))
    yield _paragraph(tell, answers.computed(tell))
    yield _paragraph(tell, background.before(tell))
    if tell.angle != "corrected":
        yield _paragraph(tell, background.corrections(tell, case))
    yield _paragraph(tell, answers.objections(tell))
    yield _paragraph(tell, background.target(tell))
    yield from background.activities(tell)
    yield _paragraph(tell, background.responses(tell))


def _paragraph(tell: RegionTeller, sentences: Iterator[Sentence]) -> Paragraph:
    """The sentences, none of which is said before it is taken: the paragraph begins first."""
    tell.new_paragraph()
    return tuple(sentences)


def _joined(first: Paragraph, second: Paragraph) -> Iterator[Paragraph]:
    """Two paragraphs, or one where the second is a single sentence."""
    if len(second) == 1:
        yield first + second
    else:
        yield first
        yield second


def _figures(tell: RegionTeller, case: Case) -> Iterator[Sentence]:
    if tell.angle in ("absent", "absent_again", "not_assessed"):
        yield from background.absence(tell)
    else:
        yield from pinned.score(tell, case)
        yield from pinned.rank(tell, case)
        yield from pinned.corrected_before(tell)


def _unusual(
    tell: RegionTeller,
    case: Case,
    angles: tuple[Angle, ...],
    rarity: Mapping[str, int],
    values: dict[str, Any],
) -> Iterator[Sentence]:
    """What the other angles that hold have to say, the rarest among the peers first."""
    others: list[Angle] = []
    category_told = angles[0].name in _CATEGORY or (
        angles[0].name == "moved_apart" and values["same"]
    )
    for angle in angles[1:]:
        if angle.name in _CATEGORY and category_told:
            continue
        category_told = category_told or angle.name in _CATEGORY
        if tell.phrases.variants(f"told.{angle.name}"):
            others.append(angle)
    for angle in sorted(others, key=lambda a: rarity.get(a.name, 0)):
        told = {**values, "short": tell.name()}
        yield tell.say(f"told.{angle.name}", *_evidence(tell, case, angle), **told)


_CATEGORY = frozenset({"rose_several", "rose_to_top", "rose", "fell", "held", "stayed"})
"""Angles that are one fact, what became of the category: it is told once."""


def _evidence(tell: RegionTeller, case: Case, angle: Angle) -> list[Evidence]:
    return [item for name in angle.facts for item in records.named(tell, case, name)]


def _choices(tell: RegionTeller, values: dict[str, Any]) -> list[dict[str, Any]]:
    # A tie that came about by a later correction was not announced on that day.
    late = tell.angle == "tied" and bool(records.corrected_peers(tell))
    return tell.choices(values, dated=tell.angle not in NOTICES and not late)


def _values(tell: RegionTeller, case: Case) -> dict[str, Any]:
    """Everything that a headline, a lead or a told angle may say, in words; "" if not known."""
    mine = case.mine
    steps, points, places = mine.categories.value, mine.points.value, mine.places.value
    rank, near, target = mine.rank.value, mine.near_bound.value, mine.target.value
    correction = case.corrections[0] if case.corrections else None
    tied = [tell.names.short(region) for region in mine.some_tied(records.MOST_TIED)]
    publisher, stage = records.absence_publisher(tell), records.stopped_stage(tell)
    return {
        "short": tell.short,
        "full": mine.region.name,
        # A headline has no room for the province that an agency belongs to.
        "titled": mine.region.name.partition(" Provinsi ")[0],
        "year": tell.year,
        "group": tell.group,
        "category": mine.category.value.name if mine.category.value else "",
        "placed": tell.common_part("part.placed", contested=case.contested),
        "by_scale": tell.common_part("part.by_scale")
        if mine.category.rule is Rule.BY_SCALE
        else "",
        "according_to": publisher,
        "contested": case.contested,
        "rounded": case.rounded,
        "score_target": bool(target and target.target.at_least[:1].isdigit()),
        "stage": stage.name if stage else "",
        "score": words.decimal(mine.score.value) if mine.score.value is not None else "",
        "rank": words.digits(rank.place) if rank else "",
        "of": words.digits(rank.of) if rank and rank.of else "",
        "steps": abs(steps.steps) if steps else 0,
        "same": bool(steps) and case.steps == 0,
        "before": steps.before.name if steps else "",
        "before_year": steps.year if steps else "",
        "gap_years": bool(steps and steps.year != tell.year - 1),
        "points": words.decimal(abs(points.points)) if points else "",
        "points_year": points.year if points else "",
        "points_rose": bool(points and points.points > 0),
        "places_rose": bool(places and places.places > 0),
        "places_agreed": bool(places and places.agreed and places.places and not mine.rank.note),
        "compared": case.whole.compared,
        "only_fall": case.whole.only_fall,
        "tied": tied if mine.tied <= records.MOST_TIED else [],
        "many_tied": mine.tied,
        "distance": words.decimal(abs(near.distance)) if near else "",
        "above": bool(near and near.distance >= 0),
        "bound_category": near.category if near else "",
        "editions": mine.held.value.editions if mine.held.value else 1,
        "since": mine.held.value.since if mine.held.value else "",
        "title": case.distinction.title if case.distinction else "",
        "field": tell.part("part.field", name=correction.field) if correction else "",
        "corrected": records.shown(correction.field, correction.to) if correction else "",
        "evaluation": "",
        "scheduled": tell.scheduled,
    }
