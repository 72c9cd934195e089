"""The columns that several tables share."""

from __future__ import annotations

from generator.files.column import RULES, STATE, WHYS, Column, Type
from generator.language.catalogue import N_

MEASURE = Column("measure", N_("Ukuran"), N_("Id ukuran, yaitu apa yang diukur."), required=True)
YEAR = Column("year", N_("Tahun"), N_("Tahun edisi."), Type.YEAR, required=True)
GROUP = Column("group", N_("Kelompok"), N_("Id kelompok."), required=True)
REGION = Column("region", N_("Id wilayah"), N_("Id wilayah atau badan publik."), required=True)
NAME = Column("name", N_("Nama"), N_("Nama wilayah atau badan publik."), required=True)
BODY = (MEASURE, YEAR, GROUP, REGION, NAME)
"""The columns with which every row of a body begins."""
WHOLE = (
    *(MEASURE, YEAR, GROUP),
    Column("group_name", N_("Nama kelompok"), N_("Nama kelompok."), required=True),
)
"""The columns with which every row of a group begins."""

INDICATOR_ID = Column("indicator", N_("Id indikator"), N_("Id indikator."), required=True)
STAGE_WEIGHT = Column(
    "stage_weight",
    N_("Bobot tahap"),
    N_("Bobot tahap dalam skor akhir."),
    Type.NUMBER,
    N_("persen"),
)
SCORE = Column(
    "score",
    N_("Skor"),
    N_("Skor seperti ditampilkan di halaman."),
    Type.NUMBER,
    N_("poin"),
    least=0,
    state="score_state",
)

NOTE = Column("note", N_("Catatan"), N_("Catatan tentang angka di baris ini."))
SOURCE = Column("source", N_("Sumber"), N_("Sumber angka di baris ini; judul lalu penerbit."))
FILE = Column(
    "file", N_("Berkas"), N_("Berkas data situs tempat angka ini ditulis."), required=True
)


def since(name: str, title: str, *, of_categories: bool = False) -> Column:
    """The edition with which a change compares."""
    about = N_("Tahun edisi yang dibandingkan.")
    return Column(name, title, about, Type.YEAR, of_categories=of_categories)


def why(name: str, title: str, *, of_categories: bool = False) -> Column:
    """The code of the reason for an empty cell."""
    about = N_("Alasan selnya kosong, sebagai kode.")
    return Column(name, title, about, words=WHYS, of_categories=of_categories)


def rule(name: str, title: str, *, of_categories: bool = False) -> Column:
    """The code of the way in which a figure came about."""
    about = N_("Asal angka, sebagai kode.")
    return Column(name, title, about, words=RULES, of_categories=of_categories)


def state(name: str, title: str, *, of_categories: bool = False) -> Column:
    """The state of a figure in a word; never empty."""
    about = N_("Keadaan angka dengan kata; tidak pernah kosong.")
    return Column(
        name,
        title,
        about,
        required=True,
        words=STATE,
        said=True,
        of_categories=of_categories,
    )


def exact(name: str, title: str) -> Column:
    """The exact value of a figure that is shown rounded."""
    about = N_("Nilai tepat bila berbeda dari yang ditampilkan: desimal, atau pecahan.")
    return Column(name, title, about)
