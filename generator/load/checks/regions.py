"""What the list of regions says against itself."""

from __future__ import annotations

from generator.format import Regions
from generator.format.document import Document, dotted
from generator.format.folded import Path_
from generator.format.problems import Problems, message
from generator.format.regions import Region, guesser
from generator.load.checks.references import (
    check_unique,
    note_unknown,
)


def check_list(document: Document, listed: Regions, problems: Problems) -> bool:
    """Note what is wrong in the list of regions and groups; whether each id is there once.

    Where one is not, nothing can be said of a file that names it.
    """
    before = len(problems)
    for name in ("groups", "regions"):
        _unique(document, name, "id", problems)
    unique = len(problems) == before
    _unique(document, "regions", "code", problems)
    _names(document, listed, problems)
    groups = [group.id for group in listed.groups]
    guess = guesser(document)
    tiles: dict[tuple[str, tuple[int, ...]], str] = {}
    for index, region in enumerate(listed.regions):
        where: Path_ = ("regions", index)
        if region.group not in groups:
            note_unknown(document, (*where, "group"), region.group, groups, problems)
        if region.parent is not None and region.parent not in guess:
            note_unknown(document, (*where, "parent"), region.parent, guess, problems)
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
    return unique


def _names(document: Document, listed: Regions, problems: Problems) -> None:
    """Note each region with the name of another one of its group and parent.

    Where no parent is written the code says whose region it is, by all but its last part. Villages
    may share a name below one parent if each has its own code: the ministry's register has two
    such pairs (Tounelet Satu 71.02.11.2003 and 71.02.11.2018, Kogekotu 94.03.01.2011 and .2018).
    """
    seen: dict[tuple[str, str, str], tuple[str, int]] = {}
    for index, region in enumerate(listed.regions):
        above = region.parent or (region.code or "").rpartition(".")[0]
        key = (region.group, above, region.name.casefold())
        other, first = seen.setdefault(key, (region.id, index))
        if other != region.id and not _two_villages(region, listed.regions[first]):
            where: Path_ = ("regions", index, "name")
            problems.add(
                document.at(where),
                dotted(where),
                message(
                    "“{name}” sudah ada di baris {line} dalam kelompok ini",
                    name=region.name,
                    line=document.at(("regions", first, "name")).line,
                ),
                message("hapus salah satunya, atau bedakan dengan nama, parent, atau code"),
            )


def _two_villages(one: Region, other: Region) -> bool:
    codes = {region.code for region in (one, other) if region.code and region.code.count(".") == 3}
    return len(codes) == 2


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
