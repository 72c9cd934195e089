"""The rules of computation: the words that readers of a site get, and examples that are computed here."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.content import packaged
from generator.evaluation import rounding, scoring
from generator.format.measure import DEFAULT

BEGIN, END = "## Pembulatan dan batas kategori", "## Bagaimana teks disusun"
"""What of the method that every site shows is rules of computation."""

MINIMA = tuple(map(Decimal, (90, 80, 60, 40, 0)))
NAMES = (
    "Informatif",
    "Menuju Informatif",
    "Cukup Informatif",
    "Kurang Informatif",
    "Tidak Informatif",
)
SCORES = {
    "A": Decimal("95.00"),
    "B": Decimal("90.00"),
    "C": Decimal("90.00"),
    "D": Decimal("80.00"),
}


def _listed(ranks: dict[str, int]) -> str:
    return ", ".join(f"{name} {rank}" for name, rank in ranks.items())


EXAMPLES: tuple[tuple[str, Callable[..., Any], tuple[Any, ...], Callable[[Any], str]], ...] = (
    ("Skor 79,995 dibulatkan ke dua desimal", rounding.round_half_up, (Decimal("79.995"), 2), str),
    (
        "Kategori skor 80,00 bila batasnya 90, 80, 60, 40, 0",
        rounding.category_index,
        (Decimal("80.00"), MINIMA),
        lambda at: NAMES[at],
    ),
    (
        "Selisih skor 80,00 ke kategori berikutnya",
        rounding.gap_to_next,
        (Decimal("80.00"), MINIMA),
        str,
    ),
    (
        "Peringkat skor A 95,00, B 90,00, C 90,00, D 80,00",
        rounding.competition_ranks,
        (SCORES,),
        _listed,
    ),
    ("Rata-rata keempat skor itu", rounding.mean, (list(SCORES.values()), 2), str),
    ("Median keempat skor itu", rounding.median, (list(SCORES.values()), 2), str),
    (
        "Skor 40,00 dikurangi 37,1: seteliti yang paling kasar dari keduanya",
        rounding.difference,
        (Decimal("40.00"), Decimal("37.1")),
        str,
    ),
    (
        "Skor 37,1 ditampilkan pada skala dua desimal: angka tidak dikarang",
        rounding.as_printed,
        (Decimal("37.1"), 2),
        str,
    ),
    (
        "Bobot 60 dengan nilai 100 dan bobot 40 dengan nilai 50",
        scoring.weighted,
        (
            (
                (Decimal(60), scoring.fraction(Decimal(100))),
                (Decimal(40), scoring.fraction(Decimal(50))),
            ),
        ),
        str,
    ),
)
"""What is computed, by which function, of what, and how its answer is written."""


def rules() -> str:
    """The rules in words, then each function with an example that it has just computed."""
    head = "| Contoh | Hasil | Fungsi |\n| --- | --- | --- |"
    rows = [
        f"| {told} | {_in_words(written(function(*given)))} | `{_where(function)}` |"
        for told, function, given, written in EXAMPLES
    ]
    return "\n\n".join((_prose(), "## Contoh yang dihitung program", "\n".join((head, *rows))))


def _prose() -> str:
    text = packaged(DEFAULT, "metodologi")
    text = text[text.index(BEGIN) : text.index(END)]
    text = re.sub(r"^\[\[(?:bila [a-z]+|habis)\]\]\n", "", text, flags=re.MULTILINE)
    return text.replace("[[desimal]]", "banyaknya desimal menurut skala edisi itu").strip()


def _in_words(text: str) -> str:
    return re.sub(r"(?<=\d)\.(?=\d)", ",", text)


def _where(function: Callable[..., Any]) -> str:
    path = Path(inspect.getsourcefile(function) or "")
    return f"{path.parent.name}/{path.name}: {function.__name__}"
