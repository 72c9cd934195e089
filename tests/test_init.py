"""A new site: of each province one that is right before there is any result, or none at all."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from conftest import write_site

from generator.boundaries import neighbours
from generator.cli import main
from generator.format.problems import Problems
from generator.pages.charts.tiles import fits
from generator.pages.map_states import label_of
from generator.settings import read_settings
from generator.site import Whole, read_site
from generator.starting.bodies import Unknown, bodies, province_of, provinces
from generator.starting.labels import labels
from generator.starting.layout import places


def init(folder: Path, *more: str) -> int:
    return main(["--messages", "id", "init", str(folder), *more])


def whole(folder: Path, *, drafts: bool = True) -> Whole:
    problems = Problems()
    made = read_site(read_settings(folder, problems), problems, drafts=drafts)
    assert made is not None, problems.report()
    return made


def test_the_map_of_each_province_has_a_place_and_a_name_for_everyone() -> None:
    touching = of = 0
    assert len(provinces()) == 38
    for code in provinces():
        own = bodies("kabupaten", code)
        where = places([one.code for one in own])
        assert len(set(where.values())) == len(where) == len(own), code
        columns = max(column for column, _ in where.values()) + 1
        assert {column for column, _ in where.values()} == set(range(columns)), code
        short = labels(own, columns)
        names = [short.get(one.id, label_of(one.name)) for one in own]
        assert len(set(names)) == len(names), code
        assert all(fits(name, columns) for name in names), code
        assert len({one.id for one in own}) == len(own)
        for one in where:
            for other in set(neighbours(one)) & where.keys():
                (x, y), (to_x, to_y) = where[one], where[other]
                of += 1
                touching += max(abs(x - to_x), abs(y - to_y)) <= 1
    assert touching / of > 0.8  # of the neighbours in all provinces


def test_places_are_where_regions_lie() -> None:
    """Of Kalimantan Selatan: Tabalong in the north, Tanah Laut in the south, Kotabaru in the east."""
    where = places([one.code for one in bodies("kabupaten", "63")])
    assert where["63.09"][1] == 0 and where["63.01"][1] == max(y for _, y in where.values())
    assert where["63.02"][0] == max(x for x, _ in where.values()) and where["63.71"][0] == 0


@pytest.mark.parametrize("province", ["63", "31", "96"])
def test_a_site_without_an_edition_is_right_and_shows_who_is_evaluated(
    province: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "situs baru"
    assert init(site, "--province", province) == 0
    assert main(["check", str(site)]) == 0
    made = whole(site)
    regions = made.site.dataset.regions
    assert all(one.tile is not None and one.code for one in regions.values())
    text = made.made("")[1]
    for region in regions.values():
        assert f"<title>{region.name}</title>" in text
        assert f'href="wilayah/{region.id}/"' in text
    assert "Belum ada edisi" in text and "Semua edisi" not in text
    assert str(len(regions)) in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["situs baru"]  # nothing is left beside it


def test_all_that_flags_say_stands_in_the_site(tmp_path: Path) -> None:
    done = init(
        *(tmp_path / "a", "--province", "gorontalo", "--year", "2026", "--name", "Nama: “x” #1"),
        *("--publisher", "Komisi: A", "--official", "--contact", "a@contoh.id"),
        *("--site-url", "https://contoh.id/"),
    )
    assert done == 0
    assert "# Tentang Situs Ini" in (tmp_path / "a/content/tentang.md").read_text("utf-8")
    assert "# About this site" in (tmp_path / "a/content/en/tentang.md").read_text("utf-8")
    made = whole(tmp_path / "a")
    publisher = made.site.publisher
    assert (publisher.name, publisher.official, publisher.contact) == (
        "Komisi: A",
        True,
        "a@contoh.id",
    )
    assert made.site.title == "Nama: “x” #1" and made.site.url == "https://contoh.id/"
    assert list(made.site.dataset.years) == [2026]
    # The edition is a draft: it is not published.
    assert not whole(tmp_path / "a", drafts=False).site.dataset.years
    asked = (tmp_path / "a/results/2026/edition.yml").read_text("utf-8")
    assert "# isi: published" in asked and 'organizer: "Komisi: A"' in asked
    assert [one.language.code for one in made.sites] == ["id", "en"]


def test_districts_and_villages(tmp_path: Path) -> None:
    assert init(tmp_path / "a", "--level", "kecamatan", "--parent", "63.11") == 0
    assert init(tmp_path / "b", "--level", "desa", "--parent", "63.11.01") == 0
    found = whole(tmp_path / "a").site.dataset
    assert "kecamatan-juai" in found.regions and list(found.groups) == ["kecamatan"]
    villages = whole(tmp_path / "b").site.dataset.regions
    assert all(code.startswith("63.11.01.") for r in villages.values() if (code := r.code or ""))
    distinct = [one.id for one in bodies("desa", "71.02")]  # which has villages of one name
    assert len(set(distinct)) == len(distinct) > 200
    assert bodies("kecamatan", "91.03")[0].kind == "distrik"


def test_a_measure_of_ones_own(tmp_path: Path) -> None:
    measure = Path(__file__).parent / "measures/lengkap.yml"
    assert init(tmp_path / "a", "--province", "75", "--measure", str(measure)) == 0
    assert whole(tmp_path / "a").site.dataset.measure_id == "lengkap"


REFUSED = {
    "Sebut provinsinya": (),
    "Provinsi “Atlantis” tidak dikenal": ("--province", "Atlantis"),
    "--parent hanya untuk": ("--province", "63", "--parent", "63.11"),
    "sebut --parent": ("--level", "desa"),
    "Tidak ada wilayah dengan kode 63.99": ("--level", "kecamatan", "--parent", "63.99"),
    "--year 26 bukan tahun": ("--province", "63", "--year", "26"),
    "Berkas ukuran tidak-ada.yml": ("--province", "63", "--measure", "tidak-ada.yml"),
    "site_url: ": ("--province", "63", "--site-url", "rapor"),
}


@pytest.mark.parametrize("told", REFUSED)
def test_what_cannot_be_a_site_is_told_and_nothing_is_written(
    told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(tmp_path / "a", *REFUSED[told]) == 1
    assert told in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = write_site(tmp_path / "a")
    before = sorted(site.rglob("*"))
    assert init(site, "--province", "63") == 1
    assert "tidak kosong (berisi content, mkdocs.yml, results)" in capsys.readouterr().err
    assert sorted(site.rglob("*")) == before
    (tmp_path / "b/.git").mkdir(parents=True)  # a repository in which nothing stands yet
    assert init(tmp_path / "b", "--province", "63") == 0
    assert init(tmp_path / "a/mkdocs.yml", "--province", "63") == 1


class Terminal(io.StringIO):
    """A terminal at which somebody sits, or what answers there."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_it_asks_for_what_no_flag_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "kalimantan selatan\n\nya\na@contoh.id\n"
    monkeypatch.setattr("sys.stdin", Terminal(said))
    monkeypatch.setattr("sys.stdout", Terminal())
    assert init(tmp_path / "a", "--site-url", "https://contoh.id/") == 0
    publisher = whole(tmp_path / "a").site.publisher
    assert (publisher.name, publisher.official, publisher.contact) == ("", True, "a@contoh.id")


def test_a_province_by_what_people_call_it() -> None:
    assert [province_of(said) for said in ("63", "DKI Jakarta", "Prov. Bali", "NTT", "papua")] == [
        *("63", "31", "51", "53", "91")
    ]
    with pytest.raises(Unknown):
        province_of("Kalimantan")
