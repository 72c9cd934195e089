"""Workbooks as offices keep them, made by openpyxl; and a made-up site into which they are read."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml
from openpyxl import Workbook

NAMES = {
    "andai": ("Kabupaten Andai", "99.01"),
    "dongeng": ("Kabupaten Dongeng", "99.02"),
    "hulu-sungai-teduh": ("Kabupaten Hulu Sungai Teduh", "99.03"),
    "khayal": ("Kabupaten Khayal", "99.04"),
    "serai": ("Kabupaten Serai", "99.10"),
    "kota-angan": ("Kota Angan", "99.71"),
    "kota-serai": ("Kota Serai", "99.72"),
}
REGIONS = "groups: [{id: kabupaten-kota, name: Kabupaten/kota}]\nregions:\n" + "".join(
    f"  - {{id: {id_}, name: {name}, kind: {name.split()[0].lower()}, group: kabupaten-kota, code: {code}}}\n"
    for id_, (name, code) in NAMES.items()
)
EDITION = """\
year: 2026
title: Evaluasi 2026
organizer: Komisi Informasi Contoh
status: final
published: 2026-12-01
instrument: saq
scale:
  categories:
    - {name: Informatif, minimum: 90}
    - {name: Menuju Informatif, minimum: 80}
    - {name: Cukup Informatif, minimum: 60}
    - {name: Kurang Informatif, minimum: 40}
    - {name: Tidak Informatif, minimum: 0}
"""
INSTRUMENT = """\
title: Kuesioner
year: 2026
stages: [{id: saq, name: SAQ, weight: 80}, {id: visitasi, name: Visitasi, weight: 20}]
indicators:
  - id: jenis
    stage: saq
    name: Jenis informasi
    weight: 60
    questions:
      - {id: berkala, text: Apakah laporan diumumkan?, weight: 50, scale: yes-no}
      - {id: pelatihan, text: Berapa petugas dilatih?, weight: 50, scale: {kind: number, maximum: 5}}
  - id: layanan
    stage: saq
    name: Layanan
    weight: 40
    questions:
      - id: kanal
        text: Kanal apa saja yang dipakai?
        weight: 50
        scale:
          kind: choices
          options: [{id: situs, name: situs web, points: 2}, {id: medsos, name: media sosial, points: 1}]
      - id: lengkap
        text: Seberapa lengkap?
        weight: 50
        scale:
          kind: levels
          options:
            - {id: penuh, name: lengkap, points: 2}
            - {id: kurang, name: sebagian, points: 1}
            - {id: kosong, name: tidak ada, points: 0}
  - {id: kunjungan, stage: visitasi, name: Kunjungan, weight: 100}
"""
QUESTIONS = ("berkala", "pelatihan", "kanal", "lengkap")


@dataclass(frozen=True)
class Of:
    """A sheet: rows of values, of which one may be ``(value, number format)``."""

    rows: Sequence[Sequence[Any]]
    name: str = "Rekap"
    merged: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[str] = ()
    formats: dict[str, str] = field(default_factory=dict)


def shown(*values: float) -> list[tuple[float, str]]:
    """Scores with two decimals."""
    return [(value, "0.00") for value in values]


def write_book(path: Path, *sheets: Of) -> Path:
    """An XLSX file."""
    book = Workbook()
    book.remove(book.active)
    for one in sheets:
        sheet = book.create_sheet(one.name)
        for row, values in enumerate(one.rows, 1):
            for column, value in enumerate(values, 1):
                cell = sheet.cell(row, column)
                cell.value, form = value if isinstance(value, tuple) else (value, None)
                if form:
                    cell.number_format = form
        for span in one.merged:
            sheet.merge_cells(span)
        for row in one.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for letter in one.hidden_columns:
            sheet.column_dimensions[letter].hidden = True
    book.save(path)
    return path


def write_ods(path: Path, rows: Sequence[Sequence[Any]], name: str = "Rekap") -> Path:
    """An ODS file of texts and numbers."""

    def cell(value: Any) -> str:
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, int | float):
            return (
                f'<table:table-cell office:value-type="float" office:value="{value}">'
                f"<text:p>{value}</text:p></table:table-cell>"
            )
        return (
            '<table:table-cell office:value-type="string">'
            f"<text:p>{escape(value)}</text:p></table:table-cell>"
        )

    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{names}office:1.0" '
        f'xmlns:table="{names}table:1.0" xmlns:text="{names}text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="{name}">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
        packed.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest '
            f'xmlns:manifest="{names}manifest:1.0"><manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
    return path


def write_office(folder: Path, **more: str) -> Path:
    """A site with one edition without results; ``more`` are files of ``results/``."""
    files = {
        "results/regions.yml": REGIONS,
        "results/2026/edition.yml": EDITION,
        "results/instruments/saq.yml": INSTRUMENT,
        "mkdocs.yml": "site_name: Contoh\ndocs_dir: content\ntheme: {name: rapor}\nplugins: [rapor]\n",
        "content/.gitkeep": "",
        **{f"results/{name}": text for name, text in more.items()},
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def results_of(site: Path, year: int = 2026) -> dict[str, dict[str, Any]]:
    """What stands in the result files, without ``region``; every scalar as its text."""
    found = {}
    for path in sorted((site / f"results/{year}").glob("*.yml")):
        if path.name != "edition.yml":
            data = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
            assert data.pop("region") == path.stem
            found[path.stem] = data
    return found


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
