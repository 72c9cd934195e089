"""What a site says of itself: its publisher, its files, what is missing, what it computed."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from conftest import EDITION, REGIONS, dataset_of, mkdocs, write_results, write_site

from generator.content import PROSE_PAGES, packaged
from generator.format.site import Publisher
from generator.pages.markup import to_html
from generator.placeholders import fill_prose
from generator.site import Whole, whole_site

Files = dict[str, str | None]
Make = Callable[..., Whole]
PROMISES = re.compile(
    r"Ralat dan tanggapan:|Laporkan|[Cc]ara melapor|[Cc]ara me\w+ (ralat|penerbit)"
)
EARLIER = EDITION.replace("2024", "2022")
PARTIAL = REGIONS.replace("Kabupaten/kota}", "Kabupaten/kota, partial: true}")


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(files: Files | None = None, **publisher: str) -> Whole:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        dataset = dataset_of(write_results(folder, files or {}))
        prose = {name: packaged("kip", name) for name in PROSE_PAGES}
        return whole_site(dataset, "Contoh", Publisher(**publisher), prose)

    return made


def text(whole: Whole, address: str) -> str:
    """The words of a page, without its markup."""
    name, prose = address.rstrip("/"), whole.prose
    told = to_html(fill_prose(prose[name], whole, name)) if name in prose else None
    markup = told or whole.made(address)[1]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", markup)))


def addresses(whole: Whole) -> list[str]:
    return [*whole.makers, *(f"{name}/" for name in whole.prose if name != "metodologi")]


def test_without_a_contact_nobody_is_promised_a_way(make: Make) -> None:
    silent = make()
    for address in addresses(silent):
        assert not PROMISES.search(text(silent, address)), address
    about = text(silent, "tentang/")
    assert about.count("Penerbit belum menyebut alamat kontak.") == 1
    assert "Siapa pun boleh" not in about and "memberi tanggapan" not in about
    assert "Penerbit situs ini: belum disebut" in about, "the site is not its own publisher"


def test_with_a_contact_it_stands_where_it_is_needed(make: Make) -> None:
    whole = make(name="Lembaga", contact="ppid@contoh.id")
    said = {address for address in addresses(whole) if PROMISES.search(text(whole, address))}
    assert said == {"koreksi/", "tentang/", "privasi/", "2024/alfa/", "2024/beta/"} | {
        f"wilayah/{id_}/" for id_ in ("alfa", "beta", "kota-gama")
    } | {"2024/kota-gama/", "2024/", "2024/kelompok/kabupaten-kota/"}
    assert "belum menyebut" not in text(whole, "tentang/")


@pytest.mark.parametrize("contact", ["", "contact: a@contoh.id, "])
def test_the_foot_of_the_pages(contact: str, tmp_path: Path) -> None:
    more = f"plugins: [{{rapor: {{publisher: {{{contact}text_license: CC0}}}}}}]\n"
    assert mkdocs("build", "-q", cwd=write_site(tmp_path, None, more)).returncode == 0
    for page in ("index.html", "2024/alfa/index.html", "tentang/index.html"):
        told = (tmp_path / "site" / page).read_text("utf-8").partition("<footer")[2]
        assert ("Laporkan kesalahan" in told) is bool(contact), page
        assert ("Tentang, ralat, dan tanggapan" in told) is bool(contact), page
        assert "Belum disebut" in told and "Situs Contoh" not in told, page


@pytest.mark.parametrize("name", ["kip", "lain"])
def test_privacy_tells_of_nothing_that_the_site_lacks(name: str) -> None:
    told = packaged(name, "privasi")
    assert not re.search("sematan|disematkan", told, re.IGNORECASE)


def test_prose_tells_what_is_known_of_sources(make: Make) -> None:
    about = text(make(), "tentang/")
    assert "kecuali angka yang disebut belum diketahui sumbernya" in about
    assert "rekaan" not in about and "Misalnya" not in about
    sample = make({"2024/edition.yml": EDITION.replace("final", "sample")})
    assert "Hasil di situs ini rekaan" in text(sample, "tentang/")
    assert "sumber yang sudah dipublikasikan" not in text(sample, "tentang/")
    assert "sumber yang sudah dipublikasikan" not in text(sample, "privasi/")


def test_every_page_of_made_up_results_says_so(make: Make) -> None:
    sample = EDITION.replace("final", "sample")
    whole = make({"2024/edition.yml": sample})
    for address in whole.makers:
        assert whole.page(address).banner.startswith("Contoh: hasil di "), address
    assert "situs ini" in whole.site.banner()
    # Beside real results only where they stand, and there as a part.
    mixed = make({"2024/edition.yml": sample, "2022/edition.yml": EARLIER})
    assert mixed.page("2024/alfa/").banner.startswith("Contoh: hasil di halaman ini")
    for address in ("wilayah/alfa/", "data/"):
        assert mixed.page(address).banner.startswith("Contoh: sebagian hasil"), address
    assert mixed.page("2022/").banner == mixed.page("koreksi/").banner == mixed.site.banner() == ""
    real = make({"2024/edition.yml": EDITION})
    assert not any(real.page(address).banner for address in real.makers)


def test_prose_of_made_up_results_says_so(tmp_path: Path) -> None:
    folder = write_site(tmp_path, {"2024/edition.yml": EDITION.replace("final", "sample")})
    (folder / "content/lain.md").write_text("# Lain\n")
    assert mkdocs("build", "-q", cwd=folder).returncode == 0
    for name in ("lain", "tentang", "metodologi", "glosarium", "privasi"):
        page = (folder / "site" / name / "index.html").read_text("utf-8")
        assert "Contoh: hasil di situs ini rekaan" in page, name


def test_a_year_between_without_an_edition(make: Make) -> None:
    said = "Edisi 2023 belum ada di situs ini."
    whole = make({"2022/edition.yml": EARLIER})
    assert text(whole, "").count(said) == text(whole, "wilayah/alfa/").count(said) == 1
    older = {f"{year}/edition.yml": EDITION.replace("2024", year) for year in ("2020", "2022")}
    assert "Edisi 2021 dan 2023 belum ada di situs ini." in text(make(older), "")
    beside = {"2023/edition.yml": EDITION.replace("2024", "2023")}
    for whole in (make(), make(beside)):
        assert "belum ada di situs ini" not in text(whole, "") + text(whole, "wilayah/alfa/")


def test_a_list_that_is_not_of_all(make: Make) -> None:
    said = "hanya tiga kabupaten/kota yang disebut oleh sumbernya; daftar ini tidak lengkap."
    partial = make({"regions.yml": PARTIAL})
    assert said in text(partial, "") and said in text(partial, "wilayah/")
    assert "tidak digambar" in text(partial, "")
    whole = make({"regions.yml": REGIONS})
    assert "tidak lengkap" not in text(whole, "") + text(whole, "wilayah/")
    assert "tidak digambar" not in text(whole, "")


def test_the_home_page_links_to_what_is_there(make: Make) -> None:
    assert "Tabel kabupaten/kota 2024" in text(make(), "")
    counts = EDITION + "participants: {took_part: 3, categories: {Informatif: 2}}\n"
    whole = make({"2024/edition.yml": counts, "2024/alfa.yml": None})
    for address in ("", "2024/alfa/"):
        told = text(whole, address)
        assert "Ringkasan kabupaten/kota 2024" in told and "Tabel kab" not in told, address


def test_categories_that_the_site_computed(make: Make) -> None:
    line = "Kategori menurut skala, bukan keputusan."
    both = {"2024/beta.yml": "region: beta\nscore: 61.00\n"}
    whole = make(both)
    for address in ("", "wilayah/"):
        assert text(whole, address).count("menurut skala, bukan") == 1, address
        assert line in text(whole, address), address
    assert whole.page("wilayah/alfa/").description.startswith("Menurut skala, Kabupaten Alfa")
    one = make({"2024/beta.yml": "region: beta\ncategory: Cukup Informatif\n"})
    for address in ("", "wilayah/"):
        told = text(one, address)
        assert line not in told, address
        assert re.search("Alfa (Menuju Informatif )?(2024 )?menurut skala", told), address
        assert not re.search("Beta (Cukup Informatif )?(2024 )?menurut", told), address
    assert whole.page("wilayah/alfa/").description != one.page("wilayah/beta/").description
    assert "skala" not in one.page("wilayah/beta/").description


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("score: 61.00", "score: 87.45", "; kategori itu menurut skala"),
        ("score: 61.00", "category: Informatif", "; sebagian kategori itu menurut skala"),
        ("category: Cukup Informatif", "category: Informatif", ""),
    ],
)
def test_moves_between_computed_categories(make: Make, before: str, now: str, said: str) -> None:
    files: Files = {"2022/edition.yml": EARLIER}
    for id_ in ("alfa", "beta"):
        files |= {f"2022/{id_}.yml": f"region: {id_}\n{before}\n"}
        files |= {f"2024/{id_}.yml": f"region: {id_}\n{now}\n"}
    told = text(make(files), "")
    among = "di antara dua yang kategorinya diketahui pada 2022 dan 2024"
    assert f"Naik kategori2 {among}" in told, "of the others nobody knows whether they fell"
    found = re.search(r"pada 2022 dan 2024(;[^.]*? skala)?", told.partition("di antara dua")[2])
    assert found is not None and (found[1] or "") == said
    files["2024/edition.yml"] = EDITION + "absent: [kota-gama]\n"
    both = "di antara dua yang berkategori pada 2022 dan 2024"
    assert f"Naik kategori2 0 turun, 0 sama, {both}" in text(make(files), "")


def test_what_became_of_a_region_is_in_the_list(make: Make) -> None:
    gone = (
        "absent: [{region: beta, source: koran}]\nnot_assessed: [{region: alfa, source: koran}]\n"
    )
    whole = make(
        {
            "2022/edition.yml": EARLIER,
            "2022/alfa.yml": "region: alfa\ncategory: Informatif\n",
            "2023/edition.yml": EDITION.replace("2024", "2023") + gone,
            "2024/alfa.yml": "region: alfa\n",
        }
    )
    told = text(whole, "wilayah/")
    assert "Kabupaten Alfa Informatif 2022; ∅ tidak dinilai 2023" in told
    assert "Kabupaten Beta × tidak ikut serta 2023" in told
    assert "Kota Gama ? belum diketahui" in told
    named = "participants: {names: [{region: beta, source: koran}]}\n"
    told = text(make({"2024/edition.yml": EDITION + named}), "wilayah/")
    assert "Kabupaten Beta ikut serta ? belum diketahui 2024" in told


def test_a_category_on_which_sources_differ(make: Make) -> None:
    other = "{value: Menuju Informatif, others: [{value: Cukup Informatif, source: koran}]}"
    whole = make({"2024/beta.yml": f"region: beta\ncategory: {other}\n"})
    told = "Menuju Informatif atau Cukup Informatif"
    assert f"Kabupaten Beta {told} 2024" in text(whole, "wilayah/")
    assert told in whole.page("wilayah/beta/").description
    other = "{value: 2, others: [{value: 3, source: koran}]}"
    ranked = make({"2024/beta.yml": f"region: beta\nrank: {other}\n"})
    assert "Kabupaten Beta peringkat 2 (sumber lain: 3) pada 2024" in text(ranked, "wilayah/")
    content = whole.files["data/hasil.csv"]().decode("utf-8-sig").splitlines()
    rows = {row["region"]: row for row in csv.DictReader(content)}
    assert (rows["beta"]["category"], rows["beta"]["category_why"]) == ("", "unsure")
    assert rows["beta"]["category_values"] == "Menuju Informatif; Cukup Informatif (Hasil evaluasi)"
    assert rows["alfa"]["category"] == "Menuju Informatif"
    assert "disebut berbeda atau kira-kira" in text(whole, "data/")


def test_the_files_reasons_are_explained(make: Make) -> None:
    gone = "absent: [{region: beta, source: koran}]\n"
    told = text(make({"2024/edition.yml": EDITION + gone}), "data/")
    assert re.findall(r"([a-z-]+) ?: (\S+)", told.partition("_why")[2])
    for name, meaning in {
        "absent": "tidak ikut serta (×)",
        "unknown": "belum diketahui dari sumber situs ini (?)",
        "peers-unknown": "tidak dihitung: ",
    }.items():
        assert re.search(rf"\b{name} ?: {re.escape(meaning)}", told), name
    assert "stopped" not in told and "not-returned" not in told, "nobody was"
    assert "Semua angka" not in told and "Target, pernyataan" in told


def test_no_correction_is_said_of_the_site_alone(make: Make) -> None:
    told = text(make(), "koreksi/")
    assert "Belum ada koreksi yang tercatat di situs ini." in told
    assert "Belum ada revisi terjadwal yang tercatat di situs ini." in told
