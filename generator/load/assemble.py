"""From the files of a folder to evaluations: settings merged, answers scored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from generator.evaluation.model import Evaluation, ResultFile, decimals_of
from generator.evaluation.rounding import round_known
from generator.evaluation.scoring import Scores, claimed_points, compute, given_points
from generator.format import (
    OUT,
    Edition,
    EvaluationSettings,
    Figure,
    Group,
    Instrument,
    Listed,
    Measure,
    Out,
    Region,
    Scale,
)
from generator.format.document import Document
from generator.load.measures import Read


def evaluations_of(
    edition: Edition,
    document: Document,
    results: dict[str, ResultFile],
    groups: dict[str, Group],
    regions: dict[str, Region],
    instruments: dict[str, Instrument],
    expected: frozenset[str],
    measure: Read,
) -> Iterator[Evaluation]:
    """One evaluation for each group that the year's edition covers: named, found or expected."""
    for group in groups.values():
        peers = tuple(
            region
            for region in regions.values()
            if region.group == group.id and region.existed(edition.year)
        )
        ids = {region.id for region in peers}
        own = edition.groups.get(group.id)
        settings = merged(edition, own, measure.measure)
        covered = own is not None or (
            not edition.groups
            and (
                group.id in expected
                or any(id_ in ids for id_ in results)
                or any(a.region in ids for _, listed in _lists(edition) for a in listed)
            )
        )
        if not covered:
            continue
        assert settings.title and settings.organizer and settings.status
        instrument = instruments.get(settings.instrument or "")
        yield Evaluation(
            year=edition.year,
            group=group,
            regions=peers,
            title=settings.title,
            organizer=settings.organizer,
            status=settings.status,
            settings=settings,
            sources={s.id: s for s in settings.sources},
            results={
                id_: _scored(file, instrument, settings.scale)
                for id_, file in results.items()
                if id_ in ids
            },
            instrument=instrument,
            out=_out(settings, ids),
            names={a.region: a for a in settings.participants.names if a.region in ids},
            document=document,
            measure_id=measure.id,
            measure=measure.measure,
            measure_document=measure.document,
            own=frozenset(own.model_fields_set) if own else frozenset(),
            listed={
                (name, item.region): index
                for name, listed in _lists(settings)
                for index, item in enumerate(listed)
            },
        )


def _out(settings: EvaluationSettings, ids: set[str]) -> dict[str, tuple[str, Out]]:
    """Who has no result, by region id: of two lists, which is an error, the first stands."""
    return {
        item.region: (name, item)
        for name in reversed(OUT)
        for item in getattr(settings, name)
        if item.region in ids
    }


def _lists(settings: EvaluationSettings) -> list[tuple[str, tuple[Listed, ...]]]:
    """The lists that say what became of a region, by their names."""
    return [
        *((name, getattr(settings, name)) for name in OUT),
        ("names", settings.participants.names),
    ]


def _scored(file: ResultFile, instrument: Instrument | None, scale: Scale | None) -> ResultFile:
    """A result with what the instrument's weights make of it; as it is without an instrument.

    The only place where answers are scored: everything else reads what stands here.
    """
    if instrument is None:
        return file
    result, decimals = file.result, decimals_of(scale)
    points = given_points(instrument, result.answers)
    claims = claimed_points(instrument, result.answers)
    indicators, stages = _known(result.indicators), _known(result.stage_scores)
    verified = scores = below = compute(instrument, points, {}, {}, decimals)
    if indicators or stages:
        scores = compute(instrument, points, indicators, stages, decimals)
    if indicators:
        upper = compute(instrument, points, indicators, {}, decimals) if stages else scores
        below = Scores(verified.indicators, upper.stages, None, None)
    return replace(
        file,
        points=points,
        claims=claims,
        scores=scores,
        verified=verified,
        below=below,
        claimed=compute(instrument, claims, {}, {}, decimals),
        computed=round_known(scores.final, decimals),
    )


def _known(figures: Mapping[str, Figure[Decimal]]) -> dict[str, Decimal]:
    return {id_: figure.value for id_, figure in figures.items() if figure.value is not None}


def merged(
    edition: Edition, own: EvaluationSettings | None, measure: Measure
) -> EvaluationSettings:
    """The year's settings with the group's on top; sources of both add up.

    Without a scale there is that of the measure.
    """
    fields = {name: getattr(edition, name) for name in EvaluationSettings.model_fields}
    if own is not None:
        fields |= {name: getattr(own, name) for name in own.model_fields_set}
        if "published" in own.model_fields_set:  # another date, of which its source says nothing
            fields["published_source"] = own.published_source
        if "organizer" in own.model_fields_set:  # another one, of whom nothing is noted
            fields["organizer_note"] = own.organizer_note
        fields["sources"] = (*edition.sources, *own.sources)
    if fields["scale"] is None:
        fields["scale"] = measure.scale
    return EvaluationSettings.model_construct(**fields)
