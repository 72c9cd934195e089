"""English: number words, ordinals and series, in British spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.format import PartialDate
from generator.language import names_en
from generator.language.base import Language

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_MOST_IN_LETTERS = 999_999
_PLACES = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def spelled(number: int) -> str:
    """``twenty-one``, ``one hundred and one``, ``one thousand two hundred``; from 0 to 999,999."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    unit, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    many, rest = divmod(number, unit)
    told = f"{spelled(many)} {name}"
    if not rest:
        return told
    return f"{told} {'and ' if rest < 100 else ''}{spelled(rest)}"


_VERBS = {
    "menyatakan": "said",
    "mengatakan": "said",
    "menyampaikan": "said",
    "menjelaskan": "explained",
    "menegaskan": "stressed",
    "menambahkan": "added",
    "berharap": "hoped",
    "menargetkan": "set as a target",
    "meminta": "asked",
    "mengajak": "called for",
    "menilai": "held",
    "mengapresiasi": "expressed appreciation",
}
"""Verbs of indirect speech in the data. Another one stays in the quotation."""

_OFFICIAL = frozenset(
    (
        "regency",
        "city",
        "province",
        "district",
        "urban village",
        "village",
        "ministry",
        "university",
    )
)
"""Kinds that are called by their name: ``the regency``."""


