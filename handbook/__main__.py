"""Writes what of the manual is made: ``python -m handbook``."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from handbook.angles import angles
from handbook.commands import commands
from handbook.options import options
from handbook.rules import rules
from handbook.words import words
from handbook.workbooks import YEARS, workbook

DOCS = Path(__file__).parent.parent / "docs"

PAGES: dict[str, Callable[[], str]] = {
    "perintah": commands,
    "pengaturan": options,
    "ukuran": words,
    "sudut": angles,
    "aturan": rules,
}
"""The pages of ``docs/acuan/``, of which a part is made; the rest is written by hand."""

MARKS = re.compile(r"(<!-- dibuat -->\n).*?(<!-- akhir -->)", re.DOTALL)


def written(name: str, text: str) -> str:
    """A page with its part made anew."""
    return MARKS.sub(lambda found: f"{found[1]}\n{PAGES[name]()}\n\n{found[2]}", text)


def books() -> dict[str, bytes]:
    """The workbooks that the tutorial offers, by the names of their files."""
    return {f"rekap-{year}.xlsx": workbook(year) for year in YEARS}


def main(docs: Path = DOCS) -> None:
    """Write all pages and workbooks."""
    for name in PAGES:
        path = docs / "acuan" / f"{name}.md"
        path.write_text(written(name, path.read_text("utf-8")), encoding="utf-8", newline="\n")
    for name, content in books().items():
        (docs / "berkas").mkdir(exist_ok=True)
        (docs / "berkas" / name).write_bytes(content)


if __name__ == "__main__":
    main()
