"""How pages and figures are cited: by what is known of them and by nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from conftest import EDITION, ROOT, dataset_of, whole_of, write_results
from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.model import Fact, Rank
from generator.facts.region import RegionFacts
from generator.format.site import Publisher
from generator.pages.actions import files_of
from generator.pages.article import article
from generator.pages.citing import FACTS, Quote, citing
from generator.pages.corrected import boxes
from generator.pages.edition import edition
from generator.pages.group import group, ordered
from generator.pages.group_years import group_years
from generator.pages.indicator import indicator
from generator.pages.markup import to_html
from generator.pages.page import Site
from generator.pages.quotes import ANCHORS, Quotes
from generator.pages.references import apa, bibtex, entry_of
from generator.pages.region import region
from generator.pages.timeline import told_of

SITES = {
    "kalsel": ROOT,
    **{name: ROOT / "examples" / name for name in ("banten", "sulsel", "contoh")},
}
URL = "https://rapor.contoh.id/"
MAIL = "ralat@contoh.id"


def site_of(folder: Path, contact: str = MAIL, url: str = URL) -> Site:
    site = whole_of(dataset_of(folder)).site
    publisher = Publisher(name="Contoh", **({"contact": contact} if contact else {}))
    return replace(site, url=url, publisher=publisher, _shared={})


def results(site: Site) -> Iterator[tuple[Evaluation, RegionFacts]]:
    for evaluation in site.dataset.evaluations.values():
        for one in evaluation.regions:
            yield evaluation, site.facts.region(evaluation, one.id)


def quote_of(site: Site, evaluation: Evaluation, facts: RegionFacts, name: str) -> Quote:
    found = quotes_of(site, evaluation, facts)(name)
    assert found is not None
    return found


def quotes_of(site: Site, evaluation: Evaluation, facts: RegionFacts) -> Quotes:
    here = site.at.ARTICLE(evaluation.year, facts.region.id)
    return Quotes(site, evaluation, facts, told_of(site, evaluation, facts), here)


def shown(value: Any) -> str:
    """A value as a page has it, written a second time."""
    if isinstance(value, Decimal):
        whole, _, places = f"{value:.{-int(value.as_tuple().exponent)}f}".partition(".")
        return f"{int(whole):,}".replace(",", ".") + (f",{places}" if places else "")
    if isinstance(value, Rank):
        return f"{value.place} dari {value.of}" if value.of else str(value.place)
    return str(value.name)


@pytest.mark.parametrize("name", SITES)
def test_a_figure_is_cited_as_it_is_known(name: str) -> None:
    site, kinds = site_of(SITES[name] / "results"), set()
    for evaluation, facts in results(site):
        for figure in FACTS:
            fact: Fact[Any] = getattr(facts, figure)
            told = quote_of(site, evaluation, facts, figure).text.striptags()
            address = f"{URL}{evaluation.year}/{facts.region.id}/#{ANCHORS[figure]}"
            assert f", edisi {evaluation.year}" in told and told.endswith(address)
            assert facts.region.name in told and f"publik {evaluation.year}" in told
            assert ("dalam evaluasi keterbukaan informasi publik") in told
            organizer = evaluation.organizer in told.partition(". ")[0]
            assert organizer is not bool(evaluation.settings.organizer_note)
            if fact.contested:
                kinds.add("contested")
                for value in (fact.known, *(other.value for other in fact.others)):
                    assert shown(value) in told
                assert "disebut berbeda" in told
            elif fact:
                kinds.add(fact.rule.value)
                assert shown(fact.known) in told, told
                computed = fact.rule.value != "published"
                assert computed == ("dihitung Contoh" in told), told
                assert computed or ("angka asal" not in told and "Sumber skor" not in told)
                assert not computed or "Sumber: " not in told, "nobody else said what was computed"
                if fact.source is not None:
                    assert (fact.source.publisher or fact.source.title) in told
            else:
                kinds.add("missing")
                assert " adalah " not in told, "nothing is said of what is not known"
                assert "Peserta" not in told and "Jumlah peserta" not in told
                assert fact.source is not None or "Sumber" not in told
            if fact.note:
                assert fact.note.rstrip(".") in told
    assert "missing" in kinds and len(kinds) > 1, kinds


def test_each_state_has_its_own_words(tmp_path: Path) -> None:
    files: dict[str, str | None] = {
        "2024/edition.yml": f"{EDITION}absent: [beta]\nnot_assessed: [kota-gama]\n",
    }
    site = site_of(write_results(tmp_path, files))
    texts = {id_: article(site, 2024, id_).text for id_ in ("beta", "kota-gama")}
    assert "tidak ikut serta" in texts["beta"] and "tidak dinilai" in texts["kota-gama"]


def test_the_number_of_participants_goes_along(tmp_path: Path) -> None:
    site = site_of(ROOT / "results")
    evaluation = site.dataset.evaluations[2025, "kabupaten-kota"]
    cited = citing(site, evaluation).cited(Markup("x."), (), "2025/")
    assert "Peserta: 12 kabupaten/kota (Antara Kalsel, Desember 2025)." in cited
    cited = citing(site, evaluation).cited(
        Markup("x."), (evaluation.sources["antara-kalsel-2025"],), "2025/"
    )
    assert "Peserta: 12 kabupaten/kota. Sumber: Antara Kalsel" in cited, "nobody is named twice"
    alone = site_of(write_results(tmp_path, {}))
    evaluation = alone.dataset.evaluations[2024, "kabupaten-kota"]
    assert (
        "Jumlah peserta belum diketahui."
        in quote_of(alone, evaluation, alone.facts.region(evaluation, "alfa"), "score").text
    )


def actions_html(text: str) -> str:
    html = to_html(text)
    assert html.count('class="rk-use') >= 1
    return html


def test_every_page_of_results_has_the_bar() -> None:
    site = site_of(ROOT / "examples" / "contoh" / "results")
    pages = [
        article(site, 2025, "umpama"),
        article(site, 2025, "misal-hilir"),
        region(site, "umpama"),
        edition(site, 2025),
        group(site, 2025, "kabupaten-kota"),
        ordered(site, 2025, "kabupaten-kota", "nama"),
        indicator(site, 2025, "digitalisasi"),
    ]
    for page in pages:
        html = actions_html(page.text)
        nothing = page.address == "2025/misal-hilir/"  # was not assessed
        for id_ in ("rk-kalimat", "rk-apa", "rk-bibtex", "rk-alamat"):
            wanted = not (nothing and id_ in ("rk-apa", "rk-bibtex"))
            assert html.count(f'id="{id_}"') == wanted, (page.address, id_)
        told = re.search(r'id="rk-kalimat"[^>]*>(.*?)</p>', html, re.DOTALL)
        assert told and "Komisi Informasi Provinsi Contoh" in told[1]
        assert "data contoh, bukan hasil sesungguhnya" in told[1], (
            "a sample is never quoted as real"
        )
        link = re.search(r'href="https://wa\.me/\?text=([^"]*)"', unescape(html))
        assert link and URL in unquote(link[1])
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), sorted(one for one in ids if ids.count(one) > 1)


def test_all_facts_of_an_article_have_an_anchor_and_a_citation() -> None:
    site = site_of(ROOT / "examples" / "contoh" / "results")
    html = to_html(article(site, 2025, "umpama").text)
    for name in ("category", "score", "rank", "categories", "points", "places", "gap"):
        assert f'<tr id="{ANCHORS[name]}">' in html and f'id="kutip-{ANCHORS[name]}"' in html
    html = to_html(group(site, 2025, "kabupaten-kota").markdown)
    assert '<tr role="row" id="wilayah-umpama">' in html
    for anchor in ("rata-rata", "median", "jumlah-informatif"):
        assert f'id="{anchor}"' in html and f'id="kutip-{anchor}"' in html


def test_without_an_address_nothing_needs_one() -> None:
    site = site_of(ROOT / "examples" / "contoh" / "results", url="")
    html = actions_html(article(site, 2025, "umpama").text)
    assert "wa.me" not in html and "rapor.contoh.id" not in html
    told = quote_of(site, *next(results(site)), "score").text
    assert told.rstrip(".").endswith("bukan hasil sesungguhnya")


def test_an_error_is_reported_with_page_fact_and_version() -> None:
    site = site_of(ROOT / "examples" / "contoh" / "results")
    evaluation = site.dataset.evaluations[2025, "kabupaten-kota"]
    quote = quote_of(site, evaluation, site.facts.region(evaluation, "umpama"), "score")
    found = urlsplit(quote.report)
    assert (found.scheme, found.path) == ("mailto", MAIL)
    body = parse_qs(found.query)["body"][0]
    assert f"{URL}2025/umpama/#skor" in body and "88,27" in body and "edisi 2025" in body
    assert "\r\n" in body and "<" not in body
    for contact, expected in (("https://contoh.id/ralat", "https://contoh.id/ralat"), ("", "")):
        other = site_of(ROOT / "examples" / "contoh" / "results", contact)
        mine = other.facts.region(evaluation, "umpama")
        assert quote_of(other, evaluation, mine, "score").report == expected
        shown_link = "Laporkan kekeliruan" in article(other, 2025, "umpama").text
        assert shown_link is bool(expected)


def test_references_name_the_site_as_author_and_who_measured_in_the_title() -> None:
    site = site_of(ROOT / "results")
    evaluation = site.dataset.evaluations[2025, "kabupaten-kota"]
    entry = entry_of(site, [evaluation], "Kabupaten Tabalong", "2025/tabalong/")
    assert apa(entry) == (
        "Contoh. (t.t.). Hasil Kabupaten Tabalong dalam evaluasi keterbukaan informasi publik "
        f"2025 oleh Komisi Informasi Provinsi Kalimantan Selatan. {URL}2025/tabalong/"
    )
    fields = dict(re.findall(r"^(\w+) = \{(.*)\},$", bibtex(entry), re.MULTILINE))
    assert bibtex(entry).startswith("@misc{rapor-2025-tabalong,\n") and bibtex(entry).endswith(
        "\n}"
    )
    assert fields["author"] == "{Contoh}"
    assert fields["year"] == "t.t." and "month" not in fields
    assert fields["url"] == f"{URL}2025/tabalong/" and fields["howpublished"] == "Contoh"
    odd = replace(entry, title=r"A & B {50%} _x_ #1 \y ~ ^ $")
    told = bibtex(odd)
    assert (
        r"A \& B \{50\%\} \_x\_ \#1 \textbackslash{}y \textasciitilde{} \textasciicircum{} \$"
        in told
    )


def test_an_organizer_that_no_source_names_is_not_in_a_title() -> None:
    site = site_of(ROOT / "examples" / "sulsel" / "results")
    presumed = [e for e in site.dataset.evaluations.values() if e.settings.organizer_note]
    assert presumed
    entry = entry_of(site, presumed[:1], "", f"{presumed[0].year}/")
    assert entry.title == f"Hasil evaluasi keterbukaan informasi publik {presumed[0].year}"


def test_what_is_no_fact_has_no_citation(tmp_path: Path) -> None:
    """A change or a distance that is not computed; the unknown names no source of another year."""
    site = site_of(ROOT / "results")
    evaluation = site.dataset.evaluations[2025, "kabupaten-kota"]
    facts = site.facts.region(evaluation, "balangan")
    quotes = quotes_of(site, evaluation, facts)
    assert not facts.gap and quotes("gap") is None and not facts.points and quotes("points") is None
    assert facts.categories and quotes("categories") is not None
    text = article(site, 2022, "provinsi-aceh").text
    told = re.search(r'id="rk-kalimat"[^>]*>(.*?)</p>', text, re.DOTALL)
    assert told and "Sumber" not in told[1] and "situs ini" not in told[1]
    assert f"belum diketahui dari sumber {site.title}" in told[1] and "rk-apa" not in text


def test_a_score_and_the_bounds_that_it_is_held_against_have_each_their_source() -> None:
    site = site_of(ROOT / "examples" / "banten" / "results")
    evaluation = site.dataset.evaluations[2019, "kabupaten-kota"]
    quote = quotes_of(site, evaluation, site.facts.region(evaluation, "kota-cilegon"))("gap")
    assert quote is not None
    assert "Sumber skor: Antara Banten, 7 November 2019. Sumber batas: Antara, 18" in quote.text
    assert "dihitung Contoh" in quote.text


def test_after_a_correction_the_citation_says_so() -> None:
    site = site_of(ROOT / "results")
    corrected = [e for e in site.dataset.evaluations.values() if e.settings.corrections]
    for evaluation in corrected:
        told = citing(site, evaluation).edition
        version = evaluation.settings.version
        assert (f"versi {version}" if version else "sesudah koreksi ") in told
    assert corrected


def test_files_are_those_that_exist() -> None:
    site = site_of(ROOT / "examples" / "contoh" / "results")
    paths = [path for table in files_of(site, [2025]) for path, _ in table.files]
    assert "2025" in paths[0] and len(paths) == len(set(paths))
    assert set(paths) <= {file.path for file in site.downloads}
    assert not any("2024" in path for path in paths)
    assert {"csv", "xlsx", "json"} <= {path.rpartition(".")[2] for path in paths}


def test_a_body_has_its_record_among_the_files() -> None:
    site = site_of(ROOT / "examples" / "contoh" / "results")
    for page, up in ((article(site, 2025, "umpama"), "../../"), (region(site, "umpama"), "../../")):
        link = f'href="{up}data/wilayah/umpama.json"'
        assert (link in unescape(to_html(page.text))) is site.has_records
    assert site.has_records


def test_a_correction_is_told_where_the_next_edition_compares_with_it() -> None:
    site = site_of(ROOT / "results")
    for address in ("2025/provinsi-kalimantan-timur/", "2025/kelompok/provinsi/"):
        told = boxes(site, address)
        assert [box.act.evaluation.year for box in told] == [2024], address
    assert not boxes(site, "2025/provinsi-aceh/") and not boxes(
        site, "2025/kelompok/kabupaten-kota/"
    )
    text = article(site, 2025, "provinsi-kalimantan-timur").text
    assert "98,31" in text and "tidak disimpan" not in text, "this page was not there before"


def test_the_years_of_a_group_say_whose_word_they_are() -> None:
    text = " ".join(group_years(site_of(ROOT / "results"), "provinsi").text.split())
    assert "Kategori 2024 menurut skala: Aceh, Kalimantan Timur, dan Nusa Tenggara Barat." in text
    assert "Sumber kategori 2024 belum diketahui: Kalimantan Selatan." in text
    assert "3 sama, di antara 4 yang kategorinya dibandingkan dengan 2024" in text
    assert "provinsi lain tidak dimuat" in text and "sumber banyaknya peserta belum" in text
