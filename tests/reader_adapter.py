"""What the tests of the reader need of the generator: published pages, and the rules of sentences.

The reader itself (``tests/reader/``) imports nothing of it; this is the one place where the two meet.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import EDITION, ROOT, dataset_of, whole_of, write_results
from newsroom import newsroom_of
from reader import Context, Mismatch, Reader, Site, sentences_of, texts
from test_news import many_regions
from two_languages import in_english

from generator.cli import main
from generator.facts import Facts
from generator.news.phrases import Phrases

SENTENCES = ROOT / "generator" / "news" / "sentences.id.yml"
NO_SENTENCES = ("label", "word")
"""Sections of that file that hold no sentences: names of facts, and words that facts choose."""

TODAY = date(2026, 3, 2)
EPOCH = "1772409600"
"""The day on which the tests read, and the same as SOURCE_DATE_EPOCH has it: the day decides which
results are still to be announced."""


@contextmanager
def on_the_day() -> Iterator[None]:
    """Generator and reader look at the same day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        yield


def site_of(results: Path, *, analysis: bool = False) -> Site:
    """A results folder on that day."""
    return Site(results, analysis=analysis, today=TODAY)


@dataclass(frozen=True)
class Example:
    """A complete site of the repository; ``analysis`` as in its mkdocs.yml."""

    folder: Path
    analysis: bool = False

    @property
    def results(self) -> Path:
        return self.folder / "results"

    def reader(self) -> Reader:
        return Reader(site_of(self.results, analysis=self.analysis))


EXAMPLES = {
    "kalsel": Example(ROOT),
    "banten": Example(ROOT / "examples" / "banten"),
    "sulsel": Example(ROOT / "examples" / "sulsel"),
    "contoh": Example(ROOT / "examples" / "contoh", analysis=True),
}


def rendered(site: Path, folder: Path) -> dict[str, str]:
    """Every page that ``rapor render`` writes for a site, by its address."""
    assert main(["render", str(folder), "--site", str(site)]) == 0
    found = sorted(folder.rglob("index.md"))
    pages = {f"{p.parent.relative_to(folder).as_posix()}/": p.read_text("utf-8") for p in found}
    return with_editions(pages)


_WITH_TEXT = re.compile(r"\d{4}/(?:(?:kelompok/)?[a-z0-9-]+/)?|wilayah/[a-z0-9-]+/")
_GROUP = re.compile(r"(\d{4}/)kelompok/[a-z0-9-]+/")


def with_editions(pages: dict[str, str]) -> dict[str, str]:
    """The pages, those of all groups of a year read as one, in the place of its overview.

    What the overview itself says is on the page of its first group, word for word: see
    ``test_groups.py``.
    """
    groups: dict[str, list[str]] = {}
    for address, markdown in pages.items():
        if found := _GROUP.fullmatch(address):
            name, _, rest = markdown.partition("\n")
            rest = re.sub(r'^<h2 id="laporan">(.*)</h2>$', r"## \1", rest, flags=re.MULTILINE)
            rest = re.sub(r"^## ", "### ", rest, flags=re.MULTILINE)
            groups.setdefault(found[1], []).append(f"#{name.rpartition(' ')[0]}\n{rest}")
    return pages | {address: "\n".join(parts) for address, parts in groups.items()}


def pages_of(results: Path, *, analysis: bool = False) -> dict[str, str]:
    """The pages of a results folder that may hold an article or a running text, by address."""
    whole = whole_of(dataset_of(results), analysis=analysis)
    return with_editions(
        {a: whole.page(a).markdown for a in whole.makers if _WITH_TEXT.fullmatch(a)}
    )


def written(files: dict[str, Any], folder: Path) -> Path | None:
    """The results folder of made-up files; None where the data contradict themselves.

    A JSON text is YAML, and quickly written.
    """
    root = folder / "results"
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    try:
        dataset_of(root)
    except AssertionError:  # it tells what is wrong
        return None
    return root


