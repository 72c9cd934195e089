"""What may lie in a folder, or be asked of a command, never ends in a traceback or in half a site.

Each trap is sprung under every command and under ``mkdocs build``.
"""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import mkdocs, rapor, write_site
from many import write_many
from test_site import digest

from generator.cli import main

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check",),
    ("explain",),
    ("explain", "2024", "alfa"),
    ("render", "keluar"),
)


def _outside(site: Path) -> Path:
    folder = site.parent / "luar"
    folder.mkdir()
    (folder / "k.yml").write_text("title: K\nyear: 2024\n", encoding="utf-8")
    return folder


def _link(name: str) -> Callable[[Path], None]:
    return lambda site: os.symlink(_outside(site), site / name)


def _pipe(name: str) -> Callable[[Path], None]:
    return lambda site: os.mkfifo(site / name)


def _file(*names: str) -> Callable[[Path], None]:
    def put(site: Path) -> None:
        for name in names:
            (site / name).parent.mkdir(exist_ok=True)
            (site / name).write_text("# A\n", encoding="utf-8")

    return put


TRAPS: dict[str, tuple[Callable[[Path], None], str]] = {
    "instruments elsewhere": (
        _link("results/instruments"),
        "results/instruments:1:1: tautan simbolis ini menunjuk ke luar",
    ),
    "measures elsewhere": (
        _link("results/measures"),
        "results/measures:1:1: tautan simbolis ini menunjuk ke luar",
    ),
    "a year elsewhere": (
        _link("results/2023"),
        "results/2023:1:1: tautan simbolis ini menunjuk ke luar",
    ),
    "a pipe as a result": (_pipe("results/2024/beta.yml"), "beta.yml:1:1: bukan berkas biasa"),
    "a pipe as prose": (_pipe("content/catatan.md"), "catatan.md:1:1: bukan berkas biasa"),
    "a pipe as a page of the site": (
        _pipe("content/tentang.md"),
        "tentang.md:1:1: bukan berkas biasa",
    ),
    "a pipe as a picture": (_pipe("content/foto.png"), "foto.png:1:1: bukan berkas biasa"),
    "a link to nothing": (
        lambda site: os.symlink("hilang.png", site / "content/foto.png"),
        "foto.png:1:1: bukan berkas biasa",
    ),
    "prose whose name is no text": (
        _file("content/\udcff.md"),
        "content/\\udcff.md:1:1: nama berkas ini bukan UTF-8; beri berkas ini nama lain",
    ),
    "a picture below a folder whose name is no text": (
        _file("content/\udce4/foto.png"),
        "content/\\udce4/foto.png:1:1: nama berkas ini bukan UTF-8",
    ),
    "two pages that are one on some systems": (
        _file("content/Catatan.md", "content/catatan.md"),
        "content/catatan.md:1:1: nama berkas ini dan Catatan.md hanya berbeda huruf besar-kecil",
    ),
    "an accent that stands apart": (
        _file("content/cafe\u0301.md", "content/caf\u00e9.md"),
        "content/café.md:1:1: nama berkas ini dan cafe\u0301.md hanya berbeda huruf besar-kecil atau cara",
    ),
    "two pictures that are one on some systems": (
        _file("content/Foto/a.png", "content/foto/A.png"),
        "content/foto/A.png:1:1: nama berkas ini dan Foto/a.png hanya berbeda huruf besar-kecil",
    ),
    "a page of the site with a capital": (
        _file("content/Tentang.md"),
        "content/Tentang.md:1:1: nama halaman ini ditulis dengan huruf kecil; ganti namanya menjadi tentang.md",
    ),
    "a folder of a page with capitals": (
        _file("content/METODOLOGI/index.md"),
        "content/METODOLOGI/index.md:1:1: nama halaman ini ditulis dengan huruf kecil",
    ),
}


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links")
@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_told_and_the_old_site_stays(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    site = write_site(tmp_path / "situs")
    assert mkdocs("build", "-q", cwd=site).returncode == 0
    before = digest(site / "site")
    spring, told = TRAPS[name]
    spring(site)
    monkeypatch.chdir(site)
    for command in COMMANDS:
        assert main(command) == 1
        assert told in capsys.readouterr().err, command
    assert not (site / "keluar").exists()
    built = mkdocs("build", "-q", cwd=site)
    assert built.returncode == 1 and told in built.stdout and "Traceback" not in built.stdout
    assert digest(site / "site") == before
    assert not list(site.glob(".site.s*"))


ODD_WORDS = ("²", "٢٠٢٤", "½", "", " 2024", "2024.0", "20_24", "-2024", "../2024", "a\nb", "𝟚")


@pytest.mark.parametrize("word", ODD_WORDS)
def test_an_odd_word_is_no_year(
    word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_site(tmp_path))
    assert main(("explain", "--", word)) == 1
    assert "bukan tahun edisi" in capsys.readouterr().err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device that is always full")
@pytest.mark.parametrize("call", COMMANDS)
def test_an_answer_that_cannot_be_written(call: tuple[str, ...], tmp_path: Path) -> None:
    site = write_site(tmp_path)
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "generator.cli", *call],
            cwd=site,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith("Tidak dapat diteruskan: ") and "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="what a shell closes, and names of any bytes")
