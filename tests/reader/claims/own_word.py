"""That a figure is the word of the government that was judged alone."""

from __future__ import annotations

from collections.abc import Collection

from reader.claims.case import Case, claim, equals, holds, part
from reader.claims.sources import FIGURES
from reader.naive.folder import Edition
from reader.naive.governments import governments
from reader.naive.results import category, figure, settled


def _own_publisher(edition: Edition, region: str, name: str) -> str | None:
    """The publisher of a figure, where it is the region's own government and nobody else gives one."""
    told, full = figure(edition, region, name), edition.site.regions[region]["name"]
    if "value" not in told or told.get("unsourced") == "true":
        return None
    names = governments(full)
    usual = told.get("source", edition.settings.get("source"))
    ids = [usual, *(other.get("source") for other in told.get("others", []))]
    found = [edition.source(id_, region).get("publisher") for id_ in ids]
    return found[0] if all(publisher in names for publisher in found) else None


part("own_word_year", "year")


@claim("own_word_fields", "series:field")
def own_word_fields(case: Case, value: list[str]) -> str | None:
    found = _fields(case)
    return None if value and set(value) <= set(found) else f"{found}"


def _fields(case: Case) -> dict[str, str]:
    year = case.get("own_word_year")
    editions = [e for e in case.site.of_region(case.region) if e.year == year]
    told = {name: _own_publisher(editions[0], case.region, name) for name in FIGURES if editions}
    return {name: publisher for name, publisher in told.items() if publisher}


@claim("own_word_publisher", "publisher")
def own_word_publisher(case: Case, value: Collection[str]) -> str | None:
    found = set(_fields(case).values())
    return None if found and found <= set(value) else f"{found}"


def _members(case: Case) -> dict[str, str]:
    sure = (
        id_
        for id_ in case.edition.members
        if category(case.edition, id_) and settled(case.edition, id_, "category")
    )
    told = {id_: _own_publisher(case.edition, id_, "category") for id_ in sure}
    return {id_: publisher for id_, publisher in told.items() if publisher}


@claim("own_word_members", "series:member")
def own_word_members(case: Case, value: list[Collection[str]]) -> str | None:
    found = _members(case)
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


holds("own_word_alone", lambda case: len(_members(case)) == 1, "bukan satu")
equals("own_word_number", "count", lambda case: len(_members(case)))


@claim("own_word_of_all", "publisher")
def own_word_of_all(case: Case, value: Collection[str]) -> str | None:
    found = set(_members(case).values())
    return None if len(found) == 1 and found <= set(value) else f"{found}"
