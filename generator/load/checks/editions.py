"""What an edition says against the list of regions and other editions, and a scale in itself."""

from __future__ import annotations

from collections.abc import Sequence

from generator.format import Edition, EvaluationSettings, Scale
from generator.format.document import Document, dotted
from generator.format.folded import Path_
from generator.format.problems import Problems, message
from generator.load.checks import Read
from generator.load.checks.references import (
    check_source_references,
    check_unique_sources,
    listed_regions,
    note_unknown,
)


def check(read: Read, problems: Problems) -> None:
    """Note what is wrong in each edition."""
    for year, (edition, document) in read.editions.items():
        _edition(read, year, edition, document, problems)


def _edition(
    read: Read, year: int, edition: Edition, document: Document, problems: Problems
) -> None:
    """Settings of the year and of each group: regions, years, instruments and sources that exist."""
    dataset = read.dataset
    for group, own in edition.groups.items():
        path = ("groups", group)
        if group not in dataset.groups:
            note_unknown(document, path, group, list(dataset.groups), problems, key=True)
        _settings(read, year, own, document, path, problems)
        _published(year, own, own.notes or edition.notes, document, path, problems)
        if own.published is None and edition.published is None:
            _undated(own, document, path, problems)
        check_source_references(
            document,
            path,
            document.data["groups"][group],  # type: ignore[call-overload,index]
            [s.id for s in (*edition.sources, *own.sources)],
            problems,
        )
    _settings(read, year, edition, document, (), problems)
    _published(year, edition, edition.notes, document, (), problems)
    if edition.published is None:
        _undated(edition, document, (), problems)
    rest = {key: value for key, value in document.data.items() if key != "groups"}
    check_source_references(document, (), rest, [s.id for s in edition.sources], problems)
    seen: set[str] = set()
    lists = [((), edition.sources)]
    lists += [(("groups", g), own.sources) for g, own in edition.groups.items()]  # type: ignore[misc]
    for where, sources in lists:
        check_unique_sources(document, where, sources, seen, problems)


def _settings(
    read: Read,
    year: int,
    settings: EvaluationSettings,
    document: Document,
    path: tuple[str | int, ...],
    problems: Problems,
) -> None:
    dataset = read.dataset
    if settings.scale is not None and "scale" in settings.model_fields_set:
        _scale(settings.scale, document, (*path, "scale"), problems)
    named = {*dataset.instruments, *dataset.unread}
    if settings.instrument is not None and settings.instrument not in named and read.complete:
        note_unknown(
            document,
            (*path, "instrument"),
            settings.instrument,
            list(dataset.instruments),
            problems,
        )
    for index, other in enumerate(settings.comparable_with or ()):
        if other == year or other not in read.years:
            where = (*path, "comparable_with", index)
            problems.add(
                document.at(where),
                dotted(where),
                message("tidak ada edisi lain dari tahun {year}", year=other),
                message("sebutkan tahun edisi yang ada di results/"),
            )
    for where, region in listed_regions(settings):
        if region not in dataset.regions:
            note_unknown(document, (*path, *where), region, read.regions, problems)


def _published(
    year: int,
    settings: EvaluationSettings,
    notes: Sequence[str],
    document: Document,
    path: Path_,
    problems: Problems,
) -> None:
    """An announcement before the edition's year, or long after it and no note says so."""
    published = settings.published
    if published is None or "published" not in settings.model_fields_set:
        return
    where = (*path, "published")
    if published.year < year:
        problems.add(
            document.at(where),
            dotted(where),
            message("hasil {year} diumumkan {date}, sebelum tahunnya", year=year, date=published),
            message("perbaiki tanggal ini, atau tahun edisinya"),
        )
    elif published.year > year + 1 and not any(str(published.year) in note for note in notes):
        problems.add(
            document.at(where),
            dotted(where),
            message(
                "hasil {year} diumumkan {date}, lebih dari setahun kemudian",
                year=year,
                date=published,
            ),
            message(
                "perbaiki tanggal ini, atau tulis notes yang menyebut tahun {year}",
                year=published.year,
            ),
        )


def _undated(
    settings: EvaluationSettings, document: Document, path: Path_, problems: Problems
) -> None:
    """A source of a date that is not there."""
    if settings.published_source is not None:
        where = (*path, "published_source")
        problems.add(
            document.at(where),
            dotted(where),
            message("ada published_source, padahal tidak ada published"),
            message("tulis tanggal pengumuman itu sebagai published, atau hapus baris ini"),
        )


def _scale(
    scale: Scale, document: Document, path: tuple[str | int, ...], problems: Problems
) -> None:
    steps = scale.categories
    names = [step.name for step in steps]
    minima = [step.minimum for step in steps]
    for index, step in enumerate(steps):
        where = (*path, "categories", index)
        if step.name in names[:index]:
            problems.add(
                document.at((*where, "name")),
                dotted((*where, "name")),
                message("kategori “{name}” sudah ada", name=step.name),
                message("tiap kategori ditulis satu kali"),
            )
        if step.minimum is None and any(m is not None for m in minima):
            problems.add(
                document.at(where),
                dotted((*where, "minimum")),
                message("kategori ini tidak punya minimum, padahal yang lain punya"),
                message("tulis minimum untuk semua kategori, atau tidak untuk satu pun"),
            )
        before = minima[index - 1] if index else None
        if step.minimum is not None and before is not None and step.minimum >= before:
            problems.add(
                document.at((*where, "minimum")),
                dotted((*where, "minimum")),
                message(
                    "kategori tidak berurutan: {a} tidak di bawah {b}", a=step.minimum, b=before
                ),
                message("tulis kategori dari yang terbaik; minimumnya makin kecil"),
            )
        if step.minimum is not None and step.minimum > scale.maximum:
            problems.add(
                document.at((*where, "minimum")),
                dotted((*where, "minimum")),
                message("minimum {a} di atas skor tertinggi {b}", a=step.minimum, b=scale.maximum),
                message("perbaiki minimum ini atau maximum skala"),
            )
    if minima and minima[-1] is not None and minima[-1] != 0:
        where = (*path, "categories", len(steps) - 1, "minimum")
        problems.add(
            document.at(where),
            dotted(where),
            message("skor di bawah {a} tidak punya kategori", a=minima[-1]),
            message("kategori terendah mulai dari 0"),
        )
