"""The generated part of the method: scales, completeness, comparability as they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from generator.evaluation.model import Evaluation
from generator.facts.group import EvaluationFacts
from generator.facts.model import Rule, Why
from generator.facts.sources import sources_of
from generator.format import Source
from generator.language.base import Language
from generator.language.catalogue import N_
from generator.pages import addresses
from generator.pages.comparing import cautions_of_groups, compared_told
from generator.pages.labels import labels
from generator.pages.markup import tidy
from generator.pages.meanings import bounds_of, meanings
from generator.pages.page import Site
from generator.pages.requirements import required
from generator.pages.view import render

METHOD_MARKER = "<!-- rapor:metodologi -->"

ROUNDING = {"half-up": N_("setengah ke atas")}
"""What a scale's ``rounding`` is called in words."""


def method_part(site: Site) -> str:
    """The generated part of ``/metodologi/``: scales, completeness and comparability as they are.

    Of each measure by itself, the main one first.
    """
    return tidy("\n".join(_part(mine, several=bool(site.others)) for mine in site.series))


@dataclass(frozen=True, slots=True)
class _Shown:
    """A scale and the evaluations that have it."""

    members: list[Evaluation]
    scored: bool
    """Whether any score is known that could be compared with its bounds."""

    @property
    def first(self) -> Evaluation:
        return self.members[0]


def _part(site: Site, *, several: bool) -> str:
    evaluations = [e for year in site.dataset.years for e in site.dataset.of_year(year)]
    of_scale: list[list[Evaluation]] = []
    for evaluation in evaluations:
        if evaluation.scale is None:
            continue
        for members in of_scale:
            if _same(members[0], evaluation):
                members.append(evaluation)
                break
        else:
            of_scale.append([evaluation])
    _ = site.language.gettext
    return render(
        site,
        addresses.METHOD(),
        "method.md.jinja",
        rows=[_row(site, evaluation) for evaluation in evaluations],
        cautions=cautions_of_groups(site, evaluations),
        scales=[
            _Shown(members, any(site.facts.evaluation(e).scored for e in members))
            for members in of_scale
        ],
        several=several,
        covered=partial(_covered, site.language),
        sources=_sources,
        lent=partial(_lent, site),
        bounds=partial(bounds_of, site.language),
        meanings=list(meanings(site).values()),
        required=partial(required, site),
        rounding=lambda scale: _(ROUNDING[scale.rounding]),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """What the site knows of an evaluation, and what it does with that."""

    evaluation: Evaluation
    facts: EvaluationFacts
    ranks: str
    averages: str
    compared: str


def _row(site: Site, evaluation: Evaluation) -> _Row:
    facts, _ = site.facts.evaluation(evaluation), site.language.gettext
    if not evaluation.announced:
        waiting = _("belum dihitung")
        return _Row(evaluation, facts, waiting, waiting, compared_told(site, evaluation))
    averages = _("dihitung") if facts.mean else _uncounted(site, facts, facts.mean.why)
    return _Row(
        evaluation,
        facts,
        _ranks(site, evaluation, facts) if evaluation.ranked else "",
        averages,
        compared_told(site, evaluation),
    )


def _uncounted(site: Site, facts: EvaluationFacts, why: Why | None) -> str:
    """Why nothing is computed of the scores of a group."""
    if any(item.score.why is Why.NOT_PUBLISHED for item in facts.with_result):
        return site.language.gettext("tidak dihitung: skor tidak dipublikasikan")
    if why is None or why is Why.UNKNOWN:
        return site.language.gettext("tidak dihitung: tidak ada skor yang diketahui")
    return labels(site.language).reason_text(why)


def _ranks(site: Site, evaluation: Evaluation, facts: EvaluationFacts) -> str:
    """Whether the ranks of a group were announced or are computed, else why there are none."""
    _ = site.language.gettext
    rules = {
        item.rank.rule if item.rank else item.rank_in_category.rule
        for item in facts.with_result
        if item.rank or item.rank_in_category
    }
    published = _("diumumkan")
    if facts.ranked and Rule.RANKED not in rules:
        published = _published(site, facts)
    told = [published] if Rule.PUBLISHED in rules else []
    told += [_("dihitung")] if Rule.RANKED in rules else []
    if told:
        return site.language.join(told)
    if any(item.rank.why is Why.NOT_PUBLISHED for item in facts.with_result):
        return labels(site.language).reason_text(Why.NOT_PUBLISHED)
    if not facts.scored:
        return _uncounted(site, facts, None)
    whys = {item.rank.why for item in facts.with_result if item.score}
    known = (Why.SOLE_PARTICIPANT, Why.PEERS_UNSURE, Why.PEERS_UNKNOWN)
    return _uncounted(site, facts, next((why for why in known if why in whys), facts.mean.why))


def _published(site: Site, facts: EvaluationFacts) -> str:
    """How many announced ranks are known, of how many: the number that stands beside each of them."""
    _, digits, known = site.language.gettext, site.language.digits, len(facts.ranked)
    of = max((item.rank.known.of or 0 for item in facts.ranked), default=0)
    if known == of:
        return _("diumumkan")
    if of:
        return _("diumumkan; diketahui %(known)s dari %(of)s", known=digits(known), of=digits(of))
    return _(
        "diumumkan; diketahui %(known)s; banyaknya yang diperingkat belum diketahui",
        known=digits(known),
    )


def _covered(language: Language, members: list[Evaluation]) -> list[str]:
    """Of which years and groups a scale is: ``2022 dan 2023: Kabupaten/kota``, a line for each
    choice of groups."""
    groups: dict[int, list[str]] = {}
    for member in members:
        groups.setdefault(member.year, []).append(language.group(member.group.name))
    years: dict[tuple[str, ...], list[str]] = {}
    for year in sorted(groups):
        years.setdefault(tuple(groups[year]), []).append(str(year))
    return [f"{language.join(of)}: {language.join(names)}" for names, of in years.items()]


def _sources(members: list[Evaluation]) -> list[tuple[Source, list[Evaluation]]]:
    """Where a scale was published, each source once, with the evaluations for which it is one."""
    found: dict[Source, list[Evaluation]] = {}
    for member in members:
        source = member.source(member.scale.source) if member.scale is not None else None
        if source is not None:
            found.setdefault(source, []).append(member)
    return list(found.items())


def _lent(site: Site, source: Source, given: list[Evaluation]) -> bool:
    """Whether no result of these editions is the word of the source of their scale: not known while
    there is none, or one whose source is not known."""
    found = [
        sources_of(item.category, item.score)
        for evaluation in given
        for item in site.facts.evaluation(evaluation).with_result
    ]
    return bool(found) and all(found) and not any(source in sources for sources in found)


def _same(first: Evaluation, other: Evaluation) -> bool:
    a, b = first.scale, other.scale
    if (
        a is None
        or b is None
        or (a.categories, a.decimals, a.rounding, a.maximum)
        != (
            b.categories,
            b.decimals,
            b.rounding,
            b.maximum,
        )
    ):
        return False
    # What is required is told in the words of the instrument.
    bound = any(step.requires for step in a.categories)
    return not bound or first.settings.instrument == other.settings.instrument
