"""The figures of one region in one evaluation that need no other edition: what was published,
and what the scale and the peers of the same edition make of it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from generator.evaluation.model import Evaluation, ResultFile, is_contested
from generator.evaluation.requirements import categories_of
from generator.evaluation.rounding import (
    as_printed,
    round_fraction,
    round_half_up,
)
from generator.facts.model import (
    Category,
    Fact,
    OtherValue,
    Participation,
    Rule,
    Why,
    missing,
)
from generator.format import Figure, Indicator, Objection, Question, Requirement, Scale, Source
from generator.format.problems import Place

T = TypeVar("T")
U = TypeVar("U")


def participation(evaluation: Evaluation, region: str) -> Participation:
    """Out if the edition lists it so; took part if it is named or has any result figure."""
    if region in evaluation.out:
        return Participation(evaluation.out[region][0].replace("_", "-"))
    if region in evaluation.names:
        return Participation.TOOK_PART
    if has_part(evaluation, region):
        return Participation.TOOK_PART
    took_part = evaluation.settings.participants.took_part
    if took_part is not None and took_part.value is not None and not is_contested(took_part):
        # A number that nobody is known to have said proves of no single one that it took part.
        unsure = (
            took_part.unsourced or evaluation.group.partial or evaluation.out_by("not_assessed")
        )
        if not unsure and took_part.value >= len(evaluation.regions) - len(evaluation.out):
            return Participation.TOOK_PART  # everyone else of the group did
    return Participation.UNKNOWN


def has_part(evaluation: Evaluation, region: str) -> bool:
    """Whether a part of a result is there: a figure with a value, or what a figure is computed from.

    A file may also hold nothing but statements, or that figures are not published.
    """
    file = evaluation.results.get(region)
    if file is None:
        return False
    result = file.result
    figures: tuple[Figure[Any] | None, ...] = (result.score, result.category, result.rank)
    return bool(result.indicators or result.stage_scores or result.answers) or any(
        figure is not None and figure.value is not None for figure in figures
    )


def why_missing(evaluation: Evaluation, region: str, name: str) -> tuple[Why, tuple[Place, ...]]:
    """The reason why a result figure has no value, and where the data say so."""
    if region in evaluation.out:
        name = evaluation.out[region][0]
        return Why(name.replace("_", "-")), (evaluation.place_of_listed(name, region),)
    file = evaluation.results.get(region)
    figure: Figure[object] | None = getattr(file.result, name) if file else None
    if file is not None and figure is not None and figure.not_published:
        return Why.NOT_PUBLISHED, (file.document.at((name,)),)
    if name in evaluation.settings.not_published and _spoken_of(evaluation, region):
        return Why.NOT_PUBLISHED, (evaluation.place("not_published"),)
    if not evaluation.announced:
        return Why.NOT_ANNOUNCED, (evaluation.place("published"),)
    return Why.UNKNOWN, ()


def _spoken_of(evaluation: Evaluation, region: str) -> bool:
    """Whether what an edition says of its results is said of a region too: it took part, or its own
    file says that one of its figures is not published. Before results are announced, that nothing
    will be published is said of all."""
    if not evaluation.announced or participation(evaluation, region) is Participation.TOOK_PART:
        return True
    file = evaluation.results.get(region)
    figures = (file.result.score, file.result.category, file.result.rank) if file else ()
    return any(figure is not None and figure.not_published for figure in figures)


def published(
    evaluation: Evaluation,
    region: str,
    name: str,
    convert: Callable[[T], U | None],
) -> Fact[U]:
    """A figure of a result file as it was published, or why there is none.

    ``convert`` turns the YAML value into the fact's value (rounding, category of the scale).
    """
    file = evaluation.results.get(region)
    figure: Figure[T] | None = getattr(file.result, name) if file else None
    value = convert(figure.value) if figure is not None and figure.value is not None else None
    if file is None or figure is None or value is None:
        return _missing(evaluation, region, name, figure)
    others = []
    for other in figure.others:
        converted = convert(other.value)
        if converted is not None:
            others.append(OtherValue(converted, evaluation.source(other.source, region)))
    return Fact(
        value,
        None,
        Rule.PUBLISHED,
        (file.document.at((name, "value")),),
        evaluation.source_of(figure, region),
        figure.note,
        tuple(others),
        _is_exact(figure),
    )


def _missing(evaluation: Evaluation, region: str, name: str, figure: Figure[T] | None) -> Fact[U]:
    """Why a figure has no value; what is said of its silence, and by whom, is told all the same."""
    why, places = why_missing(evaluation, region, name)
    id_ = figure.source if figure is not None else None
    if why is Why.NOT_PUBLISHED:  # that is a word of a source as much as a figure is
        id_ = id_ or evaluation.settings.source
    source, note = evaluation.source(id_, region), figure.note if figure is not None else None
    if source is None and not note:
        return missing(why, Rule.PUBLISHED, places)
    return Fact(None, why, Rule.PUBLISHED, places, source, note)


def score(evaluation: Evaluation, region: str) -> Fact[Decimal]:
    """The published score as it was printed, with at most the scale's decimals; else the computed
    one, with all of them."""
    places = evaluation.decimals

    def rounded(value: Decimal) -> Decimal | None:
        return as_printed(value, places)

    told = published(evaluation, region, "score", rounded)
    file = evaluation.results.get(region)
    open_ = told.why in (Why.UNKNOWN, Why.NOT_PUBLISHED)  # what nobody announced can be computed
    if told or not open_ or file is None or file.scores is None:
        return told
    if file.computed is not None:
        return Fact(
            file.computed,
            None,
            Rule.BY_INSTRUMENT,
            inputs(file),
            basis=whose_inputs(evaluation, file),
        )
    if file.scores.stopped is not None:
        basis = whose_inputs(evaluation, file)
        return Fact(None, Why.STOPPED, Rule.BY_INSTRUMENT, inputs(file), basis=basis)
    return told


def sure_score(evaluation: Evaluation, file: ResultFile) -> bool:
    """Whether a score that is known may stand in a ranking or an average.

    Not one that its source gives inexactly, of which others are published, or that contradicts the
    published category by the scale.
    """
    figure, category_ = file.result.score, file.result.category
    if figure is not None and (not _is_exact(figure) or _disputed(figure)):
        return False
    scale = evaluation.scale
    minima = scale.minima if scale else None
    if file.score is None or scale is None or minima is None:
        return True
    if category_ is None or category_.value is None:
        return True
    rounded = round_half_up(file.score, evaluation.decimals)
    possible = categories_of(evaluation, file, rounded)
    return category_.value in [scale.categories[index].name for index in possible]


def _is_exact(figure: Figure[Any]) -> bool:
    exact: bool = getattr(figure, "exact", True)  # those that are no Amount are exact
    return exact


def _disputed(figure: Figure[Any]) -> bool:
    return any(other.value != figure.value for other in figure.others)


def objected(evaluation: Evaluation, item: Objection) -> tuple[Question | None, Indicator | None]:
    """The question or indicator of the instrument that an objection names, if it names one."""
    instrument = evaluation.instrument
    if instrument is None:
        return None, None
    return instrument.question(item.question), instrument.indicator(item.indicator)


def inputs(file: ResultFile) -> tuple[Place, ...]:
    """Where the scores and answers stand from which a score was computed."""
    result = file.result
    names = ("stage_scores", "indicators", "answers")
    return tuple(file.document.at((name,)) for name in names if getattr(result, name))


def whose_inputs(evaluation: Evaluation, file: ResultFile) -> tuple[Source, ...]:
    """Whose word the scores and answers are from which a score was computed."""
    result, usual = file.result, evaluation.settings.source
    parts = (*result.stage_scores.values(), *result.indicators.values())
    found = [evaluation.source_of(figure, result.region) for figure in parts]
    found += [evaluation.source(usual, result.region)] if result.answers else []
    return tuple(dict.fromkeys(source for source in found if source is not None))


def named_category(scale: Scale | None, name: str) -> Category | None:
    """A category of the scale by its name."""
    steps = scale.categories if scale else ()
    for index, step in enumerate(steps):
        if step.name == name:
            return Category(name, index, len(steps), step.color)
    return None


def category_by_scale(evaluation: Evaluation, region: str, score: Fact[Decimal]) -> Fact[Category]:
    """The category that the scale gives to a rounded score (design, rules of computation).

    The best one whose minimum and requirements hold. Where it is not known whether those of a
    better one do, nothing is concluded.
    """
    scale = evaluation.scale
    if not score or score.value is None:
        return Fact(None, score.why, Rule.BY_SCALE, score.places)
    if not evaluation.measure.categories:
        return missing(Why.NO_CATEGORIES, Rule.BY_SCALE)
    if scale is None:
        return missing(Why.NO_SCALE, Rule.BY_SCALE)
    minima = scale.minima
    if minima is None:
        return missing(Why.NO_BOUNDS, Rule.BY_SCALE, (evaluation.place("scale"),))
    file = evaluation.results[region]
    possible = categories_of(evaluation, file, score.value)
    index = possible[0]
    asked = tuple(
        place
        for number, step in enumerate(scale.categories[: index + 1])
        if score.value >= minima[number]
        for item in step.requires
        for place in places_required(evaluation, file, number, item)
    )
    if not score.exact or any(
        categories_of(evaluation, file, other.value) != possible for other in score.others
    ):
        return missing(Why.UNSURE, Rule.BY_SCALE, score.places)
    if len(possible) > 1:
        return Fact(None, Why.UNKNOWN, Rule.BY_SCALE, (*score.places, *asked))
    step, told = scale.categories[index], evaluation.source(scale.source)
    return Fact(
        Category(step.name, index, len(scale.categories), step.color),
        None,
        Rule.BY_SCALE,
        (*score.places, evaluation.place("scale", "categories", index), *asked),
        basis=tuple(dict.fromkeys(filter(None, (score.source, *score.basis, told)))),
    )


def places_required(
    evaluation: Evaluation, file: ResultFile, number: int, item: Requirement
) -> tuple[Place, ...]:
    """Where a category requires something, and where the body's result says how it stands."""
    index = evaluation.scale.categories[number].requires.index(item) if evaluation.scale else 0
    asked = evaluation.place("scale", "categories", number, "requires", index)
    result = file.result
    if item.question is not None:
        own = [("answers", item.question)] if item.question in result.answers else []
    elif item.indicator is not None:
        own = [("indicators", item.indicator)] if item.indicator in result.indicators else []
    else:
        own = [("stage_scores", item.stage or "")] if item.stage in result.stage_scores else []
    if own or item.question is not None:
        return (asked, *(file.document.at(path) for path in own))
    return (asked, *inputs(file))


