"""The questionnaires of an edition in full."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.breakdown import Breakdown
from generator.facts.region import RegionFacts
from generator.format import Instrument
from generator.pages import addresses
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.revised import Revised
from generator.pages.view import render


def instrument(site: Site, year: int) -> Page:
    """``/metodologi/<year>/``: the questionnaires of an edition in full, and what changed."""
    address = site.at.INSTRUMENT(year)
    sections = []
    for evaluation in site.dataset.of_year(year):
        if evaluation.instrument is None:
            continue
        earlier = next(
            (
                other.instrument
                for other in site.dataset.of_group(evaluation.group.id)
                if other.year < year and other.instrument is not None
            ),
            None,
        )
        example = next(
            (
                facts
                for facts in site.facts.evaluation(evaluation).order
                if _adds_up(evaluation, facts)
            ),
            None,
        )
        sections.append(
            InstrumentSection(
                evaluation,
                evaluation.instrument,
                earlier,
                tuple(Revised(site.language, evaluation.instrument, earlier)) if earlier else (),
                example,
                site.facts.breakdown(evaluation, example.region.id) if example else None,
                _same_as(site, evaluation.instrument),
            )
        )
    _ = site.language.gettext
    return Page(
        address=address,
        title=_("Metode penilaian %(year)s", year=year),
        kind="method",
        description=_("Tahap, indikator, pertanyaan, dan bobot penilaian %(year)s.", year=year),
        markdown=render(site, address, "instrument.md.jinja", year=year, sections=sections),
        breadcrumbs=(home_link(site), Link(_("Metode"), addresses.METHOD()), Link(str(year), "")),
        banner=site.banner(*(section.evaluation for section in sections)),
    )


def _adds_up(evaluation: Evaluation, facts: RegionFacts) -> bool:
    """Whether the stages that are shown give the score that is shown."""
    file = evaluation.results.get(facts.region.id)
    return (
        file is not None
        and file.computed is not None
        and file.computed == facts.score.value
        and all(stage.id in facts.stage_scores for stage in evaluation.instrument.stages)
        if evaluation.instrument
        else False
    )


def _same_as(site: Site, instrument: Instrument) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for item in instrument.indicators:
        named = [(site.dataset.instruments[id_], name) for id_, name in item.same_as.items()]
        pairs = [(old.title, old.indicator(name)) for old, name in named]
        found[item.id] = [(title, old.name) for title, old in pairs if old is not None]
    return found


@dataclass(frozen=True, slots=True)
class InstrumentSection:
    """The instrument of a group in a year, what changed since the last, and a worked example."""

    evaluation: Evaluation
    instrument: Instrument
    earlier: Instrument | None
    changes: tuple[Markup, ...]
    example: RegionFacts | None
    worked: Breakdown | None
    same: dict[str, list[tuple[str, str]]]
    """For each indicator the older ones with which it compares: title of the instrument, name."""
