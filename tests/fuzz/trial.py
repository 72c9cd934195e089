"""One folder, taken as far as it goes: read, checked, every page and file made, every text explained."""

from __future__ import annotations

import re
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from fuzz.checks import wrong_file, wrong_page
from generator.command.explain import accounted, explained
from generator.evaluation.model import Dataset
from generator.format.problems import Problems
from generator.pages.markup import to_html
from generator.placeholders import fill_prose
from generator.settings import read_settings
from generator.site import Whole, read_site

LIMIT = 5.0
"""Seconds of the processor that one step may take."""

OWN = "generator/"
"""What is wrong in the sentences refuses every folder, and then nothing would be tried."""

_PLACE = re.compile(r".+?:\d+:\d+: .")


class TooSlow(BaseException):
    """A step took longer than it may; no ``except Exception`` stops it."""


@dataclass
class Outcome:
    """What became of a folder. ``wrong`` begins with a name that is the same for the same mistake."""

    refused: bool = False
    pages: int = 0
    problems: int = 0
    wrong: list[tuple[str, str]] = field(default_factory=list)

    @property
    def kinds(self) -> set[str]:
        """The mistakes by their names."""
        return {name for name, _ in self.wrong}


@contextmanager
def limited() -> Iterator[None]:
    """Stop what takes longer than ``LIMIT`` seconds of the processor."""
    if not hasattr(signal, "SIGPROF"):  # Windows: nothing is stopped
        yield
        return

    def stop(_: int, frame: FrameType | None) -> None:
        raise TooSlow(f"more than {LIMIT} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


Check = Callable[[Whole, Path], Iterator[tuple[str, str]]]
"""What else must hold of a site that was taken, such as what an independent reader finds: each
mistake by its name, and what is to be said of it."""


def trial(folder: Path, check: Check | None = None, *, most: int = 10_000) -> Outcome:
    """Take the site in a folder as far as it goes; at most so many of its pages are parsed."""
    outcome = Outcome()
    try:
        with limited():
            whole = _read(folder, outcome)
        if whole is not None:
            _publish(whole, outcome, most)
            if check is not None:
                outcome.wrong += check(whole, folder)
    except (Exception, TooSlow) as error:
        outcome.wrong.append((_name(error), "".join(traceback.format_exception(error))))
    return outcome


def _read(folder: Path, outcome: Outcome) -> Whole | None:
    problems = Problems()
    whole = read_site(read_settings(folder, problems), problems)
    lines = problems.report()
    outcome.refused, outcome.problems = whole is None, max(len(lines) - 1, 0)
    if (whole is None) != bool(lines):
        outcome.wrong.append(("refused without a word", "\n".join(lines)))
    for line in lines[:-1]:
        if line.startswith(OWN):
            outcome.wrong.append(("refused for its own texts", line))
        if not _PLACE.match(line) or not line.isprintable() or len(line) > 2000:
            outcome.wrong.append(("a problem without a place", line))
    return whole


def _publish(whole: Whole, outcome: Outcome, most: int) -> None:
    with limited():
        whole.prepare()
    pages: dict[str, str] = {}
    for address in whole.makers:
        with limited():
            pages[address] = whole.made(address)[1]
    for name, text in whole.prose.items():
        with limited():
            pages[f"{name}/"] = to_html(fill_prose(text, whole, name))
    for path, content in whole.files.items():
        with limited():
            made = content()
        outcome.wrong += [("file", f"{path}: {said}") for said in wrong_file(path, made)]
    for site in whole.site.series:
        with limited():
            accounted(site.newsroom)
        for year, region in _explained(site.dataset):
            with limited():
                lines = list(explained(site.newsroom, year, region, str))
            outcome.wrong += [("terminal", line) for line in lines if not _shown(line)]
    outcome.pages = len(pages)
    for address, html in list(pages.items())[:: len(pages) // most + 1]:
        outcome.wrong += [("page", f"{address}: {said}") for said in wrong_page(html)]


def _shown(text: str) -> bool:
    """Whether a terminal shows a text and obeys nothing in it."""
    return all(line.isprintable() for line in text.split("\n"))


def _explained(dataset: Dataset) -> Iterator[tuple[int | None, str | None]]:
    """All that ``rapor explain`` can be asked for."""
    yield from ((None, id_) for id_ in dataset.regions)
    for evaluation in dataset.evaluations.values():
        yield evaluation.year, None
        yield from ((evaluation.year, region.id) for region in evaluation.regions)


def _name(error: BaseException) -> str:
    """The kind of an error and the last place in the generator where it was."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "generator" in f.filename]
    if isinstance(error, TooSlow) or not frames:
        return type(error).__name__
    where = frames[-1]
    return f"{type(error).__name__} in {Path(where.filename).name}:{where.name}"
