"""Where a result stands: its group and year, what is known of that group, and when it was announced;
for who was stopped, at which stage, with which score."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.model import Fact, Why
from generator.facts.region import RegionFacts
from generator.facts.states import is_computed, stopping_stage
from generator.format import PartialDate
from generator.pages.groups import group_told
from generator.pages.page import Site


@dataclass(frozen=True, slots=True)
class Standing:
    """A group in a year on one line."""

    name: str
    told: Markup
    published: PartialDate | None
    href: str


def standing(site: Site, here: str, evaluation: Evaluation) -> Standing:
    """The line beside a result on the page ``here``."""
    key = ("standing", evaluation.year, evaluation.group.id)
    told = site.once(key, lambda: group_told(site, evaluation))
    address = site.at.GROUP(evaluation.year, evaluation.group.id)
    return Standing(
        f"{site.language.group(evaluation.group.name)} {evaluation.year}",
        told,
        evaluation.published,
        site.link(here, address),
    )


@dataclass(frozen=True, slots=True)
class Stopped:
    """The stage that stopped a body: its score there, and the score that it took to go on."""

    stage: str
    score: Fact[Decimal] | None
    threshold: Decimal | None
    computed: bool
    """Whether nobody published the score: the answers give it."""


def stopped(evaluation: Evaluation, facts: RegionFacts) -> Stopped | None:
    """What a body without a final score has instead; None for every other one."""
    stage = stopping_stage(evaluation, facts.region.id)
    if stage is None or facts.state.value is not Why.STOPPED:
        return None
    score = facts.stage_scores.get(stage.id)
    return Stopped(stage.name, score, stage.threshold, is_computed(stage, facts))
