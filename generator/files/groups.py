"""What is told of each group as a whole: how many took part, how many have each category, averages.

Where the numbers of the categories do not add up to those who took part, a row says by how much and
why.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from generator.evaluation.model import Evaluation
from generator.evaluation.rounding import exact_mean, exact_median
from generator.facts import Facts
from generator.facts.group import EvaluationFacts
from generator.facts.model import Average, Count, Fact, Rule, Why
from generator.facts.overall import WholeKind, whole_scores
from generator.facts.sources import inputs_of
from generator.files.column import KNOWN, LEAST, ZERO, Column, Type, Value
from generator.files.columns import FILE, NOTE, SOURCE, WHOLE, exact, rule, state
from generator.files.exact import exactly
from generator.files.states import state_of
from generator.files.table import Row, Subject, group_of, named
from generator.language.catalogue import N_

FIGURES = {
    "listed": N_("anggota kelompok dalam daftar"),
    "invited": N_("diundang"),
    "returned": N_("mengembalikan kuesioner"),
    "took-part": N_("ikut serta"),
    "passed": N_("lolos tahap"),
    "category": N_("berkategori"),
    "without-category": N_("ikut serta tanpa kategori yang diketahui"),
    "categories-sum": N_("jumlah semua kategori"),
    "mean": N_("rata-rata skor"),
    "median": N_("median skor"),
    "overall": N_("skor seluruh kelompok, seperti dipublikasikan"),
    "published-mean": N_("rata-rata skor, seperti dipublikasikan"),
}
REASONS = {
    "unknown": N_("kategori sebagian peserta belum diketahui"),
    "at-least": N_("jumlah sebagian kategori adalah jumlah sedikitnya"),
    "stopped": N_("sebagian peserta tidak lolos tahap dan tidak berkategori"),
    "unsure": N_("kategori sebagian peserta disebut berbeda oleh sumbernya"),
    "announced": N_("yang diumumkan tidak sama dengan jumlah yang diumumkan per kategori"),
}
"""Why the numbers of the categories do not add up to who took part."""

COLUMNS = (
    *WHOLE,
    Column(
        "figure", N_("Angka"), N_("Apa yang dihitung, sebagai kode."), required=True, words=FIGURES
    ),
    Column(
        "of",
        N_("Yang mana"),
        N_("Nama yang dihitung, misalnya nama tahap, bila angkanya punya."),
    ),
    Column(
        "value",
        N_("Nilai"),
        N_("Nilai seperti ditampilkan di halaman."),
        Type.NUMBER,
        N_("wilayah, atau poin"),
        least=0,
        state="state",
    ),
    exact("value_exact", N_("Nilai tepat")),
    Column(
        "n", N_("Dari berapa skor"), N_("Berapa skor yang dirata-ratakan."), Type.COUNT, least=1
    ),
    rule("rule", N_("Asal angka")),
    state("state", N_("Keadaan angka")),
    Column(
        "difference",
        N_("Selisih"),
        N_("Yang ikut serta dikurangi jumlah semua kategori; di baris categories-sum."),
        Type.COUNT,
        N_("wilayah"),
        of_categories=True,
    ),
    Column(
        "difference_reason",
        N_("Sebab selisih"),
        N_("Mengapa jumlah kategori berbeda dari yang ikut serta; kosong bila sama."),
        words=REASONS,
        said=True,
        of_categories=True,
    ),
    NOTE,
    SOURCE,
    FILE,
)


def rows(facts: Facts, year: int) -> Iterator[Row]:
    """Every figure of every group of a year."""
    for evaluation in facts.dataset.of_year(year):
        whole = facts.evaluation(evaluation)
        head = group_of(evaluation)
        for row in _rows(evaluation, whole):
            yield (*head, *row, evaluation.document.file)


def _rows(evaluation: Evaluation, whole: EvaluationFacts) -> Iterator[Row]:
    listed = None if evaluation.group.partial else len(evaluation.regions)
    told = Why.UNKNOWN.value if listed is None else KNOWN if listed else ZERO
    counted = None if listed is None else Rule.COUNTED.value
    yield ("listed", None, _whole(listed), None, None, counted, told, *(None,) * 4)
    doors = {door.kind: door for door in whole.doors if door.kind != "passed"}
    for kind in ("invited", "returned"):
        if kind in doors:
            yield _counted(kind, None, doors[kind].number)
    yield _counted("took-part", None, whole.participants)
    for door in whole.doors:
        if door.kind == "passed":
            yield _counted("passed", door.stage, door.number)
    if evaluation.measure.categories:
        for item in whole.counts:
            yield _counted("category", item.category.name, item.count)
        yield _sum(whole)
        yield _counted("without-category", None, whole.unaccounted)
    for name in ("mean", "median"):
        yield _average(name, getattr(whole, name), evaluation)
    for found in whole_scores(evaluation):
        mean = found.kind is WholeKind.MEAN
        yield _counted("published-mean" if mean else "overall", None, found.score)


def _counted(name: str, of: str | None, fact: Fact[Any]) -> Row:
    """A number, of bodies; of several that were published none, and all of them in the note."""
    value = fact.value.number if isinstance(fact.value, Count) else fact.value
    least = isinstance(fact.value, Count) and fact.value.at_least
    several = fact.contested and value is not None
    notes = [fact.note] if fact.note else []
    if several:
        others = (o.value.number if isinstance(o.value, Count) else o.value for o in fact.others)
        notes.append("; ".join(str(number) for number in (value, *others)))
    return (
        name,
        of,
        None if several else _whole(value),
        None,
        None,
        fact.rule.value if fact else None,
        LEAST if least and not several else ZERO if value == 0 else state_of(fact),
        None,
        None,
        " ".join(notes) or None,
        named(inputs_of(fact)),
    )


def _whole(number: int | None) -> Value:
    return None if number is None else Decimal(number)


def _sum(whole: EvaluationFacts) -> Row:
    """The sum of the numbers that are known, and how far it is from who took part."""
    known = [item.count.known for item in whole.counts if item.count and not item.count.contested]
    total = sum(count.number for count in known)
    took_part = whole.participants.value
    open_ = took_part is None or whole.participants.contested
    difference = None if open_ or took_part is None or not known else took_part - total
    reason = _reason(whole, known) if difference else None
    value, rule_ = (_whole(total), Rule.COUNTED.value) if known else (None, None)
    told = LEAST if _open(whole, known) else KNOWN if total else ZERO
    told = told if known else Why.UNKNOWN.value
    figure = ("categories-sum", None, value, None, None, rule_, told)
    return (*figure, difference, reason, None, None)


def _open(whole: EvaluationFacts, known: list[Count]) -> bool:
    return len(known) < len(whole.counts) or any(count.at_least for count in known)


def _reason(whole: EvaluationFacts, known: list[Count]) -> str:
    if whole.disputed:
        return "unsure"
    if any(count.at_least for count in known):
        return "at-least"
    if len(known) < len(whole.counts) or whole.unknown:
        return "unknown"
    return "stopped" if whole.stopped else "announced"


def _average(name: str, fact: Fact[Average], evaluation: Evaluation) -> Row:
    average = fact.value
    exact_value = None
    if average is not None:
        exact_value = exactly(_exact(name, evaluation), average.value)
    return (
        name,
        None,
        average.value if average else None,
        exact_value,
        average.n if average else None,
        fact.rule.value if fact else None,
        KNOWN if average else (fact.why or Why.UNKNOWN).value,
        None,
        None,
        fact.note,
        named(inputs_of(fact)),
    )


def _exact(name: str, evaluation: Evaluation) -> Fraction:
    """The mean or median before it is rounded: of the same scores."""
    scores = [file.score for file in evaluation.results.values() if file.score is not None]
    return (exact_mean if name == "mean" else exact_median)(scores)


def years(facts: Facts) -> list[int]:
    """All that have a group."""
    return [year for year in facts.dataset.years if facts.dataset.of_year(year)]


SUBJECT = Subject(
    "kelompok",
    COLUMNS,
    ("measure", "year", "group", "figure", "of"),
    N_("angka tiap kelompok, semua edisi"),
    N_("angka tiap kelompok, edisi %(year)s"),
    years,
    rows,
)
