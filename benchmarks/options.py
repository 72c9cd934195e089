"""What each optional output costs: ``python -m benchmarks.options --regions 2000``.

The same site without any, and with each by itself, in turn; the table is part of that of
``benchmarks.run``.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import get_args

from benchmarks.dataset import CONFIG, write_site
from benchmarks.measure import Command, Run, in_turn
from generator.format.site import FileKind

NONE, ALL, SEARCH, BOTH = "none", "all", "search", "languages: id, en"

BUILD = (sys.executable, "-m", "mkdocs", "build", "-q")
LONGEST = 3000.0


def commands(site: Path) -> list[Command]:
    """A build without optional outputs, one with each, one with all files; in one language but for the last."""
    kinds = get_args(FileKind)
    chosen = {NONE: (), **{kind: (kind,) for kind in kinds}, ALL: kinds}
    return [
        *(
            Command(f"files: {name}", BUILD, site, partial(choose, site, files))
            for name, files in chosen.items()
        ),
        Command(SEARCH, BUILD, site, partial(choose, site, (), search=True)),
        Command(BOTH, BUILD, site, partial(choose, site, (), languages=("id", "en"))),
    ]


def choose(
    site: Path,
    files: tuple[str, ...],
    *,
    search: bool = False,
    languages: tuple[str, ...] = ("id",),
) -> None:
    """Have a synthetic site make these kinds of files, in these languages, from an empty site folder."""
    shutil.rmtree(site / "site", ignore_errors=True)
    options = f"search: {str(search).lower()}, files: [{', '.join(files)}]"
    text = CONFIG.replace("languages: [id]", f"languages: [{', '.join(languages)}], {options}")
    (site / "mkdocs.yml").write_text(text, encoding="utf-8", newline="\n")


def rows(runs: dict[str, Run]) -> Iterator[str]:
    """The lines of the table: what each adds to the build without any."""
    base = runs[f"files: {NONE}"]
    yield "| optional outputs | wall | more | user + system | more | memory |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name, run in runs.items():
        if run.seconds is None or base.seconds is None:
            yield f"| {name} | {run.trouble} | – | – | – | – |"
            continue
        wall, both = run.seconds - base.seconds, (run.processor or 0) - (base.processor or 0)
        yield (
            f"| {name} | {run.seconds:.1f} s | {wall:+.1f} s | {run.processor:.1f} s |"
            f" {both:+.1f} s | {run.mebibytes:.0f} MiB |"
        )


def measured(site: Path, count: int) -> dict[str, Run]:
    """Each of them, ``count`` times in turn: medians."""
    return in_turn(commands(site), count, LONGEST)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what each optional output costs.")
    parser.add_argument("--work", type=Path, default=Path("build/benchmarks"))
    parser.add_argument("--regions", type=int, default=2000)
    parser.add_argument("--editions", type=int, default=2)
    parser.add_argument("--questions", type=int, default=0)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    site = asked.work.resolve() / "options"
    shutil.rmtree(site, ignore_errors=True)
    write_site(site, asked.regions, asked.editions, seed=1, questions=asked.questions)
    print("\n".join(rows(measured(site, asked.runs))))
    shutil.rmtree(site)


if __name__ == "__main__":
    main()
