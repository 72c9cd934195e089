"""What a page is, and what every page template has at hand."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from generator.evaluation.model import Dataset, Evaluation
from generator.facts import Facts
from generator.files import Download
from generator.format import Measure, Region
from generator.format.dates import PartialDate
from generator.format.moments import clock
from generator.format.site import Publisher
from generator.language import SITE_LANGUAGE, language
from generator.language.base import Language
from generator.language.names import Names
from generator.news import Newsroom
from generator.pages import addresses
from generator.pages.markup import Glossary, relative

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Link:
    """A page by its title, its address from the root, and a word on what it is."""

    title: str
    address: str
    label: str = ""


ROWS = "<!--rk-rows-->"
"""Stands in the text of a page for the rows of a table or the items of a list, which are many."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: ``address`` from the root ("" = home), Markdown, and what stands around it.

    ``text`` is the Markdown with ``ROWS`` in the place of its ``rows``: of several tables or lists
    ``rows`` are one after the other, with ``ROWS`` between two.
    """

    address: str
    title: str
    kind: str
    description: str
    text: str
    breadcrumbs: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    published: str = ""
    banner: str = ""
    robots: str = ""
    """What search engines are told; "" for nothing."""
    preview: str = ""
    """What a shared link says of it, at most ``preview.MOST`` characters; "" for what it is."""
    data: Mapping[str, Any] | None = None
    """What it shows, for machines (``linked_data``); None for nothing."""
    rows: Iterable[str] = ()

    @property
    def markdown(self) -> str:
        """The whole of its Markdown."""
        return "".join(self.filled(self.text))

    def filled(self, text: str) -> Iterator[str]:
        """The text, or what was made of it, with the rows, which are many: piece by piece."""
        before, *stretches = text.split(ROWS)
        yield before
        left = iter(stretches)
        for row in self.rows if stretches else ():
            yield next(left) if row == ROWS else row
        yield from left


@dataclass(frozen=True)
class Site:
    """What page functions need: the facts, the names, the publisher, and how addresses look."""

    facts: Facts
    downloads: tuple[Download, ...]
    names: Names
    newsroom: Newsroom
    title: str
    publisher: Publisher
    glossary: Glossary
    language: Language = field(default_factory=lambda: language(SITE_LANGUAGE))
    """The language of the pages; texts of the data stay as they are."""
    prose: Mapping[str, str] = field(default_factory=dict)
    """Addresses of prose pages that are not what they would be, such as ``tentang.html``."""
    folder: str = ""
    """Where the pages of this language stand: "" for the first of a site, ``en/``. All addresses here
    are from there, those of files from the root of the whole site."""
    index: str = ""
    """What a link to a page ends with: "" or ``index.html``."""
    url: str = ""
    """The address of the whole site, with a slash at its end; "" where it is not known."""
    analysis: bool = False
    """Whether pages show what the site computes beyond the evaluation, such as closing lists."""
    find: bool = True
    """Whether pages have a field to find a body by its name."""
    compare: bool = True
    """Whether there are pages that put bodies beside each other."""
    search: bool = False
    """Whether there is a page that searches all texts, and pages say which of theirs."""
    ask_address: str = addresses.METHOD()
    """Where the steps of a request for information are explained."""
    has_records: bool = False
    """Whether there is a file of all results of each body."""
    others: tuple[Site, ...] = ()
    """The same site as the other measures see it: their facts, their texts, their words."""
    _shared: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def at(self) -> addresses.Addresses:
        """Where pages stand, those of editions below the measure's own folder."""
        return addresses.Addresses(self.dataset.prefix)

    @property
    def told_in(self) -> str:
        """The language of the sentences: Indonesian where that of the pages has none."""
        return self.newsroom.phrases.words.code

    @property
    def series(self) -> tuple[Site, ...]:
        """Each measure by itself, the main one first."""
        return (self, *self.others)

    @property
    def measure(self) -> Measure:
        """What is evaluated."""
        return self.dataset.measure

    @property
    def dataset(self) -> Dataset:
        return self.facts.dataset

    @cached_property
    def by_code(self) -> dict[str, Region]:
        """The regions whose code is known."""
        return {region.code: region for region in self.dataset.regions.values() if region.code}

    @contextmanager
    def all_of_them(self) -> Iterator[None]:
        """For a page that looks at all regions: their facts, by each measure, stay as long."""
        with ExitStack() as stack:
            for one in self.series:
                stack.enter_context(one.facts.all_of_them())
            yield

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What several pages show alike, made for the first of them; ``key`` is what it is of."""
        found: T
        if key in self._shared:
            found = self._shared[key]
        else:
            found = self._shared[key] = make()
        return found

    def link(self, here: str, there: str) -> str:
        """The address of a page or file as a link from the page ``here``."""
        here = self.prose.get(here, here)
        address, hash_, anchor = there.partition("#")
        if self.folder and is_file(address):
            return relative(self.folder + here, there)
        if address in self.prose:
            return relative(here, self.prose[address]) + hash_ + anchor
        return relative(here, there, index=self.index)

    def placed(self, there: str) -> str:
        """Where a page or file stands, from the root of the whole site."""
        address, hash_, anchor = there.partition("#")
        if is_file(address):
            return there
        return f"{self.folder}{self.prose.get(address, address)}{hash_}{anchor}"

    def full(self, there: str) -> str:
        """The full address of a page or file; "" where that of the site is not known."""
        if not self.url:
            return ""
        address, hash_, anchor = self.placed(there).partition("#")
        if not address or address.endswith("/"):
            address += self.index
        return f"{self.url}{address}{hash_}{anchor}"

    def banner(self, *evaluations: Evaluation) -> str:
        """The warning over made-up or unfinished results; of a page that shows none, such as prose,
        where all results of the site are made up."""
        states = {evaluation.status for evaluation in evaluations}
        if not states and self.dataset.made_up:
            return self.language.gettext(
                "Contoh: hasil di situs ini rekaan dan bukan hasil evaluasi yang sesungguhnya."
            )
        if states == {"sample"}:
            return self.language.gettext(
                "Contoh: hasil di halaman ini rekaan dan bukan hasil evaluasi yang sesungguhnya."
            )
        if "sample" in states:
            return self.language.gettext(
                "Contoh: sebagian hasil di halaman ini rekaan dan bukan hasil evaluasi yang sesungguhnya."
            )
        held = [
            evaluation.settings.embargo
            for evaluation in evaluations
            if evaluation.embargoed and evaluation.settings.embargo is not None
        ]
        if held:
            last = max(held)
            return self.language.gettext(
                "Embargo sampai %(date)s pukul %(clock)s: hasil di halaman ini belum boleh diterbitkan.",
                date=self.language.show_date(PartialDate(last.year, last.month, last.day)),
                clock=clock(last),
            )
        if "draft" in states:
            return self.language.gettext(
                "Draf: hasil di halaman ini belum final dan belum diterbitkan."
            )
        return ""


def is_file(address: str) -> bool:
    """Whether an address is one of a file; that of a page ends with a slash."""
    return not address.endswith("/") and "." in address


def home_link(site: Site) -> Link:
    """The home page."""
    return Link(site.language.gettext("Beranda"), addresses.HOME())


def edition_link(site: Site, year: int, label: str = "") -> Link:
    """The page of an edition."""
    title = site.language.gettext("Edisi %(year)s", year=year)
    return Link(title, site.at.EDITION(year), label)


def beside(years: Sequence[int], year: int) -> tuple[int | None, int | None]:
    """The years before and after a year in a list that begins with the newest."""
    at = years.index(year)
    earlier = years[at + 1] if at + 1 < len(years) else None
    return earlier, years[at - 1] if at else None


def day_of(evaluation: Evaluation) -> str:
    """The day on which an evaluation was announced; "" where the day is not known."""
    published = evaluation.published
    return str(published) if published and published.day else ""
