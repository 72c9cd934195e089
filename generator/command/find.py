"""``rapor find``: which body is meant by a name, as the pages answer it."""

from __future__ import annotations

import argparse

from generator.command._loaded import opened, site_argument, tell
from generator.format.problems import Translate, message

NAME = "find"
HELP = message("cari wilayah atau badan publik menurut nama, singkatan, ibu kota, atau kecamatan")


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    told = message("nama yang dicari").text(translate)
    name = message("NAMA").text(translate)
    parser.add_argument("what", nargs="+", metavar=name, help=told)
    site_argument(parser, translate)


def run(options: argparse.Namespace) -> int:
    """Print the bodies that may be meant: id, name, what it is part of, what was found."""
    from generator.finding import NAME as ITSELF
    from generator.finding import index_of
    from generator.load.load import load

    site = opened(options.site, options.messages)
    dataset = None
    if not len(site.problems):
        settings = site.settings
        dataset = load(settings.results, site.problems, drafts=True, measure=settings.measure)
    if dataset is None or len(site.problems):
        tell(site.problems.report(site.translate))
        return 1
    question = " ".join(options.what)
    index = index_of(dataset.regions)
    answers = index.answers(question)
    for answer in answers:
        body = index.bodies[answer.of]
        text = f" ({answer.entry.text})" if answer.entry.role != ITSELF else ""
        print("\t".join((body.id, body.name + text, body.parent)).rstrip("\t"))
    if not answers:
        told = message("Tidak ada yang cocok dengan “{question}”.", question=question)
        tell([told.text(site.translate)])
    return 0 if answers else 1
