"""The questionnaires of an edition in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.evaluation.model import Evaluation
from generator.facts.breakdown import Breakdown
from generator.facts.region import RegionFacts
from generator.format import Indicator, Instrument, Stage
from generator.language.base import Language
from generator.pages import addresses
from generator.pages.page import Link, Page, Site, home_link
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
                changes_of(site.language, evaluation.instrument, earlier) if earlier else (),
                example,
                site.facts.breakdown(evaluation, example.region.id) if example else None,
                _same_as(site, evaluation.instrument),
            )
        )
    return Page(
        address=address,
        title=f"Metode penilaian {year}",
        kind="method",
        description=f"Tahap, indikator, pertanyaan, dan bobot penilaian {year}.",
        markdown=render(site, address, "instrument.md.jinja", year=year, sections=sections),
        breadcrumbs=(home_link(site), Link("Metode", addresses.METHOD()), Link(str(year), "")),
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
    changes: tuple[str, ...]
    example: RegionFacts | None
    worked: Breakdown | None
    same: dict[str, list[tuple[str, str]]]
    """For each indicator the older ones with which it compares: title of the instrument, name."""


def changes_of(language: Language, new: Instrument, old: Instrument) -> tuple[str, ...]:
    """What was added, dropped or reweighted, by the ids of stages, indicators and questions."""
    found: list[str] = []
    plain = language.plain_number
    for noun, now, before in (
        ("Tahap", _weights(new.stages), _weights(old.stages)),
        ("Indikator", _weights(new.indicators), _weights(old.indicators)),
        ("Pertanyaan", _questions(new), _questions(old)),
    ):
        found += [f"{noun} baru: {name}" for id_, (name, _) in now.items() if id_ not in before]
        found += [f"{noun} dihapus: {name}" for id_, (name, _) in before.items() if id_ not in now]
        found += [
            f"{noun} {name}: bobot dari {plain(before[id_][1])} menjadi {plain(weight)} persen"
            for id_, (name, weight) in now.items()
            if id_ in before and before[id_][1] != weight
        ]
    return (*found, *_rules_changed(language, new, old))


def _rules_changed(language: Language, new: Instrument, old: Instrument) -> Iterator[str]:
    """What counts otherwise under the same name: thresholds, answer scales, evidence."""
    before = {stage.id: stage.threshold for stage in old.stages}
    for stage in new.stages:
        if stage.id in before and before[stage.id] != stage.threshold:
            was, is_ = (
                "tanpa batas lolos" if t is None else f"batas lolos {language.plain_number(t)}"
                for t in (before[stage.id], stage.threshold)
            )
            yield f"Tahap {stage.name}: {was} menjadi {is_}"
    parents = {q.id: item.id for item in old.indicators for q in item.questions}
    for indicator in new.indicators:
        known = old.indicator(indicator.id)
        if known is not None and known.stage != indicator.stage:
            yield f"Indikator {indicator.name} kini termasuk tahap lain"
        for question in indicator.questions:
            same = old.question(question.id)
            if same is None:
                continue
            if parents[question.id] != indicator.id:
                yield f"Pertanyaan “{question.text}” kini termasuk indikator {indicator.name}"
            if same.not_applicable != question.not_applicable:
                may = "kini dapat" if question.not_applicable else "tidak lagi dapat"
                yield f"Pertanyaan “{question.text}” {may} dijawab “tidak berlaku”"
            if same.text != question.text:
                yield f"Pertanyaan “{same.text}” kini berbunyi “{question.text}”"
            if same.scale != question.scale:
                yield f"Pertanyaan “{question.text}”: pilihan jawaban atau poinnya berubah"
            if same.evidence != question.evidence:
                now = "yang diminta berubah" if question.evidence else "tidak lagi diminta"
                now = now if same.evidence else "kini diminta"
                yield f"Pertanyaan “{question.text}”: bukti {now}"


def _weights(items: Sequence[Stage | Indicator]) -> dict[str, tuple[str, Decimal]]:
    return {item.id: (item.name, item.weight) for item in items}


def _questions(instrument: Instrument) -> dict[str, tuple[str, Decimal]]:
    return {id_: (f"“{q.text}”", q.weight) for id_, q in instrument.questions.items()}