class English(Language):
    """International English."""

    code = "en"
    territory = "GB"
    name = "English"
    weekday = "EEEE, d MMMM y"
    spoken = {  # noqa: RUF012 — nobody changes it
        "value": "score",
        "edition": "evaluation",
        "participant": "participant",
        "questionnaire": "questionnaire",
    }
    endings = ("", "s", "’s")
    longest_headline = 80
    # With articles and prepositions that Indonesian has not.
    longest_sentence = 40
    longest_lead = 35
    easy_lead = 33
    longest_caution = 22
    quotes = True

    def count(self, number: int) -> str:
        """A count: one to nine in words, digits from ten on."""
        return _ONES[number] if 0 <= number < 10 else self.digits(number)

    def percent(self, number: str) -> str:
        """``60%``."""
        return f"{number}%"

    def opening_count(self, number: int) -> str:
        """``twelve``, ``one hundred and one``: no figure opens a sentence."""
        if 0 <= number <= _MOST_IN_LETTERS:
            return spelled(number)
        return f"a total of {self.digits(number)}"

    def ordinal(self, number: int) -> str:
        """``1st``, ``12th``, ``22nd``."""
        ending = "th"
        if number % 100 not in (11, 12, 13):
            ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{self.digits(number)}{ending}"

    def join(self, items: Sequence[str], word: str = "and") -> str:
        """A series without a comma before its last *and*: ``A, B and C``.

        Where an item has its own *and*, a comma parts the last: ``A and B, and C``.
        """
        if len(items) < 2:
            return "".join(items)
        comma = "," if any(f" {word} " in item for item in items) else ""
        return f"{', '.join(items[:-1])}{comma} {word} {items[-1]}"

    def headline(self, text: str) -> str:
        """Sentence case."""
        return self.capitalised(_agreeing(text))

    def noun(self, name: str) -> str:
        """``regencies and cities``; a name without an English one as it is."""
        return names_en.GROUPS.get(name.lower(), name)

    def group(self, name: str) -> str:
        """``Regencies and cities``."""
        return self.capitalised(self.noun(name))

    def kind(self, kind: str) -> str:
        """``regency``."""
        return names_en.KINDS.get(kind, super().kind(kind))

    def region(self, name: str, kind: str = "") -> str:
        """``Balangan Regency``, ``Banjarbaru City``, ``South Kalimantan``."""
        return names_en.region(name, kind)

    def short_region(self, name: str, kind: str = "") -> str:
        """``Balangan``."""
        return names_en.short(name, kind)

    def institution(self, name: str, *, inside: bool = False) -> str:
        """``the Information Commission of South Kalimantan``."""
        told = names_en.institution(name)
        return names_en.with_article(told) if inside else told

    def member(self, name: str) -> str:
        """``regency or city``; a name without an English one as it is."""
        found = self.noun(name)
        if found == name:
            return name
        return " or ".join(map(_singular, found.split(" and ")))

    def generic(self, kind: str) -> str:
        """``the regency``."""
        found = self.kind(kind)
        return f"the {found if found in _OFFICIAL else 'public body'}"

    def government(self, publisher: str, *, first: bool) -> str:
        """The same at each mention: English has no short form."""
        return self.institution(publisher, inside=True)

    def at_place(self, name: str) -> str:
        """``in Banjarmasin``."""
        for front in ("di ", "pada "):
            if name.lower().startswith(front):
                name = name[len(front) :]
        return f"in {self.region(name)}"

    def on_day(self, value: PartialDate) -> str:
        """``on Friday, 19 December 2025``, ``in November 2019``."""
        return self.dated(value)

    def dated(self, value: PartialDate, *, weekday: bool = True) -> str:
        """The same."""
        told = self.show_date(value, weekday=weekday)
        return f"on {told}" if value.day else f"in {told}"

    def taken(self, text: str) -> str:
        """The Indonesian text, without quotation marks: the data report what somebody said, in other words."""
        return text.strip().rstrip(".")

    def quoted(self, text: str) -> str:
        """In quotation marks: the very words, which are not translated."""
        return f"“{self.taken(text)}”"

    def named(self, region: str) -> str:
        """``the Riau Islands``, ``the Special Region of Yogyakarta``."""
        return names_en.named(region)

    def titled(self, text: str) -> str:
        """In quotation marks, with what it means where that is known: ``“terbaik” (best)``."""
        means = names_en.TITLES.get(text)
        return f"{self.quoted(text)} ({means})" if means else self.quoted(text)

    def person(self, name: str, office: str) -> str:
        """The office after the name and between commas."""
        return f"{name}, {self.office(office)},"

    def office(self, text: str) -> str:
        """``regent of Balangan``; one that is not known in the data's own words."""
        return names_en.office(text)

    def subject(self, what: str) -> str:
        """``The category``."""
        return f"The {what}"

    def activity(self, kind: str) -> str:
        """``site visit``."""
        return names_en.ACTIVITIES.get(kind, kind)

    def law(self, text: str) -> str:
        """``Article 7 of Law Number 14 of 2008``."""
        return names_en.law(text)

    def rank(self, place: int) -> str:
        """``4th``."""
        return self.ordinal(place)

    def kinds(self, kind: str) -> str:
        """``cities``."""
        return names_en.GROUPS.get(kind, self.kind(kind))

    def reported(self, verb: str, text: str) -> tuple[str, str]:
        """``said (reported in Indonesian):`` and the text; a verb that is not known stands before it, and
        nothing is added."""
        known = _VERBS.get(verb.lower())
        told = self.taken(text if known else f"{verb} {text}")
        return f"{known or 'stated'} (reported in Indonesian):", told

    def in_order(self, number: int) -> str:
        """``third``, ``12th``."""
        return _PLACES[number] if 0 < number < len(_PLACES) else self.ordinal(number)

    def together(self, number: int) -> str:
        """``both of the``, ``all nine``."""
        return "both of the" if number == 2 else f"all {self.count(number)}"

    def sentence(self, text: str) -> str:
        """A full stop stands after the quotation mark, unless the quoted text has an end of its own."""
        text = self.capitalised(_agreeing(text))
        return text if text.endswith((".", "?", "!", "?”", "!”")) else f"{text}."


_ONE_POINT = re.compile(r"(?<![\d.,])1 points\b")


def _agreeing(text: str) -> str:
    """A plural has the apostrophe alone, ``the Riau Islands’ score``, and one point no plural."""
    return _ONE_POINT.sub("1 point", text.replace(" Islands’s", " Islands’"))


def _singular(many: str) -> str:
    first, *rest = many.split(" of ")
    for end, one in (("ies", "y"), ("ches", "ch"), ("s", "")):
        if first.endswith(end):
            first = first.removesuffix(end) + one
            break
    return " of ".join((first, *rest))


LANGUAGE = English()