@pytest.mark.parametrize("call", ["check >&-", "explain >&- 2>&-", "render keluar >&-"])
def test_an_answer_that_nobody_wants(call: str, tmp_path: Path) -> None:
    site = write_site(tmp_path)
    command = f"{shlex.quote(sys.executable)} -m generator.cli {call}"
    done = subprocess.run(["sh", "-c", command], cwd=site, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="names of any bytes")
@pytest.mark.parametrize("name", ["\udcff", "\x1b[2J", " ", "lingkar", "a\u202eb"])
def test_a_folder_that_is_no_site_may_have_any_name(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    os.symlink("lingkar", "lingkar")
    for there in (False, True):
        if there and name != "lingkar":
            write_site(tmp_path / name)
            (tmp_path / name / "mkdocs.yml").unlink()
        for command in ("check", "explain"):
            call = [command, name] if command == "check" else [command, "--site", name]
            assert main(call) == (0 if there and name != "lingkar" else 1)
            assert "mkdocs.yml:1:1: berkas ini tidak ada" in capsys.readouterr().err or there


@pytest.mark.parametrize(
    "call", [("render", "berkas"), ("render", "berkas/x"), ("schema", "berkas")]
)
def test_an_answer_onto_a_file(call: tuple[str, ...], tmp_path: Path) -> None:
    site = write_site(tmp_path)
    (site / "berkas").write_text("milik orang lain", encoding="utf-8")
    done = rapor(*call, cwd=site)
    assert done.returncode == 1 and "berkas" in done.stderr and "Traceback" not in done.stderr
    assert (site / "berkas").read_text("utf-8") == "milik orang lain"


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_FSIZE stands for a disk that is full")
@pytest.mark.parametrize("limit", [200, 3000, 20_000])
def test_a_disk_that_fills_while_mkdocs_writes(limit: int, tmp_path: Path) -> None:
    site = write_site(tmp_path)
    assert mkdocs("build", "-q", cwd=site).returncode == 0
    before = digest(site / "site")
    code = (
        "import resource, runpy, signal, sys;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}));"
        "sys.argv = ['mkdocs', 'build', '-q'];"
        "runpy.run_module('mkdocs', run_name='__main__')"
    )
    # What Python cuts off of its own compiled modules stays broken for all that run after it.
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    call = [sys.executable, "-c", code]
    done = subprocess.run(call, cwd=site, env=env, capture_output=True, text=True, check=False)
    told = done.stdout + done.stderr
    assert done.returncode == 1 and "Traceback" not in told, told
    assert "Situs yang lama tetap seperti semula" in told, told
    assert digest(site / "site") == before and not list(site.glob(".site.staging"))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT of another process")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=lambda s: s.name)
def test_who_ends_a_build_finds_nothing_beside_the_site(
    sent: signal.Signals, tmp_path: Path
) -> None:
    """Ctrl-C, and what a host sends that cancels a build."""
    site = write_many(tmp_path / "situs", 300)
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    for _ in range(3000):
        if any((site / ".site.staging").glob("*")) or process.poll() is not None:
            break
        time.sleep(0.02)
    process.send_signal(sent)
    told, _ = process.communicate(timeout=60)
    assert process.returncode != 0 and b"Traceback" not in told, told
    assert not (site / "site").exists()
    assert [path.name for path in site.glob(".site.*")] == [".site.lock"]


def test_render_removes_the_pages_of_regions_that_went(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    assert rapor("render", "keluar", cwd=site).returncode == 0
    (site / "keluar/catatan.md").write_text("milik orang lain", encoding="utf-8")
    (site / "keluar/2024/beta/index.md").write_text("diubah", encoding="utf-8")
    listed = site / "results/regions.yml"
    kept = [line for line in listed.read_text("utf-8").splitlines() if "id: alfa," not in line]
    kept = [line for line in kept if "id: beta," not in line]
    listed.write_text("\n".join(kept) + "\n", encoding="utf-8")
    (site / "results/2024/alfa.yml").unlink()
    assert rapor("render", "keluar", cwd=site).returncode == 0
    assert not (site / "keluar/2024/alfa").exists()
    assert not (site / "keluar/wilayah/alfa").exists()
    # What is not, or no more, this command's own stays.
    assert (site / "keluar/catatan.md").read_text("utf-8") == "milik orang lain"
    assert (site / "keluar/2024/beta/index.md").read_text("utf-8") == "diubah"
    assert (site / "keluar/2024/kota-gama/index.md").is_file()


def test_a_tampered_list_removes_nothing_outside(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    assert rapor("render", "keluar", cwd=site).returncode == 0
    listed = site / "keluar/.rapor.sha256"
    outside = site / "penting.txt"
    outside.write_bytes(b"")
    nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    more = f"{nothing}  ../penting.txt\n{nothing}  {outside}\n{nothing}  2024/../../penting.txt\n"
    listed.write_text(listed.read_text("utf-8") + more, encoding="utf-8")
    assert rapor("render", "keluar", cwd=site).returncode == 0
    assert outside.is_file()


def _circle(path: Path) -> None:
    path.symlink_to(path.name)


def _elsewhere(path: Path) -> None:
    other = path.parent.parent.parent / "lain.lock"
    other.write_text("/2024/alfa/\n", encoding="utf-8")
    path.symlink_to(other)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes, and links without rights")
@pytest.mark.parametrize(
    ("made", "told"),
    [
        (Path.mkdir, "bukan berkas biasa; ganti dengan berkas"),
        (os.mkfifo, "bukan berkas biasa; ganti dengan berkas"),
        (_circle, "tidak dapat dibaca (tautan simbolis yang berputar)"),
        (_elsewhere, "tautan simbolis ini menunjuk ke luar folder results/"),
        (lambda path: path.write_bytes(b"/2024/alfa/ #\xff\n"), "berkas ini bukan UTF-8"),
        (lambda path: path.write_text("2024/alfa\n"), "bukan alamat dan bukan pengalihan"),
    ],
)
def test_a_lock_that_cannot_be_read_is_told_and_nothing_waits(
    made: Callable[[Path], object], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By whom it is checked as well: a build would refuse it."""
    site = write_site(tmp_path / "situs")
    made(site / "results" / "addresses.lock")
    for call in (["check", str(site)], ["addresses", "--add", "--site", str(site)]):
        assert main(call) == 1
        heard = capsys.readouterr()
        assert "results/addresses.lock:1:" in heard.err and told in heard.err, heard
        assert not heard.out


@pytest.mark.skipif(sys.platform == "win32", reason="names of any bytes, and pipes")
@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("correct 2024 alfa score 81 --date 2025-01-01 --reason \udcff --yes", "bukan UTF-8"),
        ("correct 2024 alfa score 81 --date '' --yes", "tanggal koreksinya kosong"),
        ("init baru --province 63 --name \udcff", "bukan UTF-8"),
        ("init baru --province 63 --wheel pipa.xlsx", "pipa.xlsx bukan wheel"),
        ("init baru --province 63 --wheel /dev/zero", "/dev/zero bukan wheel"),
        ("import pipa.xlsx --edition 2024", "bukan berkas biasa"),
        ("import /dev/zero --edition 2024", "bukan berkas biasa"),
        ("import . --edition 2024", "bukan berkas biasa"),
        ("export --edition 2024 --output .", ". bukan nama berkas"),
        ("export --edition 2024 --output ''", ". bukan nama berkas"),
        ("export --edition 2024 --output pipa.xlsx --force", "pipa.xlsx bukan nama berkas"),
        ("template 2024 --output /dev/full --force", "/dev/full bukan nama berkas"),
    ],
)
def test_what_is_named_may_be_anything(
    call: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A pipe that nobody writes, a device without an end, no name at all, bytes that are no text."""
    site = write_site(tmp_path)
    os.mkfifo(site / "pipa.xlsx")
    monkeypatch.chdir(site)
    before = sorted(path.relative_to(site) for path in site.rglob("*"))
    assert main(shlex.split(call)) == 1
    assert told in capsys.readouterr().err
    assert sorted(path.relative_to(site) for path in site.rglob("*")) == before
