"""The score of every indicator of a year, a row each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts import Facts
from generator.facts.model import Why
from generator.files.column import KNOWN, ZERO, Column, Type, Value
from generator.files.columns import (
    BODY,
    FILE,
    INDICATOR_ID,
    SCORE,
    STAGE_WEIGHT,
    exact,
    since,
    state,
    why,
)
from generator.files.exact import exactly
from generator.files.table import Row, Subject, body, file_of, years_with
from generator.language.catalogue import N_

COLUMNS = (
    *BODY,
    Column("stage", N_("Tahap"), N_("Id tahap penilaian."), required=True),
    STAGE_WEIGHT,
    INDICATOR_ID,
    Column("indicator_name", N_("Indikator"), N_("Nama indikator."), required=True),
    Column(
        "indicator_weight",
        N_("Bobot indikator"),
        N_("Bobot indikator dalam tahapnya."),
        Type.NUMBER,
        N_("persen"),
    ),
    SCORE,
    Column(
        "claimed",
        N_("Skor menurut jawaban sendiri"),
        N_("Skor yang dihasilkan jawaban wilayah sendiri, bila semuanya diketahui."),
        Type.NUMBER,
        N_("poin"),
        least=0,
    ),
    Column(
        "score_change",
        N_("Perubahan skor"),
        N_("Naik (positif) atau turun (negatif) berapa poin."),
        Type.NUMBER,
        N_("poin"),
    ),
    since("score_change_since", N_("Skor dibandingkan dengan")),
    why("why", N_("Alasan skor kosong")),
    FILE,
    # New columns come last.
    state("score_state", N_("Keadaan skor")),
    exact("score_exact", N_("Skor tepat")),
)
"""One row a region and indicator; ``claimed`` is what the region's own answers would give."""


def rows(facts: Facts, year: int) -> Iterator[Row]:
    """The indicator scores of a year that are known, and those that do not apply."""
    for evaluation in facts.dataset.of_year(year):
        found = facts.questionnaire(evaluation)
        for item in found.indicators if found else ():
            head: tuple[Value, ...] = (
                item.stage.id,
                item.stage.weight,
                item.indicator.id,
                item.indicator.name,
                item.indicator.weight,
            )
            for score in item.scores:
                change, file = score.change.value, evaluation.results[score.region.id]
                fine = file.scores.indicators.get(item.indicator.id) if file.scores else None
                yield (
                    *body(evaluation, score.region),
                    *head,
                    score.score,
                    score.claimed,
                    change.points if change else None,
                    change.year if change else None,
                    None,
                    file_of(evaluation, score.region),
                    ZERO if score.score == 0 else KNOWN,
                    exactly(fine, score.score),
                )
            for region in item.not_applicable:
                none = Why.NOT_APPLICABLE.value
                told = (None, None, None, None, none, file_of(evaluation, region), none, None)
                yield (*body(evaluation, region), *head, *told)


def years(facts: Facts) -> list[int]:
    """Those of which the score of any indicator is known."""
    return years_with(facts, lambda file: file.scores and file.scores.indicators)


SUBJECT = Subject(
    "indikator",
    COLUMNS,
    ("measure", "year", "region", "indicator"),
    N_("skor tiap indikator, semua edisi"),
    N_("skor tiap indikator, edisi %(year)s"),
    years,
    rows,
)
