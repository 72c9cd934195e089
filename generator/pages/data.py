"""The files to download."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.facts.model import Why
from generator.files import PATH, Download
from generator.files.column import WHYS, Column
from generator.files.record import SCHEMA, path_of
from generator.files.table import Subject, Table
from generator.language.base import Language
from generator.language.states import STATES
from generator.pages import addresses
from generator.pages.labels import labels
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.view import render
from generator.templating import safe

BUTTONS = (".xlsx", ".csv", ".json")
"""The files of the newest results that come first, by what they end with."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A table with the files that it is in; ``about`` says what it holds, and of which measure."""

    about: str
    table: Table
    files: tuple[Download, ...]


def data(site: Site) -> Page:
    """``/data/``: the files to download; each with what it holds, its rows and its size."""
    _ = site.language.gettext
    listed = [found for mine in site.series for found in _listed(site, mine)]
    title = _("Data")
    address = addresses.DATA()
    newest = _newest(site, listed)
    return Page(
        address=address,
        title=title,
        kind="data",
        description=_("Hasil tiap wilayah sebagai berkas untuk diperiksa dan diolah."),
        text=render(
            site,
            address,
            "data.md.jinja",
            title=title,
            listed=listed,
            newest=newest,
            buttons=_buttons(newest),
            subjects=_subjects(site, listed),
            size=lambda number: kilobytes(site.language, number),
            whys=list(_told(site, _whys(found.table for found in listed))),
            package=PATH if any(_csv(found) for found in listed) else "",
            lines=_lines(next((path for found in listed if (path := _csv(found))), "")),
            workbook=_workbook(newest),
            record=path_of(next(iter(site.dataset.regions))) if site.has_records else "",
            schema=SCHEMA,
        ),
        breadcrumbs=(home_link(site), Link(title, "")),
        banner=site.banner(*(e for mine in site.series for e in mine.dataset.evaluations.values())),
    )


def kilobytes(language: Language, number: int) -> str:
    """``12 kB``: thousands of bytes, rounded up, so that no file has none."""
    return language.gettext("%(n)s kB", n=language.digits(-(-number // 1000)))


def _listed(site: Site, mine: Site) -> Iterator[Listed]:
    by_table: dict[Table, list[Download]] = {}
    for file in mine.downloads:
        by_table.setdefault(file.table, []).append(file)
    for table, files in by_table.items():
        about = table.about_in(site.language)
        if site.others:
            about = f"{mine.measure.short.of(site.language.code)}: {about}"
        yield Listed(about, table, tuple(files))


def _newest(site: Site, listed: Iterable[Listed]) -> Listed | None:
    """The results of the newest edition of which any is known, else of the newest; None of none."""
    dataset = site.dataset
    mine = [
        found
        for found in listed
        if found.table.facts is site.facts and found.table.subject.always and found.table.year
    ]
    known = (
        found
        for found in mine
        if any(evaluation.results for evaluation in dataset.of_year(found.table.year or 0))
    )
    return next(known, next(iter(mine), None))


def _buttons(newest: Listed | None) -> list[tuple[str, Download]]:
    """What the buttons are called, and the files they give."""
    names = dict(zip(BUTTONS, ("Excel", "CSV", "JSON"), strict=True))
    files = (
        {file.path.removeprefix(file.table.stem): file for file in newest.files} if newest else {}
    )
    return [(name, files[ending]) for ending, name in names.items() if ending in files]


def _csv(found: Listed) -> str:
    """The path of a table's file for programs; "" if it has none."""
    paths = (file.path for file in found.files)
    return next((path for path in paths if path == f"{found.table.stem}.csv"), "")


def _lines(path: str) -> dict[str, Markup]:
    """The lines with which programs read a file, by their names; they are run in the tests."""
    file = path.removeprefix("data/")
    pandas = f"""\
import json, pandas
kolom = next(b for b in json.load(open("datapackage.json", encoding="utf-8"))["resources"]
             if b["path"] == "{file}")["schema"]["fields"]
hasil = pandas.read_csv("{file}", dtype={{
    k["name"]: {{"string": "string", "number": "Float64"}}.get(k["type"], "Int64") for k in kolom}})
"""
    duckdb = f"""\
CREATE TABLE hasil AS FROM read_csv('{file}', types = {{'code': 'VARCHAR'}});
SELECT year, "group", count(score) AS n, avg(score) AS rata_rata FROM hasil GROUP BY ALL ORDER BY ALL;
SELECT name, year, score, score_state FROM hasil ORDER BY score DESC NULLS LAST;
"""
    return {"pandas": safe(pandas), "duckdb": safe(duckdb)}  # noqa: S704 — paths of ids


def _workbook(newest: Listed | None) -> tuple[str, str]:
    """The workbook of the newest results, and the cells of its scores, such as ``M2:M14``."""
    for file in newest.files if newest else ():
        if file.path.endswith(".xlsx"):
            at = [column.name for column in file.table.columns].index("score")
            letters = chr(ord("A") + at)  # it is among the first columns, which never move
            last = max(file.table.count, 1) + 1
            return file.path.removeprefix("data/"), f"{letters}2:{letters}{last}"
    return "", ""


def _subjects(site: Site, listed: Iterable[Listed]) -> list[tuple[Subject, tuple[Column, ...]]]:
    """What tables are of, each once, with its columns; without those that only categories fill,
    where there are none."""
    named = any(mine.measure.categories for mine in site.series)
    found = dict.fromkeys(one.table.subject for one in listed)
    return [
        (subject, tuple(c for c in subject.columns if named or not c.of_categories))
        for subject in found
    ]


def _whys(tables: Iterable[Table]) -> set[str]:
    """The reasons that stand in the tables of years, in the place of figures."""
    found: set[str] = set()
    for table in tables:
        if table.year is None:
            continue
        columns = [at for at, column in enumerate(table.columns) if column.words is WHYS]
        found |= {str(row[at]) for row in table.rows for at in columns if row[at] is not None}
    return found


def _told(site: Site, whys: set[str]) -> Iterator[tuple[str, str, str]]:
    """What each reason means, with its mark if it is a state: of those that stand in the files."""
    named = any(mine.measure.categories for mine in site.series)
    without = set() if named else {Why.NO_CATEGORIES}
    for why in Why:
        if why in whys and why not in without:
            state = STATES.get(why)
            yield why.value, labels(site.language).reason_text(why), state.mark if state else ""
