"""Half-known questionnaires: what is not known is not told as something else."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest
from conftest import ROOT, dataset_of, whole_of

from generator.evaluation.scoring import same_answer
from generator.format.instrument import AnswerScale, Option, Question
from generator.site import Whole

EXAMPLE = ROOT / "examples/contoh/results"
Edit = Callable[[str], str]


def site(folder: Path, edits: dict[str, Edit]) -> Whole:
    """The example with some files edited, and with the site's own analysis."""
    root = folder / "results"
    shutil.copytree(EXAMPLE, root)
    for name, edit in edits.items():
        for path in sorted(root.glob(name)):
            text = path.read_text("utf-8")
            path.write_text(edit(text), "utf-8")
    return whole_of(dataset_of(root), analysis=True)


def text(whole: Whole, address: str) -> str:
    """The words of a page, without its markup."""
    plain = re.sub(r"<[^>]+>", " ", whole.made(address)[1])
    return re.sub(r"\s+", " ", unescape(plain))


def set_answer(question: str, answer: str) -> Edit:
    return lambda t: re.sub(rf"(?m)^  {question}:.*\n(?:    .*\n)*", f"  {question}: {answer}\n", t)


def set_line(key: str, line: str) -> Edit:
    """A line of the file set anew, or added at its end."""

    def edit(t: str) -> str:
        kept = re.sub(rf"(?m)^{key}:.*\n", "", t)
        return kept.rstrip("\n") + f"\n{line}\n"

    return edit


def test_a_question_that_applies_to_nobody(tmp_path: Path) -> None:
    nobody = set_answer("kontrak", "{self: tidak-berlaku, verified: tidak-berlaku}")
    whole = site(tmp_path, {"2025/[!e]*.yml": nobody})
    page = text(whole, "2025/indikator/pengadaan/")
    assert "Seberapa lengkap informasi kontrak" not in page and "Apakah rencana umum" in page
    html = whole.made("2025/pertanyaan/kontrak/")[1]
    assert 'data-label="Poin"' not in html
    fold = html[html.index("<details") :].partition("</details>")[0]
    assert "9 kabupaten/kota: tidak berlaku" in fold and fold.count("<a ") == 9


def test_an_indicator_that_does_not_apply(tmp_path: Path) -> None:
    allowed = lambda t: t.replace(  # noqa: E731
        "id: rencana-pengadaan\n", "id: rencana-pengadaan\n        not_applicable: true\n"
    )
    no = "{self: tidak-berlaku, verified: tidak-berlaku}"
    edits = {
        "instruments/contoh-2024.yml": allowed,
        "2025/andai.yml": lambda t: set_answer("kontrak", no)(
            set_answer("rencana-pengadaan", no)(t)
        ),
    }
    whole = site(tmp_path, edits)
    assert "Pengadaan barang dan jasa: tidak berlaku" in text(whole, "2025/andai/")
    assert "Tidak berlaku bagi Kabupaten Andai ." in text(whole, "2025/indikator/pengadaan/")


def test_an_unverified_answer_is_not_one_that_does_not_apply(tmp_path: Path) -> None:
    whole = site(tmp_path, {"2025/andai.yml": set_answer("pelatihan", "{self: 3}")})
    article = text(whole, "2025/andai/")
    row = article.partition("Berapa petugas PPID yang dilatih")[2][:160]
    assert "belum diketahui" in row and "tidak berlaku" not in row
    assert "hasil verifikasi tiap jawaban kuesioner" in article
    assert "Selisih ke kategori berikutnya Menurut hitungan" not in article


def test_a_published_score_that_its_answers_give_changes_nothing(tmp_path: Path) -> None:
    plain = text(site(tmp_path / "a", {}), "2025/andai/")
    same = lambda t: t.replace("stage_scores: {", "stage_scores: {saq: 67.67, ")  # noqa: E731
    told = text(site(tmp_path / "b", {"2025/andai.yml": same}), "2025/andai/")
    found = re.search(r"Tiga pertanyaan tertentu dapat menutupnya; ada \w+ pilihan", plain)
    assert found is not None and found[0] in told
    assert "yakni 9,60 poin skor akhir" in plain and "yakni 9,60 poin skor akhir" in told


def test_nothing_closes_a_gap_to_a_score_that_was_published_otherwise(tmp_path: Path) -> None:
    other = set_line("score", "score: {value: 79.50, note: Diumumkan begitu.}")
    article = text(site(tmp_path, {"2025/andai.yml": other}), "2025/andai/")
    assert "79,50" in article and "dapat menutupnya" not in article
    assert "dapat ditutup" not in article


