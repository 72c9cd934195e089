"""Folders that must stay apart: where a command writes, and what nothing may delete.

A finished site replaces the one before it as a whole, so whatever lies in the site folder is gone
after a build. Everything here only looks: a refusal is a ``Message`` and comes before anything is
touched. The plugin and the command ``rapor`` ask the same functions.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.format.problems import Message, Problems, message
from generator.format.sitefile import NAMES
from generator.settings import Settings, read_settings

BESIDE = ("staging", "backup", "trash", "lock")
"""What a build makes and removes beside the site folder ``site``: ``.site.staging`` and so on."""

HEADS = (*NAMES, "regions.yml")
"""Files that stand at the head of a project or of its data."""

_OF_REGIONS = re.compile(r"\d{4}|wilayah")
"""Folders of a site that hold a folder a region: of thousands, too many to look for others' files."""

MOUNTS = Path("/proc/self/mountinfo")
_ESCAPE = re.compile(r"\\([0-7]{3})")

MOST_LINKS = 40
"""Links on one path after which it is taken to lead nowhere; Linux stops there too (ELOOP)."""


@dataclass(frozen=True, slots=True)
class Named:
    """A file or folder (which need not exist), and what it is called in a message."""

    what: Message
    path: Path


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a site keeps what cannot be built again. ``config`` is its mkdocs.yml, if it has one."""

    config: Path | None
    results: Path
    content: Path
    theme: Path | None = None
    """The folder of its own theme files (``custom_dir``)."""

    @property
    def kept(self) -> list[Named]:
        found = [
            Named(message("folder data"), self.results),
            Named(message("folder isi"), self.content),
        ]
        if self.theme is not None:
            found.append(Named(message("folder tema"), self.theme))
        if self.config is not None:
            found.append(Named(message("berkas pengaturan"), self.config))
        return found


def check_site(site: Path, layout: Layout, *, temporary: bool = False) -> Message | None:
    """Why a build may not replace the folder ``site``; None if it may.

    ``temporary``: a folder of the preview's own, into which pages are written one by one.
    """
    written = Named(message("folder situs"), site)
    if temporary:
        return _in_the_way([written], layout.kept, _another_site(layout))
    data, content = layout.kept[:2]
    if overlaps(data.path, content.path):
        return _refusal(data, content, message("Pilih folder lain untuk results atau docs_dir."))
    real = places(site)[-1]
    beside = [real.parent / f".{real.name}.{role}" for role in BESIDE]
    all_written = [written, *(Named(message("folder sementara"), path) for path in beside)]
    return (
        _in_the_way(all_written, layout.kept, _another_site(layout))
        or _in_the_way(all_written, list(_linked(layout.kept)), _another_site(layout))
        or _of_others(written, _another_site(layout), removes=True)
        or _not_a_site(site, layout)
        or _mounted([real, *beside])
    )


def check_target(folder: Path, layout: Layout | None) -> Message | None:
    """Why a command may not write files into ``folder``; None if it may.

    ``layout`` is that of the site whose files are written, if there is one.
    """
    written = Named(message("folder tujuan"), folder)
    start = layout.config.parent if layout and layout.config else Path.cwd()
    kept = layout.kept if layout else []
    choose = message("Pilih folder lain, misalnya {example}.", example=_free(start, "keluar", kept))
    return (
        _in_the_way([written], kept, choose)
        or _in_the_way([written], list(_linked(kept)), choose)
        or _of_others(written, choose, removes=False)
    )


def layout_of(settings: Settings) -> Layout | None:
    """Where a site keeps its data; None if there is no site."""
    if settings.file is None and not os.path.isfile(settings.results / "regions.yml"):
        return None
    return Layout(settings.file, settings.results, settings.content)


def site_in(folder: Path) -> Layout | None:
    """The same of a folder of anyone: where its settings have mistakes, its data are kept as well."""
    return layout_of(read_settings(folder, Problems())) if os.path.isdir(folder) else None


def overlaps(one: Path, other: Path) -> bool:
    """Whether two paths are the same place or one lies in the other; also if they do not exist.

    Links are followed, also those on the way: without them what is behind is not found. Names that
    differ in case or in the composition of letters alone are one name, as they are to Windows and
    macOS. What exists is also compared by its number in the file system (mounts, short names).
    """
    ends = [places(one), places(other)]
    return any(_within(a, b) or _within(b, a) for a in ends[0] for b in ends[1])


def places(path: Path) -> list[Path]:
    """Every place that a path stands for: each link on its way, and last where it ends."""
    whole = Path.cwd() / path
    here, rest = Path(whole.anchor), list(whole.parts[:0:-1])
    found: list[Path] = []
    while rest:
        part = rest.pop()
        if part == "..":  # of where a link led, as the system reads it
            here = here.parent
            continue
        here = here / part
        if len(found) < MOST_LINKS and os.path.islink(here):
            found.append(here)
            target = Path(os.readlink(here))
            here = Path(target.anchor) if target.is_absolute() else here.parent
            rest += [part for part in target.parts[::-1] if part != target.anchor]
    # On Windows some links are none to islink().
    return [*found, Path(os.path.realpath(here)) if sys.platform == "win32" else here]


def _within(inner: Path, outer: Path) -> bool:
    key = _key(outer)
    if _key(inner)[: len(key)] == key:
        return True
    try:
        wanted = os.stat(outer)
    except OSError:
        return False
    return any(_is(place, wanted) for place in (inner, *inner.parents))


def _is(place: Path, wanted: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.stat(place), wanted)
    except OSError:
        return False


def _key(path: Path) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", part).casefold() for part in path.parts)


def _in_the_way(written: Sequence[Named], kept: Sequence[Named], choose: Message) -> Message | None:
    """The first two that overlap, in words."""
    for one in written:
        for other in kept:
            if overlaps(one.path, other.path):
                return _refusal(one, other, choose)
    return None


def _linked(kept: Sequence[Named]) -> Iterator[Named]:
    """The links below what is kept, at every depth: what they lead to is read as part of it."""
    for item in kept:
        for at, folders, files in os.walk(item.path):
            for name in (*folders, *files):
                if os.path.islink(os.path.join(at, name)):
                    yield Named(item.what, Path(at, name))


def _of_others(written: Named, choose: Message, *, removes: bool) -> Message | None:
    """The same for the sites of others, by their mkdocs.yml in or above a folder.

    Files beside their prose harm nothing: another site builder may take them from there. Where a
    build ``removes`` what is in the folder, it may not be all of their prose.
    """
    real = places(written.path)[-1]
    for folder in (real, *real.parents):
        found = site_in(folder)
        if found is None:
            continue
        data, content, *rest = found.kept
        refused = _in_the_way([written], [data, *rest], choose)
        if refused is None and removes and _within(places(content.path)[-1], real):
            refused = _refusal(written, content, choose)
        if refused is not None:
            return refused
    return None


def _not_a_site(site: Path, layout: Layout) -> Message | None:
    """Refuses a folder that no build made, or in which someone has put a project since."""
    try:
        names = sorted(name for name in os.listdir(site) if not name.startswith("."))
    except OSError:  # not there yet, or no folder: publishing tells
        return None
    if names and "index.html" not in names:
        return message(
            "Folder {site} berisi {name} dan bukan situs; membangun situs di sana akan menghapus "
            "isinya. {choose}",
            site=_shown(site),
            name=names[0],
            choose=_another_site(layout),
        )
    for at, below, files in os.walk(site):
        below[:] = [name for name in below if not _OF_REGIONS.fullmatch(name)]
        for name in set(HEADS).intersection(files):
            inside = Path(at, name)
            if not (layout.content / inside.relative_to(site)).exists():  # else it is a copy
                return message(
                    "Folder situs {site} berisi {name}, yang akan ikut terhapus; pindahkan "
                    "dahulu. {choose}",
                    site=_shown(site),
                    name=inside,
                    choose=_another_site(layout),
                )
    return None


def _mounted(removed: Iterable[Path]) -> Message | None:
    """What is mounted in a folder would be emptied with it."""
    for folder in removed:
        for mount in mounts_below(folder):
            return message(
                "{mount} adalah mount tersendiri di dalam {folder} dan akan ikut dikosongkan; "
                "lepaskan dahulu (umount), atau pilih site_dir lain.",
                mount=mount,
                folder=folder,
            )
    return None


def mounts_below(folder: Path) -> list[Path]:
    """Where something is mounted inside a folder, as far as the system tells (Linux does)."""
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    # The fifth field, with spaces and the like as octal escapes (proc_pid_mountinfo(5)).
    points = (_ESCAPE.sub(lambda found: chr(int(found[1], 8)), line.split()[4]) for line in lines)
    return [point for point in map(Path, points) if folder in point.parents]


def _refusal(one: Named, other: Named, choose: Message) -> Message:
    return message(
        "Ditolak supaya tidak ada yang terhapus: {one} {path} dan {other} {kept} harus terpisah, "
        "tidak sama dan tidak yang satu di dalam yang lain. {choose}",
        one=one.what,
        path=_shown(one.path),
        other=other.what,
        kept=_shown(other.path),
        choose=choose,
    )


def _shown(path: Path) -> str:
    """A path in full, and where it leads if it is a link."""
    named = os.path.abspath(path)
    end = os.fspath(places(path)[-1])
    return named if end == named else f"{named} (→ {end})"


def _another_site(layout: Layout) -> Message:
    start = layout.config.parent if layout.config else Path.cwd()
    return message(
        "Pilih folder situs lain dengan site_dir di mkdocs.yml atau pilihan -d, misalnya {example}.",
        example=_free(start, "site", layout.kept),
    )


def _free(start: Path, name: str, kept: Sequence[Named]) -> Path:
    """A folder in or beside ``start`` that is apart from all that is kept, as far as there is one."""
    here = Path(os.path.abspath(start))
    tried = [at / f"{name}{end}" for at in (here, here.parent) for end in ("", "-baru")]
    return next((p for p in tried if not any(overlaps(p, k.path) for k in kept)), tried[-1])
