"""What ``rapor doctor`` tells: versions, what is wrong with its remedy, and the next step."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest
from conftest import write_site

from generator.cli import main
from generator.command import doctor


def test_doctor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(site: Path, status: int) -> str:
        assert main(["--messages", "id", "doctor", str(site)]) == status
        return capsys.readouterr().out

    site = write_site(tmp_path / "a")
    told = said(site, 0)
    assert f"mkdocs {version('mkdocs')}" in told and "rapor check, lalu mkdocs build" in told
    assert main(["init", str(tmp_path / "b"), "--province", "75"]) == 0
    capsys.readouterr()
    assert "rapor new-edition TAHUN" in said(tmp_path / "b", 0)
    (site / "mkdocs.yml").write_text("site_name: A\ndocs_dir: tidak-ada\n", encoding="utf-8")
    assert "mkdocs.yml:2:11: docs_dir: folder “tidak-ada” tidak ada" in said(site, 1)
    monkeypatch.setattr(doctor, "PACKAGES", ("mkdocs", "tak-terpasang"))
    assert "Belum terpasang: tak-terpasang" in said(tmp_path / "b", 1)