def category(evaluation: Evaluation, region: str, by_scale: Fact[Category]) -> Fact[Category]:
    """The published category; without one, that of the scale (told apart by its rule)."""

    def named(name: str) -> Category | None:
        return named_category(evaluation.scale, name)

    told = published(evaluation, region, "category", named)
    if told.why is Why.UNKNOWN and (by_scale or by_scale.why in _SAID_BY_SCALE):
        return by_scale
    # Who did not pass a stage has no category that anybody could publish.
    stopped = told.why is Why.NOT_PUBLISHED and by_scale.why is Why.STOPPED
    return by_scale if stopped else told


_SAID_BY_SCALE = (Why.STOPPED, Why.NO_CATEGORIES, Why.UNSURE)
"""Reasons of the scale that say more than that nobody published a category."""


def part_scores(evaluation: Evaluation, region: str, name: str) -> dict[str, Fact[Decimal]]:
    """The scores of indicators or stages, rounded like the score; computed where not published."""
    file = evaluation.results.get(region)
    figures: dict[str, Figure[Decimal]] = getattr(file.result, name) if file else {}
    decimals = evaluation.decimals
    found: dict[str, Fact[Decimal]] = {}
    for id_, figure in figures.items():
        assert file is not None
        place = (file.document.at((name, id_)),)
        source = evaluation.source_of(figure, region)
        if figure.value is None:
            found[id_] = Fact(None, Why.NOT_PUBLISHED, Rule.PUBLISHED, place, source, figure.note)
        else:
            rounded = as_printed(figure.value, decimals)
            others = tuple(
                OtherValue(
                    as_printed(other.value, decimals), evaluation.source(other.source, region)
                )
                for other in figure.others
            )
            found[id_] = Fact(
                rounded, None, Rule.PUBLISHED, place, source, figure.note, others, _is_exact(figure)
            )
    if file is not None and file.scores is not None:
        computed = file.scores.stages if name == "stage_scores" else file.scores.indicators
        for id_, value in computed.items():
            told = found.get(id_)
            if not told:  # what nobody announced can be computed
                score, note = (
                    round_fraction(value, decimals),
                    told.note if told is not None else None,
                )
                basis = whose_inputs(evaluation, file)
                found[id_] = Fact(
                    score, None, Rule.BY_INSTRUMENT, inputs(file), note=note, basis=basis
                )
    return found
