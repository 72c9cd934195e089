"""A year of which only the edition is there: its results are still to come, or nobody passed them on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from random import Random
from typing import Any

from reader.made_up.results import said
from reader.made_up.words import ORGANIZERS, SCALES
from reader.made_up.year import Year

LATEST = 2025
DATES = (f"{LATEST}-12-19", "2026-03-01", "2026-03-02", "2026-03-03", "2026-03", "2026-04", "2027")
"""Around the day on which the tests read, 2 March 2026."""


def awaited(
    chance: Random, free: Collection[int], members: Mapping[str, list[str]]
) -> dict[str, Any]:
    """The files of such a year: mostly the latest one, else one of the ``free`` years.

    ``members`` are the ids of the regions by group.
    """
    year = LATEST if chance.random() < 0.7 else chance.choice(list(free))
    scale = chance.choice(SCALES)
    edition: dict[str, Any] = {
        **{"year": year, "title": f"Evaluasi {year}", "status": "final"},
        "organizer": chance.choice(ORGANIZERS),
        "sources": [{"id": f"s0-{year}", "title": "Pengumuman"}],
    }
    if scale is not None:
        edition["scale"] = scale
    if chance.random() < 0.6:
        edition["published"] = chance.choice(DATES) if year == LATEST else f"{year}-12"
        edition["place"] = "Banjarmasin"
        if edition["published"] == "2027":  # so late only with a note that says so
            edition["notes"] = ["Hasil baru diumumkan pada 2027."]
    if chance.random() < 0.3:
        edition["participants"] = {chance.choice(["invited", "invited", "took_part"]): 9}
    if chance.random() < 0.15:
        edition["not_published"] = ["score", "category", "rank"]
    if chance.random() < 0.15:
        edition["absent"] = [chance.choice(members["kabupaten-kota"])]
    if chance.random() < 0.3:
        edition["groups"] = {chance.choice(list(members)): {}}
    files: dict[str, Any] = {f"{year}/edition.yml": edition}
    told = [id_ for ids in members.values() for id_ in ids if chance.random() < 0.2]
    for id_ in told:
        result: dict[str, Any] = {"region": id_}
        said(chance, Year(year, scale, None, {}), id_, result)
        files[f"{year}/{id_}.yml"] = result
    return files
