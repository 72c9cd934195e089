"""What the tests of the reader need of the generator: published pages, and the rules of sentences.

The reader itself (``tests/reader/``) imports nothing of it; this is the one place where the two meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from conftest import ROOT, dataset_of, whole_of
from newsroom import newsroom
from reader import Reader, Site

from generator.cli import main

SENTENCES = ROOT / "generator" / "news" / "sentences.id.yml"
NO_SENTENCES = ("label",)
"""Sections of that file that name facts: nothing of them stands in a sentence."""


@dataclass(frozen=True)
class Example:
    """A complete site of the repository; ``analysis`` as in its mkdocs.yml."""

    name: str
    folder: Path
    analysis: bool = False

    @property
    def results(self) -> Path:
        return self.folder / "results"

    def reader(self) -> Reader:
        return Reader(Site(self.results, analysis=self.analysis))


EXAMPLES = {
    "kalsel": Example("kalsel", ROOT),
    "banten": Example("banten", ROOT / "examples" / "banten"),
    "contoh": Example("contoh", ROOT / "examples" / "contoh", analysis=True),
}


def rendered(site: Path, folder: Path) -> dict[str, str]:
    """Every page that ``rapor render`` writes for a site, by its address."""
    assert main(["render", str(folder), "--site", str(site)]) == 0
    found = sorted(folder.rglob("index.md"))
    return {f"{p.parent.relative_to(folder).as_posix()}/": p.read_text("utf-8") for p in found}


_WITH_TEXT = re.compile(r"\d{4}/(?:[a-z0-9-]+/)?|wilayah/[a-z0-9-]+/")


def pages_of(results: Path, *, analysis: bool = False) -> dict[str, str]:
    """The pages of a results folder that may hold an article or a running text, by address."""
    whole = whole_of(dataset_of(results), analysis=analysis)
    return {a: whole.page(a).markdown for a in whole.makers if _WITH_TEXT.fullmatch(a)}


def templates() -> dict[str, list[str]]:
    """The texts of every rule that writes a sentence or a piece of one, by its name."""
    listed = yaml.safe_load(SENTENCES.read_text("utf-8"))
    return {
        f"{section}.{key}": text if isinstance(text, list) else [text]
        for section, rules in listed.items()
        if section not in NO_SENTENCES
        for key, text in rules.items()
    }


@dataclass(frozen=True)
class Told:
    """A sentence with the rule that wrote it; ``group`` on the page of an edition."""

    address: str
    group: str
    rule: str
    text: str


def told(results: Path, *, analysis: bool = False) -> Iterator[Told]:
    """Every sentence that the newsroom writes for a results folder."""
    room = newsroom(results, analysis=analysis)
    dataset = room.facts.dataset
    for (year, group), evaluation in dataset.evaluations.items():
        for sentence in room.edition(evaluation).sentences:
            yield Told(f"{year}/", group, sentence.rule, sentence.text)
        for region in evaluation.regions:
            for sentence in room.article(evaluation, region.id).sentences:
                yield Told(f"{year}/{region.id}/", "", sentence.rule, sentence.text)
    for region_id in dataset.regions:
        for paragraph in room.history(region_id):
            for sentence in paragraph:
                yield Told(f"wilayah/{region_id}/", "", sentence.rule, sentence.text)
