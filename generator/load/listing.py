"""What lies in the folders of the data: each entry is read, refused, or passed over by one rule."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from generator.format.problems import Message, Place, Problems, message
from generator.format.reading import note_unreadable

_PASSED_OVER = re.compile(r"\..*|.*~|.*\.(?:bak|swp|tmp|orig)|#.*#|desktop\.ini|thumbs\.db", re.I)
"""Hidden files, and those of editors and systems; ``docs/format.md`` names them."""

_LINKED_OUT = (
    message("tautan simbolis ini menunjuk ke luar folder results/"),
    message("salin foldernya ke dalam results/"),
)

_MISNAMED = re.compile(r"(?P<stem>.+?)\.ya?ml(?:\.txt)?", re.I)
"""A YAML file by a name that is not read."""

YEAR = re.compile("[0-9]{4}")

LOCK = "addresses.lock"
BESIDE = (LOCK, "boundaries.geojson")
"""Files beside the data of a site: which addresses were published, and boundaries of its own."""


class Listing:
    """Lists the folders below ``root``, noting what is no part of the data."""

    def __init__(self, root: Path, problems: Problems) -> None:
        self.root = root
        self.problems = problems
        self.misnamed: set[Path] = set()
        """Files as they should be called, that are there under another name: that is told."""
        self.unlisted: set[Path] = set()
        """Folders that could not be listed: that is told."""

    def name(self, path: Path) -> str:
        """A file as messages name it: results/2025/balangan.yml, on every system."""
        # By its text: a country has 84,000 files.
        below = os.fspath(path).removeprefix(os.fspath(self.root)).replace(os.sep, "/")
        return f"{self.root.name}/{below.lstrip('/')}".rstrip("/")

    def entries(self, folder: Path) -> Iterator[tuple[Path, bool]]:
        """What is in a folder by its name, and whether it is a folder itself."""
        try:
            with os.scandir(folder) as found:
                listed = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            note_unreadable(error, Place(self.name(folder)), self.problems)
            self.unlisted.add(folder)
            return
        for entry in listed:
            if not _PASSED_OVER.fullmatch(entry.name):
                path = folder / entry.name
                # A link that runs in a circle has no kind of its own.
                yield path, os.path.isdir(path) if entry.is_symlink() else entry.is_dir()

    def files(self, folder: Path, known: Collection[str] = ()) -> Iterator[Path]:
        """The files of a folder that end in .yml; all else is noted, but for ``known`` folders."""
        if not self.inside(folder):
            self.note(folder, *_LINKED_OUT)
            return
        for path, is_folder in self.entries(folder):
            if path.name.endswith(".yml") and path.name.islower() and not is_folder:
                yield path
            elif not (is_folder and path.name in known):
                self.refuse(
                    path,
                    is_folder,
                    message("folder atau berkas ini bukan bagian dari data"),
                    message("pindahkan ke luar folder results/; data ditulis dalam berkas .yml"),
                )

    def years(self, folder: Path, known: Collection[str]) -> Iterator[tuple[int, Path]]:
        """The folders of years; what else is there, and not ``known``, is noted.

        A known name is that of a file if it ends in .yml, else that of a folder.
        """
        for path, is_folder in self.entries(folder):
            if path.name in known and is_folder != path.name.endswith(".yml"):
                continue
            if path.name in BESIDE and folder == self.root and not is_folder:
                continue
            if not (YEAR.fullmatch(path.name) and is_folder):
                self.refuse(path, is_folder, *_unknown(path.name, is_folder, known))
            elif not self.inside(path):
                self.note(path, *_LINKED_OUT)
            else:
                yield int(path.name), path

    def inside(self, path: Path) -> bool:
        """Whether a folder is below the root when every link is followed."""
        return path.resolve().is_relative_to(self.root.resolve())

    def missing(self, path: Path, wrong: Message, right: Message) -> None:
        """Note that a file is not there, unless what was noted says why."""
        if path not in self.misnamed and path.parent not in self.unlisted:
            self.note(path, wrong, right)

    def refuse(self, path: Path, is_folder: bool, wrong: Message, right: Message) -> None:
        """Note an entry that is not read; a YAML file by the name that it should have."""
        meant = None if is_folder else _MISNAMED.fullmatch(path.name)
        proper = path.with_name(f"{meant['stem'].lower()}.yml") if meant else path
        if proper.name == path.name:
            self.note(path, wrong, right)
            return
        wrong = (
            message("nama berkas data ditulis dengan huruf kecil")
            if path.name.endswith(".yml")
            else message("berkas dengan akhiran ini tidak dibaca")
        )
        # By the names: a system that takes both cases for one finds the file itself.
        if proper.name in os.listdir(path.parent):
            right = message("gabungkan dengan {name}, lalu hapus berkas ini", name=proper.name)
        else:
            right = message("ganti namanya menjadi {name}", name=proper.name)
            self.misnamed.add(proper)
        self.note(path, wrong, right)

    def note(self, path: Path, wrong: Message, right: Message) -> None:
        self.problems.add(Place(self.name(path)), "", wrong, right)


def _unknown(name: str, is_folder: bool, known: Collection[str]) -> tuple[Message, Message]:
    """What to say of an entry where folders of years are."""
    if is_folder and name.lower() in known:
        return (
            message("nama folder data ditulis dengan huruf kecil"),
            message("ganti namanya menjadi {name}", name=name.lower()),
        )
    if is_folder and name.isdecimal() and len(name) == 4:
        return (
            message("angka pada nama folder ini bukan angka biasa"),
            message("ganti namanya menjadi {name}, ketik dengan angka 0 sampai 9", name=int(name)),
        )
    return (
        message("folder atau berkas ini tidak dikenal"),
        message(
            "yang dibaca: regions.yml, instruments/, measures/, import/, folder tahun seperti 2025/, "
            "dan folder ukuran lain dengan nama berkasnya di measures/"
        ),
    )
