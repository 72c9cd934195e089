"""The edition that a command is about: of one year, and of the main measure unless another is named."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.command._loaded import Opened, site_argument, tell
from generator.format.problems import Problems, Translate, message

if TYPE_CHECKING:
    from generator.evaluation.model import Dataset
    from generator.settings import Settings
    from generator.workbook.context import Context


@dataclass(frozen=True, slots=True)
class Year:
    """An edition: the results folder, the edition's folder, and its path below the results (``2026/``)."""

    settings: Settings
    root: Path
    top: str
    context: Context

    @property
    def folder(self) -> Path:
        return self.root / self.top

    def check(self, root: Path, problems: Problems) -> None:
        """What ``rapor check`` would say of the site with the results in another folder."""
        from generator.site import read_site

        read_site(replace(self.settings, results=root), problems, drafts=True)


def edition_arguments(
    parser: argparse.ArgumentParser, translate: Translate, *, option: bool = True
) -> None:
    """The year, as the option ``--edition`` or as the one argument; the measure, and the site."""
    told = message("tahun edisi").text(translate)
    year = message("TAHUN").text(translate)
    if option:
        parser.add_argument("--edition", required=True, type=int, metavar=year, help=told)
    else:
        parser.add_argument("edition", type=int, metavar=year, help=told)
    told = message("id ukuran, bila bukan ukuran utama situs").text(translate)
    parser.add_argument("--measure", metavar="ID", help=told)
    site_argument(parser, translate)


def dataset_of(options: argparse.Namespace, site: Opened) -> Dataset | None:
    """All editions of the measure that is named; None, with the problems told, if there are none.

    What is wrong in single files is not told: a command that mends it must run.
    """
    from generator.load.load import load

    problems = site.problems
    found = len(problems)
    if found or not site.settings.results.is_dir():
        tell(problems.report(site.translate))
        return None
    dataset = load(site.settings.results, problems, measure=site.settings.measure)
    if dataset is None:
        tell(problems.report(site.translate))
        return None
    wanted = options.measure or dataset.measure_id
    for one in dataset.series:
        if one.measure_id == wanted:
            return one
    told = message(
        "Ukuran “{id}” tidak punya edisi; yang ada: {ids}.",
        id=wanted,
        ids=", ".join(one.measure_id for one in dataset.series),
    )
    tell([told.text(site.translate)])
    return None


def edition_of(options: argparse.Namespace, site: Opened, *, mending: bool = False) -> Year | None:
    """The edition of a year; None, with why told, if there is none.

    ``mending``: also where there are mistakes in the data, which the command may mend.
    """
    from generator.workbook.context import Context

    dataset = dataset_of(options, site)
    if dataset is None:
        return None
    if len(site.problems) and not mending:
        tell(site.problems.report(site.translate))
        return None
    edition = dataset.editions.get(options.edition)
    if edition is None:
        broken = [p for p in site.problems if f"{options.edition}/edition.yml" in p.place.file]
        if broken:
            tell(problem.text(site.translate) for problem in broken)
            return None
        years = ", ".join(str(year) for year in sorted(dataset.editions)) or "–"
        told = message(
            "Edisi {year} belum ada (yang ada: {years}); buat dahulu dengan: rapor new-edition {year}",
            year=options.edition,
            years=years,
        )
        tell([told.text(site.translate)])
        return None
    top = f"{dataset.prefix}{options.edition}/"
    context = Context(dataset, edition, options.edition)
    return Year(site.settings, site.settings.results, top, context)
