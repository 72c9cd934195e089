"""Every answer of a year, a row each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts import Facts
from generator.files.column import KNOWN, ZERO, Column, Type
from generator.files.columns import BODY, FILE, INDICATOR_ID, state
from generator.files.table import Row, Subject, body, file_of, years_with
from generator.language.catalogue import N_

COLUMNS = (
    *BODY,
    INDICATOR_ID,
    Column("question", N_("Id pertanyaan"), N_("Id pertanyaan."), required=True),
    Column("question_text", N_("Pertanyaan"), N_("Bunyi pertanyaan."), required=True),
    Column(
        "question_weight",
        N_("Bobot pertanyaan"),
        N_("Bobot pertanyaan dalam indikatornya."),
        Type.NUMBER,
        N_("persen"),
    ),
    Column(
        "self",
        N_("Jawaban sendiri"),
        N_("Jawaban wilayah; beberapa pilihan dipisahkan titik koma."),
    ),
    Column(
        "verified",
        N_("Jawaban diterima"),
        N_("Jawaban yang diterima verifikator; beberapa pilihan dipisahkan titik koma."),
    ),
    Column(
        "points",
        N_("Poin"),
        N_("Poin jawaban yang diterima."),
        Type.NUMBER,
        N_("poin"),
        least=0,
        state="points_state",
    ),
    Column(
        "points_most",
        N_("Poin tertinggi"),
        N_("Poin tertinggi pertanyaan."),
        Type.NUMBER,
        N_("poin"),
    ),
    Column("note", N_("Catatan"), N_("Catatan verifikator.")),
    Column("obstacle", N_("Kendala"), N_("Kendala yang disebut wilayah.")),
    FILE,
    # New columns come last.
    state("points_state", N_("Keadaan poin")),
)
"""One row a region and question; several choices are separated by a semicolon."""


def rows(facts: Facts, year: int) -> Iterator[Row]:
    """Every answer of a year: claim, verdict, points."""
    for evaluation in facts.dataset.of_year(year):
        found = facts.questionnaire(evaluation)
        for question in (q for item in (found.indicators if found else ()) for q in item.questions):
            for marked in question.marked:
                answer, points = marked.answer, marked.points
                lacking = "unknown" if answer.applies else "not-applicable"
                yield (
                    *body(evaluation, marked.region),
                    question.indicator.id,
                    question.question.id,
                    question.question.text,
                    question.question.weight,
                    ";".join(answer.claim or ()) or None,
                    ";".join(answer.verified or ()) or None,
                    points,
                    question.question.scale.most,
                    answer.note,
                    answer.obstacle,
                    file_of(evaluation, marked.region),
                    lacking if points is None else KNOWN if points else ZERO,
                )


def years(facts: Facts) -> list[int]:
    """Those of which any body's answers are known."""
    return years_with(facts, lambda file: file.result.answers)


SUBJECT = Subject(
    "jawaban",
    COLUMNS,
    ("measure", "year", "region", "question"),
    N_("tiap jawaban, semua edisi"),
    N_("tiap jawaban, edisi %(year)s"),
    years,
    rows,
)
