"""The generated part of the method: scales, completeness, comparability as they are."""

from __future__ import annotations

from functools import partial

from generator.evaluation.model import Evaluation
from generator.facts.compare import compare_categories, compare_points, instruments_known
from generator.format import Source
from generator.language.base import Language
from generator.language.catalogue import N_
from generator.pages import addresses
from generator.pages.markup import tidy
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


def _part(site: Site, *, several: bool) -> str:
    evaluations = [e for year in site.dataset.years for e in site.dataset.of_year(year)]
    scales: list[tuple[list[Evaluation], Evaluation]] = []
    for evaluation in evaluations:
        if evaluation.scale is None:
            continue
        for members, first in scales:
            if first.scale is not None and _same(first, evaluation):
                members.append(evaluation)
                break
        else:
            scales.append(([evaluation], evaluation))
    _ = site.language.gettext
    return render(
        site,
        addresses.METHOD(),
        "method.md.jinja",
        rows=[(e, site.facts.evaluation(e), _comparison(site, e)) for e in evaluations],
        scales=scales,
        several=several,
        covered=partial(_covered, site.language),
        sources=_sources,
        bounds=partial(_upper_bounds, site),
        required=partial(required, site),
        rounding=lambda scale: _(ROUNDING[scale.rounding]),
        averages=_("Peringkat dan rata-rata") if site.measure.ranked else _("Rata-rata"),
    )


def _covered(language: Language, members: list[Evaluation]) -> list[str]:
    """Of which years and groups a scale is: ``2022 dan 2023: Kabupaten/kota``, a line for each
    choice of groups."""
    groups: dict[int, list[str]] = {}
    for member in members:
        groups.setdefault(member.year, []).append(member.group.name)
    years: dict[tuple[str, ...], list[str]] = {}
    for year in sorted(groups):
        years.setdefault(tuple(groups[year]), []).append(str(year))
    return [f"{language.join(of)}: {language.join(names)}" for names, of in years.items()]


def _sources(members: list[Evaluation]) -> list[Source]:
    """Where a scale was published, each source once."""
    found = [e.source(e.scale.source) for e in members if e.scale is not None]
    return list(dict.fromkeys(source for source in found if source is not None))


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


def _upper_bounds(site: Site, evaluation: Evaluation) -> list[str]:
    """For each category its range in words of the scale: from its minimum to below the next."""
    scale = evaluation.scale
    if scale is None:
        return []
    found = []
    above = None
    plain = site.language.plain_number
    for item in scale.categories:
        if item.minimum is None:
            found.append("")
        elif above is None:
            found.append(f"{plain(item.minimum)}–{plain(scale.maximum)}")
        else:
            found.append(
                site.language.gettext(
                    "%(least)s sampai di bawah %(above)s",
                    least=plain(item.minimum),
                    above=plain(above),
                )
            )
        above = item.minimum
    return found


def _comparison(site: Site, evaluation: Evaluation) -> str:
    """With what the changes of an edition are computed, and what stands in the way."""
    for other in site.dataset.of_group(evaluation.group.id):
        if other.year >= evaluation.year:
            continue
        if other.organizer != evaluation.organizer:
            continue
        points, categories = (
            compare_points(evaluation, other),
            compare_categories(evaluation, other),
        )
        _ = site.language.gettext
        if not points and not categories:
            if site.measure.questionnaire is None:
                return _("tidak dibandingkan dengan %(year)s: skala berbeda", year=other.year)
            return _(
                "tidak dibandingkan dengan %(year)s: skala atau kuesioner berbeda", year=other.year
            )
        told = _(
            _BOTH if points and categories else _CATEGORIES if categories else _SCORES,
            year=other.year,
        )
        asked = site.measure.questionnaire is not None
        if asked and not instruments_known(evaluation, other):
            return _("%(compared)s; kuesionernya belum diketahui", compared=told)
        return told
    return site.language.gettext("edisi pertama di situs ini")


_BOTH = N_("kategori dan skor dibandingkan dengan edisi sebelumnya mulai %(year)s")
_CATEGORIES = N_("kategori dibandingkan dengan edisi sebelumnya mulai %(year)s")
_SCORES = N_("skor dibandingkan dengan edisi sebelumnya mulai %(year)s")