def test_a_published_indicator_shows_its_note_and_what_the_answers_give(tmp_path: Path) -> None:
    line = "indicators: {digitalisasi: {value: 75.00, note: Dikoreksi panitia.}}"
    whole = site(tmp_path, {"2025/andai.yml": set_line("indicators", line)})
    article = text(whole, "2025/andai/")
    assert "Dikoreksi panitia. Menurut jawabannya 20,00." in article
    assert "menurut hasil verifikasi" not in article  # all was verified as claimed


def test_announced_participants_of_whom_some_were_stopped(tmp_path: Path) -> None:
    announced = set_line("participants", "participants: {took_part: 10}")
    whole = site(tmp_path, {"2024/edition.yml": announced})
    assert "berada di peringkat 6 dari 8 menurut urutan skor akhir" in text(whole, "2024/andai/")
    edition = text(whole, "2024/kelompok/kabupaten-kota/")
    assert "Peringkat dari 8 badan publik yang memiliki skor akhir" in edition
    assert "peserta lain belum diketahui" not in edition and "tidak lolos tahap SAQ" in edition


def test_a_threshold_is_compared_with_the_score_that_is_shown(tmp_path: Path) -> None:
    line = "stage_scores: {saq: {value: 39.996, note: Diumumkan begitu.}, visitasi: 48.66}"
    article = text(
        site(tmp_path, {"2025/andai.yml": set_line("stage_scores", line)}), "2025/andai/"
    )
    assert "40,00" in article and " lolos, batasnya 40" in article
    assert "tidak lolos" not in article


def test_no_range_around_a_rank_that_was_published_otherwise(tmp_path: Path) -> None:
    line = "rank: {value: 1, note: Diumumkan begitu.}"
    whole = site(tmp_path, {"2023/umpama.yml": set_line("rank", line)})
    assert "Seberapa kokoh peringkat ini" not in text(whole, "2023/umpama/")


def test_a_score_that_nobody_published_is_computed(tmp_path: Path) -> None:
    whole = site(
        tmp_path, {"2025/edition.yml": set_line("not_published", "not_published: [score]")}
    )
    assert "Skor akhir 63,87" in text(whole, "2025/andai/")


def test_a_stage_that_a_source_calls_unpublished(tmp_path: Path) -> None:
    """Its score follows from the answers; that of the announcement is not shown as unknown."""
    line = "stage_scores: {saq: {not_published: true}}"
    whole = site(tmp_path, {"2024/dongeng.yml": set_line("stage_scores", line)})
    assert "skor tahap SAQ, yakni 2,83, di bawah batas lolos 40" in text(whole, "2024/dongeng/")


def test_a_sum_stands_beside_a_score_that_was_published_otherwise(tmp_path: Path) -> None:
    other = set_line("score", "score: {value: 79.50, note: Diumumkan begitu.}")
    article = text(site(tmp_path, {"2025/andai.yml": other}), "2025/andai/")
    row = article.partition("Skor akhir")[2].partition("Unduh tabel ini")[0]
    assert "79,50 Diumumkan begitu." in row and row.rstrip().endswith("63,87")
    assert "poin skor akhir" not in article.partition("Angka dan sumbernya")[0]


def test_published_indicators_are_not_called_verified(tmp_path: Path) -> None:
    def bare(t: str) -> str:
        head = t.partition("answers:")[0]
        return head + "indicators: {digitalisasi: 40.00}\n"

    whole = site(tmp_path, {"2025/[!e]*.yml": bare})
    page = text(whole, "2025/indikator/digitalisasi/")
    assert "terverifikasi" not in page and "40,00" in page


def test_a_correction_alone_makes_a_timeline(tmp_path: Path) -> None:
    def corrected(t: str) -> str:
        kept = re.sub(r"(?m)^activities:\n(?:  .*\n)*", "", t)
        return kept + (
            "corrections:\n  - {date: 2026-02-01, region: andai, field: score, from: 60.00, to: 63.87}\n"
        )

    whole = site(tmp_path, {"2025/edition.yml": corrected})
    assert "Koreksi hasil diumumkan" in text(whole, "2025/andai/")


