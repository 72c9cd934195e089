"""All figures of one region in one evaluation: its own, and against its earlier editions."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from generator.evaluation.model import Evaluation
from generator.evaluation.rounding import gap_to_next, nearest_bound
from generator.facts import peers, published
from generator.facts.compare import History, compare_categories, compare_places, compare_points
from generator.facts.model import (
    Category,
    CategoryChange,
    Fact,
    Gap,
    Held,
    NearBound,
    Outcome,
    Participation,
    PlaceChange,
    PointChange,
    Rank,
    RegionFacts,
    Rule,
    TargetOutcome,
    Why,
    missing,
)
from generator.format import Region
from generator.format.problems import Place


def region_facts(region: Region, evaluation: Evaluation, history: History) -> RegionFacts:
    """Every figure of a region in an evaluation, each with its value or its reason."""
    id_ = region.id
    score = published.score(evaluation, id_)
    by_scale = published.category_by_scale(evaluation, score)
    category = published.category(evaluation, id_, by_scale)
    rank = peers.rank(evaluation, id_, history.peers(evaluation))
    took_part, absent = _participation_before(evaluation, id_, history)
    return RegionFacts(
        region=region,
        year=evaluation.year,
        group=evaluation.group.id,
        participation=published.participation(evaluation, id_),
        score=score,
        category=category,
        by_scale=by_scale,
        rank=rank,
        points=_points(score, evaluation, id_, history),
        places=_places(rank, evaluation, id_, history),
        categories=_categories(category, evaluation, id_, history),
        gap=_gap(score, evaluation),
        near_bound=_near_bound(score, evaluation),
        held=_held(category, evaluation, id_, history),
        target=_target(score, category, evaluation, id_),
        absent_before=absent,
        took_part_before=took_part,
        indicators=published.part_scores(evaluation, id_, "indicators"),
        stage_scores=published.part_scores(evaluation, id_, "stage_scores"),
    )


def _points(
    score: Fact[Decimal], evaluation: Evaluation, region: str, history: History
) -> Fact[PointChange]:
    """Points against the latest earlier edition with a score that compares."""
    if score.value is None:
        return Fact(None, score.why, Rule.DIFFERENCE, score.places)
    found = history.latest(evaluation, region, lambda facts: facts.score, compare_points)
    if isinstance(found, Why):
        return missing(found, Rule.DIFFERENCE)
    other, before = found
    change = PointChange(score.value - before.known, other.year, before)
    return Fact(change, None, Rule.DIFFERENCE, (*score.places, *before.places))


def _places(
    rank: Fact[Rank], evaluation: Evaluation, region: str, history: History
) -> Fact[PlaceChange]:
    """Places against the latest earlier edition with a rank, computed or published."""
    if rank.value is None:
        return Fact(None, rank.why, Rule.DIFFERENCE, rank.places)
    found = history.latest(evaluation, region, lambda facts: facts.rank, compare_places)
    if isinstance(found, Why):
        return missing(found, Rule.DIFFERENCE)
    other, before = found
    change = PlaceChange(before.known.place - rank.value.place, other.year, before)
    return Fact(
        change, None, Rule.DIFFERENCE, (*rank.places, *before.places), note=before.note or rank.note
    )


def _categories(
    category: Fact[Category], evaluation: Evaluation, region: str, history: History
) -> Fact[CategoryChange]:
    """Categories against the latest earlier edition with a category that compares."""
    if category.value is None:
        return Fact(None, category.why, Rule.DIFFERENCE, category.places)
    found = history.latest(evaluation, region, lambda facts: facts.category, compare_categories)
    if isinstance(found, Why):
        return missing(found, Rule.DIFFERENCE)
    other, before = found
    steps = before.known.index - category.value.index
    change = CategoryChange(steps, other.year, before)
    return Fact(change, None, Rule.DIFFERENCE, (*category.places, *before.places))


def _gap(score: Fact[Decimal], evaluation: Evaluation) -> Fact[Gap]:
    """Points to the next category by the scale of the edition."""
    if score.value is None:
        return Fact(None, score.why, Rule.GAP, score.places)
    scale, minima = evaluation.scale, published.bounds(evaluation.scale)
    if scale is None:
        return missing(Why.NO_SCALE, Rule.GAP)
    if minima is None:
        return missing(Why.NO_BOUNDS, Rule.GAP, (evaluation.place("scale"),))
    points = gap_to_next(score.value, minima)
    if points is None:
        return missing(Why.TOP_CATEGORY, Rule.GAP)
    index = next(i for i, minimum in enumerate(minima) if minimum == score.value + points)
    return Fact(
        Gap(points, scale.categories[index].name, minima[index]),
        None,
        Rule.GAP,
        (*score.places, evaluation.place("scale", "categories", index)),
    )


def _near_bound(score: Fact[Decimal], evaluation: Evaluation) -> Fact[NearBound]:
    """The lower bound of a category within half a point of the score, if there is one."""
    if score.value is None:
        return Fact(None, score.why, Rule.GAP, score.places)
    scale, minima = evaluation.scale, published.bounds(evaluation.scale)
    if scale is None or minima is None:
        return missing(Why.NO_SCALE if scale is None else Why.NO_BOUNDS, Rule.GAP)
    index = nearest_bound(score.value, minima)
    if index is None:
        return missing(Why.NOT_NEAR, Rule.GAP)
    near = NearBound(score.value - minima[index], scale.categories[index].name, minima[index])
    place = evaluation.place("scale", "categories", index)
    return Fact(near, None, Rule.GAP, (*score.places, place))


def _held(
    category: Fact[Category], evaluation: Evaluation, region: str, history: History
) -> Fact[Held]:
    """Editions in a row with this category, this one included, as far back as is known."""
    if category.value is None:
        return Fact(None, category.why, Rule.HELD, category.places)
    earlier: list[Fact[Category]] = []
    since = evaluation.year
    for other in history.before(evaluation):
        before = history.regions(other)[region].category
        if not compare_categories(evaluation, other) or before.value != category.value:
            break
        earlier.append(before)
        since = other.year
    held = Held(len(earlier) + 1, since, tuple(earlier))
    return Fact(held, None, Rule.HELD, category.places)


def _target(
    score: Fact[Decimal], category: Fact[Category], evaluation: Evaluation, region: str
) -> Fact[TargetOutcome]:
    """A target against the result: at least a category of the scale, or at least a score."""
    file = evaluation.results.get(region)
    if file is None or file.result.target is None:
        return missing(Why.NO_TARGET, Rule.TARGET)
    target = file.result.target
    places: tuple[Place, ...] = (file.document.at(("target",)),)
    source = evaluation.source(target.source, region)
    outcome: Outcome | None = None
    wanted = published.named_category(evaluation.scale, target.at_least)
    if wanted is not None:
        if category.value is not None:
            outcome = _outcome(wanted.index - category.value.index)
            places = (*places, *category.places)
    elif score.value is not None:
        try:
            outcome = _outcome(_sign(score.value - Decimal(target.at_least)))
        except InvalidOperation:  # checked when the data were read
            outcome = None
        places = (*places, *score.places)
    return Fact(TargetOutcome(target, outcome), None, Rule.TARGET, places, source)


def _sign(value: Decimal) -> int:
    return (value > 0) - (value < 0)


def _outcome(above: int) -> Outcome:
    return Outcome.EXCEEDED if above > 0 else Outcome.MISSED if above < 0 else Outcome.MET


def _participation_before(
    evaluation: Evaluation, region: str, history: History
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Earlier years in which it took part, and the run of absences right before this edition."""
    took_part: list[int] = []
    absent: list[int] = []
    running = True
    for other in history.before(evaluation):
        state = history.regions(other)[region].participation
        if running and state is Participation.ABSENT:
            absent.append(other.year)
        else:
            running = False
        if state is Participation.TOOK_PART:
            took_part.append(other.year)
    return tuple(took_part), tuple(absent)
