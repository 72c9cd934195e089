"""Long work shows itself: a bar on a terminal, lines elsewhere, nothing where nobody wants it."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from conftest import EDITION, mkdocs, write_site

from generator import progress
from generator.cli import main
from generator.format.problems import message

WRITING = message("Menulis halaman")


class Clock:
    """A clock that goes on by so many seconds each time it is asked."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def monotonic(self) -> float:
        self.now += self.step
        return self.now


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def work(shown: progress.Shown | None) -> None:
    with progress.showing(shown), progress.phase(WRITING) as advance:
        for number in range(100):
            advance(number, 100)


@pytest.mark.parametrize(
    ("step", "lines"),
    [
        (0.001, []),
        (0.05, ["Menulis halaman: 5 detik"]),
        (0.3, [f"Menulis halaman: {n} dari 100" for n in (33, 67)] + ["Menulis halaman: 30 detik"]),
    ],
)
def test_lines_where_there_is_no_terminal(
    step: float, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "time", Clock(step))
    said: list[str] = []
    work(progress.Shown(str, said.append))
    assert said == lines


def test_all_phases_are_told_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "time", Clock(0.001))
    said: list[str] = []
    work(progress.Shown(str, said.append, verbose=True))
    assert said == ["Menulis halaman: 0 detik"]
    work(None)


@pytest.mark.parametrize("step", [0.001, 0.05])
def test_a_bar_on_a_terminal_is_wiped_away(step: float, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    for name, value in (("TERM", "xterm-256color"), ("NO_COLOR", "1"), ("COLUMNS", "80")):
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "time", Clock(step))
    said: list[str] = []
    work(progress.Shown(str, said.append))
    shown = terminal.getvalue()
    # Colours are the codes that end with m: with NO_COLOR there are none.
    assert ("Menulis halaman" in shown) == (step > 0.01) and "\x1b[3" not in shown
    assert not shown or shown.endswith("\x1b[2K")
    assert said == []


def test_a_quiet_command_says_only_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = write_site(tmp_path)
    for call in (("-q", "check", str(site)), ("check", "--quiet", str(site))):
        assert main(call) == 0
        assert capsys.readouterr() == ("", "")
    (site / "results/2024/alfa.yml").write_text("region: alfa\nscore: 800\n", encoding="utf-8")
    assert main(["--messages", "id", "check", str(site), "-q"]) == 1
    told = capsys.readouterr()
    assert not told.out and "results/2024/alfa.yml:2:8" in told.err
    assert main(["check", str(site), "-q", "--format", "json"]) == 1
    assert '"line": 2' in capsys.readouterr().out
    assert main(["check", str(site), "-v"]) == 1
    assert "2024: 0 " in capsys.readouterr().err


def test_a_build_ends_with_a_summary(tmp_path: Path) -> None:
    more = "plugins:\n  - rapor: {messages: id, search: false, publisher: {official: false}}\n"
    site = write_site(tmp_path, more=more)
    first = mkdocs("build", cwd=site).stdout
    assert "Situs selesai: " in first and " halaman dan " in first and " detik." in first
    assert "Belum diketahui pada 2024: hasil 2 dari 3 (Kabupaten/kota)." in first
    assert "Baca dengan rapor check." in first and "Dibanding" not in first
    (site / "results/2024/beta.yml").write_text("region: beta\nscore: 70\n", encoding="utf-8")
    second = mkdocs("build", cwd=site).stdout
    assert "Belum diketahui pada 2024: hasil 1 dari 3" in second
    told = next(line for line in second.splitlines() if "Dibanding" in line)
    assert "0 halaman baru, " in told and ", 0 hilang: /" in told and ", 0 berubah" not in told
    assert mkdocs("build", "-q", cwd=site).stdout == ""
    (site / "results/2025").mkdir()
    draft = EDITION.replace("2024", "2025").replace("final", "draft")
    (site / "results/2025/edition.yml").write_text(draft, encoding="utf-8")
    third = mkdocs("build", "-v", cwd=site).stdout
    assert "Belum terbit, karena draf atau embargo: edisi 2025." in third
    assert "tidak ada halaman yang berubah" in third and "Menulis halaman: " in third
