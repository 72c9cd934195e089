"""What a change changes: after any edit the site is what a cold build gives, and no more differs."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path

import pytest
from conftest import EDITION, dataset_of, mkdocs, whole_of, write_results, write_site
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import ChoiceLoader, DictLoader
from test_site import digest

from generator.language import language
from generator.load.folder import Kept
from generator.pages.view import environment_of_templates

pytestmark = pytest.mark.once

REGIONS = """\
groups:
  - {id: g, name: Kabupaten/kota}
  - {id: h, name: Perangkat daerah}
regions:
""" + "".join(
    f"  - {{id: {id_}, name: {name}, kind: kabupaten, group: {group}}}\n"
    for id_, name, group in (
        ("alfa", "Kabupaten Alfa", "g"),
        ("beta", "Kabupaten Beta", "g"),
        ("gama", "Kabupaten Gama", "g"),
        ("delta", "Dinas Delta", "h"),
        ("eta", "Dinas Eta", "h"),
    )
)
YEARS = (2022, 2023, 2024)
MEMBERS = {"g": ("alfa", "beta", "gama"), "h": ("delta", "eta")}


def start() -> dict[str, str | None]:
    """Three editions of two groups, every region with a score."""
    files: dict[str, str | None] = {"regions.yml": REGIONS}
    for year in YEARS:
        files[f"{year}/edition.yml"] = EDITION.replace("2024", str(year))
        for number, id_ in enumerate(("alfa", "beta", "gama", "delta", "eta")):
            files[f"{year}/{id_}.yml"] = f"region: {id_}\nscore: {60 + 7 * number + year % 10}\n"
    return files


def pages(root: Path, kept: Kept | None = None, about: str = "") -> dict[str, str]:
    """The hash of every generated page and file of a results folder."""
    whole = whole_of(dataset_of(root, kept), tentang=about)
    texts = {address: whole.page(address).markdown.encode() for address in whole.makers}
    # The sheets of Excel are made of the same tables, and take as long as all the rest together.
    made = {path: content for path, content in whole.files.items() if not path.endswith(".xlsx")}
    texts |= {path: content() for path, content in made.items()}
    return {name: hashlib.sha256(text).hexdigest() for name, text in texts.items()}


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


ORDERS = ("", "nama/", "perubahan/", "skor/")


def of_group(group: str, *, since: int) -> set[str]:
    """The pages and files that a figure of a group may show on: its regions', from a year on."""
    found = {f"kelompok/{group}/", "data/banding/0.json"}
    for id_ in MEMBERS[group]:
        found |= {f"wilayah/{id_}/", f"bandingkan/{id_}/", f"data/wilayah/{id_}.json"}
    years = [year for year in YEARS if year >= since]
    found |= {f"{year}/{id_}/" for year in years for id_ in MEMBERS[group]}
    return found | {f"{year}/kelompok/{group}/{order}" for year in years for order in ORDERS}


def overviews(since: int) -> set[str]:
    years = [year for year in YEARS if year >= since]
    found = {"", "wilayah/", "data/", "data/cari/indeks.json"}
    for table in ("hasil", "kelompok"):
        for end in (".csv", "-excel.csv", ".json"):
            found |= {f"data/{table}{end}", *(f"data/{table}-{year}{end}" for year in years)}
    return found | {f"{year}/" for year in years}


EDITS = st.one_of(
    st.tuples(
        st.just("score"),
        st.sampled_from(YEARS),
        st.sampled_from([*MEMBERS["g"], *MEMBERS["h"]]),
        st.integers(0, 100),
    ),
    st.tuples(st.just("note"), st.sampled_from(YEARS), st.sampled_from(["g", "h"]), st.just(0)),
    st.tuples(st.just("bound"), st.sampled_from(YEARS), st.just("g"), st.integers(81, 99)),
    st.tuples(st.just("name"), st.just(0), st.sampled_from(["alfa", "eta"]), st.integers(0, 9)),
)


