"""The indicators and questions of an instrument over a whole group: means, losses, claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from generator.evaluation.model import Evaluation
from generator.evaluation.scoring import FULL, added, share
from generator.facts import Facts
from generator.facts.questionnaire import IndicatorFacts, QuestionFacts
from generator.files.column import KNOWN, ZERO, Column, Type
from generator.files.columns import FILE, INDICATOR_ID, WHOLE, exact, state
from generator.files.exact import exactly
from generator.files.indicators import years
from generator.files.table import Row, Subject, group_of
from generator.language.catalogue import N_

INDICATOR, QUESTION = "indicator", "question"
"""What a row is of."""

COLUMNS = (
    *WHOLE,
    Column(
        "item",
        N_("Butir"),
        N_("indicator atau question: apa yang dirata-ratakan."),
        required=True,
        words={INDICATOR: N_("indikator"), QUESTION: N_("pertanyaan")},
    ),
    INDICATOR_ID,
    Column("id", N_("Id butir"), N_("Id indikator atau pertanyaan."), required=True),
    Column("text", N_("Nama butir"), N_("Nama indikator, atau bunyi pertanyaan."), required=True),
    Column(
        "weight", N_("Bobot"), N_("Bobot dalam tahap atau indikatornya."), Type.NUMBER, N_("persen")
    ),
    Column(
        "mean",
        N_("Rata-rata"),
        N_("Rata-rata skor indikator; dari pertanyaan, bagian poinnya yang diperoleh."),
        Type.NUMBER,
        N_("poin, atau persen"),
        least=0,
        state="mean_state",
    ),
    state("mean_state", N_("Keadaan rata-rata")),
    exact("mean_exact", N_("Rata-rata tepat")),
    Column(
        "n", N_("Dari berapa"), N_("Berapa badan publik yang dirata-ratakan."), Type.COUNT, least=0
    ),
    Column(
        "lost",
        N_("Poin yang hilang"),
        N_("Poin yang rata-rata hilang dari skor indikatornya."),
        Type.NUMBER,
        N_("poin"),
        least=0,
    ),
    Column("median", N_("Median"), N_("Median skor indikator."), Type.NUMBER, N_("poin"), least=0),
    Column(
        "claimed",
        N_("Menurut klaim"),
        N_("Rata-rata menurut jawaban sendiri, dari yang klaim dan hasil verifikasinya diketahui."),
        Type.NUMBER,
        N_("poin"),
        least=0,
    ),
    Column(
        "verified",
        N_("Terverifikasi"),
        N_("Rata-rata menurut jawaban yang diterima, dari badan publik yang sama."),
        Type.NUMBER,
        N_("poin"),
        least=0,
    ),
    Column(
        "failed", N_("Tanpa poin"), N_("Berapa yang tidak memperoleh poin."), Type.COUNT, least=0
    ),
    FILE,
)


def rows(facts: Facts, year: int) -> Iterator[Row]:
    """A row for each indicator of each group, and one for each of its questions."""
    for evaluation in facts.dataset.of_year(year):
        found = facts.questionnaire(evaluation)
        head = group_of(evaluation)
        for item in found.indicators if found else ():
            yield (*head, *_indicator(evaluation, item), evaluation.document.file)
            for question in item.questions:
                yield (*head, *_question(item, question), evaluation.document.file)


def _indicator(evaluation: Evaluation, item: IndicatorFacts) -> Row:
    id_ = item.indicator.id
    scores = [file.scores.indicators for file in evaluation.results.values() if file.scores]
    fine = [found[id_] for found in scores if id_ in found]
    return (
        INDICATOR,
        id_,
        id_,
        item.indicator.name,
        item.indicator.weight,
        *_mean(item.mean, fine),
        len(item.scores),
        item.lost,
        item.median,
        item.claims.claimed if item.claims else None,
        item.claims.verified if item.claims else None,
        None,
    )


def _question(item: IndicatorFacts, found: QuestionFacts) -> Row:
    question = found.question
    points = [marked.points for marked in found.marked if marked.points is not None]
    fine = [share(question, one) * FULL for one in points]
    told = (question.id, question.text, question.weight)
    mean = _mean(found.mean, fine)
    return (
        QUESTION,
        item.indicator.id,
        *told,
        *mean,
        found.n,
        found.lost,
        *(None,) * 3,
        found.failed,
    )


def _mean(shown: Decimal | None, fine: Sequence[Fraction]) -> Row:
    """A mean, its state, and its exact value."""
    if shown is None:
        return None, "unknown", None
    return shown, KNOWN if shown else ZERO, exactly(added(fine) / len(fine), shown)


SUBJECT = Subject(
    "rata-rata",
    COLUMNS,
    ("measure", "year", "group", "item", "id"),
    N_("rata-rata tiap indikator dan pertanyaan, semua edisi"),
    N_("rata-rata tiap indikator dan pertanyaan, edisi %(year)s"),
    years,
    rows,
)
