"""Why a figure is missing, in words: by the name that the files give to each reason.

Pages and files take both from here; the first of them are the states. Messages of the catalogue of
pages.
"""

from __future__ import annotations

from generator.language.catalogue import N_
from generator.language.states import STATES

SHORT_REASONS = {
    **{name: state.word for name, state in STATES.items()},
    "not-announced": N_("belum diumumkan"),
    "peers-unknown": N_("tidak dihitung"),
    "some-peers-unknown": N_("tidak dihitung"),
    "peers-unsure": N_("tidak dihitung"),
    "sole-participant": N_("tidak dihitung"),
    "unsure": N_("tidak pasti"),
    "other-number": N_("arahnya tidak disimpulkan"),
    "other-kind": N_("arahnya tidak disimpulkan"),
    "no-bounds": N_("tanpa batas"),
    "no-scale": N_("tanpa skala"),
    "no-earlier": N_("tidak ada evaluasi pembanding di situs ini"),
    "not-comparable": N_("tidak sebanding"),
    "not-ranked": N_("tanpa peringkat"),
    "no-categories": N_("tanpa kategori"),
}
"""What the cells of a table say instead; below the table stands what they mean in full."""

REASONS = {
    **{name: state.meaning for name, state in STATES.items()},
    "not-announced": N_("belum diumumkan"),
    "peers-unknown": N_("tidak dihitung: skor peserta lain belum diketahui"),
    "some-peers-unknown": N_("tidak dihitung: data skor tidak lengkap"),
    "peers-unsure": N_(
        "tidak dihitung: ada skor yang disebut berbeda, kira-kira, atau menyalahi skala"
    ),
    "sole-participant": N_("tidak dihitung: satu-satunya peserta"),
    "unsure": N_("tidak dihitung: angkanya disebut berbeda atau kira-kira"),
    "other-number": N_("arahnya tidak disimpulkan"),
    "other-kind": N_("arahnya tidak disimpulkan: satu diumumkan, satu dihitung dari skor"),
    "no-bounds": N_("batas kategori edisi ini belum diketahui"),
    "no-scale": N_("skala edisi ini belum diketahui"),
    "no-earlier": N_("tidak ada evaluasi pembanding di situs ini"),
    "not-comparable": N_("tidak sebanding dengan edisi sebelumnya"),
    "not-applicable": N_("tidak berlaku"),
    "top-category": N_("sudah di kategori tertinggi"),
    "not-near": N_("tidak dekat batas kategori"),
    "no-target": N_("tidak ada target yang diketahui"),
    "not-ranked": N_("tidak diperingkat oleh penyelenggara"),
    "no-categories": N_("ukuran ini tidak memakai kategori"),
    "requirement": N_("skornya mencapai batasnya, tetapi syaratnya tidak terpenuhi"),
    "not-held-back": N_("tidak ada syarat yang menahan"),
}
"""Why a figure is missing, in full."""