def sample(case: dict[str, Any], folder: Path) -> Path:
    """The sample results with a case on top: ``editions`` adds lines to a year's edition.

    A key that the sample's edition has too (its ``sources``) is the case's.
    """
    files: dict[str, str | None] = {}
    for year, more in case.get("editions", {}).items():
        kept = [
            line
            for line in EDITION.replace("2024", str(year)).splitlines(keepends=True)
            if not ("sources:" in more and line.startswith("sources:"))
        ]
        files[f"{year}/edition.yml"] = "".join(kept) + more
    if "many" in case:
        files |= many_regions(case["many"])
    return write_results(folder, files | case.get("files", {}))


def templates() -> dict[str, list[str]]:
    """The texts of every rule that writes a sentence or a piece of one, by its name."""
    listed = yaml.safe_load(SENTENCES.read_text("utf-8"))
    return {
        f"{section}.{key}": text if isinstance(text, list) else [text]
        for section, rules in listed.items()
        if section not in NO_SENTENCES
        for key, text in rules.items()
    }


def words() -> dict[str, str]:
    """The words that facts choose, such as ``naik``, by their names."""
    found: dict[str, str] = yaml.safe_load(SENTENCES.read_text("utf-8"))["word"]
    return found


@dataclass(frozen=True)
class Told:
    """A sentence with the rule that wrote it; ``group`` on the page of an edition."""

    address: str
    group: str
    rule: str
    text: str


def told(
    facts: Facts,
    *,
    analysis: bool = False,
    only: str = "",
    phrases: Phrases | None = None,
    english: bool = False,
) -> Iterator[Told]:
    """Every sentence that the newsroom writes of some facts, or for one address.

    With other ``phrases`` than those of the product, unchecked; ``english``: those of the English pages,
    at the addresses of the Indonesian ones.
    """
    room = newsroom_of(facts, analysis=analysis)
    if english:
        room = in_english(room)
    room.phrases = phrases or room.phrases
    dataset = room.facts.dataset

    def all_of(address: str, sentences: Any, group: str = "") -> Iterator[Told]:
        return (Told(address, group, sentence.rule, sentence.text) for sentence in sentences)

    for (year, group), evaluation in dataset.evaluations.items():
        if only in ("", f"{year}/"):
            yield from all_of(f"{year}/", room.edition(evaluation).sentences, group)
        for region in evaluation.regions:
            if only in ("", f"{year}/{region.id}/"):
                article = room.article(evaluation, region.id)
                yield from all_of(f"{year}/{region.id}/", article.sentences)
    for region_id in dataset.regions:
        if only in ("", f"wilayah/{region_id}/"):
            for paragraph in room.history(region_id):
                yield from all_of(f"wilayah/{region_id}/", paragraph)


def news_cases() -> dict[str, dict[str, Any]]:
    """The cases of the articles (``cases/news/``) by name, each with the ``address`` of its text."""
    found = {}
    for path in sorted((ROOT / "tests" / "cases" / "news").glob("*.yml")):
        case = yaml.safe_load(path.read_text("utf-8"))
        kind, _, rest = case["text"].partition("-")
        address = {"wilayah": f"wilayah/{rest}/", "edisi": f"{rest.partition('-')[0]}/"}
        found[path.stem] = {**case, "address": address.get(kind, f"{kind}/{rest}/")}
    return found


def on_pages(reader: Reader, pages: dict[str, str]) -> Iterator[tuple[Context, str]]:
    """Every sentence on pages, each with where it stands."""
    for address, markdown in pages.items():
        for piece in texts(address, markdown, reader.language):
            context = reader.context(address, piece.group)
            for sentence in sentences_of(context, piece):
                yield context, sentence


def case_file(name: str) -> Any:
    """A file of ``cases/reader/``."""
    return yaml.safe_load((ROOT / "tests" / "cases" / "reader" / name).read_text("utf-8"))


KNOWN_MADE_UP: dict[str, dict[str, Any]] = case_file("known.yml")["made_up"]
"""What is known to be false in made-up results, each with the smallest that show it."""


MENDED: dict[str, dict[str, Any]] = case_file("mended.yml")
"""What was false once and is said no more."""


def is_known(wrong: Mismatch) -> bool:
    """Whether a mismatch is one of those that ``known.yml`` explains."""
    return any(
        wrong.role in case["roles"] and re.search(case["found"], wrong.found)
        for case in KNOWN_MADE_UP.values()
    )
