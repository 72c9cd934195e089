"""The table of a group: those of whom anything is known in rows, the others named once below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.everyone import Several
from generator.facts.group import EvaluationFacts
from generator.facts.model import Participation, Why
from generator.facts.region import RegionFacts
from generator.facts.sources import is_unsourced
from generator.format import Region
from generator.language.states import STATES
from generator.news.case import not_among
from generator.pages.before import earlier_told
from generator.pages.changes import FIGURES
from generator.pages.comparing import set_against
from generator.pages.labels import labels
from generator.pages.markup import escape
from generator.pages.page import Site
from generator.pages.remarks import remarks
from generator.pages.requirements import all_held_back, held_by_scale
from generator.templating import safe

SILENT = (Why.UNKNOWN, Why.NOT_PUBLISHED, Why.NOT_ANNOUNCED)
"""Why nothing is known of a result, where nobody says what became of who it is of."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Those of whom nothing is known for one and the same reason."""

    told: Markup
    """``? 8 kabupaten/kota: hasil 2025 belum diketahui dari sumber situs ini``."""
    members: tuple[RegionFacts, ...]
    unknown: bool
    """Whether anything was perhaps published that the sources of the site do not name."""


@dataclass(frozen=True, slots=True)
class Ranking:
    rows: Several
    folds: tuple[Fold, ...]
    since: int | None
    """The edition with which the table compares most; a cell that compares with another says so."""
    others_too: bool
    """Whether any does."""
    legend: Markup
    held_back: frozenset[str]
    """Whose score reaches a category that it does not have, by id; and what each of those requires."""
    held_back_told: Markup
    others: str
    """What the mark means that on phones stands for the name of a source; "" where none does."""
    earlier: str
    """Whose word the earlier figures are, where that is nobody's or the site's own."""


def ranking_of(
    site: Site, evaluation: Evaluation, facts: EvaluationFacts, columns: tuple[str, ...]
) -> Ranking:
    shown: list[Region] = []
    folded: dict[tuple[Any, ...], list[RegionFacts]] = {}
    years: Counter[int] = Counter()
    for item in facts.order:
        years.update(year for year in set_against(item) if year is not None)
        if item.has_result or item.state.value not in (None, *SILENT):
            shown.append(item.region)
        else:
            took_part = item.took_part_alone and evaluation.measure.taking_part
            other = not_among(evaluation, facts, item)
            folded.setdefault((took_part, other, *_lacks(evaluation, item)), []).append(item)
    rows = facts.order.of(shown)
    held = [row for row in rows if "category" in columns and held_by_scale(row)]
    return Ranking(
        rows,
        tuple(_fold(site, evaluation, facts, members) for members in folded.values()),
        max(years, key=lambda year: (years[year], year), default=None),
        len(years) > 1,
        legend_of(site, rows, columns, Why.UNKNOWN if _told(folded) else None),
        frozenset(row.region.id for row in held),
        all_held_back(site, evaluation, held),
        _others(site, evaluation, facts, rows, columns),
        earlier_told(site, evaluation, rows) if "change" in columns else "",
    )


def _told(folded: Iterable[tuple[Any, ...]]) -> bool:
    """Whether the line of those of whom nothing is known says already what its mark means."""
    return any(
        {why for _name, why in lacks} == {Why.UNKNOWN} for _took_part, _other, *lacks in folded
    )


def _others(
    site: Site,
    evaluation: Evaluation,
    facts: EvaluationFacts,
    rows: Iterable[RegionFacts],
    columns: tuple[str, ...],
) -> str:
    """Why figures of the table have a mark: each cause that occurs, once."""
    _, said = site.language.gettext, remarks(site.language)
    causes = (
        said.apart(getattr(item, name), evaluation, item, facts.sourced)
        for item in rows
        if item.has_result
        for name in FIGURES
        if name in columns
    )
    return site.language.join(list(dict.fromkeys(filter(None, causes))), _("atau"))


def _lacks(evaluation: Evaluation, item: RegionFacts) -> tuple[tuple[str, Why], ...]:
    """The figures that an evaluation gives, and why a region has none of each."""
    measure = evaluation.measure
    names = ["category"] * measure.categories + ["score"] + ["rank"] * evaluation.ranked
    # What is computed lacks because its ground does: that is said of the ground alone.
    found = [(name, getattr(item, name).why or Why.UNKNOWN) for name in names]
    return tuple((name, why if why in SILENT else Why.UNKNOWN) for name, why in found)


