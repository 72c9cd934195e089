"""Sites with scales to 1000, 10 and 4, without categories: the digits that readers see."""

from __future__ import annotations

import csv
import re
from decimal import ROUND_HALF_UP, Decimal
from html import unescape
from pathlib import Path

import pytest
from conftest import dataset_of, whole_of, write_results

from generator.evaluation.rounding import difference
from generator.site import Whole

MEASURE = (
    "name: penilaian layanan\nshort: Layanan\nsubject: layanan\nvalue: nilai\ncategories: false\n"
)
EDITION = (
    "year: {year}\ntitle: Penilaian {year}\norganizer: Badan Rekaan\nstatus: final\n"
    "published: {year}-11-03\nscale: {{maximum: {maximum}, decimals: {decimals}}}\n"
)
SITES = {
    1000: (1, ("871.5", "905.3", "640"), ("895.1", "1000", "655")),
    10: (2, ("8.5", "7.25", "9"), ("8.65", "7.25", "10")),
    4: (3, ("3.1", "2.9", "4.0"), ("3.125", "2.75", "3.999")),
}
"""By the highest score: the decimals of the scale, the scores of 2023 and of 2024."""


@pytest.fixture(params=SITES, ids=str)
def site(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[int, Whole]:
    maximum: int = request.param
    decimals, *scores = SITES[maximum]
    files: dict[str, str | None] = {"measures/kip.yml": MEASURE}
    for year, figures in zip((2023, 2024), scores, strict=True):
        settings = EDITION.format(year=year, maximum=maximum, decimals=decimals)
        files[f"{year}/edition.yml"] = settings
        for region, score in zip(("alfa", "beta", "kota-gama"), figures, strict=True):
            files[f"{year}/{region}.yml"] = f"region: {region}\nscore: {score}\n"
    return maximum, whole_of(dataset_of(write_results(tmp_path, files)))


def words(whole: Whole, address: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", whole.made(address)[1])))


def shown(number: Decimal | int) -> str:
    """A number as Indonesian writes it."""
    return f"{number:,}".translate({ord(","): ".", ord("."): ","})


def moved(old: str, new: str) -> Decimal:
    """What a difference may say: no more decimals than the coarser score was printed with, of a whole
    number beside decimals one."""
    exact = Decimal(new) - Decimal(old)
    least, fine = sorted(len(text.partition(".")[2]) for text in (old, new))
    places = least or min(1, fine)
    coarse = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return coarse if coarse or not exact else exact


def test_the_table_has_what_was_printed_and_differences_no_finer(site: tuple[int, Whole]) -> None:
    maximum, whole = site
    _, before, now = SITES[maximum]
    content = whole.files["data/hasil-2024.csv"]()
    text = content if isinstance(content, str) else content.decode("utf-8-sig")
    rows = {row["region"]: row for row in csv.DictReader(text.removeprefix("\ufeff").splitlines())}
    for region, old, new in zip(("alfa", "beta", "kota-gama"), before, now, strict=True):
        assert rows[region]["score"] == new
        assert rows[region]["score_maximum"] == str(maximum)
        assert Decimal(rows[region]["score_change"]) == moved(old, new)
        assert not re.fullmatch(r"-0(\.0*)?", rows[region]["score_change"])


def test_the_pages_say_the_same_and_where_the_scale_ends(site: tuple[int, Whole]) -> None:
    maximum, whole = site
    _, before, now = SITES[maximum]
    for region, old, new in zip(("alfa", "beta", "kota-gama"), before, now, strict=True):
        told = words(whole, f"2024/{region}/")
        change = moved(old, new)
        assert f"{shown(Decimal(new))} skala sampai {shown(maximum)}" in told
        assert f"Batas atas skala nilai itu {shown(maximum)}." in told
        if change:
            assert re.search(rf"(naik|turun) {shown(abs(change))} poin", told)
            assert "tetap dari " + shown(Decimal(old)) not in told
        assert "dari 100" not in told and "kategori" not in told.lower()


@pytest.mark.parametrize(
    "now, before, told",
    [
        ("40.00", "37.1", "2.9"),
        ("40.00", "37.10", "2.90"),
        ("1000", "905.3", "94.7"),
        ("82", "88.50", "-6.5"),
        ("3.999", "4.0", "-0.001"),
        ("3.5", "3.49", "0.01"),
        ("7", "7.00", "0.0"),
        ("7.00", "7.00", "0.00"),
    ],
)
def test_a_difference_is_as_fine_as_the_coarser_number_and_a_tenth_beside_decimals(
    now: str, before: str, told: str
) -> None:
    assert str(difference(Decimal(now), Decimal(before))) == told
