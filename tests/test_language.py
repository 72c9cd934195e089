"""How each language writes numbers, dates, lists and headlines; cases/language/ has the table."""

from __future__ import annotations

import gettext
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import lokal
import pytest
import yaml
from conftest import ROOT
from hypothesis import example, given
from hypothesis import strategies as st
from reader.language.indonesian import INDONESIAN, value_of
from reader.patterns import Line

from generator.format import PartialDate, Region
from generator.language import language, languages, names_en
from generator.language.base import Language
from generator.language.en import spelled as english
from generator.language.names import Names
from generator.language.spelling import spelled as indonesian

FOLDER = ROOT / "tests" / "cases" / "language"
NAMES = (
    *(
        "noun",
        "group",
        "kind",
        "region",
        "short_region",
        "institution",
        "law",
        "activity",
        "subject",
    ),
    *("taken", "quoted"),
)
NUMBERS = st.integers(0, 100_000)


def day(text: str) -> PartialDate:
    return PartialDate(*(int(part) for part in text.split("-")))


def answers(written: Language) -> dict[str, Callable[[str], str]]:
    """By the name of a table of cases: the text for what is given there."""

    def of(name: str, read: Callable[[str], Any]) -> Callable[[str], str]:
        return lambda given: str(getattr(written, name)(read(given)))

    return {
        **{name: of(name, int) for name in ("count", "opening_count", "ordinal", "digits")},
        **{name: of(name, Decimal) for name in ("decimal", "signed", "plain_number")},
        "date": lambda given: written.show_date(day(given)),
        "weekday": lambda given: written.show_date(day(given), weekday=True),
        "percent": written.percent,
        "headline": written.headline,
        **{name: getattr(written, name) for name in NAMES},
        "capitalised": written.capitalised,
        "plural": lambda given: written.ngettext("one", "many", int(given)),
    }


@pytest.mark.parametrize("code", languages())
def test_as_the_language_writes(code: str) -> None:
    written = language(code)
    tables = yaml.safe_load((FOLDER / f"{code}.yml").read_text("utf-8"))
    lists = tables.pop("join")
    assert {text: written.join(items) for text, items in lists.items()} == {t: t for t in lists}
    asked = answers(written)
    assert tables.keys() == asked.keys()
    for name, table in tables.items():
        assert {given: asked[name](str(given)) for given in table} == table, name


def test_every_province_has_an_english_name() -> None:
    english = language("en")
    names = ["Papua", "Papua Tengah", "Daerah Khusus Ibukota Jakarta", "Jawa Barat"]
    assert len(names_en.PROVINCES) == len(set(names_en.PROVINCES.values())) == 38
    assert [english.region(name, "provinsi") for name in names] == [
        *("Papua", "Central Papua", "Jakarta", "West Java"),
    ]


def test_institutions_in_a_sentence_have_their_article() -> None:
    english = language("en")
    commission = "Komisi Informasi Provinsi Kalimantan Selatan"
    told = english.institution(commission, inside=True)
    assert told == "the Information Commission of South Kalimantan"
    assert english.institution("Antara", inside=True) == "Antara"
    assert language("id").institution(commission, inside=True) == commission


def test_a_short_name_that_is_another_s_beginning_is_not_used_in_english_either() -> None:
    named = [("banjar", "Kabupaten Banjar"), ("kota-banjarmasin", "Kota Banjarmasin")]
    regions = [
        Region(id=id_, name=name, kind=name.split()[0].lower(), group="a") for id_, name in named
    ]
    names = Names(regions, (), language("en"))
    assert [names.short(one) for one in regions] == ["Banjar Regency", "Banjarmasin"]
    assert [names.full(one) for one in regions] == ["Banjar Regency", "Banjarmasin City"]


def test_another_word_joins_a_list() -> None:
    items = ["A", "B", "C"]
    assert language("id").join(items, "atau") == "A, B, atau C"
    assert language("en").join(items, "or") == "A, B or C"


def test_messages_are_filled() -> None:
    written = type(language("en"))(gettext.NullTranslations())
    assert written.gettext("dari %(n)s", n=12) == "dari 12"
    assert written.gettext("100 %") == "100 %"
    assert written.ngettext("%(n)s soal", "%(n)s soal-soal", 1, n=1) == "1 soal"
    assert written.ngettext("%(n)s soal", "%(n)s soal-soal", 2, n=2) == "2 soal-soal"


@given(NUMBERS)
@example(100)
@example(1_100)
def test_indonesian_letters_read_back(number: int) -> None:
    letters = indonesian(number)
    assert value_of(letters.split()) == number
    count = language("id").count(number)
    assert count == (letters if len(letters.split()) < 3 else language("id").digits(number))


@given(NUMBERS.filter(lambda number: number > 0))
@example(101)
@example(1_000)
def test_the_reader_of_sentences_knows_every_number(number: int) -> None:
    written = language("id")
    said = {"count": written.opening_count(number), "ordinal": written.ordinal(number)}
    for kind, text in said.items():
        line = Line(text)
        assert (len(text), number) in list(INDONESIAN.kinds[kind](line, 0)), text


@given(NUMBERS)
def test_no_other_words_are_a_number(number: int) -> None:
    words = indonesian(number).split()
    assert value_of([*words, "nol"]) is None
    assert value_of(["satu", *words]) in (None, 1_000_000)
    assert value_of([word for one in words for word in (one, "belas")]) in (None, number + 10)


@given(st.integers(0, 999_999))
@example(100_000)
def test_english_letters_read_back(number: int) -> None:
    letters = english(number)
    assert re.fullmatch(r"[a-z]+(?:[ -][a-z]+)*", letters)
    assert english_value(letters) == number


UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def english_value(letters: str) -> int:
    """The number that English words add up to."""
    values = {word: at for at, word in enumerate([*UNITS, *TEENS, "eighteen", "nineteen"])}
    values |= {word: 10 * at for at, word in enumerate(TENS, 2)}
    whole = below = 0
    for word in re.split("[ -]", letters):
        if word == "hundred":
            below *= 100
        elif word == "thousand":
            whole, below = below * 1000, 0
        elif word != "and":
            below += values[word]
    return whole + below


@pytest.mark.parametrize("code", languages())
@given(number=st.integers(0, 10_000_000))
def test_no_figure_opens_a_sentence(code: str, number: int) -> None:
    assert language(code).opening_count(number)[0].isalpha()


def test_letters_are_those_of_the_whole_package() -> None:
    assert [indonesian(n) for n in range(1200)] == [lokal.terbilang(n) for n in range(1200)]


def test_the_package_is_not_imported_for_its_letters() -> None:
    """It would cost every build a fifth of a second; who imports it then gets all of it."""
    told = (
        "import sys; from generator.language import language; words = language('id');"
        "assert not [name for name in sys.modules if name.startswith('lokal')];"
        "print(words.count(12), 'lokal' in sys.modules, 'lokal.samaran' in sys.modules);"
        "import lokal; print(lokal.terbilang(3), lokal.PROVINCES is not None)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["dua belas False False", "tiga True"]
