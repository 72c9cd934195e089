"""English names of Indonesian regions, kinds of bodies, groups and institutions.

What stands in no table here has no usual English name: it keeps its own, and pages mark it as Indonesian.
"""

from __future__ import annotations

import re
from functools import lru_cache

PROVINCES = {
    "Aceh": "Aceh",
    "Sumatera Utara": "North Sumatra",
    "Sumatera Barat": "West Sumatra",
    "Riau": "Riau",
    "Jambi": "Jambi",
    "Sumatera Selatan": "South Sumatra",
    "Bengkulu": "Bengkulu",
    "Lampung": "Lampung",
    "Kepulauan Bangka Belitung": "Bangka Belitung Islands",
    "Kepulauan Riau": "Riau Islands",
    "Daerah Khusus Ibukota Jakarta": "Jakarta",
    "Jawa Barat": "West Java",
    "Jawa Tengah": "Central Java",
    "Daerah Istimewa Yogyakarta": "Special Region of Yogyakarta",
    "Jawa Timur": "East Java",
    "Banten": "Banten",
    "Bali": "Bali",
    "Nusa Tenggara Barat": "West Nusa Tenggara",
    "Nusa Tenggara Timur": "East Nusa Tenggara",
    "Kalimantan Barat": "West Kalimantan",
    "Kalimantan Tengah": "Central Kalimantan",
    "Kalimantan Selatan": "South Kalimantan",
    "Kalimantan Timur": "East Kalimantan",
    "Kalimantan Utara": "North Kalimantan",
    "Sulawesi Utara": "North Sulawesi",
    "Sulawesi Tengah": "Central Sulawesi",
    "Sulawesi Selatan": "South Sulawesi",
    "Sulawesi Tenggara": "Southeast Sulawesi",
    "Gorontalo": "Gorontalo",
    "Sulawesi Barat": "West Sulawesi",
    "Maluku": "Maluku",
    "Maluku Utara": "North Maluku",
    "Papua": "Papua",
    "Papua Barat": "West Papua",
    "Papua Selatan": "South Papua",
    "Papua Tengah": "Central Papua",
    "Papua Pegunungan": "Highland Papua",
    "Papua Barat Daya": "Southwest Papua",
}
"""The 38 provinces by their official names, in the order of their codes."""

_OTHER_NAMES = {
    "DKI Jakarta": "Jakarta",
    "Daerah Khusus Jakarta": "Jakarta",
    "Jakarta": "Jakarta",
    "DI Yogyakarta": "Special Region of Yogyakarta",
    "D.I. Yogyakarta": "Special Region of Yogyakarta",
    "Yogyakarta": "Special Region of Yogyakarta",
    "Bangka Belitung": "Bangka Belitung Islands",
}
"""What provinces are called as well."""

_FRONTS = {
    "Kabupaten Administrasi ": "Administrative Regency",
    "Kota Administrasi ": "Administrative City",
    "Kabupaten ": "Regency",
    "Kota ": "City",
    "Kecamatan ": "District",
    "Distrik ": "District",
    "Kelurahan ": "Urban Village",
    "Desa ": "Village",
}
"""What a name begins with, and what its English one ends with."""

_PROVINCE = "Provinsi "

KINDS = {
    "provinsi": "province",
    "kabupaten": "regency",
    "kota": "city",
    "kecamatan": "district",
    "distrik": "district",
    "kelurahan": "urban village",
    "desa": "village",
    "nagari": "village",
    "gampong": "village",
    "opd": "government agency",
    "vertikal": "central government office",
    "instansi-vertikal": "central government office",
    "bumd": "state enterprise of the region",
    "kementerian": "ministry",
    "lembaga": "state institution",
    "perguruan-tinggi": "university",
    "partai-politik": "political party",
}
"""Kinds of public bodies by their ids."""

