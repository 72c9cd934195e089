"""``/data/manifest.json`` and ``SHA256SUMS``: what a site was made of, what it is, and their sums."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.evaluation.model import Dataset
from generator.lasting.anchors import files_of

Inputs = Callable[[Container[str]], Iterable[tuple[str, Path]]]
"""The inputs of a site by the paths of its files."""

PATH = "data/manifest.json"
SUMS = "SHA256SUMS"


def product() -> str:
    """The version of this product; "" where it is not installed."""
    try:
        return version("rapor-kip")
    except PackageNotFoundError:
        return ""


def sum_of(path: Path) -> str:
    """The SHA-256 of a file."""
    found = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(1 << 20):
            found.update(piece)
    return found.hexdigest()


def inputs_of(
    dataset: Dataset, results: Path, content: Path, there: Container[str]
) -> Iterator[tuple[str, Path]]:
    """The files of which a site is made, by their names: nothing of what is a draft, or prose that is
    not among the files of the site (``there``)."""
    results = Path(os.path.abspath(results))
    names: list[str] = [dataset.regions_document.file]
    for series in dataset.series:
        for evaluation in series.evaluations.values():
            names.append(evaluation.document.file)
            names += (file.document.file for file in evaluation.results.values())
        names += (item.document.file for item in series.records)
    for folder in ("instruments", "measures"):
        names += (f"{results.name}/{folder}/{path}" for path in files_of(results / folder))
    for name in sorted(dict.fromkeys(names)):
        path = results / name.removeprefix(f"{results.name}/")
        if path.is_file() and not path.name.startswith("."):
            yield name, path
    for below in files_of(content):
        if any(path in there for path in _published_as(below)):
            yield f"{content.name}/{below}", content / below


def _published_as(below: str) -> tuple[str, ...]:
    """Where a file of prose stands in the site, if it is published at all."""
    stem, dot, end = below.rpartition(".")
    if f"{dot}{end}" != ".md":
        return (below,)
    folder = stem.removesuffix("index").removesuffix("README")
    return f"{stem}.html", f"{stem}/index.html", f"{folder}index.html" if folder != stem else stem


def date_of(dataset: Dataset) -> str:
    """The latest date known of any result: an announcement or a correction; never the clock's."""
    dates = [
        date.first_day
        for series in dataset.series
        for evaluation in series.evaluations.values()
        for date in (evaluation.published, *(c.date for c in evaluation.settings.corrections))
        if date is not None
    ]
    return max(dates).isoformat() if dates else ""


def manifest(
    dataset: Dataset, inputs: Iterable[tuple[str, Path]], sums: Mapping[str, str]
) -> bytes:
    """The manifest of a site; ``sums`` are those of its files, by their paths from the root."""
    told = {
        "generator": {"name": "rapor-kip", "version": product()},
        "date": date_of(dataset),
        "inputs": {name: sum_of(path) for name, path in inputs},
        "files": {path: sums[path] for path in sorted(sums)},
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def sums_file(sums: Mapping[str, str]) -> bytes:
    """The sums as ``sha256sum -c`` reads them, in the folder of the site."""
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums)).encode()


def write_sums(folder: Path, known: Mapping[str, str], dataset: Dataset, inputs: Inputs) -> None:
    """Write both files into a finished site; ``known`` are sums that were made as files were written."""
    paths = (
        path for path in files_of(folder) if not path.startswith(".") and path not in (PATH, SUMS)
    )
    sums = {path: known.get(path) or sum_of(folder / path) for path in paths}
    told = manifest(dataset, inputs(sums), sums)
    (folder / PATH).parent.mkdir(exist_ok=True)
    (folder / PATH).write_bytes(told)
    sums[PATH] = hashlib.sha256(told).hexdigest()
    (folder / SUMS).write_bytes(sums_file(sums))
