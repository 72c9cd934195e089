"""Trials until the time is over; what fails is told with its seed and written as small as it gets."""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from reader import Reader, Site, read
from reader import texts as texts_of
from reader_adapter import EPOCH, TODAY, is_known

from fuzz.hostile import FULL, OPENERS, UNRANKED, Files, bases, hostile, settings
from fuzz.mutate import Written, damaged, mutated, written
from fuzz.sites import below, site
from fuzz.smallest import smallest
from fuzz.trial import Outcome, trial
from generator.site import Whole

ROOT = Path(__file__).parent.parent.parent
WRITTEN = (
    *((FULL, "kip"), (UNRANKED, "layanan"), (ROOT / "results", "kip")),
    *((ROOT / f"examples/{name}/results", "kip") for name in ("banten", "sulsel", "contoh")),
    (ROOT / "examples/ikip/results", "ikip"),
)
"""The folders of data in the repository, each with its main measure."""

ARTICLES = re.compile(r"\d{4}/(?:[a-z0-9-]+/)?|wilayah/[a-z0-9-]+/")
SOME = 12
"""Pages of a mutated site that are parsed, for most are those of the right one; all are made."""

READ, MUTATED = "random sites for the reader", "mutated sites"
"""Sorts of inputs that are tried otherwise than others."""

ONCE_FAILED = Path(__file__).parent / "once_failed.txt"
"""Seeds whose input once failed, one a line, each with what was wrong."""

HUNG = 3600.0
"""Seconds by the clock for one input, also on a machine that is busy with other things."""

TO_SHRINK = 60.0
"""Seconds for making the files of a mistake smaller."""


def main(arguments: list[str] | None = None) -> int:
    """Run as the command line says; 1 if anything failed."""
    options = _options(arguments)
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH  # the day decides which results are still to come
    seed = options.seed if options.seed is not None else Random().randrange(10**9)
    print(f"seed {seed}", flush=True)
    counts: Counter[str] = Counter()
    known: set[str] = set()
    with contextlib.suppress(KeyboardInterrupt):
        _try_all(seed, options, counts, known)
    print(", ".join(f"{counts[name]} {name}" for name in sorted(counts)))
    print(f"{len(known)} kinds of mistakes" if known else "nothing wrong")
    return 1 if known else 0


def once_failed() -> list[int]:
    """The seeds that are tried again and again."""
    lines = ONCE_FAILED.read_text("utf-8").splitlines()
    return [int(line.partition("#")[0]) for line in lines if line.partition("#")[0].strip()]


def _seeds(seed: int, options: argparse.Namespace) -> Iterator[int]:
    """Those that once failed, if they are asked for; then one after the other, until there are enough."""
    if options.again:
        yield from once_failed()
    until = time.monotonic() + options.seconds
    at = 0
    while at < options.count if options.count else time.monotonic() < until:
        yield seed + at
        at += 1


def _try_all(seed: int, options: argparse.Namespace, counts: Counter[str], known: set[str]) -> None:
    """A trial of each seed; each kind of mistake is told once."""
    for at in _seeds(seed, options):
        sort, files = made(at)
        outcome = tried(sort, files)
        counts.update({sort: 1, "inputs": 1, "refused": outcome.refused, "pages": outcome.pages})
        counts["problems told"] += outcome.problems
        for kind in sorted(outcome.kinds - known):
            known.add(kind)
            _tell(at, kind, outcome, sort, files, options.found)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="how long (60)")
    parser.add_argument("--seed", type=int, help="the first seed; a random one is printed")
    parser.add_argument("--count", type=int, help="so many inputs, however long they take")
    parser.add_argument(
        "--again", action="store_true", help=f"first the seeds of {ONCE_FAILED.name}"
    )
    parser.add_argument(
        "--found", type=Path, default=Path("fuzz-found"), help="where failing files are written"
    )
    return parser.parse_args(arguments)


def made(seed: int) -> tuple[str, Written]:
    """The input of a seed: of what sort, and its files."""
    chance = Random(seed)
    roll = chance.random()
    if roll < 0.25:
        files, readable = site(chance)
        return READ if readable else "random sites", written(files)
    if roll < 0.3:
        return "hostile sites", written(_hostile(chance))
    if roll < 0.6:
        return MUTATED, damaged(chance, _as_written(chance), chance.randint(1, 4))
    return MUTATED, mutated(chance, _base(chance))


def _as_written(chance: Random) -> Written:
    """A site of the repository as people wrote it, with its comments and all kinds of quotes."""
    folder, measure = chance.choice(WRITTEN)
    files = {path.relative_to(folder): path for path in sorted(folder.rglob("*.yml"))}
    found = {f"results/{name.as_posix()}": path.read_bytes() for name, path in files.items()}
    return {**written({"mkdocs.yml": settings(measure)}), **found}


def _hostile(chance: Random) -> Files:
    measure = chance.choice(sorted(bases()))
    found = below(hostile(measure, chance.randrange(len(OPENERS))))
    return {"mkdocs.yml": settings(measure), **found}


def _base(chance: Random) -> Files:
    if chance.random() < 0.3:
        return site(chance)[0]
    measure = chance.choice(("kip", "kip", "layanan"))
    return {"mkdocs.yml": settings(measure), **below(bases()[measure])}


def tried(sort: str, files: Written) -> Outcome:
    """The outcome of a trial of these files."""
    with _folder(files) as folder:
        # What hangs where no signal reaches it ends the run, with its stack; the folder stays.
        faulthandler.dump_traceback_later(HUNG, exit=True, file=sys.__stderr__)
        try:
            if sort == MUTATED:
                return trial(folder, most=SOME)
            return trial(folder, _read if sort == READ else None)
        finally:
            faulthandler.cancel_dump_traceback_later()


@contextlib.contextmanager
def _folder(files: Written) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="rapor-fuzz-") as name:
        folder = Path(name)
        _write(files, folder)
        yield folder


def _write(files: Written, folder: Path) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name in ("content", "results"):
        (folder / name).mkdir(exist_ok=True)


def _read(whole: Whole, folder: Path) -> Iterator[tuple[str, str]]:
    """What the independent reader finds false, by the claim that is; it reads Indonesian."""
    if whole.site.language.code != "id":
        return
    reader = Reader(Site(folder / "results", analysis=whole.site.analysis, today=TODAY))
    for address in whole.makers:
        if ARTICLES.fullmatch(address):
            markdown = whole.page(address).markdown
            for wrong in read(address, texts_of(address, markdown), reader):
                if not is_known(wrong):
                    yield f"reader: {wrong.role or 'no pattern'}", str(wrong)


def _tell(seed: int, kind: str, outcome: Outcome, sort: str, files: Written, found: Path) -> None:
    """Say what is wrong, and write the smallest files that show it."""
    said = next(text for name, text in outcome.wrong if name == kind)
    print(f"\n{kind}: again with --seed {seed} --count 1\n{said[-3000:]}", flush=True)
    small = smallest(files, lambda less: kind in tried(sort, less).kinds, TO_SHRINK)
    folder = found / f"{seed}-{re.sub(r'[^a-zA-Z0-9]+', '-', kind)}"
    _write(small, folder)
    (folder / "said.txt").write_text(said, encoding="utf-8", errors="backslashreplace")
    print(f"{len(small)} files in {folder}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
