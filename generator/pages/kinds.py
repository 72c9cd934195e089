"""Every kind of page: its address, for what there is one, and what makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass

from generator.evaluation.model import Dataset
from generator.format import Instrument
from generator.pages import addresses
from generator.pages.addresses import Address
from generator.pages.article import article
from generator.pages.compare import beside_group, compare
from generator.pages.corrections import corrections
from generator.pages.data import data
from generator.pages.design import design
from generator.pages.edition import edition
from generator.pages.group import group, ordered
from generator.pages.group_years import group_years
from generator.pages.home import home
from generator.pages.indicator import indicator
from generator.pages.instrument import instrument
from generator.pages.obstacles import obstacles
from generator.pages.orders import orders_of
from generator.pages.page import Page, Site
from generator.pages.question import question
from generator.pages.region import region
from generator.pages.regions import regions
from generator.pages.search import search

Parts = Iterator[tuple[int | str, ...]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page.

    ``each`` gives the parts of every address of the kind, in the order in which ``make`` takes them
    after the site of the measure.
    """

    address: Address
    each: Callable[[Dataset], Parts]
    make: Callable[..., Page]
    of_measure: bool = True
    """Whether each measure has such pages; the others stand once, for all measures."""
    of_all: bool = False
    """Whether such a page looks at all regions of a group."""
    sample: bool = False
    """Whether it is there only where the site asks for it, and for no search engine."""
    option: str = ""
    """The option of a site without which it has no such pages."""
    searched: bool = False
    """Whether its text is found by the search; tables of which others have the rows are not."""

    def addresses(self, dataset: Dataset) -> Iterator[str]:
        """Where the pages of this kind stand, for the measure of a dataset."""
        address = self._below(dataset)
        return (address(*parts) for parts in self.each(dataset))

    def page(self, site: Site, address: str) -> Page:
        """The page of one of its addresses."""
        parts = self._below(site.dataset).parts(address)
        with site.all_of_them() if self.of_all else nullcontext():
            return self.make(site, *parts)

    def year(self, dataset: Dataset, address: str) -> int:
        """The year of one of its addresses; every address of a measure has one."""
        parts = self._below(dataset).parts(address)
        return next(part for part in parts if isinstance(part, int))

    def _below(self, dataset: Dataset) -> Address:
        return self.address.below(dataset.prefix) if self.of_measure else self.address


def _once(_: Dataset) -> Parts:
    yield ()


def _regions(dataset: Dataset) -> Parts:
    return ((id_,) for id_ in dataset.regions)


def _years(dataset: Dataset) -> Parts:
    return ((year,) for year in dataset.years)


def _all_groups(dataset: Dataset) -> Parts:
    return ((id_,) for id_ in dataset.groups)


def _groups(dataset: Dataset) -> Parts:
    for year in dataset.years:
        yield from ((year, evaluation.group.id) for evaluation in dataset.of_year(year))


def _orders(dataset: Dataset) -> Parts:
    for year in dataset.years:
        for evaluation in dataset.of_year(year):
            for order in orders_of(dataset, evaluation):
                yield year, evaluation.group.id, order


def _members(dataset: Dataset) -> Parts:
    for year in dataset.years:
        for evaluation in dataset.of_year(year):
            for region_ in evaluation.regions:
                yield year, region_.id


def _instruments(dataset: Dataset, year: int) -> list[Instrument]:
    return [e.instrument for e in dataset.of_year(year) if e.instrument is not None]


def _asked(dataset: Dataset) -> Parts:
    return ((year,) for year in dataset.years if _instruments(dataset, year))


def _indicators(dataset: Dataset) -> Parts:
    for year in dataset.years:
        ids = (item.id for found in _instruments(dataset, year) for item in found.indicators)
        yield from ((year, id_) for id_ in dict.fromkeys(ids))


def _questions(dataset: Dataset) -> Parts:
    for year in dataset.years:
        ids = (id_ for found in _instruments(dataset, year) for id_ in found.questions)
        yield from ((year, id_) for id_ in dict.fromkeys(ids))


KINDS = (
    Kind(addresses.HOME, _once, home, of_measure=False, of_all=True),
    Kind(addresses.REGIONS, _once, regions, of_measure=False),
    Kind(addresses.REGION, _regions, region, of_measure=False, searched=True),
    Kind(
        addresses.GROUP_YEARS,
        _all_groups,
        group_years,
        of_measure=False,
        of_all=True,
        searched=True,
    ),
    Kind(addresses.COMPARE, _once, compare, of_measure=False, option="compare"),
    Kind(addresses.COMPARED, _regions, beside_group, of_measure=False, option="compare"),
    Kind(addresses.SEARCH, _once, search, of_measure=False, option="search"),
    Kind(addresses.EDITION, _years, edition, of_all=True, searched=True),
    Kind(addresses.GROUP, _groups, group, of_all=True, searched=True),
    Kind(addresses.ORDERED, _orders, ordered, of_all=True),
    Kind(addresses.ARTICLE, _members, article, searched=True),
    Kind(addresses.INSTRUMENT, _asked, instrument, searched=True),
    Kind(addresses.OBSTACLES, _asked, obstacles, searched=True),
    Kind(addresses.INDICATOR, _indicators, indicator, searched=True),
    Kind(addresses.QUESTION, _questions, question, searched=True),
    Kind(addresses.CORRECTIONS, _once, corrections, of_measure=False, searched=True),
    Kind(addresses.DATA, _once, data, of_measure=False),
    Kind(addresses.DESIGN, _once, design, of_measure=False, sample=True),
)
"""All kinds; the pages of a site are made in this order."""
