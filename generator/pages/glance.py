"""What the page of a group says first: how many have the best category, who moved, what is unknown."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.model import Category, Why
from generator.facts.region import RegionFacts
from generator.pages.groups import group_bar, group_told
from generator.pages.moved import Moved, moved_in
from generator.pages.page import Site
from generator.pages.ranking import Ranking
from generator.pages.section import Section, section_of

MOST_BEST = 6
"""So many of the best category are named; of more their number alone is told."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A group in a year in three lines."""

    best: Category | None
    """The best category that anybody has, where ``told`` counts it."""
    told: Markup
    """``sedikitnya 4 dari 12 peserta Informatif``."""
    bar: Markup
    moved: tuple[Moved, ...]
    """Who moved, by the edition with which each is compared, most of them first."""
    compared: int
    """Of so many of the group it is known how they moved; 0 where it is of all."""
    open: int
    """Of so many it is not known what became of them, each named below the ranking."""

    def says(self, ranking: Ranking) -> bool:
        """Whether these lines name the one edition with which the ranking compares."""
        return [one.before for one in self.moved] == [ranking.since] and not ranking.others_too


def glance_of(site: Site, section: Section) -> Glance:
    """The first lines of the page of ``section``."""
    evaluation, facts = section.evaluation, section.facts
    moved = sorted(moved_in(site, evaluation), key=lambda one: (-one.known, -one.before))
    compared = sum(one.known for one in moved)
    return Glance(
        best_of(site, evaluation),
        group_told(site, evaluation),
        group_bar(site, evaluation, facts),
        tuple(moved),
        compared if compared < len(evaluation.regions) or evaluation.group.partial else 0,
        _open(section),
    )


def _open(section: Section) -> int:
    """How many of the group are named below its ranking, for nothing is known of them."""
    if not (section.covers_all and section.evaluation.announced):
        return 0
    members = (one for fold in section.ranking.folds for one in fold.members)
    # That a score or a rank was not published is a word of the sources too.
    return sum(
        Why.NOT_PUBLISHED not in (one.score.why, one.rank.why, one.category.why) for one in members
    )


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest edition of a group that has results, as the page of its years begins."""

    section: Section
    best: Category | None
    named: list[RegionFacts]
    """Who has the best category; nobody where they are too many to be named, or not known."""
    whole: bool
    """Whether nobody else can have it."""
    open: int


def newest_of(site: Site, here: str, evaluation: Evaluation) -> Newest:
    """What the page ``here`` says first of ``evaluation``."""
    section = section_of(site, here, evaluation)
    facts, named = section.facts, named_best(site, evaluation)
    best = best_of(site, evaluation)
    counts = [item.count.known for item in facts.counts if item.count and item.category == best]
    whole = any(not one.at_least and one.number == len(named) for one in counts)
    return Newest(section, best, named, whole, _open(section))


def best_of(site: Site, evaluation: Evaluation) -> Category | None:
    """The best category that is known of anybody, where the line of the group counts it."""
    facts = site.facts.evaluation(evaluation)
    if facts.few_known:
        return None
    return next((item.category for item in facts.counts if item.count), None)


def named_best(site: Site, evaluation: Evaluation) -> list[RegionFacts]:
    """Who has the best category, in the order of the ranking; nobody where they are too many, or
    where of somebody sources name several categories."""
    facts, best = site.facts.evaluation(evaluation), best_of(site, evaluation)
    if best is None:
        return []
    found = [one for one in facts.with_result if one.category and one.category.settled]
    named = [one for one in found if one.category.known == best]
    return named if len(named) <= MOST_BEST else []
