"""Of which figures no source is known, whose word the bounds are, and who says which value."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from reader.claims.case import Case, claim, equals, part
from reader.claims.records import same_day
from reader.claims.running import latest
from reader.naive.folder import Edition, Record
from reader.naive.results import figure

FIGURES = ("category", "score", "rank")


def _without(edition: Edition, region: str) -> list[str]:
    """The published figures of a region that are nobody's word, as far as is known."""
    told = {name: figure(edition, region, name) for name in FIGURES}
    usual = edition.settings.get("source")
    return [
        name
        for name, found in told.items()
        if "value" in found
        and (
            found.get("unsourced") == "true"
            or not edition.source(found.get("source", usual), region)
        )
    ]


part("unsourced_year", "year")


@claim("unsourced_fields", "series:field")
def unsourced_fields(case: Case, value: list[str]) -> str | None:
    """Figures of the region in that year; a text that does not tell one leaves it out."""
    year = case.get("unsourced_year") or case.get("year")
    editions = [e for e in case.site.of_region(case.region) if e.year == year]
    found = _without(editions[0], case.region) if editions else []
    return None if value and set(value) <= set(found) else f"{year}: {found}"


part("unsourced_fields_of_all", "series:field")


def _unsourced(case: Case) -> list[str]:
    fields = case.get("unsourced_fields_of_all")
    return [id_ for id_ in case.edition.members if _without(case.edition, id_) == fields]


@claim("unsourced_members", "series:member")
def unsourced_members(case: Case, value: list[Collection[str]]) -> str | None:
    """All of the group of whom no source of these figures, and of no others, is known."""
    found = _unsourced(case)
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


equals("unsourced_number", "count", lambda case: len(_unsourced(case)))


def _scale_source(case: Case) -> Record:
    return case.edition.source(case.edition.settings.get("scale", {}).get("source"))


@claim("scale_publisher", "publisher")
def scale_publisher(case: Case, value: Collection[str]) -> str | None:
    source = _scale_source(case)
    found = source.get("publisher", source.get("title"))
    return None if found in value else f"{found}"


@claim("scale_of_another")
def scale_of_another(case: Case, _: bool) -> str | None:
    """Whoever gives the bounds gives neither the category nor the score of the region."""
    found = (
        figure(case.edition, case.region, "category"),
        figure(case.edition, case.region, "score"),
    )
    usual = case.edition.settings.get("source")
    said = {one.get("source", usual) for one in found if "value" in one}
    given = case.edition.settings.get("scale", {}).get("source")
    return f"sumber hasilnya: {said}" if given is None or given in said else None


@claim("scale_date", "date")
def scale_date(case: Case, value: Any) -> str | None:
    found = _scale_source(case).get("date")
    return None if found and same_day(value, found) else f"{found}"


def _scale_then(case: Case) -> Record:
    """The source of the bounds by which the category of the year that is named was computed."""
    (years,) = case.get("scale_years")
    editions = {e.year: e for e in case.site.of_region(case.region)}
    edition = editions[years[-1]]
    return edition.source(edition.settings.get("scale", {}).get("source"))


@claim("scale_then_publisher", "publisher")
def scale_then_publisher(case: Case, value: Collection[str]) -> str | None:
    source = _scale_then(case)
    found = source.get("publisher", source.get("title"))
    return None if found in value else f"{found}"


@claim("scale_then_date", "date")
def scale_then_date(case: Case, value: Any) -> str | None:
    found = _scale_then(case).get("date")
    return None if found and same_day(value, found) else f"{found}"


part("item_publisher", "publisher")
part("item_said_category", "category")
part("item_said_score", "decimal")
part("item_said_rank", "digits")


def _said(case: Case, name: str) -> Iterator[tuple[str, str | None]]:
    """Every value that was published for the latest figure, and by whom."""
    edition = latest(case)
    told = figure(edition, case.region, name)
    usual = told.get("source", edition.settings.get("source"))
    usual = "" if told.get("unsourced") == "true" else usual
    if "value" not in told:
        return
    for item in ({"value": told["value"], "source": usual}, *told.get("others", [])):
        source = edition.source(item.get("source"), case.region)
        yield item["value"], source.get("publisher", source.get("title"))


def _wrong(case: Case, name: str, value: list[dict[str, Any]]) -> str | None:
    found = list(_said(case, name))
    right = len(found) == len(value)
    for item, (told, publisher) in zip(value, found, strict=False):
        said = item[f"item_said_{name}"]
        same = told in said if name == "category" else str(said) == told
        by = item.get("item_publisher")
        right = right and same and (publisher is None if by is None else publisher in by)
    return None if right else f"{found}"


@claim("latest_categories_said", "series:&category_said")
def latest_categories_said(case: Case, value: list[dict[str, Any]]) -> str | None:
    return _wrong(case, "category", value)


@claim("latest_scores_said", "series:&score_said")
def latest_scores_said(case: Case, value: list[dict[str, Any]]) -> str | None:
    return _wrong(case, "score", value)


@claim("latest_ranks_said", "series:&rank_said")
def latest_ranks_said(case: Case, value: list[dict[str, Any]]) -> str | None:
    return _wrong(case, "rank", value)


@claim("latest_differs")
def latest_differs(case: Case, _: bool) -> str | None:
    values = {told for told, _ in _said(case, "category")}
    return None if len(values) > 1 else f"{values}"
