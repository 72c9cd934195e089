"""Rapor KIP in a site: the steps that files to double-click run, here those of a shell.

What they install here is made up, so that no network and no real package is needed; the files for
Windows are compared with them, but no Windows has run them.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import yaml
from conftest import mkdocs

from generator.cli import main
from generator.starting.machine import LOCK, OTHERS, RECIPE, RUNS, machine_files

FAILS = "if %errorlevel% neq 0 goto gagal"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the steps of a shell")


def wheel(folder: Path, name: str, files: dict[str, str], needs: str = "") -> Path:
    """A wheel of a few lines, as the standard has it."""
    folder.mkdir(parents=True, exist_ok=True)
    info = f"{name}-1.0.dist-info"
    meta = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
    files = files | {
        f"{info}/METADATA": meta + (f"Requires-Dist: {needs}\n" if needs else ""),
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(
        f"{path},sha256={_sum(text)},{len(text.encode())}\n" for path, text in files.items()
    )
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as made:
        for inside, text in {**files, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
            made.writestr(inside, text)
    return path


def _sum(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


@pytest.fixture
def packages(tmp_path: Path) -> tuple[Path, Path]:
    """A wheel of ours that says what it was asked, and the folder with what it needs."""
    says = "import sys\nimport butuh\nprint('DIJALANKAN', *sys.argv[1:])\nsys.exit(butuh.STATUS)\n"
    needed = wheel(
        tmp_path / "paket", "butuh", {"butuh.py": "import os\nSTATUS = os.path.exists('rusak')\n"}
    )
    lock = f"butuh==1.0 \\\n    --hash=sha256:{hashlib.sha256(needed.read_bytes()).hexdigest()}\n"
    ours = wheel(
        tmp_path,
        "rapor_kip",
        {
            "generator/__init__.py": "",
            "generator/cli.py": says,
            "mkdocs/__init__.py": "",
            "mkdocs/__main__.py": says,
            LOCK: lock,
        },
        needs="butuh",
    )
    return ours, needed.parent


def test_the_steps_install_once_and_run_twice(packages: tuple[Path, Path], tmp_path: Path) -> None:
    ours, needed = packages
    site = tmp_path / "situs saya é (2026) & lain"
    flags = ("--province", "75", "--wheel", str(ours), "--with-wheels", str(needed))
    assert main(["init", str(site), *flags]) == 0
    shutil.rmtree(needed)
    ours.unlink()

    def run(name: str) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        return subprocess.run(
            [site / f"{name}.sh"], cwd="/", env=clean, capture_output=True, text=True, check=False
        )

    first, second = run("3-bangun"), run("3-bangun")
    assert first.returncode == 0, first.stdout + first.stderr
    asked = "DIJALANKAN check .\nDIJALANKAN build -q\n\nSelesai. Situs ada di folder site"
    assert "Menyiapkan" in first.stdout and asked in first.stdout
    assert "Menyiapkan" not in second.stdout and asked in second.stdout
    (site / "rusak").touch()
    third = run("1-periksa")
    assert third.returncode == 1 and "Belum berhasil" in third.stdout
    # What came with another version is installed; what was tampered with is not.
    (site / "alat/versi.txt").write_text("lain\n", encoding="utf-8")
    with next((site / "alat").glob("*.whl")).open("ab") as opened:
        opened.write(b"x")
    fourth = run("1-periksa")
    assert fourth.returncode == 1 and "tidak dapat disiapkan" in fourth.stdout


def test_windows_runs_the_same_steps(packages: tuple[Path, Path]) -> None:
    made = machine_files(packages[0], None)
    for name, (told, runs) in RUNS.items():
        batch = made[f"{name}.bat"]
        assert isinstance(batch, bytes)
        assert batch.count(b"\n") == batch.count(b"\r\n") and batch.isascii()
        lines = batch.decode().split("\r\n")
        assert f"echo {told}" in lines and "if not defined RAPOR_TANPA_JEDA pause" in lines
        for run in runs:
            assert lines[lines.index(f'"%PERINTAH%" {run}') + 1] == FAILS
        assert lines.index('pushd "%~dp0"') < lines.index('call "alat\\siapkan.bat"')
        assert all(run in str(made[f"{name}.sh"]) for run in runs)
        for other in OTHERS:
            assert f'set "{other}="' in lines and other in str(made[f"{name}.sh"])
    prepared = made["alat/siapkan.bat"]
    assert isinstance(prepared, bytes) and b"--require-hashes" in prepared
    assert not any(name.startswith("alat/wheels") for name in made)


def test_what_windows_would_stumble_over_is_not_in_its_files(packages: tuple[Path, Path]) -> None:
    made = machine_files(packages[0], None)
    files = {name: content for name, content in made.items() if name.endswith(".bat")}
    assert len(files) == len(RUNS) + 1
    for name, content in files.items():
        assert isinstance(content, bytes) and content.isascii() and b"\t" not in content, name
        lines = content.decode().split("\r\n")
        labels = {line for line in lines if line.startswith(":")}
        for line in lines:
            assert line.count('"') % 2 == 0, f"{name}: {line}"
            # A folder with ) in its name would end a block, one with & a command.
            outside = re.sub('"[^"]*"', "", line)
            assert not re.search(r"[()|^!]|(?<![>])&", outside) or line.startswith("echo "), line
            assert "errorlevel 1" not in line, "a crash ends with a negative number"
            if goes := re.search(r"\bgoto (\w+)", line):
                assert f":{goes[1]}" in labels, f"{name}: {line}"
        # A line that falls through into the part for failures would tell of one.
        assert all(
            lines[at - 1].strip() == "" and lines[at - 2].startswith("exit /b")
            for at, line in enumerate(lines)
            if line == ":gagal"
        ), name
        ends = [line for line in lines if line.startswith("exit /b") or "exit /b" in line]
        assert {"exit /b 0", "exit /b 1"} <= {line.split("equ 0 ")[-1] for line in ends}


def test_the_recipe_runs_the_same_steps_and_keeps_what_was_published(
    packages: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "situs"
    assert main(["init", str(site), "--province", "75", "--wheel", str(packages[0])]) == 0
    recipe = yaml.safe_load((site / RECIPE).read_text("utf-8"))
    jobs = recipe["jobs"]
    assert jobs["terbitkan"]["needs"] == "bangun" and jobs["catat"]["needs"] == "terbitkan"
    assert recipe["permissions"] == {"contents": "read"}
    runs = {
        name: [step["run"] for step in job["steps"] if "run" in step] for name, job in jobs.items()
    }
    for name in ("bangun", "catat"):
        installs = [run for run in runs[name] if "pip" in run]
        assert installs == ["python -m pip install --require-hashes -r alat/requirements.txt"]
    assert (site / "alat/requirements.txt").read_text("utf-8").startswith("./alat/rapor_kip-")
    monkeypatch.chdir(site)
    done = []
    for run in (*runs["bangun"], *runs["catat"]):
        program, *arguments = run.split()
        if program == "rapor":
            assert main(arguments) == 0, run
        elif program == "mkdocs":
            assert mkdocs(*arguments, cwd=site).returncode == 0
            shutil.copytree("site", "terbit")
        else:
            continue
        done.append(" ".join((program, *arguments[:2])))
    assert done == [
        *("rapor check --format", "mkdocs build", "rapor addresses", "rapor addresses --add")
    ]
    assert "/wilayah/" in (site / "results/addresses.lock").read_text("utf-8")


def test_what_is_no_wheel_of_ours_or_lacks_a_package_is_told(
    packages: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours, needed = packages
    other = next(needed.iterdir())
    calls = {
        "bukan wheel Rapor KIP": ("--wheel", str(other)),
        "--with-wheels hanya bersama --wheel": ("--with-wheels", str(needed)),
        "belum ada paket yang cocok dengan rapor_kip-1.0-py3-none-any.whl: butuh. Ambil": (
            *("--wheel", str(ours), "--with-wheels", str(tmp_path)),
        ),
    }
    for told, more in calls.items():
        assert (
            main(["--messages", "id", "init", str(tmp_path / "a"), "--province", "75", *more]) == 1
        )
        assert told in capsys.readouterr().err
    assert not (tmp_path / "a").exists()


def test_a_wheel_that_is_built_holds_the_lock_file() -> None:
    import tomllib

    from conftest import ROOT

    built = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    assert built["targets"]["wheel"]["force-include"] == {"requirements.lock": LOCK}
    assert (ROOT / "requirements.lock").is_file()
    assert "requirements.lock" in built["targets"]["sdist"]["include"]