def test_many_ways_to_close_a_gap_are_not_counted_to_the_end(tmp_path: Path) -> None:
    root = tmp_path / "results"
    questions = "".join(
        f"{{id: q{n}, text: Nomor {n}, weight: 0.8, scale: yes-no}}, " for n in range(125)
    )
    answers = "".join(f"q{n}: {{verified: {'tidak' if n < 120 else 'ya'}}}, " for n in range(125))
    for name, content in {
        "regions.yml": "groups: [{id: g, name: Kabupaten}]\nregions:\n"
        "  - {id: satu, name: Kabupaten Satu, kind: kabupaten, group: g}\n",
        "instruments/k.yml": "title: K\nyear: 2025\nstages: [{id: saq, name: SAQ, weight: 100}]\n"
        f"indicators: [{{id: web, stage: saq, name: Web, weight: 100, questions: [{questions}]}}]\n",
        "2025/edition.yml": "year: 2025\ntitle: E\norganizer: K\nstatus: sample\ninstrument: k\n"
        "scale: {categories: [{name: Baik, minimum: 4.5}, {name: Kurang, minimum: 0}]}\n",
        "2025/satu.yml": f"region: satu\nanswers: {{{answers}}}\n",
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    whole = whole_of(dataset_of(root), analysis=True)
    page = text(whole, "2025/satu/")
    assert (
        "Satu pertanyaan dapat menutupnya sendiri; ada lebih dari seratus pilihan sependek itu"
        in page
    )
    assert "ada lebih dari seratus pilihan sependek itu, tiga di antaranya" in page


def test_one_body_that_names_an_obstacle_twice_is_one(tmp_path: Path) -> None:
    same = lambda t: t.replace(  # noqa: E731
        "  kanal:\n",
        "  kanal:\n    obstacle: Situs web belum terhubung dengan basis data dokumen.\n",
    )
    page = text(site(tmp_path, {"2025/andai.yml": same}), "2025/kendala/")
    part = page.partition("Digitalisasi")[2].partition("Pengadaan")[0]
    assert "Satu kendala tercatat. " in part and "Tercatat bagi satu kabupaten/kota" in part


def test_two_groups_with_the_same_ids(tmp_path: Path) -> None:
    """Each section of a shared page speaks of its own question."""
    root = tmp_path / "results"
    shutil.copytree(EXAMPLE, root)
    regions = root / "regions.yml"
    regions.write_text(
        regions.read_text("utf-8").replace(
            "regions:\n",
            "  - {id: dinas, name: Dinas}\nregions:\n"
            "  - {id: dinas-satu, name: Dinas Satu, kind: opd, group: dinas}\n",
        ),
        "utf-8",
    )
    (root / "instruments/opd.yml").write_text(
        "title: OPD\nyear: 2025\nstages: [{id: saq, name: SAQ, weight: 100}]\nindicators:\n"
        "  - {id: digitalisasi, stage: saq, name: Layanan tatap muka, weight: 100, questions: [{id: kanal,"
        " text: Loket apa yang dibuka?, weight: 100, scale: yes-no}]}\n",
        "utf-8",
    )
    edition = root / "2025/edition.yml"
    edition.write_text(
        edition.read_text("utf-8")
        + "groups: {dinas: {instrument: opd, scale: {categories: [{name: Baik, minimum: 0}]}},"
        " kabupaten-kota: {}}\n",
        "utf-8",
    )
    (root / "2025/dinas-satu.yml").write_text(
        "region: dinas-satu\nanswers: {kanal: {self: ya, verified: ya}}\n", "utf-8"
    )
    whole = whole_of(dataset_of(root))
    assert "Dinas: Loket apa yang dibuka?" in text(whole, "2025/pertanyaan/kanal/")
    assert "Dinas: Layanan tatap muka" in text(whole, "2025/indikator/digitalisasi/")


def test_answers_as_claimed_only_since_an_objection_was_granted(tmp_path: Path) -> None:
    as_claimed = "emua jawaban dinilai seperti klaimnya."
    whole = site(tmp_path / "decided", {})
    assert f"Sesudah sanggahan diputus, s{as_claimed}" in text(whole, "2025/khayal/")
    never = {"2025/khayal.yml": lambda old: old.partition("objections:")[0]}
    assert f"S{as_claimed}" in text(site(tmp_path / "never", never), "2025/khayal/")


OPTIONS = tuple(Option.model_construct(id=id_, name=id_, points=Decimal(1)) for id_ in "ab")


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("choices", ("a", "b"), ("b", "a"), True),
        ("choices", ("a",), ("b", "a"), False),
        ("number", ("5",), ("5.0",), True),
        ("number", ("5",), ("6",), False),
        ("yes-no", ("ya",), ("tidak",), False),
    ],
)
def test_equal_answers_in_other_forms(
    kind: str, one: tuple[str, ...], other: tuple[str, ...], same: bool
) -> None:
    scale = AnswerScale.model_construct(kind=kind, options=OPTIONS, maximum=Decimal(10))
    question = Question.model_construct(id="q", scale=scale, not_applicable=False)
    assert same_answer(question, one, other) is same