def apply(
    edit: tuple[str, int, str, int], files: dict[str, str | None]
) -> tuple[set[str], set[str]]:
    """Make an edit; the pages that must change if it changes anything, and those that may."""
    kind, year, where, number = edit
    if kind == "score":
        group = "g" if where in MEMBERS["g"] else "h"
        files[f"{year}/{where}.yml"] = f"region: {where}\nscore: {number}\n"
        shown = f"{year}/kelompok/{group}/"
        must = {f"{year}/{where}/", f"wilayah/{where}/", shown, f"data/hasil-{year}.csv"}
        return must, of_group(group, since=year) | overviews(year)
    edition = files[f"{year}/edition.yml"] if year else None
    if kind == "note":
        assert edition is not None
        files[f"{year}/edition.yml"] = edition.partition("notes:")[0] + (
            f"notes: [Catatan baru {len(edition)}.]\n"
        )
        # A note stands on the page of each group; the overview tells of the first group alone.
        return {f"{year}/kelompok/{group}/" for group in "gh"}, {f"{year}/"}
    if kind == "bound":
        assert edition is not None
        start_, _, rest = edition.partition("- {name: Informatif, minimum: ")
        files[f"{year}/edition.yml"] = (
            f"{start_}- {{name: Informatif, minimum: {number}{rest[rest.index('}') :]}"
        )
        # Both groups are judged by the scale of the year; its line moves nothing in other years. Articles,
        # citations and pages of the years before say that a later scale is another.
        both = of_group("g", since=year) | of_group("h", since=year)
        for before in (one for one in YEARS if one < year):
            both |= {f"{before}/", *(f"{before}/{id_}/" for ids in MEMBERS.values() for id_ in ids)}
            both |= {f"{before}/kelompok/{group}/{order}" for group in "gh" for order in ORDERS}
        return set(), both | overviews(year)
    group = "g" if where == "alfa" else "h"
    text = files["regions.yml"]
    assert text is not None
    lines = text.splitlines(keepends=True)
    index = next(i for i, line in enumerate(lines) if f"id: {where}," in line)
    lines[index] = (
        f"  - {{id: {where}, name: Badan Nama{number}, kind: kabupaten, group: {group}}}\n"
    )
    files["regions.yml"] = "".join(lines)
    return set(), of_group(group, since=min(YEARS)) | overviews(min(YEARS)) | {"bandingkan/"}


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EDITS, min_size=1, max_size=5))
def test_random_edits(edits: list[tuple[str, int, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files, kept = start(), Kept()
        root = write_results(Path(folder), files)
        before = pages(root, kept)
        for edit in edits:
            earlier = dict(files)
            must, may = apply(edit, files)
            write_results(Path(folder), files)
            after = pages(root, kept)
            differ = changed(before, after)
            assert differ <= may | must, (edit, differ - may - must)
            if files != earlier and differ:
                assert must <= differ, (edit, must - differ)
            before = after
        assert before == pages(root), "what was kept between rebuilds is what a cold build reads"


def test_prose_changes_its_own_page_alone(tmp_path: Path) -> None:
    root = write_results(tmp_path, start())
    assert changed(pages(root), pages(root, about="# Tentang\n\nBaru.\n")) == set()


def test_a_template_changes_the_pages_that_use_it(tmp_path: Path) -> None:
    root = write_results(tmp_path, start())
    before = pages(root)
    environment = environment_of_templates(language("id"))
    loader = environment.loader
    assert loader is not None
    source = loader.get_source(environment, "article.md.jinja")[0]
    environment.forget()
    environment.loader = ChoiceLoader(
        [
            DictLoader({"article.md.jinja": source.replace('_("Yang dapat', '_("Apa yang dapat')}),
            loader,
        ]
    )
    try:
        differ = changed(before, pages(root))
    finally:
        environment.loader = loader
        environment.forget()
    articles = {f"{year}/{id_}/" for year in YEARS for ids in MEMBERS.values() for id_ in ids}
    assert differ == articles


def test_a_build_over_an_old_site_is_a_cold_build(tmp_path: Path) -> None:
    site = write_site(tmp_path / "a", start())
    assert mkdocs("build", "-q", cwd=site).returncode == 0
    (site / "results/2023/beta.yml").write_text("region: beta\nscore: 12.00\n")
    (site / "results/2022/gama.yml").unlink()
    shutil.copytree(site, tmp_path / "b", ignore=shutil.ignore_patterns("site", ".site*"))
    assert mkdocs("build", "-q", cwd=site).returncode == 0
    assert mkdocs("build", "-q", cwd=tmp_path / "b").returncode == 0
    assert digest(site / "site") == digest(tmp_path / "b/site")
