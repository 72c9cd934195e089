"""The search by name on a site of any size: how large its pieces are, how long a look-up takes.

``python -m benchmarks.find`` makes the index of all 83,762 villages (``--regions`` of fewer), with no
page around it, and asks it for names with and without slips in Chromium, on a processor that is
made four times slower. Prints a table.
"""

from __future__ import annotations

import argparse
import gzip
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from benchmarks.dataset import write_site
from generator.format.problems import Problems
from generator.pages.finder import FIRST, finder_files
from generator.settings import read_settings
from generator.site import Whole, read_site
from generator.theme import FOLDER

QUESTIONS = 20
HOST = "http://127.0.0.1:9/"
"""Nothing listens there: each request is answered here."""

ASK = """async ([first, question]) => {
  const start = performance.now();
  const found = await window.rapor.answers(first, question);
  return [performance.now() - start, found.map(one => one.entry.body.name)];
}"""


def site_of(folder: Path, number: int) -> Whole:
    """A site of so many regions, with the results of none."""
    write_site(folder, number, 0, 1)
    problems = Problems()
    whole = read_site(read_settings(folder, problems), problems)
    if whole is None:
        raise SystemExit("\n".join(problems.report()))
    return whole


def slip(name: str, chance: random.Random) -> str:
    """A name with a letter left out, doubled, or exchanged with the next."""
    at = chance.randrange(len(name) - 1)
    rule = chance.randrange(3)
    if rule == 0:
        return name[:at] + name[at + 1 :]
    return (
        name[: at + 1] + name[at:]
        if rule == 1
        else name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    )


def looked_up(files: dict[str, bytes], names: list[str]) -> list[tuple[str, float, int, bool]]:
    """For each question its kind, the milliseconds, the packed bytes that it read, whether the right
    name came first or second."""
    chance = random.Random(1)
    asked = [("as it is", name, name) for name in chance.sample(names, QUESTIONS)]
    asked += [("a slip", name, slip(name, chance)) for name in chance.sample(names, QUESTIONS)]
    found = []
    read: list[int] = []

    def answer(route: Any) -> None:
        path = route.request.url.removeprefix(HOST)
        if path in files:
            read.append(len(gzip.compress(files[path], 6)))
        route.fulfill(body=files.get(path, b"<!doctype html><title>.</title>"))

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--headless", "--no-sandbox", "--disable-gpu"],
        )
        for kind, name, question in asked:
            page = browser.new_page()
            page.route("**/*", answer)
            page.goto(HOST)
            page.add_script_tag(path=str(FOLDER / "assets/rapor/find.js"))
            page.evaluate(ASK, [f"{HOST}{FIRST}", "a"])
            read.clear()
            processor = page.context.new_cdp_session(page)
            processor.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            taken, names_found = page.evaluate(ASK, [f"{HOST}{FIRST}", question])
            found.append((kind, taken, sum(read), name in names_found[:2]))
            page.close()
        browser.close()
    return found


def timed(make: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    made = make()
    return time.perf_counter() - start, made


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the search by name.")
    parser.add_argument("--regions", type=int, default=83_762)
    number = parser.parse_args().regions
    with tempfile.TemporaryDirectory() as folder:
        whole = site_of(Path(folder), number)
        taken, made = timed(lambda: finder_files(whole.site))
        files: dict[str, bytes] = {path: content() for path, content in made.items()}
        names = [region.name for region in whole.site.dataset.regions.values()]
    packed = {path: len(gzip.compress(content, 6)) for path, content in files.items()}
    pieces = sorted(size for path, size in packed.items() if path != FIRST)
    print(
        f"{number} regions, {len(set(names))} names: {len(pieces)} pieces, index in {taken:.1f} s"
    )
    print(f"first piece {packed[FIRST]} bytes packed, others {pieces[0]} to {pieces[-1]}")
    found = looked_up(files, names)
    for kind in ("as it is", "a slip"):
        times = sorted(one[1] for one in found if one[0] == kind)
        sizes = [one[2] for one in found if one[0] == kind]
        right = sum(one[3] for one in found if one[0] == kind)
        print(
            f"{kind}: median {times[len(times) // 2]:.0f} ms, slowest {times[-1]:.0f} ms;"
            f" {max(sizes)} bytes at most; {right} of {QUESTIONS} first or second"
        )


if __name__ == "__main__":
    main()
