"""``rapor check``: check the data without building the site."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from generator.advice import advice
from generator.command._formats import as_github, as_json
from generator.command._loaded import Opened, loaded, opened, site_argument
from generator.evaluation.editions import empty_years
from generator.evaluation.model import Dataset
from generator.format.problems import Message, Translate, message
from generator.lasting.lock import read_lock
from generator.load.listing import LOCK

NAME = "check"
HELP = message("periksa data tanpa membangun situs")


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    site_argument(parser, translate, "site")
    told = message("untuk program: json, atau github (catatan di GitHub Actions)").text(translate)
    parser.add_argument("--format", choices=("text", "github", "json"), default="text", help=told)


def run(options: argparse.Namespace) -> int:
    """Tell every problem, or how much there is and that it is right."""
    site = opened(options.site, options.messages)
    results = site.settings.results
    read_lock(results / LOCK, f"{results.name}/{LOCK}", site.problems)
    if options.format != "text":
        return _for_programs(site, options.format)
    whole = loaded(site)
    if whole is None:
        return 1
    dataset = whole.site.dataset
    told = message(
        "Data benar: {regions} wilayah, {editions} edisi, {results} berkas hasil.",
        regions=len(dataset.regions),
        editions=sum(len(one.editions) for one in dataset.series),
        results=sum(len(e.results) for one in dataset.series for e in one.evaluations.values()),
    )
    print(told.text(site.translate))
    for one in dataset.series:
        for state in (*_held_back(one), *_without_results(one)):
            print(state.text(site.translate))
    for told in advice(site.settings, dataset):
        print(told.text(site.translate))
    return 0


def _for_programs(site: Opened, kind: str) -> int:
    """The same, as a program reads it; on the usual output, problems too."""
    from generator.site import read_site

    whole = read_site(site.settings, site.problems, drafts=True)
    told: list[Message] = []
    if whole is not None:
        told = list(advice(site.settings, whole.site.dataset))
    if kind == "json":
        print(as_json(site.problems, told, site.translate))
    else:
        for line in as_github(site.problems, told, site.translate):
            print(line)
    return 0 if whole is not None else 1


def _held_back(dataset: Dataset) -> Iterator[Message]:
    """What is right and still not published, which nobody may notice who looks at a preview alone."""
    for year in dataset.years:
        held = [one for one in dataset.of_year(year) if one.status == "draft"]
        moments = [one.settings.embargo for one in held if one.embargoed and one.settings.embargo]
        if moments:
            yield message(
                "Edisi {year} belum terbit: embargo sampai {moment}.",
                year=year,
                moment=max(moments).isoformat(timespec="minutes"),
            )
        elif held:
            yield message(
                "Edisi {year} belum terbit: masih draf. Tulis status: final di edition.yml bila boleh.",
                year=year,
            )


def _without_results(dataset: Dataset) -> Iterator[Message]:
    """No mistake, but to be seen: a file in the wrong folder looks the same."""
    for year in empty_years(dataset.evaluations):
        if any(evaluation.announced for evaluation in dataset.of_year(year)):
            yield message(
                "Edisi {year} belum berisi hasil; halamannya menyebut hasilnya belum diketahui.",
                year=year,
            )
        else:
            yield message(
                "Edisi {year} belum berisi hasil; halamannya menyebut hasilnya belum diumumkan. "
                "Bila sudah diumumkan, tulis published di edition.yml.",
                year=year,
            )
