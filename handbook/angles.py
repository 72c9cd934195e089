"""What an article opens with: every angle in its order, when it is taken, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from generator.news.angles import ANGLES, NOTICES, RARE
from generator.news.phrases import read_phrases

WHEN: dict[str, str] = {
    "corrected": "Angka edisi ini pernah dikoreksi.",
    "comeback": "Tahun sebelumnya tidak lolos suatu tahap, kini berkategori.",
    "sole_step": "Satu-satunya di kelompoknya yang berpindah kategori ke arah itu.",
    "rose_several": "Naik lebih dari satu kategori.",
    "rose_to_top": "Naik ke kategori tertinggi.",
    "places_moved": "Peringkatnya berpindah sedikitnya sepertiga, atau ke atau dari tempat pertama.",
    "sole_other": "Satu-satunya yang kategorinya lain dari semua yang lain.",
    "sole_category": "Satu-satunya berkategori itu, dan tidak ada yang lebih tinggi.",
    "rose": "Naik satu kategori.",
    "fell": "Turun kategori.",
    "named": "Penyelenggara memberinya sebutan, misalnya terbaik.",
    "first_place": "Peringkat pertama, sendirian.",
    "entered": "Hasil pertamanya yang diketahui, dengan kategori.",
    "returned": "Ikut lagi setelah tidak ikut, dengan kategori.",
    "absent_again": "Tidak ikut, seperti pada edisi sebelumnya.",
    "absent": "Tidak ikut serta.",
    "not_returned": "Kuesioner tidak dikembalikan.",
    "not_assessed": "Tidak dinilai.",
    "stopped": "Tidak lolos suatu tahap.",
    "on_bound": "Skornya tepat di batas bawah kategorinya.",
    "most_improved": "Skornya naik terbanyak, sedikitnya setengah poin.",
    "largest_fall": "Skornya turun terbanyak, sedikitnya setengah poin.",
    "moved_apart": "Skor dan peringkat bergerak berlawanan arah.",
    "best_of_kind": "Tertinggi di antara yang sejenis (kabupaten, kota), dengan hasil tinggi.",
    "opens_category": "Teratas dalam salah satu dari dua kategori tertinggi.",
    "closes_category": "Terakhir dalam salah satu dari dua kategori tertinggi.",
    "last_place": "Peringkat terakhir dari kelompok yang lengkap.",
    "top_places": "Di antara tiga peringkat pertama, atau sepuluh bila yang diperingkat banyak.",
    "best_near": "Tertinggi di antara tetangganya, dalam kelompok yang lengkap.",
    "tied": "Skornya sama dengan skor lain.",
    "few": "Sedikit yang berkategori itu, dan tidak ada yang lebih tinggi.",
    "met_target": "Target yang diumumkan tercapai atau terlampaui.",
    "score_moved": "Kategori tetap, skor bergerak sedikitnya setengah poin.",
    "short_of": "Kurang setengah sampai lima poin (dari seratus) ke kategori berikutnya.",
    "held": "Kategori sama selama lebih dari satu edisi berturut-turut.",
    "stayed": "Kategori sama dengan edisi yang dibandingkan.",
    "placed": "Diketahui siapa tepat di atas dan di bawahnya.",
    "bordering": "Skor dan kategorinya diketahui tanpa peringkat, begitu pula skor tetangganya di darat.",
    "beside_whole": "Tanpa peringkat: skornya setengah poin atau lebih dari skor seluruh kelompok yang diumumkan.",
    "scored": "Kategori dan skornya diketahui.",
    "category": "Kategorinya diketahui.",
    "moved_whichever": "Sumber menyebut kategori yang berbeda; menurut semuanya kategorinya bergerak searah.",
    "disputed_category": "Sumber menyebut kategori yang berbeda.",
    "rank": "Hanya peringkatnya yang diketahui.",
    "score": "Hanya skornya yang diketahui.",
    "disputed_score": "Sumber menyebut skor yang berbeda.",
    "disputed_rank": "Sumber menyebut peringkat yang berbeda.",
    "not_announced": "Hasil edisi ini belum diumumkan.",
    "not_published": "Menurut sumber, hasilnya tidak dipublikasikan.",
    "withheld": "Menurut sumber, sebagian angkanya tidak dipublikasikan; kategorinya belum diketahui.",
    "not_among": "Semua peserta disebut namanya, dan badan publik ini tidak di antaranya.",
    "unknown": "Tidak ada yang diketahui dari sumber situs ini.",
}
"""When each angle is taken, in plain words; how it is decided stands in ``generator/news/angles.py``."""

PARTS = (("headline", "Judul"), ("lead", "Pembuka"), ("told", "Bila sudut lain memimpin"))


CASES = Path(__file__).parent.parent / "tests" / "cases" / "news"


def angles() -> str:
    """A section for each angle, the first that holds first."""
    sources, shown = read_phrases("id").sources, headlines()
    return "\n\n".join(
        _section(place, angle.name, sources, shown.get(angle.name))
        for place, angle in enumerate(ANGLES, 1)
    )


def headlines() -> dict[str, str]:
    """A headline by the angle that it comes from, of the made-up cases of the tests: of the case that
    is called like the angle, else of the first."""
    found: dict[str, str] = {}
    for path in sorted(CASES.glob("*.yml")):
        case = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        name, text = case.get("angle"), str(case.get("expect", "")).partition("\n")[0]
        if name and (name not in found or path.stem == name.replace("_", "-")):
            found[name] = text
    return found


def _section(
    place: int, name: str, sources: Mapping[str, tuple[str, ...]], headline: str | None
) -> str:
    notes = []
    if any(name in equal for equal in RARE):
        notes.append("Di antara sudut yang setara, yang paling jarang di kelompoknya didahulukan.")
    if name in NOTICES:
        notes.append("Menghasilkan pemberitahuan pendek, bukan laporan.")
    rows = []
    for part, told in PARTS:
        texts = sources.get(f"{part}.{name}", ())
        rows += [f"{told}:\n\n```jinja\n{readable(texts[0])}\n```"] if texts else []
    about = " ".join((WHEN.get(name, ""), *notes))
    shown = [f"Misalnya: **{headline}**"] if headline else []
    return "\n\n".join((f"## {place}. {name}\n{about}", *shown, *rows))


def readable(template: str) -> str:
    """A template on one line, its slots as ‹name›: what is filled in is a value with its fact."""
    return re.sub(r"\{\{-?\s*(.*?)\s*-?\}\}", r"‹\1›", " ".join(template.split()))