GROUPS = {
    "kabupaten/kota": "regencies and cities",
    "kabupaten dan kota": "regencies and cities",
    "kabupaten": "regencies",
    "kota": "cities",
    "provinsi": "provinces",
    "kecamatan": "districts",
    "distrik": "districts",
    "kelurahan": "urban villages",
    "desa": "villages",
    "desa/kelurahan": "villages and urban villages",
    "desa dan kelurahan": "villages and urban villages",
    "opd": "government agencies",
    "perangkat daerah": "regional government agencies",
    "perangkat daerah provinsi": "provincial government agencies",
    "opd provinsi": "provincial government agencies",
    "perangkat daerah kabupaten": "regency government agencies",
    "perangkat daerah kota": "city government agencies",
    "instansi vertikal": "central government offices",
    "badan publik": "public bodies",
    "badan publik vertikal": "central government offices",
    "bumd": "regional state enterprises",
    "bumd provinsi": "provincial state enterprises",
    "bumn": "state enterprises",
    "kementerian": "ministries",
    "lembaga negara": "state institutions",
    "lembaga nonstruktural": "non-structural institutions",
    "perguruan tinggi": "universities",
    "perguruan tinggi negeri": "state universities",
    "partai politik": "political parties",
    "rumah sakit": "hospitals",
    "sekolah": "schools",
}
"""Groups of public bodies by their names in small letters."""

_OFFICES = (
    (r"Dinas Komunikasi(?: dan|,) Informatika\b[^A-Z]*(?:, Statistik(?:, dan| dan) Persandian )?"
     r"|Diskominfo[a-z]* |Dinas Kominfo ",
     "communications office (Diskominfo) of {place}"),
    (r"PPID(?: Utama)? ", "information officer (PPID) of {place}"),
    (r"Pemerintah |Pem(?:kab|kot|prov) ", "government of {place}"),
)  # fmt: skip
_SHORT_FRONTS = {"Pemkab ": "Kabupaten ", "Pemkot ": "Kota ", "Pemprov ": _PROVINCE}
_COMMISSION = "Komisi Informasi "
_CHAIR = "Ketua "


def province(name: str) -> str:
    """The English name of a province by its Indonesian one without its kind; "" of no province."""
    return PROVINCES.get(name) or _OTHER_NAMES.get(name, "")


@lru_cache(maxsize=4096)
def region(name: str, kind: str = "") -> str:
    """A region in full: ``Balangan Regency``, ``South Kalimantan``; any other body by its own name.

    ``kind`` is its id: by it a province is known that has no kind in its name.
    """
    for front, told in _FRONTS.items():
        if name.startswith(front):
            return f"{name.removeprefix(front)} {told}"
    if name.startswith(_PROVINCE):
        own = name.removeprefix(_PROVINCE)
        return province(own) or f"{own} Province"
    return (province(name) if kind == "provinsi" else "") or name


@lru_cache(maxsize=4096)
def short(name: str, kind: str = "") -> str:
    """The same without its kind: ``Balangan``, ``South Kalimantan``."""
    for front in _FRONTS:
        if name.startswith(front):
            return name.removeprefix(front)
    if name.startswith(_PROVINCE):
        own = name.removeprefix(_PROVINCE)
        return province(own) or own
    return region(name, kind).partition(" Provinsi ")[0]


@lru_cache(maxsize=1024)
def institution(name: str) -> str:
    """``Information Commission of South Kalimantan``; one without an English name by its own."""
    if name == "Komisi Informasi Pusat":
        return "Central Information Commission"
    if name.startswith(_COMMISSION):
        return f"Information Commission of {_place(name.removeprefix(_COMMISSION))}"
    if name.startswith(_CHAIR) and (led := institution(rest := name.removeprefix(_CHAIR))) != rest:
        return f"chair of {with_article(led)}"
    for pattern, told in _OFFICES:
        found = re.match(pattern, name)
        if found is not None and (rest := name[found.end() :]):
            front = _SHORT_FRONTS.get(found[0], "")
            return told.format(place=_place(front + rest))
    return name


ACTIVITIES = {
    "asistensi": "assistance",
    "pengisian": "filling in",
    "sanggah": "objections",
    "sosialisasi": "briefing",
    "verifikasi": "verification",
    "visitasi": "site visit",
}
"""Kinds of activities of an evaluation, as the data call them."""

