"""Where the marks of the sources stand: beside what each of them says, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import EDITION, ROOT, write_results
from newsroom import newsroom

from generator.news.notes import notes_of
from generator.news.sentence import Sentence

LISTED = (
    "sources: [{id: koran, title: Hasil, publisher: Koran}, {id: radio, title: R, publisher: Radio},"
    " {id: buku, title: Skala, publisher: Buku, date: 2019-05}]\n"
)
NAMED = EDITION.replace("sources: [{id: koran, title: Hasil evaluasi}]\n", LISTED)
OLDER = NAMED.replace("2024", "2023")
FROM_A_BOOK = NAMED.replace("scale:\n", "scale:\n  source: buku\n")


def marked(sentence: Sentence) -> str:
    """A sentence with the ids of the sources where their marks stand."""
    told, at = "", 0
    for note in notes_of(sentence):
        ids = ",".join(source.id for source in note.sources)
        told += f"{sentence.text[at : note.end]}[{ids}]"
        at = note.end
    return told + sentence.text[at:]


def told(folder: Path, files: dict[str, str | None], region: str = "alfa") -> str:
    """The lead and the body of an article of 2024, with its marks."""
    room = newsroom(write_results(folder, {"2024/edition.yml": NAMED, **files}))
    article = room.article(room.facts.dataset.evaluations[2024, "kabupaten-kota"], region)
    return " ".join(map(marked, (article.lead, *(s for p in article.paragraphs for s in p))))


ALFA = "region: alfa\ncategory: Informatif\nscore: 91.00\n"
CASES = {
    "one source for all of a sentence": (
        {
            "2024/edition.yml": f"{NAMED}source: koran\n",
            "2024/alfa.yml": "region: alfa\ncategory: Informatif\nscore: 91.00\n",
        },
        [
            "berkategori Informatif[koran], kategori tertinggi dari lima, dengan skor 91,00[koran] dalam",
        ],
    ),
    "a side whose source is not known": (
        {
            "2023/edition.yml": f"{OLDER}source: koran\n",
            "2023/alfa.yml": "region: alfa\nscore: 80.00\n",
            "2024/alfa.yml": "region: alfa\nscore: 87.45\n",
        },
        [
            "dengan skor 87,45, naik 7,45 poin dari 80,00[koran] pada 2023, dalam",
            "Komisi Informasi Contoh. Sumber skor 2024 belum diketahui.",
        ],
    ),
    "a comparison with what nobody said": (
        {
            "2023/edition.yml": OLDER,
            "2023/alfa.yml": "region: alfa\ncategory: Informatif\nscore: 95.00\n",
            "2024/edition.yml": f"{NAMED}source: koran\n",
            "2024/alfa.yml": ALFA,
        },
        ["turun 4,00 poin dari 95,00 pada 2023. Sumber", "Kategori Alfa sama seperti pada 2023. "],
    ),
    "all in a category that the site computed": (
        {
            "2024/edition.yml": f"{NAMED}participants: {{took_part: {{value: 2, source: koran}}}}\n"
            "absent: [kota-gama]\n",
            "2024/alfa.yml": "region: alfa\nscore: {value: 91.00, source: radio}\n",
            "2024/beta.yml": "region: beta\nscore: {value: 92.00, source: radio}\n",
        },
        ["Kedua kabupaten/kota[koran] peserta berkategori Informatif"],
    ),
    "both sides": (
        {
            "2023/edition.yml": f"{OLDER}source: koran\n",
            "2023/alfa.yml": "region: alfa\nscore: 80.00\n",
            "2024/alfa.yml": "region: alfa\nscore: {value: 87.45, source: radio}\n",
        },
        ["dengan skor 87,45[radio], naik 7,45 poin dari 80,00[koran] pada 2023, dalam"],
    ),
    "a rank, and of how many it is one": (
        {
            "2024/edition.yml": f"{NAMED}participants: {{took_part: {{value: 3, source: radio}}}}\n",
            "2024/alfa.yml": "region: alfa\ncategory: {value: Informatif, source: koran}\n"
            "rank: {value: 2, source: koran}\n",
        },
        ["peringkat 2[koran] dari 3[radio], dalam"],
    ),
    "peers, by the source of their category": (
        {
            "2024/edition.yml": f"{NAMED}participants: {{took_part: {{value: 3, source: radio}}}}\n",
            "2024/alfa.yml": "region: alfa\ncategory: {value: Informatif, source: koran}\n",
            "2024/beta.yml": "region: beta\ncategory: {value: Informatif, source: koran}\n",
        },
        ["Beta juga diketahui berkategori Informatif[koran], kategori tertinggi dari lima."],
    ),
    "several published values": (
        {
            "2024/alfa.yml": "region: alfa\ncategory: {value: Informatif, source: koran}\n"
            "rank: {value: 2, source: koran, others: [{value: 3, source: radio}]}\n",
        },
        ["Peringkat kabupaten itu disebut berbeda oleh sumbernya, yakni 2[koran] dan 3.[radio]"],
    ),
    "a note that names another than the figure's source": (
        {
            "2024/alfa.yml": "region: alfa\ncategory: {value: Informatif, source: koran,"
            " note: Kategori itu juga disebut oleh Radio.}\n",
        },
        ["Kategori itu juga disebut oleh Radio.[radio]"],
    ),
    "a note that repeats what each says": (
        {
            "2024/alfa.yml": "region: alfa\ncategory: {value: Informatif, source: koran}\n"
            "rank: {value: 2, source: koran, note: Ada yang menyebut 2 dan ada yang menyebut 3.,"
            " others: [{value: 3, source: radio}]}\n",
        },
        ["Ada yang menyebut 2 dan ada yang menyebut 3.[koran,radio]"],
    ),
    "a category by the scale": (
        {"2024/alfa.yml": "region: alfa\nscore: {value: 87.45, source: koran}\n"},
        [
            "menurut skala, kategori kedua dari lima, dengan skor 87,45[koran] dalam",
            "Kategori dihitung dari skor;",
            "belum ditemukan. Skor itu kurang 2,55 poin untuk mencapai kategori Informatif (mulai 90). ",
        ],
    ),
    "a scale with a source of its own": (
        {
            "2024/edition.yml": FROM_A_BOOK,
            "2024/alfa.yml": "region: alfa\nscore: {value: 87.45, source: koran}\n",
        },
        [
            "menurut skala, kategori kedua dari lima[buku], dengan",
            "dihitung dari skor menurut batas dari Buku, Mei 2019[buku]; keputusan",
            "(mulai 90[buku])",
        ],
    ),
    "a day that no source gives": (
        {
            "2024/edition.yml": f"{NAMED}source: koran\npublished: 2024-12-10\n",
            "2024/alfa.yml": ALFA,
        },
        ["Informatif[koran], kategori tertinggi dari lima, dengan skor 91,00[koran] dalam"],
    ),
    "a verdict on a target": (
        {
            "2024/edition.yml": f"{NAMED}source: koran\n",
            "2024/alfa.yml": f"{ALFA}target: {{at_least: Informatif, by: Pejabat, source: radio}}\n",
        },
        [
            "menyatakan Alfa menargetkan sedikitnya kategori Informatif.[radio]",
            "Hasil 2024 memenuhi target itu. ",
        ],
    ),
    "what is not published, by the usual source": (
        {
            "2024/edition.yml": f"{NAMED}source: koran\n",
            "2024/alfa.yml": "region: alfa\ncategory: Informatif\nscore: {not_published: true}\n",
        },
        ["Skor Alfa tidak dipublikasikan.[koran]"],
    ),
    "an absence, by the usual source": (
        {
            "2024/edition.yml": f"{NAMED}source: koran\nabsent: [alfa]\n",
            "2024/alfa.yml": None,
            "2024/beta.yml": "region: beta\nscore: 80\n",
        },
        [
            "tidak ikut serta dalam evaluasi keterbukaan informasi publik 2024",
            "menurut Koran.[koran]",
        ],
    ),
    "an obstacle, by the usual source": (
        {
            "2024/edition.yml": f"{NAMED}source: koran\n",
            "2024/alfa.yml": f"{ALFA}obstacles: [{{text: Petugas hanya seorang.}}]\n",
        },
        ["Kendala yang tercatat dari Alfa: petugas hanya seorang.[koran]"],
    ),
    "an objection that is not decided": (
        {
            "2024/edition.yml": f"{NAMED}source: koran\n",
            "2024/alfa.yml": f"{ALFA}objections: [{{date: 2024-09-10, text: Satu., source: radio}}]\n",
        },
        ["satu.[radio] Keputusan atas sanggahan itu belum diketahui dari sumber situs ini. "],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_marks_stand_beside_what_each_source_says(name: str, tmp_path: Path) -> None:
    files, expected = CASES[name]
    found = told(tmp_path, files) + " "
    for sentence in expected:
        assert sentence in found, found


def test_what_an_objection_left_is_not_said_by_the_source_of_what_was_before(
    tmp_path: Path,
) -> None:
    alfa = (
        "region: alfa\nstage_scores: {saq: 81.00}\nobjections:\n"
        "  - {date: 2024-09-10, text: Satu., outcome: granted, before: {score: 80.50}, source: radio}\n"
    )
    files = {
        "instruments/k.yml": "title: K\nyear: 2024\nstages: [{id: saq, name: SAQ, weight: 100}]\n",
        "2024/edition.yml": f"{NAMED}source: koran\ninstrument: k\n",
        "2024/alfa.yml": alfa,
    }
    assert "skornya 81,00 (semula 80,50[radio])." in told(tmp_path, files)


def test_that_nobody_decided_a_category_of_before_is_nobody_s_word() -> None:
    """Of this year's source that a category of last year was computed is not to be read."""
    room = newsroom(ROOT / "results")
    article = room.edition(room.facts.dataset.evaluations[2025, "provinsi"])
    (told_,) = (s for s in article.sentences if s.rule == "edition.before_by_scale")
    assert not notes_of(told_)
    (named,) = (
        s
        for s in room.edition(room.facts.dataset.evaluations[2024, "provinsi"]).sentences
        if s.rule == "edition.names"
    )
    # Whose rank is told by two officials has a score that is nobody's word: no mark stands at its name.
    assert [named.text[: note.end].rpartition(" ")[2] for note in notes_of(named)] == ["(98,31"]


def test_a_count_of_how_many_nobody_said_has_its_mark_beside_it() -> None:
    room = newsroom(ROOT / "results")
    lead = room.edition(room.facts.dataset.evaluations[2025, "provinsi"]).lead
    assert marked(lead).startswith("Sebanyak 21[ntbsatu-2025] dari 38 provinsi berkategori")
    assert marked(lead).endswith("Tidak Informatif[ntbsatu-2025].")