def _fold(
    site: Site, evaluation: Evaluation, facts: EvaluationFacts, members: list[RegionFacts]
) -> Fold:
    language, item = site.language, members[0]
    _, words = language.gettext, labels(language)
    lacks = _lacks(evaluation, item)
    whys = list(dict.fromkeys(why for _name, why in lacks))
    state = item.state.value or item.state.why or Why.UNKNOWN
    why = whys[0] if len(whys) == 1 else state
    mark = STATES[why].mark if why in STATES else ""
    year, noun = evaluation.year, language.noun(evaluation.group.name)
    if len(whys) == 1:
        told = _("hasil %(year)s %(state)s", year=year, state=words.reason_text(why))
    else:
        told = "; ".join(_of_each(site, lacks, one) for one in whys)
    if item.took_part_alone and evaluation.measure.taking_part:
        told = _("ikut serta; %(told)s", told=told)
    other = not_among(evaluation, facts, item)
    if other:
        told = _("tidak disebut di antara peserta; %(told)s", told=told)
    absent = 0 if other else _absent_among(evaluation, facts, members)
    if absent:
        told = language.ngettext(
            "%(told)s; %(n)s di antaranya tidak ikut serta, belum diketahui yang mana",
            "%(told)s; %(n)s di antaranya tidak ikut serta, belum diketahui yang mana",
            absent,
            told=told,
            n=language.count(absent),
        )
    text = language.ngettext(
        "%(n)s %(noun)s: %(told)s",
        "%(n)s %(noun)s: %(told)s",
        len(members),
        n=language.digits(len(members)),
        noun=noun,
        told=told,
    )
    shown = f'<span class="rk-state" aria-hidden="true">{mark}</span> ' if mark else ""
    return Fold(safe(f"{shown}{escape(text)}"), tuple(members), Why.UNKNOWN in whys)  # noqa: S704 — escaped


def _absent_among(
    evaluation: Evaluation, facts: EvaluationFacts, members: list[RegionFacts]
) -> int:
    """How many of those of whom nothing is known did not take part, by the number of all who did: 0
    where that says nothing of these alone, or all of them would be."""
    took_part, group = facts.took_part, evaluation.group
    unsure = not took_part or is_unsourced(took_part) or group.partial
    if unsure or evaluation.out_by("not_assessed"):
        return 0
    open_ = [item for item in facts.order if item.participation is Participation.UNKNOWN]
    if {item.region.id for item in open_} != {item.region.id for item in members}:
        return 0
    absent = len(evaluation.regions) - len(evaluation.out) - took_part.known
    return absent if 0 < absent < len(members) else 0


def _of_each(site: Site, lacks: Iterable[tuple[str, Why]], why: Why) -> str:
    """``peringkat tidak dipublikasikan``: the figures that lack for one reason."""
    _ = site.language.gettext
    names = [_(FIGURES[name][0]) for name, reason in lacks if reason is why]
    return _(
        "%(figure)s %(state)s",
        figure=site.language.join(names),
        state=labels(site.language).reason_text(why, short=True),
    )


def legend_of(
    site: Site,
    rows: Sequence[RegionFacts],
    columns: tuple[str, ...],
    told_above: Why | None = None,
) -> Markup:
    """What the marks of a table mean: of those that stand in its columns; "" if none does."""
    whys = set(_marked(rows, columns)) - {told_above}
    return labels(site.language).explained(whys, rows)


def _marked(rows: Iterable[RegionFacts], columns: tuple[str, ...]) -> Iterator[Why | None]:
    for item in rows:
        if not item.has_result:
            yield item.state.value or item.state.why
            continue
        shown = (name for name in ("category", "score", "rank") if name in columns)
        yield from (getattr(item, name).why for name in shown)
        if "change" in columns and not any(item.compared_with):
            first = next(
                change
                for figure, change in (
                    (item.category, item.categories),
                    (item.score, item.points),
                    (item.rank, item.places),
                )
                if figure
            )
            yield first.why
