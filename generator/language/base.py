"""What every language has: numbers, dates, lists, ordinals, number words, headline case, messages.

What Babel knows of a language is here; what it does not know, a language's own module says.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from babel.dates import format_date
from babel.numbers import get_decimal_symbol, get_group_symbol

from generator.format import PartialDate
from generator.language.bare import bare
from generator.language.catalogue import Catalogue, read_catalogue

KEPT = 20_000
"""Numbers and dates kept in words; scores with two decimals have 10,001 values."""


class Language(ABC):
    """A language of pages and sentences.

    ``code`` is its ISO 639-1 code, ``territory`` the country whose usage is meant, ``name`` what
    its speakers call it, ``weekday`` Babel's pattern of a date with its day of the week.
    """

    code: str
    territory: str
    name: str
    weekday: str
    spoken: Mapping[str, str]
    """What pages and sentences call ``value``, ``participant``, ``edition`` and ``questionnaire``, unless a measure
    brings its own word; ``endings`` are regular expressions of what such a word may end with."""
    endings: tuple[str, ...]
    longest_headline: int = 90
    """Letters."""
    longest_sentence: int = 30
    """Words of a sentence below the lead."""
    longest_lead: int = 35
    easy_lead: int = 30
    """Words of a lead that tells more than it must, such as the place of the category in the scale."""
    longest_caution: int = 15
    """Words of a sentence that limits a figure."""
    quotes: bool = False
    """Whether texts of the data are in another language than the sentence around them: they stand there
    unchanged, introduced as that; what somebody wrote word by word stands in quotation marks."""

    def __init__(self, catalogue: Catalogue | None = None, variant: str = "") -> None:
        """``variant`` names a catalogue that says the messages in other words."""
        self.catalogue = catalogue or read_catalogue(self.code)
        self.variant = variant
        self._messages: dict[str, str] = {}

    def gettext(self, text: str, /, **values: object) -> str:
        """A message of pages, from the Indonesian one; its placeholders ``%(name)s`` filled."""
        found = self._messages.get(text)
        if found is None:
            found = self._messages[text] = self.catalogue.gettext(text)
        return found % values if values else found

    def ngettext(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The same in the form that a number asks for."""
        found = self.catalogue.ngettext(one, many, number)
        return found % values if values else found

    def decimal(self, value: Decimal) -> str:
        """A number with the decimals that it has: ``Decimal("80.00")`` → ``80,00``."""
        # By its text: 80.0 and 80.00 are equal as keys, and are not shown alike.
        return _decimal(str(value), self.code)

    def figure(self, value: Decimal, *, exact: bool = True) -> str:
        """A score as it was published: ``780+`` where its source gives it as at least so much."""
        return self.decimal(value) + ("" if exact else "+")

    def signed(self, value: Decimal) -> str:
        """A difference with its sign: ``+12,48``, ``−0,83``, ``0,00``."""
        return ("+" if value > 0 else "") + _decimal(str(value), self.code)

    def plain_number(self, value: Decimal) -> str:
        """A bound without needless decimals: ``90`` for 90.00, ``89,5`` for 89.50."""
        return _plain_number(value, self.code)

    @abstractmethod
    def percent(self, number: str) -> str:
        """A number in figures as a share of a hundred, in the narrow room of a table."""

    def digits(self, number: int) -> str:
        """A whole number in digits with the language's grouping: ``1.250``."""
        return _digits(number, self.code)

    def show_date(self, value: PartialDate, *, weekday: bool = False) -> str:
        """A date as precisely as it is known: ``21 Oktober 2025``, ``Desember 2025``, ``2025``."""
        return _show_date(value, self.locale, self.weekday if weekday else "d MMMM y")

    @property
    def locale(self) -> str:
        """Language and territory as Babel and Open Graph write them: ``id_ID``."""
        return f"{self.code}_{self.territory}"

    @abstractmethod
    def count(self, number: int) -> str:
        """A count in letters where the language writes it so, else in digits."""

    @abstractmethod
    def opening_count(self, number: int) -> str:
        """A count that may open a sentence: it never begins with a digit."""

    @abstractmethod
    def ordinal(self, number: int) -> str:
        """A place in an order: ``ketiga``, ``3rd``."""

    @abstractmethod
    def join(self, items: Sequence[str], word: str = "") -> str:
        """A series as the language writes it; ``word`` instead of its *and*."""

    @abstractmethod
    def headline(self, text: str) -> str:
        """A text as a headline, by the language's use of capitals."""

    @abstractmethod
    def noun(self, name: str) -> str:
        """What the members of a group of this name are called inside a sentence."""

    def group(self, name: str) -> str:
        """The name of a group as a title: ``Regencies and cities``; as it is where the language has
        none of its own."""
        return name

    def kind(self, kind: str) -> str:
        """A kind of body by its id inside a sentence: ``regency``."""
        return kind.replace("-", " ")

    def region(self, name: str, kind: str = "") -> str:
        """A region or body in full, from its name in the data and the id of its kind: ``Balangan Regency``."""
        return name

    def short_region(self, name: str, kind: str = "") -> str:
        """The same without its kind: ``Balangan``. Whether that is clear, ``names.Names`` knows."""
        return bare(name)

    def institution(self, name: str, *, inside: bool = False) -> str:
        """An institution, from its name in the data; ``inside`` a sentence, with its article."""
        return name

    @abstractmethod
    def member(self, name: str) -> str:
        """What one member of a group of this name is called."""

    @abstractmethod
    def generic(self, kind: str) -> str:
        """What a body of a kind is called when its name was just said: ``kabupaten itu``."""

    @abstractmethod
    def government(self, publisher: str, *, first: bool) -> str:
        """A government as a text calls it at its first mention, and then."""

    @abstractmethod
    def at_place(self, name: str) -> str:
        """A place with its preposition: ``di Banjarmasin``."""

    @abstractmethod
    def on_day(self, value: PartialDate) -> str:
        """When results were announced: ``Jumat, 19 Desember 2025``, ``pada November 2019``."""

    @abstractmethod
    def dated(self, value: PartialDate, *, weekday: bool = True) -> str:
        """When something happened, as it stands in a sentence: ``Selasa, 21 Oktober 2025``."""

    @abstractmethod
    def taken(self, text: str) -> str:
        """A text of the data, which is Indonesian, inside a sentence: what it reports, not word by word."""

    def quoted(self, text: str) -> str:
        """The same of what somebody wrote word by word: a reply, a decision, the title of a source."""
        return self.taken(text)

    def named(self, region: str) -> str:
        """A region, by its name in this language, as it stands in a sentence."""
        return region

    def elsewhere(self, text: str, site: str) -> str:
        """A text of a page where it stands apart from it: what is “this site” there, by its name."""
        return text.replace(self.gettext("situs ini"), site)

    def titled(self, text: str) -> str:
        """A title that the data give, inside a sentence."""
        return text

    def person(self, name: str, office: str) -> str:
        """Who speaks, with an office."""
        return f"{office} {name}"

    def office(self, text: str) -> str:
        """The office of a person of the data."""
        return text

    def subject(self, what: str) -> str:
        """What a sentence is about, as it begins: ``Kategori``."""
        return self.capitalised(what)

    def activity(self, kind: str) -> str:
        """A kind of activity of an evaluation, as the data call it; as it is where that has no name."""
        return kind

    def law(self, text: str) -> str:
        """A law, or a part of one, that the data name; as it is where the language has no name for it."""
        return text

    def rank(self, place: int) -> str:
        """A place of a ranking: ``4``."""
        return self.digits(place)

    def kinds(self, kind: str) -> str:
        """Bodies of a kind, by its id: ``kota``."""
        return kind

    @abstractmethod
    def reported(self, verb: str, text: str) -> tuple[str, str]:
        """Indirect speech of the data: what introduces it, and the text itself."""

    def in_order(self, number: int) -> str:
        """A step of a scale, a time in a row: ``ketiga``."""
        return self.ordinal(number)

    @abstractmethod
    def together(self, number: int) -> str:
        """All of so many (at least one): ``kesembilan``."""

    def written(self, value: str) -> str:
        """A number as the data write it, with a point: ``80,5``."""
        return value.replace(".", str(get_decimal_symbol(self.code)))

    def sentence(self, text: str) -> str:
        """A sentence: a capital at the start and a full stop at the end, unless it has an end."""
        text = self.capitalised(text)
        return text if text.endswith((".", "?", "!", "”")) else f"{text}."

    @staticmethod
    def word_count(text: str) -> int:
        """Words between spaces, as a reader counts them."""
        return len(text.split())

    @staticmethod
    def capitalised(text: str) -> str:
        """The first letter in upper case, the rest as it is."""
        return text[:1].upper() + text[1:]


@lru_cache(maxsize=KEPT)
def _decimal(text: str, language: str) -> str:
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return f"{value:,.{places}f}".replace("-", "−").translate(_marks(language))


@cache
def _marks(language: str) -> dict[int, str]:
    """Python's marks in a number, and a language's: Babel asked for a number takes 60 times as long."""
    return str.maketrans({",": get_group_symbol(language), ".": get_decimal_symbol(language)})


@lru_cache(maxsize=KEPT)
def _plain_number(value: Decimal, language: str) -> str:
    normal = value.normalize()
    exponent = normal.as_tuple().exponent
    if isinstance(exponent, int) and exponent > 0:
        normal = normal.quantize(Decimal(1))
    return _decimal(str(normal), language)


@lru_cache(maxsize=KEPT)
def _digits(number: int, language: str) -> str:
    return f"{number:,}".translate(_marks(language))


@lru_cache(maxsize=KEPT)
def _show_date(value: PartialDate, locale: str, whole: str) -> str:
    if value.month is None:
        return str(value.year)
    first = date(value.year, value.month, value.day or 1)
    return format_date(first, whole if value.day else "MMMM y", locale=locale)
