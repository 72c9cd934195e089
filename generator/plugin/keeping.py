"""What a build does so that what was published lasts: addresses, anchors, redirects, sums."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from generator.format.problems import Message, Problems, Translate, message
from generator.lasting.keeper import Keeper
from generator.lasting.lock import NAME, read_lock
from generator.lasting.manifest import inputs_of, write_sums
from generator.lasting.redirects import Redirected
from generator.settings import Settings
from generator.site import Whole

log = logging.getLogger("mkdocs.plugins.rapor")

REFUSED = message("Tidak ada yang diterbitkan; situs yang lama tetap seperti semula.")


def name_of_lock(settings: Settings) -> str:
    """The lock as messages name it."""
    return f"{settings.results.name}/{NAME}"


def keeper_of(settings: Settings, problems: Problems, *, preview: bool) -> Keeper:
    """Who looks at the files of a build, and at none of a preview; what is wrong with the lock is
    noted."""
    if preview:
        return Keeper(None, sums=False)
    lock = read_lock(settings.results / NAME, name_of_lock(settings), problems)
    return Keeper(lock, sums=settings.manifest)


def finish(
    keeper: Keeper, folder: Path, whole: Whole, settings: Settings, translate: Translate
) -> bool:
    """Write redirects and sums into a finished site; False where something would be lost: that is
    told, and so is how much is not yet kept."""
    problems = Problems()
    _ = whole.site.language.gettext
    words = Redirected(
        whole.site.language.code,
        _("Halaman ini pindah"),
        _("Buka halaman yang baru"),
        settings.address,
    )
    keeper.finish(folder, name_of_lock(settings), problems, words)
    if len(problems):
        for line in problems.report(translate):
            log.error(line)
        return False
    if keeper.sums:
        dataset = whole.site.dataset
        inputs = partial(inputs_of, dataset, settings.results, settings.content)
        write_sums(folder, keeper.tally.sums, dataset, inputs)
    left = _left(keeper, whole, settings)
    if left is not None:
        log.info(left.text(translate))
    return True


def _left(keeper: Keeper, whole: Whole, settings: Settings) -> Message | None:
    """How much of what is published is not yet kept; None where all is."""
    lock = name_of_lock(settings)
    if keeper.lock is None:
        count = len(whole.makers) + len(whole.files) + len(whole.prose)
        return message(
            "{count} alamat belum tercatat ({file} belum ada); catat dengan rapor addresses --add.",
            count=count,
            file=lock,
        )
    if not keeper.tally.new:
        return None
    return message(
        "{count} alamat dan jangkar belum tercatat di {file}; catat dengan rapor addresses --add.",
        count=keeper.tally.new,
        file=lock,
    )
