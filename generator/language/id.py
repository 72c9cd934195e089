"""Indonesian: number words, ordinals and series as EYD V has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.format import PartialDate
from generator.language import grammar
from generator.language.base import KEPT, Language
from generator.language.spelling import spelled


@lru_cache(maxsize=KEPT)
def _in_letters(number: int) -> str | None:
    """A number in letters when that takes one or two words."""
    if number < 0:
        return None
    letters = spelled(number)
    return letters if letters.count(" ") < 2 else None


_BY_SITE = re.compile(r"\b(dihitung|hitungan) situs\b(?! ini\b)")


class Indonesian(Language):
    """The language of the data, and of the messages that the catalogues translate."""

    code = "id"
    territory = "ID"
    name = "Bahasa Indonesia"
    weekday = "EEEE, d MMMM y"
    spoken = {  # noqa: RUF012 — nobody changes it
        "value": "skor",
        "edition": "evaluasi",
        "participant": "peserta",
        "questionnaire": "kuesioner",
    }
    endings = ("", "nya")

    def count(self, number: int) -> str:
        """A count in letters when that takes one or two words, else in digits: ``dua belas``, ``69``."""
        return _in_letters(number) or self.digits(number)

    def percent(self, number: str) -> str:
        """``60 %``, which no line breaks."""
        return f"{number}\N{NO-BREAK SPACE}%"

    def opening_count(self, number: int) -> str:
        """``empat``, ``sebanyak 21``: no digit opens a sentence (EYD V)."""
        text = self.count(number)
        return f"sebanyak {text}" if text[0].isdigit() else text

    def ordinal(self, number: int) -> str:
        """``ketiga``, ``ke-21``."""
        if number == 1:
            return "pertama"
        letters = _in_letters(number)
        return f"ke{letters}" if letters else f"ke-{self.digits(number)}"

    def join(self, items: Sequence[str], word: str = "dan") -> str:
        """A series with a comma before the last *dan* of three: ``A, B, dan C``.

        Where an item has its own *dan*, the last word is *serta*: ``A dan B serta C``.
        """
        if word == "dan" and any(" dan " in item for item in items):
            word = "serta"
        if len(items) < 3:
            return f" {word} ".join(items)
        return f"{', '.join(items[:-1])}, {word} {items[-1]}"

    def headline(self, text: str) -> str:
        """Every word with a capital except particles."""
        return grammar.title_case(text)

    def noun(self, name: str) -> str:
        """``kabupaten/kota``."""
        return grammar.lower_first(name)

    def member(self, name: str) -> str:
        """The same: Indonesian has no plural of its own."""
        return self.noun(name)

    def generic(self, kind: str) -> str:
        """``kabupaten itu``."""
        return grammar.generic(kind)

    def government(self, publisher: str, *, first: bool) -> str:
        """``Pemerintah Kabupaten (Pemkab) Tabalong``, ``Pemkab Tabalong``."""
        return grammar.government(publisher, first=first)

    def at_place(self, name: str) -> str:
        """``di Banjarmasin``."""
        return grammar.at_place(name)

    def on_day(self, value: PartialDate) -> str:
        """``Jumat, 19 Desember 2025``; without a day *pada* is needed: ``pada November 2019``."""
        told = self.show_date(value, weekday=True)
        return told if value.day else f"pada {told}"

    def dated(self, value: PartialDate, *, weekday: bool = True) -> str:
        """``Selasa, 21 Oktober 2025``: the sentence has its *pada*."""
        return self.show_date(value, weekday=weekday)

    def taken(self, text: str) -> str:
        """As a clause: no capital of its own, no full stop."""
        return grammar.clause(text)

    def elsewhere(self, text: str, site: str) -> str:
        """``dihitung situs dari …`` as well: on its page that is shorter than *situs ini*."""
        return super().elsewhere(_BY_SITE.sub(lambda found: f"{found[1]} {site}", text), site)

    def reported(self, verb: str, text: str) -> tuple[str, str]:
        """``menyatakan layanan akan dibenahi``, all of it the data's."""
        return "", f"{verb} {text.rstrip('.')}"

    def together(self, number: int) -> str:
        """``kesembilan``."""
        return self.ordinal(number)


LANGUAGE = Indonesian()