_LAWS = {
    "UU": "Law",
    "Undang-Undang": "Law",
    "PP": "Government Regulation",
    "Peraturan Pemerintah": "Government Regulation",
    "Perpres": "Presidential Regulation",
    "Peraturan Presiden": "Presidential Regulation",
    "Perki": "Information Commission Regulation",
    "Peraturan Komisi Informasi": "Information Commission Regulation",
}
_LAW = re.compile(
    rf"({'|'.join(_LAWS)}) Nomor (\d+) Tahun (\d{{4}})"
    r"(?:,? [Pp]asal (\d+[A-Z]?(?:(?:, dan | dan |, )\d+[A-Z]?)*))?(?:,? [Aa]yat \((\d+)\))?"
)


@lru_cache(maxsize=1024)
def law(text: str) -> str:
    """A law by its kind, number and year, and which part of it; another text as it is."""
    found = _LAW.fullmatch(text.strip())
    if found is None:
        return text
    kind, number, year, articles, paragraph = found.groups()
    whole = f"{_LAWS[kind]} Number {number} of {year}"
    if not articles:
        return whole
    *several, last = re.split(r", dan | dan |, ", articles)
    if several:
        return text if paragraph else f"Articles {', '.join(several)} and {last} of {whole}"
    return f"Article {last}({paragraph}) of {whole}" if paragraph else f"Article {last} of {whole}"


_HEADS = {
    "Gubernur": "governor of {}",
    "Wakil Gubernur": "deputy governor of {}",
    "Bupati": "regent of {}",
    "Wakil Bupati": "deputy regent of {}",
    "Wali Kota": "mayor of {}",
    "Walikota": "mayor of {}",
    "Wakil Wali Kota": "deputy mayor of {}",
    "Wakil Walikota": "deputy mayor of {}",
    "Sekretaris Daerah": "regional secretary of {}",
}
"""Offices of a region, whose name follows without its kind."""

_LEADERS = {"Kepala": "head", "Ketua": "chair", "Wakil Ketua": "deputy chair"}
_PARTS = {"Seksi": "section", "Bidang": "division"}
_WORK = {
    "Informasi dan Komunikasi Publik": "public information and communication",
    "Pelayanan Informasi": "information services",
    "Pelayanan Informasi Publik": "public information services",
    "Pengelolaan Informasi": "information management",
    "Pengelolaan Informasi dan Komunikasi Publik": "public information and communication management",
    "Pengelolaan Informasi Publik": "public information management",
}
_PART = re.compile(
    rf"Kepala ({'|'.join(_PARTS)}) ((?:[A-Z][a-z]+|dan| )+?) (Diskominfo.*|Dinas .*)"
)


@lru_cache(maxsize=1024)
def office(text: str) -> str:
    """``head of the communications office (Diskominfo) of Balangan``; one that is not known as it is."""
    for front, told in _HEADS.items():
        if text.startswith(f"{front} ") and (of := text.removeprefix(f"{front} "))[0].isupper():
            return told.format(_place(of) if front != "Gubernur" else named(province(of) or of))
    if (found := _PART.fullmatch(text)) and found[2] in _WORK:
        whole = institution(found[3])
        if whole != found[3]:
            return f"head of the {_WORK[found[2]]} {_PARTS[found[1]]} at {with_article(whole)}"
    for front, told in _LEADERS.items():
        if text.startswith(f"{front} "):
            led = text.removeprefix(f"{front} ")
            whole = institution(led)
            unknown = whole == led or whole.startswith("information officer")
            return text if unknown else f"{told} of {with_article(whole)}"
    return text


TITLES = {
    "terbaik": "best",
    "terbaik I": "first best",
    "terbaik II": "second best",
    "terbaik III": "third best",
    "terinovatif": "most innovative",
}
"""What an organizer named a body, by the Indonesian words."""


def _place(name: str) -> str:
    known = name.startswith((*_FRONTS, _PROVINCE))
    return named(region(name) if known else province(name) or name)


def named(told: str) -> str:
    """A region inside a sentence: ``the Riau Islands``, ``the Special Region of Yogyakarta``."""
    takes_article = told.endswith(" Islands") or told.startswith("Special Region")
    return f"the {told}" if takes_article else told


def with_article(name: str) -> str:
    """An institution inside a sentence: with its article where its English name takes one."""
    first = (
        "Information Commission",
        "Central Information",
        "communications office",
        "government ",
        "chair of ",
        "information officer",
    )
    return f"the {name}" if name.startswith(first) else name
