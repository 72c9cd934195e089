"""The questionnaires of an edition in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.breakdown import Breakdown
from generator.facts.region import RegionFacts
from generator.format import Instrument
from generator.pages import addresses
from generator.pages.labels import labels
from generator.pages.markup import escape, filled
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.requirements import required
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
                other
                for other in site.dataset.of_group(evaluation.group.id)
                if other.year < year and other.instrument is not None
            ),
            None,
        )
        before = earlier.instrument if earlier else None
        changes = Revised(site.language, evaluation.instrument, before) if before else ()
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
                tuple(changes),
                tuple(_required(site, evaluation, earlier)) if earlier else (),
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
        text=render(site, address, "instrument.md.jinja", year=year, sections=sections),
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


def _required(site: Site, evaluation: Evaluation, earlier: Evaluation) -> Iterator[Markup]:
    """What categories require now and did not, or did and do not; of those of the same name."""
    _, own = site.language.gettext, labels(site.language).own
    then = {s.name: s for s in earlier.scale.categories} if earlier.scale else {}
    for step in evaluation.scale.categories if evaluation.scale else ():
        old = then.get(step.name)
        if old is None or old.requires == step.requires:
            continue
        texts = [
            Markup("; ").join(required(site, *of)) or escape(_("tidak ada"))
            for of in ((evaluation, step), (earlier, old))
        ]
        yield filled(
            _("Syarat kategori %(name)s: %(now)s (pada %(year)s: %(before)s)"),
            name=own(step.name),
            now=texts[0],
            before=texts[1],
            year=escape(earlier.year),
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
    earlier: Evaluation | None
    """The latest earlier edition with an instrument."""
    changes: tuple[Markup, ...]
    """What is other in the instrument."""
    requirements: tuple[Markup, ...]
    """For which categories something else is required than before."""
    example: RegionFacts | None
    worked: Breakdown | None
    same: dict[str, list[tuple[str, str]]]
    """For each indicator the older ones with which it compares: title of the instrument, name."""
