"""English: its number words, dates and lists, and the English names of Indonesian bodies.

Nothing here is taken from the generator: the names of the provinces are written a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from reader.language import Language
from reader.language.dates import Calendar, Date, year, years
from reader.language.english_names import (
    GROUPS,
    KINDS,
    MEANINGS,
    full_name,
    place_name,
    short_name,
)
from reader.language.words import words
from reader.patterns import Line

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = (*("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),)
ORDINALS = {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"], 1
    )
}
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
DAYS = (*("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),)


def _letters_of(number: int) -> str:
    """A number below a thousand in letters, as an opening has it."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_SMALL[hundreds]} hundred" + (f" and {_letters_of(rest)}" if rest else "")


WORDS = {_letters_of(number): number for number in range(1000)}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})*(?![\d]|[.,]\d)")
_DECIMAL = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\d]|[.,]\d)")
CALENDAR = Calendar(DAYS, MONTHS)
_ENDING = re.compile(r"st|nd|rd|th")


def _ends(line: Line, end: int) -> bool:
    return end >= len(line.text) or not (line.text[end].isalnum() or line.text[end] == "-")


_words = partial(words, ends=_ends)


def _whole(line: Line, start: int) -> Iterator[tuple[int, int]]:
    found = _DIGITS.match(line.folded, start)
    if found and _ends(line, found.end()):
        yield found.end(), int(found.group().replace(",", ""))


def _nth(line: Line, start: int) -> Iterator[tuple[int, int]]:
    """``22nd``, with the ending that the number asks for."""
    found = _DIGITS.match(line.folded, start)
    ending = _ENDING.match(line.folded, found.end()) if found else None
    if found and ending:
        number = int(found.group().replace(",", ""))
        right = (
            "th"
            if number % 100 in (11, 12, 13)
            else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        )
        if ending.group() == right and _ends(line, ending.end()):
            yield ending.end(), number


def _digits(line: Line, start: int) -> Iterator[tuple[int, int]]:
    yield from _nth(line, start)
    yield from _whole(line, start)


_letters = _words(WORDS)


def _count(line: Line, start: int) -> Iterator[tuple[int, int]]:
    yield from _letters(line, start)
    yield from _whole(line, start)


def _decimal(line: Line, start: int) -> Iterator[tuple[int, str]]:
    """``1,250.50`` as ``1250.50``; ``780+`` is about so much."""
    found = _DECIMAL.match(line.folded, start)
    if found:
        about = line.folded.startswith("+", found.end())
        yield found.end() + about, found.group().replace(",", "") + "+" * about


def _date(line: Line, start: int) -> Iterator[tuple[int, Date]]:
    """``on Friday, 19 December 2025``, ``in December 2025``, ``May 2019``."""
    preposition = line.folded[start : start + 3]
    if preposition not in ("on ", "in "):
        yield from CALENDAR.read(line, start)
        return
    for end, found in CALENDAR.read(line, start + len(preposition)):
        has_day = len(found.parts) == 3
        if (preposition == "on ") == has_day:
            yield end, found


def _ordinal(line: Line, start: int) -> Iterator[tuple[int, int]]:
    yield from _words(ORDINALS)(line, start)
    yield from _nth(line, start)


def _together(line: Line, start: int) -> Iterator[tuple[int, int]]:
    """``all nine``, ``both of the``."""
    if line.folded.startswith("both of the", start):
        yield start + len("both of the"), 2
    if line.folded.startswith("all ", start):
        yield from _count(line, start + len("all "))


def _step(line: Line, start: int) -> Iterator[tuple[int, tuple[str, int]]]:
    yield from _words({"the only category": ("only", 1)})(line, start)
    yield from _words({"highest": ("top", 1), "lowest": ("bottom", 1)})(line, start)
    for end, number in _ordinal(line, start):
        yield end, ("nth", number)


def _plain(text: str) -> Iterator[str]:
    """A text of the data that reports something, without its full stop."""
    yield text.strip().rstrip(".")


def _quote(text: str) -> Iterator[str]:
    """What was written word by word, as a quotation."""
    yield f"“{text.strip().rstrip('.')}”"


_VERBS = {
    "menyatakan": "said",
    "mengatakan": "said",
    "berharap": "hoped",
    "menjelaskan": "explained",
}


def _verb(verb: str) -> Iterator[str]:
    if verb in _VERBS:
        yield _VERBS[verb]


