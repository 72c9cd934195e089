"""``rapor check``: check the data without building the site."""

from __future__ import annotations

import argparse

from generator.command._loaded import loaded, opened, site_argument
from generator.format.problems import message

NAME = "check"
HELP = "periksa data tanpa membangun situs"


def arguments(parser: argparse.ArgumentParser) -> None:
    site_argument(parser, "site")


def run(options: argparse.Namespace) -> int:
    """Tell every problem, or how much there is and that it is right."""
    site = opened(options.site, options.lang)
    whole = loaded(site)
    if whole is None:
        return 1
    dataset = whole.site.dataset
    told = message(
        "Data benar: {regions} wilayah, {editions} edisi, {results} berkas hasil.",
        regions=len(dataset.regions),
        editions=len(dataset.editions),
        results=sum(len(e.results) for e in dataset.evaluations.values()),
    )
    print(told.text(site.translate))
    return 0
