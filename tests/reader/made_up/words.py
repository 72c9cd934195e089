"""The words and scales that made-up sites are made of: names that are hard to read, on purpose."""

from __future__ import annotations

from typing import Any

KINDS = {
    "kabupaten-kota": [
        ("kabupaten", "Kabupaten Kepulauan Siau Tagulandang Biaro", "kabupaten-kota"),
        ("kabupaten", "Kabupaten Banjar", "kabupaten-kota"),
        ("kota", "Kota Banjarmasin", "kabupaten-kota"),
        ("kabupaten", "Kabupaten Pangkajene dan Kepulauan", "kabupaten-kota"),
        ("kota", "Kota Administrasi Jakarta Pusat", "kabupaten-kota"),
        ("kabupaten", "Kabupaten Naik Dua", "kabupaten-kota"),
        ("kabupaten", "Kabupaten Serang", "kabupaten-kota"),
        ("kota", "Kota Serang", "kabupaten-kota"),
        ("desa", "Desa Sukamaju 2", "kabupaten-kota"),
        ("nagari", "Nagari III Koto Aur Malintang", "kabupaten-kota"),
        ("kabupaten", "Kabupaten Balangan", "kabupaten-kota"),
    ],
    "opd": [
        ("opd", "Dinas Sosial Provinsi Nusa Tenggara Barat", "opd"),
        (
            "opd",
            "Dinas Pemberdayaan Perempuan dan Perlindungan Anak Provinsi Nusa Tenggara Barat",
            "opd",
        ),
        ("opd", "RSUD Dr. H. Moch. Ansari Saleh", "opd"),
    ],
}
ORGANIZERS = ["Komisi Informasi Pusat", "Komisi Informasi Provinsi Kepulauan Bangka Belitung"]
PUBLISHERS = ["Pemerintah Kabupaten Banjar", "Antara"]
TITLES = ["terbaik", "badan publik paling inovatif"]
PEOPLE = [
    ("Kepala Bidang 3", "Siti Aminah"),
    ("Sekretaris Daerah", "M. Ayub Khan"),
    ("Kepala Diskominfo", "Budi"),
]
SAYINGS = [
    "PPID menjawab 7 dari sepuluh permohonan pada Senin, 3 Mei 2021.",
    "layanan (SAQ) 100% daring & 'kutip' di Sogae'adu",
    "Tiga puluh layanan dibuka; Nomor 12/KEP/2021 berlaku",
    "Kabupaten Banjar naik kelas, kata iPhone",
    "Banjar turun lagi? Tidak.",
]
ACTS = [
    "mendampingi pengisian kuesioner",
    "mengunjungi Jl. A. Yani No. 5, lalu pulang.",
    "naskah (lampiran 2) 1.250 halaman, 3,5 jam",
]
NOTES = [
    "Kategori itu diperdebatkan.",
    "Menurut satu sumber. Sumber lain diam.",
]
OBSTACLES = [
    "Petugas hanya seorang.",
    "anggaran belum tersedia",
    "Situs web belum terhubung dengan basis data dokumen di semua dinas.",
]


def _scale(*steps: tuple[str, str | None], **more: Any) -> dict[str, Any]:
    categories = [
        {"name": name} if minimum is None else {"name": name, "minimum": minimum}
        for name, minimum in steps
    ]
    return {**more, "categories": categories}


_FIVE = (
    "Informatif",
    "Menuju Informatif",
    "Cukup Informatif",
    "Kurang Informatif",
    "Tidak Informatif",
)
_WITH_BOUNDS = _scale(*zip(_FIVE, ("90", "80", "60", "40", "0"), strict=True))
SCALES: list[dict[str, Any] | None] = [
    _WITH_BOUNDS,
    _WITH_BOUNDS,
    _scale(*((name, None) for name in _FIVE)),
    _scale(("Baik", "60"), ("Cukup", "30.5"), ("Buruk", "0"), decimals="0"),
    _scale(("Lulus", "50"), ("Tidak Lulus", "0"), decimals="3"),
    None,
]


def _instrument(threshold: str | None, **weights: int) -> dict[str, Any]:
    first: dict[str, Any] = {"id": "saq", "name": "SAQ", "weight": weights["saq"]}
    if threshold:
        first["threshold"] = threshold
    options = [
        {"id": "penuh", "name": "penuh", "points": "2"},
        {"id": "sebagian", "name": "sebagian", "points": "1"},
        {"id": "nihil", "name": "nihil", "points": "0"},
    ]
    return {
        "title": "Kuesioner",
        "year": 2024,
        "stages": [first, {"id": "visit", "name": "Visitasi", "weight": 100 - weights["saq"]}],
        "indicators": [
            {
                "id": "web",
                "stage": "saq",
                "name": "Situs web dan kanal",
                "weight": weights["web"],
                "questions": [
                    {
                        "id": "a",
                        "text": "Apakah daftar informasi diumumkan?",
                        "weight": 50,
                        "scale": "yes-no",
                    },
                    {
                        "id": "b",
                        "text": "Seberapa lengkap laporan keuangan?",
                        "weight": 50,
                        "scale": {"kind": "levels", "options": options},
                        "not_applicable": "true",
                    },
                ],
            },
            {
                "id": "layanan",
                "stage": "saq",
                "name": "Layanan",
                "weight": 100 - weights["web"],
                "questions": [
                    {
                        "id": "c",
                        "text": "Kanal apa saja?",
                        "weight": 60,
                        "scale": {"kind": "choices", "options": options[:2]},
                    },
                    {
                        "id": "d",
                        "text": "Berapa permohonan dijawab?",
                        "weight": 40,
                        "scale": {"kind": "number", "maximum": "10"},
                    },
                ],
            },
        ],
    }


INSTRUMENTS = {
    "k1": _instrument("40", saq=80, web=60),
    "k2": _instrument(None, saq=70, web=35),
}
