"""What is evaluated: the measure of the package, and those that the data bring."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.format import Measure
from generator.format.document import Document
from generator.format.problems import Place, Problems, message
from generator.format.reading import read
from generator.format.regions import RESERVED_IDS
from generator.format.scalars import DEVICES, is_id
from generator.format.validation import validate

FOLDER = "measures"

_PACKAGED = Path(__file__).parent.parent / FOLDER

TAKEN = frozenset(
    (
        *("measures", "instruments", "import", "en", "id", "assets", "wilayah", "metodologi"),
        *(
            "glosarium",
            "tentang",
            "privasi",
            "koreksi",
            "kebijakan-koreksi",
            "data",
            "bandingkan",
            "cari",
            "sematkan",
        ),
    )
)
"""Folders of results/ and first parts of addresses, which no measure may have as its id."""


@dataclass(frozen=True, slots=True)
class Read:
    """A measure with its file, for the places of what it says."""

    id: str
    measure: Measure
    document: Document


def packaged(problems: Problems) -> dict[str, Read]:
    """The measures that come with the package, by id."""
    found: dict[str, Read] = {}
    for path in sorted(_PACKAGED.glob("*.yml")):
        document = read(path, f"{FOLDER}/{path.name}", _PACKAGED, problems)
        measure = validate(document, Measure, problems) if document else None
        if document is not None and measure is not None:
            found[path.stem] = Read(path.stem, measure, document)
    return found


def read_measures(
    root: Path,
    files: Callable[[Path], Iterator[Path]],
    document_of: Callable[[Path], Document | None],
    problems: Problems,
) -> dict[str, Read]:
    """All measures by id: those of ``results/measures/`` and of the package.

    A file of the data with the name of a packaged one takes its place. Mistakes are noted.
    """
    found = packaged(problems)
    folder = root / FOLDER
    for path in files(folder) if os.path.isdir(folder) else ():
        document = document_of(path)
        if document is None:
            continue
        if not _may_be(path.stem, document, problems):
            continue
        measure = validate(document, Measure, problems)
        if measure is not None:
            found[path.stem] = Read(path.stem, measure, document)
    return found


def _may_be(id_: str, document: Document, problems: Problems) -> bool:
    wrong = None
    if not is_id(id_):
        wrong = message("“{text}” bukan id", text=id_)
    elif id_ in DEVICES:
        wrong = message("“{id}” adalah nama perangkat di Windows", id=id_)
    elif id_ in TAKEN | RESERVED_IDS or id_.isdigit():
        wrong = message("id “{id}” dipakai situs untuk alamatnya sendiri", id=id_)
    if wrong is not None:
        right = message("beri berkas ini nama lain, dengan huruf kecil, misalnya indeks.yml")
        problems.add(Place(document.file), "", wrong, right)
    return wrong is None


def known_measures(root: Path) -> list[str]:
    """The ids of all measures that a site may name, by the names of their files."""
    folders = [folder for folder in (_PACKAGED, root / FOLDER) if os.path.isdir(folder)]
    return sorted({path.stem for folder in folders for path in folder.glob("*.yml")})
