"""``rapor check``: check the data without building the site."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.command._loaded import loaded, site_argument
from generator.format.problems import Translate, message

NAME = "check"
HELP = "periksa data tanpa membangun situs"


def arguments(parser: argparse.ArgumentParser) -> None:
    site_argument(parser, "site")


def run(options: argparse.Namespace, translate: Translate) -> int:
    """Tell every problem, or how much there is and that it is right."""
    found = loaded(Path(options.site), translate)
    if found is None:
        return 1
    _, dataset = found
    told = message(
        "Data benar: {regions} wilayah, {editions} edisi, {results} berkas hasil.",
        regions=len(dataset.regions),
        editions=len(dataset.editions),
        results=sum(len(e.results) for e in dataset.evaluations.values()),
    )
    print(told.text(translate))
    return 0
