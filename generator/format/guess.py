"""The word that was probably meant: "skor" → score, "banjarbaru" → kota-banjarbaru."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cached_property

from generator.format.problems import Message, message

INDONESIAN_KEYS = {
    "alamat": "address",
    "alasan": "reason",
    "analisis": "analysis",
    "bahasa": "messages",
    "bobot": "weight",
    "catatan": "note",
    "daerah": "region",
    "desimal": "decimals",
    "edisi": "year",
    "hambatan": "obstacles",
    "hasil": "results",
    "ibu-kota": "capital",
    "ibukota": "capital",
    "indikator": "indicators",
    "induk": "parent",
    "instrumen": "instrument",
    "jabatan": "office",
    "jawaban": "answers",
    "jenis": "kind",
    "judul": "title",
    "kategori": "category",
    "kegiatan": "activities",
    "kelompok": "group",
    "kendala": "obstacles",
    "keputusan": "decision",
    "kode": "code",
    "kontak": "contact",
    "koreksi": "corrections",
    "kualifikasi": "category",
    "lisensi_data": "data_license",
    "lisensi_teks": "text_license",
    "lokasi": "place",
    "maksimum": "maximum",
    "nama": "name",
    "nilai": "score",
    "nomor": "number",
    "pembulatan": "rounding",
    "penanggung_jawab": "responsible",
    "penerbit": "publisher",
    "penyelenggara": "organizer",
    "peringkat": "rank",
    "pernyataan": "statements",
    "pertanyaan": "questions",
    "pesan": "messages",
    "peserta": "participants",
    "petak": "tile",
    "predikat": "category",
    "ranking": "rank",
    "resmi": "official",
    "sanggahan": "objections",
    "skala": "scale",
    "skor": "score",
    "sumber": "source",
    "tahun": "year",
    "tanggal": "date",
    "tanggapan": "responses",
    "target_kategori": "target",
    "tautan": "url",
    "telepon": "phone",
    "tempat": "place",
    "wilayah": "region",
}
"""Keys that an Indonesian writer would expect, and what the format calls them."""

LONGEST = 80
FEW = 50
COMMON = 200
NEAREST = 10


class Guesser:
    """Guesses among the same known words many times, without comparing with each of them.

    Among more than FEW words only the NEAREST by shared groups of three letters are compared:
    7,000 files that name a region wrongly must not be compared with 83,762 regions each.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self.known = list(known)

    @cached_property
    def folded(self) -> dict[str, str]:
        return {word.casefold(): word for word in self.known}

    @cached_property
    def holders(self) -> dict[str, list[str]]:
        """The folded words that hold a group of three letters."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.folded:
            for part in _threes(word):
                found[part].append(word)
        return found

    def __call__(self, word: str) -> str | None:
        """The known word that was probably meant, or None."""
        word = word.casefold()
        translated = INDONESIAN_KEYS.get(word)
        for option in (translated, f"{translated}s"):
            if option in self.folded:
                return option
        if word in self.folded:
            return self.folded[word]
        if len(word) > LONGEST:
            return None
        options = list(self.folded) if len(self.folded) <= FEW else self.nearest(word)
        # A kota that lacks its "kota-" is written like a kabupaten.
        ending = [option for option in options if option.endswith(f"-{word}")]
        found = ending or get_close_matches(word, options, n=1, cutoff=0.6)
        return self.folded[found[0]] if found else None

    def nearest(self, word: str) -> list[str]:
        """Words that share most groups of three letters; groups that many share do not count."""
        shared: Counter[str] = Counter()
        for part in _threes(word):
            holders = self.holders.get(part, ())
            if len(holders) <= COMMON:
                shared.update(holders)
        return [option for option, _ in shared.most_common(NEAREST)]


class RegionGuesser(Guesser):
    """Guesses the id of a region also from its name, however that is written."""

    def __init__(self, regions: Iterable[tuple[str, Sequence[str]]]) -> None:
        """``regions``: the id of each, and all names that it has."""
        self.regions = list(regions)
        super().__init__(id_ for id_, _ in self.regions)
        self.ids = frozenset(self.known)

    def __contains__(self, id_: str) -> bool:
        return id_ in self.ids

    @cached_property
    def named(self) -> dict[str, str | None]:
        """Ids by names made like ids; None for a name that several regions have."""
        found: dict[str, str | None] = {}
        for id_, names in self.regions:
            for name in {id_like(name) for name in names}:
                found[name] = None if name in found else id_
        return found

    def __call__(self, word: str) -> str | None:
        """The id that was probably meant by an id or a name, or None."""
        made = id_like(word)
        return made if made in self.ids else self.named.get(made) or super().__call__(made)


_SHORT = {"kab": "kabupaten", "prov": "provinsi", "prop": "provinsi", "propinsi": "provinsi"}


def id_like(name: str) -> str:
    """A name as an id would have it: "Kab. Sumbawa" → kabupaten-sumbawa."""
    first, hyphen, rest = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-").partition("-")
    return f"{_SHORT.get(first, first)}{hyphen}{rest}"


def likely(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, or None; for a single question."""
    return Guesser(known)(word)


def _threes(word: str) -> set[str]:
    padded = f" {word} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}


def suggestion(value: str, known: Guesser | Iterable[str], otherwise: Message) -> Message:
    """What to write instead of an unknown id: the one that was probably meant, else ``otherwise``.

    Who asks many times among the same ids gives a ``Guesser``.
    """
    meant = known(value) if isinstance(known, Guesser) else likely(value, known)
    return message("mungkin maksudnya “{id}”", id=meant) if meant else otherwise
