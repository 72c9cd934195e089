"""Rapor KIP itself, put into a site: the wheel, what it needs, and files to double-click.

The steps stand in ``steps/``, once for Windows and once for a shell; what is done there is the same.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.format.problems import Message, message

STEPS = Path(__file__).parent / "steps"
LOCK = "generator/starting/requirements.lock"
"""Where a wheel has the packages that it was tested with, by their sums."""

TOOLS = "alat"
"""The folder of a site for all this."""

RECIPE = ".github/workflows/situs.yml"
"""Where GitHub looks for what it is to run: the same steps, and the publication."""

RUNS: dict[str, tuple[str, tuple[str, ...]]] = {
    "1-periksa": ("Memeriksa data...", ("-m generator.cli check .",)),
    "2-pratinjau": (
        "Pratinjau terbuka di peramban. Tutup jendela ini untuk berhenti.",
        ("-m mkdocs serve --open",),
    ),
    "3-bangun": (
        "Memeriksa data, lalu membangun situs...",
        ("-m generator.cli check .", "-m mkdocs build -q"),
    ),
}
"""Each file to double-click: what it says it does, and what it runs, one after the other."""

OTHERS = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET")
"""What other programs (QGIS, ArcGIS) leave in the environment, and would lead Python astray here."""

DONE = {
    "1-periksa": "Selesai. Baris yang diawali Saran boleh diabaikan.",
    "2-pratinjau": "Pratinjau selesai.",
    "3-bangun": "Selesai. Situs ada di folder site, siap diunggah.",
}
FAILED = "Belum berhasil; perbaiki yang disebut di atas, lalu jalankan berkas ini lagi."

_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==", re.MULTILINE)


class NotOurs(Exception):
    """A file that is no wheel of Rapor KIP, or a folder that lacks what it needs."""

    def __init__(self, told: Message) -> None:
        self.told = told


def machine_files(wheel: Path, wheels: Path | None) -> dict[str, str | bytes]:
    """The files by their paths; ``wheels`` is a folder with all that is needed without a network.

    ``NotOurs`` says what is wrong with either. Lines of what Windows runs end with CRLF.
    """
    content, lock = _wheel(wheel)
    sums = hashlib.sha256(content).hexdigest()
    made: dict[str, str | bytes] = {
        f"{TOOLS}/{wheel.name}": content,
        f"{TOOLS}/requirements.txt": f"./{TOOLS}/{wheel.name} --hash=sha256:{sums}\n{lock}",
        f"{TOOLS}/versi.txt": f"{wheel.name} {sums}\n",
        f"{TOOLS}/siapkan.bat": _crlf((STEPS / "siapkan.bat").read_text("utf-8")),
        f"{TOOLS}/siapkan.sh": (STEPS / "siapkan.sh").read_text("utf-8"),
        RECIPE: (STEPS / "situs.yml").read_text("utf-8"),
        ".gitattributes": "*.bat text eol=crlf\n*.sh text eol=lf\n*.whl binary\n",
    }
    for name in RUNS:
        made[f"{name}.bat"] = _crlf(_for_windows(name))
        made[f"{name}.sh"] = _for_a_shell(name)
    if wheels is not None:
        found = {path.name: path.read_bytes() for path in sorted(wheels.glob("*.whl"))}
        missing = list(_missing(lock, found.values()))
        if missing:
            raise NotOurs(
                message(
                    "Di folder {folder} belum ada paket yang cocok dengan {wheel}: {names}. Ambil dahulu: "
                    "pip download --require-hashes -r requirements.lock --only-binary :all: -d {folder}",
                    folder=wheels,
                    wheel=wheel.name,
                    names=", ".join(missing[:5]) + (", …" if len(missing) > 5 else ""),
                )
            )
        made |= {f"{TOOLS}/wheels/{name}": one for name, one in found.items()}
    return made


def _wheel(path: Path) -> tuple[bytes, str]:
    """A wheel and the lock file in it."""
    try:
        if not path.is_file():  # a pipe or a device has no end
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        content = path.read_bytes()
        with zipfile.ZipFile(path) as opened:
            lock = opened.read(LOCK).decode("utf-8")
    except (OSError, zipfile.BadZipFile, KeyError) as error:
        raise NotOurs(
            message(
                "{file} bukan wheel Rapor KIP (rapor_kip-….whl); buat dengan: python -m build --wheel",
                file=path,
            )
        ) from error
    return content, lock


def _missing(lock: str, files: Iterable[bytes]) -> Iterable[str]:
    """The packages of a lock file of which no file is there; those for some systems alone may be missing."""
    known = {hashlib.sha256(one).hexdigest() for one in files}
    starts = [found.start() for found in _PINNED.finditer(lock)]
    ends = [*starts[1:], len(lock)]
    for start, end in zip(starts, ends, strict=True):
        part = lock[start:end]
        marked = ";" in part.partition("\n")[0]
        if not marked and not known & set(_HASH.findall(part)):
            yield part.partition("==")[0]


def _crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("utf-8")


def _for_windows(name: str) -> str:
    told, runs = RUNS[name]
    lines = [
        "@echo off",
        "setlocal DisableDelayedExpansion",  # else a folder with ! in its name is not found
        "chcp 65001 >nul",
        # Not “if errorlevel 1”: what crashes on Windows ends with a negative number.
        'pushd "%~dp0"',  # also where the folder is on a server: it gets a letter until popd
        "if %errorlevel% neq 0 goto gagal",
        'set "PYTHONUTF8=1"',
        *(f'set "{name}="' for name in OTHERS),
        f"title {name}",
        f'call "{TOOLS}\\siapkan.bat"',
        "if %errorlevel% neq 0 goto gagal",
        f"echo {told}",
    ]
    for run in runs:
        lines += [f'"%PERINTAH%" {run}', "if %errorlevel% neq 0 goto gagal"]
    lines += [
        *("popd", "echo.", f"echo {DONE[name]}"),
        *("if not defined RAPOR_TANPA_JEDA pause", "exit /b 0"),
        *("", ":gagal", "popd", "echo.", f"echo {FAILED}"),
        *("if not defined RAPOR_TANPA_JEDA pause", "exit /b 1"),
    ]
    return "\n".join(lines) + "\n"


def _for_a_shell(name: str) -> str:
    told, runs = RUNS[name]
    steps = " && ".join(f'"$PERINTAH" {run}' for run in runs)
    return f"""\
#!/bin/sh
cd "$(dirname "$0")" || exit 1
PYTHONUTF8=1
export PYTHONUTF8
unset {" ".join(OTHERS)}
. {TOOLS}/siapkan.sh
if siapkan && echo "{told}" && {steps}; then
  echo
  echo "{DONE[name]}"
else
  echo
  echo "{FAILED}"
  exit 1
fi
"""


def runs_in_a_shell(name: str) -> bool:
    """Whether a file of a site is to be run by its name."""
    path = PurePosixPath(name)
    return path.suffix == ".sh" and path.stem in RUNS
