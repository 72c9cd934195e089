"""From the stages to the final score of each region: what each adds, and whether the sum is exact.

What is shown is rounded row by row; a note at the final score says by how much the rows differ from
it, and why.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.evaluation.model import ResultFile
from generator.evaluation.rounding import round_known
from generator.facts import Facts
from generator.facts.breakdown import adds, score_of_stage
from generator.facts.model import Fact, Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import inputs_of
from generator.files.column import Column, Type
from generator.files.columns import (
    BODY,
    FILE,
    NOTE,
    SCORE,
    SOURCE,
    STAGE_WEIGHT,
    exact,
    rule,
    state,
)
from generator.files.exact import exactly
from generator.files.states import state_of
from generator.files.table import Row, Subject, body, file_of, named, years_with
from generator.language.catalogue import N_

FINAL = "final"
"""In the column of stages: the row of the final score."""

COLUMNS = (
    *BODY,
    Column(
        "stage", N_("Id tahap"), N_("Id tahap penilaian; final untuk skor akhir."), required=True
    ),
    Column("stage_name", N_("Tahap"), N_("Nama tahap penilaian."), required=True),
    STAGE_WEIGHT,
    SCORE,
    rule("score_rule", N_("Asal skor")),
    state("score_state", N_("Keadaan skor")),
    Column(
        "adds",
        N_("Sumbangan"),
        N_(
            "Skor tahap kali bobotnya; di baris final jumlahnya, dihitung tanpa pembulatan di tengah."
        ),
        Type.NUMBER,
        N_("poin"),
        least=0,
    ),
    exact("adds_exact", N_("Sumbangan tepat")),
    Column(
        "adds_difference",
        N_("Selisih jumlah"),
        N_("Di baris final: jumlah sumbangan yang ditampilkan dikurangi skor yang ditampilkan."),
        Type.NUMBER,
        N_("poin"),
    ),
    Column(
        "adds_reason",
        N_("Sebab selisih"),
        N_("Mengapa jumlah sumbangan berbeda dari skor akhir; kosong bila sama."),
        words={
            "rounding": N_("tiap sumbangan dibulatkan sendiri"),
            "published": N_("skor akhir dipublikasikan dan bukan jumlah tahapnya"),
        },
        said=True,
    ),
    NOTE,
    SOURCE,
    FILE,
)


def rows(facts: Facts, year: int) -> Iterator[Row]:
    """A row for each stage of each region whose stages are known, and one for its final score."""
    for evaluation in facts.dataset.of_year(year):
        instrument = evaluation.instrument
        for region in sorted(evaluation.regions, key=lambda region: region.name):
            file = evaluation.results.get(region.id)
            if instrument is None or file is None or file.scores is None:
                continue
            own = facts.region(evaluation, region.id)
            if not own.stage_scores:
                continue
            head, where = body(evaluation, region), file_of(evaluation, region)
            shown: list[Decimal | None] = []
            for stage in instrument.stages:
                score = score_of_stage(stage.id, file, own.stage_scores)
                fine = adds(file, stage.id, stage.weight)
                shown.append(round_known(fine, evaluation.decimals))
                told: Row = (shown[-1], exactly(fine, shown[-1]), None, None)
                yield (*head, stage.id, stage.name, stage.weight, *_score(score, told), where)
            told = (
                file.computed,
                exactly(file.scores.final, file.computed),
                *_apart(own, file, shown),
            )
            name = evaluation.title
            yield (*head, FINAL, name, Decimal(100), *_score(own.score, told), where)


def _score(score: Fact[Decimal], adds: Row) -> Row:
    """A score with its origin, what it adds, and whose word it is."""
    return (
        None if score.contested else score.value,
        score.rule.value if score else None,
        state_of(score),
        *adds,
        score.note,
        named(inputs_of(score)),
    )


def _apart(own: RegionFacts, file: ResultFile, shown: list[Decimal | None]) -> Row:
    """By how much the rows that are shown differ from the final score, and why."""
    score, known = own.score, [adds for adds in shown if adds is not None]
    if len(known) < len(shown) or score.value is None or score.contested:
        return None, None
    difference = sum(known, Decimal(0)) - score.value
    if not difference:
        return difference, None
    own_sum = score.rule is Rule.BY_INSTRUMENT or file.computed == score.value
    return difference, "rounding" if own_sum else "published"


def years(facts: Facts) -> list[int]:
    """Those of which the score of any stage is known."""
    return years_with(facts, lambda file: file.scores and file.scores.stages)


SUBJECT = Subject(
    "tahap",
    COLUMNS,
    ("measure", "year", "region", "stage"),
    N_("dari tahap ke skor akhir, semua edisi"),
    N_("dari tahap ke skor akhir, edisi %(year)s"),
    years,
    rows,
)
