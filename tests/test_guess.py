"""What was probably meant by a word that is not known."""

from __future__ import annotations

import pytest

from generator.format.guess import COMMON, FEW, LONGEST, Guesser, likely

KEYS = ["region", "score", "category", "rank", "sources", "not_published"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("skor", "score"),  # what an Indonesian writer expects
        ("sumber", "sources"),  # of which there may be several
        ("Score", "score"),
        ("catgory", "category"),
        ("xyz", None),
        ("s" * (LONGEST + 1), None),
    ],
)
def test_a_key(word: str, meant: str | None) -> None:
    assert likely(word, KEYS) == meant


def test_a_kota_without_its_kota() -> None:
    assert likely("banjarbaru", ["banjar", "banjarmasin", "kota-banjarbaru"]) == "kota-banjarbaru"


def many(number: int) -> list[str]:
    return [f"desa-{a}{b}{c}-{n}" for n, (a, b, c) in enumerate(_letters(number))]


def _letters(number: int) -> list[str]:
    letters = "bcdfghjklmnprstwy"
    size = len(letters)
    return [
        letters[n % size] + letters[n // size % size] + letters[n // size**2 % size]
        for n in range(number)
    ]


def test_among_many_only_the_nearest_are_compared() -> None:
    """Of 83,762 regions a word is compared with those that share groups of letters with it."""
    known = [*many(3000), "hulu-sungai-selatan", "hulu-sungai-utara"]
    assert len(known) > FEW
    guess = Guesser(known)
    assert guess("hulu-sungai-slatan") == "hulu-sungai-selatan"
    assert guess("kalimantan") is None
    nearest = guess.nearest("hulu-sungai-slatan")
    assert nearest[:2] == ["hulu-sungai-selatan", "hulu-sungai-utara"] and len(nearest) <= 10


def test_letters_that_all_share_do_not_count() -> None:
    known = many(COMMON + 1)
    guess = Guesser(known)
    assert len(guess.holders["des"]) == COMMON + 1
    assert guess.nearest("desa") == []
