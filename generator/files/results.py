"""The result of every region: category, score, rank, their changes, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts import Facts
from generator.facts.group import EvaluationFacts
from generator.facts.model import (
    Category,
    CategoryChange,
    Fact,
    PlaceChange,
    PointChange,
    Rank,
    Rule,
    Why,
)
from generator.facts.region import RegionFacts
from generator.facts.sources import inputs_of
from generator.files.column import PARTICIPATION, Column, Type, Value
from generator.files.columns import BODY, FILE, NOTE, SCORE, SOURCE, exact, rule, since, state, why
from generator.files.exact import exactly
from generator.files.states import state_of
from generator.files.table import Row, Subject, body, file_of, named
from generator.format import Source
from generator.language.catalogue import N_


def _several(name: str, title: str, *, of_categories: bool = False) -> Column:
    about = N_("Semua nilai yang disebut, bila sumber berbeda.")
    return Column(name, title, about, of_categories=of_categories)


def _whose(name: str, title: str, *, of_categories: bool = False) -> Column:
    about = N_("Sumber angka ini, atau sumber yang dipakai menghitungnya.")
    return Column(name, title, about, of_categories=of_categories)


COLUMNS = (
    *BODY,
    Column("kind", N_("Jenis"), N_("Jenis badan publik."), required=True),
    Column("code", N_("Kode"), N_("Kode wilayah Kementerian Dalam Negeri; teks, bukan angka.")),
    Column("organizer", N_("Penyelenggara"), N_("Yang menyelenggarakan evaluasi."), required=True),
    Column(
        "published", N_("Diumumkan"), N_("Tanggal hasil diumumkan: 2025, 2025-12, atau 2025-12-19.")
    ),
    Column("status", N_("Status"), N_("final: hasil sesungguhnya; sample: contoh; draft: draf.")),
    Column(
        "participation",
        N_("Keikutsertaan"),
        N_("Bagian wilayah dalam evaluasi, sebagai kode."),
        words=PARTICIPATION,
    ),
    Column(
        "category",
        N_("Kategori"),
        N_("Kategori hasil."),
        state="category_state",
        of_categories=True,
    ),
    rule("category_rule", N_("Asal kategori"), of_categories=True),
    why("category_why", N_("Alasan kategori kosong"), of_categories=True),
    Column(
        "category_change",
        N_("Perubahan kategori"),
        N_("Naik (positif) atau turun (negatif) berapa kategori."),
        Type.COUNT,
        N_("kategori"),
        state="category_change_why",
        of_categories=True,
    ),
    since("category_change_since", N_("Kategori dibandingkan dengan"), of_categories=True),
    SCORE,
    Column(
        "score_maximum",
        N_("Skor tertinggi skala"),
        N_("Skor tertinggi pada skala edisinya."),
        Type.NUMBER,
        N_("poin"),
        least=0,
    ),
    why("score_why", N_("Alasan skor kosong")),
    Column(
        "score_change",
        N_("Perubahan skor"),
        N_("Naik (positif) atau turun (negatif) berapa poin."),
        Type.NUMBER,
        N_("poin"),
        state="score_change_why",
    ),
    since("score_change_since", N_("Skor dibandingkan dengan")),
    Column(
        "rank",
        N_("Peringkat"),
        N_("Peringkat dalam kelompok; 1 yang terbaik."),
        Type.COUNT,
        least=1,
        state="rank_state",
    ),
    Column(
        "rank_of", N_("Dari"), N_("Berapa yang diperingkat, bila diketahui."), Type.COUNT, least=1
    ),
    rule("rank_rule", N_("Asal peringkat")),
    why("rank_why", N_("Alasan peringkat kosong")),
    Column(
        "rank_change",
        N_("Perubahan peringkat"),
        N_("Naik (positif) atau turun (negatif) berapa peringkat."),
        Type.COUNT,
        N_("peringkat"),
        state="rank_change_why",
    ),
    since("rank_change_since", N_("Peringkat dibandingkan dengan")),
    Column(
        "rank_in_category",
        N_("Peringkat dalam kategori"),
        N_("Peringkat di antara yang sekategori, bila dipublikasikan."),
        Type.COUNT,
        least=1,
        of_categories=True,
    ),
    NOTE,
    SOURCE,
    Column("source_url", N_("Alamat sumber"), N_("Alamat web sumber yang punya alamat.")),
    FILE,
    # New columns come last: whoever reads by position reads on.
    rule("score_rule", N_("Asal skor")),
    _several("category_values", N_("Kategori menurut tiap sumber"), of_categories=True),
    _several("score_values", N_("Skor menurut tiap sumber")),
    _several("rank_values", N_("Peringkat menurut tiap sumber")),
    _whose("category_source", N_("Sumber kategori"), of_categories=True),
    _whose("score_source", N_("Sumber skor")),
    _whose("rank_source", N_("Sumber peringkat")),
    _whose("rank_of_source", N_("Sumber jumlah yang diperingkat")),
    why("category_change_why", N_("Alasan perubahan kategori kosong"), of_categories=True),
    why("score_change_why", N_("Alasan perubahan skor kosong")),
    why("rank_change_why", N_("Alasan perubahan peringkat kosong")),
    state("category_state", N_("Keadaan kategori"), of_categories=True),
    state("score_state", N_("Keadaan skor")),
    state("rank_state", N_("Keadaan peringkat")),
    exact("score_exact", N_("Skor tepat")),
    Column(
        "correction", N_("Koreksi"), N_("Nilai yang diubah setelah diumumkan, dan sejak kapan.")
    ),
)

FIGURES = ("category", "score", "rank")


def rows(facts: Facts, year: int) -> Iterator[Row]:
    """The result of every region of a year: the figures, their changes, the source."""
    for evaluation in facts.dataset.of_year(year):
        whole = facts.evaluation(evaluation)
        for item in whole.order:
            found = row_of(evaluation, item, whole)
            yield tuple(found.get(column.name) for column in COLUMNS)


def row_of(evaluation: Evaluation, item: RegionFacts, whole: EvaluationFacts) -> dict[str, Value]:
    region = item.region
    row: dict[str, Value] = {
        **dict(zip((column.name for column in BODY), body(evaluation, region), strict=True)),
        "kind": region.kind,
        "code": region.code,
        "organizer": evaluation.organizer,
        "published": str(evaluation.published) if evaluation.published else None,
        "status": evaluation.status,
        "participation": item.participation.value if evaluation.measure.taking_part else None,
        "score_maximum": evaluation.scale.maximum if evaluation.scale else None,
        "rank_of": item.rank.value.of if item.rank.value else None,
    }
    if item.rank_in_category.value is not None:
        row["rank_in_category"] = item.rank_in_category.value.place
    figures: dict[str, Fact[Any]] = {name: getattr(item, name) for name in FIGURES}
    for name, fact in figures.items():
        row |= _figure(name, fact)
    if item.rank.rule is Rule.RANKED and item.rank:
        row["rank_source"] = named(inputs_of(item.rank, item.score))
    elif item.rank.value is not None and item.rank.value.of == whole.took_part.value:
        row["rank_of_source"] = named(inputs_of(whole.took_part))
    row |= _changes(item)
    notes = [fact.note for fact in (*figures.values(), item.state) if fact.note]
    row["note"] = " ".join(dict.fromkeys(notes)) or None
    sources = inputs_of(*figures.values(), item.state)
    row["source"] = named(sources)
    row["source_url"] = "; ".join(s.url for s in sources if s.url) or None
    row["file"] = file_of(evaluation, region)
    row["score_exact"] = exactly(
        _exact_score(evaluation, item), item.score.value if row["score"] is not None else None
    )
    told = (correction for _, correction in evaluation.corrections_of(region.id))
    row["correction"] = "; ".join(f"{c.named}: {c.from_} → {c.to} ({c.date})" for c in told) or None
    return row


def _exact_score(evaluation: Evaluation, item: RegionFacts) -> Decimal | Fraction | None:
    """The score before it was rounded, published or computed."""
    file = evaluation.results.get(item.region.id)
    if file is None:
        return None
    if item.score.rule is Rule.BY_INSTRUMENT:
        return file.scores.final if file.scores else None
    return file.result.score.value if file.result.score else None


def _figure(name: str, fact: Fact[Any]) -> dict[str, Value]:
    """A figure, how it came about and whose word it is; of a contested one all that was published,
    and none in its own column."""
    said = [(fact.value, fact.source), *((other.value, other.source) for other in fact.others)]
    several = fact.contested and fact.value is not None
    reason = Why.UNSURE if several else fact.why
    return {
        name: None if several or fact.value is None else _value(fact.value),
        f"{name}_rule": fact.rule.value if fact else None,
        f"{name}_why": reason.value if reason else None,
        f"{name}_state": state_of(fact),
        f"{name}_values": "; ".join(_said(*pair) for pair in said) if several else None,
        f"{name}_source": named(inputs_of(fact)),
    }


def _changes(item: RegionFacts) -> dict[str, Value]:
    """How far each figure moved and since when; from one of several published ranks nothing is
    counted."""
    found: dict[str, Value] = {}
    for name, fact in (
        ("category", item.categories),
        ("score", item.points),
        ("rank", item.places),
    ):
        change, reason = fact.value, fact.why
        if isinstance(change, PlaceChange) and change.earlier.contested:
            change, reason = None, Why.UNSURE
        elif isinstance(change, PlaceChange) and not change.counted(item.rank.known):
            change, reason = None, Why.OTHER_NUMBER
        found[f"{name}_change_why"] = reason.value if reason else None
        if change is not None:
            found[f"{name}_change"] = _moved(change)
            found[f"{name}_change_since"] = change.year
    return found


def _moved(change: CategoryChange | PointChange | PlaceChange) -> Value:
    if isinstance(change, CategoryChange):
        return change.steps
    return change.points if isinstance(change, PointChange) else change.places


def _value(value: Category | Decimal | Rank) -> Value:
    if isinstance(value, Category):
        return value.name
    return value.place if isinstance(value, Rank) else value


def _said(value: Category | Decimal | Rank, source: Source | None) -> str:
    """``92.08 (Koran)``."""
    told = str(_value(value))
    return f"{told} ({source.publisher or source.title})" if source else told


SUBJECT = Subject(
    "hasil",
    COLUMNS,
    ("measure", "year", "region"),
    N_("hasil, semua edisi"),
    N_("hasil, edisi %(year)s"),
    lambda facts: facts.dataset.years,
    rows,
    always=True,
)
