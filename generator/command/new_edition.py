"""``rapor new-edition``: the skeleton of an edition, from that of a year before."""

from __future__ import annotations

import argparse

from generator.command._edition import dataset_of, edition_arguments
from generator.command._loaded import opened, tell
from generator.format.problems import Problems, Translate, message, said

NAME = "new-edition"
HELP = message("buat kerangka edisi baru dari edisi sebelumnya")


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    edition_arguments(parser, translate, option=False)
    told = message("tahun edisi yang diikuti (bawaan: yang terakhir sebelumnya)").text(translate)
    parser.add_argument(
        "--from", dest="source", type=int, metavar=message("TAHUN").text(translate), help=told
    )


def run(options: argparse.Namespace) -> int:
    """Write ``edition.yml`` of a year that has no folder yet."""
    from generator.amend.write import write_all
    from generator.workbook.skeleton import skeleton
    from generator.workbook.write import new_problems

    site = opened(options.site, options.messages)
    dataset = dataset_of(options, site)
    if dataset is None:
        return 1
    year = options.edition
    earlier = [one for one in dataset.editions if one < year] or list(dataset.editions)
    source = options.source or max(earlier, default=None)
    root = site.settings.results
    name = f"{dataset.prefix}{year}/edition.yml"
    refused = None
    if (root / name).exists():
        refused = message("{file} sudah ada.", file=f"{root.name}/{name}")
    elif source is not None and source not in dataset.editions:
        refused = message(
            "Edisi {year} tidak ada; yang ada: {years}.",
            year=source,
            years=", ".join(str(one) for one in sorted(dataset.editions)) or "–",
        )
    if refused is not None:
        tell([refused.text(site.translate)])
        return 1
    files = {name: skeleton(dataset, source, year, site.settings.publisher.name)}

    def check(folder: object, problems: Problems) -> None:
        from dataclasses import replace
        from pathlib import Path

        from generator.site import read_site

        assert isinstance(folder, Path)
        read_site(replace(site.settings, results=folder), problems, drafts=True)

    wrong = new_problems(root, files, check)
    if wrong:
        tell(problem.text(site.translate) for problem in wrong)
        return 1
    try:
        write_all({root / name: text.encode() for name, text in files.items()})
    except OSError as error:
        tell([message("{error}. Tidak ada yang ditulis.", error=said(error)).text(site.translate)])
        return 1
    told = message(
        "{file} ditulis. Isi baris yang ditandai “# isi:”, lalu: rapor template {year} -o nilai.xlsx",
        file=f"{root.name}/{name}",
        year=year,
    )
    print(told.text(site.translate))
    return 0