_OFFICES = {
    "Komisi Informasi ": "the Information Commission of {}",
    "Diskominfo ": "the communications office (Diskominfo) of {}",
    "PPID ": "the information officer (PPID) of {}",
    "Pemerintah ": "the government of {}",
}


def _institution(text: str) -> Iterator[str]:
    yield text
    if text == "Komisi Informasi Pusat":
        yield "the Central Information Commission"
    for front, told in _OFFICES.items():
        if text.startswith(front):
            yield told.format(place_name(text.removeprefix(front)))
    if text.startswith("Ketua "):
        for led in list(_institution(text.removeprefix("Ketua ")))[1:]:
            yield f"the chair of {led}"


_TITLES = {"terbaik": "best", "terinovatif": "most innovative"}
_WORK = {
    "Pelayanan Informasi": "information services",
    "Pengelolaan Informasi dan Komunikasi Publik": "public information and communication management",
}


def _title(text: str) -> Iterator[str]:
    yield from _quote(text)
    if text in _TITLES:
        yield f"“{text}” ({_TITLES[text]})"


def _office(text: str) -> str:
    """An office in English where this reader knows how, else as it is."""
    place = re.fullmatch(r"(Kepala .*?) ?(?:Diskominfo[a-z]*|Dinas Kominfo) (.*)", text)
    if place is None:
        return text
    at = f"the communications office (Diskominfo) of {place_name(place[2])}"
    if place[1].strip() == "Kepala":
        return f"head of {at}"
    _, kind, work = (*place[1].split(" ", 2), "", "")[:3]
    told = {"Seksi": "section", "Bidang": "division"}.get(kind)
    return f"head of the {_WORK[work]} {told} at {at}" if told and work in _WORK else text


def _person(office: str, name: str) -> str:
    return f"{name}, {_office(office)},"


def _place(text: str) -> Iterator[str]:
    bare = text[3:] if text.lower().startswith("di ") else text
    yield f"in {place_name(bare)}"


def _own_names(kind: str) -> Iterator[str]:
    yield f"the {KINDS.get(kind, 'public body')}"


def _groups(name: str) -> Iterator[str]:
    yield from GROUPS.get(name.lower(), (name,))


def _kinds(kind: str) -> Iterator[str]:
    yield GROUPS.get(kind, (kind,))[0]


def _categories(name: str) -> Iterator[str]:
    yield name
    if name in MEANINGS:
        yield f"{name} ({MEANINGS[name]})"


_UP = ("moved up", "moves up", "move up", "rose", "rises", "rise", "up")
_DOWN = ("moved down", "moves down", "move down", "fell", "falls", "fall", "down")

CLAIMING = re.compile(
    r"\d|\b(?:"
    + "|".join(
        (
            *sorted(WORDS, key=len, reverse=True),
            *ORDINALS,
            *_UP,
            *_DOWN,
            r"(?:high|low|larg|strong|weak|great|small)est|(?:highest|lowest)-ranked|most|last|only|both|all|none",
            r"at least|stayed|stays|unchanged|same|once more|again|higher|lower(?! bound)",
            r"reached|meets|exceeds|upheld|dismissed",
        )
    )
    + r")\b"
)

ENGLISH = Language(
    code="en",
    folder="en/",
    heading_of_years="From year to year",
    kinds={
        "count": _count,
        "digits": _digits,
        "decimal": _decimal,
        "year": year,
        "years": years,
        "date": _date,
        "ordinal": _ordinal,
        "together": _together,
        "step": _step,
        "value": _decimal,
        "direction": _words(dict.fromkeys(_UP, 1) | dict.fromkeys(_DOWN, -1)),
        "field": _words(
            {
                **{name: name for name in ("score", "category", "rank")},
                **{f"its {name}": name for name in ("score", "category", "rank")},
            }
        ),
    },
    forms={
        "clause": _plain,
        "whole": _plain,
        "plain": _plain,
        "quote": _quote,
        "title": _title,
        "institution": _institution,
        "place": _place,
        "verb": _verb,
        "group": _groups,
        "kind": _kinds,
        "category": _categories,
        "name": lambda name: iter((full_name(name),)),
        "number": lambda value: iter((value,)),
    },
    two=(" and ", ", and "),
    three=(" and ", ", and "),
    alternatives=(" or ", ", or "),
    claiming=CLAIMING,
    own_names=_own_names,
    short_names=short_name,
    person=_person,
)
