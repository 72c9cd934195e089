"""What full points in some questions would give, as the page of a region shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.model import Category
from generator.facts.region import RegionFacts
from generator.facts.trial import Trial
from generator.format import CategoryStep, Question, Requirement
from generator.pages.page import Site
from generator.pages.requirements import lacking
from generator.templating import safe


@dataclass(frozen=True, slots=True)
class Choice:
    """A question that can be ticked: the points that it adds, and the whole numbers of its sums."""

    question: Question
    points: Decimal
    adds: str


@dataclass(frozen=True, slots=True)
class TrialShown:
    """The shortest lists in words, and the numbers with which the page computes any other.

    ``also`` is what the better categories require besides the score and is not met, the next one first; ``steps`` are
    the categories that can be reached, best first, each with what it asks.
    """

    trial: Trial
    evaluation: Evaluation
    told: str
    also: tuple[tuple[str, Markup], ...]
    score: Decimal
    unit: int
    decimals: int
    now: str
    choices: tuple[Choice, ...]
    steps: tuple[tuple[Category, str], ...]


def trial_shown(site: Site, evaluation: Evaluation, facts: RegionFacts) -> TrialShown | None:
    """For a site that shows its own analysis; None where nothing is certain."""
    trial = site.facts.trial(evaluation, facts.region.id) if site.analysis else None
    if trial is None or evaluation.scale is None:
        return None
    sums, names = trial.sums, evaluation.scale.categories
    listed = sorted(
        zip(trial.losses, sums.adds, strict=True), key=lambda pair: -pair[1][0]
    )  # equal ones in the order of the questionnaire
    return TrialShown(
        trial,
        evaluation,
        _told(site, trial, evaluation),
        tuple(_also(site, evaluation, facts, names[: trial.now][::-1])),
        Decimal(sums.outcome(())[0]).scaleb(-evaluation.decimals),
        sums.unit,
        evaluation.decimals,
        _numbers(sums.now),
        tuple(Choice(loss.question, loss.points, _numbers(adds)) for loss, adds in listed),
        tuple(
            (Category(step.name, at, len(names), step.color), _numbers(sums.least[at]))
            for at, step in enumerate(names[: trial.now + 1])
        ),
    )


def _also(
    site: Site, evaluation: Evaluation, facts: RegionFacts, steps: Sequence[CategoryStep]
) -> Iterator[tuple[str, Markup]]:
    """What each of the better categories requires that is not met, and was not told of a lower one."""
    told: list[Requirement] = []
    for step in steps:
        left = [item for item in step.requires if item not in told]
        told += left
        if found := lacking(site, evaluation, facts, left):
            yield step.name, safe(site.language.join(found))  # noqa: S704 — each is escaped


def _numbers(values: Sequence[int]) -> str:
    return " ".join(map(str, values))


def _told(site: Site, trial: Trial, evaluation: Evaluation) -> str:
    """How short the shortest lists are, and how many there are."""
    _, count = site.language.gettext, site.language.count
    if not trial.searched or evaluation.scale is None:
        return ""
    step = evaluation.scale.categories[trial.next]
    category = step.name
    if not trial.lists and trial.full >= (step.minimum or 0):
        return _(
            "Dengan poin penuh pada semua pertanyaan yang masih kurang, yakni %(n)s, skornya %(score)s, tetapi "
            "kategori %(category)s tetap tidak tercapai: syarat lainnya tidak terpenuhi.",
            n=count(len(trial.losses)),
            score=site.language.decimal(trial.full),
            category=category,
        )
    if not trial.lists:
        return _(
            "Poin penuh pada semua pertanyaan yang masih kurang, yakni %(n)s, tidak cukup untuk kategori "
            "%(category)s.",
            n=count(len(trial.losses)),
            category=category,
        )
    told = site.language.ngettext(
        "Daftar terpendek yang cukup untuk kategori %(category)s berisi %(n)s pertanyaan.",
        "Daftar terpendek yang cukup untuk kategori %(category)s berisi %(n)s pertanyaan.",
        trial.size,
        n=count(trial.size),
        category=category,
    )
    if trial.counted <= len(trial.lists):
        return told
    values = {"n": count(trial.counted), "shown": count(len(trial.lists))}
    more = (
        _("Ada lebih dari %(n)s daftar sependek itu, %(shown)s di antaranya:", **values)
        if trial.more
        else _("Ada %(n)s daftar sependek itu, %(shown)s di antaranya:", **values)
    )
    return f"{told} {more}"
