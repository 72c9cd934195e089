"""What was published lasts: addresses, anchors, redirects; and copies can be checked."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import mkdocs, write_site

from generator.cli import main
from generator.format.problems import Problems
from generator.lasting.anchors import path_of, with_alias
from generator.lasting.keeper import Keeper, Tally
from generator.lasting.lock import Lock, parsed, with_published
from generator.lasting.redirects import Redirected

EDITION = """\
year: {year}
title: Evaluasi
organizer: Komisi Informasi Contoh
status: final
published: {year}-12-19
scale: {{categories: [{{name: Informatif, minimum: 90}}, {{name: Tidak Informatif, minimum: 0}}]}}
"""
YEARS = (2022, 2023, 2024)
LOCK = "results/addresses.lock"


def of_three_years(folder: Path) -> Path:
    files: dict[str, str | None] = {}
    for year in YEARS:
        files[f"{year}/edition.yml"] = EDITION.format(year=year)
        for number, id_ in enumerate(("alfa", "beta", "kota-gama")):
            files[f"{year}/{id_}.yml"] = f"region: {id_}\nscore: {70 + 9 * number + year % 5}\n"
    return write_site(folder, files)


def built(folder: Path) -> str:
    done = mkdocs("build", cwd=folder)
    assert done.returncode == 0, done.stdout
    return done.stdout


class Ids(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids |= {value for name, value in attrs if name == "id" and value}


def test_nothing_that_was_published_is_lost(tmp_path: Path) -> None:
    """Three years, a region that is renamed, other words for headings: every address still leads on."""
    folder = of_three_years(tmp_path)
    assert "alamat belum tercatat (results/addresses.lock belum ada)" in built(folder)
    assert main(["addresses", "--add", "--site", str(folder)]) == 0
    first = parsed((folder / LOCK).read_text(), LOCK, Problems()).anchors
    assert {"/", "/2022/", "/2022/beta/", "/wilayah/beta/", "/metodologi/"} <= first.keys()
    assert any(address.startswith("/data/") for address in first)
    assert first["/metodologi/"] and not any("sumber-1" in ids for ids in first.values())
    assert "belum tercatat" not in built(folder)
    before = digest(folder / "site")
    # The same inputs and lock give the same bytes.
    built(folder)
    assert digest(folder / "site") == before

    # A region gets another id, and a page of prose another heading.
    regions = (folder / "results/regions.yml").read_text()
    (folder / "results/regions.yml").write_text(regions.replace("id: beta", "id: delta"))
    for year in YEARS:
        text = (folder / f"results/{year}/beta.yml").read_text()
        (folder / f"results/{year}/beta.yml").unlink()
        (folder / f"results/{year}/delta.yml").write_text(text.replace("beta", "delta"))
    (folder / "content/privasi.md").write_text("# Privasi\n\n## Bab baru\n\nIsi.\n")
    done = mkdocs("build", cwd=folder)
    assert done.returncode == 1
    assert "/2022/beta/ pernah terbit dan akan hilang" in done.stdout
    assert "/privasi/#" in done.stdout
    assert digest(folder / "site") == before  # nothing was published

    lock = folder / LOCK
    gone = sorted(first["/privasi/"])
    lines = ["/*/beta/ -> /*/delta/", "#wilayah-beta -> #wilayah-delta"]
    files = [a for a in first if a.startswith("/data/") and "beta" in a]
    lines += [f"{address} -> {address.replace('beta', 'delta')}" for address in files]
    lines += [f"/privasi/#{anchor} -> /privasi/#bab-baru" for anchor in gone]
    lock.write_text(lock.read_text() + "\n".join(lines) + "\n")
    assert "belum tercatat" in built(folder)  # the new addresses
    for address, anchors in first.items():
        file = folder / "site" / path_of(address)
        assert file.is_file(), address
        if anchors:
            assert anchors <= Ids(file.read_text()).ids, address
    moved = (folder / "site/2022/beta/index.html").read_text()
    assert 'content="0; url=../delta/"' in moved and '<a href="../delta/"' in moved
    assert main(["addresses", "--add", "--site", str(folder)]) == 0
    assert "belum tercatat" not in built(folder)
    text = lock.read_text()
    assert text.splitlines()[2 : 2 + len(lines)] == lines and "/2022/delta/" in text
    # A redirect has to lead somewhere.
    lock.write_text(text.replace("-> /*/delta/", "-> /*/entah/"))
    done = mkdocs("build", cwd=folder)
    assert done.returncode == 1 and "dialihkan ke /2022/entah/, yang tidak ada" in done.stdout


def test_a_year_of_the_commission_loses_nothing(tmp_path: Path) -> None:
    """The next edition, a result that was unknown, a gap that is closed: no redirect is asked for."""
    files: dict[str, str | None] = {}
    for year in YEARS[:2]:
        files[f"{year}/edition.yml"] = EDITION.format(year=year)
        files[f"{year}/alfa.yml"] = f"region: alfa\nscore: {85 + year % 5}.5\n"
        files[f"{year}/kota-gama.yml"] = "region: kota-gama\nscore: 91\n"
    folder = write_site(tmp_path, files)
    built(folder)
    assert main(["addresses", "--add", "--site", str(folder)]) == 0
    first = parsed((folder / LOCK).read_text(), LOCK, Problems()).anchors
    assert {"selisih", "skor"} <= first["/2023/alfa/"] and "hasil" in first["/"]
    # What a page loads by itself nobody cites, nor what its pictures are made of.
    assert not [a for a in first if a.startswith(("/data/cari/", "/data/banding/"))]
    assert not [i for ids in first.values() for i in ids if i.startswith(("arsir-", "kutip-"))]

    (folder / "results/2025").mkdir()
    (folder / "results/2025/edition.yml").write_text(EDITION.format(year=2025))
    (folder / "results/2023/alfa.yml").write_text("region: alfa\nscore: 90.5\n")
    for year, id_ in ((2023, "beta"), (2025, "alfa"), (2025, "beta")):
        (folder / f"results/{year}/{id_}.yml").write_text(f"region: {id_}\nscore: 92\n")
    built(folder)
    gone = 0
    for address, anchors in first.items():
        page = (folder / "site" / path_of(address)).read_bytes()
        if anchors:
            assert anchors <= Ids(page.decode()).ids, address
            gone += page.count(b"</h1><span id=")
    assert gone  # such as the gap of Alfa, which is in the best category now


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_sums_are_those_of_all_files_and_of_no_draft(kalsel: Path) -> None:
    told = json.loads((kalsel / "data/manifest.json").read_text())
    known = {path: sum_ for path, sum_ in digest(kalsel).items() if path != "SHA256SUMS"}
    listed = (kalsel / "SHA256SUMS").read_text().splitlines()
    assert listed == [f"{known[path]}  {path}" for path in sorted(known)]
    assert told["files"] == {p: s for p, s in known.items() if p != "data/manifest.json"}
    assert told["date"] == "2025-12-19"
    assert told["generator"]["version"]
    assert "results/2025/balangan.yml" in told["inputs"] and "content/tentang.md" in told["inputs"]
    if shutil.which("sha256sum"):
        done = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=kalsel)
        assert done.returncode == 0


def test_a_draft_is_in_no_sum(tmp_path: Path) -> None:
    folder = of_three_years(tmp_path)
    draft = EDITION.format(year=2025).replace("final", "draft")
    (folder / "results/2025").mkdir()
    (folder / "results/2025/edition.yml").write_text(draft)
    (folder / "results/2025/alfa.yml").write_text("region: alfa\nscore: 99\n")
    built(folder)
    told = json.loads((folder / "site/data/manifest.json").read_text())
    names = [*told["inputs"], *told["files"], told["date"]]
    names += [line[66:] for line in (folder / "site/SHA256SUMS").read_text().splitlines()]
    assert names and not [name for name in names if "2025" in name]


def test_a_copy_is_compared_with_the_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = of_three_years(tmp_path / "situs")
    built(folder)
    copy = tmp_path / "salinan"
    shutil.copytree(folder / "site", copy)
    call = ["verify", str(copy), "--site", str(folder)]
    assert main(call) == 0
    assert "Salinan ini sama dengan data" in capsys.readouterr().out
    page = copy / "2022/alfa/index.html"
    assert "72" in page.read_text()
    page.write_text(page.read_text().replace("72", "92"))
    (copy / "2023/alfa/index.html").unlink()
    (copy / "asing.html").write_text("x")
    table = next(path for path in sorted(copy.glob("data/*.csv")) if b",72," in path.read_bytes())
    table.write_bytes(table.read_bytes().replace(b",72,", b",93,"))
    assert main(call) == 1
    told = capsys.readouterr().out
    assert "2022/alfa/index.html: di salinan “" in told and "92" in told
    assert "2022/alfa/index.html: diubah sesudah terbit" in told
    assert "2023/alfa/index.html: halaman ini tidak ada" in told
    assert "asing.html: berkas asing" in told
    assert f"data/{table.name}: baris" in told and "di salinan “93”, menurut data “72”" in told
    # Data that changed since.
    (folder / "results/2022/alfa.yml").write_text("region: alfa\nscore: 75\n")
    assert main(call) == 1
    assert "results/2022/alfa.yml: berubah sejak salinan itu dibuat" in capsys.readouterr().out


@pytest.mark.parametrize("sums", [True, False])
def test_each_page_is_looked_at_once(sums: bool, tmp_path: Path) -> None:
    """Pages of this product and of MkDocs; what another process saw is added."""
    keeper = Keeper(lock_of("/a/ #x #y\n/b/\n/c.csv\n/d/ -> /a/#x\n/e.csv -> /c.csv"), sums=sums)
    (tmp_path / "a").mkdir()
    pieces = [b'<h1 id="t">T</h1>', b'<p id="x">', b'<p id="z" class="q">', b'<i id="rk-1">']
    keeper.write(str(tmp_path / "a/index.html"), "a/index.html", pieces)
    (tmp_path / "b").mkdir()
    (tmp_path / "b/index.html").write_bytes(b"<h2 id='o'><h2 id=\"neu\">")
    (tmp_path / "c.csv").write_bytes(b"1")
    keeper.add(Tally(["/f/#g"], 5, {}))
    problems = Problems()
    keeper.finish(tmp_path, LOCK, problems, Redirected("id", "Pindah", "Buka"))
    told = [line.split(": ")[1].split(";")[0] for line in problems.report()[:-1]]
    assert told == ["/a/#y pernah terbit dan akan hilang", "/f/#g pernah terbit dan akan hilang"]
    assert keeper.tally.new == 5 + 2  # #z and #neu
    moved = (tmp_path / "d/index.html").read_text()
    assert 'url=../a/#x"' in moved and (tmp_path / "e.csv").read_bytes() == b"1"


def lock_of(text: str) -> Lock:
    problems = Problems()
    found = parsed(text, LOCK, problems)
    assert not len(problems), problems.report()
    return found


@pytest.mark.parametrize(
    ("lines", "address", "there"),
    [
        ("/a/ -> /b/", "/a/", "/b/"),
        ("/a/ -> /b/\n/b/ -> /c/", "/a/", "/c/"),
        ("/*/a/ -> /*/b/", "/2024/a/", "/2024/b/"),
        ("/*/a/*/ -> /*/b/*/", "/2024/a/x/", "/2024/b/x/"),
        ("/*/a/ -> /*/b/", "/2024/x/a/", None),
        ("/a/ -> /b/", "/aa/", None),
        ("/a/#x -> /a/#y", "/a/#x", "/a/#y"),
    ],
)
def test_a_redirect_leads_on(lines: str, address: str, there: str | None) -> None:
    assert lock_of(lines).moved(address) == there


def test_an_anchor_is_renamed_on_its_page_or_on_all() -> None:
    lock = lock_of("/a/#x -> /a/#y\n#lama -> #baru\n#baru -> #kini\n")
    assert lock.renamed("/a/", "x") == "y" and lock.renamed("/b/", "x") is None
    assert lock.renamed("/b/", "lama") == "kini"


@pytest.mark.parametrize("line", ["2024/", "/a/ skor", "/a/ -> b", "/*/a/ -> /b/", "/a/ -> /a/"])
def test_a_line_that_is_neither_is_refused(line: str) -> None:
    problems = Problems()
    parsed(f"# catatan\n{line}\n", LOCK, problems)
    assert problems.report()[0].startswith(f"{LOCK}:2:1: bukan alamat")


def test_redirects_in_a_circle_are_refused() -> None:
    problems = Problems()
    parsed("/a/ -> /b/\n/b/ -> /a/\n", LOCK, problems)
    assert "berputar" in problems.report()[0]


def test_what_is_added_keeps_remarks_and_redirects() -> None:
    text = "# Catatan sendiri\n/b/ #x\n/lama/ -> /b/\n"
    once = with_published(text, {"/a/": frozenset({"z", "y"}), "/b/": frozenset({"w"})})
    assert once == "# Catatan sendiri\n/lama/ -> /b/\n/a/ #y #z\n/b/ #w #x\n"
    assert with_published(once, {"/a/": frozenset()}) == once


def test_an_old_anchor_stands_before_the_new_one() -> None:
    page = b'<h1 id="t">T</h1><table><tr id="r"></tr></table><h2 id="baru">B</h2>'
    assert with_alias(page, "lama", "baru").endswith(b'<span id="lama"></span><h2 id="baru">B</h2>')
    assert b'</h1><span id="lama"></span><table>' in with_alias(page, "lama", "r")
    assert with_alias(page, "lama", "entah") == page
    assert b'</h1><span id="lama"></span><table>' in with_alias(page, "lama")
    assert with_alias(b"<p>", "lama") == b"<p>"
