"""What the list of regions says against itself."""

from __future__ import annotations

from generator.evaluation.model import Dataset
from generator.format.document import Document, dotted
from generator.format.problems import Problems, message
from generator.load.checks import Read
from generator.load.checks.references import (
    check_unique,
    note_unknown,
)


def check(read: Read, problems: Problems) -> None:
    """Note what is wrong in the list of regions and groups."""
    if read.shared:
        _regions(read.dataset, problems)


def _regions(dataset: Dataset, problems: Problems) -> None:
    """Ids and codes used twice, groups and parents that do not exist, two tiles on one place."""
    document = dataset.regions_document
    for name in ("groups", "regions"):
        _unique(document, name, "id", problems)
    _unique(document, "regions", "code", problems)
    tiles: dict[tuple[str, tuple[int, ...]], str] = {}
    listed = document.data["regions"]
    assert isinstance(listed, list)
    for index, region in enumerate(dataset.regions.values()):
        where: tuple[str | int, ...] = ("regions", index)
        for key, value, known in (
            ("group", region.group, dataset.groups.keys()),
            ("parent", region.parent, dataset.regions.keys()),
        ):
            if value is not None and value not in known:
                note_unknown(document, (*where, key), value, list(known), problems)
        if region.tile is None:
            continue
        other = tiles.setdefault((region.group, region.tile), region.id)
        if other != region.id:
            problems.add(
                document.at((*where, "tile")),
                dotted((*where, "tile")),
                message("tempat ini sudah dipakai {id}", id=other),
                message("pilih kolom dan baris lain untuk kelompok yang sama"),
            )


def _unique(document: Document, name: str, key: str, problems: Problems) -> None:
    listed = document.data.get(name)
    found = [
        (item[key], (name, index, key))
        for index, item in enumerate(listed if isinstance(listed, list) else [])
        if isinstance(item, dict) and isinstance(item.get(key), str)
    ]
    check_unique(
        [str(value) for value, _ in found], [path for _, path in found], document, problems
    )
