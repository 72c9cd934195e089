"""Where the table of a sheet is: its header rows, the rows of regions, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.workbook.cells import Cell, Sheet
from generator.workbook.regions import Regions, key_of

MOST_HEADERS = 3
"""Rows of a header."""

REGION_WORDS = frozenset(
    """wilayah|nama wilayah|daerah|nama daerah|kabupaten kota|nama kabupaten kota|kab kota|kabkota
    |nama kab kota|kabupaten|kota|badan publik|nama badan publik|badan publik daerah|instansi
    |nama instansi|nama|provinsi|nama provinsi|pemerintah daerah|pemda|opd|nama opd|skpd|nama skpd
    |perangkat daerah|nama perangkat daerah|satuan kerja|unit kerja|ppid|nama ppid|peserta
    |nama peserta|region|kabupaten atau kota|pemerintah kabupaten kota|kecamatan|desa|kelurahan
    |nama kecamatan|nama desa|desa kelurahan|lembaga|nama lembaga|badan publik peserta|responden
    |nama responden|kabupaten kota se provinsi|asal instansi""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Headers of a column of regions, as ``key_of`` has them."""

CODE_WORDS = frozenset(
    ("kode", "kode wilayah", "kode kemendagri", "kode daerah", "kode kab kota", "kode bps", "code")
)

_SUBTOTAL = re.compile(
    r"(?:sub ?total|grand total|total|jumlah|rata|rerata|mean|median|average|nilai (?:rata|tertinggi"
    r"|terendah)|skor (?:rata|tertinggi|terendah)|tertinggi|terendah|maksimum|minimum|maks?|min"
    r"|standar deviasi|simpangan baku)\b"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a table is: its header rows, the column of regions, of codes, and the first row of data."""

    sheet: Sheet
    headers: tuple[int, ...]
    region: int | None
    code: int | None

    @property
    def first(self) -> int:
        return self.headers[-1] + 1 if self.headers else 1

    def header(self, column: int) -> str:
        """The header of a column: its texts in all header rows, from above."""
        texts: list[str] = []
        for row in self.headers:
            text = self.sheet.seen(row, column).text
            if text and text not in texts:
                texts.append(text)
        return " / ".join(texts)

    @property
    def last_column(self) -> int:
        return self.sheet.columns


def is_subtotal(text: str) -> bool:
    """Whether a label is that of a sum or a mean: “Rata-rata”, “JUMLAH”."""
    return _SUBTOTAL.match(key_of(text)) is not None


def is_numbering(cells: list[Cell]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3)."""
    numbers = [found[1] for cell in cells if (found := re.fullmatch(r"\(?(\d{1,2})\)?", cell.text))]
    if len(numbers) != len(cells) or len(cells) < 3:
        return False
    first = int(numbers[0])
    return first <= 1 and [int(number) for number in numbers] == list(
        range(first, first + len(cells))
    )


def find_layout(sheet: Sheet, regions: Regions) -> Layout | None:
    """The table of a sheet; None if none of its cells names a region."""
    names, codes = _columns(sheet, regions)
    headed = _header_row(sheet, regions)
    if headed is not None:
        top, region, code = headed
        if region is None and code is None:
            return None
        by = region if region is not None else code
        assert by is not None
        return Layout(sheet, _all_headers(sheet, top, by, regions), region, code)
    best = max(names, key=lambda column: (len(names[column]), -column), default=None)
    by_code = max(codes, key=lambda column: (len(codes[column]), -column), default=None)
    # Numbers of rows are codes too, where provinces are listed.
    if by_code is not None and (best is not None or len(codes[by_code]) < 2):
        by_code = None
    column = best if best is not None else by_code
    if column is None:
        return None
    first = min((names.get(column) or codes[column]).values())
    return Layout(sheet, _above(sheet, first), best, by_code)


def _columns(
    sheet: Sheet, regions: Regions
) -> tuple[dict[int, dict[str, int]], dict[int, dict[str, int]]]:
    """By column the regions that its cells name for sure, by name and by code, each with its first row."""
    names: dict[int, dict[str, int]] = {}
    codes: dict[int, dict[str, int]] = {}
    for cells in sheet.by_row.values():
        for cell in cells:
            if cell.kind == "text":
                _note(names, cell, regions(cell.text).regions if regions(cell.text).sure else ())
            if cell.kind in ("text", "number"):
                _note(codes, cell, regions.by_code(cell.text).regions)
    return names, codes


def _note(found: dict[int, dict[str, int]], cell: Cell, ids: tuple[str, ...]) -> None:
    for id_ in ids:
        found.setdefault(cell.column, {}).setdefault(id_, cell.row)


def _header_row(sheet: Sheet, regions: Regions) -> tuple[int, int | None, int | None] | None:
    """The first row with a header of regions or codes beside others, and the columns of both."""
    for row, cells in sheet.by_row.items():
        if len(cells) < 2:
            continue
        region = _first(cells, lambda text: key_of(text) in REGION_WORDS or _is_named(text))
        code = _first(cells, lambda text: key_of(text) in CODE_WORDS)
        if code is not None and not _holds_regions(sheet, row, code, regions, code=True):
            code = None  # of something else
        if region is None and code is None:
            continue
        if any(regions(cell.text).sure for cell in cells if cell.column == region):
            continue
        column = region if region is not None else code
        assert column is not None
        if _holds_regions(sheet, row, column, regions, code=region is None):
            return row, region, code
    return None


def _is_named(text: str) -> bool:
    return text.endswith("(region)")


def _first(cells: list[Cell], fits: Callable[[str], bool]) -> int | None:
    return next((cell.column for cell in cells if cell.kind == "text" and fits(cell.text)), None)


def _holds_regions(sheet: Sheet, row: int, column: int, regions: Regions, *, code: bool) -> bool:
    """Whether below a header there is anything that names a region, or nearly."""
    for below in range(row + 1, sheet.rows + 1):
        text = sheet.at(below, column).text
        if text and (regions.by_code(text) if code else regions(text)).regions:
            return True
    return False


def _all_headers(sheet: Sheet, top: int, column: int, regions: Regions) -> tuple[int, ...]:
    """The header rows around the one that names the regions."""
    rows = [top]
    above = sheet.row(top - 1)
    if any(c.merged and c.merged[1] > column and c.merged[3] > c.merged[1] for c in above):
        rows.insert(0, top - 1)
    for row in range(top + 1, top + MOST_HEADERS):
        cell = sheet.at(row, column)
        empty = not cell.text or not cell.is_first or sheet.seen(row, column).row == top
        others = [c for c in sheet.row(row) if c.column > column and c.is_first]
        # A row of numbers is one of columns, unless it numbers what one header above it spans.
        spans = any(
            c.merged and c.merged[0] <= top <= c.merged[2] and c.merged[3] > c.merged[1]
            for c in sheet.row(top)
            if c.column > column
        )
        if not empty or not others:
            break
        if not (spans or all(c.kind == "text" for c in others)):
            break
        rows.append(row)
    return tuple(rows)


def _above(sheet: Sheet, first: int) -> tuple[int, ...]:
    """The row right above the first of data, if it may be a header: two or more texts."""
    for row in range(first - 1, max(0, first - 1 - MOST_HEADERS), -1):
        texts = [cell for cell in sheet.row(row) if cell.kind == "text"]
        if len(texts) >= 2:
            return (row,)
    return ()
