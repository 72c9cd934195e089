"""What a build tells at its end: pages, what changed, what is unknown, advice, seconds.

Nothing of it is worked out where nobody reads it: under ``-q`` and ``serve``.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from pathlib import Path

from generator import progress
from generator.advice import advice
from generator.evaluation.model import Dataset, ResultFile, stopped_in
from generator.format.problems import Message, Translate, message
from generator.lasting.anchors import address_of
from generator.lasting.manifest import SUMS
from generator.settings import Settings
from generator.site import Whole

log = logging.getLogger("mkdocs.plugins.rapor")

MOST_NAMED = 3
"""Pages that are named of those that changed."""


class Summary:
    """Of one build, from when it began."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._lines: list[Message] = []
        self.quiet = not log.isEnabledFor(logging.INFO)

    def watch(self, translate: Translate) -> None:
        """Show how far the build is, from now on."""
        if not self.quiet:
            verbose = log.isEnabledFor(logging.DEBUG)
            progress.show(progress.Shown(translate, log.info, verbose=verbose))

    def look(self, staging: Path, published: Path, whole: Whole, settings: Settings) -> None:
        """Look at a finished site before it takes the place of the one that is published."""
        if self.quiet:
            return
        lines = list(_changed(_sums(published), _sums(staging)))
        for one in whole.site.dataset.series:
            lines += _unknown(one)
        if not settings.preview:
            lines += _held_back(whole.site.dataset, settings.results)
        if count := sum(1 for _ in advice(settings, whole.site.dataset)):
            lines.append(message("Saran: {count}. Baca dengan rapor check.", count=count))
        pages = len(whole.makers) + len(whole.prose)
        first = message(
            "Situs selesai: {pages} halaman dan {files} berkas data, {seconds} detik.",
            pages=pages,
            files=len(whole.files),
            seconds=round(time.monotonic() - self._began),
        )
        self._lines = [first, *lines]

    def tell(self, translate: Translate) -> None:
        """Tell it, once that site is the published one."""
        for line in self._lines:
            log.info(line.text(translate))


def _sums(folder: Path) -> dict[str, str] | None:
    """The sums of the pages of a site by their addresses; None if there is no such site, or it keeps none."""
    try:
        text = (folder / SUMS).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    lines = (line.split("  ", 1) for line in text.splitlines() if line.endswith(".html"))
    found = ((address_of(pair[1]), pair[0]) for pair in lines if len(pair) == 2)
    return {address: sum_ for address, sum_ in found if address is not None}


def _changed(before: dict[str, str] | None, after: dict[str, str] | None) -> Iterator[Message]:
    """How many pages are other than in the site that was there; nothing where that is not known."""
    if before is None or after is None:
        return
    new, gone = after.keys() - before.keys(), before.keys() - after.keys()
    changed = {
        address for address in after.keys() & before.keys() if after[address] != before[address]
    }
    if not (new or gone or changed):
        yield message("Dibanding situs sebelumnya: tidak ada halaman yang berubah.")
        return
    yield message(
        "Dibanding situs sebelumnya: {new} halaman baru, {changed} berubah, {gone} hilang: {names}.",
        new=len(new),
        changed=len(changed),
        gone=len(gone),
        names=", ".join([*sorted(gone), *sorted(new), *sorted(changed)][:MOST_NAMED])
        + (", …" if len(new) + len(gone) + len(changed) > MOST_NAMED else ""),
    )


def _held_back(dataset: Dataset, results: Path) -> Iterator[Message]:
    """Editions that are there and not published: the site that was built knows nothing of them."""
    for one in dataset.series:
        folders = (path.parent.name for path in (results / one.prefix).glob("*/edition.yml"))
        held = sorted({int(name) for name in folders if name.isdigit()} - one.editions.keys())
        if held:
            yield message(
                "Belum terbit, karena draf atau embargo: edisi {years}.",
                years=", ".join(map(str, held)),
            )


def _unknown(dataset: Dataset) -> Iterator[Message]:
    """Of how many bodies nothing is known in the latest edition that was announced."""
    announced = [e for e in dataset.evaluations.values() if e.announced]
    latest = max((e.year for e in announced), default=0)
    for evaluation in dataset.of_year(latest):
        accounted = stopped_in(evaluation) | evaluation.out.keys()
        accounted |= {id_ for id_, file in evaluation.results.items() if _is_known(file)}
        if count := sum(one.id not in accounted for one in evaluation.regions):
            yield message(
                "Belum diketahui pada {year}: hasil {count} dari {of} ({group}).",
                year=latest,
                count=count,
                of=len(evaluation.regions),
                group=evaluation.group.name,
            )


def _is_known(file: ResultFile) -> bool:
    """Whether a file says a figure, or that one was not published."""
    figures = (file.result.category, file.result.score, file.result.rank)
    return file.score is not None or any(figure is not None for figure in figures)
