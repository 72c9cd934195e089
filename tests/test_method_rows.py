"""What the method says of the editions: the same as their pages say."""

from __future__ import annotations

import re
from collections.abc import Callable

from conftest import EDITION
from test_method import Files, method, whole, words

from generator.site import Whole

__all__ = ["whole"]  # the fixture


def test_announced_ranks_are_of_the_number_that_stands_beside_them(
    whole: Callable[[Files], Whole],
) -> None:
    ranked = {
        "2024/edition.yml": EDITION + "participants: {took_part: {value: 3, source: koran}}\n",
        "2024/alfa.yml": "region: alfa\nscore: 87.45\nrank: 1\n",
        "2024/beta.yml": "region: beta\nscore: 81.00\n",
    }
    assert "diumumkan; diketahui 1 dari 3" in method(whole(ranked))


def test_a_rank_beside_another_year_is_told_of_that_year(whole: Callable[[Files], Whole]) -> None:
    """Whether it rose or fell does not follow; the table names the year of what is not of its own."""
    files = {
        f"{year}/edition.yml": EDITION.replace("2024", str(year)) for year in (2022, 2023, 2024)
    }
    files |= {
        "2022/alfa.yml": "region: alfa\nscore: 70\nrank: 2\n",
        "2022/beta.yml": "region: beta\nscore: 80\nrank: 1\n",
        "2023/alfa.yml": "region: alfa\nrank: 3\n",
        "2024/alfa.yml": "region: alfa\nscore: 80\nrank: 2\n",
        "2024/beta.yml": "region: beta\nscore: 81\nrank: 1\n",
    }
    found = whole(files)
    assert "2023: peringkat; 2022: kategori, skor, dan peringkat" in method(found)
    table = words(found, "2024/kelompok/kabupaten-kota/")
    assert "dibanding 2022 bila tahun lain tidak disebut" in table


def test_a_least_change_is_a_comparison_of_scores(whole: Callable[[Files], Whole]) -> None:
    files = {
        "2023/edition.yml": EDITION.replace("2024", "2023"),
        "2024/edition.yml": EDITION + "comparable_with: [2023]\n",
        "2023/alfa.yml": "region: alfa\ncategory: Cukup Informatif\n",
    }
    assert "2023: kategori dan skor sebagai “sedikitnya”" in method(whole(files))


def test_an_edition_of_another_scale_than_one_that_compares_is_told_so(
    whole: Callable[[Files], Whole],
) -> None:
    """Of 2024 no bounds are known; the data compare it with 2023 alone, whose bounds are others."""
    old = EDITION.replace("2024", "2022").replace("minimum: 90", "minimum: 97")
    now = re.sub(r", minimum: [0-9]+", "", EDITION) + "comparable_with: [2023]\n"
    files = {
        "2022/edition.yml": old,
        "2023/edition.yml": EDITION.replace("2024", "2023"),
        "2024/edition.yml": now,
        "2022/alfa.yml": "region: alfa\ncategory: Cukup Informatif\n",
        "2023/beta.yml": "region: beta\ncategory: Cukup Informatif\n",
        "2024/alfa.yml": "region: alfa\ncategory: Cukup Informatif\n",
        "2024/beta.yml": "region: beta\ncategory: Cukup Informatif\n",
    }
    assert "tidak dengan 2022: skalanya berbeda dari skala 2023" in method(whole(files))
